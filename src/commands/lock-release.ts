/** `cao lock --list` and `cao lock --release`: what is locked, and what should not be. */
import type {Host} from '../host/host.ts'
import {locksOf, releaseFrom} from '../pipeline/lock.ts'
import {type Lock, lockPath} from '../read/lock.ts'
import type {Call, ExitCode} from './command.ts'
import {corpusFolder} from './corpus.ts'
import {chosenFolders, type Named, namedIn} from './lock-names.ts'
import {
  isDryRun,
  type Outcome,
  tellOutcomes,
  writeLocks
} from './lock-outcome.ts'

const warning =
  'Let op: ontgrendel alleen wat bij vergissing is vergrendeld en nog niet is verzonden. Is de brief al verzonden, vergrendel dan opnieuw, en gebruik `cao rectify` of `cao revise`'

/** Name every locked wijziging. */
export function listLocked(call: Call, host: Host): ExitCode {
  const {locks, isWhole} = openLocks(call, host)
  const outcomes = [...locks].flatMap(([regeling, lock]) =>
    [...lock.keys()].map((wijziging) =>
      outcomeOf('locked', {regeling, wijziging}, lock)
    )
  )
  const {dryRun, ...values} = call.values
  tellOutcomes({...call, values}, host, outcomes)
  const count = outcomes.length
  host.printError(
    `${count} ${count === 1 ? 'wijziging' : 'wijzigingen'} vergrendeld\n`
  )
  return isWhole ? 0 : 1
}

/** Take wijzigingen out of their locks again. */
export function releaseWijzigingen(call: Call, host: Host): ExitCode {
  const {locks, isWhole} = openLocks(call, host)
  if (!isWhole) return 1
  const candidates = [...locks].flatMap(([regeling, lock]) =>
    [...lock.keys()].map((wijziging) => ({regeling, wijziging}))
  )
  const chosen = namedIn(candidates, call, {host, absent: 'niet vergrendeld'})
  const released = new Map<string, Lock>()
  for (const {regeling} of chosen) {
    const own = chosen.filter((named) => named.regeling === regeling)
    const wijzigingen = new Set(own.map(({wijziging}) => wijziging))
    const lock = locks.get(regeling) ?? new Map()
    released.set(regeling, releaseFrom({regeling, lock, wijzigingen}))
  }
  writeLocks(call, host, released)
  const outcomes = chosen.map((named) =>
    outcomeOf('released', named, locks.get(named.regeling))
  )
  tellOutcomes(call, host, outcomes)
  if (!isDryRun(call)) host.printError(`${warning}\n`)
  return 0
}

interface Opened {
  readonly locks: ReadonlyMap<string, Lock>
  /** Whether each of them could be read. */
  readonly isWhole: boolean
}

function openLocks(call: Call, host: Host): Opened {
  const tree = host.readCorpus(corpusFolder(call))
  const folders = chosenFolders(call, tree)
  const locks = new Map<string, Lock>()
  let isWhole = true
  for (const [regeling, lock] of locksOf(tree)) {
    if (!folders.includes(regeling)) continue
    if (lock !== 'unreadable') {
      locks.set(regeling, lock)
      continue
    }
    isWhole = false
    host.printError(
      `\`${corpusFolder(call)}/${lockPath(regeling)}\` is zo niet te gebruiken; \`cao check\` zegt wat te doen\n`
    )
  }
  return {locks, isWhole}
}

function outcomeOf(
  state: Outcome['state'],
  {regeling, wijziging}: Named,
  lock: Lock | undefined
): Outcome {
  const places = [...(lock?.get(wijziging)?.keys() ?? [])]
  const files = places.map((place) => `${regeling}/${place}`)
  return {regeling, wijziging, state, files}
}
