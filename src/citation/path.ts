/**
 * What stands behind an artikel, or alone: leden, onderdelen, volzinnen.
 *
 * Kernel. Read as a run of groups, each of one soort; a group at a deeper
 * level goes into the last item of the one before it, any other stands beside.
 */
import {defined} from '../defined.ts'
import type {Stap} from './address.ts'
import {joints, through} from './designation.ts'
import {type Group, innerLetter, readFurther, readGroup} from './group.ts'
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
  `(?:, ?(?:(?:${joints}) )?|; (?=[a-zë]+(?:de|ste) lid,? onder)| (?:${joints}) | |(?<=\\d)(?=onder [a-z] ))`,
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
  let list: Group | undefined =
    first.soort === 'onderdeel' &&
    /^[A-Za-z]/.test(first.items[0]?.nummer ?? '')
      ? first
      : undefined
  for (let count = 0; count < 16; count++) {
    open = attempt(scan, () => readEnd(scan, open)) ?? open
    const next = attempt(scan, () => {
      const gap = eat(scan, between)?.[0]
      if (gap === undefined) return undefined
      const hasJoint = /[a-z&°]/.test(gap)
      if (open.pad.at(-1)?.soort === 'aanhef' && hasJoint)
        eat(scan, /de (?=onderdelen )|het (?=onderdeel )/y)
      const own = readGroup(scan)
      const group = own ?? (list && readFurther(scan, list))
      if (!group) return undefined
      const isElse =
        hasJoint &&
        (isOwner || (open.pad[0]?.soort === 'lid' && group.soort !== 'lid')) &&
        sees(scan, ofOther)
      return isElse ? undefined : {group, hasJoint: hasJoint || !own}
    })
    if (!next) break
    if (
      next.group.soort === 'onderdeel' &&
      /^[A-Za-z]/.test(next.group.items[0]?.nummer ?? '')
    )
      list = next.group
    open = addGroup(done, open, next.group, next.hasJoint)
  }
  return [...done, open]
}

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

/** How much of the way before it a group goes on from. */
function baseOf(
  pad: readonly Stap[],
  group: Group,
  hasJoint: boolean
): readonly Stap[] {
  if (!hasJoint && isInside(pad, group)) return pad
  const level = levelOf(group, pad, hasJoint)
  const at = pad.findIndex(
    (step, index) => levelIn(pad, index) >= level && step
  )
  return at < 0 ? pad : pad.slice(0, at)
}

/** `onderdeel b, aanhef en onder 2°`; `eerste volzin, onder a`. */
function isInside(pad: readonly Stap[], group: Group): boolean {
  const last = pad.at(-1)
  if (group.isOpenAanhef) return last?.soort === 'onderdeel'
  return group.soort === 'onderdeel' && last?.soort === 'volzin'
}

function levelIn(pad: readonly Stap[], at: number): number {
  const step = pad[at]
  if (!step) return 0
  if (step.soort === 'lid') return 1
  if (step.soort === 'streepje') return 8
  if (step.soort === 'volzin' || step.soort === 'alinea') return 9
  return 2 + pad.slice(0, at).filter(({soort}) => soort === 'onderdeel').length
}

const roman = /^(?:i{1,3}|iv|vi{0,3}|ix|x)$/

function levelOf(
  {soort, items, isSub}: Group,
  pad: readonly Stap[],
  hasJoint: boolean
): number {
  if (soort === 'lid') return 1
  if (soort === 'streepje') return 8
  if (soort === 'volzin' || soort === 'alinea') return 9
  if (soort !== 'onderdeel') return 2
  const labels = pad.filter((step) => step.soort === 'onderdeel')
  if (labels.length === 0) return 2
  if (isSub) return 3
  const own = items[0]?.nummer ?? ''
  const last = labels.at(-1)?.nummer ?? ''
  const isRoman =
    !hasJoint &&
    roman.test(own) &&
    !roman.test(last) &&
    (own !== 'i' || last !== 'h')
  if (isRoman) return 2 + labels.length
  const kind = (nummer = ''): boolean => /^\d/.test(nummer)
  const same = labels.findIndex(({nummer}) => kind(nummer) === kind(own))
  if (same >= 0) return 2 + same
  return hasJoint && kind(last) ? 2 : 2 + labels.length
}
