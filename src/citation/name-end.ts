/**
 * What a name of a regeling ends with: a day, a year, a number, a place, an owner.
 *
 * Kernel. Each of these is certain by its shape; the words before them are
 * guessed at in `name-tail.ts`.
 */
import {smallSectors} from './name-words.ts'
import {attempt, eat, type Scan} from './scan.ts'

/** Older texts write them with a capital. */
const month =
  '[Jj]anuari|[Ff]ebruari|[Mm]aart|[Aa]pril|[Mm]ei|[Jj]uni|[Jj]uli|[Aa]ugustus|[Ss]eptember|[Oo]k?c?tober|[Nn]ovember|[Dd]ecember'
const dayWords = new RegExp(
  ` van \\d{1,2} (?:${month}) \\d{4}(?!\\d)(?:,? (?:[Nn]r\\.?|nummer|[Nn]o\\.|n[°º]\\.?|kenmerk) ?(?:(?:[A-Z]{2,5} (?=\\d))?[A-Za-z0-9][\\w./&-]{0,40}[\\w]|\\d{1,4}(?!\\d))|, \\d{4}-\\d{4,14}|, [A-Z][A-Za-z0-9&.-]{1,20}(?:/[\\w&.-]{1,20}){1,5})?`,
  'y'
)
const ofMinister = new RegExp(
  ` van (?:de |het )?(?:[A-Za-z][^.,;:()0-9]{2,120}?|(?:[Mm]inister|[Ss]taatssecretaris)[^.;:()0-9]{2,120}?)(?= van \\d{1,2} (?:${month}))`,
  'y'
)
const period = new RegExp(
  ` \\d{1,2} (?:${month}) \\d{4} ?(?:[-–]|tot en met|tot|t\\/m) ?\\d{1,2} (?:${month}) \\d{4}(?!\\d)`,
  'y'
)
const periodBehind = new RegExp(`,(?=${period.source})`, 'y')
const year =
  /(?: \([A-Z]{2,6}\))? (?:(?:19|20)\d{2}|20(?:\dx|xx|\.\.))(?: ?[-–/] ?(?:(?:19|20)\d{2}|\d{2}))?(?!\d|[:-]\d)(?: (?:I{1,3}|IV)(?![A-Za-z])| e\.v\.)?/y
const number =
  /(?: \((?:EU|EG|EEG|EGKS|Euratom)(?:, ?(?:EGKS|Euratom))?\))?(?: [Nn]r\.?)? \d{2,4}\/\d{1,4}(?:\/(?:EU|EG|EEG|JBZ|GBVB|Euratom))?(?![\d/A-Za-z])| nr\. \d{1,4}(?!\d)/y
/** `Verordeningen (EG) nr. 715/2007 en (EG) nr. 595/2009`. */
const another =
  /(?:,| en| of)(?:(?: \((?:EU|EG|EEG)\) ?(?:nr\.? ?)?| nr\. ?)\d{2,4}\/\d{1,4}(?![\d/])| \d{2,4}\/\d{1,4}\/(?:EU|EG|EEG)(?![A-Za-z]))/y
const noName =
  '(?!(?:Onze|Ons|Minister|Staatssecretaris|Zijne|Hare|De|Het|In|Op|Bij|Deze|Dit|Een|Als|Artikel|Wet|Besluit|Regeling|Verordening|Reglement|Algemene|Cao|CAO) )'
/** A word with a capital that is no head of another name. */
export const capital = `${noName}\\d?[A-Z’'][A-Za-zÀ-ÿ0-9’'-]{1,30}(?:/[A-Z]{2,5})?(?:(?<=-) en [A-Z][A-Za-zÀ-ÿ-]{2,30})?(?![A-Za-zÀ-ÿ0-9])`
const body =
  'gemeente|provincie|regio|waterschap|stichting|vereniging|Stichting'
/** Places whose names hold small words, or begin with De or Het. */
const towns =
  'Bergen \\((?:L|NH)\\)|Peel en Maas|Berg en Dal|Aa en Hunze|Gilze en Rijen|Bergen op Zoom|Alphen aan den Rijn|Capelle aan den IJssel|Krimpen aan den IJssel|Horst aan de Maas|Wijk bij Duurstede|Land van Cuijk|De Bilt|De Wolden|De Ronde Venen|De Fryske Marren|Het Hogeland|Den Haag|Den Helder'
/** Bodies whose names hold small words. */
const boards =
  'Kamers? van [Kk]oophandel|Raad van (?:State|Bestuur|Toezicht)|Raad voor de rechtspraak|Hoge Raad der Nederlanden'
/** `gemeente Alphen aan den Rijn`. */
const place = new RegExp(
  `(?: \\([A-Z][A-Za-z/-]{1,8}\\)(?= (?:van de )?gemeente [A-Z]))?,? (?:van |voor )?(?:de )?(?:${body}) (?:(?:${towns})(?![A-Za-z])|${capital}(?: (?:(?:aan den|aan de|op|bij|van|en|den|de) )?${capital}){0,4})`,
  'y'
)
const names = new RegExp(
  `(?: (?:${towns}|${boards})(?![A-Za-z])|(?: (?:& )?${capital}){1,5}| (?:[A-Z]\\.){2,6})`,
  'y'
)
const owner = new RegExp(
  ` (?:van|voor)(?: de| het)?(?: (?:${body}|raad van de gemeente))?(?: ${capital}){1,5}`,
  'y'
)

/** The number of a European act, of which the makers are no part. */
export function eatNumber(scan: Scan): boolean {
  if (!eat(scan, number)) return false
  for (let count = 0; count < 20 && eat(scan, another); count++);
  return true
}

/** `van 2 mei 1992`, when states agreed. */
export function eatDay(scan: Scan): boolean {
  return eat(scan, dayWords) !== undefined
}

/** `1 januari 2019 – 1 januari 2021`, for which a cao holds. */
export function eatPeriod(scan: Scan): boolean {
  return (
    attempt(scan, () => {
      eat(scan, periodBehind)
      return eat(scan, period)
    }) !== undefined
  )
}

/** A day, a year or a number, behind which no name goes on but that of a place. */
export function eatEnd(scan: Scan): boolean {
  if (eat(scan, dayWords) || eat(scan, number) || eat(scan, period)) return true
  if (!eat(scan, year)) return false
  // `Beleidsregels Bbz 2004 gemeente Marum 2021`
  if (eatPlace(scan)) eat(scan, year)
  return true
}

function eatPlace(scan: Scan): boolean {
  return eatPlaceOf(scan) || eat(scan, names) !== undefined
}

/** `gemeente Alphen aan den Rijn`, behind the name of what holds there. */
export function eatPlaceOf(scan: Scan): boolean {
  return eat(scan, place) !== undefined
}

/** `van de Minister van Financiën van 3 mei 2011`: who took a besluit, and when. */
export function eatTaken(scan: Scan): boolean {
  return (
    attempt(scan, () =>
      eat(scan, ofMinister) ? eat(scan, dayWords) : undefined
    ) !== undefined
  )
}

/** The day of what has no other name, with who took it. */
export function eatDated(scan: Scan): void {
  if (!eatTaken(scan)) eatEnd(scan)
}

/** Names and a year behind a word that is a name by itself: `Regio Achterhoek 2012`. */
export function eatProper(scan: Scan): void {
  if (eatNumber(scan)) return
  if (eatEnd(scan)) {
    eat(scan, owner)
    return
  }
  if (!eatPlace(scan) && !eat(scan, owner)) return
  eat(scan, together)
  eatEnd(scan)
}

/** `Klokkenluidersregeling Rijk, Politie en Defensie`: for whom, where that ends what is said. */
export const together = new RegExp(
  `(?:, ${capital}){1,4} en ${capital}(?=[.;)]| (?:19|20)\\d\\d|$)`,
  'y'
)

/** `Cao Welzijn & Maatschappelijke Dienstverlening 2014-2016`: for whom, and for how long. */
export function eatCao(scan: Scan): void {
  if (eat(scan, small)) {
    eatEnd(scan)
    return
  }
  if (eatEnd(scan) || eat(scan, beforeShort) || eat(scan, trades)) return
  if (eat(scan, sector)) {
    eatEnd(scan)
    return
  }
  if (!eat(scan, names) && !eat(scan, / [a-z]{2,20}(?= (?:19|20)\d\d)/y)) return
  if (eat(scan, alsoFor)) eat(scan, sector)
  else if (!eat(scan, ofFunds)) eat(scan, ampersand)
  if (!eatEnd(scan) && eat(scan, periodBehind)) eatEnd(scan)
}

const small = new RegExp(` (?:${smallSectors})(?![A-Za-z])`, 'y')

/** `Cao Universitair medische centra (Cao UMC)`: the abbreviation shows where the name ends. */
const beforeShort =
  / [A-Z][a-z]{3,20}(?: (?:en |voor )?[A-Za-z][a-z]{3,20}){1,4}(?= \((?:hierna:? |ook wel )?[Cc](?:ao|AO) )/y

/** `Schilders-, Afwerkings- en Glaszetbedrijf`, `in het Bakkersbedrijf` */
export const trades =
  /(?: (?:voor|in) (?:het|de))?(?: [A-Z][a-zë]{2,20}-,?){1,4} (?:en|of) [A-Z][a-zë]{3,30}(?![A-Za-z])| in (?:het|de) [A-Z][a-zë]{3,30}(?:bedrijf|branche|industrie|handel|nijverheid)(?![A-Za-z-])/y

/** `voor de Metaal en Techniek` */
export const sector = new RegExp(
  ` voor (?:de|het) ${capital}(?:(?: (?:en|&))? ${capital}){0,3}`,
  'y'
)

/** `, Welzijn & Maatschappelijke Dienstverlening` */
const ampersand = new RegExp(
  `(?:, ${capital}){1,3} & ${capital}(?: ${capital})?`,
  'y'
)

/** `collectieve arbeidsovereenkomst Fondsen cao Particuliere Beveiliging` */
const ofFunds = new RegExp(
  `(?<=[Ff]onds(?:en)?) (?:voor de )?(?:cao|Cao|CAO)(?: ${capital}){1,4}`,
  'y'
)

const alsoFor = new RegExp(
  `(?: (?:en|voor (?:de|het))(?: ${capital}){1,4})`,
  'y'
)
