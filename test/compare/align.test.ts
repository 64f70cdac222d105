import {describe, expect, test} from 'vitest'
import {alignLines} from '../../src/compare/align.ts'
import {facesOf} from '../../src/compare/faces.ts'
import {createLexicon} from '../../src/compare/likeness.ts'
import {read} from '../dialect/read.ts'

/** Pairs as `0-0`, a split as `0-1+2`. */
function aligned(was: string, wordt: string): string {
  const lexicon = createLexicon()
  const [a, b] = [was, wordt].map((text) => facesOf(read(text).text, lexicon))
  return alignLines(a ?? [], b ?? [])
    .map((group) => `${group.a.join('+')}-${group.b.join('+')}`)
    .join(' ')
}

const verlof = 'De ambtenaar heeft recht op verlof met behoud van bezoldiging.'
const uren = 'Het college stelt het aantal uren per kalenderjaar vast.'
const kosten = 'Reiskosten worden vergoed tegen het laagste tarief.'

describe('lines pair', () => {
  test('by what they say, not by their labels', () => {
    expect(
      aligned(
        `1. ${verlof}\n2. ${uren}`,
        `1. ${kosten}\n2. ${verlof}\n3. ${uren}`
      )
    ).toBe('0-1 1-2')
  })

  test('in order: of two that changed places one pairs', () => {
    expect(
      aligned(`1. ${verlof}\n2. ${uren}`, `1. ${uren}\n2. ${verlof}`)
    ).toMatch(/^(0-1|1-0)$/u)
  })

  test('with the one that is equal, not with the one that is alike', () => {
    expect(
      aligned(
        `1. ${verlof}`,
        `1. ${verlof.replace('verlof', 'vakantie')}\n2. ${verlof}`
      )
    ).toBe('0-1')
  })

  test('of many equal ones each with the one that bears its label', () => {
    const same = (labels: readonly string[]): string =>
      labels.map((label) => `${label}. Dit lid is vervallen.`).join('\n\n')
    expect(aligned(same(['1', '2', '4']), same(['1', '2', '3', '4']))).toBe(
      '0-0 1-1 2-3'
    )
  })

  test('by how many keep their order, also deep in a list', () => {
    const depth = 14
    const levels = Array.from(
      {length: depth},
      (_, at) =>
        `${'    '.repeat(at)}${at === 0 ? '2' : 'a'}. Niveau nummer ${at} van deze opsomming:`
    )
    const long = Array.from({length: 40}, (_, at) => `woord${at}`).join(' ')
    const list = (first: string, ...items: readonly string[]): string =>
      [
        `1. ${first}`,
        ...levels,
        ...items.map(
          (item, at) => `${'    '.repeat(depth)}${'abcd'[at]}. ${item}`
        )
      ].join('\n')
    const before = list('Dit lid stond hier eerst.', long, verlof, uren, kosten)
    const after = list('Een heel andere bepaling.', verlof, uren, kosten, long)
    expect(aligned(before, after)).toContain('16-15 17-16 18-17')
  })

  test('not at all when they have little in common', () => {
    expect(aligned(`1. ${verlof}`, `1. ${kosten}`)).toBe('')
  })
})

describe('one line and several', () => {
  test('are a split, and the reverse a merge', () => {
    const one = `1. ${verlof} ${uren}\n2. ${kosten}`
    const two = `1. ${verlof}\n2. ${uren}\n3. ${kosten}`
    expect(aligned(one, two)).toBe('0-0+1 1-2')
    expect(aligned(two, one)).toBe('0+1-0 2-1')
  })

  test('are a split too when new sentences came with the parts', () => {
    const nieuw =
      'Daarvan wordt een verslag gemaakt, dat binnen drie weken aan alle deelnemers wordt toegezonden.'
    const slot =
      'De secretaris bewaart de stukken, stelt elke agenda op en regelt de vergaderruimte.'
    expect(
      aligned(
        `1. ${verlof} ${kosten}`,
        `1. ${verlof} ${nieuw}\n2. ${kosten} ${slot}`
      )
    ).toBe('0-0+1')
  })

  test('are none when a sentence went from one lid to the other', () => {
    const keuze =
      'De vergadering kiest een voorzitter uit haar midden voor een tijdvak van vier jaren.'
    const overleg =
      'Het overleg wordt door Onze Minister of door ambtenaren die daartoe door Onze Minister zijn aangewezen gevoerd.'
    const secretaris =
      'Een door Onze Minister aangewezen ambtenaar staat de voorzitter als secretaris terzijde.'
    expect(
      aligned(
        `1. ${keuze}\n2. ${overleg} ${secretaris}`,
        `1. ${keuze} ${secretaris}\n2. ${overleg}`
      )
    ).toBe('0-0 1-1')
  })

  test('may be an aanhef and many onderdelen', () => {
    const items = Array.from({length: 30}, (_, at) => `geval${at} soort${at}`)
    const one = `1. Toelage is er voor ${items.join(', ')}.`
    const label = (at: number): string =>
      String.fromCharCode(97 + (at % 26)).repeat(1 + Math.floor(at / 26))
    const many = `1. Toelage is er voor:\n${items.map((item, at) => `    ${label(at)}. ${item};`).join('\n')}`
    const parts = Array.from({length: 31}, (_, at) => at).join('+')
    expect(aligned(one, many)).toBe(`0-${parts}`)
  })

  test('are none when the parts stand in another order', () => {
    const lead = 'Dit besluit regelt bovendien enige andere onderwerpen.'
    expect(
      aligned(`1. ${uren} ${lead} ${verlof}`, `1. ${verlof}\n2. ${uren}`)
    ).not.toContain('+')
  })

  test('are none when the second merely says the same again', () => {
    expect(aligned(`1. ${verlof}`, `1. ${verlof}\n2. ${verlof}`)).toBe('0-0')
  })
})

test('thousands of lines, all different, all equal or turned round, take no time', () => {
  const rows = (make: (at: number) => string): string =>
    Array.from({length: 1500}, (_, at) => make(at)).join('\n\n')
  const start = performance.now()
  aligned(
    rows((at) => `regel ${at} oud${at}`),
    rows((at) => `zin ${at} nieuw${at}`)
  )
  aligned(
    rows(() => 'alles gelijk'),
    rows(() => 'alles gelijk')
  )
  expect(performance.now() - start).toBeLessThan(15_000)
})

test('a space after a colon does not make other words of it', () => {
  expect(aligned('ZW:Ziektewet;', 'ZW: Ziektewet;')).toBe('0-0')
})
