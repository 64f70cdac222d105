import {describe, expect, test} from 'vitest'
import {nestByLabel} from '../../src/dialect/nest.ts'
import {printText} from '../../src/dialect/print.ts'
import {outline, read} from './read.ts'

const lines = (...parts: readonly string[]): string => `${parts.join('\n')}\n`
const tree = (source: string): string => outline(read(source).text)

describe('labels and levels', () => {
  test('onderdelen stand directly under a lid, at any indent of two or more', () => {
    const expected = lines(
      'lid 1.',
      '  aanhef: Lid:',
      '  onderdeel a.',
      '    tekst: x',
      '  onderdeel b.',
      '    tekst: y'
    )
    for (const indent of ['  ', '   ', '    ', '\t']) {
      expect(tree(`1. Lid:\n${indent}a. x\n${indent}b. y\n`)).toBe(expected)
    }
  })

  test('the tenth lid takes the same indent as the ninth', () => {
    const source = lines(
      '9. Lid:',
      '    a. x',
      '10. Lid:',
      '    a. y',
      '    b. z'
    )
    expect(printText(read(source).text)).toBe(source)
    expect(tree(source)).toContain('lid 10.\n  aanhef: Lid:\n  onderdeel a.')
  })

  test('house form is four spaces a level, without blank lines between items', () => {
    const loose = lines(
      '1. Lid:',
      '',
      '  a. x:',
      '',
      '     1°. een',
      '',
      '     2°. twee',
      '',
      '2. Slot'
    )
    expect(printText(read(loose).text)).toBe(
      lines(
        '1. Lid:',
        '    a. x:',
        '        1°. een',
        '        2°. twee',
        '2. Slot'
      )
    )
  })

  test('labels are kept as written, inserted and lettered past z', () => {
    const labels = ['y.', 'z.', 'aa.', 'bb.', 'cc.']
    const source = lines('[…]', '', ...labels.map((label) => `${label} tekst`))
    expect(printText(read(source).text)).toBe(source)
    expect(read(source).rules).toEqual([])
    expect(read(lines('1. a', '2. b', '2a. c', '2b. d', '3. e')).rules).toEqual(
      []
    )
    expect(read(lines('a. a', 'b. b', 'ba. c', 'bb. d', 'c. e')).rules).toEqual(
      []
    )
  })

  test('two labels on one line nest', () => {
    const source = '1. a. eerste;\n   b. tweede.\n2. x\n'
    expect(tree(source)).toBe(
      lines(
        'lid 1.',
        '  onderdeel a.',
        '    tekst: eerste;',
        '  onderdeel b.',
        '    tekst: tweede.',
        'lid 2.',
        '  tekst: x'
      )
    )
  })

  test('the laag of one lid is a mark, not text', () => {
    const [lid] = read('1. {UWO} Tekst.\n').text
    expect(lid).toMatchObject({type: 'lid', label: '1.', laag: 'UWO'})
    expect(tree('1. {UWO} Tekst.\n')).toContain('tekst: Tekst.')
    expect(printText(read('1. {UWO} Tekst.\n').text)).toBe('1. {UWO} Tekst.\n')
    expect(tree('1. \\{UWO} Tekst.\n')).toContain('tekst: {UWO} Tekst.')
  })

  test('a lapsed lid keeps its place', () => {
    expect(read(lines('1. a', '2. (vervallen)', '3. c')).rules).toEqual([])
    expect(read(lines('1. a', '2.', '3. c')).rules).toEqual([])
  })
})

describe('what is text and what is not', () => {
  test('the slot stands after a blank line, at the level it closes', () => {
    const source = lines('Aanhef:', 'a. x;', 'b. y;', '', 'het slot.')
    expect(tree(source)).toBe(
      lines(
        'aanhef: Aanhef:',
        'onderdeel a.',
        '  tekst: x;',
        'onderdeel b.',
        '  tekst: y;',
        'slot: het slot.'
      )
    )
    expect(printText(read(source).text)).toBe(source)
  })

  test('an alinea opens the items below it only right above them, or with a colon', () => {
    expect(tree(lines('Los ervan.', '', 'a. x', 'b. y'))).toMatch(
      /^tekst: Los/u
    )
    expect(tree(lines('Te weten:', '', 'a. x', 'b. y'))).toMatch(/^aanhef: Te/u)
    expect(tree(lines('Onder', 'a. x', 'b. y'))).toMatch(/^aanhef: Onder/u)
    const apart = lines('Los ervan.', '', '1. x')
    expect(printText(read(apart).text)).toBe(apart)
  })

  test('the slot on the next line is a fout, and its words stay', () => {
    const found = read(
      lines('1. Eerste;', '2. tweede,', 'het slot van het artikel.')
    )
    expect(found.rules).toEqual(['3:1 loose-line'])
    expect(outline(found.text)).toContain('slot: het slot van het artikel.')
  })

  test('`2015.` at the start of a line is text', () => {
    expect(tree(lines('Dit geldt sinds', '2015. Daarna niet.'))).toBe(
      'tekst: Dit geldt sinds 2015. Daarna niet.\n'
    )
    expect(
      tree(lines('1. Dit geldt sinds', '    2015. Daarna niet.'))
    ).toContain('tekst: Dit geldt sinds 2015. Daarna niet.')
    const found = read(lines('1. Dit geldt sinds', '2015. Daarna niet.'))
    expect(found.rules).toEqual(['2:1 loose-line'])
  })

  test('`J. Donner` is a name', () => {
    expect(tree('J. Donner\n')).toBe('tekst: J. Donner\n')
    expect(tree(lines('1. De minister', '', '    J. Donner'))).toContain(
      'J. Donner'
    )
    expect(printText(read('J. Donner\n').text)).toBe('J. Donner\n')
  })

  test('`[…]` and `[Vervallen]` stay bare', () => {
    for (const source of [
      '[…]\n',
      '[Vervallen]\n',
      '1. Zie [naam] en [x][y].\n'
    ]) {
      expect(printText(read(source).text)).toBe(source)
      expect(read(source).rules).toEqual([])
    }
  })

  test('a paragraph that begins with `–` is escaped by a reference', () => {
    const source = '&#x2013; een gedachte\n'
    expect(tree(source)).toBe('tekst: – een gedachte\n')
    expect(printText(read(source).text)).toBe(source)
    expect(tree('– een streepje\n')).toBe(
      'onderdeel –\n  tekst: een streepje\n'
    )
  })

  test('a sentence that looks like a label is escaped and stays a sentence', () => {
    for (const source of [
      '1\\. zo\n',
      'a\\. de Vries\n',
      '1°\\. x\n',
      'nr\\. 3\n'
    ]) {
      expect(tree(source)).toMatch(/^tekst: /u)
      expect(printText(read(source).text)).toBe(source)
    }
  })

  test('a soft line break equals a space; a hard one stays', () => {
    expect(printText(read(lines('een', 'twee\\', 'drie')).text)).toBe(
      lines('een twee\\', 'drie')
    )
  })
})

describe('diagnostics', () => {
  test.each([
    ['- een', '1:1 label-form', '–'],
    ['* een', '1:1 label-form', '–'],
    ['1) een', '1:1 label-form', '1.'],
    ['a) een', '1:1 label-form', 'a.'],
    ['1° een', '1:1 label-form', '1°.'],
    ['1º. een', '1:1 label-form', '1°.'],
    ['1.\u00A0een', '1:1 label-form', '1. '],
    ['1.Een', '1:1 label-form', '1. ']
  ])('%j is text, with a fix', (source, rule, fix) => {
    const found = read(`${source}\n`)
    expect(found.rules).toContain(rule)
    expect(found.fixes).toContain(fix)
    expect(outline(found.text)).toMatch(/^tekst: .*een\n$/iu)
  })

  test('`+ 2` may be a sum, and is never made a dash', () => {
    const found = read(lines('+ 2 jaren', '+ 3 jaren'))
    expect(found.rules).toEqual(['1:1 label-form', '2:1 label-form'])
    expect(found.fixes.filter((fix) => fix !== undefined)).toEqual([])
  })

  test.each([
    ['a gap', lines('1. a', '', '3. b'), ['3:1 label-order']],
    [
      'a step back',
      lines('1. a', '2. b', '3. c', '', '2a. d'),
      ['5:1 label-order']
    ],
    ['a repeat', lines('1. a', '1. b'), ['2:1 label-repeat']],
    ['a strange start', lines('c. a', 'd. b'), ['1:1 label-order']],
    ['`1e.` as label', lines('1e. een', ''), ['1:1 label-order']],
    [
      'onderdelen without indent',
      lines('1. Lid:', 'a. x', 'b. y'),
      ['2:1 label-level']
    ],
    ['an image', 'x ![alt](a.png) y\n', ['1:3 markup']],
    ['code', 'x `y` z\n', ['1:3 markup']],
    ['a code block', lines('```', 'x', '```'), ['1:1 markup', '3:1 markup']],
    ['a rule', lines('tekst', '', '---'), ['3:1 markup']],
    ['HTML', 'een <b>twee</b>\n', ['1:5 markup']],
    ['a link definition', '[x]: https://a.nl\n', ['1:1 markup']],
    ['a heading in an artikel', '## Kop\n', ['1:1 heading']],
    ['a mark without a note', 'tekst[^1]\n', ['1:6 footnote-missing']],
    [
      'a note without a mark',
      lines('tekst', '', '[^1]: noot'),
      ['3:1 footnote-unused']
    ],
    [
      'two notes with one mark',
      lines('t[^1]', '', '[^1]: a', '', '[^1]: b'),
      ['5:1 footnote-repeat']
    ],
    [
      'a ragged table',
      lines('| a | b |', '| - | - |', '| 1 | 2 | 3 |'),
      ['3:1 table-shape']
    ],
    ['NUL', 'een\0twee\n', ['1:4 lost-character']],
    ['a soft hyphen', 'een\u00ADtwee\n', ['1:4 hidden-character']],
    ['a mark of laag in lower case', lines('1. {uwo} Een.'), ['1:4 laag-mark']],
    [
      'a mark of laag behind the text',
      lines('1. Een {UWO}'),
      ['1:8 laag-mark']
    ],
    ['a mark of laag without a space', lines('1. {UWO}Een'), ['1:4 laag-mark']],
    [
      'two leden with onderdelen, all without indent',
      lines('1. Een:', 'a. x', 'b. y', '2. Twee:', 'a. z'),
      ['2:1 label-level', '5:1 label-level']
    ],
    ['a rule behind a label', '1. ***\n', ['1:4 markup']],
    [
      'a roman number left out',
      lines('Te weten:', '', 'i. een;', 'iii. drie.'),
      ['4:1 loose-line']
    ],
    [
      'no roman number',
      lines('Te weten:', 'i) een;', 'iix. twee.'),
      ['2:1 label-form']
    ],
    [
      'rows that are no table',
      lines('| a | b |', '| 1 | 2 |'),
      ['1:1 table-shape']
    ],
    ['a long dash', lines('Te weten:', '', '— aap'), ['3:1 label-form']],
    [
      'onderdelen and the next lid without indent',
      lines('1. Een:', 'a. aap;', '2. Twee.'),
      ['2:1 label-level']
    ],
    ['a direction character', 'een\u202Etwee\n', ['1:4 hidden-character']]
  ])('%s is told at its place', (_name, source, rules) => {
    expect(read(source).rules).toEqual(rules)
  })

  test('a gap names what is missing, with and without a blank line', () => {
    expect(read(lines('1. a', '2. b', '', '4. d')).reasons[0]).toContain(
      'zet wat vervallen is ertussen als `3. (vervallen)`'
    )
    expect(read(lines('1. a', '3. c')).reasons[0]).toContain(
      '`3.` volgt niet op `1.`; zet wat vervallen is ertussen als `2. (vervallen)`'
    )
  })

  test('headings from `##` may stand in a bijlage', () => {
    expect(read('## Kop\n', 'bijlage').rules).toEqual([])
    expect(read('# Kop\n', 'bijlage').rules).toEqual(['1:1 heading'])
  })

  test('a cell beyond the head of its table is kept', () => {
    const {text} = read(lines('| a | b |', '| - | - |', '| 1 | 2 | 3 |'))
    expect(printText(text)).toBe(
      lines('| a | b | |', '| - | - | - |', '| 1 | 2 | 3 |')
    )
  })
})

test('nest by kind of label, without indentation', () => {
  const flat = read(
    lines(
      '1. Lid:',
      '',
      'a. x:',
      '',
      '1°. een',
      '',
      '2°. twee',
      '',
      'b. y',
      '',
      '2. z'
    )
  ).text
  expect(outline(nestByLabel(flat))).toBe(
    lines(
      'lid 1.',
      '  aanhef: Lid:',
      '  onderdeel a.',
      '    aanhef: x:',
      '    onderdeel 1°.',
      '      tekst: een',
      '    onderdeel 2°.',
      '      tekst: twee',
      '  onderdeel b.',
      '    tekst: y',
      'lid 2.',
      '  tekst: z'
    )
  )
})
