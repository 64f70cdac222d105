/**
 * Stage: Comparison → what every output states about it, in Dutch.
 *
 * The one place where that is decided. Where the sides are texts of a corpus,
 * what is said of each of them alone (`statement.ts`) is said here too.
 */
import type {
  Change,
  Comparison,
  Kind,
  LineChange,
  Side,
  UnitChange
} from '../comparison.ts'
import {defined} from '../defined.ts'
import type {Consolidation, Moment, Wijziging} from '../model.ts'
import {unitRemarks} from './remarks.ts'
import {enumerate, plain, say} from './sentence.ts'
import {sourceName, sourceNames} from './sources.ts'
import {statement} from './statement.ts'

/** Of texts of a corpus, what they were compared as. */
export interface Sides {
  readonly was?: Consolidation
  readonly wordt?: Consolidation
  /** All of the regeling: what changed twice names one that neither text rests on. */
  readonly wijzigingen?: readonly Wijziging[]
}

/** What is said of a comparison as a whole. */
export interface DiffStatement {
  readonly title: string
  /** One sentence for each side: what it is, and of when. */
  readonly was: string
  readonly wordt: string
  /** That the second day lies before the first one. */
  readonly order?: string
  /** `3 verschillen`, or that there is none. */
  readonly count: string
  /** What a reader must know of either text; with its side where only one is meant. */
  readonly notices: readonly {readonly side?: Side; readonly text: string}[]
}

const backwards =
  'De tweede dag ligt vóór de eerste: de vergelijking loopt terug in de tijd, en wat vervallen heet, kwam er later bij.'

/** Decide what every output of this comparison states. */
export function diffStatement(
  {was, wordt}: Comparison,
  changes: readonly Change[],
  sides: Sides = {}
): DiffStatement {
  const isOne = was.titel === wordt.titel
  return {
    title: isOne ? was.titel : `${was.titel} en ${wordt.titel}`,
    was: sideSentence(was, sides.was, isOne),
    wordt: sideSentence(wordt, sides.wordt, isOne),
    ...defined({order: isBackwards(was, wordt) ? backwards : undefined}),
    count: countOf(changes),
    notices: sideNotices(sides)
  }
}

function sideSentence(
  {titel, moment}: Comparison['was'],
  side: Consolidation | undefined,
  isOne: boolean
): string {
  const name = isOne ? '' : `${titel}. `
  if (side) return `${name}${plain(statement(side).moment)}.`
  return moment ? `${name}${momentText(moment)}.` : `${titel}.`
}

function momentText({geldig, zicht}: Moment): string {
  return plain(say`Op ${{day: geldig}}, naar wat bekend was op ${{day: zicht}}`)
}

function isBackwards(
  {moment: from}: Comparison['was'],
  {moment: to}: Comparison['was']
): boolean {
  if (!from || !to) return false
  return from.geldig === to.geldig
    ? to.zicht < from.zicht
    : to.geldig < from.geldig
}

function countOf({length}: readonly Change[]): string {
  if (length === 0) return 'Er is niets gewijzigd.'
  return length === 1 ? 'Eén verschil.' : `${length} verschillen.`
}

/** What a reader must know of either text; what is true of both is said once. */
export function sideNotices({was, wordt}: Sides): DiffStatement['notices'] {
  const [old, now] = [saidOf(was), saidOf(wordt)]
  return [
    ...old
      .filter((text) => !now.includes(text))
      .map((text) => ({side: 'was' as const, text})),
    ...now.map((text) =>
      old.includes(text) ? {text} : {side: 'wordt' as const, text}
    )
  ]
}

function saidOf(side: Consolidation | undefined): readonly string[] {
  return side
    ? statement(side)
        // Of a unit without a day: a comparison tells days of what changed alone.
        .notices.filter(({kind}) => kind !== 'begin')
        .map(({sentence}) => plain(sentence))
    : []
}

const words: Readonly<Record<Kind, string>> = {
  added: 'nieuw',
  lapsed: 'vervallen',
  renumbered: 'vernummerd',
  moved: 'verplaatst',
  split: 'gesplitst',
  merged: 'samengevoegd',
  changed: 'gewijzigd',
  formatted: 'opmaak gewijzigd'
}

/** What befell something, in Dutch: `verplaatst en gewijzigd`, `alleen opmaak (cursief)`. */
export function kindsText({
  kinds,
  lines
}: Pick<Change, 'kinds' | 'lines'>): string {
  if (kinds.length === 1 && kinds[0] === 'formatted') {
    const names = [...new Set(lines.flatMap(marksIn))]
    // Of a table in which no word differs.
    if (lines.some(isTable) && names.length === 0) names.push('uitlijning')
    return names.length === 0
      ? 'alleen opmaak'
      : `alleen opmaak (${names.join(', ')})`
  }
  const told = Object.keys(words) as Kind[]
  const isNew = kinds.includes('added')
  const rows = movedRows(lines)
  const names = told
    .filter((kind) => kinds.includes(kind) && !(rows && kind === 'moved'))
    .map((kind) => (kind === 'split' && isNew ? 'afgesplitst' : words[kind]))
  if (rows) names.push(rows)
  const last = names.pop()
  if (last === undefined) return 'ongewijzigd'
  return names.length === 0 ? last : `${names.join(', ')} en ${last}`
}

/**
 * Of tables in which rows changed places `rij verplaatst`, since they stayed
 * where they are; nothing for what moved itself, and where nothing did.
 */
export function movedRows(lines: Change['lines']): string | undefined {
  if (lines.some(({move}) => move !== undefined)) return undefined
  const moves = lines.flatMap(({rows = []}) =>
    rows.flatMap(({move, wordt}) => (wordt && move !== undefined ? move : []))
  )
  if (moves.length === 0) return undefined
  return moves.length === 1 ? 'rij verplaatst' : 'rijen verplaatst'
}

function isTable({rows}: LineChange): boolean {
  return rows !== undefined
}

/** Marks that came or went. */
function marksIn({runs, rows = []}: LineChange): readonly string[] {
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => cell.runs))
  return [...runs, ...cells]
    .filter(({op}) => op === 'formatted')
    .flatMap(({was, wordt}) => [
      ...was.filter((mark) => !wordt.includes(mark)),
      ...wordt.filter((mark) => !was.includes(mark))
    ])
    .map((mark) => (typeof mark === 'string' ? markNames[mark] : 'koppeling'))
}

const markNames = {emphasis: 'cursief', strong: 'vet'} as const

/** What is said of the days of a unit whose text is another one than before; nothing where that is all known. */
export function daysRemark(
  unit: UnitChange,
  {wordt}: Sides
): readonly string[] {
  const {was, wordt: now} = unit
  if (!now || !wordt || was?.path === now.path) return []
  return unitRemarks(now, wordt).map(({sentence}) => plain(sentence))
}

/** The wijzigingen that brought a change, between brackets, with a space before them. */
export function byText(
  {door}: Pick<Change, 'door'>,
  {was, wordt, wijzigingen = []}: Sides
): string {
  if (door.length === 0) return ''
  const side = wordt ?? was
  const names = door.map((id) => {
    const known = wijzigingen.find((one) => one.id === id)
    if (known) return sourceName(known)
    return side ? sourceNames([id], side) : [id]
  })
  return plain(say` (${enumerate(names)})`)
}
