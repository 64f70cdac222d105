import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {beforeEach, expect, test} from 'vitest'
import {withCache} from '../../src/host/cache.ts'
import {readCorpus} from '../../src/host/corpus.ts'
import {
  emptyLength,
  entryLength,
  readPack,
  type Seal,
  writePack
} from '../../src/host/pack.ts'
import {temporaryFolder} from './temporary.ts'

let root = ''

beforeEach(() => {
  process.env.XDG_CACHE_HOME = temporaryFolder('in memory')
  root = temporaryFolder('in memory')
})

/** Ask for keys in one run, and put what is not there; what was there. */
function run(...keys: readonly string[]): readonly string[] {
  return withCache(root, ({get, put}) =>
    keys.filter((key) => {
      const text = get(key)
      if (text === undefined) put(key, `${key}: één – 😀`)
      else expect(text).toBe(`${key}: één – 😀`)
      return text !== undefined
    })
  )
}

function packs(): readonly string[] {
  const folder = path.join(root, '.cao/cache')
  return readdirSync(folder).map((name) => path.join(folder, name))
}

function pack(): string {
  const [file = '', ...more] = packs()
  expect(more).toEqual([])
  return file
}

test('what was put is there in the next run', () => {
  expect(run('a', 'b')).toEqual([])
  expect(run('b', 'c', '')).toEqual(['b'])
  expect(run('c', '', 'b')).toEqual(['c', '', 'b'])
})

test('what a run did not use is dropped when another one is kept', () => {
  run('a', 'b')
  run('b')
  expect(run('a', 'b')).toEqual(['a', 'b'])
  run('b', 'c')
  expect(run('a')).toEqual([])
})

test('it is written only when something is new', () => {
  run('a', 'b')
  const {ino, mtimeMs} = statSync(pack())
  run('b', 'a')
  expect(statSync(pack())).toMatchObject({ino, mtimeMs})
  run('c')
  expect(statSync(pack()).ino).not.toBe(ino)
})

test('nothing is made where nothing is kept', () => {
  run()
  expect(readdirSync(root)).toEqual([])
})

test('no reader of the corpus and no version control sees it', () => {
  writeFileSync(path.join(root, 'a.md'), '')
  run('a')
  expect(readFileSync(path.join(root, '.cao/.gitignore'), 'utf8')).toBe('*\n')
  expect(readCorpus(root)).toMatchObject({
    folders: [],
    files: [{path: 'a.md'}]
  })
})

test('what is cut off, damaged or empty is not there', () => {
  run('a', 'b')
  const bytes = readFileSync(pack())
  for (let length = 0; length < bytes.length; length++) {
    writeFileSync(pack(), bytes.subarray(0, length))
    expect(run('a')).toEqual([])
  }
  for (const at of bytes.keys()) {
    const damaged = Buffer.from(bytes)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    writeFileSync(pack(), damaged)
    expect(run('a')).toEqual([])
  }
  writeFileSync(pack(), bytes)
  expect(run('a', 'b')).toEqual(['a', 'b'])
})

test('what somebody else wrote is not there, however well it is formed', () => {
  run('a')
  const mine = pack()
  const bytes = readFileSync(mine)
  process.env.XDG_CACHE_HOME = temporaryFolder('in memory')
  expect(run('a')).toEqual([])
  const theirs = packs().find((file) => file !== mine) ?? ''
  writeFileSync(theirs, bytes)
  expect(run('a')).toEqual([])
})

test('what another build wrote is not there', () => {
  const seal = (program: string): Seal => ({
    secret: Buffer.from('geheim'),
    program: Buffer.from(program)
  })
  const entries = new Map([['a', Buffer.from('b')]])
  const bytes = writePack(entries, seal('1'))
  expect(readPack(bytes, seal('1'))).toEqual(entries)
  expect(bytes).toHaveLength(emptyLength + entryLength('a', Buffer.from('b')))
  expect(readPack(bytes, seal('2'))).toBeUndefined()
})

test('what a killed run left goes', () => {
  run('a')
  writeFileSync(path.join(root, '.cao/cache/0123.tmp'), 'half')
  run('b')
  expect(pack()).toMatch(/\.pack$/)
})

test.each([
  ['a file in place of the work folder', '.cao', 'file'],
  ['a file in place of the cache', '.cao/cache', 'file'],
  ['a link in place of the work folder', '.cao', 'link'],
  ['a link in place of the cache', '.cao/cache', 'link']
])('%s: work goes on, and nothing is written', (_name, place, kind) => {
  const elsewhere = temporaryFolder('in memory')
  const file = path.join(root, place)
  mkdirSync(path.dirname(file), {recursive: true})
  if (kind === 'link') symlinkSync(elsewhere, file)
  else writeFileSync(file, 'x')
  expect(run('a')).toEqual([])
  expect(run('a')).toEqual([])
  expect(readdirSync(elsewhere)).toEqual([])
  if (kind === 'file') expect(readFileSync(file, 'utf8')).toBe('x')
})

test('a folder in place of the pack, or of the secret: work goes on', () => {
  run('a')
  const file = pack()
  rmSync(file)
  mkdirSync(path.join(file, 'x'), {recursive: true})
  expect(run('a')).toEqual([])
  expect(run('a')).toEqual([])
  expect(existsSync(path.join(file, 'x'))).toBe(true)
  const home = temporaryFolder('in memory')
  mkdirSync(path.join(home, 'caoc/secret'), {recursive: true})
  process.env.XDG_CACHE_HOME = home
  expect(run('b')).toEqual([])
})

test('of two at once each does its work, and the last one is kept', () => {
  withCache(root, (outer) => {
    outer.put('a', 'a: één – 😀')
    expect(run('b')).toEqual([])
    expect(outer.get('b')).toBeUndefined()
  })
  expect(run('a', 'b')).toEqual(['a'])
})

test('an error of the work itself is not hidden, and nothing is kept of it', () => {
  expect(() =>
    withCache(root, ({put}) => {
      put('a', 'half')
      throw new Error('ours')
    })
  ).toThrow('ours')
  expect(readdirSync(root)).toEqual([])
})
