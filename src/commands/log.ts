import {defined} from '../defined.ts'
import type {Regeling, Wijziging} from '../model.ts'
import {findUnit} from '../pipeline/find.ts'
import {type HistoryEntry, historyOf} from '../pipeline/history.ts'
import {
  type HistoryGroup,
  historyRow,
  renderHistory,
  unitName
} from '../render/history.ts'
import {isDay} from '../time/days.ts'
import {CallError, type Command, shared} from './command.ts'
import {
  chosenRegelingen,
  findingsAbout,
  openCorpus,
  tellFindings
} from './corpus.ts'
import {readMoment} from './moment.ts'
import {scoped, scopeOptions} from './scope.ts'

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
      const entries = historyOf(regeling, unit?.id).filter(
        ({zicht}) => !isDay(zicht) || zicht <= moment.zicht
      )
      return [{regeling, entries}]
    })
    if (logs.length === 0)
      throw new CallError(`\`${words}\` is hier niet te vinden`)
    if (call.values.json === true) {
      host.print(toJson(logs))
      return 0
    }
    for (const {regeling, entries} of logs) {
      host.print(toText(regeling, entries))
    }
    return 0
  }
}

interface Log {
  readonly regeling: Regeling
  readonly entries: readonly HistoryEntry[]
}

function toText(regeling: Regeling, entries: readonly HistoryEntry[]): string {
  const names = new Map(entries.map((entry) => [entry.unit, unitName(entry)]))
  const nameOf = (unit: string): string => names.get(unit) ?? unit
  const rows = groupsOf(regeling, entries).map((group) =>
    historyRow(group, nameOf)
  )
  const title = `${regeling.titel}\n${'='.repeat([...regeling.titel].length)}\n\n`
  return `${title}${renderHistory(rows, width)}\n`
}

/** Changes that share moment, end and origin are one row. */
function groupsOf(
  {wijzigingen}: Regeling,
  entries: readonly HistoryEntry[]
): readonly HistoryGroup[] {
  const byId = new Map(wijzigingen.map((one) => [one.id, one]))
  const groups = new Map<string, HistoryEntry[]>()
  for (const entry of entries) {
    const {zicht, geldig, until, inwerking, retroactive} = entry
    const key = [
      zicht,
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
): HistoryGroup {
  const {zicht, geldig, until, inwerking, retroactive, mends} = first
  return {
    zicht,
    geldig,
    ...defined({until, inwerking, mends}),
    retroactive,
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
