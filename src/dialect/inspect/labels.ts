/** Runs of labelled items: gaps, repeats and steps back. */
import type {Report, RuleHead} from '../../diagnostics/report.ts'
import {fileStart} from '../../diagnostics/report.ts'
import type {Block, Lid, Onderdeel, Place} from '../../model.ts'
import {carriesOn, isFirst, readLabel} from '../label.ts'
import {wordsOf} from '../words.ts'

const order: RuleHead = {id: 'label-order', severity: 'waarschuwing'}
const repeat: RuleHead = {id: 'label-repeat', severity: 'fout'}

type Item = Lid | Onderdeel

/** Report, at every depth, labels that do not follow one another. */
export function inspectLabels(
  blocks: readonly Block[],
  places: ReadonlyMap<object, Place>,
  report: Report
): void {
  for (const run of runsOf(blocks)) inspectRun(run, places, report)
  for (const block of blocks) {
    if ('content' in block && isContainer(block)) {
      inspectLabels(block.content, places, report)
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
  places: ReadonlyMap<object, Place>,
  report: Report
): void {
  const seen = new Set<string>()
  let last: Item | undefined
  for (const item of items) {
    const place = places.get(item) ?? fileStart
    const reason = oddness(last, item)
    if (seen.has(item.label) && item.label !== '–') {
      const again = `\`${item.label}\` komt in deze opsomming twee keer voor; hernummer een van beide`
      report(repeat, place, again)
    } else if (reason !== undefined && !(last === undefined && afterEllipsis)) {
      report(order, place, reason)
    }
    seen.add(item.label)
    last = item
  }
}

function oddness(last: Item | undefined, item: Item): string | undefined {
  const next = readLabel(item.label)
  if (!next) return undefined
  if (last === undefined) {
    return isFirst(next)
      ? undefined
      : `Deze opsomming begint met \`${item.label}\`; maak er gewone tekst van met een \`\\\` voor de punt, of zet de ontbrekende onderdelen ervoor`
  }
  const before = readLabel(last.label)
  if (!before || carriesOn(before, next)) return undefined
  return before.kind === next.kind
    ? `\`${item.label}\` volgt niet op \`${last.label}\`; zet wat vervallen is ertussen als \`${last.label} (vervallen)\`, of hernummer`
    : `\`${item.label}\` staat op hetzelfde niveau als \`${last.label}\`; spring vier spaties in als het een onderdeel daarvan is`
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
