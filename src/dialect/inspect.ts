/**
 * What is odd in a text, told at its place.
 *
 * Kernel. Looks at the tree for order, at mdast for neighbours and at the
 * source for characters; changes nothing.
 */
import type {Root} from 'mdast'
import type {Report} from '../diagnostics/report.ts'
import type {Block, Place} from '../model.ts'
import {inspectCharacters} from './inspect/characters.ts'
import {inspectLabels} from './inspect/labels.ts'
import {inspectLines} from './inspect/lines.ts'
import {inspectNotes} from './inspect/notes.ts'
import type {ParseOptions} from './tree.ts'

/** One text in all its forms. */
export interface Inspection {
  readonly source: string
  readonly root: Root
  readonly text: readonly Block[]
  readonly places: ReadonlyMap<object, Place>
  readonly options: ParseOptions
  readonly report: Report
}

/** Report everything that the dialect has to say about a text. */
export function inspect(inspection: Inspection): void {
  const {source, root, text, places, options, report} = inspection
  inspectCharacters(source, report)
  inspectLines(source, root, options, report)
  inspectLabels(text, {source, places}, report)
  inspectNotes(source, root, report)
}
