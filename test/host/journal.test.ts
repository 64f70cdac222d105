import {randomInt} from 'node:crypto'
import fs, {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {describe, expect, test} from 'vitest'
import type {CorpusFile, Journal} from '../../src/host/host.ts'
import {corpusPlace, lastDraft, withJournal} from '../../src/host/journal.ts'
import {childScripts, ended, firstWord} from './child.ts'
import {draftOf} from './draft-files.ts'
import {diesAt} from './power-cut.ts'
import {lay, temporaryFolder} from './temporary.ts'

const child = childScripts()
const patience = {milliseconds: 2000, say: () => {}}
const posix = process.platform !== 'win32'

function using<T>(folder: string, work: (journal: Journal) => T): Promise<T> {
  return withJournal(folder, work, patience)
}

function draft(
  folder: string,
  files: readonly CorpusFile[],
  title = 'cao proef'
): Promise<void> {
  return using(folder, (journal) => journal.layDown(title, files))
}

function undo(folder: string): Promise<void> {
  return using(folder, (journal) => journal.undo())
}

/** Files below a folder with their text, the journal left out; folders end in `/`. */
function content(folder: string): Record<string, string> {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true})
  return Object.fromEntries(
    entries
      .map((entry) => {
        const full = path.join(entry.parentPath, entry.name)
        const name = path.relative(folder, full).split(path.sep).join('/')
        return entry.isDirectory()
          ? ([`${name}/`, ''] as const)
          : ([name, readFileSync(full, 'utf8')] as const)
      })
      .filter(([name]) => !name.startsWith('.cao/'))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
  )
}

describe('laying down and taking back', () => {
  test('new files come with their folders, and go with them', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'proef/regeling.md': 'r'})
    const before = content(folder)
    await draft(folder, draftOf(1), 'cao new version 1')
    expect(Object.keys(content(folder))).toEqual([
      'proef/',
      'proef/artikel-1/',
      'proef/artikel-1/begin.md',
      'proef/artikel-1/toelichting/',
      'proef/artikel-1/toelichting/begin.md',
      'proef/regeling.md',
      'proef/wijzigingen/',
      'proef/wijzigingen/w-1.md'
    ])
    expect(lastDraft(folder)).toMatchObject({
      title: 'cao new version 1',
      isWhole: true,
      files: draftOf(1).map((file) => ({
        path: file.path,
        isNew: true,
        state: 'same'
      }))
    })
    await undo(folder)
    expect(content(folder)).toEqual(before)
    expect(lastDraft(folder)).toBeUndefined()
  })

  test('a replaced file gets its old bytes back, and keeps its rights', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'proef/w.md': 'oud\r\n'})
    if (posix) chmodSync(path.join(folder, 'proef/w.md'), 0o640)
    await draft(folder, [
      {path: 'proef/w.md', text: 'nieuw\r\n', was: 'oud\r\n'}
    ])
    expect(content(folder)['proef/w.md']).toBe('nieuw\r\n')
    await undo(folder)
    expect(content(folder)['proef/w.md']).toBe('oud\r\n')
  })

  test('a file that went away comes back', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'proef/w.md': 'oud\r\n'})
    await draft(folder, [
      {path: 'proef/v.md', text: 'oud\r\n'},
      {path: 'proef/w.md', was: 'oud\r\n'}
    ])
    expect(Object.keys(content(folder))).toContain('proef/v.md')
    expect(Object.keys(content(folder))).not.toContain('proef/w.md')
    await undo(folder)
    expect(content(folder)['proef/w.md']).toBe('oud\r\n')
    expect(Object.keys(content(folder))).not.toContain('proef/v.md')
  })

  test('what was half written in the place of a file goes away too', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'proef/w.md': 'oud\n'})
    await draft(folder, [{path: 'proef/w.md', text: 'nieuw\n', was: 'oud\n'}])
    lay(folder, {'proef/.caoc-0123456789abcdef.tmp': 'half'})
    await undo(folder)
    expect(
      Object.keys(content(folder)).filter((name) => name.endsWith('.tmp'))
    ).toEqual([])
  })

  test('a file that was changed since it was read does not go away', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'proef/w.md': 'nieuw\n'})
    await expect(
      draft(folder, [{path: 'proef/w.md', was: 'oud\n'}])
    ).rejects.toThrow('is intussen gewijzigd')
    expect(content(folder)['proef/w.md']).toBe('nieuw\n')
  })

  test('several levels, the latest first; fifty are kept', async () => {
    const folder = temporaryFolder('in memory')
    await using(folder, (journal) => {
      for (let number = 1; number <= 52; number++) {
        journal.layDown(`cao proef ${number}`, draftOf(number))
      }
    })
    const titles: string[] = []
    for (;;) {
      const last = lastDraft(folder)
      if (!last) break
      titles.push(last.title)
      await undo(folder)
    }
    expect(titles).toHaveLength(50)
    expect(titles[0]).toBe('cao proef 52')
    expect(Object.keys(content(folder))).toContain('proef/artikel-2/begin.md')
    expect(Object.keys(content(folder))).not.toContain(
      'proef/artikel-3/begin.md'
    )
  })

  test('a folder that holds something else by then stays', async () => {
    const folder = temporaryFolder('in memory')
    await draft(folder, draftOf(1))
    lay(folder, {'proef/artikel-1/eigen.md': 'e'})
    await undo(folder)
    expect(Object.keys(content(folder))).toEqual([
      'proef/',
      'proef/artikel-1/',
      'proef/artikel-1/eigen.md'
    ])
  })

  test('the folder above gets one file, and loses it again', async () => {
    const above = temporaryFolder('in memory')
    const folder = path.join(above, 'articles')
    expect(corpusPlace(folder)).toEqual({exists: false, name: 'articles'})
    await draft(folder, [{path: '../.gitattributes', text: 'x\n'}])
    expect(corpusPlace(folder)).toEqual({
      exists: true,
      name: 'articles',
      gitattributes: 'x\n'
    })
    await undo(folder)
    expect(existsSync(path.join(above, '.gitattributes'))).toBe(false)
  })

  test('the journal keeps itself out of version control', async () => {
    const folder = temporaryFolder('in memory')
    await draft(folder, draftOf(1))
    expect(readFileSync(path.join(folder, '.cao/.gitignore'), 'utf8')).toBe(
      '*\n'
    )
    expect(readdirSync(path.join(folder, '.cao')).toSorted()).toEqual([
      '.gitignore',
      '000001'
    ])
    expect(readdirSync(path.join(folder, '.cao/000001')).toSorted()).toEqual([
      'klaar',
      'plan.json'
    ])
  })
})

describe('what was changed since is left', () => {
  test('nothing is taken back, and the file is named', async () => {
    const folder = temporaryFolder('in memory')
    await draft(folder, draftOf(1), 'cao new version 1')
    const file = path.join(folder, 'proef/artikel-1/begin.md')
    appendFileSync(file, 'meer')
    const before = content(folder)
    await expect(undo(folder)).rejects.toThrow(
      `\`${file}\` is gewijzigd na \`cao new version 1\`; er is niets teruggedraaid. Verwijder of herstel zelf wat weg moet, of houd alles zoals het is met \`cao undo --forget\``
    )
    expect(content(folder)).toEqual(before)
    await using(folder, (journal) => journal.forget())
    expect(content(folder)).toEqual(before)
    expect(lastDraft(folder)).toBeUndefined()
  })

  test('a file that is gone already, or was put back by hand, is no obstacle', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'proef/w.md': 'oud'})
    await draft(folder, [
      ...draftOf(1),
      {path: 'proef/w.md', text: 'nieuw', was: 'oud'}
    ])
    rmSync(path.join(folder, 'proef/artikel-1/begin.md'))
    writeFileSync(path.join(folder, 'proef/w.md'), 'oud')
    await undo(folder)
    expect(content(folder)).toEqual({'proef/': '', 'proef/w.md': 'oud'})
  })

  test('a replaced file that is gone is an obstacle', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'w.md': 'oud'})
    await draft(folder, [{path: 'w.md', text: 'nieuw', was: 'oud'}])
    rmSync(path.join(folder, 'w.md'))
    await expect(undo(folder)).rejects.toThrow('is gewijzigd na')
  })

  test('old text that is not kept any more is not made up', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'w.md': 'oud'})
    await draft(folder, [{path: 'w.md', text: 'nieuw', was: 'oud'}], 'cao x')
    rmSync(path.join(folder, '.cao/000001/oud-0'))
    await expect(undo(folder)).rejects.toThrow(
      'Van `cao x` is de oude tekst niet meer bewaard'
    )
    expect(content(folder)).toEqual({'w.md': 'nieuw'})
  })
})

describe('nothing is ever written over', () => {
  test('a file that is there, or that changed while the draft was made', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'proef/artikel-1/begin.md': 'eigen', 'w.md': 'anders'})
    const before = content(folder)
    await expect(draft(folder, draftOf(1))).rejects.toThrow(
      'bestaat al; er is niets neergelegd of gewijzigd'
    )
    await expect(
      draft(folder, [...draftOf(2), {path: 'w.md', text: 'nieuw', was: 'oud'}])
    ).rejects.toThrow('is intussen gewijzigd; herhaal de opdracht')
    expect(content(folder)).toEqual(before)
    expect(lastDraft(folder)).toBeUndefined()
  })

  test.each(['../../x.md', '../a/b', '/etc/x', 'a\\b', '.git/config', ''])(
    '%j is no place for a draft',
    async (place) => {
      const folder = path.join(temporaryFolder('in memory'), 'articles')
      await expect(draft(folder, [{path: place, text: 'x'}])).rejects.toThrow(
        'ligt niet in de verzameling'
      )
    }
  )

  test.runIf(posix)(
    'through a link, or into a journal that is one',
    async () => {
      const outside = temporaryFolder('in memory')
      const folder = temporaryFolder('in memory')
      symlinkSync(outside, path.join(folder, 'proef'))
      await expect(draft(folder, draftOf(1))).rejects.toThrow(
        'is geen gewone map; verwijder het'
      )
      expect(readdirSync(outside)).toEqual([])
      const other = temporaryFolder('in memory')
      symlinkSync(outside, path.join(other, '.cao'))
      await expect(draft(other, draftOf(1))).rejects.toThrow(
        `\`${path.join(other, '.cao')}\` is geen gewone map`
      )
      expect(readdirSync(outside)).toEqual([])
    }
  )

  test('a journal that somebody wrote is not obeyed outside the corpus', async () => {
    const above = temporaryFolder('in memory')
    const folder = path.join(above, 'articles')
    lay(above, {'kostbaar/x.md': 'x'})
    lay(folder, {
      '.cao/000001/plan.json': JSON.stringify({
        formaat: 1,
        title: 'x',
        files: [{path: '../kostbaar/x.md', sha256: ''}],
        folders: ['../kostbaar']
      }),
      '.cao/000002/plan.json': '{',
      '.cao/000003/plan.json': '{"formaat": 2}'
    })
    expect(lastDraft(folder)).toBeUndefined()
    await undo(folder)
    expect(readFileSync(path.join(above, 'kostbaar/x.md'), 'utf8')).toBe('x')
  })
})

describe('all or nothing', () => {
  test('what fails half-way is taken back at once', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'proef/w.md': 'oud'})
    const before = content(folder)
    const files: readonly CorpusFile[] = [
      {path: 'proef/w.md', text: 'nieuw', was: 'oud'},
      ...draftOf(1)
    ]
    const filling = using(folder, (journal) =>
      fullAt('proef/wijzigingen', () => journal.layDown('cao proef', files))
    )
    await expect(filling).rejects.toThrow(
      `De schijf is vol bij het schrijven van \`${folder}/proef/wijzigingen/w-1.md\`; maak ruimte en herhaal de opdracht`
    )
    expect(content(folder)).toEqual(before)
    expect(lastDraft(folder)).toBeUndefined()
  })

  test('a cut before each step: all files are there, or `undo` leaves none; before each step of `undo` too', async () => {
    const folder = temporaryFolder('in memory')
    lay(folder, {'proef/w.md': 'oud'})
    const before = content(folder)
    const files: readonly CorpusFile[] = [
      ...draftOf(1).slice(2),
      {path: 'proef/w.md', text: 'nieuw', was: 'oud'}
    ]
    let moments = 0
    await using(folder, (journal) => {
      for (let step = 0, cut = true; cut; step++) {
        for (let undoStep = 0, undoCut = true; undoCut; undoStep++) {
          cut = diesAt(step, () => journal.layDown('cao proef', files))
          const last = journal.last()
          if (last?.isWhole) {
            expect(last.files.map(({state}) => state)).toEqual(
              files.map(() => 'same')
            )
          }
          undoCut = diesAt(undoStep, () => journal.undo())
          journal.undo()
          clearDrafts(folder)
          expect(content(folder)).toEqual(before)
          expect(journal.last()).toBeUndefined()
          moments++
        }
      }
    })
    expect(moments).toBeGreaterThan(200)
  })

  test('twenty kills: `undo` mends what is unfinished', async () => {
    const folder = temporaryFolder()
    let number = 1
    let broken = 0
    for (let kill = 0; kill < 20; kill++) {
      const drafter = child('draft', [folder, String(number)])
      const end = ended(drafter)
      await firstWord(drafter)
      await sleep(randomInt(40))
      drafter.kill('SIGKILL')
      expect((await end).exit).toBe('SIGKILL')
      const last = lastDraft(folder)
      if (last && !last.isWhole) {
        broken++
        await expect(draft(folder, draftOf(9999))).rejects.toThrow(
          `De vorige opdracht (\`${last.title}\`) is halverwege afgebroken; maak haar eerst ongedaan met \`cao undo\``
        )
        await undo(folder)
      }
      for (const {path: place, text} of draftsIn(folder)) {
        expect(readFileSync(path.join(folder, place), 'utf8')).toBe(text)
      }
      number += 1000
    }
    expect(broken).toBeGreaterThanOrEqual(0)
  }, 60_000)

  test('two programs at once: each draft is whole, and none is lost', async () => {
    const folder = temporaryFolder('in memory')
    const ends = await Promise.all([
      ended(child('draft', [folder, '1', '15'])),
      ended(child('draft', [folder, '1001', '15']))
    ])
    expect(ends.map(({exit, err}) => ({exit, err}))).toEqual([
      {exit: 0, err: ''},
      {exit: 0, err: ''}
    ])
    expect(draftsIn(folder)).toHaveLength(90)
    expect(
      readdirSync(path.join(folder, '.cao')).filter((name) => /^\d/u.test(name))
    ).toHaveLength(30)
  })
})

/** Do `work` on a disk that has no room for names below `place`. */
function fullAt(place: string, work: () => void): void {
  const originals = {linkSync: fs.linkSync, renameSync: fs.renameSync}
  for (const [name, original] of Object.entries(originals)) {
    const call = original as (...args: unknown[]) => unknown
    Object.assign(fs, {
      [name]: (from: unknown, to: unknown): unknown => {
        if (!String(to).includes(`${place}/`)) return call(from, to)
        const full = {code: 'ENOSPC', syscall: name}
        throw Object.assign(new Error('full'), full)
      }
    })
  }
  syncBuiltinESMExports()
  try {
    work()
  } finally {
    Object.assign(fs, originals)
    syncBuiltinESMExports()
  }
}

/** A replaced file is written beside itself first; a cut there leaves that, unseen by all readers. */
function clearDrafts(folder: string): void {
  for (const name of readdirSync(path.join(folder, 'proef'))) {
    if (/^\.caoc-.*\.tmp$/u.test(name)) rmSync(path.join(folder, 'proef', name))
  }
}

/** For each draft of which any file is there, all of its files. */
function draftsIn(folder: string): readonly CorpusFile[] {
  const names = Object.keys(content(folder))
  const numbers = names.flatMap(
    (name) => /(?:artikel|w)-(\d+)/u.exec(name)?.[1] ?? []
  )
  return [...new Set(numbers)].flatMap((number) => draftOf(Number(number)))
}
