/**
 * How a name of a regeling that nobody listed begins.
 *
 * Kernel. Patterns, of the words in `name-words.ts`.
 */
import {
  adjectives,
  anyAdjective,
  anyNouns,
  heads,
  nouns,
  ofTrade,
  planNouns,
  smallAdjectives,
  smallHeads,
  smallSectors,
  strongSuffixes,
  suffixes
} from './name-words.ts'

const nounEnd = '(?![A-Za-zÀ-ÿ0-9-])'
/** Any kind of regeling without a capital. */
export const plainNoun = new RegExp(
  `(?:de|het|der|een|zijn|haar|hun) ((?:[a-zë]{3,24} )?(?:${nouns}|wetsvoorstel|voorstel van wet|${planNouns}|[a-zë]{0,30}(?:${suffixes}|overeenkomsten|regelingen|verordeningen|reglementen|voorwaarden)))${nounEnd}`,
  'y'
)
const ellipsis = '(?:[A-Z][a-zë]+-,? (?:[A-Za-z][a-zë]+-,? )?(?:en|of) )'
/** Behind `van` any capital may open a name. */
export const headWord = new RegExp(
  `(?:de |het |der )?((?:(?!(?:${heads}|[A-Z][a-zë]*(?:${strongSuffixes})) )[A-Z][A-Za-zÀ-ÿ-]{1,30} ){0,2}(?:(?:${ellipsis}[A-Za-z]|(?:[A-Z]{2,5}\\/)?[A-Z])[A-Za-zÀ-ÿ-]{0,40}(?:${suffixes})|(?:[A-Z]{2,5}-)?(?:${heads}|Regels(?= (?:inzake|betreffende|omtrent|voor|van) ))|[A-Z][a-zë]{3,20}-[A-Z][a-zë]{3,20} [Vv]erdrag(?= van \\d)|[A-Z][a-zë]{2,20} (?:[a-zë-]{3,20} )?(?:${nouns}|[a-zë-]{2,30}(?:${suffixes}))))${nounEnd}`,
  'y'
)
/** Anywhere else only what by itself is a regeling. */
export const loneHead = new RegExp(
  `(?:(?:[A-Z]{2,5}-|(?:${adjectives}|${anyAdjective}) )?(?:${heads})|(?:(?:${adjectives}) )?(?:${ellipsis}[A-Za-z]|(?:[A-Z]{2,5}\\/)?[A-Z])[A-Za-zÀ-ÿ-]{1,40}(?:${strongSuffixes})|(?:${adjectives}) (?:(?![A-Za-z]*(?:commissie|groep|raad|team|dienst|overleg) )[A-Za-zë-]{3,20} (?:(?:en|of) )?)?(?:${anyNouns}|[A-Za-z][a-zë-]{1,30}(?:${suffixes}))|[A-Z][a-zë]{2,15}se Uitwerkingsovereenkomst|[Cc]ollectieve [Aa]rbeidsovereenkomst(?= (?:(?:19|20)\\d\\d(?![\\d.,]\\d)|(?:voor (?:de |het )?)?(?!Werk(?:nemer|gever)s?(?![a-z]))[A-Z]))|[A-Z][a-zë]{3,20}-[A-Z][a-zë]{3,20} [Vv]erdrag(?= van \\d)|(?:[Cc]ao|CAO)(?= [A-Z]| (?:${ofTrade})| (?:${smallSectors})(?![a-z])| (?:(?!tot|in|van|per|voor|uit|vanaf|sinds|over|en|of|op)[a-z]{2,20} )?(?:19|20)\\d\\d(?![\\d.,]\\d))|(?:[Cc]ao|CAO)-[A-Z][A-Za-z]{3,30}|gemeenschappelijke regeling(?= [A-Z])|pensioenreglement(?=(?: van(?: de)?)? Stichting)|(?:(?:${smallAdjectives}) )?(?:[a-z]{3,20}-,? (?:[a-z]{3,20}-,? )?en )?[a-z]{0,20}(?:verordening|regeling|reglement|instructie|regels|statuut)(?= (?:[^.;:()]{0,80} )?(?:19|20)\\d\\d(?![\\d-]))|(?:tijdelijk|algemeen|bijzonder) besluit(?= (?:[^.;:()]{0,80} )?(?:19|20)\\d\\d(?![\\d-]))|(?:ministeriële )?regeling(?= van \\d{1,2} [A-Za-z]{3,9} \\d{4})|(?:${smallHeads})(?= [A-Z][a-z]{4})|(?:Koninklijk [Bb]esluit|(?<!\\()KB\\.?)(?= van \\d)|(?<=(?:^|[^A-Za-z])de )wet(?= [A-Z]{2,6}(?:-[a-z]{5,24})?(?![A-Za-z0-9-]))|(?:(?:algemeene |algemene )?wet|koninklijk besluit)(?= van \\d{1,2} [A-Za-z])|Beschikking(?= van (?:(?:de |Onze )?(?:[Mm]inister|[Ss]taatssecretaris)[^.;:()0-9]{3,120} van )?\\d{1,2} [a-z]{3,9} \\d{4})|(?<=Ons )besluit(?= van \\d)|(?:mandaat|delegatie|instellings)besluit(?= van \\d{1,2} [a-z]{3,9} \\d{4})|(?:besluit|beschikking)(?= van (?:(?:de |Onze )?(?:[Mm]inister|[Ss]taatssecretaris)[^.;:()0-9]{3,120} van )?\\d{1,2} [a-z]{3,9} \\d{4},? (?:[Nn]r\\.?|nummer|[Nn]o\\.?|kenmerk) )|besluit(?= van (?:de |Onze )?(?:[Mm]inister|[Ss]taatssecretaris)[^.;:()0-9]{3,120} van \\d{1,2} [a-z]{3,9} \\d{4},? \\(?Stcrt\\.)|(?:[Gg]edelegeerde )?(?:[Uu]itvoerings)?(?:[Rr]ichtlijn|[Vv]erordening|kaderbesluit|[Bb]esluit(?= (?:\\(EU\\)|nr\\. \\d{1,4}/\\d{4}/EU)))(?:en)?(?= (?:\\((?:EU|EG|EEG|EGKS|Euratom)(?:, ?(?:EGKS|Euratom))?\\) ?)?(?:[Nn]r\\.? ?)?\\d{1,4}(?:/|\\D{0,3}\\d{4})))${nounEnd}`,
  'y'
)
const starts = new RegExp(
  `^(?:${heads}|Regels|Beschikking|Overeenkomst|${smallHeads}|tijdelijk|algemeen|bijzonder|${adjectives}|${anyAdjective}|Koninklijk|[A-Z][a-zë]{2,15}se|[Cc]ao|CAO|[A-Z]{2,5}|wet|(?:mandaat|delegatie|instellings)?besluit|beschikking|koninklijk|pensioenreglement|gemeenschappelijke|[Rr]ichtlijn(?:en)?|[Vv]erordening(?:en)?|kaderbesluit|[Gg]edelegeerde|[Uu]itvoerings(?:verordening|richtlijn|besluit)|${smallAdjectives}|W[b-df-hj-np-tv-xz]{2}[a-z]{0,4}|collectieve|[a-z]*(?:verordening|regeling|reglement|instructie|regels|statuut)|[A-Z][A-Za-zÀ-ÿ]*(?:${strongSuffixes}))$`
)

/** Whether a name of its own may begin with this word; a hyphen behind it leaves it open. */
export function startsName(word: string, behind: string): boolean {
  return starts.test(word) || behind === '-'
}
