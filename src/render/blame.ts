/**
 * Stage: the words of a unit with who brought them → lines for a terminal or a file.
 *
 * Left of a bar stands the wijziging, right of it the words that it brought; an
 * empty place on the left means: as above. Below stands what each wijziging was.
 */
import {dayInWords} from '../citation/day.ts'
import type {BlamedLine, BlamedPart} from '../comparison.ts'
import type {Moment, Wijziging} from '../model.ts'
import {headingLines} from './text-blocks.ts'
import {hang, size, wrap} from './text-wrap.ts'
import {visible} from './visible.ts'

/** What is printed of one unit. */
export interface BlameView extends Moment {
  /** `Artikel 3:7 Toelage`. */
  readonly titel: string
  readonly lines: readonly BlamedLine[]
  readonly wijzigingen: ReadonlyMap<string, Wijziging>
}

const since = 'begin'
const widestGutter = 28
const leastText = 30

/** Print who brought which words, at most `width` columns wide. */
export function renderBlame(view: BlameView, width: number): string {
  const {geldig, zicht, wijzigingen} = view
  const {titel, lines} = visible({titel: view.titel, lines: view.lines})
  const nameOf = (by: readonly string[]): string =>
    by.length === 0
      ? since
      : by.map((id) => shortName(id, wijzigingen.get(id))).join(' + ')
  const chunks = lines.flatMap((line) => chunksOf(line, nameOf))
  const gutter = Math.min(
    widestGutter,
    Math.max(0, ...chunks.map(({name}) => size(name)))
  )
  const columns = Math.max(leastText, width - gutter - 3)
  const rows = chunks.flatMap((chunk, at) =>
    rowsOf(chunk, chunks[at - 1]?.name, gutter, columns)
  )
  const moment = `Op ${dayInWords(geldig)}, naar wat bekend was op ${dayInWords(zicht)}`
  return `${[
    ...headingLines(titel, 1, width),
    '',
    ...wrap(moment, width),
    '',
    ...rows,
    '',
    ...legend(lines, wijzigingen, width)
  ].join('\n')}\n`
}

/** How a wijziging is called in little room. */
function shortName(id: string, wijziging: Wijziging | undefined): string {
  return wijziging?.lbr === undefined ? id : `Lbr. ${wijziging.lbr}`
}

/** Words that stand together, as one piece of a line. */
interface Chunk {
  readonly name: string
  readonly indent: number
  /** Goes before the first row; the others stand as far in. */
  readonly label: string
  readonly text: string
}

function chunksOf(
  {line, parts, rows}: BlamedLine,
  nameOf: (by: readonly string[]) => string
): readonly Chunk[] {
  const {path, starts} = line
  const own = path.slice(path.length - starts)
  const label = own
    .map((stap) => (stap.type === 'noot' ? `[^${stap.label}]` : stap.label))
    .filter((text) => text !== '')
    .join(' ')
  const depth = Math.max(0, path.length - 1)
  const all = rows.length > 0 ? rows.map(rowParts) : [parts]
  return all.flatMap((row, at) =>
    (row.length === 0 ? [{text: '', by: []}] : row).map(
      ({text, by}, index): Chunk => {
        const isFirst = at === 0 && index === 0
        const lead = label === '' ? '' : `${label} `
        return {
          name: nameOf(by),
          indent: depth * 4,
          label: isFirst ? lead : ' '.repeat(size(lead)),
          text: text.trim()
        }
      }
    )
  )
}

/** The cells of a row behind each other; what one decision brought stands together. */
function rowParts(
  cells: readonly (readonly BlamedPart[])[]
): readonly BlamedPart[] {
  const parts: BlamedPart[] = []
  const all = cells.flatMap((cell, at) => withBar(cell, at === 0 ? '' : ' | '))
  for (const {text, by} of all) {
    const last = parts.at(-1)
    if (last && last.by.join() === by.join()) {
      parts[parts.length - 1] = {text: last.text + text, by}
    } else parts.push({text, by})
  }
  return parts
}

function withBar(
  cell: readonly BlamedPart[],
  bar: string
): readonly BlamedPart[] {
  const [first = {text: '', by: []}, ...rest] = cell
  return [{...first, text: bar + first.text}, ...rest]
}

function rowsOf(
  {name, indent, label, text}: Chunk,
  before: string | undefined,
  gutter: number,
  columns: number
): readonly string[] {
  const front = ' '.repeat(Math.min(indent, columns - leastText / 2))
  const shown = name === before ? '' : name
  const names = wrap(shown, gutter)
  const words = hang(
    label.trimEnd(),
    size(label),
    wrap(text, columns - front.length - size(label))
  )
  return Array.from({length: Math.max(names.length, words.length)}, (_, at) => {
    const left = names[at] ?? ''
    const pad = ' '.repeat(Math.max(0, gutter - size(left)))
    return `${left}${pad} | ${front}${words[at] ?? ''}`.trimEnd()
  })
}

function legend(
  lines: readonly BlamedLine[],
  wijzigingen: ReadonlyMap<string, Wijziging>,
  width: number
): readonly string[] {
  const all = lines.flatMap(({parts, rows}) => [...parts, ...rows.flat(2)])
  const named = new Set(all.flatMap(({by}) => by))
  const isOld = all.some(({by, text}) => by.length === 0 && text !== '')
  return [
    ...(isOld
      ? wrap(`${since}: stond er al toen de verzameling begon`, width)
      : []),
    ...[...named].flatMap((id) => {
      const found = wijzigingen.get(id)
      const {datum, onderwerp = ''} = found ?? {}
      const facts = [datum && dayInWords(datum), visible(onderwerp)].filter(
        (part) => part
      )
      return wrap(`${shortName(id, found)}: ${facts.join(', ')}`, width)
    })
  ]
}
