/** Whether words that look like a place in a regeling mean one. Kernel. */
import type {Soort} from '../model.ts'
import type {Deel} from './address.ts'
import type {Named} from './law-name.ts'
import type {Reading} from './reading.ts'
import {before, type Scan, sees} from './scan.ts'
import type {Place} from './targets.ts'

const strange =
  / van (?:de|het|een|zijn|haar|hun|mijn|onze|uw|elke|iedere|alle|deze|dit|die|dat|beide) (?!artikel|lid |bijlage|hoofdstuk|paragraaf|afdeling|titel|wet|besluit|regeling|verordening|bepaling|[a-zë-]{1,24}(?:wet|besluit|regeling|verordening|reglement|bepaling|omschrijving|toelichting)(?![a-z])|(?:oude|huidige|nieuwe|bestaande|voorgestelde) (?:artikel|wet|besluit|regeling|verordening|bepaling|tekst))/y

/** A technical norm, which is no regeling. */
const ofNorm =
  /,? (?:(?:van|uit|in) (?:de )?)?(?:NEN|ISO|IEC|DIN|NPR|NTA|PGS|BRL|CROW)\b/y

/** `van de commissie`: the part of something that is no text of law. */
export function isOfSomethingElse(scan: Scan): boolean {
  if (sees(scan, / van [A-Z][a-z]/y) || sees(scan, ofNorm)) return true
  return sees(scan, strange)
}

const nonLegal =
  /,? (?:van|bij|in|uit) (?:de |het |een |dit |deze |dat |die |zijn |haar |hun |onze )?(?:[a-zë]+ )?(?:[a-zë-]*(?:rapport|nota|notitie|brief|(?<!wet)boek(?! \d)|handboek|tijdschrift|krant|begroting|jaarverslag|jaarrekening|handleiding|formulier|contract|polis|offerte|factuur|advies|plan|notulen|catalogus|proefschrift|onderzoek|scriptie|artikel(?! \d)|roman|film|serie|programma|presentatie|gebruiksaanwijzing|folder|brochure|monitor|evaluatie|verslag|agenda|dossier|aanvraag|assortiment|winkel|gids|beleidsplan|draaiboek|prijslijst|vragenlijst|website|enquête|examen|cursus|menukaart|persbericht|nieuwsbericht|column|lezing|(?:coalitie|regeer|bestuurs)akkoord))(?![A-Za-zÀ-ÿ])/y

/** Plans that hold rules. */
const legalPlan =
  /,? van (?:het |een |dit |dat )?(?:[a-zë]+ )?(?!beleids|stappen|jaar|werk)[a-zë]{0,24}plan(?![A-Za-zÀ-ÿ-])/y

const loneSoorten: readonly Soort[] = ['boek', 'deel']

const careful: readonly Soort[] = [
  'afdeling',
  'titel',
  'paragraaf',
  'hoofdstuk',
  'bijlage',
  'boek',
  'deel'
]

/** `van het zevende boek van het BW`, which is no novel. */
const isLaw =
  /,? van (?:de|het) (?:Wet|Besluit|[a-zë]+(?:de|ste) boek van (?:het|dat) (?:BW|[A-Z]?[a-z]* ?[Ww]etboek))/y

function isNonLegal(scan: Scan, soort: Soort): boolean {
  if (sees(scan, ofNorm)) return true
  if (soort === 'artikel' && sees(scan, goods)) return true
  if (!sees(scan, nonLegal) || sees(scan, / van dit boek/y)) return false
  if (soort === 'artikel' && !sees(scan, ofPaper)) return false
  if (soort === 'artikel' && sees(scan, legalPlan)) return false
  return !sees(scan, isLaw)
}

/** What is not there yet. */
const isNew =
  /(?:^|[^a-z])(?:(?:een|twee|drie|worden|wordt) nieuwe?|een (?:tweede|extra)) $/i

const forSale =
  /(?:korting op|prijs van|bestel(?:t|de|len|ling van)?|voorraad van) $/i

/** An artikel of something; `bij de aanvraag` or `in het plan` says what is done with it. */
const ofPaper =
  /,? (?:van|uit) |,? in (?:de|het|een) (?:krant|tijdschrift|catalogus|folder|brochure|gids|winkel)/y

/** What is said of an artikel that is for sale. */
const goods =
  /,? (?:(?:is|zijn|wordt|worden) (?:niet (?:meer )?|weer |nu |tijdelijk )?(?:uitverkocht|leverbaar|op voorraad|in de aanbieding|afgeprijsd|besteld|geleverd|verzonden)|(?:kost|kosten) |via de (?:webshop|winkel))/y

/** What is for sale, what is not there yet, and what is a part of no text of law. */
export function isNoPlace(scan: Scan, from: number, soort: Soort): boolean {
  const words = before(scan, from)
  if (isNonLegal(scan, soort) || forSale.test(words) || isNew.test(words))
    return true
  if (from === 0 && soort !== 'artikel' && sees(scan, kindInHeading))
    return true
  return / wordt $/.test(words) && sees(scan, / (?:toegevoegd|ingevoegd)/y)
}

/** `Afdeling 5 Regeling voor gebruikte goederen`: what a unit is about. */
const kindInHeading =
  / (?:Regeling|Regels|Besluit|Verordening|Wet|Reglement) (?:voor|op|inzake|betreffende|over|bij) /y

/** `Artikel 3 Vakantie`: not a reference, but what stands above a text. */
export function isHeading(
  {scan, isLine}: Reading,
  from: number,
  places: readonly Place[]
): boolean {
  const [place, ...others] = places
  const isFirst = from === 0 && /^(?:art\.? |§)/.test(scan.text)
  if (!/[A-Z]/.test(scan.text.charAt(from)) && !isFirst) return false
  if (others.length > 0 || isInBijlage(place)) return false
  if (place?.tot || (place?.ways.length ?? 0) > 0) return false
  if (seesTitle(scan, from) || isInCapitals(scan, from)) return true
  return from === 0 && isAll(scan, isLine)
}

/** `artikel 1:1 begripsomschrijvingen`, and nothing else in the line. */
const smallTitle =
  /(?<=^artikel \S{1,8}) (?:[a-z]{3,24} en )?[a-z]{0,24}(?:ing(?:en)?|[a-z]heid|heden|begrippen|definities|verlof|recht(?:en)?|duur|tijden|toelagen?|plicht(?:en)?|titel|doel|schalen|kosten|termijn(?:en)?|gebied)$/y

/** Whether a line holds no more than a number and words without a capital that are a title. */
export function isSmallTitle({scan, isLine}: Reading, from: number): boolean {
  return isLine && from === 0 && sees(scan, smallTitle)
}

const capitalTitle =
  /^(?:Artikel|ARTIKEL) \d[\d.:]{0,6}[a-z]?\.? (?!W[A-Z]{3}$)[A-Z]{4,}(?:,? [A-Z]{2,}){0,6}$/

/** `Artikel 2 DOEL`, and nothing else in the line: capitals that look like a law, and are none that is known. */
export function isCapitalTitle(
  {scan, isLine}: Reading,
  from: number,
  named?: Named
): boolean {
  const isKnown = named?.soort === 'wet' && named.regeling.bwb !== undefined
  return (
    isLine &&
    from === 0 &&
    !isKnown &&
    named?.soort !== 'eigen' &&
    capitalTitle.test(scan.text)
  )
}

/** `zoals bepaald in Hoofdstuk 4 (Arbeidsduur)` */
const isInSentence =
  /(?:^|[^a-zA-Z])(?:in|van|uit|bij|krachtens|ingevolge|volgens|conform) $/

function seesTitle(scan: Scan, from: number): boolean {
  if (sees(scan, / \([A-Z]/y)) return !isInSentence.test(before(scan, from, 14))
  return sees(scan, / [A-Z][a-zë]/y)
}

/** `Artikel 3. Vakantie`; on a line by itself also `Artikel 17c`, with nothing behind it. */
function isAll(scan: Scan, isLine: boolean): boolean {
  // `Artikel 2. Doelgroep. Wie …`: whatever stands behind it in the same line.
  if (sees(scan, /(?:[.:]| [-–|:])\s*[A-Z][^.;:]*\.?$|\. [A-Z]/y)) return true
  return isLine && sees(scan, /(?:\.? *| \d{1,3})$/y)
}

/** `Bijlage 2, artikel 5` stands above nothing. */
function isInBijlage(place: Place | undefined): boolean {
  const soorten = place?.eenheid.map(({soort}) => soort) ?? []
  return soorten.length > 1 && soorten.includes('artikel')
}

/** `HOOFDSTUK 1 ALGEMENE BEPALINGEN` */
function isInCapitals(scan: Scan, from: number): boolean {
  if (scan.text.startsWith('§', from))
    return from === 0 && sees(scan, / [A-Z]{3,}-?(?:,? [A-Z-]{2,})*\.?$/y)
  return /^[A-Z]{5}/.test(scan.text.slice(from)) && sees(scan, / [A-Z]{3}/y)
}

const withMail = /(?:mail|e-mail|bericht|brief|app) (?:met|en|plus) (?:de )?$/i

/** A unit of something else, or a bijlage that goes with a message. */
function isOutside(scan: Scan, from: number): boolean {
  return isOfSomethingElse(scan) || withMail.test(before(scan, from))
}

interface Judged {
  readonly soort: Soort
  readonly places: readonly Place[]
  readonly around: readonly Deel[]
}

/** Whether words that may mean something else too mean a part of a regeling. */
export function isPlausiblePlace(
  scan: Scan,
  from: number,
  {soort, places, around}: Judged
): boolean {
  if (around.length > 0) return true
  if (careful.includes(soort) && isOutside(scan, from)) return false
  if (loneSoorten.includes(soort)) return false
  const nummer = places[0]?.eenheid[0]?.nummer ?? ''
  if (soort === 'bijlage' && nummer === '') return sees(scan, / /y)
  if (places.length > 1) return true
  if (soort === 'afdeling' && /^\d+$/.test(nummer)) {
    return /(?:^$|^\s*$|in|krachtens|ingevolge|overeenkomstig|conform|grond van|toepassing van|afwijking van|bepalingen van|en|of|,|bij|met uitzondering van|[.:(]) ?$/i.test(
      before(scan, from)
    )
  }
  if (soort === 'titel' && /^\d+$/.test(nummer)) {
    return /(?:in|krachtens|ingevolge|overeenkomstig|grond van|toepassing van|afwijking van|,|en|of) $/i.test(
      before(scan, from)
    )
  }
  return true
}
