import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import type {SourceFile} from '../model.ts'
import {attempt} from './failure.ts'
import {ownFolder} from './package.ts'

/** The package's own list of laws, for a corpus that has none. */
export function readLaws(folder: string = ownFolder()): SourceFile {
  const file = path.join(folder, 'articles', 'gegevens', 'wetten.yaml')
  return attempt(file, () => {
    const bytes = readFileSync(file)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return {path: 'gegevens/wetten.yaml', bytes, sha256}
  })
}
