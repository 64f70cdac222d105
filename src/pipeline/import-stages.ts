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
  const {record, inserted, text} = told
  const {day} = record
  const over = later
    .flatMap((one) => one.inserted.versions)
    .filter((version) => version.day === 'begin' || version.day <= day)
  const stages = stagesOf(text.units)
  const proofs = stages.map((stage) => {
    const own = inserted.versions.filter((one) => isBehind(one, stage))
    return proveStage(stage, {day, over: [...own, ...over]}, regeling)
  })
  const [first = {proof: {lines: 0, differences: []}, zicht: 'alle'}, ...rest] =
    proofs
  const back = rest.map((one, at) => ({
    ...one,
    ...defined({inwerking: stages[at]?.next?.inwerking})
  }))
  return {told, ...first, back}
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

function proveStage(
  {units, next}: Stage,
  {day, over}: Around,
  regeling: Regeling
): Pick<Proved, 'proof' | 'zicht'> {
  const days = [...over.map(seenFrom), next?.inwerking]
    .filter((one) => one !== undefined && isDay(one))
    .toSorted(compareText)
  const [first] = days as readonly IsoDate[]
  if (first === undefined && over.length === 0) {
    const proof = prove({units}, regeling, {geldig: day, zicht: all})
    return {proof, zicht: 'alle'}
  }
  if (first !== undefined && over.every((one) => seenFrom(one) !== undefined)) {
    const zicht = dayBefore(first)
    const proof = prove({units}, regeling, {geldig: day, zicht})
    if (proof.differences.length === 0) return {proof, zicht}
  }
  const without = withoutVersions(regeling, over)
  const proof = prove({units}, without, {geldig: day, zicht: all})
  return {proof, zicht: 'zonder'}
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
