/**
 * Stage: prepared blocks → lines of plain text.
 */
import type {Block, Phrasing} from '../model.ts'
import {tableLines} from './text-table.ts'
import {hang, size, wrap} from './text-wrap.ts'

// However deep the labels nest, some room is left for words.
const leastWidth = 24

/** The lines of blocks, blank lines between alineas and between leden. */
export function blockLines(
  blocks: readonly Block[],
  width: number
): readonly string[] {
  const labels = labelWidths(blocks)
  return blocks.flatMap((block, index) => {
    const previous = blocks[index - 1]
    const lines = linesOf(block, width, labels[index] ?? 0)
    return previous && isApart(previous, block) ? ['', ...lines] : lines
  })
}

/** A heading; the two highest levels are underlined. */
export function headingLines(
  text: string,
  level: number,
  width: number
): readonly string[] {
  const lines = wrap(text, width)
  if (level > 2) return lines
  const rule = (level === 1 ? '=' : '-').repeat(Math.max(...lines.map(size)))
  return [...lines, rule]
}

/** An item: its label, and its content beside it. */
export function itemLines(
  label: string,
  content: readonly Block[],
  width: number
): readonly string[] {
  return beside(label, size(label) + 1, content, width)
}

/** Running text without its marks. */
export function phrasingText(nodes: readonly Phrasing[]): string {
  return nodes.map(nodeText).join('')
}

function linesOf(
  block: Block,
  width: number,
  indent: number
): readonly string[] {
  switch (block.type) {
    case 'alinea':
      return wrap(phrasingText(block.content), width)
    case 'tussenkop':
      return headingLines(phrasingText(block.content), block.depth, width)
    case 'tabel':
      return tableLines(
        block.rows.map(({cells}) => cells.map(phrasingText)),
        block.align,
        width
      )
    case 'citaat':
      return blockLines(block.content, inner(width, 2)).map((line) =>
        `> ${line}`.trimEnd()
      )
    case 'noot':
      return itemLines(`[${block.merk}]`, block.content, width)
    default:
      return beside(block.label, indent, block.content, width)
  }
}

function beside(
  label: string,
  indent: number,
  content: readonly Block[],
  width: number
): readonly string[] {
  return hang(label, indent, blockLines(content, inner(width, indent)))
}

function inner(width: number, indent: number): number {
  return Math.max(leastWidth, width - indent)
}

// The items of one run stand in line, whatever their labels.
function labelWidths(blocks: readonly Block[]): readonly number[] {
  const own = blocks.map((block) => ('label' in block ? size(block.label) : 0))
  const widest = Math.max(0, ...own)
  return own.map((width) => (width === 0 ? 0 : widest + 1))
}

function isApart(previous: Block, block: Block): boolean {
  if (block.type === 'onderdeel') {
    return !['alinea', 'onderdeel', 'lid'].includes(previous.type)
  }
  return true
}

function nodeText(node: Phrasing): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'break':
      return '\n'
    case 'footnoteReference':
      return `[${node.identifier}]`
    case 'link':
      return linkText(phrasingText(node.children as Phrasing[]), node.url)
    default:
      return phrasingText(node.children as Phrasing[])
  }
}

function linkText(words: string, url: string): string {
  return url.startsWith('#') || words === url ? words : `${words} <${url}>`
}
