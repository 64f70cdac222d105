import {describe, expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import {printText} from '../../src/dialect/print.ts'
import {hashText} from '../../src/hash/sha256.ts'
import type {DatedText} from '../../src/import/plan.ts'
import type {IsoDate, UnitText} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import type {LaidFile} from '../../src/pipeline/import-files.ts'
import {oddities, readString, textOf} from './read/texts.ts'
import {empty, importInto, laid} from './texts.ts'

// What a toestand says of changes that reach back to its day; all words are ours.

const maker = 'werken van de maker zelf of van wie zijn rechten heeft'
const old = `<lid><lidnr>1</lidnr><al>Het tarief geldt voor:</al><lijst><li><li.nr>a.</li.nr><al>${maker};</al></li><li><li.nr>b.</li.nr><al>oude kaarten.</al></li></lijst></lid>`
const fresh = `<lid><lidnr>1</lidnr><al>Het tarief geldt voor:</al><lijst><li><li.nr>a.</li.nr><al>alleen nieuwe kaarten.</al></li></lijst></lid>`
const second =
  '<lid><lidnr>2</lidnr><al>De inspecteur beslist op het verzoek.</al></lid>'

interface Change {
  readonly stb: string
  readonly force: string
  readonly since: string
  readonly words: string
}

/** What stands among the metadata of a unit. */
function back({stb, force, since, words}: Change): string {
  const [year, month, day] = force.split('-')
  return `<meta-data><terugwerkende-kracht-data><terugwerkende-kracht terugwerking="${since}"><terugwerkend.datum datum-scope="tot en met" isodatum="${since}">${since}</terugwerkend.datum><terugwerkende-kracht-opmerkingen><gegenereerde-tekst>${stb}, datum inwerkingtreding ${day}-${month}-${year}, bevat een wijziging met terugwerkende kracht van dit artikel.</gegenereerde-tekst>${words}</terugwerkende-kracht-opmerkingen></terugwerkende-kracht></terugwerkende-kracht-data></meta-data>`
}

const change: Change = {
  stb: 'Stb. 2012, 321',
  force: '2012-07-18',
  since: '2012-07-01',
  words: fresh
}

function toestand(
  expression: number,
  content: string,
  day = '2012-07-01'
): DatedText {
  const xml = `<toestand bwb-id="BWBR0999999" inwerkingtreding="${day}" bwb-ng-vast-deel="http://wetten.overheid.nl/id/BWBR0999999/${day}/${expression}"><wetgeving soort="wet"><intitule>Verzonnen wet</intitule><wet-besluit><wettekst>${content}</wettekst></wet-besluit></wetgeving></toestand>`
  const text = textOf(readString(xml, `BWBR0999999_${day}_${expression}.xml`))
  return {text, day: day as IsoDate, sha256: hashText(xml)}
}

function artikel(inner: string, attributes = ''): string {
  return `<artikel stam-id="7" inwerking="2010-01-01" bron="Stb.2009-10" ${attributes}><kop><label>Artikel</label><nr>1</nr></kop>${inner}</artikel>`
}

const plain = toestand(0, artikel(old + second))
const later = toestand(1, artikel(old + second + back(change)))

function wordsAt(files: readonly LaidFile[], geldig: string, zicht: string) {
  const [regeling] = compile(laid(empty, files)).corpus.regelingen
  if (!regeling) throw new Error('geen regeling')
  const moment = {geldig: geldig as IsoDate, zicht: zicht as IsoDate}
  const words = ({text}: UnitText): string => printText(text)
  return consolidate(regeling, moment).units.map(words).join('\n')
}

describe('a change that reaches back', () => {
  const {files, proved, findings} = importInto(empty, [later, plain])

  test('is a version of its own, in force when the source says so', () => {
    const wijziging = files.find(({path}) =>
      path.endsWith('wijzigingen/stb-2012-321.md')
    )
    expect(wijziging?.text).toBe(
      '---\nsoort: besluit\nkenmerk: Stb. 2012, 321\nonderwerp: wijziging volgens Stb. 2012, 321\nbekend: onbekend\nonderdelen:\n  A:\n    inwerking: 2012-07-18\nbron: Stb. 2012, 321\n---\n'
    )
    expect(findings).toEqual([])
  })

  test('is seen from the day on which it came into force, and not before', () => {
    const before = wordsAt(files, '2012-07-05', '2012-07-17')
    expect(before).toContain(maker)
    const after = wordsAt(files, '2012-07-05', '2012-07-18')
    expect(after).not.toContain(maker)
    expect(after).toContain('alleen nieuwe kaarten')
    expect(after).toContain('De inspecteur beslist')
  })

  test('is proved with and without it', () => {
    expect(
      proved.map(({zicht, proof, back: more}) => [
        zicht,
        proof.differences.length,
        ...more.map((one) => [one.zicht, one.proof.differences.length])
      ])
    ).toEqual([
      ['2012-07-17', 0],
      ['2012-07-17', 0, ['alle', 0]]
    ])
  })

  test('comes the same way when its file is read later', () => {
    const first = importInto(empty, [plain]).files
    const tree = laid(empty, first)
    const next = importInto(tree, [later])
    expect(next.proved[0]?.back[0]?.proof.differences).toEqual([])
    const all = [...first, ...next.files]
    expect(wordsAt(all, '2012-07-05', '2012-07-18')).toBe(
      wordsAt(files, '2012-07-05', '2012-07-18')
    )
  })

  test('adds nothing when it is said once more', () => {
    const more = toestand(2, artikel(old + second + back(change)))
    const tree = laid(empty, files)
    const {files: added} = importInto(tree, [more])
    expect(added.map(({path}) => path)).toEqual([
      expect.stringMatching(/import\/2012-07-01-2\.md$/u),
      'proef/NOTES.md'
    ])
  })
})

test('it reaches back before the first text where the text holds that long', () => {
  const far = {...change, since: '2011-01-01'}
  const {files} = importInto(empty, [
    toestand(0, artikel(old + second + back(far)))
  ])
  expect(files.map(({path}) => path)).toContainEqual(
    expect.stringMatching(/artikel-1\/2011-01-01\.stb-2012-321\.md$/u)
  )
})

test('it was known from the day of publication that another text gives', () => {
  const known = artikel(fresh + second, 'publicatie_bron="2012-07-10"').replace(
    'Stb.2009-10',
    'Stb.2012-321'
  )
  const {files, proved} = importInto(empty, [
    later,
    toestand(0, known, '2013-01-01')
  ])
  const wijziging = files.find(({path}) => path.endsWith('stb-2012-321.md'))
  expect(
    files.find(({path}) => path.endsWith('wijzigingen/stb-2012-321.md'))?.text
  ).toContain('bekend: 2012-07-10\n')
  expect(wijziging).toBeDefined()
  expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
})

describe('where the words of a change belong', () => {
  function readBack(own: string, words: string) {
    const {text} = toestand(0, artikel(own + back({...change, words})))
    const [unit] = text.units
    return {
      oddities: oddities(text),
      printed: (unit?.retroactive ?? []).map((one) => printText(one.text))
    }
  }

  test('an onderdeel stands in the list in which one is much like it', () => {
    const list = (a: string, b: string): string =>
      `<al>Er zijn:</al><lijst><li><li.nr>a.</li.nr><al>goederen:</al><lijst><li><li.nr>1°.</li.nr><al>${a};</al></li></lijst></li><li><li.nr>b.</li.nr><al>diensten:</al><lijst><li><li.nr>1°.</li.nr><al>${b}.</al></li></lijst></li></lijst>`
    const a = 'het vervoer van vers fruit over de weg en over het water'
    const b = 'het schoonmaken van trappen en gangen in een woongebouw'
    const words = `<lijst><li><li.nr>1°.</li.nr><al>${b}, en van de kelder;</al></li></lijst>`
    expect(readBack(list(a, b), words)).toEqual({
      oddities: [],
      printed: [
        `Er zijn:\na. goederen:\n    1°. ${a};\nb. diensten:\n    1°. ${b}, en van de kelder;\n`
      ]
    })
  })

  test('what can stand in two places is told, and left out', () => {
    const own = `<al>Er zijn:</al><lijst><li><li.nr>a.</li.nr><al>x:</al><lijst><li><li.nr>1°.</li.nr><al>een;</al></li></lijst></li><li><li.nr>b.</li.nr><al>y:</al><lijst><li><li.nr>1°.</li.nr><al>twee.</al></li></lijst></li></lijst>`
    const words =
      '<lijst><li><li.nr>1°.</li.nr><al>iets heel anders.</al></li></lijst>'
    expect(readBack(own, words)).toEqual({
      oddities: ['1 retroactive-text?'],
      printed: []
    })
  })
})
