/** How deep a part of a text stands among those before it. Kernel. */
import type {PadSoort, Stap} from './address.ts'
import type {Group} from './group.ts'

/** How much of the way before it a group goes on from: in `lid 1, onder a en b` the `b` goes on from `lid 1`. */
export function baseOf(
  pad: readonly Stap[],
  group: Group,
  hasJoint: boolean
): readonly Stap[] {
  if (!hasJoint && isInside(pad, group)) return pad
  const level = levelOf(group, pad, hasJoint)
  const at = pad.findIndex((_, index) => levelIn(pad, index) >= level)
  return at < 0 ? pad : pad.slice(0, at)
}

/** `onderdeel b, aanhef en onder 2°`; `onder b aan het slot`; `eerste volzin, onder a`. */
function isInside(pad: readonly Stap[], group: Group): boolean {
  const last = pad.at(-1)
  if (group.isInside) return last?.soort === 'onderdeel'
  return group.soort === 'onderdeel' && isSentence(last)
}

function isSentence(step: Stap | undefined): boolean {
  return step?.soort === 'volzin' || step?.soort === 'zinsnede'
}

const levels = new Map<PadSoort, number>([
  ['lid', 1],
  ['streepje', 8],
  ['volzin', 9],
  ['zinsnede', 10],
  ['alinea', 9]
])
/** Of an aanhef, a slot, and an onderdeel that stands in no other. */
const upper = 2

/** The level of a step of a way. */
function levelIn(pad: readonly Stap[], at: number): number {
  const soort = pad[at]?.soort ?? 'lid'
  return levels.get(soort) ?? upper + labelsIn(pad.slice(0, at)).length
}

/** The level that a group has behind a way. */
function levelOf(
  {soort, items, isSub}: Group,
  pad: readonly Stap[],
  hasJoint: boolean
): number {
  const labels = labelsIn(pad)
  if (soort !== 'onderdeel' || labels.length === 0)
    return levels.get(soort) ?? upper
  if (isSub) return upper + 1
  return upper + depthOf(items[0]?.nummer ?? '', labels, hasJoint)
}

function labelsIn(pad: readonly Stap[]): readonly string[] {
  return pad.flatMap(({soort, nummer}) =>
    soort === 'onderdeel' ? [nummer ?? ''] : []
  )
}

/** Beside the label of its own kind: in `a, 1°, of t` beside `a`; below all of them where there is none. */
function depthOf(
  own: string,
  labels: readonly string[],
  hasJoint: boolean
): number {
  const last = labels.at(-1) ?? ''
  if (!hasJoint && isRoman(own, last)) return labels.length
  const same = labels.findIndex((label) => isNumber(label) === isNumber(own))
  if (same >= 0) return same
  return hasJoint && isNumber(last) ? 0 : labels.length
}

function isNumber(label: string): boolean {
  return /^\d/.test(label)
}

const roman = /^(?:i{1,3}|iv|vi{0,3}|ix|x)$/

/** `onderdeel c, onder ii`; the `i` behind `h` is the next letter. */
function isRoman(own: string, last: string): boolean {
  const isNext = own === 'i' && last === 'h'
  return roman.test(own) && !roman.test(last) && !isNext
}
