/** Where a new unit comes, among what is there already. */
import type {Soort, Unit, UnitId} from '../model.ts'
import type {Occasion} from './occasion.ts'
import {Refusal} from './refusal.ts'
import {
  called,
  homeOf,
  isDividing,
  livingVersion,
  type Standing,
  siblings,
  upperFirst
} from './units.ts'

/** A place as people ask for it. */
export interface SpotRequest {
  /** The unit behind which, or in which, it comes; absent: at the end of the regeling. */
  readonly named?: Unit
  /** It comes before the named unit. */
  readonly before: boolean
  readonly soort?: Soort
}

/** Where a new unit comes: its neighbours of the same soort, as far as there are. */
export interface Spot {
  readonly soort: Soort
  readonly home: UnitId | undefined
  readonly after: Standing | undefined
  readonly before: Standing | undefined
}

/** Find the place that is asked for. */
export function spotFor(
  {named, before, soort}: SpotRequest,
  occasion: Occasion,
  standing: readonly Standing[]
): Spot {
  if (!named) {
    const kind = soort ?? topSoort(standing)
    return atEnd(kind, undefined, standing)
  }
  livingVersion(named, occasion)
  if (named.soort === 'toelichting') {
    throw new Refusal(
      'Noem bij `--new` een bepaling; een toelichting maakt `--toelichting`'
    )
  }
  const isInside =
    !before &&
    (isDividing(named) || (named.soort === 'bijlage' && soort !== undefined)) &&
    soort !== named.soort
  if (isInside) {
    refuseDivided(named, soort ?? 'artikel', occasion, standing)
    return atEnd(soort ?? 'artikel', named.id, standing)
  }
  if (soort !== undefined && soort !== named.soort) {
    throw new Refusal(
      `Een ${soort} komt niet voor of achter ${called(named, occasion)}; noem een ${soort}, of dat waar het in komt`
    )
  }
  return beside(named, before, occasion, standing)
}

function atEnd(
  soort: Soort,
  home: UnitId | undefined,
  standing: readonly Standing[]
): Spot {
  const after = siblings(soort, home, standing).at(-1)
  return {soort, home, after, before: undefined}
}

function beside(
  named: Unit,
  isBefore: boolean,
  occasion: Occasion,
  standing: readonly Standing[]
): Spot {
  const {soort} = named
  const home = homeOf(named, occasion)
  const row = siblings(soort, home, standing)
  const at = row.findIndex(({unit}) => unit.id === named.id)
  return isBefore
    ? {soort, home, after: row[at - 1], before: row[at]}
    : {soort, home, after: row[at], before: undefined}
}

/** What a regeling is divided in at the top: most of all its last unit there. */
function topSoort(standing: readonly Standing[]): Soort {
  const top = standing.filter(({home}) => home === undefined)
  const dividing = top.find(({unit}) => isDividing(unit))
  return dividing?.unit.soort ?? 'artikel'
}

/** An artikel right in a hoofdstuk stands before its paragrafen; that is seldom meant. */
function refuseDivided(
  named: Unit,
  soort: Soort,
  occasion: Occasion,
  standing: readonly Standing[]
): void {
  const inner = standing.filter(({home}) => home === named.id)
  const parts = inner.filter(({unit}) => isDividing(unit))
  const [first] = parts
  const hasOwn = inner.some(({unit}) => unit.soort === soort)
  if (!first || hasOwn || soort !== 'artikel') return
  throw new Refusal(
    `${upperFirst(called(named, occasion))} is verder verdeeld; noem het deel waarin het artikel komt, als \`${called(first.unit, occasion)}\``
  )
}
