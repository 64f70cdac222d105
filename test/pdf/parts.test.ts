// The small parts of which printing for the record is made.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {codesIn} from '../../src/pdf/codes.ts'
import {readContent} from '../../src/pdf/content.ts'
import {pagesOfAnchors} from '../../src/pdf/destinations.ts'
import {type Element, element, type Kid} from '../../src/pdf/element.ts'
import {partLanguages} from '../../src/pdf/finish.ts'
import type {Font} from '../../src/pdf/font.ts'
import {missingGlyphs} from '../../src/pdf/glyphs.ts'
import {levelHeadings} from '../../src/pdf/headings.ts'
import {latin, unlatin} from '../../src/pdf/latin.ts'
import {shapeLists} from '../../src/pdf/lists.ts'
import {nearContent} from '../../src/pdf/near.ts'
import {srgbProfile} from '../../src/pdf/profile.ts'
import {type Operator, scan} from '../../src/pdf/scan.ts'
import {shape} from '../../src/pdf/shape.ts'
import {repeatedHeads, shapeTables} from '../../src/pdf/tables.ts'
import type {Words} from '../../src/pdf/words.ts'

function operatorsOf(source: string): readonly Operator[] {
  const found: Operator[] = []
  scan(unlatin(source), (operator) => found.push(operator))
  return found
}

describe('a content stream', () => {
  test('is read operator by operator, whatever stands in its strings', () => {
    const source =
      'q 1 0 0 -1 0.5 .5 cm % Tj is no word here\n/F1 12 Tf (a\\)(b)Tj) Tj [<00 41> -3 (x)]TJ /Span <</ActualText <FEFF2192>/X[1]>> BDC BI /W 1 ID xEIx \n EI Q'
    const read = operatorsOf(source).map(({name, start, end, operands}) => [
      name,
      source.slice(start, end).length,
      operands.map((one) => source.slice(one.start, one.end))
    ])
    expect(read.map(([name]) => name)).toEqual([
      'q',
      'cm',
      'Tf',
      'Tj',
      'TJ',
      'BDC',
      'BI',
      'Q'
    ])
    expect(read[3]?.[2]).toEqual(['(a\\)(b)Tj)'])
    expect(read[4]?.[2]).toEqual(['[<00 41> -3 (x)]'])
    expect(read[5]?.[2]).toEqual(['/Span', '<</ActualText <FEFF2192>/X[1]>>'])
  })

  test('of any bytes is read to its end', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 200}), (bytes) => {
        let last = 0
        scan(bytes, ({start, end}) => {
          expect(start).toBeGreaterThanOrEqual(last)
          last = end
        })
      })
    )
  })

  test('gives the numbers of its glyphs', () => {
    const codes = (source: string, width: 1 | 2): readonly number[] =>
      operatorsOf(source).flatMap(({operands}) =>
        operands.flatMap((one) => codesIn(unlatin(source), one, width))
      )
    expect(codes('<0041 00 42> Tj', 2)).toEqual([0x41, 0x42])
    expect(codes('[<0041>-3<0042>] TJ', 2)).toEqual([0x41, 0x42])
    expect(codes('(A\\(\\101\\n) Tj', 1)).toEqual([65, 40, 65, 10])
  })
})

const font: Font = {
  face: 'NotoSerif',
  width: 2,
  characters: new Map([
    [1, 'a'],
    [2, 'b']
  ])
}

test('a page says what is painted, and what carries no mark', () => {
  const source = `/P <</MCID 0>> BDC /F 1 Tf <0001> Tj /Span <</ActualText <FEFF2192>>> BDC <0002> Tj <0002> Tj EMC EMC
/P <</MCID 1>> BDC 0 0 1 1 re f EMC
/Artifact BMC 0 0 1 1 re f EMC
<0002> Tj 0 0 m 1 1 l S
/P <</MCID 2>> BDC <00000001> Tj EMC`
  const fontOf = (): Font => font
  const {sequences, bare, oddities, isBalanced} = readContent(unlatin(source), {
    fontOf,
    isOwn: () => true
  })
  expect(
    sequences.map(({mcid, text, isDecoration}) => [mcid, text, isDecoration])
  ).toEqual([
    [0, 'a→', false],
    [1, '', true],
    [2, '\uFFFDa', false]
  ])
  expect(
    bare.map(({start, end, isText}) => [source.slice(start, end), isText])
  ).toEqual([
    ['<0002> Tj', true],
    ['0 0 m 1 1 l S', false]
  ])
  expect(oddities).toEqual([{character: '\uFFFD', context: '\uFFFDa'}])
  expect(isBalanced).toBe(true)
})

test('a box is named after the words around it', () => {
  const html =
    '<html><body><p>Het <b>teken</b> &#x5B57; &amp; wat\n volgt, en ← daar'
  const box = (context: string) => ({character: '\uFFFD', context})
  expect(missingGlyphs([box('teken \uFFFD & wat')], html)).toEqual([
    {character: '字', context: 'teken 字 & wat'}
  ])
  expect(missingGlyphs([box('\uFFFD')], html)).toEqual([
    {character: '', context: ''}
  ])
  const foreign = {face: 'OpenSans', character: '←', context: '←'}
  expect(missingGlyphs([foreign, foreign], html)).toHaveLength(1)
  expect(missingGlyphs([{...foreign, character: '\u200B'}], html)).toEqual([])
})

test('anchors are found with their pages', () => {
  const print = `%PDF-1.4
1 0 obj
<</Type /Pages /Count 3 /Kids [2 0 R 5 0 R]>>
endobj
2 0 obj
<</Type /Pages /Kids [3 0 R 4 0 R]>>
endobj
3 0 obj
<</Type /Page>>
endobj
4 0 obj
<</Type /Page>>
endobj
5 0 obj
<</Type /Page>>
endobj
6 0 obj
<</artikel-1.2c [4 0 R /XYZ 0 1 0]
/caf#C3#A9 [5 0 R /XYZ 0 1 0]
/weg [9 0 R /XYZ 0 1 0]>>
endobj
7 0 obj
<</Type /Catalog
/Pages 1 0 R
/Dests 6 0 R>>
endobj`
  expect([...pagesOfAnchors(unlatin(print))]).toEqual([
    ['artikel-1.2c', 2],
    ['café', 3]
  ])
  expect([...pagesOfAnchors(unlatin('%PDF-1.4\n'))]).toEqual([])
})

const piece = (mcid: number, page = 0): Kid => ({kind: 'piece', page, mcid})
const run = (mcid: number, page = 0): Element =>
  element('NonStruct', [piece(mcid, page)])

/** `P(0 1) Div(P(2))`: types with the numbers of their pieces. */
function outline(kid: Kid): string {
  if (kid.kind === 'piece') return String(kid.mcid)
  if (kid.kind === 'spot') return '@'
  return `${kid.type}(${kid.kids.map(outline).join(' ')})`
}

describe('tags', () => {
  const box = (...kids: readonly Kid[]): Element => element('NonStruct', kids)
  test.each<readonly [string, readonly Kid[], string]>([
    ['runs of text are a paragraph', [run(0), run(1)], 'P(0 1)'],
    ['boxes are paragraphs each', [box(run(0)), box(run(1))], 'P(0) P(1)'],
    [
      'also when a box holds them',
      [box(box(run(0)), box(run(1)))],
      'P(0) P(1)'
    ],
    ['a part of a sentence is none', [run(0), box(run(1)), run(2)], 'P(0 1 2)'],
    [
      'a label is read with its paragraph',
      [box(run(0), element('P', [run(1)]))],
      'Div(P(0 1))'
    ],
    [
      'a box with a heading is a section',
      [box(element('H2', [run(0)]), element('P', [run(1)]))],
      'Sect(H2(0) P(1))'
    ],
    [
      'types of PDF 2.0 go',
      [element('Aside', [element('P', [element('Em', [run(0)])])])],
      'Div(P(0))'
    ],
    ['a heading of any depth', [element('H', [run(0)])], 'H6(0)'],
    ['what holds nothing goes', [box(), run(0)], 'P(0)'],
    ['a picture without words is none', [element('Figure', [run(0)])], 'P(0)']
  ])('%s', (_, kids, expected) => {
    const {kids: shaped} = shape(element('Document', kids))
    expect(shaped.map(outline).join(' ')).toBe(expected)
  })

  test('headings have no gap', () => {
    const heads = ['H1', 'H4', 'H4', 'H2', 'H6', 'H1', 'H3'].map((type) =>
      element(type, [])
    )
    const {kids} = levelHeadings(element('Document', heads))
    expect(kids.map(outline).join('')).toBe('H1()H2()H3()H2()H3()H1()H2()')
  })

  const head = (mcid: number, page = 0): Element =>
    element('TH', [run(mcid, page)], {scope: 'Column'})
  const table = element('Table', [
    element('TR', [
      element('TH', [run(0, 0), run(9, 1)], {scope: 'Column'}),
      head(1)
    ]),
    element('TR', [element('TD', [run(2)])]),
    element('TR', [
      element('TD', [run(3)], {rowSpan: 2, colSpan: 1}),
      element('TD', [run(4)])
    ]),
    element('TR', [element('TD', [run(5)])])
  ])

  test('a table has head and body, and rows of one length', () => {
    const shaped = shapeTables(table, {hasGroups: true})
    expect(outline(shaped)).toBe(
      'Table(THead(TR(TH(NonStruct(0) NonStruct(9)) TH(NonStruct(1)))) TBody(TR(TD(NonStruct(2)) TD()) TR(TD(NonStruct(3)) TD(NonStruct(4))) TR(TD(NonStruct(5)))))'
    )
    expect([...repeatedHeads(table)]).toEqual(['1:9'])
  })
})

test('languages of parts come in the order of their tags', () => {
  const html =
    '<p><em>a</em> <span class="x" role="emphasis" lang="en">b</span> <emx> <em lang="de">c</em>'
  expect(partLanguages(html)).toEqual([undefined, 'en', 'de'])
})

test('the profile of colours is a whole one', () => {
  const profile = srgbProfile()
  const view = new DataView(profile.buffer)
  expect(view.getUint32(0)).toBe(profile.length)
  expect(latin(profile.subarray(36, 40))).toBe('acsp')
  expect(profile.length).toBeLessThan(3000)
})

describe('a list', () => {
  const piece = (mcid: number): Kid => ({kind: 'piece', page: 0, mcid})
  const words = (texts: readonly string[]): Words => ({
    textOf: (kid) =>
      kid.kind === 'element'
        ? kid.kids.map(words(texts).textOf).join('')
        : kid.kind === 'piece'
          ? (texts[kid.mcid] ?? '')
          : '',
    targetOf: () => undefined
  })
  const outline = (kid: Kid): string =>
    kid.kind === 'element'
      ? `${kid.type}(${kid.kids.map(outline).join(' ')})`
      : kid.kind === 'piece'
        ? `${kid.mcid}`
        : ''
  const listOf = (label: string): string => {
    // An item whose label stands in boxes: a row of a redline.
    const box = element('Div', [
      element('NonStruct', [
        element('NonStruct', [piece(0)]),
        element('Div', [element('P', [piece(1)])])
      ])
    ])
    const inner = element('L', [element('LI', [element('P', [piece(2)])])])
    const list = element('L', [element('LI', [box, inner])])
    const root = shape(element('Document', [list]))
    return outline(shapeLists(root, words([label, 'tekst', 'onder'])))
  }

  test.each([
    '2.',
    '[+1.',
    '2. › 3.',
    '› 3.',
    '1. a.',
    '1°.',
    '–',
    '[»2a. bb.'
  ])('has %s as a label, also when it stands in boxes', (label) => {
    expect(listOf(label)).toBe(
      'Document(L(LI(Lbl(0) LBody(Div(P(1)) L(LI(LBody(P(2))))))))'
    )
  })

  test('has no sentence as a label', () => {
    expect(listOf('Een zin. Nog een.')).not.toContain('Lbl')
  })
})

describe('content far from its origin', () => {
  const near = (source: string): string => latin(nearContent(unlatin(source)))

  test('is drawn near it, at the same place', () => {
    const source =
      'q 2 0 0 2 10 -40000 cm 0 20010 5 5 re f BT 1 0 0 -1 3 20020 Tm <01> Tj 4 -2 Td ET q 1 0 0 1 0 7 cm 1 20001 m 2 20002 l S Q Q 1 2 m'
    expect(near(source)).toBe(
      'q 2 0 0 2 10 0 cm 0 10 5 5 re f BT 1 0 0 -1 3 20 Tm <01> Tj 4 -2 Td ET q 1 0 0 1 0 0 cm 1 8 m 2 9 l S Q Q 1 2 m'
    )
  })

  test('a part that is turned takes the shift back', () => {
    expect(near('q 1 0 0 1 0 -20000 cm 0 1 -1 0 5 20100 cm 1 2 m')).toBe(
      'q 1 0 0 1 0 0 cm 0 1 -1 0 5 100 cm 1 2 m'
    )
  })

  test('what is near stays as it is, to the byte', () => {
    const source = 'q .24 0 0 -.24 0 841.91998 cm\n0 1000. 5 5 re f Q'
    expect(near(source)).toBe(source)
  })
})
