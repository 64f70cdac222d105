/**
 * What cites what in a regeling, as it holds at a moment.
 *
 * A number leads to the unit that bears it then; relative references are told
 * from where they stand. What leads out of the regeling gets a Juriconnect
 * reference where its law has a number.
 */
import type {
  Address,
  BepalingReference,
  Publicatie,
  Stap,
  Target,
  Zoals
} from '../citation/address.ts'
import {referencesIn} from '../citation/cited.ts'
import {findPath} from '../citation/find-path.ts'
import {hereOf} from '../citation/here.ts'
import {jciOf} from '../citation/jci.ts'
import type {Laws} from '../citation/law-index.ts'
import {ledenInWords} from '../citation/leden-around.ts'
import {lawsFor} from '../citation/names.ts'
import {resolveAddress} from '../citation/resolve.ts'
import {writeAddress, writePublicatie, writeTarget} from '../citation/write.ts'
import {defined} from '../defined.ts'
import type {Moment, Regeling, UnitId, Wet} from '../model.ts'
import {dayBefore} from '../time/days.ts'
import {compareText} from '../time/order.ts'
import {select} from '../time/select.ts'
import {bearersOf, innermost, type Living, unitsAround} from './bearers.ts'

/**
 * `gevonden`: it is there at the moment; `ontbreekt`: it is not; `niet-opgenomen`:
 * the uittreksel does not hold it; `extern`: another regeling or a publication;
 * `open`: it cannot be told from here. Of the text of another day it is asked
 * on that day.
 */
type LinkState = 'gevonden' | 'ontbreekt' | 'niet-opgenomen' | 'extern' | 'open'

/** One reference of a text, with where it leads. */
export interface ReferenceLink {
  /** The unit whose text cites. */
  readonly from: UnitId
  readonly path: string
  /** Where in that unit, in words; absent: in the unit itself. */
  readonly place?: string
  /** The words of the reference as they stand there. */
  readonly quote: string
  /** Where they stand in the running text of that place. */
  readonly range: readonly [from: number, to: number]
  /** What is cited, in words. */
  readonly words: string
  readonly state: LinkState
  readonly address?: Address
  readonly publicatie?: Publicatie
  /** Units of this regeling to which it leads. */
  readonly units: readonly UnitId[]
  readonly zoals?: Zoals
  readonly jci?: string
}

/** For whom, and with which laws, one asks. */
export interface ReferenceScope extends Moment {
  readonly wetten: readonly Wet[]
  /** `CAR`: what is UWO cites nothing and is not there. */
  readonly laag?: 'CAR'
}

/** All references in the texts that hold at a moment, in order of unit and place. */
export function referencesAt(
  regeling: Regeling,
  scope: ReferenceScope
): readonly ReferenceLink[] {
  const living = livingAt(regeling, scope)
  const laws = lawsFor(regeling, scope.wetten)
  return [...living.values()].flatMap((one) =>
    linksOf(one, {regeling, scope, living, laws})
  )
}

interface Around {
  readonly regeling: Regeling
  readonly scope: ReferenceScope
  readonly living: ReadonlyMap<UnitId, Living>
  readonly laws: Laws
}

function livingAt(
  {units}: Regeling,
  scope: ReferenceScope
): ReadonlyMap<UnitId, Living> {
  return new Map(
    units.flatMap((unit) => {
      const found = select(unit.versions, scope)
      const isHere = scope.laag !== 'CAR' || found?.version.laag !== 'UWO'
      return found?.state === 'geldt' && isHere
        ? [[unit.id, {unit, version: found.version}] as const]
        : []
    })
  )
}

function linksOf(one: Living, around: Around): readonly ReferenceLink[] {
  const {unit, version} = one
  const place = {unit, around: unitsAround(one, around.living)}
  return referencesIn(version.text, around.laws).flatMap((cited) => {
    const {reference, words, pad, laag} = cited
    if (around.scope.laag === 'CAR' && laag === 'UWO') return []
    const where = writeAddress({eenheid: [], pad})
    const base = {
      from: unit.id,
      path: version.path,
      ...(where !== '' && {place: where})
    }
    if (reference.soort === 'publicatie') {
      const {from, to, publicatie} = reference
      const link: ReferenceLink = {
        ...base,
        quote: words.slice(from, to),
        range: [from, to],
        words: writePublicatie(publicatie),
        state: 'extern',
        publicatie,
        units: []
      }
      return [link]
    }
    const here = hereOf(cited, version, place)
    return reference.targets.map((target): ReferenceLink => {
      const {from, to} = target
      const quote = {quote: words.slice(from, to), range: [from, to] as const}
      const end = target.tot && resolveAddress(target.tot, here)
      // Of a range both ends have to be told.
      const isOpen = target.tot !== undefined && !end
      const address = isOpen ? undefined : resolveAddress(target.address, here)
      return {
        ...base,
        ...quote,
        ...leading({reference, target, address, end, from: one}, around)
      }
    })
  })
}

interface Led {
  readonly reference: BepalingReference
  readonly target: Target
  readonly address: Address | undefined
  readonly end: Address | undefined
  /** Where the reference stands. */
  readonly from: Living
}

type Leading = Pick<
  ReferenceLink,
  'words' | 'state' | 'units' | 'address' | 'zoals' | 'jci'
>

/** Where one address leads. */
function leading(
  {reference, target, address, end, from}: Led,
  around: Around
): Leading {
  const {zoals} = reference
  const shown = address ?? target.address
  const {vernummerd} = target
  const words = writeTarget({
    address: shown,
    ...defined({tot: address ? end : target.tot, vernummerd})
  })
  const base = {words, address: shown, ...defined({zoals})}
  if (shown.regeling) {
    return {
      ...base,
      state: 'extern',
      units: [],
      ...defined({jci: jciOf(shown, zoals)})
    }
  }
  const key = address && innermost(address)
  if (!address || !key?.nummer || target.vernummerd) {
    return {...base, state: 'open', units: []}
  }
  const then = zoals ? livingOn(zoals, around) : around.living
  if (!then) return {...base, state: 'open', units: []}
  const units = bearersOf(address, end, {
    living: then,
    from: unitsAround(from, around.living)
  })
  const state = stateOf(units, {target, address, end}, around)
  return {...base, state, units: units.map(({unit}) => unit.id)}
}

/** What lived on the day whose text is meant; nothing if the text names none. */
function livingOn(
  {dag, voor}: Zoals,
  {regeling, scope}: Around
): Around['living'] | undefined {
  if (dag === undefined) return undefined
  const geldig = voor ? dayBefore(dag) : dag
  return livingAt(regeling, {...scope, geldig})
}

type Known = Pick<Led, 'target' | 'end'> & {readonly address: Address}

function stateOf(
  units: readonly Living[],
  {target, address, end}: Known,
  {regeling, scope}: Around
): LinkState {
  if (units.length === 0) {
    const key = innermost(address)
    const isHeld = regeling.units.some(
      ({soort, versions}) =>
        soort === key?.soort &&
        versions.some(({nummer}) => nummer === key.nummer)
    )
    return regeling.uittreksel && !isHeld ? 'niet-opgenomen' : 'ontbreekt'
  }
  const isNote = address.eenheid.at(-1)?.soort === 'toelichting'
  const has = (cited: Address): boolean =>
    units.some(({version}) => {
      const found = findPath(version.text, cited)
      return found && (scope.laag !== 'CAR' || found.laag !== 'UWO')
    })
  const ends = end ? [address, end] : [address]
  const isThere =
    isNote || (isAround(target) ? ends.some(has) : ends.every(has))
  return isThere ? 'gevonden' : 'ontbreekt'
}

/** `de vorige leden` are those that are there; of another range both ends are cited. */
function isAround({address, tot}: Target): boolean {
  return tot !== undefined && ledenInWords(address, tot) !== undefined
}

/** What the text of a unit cites, in its order. */
export function outgoing(
  links: readonly ReferenceLink[],
  id: UnitId
): readonly ReferenceLink[] {
  return links.filter(({from}) => from === id)
}

/** What cites a unit from elsewhere, in order of the unit that cites. */
export function incoming(
  links: readonly ReferenceLink[],
  id: UnitId
): readonly ReferenceLink[] {
  return links
    .filter(({from, units}) => from !== id && units.includes(id))
    .toSorted((a, b) => compareText(a.from, b.from))
}

/** Of what a unit cites, what stands in a part of its text. */
export function inPart(
  links: readonly ReferenceLink[],
  pad: readonly Stap[]
): readonly ReferenceLink[] {
  const part = writeAddress({eenheid: [], pad})
  if (part === '') return links
  return links.filter(
    ({place}) => place === part || place?.startsWith(`${part},`)
  )
}

/** What cites a part of a unit, or a part of that; other parts of the unit itself may do so too. */
export function toPart(
  links: readonly ReferenceLink[],
  id: UnitId,
  pad: readonly Stap[]
): readonly ReferenceLink[] {
  if (pad.length === 0) return incoming(links, id)
  return links.filter(
    ({units, address}) =>
      units.includes(id) &&
      pad.every(({soort, nummer}, at) => {
        const step = address?.pad[at]
        return step?.soort === soort && step.nummer === nummer
      })
  )
}
