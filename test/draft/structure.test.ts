import {describe, expect, test} from 'vitest'
import type {Act, VersionRequest} from '../../src/pipeline/draft-version.ts'
import {type Files, regeling, wijziging} from '../corpus.ts'
import {day, newVersion, other, outline, proef, textAt} from './desk.ts'

const geldig = day('2026-07-01')
const at = '2026-07-01'

/** What the drafts of one call come to. */
function act(
  files: Files,
  words: string,
  what: Act,
  more: Partial<VersionRequest> = {}
) {
  return newVersion(files, words, {geldig, act: what, ...more})
}

const fresh: Act = {kind: 'new', before: false}
const before: Act = {kind: 'new', before: true}

describe('a new unit', () => {
  test.each<[string, string, Act, string]>([
    ['behind the last artikel', '2:3', fresh, 'hoofdstuk-2/artikel-2-4'],
    [
      'at the end of a hoofdstuk',
      'hoofdstuk 2',
      fresh,
      'hoofdstuk-2/artikel-2-4'
    ],
    ['in between', '2:1', fresh, 'hoofdstuk-2/artikel-2-1a'],
    ['before another', '2:2', before, 'hoofdstuk-2/artikel-2-1a'],
    ['before the first', '2:1', before, 'hoofdstuk-2/artikel-2-a1'],
    ['a bijlage behind another', 'bijlage I', fresh, 'bijlage-II'],
    ['a hoofdstuk at the end', 'proef', fresh, 'hoofdstuk-3'],
    ['without words', '', fresh, 'hoofdstuk-3'],
    [
      'a hoofdstuk behind another',
      'hoofdstuk 1',
      {...fresh, soort: 'hoofdstuk'},
      'hoofdstuk-1a'
    ],
    [
      'a paragraaf in a hoofdstuk',
      'hoofdstuk 1',
      {...fresh, soort: 'paragraaf'},
      'hoofdstuk-1/paragraaf-1'
    ],
    ['a preambule', '', {...fresh, soort: 'preambule'}, 'preambule'],
    [
      'a number of its own',
      '2:3',
      {...fresh, nummer: '2:9'},
      'hoofdstuk-2/artikel-2-9'
    ]
  ])('%s', (_, words, what, folder) => {
    const {files, findings} = act(proef, words, what)
    expect(Object.keys(files)).toEqual([`proef/${folder}/2026-07-01.w.md`])
    // Its text and opschrift are still to be written.
    const open = ['empty-unit', 'heading-missing']
    expect(findings.filter((rule) => !open.includes(rule))).toEqual([])
  })

  test('stands where it was asked, with its number and laag', () => {
    const {corpus, files, remarks} = act(proef, '1:1', fresh, {
      opschrift: 'Nieuw: ja'
    })
    expect(Object.values(files)).toEqual([
      "---\nnummer: '1:1a'\nopschrift: 'Nieuw: ja'\nlaag: CAR\n---\n"
    ])
    expect(remarks).toEqual([
      'Het nummer wordt 1:1a; een ander kan met `--nummer`',
      'De laag is die van de bepaling ernaast: CAR; verander `laag` als dat niet klopt'
    ])
    expect(outline(corpus, at).slice(0, 5)).toEqual([
      '1',
      '  1:1: 1. Een. 2. Twee.',
      '    toelichting: Uitleg.',
      '  1:1a',
      '  1:2: Tekst van 1:2.'
    ])
    expect(outline(corpus, '2026-06-30')).toEqual(outline(proef, '2026-06-30'))
  })

  test('one after the other: a, then b, the whole number at the end', () => {
    const first = act(proef, '2:3', fresh).corpus
    expect(Object.keys(act(first, '2:3', fresh).files)).toEqual([
      'proef/hoofdstuk-2/artikel-2-3a/2026-07-01.w.md'
    ])
    expect(Object.keys(act(first, 'hoofdstuk 2', fresh).files)).toEqual([
      'proef/hoofdstuk-2/artikel-2-5/2026-07-01.w.md'
    ])
    const second = act(first, '2:3', fresh).corpus
    expect(Object.keys(act(second, '2:3a', fresh).files)).toEqual([
      'proef/hoofdstuk-2/artikel-2-3b/2026-07-01.w.md'
    ])
    expect(() => act(second, '2:3', fresh)).toThrow(
      'Voor deze plaats volgt uit de andere nummers geen nummer; geef er met `--nummer` een'
    )
  })

  test('a number that is announced, or has lapsed, is passed over', () => {
    const announced = act(proef, '2:3', fresh, {
      geldig: day('2027-01-01')
    }).corpus
    expect(Object.keys(act(announced, 'hoofdstuk 2', fresh).files)).toEqual([
      'proef/hoofdstuk-2/artikel-2-3a/2026-07-01.w.md'
    ])
    const lapsed = act(
      proef,
      '2:3',
      {kind: 'lapse'},
      {geldig: day('2026-04-01')}
    ).corpus
    expect(Object.keys(act(lapsed, 'hoofdstuk 2', fresh).files)).toEqual([
      'proef/hoofdstuk-2/artikel-2-4/2026-07-01.w.md'
    ])
  })

  test('a number may be used again: the folder gets the year', () => {
    const lapsed = act(
      proef,
      '2:3',
      {kind: 'lapse'},
      {geldig: day('2026-04-01')}
    ).corpus
    const {files, findings, corpus} = act(lapsed, '2:2', {
      ...fresh,
      nummer: '2:3'
    })
    expect(Object.keys(files)).toEqual([
      'proef/hoofdstuk-2/artikel-2-3-2026/2026-07-01.w.md'
    ])
    expect(findings).toEqual(['empty-unit'])
    expect(outline(corpus, at)).toContain('  2:3')
    expect(outline(corpus, '2026-05-01')).toContain('  2:3 vervallen')
  })

  test('a number that does not give the place: `na` does', () => {
    const {files, corpus, remarks} = act(proef, '2:1', {
      ...fresh,
      nummer: '2:9'
    })
    expect(Object.values(files)[0]).toContain('na: artikel-2-1\n')
    expect(remarks).toContain(
      'Het nummer geeft deze plaats niet; `na` zegt dat de bepaling achter artikel 2:1 staat'
    )
    const shown = outline(corpus, at)
    expect(shown.indexOf('  2:9')).toBe(
      shown.indexOf('  2:1: Tekst van 2:1.') + 1
    )
  })

  test('the first of a hoofdstuk follows the scheme of the others', () => {
    const third = act(proef, '', fresh).corpus
    expect(Object.keys(act(third, 'hoofdstuk 3', fresh).files)).toEqual([
      'proef/hoofdstuk-3/artikel-3-1/2026-07-01.w.md'
    ])
  })

  test('may be temporary, and have a toelichting', () => {
    const {files, corpus, findings} = act(proef, '2:3', fresh, {
      until: day('2026-10-01'),
      toelichting: true
    })
    expect(files).toEqual({
      'proef/hoofdstuk-2/artikel-2-4/2026-07-01.w.md':
        "---\nnummer: '2:4'\ntot: 2026-10-01\n---\n",
      'proef/hoofdstuk-2/artikel-2-4/toelichting/2026-07-01.w.md':
        '---\ntot: 2026-10-01\n---\n'
    })
    expect(new Set(findings)).toEqual(new Set(['empty-unit']))
    expect(outline(corpus, '2026-11-01')).toContain('  2:4 vervallen')
  })

  test('in an uittreksel the next number is a guess, and before the first there is none', () => {
    const extract = {
      ...proef,
      'proef/regeling.md':
        '---\nformaat: 1\ntitel: X\nroute: website\nuittreksel: true\n---\n'
    }
    expect(act(extract, '2:3', fresh).remarks).toContain(
      'De verzameling bevat een uittreksel; ga na of artikel 2:4 in de hele regeling nog vrij is'
    )
    const from3 = {
      ...extract,
      'proef/hoofdstuk-3/begin.md': "---\nnummer: '3'\n---\n",
      'proef/hoofdstuk-3/artikel-3-7/begin.md':
        "---\nnummer: '3:7'\n---\n\nX.\n"
    }
    expect(() => act(from3, '3:7', before)).toThrow(
      'Voor deze plaats volgt uit de andere nummers geen nummer'
    )
  })

  test.each<[string, Act, string]>([
    [
      '2:3',
      {...fresh, nummer: '2:2'},
      'Artikel 2:2 is er op 2026-07-01 al: `artikel-2-2`'
    ],
    [
      '2:3',
      {...fresh, soort: 'bijlage'},
      'Een bijlage komt niet voor of achter artikel 2:3'
    ],
    ['2:3', {...fresh, soort: 'lid'}, '`lid` is geen soort bepaling'],
    ['2:3', {...fresh, nummer: '2:3 a'}, '`--nummer` moet een nummer zijn als'],
    ['', before, 'Noem bij `--before` de bepaling waar de nieuwe voor komt'],
    [
      '',
      {...fresh, soort: 'preambule', nummer: '1'},
      'Een preambule heeft geen nummer'
    ],
    ['artikel-1-1/toelichting', fresh, 'een toelichting maakt `--toelichting`']
  ])('%s %j is refused', (words, what, reason) => {
    expect(() => act(proef, words, what)).toThrow(reason)
  })

  test('a number that another unit is going to bear is refused', () => {
    const files = {
      ...proef,
      ...other('x', '2026-01-01', '2027-01-01', {nummer: '2:7'})
    }
    const moved = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text])
    )
    const renumbered = newVersion(
      {...moved, ...wijziging('v', '2026-01-01')},
      '2:2',
      {
        wijziging: 'v',
        geldig: day('2027-06-01'),
        act: {kind: 'renumber', nummer: '2:8'}
      }
    ).corpus
    expect(() => act(renumbered, '2:3', {...fresh, nummer: '2:8'})).toThrow(
      'Het nummer 2:8 is met ingang van 2027-06-01 van `artikel-2-2`'
    )
  })

  test('in a hoofdstuk that is divided further, the part must be named', () => {
    const divided = {
      ...regeling,
      'proef/hoofdstuk-1/begin.md': "---\nnummer: '1'\n---\n",
      'proef/hoofdstuk-1/paragraaf-1/begin.md': "---\nnummer: '1'\n---\n",
      'proef/hoofdstuk-1/paragraaf-1/artikel-1/begin.md':
        "---\nnummer: '1'\n---\n\nX.\n",
      'proef/hoofdstuk-1/paragraaf-2/begin.md': "---\nnummer: '2'\n---\n",
      'proef/hoofdstuk-1/paragraaf-2/artikel-2/begin.md':
        "---\nnummer: '2'\n---\n\nX.\n",
      ...wijziging('w', '2026-03-01')
    }
    expect(() => act(divided, 'hoofdstuk 1', fresh)).toThrow(
      'Hoofdstuk 1 is verder verdeeld; noem het deel waarin het artikel komt, als `paragraaf 1`'
    )
    expect(Object.keys(act(divided, 'paragraaf 1', fresh).files)).toEqual([
      'proef/hoofdstuk-1/paragraaf-1/artikel-1a/2026-07-01.w.md'
    ])
    expect(Object.keys(act(divided, 'paragraaf 2', fresh).files)).toEqual([
      'proef/hoofdstuk-1/paragraaf-2/artikel-3/2026-07-01.w.md'
    ])
  })
})

describe('lapse', () => {
  const lapse: Act = {kind: 'lapse'}

  test('of an artikel: a tombstone, and its toelichting with it', () => {
    const {files, corpus, findings} = act(proef, '1:1', lapse)
    expect(files).toEqual({
      'proef/hoofdstuk-1/artikel-1-1/2026-07-01.w.md':
        "---\nnummer: '1:1'\nopschrift: Eerste\nbasis: begin\nlaag: CAR\nvervallen: true\n---\n",
      'proef/hoofdstuk-1/artikel-1-1/toelichting/2026-07-01.w.md':
        '---\nbasis: begin\nvervallen: true\n---\n'
    })
    expect(findings).toEqual([])
    expect(outline(corpus, at)).toContain('  1:1 vervallen')
    expect(outline(corpus, '2026-06-30')).toEqual(outline(proef, '2026-06-30'))
  })

  test('of a hoofdstuk: all that lives in it, moved in or not', () => {
    const moved = act(
      proef,
      '1:2',
      {kind: 'move', target: 'hoofdstuk 2'},
      {
        geldig: day('2026-05-01')
      }
    ).corpus
    const {files, corpus, findings} = act(moved, 'hoofdstuk 2', lapse)
    expect(Object.keys(files).toSorted()).toEqual([
      'proef/hoofdstuk-1/artikel-1-2/2026-07-01.w.md',
      'proef/hoofdstuk-2/2026-07-01.w.md',
      'proef/hoofdstuk-2/artikel-2-1/2026-07-01.w.md',
      'proef/hoofdstuk-2/artikel-2-2/2026-07-01.w.md',
      'proef/hoofdstuk-2/artikel-2-3/2026-07-01.w.md'
    ])
    expect(findings).toEqual([])
    expect(outline(corpus, at)).toEqual([
      '1',
      '  1:1: 1. Een. 2. Twee.',
      '    toelichting: Uitleg.',
      '2 vervallen',
      '  1:2 vervallen',
      '  2:1 vervallen',
      '  2:2 vervallen',
      '  2:3 vervallen',
      'I: Bijlage.'
    ])
  })

  test('tells what is still to be born in it, and passes over what has lapsed', () => {
    const files = {
      ...act(proef, '2:3', fresh, {geldig: day('2027-01-01')}).corpus,
      ...act(proef, '2:2', lapse, {geldig: day('2026-04-01')}).files
    }
    const {files: made, remarks} = act(files, 'hoofdstuk 2', lapse)
    expect(Object.keys(made)).not.toContain(
      'proef/hoofdstuk-2/artikel-2-2/2026-07-01.w.md'
    )
    expect(remarks).toEqual([
      'Daarna komt `proef/hoofdstuk-2/artikel-2-4/2027-01-01.w.md` erin, dat al bekend is; trek dat in met `cao withdraw`, of verplaats het'
    ])
  })
})

describe('renumber', () => {
  test('an artikel: the same text under another number', () => {
    const {files, corpus, findings, remarks} = act(proef, '2:3', {
      kind: 'renumber',
      nummer: '2:5'
    })
    expect(files).toEqual({
      'proef/hoofdstuk-2/artikel-2-3/2026-07-01.w.md':
        "---\nnummer: '2:5'\nbasis: begin\n---\n\nTekst van 2:3.\n"
    })
    expect(findings).toEqual([])
    expect(remarks.join()).toContain('Verwijzingen naar het oude nummer')
    expect(outline(corpus, at)).toContain('  2:5: Tekst van 2:3.')
  })

  test('a hoofdstuk: artikelen whose numbers begin with its number go along', () => {
    const {files, corpus, findings} = act(proef, 'hoofdstuk 2', {
      kind: 'renumber',
      nummer: '3'
    })
    expect(Object.keys(files)).toHaveLength(4)
    expect(findings).toEqual([])
    expect(outline(corpus, at).slice(4)).toEqual([
      '3',
      '  3:1: Tekst van 2:1.',
      '  3:2: 1. Lid een. 2. Lid twee. [1] Noot bij 2:2.',
      '  3:3: Tekst van 2:3.',
      'I: Bijlage.'
    ])
  })

  test('two in a row: the one that makes room first', () => {
    const to3: Act = {kind: 'renumber', nummer: '2:3'}
    expect(() => act(proef, '2:2', to3)).toThrow(
      'Artikel 2:3 is er op 2026-07-01 al: `artikel-2-3`. Kies een ander nummer, of laat `artikel-2-3` eerst vervallen of vernummeren'
    )
    const room = act(proef, '2:3', {kind: 'renumber', nummer: '2:4'}).corpus
    const done = act(room, '2:2', to3)
    expect(done.findings).toEqual([])
    expect(outline(done.corpus, at).slice(4, 8)).toEqual([
      '2',
      '  2:1: Tekst van 2:1.',
      '  2:3: 1. Lid een. 2. Lid twee. [1] Noot bij 2:2.',
      '  2:4: Tekst van 2:3.'
    ])
  })

  test.each<[string, string, string]>([
    ['2:3', '2:3', 'Artikel 2:3 heeft dit nummer op 2026-07-01 al'],
    ['2:3', 'x y', '`--renumber` moet een nummer zijn als'],
    ['2:3', 'a\nb', '`--renumber` moet één regel zijn'],
    ['toelichting op artikel 1:1', '2', 'Een toelichting heeft geen nummer']
  ])('%s to %j is refused', (words, nummer, reason) => {
    expect(() => act(proef, words, {kind: 'renumber', nummer})).toThrow(reason)
  })
})

describe('move', () => {
  test('into a hoofdstuk: `in`, and the place that its number gives', () => {
    const {files, corpus, findings} = act(proef, '2:2', {
      kind: 'move',
      target: 'hoofdstuk 1'
    })
    expect(Object.values(files)[0]).toContain(
      'basis: begin\nin: hoofdstuk-1\n---'
    )
    expect(findings).toEqual([])
    expect(outline(corpus, at).slice(0, 5)).toEqual([
      '1',
      '  1:1: 1. Een. 2. Twee.',
      '    toelichting: Uitleg.',
      '  1:2: Tekst van 1:2.',
      '  2:2: 1. Lid een. 2. Lid twee. [1] Noot bij 2:2.'
    ])
  })

  test('with another number, and behind an artikel: `na` only where the number does not do it', () => {
    const plain = act(proef, '2:2', {
      kind: 'move',
      target: '1:2',
      nummer: '1:3'
    })
    expect(Object.values(plain.files)[0]).toContain(
      "nummer: '1:3'\nbasis: begin\nin: hoofdstuk-1\n---"
    )
    const odd = act(proef, '2:2', {kind: 'move', target: '1:1'})
    expect(Object.values(odd.files)[0]).toContain(
      'in: hoofdstuk-1\nna: artikel-1-1\n'
    )
    const shown = outline(odd.corpus, at)
    expect(shown[3]).toContain('  2:2: ')
    expect(odd.findings).toEqual([])
  })

  test('back to where it was born: without `in`', () => {
    const away = act(
      proef,
      '2:2',
      {kind: 'move', target: 'hoofdstuk 1'},
      {
        geldig: day('2026-05-01')
      }
    ).corpus
    const back = act(away, '2:2', {kind: 'move', target: 'hoofdstuk 2'})
    expect(Object.values(back.files)[0]).not.toContain('\nin: ')
    expect(outline(back.corpus, at)).toEqual(outline(proef, at))
  })

  test.each<[string, string, string]>([
    ['2:2', 'hoofdstuk 2', 'Artikel 2:2 staat daar al'],
    ['2:2', '2:2', 'kan niet in of achter zichzelf staan'],
    ['hoofdstuk 2', '2:2', 'kan niet in of achter zichzelf staan'],
    ['hoofdstuk 2', 'hoofdstuk 1', 'Een hoofdstuk kan daar niet staan'],
    ['2:2', 'bijlage I', 'Een artikel kan daar niet staan; noem'],
    [
      '2:2',
      'regeling',
      'kan daardoor niet rechtstreeks onder de regeling komen'
    ],
    [
      'artikel-1-1/toelichting',
      '1:2',
      'Een toelichting staat altijd bij haar eigen bepaling'
    ],
    ['2:2', 'hoofdstuk 9', '`hoofdstuk 9` is in `proef` niet te vinden']
  ])('%s to %s is refused', (words, target, reason) => {
    expect(() => act(proef, words, {kind: 'move', target})).toThrow(reason)
  })
})

describe('split', () => {
  test('the origin goes on under its own number', () => {
    const {files, corpus, findings, remarks} = act(proef, '2:2', {
      kind: 'split',
      nummers: '2:2, 2:2a'
    })
    expect(Object.keys(files)).toEqual([
      'proef/hoofdstuk-2/artikel-2-2/2026-07-01.w.md',
      'proef/hoofdstuk-2/artikel-2-2a/2026-07-01.w.md'
    ])
    expect(Object.values(files)[1]).toBe(
      "---\nnummer: '2:2a'\nuit: artikel-2-2\n---\n\n1. Lid een.\n2. Lid twee.[^1]\n\n[^1]: Noot bij 2:2.\n"
    )
    expect(findings).toEqual([])
    expect(remarks.join()).toContain('Elk deel begint met de hele tekst')
    expect(outline(corpus, at).slice(6, 8)).toEqual([
      '  2:2: 1. Lid een. 2. Lid twee. [1] Noot bij 2:2.',
      '  2:2a: 1. Lid een. 2. Lid twee. [1] Noot bij 2:2.'
    ])
  })

  test('or lapses into the parts', () => {
    const {files, corpus, findings} = act(proef, '2:2', {
      kind: 'split',
      nummers: '2:4,2:5'
    })
    expect(Object.values(files)[0]).toBe(
      "---\nnummer: '2:2'\nbasis: begin\nvervallen: true\nopgegaan-in: [artikel-2-4, artikel-2-5]\n---\n"
    )
    expect(findings).toEqual([])
    expect(
      outline(corpus, at)
        .slice(6, 10)
        .map((line) => line.slice(0, 7))
    ).toEqual(['  2:2 v', '  2:3: ', '  2:4: ', '  2:5: '])
  })

  test.each([
    ['2:2', '2:2', 'Geef bij `--split` de nummers van alle delen'],
    ['2:2', '2:2,2:2', 'elk één keer'],
    ['2:2', '2:2,2:3', 'Artikel 2:3 is er op 2026-07-01 al'],
    ['hoofdstuk 2', '2,3', 'Een hoofdstuk wordt niet gesplitst']
  ])('%s in %s is refused', (words, nummers, reason) => {
    expect(() => act(proef, words, {kind: 'split', nummers})).toThrow(reason)
  })
})

describe('merge', () => {
  test('joins the texts, and the others lapse into it', () => {
    const {files, corpus, findings} = act(proef, '1:1', {
      kind: 'merge',
      others: '2:2, artikel 2:3'
    })
    expect(files).toEqual({
      'proef/hoofdstuk-1/artikel-1-1/2026-07-01.w.md':
        "---\nnummer: '1:1'\nopschrift: Eerste\nbasis: begin\nlaag: CAR\nuit: [artikel-2-2, artikel-2-3]\n---\n\n1. Een.\n2. Twee.\n3. Lid een.\n4. Lid twee.[^1]\n5. Tekst van 2:3.\n\n[^1]: Noot bij 2:2.\n",
      'proef/hoofdstuk-2/artikel-2-2/2026-07-01.w.md':
        "---\nnummer: '2:2'\nbasis: begin\nvervallen: true\nopgegaan-in: artikel-1-1\n---\n",
      'proef/hoofdstuk-2/artikel-2-3/2026-07-01.w.md':
        "---\nnummer: '2:3'\nbasis: begin\nvervallen: true\nopgegaan-in: artikel-1-1\n---\n"
    })
    expect(findings).toEqual([])
    expect(textAt(corpus, at).sources.map(({id}) => id)).toEqual(['w'])
  })

  test('alineas follow alineas', () => {
    const {files} = act(proef, '2:1', {kind: 'merge', others: '2:3'})
    expect(Object.values(files)[0]).toContain(
      '\n\nTekst van 2:1.\n\nTekst van 2:3.\n'
    )
  })

  test.each([
    ['2:1', '2:1', 'Noem bij `--merge` een of meer andere artikelen'],
    ['2:1', 'bijlage I', 'Alleen artikelen worden samengevoegd, geen bijlage'],
    ['2:1', '2:9', '`2:9` is in `proef` niet te vinden']
  ])('%s with %s is refused', (words, others, reason) => {
    expect(() => act(proef, words, {kind: 'merge', others})).toThrow(reason)
  })
})
