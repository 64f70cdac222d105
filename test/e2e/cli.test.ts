import {createHash} from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Workplace, workplace} from './cao.ts'

let place: Workplace
beforeAll(() => {
  place = workplace('car-uwo')
})
afterAll(() => place.remove())

/** Words of a text, however its lines were broken. */
const flat = (text: string): string => text.replace(/\s+/gu, ' ')

// All other tests run the program in one thread; here it is a process, as for people.
test.each<[number, readonly string[]]>([
  [0, ['show', '1:2c', '--geldig', '2016-01-01', '--zicht', '2016-01-01']],
  [0, ['show', '1:2c', '--geldig', '2016-01-01', '--format', 'json']],
  [0, ['check', '--strict']],
  [0, ['lock', 'lbr-15-069', '--dry-run']],
  [1, ['check', '--articles', 'weg']],
  [2, ['show', '1:2d']],
  [2, []]
])(
  'exit %i, and every byte, is the same in a process of its own: %j',
  (code, args) => {
    const {out, err, bytes, ...rest} = place.caoProcess(...args)
    expect(rest).toEqual({code})
    expect(place.cao(...args)).toEqual({code, out, err, bytes})
  }
)

describe('cao show', () => {
  test('1:2c before the letter: it does not exist, and since when it is known', () => {
    const {code, out} = place.cao(
      'show',
      '1:2c',
      '--geldig',
      '2015-09-05',
      '--zicht',
      '2015-09-05'
    )
    expect(code).toBe(0)
    expect(flat(out)).toContain(
      'Artikel 1:2c bestaat niet op 5 september 2015, naar wat bekend was op 5 september 2015'
    )
    expect(flat(out)).toContain('bekend sinds 7 september 2015 (Lbr. 15/069)')
    expect(out).not.toMatch(/^1\. In afwijking/mu)
  })

  test('1:2c after the letter: nine leden, with retroactive effect', () => {
    const {code, out} = place.cao(
      'show',
      '1:2c',
      '--geldig',
      '2015-09-05',
      '--zicht',
      '2015-09-08'
    )
    expect(code).toBe(0)
    const artikel = out.slice(0, out.lastIndexOf('Toelichting op artikel 1:2c'))
    expect(artikel.match(/^\d\. /gmu)).toEqual([
      '1. ',
      '2. ',
      '3. ',
      '4. ',
      '5. ',
      '6. ',
      '7. ',
      '8. ',
      '9. '
    ])
    expect(flat(out)).toContain(
      'met terugwerkende kracht tot en met 1 september 2015'
    )
  })

  test('1:2c in 2021: the regeling has ended, later wijzigingen are not included', () => {
    const {code, out} = place.cao('show', '1:2c', '--geldig', '2021-01-01')
    expect(code).toBe(0)
    expect(flat(out)).toContain(
      'De regeling geldt met ingang van 1 januari 2020 niet meer'
    )
    expect(flat(out)).toContain('latere wijzigingen zijn niet opgenomen')
    expect(out).not.toContain('In afwijking')
  })

  test.each([
    [['artikel', '1:2c']],
    [['artikel 1:2C']],
    [['artikel-1-2c']],
    [['art.', '1:2c']]
  ])('%j is artikel 1:2c', (words) => {
    const {out} = place.cao(
      'show',
      ...words,
      '--geldig',
      '2016-01-01',
      '--zicht',
      '2016-01-01',
      '--format',
      'json'
    )
    expect(JSON.parse(out)).toMatchObject({
      schema: 'caoc/consolidation/1',
      asked: {unit: 'artikel-1-2c', state: 'geldt'}
    })
  })

  test('a toelichting alone is named after its artikel', () => {
    const {out} = place.cao(
      'show',
      'toelichting',
      'op',
      'artikel',
      '1:2c',
      '--geldig',
      '2016-01-01'
    )
    expect(out).toContain('Toelichting op artikel 1:2c')
  })

  test('an unknown unit: the nearest is named, exit 2', () => {
    const {code, out, err} = place.cao('show', '1:2d')
    expect({code, out}).toEqual({code: 2, out: ''})
    expect(err).toContain(
      '`1:2d` is hier niet te vinden; bedoeld is misschien `artikel 1:2c`'
    )
  })

  test.each([['1:2c lid 2'], ['artikel 1:2c, tweede lid, onderdeel a']])(
    '%j: a lid is not asked for apart',
    (words) => {
      const {code, err} = place.cao('show', words)
      expect(code).toBe(2)
      expect(err).toMatch(
        /Een lid of onderdeel kan niet apart worden gevraagd; vraag naar `(?:artikel )?1:2c`/u
      )
    }
  )

  test('what was withdrawn is said never to have held', () => {
    const own = workplace('car-uwo')
    try {
      own.write(
        'articles/car-uwo/wijzigingen/w.md',
        '---\nsoort: ledenbrief\nonderwerp: x\nlbr: 14/001\ndatum: 2014-01-01\n---\n'
      )
      own.write(
        'articles/car-uwo/wijzigingen/i.md',
        '---\nsoort: ledenbrief\nonderwerp: x\nlbr: 14/002\ndatum: 2014-02-01\ntrekt-in: w\n---\n'
      )
      own.write(
        'articles/car-uwo/hoofdstuk-1/artikel-1-9/2014-06-01.w.md',
        "---\nnummer: '1:9'\n---\n\ntekst\n"
      )
      const ask = (zicht: string) =>
        flat(
          own.cao('show', '1:9', '--geldig', '2014-07-01', '--zicht', zicht).out
        )
      expect(ask('2014-03-01')).toContain(
        'De eerste tekst zou gelden met ingang van 1 juni 2014, bekend sinds 1 januari 2014 (Lbr. 14/001), maar is op 1 februari 2014 ingetrokken (Lbr. 14/002)'
      )
      expect(ask('2014-01-15')).toContain(
        'Zoals aangekondigd geldend op 1 juli 2014'
      )
    } finally {
      own.remove()
    }
  })

  test('a PDF goes to standard output as it is', () => {
    const {code, bytes} = place.cao(
      'show',
      '1:2c',
      '--geldig',
      '2016-01-01',
      '--format',
      'pdf'
    )
    expect(code).toBe(0)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('cao build', () => {
  const args = ['build', '--geldig', '2016-01-01', '--zicht', '2016-01-01']
  const manifestIn = (workfolder: string) => {
    const file = path.join(workfolder, 'publicatie/manifest.json')
    return JSON.parse(readFileSync(file, 'utf8'))
  }

  test('all formats, named by a manifest whose hashes are right; twice gives the same bytes', () => {
    expect(place.cao(...args).code).toBe(0)
    const manifest = manifestIn(place.folder)
    const [publication] = manifest.publications
    expect(publication.files.map(({name}: {name: string}) => name)).toEqual([
      'car-uwo-2016-01-01.html',
      'car-uwo-2016-01-01.json',
      'car-uwo-2016-01-01.md',
      'car-uwo-2016-01-01.pdf',
      'car-uwo-2016-01-01.txt'
    ])
    for (const {name, bytes, sha256} of publication.files) {
      const content = readFileSync(
        path.join(place.folder, 'publicatie', publication.folder, name)
      )
      expect(content.length).toBe(bytes)
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
    rmSync(path.join(place.folder, 'publicatie'), {recursive: true})
    expect(place.cao(...args).code).toBe(0)
    expect(manifestIn(place.folder)).toEqual(manifest)
  })

  test('another day stands beside it; a new text of the same day takes its place', () => {
    const own = workplace('car-uwo')
    try {
      own.cao(
        'build',
        '--geldig',
        '2016-01-01',
        '--zicht',
        '2016-01-01',
        '--format',
        'md'
      )
      const [before] = manifestIn(own.folder).publications
      own.cao(
        'build',
        '--geldig',
        '2017-01-01',
        '--zicht',
        '2016-01-01',
        '--format',
        'md'
      )
      expect(manifestIn(own.folder).publications).toHaveLength(2)
      const file = path.join(
        own.folder,
        'articles/car-uwo/bijlage-IIa/2015-09-01.lbr-15-069.md'
      )
      writeFileSync(file, `${readFileSync(file, 'utf8')}\nErbij.\n`)
      own.cao(
        'build',
        '--geldig',
        '2016-01-01',
        '--zicht',
        '2016-01-01',
        '--format',
        'md'
      )
      const [after] = manifestIn(own.folder).publications
      expect(after.folder).not.toBe(before.folder)
      expect(() =>
        readFileSync(
          path.join(own.folder, 'publicatie', before.folder, 'manifest.json')
        )
      ).toThrow()
    } finally {
      own.remove()
    }
  })

  test('without a day, a regeling that has ended gives its last day', () => {
    const {code, out} = place.cao('build', '--format', 'md', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      {geldig: '2019-12-31', state: 'geldt'}
    ])
  })

  test('with a fout nothing is written', () => {
    const own = workplace('car-uwo')
    try {
      own.write(
        'articles/car-uwo/bijlage-IIa/2015-10-01.onbekend.md',
        '---\nnummer: IIa\n---\n\ntekst\n'
      )
      const {code, err} = own.cao(...args)
      expect(code).toBe(1)
      expect(err).toContain('[wijziging-unknown]')
      expect(() =>
        readFileSync(path.join(own.folder, 'publicatie/manifest.json'))
      ).toThrow()
    } finally {
      own.remove()
    }
  })
})

describe('cao check and fmt', () => {
  test('the shipped corpus is clean and in house form', () => {
    expect(place.cao('check', '--strict')).toMatchObject({code: 0, out: ''})
    expect(place.cao('fmt', '--check')).toMatchObject({code: 0, out: ''})
  })

  test('findings as JSON', () => {
    const own = workplace('car-uwo')
    try {
      own.write(
        'articles/car-uwo/artikel-9/begin.md',
        '---\nnummer: 9\n---\n\n- x\n'
      )
      const {code, out} = own.cao('check', '--json')
      expect(code).toBe(1)
      expect(JSON.parse(out)).toMatchObject({
        schema: 'caoc/findings/1',
        findings: [
          {
            path: 'articles/car-uwo/artikel-9/begin.md',
            line: 5,
            column: 1,
            severity: 'fout',
            rule: 'label-form',
            fix: '–'
          }
        ]
      })
    } finally {
      own.remove()
    }
  })

  test('fmt changes form and not a word; front matter and line ends stay', () => {
    const own = workplace('empty')
    try {
      own.write(
        'articles/proef/artikel-1/begin.md',
        '\uFEFF---\r\nnummer:   "1"\r\n---\r\n1. Lid:\r\n\r\n  a. x\r\n  b. y\r\n'
      )
      const {code, out} = own.cao('fmt')
      expect({code, out}).toEqual({
        code: 0,
        out: 'articles/proef/artikel-1/begin.md\n'
      })
      const file = path.join(own.folder, 'articles/proef/artikel-1/begin.md')
      expect(readFileSync(file, 'utf8')).toBe(
        '---\r\nnummer:   "1"\r\n---\r\n\r\n1. Lid:\r\n    a. x\r\n    b. y\r\n'
      )
      expect(own.cao('fmt', '--check').code).toBe(0)
    } finally {
      own.remove()
    }
  })

  test('fmt leaves a text with a fout as it is', () => {
    const own = workplace('empty')
    try {
      const text = '---\nnummer: 1\n---\n\n-  x\n'
      own.write('articles/proef/artikel-1/begin.md', text)
      expect(own.cao('fmt').code).toBe(1)
      expect(
        readFileSync(
          path.join(own.folder, 'articles/proef/artikel-1/begin.md'),
          'utf8'
        )
      ).toBe(text)
    } finally {
      own.remove()
    }
  })
})

describe('a wrong call', () => {
  test.each([
    [['bouw'], 'De opdracht `bouw` bestaat niet'],
    [['show', '--dag', 'x'], 'De optie `--dag` bestaat niet'],
    [['show', '--geldig'], 'ontbreekt de waarde'],
    [
      ['show', '1:2c', '--geldig', '2015-02-30'],
      '`2015-02-30` is geen bestaande dag'
    ],
    [['show', '1:2c', '--format', 'docx'], '`docx` is geen vorm'],
    [
      ['build', '--regeling', 'xyz'],
      'De regeling `xyz` is er niet; er is `car-uwo`'
    ],
    [['fmt', '../elders'], 'is geen tekst in `articles`'],
    [['check', 'te', 'veel'], 'Er staat te veel achter deze opdracht']
  ])('%j', (args, sentence) => {
    const {code, out, err} = place.cao(...args)
    expect({code, out}).toEqual({code: 2, out: ''})
    expect(err).toContain(sentence)
  })

  test('help is Dutch and has examples', () => {
    const {code, out} = place.cao('--help')
    expect(code).toBe(0)
    for (const verb of ['build', 'show', 'check', 'fmt', 'doctor']) {
      const help = place.cao(verb, '--help').out
      expect(out).toContain(verb)
      expect(help).toContain('Voorbeelden:')
      expect(help + out).not.toMatch(
        /\b(?:Usage|Options|Commands|Arguments|display|output the|default)\b/u
      )
    }
  })
})

describe('bad input', () => {
  const inEmpty = (act: (own: Workplace) => void): void => {
    const own = workplace('empty')
    try {
      act(own)
    } finally {
      own.remove()
    }
  }

  test('no folder', () => {
    inEmpty((own) => {
      const {code, err} = own.cao('build')
      expect(code).toBe(1)
      expect(err).toContain('`articles`')
    })
  })

  test('an empty corpus', () => {
    inEmpty((own) => {
      mkdirSync(path.join(own.folder, 'articles'))
      const {code, out} = own.cao('check')
      expect(code).toBe(1)
      expect(out).toContain('[corpus-empty]')
    })
  })

  test('a folder where a file should be, a link out, 50 MB, no UTF-8, a bomb: one run shows all', () => {
    inEmpty((own) => {
      const base = 'articles/proef'
      own.write(
        `${base}/regeling.md`,
        '---\nformaat: 1\ntitel: Proef\nroute: website\n---\n'
      )
      mkdirSync(path.join(own.folder, base, 'artikel-1/begin.md'), {
        recursive: true
      })
      mkdirSync(path.join(own.folder, base, 'artikel-2'), {recursive: true})
      symlinkSync(
        '/etc/passwd',
        path.join(own.folder, base, 'artikel-2/begin.md')
      )
      own.write(`${base}/artikel-3/begin.md`, '---\n')
      truncateSync(
        path.join(own.folder, base, 'artikel-3/begin.md'),
        50_000_000
      )
      own.write(`${base}/artikel-4/begin.md`, Uint8Array.from([0xff, 0xfe, 0]))
      const bomb = [
        'a0: &a0 [x]',
        ...Array.from(
          {length: 30},
          (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(10)}]`
        )
      ]
      own.write(`${base}/artikel-5/begin.md`, `---\n${bomb.join('\n')}\n---\n`)
      own.write(
        `${base}/artikel-6/begin.md`,
        `---\nnummer: ${'['.repeat(9000)}\n---\n`
      )
      own.write(
        `${base}/artikel-7/begin.md`,
        '---\nnummer: ../../../etc/passwd\n---\n'
      )
      const {code, out, err} = own.cao('check')
      expect(code).toBe(1)
      expect(err).toMatch(/^\d+ fouten/u)
      for (const n of [1, 2, 3, 4, 5, 6, 7]) {
        expect(out).toContain(`${base}/artikel-${n}/begin.md`)
      }
      expect(out).not.toContain('root:')
    })
  })

  test('a file that cannot be read', ({skip}) => {
    if (process.getuid?.() === 0) skip('root mag alles lezen')
    inEmpty((own) => {
      own.write('articles/proef/regeling.md', 'x')
      chmodSync(path.join(own.folder, 'articles/proef/regeling.md'), 0)
      expect(own.cao('check').out).toContain('proef/regeling.md')
    })
  })

  test('an output folder that is a file', () => {
    place.write('bezet', 'x')
    const {code, err} = place.cao(
      'build',
      '--format',
      'md',
      '--output',
      'bezet'
    )
    expect(code).toBe(1)
    expect(err).toContain('`bezet`')
  })
})
