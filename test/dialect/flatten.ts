import type {Block, Phrasing} from '../../src/model.ts'

/** Every character of a tree in reading order, written without the printer. */
export function flatten(blocks: readonly Block[]): string {
  return blocks.map(flattenBlock).join(' ')
}

function flattenBlock(block: Block): string {
  switch (block.type) {
    case 'alinea':
    case 'tussenkop':
      return phrasing(block.content)
    case 'tabel':
      return block.rows
        .map(({cells}) => cells.map(phrasing).join(' '))
        .join(' ')
    case 'citaat':
      return flatten(block.content)
    case 'noot':
      return `${block.merk} ${flatten(block.content)}`
    default:
      return `${block.label} ${block.laag ?? ''} ${flatten(block.content)}`
  }
}

function phrasing(nodes: readonly Phrasing[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type === 'break') return ' '
      if (node.type === 'footnoteReference') return node.label ?? ''
      const inner = phrasing(node.children as Phrasing[])
      return node.type === 'link'
        ? `${inner} ${node.url} ${node.title ?? ''}`
        : inner
    })
    .join('')
}

/** Letters and digits, sorted: never a mark of the dialect, so never to be lost (notes may move). */
export function lettersOf(text: string): string {
  return (text.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? [])
    .toSorted()
    .join('')
}

/** The letters and digits that a source holds, with its references read. */
export function lettersOfSource(source: string): string {
  const read = source
    .normalize('NFC')
    .replace(/(?<!\\)((?:\\\\)*)&(?:amp|#x20|#x2013);/gu, '$1 ')
  return lettersOf(read)
}
