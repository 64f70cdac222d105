/**
 * The characters of a source, one by one, apart from its markup.
 *
 * Reads the source by itself, with none of the code that makes the tree, so
 * that counting is a real check of reading.
 */
import type {ImportedText} from '../imported.ts'

/** Characters that count, each with its offset in the source. */
export interface Characters {
  readonly chars: readonly string[]
  readonly offsets: readonly number[]
}

/** White space and what nobody sees never count. */
const uncounted = /[\s\u0085\p{Cf}\u00AD]/u
const same = new Map([
  ['º', '°'],
  ['˚', '°'],
  ...[...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'].map(
    (from, at) => [from, '0123456789+-()n'[at]] as const
  ),
  ...[...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'].map(
    (from, at) => [from, '0123456789+-()'[at]] as const
  )
])
/** Marks of Markdown: left out of both sides, whether they mark or not. */
const marks = /[*_\\#|>[\]`~]/u

/** The characters that count of a text, in one form each. */
export function countedIn(
  text: string,
  format: ImportedText['format']
): readonly string[] {
  const counted: string[] = []
  for (const character of text.normalize('NFD')) {
    if (uncounted.test(character)) continue
    if (format === 'markdown' && marks.test(character)) continue
    counted.push(same.get(character) ?? character)
  }
  return counted
}

/** The characters of a source that must come back in the tree or in what was left out. */
export function charactersOf(
  source: string,
  format: ImportedText['format']
): Characters {
  const chars: string[] = []
  const offsets: number[] = []
  const add = (text: string, offset: number): void => {
    for (const character of countedIn(text, format)) {
      chars.push(character)
      offsets.push(offset)
    }
  }
  if (format === 'markdown') scanMarkdown(source, add)
  else scanXml(source, add)
  return {chars, offsets}
}

type Add = (text: string, offset: number) => void

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!(?:[^>"']|"[^"]*"|'[^']*')*>|<(?<tag>[^\s/>]+)(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>|<\/[^>]*>|&(?<entity>#?\w+);|(?<plain>[^<&]+|[<&])/gu

/** Character data of XML, and the labels that CVDR keeps in an attribute. */
function scanXml(source: string, add: Add): void {
  for (const {groups = {}, index} of source.matchAll(token)) {
    const {cdata, tag, attributes = '', entity, plain} = groups
    if (plain !== undefined) addEach(plain, index, add)
    else if (cdata !== undefined) addEach(cdata, index + 9, add)
    else if (entity !== undefined) add(decode(entity), index)
    else if (tag !== undefined) add(labelIn(tag, attributes), index)
  }
}

function labelIn(tag: string, attributes: string): string {
  if (!/(?:^|:)li$/u.test(tag)) return ''
  const nr = /\snr\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/u.exec(
    attributes
  )?.groups
  return decodeAll(nr?.double ?? nr?.single ?? '')
}

/** One by one, each with the accents behind it: in which order those stand does not matter. */
function addEach(text: string, from: number, add: Add): void {
  for (const {0: character, index} of text.matchAll(/.\p{M}*/gsu)) {
    add(character, from + index)
  }
}

const row = /^\s*\|\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|\s*$/u

/**
 * All of Markdown but its marks and the second row of a table. Notes come last, as in the tree.
 */
function scanMarkdown(source: string, add: Add): void {
  const notes: (() => void)[] = []
  let inNote = false
  let next = 0
  for (const whole of source.split(/(?<=\n)|(?<=\r)(?!\n)/u)) {
    const line = whole.replace(/[\r\n]+$/u, '')
    const from = next
    next += whole.length
    if (row.test(line)) {
      inNote = false
      continue
    }
    if (!ruler.test(line)) inNote = isNoteLine(line, inNote)
    if (inNote) notes.push(() => scanLine(line, from, add))
    else scanLine(line, from, add)
  }
  for (const note of notes) note()
}

const ruler = /^\s*(?:-{3,}|={3,}|_{3,}|\*{3,}|(?:[-*_] ){2,}[-*_])\s*$/u

/** A note goes on in what is indented right below it. */
function isNoteLine(line: string, inNote: boolean): boolean {
  if (/^\[\^[^\]\s]{1,60}\]:/u.test(line)) return true
  return (
    inNote &&
    /^ {2,}(?!\s*(?:>|\|.*\|\s*$))\s*\S/u.test(line) &&
    !/^\s{0,3}#/u.test(line)
  )
}

function scanLine(line: string, from: number, add: Add): void {
  for (const {0: found, index, groups} of line.matchAll(
    /&(?<entity>#?\w{1,12});|[^&]+|&/gu
  )) {
    const offset = from + index
    if (groups?.entity === undefined) addEach(found, offset, add)
    else add(decode(groups.entity) || found, offset)
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '\u00AD',
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  deg: '°',
  eacute: 'é',
  euml: 'ë',
  iuml: 'ï',
  ouml: 'ö',
  uuml: 'ü',
  egrave: 'è',
  laquo: '«',
  raquo: '»',
  sect: '§',
  bull: '•',
  middot: '·',
  times: '×',
  frac12: '½',
  sup2: '²'
}

/** The character of an entity, without `&` and `;`; empty when it is none. */
export function decode(name: string): string {
  const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/iu.exec(name)
  if (!code) return Object.hasOwn(entities, name) ? (entities[name] ?? '') : ''
  const value = Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10)
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : ''
}

function decodeAll(text: string): string {
  return text.replace(
    /&(#?\w{1,12});/gu,
    (whole, name: string) => decode(name) || whole
  )
}
