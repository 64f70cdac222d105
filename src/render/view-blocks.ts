/**
 * Stage: prepared blocks → views.
 */
import {readLabel} from '../dialect/label.ts'
import type {Block, Phrasing, Tabel} from '../model.ts'
import {itemAnchor, tableRegion} from './anchors.ts'
import {fitTable, hasLongWord} from './table-width.ts'
import {phrasingText} from './text-blocks.ts'
import type {NodeView, SectionContext} from './view-context.ts'
import {phrasingView} from './view-phrasing.ts'

type Item = Extract<Block, {type: 'lid' | 'onderdeel'}>

/** Views of blocks; a run of items becomes one list. */
export function blocksView(
  blocks: readonly Block[],
  parent: string,
  context: SectionContext
): readonly NodeView[] {
  return runs(blocks).map((run) => {
    const [first] = run
    return isItem(first)
      ? listView(run.filter(isItem), parent, context)
      : blockView(first, parent, context)
  })
}

type Run = readonly [Block, ...Block[]]

/** Neighbouring items of one kind together, any other block alone. */
function runs(blocks: readonly Block[]): readonly Run[] {
  const all: [Block, ...Block[]][] = []
  for (const block of blocks) {
    const run = all.at(-1)
    if (run && isItem(block) && listKind(run[0]) === listKind(block)) {
      run.push(block)
    } else {
      all.push([block])
    }
  }
  return all
}

function listKind(block: Block): string {
  if (block.type !== 'onderdeel') return block.type
  return isDash(block) ? 'streepjes' : 'onderdelen'
}

function listView(
  items: readonly Item[],
  parent: string,
  context: SectionContext
): NodeView {
  return {
    partial: 'partials/blocks/list',
    tag: items.every(isDash) ? 'ul' : 'ol',
    items: items.map((item) => {
      const id = context.unique(itemAnchor(parent, item))
      const blocks = blocksView(item.content, id, context)
      return {id, label: item.label, blocks}
    })
  }
}

function blockView(
  block: Exclude<Block, Item>,
  parent: string,
  context: SectionContext
): NodeView {
  switch (block.type) {
    case 'alinea': {
      const content = phrasingView(block.content, context)
      return {partial: 'partials/blocks/alinea', content}
    }
    case 'tussenkop': {
      const id = context.unique(`${parent}.kop`)
      const content = phrasingView(block.content, context)
      return {
        partial: 'partials/blocks/heading',
        id,
        level: block.depth,
        content,
        selfLink: selfLink(context, phrasingText(block.content))
      }
    }
    case 'tabel':
      return tableView(block, context)
    default: {
      const id = context.unique(`${parent}.citaat`)
      const blocks = blocksView(block.content, id, context)
      return {partial: 'partials/blocks/quote', blocks}
    }
  }
}

/** Label of the link from a heading to itself; empty where a layout has none. */
export function selfLink({target}: SectionContext, name: string): string {
  return target === 'print' ? '' : `Koppeling naar ${name}`
}

function tableView(table: Tabel, context: SectionContext): NodeView {
  const {rows, align} = table
  const columns = Math.max(0, ...rows.map(({cells}) => cells.length))
  const {width, paper} = fitTable(table)
  const [head, ...body] = rows.map(({cells}) =>
    Array.from({length: columns}, (_, column) => ({
      align: align[column] ?? 'left',
      isEmpty: isEmpty(cells[column] ?? []),
      breaks: hasLongWord(phrasingText(cells[column] ?? [])),
      content: phrasingView(cells[column] ?? [], context)
    }))
  )
  const region =
    context.target === 'print' ? '' : tableRegion(context.name, context.unique)
  return {
    partial: 'partials/blocks/table',
    width,
    paper: context.target === 'print' ? paper : '',
    region,
    head: head ?? [],
    rows: body
  }
}

function isEmpty(cell: readonly Phrasing[]): boolean {
  return cell.every((node) => node.type === 'text' && node.value.trim() === '')
}

function isItem(block: Block): block is Item {
  return block.type === 'lid' || block.type === 'onderdeel'
}

function isDash({label}: Item): boolean {
  return readLabel(label)?.kind === 'dash'
}
