/** Single files: of the corpus, and those that the user names. */
import {lstatSync, realpathSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {makeFolder, replaceFile} from './durable.ts'
import {attempt, ifPossible, quote} from './failure.ts'
import {HostError} from './host.ts'

/**
 * Replace a file of the corpus, or make it with the folders above it. Nothing
 * outside the corpus is ever written: no `..`, and no link on the way.
 */
export function writeCorpusFile(
  folder: string,
  place: string,
  text: string
): void {
  const file = path.join(folder, place)
  attempt(file, () => {
    checkPlace(place)
    checkNoLinks(folder, place)
    makeFolder(path.dirname(file))
    replaceFile(file, Buffer.from(text))
  })
}

/**
 * Write the file that the user named. A link is followed to the file it names,
 * and what is no file, such as `/dev/stdout`, is written to directly.
 */
export function writeFile(file: string, bytes: Uint8Array): void {
  attempt(file, () => {
    const stat = ifPossible(() => statSync(file))
    if (stat === undefined || stat.isFile()) {
      return replaceFile(
        stat === undefined ? path.resolve(file) : realpathSync(file),
        bytes
      )
    }
    writeFileSync(file, bytes)
  })
}

/** Throws unless `place` lies below the folder that it is meant for. */
export function checkPlace(place: string): void {
  const isInside = place
    .split('/')
    .every((part) => !['', '.', '..', '.git'].includes(part.toLowerCase()))
  // `\` and `:` would be folders and drives on Windows.
  if (isInside && !/[\\:\p{Cc}]/u.test(place)) return
  throw new HostError(
    `${quote(place)} ligt niet in de verzameling; geef een plaats daarbinnen`
  )
}

/** Throws when the way to a file, or the file itself, is a link or anything else that it should not be. */
export function checkNoLinks(folder: string, place: string): void {
  const parts = place.split('/')
  for (const index of parts.keys()) {
    const step = path.join(folder, ...parts.slice(0, index + 1))
    const stat = ifPossible(() => lstatSync(step))
    const isLast = index === parts.length - 1
    const isSound = isLast ? stat?.isFile() : stat?.isDirectory()
    if (stat === undefined || isSound) continue
    throw new HostError(
      `${quote(step)} is ${isLast ? 'geen gewoon bestand' : 'geen gewone map'}; verwijder het`
    )
  }
}
