/**
 * Stage: Consolidation → by which wijziging each provision got its present text.
 *
 * Only for a whole text: one provision says it of itself.
 */
import {
  type Consolidation,
  type Soort,
  soorten,
  type UnitText
} from '../model.ts'
import {isDay} from '../time/days.ts'
import {compareText} from '../time/order.ts'
import {unitTextName} from './names.ts'
import {day, enumerate, type Part, type Sentence, say} from './sentence.ts'
import {inBrackets} from './sources.ts'
import {walkUnits} from './walk-units.ts'

/** Provisions that got their text on one day from the same wijzigingen. */
interface Change {
  readonly since: string
  readonly state: UnitText['state']
  readonly wijzigingen: readonly string[]
  readonly units: UnitText[]
}

/** As many that follow each other are called by the first and the last. */
const leastRun = 3
/** More toelichtingen than this are counted. */
const mostToelichtingen = 3

const plurals: Readonly<Record<Soort, string>> = {
  boek: 'boeken',
  deel: 'delen',
  titel: 'titels',
  hoofdstuk: 'hoofdstukken',
  afdeling: 'afdelingen',
  paragraaf: 'paragrafen',
  artikel: 'artikelen',
  bijlage: 'bijlagen',
  preambule: 'preambules',
  slot: 'slotbepalingen',
  toelichting: 'toelichtingen'
}

/** The lines, in order of day. */
export function lastChanges(c: Consolidation): readonly Sentence[] {
  if (c.asked) return []
  const units = [...walkUnits(c.units)]
  return changesOf(units)
    .toSorted((a, b) => compareText(a.since, b.since))
    .flatMap(({since, state, wijzigingen, units: changed}) => {
      if (!isDay(since)) return []
      const named = namesOf(changed, units, c)
      const end = state === 'vervallen' ? ' vervallen' : ''
      return [say`${day(since)}${inBrackets(wijzigingen, c)}: ${named}${end}`]
    })
}

function changesOf(units: readonly UnitText[]): readonly Change[] {
  const changes = new Map<string, Change>()
  for (const unit of units) {
    const {wijzigingen, state} = unit
    const since = unit.lapsedFrom ?? unit.since
    if (wijzigingen.length === 0) continue
    const key = [since, state, ...wijzigingen].join(' ')
    const known = changes.get(key) ?? {since, state, wijzigingen, units: []}
    known.units.push(unit)
    changes.set(key, known)
  }
  return [...changes.values()]
}

function namesOf(
  changed: readonly UnitText[],
  all: readonly UnitText[],
  c: Consolidation
): Sentence {
  const groups = soorten.flatMap((soort) => {
    const some = changed.filter((unit) => unit.soort === soort)
    return some.length === 0 ? [] : [groupName(soort, some, all, c)]
  })
  return groups.flatMap((group, at) => (at === 0 ? group : ['; ', ...group]))
}

function groupName(
  soort: Soort,
  some: readonly UnitText[],
  all: readonly UnitText[],
  c: Consolidation
): Sentence {
  if (soort === 'toelichting' && some.length > mostToelichtingen)
    return [`${some.length} ${plurals[soort]}`]
  const hasNumbers = some.every(({nummer}) => nummer !== undefined)
  if (some.length === 1 || !hasNumbers)
    return enumerate(some.map((unit) => [link(unit, unitTextName(unit, c))]))
  const row = all.filter((unit) => unit.soort === soort)
  const runs = runsOf(some, row).flatMap(runNames)
  return say`${plurals[soort]} ${enumerate(runs)}`
}

/** Units that follow each other in the row of all units of their soort. */
function runsOf(
  some: readonly UnitText[],
  row: readonly UnitText[]
): readonly (readonly UnitText[])[] {
  const places = new Map(row.map((unit, at) => [unit, at]))
  const runs: UnitText[][] = []
  for (const unit of some) {
    const last = runs.at(-1)?.at(-1)
    const follows =
      last && (places.get(last) ?? 0) + 1 === (places.get(unit) ?? 0)
    if (follows) runs.at(-1)?.push(unit)
    else runs.push([unit])
  }
  return runs
}

function runNames(run: readonly UnitText[]): readonly Sentence[] {
  const names = run.map((unit) => [link(unit, unit.nummer ?? '')])
  const [first = []] = names
  if (run.length < leastRun) return names
  return [say`${first} tot en met ${names.at(-1) ?? []}`]
}

function link({id}: UnitText, name: string): Part {
  return {unit: id, name}
}
