import fc from 'fast-check'
import {expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import type {IsoDate} from '../../src/model.ts'
import {compileFiles, type Files, head, regeling} from '../corpus.ts'

// The rule of time written a second time, plainly and from the words of the
// design, on random lives of one artikel; the product reads the same lives
// from files. Nothing is shared but the corpus.

interface Decision {
  readonly id: string
  readonly bekend: string
  readonly inwerking?: string | undefined
  readonly rectificatie: boolean
  /** Numbers of the decisions that it withdraws. */
  readonly withdraws: readonly number[]
  /** Number of the decision to which it gives days. */
  readonly determines?:
    | {
        readonly target: number
        readonly geldig?: string | undefined
        readonly inwerking?: string | undefined
      }
    | undefined
  /** Day of the version that it brings. */
  readonly geldig: string
}

const day = fc
  .integer({min: 0, max: 9})
  .map((n) => `2015-${String(n + 1).padStart(2, '0')}-01`)
const decision = fc.record({
  bekend: fc.oneof(
    {weight: 6, arbitrary: day},
    {weight: 1, arbitrary: fc.constant('onbekend')}
  ),
  inwerking: fc.option(day, {nil: undefined}),
  rectificatie: fc.boolean(),
  withdraws: fc.array(fc.integer({min: 0, max: 4}), {maxLength: 1}),
  determines: fc.option(
    fc.record({
      target: fc.integer({min: 0, max: 4}),
      geldig: fc.option(day, {nil: undefined}),
      inwerking: fc.option(day, {nil: undefined})
    }),
    {nil: undefined}
  ),
  geldig: fc.oneof(
    {weight: 6, arbitrary: day},
    {weight: 1, arbitrary: fc.constant('onbepaald')}
  )
})
const life = fc
  .array(decision, {minLength: 1, maxLength: 5})
  .map((list) => list.map((one, n): Decision => ({...one, id: `w-${n}`})))

function filesOf(list: readonly Decision[]): Files {
  const files: Record<string, string | Uint8Array> = {...regeling}
  list.forEach((one, n) => {
    const {determines} = one
    const days = determines && [
      ...(determines.geldig ? [`geldig: ${determines.geldig}`] : []),
      ...(determines.inwerking ? [`inwerking: ${determines.inwerking}`] : [])
    ]
    const targets = one.withdraws.map((target) => `w-${target}`)
    files[`proef/wijzigingen/${one.id}.md`] = head({
      soort: one.rectificatie ? 'rectificatie' : 'ledenbrief',
      onderwerp: 'x',
      bekend: one.bekend,
      volgorde: String(n),
      onderdelen: one.inwerking
        ? `{A: {inwerking: ${one.inwerking}}}`
        : '{A: {}}',
      ...(targets.length > 0 && {'trekt-in': `[${targets.join(', ')}]`}),
      ...(days && {
        'stelt-vast': `{w-${determines.target}: {${days.join(', ')}}}`
      })
    })
    files[`proef/artikel-1/${one.geldig}.${one.id}.md`] = head(
      {nummer: "'1'", onderdeel: 'A'},
      `tekst ${n}\n`
    )
  })
  return files
}

/** `onbekend` counts as known at every zicht, and so as earlier than any day. */
const known = (bekend: string): string => (bekend === 'onbekend' ? '' : bekend)

interface Known {
  readonly geldig: string
  readonly inwerking: string
}

/** The days of a decision's version, from what was known at a zicht. */
function daysAt(list: readonly Decision[], n: number, zicht: string): Known {
  const own = list[n] as Decision
  let geldig = own.geldig
  let inwerking = own.inwerking
  let since = own.bekend
  const given = list
    .map((one, at) => ({...one, at}))
    .filter((one) => one.determines?.target === n)
    .filter(
      (one) =>
        known(one.bekend) <= zicht && known(one.bekend) >= known(own.bekend)
    )
    .toSorted((a, b) =>
      known(a.bekend) < known(b.bekend)
        ? -1
        : known(a.bekend) > known(b.bekend)
          ? 1
          : a.at - b.at
    )
  for (const {determines, bekend} of given) {
    geldig = determines?.geldig ?? geldig
    inwerking = determines?.inwerking
    since = bekend
  }
  const later = [known(since), geldig].toSorted().at(-1) ?? geldig
  return {
    geldig,
    inwerking: inwerking ?? (geldig === 'onbepaald' ? 'onbepaald' : later)
  }
}

function isWithdrawn(
  list: readonly Decision[],
  n: number,
  zicht: string
): boolean {
  const own = list[n] as Decision
  return list.some((one, at) => {
    if (at === n || !one.withdraws.includes(n) || known(one.bekend) > zicht)
      return false
    if (one.bekend === 'onbekend') return true
    if (one.bekend < known(own.bekend)) return false
    if (one.rectificatie) return true
    const {inwerking} = daysAt(list, n, one.bekend)
    return inwerking === 'onbepaald' || inwerking > one.bekend
  })
}

function naive(
  list: readonly Decision[],
  geldig: string,
  zicht: string
): string {
  const reach = geldig > zicht ? geldig : zicht
  const candidates = list
    .map((one, n) => ({
      n,
      bekend: known(one.bekend),
      ...daysAt(list, n, zicht)
    }))
    .filter(({n, bekend}) => bekend <= zicht && !isWithdrawn(list, n, zicht))
    .filter((one) => one.geldig !== 'onbepaald' && one.geldig <= geldig)
    .filter((one) => one.inwerking !== 'onbepaald' && one.inwerking <= reach)
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (top, one) => {
      if (!top || one.geldig > top.geldig) return one
      if (one.geldig < top.geldig) return top
      if (one.bekend !== top.bekend) return one.bekend > top.bekend ? one : top
      return one.n > top.n ? one : top
    },
    undefined
  )
  return best ? `tekst ${best.n}` : '-'
}

test('1,500 random lives: from files, the product gives what the plain rule gives', () => {
  fc.assert(
    fc.property(life, day, day, (list, geldig, zicht) => {
      const [only] = compileFiles(filesOf(list)).corpus.regelingen
      if (!only) throw new Error('geen regeling')
      const moment = {geldig: geldig as IsoDate, zicht: zicht as IsoDate}
      const [unit] = consolidate(only, moment).units
      const [alinea] = unit?.text ?? []
      const [text] = alinea?.type === 'alinea' ? alinea.content : []
      const given = text?.type === 'text' ? text.value : '-'
      expect(given).toBe(naive(list, geldig, zicht))
    }),
    {seed: 20260101, numRuns: 1500}
  )
})
