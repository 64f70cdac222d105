/** A power cut at a chosen change to the disk. */
import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'

const changes = [
  'fsyncSync',
  'linkSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'writeFileSync'
] as const

class PowerCut extends Error {}

/**
 * Do `work` until it is about to make its change number `step` to the disk, and
 * let nothing reach the disk from there on, as at a kill. Answers whether that
 * moment came.
 */
export function diesAt(step: number, work: () => void): boolean {
  let count = 0
  const originals = new Map(changes.map((name) => [name, fs[name]]))
  for (const [name, original] of originals) {
    const call = original as (...args: unknown[]) => unknown
    Object.assign(fs, {
      [name]: (...args: unknown[]): unknown => {
        if (count++ >= step) throw new PowerCut()
        return call(...args)
      }
    })
  }
  syncBuiltinESMExports()
  try {
    work()
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
  } finally {
    Object.assign(fs, Object.fromEntries(originals))
    syncBuiltinESMExports()
  }
  return count > step
}
