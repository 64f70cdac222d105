/** Runs of labelled items: gaps, repeats and steps back. */
import type {Report, RuleHead} from '../../diagnostics/report.ts'
import {fileStart} from '../../diagnostics/report.ts'
import type {Block, Lid, Onderdeel} from '../../model.ts'
import {
  carriesOn,
  isFirst,
  type LabelKind,
  nextLabel,
  readLabel
} from '../label.ts'
import {wordsOf} from '../words.ts'
import {type ItemsAt, nest} from './nest.ts'

const order: RuleHead = {id: 'label-order', severity: 'waarschuwing'}
const level: RuleHead = {id: 'label-level', severity: 'fout'}
const repeat: RuleHead = {id: 'label-repeat', severity: 'fout'}

type Item = Lid | Onderdeel

/** Report, at every depth, labels that do not follow one another. */
export function inspectLabels(
  blocks: readonly Block[],
  at: ItemsAt,
  report: Report
): void {
  for (const run of runsOf(blocks)) inspectRun(run, at, report)
  for (const block of blocks) {
    if ('content' in block && isContainer(block)) {
      inspectLabels(block.content, at, report)
    }
  }
}

interface Run {
  readonly items: readonly Item[]
  /** What stands before it is left out (`[…]`): it may begin anywhere. */
  readonly afterEllipsis: boolean
}

function runsOf(blocks: readonly Block[]): Run[] {
  const runs: {items: Item[]; afterEllipsis: boolean}[] = []
  let previous: Block | undefined
  for (const block of blocks) {
    if (isItem(block)) {
      const open = previous && isItem(previous) ? runs.at(-1) : undefined
      if (open) open.items.push(block)
      else runs.push({items: [block], afterEllipsis: isEllipsis(previous)})
    }
    previous = block
  }
  return runs
}

function inspectRun(
  {items, afterEllipsis}: Run,
  at: ItemsAt,
  report: Report
): void {
  const outer = kindOf(items[0])
  let open = new Map<LabelKind | undefined, Series>()
  let last: Item | undefined
  for (const item of items) {
    const kind = kindOf(item)
    const series = open.get(kind)
    const found = oddnessOf(item, series, last)
    if (found && !(last === undefined && afterEllipsis)) {
      reportOdd(found, {items, above: last, item}, at, report)
    }
    const labels = series?.labels ?? new Set()
    const grown = {labels: labels.add(item.label), last: item}
    // What stands unindented below an item ends with the next one.
    open = kind === outer ? new Map([[kind, grown]]) : open.set(kind, grown)
    last = item
  }
}

interface Step {
  readonly items: readonly Item[]
  readonly above: Item | undefined
  readonly item: Item
}

function reportOdd(
  {rule, reason}: Oddness,
  {items, above, item}: Step,
  at: ItemsAt,
  report: Report
): void {
  const deeper = rule === level ? nest(items, [above, item], at) : undefined
  const place = deeper?.place ?? at.places.get(item) ?? fileStart
  report(rule, place, reason, deeper?.extra)
}

/** The items of one kind so far, in a run of several kinds. */
interface Series {
  readonly labels: Set<string>
  readonly last: Item
}

function kindOf(item: Item | undefined): LabelKind | undefined {
  return readLabel(item?.label ?? '')?.kind
}

/** What is odd about an item, given those of its kind before it and the one right above it. */
function oddnessOf(
  item: Item,
  series: Series | undefined,
  above: Item | undefined
): Oddness | undefined {
  const {label} = item
  if (label !== '–' && series?.labels.has(label)) {
    const reason = `\`${label}\` komt in deze opsomming twee keer voor; hernummer een van beide`
    return {rule: repeat, reason}
  }
  const before = series?.last ?? above
  return before ? oddStep(before, item) : oddStart(item)
}

interface Oddness {
  readonly rule: RuleHead
  readonly reason: string
}

function oddStart({label}: Item): Oddness | undefined {
  const parts = readLabel(label)
  if (!parts || isFirst(parts)) return undefined
  const ordinal = /^(\d{1,4})[eo]\.$/u.exec(label)?.[1]
  if (ordinal !== undefined) {
    const meant = `\`${label}\` wordt als nummer met een letter gelezen; schrijf \`${ordinal}°.\` als dat is bedoeld`
    return {rule: order, reason: meant}
  }
  const reason = `Deze opsomming begint met \`${label}\`; zet ervoor wat ontbreekt, spring de tekst erboven in als die bij het vorige lid hoort, of maak er gewone tekst van met \`\\\` voor de punt`
  return {rule: order, reason}
}

function oddStep(last: Item, item: Item): Oddness | undefined {
  const [before, next] = [readLabel(last.label), readLabel(item.label)]
  if (!before || !next || carriesOn(before, next)) return undefined
  if (before.kind !== next.kind) {
    const reason = `\`${item.label}\` staat op hetzelfde niveau als \`${last.label}\`; spring vier spaties in als het daaronder valt`
    return {rule: level, reason}
  }
  return {rule: order, reason: gapReason(last.label, item.label)}
}

/** What to do about a label that does not follow the one above it. */
export function gapReason(last: string, label: string): string {
  const parts = readLabel(last)
  const next = parts && nextLabel(parts)
  const between = next === undefined ? '' : ` als \`${next} (vervallen)\``
  return `\`${label}\` volgt niet op \`${last}\`; zet wat vervallen is ertussen${between}, of hernummer`
}

function isItem(block: Block): block is Item {
  return block.type === 'lid' || block.type === 'onderdeel'
}

function isContainer(
  block: Block
): block is Extract<Block, {content: readonly Block[]}> {
  return ['lid', 'onderdeel', 'citaat', 'noot'].includes(block.type)
}

function isEllipsis(block: Block | undefined): boolean {
  return block?.type === 'alinea' && wordsOf(block.content) === '[…]'
}
