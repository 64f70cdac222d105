import {describe, expect, test} from 'vitest'
import {hashText} from '../../src/hash/sha256.ts'
import type {DatedText} from '../../src/import/plan.ts'
import type {IsoDate} from '../../src/model.ts'
import {readString, textOf} from './read/texts.ts'
import {empty, type Imported, importInto, laid} from './texts.ts'

// Toestanden in any order, with changes of which the day is known and changes
// that reach back of which it is not; all words are ours.

interface Back {
  readonly stb: string
  readonly force: string
  readonly words: string
}

interface Artikel {
  readonly nummer: string
  readonly words: string
  readonly stb?: string
  readonly published?: string
  readonly force?: string
  readonly back?: readonly Back[]
}

const since = '2012-07-01'

function backXml({stb, force, words}: Back): string {
  const [year, month, day] = force.split('-')
  return `<terugwerkende-kracht><terugwerkend.datum datum-scope="tot en met" isodatum="${since}">${since}</terugwerkend.datum><terugwerkende-kracht-opmerkingen><gegenereerde-tekst>Stb. 2012, ${stb}, datum inwerkingtreding ${day}-${month}-${year}, bevat een wijziging met terugwerkende kracht van dit artikel.</gegenereerde-tekst><al>${words}</al></terugwerkende-kracht-opmerkingen></terugwerkende-kracht>`
}

function artikelXml(artikel: Artikel): string {
  const {nummer, words, stb, published, force, back = []} = artikel
  const from = stb === undefined ? '' : ` bron="Stb.2012-${stb}"`
  const issued =
    published === undefined ? '' : ` publicatie_bron="${published}"`
  const inwerking = force === undefined ? '' : ` inwerking="${force}"`
  const about =
    back.length === 0
      ? ''
      : `<meta-data><terugwerkende-kracht-data>${back.map(backXml).join('')}</terugwerkende-kracht-data></meta-data>`
  return `<artikel${inwerking}${from}${issued}><kop><label>Artikel</label><nr>${nummer}</nr></kop><al>${words}</al>${about}</artikel>`
}

function toestand(
  day: string,
  artikelen: readonly Artikel[],
  expression = 0
): DatedText {
  const xml = `<toestand bwb-id="BWBR0999999" inwerkingtreding="${day}" bwb-ng-vast-deel="http://wetten.overheid.nl/id/BWBR0999999/${day}/${expression}"><wetgeving soort="wet"><intitule>Verzonnen wet</intitule><wet-besluit><wettekst>${artikelen.map(artikelXml).join('')}</wettekst></wet-besluit></wetgeving></toestand>`
  const text = textOf(readString(xml, `BWBR0999999_${day}_${expression}.xml`))
  return {text, day: day as IsoDate, sha256: hashText(xml)}
}

const eerst = 'Het verlof bedraagt ten hoogste tien dagen in een kalenderjaar.'
const dan = 'Het verlof bedraagt ten hoogste twaalf dagen in een kalenderjaar.'
const terug =
  'Het verlof bedraagt ten hoogste veertien dagen in een kalenderjaar.'
const verder =
  'Het verlof bedraagt ten hoogste zestien dagen in een kalenderjaar.'
const ander = 'De directeur beslist op een verzoek binnen zes weken.'

/** All is proved, at each stage, and nothing is wrong. */
function expectSound({proved, findings}: Imported): void {
  const all = proved.flatMap(({proof, back}) => [
    proof,
    ...back.map((one) => one.proof)
  ])
  expect(all.flatMap(({differences}) => differences)).toEqual([])
  expect(findings.filter(({severity}) => severity === 'fout')).toEqual([])
}

const dated = {stb: '200', published: '2012-02-01', force: since}

describe('a change that reaches back over one that was known before it', () => {
  const texts = [
    toestand('2012-01-01', [{nummer: '1', words: eerst}]),
    toestand(since, [{nummer: '1', words: dan, ...dated}]),
    toestand(
      since,
      [
        {
          nummer: '1',
          words: dan,
          ...dated,
          back: [{stb: '321', force: '2012-07-18', words: terug}]
        }
      ],
      1
    )
  ]

  test('is seen from its own day on, and the days of both are believed', () => {
    const all = importInto(empty, texts)
    expectSound(all)
    expect(
      all.proved.map(({zicht, back}) => [
        zicht,
        ...back.map((one) => one.zicht)
      ])
    ).toEqual([['alle'], ['2012-07-17'], ['2012-07-17', 'alle']])
    const wijziging = all.files.find(({path}) =>
      path.endsWith('wijzigingen/stb-2012-200.md')
    )
    expect(wijziging?.text).toContain('bekend: 2012-02-01\n')
  })
})

describe('changes that reach back and come to light out of order', () => {
  const late = {stb: '322', force: '2012-08-11', words: terug}
  const early = {stb: '321', force: '2012-07-18', words: verder}
  const one = (back: readonly Back[], expression: number): DatedText =>
    toestand(since, [{nummer: '1', words: dan, back}], expression)
  const texts = [
    toestand('2012-01-01', [{nummer: '1', words: eerst}]),
    one([], 0),
    one([late], 1),
    // The source names the later one first.
    one([late, early], 2)
  ]

  test('all at once', () => expectSound(importInto(empty, texts)))

  test('one by one', () => {
    let tree = empty
    for (const text of texts) {
      const outcome = importInto(tree, [text])
      expectSound(outcome)
      tree = laid(tree, outcome.files)
    }
  })
})

test('changes in force on one day are one stage: nobody ever saw the one without the other', () => {
  const force = '2012-07-18'
  const outcome = importInto(empty, [
    toestand('2012-01-01', [
      {nummer: '1', words: eerst},
      {nummer: '2', words: ander}
    ]),
    toestand(since, [
      {nummer: '1', words: eerst, back: [{stb: '321', force, words: dan}]},
      {
        nummer: '2',
        words: ander,
        back: [
          {stb: '322', force, words: `${ander} Hij kan die termijn verlengen.`}
        ]
      }
    ])
  ])
  expectSound(outcome)
  expect(outcome.proved[1]?.back.map(({inwerking}) => inwerking)).toEqual([
    force
  ])
})

describe('a text that comes between or before others', () => {
  const ends = [
    toestand('2012-01-01', [{nummer: '1', words: eerst}]),
    toestand(since, [{nummer: '1', words: dan, ...dated}]),
    toestand('2014-01-01', [{nummer: '1', words: terug}])
  ]

  test('without a day that is known, behind a change with one: later versions rest on what was known with them', () => {
    const tree = laid(empty, importInto(empty, ends).files)
    expectSound(
      importInto(tree, [toestand('2013-01-01', [{nummer: '1', words: verder}])])
    )
  })

  test('numbers that pass between units, before a day to which something reaches back', () => {
    const back = [
      {stb: '321', force: '2012-07-18', words: `${eerst} Meer niet.`}
    ]
    const tree = laid(
      empty,
      importInto(empty, [
        toestand(since, [
          {nummer: '1', words: eerst, back},
          {nummer: '2', words: ander}
        ])
      ]).files
    )
    const earlier = toestand('2012-01-01', [
      {nummer: '1', words: ander},
      {nummer: '2', words: eerst}
    ])
    const outcome = importInto(tree, [earlier])
    expectSound(outcome)
    expect(outcome.kept).toBe(1)
  })
})
