/** Where one reference leads, at a moment. */
import type {
  Address,
  BepalingReference,
  Target,
  Zoals
} from '../citation/address.ts'
import {countsUnits, isSeveral, type Step, stepOf} from '../citation/beside.ts'
import {findPath} from '../citation/find-path.ts'
import {hereOf} from '../citation/here.ts'
import {jciOf} from '../citation/jci.ts'
import {ledenInWords} from '../citation/leden-around.ts'
import {isBareBijlage} from '../citation/lone-bijlage.ts'
import {
  isSure,
  leadsNowhere,
  type Spot,
  type Standing
} from '../citation/nowhere.ts'
import {resolveAddress} from '../citation/resolve.ts'
import {writeTarget} from '../citation/write.ts'
import {defined} from '../defined.ts'
import type {UnitId} from '../model.ts'
import {unitBeside} from '../time/arrangement.ts'
import {dayBefore} from '../time/days.ts'
import {bearersOf, innermost, type Living} from './bearers.ts'
import {type Around, type Citing, livingAt} from './citing.ts'

/**
 * `gevonden`: it is there at the moment; `ontbreekt`: it is not; `niet-opgenomen`:
 * the uittreksel does not hold it; `extern`: another regeling or a publication;
 * `open`: it cannot be told from here. Of the text of another day it is asked
 * on that day.
 */
type LinkState = 'gevonden' | 'ontbreekt' | 'niet-opgenomen' | 'extern' | 'open'

/** Where a reference leads. */
export interface Lead {
  /** What is cited, in words. */
  readonly words: string
  readonly state: LinkState
  readonly address?: Address
  /** Units of this regeling to which it leads. */
  readonly units: readonly UnitId[]
  readonly zoals?: Zoals
  readonly jci?: string
}

/** One part of a reference of a text. */
export interface Part extends Spot {
  readonly reference: BepalingReference
}

/** Where one part of a reference leads. */
export function leadOf(part: Part, citing: Citing, around: Around): Lead {
  const {cited, target, reference} = part
  const {from, units, soorten, all} = citing
  const place = {unit: from.unit, around: units}
  const here = hereOf(cited, from.version, place)
  const standing = {here, all: () => all, ...(soorten && {around: soorten})}
  if (leadsNowhere(part, standing)) return leadless(part, 'ontbreekt')
  const step = stepOf(target.address)
  if (step) return leadBeside(part, {citing, step, standing}, around)
  const end = target.tot && resolveAddress(target.tot, here)
  // Of a range both ends have to be told.
  const isOpen = target.tot !== undefined && !end
  const address = isOpen ? undefined : resolveAddress(target.address, here)
  return leading({reference, target, address, end, citing}, around)
}

/** A reference that leads to nothing that can be named. */
function leadless({target, reference}: Part, state: LinkState): Lead {
  const {address} = target
  const {zoals} = reference
  return {
    words: writeTarget(target),
    address,
    ...defined({zoals}),
    state,
    units: []
  }
}

/** Where a reference leads that counts from the unit before or behind its own. */
function leadBeside(
  part: Part,
  {citing, step, standing}: Counted,
  around: Around
): Lead {
  const {address} = part.target
  const {from, soorten} = citing
  const isTold =
    !around.regeling.uittreksel &&
    !part.reference.zoals &&
    countsUnits(step, from.unit.soort, soorten)
  const beside = isTold
    ? unitBeside(around.arrange(), from.unit.id, step)
    : undefined
  const [one] = (beside ?? []).flatMap((id) => around.living.get(id) ?? [])
  if (!one) {
    const isNone = beside && isSure(address, part, standing)
    return leadless(part, isNone ? 'ontbreekt' : 'open')
  }
  // `de voorgaande artikelen` are more than one.
  const {from: at, to} = part.target
  if (isSeveral(part.cited.words.slice(at, to))) return leadless(part, 'open')
  const own = {soort: one.unit.soort, ...defined({nummer: one.version.nummer})}
  const found = {eenheid: [own, ...address.eenheid], pad: address.pad}
  const isOwn = address.eenheid.length === 0
  return leading(
    {
      ...part,
      address: found,
      end: undefined,
      citing,
      ...(isOwn && {only: one})
    },
    around
  )
}

interface Counted {
  readonly citing: Citing
  readonly step: Step
  readonly standing: Standing
}

interface Led extends Omit<Part, 'cited'> {
  readonly address: Address | undefined
  readonly end: Address | undefined
  /** Where the reference stands. */
  readonly citing: Citing
  /** The unit that is meant, where no number tells it. */
  readonly only?: Living
}

/** Where one address leads. */
function leading(
  {reference, target, address, end, citing, only}: Led,
  around: Around
): Lead {
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
  const isNamed =
    address && (innermost(address)?.nummer ?? isBareBijlage(address))
  if (!address || !isNamed || vernummerd) {
    return {...base, state: 'open', units: []}
  }
  const then = zoals ? livingOn(zoals, around) : around.living
  if (!then) return {...base, state: 'open', units: []}
  const units = only
    ? [only]
    : bearersOf(address, end, {living: then, from: citing.units})
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
