/**
 * A comparison → the list of its changes, one for each thing that a reader would name.
 *
 * Stage. A lid that came with all its onderdelen is one change, and so are
 * neighbours that were only re-lettered. Each change bears a number, from 1, in
 * the order of the merged text; what moved is told in the place where it came.
 */
import type {Address, Deel, Stap as PadStap} from '../citation/address.ts'
import type {
  Change,
  Comparison,
  Kind,
  Line,
  LineChange,
  Side,
  Stap,
  UnitChange,
  UnitName
} from '../comparison.ts'
import {defined} from '../defined.ts'
import {type Outer, outerOf} from './namesakes.ts'
import {partOf} from './part.ts'

/** All changes, in the order of the merged text. */
export function changesOf({
  units
}: Pick<Comparison, 'units'>): readonly Change[] {
  const outer = outerOf(units)
  return units
    .flatMap((unit) => changesIn(unit, {around: [], outer}))
    .map((change, at) => ({...change, nummer: at + 1}))
}

type Found = Omit<Change, 'nummer'>

/** What a unit stands in, and what tells it from others of its name. */
interface Place {
  readonly around: readonly UnitChange[]
  readonly outer: Outer
}

function changesIn(unit: UnitChange, place: Place): readonly Found[] {
  const inner = [...unit.toelichting, ...unit.children]
  const within = {...place, around: [...place.around, unit]}
  const deeper = inner.flatMap((one) => changesIn(one, within))
  const isAway = unit.wordt === undefined && unit.other !== undefined
  if (isAway) return deeper.filter(({unit: one}) => one.other === undefined)
  const whole = isWhole(unit)
  const isTold = isHeadChanged(unit) || (whole && unit.kinds.length > 0)
  const own = isTold ? [unitFound(unit, place)] : []
  return [...own, ...(whole ? [] : lineFounds(unit, place)), ...deeper]
}

/** It came, or went, with all its words. */
function isWhole({was, wordt, other, lines}: UnitChange): boolean {
  if (other) return false
  const isGone = was?.state === 'geldt' && wordt?.state === 'vervallen'
  const isBack = was?.state === 'vervallen' && wordt?.state === 'geldt'
  const isOneSided = was === undefined || wordt === undefined
  return (isGone || isBack || isOneSided) && lines.every(isOwn)
}

/** Not a line that went to, or came from, another place. */
function isOwn({move}: LineChange): boolean {
  return move === undefined
}

function isHeadChanged({kinds, opschrift}: UnitChange): boolean {
  const telling: readonly Kind[] = [
    'added',
    'lapsed',
    'moved',
    'renumbered',
    'split',
    'merged'
  ]
  return (
    kinds.some((kind) => telling.includes(kind)) ||
    opschrift.some(({op}) => op !== 'same')
  )
}

function unitFound(unit: UnitChange, place: Place): Found {
  const {was, wordt, other, kinds, door, lines} = unit
  const [old, now] = [was ?? other, wordt ?? (was ? undefined : other)]
  return {
    kinds,
    ...defined({
      was: old && addressOf(old, place, 'was'),
      wordt: now && addressOf(now, place, 'wordt')
    }),
    unit,
    lines: isWhole(unit) ? lines : [],
    door
  }
}

/** Lines that belong to one change, together. */
function lineFounds(unit: UnitChange, place: Place): readonly Found[] {
  const groups: LineChange[][] = []
  for (const line of unit.lines) {
    const group = groups.at(-1)
    const isPassed = line.wordt === undefined && line.move !== undefined
    if (line.kinds.length === 0 || isPassed) {
      // What stayed, and what is told where it came, parts its neighbours.
      groups.push([])
    } else if (group?.[0] && belongs(group, line)) group.push(line)
    else groups.push([line])
  }
  return groups
    .filter((group) => group.length > 0)
    .map((group) => lineFound(group, unit, place))
}

function belongs(group: readonly LineChange[], line: LineChange): boolean {
  const [first] = group
  const last = group.at(-1)
  if (!first || !last) return false
  if (line.was === 'continues' || line.wordt === 'continues') return true
  if (isRelabelledOnly(last) && isRelabelledOnly(line)) {
    return stands(last) === stands(line)
  }
  if (line.move !== first.move) return false
  const isOneSided = (one: LineChange): boolean =>
    one.was === undefined || one.wordt === undefined
  const isSameSide =
    isOneSided(first) &&
    (first.was === undefined) === (line.was === undefined) &&
    (first.wordt === undefined) === (line.wordt === undefined)
  return isSameSide && (isUnder(first, line) || line.move !== undefined)
}

function isRelabelledOnly({kinds}: LineChange): boolean {
  return kinds.length === 1 && kinds[0] === 'renumbered'
}

function sideOf({was, wordt}: LineChange): Line | undefined {
  if (wordt !== undefined && wordt !== 'continues') return wordt
  return was === 'continues' ? undefined : was
}

/** What the item of a line stands in. */
function stands(change: LineChange): string {
  const line = sideOf(change)
  return (line?.path ?? [])
    .slice(0, (line?.path.length ?? 0) - (line?.starts ?? 0))
    .map(({label}) => label)
    .join(' ')
}

/** Whether a line lies in the item that another one begins. */
function isUnder(first: LineChange, line: LineChange): boolean {
  const [outer, inner] = [sideOf(first), sideOf(line)]
  if (!outer || !inner || outer.starts === 0) return false
  const depth = outer.path.length - outer.starts
  return inner.path.length - inner.starts > depth
}

function lineFound(
  lines: readonly LineChange[],
  unit: UnitChange,
  place: Place
): Found {
  const [first] = lines
  const last = lines.at(-1)
  const isRow =
    lines.length > 1 && lines.every((line) => isRelabelledOnly(line))
  const moved = first?.move === undefined ? undefined : first.other
  const from = moved && first?.otherUnit
  const at = (
    head: UnitName | undefined,
    line: LineChange['was'],
    side: Side
  ): Address | undefined =>
    head && line && line !== 'continues'
      ? {...addressOf(head, place, side), pad: padOf(line, lines.length > 1)}
      : undefined
  const old = from ?? unit.was ?? unit.other
  const now = unit.wordt ?? unit.other
  return {
    kinds: [...new Set(lines.flatMap(({kinds}) => kinds))],
    ...defined({
      was: at(old, first?.was ?? moved, 'was'),
      wordt: at(now, first?.wordt, 'wordt'),
      wasTot: isRow ? at(old, last?.was, 'was') : undefined,
      wordtTot: isRow ? at(now, last?.wordt, 'wordt') : undefined,
      part: partOf(lines)
    }),
    unit,
    lines,
    door: [...new Set(lines.flatMap(({door}) => door))]
  }
}

/** The address of a unit; a toelichting stands behind what it explains. */
function addressOf(
  unit: UnitName,
  {around, outer}: Place,
  side: Side
): Address {
  const {soort, nummer, owner} = unit
  const own: Deel = {soort, ...defined({nummer})}
  const parent = around.at(-1)
  const home = parent?.wordt ?? parent?.was
  const explained = owner ?? (soort === 'toelichting' ? home : undefined)
  const before = explained
    ? [{soort: explained.soort, ...defined({nummer: explained.nummer})}]
    : outer(unit, side)
  return {eenheid: [...before, own], pad: []}
}

/** A line alone may be the aanhef or the slot; several are named by what they are of. */
function padOf({path, kind}: Line, isSeveral: boolean): readonly PadStap[] {
  const steps = path.flatMap(stepOf)
  const role = kind.type === 'alinea' && !isSeveral ? kind.role : 'tekst'
  return role === 'tekst' ? steps : [...steps, {soort: role}]
}

function stepOf({type, nummer}: Stap): readonly PadStap[] {
  if (type === 'lid') return [{soort: 'lid', nummer}]
  if (type !== 'onderdeel') return []
  return /[\p{L}\p{N}]/u.test(nummer) ? [{soort: 'onderdeel', nummer}] : []
}
