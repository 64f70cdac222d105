// The life of a corpus, with the real program: what changed, for whom, what meets, and what is large.
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {type Workplace, workplace} from './cao.ts'

let place: Workplace
beforeAll(() => {
  place = workplace()
})
afterAll(() => place.remove())

const fixtures = path.join(import.meta.dirname, '../fixtures')
const regeling = ['--regeling', 'voorbeeld-regeling']
const end = ['--zicht', '2024-12-31']

/** Words of a text, however its lines were broken. */
const flat = (text: string): string => text.replace(/\s+/gu, ' ')

describe('cao log', () => {
  test('one unit, as known on a day: the columns of CVDR', () => {
    const {code, out, err} = place.cao(
      'log',
      '4:2',
      ...regeling,
      '--zicht',
      '2020-04-01'
    )
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(out).toBe(`Voorbeeldregeling arbeidsvoorwaarden gemeenten (fictief)
========================================================

Bekend      Inwerking-  Terugwerkend  Uitwerking-  Betreft                        Bron                     Kenmerk
            treding     t/m           treding
----------  ----------  ------------  -----------  -----------------------------  -----------------------  -------------
onbekend    onbekend                               sinds een niet vastgelegde
                                                   dag: artikel 4:2
2020-03-26  2020-04-01                2020-10-01   gewijzigd: artikel 4:2         Lbr. 20/003, 2020-03-26  LVA/2020/0033
                                                   – tweede lid: gewijzigd
2020-03-26  2020-10-01                             einde van de afwijking:        Lbr. 20/003, 2020-03-26  LVA/2020/0033
                                                   artikel 4:2

`)
  })

  test('a whole regeling as JSON: nothing later than zicht, what reaches back says so', () => {
    const {code, out} = place.cao(
      'log',
      '--regeling',
      'voorbeeld-cao',
      '--zicht',
      '2021-05-13',
      '--json'
    )
    expect(code).toBe(0)
    const {schema, logs} = JSON.parse(out)
    expect(schema).toBe('caoc/log/1')
    expect(logs).toHaveLength(1)
    const [{regeling: id, changes}] = logs
    expect(id).toBe('voorbeeld-cao')
    expect(changes).toContainEqual({
      zicht: '2021-05-12',
      geldig: '2021-04-01',
      inwerking: '2021-05-13',
      retroactive: true,
      unit: 'bijlage-1',
      soort: 'bijlage',
      nummer: '1',
      effects: [{kind: 'gewijzigd'}],
      wijzigingen: ['akkoord-2021-1']
    })
    const late = changes.filter(
      ({zicht}: {zicht: string}) => zicht > '2021-05-13'
    )
    expect(late).toEqual([])
  })

  test('in one municipality: its own days, and only what it adopted', () => {
    const {code, out} = place.cao(
      'log',
      'bijlage I',
      '--gemeente',
      'Modeldorp',
      ...end
    )
    expect(code).toBe(0)
    expect(out).toMatch(/^2021-06-23 +2021-06-24 .*Lbr\. 21\/002/mu)
    expect(out).not.toMatch(/22\/010|24\/008|car-uwo|CAR-UWO/u)
  })

  test('a concept that is named comes last', () => {
    const args = ['log', '4:4', ...regeling, ...end]
    const {code, out, err} = place.cao(...args, '--concept', 'lbr-25-001')
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(flat(out)).toMatch(
      /onbekend onbekend sinds een niet vastgelegde dag: artikel 4:4 nog niet 2025-07-01 gewijzigd: artikel 4:4 concept van ledenbrief Lbr\. – eerste lid: gewijzigd 25\/001 $/u
    )
  })
})

describe('cao adopted', () => {
  test('all of it, with the besluiten', () => {
    const {code, out, err} = place.cao(
      'adopted',
      '--gemeente',
      'Voorbeeldstad',
      ...end
    )
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(out).toMatch(/^.* \(fictief\): Voorbeeldstad \(gm9901\)\n=+\n\n/u)
    expect(out.match(/ vastgesteld +20\d\d\/\d{4}, /gu)).toHaveLength(17)
    expect(out).toMatch(/^Lbr\. 24\/008 .* nog niet$/mu)
    expect(out).not.toMatch(/revisie|concept|25\/001/u)
  })

  test('what is still open, and which part', () => {
    const {code, out} = place.cao(
      'adopted',
      '--gemeente',
      'GM9902',
      '--open',
      '--json',
      ...end
    )
    expect(code).toBe(0)
    const {schema, lists} = JSON.parse(out)
    expect(schema).toBe('caoc/adopted/1')
    expect(lists).toHaveLength(1)
    expect(lists[0]).toMatchObject({gemeente: 'Modeldorp', code: 'gm9902'})
    const states = lists[0].wijzigingen.map(
      ({id, state, open}: {id: string; state: string; open: string[]}) =>
        state === 'niet' ? id : `${id} ${state}: ${open.join()}`
    )
    expect(states).toEqual([
      'lbr-19-008',
      'lbr-20-009',
      'lbr-21-002 deels: bijlage-II/2021-02-01.lbr-21-002',
      'lbr-21-006',
      'lbr-21-009',
      'lbr-21-011',
      'lbr-22-007',
      'lbr-22-010',
      'lbr-23-003',
      'lbr-23-007',
      'lbr-24-008'
    ])
  })
})

describe('for whom', () => {
  const moment = ['--geldig', '2021-01-15', '--zicht', '2021-06-30']

  test('cao show: the own days of a municipality, and CAR alone where it is no UWO', () => {
    const there = place.cao(
      'show',
      'bijlage II',
      '--gemeente',
      'gm9901',
      ...moment
    )
    expect(there.code).toBe(0)
    expect(flat(there.out)).toContain(
      'Geldend in de gemeente Voorbeeldstad op 15 januari 2021'
    )
    expect(there.out).toContain('232,00')
    const elsewhere = place.cao('show', '2:9', '--gemeente', 'modeldorp')
    expect(elsewhere.out).toContain('3. (UWO, hier niet van toepassing)')
  })

  test('cao show --laag CAR keeps the national numbers', () => {
    const {code, out} = place.cao('show', '2:9', '--laag', 'car', ...regeling)
    expect(code).toBe(0)
    expect(out.match(/^\d\. /gmu)).toEqual(['1. ', '2. ', '3. ', '4. ', '5. '])
    expect(out).not.toMatch(/salarisschaal 11/u)
  })

  test('cao build: the code of the municipality is in the names; other regelingen are left out', () => {
    const args = ['build', '--gemeente', 'Voorbeeldstad', '--format', 'md']
    const {code, out} = place.cao(...args, ...moment)
    expect(code).toBe(0)
    expect(out).toMatch(
      /^ {2}publicatie\/voorbeeld-regeling\/2021-01-15-zicht-2021-06-30-gm9901-[0-9a-f]{8}\/voorbeeld-regeling-2021-01-15-gm9901\.md$/mu
    )
    expect(readdirSync(path.join(place.folder, 'publicatie'))).toEqual([
      'manifest.json',
      'voorbeeld-regeling'
    ])
    // What was built is what the golden of the whole text holds.
    const file = /publicatie\/.*\.md/u.exec(out)?.[0] ?? ''
    const golden = path.join(
      fixtures,
      'corpora/voorbeeld-regeling.2021-01-15.zicht-2021-06-30.Voorbeeldstad.md'
    )
    expect(readFileSync(path.join(place.folder, file), 'utf8')).toBe(
      readFileSync(golden, 'utf8')
    )
  })

  test('cao show --concept: the text as it would read, and that it is a concept', () => {
    const args = ['show', '4:4', ...regeling, '--geldig', '2025-07-01', ...end]
    expect(place.cao(...args).out).toContain('ten hoogste 72 uur')
    const {code, out, err} = place.cao(...args, '--concept', 'lbr-25-001')
    expect({code, err}).toEqual({code: 0, err: ''})
    expect(out).toContain('ten hoogste 108 uur')
    expect(out).toContain(
      'De tekst berust mede op concept Lbr. 25/001, niet uitgegeven.'
    )
  })

  test.each([
    [
      ['show', '2:9', '--gemeente', 'Nergens'],
      'Van `Nergens` is niet vastgelegd wat er is vastgesteld; wel van Voorbeeldstad (gm9901), Modeldorp (gm9902)'
    ],
    [
      ['adopted', '--gemeente', 'Nergens'],
      'Van `Nergens` is niet vastgelegd wat er is vastgesteld; wel van Voorbeeldstad (gm9901), Modeldorp (gm9902)'
    ],
    [
      ['adopted'],
      'Noem met `--gemeente` de gemeente, bij naam of code, als `gm0037`'
    ],
    [['show', '2:9', '--laag', 'UVO'], '`UVO` is geen laag; kies CAR of UWO'],
    [
      ['build', '--laag', 'CAR', '--regeling', 'voorbeeld-cao'],
      '`voorbeeld-cao` heeft geen laag CAR; laat `--laag` weg, of kies met `--regeling` een andere regeling'
    ],
    [
      ['show', '4:4', '--concept', 'lbr-24-008'],
      '`lbr-24-008` is geen wijziging in concept; er zijn `akkoord-2025-1`, `lbr-25-001`'
    ],
    [['log', '99:9'], '`99:9` is hier niet te vinden']
  ])('%j is a wrong call', (args, sentence) => {
    expect(place.cao(...args)).toMatchObject({
      code: 2,
      out: '',
      err: `${sentence}\n`
    })
  })
})

describe('cao samenloop', () => {
  const brief = (datum: string) =>
    `---\nsoort: ledenbrief\nonderwerp: x\ndatum: ${datum}\n---\n`
  const artikel = (nummer: number, text: string, more = 'basis: begin\n') =>
    `---\nnummer: ${nummer}\n${more}---\n\n${text}\n`
  const woven = 'articles/proef/artikel-1/2016-01-01.v+w.md'
  const byHand = 'articles/proef/artikel-2/2016-01-01.v+w.md'
  let own: Workplace
  beforeAll(() => {
    own = workplace('empty')
    const files = {
      'regeling.md': '---\nformaat: 1\ntitel: Proef\nroute: website\n---\n',
      'wijzigingen/w.md': brief('2015-06-01'),
      'wijzigingen/v.md': brief('2015-10-01'),
      'artikel-1/begin.md': artikel(1, '1. Een.\n2. Twee.', ''),
      'artikel-1/2015-09-01.v.md': artikel(1, '1. Een van v.\n2. Twee.'),
      'artikel-1/2016-01-01.w.md': artikel(1, '1. Een.\n2. Twee van w.'),
      'artikel-2/begin.md': artikel(2, 'Oud.', ''),
      'artikel-2/2016-01-01.v.md': artikel(2, 'Nieuw van v.'),
      'artikel-2/2016-01-01.w.md': artikel(2, 'Nieuw van w.')
    }
    for (const [file, text] of Object.entries(files)) {
      own.write(`articles/proef/${file}`, text)
    }
  })
  afterAll(() => own.remove())

  const exists = (file: string) => existsSync(path.join(own.folder, file))

  test('a proposal, and a collision of which both sides are shown; nothing is written', () => {
    const {code, out} = own.cao('samenloop')
    expect(code).toBe(0)
    expect(out).toContain(
      `Voorstel: ${woven}\n  ---\n  nummer: '1'\n  ---\n\n  1. Een van v.\n  2. Twee van w.\n`
    )
    expect(out).toContain(
      `schrijf zelf ${byHand}, met \`hand: true\` in de kop\n  Voorafgaand (2016-01-01.w):\n    Nieuw van w.\n\n  Deze tekst (2016-01-01.v):\n    Nieuw van v.\n`
    )
    expect(out).toMatch(
      /\n1 voorstel, 1 met de hand te schrijven; `cao samenloop --write` legt de voorstellen vast\n$/u
    )
    expect([exists(woven), exists(byHand)]).toEqual([false, false])
  })

  test('the same as JSON', () => {
    const {code, out} = own.cao('samenloop', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      schema: 'caoc/samenloop/1',
      proposals: [{path: woven}],
      collisions: [
        {
          version: 'articles/proef/artikel-2/2016-01-01.v.md',
          before: 'articles/proef/artikel-2/2016-01-01.w.md',
          woven: byHand
        }
      ]
    })
  })

  test('--write lays down what can be, says what is left, and goes away by cao undo', () => {
    const written = own.cao('samenloop', '--write')
    expect(written).toMatchObject({code: 0, out: `${woven}\n`})
    expect(written.err).toContain('Let op: Niet vastgelegd: ')
    expect(own.cao('check').err).toBe(
      '1 fout, 0 waarschuwingen in 10 bestanden\n'
    )
    expect(own.cao('undo')).toMatchObject({
      code: 0,
      out: `verwijderd ${woven}\n`
    })
    expect(exists(woven)).toBe(false)
  })

  test('a text written by hand settles the collision; then nothing is open', () => {
    own.cao('samenloop', '1', '--write')
    own.write(byHand, artikel(2, 'Nieuw van beide.', 'hand: true\n'))
    expect(own.cao('check', '--strict')).toMatchObject({code: 0, out: ''})
    expect(own.cao('samenloop', '--write')).toMatchObject({
      code: 0,
      out: 'Er staat geen samenloop open.\n'
    })
    const {out} = own.cao('show', '2', '--geldig', '2016-02-01')
    expect(out).toContain('Nieuw van beide.')
  })
})

describe('a large or odd checkout', () => {
  const places: Workplace[] = []
  afterEach(() => {
    for (const one of places.splice(0)) one.remove()
  })
  const make = (content: 'shipped' | 'empty'): Workplace => {
    const one = workplace(content)
    places.push(one)
    return one
  }

  test('all that is shipped, with CRLF: works, and is said once', () => {
    const own = make('shipped')
    const folder = path.join(own.folder, 'articles')
    const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
    const files = names.filter((name) => /\.(?:md|yaml)$/u.test(name))
    for (const name of files) {
      const file = path.join(folder, name)
      const text = readFileSync(file, 'utf8')
      writeFileSync(file, text.replaceAll('\n', '\r\n'))
    }
    const {code, out, err} = own.cao('check')
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(out).toContain('[line-ends]')
    expect(err).toMatch(/^0 fouten, 1 waarschuwing in \d+ bestanden\n$/u)
    expect(own.cao('fmt', '--check').code).toBe(0)
    const args = ['show', ...regeling, '--geldig', '2022-09-01', ...end]
    expect(own.cao(...args).out).toBe(place.cao(...args).out)
  })

  test('the corpus with every mistake is told of in one run', () => {
    const own = make('empty')
    cpSync(path.join(fixtures, 'gebroken'), path.join(own.folder, 'gebroken'), {
      recursive: true
    })
    const {code, out, err} = own.cao('check', '--articles', 'gebroken')
    expect(code).toBe(1)
    const golden = readFileSync(path.join(fixtures, 'gebroken.txt'), 'utf8')
    expect(out + err.replace(/ in \d+ bestanden/u, '')).toBe(golden)
  })

  test('10,000 wijzigingen on one artikel pass the check', () => {
    const own = make('empty')
    const base = path.join(own.folder, 'articles/proef')
    mkdirSync(path.join(base, 'wijzigingen'), {recursive: true})
    mkdirSync(path.join(base, 'artikel-1'))
    const dayOf = (n: number): string =>
      new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10)
    const write = (file: string, text: string) =>
      writeFileSync(path.join(base, file), text)
    write('regeling.md', '---\nformaat: 1\ntitel: Proef\nroute: website\n---\n')
    write('artikel-1/begin.md', '---\nnummer: 1\n---\n\nTekst 0.\n')
    // Each announced before the one before it holds, and the last withdrawn.
    let basis = 'begin'
    for (let n = 1; n <= 10_000; n++) {
      const name = `${dayOf(n + 20)}.w-${n}`
      write(
        `wijzigingen/w-${n}.md`,
        `---\nsoort: ledenbrief\nonderwerp: x\ndatum: ${dayOf(n)}\n---\n`
      )
      write(
        `artikel-1/${name}.md`,
        `---\nnummer: 1\nbasis: ${basis}\n---\n\nTekst ${n}.\n`
      )
      basis = name
    }
    write(
      'wijzigingen/i.md',
      `---\nsoort: ledenbrief\nonderwerp: x\ndatum: ${dayOf(10_001)}\ntrekt-in: w-10000\n---\n`
    )
    expect(own.cao('check', '--strict')).toMatchObject({
      code: 0,
      out: '',
      err: '0 fouten, 0 waarschuwingen in 20003 bestanden\n'
    })
    const show = (day: string) => own.cao('show', '1', '--geldig', day).out
    expect(show(dayOf(11_000))).toMatch(/\nTekst 9999\.\n$/u)
  }, 180_000)

  test('two caoc at once: each lays its own down; of one name only one wins', async () => {
    const own = make('empty')
    own.cao('init', 'proef')
    const start = async (...args: readonly string[]) => {
      const cli = path.join(import.meta.dirname, '../../dist/cli.js')
      const child = spawn(process.execPath, [cli, ...args], {
        cwd: own.folder,
        stdio: ['ignore', 'ignore', 'pipe']
      })
      let err = ''
      child.stderr.on('data', (chunk) => {
        err += chunk
      })
      const [code] = await once(child, 'close')
      return {code, err}
    }
    const wijziging = (id: string) =>
      start('new', 'wijziging', id, '--onderwerp', id, '--datum', '2026-03-02')
    const [a, b, same, checked] = await Promise.all([
      wijziging('lbr-1'),
      wijziging('lbr-2'),
      wijziging('lbr-1'),
      start('check')
    ])
    expect(b?.code).toBe(0)
    expect([a?.code, same?.code].toSorted()).toEqual([0, 2])
    expect(a?.err + same?.err).toMatch(/`lbr-1` .*(?:bestaat|is er) al/u)
    expect(checked?.code).toBe(0)
    const folder = path.join(own.folder, 'articles/proef/wijzigingen')
    expect(readdirSync(folder)).toEqual(['lbr-1.md', 'lbr-2.md'])
    expect(own.cao('undo').code).toBe(0)
    expect(own.cao('undo').code).toBe(0)
    expect(existsSync(folder)).toBe(false)
  })
})
