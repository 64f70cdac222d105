/**
 * Takes a lock again and again, and says when somebody else was inside. Takes
 * its own life now and then, with the lock in hand.
 */
import {randomInt} from 'node:crypto'
import {rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {takeLock} from '../../../src/host/lock.ts'

const [folder = '', rounds = '0'] = process.argv.slice(2)
const inside = path.join(folder, 'inside')

for (let round = 0; round < Number(rounds); round++) {
  const lock = await takeLock(folder, folder, {
    milliseconds: 30_000,
    say: () => {}
  })
  // Fails when it is there: two inside.
  writeFileSync(inside, String(process.pid), {flag: 'wx'})
  await new Promise((next) => setTimeout(next, randomInt(3)))
  rmSync(inside)
  if (randomInt(8) === 0) process.kill(process.pid, 'SIGKILL')
  lock.release()
}
process.stdout.write('done\n')
