/**
 * What a version holds: its basis, the basis of that, and all that it weaves.
 *
 * Kernel.
 */
import type {Version} from '../model.ts'
import {nameOf} from './names.ts'

/** Whether a version weaves several wijzigingen together. */
export function isWoven({wijzigingen}: Version): boolean {
  return wijzigingen.length > 1
}

/** Bases looked up once for a unit. */
export interface Family {
  readonly basis: ReadonlyMap<Version, Version>
  readonly versions: readonly Version[]
}

/** The bases of the versions of a unit. */
export function familyOf(versions: readonly Version[]): Family {
  const byName = new Map(versions.map((version) => [nameOf(version), version]))
  const basis = new Map(
    versions.flatMap((version) => {
      const found = byName.get(version.basis ?? '')
      return found ? [[version, found] as const] : []
    })
  )
  return {basis, versions}
}

/** Itself, its basis and so on down; a woven version holds what it weaves, and nothing that was gone by then. */
export function ancestryOf(
  version: Version,
  earlier: readonly Version[],
  {basis}: Family
): ReadonlySet<Version> {
  const held = new Set<Version>()
  const open = [version]
  for (let one = open.pop(); one; one = open.pop()) {
    if (held.has(one)) continue
    held.add(one)
    const below = basis.get(one)
    if (below) open.push(below)
    if (!isWoven(one)) continue
    const own = new Set(one.wijzigingen)
    open.push(...earlier.filter((other) => other !== one && isFrom(other, own)))
  }
  if (!isWoven(version)) return held
  const own = new Set(version.wijzigingen)
  const present = new Set([version, ...earlier])
  return new Set(
    [...held].filter((one) => present.has(one) || !wasSettled(one, own))
  )
}

/** Whether a woven version names what withdrew or moved another, and so was made in knowledge of it. */
function wasSettled(
  {setAsideBy, days}: Version,
  own: ReadonlySet<string>
): boolean {
  return (
    (setAsideBy !== undefined && own.has(setAsideBy)) ||
    days.some(({by}) => by !== undefined && own.has(by))
  )
}

function isFrom({wijzigingen}: Version, own: ReadonlySet<string>): boolean {
  return wijzigingen.length > 0 && wijzigingen.every((id) => own.has(id))
}

/** A woven version adds nothing to what holds all that it weaves. */
export function isWovenFrom(
  other: Version,
  earlier: readonly Version[],
  held: ReadonlySet<Version>
): boolean {
  if (!isWoven(other)) return false
  const own = new Set(other.wijzigingen)
  const parts = earlier.filter(
    (part) => part !== other && !isWoven(part) && isFrom(part, own)
  )
  return parts.length > 0 && parts.every((part) => held.has(part))
}
