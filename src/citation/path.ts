/**
 * What stands behind an artikel, or alone: leden, onderdelen, volzinnen.
 *
 * Kernel. Read as a run of groups, each of one soort; a group at a deeper
 * level goes into the last item of the one before it, any other stands beside.
 */
import {defined} from '../defined.ts'
import type {Stap} from './address.ts'
import {joints, through} from './designation.ts'
import {type Group, innerLetter} from './group.ts'
import {readFurther} from './group-onderdelen.ts'
import {readGroup} from './groups.ts'
import {baseOf} from './level.ts'
import {attempt, eat, type Scan, sees} from './scan.ts'

/** One way into a text, with the words that are its own. */
export interface Way {
  readonly from: number
  readonly to: number
  readonly pad: readonly Stap[]
  readonly tot?: readonly Stap[]
  readonly vernummerd?: 'nieuw' | 'oud'
}

const between = new RegExp(
  `(?:, met uitzondering van (?=onderde(?:el|len) )|, (?:in verbinding met|met uitzondering van) het (?=[a-zë]+(?:de|ste) lid, (?:(?:en )?\\d|van (?:de|het) ))| ?, ?(?:(?:${joints}) )?|; (?=[a-zë]+(?:de|ste) lid,? onder)| (?:${joints}) | aan het (?=slot(?! van))| |(?<=\\d)(?=onder [a-z] ))`,
  'y'
)
const upTo = new RegExp(`,? (?:${through}) (?:het |de )?`, 'y')

/** A first group that can open a reference by itself. */
export function readOpening(scan: Scan): Group | undefined {
  return readGroup(scan)
}

const named = /(?:het|de) (?=[a-zë]+(?:de|ste)[ ,]|leden |onderdelen |aanhef)/y
const ended = /[.,;:)]|$|,? van /y

/**
 * All that stands behind an artikel; empty if nothing does. Behind `lid 2 van
 * artikel 31`, which `isOwner`, `de tweede zin` is a place of its own.
 */
export function readWays(scan: Scan, isOwner = false): readonly Way[] {
  const first = attempt(scan, () => {
    const gap = eat(scan, between)?.[0]
    if (gap === undefined) return undefined
    const isNamed = eat(scan, named)
    const group = readGroup(scan)
    // `in artikel 3 het eerste lid niet wordt toegepast`: two places.
    const isOther =
      / (?:alsmede|en) $/.test(gap) || (gap === ' ' && !sees(scan, ended))
    if (isOwner && /[a-z]/.test(gap) && sees(scan, ofOther)) return undefined
    return isNamed && (isOther || isOwner) ? undefined : group
  })
  return first ? waysFrom(scan, first, isOwner) : []
}

/** What is of another place: `en onderdeel b van artikel 6`. */
const ofOther =
  /,? van (?:het |de |dat |dit )?(?:art(?:ikel(?:en)?|\.)|lid|leden|[a-zë]+(?:de|ste) lid)(?![a-z])/y

/** Go on from a group that has been read. */
export function waysFrom(
  scan: Scan,
  first: Group,
  isOwner = false
): readonly Way[] {
  const done: Way[] = []
  let open = addGroup(done, undefined, first, false)
  let list = isLettered(first) ? first : undefined
  for (let count = 0; count < 16; count++) {
    open = attempt(scan, () => readEnd(scan, open)) ?? open
    const around = {pad: open.pad, list, isOwner}
    const next = attempt(scan, () => readNext(scan, around))
    if (!next) break
    if (isLettered(next.group)) list = next.group
    if (next.isExcept) done.push(open)
    const way = addGroup(done, open, next.group, next.hasJoint)
    open = next.isExcept ? apart(way, next.group) : way
  }
  return [...done, open]
}

/** Whether a list of letters may go on behind what is inside one of them. */
function isLettered({soort, items}: Group): boolean {
  return soort === 'onderdeel' && /^[A-Za-z]/.test(items[0]?.nummer ?? '')
}

interface Before {
  readonly pad: readonly Stap[]
  /** The last group of letters. */
  readonly list: Group | undefined
  readonly isOwner: boolean
}

interface Next {
  readonly group: Group
  /** Whether a word joins it to what stands before it. */
  readonly hasJoint: boolean
  /** `met uitzondering van onderdeel c`: named beside what it is a part of. */
  readonly isExcept?: boolean
}

function readNext(scan: Scan, around: Before): Next | undefined {
  const {pad, list} = around
  const gap = eat(scan, between)?.[0]
  if (gap === undefined) return undefined
  if (gap === atEnd) return readSlot(scan)
  const hasJoint = /[a-z&°]/.test(gap)
  if (hasJoint && isBehindAanhef(pad)) eat(scan, theOnderdelen)
  const own = readGroup(scan)
  const group = own ?? (list && readFurther(scan, list))
  if (!group || (hasJoint && isOfOther(scan, group, around))) return undefined
  const isExcept = gap.startsWith(', met uitzondering')
  return {group, hasJoint: (hasJoint && !isExcept) || !own, isExcept}
}

function isBehindAanhef(pad: readonly Stap[]): boolean {
  return pad.at(-1)?.soort === 'aanhef'
}

/** `lid 2 en onderdeel b van artikel 6`: of another place; `aanhef juncto onderdeel b van artikel 6` is all of one. */
function isOfOther(
  scan: Scan,
  {soort}: Group,
  {pad, isOwner}: Before
): boolean {
  const mayBeElse = isOwner || (pad[0]?.soort === 'lid' && soort !== 'lid')
  return mayBeElse && !isBehindAanhef(pad) && sees(scan, ofOther)
}

const atEnd = ' aan het '

/** `onder b aan het slot`: inside what stands before it. */
function readSlot(scan: Scan): Next | undefined {
  const group = readGroup(scan)
  return group && {group: {...group, isInside: true}, hasJoint: false}
}

/** `aanhef en de onderdelen a en b`. */
const theOnderdelen = /de (?=onderdelen )|het (?=onderdeel )/y

/** `lid 1 tot en met lid 3`: the end of a range that has a word of its own. */
function readEnd(scan: Scan, open: Way): Way | undefined {
  if (open.tot || !eat(scan, upTo)) return undefined
  const group = readGroup(scan)
  const [item, ...others] = group?.items ?? []
  if (!group || !item || others.length > 0) return undefined
  if (group.soort !== open.pad.at(-1)?.soort) return undefined
  const step = {soort: group.soort, ...defined({nummer: item.nummer})}
  return {...open, to: scan.at, tot: [...open.pad.slice(0, -1), step]}
}

/** Put what is finished in `done`; what comes back may still be gone into. */
function addGroup(
  done: Way[],
  open: Way | undefined,
  group: Group,
  hasJoint: boolean
): Way {
  const base = baseOf(open?.pad ?? [], group, hasJoint)
  const isDeeper = open !== undefined && base.length === open.pad.length
  if (open && !isDeeper) done.push(open)
  const ways = group.items.map(({nummer, tot, from, to}): Way => {
    const step = (one: string | undefined): readonly Stap[] => [
      ...base,
      ...(one === undefined ? [undefined] : one.split(innerLetter)).map(
        (nummer) => ({soort: group.soort, ...defined({nummer})})
      )
    ]
    return {
      from: isDeeper ? open.from : from,
      to,
      pad: step(nummer),
      ...(tot !== undefined && {tot: step(tot)}),
      ...(group.vernummerd && {vernummerd: group.vernummerd})
    }
  })
  const [head, ...rest] = ways
  const last = rest.at(-1) ?? head
  if (!last) throw new Error('A group without items')
  if (head && last !== head) {
    // Only the first goes on from what stands before it.
    done.push(head)
    done.push(...rest.slice(0, -1).map((way) => apart(way, group)))
    return apart(last, group)
  }
  return last
}

function apart(way: Way, {items}: Group): Way {
  const item = items.find(({to}) => to === way.to)
  return {...way, from: item?.from ?? way.from}
}
