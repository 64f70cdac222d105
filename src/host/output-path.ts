/** Which places in the output folder may be written. */
import {lstatSync} from 'node:fs'
import path from 'node:path'
import {ifPossible, quote} from './failure.ts'
import {HostError} from './host.ts'

const name = /^[a-z0-9-][a-z0-9.-]*(?<!\.)$/
/** Names that are devices on Windows, whatever follows the full stop. */
const device = /^(?:aux|con|nul|prn|com\d|lpt\d)(?:\.|$)/

/** Throws unless `place` is one or more plain names with `/` between them. */
export function checkPlace(place: string): void {
  const isPlain = place
    .split('/')
    .every((part) => name.test(part) && !device.test(part))
  if (isPlain) return
  throw new HostError(
    `${quote(place)} kan geen naam in de uitvoer zijn; gebruik kleine letters, cijfers, \`-\` en \`.\``
  )
}

/** Throws when two places are one, or one lies in the other. */
export function checkApart(places: readonly string[]): void {
  const sorted = places.map((place) => `${place}/`).sort()
  for (const [index, place] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next?.startsWith(place)) {
      throw new HostError(
        `${quote(next.slice(0, -1))} en ${quote(place.slice(0, -1))} liggen in elkaar; geef ze elk een eigen map`
      )
    }
  }
}

/** Throws when the way to `place`, or the place itself, is anything but folders. */
export function checkFolders(root: string, place: string): void {
  const parts = place.split('/')
  for (const index of parts.keys()) {
    const folder = path.join(root, ...parts.slice(0, index + 1))
    const stat = ifPossible(() => lstatSync(folder))
    if (stat === undefined || stat.isDirectory()) continue
    const kind = stat.isSymbolicLink()
      ? 'een koppeling (symbolic link)'
      : 'een bestand'
    throw new HostError(
      `${quote(folder)} is ${kind} op de plaats van een map; verwijder het`
    )
  }
}
