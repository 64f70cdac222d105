/**
 * Joint: the texts of a unit between two of its versions, as each was made of the one before.
 *
 * A version was written on its basis; from one version to another leads the way
 * through what both were written on. Where it goes back, a change was undone: by
 * who withdrew it, or by looking the other way in time.
 */
import type {Course, Stage} from '../compare/credit.ts'
import type {Moment, Unit, Version} from '../model.ts'
import {isWoven} from '../time/ancestry.ts'
import {nameOf} from '../time/names.ts'
import {compareText} from '../time/order.ts'
import {type Selected, select} from '../time/select.ts'

/** How a version reads for who asks: `--laag CAR` leaves words out. */
export type ReadVersion = (
  version: Version
) => Pick<Version, 'text' | 'opschrift'>

/** A unit at one moment; absent where it was not there. */
type State = Selected<Version> | undefined

/** The course of a unit from one moment to another. */
export function courseBetween(
  {versions}: Unit,
  [was, wordt]: readonly [Moment, Moment],
  read: ReadVersion
): Course {
  const from = select(versions, was)
  const to = select(versions, wordt)
  if (!isHeld(from) && !isHeld(to)) return []
  const way = wayBetween(versions, from?.version, to?.version)
  const stages = [
    isHeld(from) ? stageOf(from.version, [], read) : absent,
    ...way.map(({version, by}) => stageOf(version, by, read))
  ]
  const by = lapseOf(from, to)
  return by ? [...stages, {...absent, by}] : stages
}

/** The course of a unit from before it was there to a moment; empty when it is not there then. */
export function courseTo(
  {versions}: Unit,
  moment: Moment,
  read: ReadVersion
): Course {
  const to = select(versions, moment)
  if (!isHeld(to)) return []
  const way = wayBetween(versions, undefined, to.version)
  return [absent, ...way.map(({version, by}) => stageOf(version, by, read))]
}

const absent: Stage = {text: [], opschrift: '', head: '', by: []}

function isHeld(state: State): state is Selected<Version> {
  return state?.state === 'geldt'
}

/** By what the unit came to have no text, when that is no version of its own. */
function lapseOf(from: State, to: State): readonly string[] | undefined {
  if (!to) return from ? bringersOf(from.version) : undefined
  const isTombstone = to.version.vervallen
  return to.state === 'vervallen' && !isTombstone
    ? bringersOf(to.version)
    : undefined
}

interface Step {
  readonly version: Version
  readonly by: readonly string[]
}

/** Back to what both were written on, and from there on. */
function wayBetween(
  versions: readonly Version[],
  from: Version | undefined,
  to: Version | undefined
): readonly Step[] {
  const up = ancestryOf(from, versions)
  const down = ancestryOf(to, versions)
  const shared = down.findIndex((version) => up.includes(version))
  const meeting = down[shared]
  const forward = (shared < 0 ? down : down.slice(0, shared))
    .toReversed()
    .map((version) => ({version, by: makersOf(version, versions)}))
  if (!to) return []
  if (!meeting) return from ? [{version: to, by: bringersOf(to)}] : forward
  const back = up.slice(0, up.indexOf(meeting)).map((version, at) => ({
    version: up[at + 1] ?? meeting,
    by:
      version.setAsideBy === undefined
        ? makersOf(version, versions)
        : [version.setAsideBy]
  }))
  return [...back, ...forward]
}

/** A version and all that it was written on, itself first. */
function ancestryOf(
  version: Version | undefined,
  versions: readonly Version[]
): readonly Version[] {
  const byName = new Map(versions.map((one) => [nameOf(one), one]))
  const found: Version[] = []
  for (let one = version; one && !found.includes(one); ) {
    found.push(one)
    one = isWoven(one) ? partOf(one, versions) : byName.get(one.basis ?? '')
  }
  return found
}

/** A woven version goes on from the one that already holds most of what it weaves, the earliest of several. */
function partOf(
  {wijzigingen, path}: Version,
  versions: readonly Version[]
): Version | undefined {
  const parts = versions.filter(
    (one) =>
      one.path !== path &&
      one.wijzigingen.length > 0 &&
      one.wijzigingen.length < wijzigingen.length &&
      one.wijzigingen.every((name) => wijzigingen.includes(name))
  )
  const [first] = parts.toSorted(
    (a, b) =>
      b.wijzigingen.length - a.wijzigingen.length ||
      compareText(a.geldig, b.geldig) ||
      compareText(a.path, b.path)
  )
  return first
}

/** Of a woven version those whose words were not there yet. */
function makersOf(
  version: Version,
  versions: readonly Version[]
): readonly string[] {
  const all = bringersOf(version)
  if (!isWoven(version)) return all
  const [, ...before] = ancestryOf(version, versions)
  const there = new Set(before.flatMap(bringersOf))
  const own = all.filter((name) => !there.has(name))
  return own.length > 0 ? own : all
}

function bringersOf({mends = [], wijzigingen}: Version): readonly string[] {
  return [...mends, ...wijzigingen]
}

function stageOf(
  version: Version,
  by: readonly string[],
  read: ReadVersion
): Stage {
  const {vervallen, nummer, laag, in: home} = version
  const {text, opschrift = ''} = read(version)
  return {
    text: vervallen ? [] : text,
    opschrift: vervallen ? '' : opschrift,
    head: JSON.stringify([nummer, laag, home, vervallen]),
    by
  }
}
