/**
 * What stays in a corpus of each text that was read: `import/<dag>.md`.
 *
 * Stage. By these a later import knows which days were read already, and from
 * which file.
 */
import {parseDocument} from 'yaml'
import {defined} from '../defined.ts'
import type {IsoDate} from '../model.ts'
import {isoDate} from '../time/days.ts'
import {fileText} from './files.ts'
import type {Position} from './lives.ts'

/** One text that was read. */
export interface Imported extends Position {
  /** Name of its file, without folders. */
  readonly bestand: string
  /** Of its bytes. */
  readonly sha256: string
  /** Permanent identity of the regeling, where the source gives one. */
  readonly identificatie?: string
}

/** Name of a file, without folders. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

/** Path of a record below the corpus folder. */
export function recordPath(
  regeling: string,
  {day, expression}: Position
): string {
  const suffix = expression > 0 ? `-${expression}` : ''
  return `${regeling}/import/${day}${suffix}.md`
}

/** Write a record; `body` tells people what was done. */
export function recordText(
  {day, expression, bestand, sha256, identificatie}: Imported,
  body: string
): string {
  const expressie = expression > 0 ? expression : undefined
  return fileText(
    {geldig: day, expressie, bestand, sha256, identificatie},
    body
  )
}

/** Read a record; nothing when it is none. */
export function readRecord(text: string): Imported | undefined {
  const head = /^\uFEFF?---\r?\n([\s\S]*?)---/u.exec(text)?.[1]
  if (head === undefined || head.length > 5000) return undefined
  const document = parseDocument(head, {schema: 'failsafe'})
  if (document.errors.length > 0) return undefined
  const values: unknown = document.toJS({maxAliasCount: 0})
  if (typeof values !== 'object' || values === null) return undefined
  const {geldig, expressie, bestand, sha256, identificatie} = values as Record<
    string,
    unknown
  >
  const day: IsoDate | undefined = isoDate(String(geldig))
  if (!day || typeof bestand !== 'string' || typeof sha256 !== 'string') {
    return undefined
  }
  return {
    day,
    expression: Number(expressie ?? 0),
    bestand,
    sha256,
    ...defined({
      identificatie:
        typeof identificatie === 'string' ? identificatie : undefined
    })
  }
}
