import {indexUnits} from '../consolidate/owner.ts'
import {defined} from '../defined.ts'
import type {Moment, Regeling, Unit, Wijziging} from '../model.ts'
import {findUnit} from '../pipeline/find.ts'
import {type HistoryEntry, historyOf, joined} from '../pipeline/history.ts'
import {
  type HistoryGroup,
  historyRow,
  renderHistory
} from '../render/history.ts'
import {isDay} from '../time/days.ts'
import {momentAt} from '../time/timeline.ts'
import {CallError, type Command, shared} from './command.ts'
import {
  chosenRegelingen,
  findingsAbout,
  openCorpus,
  tellFindings
} from './corpus.ts'
import {readMoment} from './moment.ts'
import {scoped, scopeOptions} from './scope.ts'
import {nameAt} from './unit-name.ts'

/** Wide enough for six columns; a terminal that is narrower wraps its lines itself. */
const width = 120

/** `cao log`: what changed in a regeling or a provision, and when. */
export const log: Command = {
  name: 'log',
  summary: 'Toon wat er in een regeling of bepaling is gewijzigd, en wanneer.',
  details:
    'De kolommen zijn die van de wijzigingshistorie op lokaleregelgeving.overheid.nl: inwerkingtreding, terugwerkend tot en met, uitwerkingtreding, betreft, bron en kenmerk. Daarvoor staat sinds wanneer de wijziging bekend is. Niets daarvan is met de hand bijgehouden: het volgt uit de bestanden.',
  args: '[eenheid...]',
  options: [
    shared.zicht,
    scopeOptions[0],
    shared.concept,
    shared.regeling,
    shared.articles,
    {flags: '--json', description: 'geef de wijzigingen als JSON'}
  ],
  examples: [
    ['cao log', 'alle regelingen'],
    ['cao log 3:4 --regeling voorbeeld-regeling', 'één artikel'],
    ['cao log --zicht 2015-09-05', 'naar wat die dag bekend was']
  ],
  async run(call, host) {
    const moment = readMoment(call, host)
    const compiled = openCorpus(call, host)
    const chosen = chosenRegelingen(call, compiled)
    if (!tellFindings(call, host, findingsAbout(call, compiled, chosen)))
      return 1
    const words = call.args.join(' ')
    const regelingen = scoped(call, chosen).map(({regeling}) => regeling)
    const logs = regelingen.flatMap((regeling) => {
      const unit =
        words === '' ? undefined : findUnit(regeling, words, moment).unit
      if (words !== '' && !unit) return []
      const known = historyOf(regeling, unit?.id).filter(
        ({zicht}) => !isDay(zicht) || zicht <= moment.zicht
      )
      const others = unit ? sameNumber(regeling, unit) : []
      return [{regeling, entries: joined(known), others}]
    })
    if (logs.length === 0)
      throw new CallError(`\`${words}\` is hier niet te vinden`)
    if (call.values.json === true) {
      host.print(toJson(logs))
      return 0
    }
    for (const {regeling, entries, others} of logs) {
      host.print(toText(regeling, entries))
      for (const other of others) host.print(`${otherLine(other)}\n`)
    }
    return 0
  }
}

interface Group extends HistoryGroup {
  readonly moment: Moment
}

interface Log {
  readonly regeling: Regeling
  /** Other units that ever bore the number. */
  readonly others: readonly Unit[]
  readonly entries: readonly HistoryEntry[]
}

function toText(regeling: Regeling, entries: readonly HistoryEntry[]): string {
  const units = indexUnits(regeling.units)
  const rows = groupsOf(regeling, entries).map((group) =>
    historyRow(group, (id) => nameAt(id, units, group.moment))
  )
  const title = `${regeling.titel}\n${'='.repeat([...regeling.titel].length)}\n\n`
  return `${title}${renderHistory(rows, width)}\n`
}

/** Units that at some time bore a number that this one bears or bore. */
function sameNumber({units}: Regeling, unit: Unit): readonly Unit[] {
  const nummers = new Set(unit.versions.map(({nummer}) => nummer))
  return units.filter(
    ({id, soort, versions}) =>
      id !== unit.id &&
      soort === unit.soort &&
      versions.some(
        ({nummer, days}) =>
          nummer !== undefined && nummers.has(nummer) && days.length > 0
      )
  )
}

function otherLine({id, soort, versions}: Unit): string {
  const nummers = [...new Set(versions.flatMap(({nummer}) => nummer ?? []))]
  return `Dit nummer was of is ook van een andere bepaling, ${soort} ${nummers.join(', ')}; zie \`cao log ${id}\``
}

/** Changes that share moment, end and origin are one row. */
function groupsOf(
  {wijzigingen}: Regeling,
  entries: readonly HistoryEntry[]
): readonly Group[] {
  const byId = new Map(wijzigingen.map((one) => [one.id, one]))
  const groups = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const {zicht, atEarliest, geldig, until, inwerking, retroactive} = entry
    const key = [
      zicht,
      atEarliest,
      geldig,
      until,
      inwerking,
      retroactive,
      ...entry.wijzigingen
    ].join(' ')
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups.values()].flatMap((changes) => {
    const [first] = changes
    return first ? [groupOf(first, changes, byId)] : []
  })
}

function groupOf(
  first: HistoryEntry,
  changes: readonly HistoryEntry[],
  byId: ReadonlyMap<string, Wijziging>
): Group {
  const {zicht, atEarliest, geldig, until, inwerking, retroactive, mends} =
    first
  return {
    zicht,
    ...defined({atEarliest}),
    geldig,
    ...defined({until, inwerking, mends}),
    retroactive,
    moment: momentAt(geldig, zicht),
    wijzigingen: first.wijzigingen.flatMap((id) => byId.get(id) ?? []),
    changes
  }
}

function toJson(logs: readonly Log[]): string {
  const data = logs.map(({regeling, entries}) => ({
    regeling: regeling.id,
    changes: entries
  }))
  return `${JSON.stringify({schema: 'caoc/log/1', logs: data}, null, 2)}\n`
}
