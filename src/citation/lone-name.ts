/** Whether words that stand by themselves are the name of a regeling. Kernel. */
import {
  adjectives,
  anyAdjective,
  bareHead,
  smallHeads,
  strongSuffixes
} from './name-words.ts'
import type {Scan} from './scan.ts'

/** A decision on one case, and no regeling. */
const noRegeling =
  /^Model [A-Z]?[a-z]*overeenkomst$|^(?:Nadere|Algemene|Bijzondere) (?:[a-z]+)?(?:regels|voorschriften)$|^(?:Richtlijn(?:en)?|Aanwijzing(?:en)?|Voorschrift|Instructie) van (?:de|het) [A-Z][A-Za-z]+$|^Regels(?: (?:van|voor|der|op)(?: (?:de|het))? [A-Za-z][a-z]+)?$|^Wet van (?!(?:de|het|der|den) |\d)[A-Z][a-z]+$|^(?:Tracé|Raads|College|Kabinets|Verkeers|Wijzigings|Ontwerp)besluit|^(?:Spel|Huis|Leef|Vuist|Grond|Denk|Reken|Omgangs)regels|^Collectieve [Aa]rbeidsovereenkomst$/

/** `het Europees Kaderbesluit`: a kind of regeling, of somebody. */
const ofSomebody = new RegExp(
  `^(?:${adjectives}|${anyAdjective}) (?:Kaderbesluit|Richtlijn|Verordening|Wet|Besluit|Regeling)$|^Gemeenschappelijke regeling$`
)

/** `de VUT-regeling`, `het AVV-besluit van 12 februari 2004`: what everybody calls so. */
const ofShort =
  /^(?:[A-Z]{2}[A-Za-z/]{0,5}|[A-Z][a-z]{1,3})-[a-zà-ÿ]+(?:$| van \d)/

/** Who or what has to do with a cao, and a warning. */
const noCao =
  /^(?:Cao|CAO|cao)[ -](?:Partij|Artikel|Bepaling|Tafel|Overleg|Akkoord|Commissie|Seminar|Onderhandel|Loon|Recht|Teksten)|^Code (?:Rood|Oranje|Geel|Groen|Zwart)/

/** `Collectieve Arbeidsvoorwaardenregeling`, also where a sentence begins. */
const twoCapitals = new RegExp(
  `^(?:${adjectives}) [A-Z][a-z]{4,}(?:${strongSuffixes})`
)

/** Whether the words name a regeling, and not a kind of it or what it does. */
export function isName(naam: string): boolean {
  const isOther =
    bareHead.test(naam) ||
    noRegeling.test(naam) ||
    noCao.test(naam) ||
    ofSomebody.test(naam) ||
    ofShort.test(naam)
  return !isOther && !isVerb(naam) && isWhole(naam)
}

/** `regeling Onwerkbaar Weer`, but `regeling Gemeente Marum`, which is of somebody. */
const called = new RegExp(
  `^(?:${smallHeads}) (?!(?:Gemeente|Provincie|Ministerie|Minister|Stichting|Vereniging|Nederland|Rijk|Belastingdienst|Europa|Europese|Nederlandse|Amsterdam|Rotterdam|Utrecht|Partijen|Werkgever|Werknemer|Artikel)(?![a-z]))[A-Z]`
)

/** A name without a capital goes on to a year, and that is not the year of something else. */
function isWhole(naam: string): boolean {
  if (
    !/^(?!pensioen|gemeenschappelijke)(?:[a-zë]+ )?(?:[a-z]+-,? (?:[a-z]+-,? )?en )?[a-z]*(?:verordening|regeling|reglement|instructie|regels|statuut)(?![a-z])/.test(
      naam
    ) ||
    /^(?:gedelegeerde |uitvoerings)?verordening \(?[\dEn]/.test(naam)
  )
    return true
  if (called.test(naam)) return true
  if (/ artikel \d|^(?:ministeriële )?regeling van \d/.test(naam)) return true
  return (
    /(?:19|20)\d\d(?: |$)/.test(naam) &&
    !/ (?:jaar|jaren|periode|tijdvak|seizoen|begin|eind|per|in|uit|van|sinds|vanaf|voor|tot|mei|[a-z]+(?:ari|ril|art|uni|uli|tus|ber)) (?:19|20)\d\d/.test(
      naam
    )
  )
}

/** `het Besluit werkt`: no name, but what it does. */
function isVerb(naam: string): boolean {
  const isNoun =
    /(?:ei[dt]|budget|pakket|loket|ment|cht|arkt|nst|ambt|aat|luit|post|wet|aart|sport|ent|est|ist)$/.test(
      naam
    )
  return /^[A-Z][a-z]+ [a-zë]+t$/.test(naam) && !isNoun
}

const listed = /^(?:[a-z]{1,2}[.)]|\d{1,2}°\.?|[-–•]) $/

/** `de Raadscommissie Participatieverordening`: what a group is named after. */
export const ofGroup =
  /(?:commissie|[Ww]erkgroep|projectgroep|stuurgroep|[Tt]eam|[Bb]ureau|[Ll]oket|[Aa]fdeling|[Pp]rogramma|[Pp]roject|[Tt]raject|[Cc]ursus|[Tt]raining|[Cc]oördinator|[Cc]onsulent) $/

/** `een nieuwe Bezoldigingsverordening`, `een model Algemene subsidieverordening`: what is still to come, or to be filled in. */
export const notYet =
  /(?:^|[^a-z])(?:(?:een|geen) (?:nieuwe|gewijzigde|herziene|aangepaste|eigen|concept|model)|ontwerp|concept|model) $/i

/** Whether the words before a capital leave no other reason for it than a name. */
export function isWithin({text}: Scan, from: number, isBare: boolean): boolean {
  const words = text.slice(Math.max(0, from - 24), from)
  if (/[“‘„«"(]$/.test(words)) return true
  if (ofGroup.test(words)) return false
  // `a. Besluit grondbankstelsel;`: an item of a list.
  if (!isBare && listed.test(words) && from === words.length) return true
  if (isBare && /(?:^|[^a-z])(?:een|geen|elke|iedere) $/i.test(words))
    return false
  if (/(?:^|[^A-Za-z])(?:de|het|der) $/i.test(words)) return true
  return /[a-zà-ÿ0-9,;:)’”"] $/.test(words) && !/\d\. $/.test(words)
}

/** Whether a name shows by itself that it is one, wherever it stands. */
export function isFirm(naam: string, word: string): boolean {
  return (
    twoCapitals.test(word) ||
    /^(?:(?:Richtlijn|Verordening|Kaderbesluit)(?:en)? [^/]{0,14}\d\/|Besluit \d{4}\/\d{1,4}\/[A-Z])/.test(
      naam
    ) ||
    /\d$|(?: gemeente|(?:19|20)\d\d) [A-Z]|^(?:Cao|CAO) (?:voor )?[A-Z]|^Gemeenschappelijke [Rr]egeling [A-Z]/.test(
      naam
    )
  )
}
