/**
 * Names of regelingen that nobody listed, by their shape.
 *
 * Kernel. How far such a name goes is a guess: until the sentence goes on.
 */
import type {RegelingNaam} from './address.ts'
import {attempt, eat, type Scan} from './scan.ts'

/** What a name gave: a law, our own regeling (`eigen`), or the one named before (`vorige`). */
export type Named =
  | {readonly soort: 'wet'; readonly regeling: RegelingNaam}
  | {readonly soort: 'eigen'}
  | {readonly soort: 'vorige'}

const nouns =
  'wet|rijkswet|besluit|regeling|verordening|reglement|richtlijn|verdrag|statuut|statuten|convenant|protocol|overeenkomst|akkoord|cao|collectieve arbeidsovereenkomst|code|gedragscode|circulaire|beleidsregel|beleidsregels|beschikking|wetboek|handvest|instructie|ordonnantie'
const suffixes =
  'wet|besluit|regeling|verordening|reglement|richtlijn|verdrag|statuut|statuten|overeenkomst|akkoord|code|wetboek|handvest|protocol|instructie|beleidsregels?|cao'
const nounEnd = '(?![A-Za-zÀ-ÿ0-9-])'
/** Our own regeling, said by its kind. */
export const selfNoun = new RegExp(
  `(?:deze|dit|de onderhavige|het onderhavige) (?:${nouns}|rechtspositieregeling|rechtspositiereglement|arbeidsvoorwaardenregeling)${nounEnd}`,
  'y'
)
/** The one that was named before. */
export const backNoun = new RegExp(
  `(?:die|dat|genoemde?|voornoemde?|vorengenoemde?|bovengenoemde?|evengenoemde?|voormelde?|vermelde?|het genoemde|de genoemde|laatstgenoemde|laatstgenoemd|bedoelde|eerstgenoemde|diezelfde|dezelfde) (?:${nouns}|[a-zë]{3,30}(?:${suffixes}))${nounEnd}`,
  'y'
)
const plainNoun = new RegExp(
  `(?:de|het|een|zijn|haar|hun) ((?:[a-zë]{3,24} )?(?:${nouns}|[a-zë]{2,30}(?:${suffixes})))${nounEnd}`,
  'y'
)
const headWord = new RegExp(
  `(?:de |het |der )?((?:[A-Z][A-Za-zÀ-ÿ-]{1,30} ){0,2}(?:[A-Z][A-Za-zÀ-ÿ-]{0,40}(?:${suffixes})|Wet|Rijkswet|Besluit|Regeling|Verordening|Reglement|Richtlijn|Verdrag|Statuut|Statuten|Code|Cao|CAO|Circulaire|Wetboek|Handvest|Protocol|Convenant|Beleidsregels?|[A-Z][a-zë]{2,20} (?:${nouns}|[a-zë]{2,30}(?:${suffixes}))))${nounEnd}`,
  'y'
)
/** Capitals that may be the abbreviation of a law. */
const acronym =
  /(?:de |het |der )?((?:Wet |Besluit |Regeling )?(?=[A-Za-z]{0,9}[A-Z][A-Za-z]{0,9}[A-Zbw](?![a-z]))[A-Z][A-Za-z]{1,9}(?:[-/][A-Z][A-Za-z]{1,9})?(?: (?:19|20)\d\d)?)(?![A-Za-zÀ-ÿ0-9]|-[a-z])/y
/** Words in capitals that name no law. */
const noLaw =
  /^(?:EN|OF|VAN|DE|HET|IN|TE|OP|DE|BTW|VNG|UWV|ABP|SVB|LOGA|FNV|CNV|CMHF|OR|BV|NV|EU|EG|HRM?|PDF|ICT|UWO|NAW|BSN|II|III|IV|VI|VII|VIII|IX|XI|XII|IIa|IVa)$/

/** A name that nobody listed, by its shape. */
export function readByShape(scan: Scan): Named | undefined {
  return attempt(scan, () => {
    const head = eat(scan, headWord)?.[1]
    if (head !== undefined) {
      const from = scan.at - head.length
      if (goesOn.test(head)) eatName(scan)
      else eatProper(scan)
      return {soort: 'wet', regeling: {naam: scan.text.slice(from, scan.at)}}
    }
    const noun = eat(scan, plainNoun)?.[1]
    if (noun !== undefined) {
      const from = scan.at
      if (!eat(scan, dayWords) && !bare.test(noun)) eatProper(scan)
      const rest = scan.text.slice(from, scan.at)
      return {soort: 'wet', regeling: {naam: noun + rest}}
    }
    return readAcronym(scan)
  })
}

/** Heads of a name that goes on; of any other compound the name ends with it. */
const goesOn =
  /(?:^|[ -])(?:Wet|Rijkswet|Besluit|Regeling|Verordening|Reglement|Richtlijn|Verdrag|Statuut|Statuten|Code|Cao|CAO|Circulaire|Wetboek|Handvest|Protocol|Convenant|Beleidsregels?|(?:Kader|Invoerings|Uitvoerings|Aanpassings|Wijzigings|Reparatie|Verzamel|Implementatie|Overgangs|Beginselen)wet|(?:Uitvoerings|Rechtspositie|Subsidie|Vrijstellings|Aanwijzings|Mandaat|Organisatie|Kader|Algemene )(?:besluit|regeling|verordening|reglement))$/
const year = / (?:19|20)\d{2}(?!\d)/y
const bare =
  /^(?:wet|besluit|regeling|verordening|overeenkomst|akkoord|verdrag)$/
const proper =
  / (?!Onze |Ons |De |Het |In |Op |Bij |Deze |Dit )[A-Z][A-Za-zÀ-ÿ-]{1,30}(?![A-Za-zÀ-ÿ0-9])/y

/** Names and a year behind a compound: `verordening Regio Achterhoek 2012`. */
function eatProper(scan: Scan): void {
  for (let count = 0; count < 4 && eat(scan, proper); count++);
  eat(scan, year)
}

const small =
  /(?: (?:van|op|in|en|voor|de|het|ter|tot|inzake|bij|aan|door|met|over|der|des|tegen|te|naar|uit|om)(?![A-Za-zÀ-ÿ0-9-])){0,3}/y
const month =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'
const dayWords = new RegExp(
  ` van \\d{1,2} (?:${month}) \\d{4}(?:, nr\\. [\\w./-]{1,30})?`,
  'y'
)
const content =
  /(?: \((?:EU|EG|EEG)\))?(?: nr\.?)? ([A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9’'/-]{0,40})/y
/** Words that go on with the sentence, and not with the name. */
const ends = new Set(
  'is zijn was waren wordt worden werd werden heeft hebben had kan kunnen kon moet moeten mag mogen geldt gelden gold niet dan of bedoelde bedoeld genoemde genoemd aangewezen vastgestelde vastgesteld geen zal zullen zou die dat waarin waarop waarbij waarvan indien tenzij na als blijft blijven komt komen van toepassing overeenkomstige recht wie zoals alsmede noch respectievelijk onverminderd vindt vervalt vervallen treedt treden luidt luiden ontvangt behoudt onder bepaalt regelt stelt vereist schrijft schriftelijk ook alleen slechts hun zij hij deze dit een elke ieder iedere'.split(
    ' '
  )
)

/** Participles and words that begin another reference. */
const goesBack =
  /^(?:(?:ge|ver|be)[a-z]{2,}(?:d|de|t)|artikel|artikelen|hoofdstuk|bijlage|lid)$/

/** The rest of a name: content words with the small words between them, until the sentence goes on. */
function eatName(scan: Scan): void {
  for (let count = 0; count < 14; count++) {
    if (eat(scan, dayWords)) return
    const more = attempt(scan, () => readWord(scan))
    // A number or a year ends a name.
    if (more === undefined || /^(?:19|20)\d{2}$|^\d+\/\d+/.test(more)) return
  }
}

/** One more word of a name, with the small words before it. */
function readWord(scan: Scan): string | undefined {
  const joined = eat(scan, small)?.[0] ?? ''
  const word = eat(scan, content)?.[1]
  if (word === undefined || ends.has(word) || goesBack.test(word)) {
    return undefined
  }
  // Behind `en de` another name begins.
  const isNext = / (?:en|of|bij|met|in) (?:de|het)/.test(joined)
  if (isNext && /^[A-Z]/.test(word)) return undefined
  const isBeside = joined === ' en' && /^(?:[A-Z]|artikel|\d)/.test(word)
  return isBeside ? undefined : word
}

/** An abbreviation that nobody listed. */
export function readAcronym(scan: Scan): Named | undefined {
  return attempt(scan, () => {
    const naam = eat(scan, acronym)?.[1]
    if (naam === undefined || noLaw.test(naam)) return undefined
    return {soort: 'wet', regeling: {naam}}
  })
}
