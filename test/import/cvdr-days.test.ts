import {describe, expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import {printText} from '../../src/dialect/print.ts'
import {hashText} from '../../src/hash/sha256.ts'
import type {DatedText} from '../../src/import/plan.ts'
import type {IsoDate, SourceTree} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import type {LaidFile} from '../../src/pipeline/import-files.ts'
import {readString, textOf} from './read/texts.ts'
import {empty, importInto, laid} from './texts.ts'

// What the metadata of a CVDR text say of its days; all words are ours.

interface Meta {
  readonly van: string
  readonly tot?: string
  readonly terug?: string
  readonly betreft?: string
  readonly noot?: string
}

function cvdr(
  {van, tot, terug, betreft, noot}: Meta,
  words = 'De ambtenaar heeft recht op verlof.'
): DatedText {
  const field = (name: string, value: string | undefined): string =>
    value === undefined
      ? ''
      : `<overheidrg:${name}>${value}</overheidrg:${name}>\n`
  const xml = `<cvdr xmlns:dcterms="d" xmlns:overheidrg="o"><meta><owmskern><dcterms:identifier>CVDR999200_1</dcterms:identifier></owmskern><owmsmantel><dcterms:isFormatOf>gmb-${van}</dcterms:isFormatOf></owmsmantel><cvdripm>
${field('inwerkingtredingDatum', van)}${field('uitwerkingtredingDatum', tot)}${field('terugwerkendekrachtDatum', terug)}${field('betreft', betreft)}${field('redactioneleToevoeging', noot && `<al>${noot}</al>`)}</cvdripm></meta><body><intitule>Verzonnen regeling</intitule><regeling><regeling-tekst><artikel><kop><label>Artikel</label><nr>1</nr></kop><al>${words}</al></artikel></regeling-tekst></regeling></body></cvdr>`
  const text = textOf(readString(xml, `${van}.xml`))
  return {text, day: van as IsoDate, sha256: hashText(xml)}
}

function imported(texts: readonly DatedText[], tree: SourceTree = empty) {
  const {files, proved, findings} = importInto(tree, texts)
  const remarks = proved.flatMap(({told}) => told.remarks)
  return {
    files,
    findings,
    differences: proved.flatMap(({proof}) => proof.differences),
    regeling: textIn(files, 'regeling.md'),
    remarks: remarks.map(
      ({kind, message, mended, place}) =>
        `${place.line} ${kind}${mended ? '' : '?'} ${message}`
    )
  }
}

function textIn(files: readonly LaidFile[], name: string): string | undefined {
  return files.find(({path}) => path.endsWith(`/${name}`))?.text
}

const van = '2020-03-01'
const ingetrokken =
  'Deze regeling wordt ingetrokken door het besluit van 17 december 2021.'

describe('the day on which a text ends', () => {
  const tot = '2022-01-01'

  test('is that of the regeling when the source says that it was withdrawn', () => {
    const {regeling, remarks, findings, differences} = imported([
      cvdr({van, tot, noot: ingetrokken})
    ])
    expect(regeling).toContain(`route: website\ntot: ${tot}\nbron:`)
    expect(remarks).toEqual([
      '3 regeling-ended De regeling is volgens de bron ingetrokken en geldt niet meer met ingang van 2022-01-01; `tot: 2022-01-01` staat in `regeling.md`'
    ])
    expect({findings, differences}).toEqual({findings: [], differences: []})
  })

  test.each([
    undefined,
    'Deze bijlage is ingetrokken.',
    'Deze regeling wordt niet ingetrokken.',
    'Deze regeling is ingetrokken voor zover zij over verlof gaat.',
    'Deze regeling is ingetrokken met ingang van 1 juli 2025.',
    'Deze regeling is ingetrokken per juli.'
  ])('is for the author to judge otherwise: %s', (noot) => {
    const {regeling, remarks} = imported([
      cvdr({van, tot, ...(noot !== undefined && {noot})})
    ])
    expect(regeling).not.toContain('tot:')
    expect(remarks).toEqual([
      '3 text-ended? Deze tekst geldt volgens de bron niet meer met ingang van 2022-01-01; is de regeling toen geëindigd, schrijf dan `tot: 2022-01-01` in de kop van `regeling.md`, en kwam er een nieuwe tekst, lees dan die van 2022-01-01 in'
    ])
  })

  test('is nothing to tell when the next text begins then', () => {
    const next = cvdr({van: tot}, 'Er is geen verlof.')
    expect(imported([cvdr({van, tot}), next]).remarks).toEqual([])
  })

  test('leaves a gap when the next text begins later', () => {
    const next = cvdr({van: '2023-01-01'}, 'Er is geen verlof.')
    const {regeling, remarks} = imported([
      next,
      cvdr({van, tot, noot: ingetrokken})
    ])
    expect(regeling).not.toContain('tot:')
    expect(remarks).toEqual([
      '3 text-ended? Deze tekst geldt volgens de bron niet meer met ingang van 2022-01-01, maar de volgende ingelezen tekst is van 2023-01-01; lees ook de tekst van 2022-01-01 in, of ga na wat er tussen die dagen gold'
    ])
  })

  test('does not lie before its beginning', () => {
    expect(
      imported([cvdr({van, tot: van, noot: ingetrokken})]).remarks
    ).toEqual([
      '3 text-ended? Deze tekst geldt volgens de bron niet meer met ingang van 2020-03-01, en dat is niet na 2020-03-01, de dag van de tekst zelf; ga na welke van beide dagen juist is'
    ])
  })

  test('is told when regeling.md is there already, until it says so', () => {
    const tree = laid(empty, imported([cvdr({van: '2019-01-01'})]).files)
    const last = cvdr({van, tot, noot: ingetrokken}, 'Er is geen verlof.')
    const {remarks} = imported([last], tree)
    expect(remarks).toEqual([
      '3 text-ended? De regeling is volgens de bron ingetrokken en geldt niet meer met ingang van 2022-01-01; schrijf `tot: 2022-01-01` in de kop van `regeling.md`'
    ])
    expect(imported([last], withLine(tree, `tot: ${tot}`)).remarks).toEqual([])
  })

  test('a text behind the end that regeling.md gives', () => {
    const {files} = imported([cvdr({van, tot, noot: ingetrokken})])
    const next = cvdr({van: '2023-01-01'}, 'Er is geen verlof.')
    expect(imported([next], laid(empty, files)).remarks).toEqual([
      '1 ended-before? In `regeling.md` staat `tot: 2022-01-01`, maar deze tekst is van 2023-01-01; ga na of de regeling toen is geëindigd, en haal anders die regel weg'
    ])
  })
})

const decoder = new TextDecoder()

/** The tree with one more line in the head of regeling.md. */
function withLine(tree: SourceTree, line: string): SourceTree {
  return rewritten(tree, (path, text) => ({
    path,
    text: path.endsWith('/regeling.md')
      ? text.replace('bron:', `${line}\nbron:`)
      : text
  }))
}

function rewritten(
  tree: SourceTree,
  change: (path: string, text: string) => LaidFile
): SourceTree {
  const files = tree.files.map((file) =>
    change(file.path, 'bytes' in file ? decoder.decode(file.bytes) : '')
  )
  return laid(empty, files)
}

function wordsAt(tree: SourceTree, geldig: string) {
  const {corpus, findings} = compile(tree)
  const [regeling] = corpus.regelingen
  if (!regeling) throw new Error('geen regeling')
  const moment = {geldig: geldig as IsoDate, zicht: '9999-12-31' as IsoDate}
  const [unit] = consolidate(regeling, moment).units
  return {
    findings: findings.map(({message}) => message),
    words: unit && printText(unit.text),
    retroactive: unit?.retroactive
  }
}

describe('a change that reaches back', () => {
  const terug = '2020-01-01'
  const before = cvdr({van: '2019-01-01'})
  const after = cvdr({van, terug}, 'Er is geen verlof.')

  test('is told with what to write, and so it comes out', () => {
    const {files, remarks} = imported([before, after])
    expect(remarks).toEqual([
      '3 retroactive-day? De wijziging die deze tekst bracht, trad volgens de bron in werking op 2020-03-01 en werkt terug tot en met 2020-01-01; noem elke `2020-03-01.gmb-2020-03-01.md` voortaan `2020-01-01.gmb-2020-03-01.md`, zet in de kop daarvan de regel `onderdeel: A`, en zet in de kop van `wijzigingen/gmb-2020-03-01.md` de regel `onderdelen: {A: {inwerking: 2020-03-01}}`'
    ])
    const done = rewritten(laid(empty, files), (path, text) => ({
      path: path.replace('/2020-03-01.gmb-', '/2020-01-01.gmb-'),
      text: path.endsWith('wijzigingen/gmb-2020-03-01.md')
        ? text.replace(
            'bron:',
            'onderdelen: {A: {inwerking: 2020-03-01}}\nbron:'
          )
        : text.replace('basis:', 'onderdeel: A\nbasis:')
    }))
    expect(wordsAt(done, '2019-12-31').words).toBe(
      'De ambtenaar heeft recht op verlof.\n'
    )
    expect(wordsAt(done, terug)).toEqual({
      findings: [],
      words: 'Er is geen verlof.\n',
      retroactive: true
    })
  })

  test('of one text alone asks for the text before it', () => {
    expect(imported([after]).remarks).toEqual([
      '3 retroactive-day? De wijziging die deze tekst bracht, trad volgens de bron in werking op 2020-03-01 en werkt terug tot en met 2020-01-01; wat zij wijzigt, is aan deze tekst alleen niet te zien: lees haar met `--dates` en onder een andere naam in, samen met de tekst die vóór 2020-01-01 gold'
    ])
  })

  test('past another text warns of what came between', () => {
    const between = cvdr({van: '2020-02-01'}, 'Er is soms verlof.')
    const [remark] = imported([before, between, after]).remarks
    expect(remark).toContain(
      '. Ook de tekst van 2020-02-01 is ingelezen: kreeg een bepaling sinds 2020-01-01 al een versie, ga dan na hoe zij met terugwerkende kracht luidt'
    )
  })
})

describe('a new regeling', () => {
  test.each(['nieuwe regeling', 'Nieuwe regeling', 'Nieuwe verordening.'])(
    '%s: did not hold before its first day',
    (betreft) => {
      const text = cvdr({van, betreft})
      const {files, remarks} = imported([text])
      expect(remarks).toEqual([
        '3 first-day? Dit is volgens de bron een nieuwe regeling, en vóór 2020-03-01 gold deze tekst niet; schrijf `van: 2020-03-01` in de kop van `regeling.md`'
      ])
      const done = withLine(laid(empty, files), `van: ${van}`)
      expect(wordsAt(done, van).findings).toEqual([])
      expect(wordsAt(done, '2020-02-29').words).toBeUndefined()
    }
  )

  test('holds from the day to which it reaches back', () => {
    const text = cvdr({van, terug: '2020-01-01', betreft: 'nieuwe regeling'})
    expect(imported([text]).remarks).toEqual([
      '4 first-day? Dit is volgens de bron een nieuwe regeling, en vóór 2020-01-01 gold deze tekst niet: zij trad in werking op 2020-03-01 en werkt terug tot en met 2020-01-01; schrijf `van: 2020-01-01` in de kop van `regeling.md`'
    ])
  })

  test('is not told of a change, nor behind an earlier text', () => {
    expect(imported([cvdr({van, betreft: 'art. 3'})]).remarks).toEqual([])
    const texts = [
      cvdr({van: '2019-01-01'}),
      cvdr({van, betreft: 'nieuwe regeling'}, 'Er is geen verlof.')
    ]
    expect(imported(texts).remarks).toEqual([])
  })
})
