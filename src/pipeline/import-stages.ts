/**
 * Joint: the proof of one text, at each state of knowledge in which it reads otherwise.
 *
 * A text that says what reaches back to its day is proved without that, and
 * with each change that came into force; a text that a later expression of its
 * day changed is proved as it was known before.
 */
import {defined} from '../defined.ts'
import {type Stage, stagesOf} from '../import/back.ts'
import type {Made} from '../import/lives.ts'
import type {Told} from '../import/notes.ts'
import type {IsoDate, Regeling} from '../model.ts'
import {dayBefore, isDay} from '../time/days.ts'
import {ownNameOf} from '../time/names.ts'
import {compareText} from '../time/order.ts'
import {zichtDays} from '../time/timeline.ts'
import {type Proof, prove} from './import-proof.ts'

/** At which zicht a text was proved; `alle`: with all that is known; `zonder`: without what came after it on its day. */
type ProofZicht = IsoDate | 'alle' | 'zonder'

/** One text with its proof. */
export interface Proved {
  readonly told: Told
  readonly proof: Proof
  readonly zicht: ProofZicht
  /** As it reads once changes that reach back are in force, in that order. */
  readonly back: readonly {
    readonly proof: Proof
    readonly zicht: ProofZicht
    /** From when the change is in force. */
    readonly inwerking?: IsoDate
  }[]
}

const all = '9999-12-31' as IsoDate

/** Prove one text; `later` are those that were laid down after it. */
export function proveText(
  told: Told,
  later: readonly Told[],
  regeling: Regeling
): Proved {
  const {record, text} = told
  const {day} = record
  const over = later
    .flatMap((one) => one.inserted.versions)
    .filter((version) => version.day === 'begin' || version.day <= day)
  const stages = stagesOf(text.units)
  const proofs = stages.map((stage) => {
    const own = madeIn(regeling, day).filter((one) => isBehind(one, stage))
    return proveStage(stage, {day, over: [...own, ...over]}, regeling)
  })
  const [first = {proof: {lines: 0, differences: []}, zicht: 'alle'}, ...rest] =
    proofs
  const back = rest.map((one, at) => ({
    ...one,
    ...defined({inwerking: stages[at + 1]?.inwerking})
  }))
  return {told, ...first, back}
}

/** What holds on a day and reaches back to it, whichever text brought it. */
function madeIn({units}: Regeling, day: IsoDate): readonly Made[] {
  return units.flatMap(({versions}) =>
    versions.flatMap((version): Made[] => {
      const [first] = version.days
      const {known = 'altijd', inwerking} = first ?? {}
      const {geldig} = version
      const isOver = inwerking !== undefined && inwerking > day
      return isOver && isDay(geldig) && geldig <= day
        ? [{name: ownNameOf(version), day: geldig, known, inwerking}]
        : []
    })
  )
}

/** Whether a version came into force with a later stage. */
function isBehind({inwerking}: Made, {next}: Stage): boolean {
  const from = next?.inwerking
  return from !== undefined && inwerking !== undefined && inwerking >= from
}

interface Around {
  readonly day: IsoDate
  /** Versions that came after the text, and hold on its day. */
  readonly over: readonly Made[]
}

/** At the zicht that follows from what came over the text; else at any at which it is seen; else without what came over it. */
function proveStage(
  stage: Stage,
  {day, over}: Around,
  regeling: Regeling
): Pick<Proved, 'proof' | 'zicht'> {
  const {next} = stage
  const at = (zicht: IsoDate): Proof =>
    prove(stage, regeling, {geldig: day, zicht})
  const days = [...over.map(seenFrom), next?.inwerking]
    .filter((one) => one !== undefined && isDay(one))
    .toSorted(compareText)
  const [first] = days as readonly IsoDate[]
  const isDated = over.every((one) => seenFrom(one) !== undefined)
  const last = first === undefined ? all : dayBefore(first)
  const proof = at(last)
  const zicht = first === undefined ? 'alle' : last
  if (isDated && isEqual(proof)) return {proof, zicht}
  for (const seen of zichtenBefore(regeling, day, next?.inwerking)) {
    const other = at(seen)
    if (isEqual(other)) return {proof: other, zicht: seen}
  }
  if (over.length === 0) return {proof, zicht}
  const without = withoutVersions(regeling, over)
  const rest = prove(stage, without, {geldig: day, zicht: all})
  return {proof: rest, zicht: 'zonder'}
}

function isEqual({differences}: Proof): boolean {
  return differences.length === 0
}

/** All days on which something more became known of what holds on a day, the last first; before a day, where one is given. */
function zichtenBefore(
  {units}: Regeling,
  day: IsoDate,
  until: IsoDate | undefined
): readonly IsoDate[] {
  const versions = units
    .flatMap((unit) => unit.versions)
    .filter(({geldig}) => !isDay(geldig) || geldig <= day)
  return zichtDays(versions)
    .filter((one) => until === undefined || one < until)
    .toSorted(compareText)
    .toReversed()
}

/** The first zicht at which a version is seen on its day; nothing when it always is. */
function seenFrom({day, known, inwerking}: Made): IsoDate | undefined {
  const days = [known, inwerking].filter(
    (one): one is IsoDate => one !== undefined && isDay(one)
  )
  const isLate = inwerking !== undefined && inwerking > day
  return isLate || isDay(known) ? days.toSorted(compareText).at(-1) : undefined
}

function withoutVersions(
  regeling: Regeling,
  versions: readonly Made[]
): Regeling {
  const names = new Set(versions.map(({name}) => name))
  const kept = regeling.units.map((unit) => ({
    ...unit,
    versions: unit.versions.filter((one) => !names.has(ownNameOf(one)))
  }))
  return {...regeling, units: kept}
}
