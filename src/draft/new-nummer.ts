/** The number of a new unit, from the place it gets and the numbers around it. */
import type {Soort} from '../model.ts'
import {nummerOrder} from '../time/order.ts'
import {firstIn, nummerFor, seriesOf, usesCapitals} from './nummer.ts'
import type {Occasion} from './occasion.ts'
import {Refusal} from './refusal.ts'
import type {Spot} from './spot.ts'
import {
  isDividing,
  livingBelow,
  nummersInUse,
  refuseBorne,
  type Standing
} from './units.ts'

/** Soorten without a number, of which a regeling has one. */
const bare: readonly Soort[] = ['preambule', 'slot', 'toelichting']

/** What was asked of a number. */
interface Asked {
  readonly nummer?: string
  /** The new unit comes before the one that was named. */
  readonly before: boolean
}

/** The number that was asked for, or else the one that follows; nothing for a soort without numbers. */
export function nummerAt(
  spot: Spot,
  {nummer, before}: Asked,
  occasion: Occasion,
  standing: readonly Standing[]
): string | undefined {
  const {soort} = spot
  if (bare.includes(soort)) {
    refuseBare(soort, nummer, occasion)
    return undefined
  }
  const found = nummer ?? nextNummer(spot, before, occasion, standing)
  if (found === undefined) {
    throw new Refusal(
      'Voor deze plaats volgt uit de andere nummers geen nummer; geef er met `--nummer` een, of hernummer eerst wat erachter komt'
    )
  }
  refuseBorne(soort, found, occasion, new Set())
  return found
}

function refuseBare(
  soort: Soort,
  nummer: string | undefined,
  {regeling}: Occasion
): void {
  if (nummer !== undefined) {
    throw new Refusal(`Een ${soort} heeft geen nummer; laat \`--nummer\` weg`)
  }
  if (!regeling.units.some(({id}) => id === soort)) return
  throw new Refusal(
    `De regeling heeft al een ${soort}; leg daarvan een versie neer: \`cao new version ${soort}\``
  )
}

/** The number for a spot, from the numbers of its series, lapsed and announced ones included. */
function nextNummer(
  spot: Spot,
  isBefore: boolean,
  occasion: Occasion,
  standing: readonly Standing[]
): string | undefined {
  const {soort, after, before} = spot
  const group = nummersInUse(soort, occasion)
  const known = (isBefore ? before : after)?.stand.version?.nummer
  if (known === undefined) return firstNummer(spot, group, standing)
  const series = group.filter((one) => seriesOf(one) === seriesOf(known))
  const order = nummerOrder(series)
  const sorted = series.toSorted(order)
  const at = sorted.indexOf(known)
  const prev = isBefore ? sorted[at - 1] : known
  const next = isBefore ? known : sorted[at + 1]
  const isGuess = prev === undefined && !/(?:^|[:.])1$/u.test(known)
  if (isGuess && occasion.regeling.uittreksel) return undefined
  return nummerFor({
    ...(prev !== undefined && {prev}),
    ...(next !== undefined && {next}),
    group,
    capitals: usesCapitals(group, !['artikel', 'bijlage'].includes(soort))
  })
}

/** The number of the first of its soort in a place. */
function firstNummer(
  {soort, home}: Spot,
  group: readonly string[],
  standing: readonly Standing[]
): string | undefined {
  if (group.length === 0 && (home === undefined || soort !== 'artikel')) {
    return '1'
  }
  const place = standing.find(({unit}) => unit.id === home)
  const nummer = place?.stand.version?.nummer
  if (soort !== 'artikel' || nummer === undefined) return undefined
  if (
    group.some(
      (one) => one.startsWith(`${nummer}:`) || one.startsWith(`${nummer}.`)
    )
  ) {
    return undefined
  }
  const pairs = standing
    .filter(({unit}) => isDividing(unit) && unit.soort === place?.unit.soort)
    .flatMap((entry) =>
      livingBelow(entry.unit.id, standing)
        .filter(({unit}) => unit.soort === 'artikel')
        .map(({stand}) => ({
          home: entry.stand.version?.nummer ?? '',
          nummer: stand.version?.nummer ?? ''
        }))
    )
  return firstIn(nummer, pairs)
}
