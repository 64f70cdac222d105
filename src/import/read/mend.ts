/**
 * Repair help in running text: what is certain is mended, the rest is told.
 *
 * No word ever changes beyond a digit that stood for a letter.
 */
import {isJoiner} from '../../dialect/joiner.ts'
import type {IsoDate, Soort} from '../../model.ts'
import {isoDate} from '../../time/days.ts'
import {
  type Ledger,
  leaveOut,
  placeOf,
  repair,
  type Span,
  slice
} from './source.ts'

const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/gu
const oddSpace = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\u0085\u2028\u2029]/gu
const note =
  /\[\s*(?:red(?:actie|\.)?\s*:|(?:wijziging\s+)?treedt in werking\b|toekomstige wijziging|per\s+\d[^\]]*?treedt in werking)[^\]]*\]/giu
const joined = /(?<=\p{Ll}{2}|\))[.;](?=\p{Lu}\p{Ll})/gu
const opener =
  /^(?:Aan|Als|Artikel|Bij|Bovendien|Daarbij|Dan|Dat|De|Deze|Dit|Door|Een|Er|Het|Hierbij|Hij|Iedere?|In|Indien|Is|Met|Na|Naast|Niet|Om|Onder|Op|Over|Per|Te|Ten|Tot|Tenzij|Uit|Van|Voor|Voorts|Wanneer|Wordt|Worden|Zij|Zijn)(?!\p{L})/u
const digit = /(?<=\d)[Oo](?=\d)|(?<=\d)l(?=\d)/gu
const mojibake = /Ã[\u0080-\u00BF]|â€[\u0080-\u00BF™œ“”]|Â[°§»«]/u

/** Running text as it goes into the tree. */
export function mendText(span: Span, ledger: Ledger): string {
  return withoutNotes(span, ledger)
    .map((part) => mendPart(part, ledger))
    .join('')
}

/** What is left of a span when the editor's notes are out of it. */
function withoutNotes(span: Span, ledger: Ledger): readonly Span[] {
  const parts: Span[] = []
  let from = 0
  for (const {0: found, index} of span.text.matchAll(note)) {
    parts.push(slice(span, from, index))
    leaveNote(slice(span, index, index + found.length), ledger)
    from = index + found.length
  }
  return from === 0 ? [span] : [...parts, slice(span, from)]
}

/** Leave out what an editor wrote into the text. */
export function leaveNote(span: Span, ledger: Ledger): void {
  leaveOut(ledger, span, 'redactionele noot van de uitgever')
  const first = Math.max(0, span.text.search(/\S/u))
  const isLater = laterForce.test(span.text)
  repair(ledger, span.at(first), {
    kind: 'editor-note',
    message: isLater
      ? `\`${brief(span.text)}\` is een noot van de redactie en staat niet in de tekst; wat hier staat geldt volgens die noot pas later, en hier al vanaf de dag van de tekst: geef de versie die dag`
      : `\`${brief(span.text)}\` is een noot van de redactie en staat niet in de tekst; verwerk de dag die erin staat, als dat nodig is`,
    mended: !isLater
  })
}

/** A note that says that what stands here comes into force on another day. */
const laterForce = /treedt in werking|toekomstige wijziging/iu

/** Whether a whole paragraph is an editor's note. */
export function isNote(text: string): boolean {
  return /^\s*[[(]?\s*(?:red(?:actie|\.)?\s*:|treedt in werking (?:per|op|met ingang van)\b|toekomstige wijziging)/iu.test(
    text
  )
}

function mendPart({text, at}: Span, ledger: Ledger): string {
  reportMojibake({text, at}, ledger)
  for (const {0: character, index} of text.matchAll(invisible)) {
    if (isJoiner(text, index)) continue
    repair(ledger, at(index), {
      kind: 'hidden-character',
      message: `Hier stond een onzichtbaar teken (${signOf(character)}); het is weggelaten`,
      mended: true
    })
  }
  const mended = text
    .replace(digit, (letter, offset: number) =>
      digitFor(letter, at(offset), ledger)
    )
    .replace(joined, (mark, offset: number) =>
      apart({text, at}, {mark, offset}, ledger)
    )
  return mended
    .replace(invisible, (character, offset: number) =>
      isJoiner(mended, offset) ? character : ''
    )
    .replace(oddSpace, ' ')
}

function signOf(character: string): string {
  const code = character.codePointAt(0)?.toString(16).toUpperCase() ?? ''
  return `U+${code.padStart(4, '0')}`
}

function digitFor(letter: string, offset: number, ledger: Ledger): string {
  const digit = letter === 'l' ? '1' : '0'
  repair(ledger, offset, {
    kind: 'digit-for-letter',
    message: `Tussen cijfers stond een \`${letter}\`; dat is een \`${digit}\``,
    mended: true
  })
  return digit
}

function apart(
  {text, at}: Span,
  {mark, offset}: {readonly mark: string; readonly offset: number},
  ledger: Ledger
): string {
  const before = /\S*$/u.exec(text.slice(0, offset))?.[0] ?? ''
  const after = text.slice(offset + 1)
  if (/[@/:]|www/u.test(before)) return mark
  const isCertain = opener.test(after)
  const words = `${before}${mark}${/^\S*/u.exec(after)?.[0] ?? ''}`
  repair(ledger, at(offset), {
    kind: 'joined-sentences',
    message: isCertain
      ? `Twee zinnen stonden aaneen (\`${words}\`); er is een spatie tussen gezet`
      : `Staan hier twee zinnen aaneen (\`${words}\`)? Zet er dan een spatie tussen`,
    mended: isCertain
  })
  return isCertain ? `${mark} ` : mark
}

function reportMojibake({text, at}: Span, ledger: Ledger): void {
  const index = text.search(mojibake)
  if (index < 0) return
  repair(ledger, at(index), {
    kind: 'mojibake',
    message: `Deze tekens (\`${text.slice(index, index + 3)}\`) zijn in een verkeerde codering bewaard; haal het bestand opnieuw op, of herstel ze`,
    mended: false
  })
}

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december'
]
const subject =
  /(?:dit|deze|(?:de )?artikel(?:en)?\s+\S+(?: (?:en|tot en met) \S+)?|(?:het )?onderdeel\s+\S+|het (?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)(?: en \p{Ll}+)?)(?: (?:artikel|lid|onderdeel|hoofdstuk|paragraaf|afdeling|titel|bijlage|regeling|besluit|wet|verordening))?/u
const horizon = new RegExp(
  `(?<!\\p{L})(?<what>${subject.source}) verval(?:t|len) (?:met ingang van|per|op) (?<day>\\d{1,2} [a-z]+ \\d{4}|\\d{1,2}-\\d{1,2}-\\d{4})`,
  'iu'
)

/** A clause by which something lapses on a day. */
export interface Horizon {
  /** `dit artikel`, `deze bijlage`, `het tweede lid`. */
  readonly what: string
  readonly tot: IsoDate
}

/** The clause `dit … vervalt met ingang van …` in running text. */
export function horizonIn(words: string): Horizon | undefined {
  const {what, day} = horizon.exec(words)?.groups ?? {}
  const tot = dayIn(day ?? '')
  return tot && what !== undefined ? {what: what.toLowerCase(), tot} : undefined
}

/** Whether a clause is about the unit in which it stands. */
export function isOwnHorizon({what}: Horizon, soort: Soort): boolean {
  return [`dit ${soort}`, `deze ${soort}`].includes(what)
}

/** Tell of a clause by which something lapses, and what can be done. */
export function tellHorizon(
  words: string,
  soort: Soort,
  {ledger, offset}: {readonly ledger: Ledger; readonly offset: number}
): void {
  const found = horizonIn(words)
  if (!found) return
  const {what, tot} = found
  const isOwn = isOwnHorizon(found, soort)
  const advice = isOwn
    ? `geef \`--horizon\`, of zet \`tot: ${tot}\` in de kop`
    : 'schrijf daarvoor een versie van die dag'
  ledger.repairs.push({
    place: placeOf(ledger.source, offset),
    kind: 'horizon-clause',
    message: `\`${brief(what)}\` vervalt volgens deze tekst met ingang van ${tot}; ${advice}`,
    mended: false,
    ...(isOwn && {tot})
  })
}

/** A day as it is written in a sentence: `1 januari 2015`, `01-01-2015`. */
export function dayIn(words: string): IsoDate | undefined {
  const found = /(\d{1,2}) ([a-z]+) (\d{4})/iu.exec(words)
  const [, day = '', month = '', year = ''] = found ?? []
  const number = months.indexOf(month.toLowerCase()) + 1
  if (number > 0) {
    return isoDate(
      `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
    )
  }
  const short = /(\d{1,2})-(\d{1,2})-(\d{4})/u.exec(words)
  return short
    ? isoDate(
        `${short[3]}-${short[2]?.padStart(2, '0')}-${short[1]?.padStart(2, '0')}`
      )
    : undefined
}

/** The first words of a text, for a message. */
function brief(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim()
  return words.length > 60 ? `${words.slice(0, 57)}…` : words
}
