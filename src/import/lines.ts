/**
 * A text as lines of words: what is compared when two texts must say the same.
 *
 * Stage. The rules by which two texts are equal are all here: white space is
 * one space, letters are NFC, a label and the words behind it are one line, a
 * cell of a table is a line, notes come last and are numbered through in a text,
 * and marks (italics, bold, links) do not count. Nothing else is overlooked.
 */
import type {PhrasingContent} from 'mdast'
import type {Block, Noot, Soort} from '../model.ts'
import {isBare} from '../time/siblings.ts'

/** The words of running text, with references to notes; a line break is a space. */
function inlineWords(
  content: readonly PhrasingContent[],
  marks: Marks
): string {
  return content
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type === 'break') return ' '
      if (node.type === 'footnoteReference')
        return markOf(node.identifier, marks)
      return 'children' in node ? inlineWords(node.children, marks) : ''
    })
    .join('')
}

/** Marks of notes, in the order in which they were met. */
type Marks = Map<string, number>

/** What a source calls its notes says nothing: one more note elsewhere changes it. */
function markOf(merk: string, marks: Marks): string {
  const known = marks.get(merk) ?? marks.size + 1
  marks.set(merk, known)
  return `[^${known}]`
}

/** White space to one space, and letters in one form. */
export function plainWords(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** All lines of a text, in reading order; none is empty. */
export function linesOf(blocks: readonly Block[]): readonly string[] {
  const marks: Marks = new Map()
  const notes: Noot[] = []
  const lines = rawLines(blocks, {notes, marks})
  // Met in the text before they are read, and notes may hold notes.
  for (const {merk, content} of notes) {
    const inner = rawLines(content, {notes, marks})
    lines.push(...behind(markOf(merk, marks), {content}, inner))
  }
  return lines.map(plainWords).filter((line) => line !== '')
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

interface Gathered {
  readonly notes: Noot[]
  readonly marks: Marks
}

function rawLines(blocks: readonly Block[], gathered: Gathered): string[] {
  const {notes, marks} = gathered
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'alinea':
      case 'tussenkop':
        return [inlineWords(block.content, marks)]
      case 'tabel':
        return block.rows.flatMap(({cells}) =>
          cells.map((cell) => inlineWords(cell, marks))
        )
      case 'citaat':
        return rawLines(block.content, gathered)
      case 'noot': {
        notes.push(block)
        return []
      }
      default: {
        const mark = block.laag ? ` {${block.laag}}` : ''
        const inner = rawLines(block.content, gathered)
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
