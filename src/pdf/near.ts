/**
 * Stage: content drawn far from its origin → the same content near it.
 *
 * A browser lays a long text on one endless sheet and looks at it through each
 * page; PDF/A-1 knows no number beyond 32767, which is some thirty pages down.
 */
import {joined} from './joined.ts'
import {unlatin} from './latin.ts'
import {numbersOf, type Operator, scan} from './scan.ts'

/** Well within what PDF/A-1 allows, also after what is drawn below it. */
const far = 15_000

/** Which operands are heights, of operators that draw. */
const heights: Readonly<Record<string, readonly number[]>> = {
  re: [1],
  m: [1],
  l: [1],
  c: [1, 3, 5],
  v: [1, 3],
  y: [1, 3],
  Tm: [5]
}

/** The same drawing, with the origin of each part that lies far off brought to it. */
export function nearContent(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  const outer: number[] = []
  let shift = 0
  let at = 0
  scan(bytes, (operator) => {
    const {name, start, end} = operator
    if (name === 'q') outer.push(shift)
    if (name === 'Q') shift = outer.pop() ?? 0
    const moved = movedOperator(operator, bytes, shift)
    if (!moved) return
    shift = moved.shift
    const text = `${moved.numbers.map(written).join(' ')} ${name}`
    parts.push(bytes.subarray(at, start), unlatin(text))
    at = end
  })
  return joined([...parts, bytes.subarray(at)])
}

/** Numbers of an operator, and how far what follows is lowered. */
interface Moved {
  readonly numbers: readonly number[]
  readonly shift: number
}

/** Nothing where an operator stays as it is. */
function movedOperator(
  operator: Operator,
  bytes: Uint8Array,
  shift: number
): Moved | undefined {
  if (operator.name === 'cm')
    return movedMatrix(numbersOf(operator, bytes), shift)
  const places = heights[operator.name]
  if (shift === 0 || !places) return undefined
  const numbers = numbersOf(operator, bytes).map((number, at) =>
    places.includes(at) ? number - shift : number
  )
  return {numbers, shift}
}

/** A matrix that keeps lines level takes the shift in; any other takes it back. */
function movedMatrix(
  numbers: readonly number[],
  outer: number
): Moved | undefined {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers
  const isFar = Math.abs(f - outer) > far
  if (!isFar && outer === 0) return undefined
  const isLevel = b === 0 && c === 0
  const shift = isLevel ? Math.round((outer - (isFar ? f : 0)) / d) : 0
  return {numbers: [a, b, c, d, e, f + d * shift - outer], shift}
}

/** As a PDF has numbers: without exponent. */
function written(number: number): string {
  return number.toFixed(6).replace(/\.?0+$/u, '') || '0'
}
