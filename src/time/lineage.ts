/**
 * On what a version is built, and whether that is the text before it.
 *
 * Kernel. At a state of knowledge the versions of a unit stand in a *line*, the
 * strongest last. A version's own change is basis → version; what it holds is
 * its *ancestry*: its basis, the basis of that, and for a woven version all
 * that it weaves. Where a version that will be seen lacks one that stands
 * before it in the line, a change gets lost; where it holds one that was
 * withdrawn, or that comes later, words stay that should not. Either is
 * samenloop, whichever day is earlier and whichever became known first.
 */
import {defined} from '../defined.ts'
import type {Days, IsoDate, Version} from '../model.ts'
import {
  ancestryOf,
  type Family,
  familyOf,
  isWoven,
  isWovenFrom
} from './ancestry.ts'
import {isDay} from './days.ts'
import {nameOf} from './names.ts'
import {compareText} from './order.ts'
import {compareKnown, compareStrength, daysAt} from './select.ts'
import {type Knowledge, knowledgeOf, type Since} from './timeline.ts'

/** A version in a line, with its days as known then. */
interface InLine {
  readonly version: Version
  readonly days: Days
}

/** A version in a line before another one. */
export interface Ancestor {
  readonly version: Version
  /** The version on which it was written; absent for a woven one. */
  readonly basis?: Version
  /** It holds all that comes before it, and nothing else. */
  readonly isWhole: boolean
}

/** A version that is not built on the text before it. */
export interface Samenloop {
  readonly version: Version
  /** Its days as known at zicht. */
  readonly days: Days
  /** The version on which it was written; absent for a woven one. */
  readonly basis?: Version
  /** What precedes it on its geldig day; absent where nothing does. */
  readonly before?: Version
  /** All that precedes it, in order. */
  readonly earlier: readonly Ancestor[]
  /** Versions before it whose change it does not hold, in order. */
  readonly missing: readonly Version[]
  /** Versions that it holds and that do not come before it (any more), in order of path. */
  readonly extra: readonly Version[]
  /** First state of knowledge at which it is so. */
  readonly zicht: Since
  /** Wijzigingen that a woven version must name, in code-point order. */
  readonly weave: readonly string[]
}

/** Every place that a version ever takes in a line, the strongest last. */
function placesOf(versions: readonly Version[]): readonly InLine[] {
  return versions
    .flatMap((version) => version.days.map((days) => ({version, days})))
    .filter(({days}) => days.geldig !== 'onbepaald')
    .toSorted(compareStrength)
}

/** Versions that are known at zicht, not set aside, and have a day; the strongest last. */
function lineAt(places: readonly InLine[], zicht: IsoDate): readonly InLine[] {
  return places.filter(({version, days}) => daysAt(version, zicht) === days)
}

/**
 * All samenloop in the life of a unit, each version once, at the first state
 * of knowledge that shows it. A version that should have named a `basis` is
 * passed over: nothing can be said of it.
 */
export function samenloopIn(
  versions: readonly Version[]
): readonly Samenloop[] {
  if (isPlainChain(versions)) return []
  const family = familyOf(versions)
  const found = new Map<Version, Samenloop>()
  let counted: Knowledge['known'] | undefined
  let places: readonly InLine[] = []
  const way = newWay()
  for (const {zicht, day, known} of knowledgeOf(versions)) {
    if (known !== counted) places = placesOf(known(versions))
    counted = known
    const kept = walkOn(way, lineAt(places, day), family)
    for (const {clash} of way.steps.slice(kept)) {
      if (!clash || found.has(clash.version)) continue
      found.set(clash.version, {zicht, ...clash})
    }
  }
  return [...found.values()]
}

const lastDay = '9999-12-31' as IsoDate

/** A woven version and what it is woven from. */
export interface Woven {
  readonly version: Version
  /** All that precedes it as known on its own first day, in order. */
  readonly earlier: readonly Ancestor[]
}

/** The woven versions of a unit, each with the line before it. */
export function wovenIn(versions: readonly Version[]): readonly Woven[] {
  const woven = versions.filter(isWoven)
  if (woven.length === 0) return []
  const family = familyOf(versions)
  return woven.flatMap((version) => {
    const [first] = version.days
    if (!first) return []
    const zicht = isDay(first.known) ? first.known : lastDay
    const line = lineAt(placesOf(versions), zicht)
    const at = line.findIndex((entry) => entry.version === version)
    // Overruled on its own first day, by one that weaves more: nobody sees it.
    const isUnseen = line[at + 1]?.days.geldig === line[at]?.days.geldig
    return at < 0 || isUnseen
      ? []
      : [{version, earlier: walk(line.slice(0, at), family).map(toAncestor)}]
  })
}

/** Nearly every unit: each version written on the one before it, in days and in knowledge. */
function isPlainChain(versions: readonly Version[]): boolean {
  if (versions.length < 2) return true
  const isPlain = versions.every(
    ({days, setAside}) =>
      days.length === 1 &&
      setAside === undefined &&
      days[0]?.geldig !== 'onbepaald'
  )
  if (!isPlain) return false
  const line = lineAt(placesOf(versions), lastDay)
  return (
    line.length === versions.length &&
    line.every(({version, days}, at) => {
      const before = line[at - 1]
      return (
        !before ||
        (version.basis === nameOf(before.version) &&
          compareKnown(before.days.known, days.known) <= 0)
      )
    })
  )
}

type Clash = Omit<Samenloop, 'zicht'>

/** One version of a line, and what was found there. */
interface Step {
  readonly entry: InLine
  readonly ancestor: Ancestor
  /** What builds on it is not to blame once more. */
  readonly isTold: boolean
  /** Absent where it will never be seen. */
  readonly clash?: Clash
}

/** A walk along lines that share their beginnings; it is built up, and cut back. */
interface Way {
  readonly steps: Step[]
  readonly earlier: Ancestor[]
  readonly told: Set<Version>
}

function newWay(): Way {
  return {steps: [], earlier: [], told: new Set()}
}

/** Walk a line from its beginning. */
function walk(line: readonly InLine[], family: Family): readonly Step[] {
  const way = newWay()
  walkOn(way, line, family)
  return way.steps
}

/** Walk on along another line; what it shares with the one before is not looked at again. How many steps were kept. */
function walkOn(way: Way, line: readonly InLine[], family: Family): number {
  const {steps, earlier, told} = way
  const kept = sharedSteps(line, steps)
  for (const {entry} of steps.splice(kept)) told.delete(entry.version)
  earlier.length = kept
  for (const entry of line.slice(kept)) {
    const {version, days} = entry
    const basis = family.basis.get(version)
    const clash = clashOf(entry, {earlier, family, told})
    const isSeen = line[steps.length + 1]?.days.geldig !== days.geldig
    const last = earlier.at(-1)
    // It lacks what its basis lacks, and that was told already.
    const follows = !clash && basis === last?.version && last?.isWhole === false
    const isTold = (clash !== undefined && isSeen) || follows
    const ancestor = {version, ...defined({basis}), isWhole: !clash && !follows}
    const seen =
      clash && isSeen ? {clash: {...clash, earlier: [...earlier]}} : {}
    steps.push({entry, ancestor, isTold, ...seen})
    earlier.push(ancestor)
    if (isTold) told.add(version)
  }
  return kept
}

function sharedSteps(line: readonly InLine[], before: readonly Step[]): number {
  const differs = before.findIndex(({entry}, at) => line[at] !== entry)
  const shared = differs < 0 ? before.length : differs
  return Math.max(0, shared - 1)
}

function toAncestor({ancestor}: Step): Ancestor {
  return ancestor
}

interface Above {
  readonly earlier: readonly Ancestor[]
  readonly family: Family
  readonly told: ReadonlySet<Version>
}

function clashOf(
  {version, days}: InLine,
  {earlier: ancestors, family, told}: Above
): Omit<Clash, 'earlier'> | undefined {
  const last = ancestors.at(-1)
  const before = last?.version
  const basis = family.basis.get(version)
  const isFirst = !basis && ancestors.length === 0
  if (
    isFirst ||
    (!basis && !isWoven(version) && knewAnother(version, ancestors))
  ) {
    return undefined
  }
  const isOnLast = last !== undefined && basis === last.version
  if (isOnLast && (last.isWhole || told.has(last.version))) return undefined
  const earlier = ancestors.map((entry) => entry.version)
  const held = ancestryOf(version, earlier, family)
  const missing = earlier.filter(
    (other) => !held.has(other) && !isWovenFrom(other, earlier, held)
  )
  const places = new Set(earlier)
  const extra = [...held]
    .filter((other) => other !== version && !places.has(other))
    .toSorted((a, b) => compareText(a.path, b.path))
  if (missing.length === 0 && extra.length === 0) return undefined
  const weave = wijzigingenFor(version, missing, extra, held)
  return {
    version,
    days,
    ...defined({basis, before}),
    missing,
    extra,
    weave
  }
}

/** It should have named a basis; that is another rule's. */
function knewAnother(
  {days: [own]}: Version,
  ancestors: readonly Ancestor[]
): boolean {
  return ancestors.some(
    ({
      version: {
        days: [other]
      }
    }) => (own && other ? compareKnown(other.known, own.known) <= 0 : false)
  )
}

function wijzigingenFor(
  version: Version,
  missing: readonly Version[],
  extra: readonly Version[],
  held: ReadonlySet<Version>
): readonly string[] {
  const known = new Set([...held].flatMap(({wijzigingen}) => wijzigingen))
  const lost = missing.flatMap((other) =>
    isWoven(other)
      ? other.wijzigingen.filter((id) => !known.has(id))
      : other.wijzigingen
  )
  const causes = extra.flatMap(({setAsideBy, days}) => [
    ...(setAsideBy === undefined ? [] : [setAsideBy]),
    ...days.flatMap(({by}) => by ?? [])
  ])
  const all = new Set([...version.wijzigingen, ...lost, ...causes])
  return [...all].toSorted(compareText)
}
