/** A secret of this user on this machine, by which caoc knows again what it wrote itself. */
import {randomBytes} from 'node:crypto'
import path from 'node:path'
import {replaceFile} from './durable.ts'
import {readPlainFile} from './folder-content.ts'
import {cacheFolder} from './private-folder.ts'

const length = 32

/** The secret, made when there is none yet; of two that make one at once, one finds another the next time. */
export function ownSecret(): Buffer {
  const file = path.join(cacheFolder(), 'secret')
  const known = readPlainFile(file)
  if (known?.length === length) return known
  const made = randomBytes(length)
  replaceFile(file, made)
  return made
}
