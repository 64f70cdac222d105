/** `--gemeente`, `--laag` and `--concept` as typed → for whom, and on what footing, one asks. */
import type {Scope} from '../consolidate/consolidate.ts'
import {defined} from '../defined.ts'
import type {Regeling, Vaststelling} from '../model.ts'
import {localRegeling} from '../resolve/local.ts'
import {type Call, CallError, textOption} from './command.ts'

/** A regeling with the days that hold for who asks. */
export interface Scoped {
  readonly regeling: Regeling
  readonly scope: Pick<Scope, 'gemeente' | 'laag'>
}

/** Options that say for whom a text is. */
export const scopeOptions = [
  {
    flags: '--gemeente <naam>',
    description:
      'de tekst zoals deze gemeente die vaststelde; naam of code, als gm0037'
  },
  {
    flags: '--laag <laag>',
    description: 'CAR: laat weg wat alleen voor UWO-gemeenten geldt'
  }
] as const

/** The regelingen as they hold for who asks; those that the municipality did not adopt are left out. */
export function scoped(
  call: Call,
  regelingen: readonly Regeling[]
): readonly Scoped[] {
  const name = textOption(call, 'gemeente')
  const asked = readLaag(call)
  if (name === undefined) {
    return regelingen.map((regeling) => scopedTo(regeling, undefined, asked))
  }
  const found = regelingen.flatMap((regeling) => {
    const vaststelling = vaststellingOf(regeling, name)
    return vaststelling ? [scopedTo(regeling, vaststelling, asked)] : []
  })
  if (found.length > 0) return found
  throw new CallError(unknownGemeente(name, regelingen))
}

/** The vaststelling of a municipality, by name or code. */
export function vaststellingOf(
  {vaststellingen}: Regeling,
  name: string
): Vaststelling | undefined {
  const key = name.normalize('NFC').trim().toLowerCase()
  return vaststellingen.find(
    ({code, gemeente}) => code === key || gemeente.toLowerCase() === key
  )
}

/** What to say when no regeling knows the municipality. */
export function unknownGemeente(
  name: string,
  regelingen: readonly Regeling[]
): string {
  const known = regelingen.flatMap(({vaststellingen}) =>
    vaststellingen.map(({code, gemeente}) => `${gemeente} (${code})`)
  )
  const names = [...new Set(known)]
  return names.length === 0
    ? `Van \`${name}\` is niets vastgelegd, en van geen andere gemeente; maak een bestand in de map \`vaststellingen\` van de regeling`
    : `Van \`${name}\` is niet vastgelegd wat er is vastgesteld; wel van ${names.join(', ')}`
}

function scopedTo(
  regeling: Regeling,
  gemeente: Vaststelling | undefined,
  asked: 'CAR' | 'UWO' | undefined
): Scoped {
  const isCar = gemeente && !gemeente.lagen.includes('UWO')
  const laag = asked ?? (isCar ? 'CAR' : undefined)
  if (asked !== undefined && !regeling.lagen.includes(asked)) {
    throw new CallError(
      `\`${regeling.id}\` heeft geen laag ${asked}; laat \`--laag\` weg, of kies met \`--regeling\` een andere regeling`
    )
  }
  return {
    regeling: gemeente ? localRegeling(regeling, gemeente) : regeling,
    scope: defined({gemeente, laag: laag === 'CAR' ? laag : undefined})
  }
}

function readLaag(call: Call): 'CAR' | 'UWO' | undefined {
  const text = textOption(call, 'laag')
  if (text === undefined) return undefined
  const laag = text.toUpperCase()
  if (laag === 'CAR' || laag === 'UWO') return laag
  throw new CallError(`\`${text}\` is geen laag; kies CAR of UWO`)
}
