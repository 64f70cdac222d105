/** `.cao/` in a corpus folder: what caoc keeps there for itself, apart from the sources. */
import {lstatSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {makeFolder} from './durable.ts'
import {errorCode} from './failure.ts'

/** Begins with a full stop, so that no reader of a corpus looks into it. */
const workName = '.cao'

/** The folder `name` in the work folder of the corpus `root`; nothing where it is not there, or is reached by a link. */
export function findWorkFolder(root: string, name: string): string | undefined {
  const work = path.join(root, workName)
  const folder = path.join(work, name)
  return isFolder(work) && isFolder(folder) ? folder : undefined
}

/** As {@link findWorkFolder}, made when it is not there. */
export function makeWorkFolder(root: string, name: string): string | undefined {
  const work = path.join(root, workName)
  makeFolder(work)
  if (!isFolder(work)) return undefined
  keepApart(work)
  makeFolder(path.join(work, name))
  return findWorkFolder(root, name)
}

function isFolder(place: string): boolean {
  return lstatSync(place, {throwIfNoEntry: false})?.isDirectory() === true
}

/** Keep it out of version control and out of packages. */
function keepApart(work: string): void {
  try {
    writeFileSync(path.join(work, '.gitignore'), '*\n', {flag: 'wx'})
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}
