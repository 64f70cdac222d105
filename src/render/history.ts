/**
 * Stage: the history of a regeling → the table that CVDR prints of it.
 *
 * Columns as on lokaleregelgeving.overheid.nl: inwerkingtreding, terugwerkend
 * tot en met, uitwerkingtreding, betreft, bron, kenmerk; before them the day
 * on which it became known, since caoc asks on two clocks.
 */
import type {ChangeFacts} from '../comparison.ts'
import type {Wijziging} from '../model.ts'
import {compareText, nummerOrder} from '../time/order.ts'
import {detailPhrases} from './history-details.ts'
import {tableLines} from './text-table.ts'

/** One row, in words. */
export interface HistoryRow {
  readonly bekend: string
  readonly inwerkingtreding: string
  readonly terugwerkend: string
  readonly uitwerkingtreding: string
  readonly betreft: string
  readonly bron: string
  readonly kenmerk: string
}

/** A unit as history names it. */
interface NamedUnit {
  readonly unit: string
  readonly soort: string
  readonly nummer?: string
  readonly opschrift?: string
  readonly owner?: {readonly soort: string; readonly nummer?: string}
}

interface Change extends NamedUnit {
  readonly effects: readonly ChangeEffect[]
  /** What changed in its text, lid by lid. */
  readonly details?: readonly ChangeFacts[]
}

type ChangeEffect =
  | {readonly kind: string}
  | {readonly kind: 'vernummerd'; readonly from: string; readonly to: string}
  | {readonly kind: 'verplaatst'; readonly to: string}
  | {
      readonly kind: 'ontstaan-uit' | 'opgegaan-in' | 'samengevoegd-met'
      readonly units: readonly string[]
    }

/** Changes with one moment and one origin. */
export interface HistoryGroup {
  readonly zicht: string
  /** Only the first day on which it can have been known is known. */
  readonly atEarliest?: true
  readonly geldig: string
  readonly until?: string
  readonly inwerking?: string
  readonly retroactive: boolean
  readonly mends?: string
  readonly wijzigingen: readonly Wijziging[]
  readonly changes: readonly Change[]
}

/** More units than this under one verb are counted, not named. */
const mostNamed = 12
const heads: HistoryRow = {
  bekend: 'Bekend',
  inwerkingtreding: 'Inwerking-\ntreding',
  terugwerkend: 'Terugwerkend\nt/m',
  uitwerkingtreding: 'Uitwerking-\ntreding',
  betreft: 'Betreft',
  bron: 'Bron',
  kenmerk: 'Kenmerk'
}
const columns = Object.keys(heads) as (keyof HistoryRow)[]

/** The row of one group; `nameOf` says how another unit is called. */
export function historyRow(
  group: HistoryGroup,
  nameOf: (unit: string) => string
): HistoryRow {
  const {geldig, until, inwerking, retroactive, wijzigingen} = group
  const kenmerken = wijzigingen.flatMap(({kenmerk}) => kenmerk ?? [])
  const kinds = group.changes.flatMap(({effects}) => effects)
  const isOnly = (kind: string): boolean =>
    kinds.length > 0 && kinds.every((effect) => effect.kind === kind)
  // What was put off comes into force when the stretch ends, not when it begins.
  const isPutOff = isOnly('uitgesteld')
  const isGone = isOnly('ingetrokken')
  const begin = isPutOff ? (until ?? 'onbepaald') : (inwerking ?? geldig)
  const end = isPutOff || isGone ? undefined : until
  return {
    bekend: knownIn(group),
    inwerkingtreding: isGone ? '' : day(begin),
    terugwerkend: retroactive ? day(geldig) : '',
    uitwerkingtreding: end === undefined ? '' : day(end),
    betreft: [about(group, nameOf), ...detailsIn(group)].join('\n'),
    bron: wijzigingen.map(sourceOf).join('; '),
    kenmerk: kenmerken.join('; ')
  }
}

/** The table, for a terminal or a file of `width` columns. */
export function renderHistory(
  rows: readonly HistoryRow[],
  width: number
): string {
  const cells = [heads, ...rows].map((row) => columns.map((key) => row[key]))
  return `${tableLines(cells, [], width).join('\n')}\n`
}

function knownIn({zicht, atEarliest}: HistoryGroup): string {
  if (zicht === 'concept') return 'nog niet'
  return atEarliest ? 'onbekend' : day(zicht)
}

function day(text: string): string {
  return /^\d/u.test(text) ? text : 'onbekend'
}

function sourceOf({id, lbr, soort, datum, concept}: Wijziging): string {
  const name = lbr === undefined ? id : `Lbr. ${lbr}`
  const isSaid = soort === 'ledenbrief' || id.startsWith(soort)
  const kind = concept ? `concept van ${soort}` : isSaid ? '' : soort
  const signed = datum === undefined ? '' : `, ${datum}`
  return `${kind === '' ? '' : `${kind} `}${name}${signed}`
}

function about(
  {changes, mends}: HistoryGroup,
  nameOf: (unit: string) => string
): string {
  const byVerb = new Map<string, string[]>()
  for (const change of inOrder(changes)) {
    for (const effect of change.effects) {
      const [verb, after] = wordsOf(effect, mends, nameOf)
      const name = `${unitName(change)}${after}`
      const group = byVerb.get(verb)
      if (group) group.push(name)
      else byVerb.set(verb, [name])
    }
  }
  return [...byVerb]
    .map(([verb, names]) =>
      names.length > mostNamed
        ? `${verb}: ${names.length} bepalingen`
        : `${verb}: ${names.join(', ')}`
    )
    .join('; ')
}

/** Each on a line of its own, below the unit. */
function detailsIn({changes}: HistoryGroup): readonly string[] {
  const all = inOrder(changes).map(({details = [], ...unit}) => ({
    name: unitName(unit),
    phrases: detailPhrases(details)
  }))
  const told = all.filter(({phrases}) => phrases.length > 0)
  return told.flatMap(({name, phrases}) => {
    const front = changes.length > 1 ? `${name}, ` : ''
    return phrases.map((phrase) => `– ${front}${phrase}`)
  })
}

function inOrder(changes: readonly Change[]): readonly Change[] {
  const order = nummerOrder(changes.map(({nummer}) => nummer ?? ''))
  return changes.toSorted(
    (a, b) =>
      compareText(a.soort, b.soort) ||
      order(a.nummer ?? '', b.nummer ?? '') ||
      compareText(a.unit, b.unit)
  )
}

/** What is said before the names, and after each. */
function wordsOf(
  effect: ChangeEffect,
  mends: string | undefined,
  nameOf: (unit: string) => string
): readonly [string, string] {
  if ('from' in effect) return ['vernummerd', ` (was ${effect.from})`]
  if ('units' in effect) {
    const names = effect.units.map(nameOf).join(' en ')
    if (effect.kind === 'opgegaan-in') {
      return ['vervallen', ` (opgegaan in ${names})`]
    }
    return effect.kind === 'ontstaan-uit'
      ? ['nieuw', ` (uit ${names})`]
      : ['samengevoegd', ` (met ${names})`]
  }
  if ('to' in effect) return ['verplaatst', ` (naar ${nameOf(effect.to)})`]
  if (effect.kind === 'gewijzigd') return [mended(mends), '']
  return [verbs.get(effect.kind) ?? effect.kind, '']
}

const verbs = new Map([
  ['aanwezig', 'sinds een niet vastgelegde dag'],
  ['ingetrokken', 'ingetrokken vóór de inwerkingtreding'],
  ['hersteld', 'niet vervallen'],
  ['uitgesteld', 'uitgesteld'],
  ['teruggekeerd', 'einde van de afwijking'],
  ['ongewijzigd', 'zonder wijziging van de tekst']
])

function mended(mends: string | undefined): string {
  if (mends === 'rectificatie') return 'gerectificeerd'
  return mends === 'revisie' ? 'gereviseerd' : 'gewijzigd'
}

/** `artikel 1:2c`, `toelichting op artikel 1:2c`, `preambule`, `paragraaf “Ambtstoelage”`. */
export function unitName({soort, nummer, opschrift, owner}: NamedUnit): string {
  if (owner) {
    return `toelichting op ${[owner.soort, owner.nummer ?? ''].join(' ').trimEnd()}`
  }
  if (nummer !== undefined) return `${soort} ${nummer}`
  return opschrift === undefined ? soort : `${soort} “${opschrift}”`
}
