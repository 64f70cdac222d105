/**
 * Fewer versions with the same answers, for a question that many share.
 *
 * Kernel. Whether a unit holds, or where it stands, is the same for long runs
 * of its versions. Where a rule asks that at every moment, the versions that
 * never change the answer are left out first: ten thousand become two.
 */
import type {Dated, Days, KnownDay} from '../model.ts'
import {compareStrength, inwerkingOf} from './select.ts'

/**
 * The versions that decide, at every moment, what `select` says of existence,
 * state, `tot` and `label`, in their order.
 *
 * At each moment the version that wins among them bears the label, and ends as
 * the one that wins among all; it need not be that one.
 */
export function thin<V extends Dated>(
  versions: readonly V[],
  label: (version: V) => string
): readonly V[] {
  const kept = new Set<V>()
  let run: Run = {key: undefined, least: []}
  for (const {version, days} of standingsOf(versions)) {
    const {vervallen, tot} = version
    const key = `${vervallen} ${tot} ${label(version)}`
    if (key !== run.key) run = {key, least: []}
    if (!isPlain(version)) {
      kept.add(version)
      continue
    }
    const reach = reachOf(days)
    // Whenever this one holds, an earlier one of its run does too.
    if (run.least.some((other) => isWithin(reach, other))) continue
    run.least.push(reach)
    kept.add(version)
  }
  return versions.filter((version) => kept.has(version))
}

interface Run {
  readonly key: string | undefined
  /** Those of its plain versions that hold first, in one sense or another. */
  readonly least: Reach[]
}

/** Every place that a version ever takes in the order of strength, the strongest last. */
function standingsOf<V extends Dated>(
  versions: readonly V[]
): readonly {readonly version: V; readonly days: Days}[] {
  return versions
    .flatMap((version) => version.days.map((days) => ({version, days})))
    .filter(({days}) => days.geldig !== 'onbepaald')
    .toSorted(compareStrength)
}

/** Known once and issued, with days that never move, and never set aside. */
function isPlain({days, setAside}: Dated): boolean {
  const isIssued = days[0]?.known !== 'concept'
  return days.length === 1 && isIssued && setAside === undefined
}

/** From when a version holds, on each of the three clocks, fit to be compared. */
type Reach = readonly [known: string, geldig: string, inwerking: string]

function reachOf(days: Days): Reach {
  return [rank(days.known), rank(days.geldig), rank(inwerkingOf(days))]
}

/** `altijd`, `onbekend` and `begin` come before every day. */
function rank(day: KnownDay | 'begin' | 'onbepaald'): string {
  return /^\d/u.test(day) ? day : ''
}

function isWithin(inner: Reach, outer: Reach): boolean {
  return inner.every((day, clock) => (outer[clock] ?? '') <= day)
}
