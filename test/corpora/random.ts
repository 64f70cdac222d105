/**
 * Random corpora from files, with all that may befall a text, on few days so
 * that what falls on them meets. They are written from plain data, so that a
 * property may leave a decision out, or name what it brought.
 */
import fc from 'fast-check'
import type {IsoDate, Moment} from '../../src/model.ts'
import {type Files, head, regeling} from '../corpus.ts'

/** Days of a corpus; the first and the last lie outside everything in it. */
export const days: readonly IsoDate[] = Array.from(
  {length: 10},
  (_, at) => `2020-01-${String(at + 1).padStart(2, '0')}` as IsoDate
)

/** Every pair of days. */
export const moments: readonly Moment[] = days.flatMap((zicht) =>
  days.map((geldig) => ({geldig, zicht}))
)

/** What one decision does to one unit. */
interface Change {
  readonly unit: UnitName
  /** A day, or `onbepaald`. */
  readonly geldig: string
  readonly nummer?: string | undefined
  readonly tot?: string | undefined
  readonly vervallen: boolean
  readonly moves: boolean
  /** A text that follows it on a later day. */
  readonly until?: string | undefined
}

/** One decision. */
export interface Decision {
  /** Place in the list, and its `volgorde`: `w-0`, `w-1` … */
  readonly n: number
  /** A day, or `onbekend`. */
  readonly bekend: string
  readonly soort: 'ledenbrief' | 'rectificatie'
  readonly inwerking?: string | undefined
  /** Numbers of the decisions that it withdraws. */
  readonly withdraws: readonly number[]
  readonly determines?:
    | {
        readonly target: number
        readonly geldig?: string | undefined
        readonly inwerking?: string | undefined
      }
    | undefined
  readonly changes: readonly Change[]
}

/** A corpus before it is files. */
export interface Life {
  /** Units that are there before the corpus begins. */
  readonly first: readonly UnitName[]
  readonly decisions: readonly Decision[]
  /** Numbers of two decisions with a text woven of both in artikel 1:1, and its day. */
  readonly woven?:
    | {readonly of: readonly [number, number]; readonly geldig: string}
    | undefined
}

type UnitName = (typeof units)[number]

const units = [
  'hoofdstuk-1',
  'hoofdstuk-1/artikel-1-1',
  'hoofdstuk-1/artikel-1-1/toelichting',
  'hoofdstuk-1/artikel-1-2',
  'hoofdstuk-2',
  'hoofdstuk-2/artikel-2-1',
  'bijlage-I'
] as const

/** Any of the days on which something may happen. */
export const day: fc.Arbitrary<string> = fc.constantFrom(...days.slice(1, -1))
const maybeDay = fc.option(day, {nil: undefined})

const change: fc.Arbitrary<Change> = fc.record({
  unit: fc.constantFrom(...units),
  geldig: fc.oneof(
    {weight: 8, arbitrary: day},
    {weight: 1, arbitrary: fc.constant('onbepaald')}
  ),
  nummer: fc.option(fc.constantFrom('1:1', '1:2', '2:1', '9:9'), {
    nil: undefined
  }),
  tot: fc.option(day, {nil: undefined, freq: 3}),
  vervallen: fc.integer({min: 0, max: 5}).map((n) => n === 0),
  moves: fc.integer({min: 0, max: 4}).map((n) => n === 0),
  until: fc.option(day, {nil: undefined, freq: 4})
})

/** One decision, for a place in a list. */
export function decisionAt(
  n: number,
  bekend: fc.Arbitrary<string> = fc.oneof(
    {weight: 8, arbitrary: day},
    {weight: 1, arbitrary: fc.constant('onbekend')}
  )
): fc.Arbitrary<Decision> {
  const other = fc.integer({min: 0, max: 4})
  return fc.record({
    n: fc.constant(n),
    bekend,
    soort: fc.constantFrom('ledenbrief', 'ledenbrief', 'rectificatie'),
    inwerking: maybeDay,
    withdraws: fc.array(other, {maxLength: 1}),
    determines: fc.option(
      fc.record({target: other, geldig: maybeDay, inwerking: maybeDay}),
      {nil: undefined}
    ),
    changes: fc.uniqueArray(change, {
      maxLength: 4,
      selector: ({unit}) => unit
    })
  })
}

/** A whole life; `bekend` says when decisions may become known. */
export function lives(bekend?: fc.Arbitrary<string>): fc.Arbitrary<Life> {
  return fc.record({
    first: fc.subarray([...units]),
    decisions: fc
      .integer({min: 1, max: 5})
      .chain((count) =>
        fc.tuple(
          ...Array.from({length: count}, (_, n) => decisionAt(n, bekend))
        )
      ),
    woven: fc.option(
      fc.record({
        of: fc.tuple(fc.constant(0), fc.integer({min: 1, max: 4})),
        geldig: day
      }),
      {nil: undefined}
    )
  })
}

/** The files of a life; what a decision brings says its name in every text: `tekst van w-3`. */
export function filesOf({first, decisions, woven}: Life): Files {
  const ids = new Set(decisions.map(({n}) => n))
  const isWhole = woven?.of.every((n) => ids.has(n))
  return {
    ...regeling,
    ...Object.fromEntries(
      first.map((unit) => [fileOf(unit, 'begin'), text(unit, 'begin')])
    ),
    ...Object.assign({}, ...decisions.map((one) => filesOfDecision(one))),
    ...(woven &&
      isWhole && {
        [fileOf(
          'hoofdstuk-1/artikel-1-1',
          `${woven.geldig}.${woven.of.map(idOf).join('+')}`
        )]: text('hoofdstuk-1/artikel-1-1', woven.of.map(idOf).join(' en '), {
          hand: 'true'
        })
      })
  }
}

/** The files that one decision brings, itself included; `more` goes into its head. */
export function filesOfDecision(
  decision: Decision,
  more: Readonly<Record<string, string>> = {}
): Files {
  const {n, bekend, soort, inwerking, withdraws, determines, changes} = decision
  const given = determines && [
    ...(determines.geldig ? [`geldig: ${determines.geldig}`] : []),
    ...(determines.inwerking ? [`inwerking: ${determines.inwerking}`] : [])
  ]
  const values = {
    soort,
    onderwerp: `besluit ${idOf(n)}`,
    bekend,
    volgorde: String(n),
    onderdelen: inwerking ? `{A: {inwerking: ${inwerking}}}` : '{A: {}}',
    ...(withdraws.length > 0 && {
      'trekt-in': `[${withdraws.map(idOf).join(', ')}]`
    }),
    ...(given && {
      'stelt-vast': `{${idOf(determines.target)}: {${given.join(', ')}}}`
    }),
    ...more
  }
  return {
    [`proef/wijzigingen/${idOf(n)}.md`]: head(values),
    ...Object.assign({}, ...changes.map((one) => filesOfChange(one, n)))
  }
}

/** Name of the decision at a place. */
export function idOf(n: number): string {
  return `w-${n}`
}

function filesOfChange(
  {unit, geldig, nummer, tot, vervallen, moves, until}: Change,
  n: number
): Files {
  const isArtikel = unit.includes('artikel') && !unit.endsWith('toelichting')
  const values = {
    onderdeel: 'A',
    ...(tot && {tot}),
    ...(isArtikel && nummer && {nummer: `'${nummer}'`}),
    ...(isArtikel && moves && {in: 'hoofdstuk-2'})
  }
  const words = idOf(n)
  return {
    [fileOf(unit, `${geldig}.${words}`)]: text(unit, words, {
      ...values,
      ...(vervallen && {vervallen: 'true'})
    }),
    ...(until && {
      [fileOf(unit, `${until}.${words}`)]: text(unit, words, values)
    })
  }
}

function fileOf(unit: UnitName, name: string): string {
  return `proef/${unit}/${name}.md`
}

const nummers: Readonly<Record<UnitName, string | undefined>> = {
  'hoofdstuk-1': '1',
  'hoofdstuk-1/artikel-1-1': '1:1',
  'hoofdstuk-1/artikel-1-1/toelichting': undefined,
  'hoofdstuk-1/artikel-1-2': '1:2',
  'hoofdstuk-2': '2',
  'hoofdstuk-2/artikel-2-1': '2:1',
  'bijlage-I': 'I'
}

function text(
  unit: UnitName,
  words: string,
  more: Readonly<Record<string, string>> = {}
): string {
  const nummer = nummers[unit]
  const values = {...(nummer && {nummer: `'${nummer}'`}), ...more}
  const body = unit.startsWith('hoofdstuk') && !unit.includes('/')
  return head(
    body ? {...values, opschrift: `Opschrift van ${words}`} : values,
    body || more.vervallen ? '' : `Tekst van ${words}.\n`
  )
}
