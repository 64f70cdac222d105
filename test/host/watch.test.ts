import {
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {watchFolder} from '../../src/host/watch.ts'
import {lay, temporaryFolder} from './temporary.ts'

/** A watch that counts what it was told, and can be waited for. */
function watching(folder: string, onlyPoll: boolean) {
  const end = new AbortController()
  let told = 0
  let wake = (): void => {}
  const done = watchFolder(
    folder,
    () => {
      told++
      wake()
    },
    {onlyPoll, signal: end.signal}
  )
  return {
    count: () => told,
    /** Resolves when it has been told so many times. */
    async reaches(times: number): Promise<void> {
      while (told < times) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    async stop(): Promise<void> {
      end.abort()
      await done
    }
  }
}

const ways = [
  ['with notices of the system', false],
  ['by looking alone', true]
] as const

test.each(ways)(
  '%s: told at once, and once after each change',
  async (_name, onlyPoll) => {
    const folder = temporaryFolder()
    lay(folder, {'proef/a.md': 'een'})
    const watch = watching(folder, onlyPoll)
    expect(watch.count()).toBe(1)
    writeFileSync(path.join(folder, 'proef/a.md'), 'twee!')
    await watch.reaches(2)
    lay(folder, {'proef/nieuw/b.md': 'drie', 'proef/nieuw/c.md': 'vier'})
    await watch.reaches(3)
    unlinkSync(path.join(folder, 'proef/nieuw/b.md'))
    await watch.reaches(4)
    renameSync(path.join(folder, 'proef'), path.join(folder, 'anders'))
    await watch.reaches(5)
    await watch.stop()
    expect(watch.count()).toBe(5)
  }
)

test.each(ways)(
  '%s: a folder that is removed and made again is watched on',
  async (_name, onlyPoll) => {
    const folder = path.join(temporaryFolder(), 'articles')
    lay(folder, {'proef/a.md': 'een'})
    const watch = watching(folder, onlyPoll)
    rmSync(folder, {recursive: true})
    await watch.reaches(2)
    lay(folder, {'proef/a.md': 'een'})
    await watch.reaches(3)
    writeFileSync(path.join(folder, 'proef/a.md'), 'gewijzigd')
    await watch.reaches(4)
    await watch.stop()
  }
)

test('many files that come and go at once end in the last state', async () => {
  const folder = temporaryFolder()
  const watch = watching(folder, false)
  for (let round = 0; round < 5; round++) {
    for (let at = 0; at < 200; at++) {
      lay(folder, {[`proef/artikel-${at}/begin.md`]: `${round}`})
    }
    rmSync(path.join(folder, 'proef'), {recursive: true})
    await new Promise((resolve) => setImmediate(resolve))
  }
  lay(folder, {'proef/a.md': 'slot'})
  await watch.reaches(2)
  await watch.stop()
})

test('what caoc never reads is no change, and a link is not followed', async () => {
  const folder = temporaryFolder()
  const elsewhere = temporaryFolder()
  mkdirSync(path.join(folder, 'proef'))
  symlinkSync(elsewhere, path.join(folder, 'proef/elders'))
  const watch = watching(folder, false)
  lay(folder, {'.git/index': 'x', 'proef/a.md~': 'x', 'proef/.a.swp': 'x'})
  lay(elsewhere, {'b.md': 'x'})
  writeFileSync(path.join(folder, 'proef/a.md'), 'x')
  await watch.reaches(2)
  await watch.stop()
  expect(watch.count()).toBe(2)
})

test('what the work throws ends the watch', async () => {
  const folder = temporaryFolder()
  const boom = (): never => {
    throw new Error('stuk')
  }
  await expect(watchFolder(folder, boom)).rejects.toThrow('stuk')
  expect(process.listenerCount('SIGINT')).toBe(0)
})
