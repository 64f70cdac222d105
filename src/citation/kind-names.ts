/**
 * Our own regeling and the one before, said by their kind: `deze wet`, `die regeling`.
 *
 * Kernel. Data.
 */
import {anyNouns, nouns, suffixes} from './name-words.ts'

const nounEnd = '(?![A-Za-zÀ-ÿ0-9-])'
/** Our own regeling, said by its kind. */
export const selfNoun = new RegExp(
  `(?:deze|dezer|dit|de onderhavige|het onderhavige) (?:${nouns}|CAO|Cao|wetsvoorstel|voorstel van wet|rechtspositieregeling|rechtspositiereglement|arbeidsvoorwaardenregeling)${nounEnd}`,
  'y'
)
/** What goes with our own regeling. */
export const selfTable = new RegExp(
  `de bij (?:deze|dit) (?:${nouns}|[a-z]{3,24}verordening) (?:be)?horende (?:[a-z]+e )?[a-z]{0,20}tabel${nounEnd}`,
  'y'
)
/** The one that was named before. */
export const backNoun = new RegExp(
  `(?:die|dier|dat|(?:het |de )?(?:genoemde?|voornoemde?|vorengenoemde?|bovengenoemde?|eerdergenoemde?|evengenoemde?|voormelde?|vermelde?|bedoelde?|laatstgenoemde?|eerstgenoemde?)|diezelfde|dezelfde) (?:wetten|besluiten|regelingen|verordeningen|boek|${anyNouns}|[A-Za-zë]{3,30}(?:${suffixes}))${nounEnd}`,
  'y'
)
/** `de bij deze wet behorende Bevoegdheidsregeling bestuursrechtspraak`: what stands before a name of its own. */
export const goesWith = new RegExp(
  `de bij (?:deze|dit) (?:${nouns}) (?:be)?horende (?=[A-Z])`,
  'y'
)
