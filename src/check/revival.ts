import {defined} from '../defined.ts'
import type {IsoDate, KnownDay, Unit, Version, Wijziging} from '../model.ts'
import {isDay} from '../time/days.ts'
import {thin} from '../time/thin.ts'
import {lifeAt, type Period, type Start} from '../time/timeline.ts'
import type {Rule} from './rule.ts'

/** What has lapsed is not extended and does not revive (Aanwijzingen 5.71, 6.26). */
export const revival: Rule = {
  id: 'revival',
  severity: 'fout',
  check({units, wijzigingen}, tell) {
    const mending = new Set(wijzigingen.filter(mends).map(({id}) => id))
    // A toelichting binds nobody, and there is one place for it: it may come back.
    for (const unit of units.filter(({soort}) => soort !== 'toelichting')) {
      for (const {version, known, lapse} of revivals(unit, mending)) {
        const since = lapse.from === 'begin' ? 'altijd' : `op ${lapse.from}`
        const name =
          version.nummer === undefined
            ? ''
            : `, bijvoorbeeld \`${unit.id}-${known.slice(0, 4)}\``
        const reason = `Deze bepaling was ${since} al vervallen toen deze tekst op ${known} bekend werd, en wat vervallen is, herleeft niet; geef de nieuwe tekst een eigen map${name}`
        tell({path: version.path}, reason, lapse.selected.version.path)
      }
    }
  }
}

interface Revival {
  readonly version: Version
  /** Day on which it became known that it would give text again. */
  readonly known: IsoDate
  /** As it stood until then. */
  readonly lapse: Period<Version>
}

function mends({soort}: Wijziging): boolean {
  return soort === 'rectificatie' || soort === 'revisie'
}

function revivals(
  {versions}: Unit,
  mending: ReadonlySet<string>
): readonly Revival[] {
  const ends = ({vervallen, tot}: Version): boolean =>
    vervallen || tot !== undefined
  if (!versions.some(ends)) return []
  const telling = thin(versions, () => '')
  return telling.flatMap((version) => {
    if (version.vervallen) return []
    for (const {known, atEarliest} of version.days) {
      if (!isDay(known) || atEarliest) continue
      const lapse = lapseBefore(version, known, telling)
      if (!lapse || isMended(version, lapse, mending)) continue
      return [{version, known, lapse}]
    }
    return []
  })
}

/** The lapse in effect by the day on which a version became known, and that it would undo. */
function lapseBefore(
  version: Version,
  known: IsoDate,
  versions: readonly Version[]
): Period<Version> | undefined {
  const living = lifeAt(versions, known).filter(
    ({selected}) => selected.version === version && selected.state === 'geldt'
  )
  if (living.length === 0) return undefined
  const before = versions
    .map((other) => (other === version ? asBefore(other, known) : other))
    .filter(({days: [first]}) => first && isEarlier(first.known, known))
  return lapsesIn(lifeAt(before, known)).find(
    (lapse) =>
      isDoneBy(lapse.from, known) &&
      living.some((period) => meet(lapse, period))
  )
}

/** A version with only what was known of its days before one. */
function asBefore(version: Version, known: IsoDate): Version {
  const days = version.days.filter((entry) => isEarlier(entry.known, known))
  return {...version, days}
}

function isEarlier(day: KnownDay, known: IsoDate): boolean {
  return day === 'altijd' || day === 'onbekend' || day < known
}

/** Stretches without text, each from its first day on, whatever lapsed once more in it. */
function lapsesIn(
  life: readonly Period<Version>[]
): readonly Period<Version>[] {
  const lapses: Period<Version>[] = []
  for (const [at, period] of life.entries()) {
    if (period.selected.state === 'geldt') continue
    const goesOn = life[at - 1]?.selected.state === 'vervallen'
    const {from, selected} = (goesOn && lapses.pop()) || period
    lapses.push({from, selected, ...defined({until: period.until})})
  }
  return lapses
}

function isDoneBy(from: Start, known: IsoDate): boolean {
  return from === 'begin' || from <= known
}

function meet(a: Period<Version>, b: Period<Version>): boolean {
  const begins = (one: Period<Version>, other: Period<Version>): boolean =>
    one.from === 'begin' || other.until === undefined || one.from < other.until
  return begins(a, b) && begins(b, a)
}

/** A rectificatie or revisie of the lapse itself says that there was none. */
function isMended(
  {wijzigingen, geldig}: Version,
  {selected}: Period<Version>,
  mending: ReadonlySet<string>
): boolean {
  return (
    geldig === selected.version.geldig &&
    wijzigingen.some((id) => mending.has(id))
  )
}
