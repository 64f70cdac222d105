/** What reading a file gave before, recalled where the very same bytes stand at the same path. */
import type {SourceFile} from '../model.ts'
import type {Reading} from './pieces.ts'

/**
 * Texts kept by key. Whoever makes one sees to it that `get` gives what was
 * `put` by this very build of caoc, letter for letter, or nothing.
 */
export interface ReadCache {
  readonly get: (key: string) => string | undefined
  readonly put: (key: string, text: string) => void
}

/** Recall a file's reading, or else read it and keep that; a file without a hash is always read. */
export function recall(
  file: SourceFile,
  cache: ReadCache | undefined,
  read: (file: SourceFile) => Reading
): Reading {
  if (!cache || !('bytes' in file) || file.sha256 === undefined) {
    return read(file)
  }
  const key = `${file.sha256} ${file.path}`
  const known = cache.get(key)
  if (known !== undefined) return JSON.parse(known)
  const reading = read(file)
  cache.put(key, JSON.stringify(reading))
  return reading
}
