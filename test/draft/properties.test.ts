import fc from 'fast-check'
import {expect, test} from 'vitest'
import {openDesk} from '../../src/pipeline/draft-desk.ts'
import {finishDraft} from '../../src/pipeline/draft-finish.ts'
import {type Act, draftVersion} from '../../src/pipeline/draft-version.ts'
import {type Files, head, regeling, treeOf, wijziging} from '../corpus.ts'
import {day, outline} from './desk.ts'

// Random lives of a few artikelen in two hoofdstukken, and one more draft on top.

interface Brought {
  readonly bekend: string
  readonly volgorde: number
  readonly concept: boolean
  readonly withdraws: boolean
  /** For each artikel the day of its version, if there is one. */
  readonly days: readonly (string | undefined)[]
  readonly lapses: boolean
}

const someDay = fc
  .integer({min: 0, max: 9})
  .map((n) => `2026-${String(n + 1).padStart(2, '0')}-01`)
const brought = fc.record({
  bekend: fc.oneof({weight: 6, arbitrary: someDay}, fc.constant('onbekend')),
  volgorde: fc.integer({min: 0, max: 2}),
  concept: fc.boolean(),
  withdraws: fc.boolean(),
  days: fc.array(
    fc.option(
      fc.oneof({weight: 6, arbitrary: someDay}, fc.constant('onbepaald')),
      {nil: undefined}
    ),
    {minLength: 4, maxLength: 4}
  ),
  lapses: fc.boolean()
})

const artikelen = ['1-1', '1-2', '2-1', '2-2']

function corpusOf(list: readonly Brought[]): Files {
  const files: Record<string, string | Uint8Array> = {
    ...regeling,
    'proef/hoofdstuk-1/begin.md': head({nummer: "'1'"}),
    'proef/hoofdstuk-2/begin.md': head({nummer: "'2'"})
  }
  for (const name of artikelen) {
    files[`${folderOf(name)}/begin.md`] = head(
      {nummer: nummerOf(name)},
      '1. Een.\n2. Twee:\n    a. x;\n    b. y.\n'
    )
  }
  for (const [n, one] of list.entries()) {
    Object.assign(files, decisionOf(one, n), versionsOf(one, n))
  }
  return {...files, ...wijziging('w', '2026-05-01', {volgorde: '9'})}
}

function versionsOf({days, lapses}: Brought, n: number): Files {
  const versions = artikelen.flatMap((name, at) => {
    const geldig = days[at]
    const isStone = lapses && at === 3
    const values = {
      nummer: nummerOf(name),
      basis: 'begin',
      ...(isStone && {vervallen: 'true'})
    }
    const text = head(values, isStone ? '' : `Tekst ${n}.\n`)
    return geldig === undefined
      ? []
      : [[`${folderOf(name)}/${geldig}.w-${n}.md`, text] as const]
  })
  return Object.fromEntries(versions)
}

function decisionOf(one: Brought, n: number): Files {
  return {
    [`proef/wijzigingen/w-${n}.md`]: head({
      soort: 'ledenbrief',
      onderwerp: 'x',
      bekend: one.bekend,
      volgorde: String(one.volgorde),
      ...(one.concept && {concept: 'true'}),
      ...(one.withdraws && n > 0 && {'trekt-in': `w-${n - 1}`})
    })
  }
}

function folderOf(name: string): string {
  return `proef/hoofdstuk-${name.charAt(0)}/artikel-${name}`
}

function nummerOf(name: string): string {
  return `'${name.replace('-', ':')}'`
}

const act: fc.Arbitrary<Act> = fc.oneof(
  {weight: 4, arbitrary: fc.constant<Act>({kind: 'change'})},
  fc.constant<Act>({kind: 'lapse'}),
  fc.boolean().map((before): Act => ({kind: 'new', before})),
  fc.constant<Act>({kind: 'renumber', nummer: '2:7'}),
  fc.constant<Act>({kind: 'move', target: 'hoofdstuk 1'}),
  fc.constant<Act>({kind: 'split', nummers: '1:1,1:8'}),
  fc.constant<Act>({kind: 'merge', others: '1:2,2:1'})
)

/** What a draft may leave to be settled, and what it may not. */
const settledLater = ['samenloop', 'empty-unit', 'revival']

test('what is drafted is refused in Dutch, or brings nothing wrong, and changes no day before its own', () => {
  let laid = 0
  fc.assert(
    fc.property(
      fc.array(brought, {maxLength: 4}),
      act,
      fc.constantFrom(...artikelen, 'hoofdstuk-2'),
      fc.record({
        geldig: fc.oneof(
          {weight: 5, arbitrary: someDay},
          fc.constant('onbepaald')
        ),
        until: fc.option(someDay, {nil: undefined}),
        toelichting: fc.boolean()
      }),
      (list, what, name, {geldig, until, toelichting}) => {
        const files = corpusOf(list)
        const tree = treeOf(files)
        const words = name.startsWith('h') ? name : `artikel-${name}`
        const isPlain = what.kind === 'change' || what.kind === 'new'
        const plan = attempt(() => {
          const desk = openDesk(tree, {wijziging: 'w'})
          const draft = draftVersion(desk, {
            words,
            wijziging: 'w',
            geldig: geldig === 'onbepaald' ? geldig : day(geldig),
            act: what,
            toelichting: isPlain && toelichting,
            ...(isPlain && until !== undefined && {until: day(until)})
          })
          return finishDraft(desk, draft)
        })
        if (!plan) return
        laid++
        const rules = plan.findings
          .filter(({severity}) => severity === 'fout')
          .map(({rule}) => rule)
        expect(rules.filter((rule) => !settledLater.includes(rule))).toEqual([])
        const after = {
          ...files,
          ...Object.fromEntries(plan.files.map(({path, text}) => [path, text]))
        }
        // Nothing before it is known, and nothing before its own day.
        const before = geldig === 'onbepaald' ? '2030-01-01' : dayBefore(geldig)
        expect(outline(after, before, '2030-01-01')).toEqual(
          outline(files, before, '2030-01-01')
        )
        expect(outline(after, '2030-01-01', '2026-04-30')).toEqual(
          outline(files, '2030-01-01', '2026-04-30')
        )
      }
    ),
    {seed: 20260301, numRuns: 300}
  )
  expect(laid).toBeGreaterThan(100)
})

test('a plain version of any unit leaves the text of its own day as it was, as known then', () => {
  let laid = 0
  fc.assert(
    fc.property(
      fc.array(brought, {maxLength: 4}),
      fc.constantFrom(...artikelen),
      someDay,
      (list, name, geldig) => {
        const files = corpusOf(list)
        const tree = treeOf(files)
        const plan = attempt(() => {
          const desk = openDesk(tree, {wijziging: 'w'})
          return finishDraft(
            desk,
            draftVersion(desk, {
              words: `artikel-${name}`,
              wijziging: 'w',
              geldig: day(geldig),
              act: {kind: 'change'},
              toelichting: false
            })
          )
        })
        if (!plan) return
        laid++
        const after = {
          ...files,
          ...Object.fromEntries(plan.files.map(({path, text}) => [path, text]))
        }
        const zicht = '2026-05-01'
        expect(outline(after, geldig, zicht)).toEqual(
          outline(files, geldig, zicht)
        )
      }
    ),
    {seed: 20260302, numRuns: 200}
  )
  expect(laid).toBeGreaterThan(100)
})

/** The outcome, or nothing where drafting refuses; any other error is ours. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    expect(error).toMatchObject({name: 'Refusal'})
    expect((error as Error).message).toMatch(/[a-z]/u)
    return undefined
  }
}

/** Days of the property are the first of a month. */
function dayBefore(first: string): string {
  return first === '2026-01-01'
    ? '2025-12-31'
    : `2026-${String(Number(first.slice(5, 7)) - 1).padStart(2, '0')}-28`
}
