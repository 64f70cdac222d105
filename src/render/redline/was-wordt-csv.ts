/**
 * Stage: the rows of a was-wordt table → CSV.
 *
 * Plain text: the labels and words of either side, a line for each line of the
 * text, without marks.
 */
import type {NodeView} from '../view-context.ts'
import type {HeadingView} from './heading-view.ts'
import type {LineView} from './line-view.ts'
import type {SideCell, WasWordtGroup} from './was-wordt-view.ts'

const columns = [
  'Bepaling',
  'Plaats',
  'Verschil',
  'Was',
  'Wordt',
  'Toelichting',
  'Wijziging'
]

/** All groups, a record for each row, under a head. */
export function csvOf(
  groups: readonly WasWordtGroup[],
  separator: ',' | ';'
): string {
  const records = groups.flatMap(({heading, rows}) =>
    rows.map((row) => [
      heading,
      row.before === '' ? row.place : `${row.place} (was ${row.before})`,
      row.kinds,
      cellText(row.was),
      cellText(row.wordt),
      cellText(withoutOld(row.toelichting)),
      row.wijziging
    ])
  )
  const lines = [columns, ...records].map((record) =>
    record.map(field).join(separator)
  )
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

// A spreadsheet reckons what begins so; an apostrophe makes it text.
const formula = /^[=+\-@\t\r]/u

function field(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return `"${safe.replace(/"/gu, '""')}"`
}

type Told = Pick<SideCell, 'headings' | 'lines'>

function cellText({headings, lines}: Told): string {
  return [...headings.map(headingLine), ...lines.map(lineText)]
    .filter((line) => line !== '')
    .join('\r\n')
}

/** Of a merged text the new words alone. */
function withoutOld({headings, lines}: Told): Told {
  return {headings, lines: lines.map((line) => dropOld(line) as LineView)}
}

/** A copy of views without what was removed; nothing else in them changes. */
function dropOld(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.filter((one) => !isRemoved(one)).map(dropOld)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, dropOld(inner)])
  )
}

function isRemoved(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const {partial, side} = value as {partial?: unknown; side?: unknown}
  return partial === 'partials/redline/del' || side === 'was'
}

function headingLine({name, old, now, opschrift, marks}: HeadingView): string {
  return [name + (now || old), wordsOf(opschrift), wordsOf(marks)]
    .filter((part) => part !== '')
    .join(' ')
}

function lineText({labels, body}: LineView): string {
  const begun = labels.map(({wordt, was, laag}) =>
    [wordt || was, wordsOf(laag)].filter((part) => part !== '').join(' ')
  )
  return [...begun, bodyText(body)].filter((part) => part !== '').join(' ')
}

function bodyText(body: NodeView): string {
  if (body.partial !== 'partials/redline/table') return wordsOf(contentOf(body))
  // `tableView` made this view, with a head and rows of cells.
  const {head, rows} = body as unknown as {
    head: {cells: readonly NodeView[]}
    rows: readonly {cells: readonly NodeView[]}[]
  }
  return [head, ...rows]
    .map(({cells}) => cells.map((cell) => wordsOf(contentOf(cell))).join(' | '))
    .join('\r\n')
}

/** The words of views, without what is ours. */
function wordsOf(views: readonly NodeView[]): string {
  return views.map(viewText).join('').replace(/ +/gu, ' ').trim()
}

function viewText(view: NodeView): string {
  switch (view.partial) {
    case 'partials/phrasing/words':
      return String(view.words)
    case 'partials/phrasing/break':
      return '\r\n'
    case 'partials/redline/reference':
      return `[${view.number}]`
    case 'partials/redline/sign':
    case 'partials/redline/inline-remark':
      return ''
    default:
      return contentOf(view).map(viewText).join('')
  }
}

// Whatever holds words holds them in a field of this name.
function contentOf(view: object): readonly NodeView[] {
  return 'content' in view ? (view.content as readonly NodeView[]) : []
}
