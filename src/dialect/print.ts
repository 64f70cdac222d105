/**
 * Legal tree → Markdown in house form.
 *
 * Kernel. One tree, one text: an alinea is one line, a child stands four
 * spaces deep, blank lines stand only where the dialect asks for one. Reading
 * the result gives the same tree, and printing that gives the same bytes.
 */
import type {Root, RootContent, Table} from 'mdast'
import type {Block, Tabel} from '../model.ts'
import {markdown} from './markdown.ts'

/** Print blocks; ends in one line feed, or is empty. */
export function printText(blocks: readonly Block[]): string {
  const root: Root = {type: 'root', children: blocks.map(toMdast)}
  return markdown.stringify(root)
}

function toMdast(block: Block): RootContent {
  switch (block.type) {
    case 'alinea':
      return {
        type: 'paragraph',
        aanhef: block.role === 'aanhef',
        children: [...block.content]
      }
    case 'tussenkop':
      return {
        type: 'heading',
        depth: block.depth,
        children: [...block.content]
      }
    case 'tabel':
      return toMdastTable(block)
    case 'citaat':
      return {type: 'blockquote', children: block.content.map(toMdast) as never}
    case 'noot':
      return {
        type: 'footnoteDefinition',
        identifier: block.merk,
        label: block.merk,
        children: block.content.map(toMdast) as never
      }
    default:
      return {
        type: 'legalItem',
        label: block.label,
        laag: block.laag,
        children: block.content.map(toMdast)
      }
  }
}

function toMdastTable({align, rows}: Tabel): Table {
  return {
    type: 'table',
    align: [...align],
    children: rows.map(({cells}) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({type: 'tableCell', children: [...cell]}))
    }))
  }
}
