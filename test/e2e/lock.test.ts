import {existsSync, readFileSync, rmSync} from 'node:fs'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {z} from 'zod'
import {type Workplace, workplace} from './cao.ts'

let place: Workplace
beforeEach(() => {
  place = workplace('empty')
  for (const [file, text] of Object.entries(proef)) place.write(file, text)
})
afterEach(() => place.remove())

const base = 'articles/proef'
const lockFile = `${base}/lock.json`

function brief(datum: string, more = ''): string {
  return `---\nsoort: ledenbrief\nonderwerp: proef\ndatum: ${datum}\n${more}---\n`
}

function artikel(nummer: string, text: string, more = ''): string {
  return `---\nnummer: '${nummer}'\n${more}---\n\n${text}\n`
}

/** Two wijzigingen that meet in artikel 1, where a text is woven of both; a third is a concept. */
const proef: Readonly<Record<string, string>> = {
  [`${base}/regeling.md`]:
    '---\nformaat: 1\ntitel: Proefregeling\nroute: website\n---\n',
  [`${base}/wijzigingen/lbr-1.md`]: brief('2015-01-01'),
  [`${base}/wijzigingen/lbr-2.md`]: brief('2015-02-01'),
  [`${base}/wijzigingen/lbr-3.md`]: brief('2015-03-01', 'concept: true\n'),
  [`${base}/artikel-1/begin.md`]: artikel('1', 'Eén begin.'),
  [`${base}/artikel-1/2015-06-01.lbr-1.md`]: artikel(
    '1',
    'Eén, gewijzigd.',
    'basis: begin\n'
  ),
  [`${base}/artikel-1/2015-07-01.lbr-2.md`]: artikel(
    '1',
    'Eén, ook gewijzigd.',
    'basis: begin\n'
  ),
  [`${base}/artikel-1/2015-07-01.lbr-1+lbr-2.md`]: artikel(
    '1',
    'Eén, door beide gewijzigd.',
    'hand: true\n'
  ),
  [`${base}/artikel-2/2015-06-01.lbr-1.md`]: artikel('2', 'Twee, nieuw.'),
  [`${base}/artikel-2/2015-08-01.lbr-3.md`]: artikel(
    '2',
    'Twee, nog een concept.',
    'basis: 2015-06-01.lbr-1\n'
  )
}

const ofOne = [
  'artikel-1/2015-06-01.lbr-1.md',
  'artikel-2/2015-06-01.lbr-1.md',
  'wijzigingen/lbr-1.md'
]
const ofTwo = ['artikel-1/2015-07-01.lbr-2.md', 'wijzigingen/lbr-2.md']
const woven = 'artikel-1/2015-07-01.lbr-1+lbr-2.md'

function at(file: string): string {
  return path.join(place.folder, file)
}

function read(file: string): string {
  return readFileSync(at(file), 'utf8')
}

function change(file: string, how: (text: string) => string): void {
  place.write(file, how(read(file)))
}

/** Places that the lock has, by wijziging. */
function locked(): Readonly<Record<string, readonly string[]>> {
  const {wijzigingen} = JSON.parse(read(lockFile))
  return Object.fromEntries(
    Object.entries(wijzigingen).map(([id, entry]) => [
      id,
      Object.keys((entry as {bestanden: object}).bestanden)
    ])
  )
}

describe('cao lock', () => {
  test('locks the texts of one wijziging and itself, and then guards them', () => {
    expect(place.cao('lock', 'lbr-1')).toMatchObject({
      code: 0,
      out: `lbr-1: 3 bestanden vergrendeld in ${lockFile}\n`,
      err: ''
    })
    expect(locked()).toEqual({'lbr-1': ofOne})
    expect(place.cao('check')).toMatchObject({code: 0, out: ''})

    change(`${base}/artikel-2/2015-06-01.lbr-1.md`, (text) =>
      text.replace('nieuw', 'anders')
    )
    const {code, out} = place.cao('check')
    expect(code).toBe(1)
    expect(out).toBe(
      `${base}/artikel-2/2015-06-01.lbr-1.md:1:1 fout Dit bestand is gewijzigd nadat \`lbr-1\` is vergrendeld; zet de oude tekst terug; was de brief fout, gebruik dan \`cao rectify\`; geeft dit bestand de brief verkeerd weer, gebruik dan \`cao revise\` [lock-changed]\n`
    )
    expect(place.cao('build', '--format', 'md').code).toBe(1)
    expect(existsSync(at('publicatie/manifest.json'))).toBe(false)
  })

  test('a second time changes nothing, and is not written again', () => {
    place.cao('lock', 'lbr-1')
    // What is not written stays as it is, even with other line ends.
    change(lockFile, (text) => text.replaceAll('\n', '\r\n'))
    const before = read(lockFile)
    expect(place.cao('lock', 'lbr-1')).toMatchObject({
      code: 0,
      out: `lbr-1: 3 bestanden al vergrendeld in ${lockFile}\n`
    })
    expect(read(lockFile)).toBe(before)
  })

  test('a woven text comes with the last of its wijzigingen, whichever that is', () => {
    const both = {
      'lbr-1': [ofOne[0], woven, ...ofOne.slice(1)],
      'lbr-2': [woven, ...ofTwo]
    }
    place.cao('lock', 'lbr-1')
    expect(place.cao('lock', 'lbr-2').out).toBe(
      `lbr-2: 3 bestanden vergrendeld in ${lockFile}\n`
    )
    expect(locked()).toEqual(both)
    const text = read(lockFile)
    rmSync(at(lockFile))
    place.cao('lock', 'lbr-2', 'lbr-1')
    expect(read(lockFile)).toBe(text)
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
    const schema = JSON.parse(readFileSync('docs/schema/lock-1.json', 'utf8'))
    expect(z.fromJSONSchema(schema).safeParse(JSON.parse(text)).success).toBe(
      true
    )
  })

  test('a text that was woven later is asked for by check, and taken in', () => {
    place.cao('lock', 'lbr-1', 'lbr-2')
    const lock = JSON.parse(read(lockFile))
    for (const id of ['lbr-1', 'lbr-2']) {
      delete lock.wijzigingen[id].bestanden[woven]
    }
    place.write(lockFile, JSON.stringify(lock))
    const {code, out} = place.cao('check')
    expect(code).toBe(1)
    expect(out).toContain('doe dat met `cao lock lbr-1`')
    expect(place.cao('lock', 'lbr-1')).toMatchObject({
      code: 0,
      out: `lbr-1: 1 bestand erbij vergrendeld in ${lockFile}\n`
    })
    expect(place.cao('check').code).toBe(0)
  })

  test('--dry-run tells all of it and writes nothing', () => {
    expect(place.cao('lock', 'lbr-2', '--dry-run')).toMatchObject({
      code: 0,
      out: [
        `lbr-2: 2 bestanden te vergrendelen in ${lockFile}`,
        ...ofTwo.map((file) => `  ${base}/${file}`),
        ''
      ].join('\n')
    })
    expect(existsSync(at(lockFile))).toBe(false)
  })

  test('--all passes concepts over, and names what is new', () => {
    place.cao('lock', 'lbr-1')
    expect(place.cao('lock', '--all')).toMatchObject({
      code: 0,
      out: `lbr-1: 1 bestand erbij vergrendeld in ${lockFile}\nlbr-2: 3 bestanden vergrendeld in ${lockFile}\n`,
      err: '2 wijzigingen vergrendeld, 0 al eerder vergrendeld\n'
    })
    expect(Object.keys(locked())).toEqual(['lbr-1', 'lbr-2'])
    expect(place.cao('lock', '--all')).toMatchObject({
      code: 0,
      out: '',
      err: '0 wijzigingen vergrendeld, 2 al eerder vergrendeld\n'
    })
  })

  test('--list names what is locked, in any regeling', () => {
    expect(place.cao('lock', '--list')).toMatchObject({
      code: 0,
      out: '',
      err: '0 wijzigingen vergrendeld\n'
    })
    place.cao('lock', 'lbr-1')
    expect(place.cao('lock', '--list')).toMatchObject({
      code: 0,
      out: `lbr-1: 3 bestanden vergrendeld in ${lockFile}\n`,
      err: '1 wijziging vergrendeld\n'
    })
    expect(JSON.parse(place.cao('lock', '--list', '--json').out)).toEqual({
      schema: 'caoc/lock/1',
      dryRun: false,
      wijzigingen: [
        {
          regeling: 'proef',
          wijziging: 'lbr-1',
          state: 'locked',
          files: ofOne.map((file) => `${base}/${file}`)
        }
      ]
    })
  })

  test('a wijziging by the path of its file, and in one of two regelingen', () => {
    for (const file of ['regeling.md', 'wijzigingen/lbr-1.md']) {
      place.write(`articles/ander/${file}`, read(`${base}/${file}`))
    }
    const {code, err} = place.cao('lock', 'lbr-1')
    expect(code).toBe(2)
    expect(err).toBe(
      '`lbr-1` is er in meer dan één regeling: `ander`, `proef`; kies er een met `--regeling`\n'
    )
    expect(place.cao('lock', 'lbr-1', '--regeling', 'ander').out).toBe(
      'lbr-1: 1 bestand vergrendeld in articles/ander/lock.json\n'
    )
    expect(place.cao('lock', `${base}/wijzigingen/lbr-1.md`).out).toBe(
      `lbr-1: 3 bestanden vergrendeld in ${lockFile}\n`
    )
    expect(place.cao('lock', '--list', '--regeling', 'proef').err).toBe(
      '1 wijziging vergrendeld\n'
    )
  })
})

describe('cao lock refuses', () => {
  test.each([
    [
      [],
      'Noem een wijziging, als `cao lock lbr-15-069`, of gebruik `--all` of `--list`'
    ],
    [
      ['lbr-3'],
      '`lbr-3` is een concept en kan niet worden vergrendeld; haal `concept: true` weg zodra de brief is verzonden'
    ],
    [
      ['lbr-1', 'lbr-9'],
      'De wijziging `lbr-9` is er niet; bedoeld is misschien `lbr-1` of `lbr-2` of `lbr-3`'
    ],
    [['iets-heel-anders'], 'De wijziging `iets-heel-anders` is er niet'],
    [['../../etc/passwd'], 'De wijziging `../../etc/passwd` is er niet'],
    [['lbr-1', '--regeling', 'x'], 'De regeling `x` is er niet; er is `proef`'],
    [['lbr-1', '--all'], 'Bij `--all` hoort geen naam; laat een van beide weg'],
    [
      ['--all', '--list'],
      '`--all` en `--list` gaan niet samen; kies een van beide'
    ],
    [['--release'], 'Noem de wijziging, als `cao lock --release lbr-15-069`'],
    [['--release', 'lbr-1'], 'De wijziging `lbr-1` is niet vergrendeld']
  ])('%j', (args, sentence) => {
    expect(place.cao('lock', ...args)).toMatchObject({
      code: 2,
      out: '',
      err: `${sentence}\n`
    })
    expect(existsSync(at(lockFile))).toBe(false)
  })

  test('a fout in the files concerned, and only there', () => {
    place.write(`${base}/artikel-9/begin.md`, artikel('9', '- elders'))
    expect(place.cao('lock', 'lbr-2', '--dry-run').code).toBe(0)
    place.write(`${base}/artikel-8/2015-06-01.lbr-2.md`, artikel('8', '- hier'))
    const {code, out, err} = place.cao('lock', 'lbr-1', 'lbr-2')
    expect({code, out}).toEqual({code: 1, out: ''})
    expect(err).toMatch(
      /^articles\/proef\/artikel-8\/2015-06-01\.lbr-2\.md:5:1 fout .* \[label-form\]\n1 fout, 0 waarschuwingen\nEr is niets vergrendeld; verbeter eerst deze bestanden\n$/u
    )
    expect(existsSync(at(lockFile))).toBe(false)
    expect(place.cao('lock', 'lbr-1').code).toBe(0)
  })

  test.each([
    [
      'a misnamed version',
      `${base}/artikel-1/2015-13-01.lbr-1.md`,
      artikel('1', 'x'),
      '[file-name]'
    ],
    [
      'a wijziging that cannot be read',
      `${base}/wijzigingen/lbr-1.md`,
      'geen kop',
      '[front-matter]'
    ],
    [
      'a version that cannot be read',
      `${base}/artikel-2/2015-06-01.lbr-1.md`,
      'geen kop',
      '[front-matter]'
    ],
    [
      'a regeling that cannot be read',
      `${base}/regeling.md`,
      'geen kop',
      '[front-matter]'
    ]
  ])('%s', (_name, file, text, rule) => {
    place.write(file, text)
    const {code, err} = place.cao('lock', 'lbr-1')
    expect(code).toBe(1)
    expect(err).toContain(`${file}:`)
    expect(err).toContain(rule)
    expect(existsSync(at(lockFile))).toBe(false)
  })

  test('what is locked already with other bytes; with --all too', () => {
    place.cao('lock', 'lbr-1')
    const before = read(lockFile)
    change(
      `${base}/artikel-1/2015-06-01.lbr-1.md`,
      (text) => `${text}\nErbij.\n`
    )
    rmSync(at(`${base}/artikel-2/2015-06-01.lbr-1.md`))
    rmSync(at(`${base}/artikel-2/2015-08-01.lbr-3.md`))
    place.write(`${base}/artikel-3/2015-06-01.lbr-1.md`, artikel('3', 'Drie.'))
    for (const args of [['lbr-1'], ['lbr-2', 'lbr-1'], ['--all']]) {
      expect(place.cao('lock', ...args)).toMatchObject({
        code: 1,
        out: '',
        err: [
          'Er is niets vergrendeld: wat eerder is vergrendeld, is sindsdien anders geworden; `cao check` zegt wat te doen',
          `  ${base}/artikel-1/2015-06-01.lbr-1.md (gewijzigd)`,
          `  ${base}/artikel-2/2015-06-01.lbr-1.md (is er niet meer)`,
          `  ${base}/artikel-3/2015-06-01.lbr-1.md (toegevoegd)`,
          ''
        ].join('\n')
      })
    }
    expect(read(lockFile)).toBe(before)
    // Another wijziging has nothing to do with it.
    expect(place.cao('lock', 'lbr-2').code).toBe(0)
  })

  test.each([
    ['corrupt', '{"formaat": 1, "wijzigingen": {', 'niet te lezen'],
    ['newer', '{"formaat": 2}', 'nieuwere versie van caoc'],
    [
      'with a path outside',
      '{"formaat": 1, "wijzigingen": {"lbr-2": {"bestanden": {"../x.md": ""}}}}',
      'buiten de regeling'
    ],
    ['no UTF-8', Uint8Array.from([0x7b, 0xff, 0x7d]), 'geen UTF-8']
  ])('a lock that is %s, and leaves it as it is', (_name, lock, reason) => {
    place.write(lockFile, lock)
    const {code, err} = place.cao('lock', 'lbr-1')
    expect(code).toBe(1)
    expect(err).toContain(`${lockFile}:1:`)
    expect(err).toContain(reason)
    for (const args of [['--release', 'lbr-1'], ['--list']]) {
      const run = place.cao('lock', ...args)
      expect(run.code).toBe(1)
      expect(run.err).toContain(`\`${lockFile}\` is zo niet te gebruiken`)
    }
    expect(readFileSync(at(lockFile))).toEqual(Buffer.from(lock))
  })
})

describe('cao lock --release', () => {
  test('takes a wijziging out again, and what was woven with it, with a warning', () => {
    place.cao('lock', 'lbr-1', 'lbr-2')
    const planned = place.cao('lock', '--release', 'lbr-1', '--dry-run')
    expect(planned.out).toMatch(/^lbr-1: 4 bestanden te ontgrendelen in /u)
    expect(planned.err).toBe('')
    expect(Object.keys(locked())).toEqual(['lbr-1', 'lbr-2'])

    expect(place.cao('lock', '--release', 'lbr-1')).toMatchObject({
      code: 0,
      out: `lbr-1: 4 bestanden niet meer vergrendeld in ${lockFile}\n`,
      err: 'Let op: ontgrendel alleen wat bij vergissing is vergrendeld en nog niet is verzonden. Is de brief al verzonden, vergrendel dan opnieuw, en gebruik `cao rectify` of `cao revise`\n'
    })
    expect(locked()).toEqual({'lbr-2': ofTwo})
    change(
      `${base}/artikel-1/2015-06-01.lbr-1.md`,
      (text) => `${text}\nErbij.\n`
    )
    expect(place.cao('check').code).toBe(0)
    place.cao('lock', '--release', 'lbr-2')
    expect(read(lockFile)).toBe('{\n  "formaat": 1,\n  "wijzigingen": {}\n}\n')
  })

  test('also what has changed or gone since', () => {
    place.cao('lock', 'lbr-2')
    rmSync(at(`${base}/wijzigingen/lbr-2.md`))
    expect(place.cao('lock', '--release', 'lbr-2').code).toBe(0)
    expect(locked()).toEqual({})
  })
})

test.each([
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['NFD', (text: string) => text.normalize('NFD')]
])(
  'a checkout with %s is the same text for check, lock and fmt',
  (_name, how) => {
    place.cao('lock', '--all')
    for (const file of [...Object.keys(proef), lockFile]) change(file, how)
    expect(place.cao('check').out).not.toContain('lock')
    expect(place.cao('lock', '--all').err).toContain('2 al eerder vergrendeld')
    expect(place.cao('fmt').code).toBe(0)
    expect(place.cao('check').out).not.toContain('lock')
  }
)

describe('cao fmt and locked files', () => {
  const file = `${base}/artikel-1/2015-06-01.lbr-1.md`
  const loose = artikel('1', '1.   Eén.\n2.   Twee.', 'basis: begin\n')

  test('a locked file stays as it is, and is named; an unlocked one is written', () => {
    place.write(file, loose)
    place.write(`${base}/artikel-1/begin.md`, artikel('1', '1.   Eén.'))
    place.cao('lock', 'lbr-1')
    const looked = place.cao('fmt', '--check')
    expect(looked).toMatchObject({
      code: 1,
      out: `${base}/artikel-1/begin.md\n`
    })
    expect(place.cao('fmt')).toMatchObject({
      code: 0,
      out: `${base}/artikel-1/begin.md\n`,
      err: `${file}: ongewijzigd, want vergrendeld\n1 van 10 bestanden in huisvorm gezet\n`
    })
    expect(read(file)).toBe(loose)
    expect(place.cao('check').code).toBe(0)
    expect(place.cao('fmt', '--check').code).toBe(0)
    expect(JSON.parse(place.cao('fmt', '--json').out)).toEqual({
      changed: [],
      left: [],
      locked: [file]
    })
  })

  test('what goes back to its locked form is written', () => {
    place.cao('lock', 'lbr-1')
    change(file, (text) => text.replace('Eén,', 'Eén,  '))
    expect(place.cao('check').code).toBe(1)
    expect(place.cao('fmt')).toMatchObject({code: 0, out: `${file}\n`})
    expect(place.cao('check').code).toBe(0)
  })

  test('with a lock that cannot be read, no text of its regeling is written', () => {
    place.write(file, loose)
    place.write(lockFile, '{')
    expect(place.cao('fmt')).toMatchObject({
      code: 1,
      out: '',
      err: `${file}: ongewijzigd, want \`lock.json\` is niet te lezen; zie \`cao check\`\n0 van 10 bestanden in huisvorm gezet\n`
    })
    expect(read(file)).toBe(loose)
  })
})
