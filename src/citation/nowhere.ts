/** Relative references that lead nowhere for certain: `het vorige lid` in the first lid. Kernel. */
import type {Soort} from '../model.ts'
import type {Address, Target, Vanaf} from './address.ts'
import type {Cited} from './cited.ts'
import {labelsBeside} from './labels-beside.ts'
import {
  isAmendment,
  isNamedBefore,
  isQuoted,
  isSaidOfLaw,
  mayBeMember
} from './manner.ts'
import {type Here, resolveAddress} from './resolve.ts'
import {hasVolzin, isCut, isUndivided} from './text-shape.ts'

/** A part of a reference, with the text in which it stands. */
export interface Spot {
  readonly cited: Cited
  readonly target: Target
}

/** What is known of the text, and of what lies around it. */
export interface Standing {
  readonly here: Here
  /** Kinds of unit in which the text may stand on some day; absent where that cannot be told. */
  readonly around?: ReadonlySet<Soort>
  /** All references of the text, asked for when it matters. */
  readonly all: () => readonly Cited[]
}

/**
 * Whether what is told from where it stands is not there, whatever the day.
 *
 * Errs on the side of silence: what may be said of a member of a board, of a
 * part of an organisation, of another law or of what was named before is not
 * told. Units beside this one depend on the day, and are not asked for here.
 */
export function leadsNowhere(spot: Spot, standing: Standing): boolean {
  const {address, tot} = spot.target
  const ends = tot ? [address, tot] : [address]
  return ends.some(
    (end) => isNowhere(end, spot, standing) && isSure(end, spot, standing)
  )
}

/** Whether words that count from a unit or a lid are surely said of this text, and not quoted. */
export function isSure(
  {vanaf, pad}: Address,
  {cited, target}: Spot,
  {here, all}: Pick<Standing, 'here' | 'all'>
): boolean {
  const {words, isAside} = cited
  if (!vanaf || isAside || isQuoted(words, target.from)) return false
  if (isAmendment(cited, all())) return false
  if (vanaf.stap === 0 && isNamedBefore(vanaf.soort, cited, all())) return false
  if (pad.length > 0 || isSaidOfLaw(words, target)) return true
  const isInPart = here.pad.some(({soort}) => soort === vanaf.soort)
  if (mayBeElse.includes(vanaf.soort) && !isInPart) return false
  return vanaf.soort !== 'lid' || !mayBeMember(here.text, all())
}

/** Words that also mean a part of an organisation, or something that goes with a letter. */
const mayBeElse: readonly Vanaf['soort'][] = [
  'onderdeel',
  'afdeling',
  'titel',
  'boek',
  'deel',
  'bijlage'
]

type Ask = Spot &
  Pick<Standing, 'here' | 'around'> & {readonly address: Address}

function isNowhere(
  address: Address,
  spot: Spot,
  {here, around}: Standing
): boolean {
  const {vanaf} = address
  if (!vanaf || vanaf.stap === 'genoemd') return false
  const ask = {...spot, here, address, ...(around && {around})}
  const {soort, stap} = vanaf
  switch (soort) {
    case 'tekst':
    case 'artikel':
      return false
    case 'lid':
      return isNoLid(ask, stap) && isInArtikel(here)
    case 'onderdeel':
      return isNoOnderdeel(ask, stap) && isInArtikel(here)
    case 'volzin':
      return isNoVolzin(ask, stap) && isInArtikel(here)
    default:
      return stap === 0 && around !== undefined && !around.has(soort)
  }
}

/** Only in an artikel it is sure what a lid and an onderdeel are, and only where none is left out. */
function isInArtikel({eenheid, text}: Here): boolean {
  return eenheid.at(-1)?.soort === 'artikel' && !isCut(text)
}

function isNoLid(ask: Ask, stap: number): boolean {
  const {here, address} = ask
  if (here.leden.length === 0) {
    const isTold = stap !== 0 || says(ask, /(?:artikel)?lid(?![a-z])/iy)
    return isTold && isUndivided(here.text)
  }
  const isIn = here.pad[0]?.soort === 'lid'
  return stap !== 0 && isIn && resolveAddress(address, here) === undefined
}

function isNoOnderdeel(ask: Ask, stap: number): boolean {
  const {here, address} = ask
  const own = here.pad.findLast(({soort}) => soort === 'onderdeel')
  if (stap === 0) return !own && says(ask, /onderdeel(?![a-z])/iy)
  if (!own) return false
  // Streepjes are not told apart.
  const around = here.pad.slice(0, here.pad.indexOf(own))
  const isNamed = labelsBeside(here.text, around).includes(own.nummer ?? '')
  return isNamed && resolveAddress(address, here) === undefined
}

function isNoVolzin({here, cited, target}: Ask, stap: number): boolean {
  const {piece} = cited
  if (stap === 0) return false
  const at = stap < 0 ? target.from : target.to
  return !hasVolzin(here.text, {piece, at}, stap < 0 ? -1 : 1)
}

/** Whether a reference says `dit` of something, and not only names a part of it. */
function says({cited, target}: Spot, noun: RegExp): boolean {
  const quote = cited.words.slice(target.from, cited.reference.to)
  const pointer = /(?:^| )(?:dit|deze|(?:het )?onderhavige?) /iu.exec(quote)
  if (!pointer) return false
  noun.lastIndex = pointer.index + pointer[0].length
  return noun.test(quote)
}
