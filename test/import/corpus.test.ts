import {describe, expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import type {ImportedText} from '../../src/import/imported.ts'
import type {DatedText} from '../../src/import/plan.ts'
import type {IsoDate} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {importTexts} from '../../src/pipeline/import.ts'
import {type Eenheid, empty, filesOf, importInto, laid, text} from './texts.ts'

const lang =
  'De ambtenaar heeft recht op verlof met behoud van bezoldiging, tenzij het belang van de dienst zich daartegen verzet en dat schriftelijk is meegedeeld.'
const anders =
  'Overwerk wordt vergoed in vrije tijd of in geld, naar keuze van wie het verricht, volgens de tabel die bij dit besluit is gevoegd.'

function artikel(
  nummer: string,
  tekst: string,
  more: Partial<Eenheid> = {}
): Eenheid {
  return {soort: 'artikel', nummer, tekst, ...more}
}

/** Names of files of units, without their texts. */
function names(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files.keys()].filter(
    (path) => !/^(?:import|wijzigingen)\/|^(?:NOTES|regeling)\.md$/u.test(path)
  )
}

describe('one text', () => {
  const files = filesOf([
    text(
      '2015-07-01',
      [
        {soort: 'preambule', tekst: 'Wij Willem-Alexander;'},
        {
          soort: 'hoofdstuk',
          nummer: 'I',
          opschrift: 'Algemene bepalingen',
          in: [
            artikel('1:2a', `1. ${lang}\n2. ${anders}`, {
              opschrift: 'Verlof: wanneer',
              toelichting: 'Dit is een toelichting.'
            })
          ]
        },
        {soort: 'bijlage', nummer: 'IIa', tekst: anders},
        {soort: 'bijlage', opschrift: 'Salaristabel', tekst: lang}
      ],
      {identifier: 'BWBR0000001', citeertitel: 'Proefbesluit'}
    )
  ])

  test('each unit has its folder and begin.md', () => {
    expect(names(files)).toEqual([
      'bijlage-IIa/begin.md',
      'bijlage-salaristabel/begin.md',
      'hoofdstuk-i/artikel-1-2a/begin.md',
      'hoofdstuk-i/artikel-1-2a/toelichting/begin.md',
      'hoofdstuk-i/begin.md',
      'preambule/begin.md'
    ])
    expect(files.get('hoofdstuk-i/artikel-1-2a/begin.md')).toBe(
      `---\nnummer: '1:2a'\nopschrift: 'Verlof: wanneer'\n---\n\n1. ${lang}\n2. ${anders}\n`
    )
  })

  test('what the law gives no number has none', () => {
    expect(files.get('bijlage-salaristabel/begin.md')).toContain(
      'nummer: geen\nopschrift: Salaristabel\n'
    )
  })

  test('the regeling says where it comes from, and no day that the source does not give', () => {
    expect(files.get('regeling.md')).toBe(
      '---\nformaat: 1\ntitel: Proefregeling\nciteertitel: Proefbesluit\nroute: website\nbron: BWBR0000001\n---\n'
    )
    expect(files.get('import/2015-07-01.md')).toContain(
      'geldig: 2015-07-01\nbestand: 2015-07-01.md\n'
    )
  })
})

describe('several days', () => {
  test('a version only where words changed', () => {
    const files = filesOf([
      text('2015-01-01', [artikel('1', lang), artikel('2', lang)]),
      text('2016-01-01', [artikel('1', lang), artikel('2', anders)])
    ])
    expect(names(files)).toEqual([
      'artikel-1/begin.md',
      'artikel-2/2016-01-01.import-2016-01-01.md',
      'artikel-2/begin.md'
    ])
    expect(files.get('artikel-2/2016-01-01.import-2016-01-01.md')).toContain(
      'basis: begin\n'
    )
    expect(files.get('wijzigingen/import-2016-01-01.md')).toContain(
      'bekend: onbekend\n'
    )
  })

  test('a renumbered artikel keeps its folder', () => {
    const files = filesOf([
      text('2015-01-01', [artikel('1', lang), artikel('2', anders)]),
      text('2016-01-01', [
        artikel(
          '1',
          'Dit is een geheel nieuw artikel over de begripsbepalingen van dit besluit.'
        ),
        artikel('2', lang),
        artikel('3', anders)
      ])
    ])
    const day = '2016-01-01.import-2016-01-01.md'
    expect(files.get(`artikel-1/${day}`)).toContain("nummer: '2'")
    expect(files.get(`artikel-2/${day}`)).toContain("nummer: '3'")
    expect(files.get(`artikel-1-2016/${day}`)).toContain("nummer: '1'")
  })

  test('an artikel that gives most of its text to a new one, or takes in more, keeps its folder', () => {
    const kort = `1. Een ${anders}`
    const whole = `${kort}\n2. ${lang}\n3. ${lang} ${lang}`
    const files = filesOf([
      text('2015-01-01', [artikel('1', whole)]),
      text('2016-01-01', [
        artikel('1', kort),
        artikel('1a', `1. ${lang}\n2. ${lang} ${lang}`)
      ]),
      text('2017-01-01', [artikel('1', whole)])
    ])
    const day = (year: string): string =>
      `${year}-01-01.import-${year}-01-01.md`
    expect(names(files)).toEqual([
      `artikel-1/${day('2016')}`,
      `artikel-1/${day('2017')}`,
      'artikel-1/begin.md',
      `artikel-1a/${day('2016')}`,
      `artikel-1a/${day('2017')}`
    ])
    expect(files.get(`artikel-1a/${day('2017')}`)).toContain('vervallen: true')
  })

  test('an artikel that moved says where it stands', () => {
    const hoofdstuk = (nummer: string, inner: readonly Eenheid[]): Eenheid => ({
      soort: 'hoofdstuk',
      nummer,
      in: inner
    })
    const files = filesOf([
      text('2015-01-01', [
        hoofdstuk('1', [artikel('1', lang), artikel('2', anders)]),
        hoofdstuk('2', [
          artikel(
            '3',
            'Dit artikel blijft staan waar het staat, in hoofdstuk twee.'
          )
        ])
      ]),
      text('2016-01-01', [
        hoofdstuk('1', [artikel('1', lang)]),
        hoofdstuk('2', [
          artikel(
            '3',
            'Dit artikel blijft staan waar het staat, in hoofdstuk twee.'
          ),
          artikel('4', anders)
        ])
      ])
    ])
    expect(
      files.get('hoofdstuk-1/artikel-2/2016-01-01.import-2016-01-01.md')
    ).toContain("nummer: '4'\nbasis: begin\nin: hoofdstuk-2\n")
  })

  test('out of its hoofdstuk, directly under the regeling', () => {
    const files = filesOf([
      text('2015-01-01', [
        {soort: 'hoofdstuk', nummer: '1', in: [artikel('1', lang)]}
      ]),
      text('2016-01-01', [artikel('1', lang)])
    ])
    expect(
      files.get('hoofdstuk-1/artikel-1/2016-01-01.import-2016-01-01.md')
    ).toContain('in: /\n')
  })

  test('what vanishes lapses, and so does what says so', () => {
    const files = filesOf([
      text('2015-01-01', [
        artikel('1', lang),
        artikel('2', anders),
        artikel('3', 'Dit besluit wordt aangehaald als het Proefbesluit.')
      ]),
      text('2016-01-01', [
        artikel('2', '[Vervallen]', {vervallen: true}),
        artikel('3', 'Dit besluit wordt aangehaald als het Proefbesluit.')
      ])
    ])
    const day = '2016-01-01.import-2016-01-01.md'
    for (const nummer of ['1', '2']) {
      expect(files.get(`artikel-${nummer}/${day}`)).toBe(
        `---\nnummer: '${nummer}'\nbasis: begin\nvervallen: true\n---\n`
      )
    }
  })

  test('what has lapsed keeps the opschrift that the source gives it', () => {
    const files = filesOf([
      text('2015-01-01', [
        artikel('1', lang),
        {soort: 'artikel', nummer: '2', opschrift: 'Verlof', vervallen: true}
      ])
    ])
    expect(files.get('artikel-2/begin.md')).toBe(
      "---\nnummer: '2'\nopschrift: Verlof\nvervallen: true\n---\n"
    )
  })

  test('a lapsed number that is used again is another unit', () => {
    const files = filesOf([
      text('2015-01-01', [artikel('1', lang), artikel('2', anders)]),
      text('2016-01-01', [artikel('1', lang)]),
      text('2017-01-01', [
        artikel('1', lang),
        artikel(
          '2',
          'Dit is een geheel nieuw artikel over reiskosten in het buitenland.'
        )
      ])
    ])
    expect(names(files)).toContain(
      'artikel-2-2017/2017-01-01.import-2017-01-01.md'
    )
  })

  test('a source that puts artikel 1a before artikel 1 is followed', () => {
    const {files, proved} = importInto(empty, [
      text('2015-01-01', [
        artikel('1a', lang),
        artikel('1', anders),
        artikel('2', 'Slotbepaling.')
      ])
    ])
    expect(proved[0]?.proof.differences).toEqual([])
    expect(files.filter((file) => file.text?.includes('na: '))).toHaveLength(1)
  })

  test('a number that comes twice goes before the opschrift', () => {
    const {files, proved, findings} = importInto(empty, [
      text('2015-01-01', [
        artikel('1', lang),
        artikel('1', anders, {opschrift: 'Overwerk'})
      ])
    ])
    expect(proved[0]?.told.remarks.map(({kind}) => kind)).toEqual([
      'number-repeat'
    ])
    expect(proved[0]?.proof.differences).toEqual([])
    expect(findings.filter(({severity}) => severity === 'fout')).toEqual([])
    expect(
      files.some((file) =>
        file.text?.includes('nummer: geen\nopschrift: 1 Overwerk\n')
      )
    ).toBe(true)
  })
})

describe('what the source says of days', () => {
  const origin = {
    publication: 'Stb. 2015, 322',
    signed: '2015-09-01' as IsoDate,
    published: '2015-09-10' as IsoDate,
    inwerking: '2015-10-01' as IsoDate
  }

  test('the wijziging has its days, the version the day on which it came into force', () => {
    const files = filesOf([
      text('2015-01-01', [artikel('1', lang)]),
      text('2016-01-01', [artikel('1', anders, {origin})])
    ])
    expect(files.get('wijzigingen/stb-2015-322.md')).toBe(
      '---\nsoort: besluit\nkenmerk: Stb. 2015, 322\nonderwerp: wijziging volgens Stb. 2015, 322\ndatum: 2015-09-01\nbekend: 2015-09-10\nbron: Stb. 2015, 322\n---\n'
    )
    expect(names(files)).toContain('artikel-1/2015-10-01.stb-2015-322.md')
  })

  test('a day before the last text cannot be, and is not believed', () => {
    const files = filesOf([
      text('2015-12-01', [artikel('1', lang)]),
      text('2016-01-01', [artikel('1', anders, {origin})])
    ])
    expect(names(files)).toContain('artikel-1/2016-01-01.import-2016-01-01.md')
  })

  test('what reaches back has a day of inwerking of its own', () => {
    const retroactive = '2015-06-01' as IsoDate
    const files = filesOf([
      text('2015-01-01', [artikel('1', lang)]),
      text('2016-01-01', [
        artikel('1', anders, {origin: {...origin, retroactive}})
      ])
    ])
    expect(files.get('artikel-1/2015-06-01.stb-2015-322.md')).toContain(
      'onderdeel: A\n'
    )
    expect(files.get('wijzigingen/stb-2015-322.md')).toMatch(
      /onderdelen:\n {2}A:\n {4}inwerking: 2015-10-01\n/u
    )
  })

  test('expressions of one day differ in zicht where the source says when they became known', () => {
    const {proved} = importInto(empty, [
      text('2015-10-01', [artikel('1', lang)]),
      text('2015-10-01', [artikel('1', anders, {origin})], {expression: 1})
    ])
    expect(proved.map(({zicht}) => zicht)).toEqual(['2015-09-09', 'alle'])
    expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
  })

  test('and else in volgorde', () => {
    const {files, proved} = importInto(empty, [
      text('2015-01-01', [artikel('1', 'Eerst.')]),
      text('2015-10-01', [artikel('1', lang)]),
      text('2015-10-01', [artikel('1', anders)], {expression: 1})
    ])
    expect(proved.map(({zicht}) => zicht)).toEqual(['alle', 'zonder', 'alle'])
    expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
    const wijziging = files.find(({path}) =>
      path.endsWith('wijzigingen/import-2015-10-01-1.md')
    )
    expect(wijziging?.text).toContain('volgorde: 1\n')
  })
})

describe('once more', () => {
  const first = [
    text('2015-01-01', [artikel('1', lang)]),
    text('2017-01-01', [artikel('1', anders)])
  ]
  const tree = laid(empty, importInto(empty, first).files)
  const request = {id: 'proef', route: 'website'} as const

  test('a day in between: one version, and one line of two other files', () => {
    const tussen = `${lang} Een verzoek wordt schriftelijk gedaan.`
    const {files} = importInto(tree, [
      text('2016-01-01', [artikel('1', tussen)])
    ])
    expect(files.map(({path}) => path)).toEqual([
      'proef/artikel-1/2016-01-01.import-2016-01-01.md',
      'proef/artikel-1/2017-01-01.import-2017-01-01.md',
      'proef/wijzigingen/import-2016-01-01.md',
      'proef/wijzigingen/import-2017-01-01.md',
      'proef/import/2016-01-01.md',
      'proef/NOTES.md'
    ])
    expect(files[3]?.text).toBe(
      files[3]?.was?.replace(/---\n$/u, 'bekend-na: import-2016-01-01\n---\n')
    )
    const [, changed] = files
    expect(changed?.text).toBe(
      changed?.was?.replace(
        'basis: begin',
        'basis: 2016-01-01.import-2016-01-01'
      )
    )
  })

  const origin = (day: string): Partial<Eenheid> => ({
    origin: {
      publication: `Stb. ${day.slice(0, 4)}, 1`,
      published: `${Number(day.slice(0, 4)) - 1}-12-01` as IsoDate,
      inwerking: day as IsoDate
    }
  })

  test('a day in between of which the source gives the days: the same files as all at once', () => {
    const days = ['2015-01-01', '2016-01-01', '2017-01-01'] as const
    const [one, two, three] = days.map((day, at) =>
      text(day, [
        artikel('1', [lang, `${lang} ${anders}`, anders][at] ?? '', origin(day))
      ])
    )
    if (!one || !two || !three) throw new Error('three texts are needed')
    const before = laid(empty, importInto(empty, [one, three]).files)
    const after = laid(before, importInto(before, [two]).files)
    const whole = laid(empty, importInto(empty, [one, two, three]).files)
    const said = ({files}: typeof whole): readonly string[] =>
      files
        .filter(({path}) => /artikel|wijzigingen/u.test(path))
        .map((file) =>
          'bytes' in file
            ? `${file.path}\n${new TextDecoder().decode(file.bytes)}`
            : file.path
        )
        .toSorted()
    expect(said(after)).toEqual(said(whole))
    expect(said(after)).toHaveLength(5)
  })

  test('what comes back after it lapsed is another unit, and no other file changes', () => {
    const days: readonly (readonly [string, Eenheid])[] = [
      ['2015-01-01', artikel('1', lang)],
      ['2016-01-01', artikel('1', `${lang} ${anders}`, origin('2016-01-01'))],
      [
        '2017-01-01',
        artikel('1', '', {vervallen: true, ...origin('2017-01-01')})
      ],
      ['2018-01-01', artikel('1', `${lang} ${anders} Zo is het.`)]
    ]
    const texts = days.map(([day, unit]) =>
      text(day as IsoDate, [artikel('2', lang), unit])
    )
    let tree = empty
    for (const one of texts) {
      const {files, proved, findings} = importInto(tree, [one])
      expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
      expect(findings.filter(({severity}) => severity === 'fout')).toEqual([])
      tree = laid(tree, files)
    }
    const last = tree.files
      .map(({path}) => path)
      .filter((path) => /2018/u.test(path))
    expect(last.filter((path) => path.includes('/artikel'))).toEqual([
      'proef/artikel-1-2018/2018-01-01.import-2018-01-01.md'
    ])
    const wijziging = tree.files.find(
      ({path}) => path === 'proef/wijzigingen/import-2018-01-01.md'
    )
    expect(
      wijziging && 'bytes' in wijziging
        ? new TextDecoder().decode(wijziging.bytes)
        : ''
    ).toContain('bekend: onbekend\nbekend-na: stb-2017-1\n')
  })

  test('what was gone in between and is there again is another unit: its later file moves, word for word', () => {
    const tree = laid(
      empty,
      importInto(empty, [
        text('2015-01-01', [
          artikel('1', lang, {toelichting: 'Waarom.'}),
          artikel('2', lang)
        ]),
        text('2017-01-01', [
          artikel('1', anders, {
            toelichting: 'Waarom.',
            ...origin('2017-01-01')
          }),
          artikel('2', lang)
        ])
      ]).files
    )
    const {files} = importInto(tree, [text('2016-01-01', [artikel('2', lang)])])
    const told = files.map(({path, text: words, was}) => {
      const kind = was === undefined ? 'nieuw' : 'gewijzigd'
      return `${words === undefined ? 'weg' : kind} ${path}`
    })
    expect(told.filter((line) => line.includes('artikel'))).toEqual([
      'nieuw proef/artikel-1-2017/2017-01-01.stb-2017-1.md',
      'weg proef/artikel-1/2017-01-01.stb-2017-1.md',
      'nieuw proef/artikel-1-2017/toelichting/2017-01-01.stb-2017-1.md',
      'nieuw proef/artikel-1/2016-01-01.import-2016-01-01.md'
    ])
    const [moved, gone] = files
    expect(gone?.was).toContain('basis: begin\n')
    expect(moved?.text).toBe(gone?.was?.replace('basis: begin\n', ''))
  })

  test('a text from before the first one: what held from the beginning is its own, what stood there has its day', () => {
    const tree = laid(
      empty,
      importInto(empty, [
        text('2016-01-01', [
          artikel('1', anders),
          artikel('2', lang),
          artikel('3', 'Pas later.')
        ]),
        text('2017-01-01', [
          artikel('1', lang),
          artikel('2', lang),
          artikel('3', 'Pas later.')
        ])
      ]).files
    )
    const {files} = importInto(tree, [
      text('2015-01-01', [
        artikel('1', 'Heel anders.'),
        artikel('2', lang),
        artikel('9', 'Dat er later niet meer is.')
      ])
    ])
    const after = laid(tree, files)
    expect(
      after.files
        .map(({path}) => path)
        .filter((path) => path.includes('artikel-'))
        .toSorted()
    ).toEqual([
      'proef/artikel-1/2016-01-01.import-2016-01-01.md',
      'proef/artikel-1/2017-01-01.import-2017-01-01.md',
      'proef/artikel-1/begin.md',
      'proef/artikel-2/begin.md',
      'proef/artikel-3/2016-01-01.import-2016-01-01.md',
      'proef/artikel-9/2016-01-01.import-2016-01-01.md',
      'proef/artikel-9/begin.md'
    ])
    const [regeling] = compile(after).corpus.regelingen
    const said = (geldig: string): unknown =>
      regeling &&
      consolidate(regeling, {
        geldig: geldig as IsoDate,
        zicht: '9999-12-31' as IsoDate
      })
        .units.filter(({state}) => state === 'geldt')
        .map(({nummer}) => nummer)
    expect(said('2010-01-01')).toEqual(['1', '2', '9'])
    expect(said('2016-01-01')).toEqual(['1', '2', '3'])
  })

  test('a toelichting that the text has not is told of, and keeps no text out', () => {
    const noot: DatedText[] = [
      text('2015-01-01', [artikel('1', lang, {toelichting: 'Waarom.'})]),
      text('2017-01-01', [artikel('1', anders, {toelichting: 'Waarom.'})])
    ]
    const tree = laid(empty, importInto(empty, noot).files)
    const {proved} = importInto(tree, [
      text('2016-01-01', [artikel('1', lang)])
    ])
    expect(proved[0]?.proof.differences).toEqual([])
    expect(proved[0]?.told.remarks).toMatchObject([
      {kind: 'note-gone', mended: false}
    ])
  })

  test('what cannot come in between without writing anew what is there is refused, with the way out', () => {
    const hoofdstuk = (...inside: readonly Eenheid[]): Eenheid => ({
      soort: 'hoofdstuk',
      nummer: '1',
      opschrift: 'Verlof',
      in: inside
    })
    const tree = laid(
      empty,
      importInto(empty, [
        text('2015-01-01', [hoofdstuk(artikel('1', lang)), artikel('2', lang)]),
        text('2017-01-01', [
          hoofdstuk(artikel('1', anders), artikel('1a', anders)),
          artikel('2', lang)
        ])
      ]).files
    )
    const gone = text('2016-01-01', [artikel('2', lang)])
    const {refusal} = importTexts(tree, {...request, texts: [gone]})
    expect(refusal).toContain(
      '`cao import 2015-01-01.md 2016-01-01.md 2017-01-01.md --dates --name proef-2`'
    )
    expect(refusal).toContain('`hoofdstuk-1` is volgens deze tekst vervallen')
  })

  test('a day on which it read otherwise, between two that are alike', () => {
    const twice = laid(
      empty,
      importInto(empty, [
        text('2015-01-01', [artikel('1', lang)]),
        text('2017-01-01', [artikel('1', lang)])
      ]).files
    )
    const {files} = importInto(twice, [
      text('2016-01-01', [artikel('1', anders)])
    ])
    expect(files.map(({path}) => path)).toContain(
      'proef/artikel-1/2017-01-01.import-2017-01-01.md'
    )
  })

  test.each<[string, string, Partial<ImportedText>, RegExp]>([
    ['another text of a day', '2015-01-01', {}, /al een tekst ingelezen/u]
  ])('%s is refused', (_, day, more, reason) => {
    const texts = [text(day, [artikel('1', 'Iets anders.')], more)]
    expect(importTexts(tree, {...request, texts}).refusal).toMatch(reason)
  })

  test('two files of one day are refused', () => {
    const one = text('2018-01-01', [artikel('1', lang)], {file: 'a.md'})
    const two = text('2018-01-01', [artikel('1', anders)], {file: 'b.md'})
    expect(importTexts(empty, {...request, texts: [two, one]}).refusal).toMatch(
      /`a\.md` en `b\.md` zijn allebei de tekst van 2018-01-01/u
    )
  })

  test('another regeling is refused', () => {
    const of = (identifier: string) =>
      text('2015-01-01', [artikel('1', lang)], {identifier})
    const there = laid(empty, importInto(empty, [of('BWBR0000001')]).files)
    const other = {...of('BWBR0000002'), day: '2016-01-01' as IsoDate}
    expect(importTexts(there, {...request, texts: [other]}).refusal).toMatch(
      /BWBR0000002, maar in `articles\/proef` staat BWBR0000001/u
    )
  })

  test('a folder that no import made is refused', () => {
    const files = [
      {path: 'proef/regeling.md', bytes: new TextEncoder().encode('---\n---\n')}
    ]
    expect(
      importTexts({...empty, files}, {...request, texts: first}).refusal
    ).toMatch(/niet leeg, en is geen eerdere import/u)
  })
})
