/**
 * A text as lines of words: what is compared when two texts must say the same.
 *
 * Stage. The rules by which two texts are equal are all here: white space is
 * one space, letters are NFC, a label and the words behind it are one line, a
 * cell of a table is a line, notes come last, and marks (italics, bold, links)
 * do not count. Nothing else is overlooked.
 */
import type {PhrasingContent} from 'mdast'
import type {Block, Soort} from '../model.ts'
import {isBare} from '../time/siblings.ts'

/** The words of running text, with references to notes; a line break is a space. */
function inlineWords(content: readonly PhrasingContent[]): string {
  return content
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type === 'break') return ' '
      if (node.type === 'footnoteReference') return `[^${node.identifier}]`
      return 'children' in node ? inlineWords(node.children) : ''
    })
    .join('')
}

/** White space to one space, and letters in one form. */
export function plainWords(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** All lines of a text, in reading order; none is empty. */
export function linesOf(blocks: readonly Block[]): readonly string[] {
  const notes: string[] = []
  const lines = rawLines(blocks, notes)
  return [...lines, ...notes].map(plainWords).filter((line) => line !== '')
}

/** How a unit is called above its text, for comparison; what has no number is called by its opschrift alone. */
export function headingLine({
  soort,
  nummer,
  opschrift
}: {
  readonly soort: Soort
  readonly nummer?: string | undefined
  readonly opschrift?: string | undefined
}): string {
  if (isBare(soort)) return plainWords(opschrift ?? '')
  const name = soort.charAt(0).toUpperCase() + soort.slice(1)
  return plainWords([name, nummer ?? '', opschrift ?? ''].join(' '))
}

function rawLines(blocks: readonly Block[], notes: string[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'alinea':
      case 'tussenkop':
        return [inlineWords(block.content)]
      case 'tabel':
        return block.rows.flatMap(({cells}) => cells.map(inlineWords))
      case 'citaat':
        return rawLines(block.content, notes)
      case 'noot': {
        const at = notes.length
        const inner = rawLines(block.content, notes)
        notes.splice(at, 0, ...behind(`[^${block.merk}]`, block, inner))
        return []
      }
      default: {
        const mark = block.laag ? ` {${block.laag}}` : ''
        const inner = rawLines(block.content, notes)
        return behind(block.label + mark, block, inner)
      }
    }
  })
}

/** The first words stand on the line of their label. */
function behind(
  label: string,
  {content}: {readonly content: readonly Block[]},
  lines: readonly string[]
): string[] {
  const [first = '', ...rest] = lines
  const isOnLine = content[0]?.type === 'alinea'
  return isOnLine ? [`${label} ${first}`, ...rest] : [label, ...lines]
}
