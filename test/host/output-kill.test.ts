import {randomInt} from 'node:crypto'
import {readdirSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {expect, test} from 'vitest'
import type {Output} from '../../src/host/host.ts'
import {withOutput} from '../../src/host/output.ts'
import {childScripts, ended, firstWord} from './child.ts'
import {damage, generation, litter, published} from './generation.ts'
import {temporaryFolder} from './temporary.ts'

const child = childScripts()
function publish(output: Output, number: number): void {
  const {folders, manifest} = generation(number)
  output.commit(folders, manifest, [])
}

const noPatience = {milliseconds: 300, say: () => {}}

test('thirty kills at any moment leave a whole publication, the old or the new', async () => {
  const folder = temporaryFolder()
  const start = performance.now()
  await withOutput(folder, async (output) => publish(output, 0), noPatience)
  // Long enough for a generation or two, on this disk at this hour.
  const span = Math.ceil(2 * (performance.now() - start)) + 20
  let last = 0
  for (let kill = 0; kill < 30; kill++) {
    const publisher = child('publish', [folder, String(last + 1)])
    const end = ended(publisher)
    await firstWord(publisher)
    await sleep(randomInt(span))
    publisher.kill('SIGKILL')
    expect((await end).exit).toBe('SIGKILL')
    expect(damage(folder)).toEqual([])
    expect(published(folder)).toBeGreaterThanOrEqual(last)
    last = published(folder)
  }
  expect(last).toBeGreaterThan(0)
  await withOutput(folder, async () => {}, noPatience)
  expect(damage(folder)).toEqual([])
  expect(litter(folder)).toEqual([])
}, 30_000)

test('of two programs the second waits, and says for whom', async () => {
  const folder = temporaryFolder()
  const first = child('publish', [folder])
  const end = ended(first)
  await firstWord(first)
  const said: string[] = []
  const waits = withOutput(folder, async () => {}, {
    milliseconds: 300,
    say: (text) => said.push(text)
  })
  await expect(waits).rejects.toThrow(
    `is na 0 seconden nog in gebruik bij caoc met procesnummer ${first.pid}; wacht tot die klaar is, en verwijder \`${folder}/.lock\` als daar geen caoc meer loopt`
  )
  expect(said).toEqual([
    `Wacht tot caoc met procesnummer ${first.pid} klaar is met \`${folder}\``
  ])
  first.kill('SIGTERM')
  expect((await end).exit).toBe(143)
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  expect(damage(folder)).toEqual([])
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129]
] as const)('%s leaves no lock and ends with %i', async (signal, code) => {
  const folder = temporaryFolder()
  const publisher = child('publish', [folder])
  const end = ended(publisher)
  await firstWord(publisher)
  publisher.kill(signal)
  expect((await end).exit).toBe(code)
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  expect(damage(folder)).toEqual([])
})

test('never two inside, however many wait for the lock of a dead one', async () => {
  const folder = temporaryFolder()
  const ends: Awaited<ReturnType<typeof ended>>[] = []
  const thriceInTurn = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) {
      ends.push(await ended(child('lock', [folder, '12'])))
    }
  }
  await Promise.all(Array.from({length: 8}, thriceInTurn))
  expect(ends.map(({err}) => err).join('')).toBe('')
  expect(ends.map(({exit}) => exit)).toContain('SIGKILL')
  // The last word may be a dead lock; it is taken over.
  await withOutput(folder, async () => {}, noPatience)
  expect(readdirSync(folder)).toEqual([])
}, 30_000)

test('the lock of a dead process is taken over', async () => {
  const folder = temporaryFolder()
  const publisher = child('publish', [folder])
  const end = ended(publisher)
  await firstWord(publisher)
  publisher.kill('SIGKILL')
  await end
  expect(readdirSync(folder)).toContain('.lock')
  await withOutput(folder, async (output) => publish(output, 7), noPatience)
  expect(published(folder)).toBe(7)
})

test('a lock of another machine is respected, and so is one that cannot be read', async () => {
  const folder = temporaryFolder()
  const lock = path.join(folder, '.lock')
  const foreign = {
    token: '0123456789abcdef',
    pid: 1,
    host: `niet-${hostname()}`
  }
  writeFileSync(lock, JSON.stringify(foreign))
  await expect(withOutput(folder, async () => {}, noPatience)).rejects.toThrow(
    `bij caoc met procesnummer 1 op \`niet-${hostname()}\`; wacht tot die klaar is, en verwijder \`${lock}\` als daar geen caoc meer loopt`
  )
  writeFileSync(lock, '')
  await expect(withOutput(folder, async () => {}, noPatience)).rejects.toThrow(
    'bij een andere caoc'
  )
})
