import {execFileSync} from 'node:child_process'
import {mkdirSync, symlinkSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {untar} from '../../src/host/untar.ts'
import {lay, temporaryFolder} from './temporary.ts'

/** What the system's own tar makes of a folder. */
function tar(folder: string, ...names: readonly string[]): Buffer {
  return execFileSync('tar', ['-cf', '-', '-C', folder, ...names])
}

test.runIf(process.platform === 'linux')(
  'the files of an archive, byte for byte',
  () => {
    const folder = temporaryFolder()
    const bytes = Buffer.alloc(1025, 7)
    lay(folder, {'map/a.bin': bytes, 'map/diep/leeg': ''})
    mkdirSync(path.join(folder, 'map/zonder'))
    expect(untar(tar(folder, 'map/a.bin', 'map/diep', 'map/zonder'))).toEqual([
      {path: 'map/a.bin', bytes},
      {path: 'map/diep/leeg', bytes: Buffer.alloc(0)}
    ])
  }
)

test.runIf(process.platform === 'linux')(
  'links and ways out are refused',
  () => {
    const folder = temporaryFolder()
    lay(folder, {a: 'a', 'map/b': 'b'})
    symlinkSync('/etc/hostname', path.join(folder, 'link'))
    expect(() => untar(tar(folder, 'link'))).toThrow(
      'Tar entry of kind 2: link'
    )
    expect(() => untar(tar(path.join(folder, 'map'), '-P', '../a'))).toThrow(
      'out of place'
    )
    expect(() => untar(tar(folder, '-P', path.join(folder, 'a')))).toThrow(
      'out of place'
    )
  }
)
