/** The days of one version, from the wijzigingen that bring, move or withdraw it. */
import {defined} from '../defined.ts'
import type {
  Days,
  Determination,
  IsoDate,
  KnownDay,
  Version,
  Wijziging
} from '../model.ts'
import {compareText} from '../time/order.ts'

type Named = Pick<
  Version,
  'path' | 'unit' | 'geldig' | 'wijzigingen' | 'onderdeel'
>

/** A woven version yields to nothing it was woven from. */
const wovenAdvantage = 0.5

/**
 * All that became known of a version's days, in that order.
 *
 * @param own The wijzigingen that bring it; a woven version is known from the latest of them on.
 * @param all Every wijziging that may give or move days.
 */
export function daysOf(
  version: Named,
  own: readonly Wijziging[],
  all: readonly Wijziging[]
): readonly Days[] {
  const first: Days = {
    known: knownOf(own),
    geldig: version.geldig,
    ...defined({inwerking: inwerkingOf(version, own)})
  }
  const days = [first]
  for (const {known, by, determination} of determinationsFor(version, all)) {
    const geldig = determination.geldig ?? days.at(-1)?.geldig ?? first.geldig
    const {inwerking} = determination
    days.push({known, geldig, ...defined({inwerking}), by})
  }
  return days
}

/** Known day of the first wijziging that sets the version aside. */
export function setAsideOf(
  version: Named,
  all: readonly Wijziging[]
): IsoDate | undefined {
  return all
    .filter(({trektIn}) => trektIn.some((name) => names(name, version)))
    .flatMap(({bekend}) => (bekend === 'onbekend' ? [] : [bekend]))
    .toSorted(compareText)[0]
}

/** Order among versions that share their days. */
export function volgordeOf(own: readonly Wijziging[]): number {
  const highest = Math.max(0, ...own.map(({volgorde}) => volgorde))
  return own.length > 1 ? highest + wovenAdvantage : highest
}

function knownOf(own: readonly Wijziging[]): KnownDay {
  if (own.length === 0) return 'altijd'
  const days = own.map(({bekend}) => bekend).filter((day) => day !== 'onbekend')
  return days.toSorted(compareText).at(-1) ?? 'onbekend'
}

function inwerkingOf(
  {onderdeel}: Named,
  own: readonly Wijziging[]
): IsoDate | undefined {
  const [only, ...more] = own
  return more.length === 0
    ? only?.onderdelen.find(({id}) => id === onderdeel)?.inwerking
    : undefined
}

interface Given {
  readonly known: IsoDate | 'onbekend'
  readonly by: string
  readonly determination: Determination
}

function determinationsFor(version: Named, all: readonly Wijziging[]): Given[] {
  return all
    .flatMap(({id, bekend, steltVast}) =>
      steltVast
        .filter(({target}) => names(target, version))
        .map((determination) => ({known: bekend, by: id, determination}))
    )
    .toSorted((a, b) => compareText(a.known, b.known))
}

/** Whether a name (`lbr-16-001`, `lbr-16-001#A`, `artikel-2-3/2016-01-01.lbr-16-001`) means this version. */
export function names(name: string, version: Named): boolean {
  const {path, unit, wijzigingen, onderdeel} = version
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '')
  if (name === `${unit}/${file}`) return true
  return wijzigingen.some(
    (id) => name === id || (onderdeel && name === `${id}#${onderdeel}`)
  )
}
