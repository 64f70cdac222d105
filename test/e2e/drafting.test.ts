import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Workplace, workplace} from './cao.ts'

let place: Workplace
beforeAll(() => {
  place = workplace('empty')
})
afterAll(() => place.remove())

const file = (name: string): string => path.join(place.folder, name)
const read = (name: string): string => readFileSync(file(name), 'utf8')

/** Every file and folder of the workplace but the journal and what is published. */
function everything(): Readonly<Record<string, string>> {
  const names = readdirSync(place.folder, {recursive: true, encoding: 'utf8'})
  return Object.fromEntries(
    names
      .map((name) => name.split(path.sep).join('/'))
      .filter((name) => !/\.cao|^publicatie/u.test(name))
      .toSorted()
      .map((name) => [name, existsSync(`${file(name)}/.`) ? '' : read(name)])
  )
}

describe('a session', () => {
  test('init: a corpus that builds at once', () => {
    const {code, out, err} = place.cao(
      'init',
      'proef',
      '--titel',
      'Proef: regeling',
      '--lagen',
      'CAR,UWO'
    )
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      'articles/proef/regeling.md',
      'articles/proef/hoofdstuk-1/begin.md',
      'articles/proef/hoofdstuk-1/artikel-1-1/begin.md',
      'articles/proef/NOTES.md',
      '.gitattributes',
      ''
    ])
    expect(err).toContain('Verder: vul `regeling.md` aan')
    expect(read('.gitattributes')).toBe('articles/** -text\n')
    expect(place.cao('check', '--strict')).toMatchObject({code: 0, out: ''})
    expect(place.cao('fmt', '--check').code).toBe(0)
    const built = place.cao('build', '--format', 'md,html')
    expect(built.code).toBe(0)
    expect(built.out).toContain('Proef: regeling: tekst van')
    const again = place.cao('init', 'proef')
    expect(again).toMatchObject({code: 2, out: ''})
    expect(again.err).toBe(
      'De naam `proef` is in `articles` al in gebruik; kies een andere, als `cao init proef-2`\n'
    )
  })

  test('new wijziging, new version, edit, check, undo', () => {
    const start = everything()
    const decision = place.cao(
      'new',
      'wijziging',
      '--lbr',
      '26/012',
      '--onderwerp',
      'reiskosten',
      '--datum',
      '2026-03-02'
    )
    expect(decision.out).toBe('articles/proef/wijzigingen/lbr-26-012.md\n')
    expect(decision.err).toBe(
      'Verder: leg met `cao new version <eenheid> --wijziging lbr-26-012` de teksten neer die veranderen; `cao check` controleert de bronnen, en `cao undo` draait deze opdracht terug\n'
    )
    const one = place.cao(
      'new',
      'version',
      '1:1',
      '--wijziging',
      'lbr-26-012',
      '--geldig',
      '2026-07-01'
    )
    const version =
      'articles/proef/hoofdstuk-1/artikel-1-1/2026-07-01.lbr-26-012.md'
    expect(one).toMatchObject({code: 0, out: `${version}\n`})
    const two = place.cao(
      'new',
      'version',
      '1:1',
      '--wijziging',
      'lbr-26-012',
      '--new'
    )
    expect(two.out).toBe(
      'articles/proef/hoofdstuk-1/artikel-1-2/2026-07-01.lbr-26-012.md\n'
    )
    expect(two.err).toContain('Hierna meldt `cao check` ook:\n')
    const middle = everything()
    expect(place.cao('undo')).toMatchObject({
      code: 0,
      out: 'verwijderd articles/proef/hoofdstuk-1/artikel-1-2/2026-07-01.lbr-26-012.md\n',
      err: 'Teruggedraaid: `cao new version 1:1 --wijziging lbr-26-012 --new`\n'
    })
    expect(existsSync(file('articles/proef/hoofdstuk-1/artikel-1-2'))).toBe(
      false
    )
    const untouched = read(version)
    writeFileSync(file(version), untouched.replace('voorbeeld', 'eigen tekst'))
    expect(place.cao('check', '--strict')).toMatchObject({code: 0, out: ''})
    expect(place.cao('show', '1:1', '--geldig', '2026-07-01').out).toContain(
      'Dit artikel is een eigen tekst'
    )
    const refused = place.cao('undo')
    expect(refused).toMatchObject({code: 1, out: ''})
    expect(refused.err).toContain(
      `\`${version}\` is gewijzigd na \`cao new version 1:1 --wijziging lbr-26-012 --geldig 2026-07-01\`; er is niets teruggedraaid`
    )
    writeFileSync(file(version), untouched)
    expect(place.cao('undo', '--dry-run').out).toBe(`verwijdert ${version}\n`)
    expect(place.cao('undo').code).toBe(0)
    expect(place.cao('undo').code).toBe(0)
    expect(everything()).toEqual(start)
    expect(Object.keys(middle).length).toBeGreaterThan(
      Object.keys(start).length
    )
  })

  test('withdraw, date, rectify and revise', () => {
    const days = ['--datum', '2026-03-02']
    place.cao(
      'new',
      'wijziging',
      'a',
      '--onderwerp',
      'a',
      ...days,
      '--onderdelen',
      'A,B'
    )
    const to = ['--wijziging', 'a', '--geldig', '2030-07-01']
    place.cao('new', 'version', '1:1', ...to, '--onderdeel', 'A')
    place.cao(
      'new',
      'version',
      '1:1',
      ...to,
      '--onderdeel',
      'B',
      '--new',
      '--toelichting'
    )
    const moved = place.cao(
      'date',
      'a#A',
      '--geldig',
      '2031-01-01',
      '--wijziging',
      'b',
      '--onderwerp',
      'b',
      '--datum',
      '2026-04-01'
    )
    expect(moved.out).toBe('articles/proef/wijzigingen/b.md\n')
    const withdrawn = place.cao('withdraw', 'a#B', '--wijziging', 'b')
    expect(withdrawn).toMatchObject({
      code: 0,
      out: 'articles/proef/wijzigingen/b.md (gewijzigd)\n'
    })
    expect(read('articles/proef/wijzigingen/b.md')).toBe(
      '---\nsoort: ledenbrief\nonderwerp: b\ndatum: 2026-04-01\nstelt-vast:\n  a#A: {geldig: 2031-01-01}\ntrekt-in: a#B\n---\n'
    )
    const rectified = place.cao(
      'rectify',
      'a',
      'artikel',
      '1:1',
      '--wijziging',
      'c',
      '--onderwerp',
      'c',
      '--datum',
      '2026-05-01'
    )
    expect(rectified.out).toBe(
      'articles/proef/wijzigingen/c.md\narticles/proef/hoofdstuk-1/artikel-1-1/2031-01-01.c.md\n'
    )
    const revised = place.cao(
      'revise',
      '1:1',
      '--version',
      '2031-01-01.c',
      '--onderwerp',
      'overgetypt'
    )
    expect(revised.code).toBe(0)
    expect(revised.out).toMatch(
      /^articles\/proef\/wijzigingen\/revisie-\d{4}-1\.md\narticles\/proef\/hoofdstuk-1\/artikel-1-1\/2031-01-01\.revisie-\d{4}-1\.md\n$/u
    )
    const {out} = place.cao('check')
    expect(out.split('\n').filter((line) => line.includes(' fout '))).toEqual(
      []
    )
    expect(place.cao('undo').out).toMatch(/^verwijderd .*revisie/u)
    expect(place.cao('undo').code).toBe(0)
    expect(place.cao('undo').out).toBe(
      'teruggezet articles/proef/wijzigingen/b.md\n'
    )
    expect(read('articles/proef/wijzigingen/b.md')).not.toContain('trekt-in')
  })

  test('a locked wijziging gets no version, and is not taken back', () => {
    place.cao(
      'new',
      'wijziging',
      'slot',
      '--onderwerp',
      'x',
      '--datum',
      '2026-03-02'
    )
    const lock = 'articles/proef/lock.json'
    place.write(
      lock,
      `{"formaat": 1, "wijzigingen": {"slot": {"bestanden": {"wijzigingen/slot.md": "${'0'.repeat(64)}"}}}}`
    )
    const version = place.cao(
      'new',
      'version',
      '1:1',
      '--wijziging',
      'slot',
      '--geldig',
      '2026-07-01'
    )
    expect(version).toMatchObject({code: 2, out: ''})
    expect(version.err).toContain('De wijziging `slot` is vergrendeld')
    const back = place.cao('undo')
    expect(back.code).toBe(2)
    expect(back.err).toContain('is daarna vergrendeld met `cao lock`')
    const kept = place.cao('undo', '--forget')
    expect(kept).toMatchObject({
      code: 0,
      out: '',
      err: 'Vergeten: `cao new wijziging slot --onderwerp x --datum 2026-03-02`\n'
    })
    expect(existsSync(file('articles/proef/wijzigingen/slot.md'))).toBe(true)
    rmSync(file(lock))
  })
})

describe('what is typed wrong', () => {
  test.each<[readonly string[], string]>([
    [['new'], 'Achter deze opdracht ontbreekt een naam'],
    [
      ['new', 'artikel'],
      '`artikel` kan niet; gebruik `cao new wijziging` of `cao new version`'
    ],
    [
      ['new', 'wijziging', 'x', 'y', '--onderwerp', 'z'],
      'Een wijziging heeft één naam'
    ],
    [
      ['new', 'wijziging', 'x', '--onderwerp', 'z', '--lapse'],
      '`--lapse` hoort bij `cao new version`; laat het hier weg'
    ],
    [
      ['new', 'version', '1:1', '--lbr', '26/1'],
      '`--lbr` hoort bij `cao new wijziging`'
    ],
    [
      ['new', 'version', '1:1'],
      'Geef met `--wijziging` de wijziging die de versie brengt'
    ],
    [
      ['new', 'version', '--wijziging', 'a'],
      'Geef met `--onderdeel` het onderdeel'
    ],
    [
      ['new', 'version', '1:1', '--wijziging', 'a', '--lapse', '--new'],
      '`--new` en `--lapse` kunnen niet samen'
    ],
    [
      ['new', 'version', '1:1', '--wijziging', 'a', '--nummer', '3'],
      '`--nummer` hoort bij `--new`; een ander nummer voor een bestaande bepaling geeft `--renumber`'
    ],
    [
      ['new', 'version', '1:1', '--wijziging', 'a', '--geldig', '1-7-2026'],
      '`1-7-2026` is geen bestaande dag; schrijf `--geldig` als'
    ],
    [
      ['new', 'wijziging', 'x', '--onderwerp', 'z', '--volgorde', 'twee'],
      '`twee` is geen geheel getal'
    ],
    [
      ['new', 'wijziging', 'x', '--onderwerp', 'a\nb'],
      '`--onderwerp` moet één regel zijn'
    ],
    [
      ['new', 'wijziging', '../x', '--onderwerp', 'a'],
      'Een wijziging heet bijvoorbeeld'
    ],
    [
      ['withdraw', 'a', 'b', '--wijziging', 'c'],
      'Er staat te veel achter deze opdracht'
    ],
    [['withdraw', 'weg', '--wijziging', 'c'], 'De wijziging `weg` is er niet'],
    [
      ['rectify', 'a', '--wijziging', 'c', '--onderwerp', 'x'],
      'Noem achter de wijziging de bepalingen'
    ],
    [['revise', '1:1'], 'Geef met `--onderwerp` in enkele woorden de reden'],
    [['init', 'x', 'y'], 'Er staat te veel achter deze opdracht'],
    [['init', 'X'], 'mag alleen kleine letters'],
    [
      ['init', 'x', '--route', 'post'],
      '`post` kan niet bij `--route`; kies uit gemeenteblad, aanmelding, website'
    ],
    [
      ['init', 'x', '--lagen', 'CAR,car'],
      '`car` kan niet bij `--lagen`; kies uit CAR, UWO'
    ],
    [['init', 'gegevens'], 'De naam `gegevens` is in `articles` al in gebruik'],
    [
      ['undo', '--articles', 'elders'],
      'In `elders` is geen opdracht die kan worden teruggedraaid'
    ]
  ])('%j: exit 2, and nothing is written', (args, reason) => {
    const before = everything()
    const {code, out, err} = place.cao(...args)
    expect({code, out}).toEqual({code: 2, out: ''})
    expect(err).toContain(reason)
    expect(everything()).toEqual(before)
  })
})

test('--dry-run shows the files and writes nothing; --json is for programs', () => {
  const fresh = workplace('empty')
  try {
    const dry = fresh.cao('init', 'x', '--dry-run')
    expect(dry.out).toContain(
      'articles/x/regeling.md\n    ---\n    formaat: 1\n    titel: x\n    route: gemeenteblad\n    ---\n'
    )
    expect(dry.err).toContain('Er is niets geschreven (`--dry-run`)\n')
    expect(readdirSync(fresh.folder)).toEqual([])
    const json = JSON.parse(fresh.cao('init', 'x', '--dry-run', '--json').out)
    expect(json).toMatchObject({
      schema: 'caoc/draft/1',
      dryRun: true,
      files: [
        {path: 'articles/x/regeling.md', change: 'new'},
        {},
        {},
        {},
        {path: '.gitattributes'}
      ],
      findings: []
    })
    expect(readdirSync(fresh.folder)).toEqual([])
    const made = JSON.parse(
      fresh.cao('init', 'x', '--json', '--articles', 'a/b').out
    )
    expect(made.files.map((one: {path: string}) => one.path)).toContain(
      'a/.gitattributes'
    )
    const back = JSON.parse(
      fresh.cao('undo', '--json', '--articles', 'a/b').out
    )
    expect(back).toMatchObject({
      schema: 'caoc/undo/1',
      command: 'cao init x',
      files: [{act: 'removed'}, {}, {}, {}, {act: 'removed'}]
    })
  } finally {
    fresh.remove()
  }
})

test('an existing .gitattributes is never touched', () => {
  const fresh = workplace('empty')
  try {
    fresh.write('.gitattributes', '* text=auto\n')
    const {err} = fresh.cao('init', 'x')
    expect(err).toContain(
      'Let op: Zet in `.gitattributes` naast de map `articles` de regel `articles/** -text`'
    )
    expect(
      readFileSync(path.join(fresh.folder, '.gitattributes'), 'utf8')
    ).toBe('* text=auto\n')
  } finally {
    fresh.remove()
  }
})

test.each(['init', 'new', 'withdraw', 'date', 'rectify', 'revise', 'undo'])(
  '%s has help with examples',
  (name) => {
    const {code, out} = place.cao(name, '--help')
    expect(code).toBe(0)
    expect(out).toContain('Voorbeelden:\n  cao ')
    expect(out).toContain('--dry-run')
    expect(out).toContain('--json')
    expect(out).toContain('--articles <map>')
  }
)
