/** What the `lock.json` of each regeling says may not change. */
import type {SourceTree} from '../model.ts'

/** Whether a file, by its path below the corpus folder, is locked. */
export type IsLocked = (path: string) => boolean

/** Read every lock; where one cannot be read, all of its regeling counts as locked. */
export function readLocks({files}: SourceTree): IsLocked {
  const locked = new Set<string>()
  const unclear: string[] = []
  for (const file of files) {
    const regeling = /^([^/]+\/)lock\.json$/u.exec(file.path)?.[1]
    if (regeling === undefined) continue
    const names = 'bytes' in file ? namesIn(file.bytes) : undefined
    if (names) for (const name of names) locked.add(regeling + name)
    else unclear.push(regeling)
  }
  return (path) =>
    locked.has(path) || unclear.some((folder) => path.startsWith(folder))
}

/** The files that a lock names; nothing when it cannot be read. */
function namesIn(bytes: Uint8Array): readonly string[] | undefined {
  try {
    const lock: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (Object(lock).formaat !== 1) return undefined
    const wijzigingen = Object.values(field(lock, 'wijzigingen'))
    return wijzigingen.flatMap((one) => Object.keys(field(one, 'bestanden')))
  } catch {
    return undefined
  }
}

function field(value: unknown, name: string): object {
  const found: unknown = Object(value)[name]
  if (typeof found === 'object' && found !== null) return found
  throw new TypeError(`No ${name}`)
}
