/** Where one path lies, seen from another, however the two were typed. */
import {realpathSync} from 'node:fs'
import path from 'node:path'
import {ifPossible} from './failure.ts'

/**
 * The place of `file` below `folder`, with `/`, and empty for the folder
 * itself; nothing when it lies elsewhere. Links are followed, and neither of
 * the two need be there.
 */
export function placeBelow(folder: string, file: string): string | undefined {
  const place = path.relative(realPath(folder), realPath(file))
  const [first, ...more] = place.split(path.sep)
  if (first === '..' || path.isAbsolute(place)) return undefined
  return [first, ...more].join('/')
}

/** For what is not there: the real path of the nearest folder above it that is, and the rest as typed. */
function realPath(file: string): string {
  const full = path.resolve(file)
  const real = ifPossible(() => realpathSync.native(full))
  const parent = path.dirname(full)
  if (real !== undefined || parent === full) return real ?? full
  return path.join(realPath(parent), path.basename(full))
}
