/** What a user types → a unit of a regeling, with the part of it that is meant. */
import type {Stap} from '../citation/address.ts'
import {readReferences} from '../citation/read.ts'
import type {Moment, Regeling, Unit} from '../model.ts'
import {findUnit} from './find.ts'

/** A unit with the lid or onderdeel that was asked for, or what comes nearest. */
export type FoundPart =
  | {readonly unit: Unit; readonly pad: readonly Stap[]}
  | {readonly unit?: undefined; readonly nearest: readonly string[]}

/** Find the unit that words mean at a moment; `artikel 3:1, tweede lid`, and `3:1 lid 2` name a part of it. */
export function findPart(
  regeling: Regeling,
  words: string,
  moment: Moment
): FoundPart {
  const whole = findUnit(regeling, words, moment)
  if (whole.unit) return {unit: whole.unit, pad: []}
  const asked = partIn(words) ?? partIn(`artikel ${words}`)
  const found = asked && findUnit(regeling, asked.words, moment)
  if (!found) return whole
  return found.unit ? {unit: found.unit, pad: asked.pad} : found
}

function partIn(
  words: string
): {readonly words: string; readonly pad: readonly Stap[]} | undefined {
  const [reference] = readReferences(words.trim())
  if (reference?.soort !== 'bepaling' || reference.from !== 0) return undefined
  const address = reference.targets[0]?.address
  const unit = address?.eenheid.findLast(({soort}) => soort !== 'toelichting')
  if (!address || unit?.nummer === undefined || address.pad.length === 0) {
    return undefined
  }
  return {words: `${unit.soort} ${unit.nummer}`, pad: address.pad}
}
