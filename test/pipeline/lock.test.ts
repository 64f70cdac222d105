import {describe, expect, test} from 'vitest'
import {hashText} from '../../src/hash/sha256.ts'
import type {SourceTree} from '../../src/model.ts'
import {
  addToLock,
  lockGuard,
  locksOf,
  releaseFrom
} from '../../src/pipeline/lock.ts'
import {type Lock, printLock} from '../../src/read/lock.ts'

const texts: Readonly<Record<string, string>> = {
  'proef/artikel-1/begin.md': 'begin',
  'proef/artikel-1/2015-01-01.a.md': 'a',
  'proef/artikel-1/toelichting/2015-01-01.a.md': 'a, toelichting',
  'proef/artikel-1/2015-01-01.b.md': 'b',
  'proef/artikel-1/2015-01-01.a+b.md': 'a en b',
  'proef/wijzigingen/a.md': 'wijziging a',
  'proef/wijzigingen/b.md': 'wijziging b',
  'proef/regeling.md': 'regeling',
  'ander/artikel-1/2015-01-01.a.md': 'van een ander'
}

function treeOf(more: Readonly<Record<string, string>> = {}): SourceTree {
  return {
    folder: 'articles',
    folders: [],
    files: Object.entries({...texts, ...more}).map(([path, text]) => ({
      path,
      bytes: Buffer.from(text)
    }))
  }
}

const empty: Lock = new Map()

function locking(lock: Lock, ...wijzigingen: readonly string[]) {
  return {regeling: 'proef', lock, wijzigingen: new Set(wijzigingen)}
}

function add(lock: Lock, ...wijzigingen: readonly string[]) {
  return addToLock(treeOf().files, locking(lock, ...wijzigingen), () => {})
}

function placesIn(lock: Lock): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    [...lock].map(([id, files]) => [id, [...files.keys()].toSorted()])
  )
}

const ofA = [
  'artikel-1/2015-01-01.a.md',
  'artikel-1/toelichting/2015-01-01.a.md',
  'wijzigingen/a.md'
]
const ofB = ['artikel-1/2015-01-01.b.md', 'wijzigingen/b.md']
const woven = 'artikel-1/2015-01-01.a+b.md'

describe('taking wijzigingen into a lock', () => {
  test('the texts of one, its toelichting and itself; not what is woven, and nothing of others', () => {
    const {lock, added} = add(empty, 'a')
    expect(placesIn(lock)).toEqual({a: ofA})
    expect(lock.get('a')?.get('wijzigingen/a.md')).toBe(hashText('wijziging a'))
    expect(added.get('a')?.toSorted()).toEqual(
      ofA.map((place) => `proef/${place}`)
    )
  })

  test('a woven text comes with the last of its wijzigingen, and stands at each', () => {
    const both = {a: [woven, ...ofA], b: [woven, ...ofB]}
    const first = add(empty, 'a').lock
    const {lock, added} = add(first, 'b')
    expect(placesIn(lock)).toEqual(both)
    expect(added.get('a')).toEqual([`proef/${woven}`])
    expect(placesIn(add(empty, 'a', 'b').lock)).toEqual(both)
    expect(printLock(add(add(empty, 'b').lock, 'a').lock)).toBe(printLock(lock))
  })

  test('a second time adds nothing, and what was given stays as it was', () => {
    const {lock} = add(empty, 'a', 'b')
    const again = add(lock, 'a', 'b')
    expect(again.added).toEqual(new Map())
    expect(again.lock).toEqual(lock)
    expect(empty.size).toBe(0)
  })

  test('progress is told of every file', () => {
    const seen: string[] = []
    addToLock(treeOf().files, locking(empty, 'a'), (done, all) => {
      seen.push(`${done}/${all}`)
    })
    expect(seen).toEqual(['0/3', '1/3', '2/3'])
  })
})

test('releasing one wijziging releases the woven texts too', () => {
  const {lock} = add(empty, 'a', 'b')
  expect(placesIn(releaseFrom(locking(lock, 'a')))).toEqual({b: ofB})
  expect(releaseFrom(locking(lock, 'a', 'b')).size).toBe(0)
})

describe('whether a text may be written', () => {
  const path = 'proef/artikel-1/2015-01-01.a.md'
  const guardWith = (lock: string) =>
    lockGuard(treeOf({'proef/lock.json': lock}))

  test('not another text in place of a locked one', () => {
    const guard = guardWith(printLock(add(empty, 'a').lock))
    expect(guard(path, 'anders')).toBe('locked')
    expect(guard(path, 'a')).toBe('free')
    expect(guard('proef/wijzigingen/a.md', 'anders')).toBe('locked')
    expect(guard('proef/artikel-1/2015-01-01.b.md', 'anders')).toBe('free')
    expect(guard('proef/artikel-1/begin.md', 'anders')).toBe('free')
    expect(guard('proef/regeling.md', 'anders')).toBe('free')
    expect(guard('ander/artikel-1/2015-01-01.a.md', 'anders')).toBe('free')
  })

  test('nothing that may be locked, when the lock cannot be read', () => {
    for (const lock of ['', '{', '{"formaat": 2}']) {
      const guard = guardWith(lock)
      expect(guard(path, 'anders')).toBe('unreadable')
      expect(guard('proef/regeling.md', 'anders')).toBe('free')
      expect(guard('ander/artikel-1/2015-01-01.a.md', 'anders')).toBe('free')
    }
  })

  test('without a lock, anything', () => {
    expect(locksOf(treeOf())).toEqual(new Map())
    expect(lockGuard(treeOf())(path, 'anders')).toBe('free')
  })
})
