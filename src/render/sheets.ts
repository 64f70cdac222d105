/**
 * Stage: sections → the sheets on which a print lays them.
 *
 * In a long document each hoofdstuk begins a sheet and stands in its head; what
 * is short goes along with what stands before it. A short document runs on, but
 * for a bijlage with a wide table, which lies on its side.
 */
import type {Block} from '../model.ts'
import type {Section} from './document.ts'
import {headingText} from './names.ts'
import {fitTable, largestPaper, type Paper} from './table-width.ts'
import {phrasingIn} from './walk-blocks.ts'

/** Neighbouring sections that share their sheets. */
export interface Sheets {
  /** Name of the kind of sheet in the styles; each has one of its own. */
  readonly name: string
  /** What stands in its head; empty in a document that runs on. */
  readonly head: string
  /** The paper on which it lies on its side; empty for upright sheets. */
  readonly paper: Paper | ''
  /** Places of the sections in the document, from 1. */
  readonly places: readonly number[]
}

/** In characters of text; a sheet holds about three thousand. */
const longDocument = 20_000
const longPart = 4000
const shortPart = 1500

interface Part {
  readonly sections: readonly Section[]
  readonly places: readonly number[]
  readonly size: number
  readonly paper: Paper | ''
}

/** Divides the sections of a document over sheets; those in none run on. */
export function sheetsOf(sections: readonly Section[]): readonly Sheets[] {
  const single = sections.map((section, at): Part => {
    const size = sizeOf(section)
    return {
      sections: [section],
      places: [at + 1],
      size,
      paper: paperOf(section, size)
    }
  })
  const parts = joinShort(single)
  const isLong = isLongDocument(parts)
  const named = isLong ? parts : single.filter(({paper}) => paper !== '')
  return named.map(({sections: all, places, paper}, at) => ({
    name: `deel-${at + 1}`,
    head: isLong ? headOf(all) : '',
    paper,
    places
  }))
}

function isLongDocument(parts: readonly Part[]): boolean {
  const total = totalOf(parts)
  // Whether a bijlage or a slot is short decides nothing.
  const divided = parts.filter(({sections}) =>
    sections.some(({children}) => children.length > 0)
  )
  return total >= longDocument && totalOf(divided) >= longPart * divided.length
}

function totalOf(parts: readonly Part[]): number {
  return parts.reduce((sum, {size}) => sum + size, 0)
}

/** A sheet of its own for a few lines would be nearly empty. */
function joinShort(single: readonly Part[]): readonly Part[] {
  const parts: Part[] = []
  for (const part of single) {
    const last = parts.at(-1)
    const isShort = part.size < shortPart || (last?.size ?? 0) < shortPart
    if (last && isShort && part.paper === '' && last.paper === '') {
      parts[parts.length - 1] = joined(last, part)
    } else {
      parts.push(part)
    }
  }
  return parts
}

function joined(one: Part, other: Part): Part {
  return {
    sections: [...one.sections, ...other.sections],
    places: [...one.places, ...other.places],
    size: one.size + other.size,
    paper: ''
  }
}

function headOf(sections: readonly Section[]): string {
  const whole = sections.map(({heading}) => headingText(heading)).join(' – ')
  if (whole.length <= longestHead) return whole
  const numbers = sections.map(({heading}) =>
    headingText({...heading, opschrift: ''})
  )
  return shortened(sections.length > 1 ? numbers.join(' – ') : whole)
}

/** What fits in a head, in characters. */
const longestHead = 90

function shortened(text: string): string {
  if (text.length <= longestHead) return text
  return `${text.slice(0, text.lastIndexOf(' ', longestHead))}…`
}

/** Long text is hard to read across a lying sheet: there only the table lies. */
function paperOf({body}: Section, size: number): Paper | '' {
  const tables = body.filter((block) => block.type === 'tabel')
  const inTables = sizeOfBlocks(tables)
  return size - inTables < shortPart
    ? largestPaper(tables.map((table) => fitTable(table).paper))
    : ''
}

function sizeOf(section: Section): number {
  const inner = [...section.toelichting, ...section.children]
  const own = sizeOfBlocks([
    ...section.body,
    ...section.notes.flatMap(({content}) => content)
  ])
  return inner.reduce((sum, each) => sum + sizeOf(each), own)
}

function sizeOfBlocks(blocks: readonly Block[]): number {
  return [...phrasingIn(blocks)].reduce(
    (sum, node) => sum + (node.type === 'text' ? node.value.length : 0),
    0
  )
}
