import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {runProgram} from '../../src/commands/program.ts'
import {nodeHost} from '../../src/host/node.ts'

const real = nodeHost()
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caoc-import-'))
})

afterEach(() => {
  rmSync(folder, {recursive: true})
})

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function cao(...argv: readonly string[]): Promise<Run> {
  let out = ''
  let err = ''
  const host = {
    ...real,
    print: (text: string) => {
      out += text
    },
    printError: (text: string) => {
      err += text
    }
  }
  const all = [...argv, '--articles', path.join(folder, 'articles')]
  const code = await runProgram(all, host, {version: '0'})
  return {code, out, err}
}

/** A file with a whole text. */
function bron(name: string, ...artikelen: readonly string[]): string {
  const file = path.join(folder, name)
  const parts = artikelen.map(
    (tekst, at) => `### Artikel ${at + 1}\n\n${tekst}`
  )
  writeFileSync(file, `## Proefbesluit verlof\n\n${parts.join('\n\n')}\n`)
  return file
}

const een = 'De ambtenaar heeft recht op verlof met behoud van bezoldiging.'
const twee =
  'Het college stelt nadere regels over de uitvoering van dit besluit.'

function filesIn(name: string): readonly string[] {
  return readdirSync(path.join(folder, 'articles', name), {
    recursive: true,
    encoding: 'utf8'
  })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.md'))
    .toSorted()
}

test('several days become a corpus that cao check finds nothing wrong with', async () => {
  const {code, out} = await cao(
    'import',
    bron('2015-07-01.md', een, twee),
    bron('2016-07-01.md', een, `${twee} Dat gebeurt schriftelijk.`),
    '--dates',
    '--name',
    'verlof'
  )
  expect(code).toBe(0)
  expect(out.match(/bewijs: gelijk/gu)).toHaveLength(2)
  expect(filesIn('verlof')).toEqual([
    'NOTES.md',
    'artikel-1/begin.md',
    'artikel-2/2016-07-01.import-2016-07-01.md',
    'artikel-2/begin.md',
    'import/2015-07-01.md',
    'import/2016-07-01.md',
    'regeling.md',
    'wijzigingen/import-2016-07-01.md'
  ])
  expect((await cao('check')).code).toBe(0)
  expect((await cao('fmt', '--check')).code).toBe(0)
})

test('one more day adds files and a row to the notes, and changes no other file', async () => {
  await cao('import', bron('2015-07-01.md', een, twee), '--name', 'verlof')
  const before = filesIn('verlof').map((file) => [
    file,
    readFileSync(path.join(folder, 'articles/verlof', file), 'utf8')
  ])
  const {code, out} = await cao(
    'import',
    bron('2016-07-01.md', een),
    '--dates',
    '--name',
    'verlof'
  )
  expect(code).toBe(0)
  expect(out).toContain('De al ingelezen tekst luidt nog als voorheen')
  for (const [file = '', text] of before) {
    const now = readFileSync(path.join(folder, 'articles/verlof', file), 'utf8')
    if (file === 'NOTES.md') {
      const rows = now.split('\n').filter((line) => line.startsWith('| 20'))
      expect(rows.map((row) => row.split(' | ').slice(0, 3))).toEqual([
        ['| 2015-07-01', '', '`2015-07-01.md`'],
        ['| 2016-07-01', '', '`2016-07-01.md`']
      ])
      expect(now.replace(`${rows[1]}\n`, '')).toBe(text)
    } else expect(now).toBe(text)
  }
  expect((await cao('undo')).code).toBe(0)
  expect(filesIn('verlof')).toEqual(before.map(([file]) => file))
})

test('--dry-run writes nothing, --json tells all', async () => {
  const {code, out} = await cao(
    'import',
    bron('2015-07-01.md', een),
    '--dry-run',
    '--json'
  )
  expect(code).toBe(0)
  const [regeling] = JSON.parse(out).regelingen
  expect(regeling.texts[0]).toMatchObject({
    geldig: '2015-07-01',
    units: 1,
    proof: {differences: []}
  })
  expect(() => filesIn(regeling.id)).toThrow()
})

test('the day of a file is asked for where nothing says it', async () => {
  const file = bron('nieuw.txt', een)
  const {code, err} = await cao('import', file)
  expect(code).toBe(2)
  expect(err).toContain('geef `--date 2015-07-01`')
  expect((await cao('import', file, '--date', '2015-07-01')).code).toBe(0)
})

test('each file its own day', async () => {
  const {code, out} = await cao(
    'import',
    bron('oud.txt', een),
    bron('nieuw.txt', twee),
    '--dates',
    '--date',
    '2015-07-01=oud.txt,2016-07-01=nieuw.txt'
  )
  expect(code).toBe(0)
  expect(out).toMatch(
    /2015-07-01 {2}\S*oud\.txt[\s\S]*2016-07-01 {2}\S*nieuw\.txt/u
  )
})

test.each<[string, () => readonly string[], RegExp]>([
  ['no file', () => [], /Noem de bestanden|missing|ontbreekt/u],
  [
    'a file that is not there',
    () => [path.join(folder, 'niets.xml')],
    /bestaat niet/u
  ],
  ['a folder', () => [folder], /is een map/u],
  [
    'a link',
    () => {
      const link = path.join(folder, '2015-01-01.md')
      symlinkSync(bron('echt.md', een), link)
      return [link]
    },
    /koppeling/u
  ],
  [
    'an empty file',
    () => {
      const file = path.join(folder, '2015-01-01.md')
      writeFileSync(file, '')
      return [file]
    },
    /leeg/u
  ],
  [
    'two files of one day',
    () => [
      bron('a-2015-01-01.md', een),
      bron('b-2015-01-01.md', twee),
      '--dates'
    ],
    /allebei de tekst van 2015-01-01/u
  ],
  [
    'several files without --dates',
    () => [bron('2015-01-01.md', een), bron('2016-01-01.md', twee)],
    /geef `--dates`/u
  ],
  [
    'a folder that is not empty',
    () => {
      const there = path.join(folder, 'articles/vreemd')
      mkdirSync(there, {recursive: true})
      writeFileSync(path.join(there, 'NOTES.md'), 'eigen aantekening\n')
      return [bron('2015-01-01.md', een), '--name', 'vreemd', '--dates']
    },
    /geen eerdere import/u
  ],
  [
    'a name that is none',
    () => [bron('2015-01-01.md', een), '--name', '../x'],
    /kan geen naam van een map zijn/u
  ],
  [
    'a route that is none',
    () => [bron('2015-01-01.md', een), '--route', 'post'],
    /is geen route/u
  ]
])('%s: a message, and nothing is written', async (_, args, reason) => {
  const {code, err} = await cao('import', ...args())
  expect(code).toBeGreaterThan(0)
  expect(err).toMatch(reason)
  expect(
    readdirSync(folder).includes('articles')
      ? readdirSync(path.join(folder, 'articles'))
      : []
  ).not.toContain('.cao')
})

test('a line that begins with a plus stays text, and cao check finds nothing wrong', async () => {
  const file = bron('2020-01-01.md', 'De duur is tien jaren\n\n+ 2 jaren.')
  const {code} = await cao('import', file, '--name', 'proef')
  expect(code).toBe(0)
  const text = path.join(folder, 'articles/proef/artikel-1/begin.md')
  expect(readFileSync(text, 'utf8')).toContain('\n\\+ 2 jaren.\n')
  expect((await cao('check')).code).toBe(0)
})

test('a name that Windows keeps for a device is refused, and nothing is laid down', async () => {
  const {code, err} = await cao(
    'import',
    bron('2020-01-01.md', een),
    '--name',
    'con'
  )
  expect(code).toBe(2)
  expect(err).toBe(
    '`con` is onder Windows de naam van een apparaat; kies een andere naam\n'
  )
  expect(readdirSync(folder)).toEqual(['2020-01-01.md'])
})

test('what a killed import left half done is told by every command, with the way back', async () => {
  await cao('import', bron('2020-01-01.md', een, twee), '--name', 'proef')
  const articles = path.join(folder, 'articles')
  const [entry = ''] = readdirSync(path.join(articles, '.cao')).filter((name) =>
    /^\d+$/u.test(name)
  )
  rmSync(path.join(articles, '.cao', entry, 'klaar'))
  rmSync(path.join(articles, 'proef/artikel-2'), {recursive: true})
  const {code, err} = await cao('check')
  expect(code).toBe(0)
  expect(err).toMatch(
    /^`cao import .*` is halverwege afgebroken, of nog bezig\. .* `cao undo`/mu
  )
  expect((await cao('undo')).code).toBe(0)
  expect((await cao('check')).err).not.toContain('afgebroken')
})

test('a day from before the first one moves what stood there, and undo brings all back', async () => {
  await cao('import', bron('2016-01-01.md', een), '--name', 'proef')
  const before = filesIn('proef')
  const earlier = bron('2015-01-01.md', twee)
  const more = ['import', earlier, '--dates', '--name', 'proef']
  const {code, out} = await cao(...more)
  expect(code).toBe(0)
  expect(out).toContain(
    '/proef/artikel-1/begin.md (wat er stond, staat bij de dag van zijn eigen tekst)\n'
  )
  expect(filesIn('proef')).toContain(
    'artikel-1/2016-01-01.import-2016-01-01.md'
  )
  expect((await cao('check')).code).toBe(0)
  expect((await cao('undo')).code).toBe(0)
  expect(filesIn('proef')).toEqual(before)
})
