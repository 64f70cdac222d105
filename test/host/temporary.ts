/** Folders on the real disk that are gone after the test file. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll} from 'vitest'

/** Where a system keeps files in memory: many times faster, for what asks nothing of the disk itself. */
const memory = '/dev/shm'

const made: string[] = []

afterAll(() => {
  for (const folder of made) {
    rmSync(folder, {recursive: true, force: true, maxRetries: 8})
  }
})

/** A folder of its own for each call. */
export function temporaryFolder(where?: 'in memory'): string {
  const inMemory = where === 'in memory' && existsSync(memory)
  const folder = mkdtempSync(
    path.join(inMemory ? memory : tmpdir(), 'caoc-test-')
  )
  made.push(folder)
  return folder
}

/** Lay files down below `folder`, with the folders above them. */
export function lay(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>
): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, content)
  }
}
