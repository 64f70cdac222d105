/**
 * Stage: two texts → what differs between them.
 *
 * Pure, and fit for the browser. Units are known by their names for life; below
 * them content decides. Comparing a text with itself gives no change, and
 * comparing in the other direction gives the mirror image.
 */
import type {Compared, Comparison} from '../comparison.ts'
import {openDesk} from './desk.ts'
import {createLexicon} from './likeness.ts'
import {mirror} from './mirror.ts'
import type {CompareOptions} from './options.ts'
import {orderOfUnits} from './order.ts'
import {numberRowMoves} from './row-moves.ts'
import {unitChange} from './unit-change.ts'
import {mergeUnits} from './units.ts'

/** Compare two texts. */
export function compare(
  was: Compared,
  wordt: Compared,
  options: CompareOptions = {}
): Comparison {
  // Which of two equal ways is taken must not depend on the direction.
  return orderOfUnits(wordt.units, was.units) < 0
    ? mirror(compareOneWay(wordt, was, options))
    : compareOneWay(was, wordt, options)
}

function compareOneWay(
  {units: a, ...was}: Compared,
  {units: b, ...wordt}: Compared,
  {laws}: CompareOptions
): Comparison {
  const nodes = mergeUnits(a, b)
  const lexicon = createLexicon()
  const context = {lexicon, noten: new Map(), ...(laws && {laws})}
  const desk = openDesk(nodes, lexicon, context)
  const units = nodes.map((node) => unitChange(node, desk))
  const taken = desk.moves.length + desk.unitMoves.size
  return {was, wordt, units: numberRowMoves(units, taken)}
}
