/**
 * Stage: Consolidation → sections in reading order, ready for any target.
 *
 * Every target prints these sections and nothing else, so that all of them
 * hold the same words in the same order.
 */
import type {Consolidation, UnitText} from '../model.ts'
import {type Heading, unitHeading} from './names.ts'
import {deeper, type Level, type Prepared, prepare} from './prepare.ts'
import {type Remark, unitRemarks} from './remarks.ts'

/** One unit as a document shows it. */
export interface Section extends Prepared {
  readonly unit: UnitText
  readonly level: Level
  readonly heading: Heading
  readonly remarks: readonly Remark[]
  readonly toelichting: readonly Section[]
  readonly children: readonly Section[]
}

/** The sections of a consolidation; headings begin at level 2, under the title. */
export function sectionsOf(c: Consolidation): readonly Section[] {
  const document = {consolidation: c, nextNote: 1}
  return c.units.map((unit) => section(unit, 2, document))
}

interface Document {
  readonly consolidation: Consolidation
  nextNote: number
}

function section(unit: UnitText, level: Level, document: Document): Section {
  const {consolidation} = document
  // A lapsed unit has no text any more, whatever came in.
  const text = unit.state === 'vervallen' ? [] : unit.text
  const prepared = prepare(text, level, document.nextNote)
  document.nextNote += prepared.notes.length
  const under = (inner: UnitText): Section =>
    section(inner, deeper(level), document)
  return {
    unit,
    level,
    heading: unitHeading(unit, consolidation),
    remarks: unitRemarks(unit, consolidation),
    ...prepared,
    toelichting: unit.toelichting.map(under),
    children: unit.children.map(under)
  }
}
