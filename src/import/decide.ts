/**
 * Which wijziging brings a change, and from which day it holds.
 *
 * Stage. From what the source says of the text of a unit, where that can be
 * so; else a wijziging for its author to complete, and the day of the text.
 */
import {defined} from '../defined.ts'
import type {IsoDate} from '../model.ts'
import {isDay, laterOf} from '../time/days.ts'
import {compareText} from '../time/order.ts'
import {knownBefore, putBefore} from './before.ts'
import {slug} from './identity.ts'
import type {Origin} from './imported.ts'
import type {Decision, Position, Step, Work} from './lives.ts'

/** What changed, as far as it matters for its day. */
export interface Asked {
  readonly at: Position
  /** The position before it of which the source was read. */
  readonly prev?: Position
  /** The text that it follows. */
  readonly last?: Step
  /** What the source says of this unit. */
  readonly origin?: Origin
  /** What the source says of the whole text. */
  readonly whole?: Origin
}

/** The wijziging of a change with its days. */
export interface Decided {
  readonly decision: Decision
  readonly day: IsoDate
  readonly inwerking?: IsoDate
}

/**
 * Decide on changes that must come together: a number passes from one unit to
 * another, a unit leaves or enters what itself comes or goes. They are of one
 * wijziging and one day, or of the wijziging of the whole text.
 */
export function decideTogether(
  work: Work,
  changes: readonly Asked[]
): readonly Decided[] {
  const origin = agreed(changes)
  const own =
    origin && work.isTrusting
      ? changes.flatMap((one) => ofUnit(work, {...one, origin}) ?? [])
      : []
  const days = new Set(own.map(({day}) => day))
  if (own.length === changes.length && days.size === 1) return own
  const isFit = own.length === changes.length
  return changes.map((one, at) => ({
    decision: (isFit ? own[at]?.decision : undefined) ?? ofText(work, one),
    day: one.at.day
  }))
}

/** What a change that reaches back is decided on. */
export interface AskedBack {
  /** The position of the text that says so. */
  readonly at: Position
  /** The last day before it of which the source was read. */
  readonly prev?: IsoDate
  /** The text that it takes the place of. */
  readonly last?: Step
  readonly origin: Origin
  /** Since when that text holds, as the source says. */
  readonly since?: IsoDate
}

/**
 * Decide on a change that came into force after the day from which it holds.
 * It reaches back as far as the source says where the text before it reaches
 * as far, and no other text in between was read; else to the day of its text.
 */
export function decideBack(
  work: Work,
  {at, prev, last, origin, since}: AskedBack
): Decided {
  const decision = decisionBack(work, at, origin)
  const {retroactive, inwerking} = origin
  const before = [prev, isDay(last?.day) ? last.day : undefined]
  const isFree =
    retroactive !== undefined &&
    retroactive < at.day &&
    since !== undefined &&
    since <= retroactive &&
    before.every((day) => day === undefined || day < retroactive)
  const day = isFree ? retroactive : at.day
  const usual =
    decision.bekend === 'onbekend' ? day : laterOf(day, decision.bekend)
  const isLater = inwerking !== undefined && inwerking > usual
  return {decision, day, ...(isLater && {inwerking})}
}

/** One that is not in the corpus yet: its days of inwerking must still be written. */
function decisionBack(work: Work, at: Position, origin: Origin): Decision {
  const id = idOf(origin) ?? `import-${at.day}`
  for (let count = 1; ; count++) {
    const name = numbered(id, count)
    const known = work.decisions.get(name)
    if (known && (known.isLocked || !known.isNew)) continue
    return known ?? make(work, name, origin, at.day)
  }
}

/** What the source says of the origin of some changes, taken together. */
function agreed(changes: readonly Asked[]): Origin | undefined {
  const given = changes.flatMap(({origin}) => origin ?? [])
  const each = new Map(given.map((one) => [JSON.stringify(one), one]))
  return each.size > 1 ? joined([...each.values()]) : given[0]
}

/** Several publications that came into force on one day: all is known with the last of them. */
function joined(origins: readonly Origin[]): Origin | undefined {
  const days = new Set(origins.map(({inwerking}) => inwerking))
  const [inwerking] = days
  const isPlain = origins.every(
    ({publication, published, retroactive}) =>
      publication !== undefined &&
      published !== undefined &&
      retroactive === undefined
  )
  if (!isPlain || days.size > 1 || inwerking === undefined) return undefined
  const named = origins.flatMap(({publication, setBy}) => [
    publication ?? '',
    ...(setBy === undefined ? [] : [setBy])
  ])
  const published = origins
    .flatMap((one) => one.published ?? [])
    .reduce(laterOf)
  const names = [...new Set(named)].toSorted(compareText)
  return {publication: names.join(and), published, inwerking}
}

const and = ' en '

/** The wijziging of a whole text: the publication that it names, or one to complete. */
export function ofText(
  work: Work,
  {at, prev, whole}: Pick<Asked, 'at' | 'prev' | 'whole'>
): Decision {
  const id = idOf(whole)
  const day = whole?.retroactive ?? whole?.inwerking
  const isOwn =
    id !== undefined &&
    (day === undefined ||
      prev === undefined ||
      day > prev.day ||
      prev.day === at.day)
  const known = id === undefined ? undefined : work.decisions.get(id)
  if (isOwn && whole && (!known || known.day === at.day) && !known?.isLocked) {
    return known ?? make(work, id, whole, at.day)
  }
  return placeholder(work, at)
}

/** The wijziging to complete, of a text of which nothing is known; the first that may bring it. */
export function placeholder(
  work: Work,
  {day, expression}: Position,
  mayBring: (decision: Decision) => boolean = () => true
): Decision {
  const name = `import-${day}${expression > 0 ? `-${expression}` : ''}`
  for (let count = 1; ; count++) {
    const id = numbered(name, count)
    const known = work.decisions.get(id)
    if (known?.isLocked || (known && known.bekend !== 'onbekend')) continue
    if (known && !mayBring(known)) continue
    return known ?? keepUnknown(work, {id, day})
  }
}

/** One of which nobody knows when it became known, behind all that came before it. */
function keepUnknown(
  work: Work,
  named: Pick<Decision, 'id' | 'day' | 'datum' | 'publication' | 'setBy'>
): Decision {
  const decision = keep(work, {
    isNew: true,
    isLocked: false,
    bekend: 'onbekend',
    ...knownBefore(work, named.day),
    volgorde: 0,
    ...named
  })
  putBefore(work, decision)
  return decision
}

/** A wijziging of the same publication under another name: the first that may bring a version that the other cannot. */
export function anotherLike(
  work: Work,
  decision: Decision,
  mayBring: (decision: Decision) => boolean
): Decision {
  for (let count = 2; ; count++) {
    const id = numbered(decision.id, count)
    const known = work.decisions.get(id)
    if (known && (known.isLocked || !known.isNew || !mayBring(known))) continue
    return known ?? keep(work, {...decision, id, volgorde: 0})
  }
}

/** `import-2016-01-01`, `import-2016-01-01-b`, `import-2016-01-01-c` … */
function numbered(name: string, count: number): string {
  if (count === 1) return name
  return `${name}-${count > 26 ? count : String.fromCharCode(96 + count)}`
}

function keep(work: Work, decision: Decision): Decision {
  work.decisions.set(decision.id, decision)
  return decision
}

/** What the source says of a unit, when that can have brought this change. */
function ofUnit(
  work: Work,
  {at, prev, last, origin}: Asked
): Decided | undefined {
  const id = idOf(origin)
  const given = origin?.retroactive ?? origin?.inwerking
  if (!origin || id === undefined || given === undefined) return undefined
  const isNews = last === undefined || !last.wijzigingen.includes(id)
  const isLate =
    prev !== undefined &&
    prev.day < at.day &&
    given <= prev.day &&
    !isSince(origin, prev)
  const known = work.decisions.get(id)
  if (!isNews || isLate || given > at.day || known?.isLocked) return undefined
  const decision = known ?? make(work, id, origin, at.day)
  if (work.distrusted.has(id)) return {decision, day: at.day}
  const after = [prev?.day, isDay(last?.day) ? last.day : undefined]
  const isFree = after.every((day) => day === undefined || day < given)
  const day = isFree ? given : at.day
  return {
    decision,
    day,
    ...defined({inwerking: inwerkingOf(origin, day, decision)})
  }
}

/** Reaches back, but was published after the text before this one. */
function isSince({published, retroactive}: Origin, prev: Position): boolean {
  return (
    retroactive !== undefined && published !== undefined && published > prev.day
  )
}

/** Said only of what reaches back, and where it is not what follows from the other days. */
function inwerkingOf(
  {retroactive, inwerking}: Origin,
  day: IsoDate,
  {bekend, isNew}: Decision
): IsoDate | undefined {
  if (retroactive === undefined || inwerking === undefined) return undefined
  const usual = bekend === 'onbekend' ? day : laterOf(day, bekend)
  const mayBe = bekend === 'onbekend' || inwerking >= bekend
  return isNew && mayBe && inwerking > usual ? inwerking : undefined
}

/** Of a publication, and of the one that set its day where that is another: parts of one may be known later than others. */
function idOf(origin: Origin | undefined): string | undefined {
  const named = [...(origin?.publication?.split(and) ?? []), origin?.setBy]
  const id = named
    .map((one) => slug(one ?? ''))
    .filter((one) => one !== '')
    .join('-')
  const isOwn = origin?.publication !== undefined && !id.startsWith('import-')
  return isOwn && id !== '' && id.length <= 50 ? id : undefined
}

function make(
  work: Work,
  id: string,
  {publication, signed, published, setBy}: Origin,
  day: IsoDate
): Decision {
  const isBelieved = work.isTrusting && !work.distrusted.has(id)
  const bekend = isBelieved ? published : undefined
  const named = {id, day, ...defined({datum: signed, publication, setBy})}
  if (bekend === undefined) return keepUnknown(work, named)
  return keep(work, {
    isNew: true,
    isLocked: false,
    bekend,
    bekendNa: [],
    since: bekend,
    volgorde: 0,
    ...named
  })
}
