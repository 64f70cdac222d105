/** `cao lock <wijziging…>`: look whether it may be locked, and do so. */
import {type Finding, hasErrors} from '../diagnostics/reporter.ts'
import type {Host} from '../host/host.ts'
import type {SourceTree} from '../model.ts'
import {type Compiled, compile} from '../pipeline/compile.ts'
import {
  addToLock,
  filesToLock,
  type Locked,
  type Locking,
  locksOf
} from '../pipeline/lock.ts'
import {bringersOf, lockPath} from '../read/lock.ts'
import {type LockDifference, lockDifferences} from '../read/locked.ts'
import {locate} from '../read/path.ts'
import {compareText} from '../time/order.ts'
import {type Call, CallError, type ExitCode} from './command.ts'
import {corpusFolder, tellFindings} from './corpus.ts'
import {chosenFolders, type Named, namedIn} from './lock-names.ts'
import {type Outcome, tellOutcomes, writeLocks} from './lock-outcome.ts'

/** Lock the wijzigingen that a call is about: all of them, or when one cannot be locked, none. */
export function lockWijzigingen(call: Call, host: Host): ExitCode {
  const tree = host.readCorpus(corpusFolder(call))
  const candidates = wijzigingenIn(tree, chosenFolders(call, tree))
  const isAll = call.values.all === true
  const named = isAll
    ? candidates
    : namedIn(candidates, call, {host, absent: 'er niet'})
  host.progress('Bronnen lezen…')
  const compiled = compile(tree)
  host.progress('')
  const chosen = withoutConcepts(named, compiled, isAll)
  const lockings = lockingsFor(chosen, tree)
  if (!areSound(lockings, {call, host, tree, compiled})) return 1
  if (!areUnchanged(lockings, {call, host, tree})) return 1
  const locked = new Map(
    lockings.map((locking) => [
      locking.regeling,
      addToLock(tree.files, locking, (done, all) => {
        const text = `Vergrendelen: ${done} van ${all} bestanden…`
        if (done % progressStep === 0) host.progress(text)
      })
    ])
  )
  host.progress('')
  const outcomes = lockings.flatMap((locking) => outcomesOf(locking, locked))
  finish(call, host, {locked, outcomes})
  return 0
}

const progressStep = 100

/** By the names of files, so that one that cannot be read is found too. */
function wijzigingenIn(
  {files}: SourceTree,
  folders: readonly string[]
): readonly Named[] {
  return files.flatMap(({path}) => {
    const location = locate(path)
    return location.kind === 'wijziging' && folders.includes(location.regeling)
      ? [{regeling: location.regeling, wijziging: location.id}]
      : []
  })
}

function withoutConcepts(
  named: readonly Named[],
  {corpus}: Compiled,
  isAll: boolean
): readonly Named[] {
  const concepts = new Set(
    corpus.regelingen.flatMap(({id, wijzigingen}) =>
      wijzigingen.filter(({concept}) => concept).map((one) => `${id}/${one.id}`)
    )
  )
  const isConcept = ({regeling, wijziging}: Named): boolean =>
    concepts.has(`${regeling}/${wijziging}`)
  const concept = named.find(isConcept)
  if (concept && !isAll) {
    throw new CallError(
      `\`${concept.wijziging}\` is een concept en kan niet worden vergrendeld; haal \`concept: true\` weg zodra de brief is verzonden`
    )
  }
  return named.filter((one) => !isConcept(one))
}

function lockingsFor(
  chosen: readonly Named[],
  tree: SourceTree
): readonly Locking[] {
  const locks = locksOf(tree)
  const regelingen = [...new Set(chosen.map(({regeling}) => regeling))]
  return regelingen.map((regeling) => {
    const own = chosen.filter((named) => named.regeling === regeling)
    const lock = locks.get(regeling)
    return {
      regeling,
      // What cannot be read holds a fout, and stops all that follows.
      lock: lock === undefined || lock === 'unreadable' ? new Map() : lock,
      wijzigingen: new Set(own.map(({wijziging}) => wijziging))
    }
  })
}

interface Work {
  readonly call: Call
  readonly host: Host
  readonly tree: SourceTree
}

/** Whether no file that is to be locked, and no lock, holds a fout. */
function areSound(
  lockings: readonly Locking[],
  {call, host, tree, compiled}: Work & {readonly compiled: Compiled}
): boolean {
  const concerned = lockings.map((locking) => concernedBy(locking, tree))
  const faults = compiled.findings.filter(
    (finding) =>
      hasErrors([finding]) &&
      // That a woven text is not locked yet is what is being mended.
      finding.rule !== 'lock-changed' &&
      concerned.some((isConcerned) => isConcerned(pathOf(finding, tree)))
  )
  if (faults.length === 0) return true
  tellFindings(call, host, faults)
  if (call.values.json !== true) {
    host.printError('Er is niets vergrendeld; verbeter eerst deze bestanden\n')
  }
  return false
}

function concernedBy(
  locking: Locking,
  {files}: SourceTree
): (path: string) => boolean {
  const {regeling, wijzigingen} = locking
  const own = new Set(filesToLock(files, locking).map(({path}) => path))
  own.add(`${regeling}/regeling.md`).add(lockPath(regeling))
  return (path) => {
    if (own.has(path)) return true
    // A text that is misnamed was meant for the wijziging all the same.
    const name =
      path
        .slice(path.lastIndexOf('/') + 1)
        .split('.')
        .at(-2) ?? ''
    return (
      path.startsWith(`${regeling}/`) &&
      locate(path).kind === 'wrong' &&
      name.split('+').some((id) => wijzigingen.has(id))
    )
  }
}

function pathOf({path}: Finding, {folder}: SourceTree): string {
  return path.slice(folder.length + 1)
}

/** Whether all that is locked already is as it was then. */
function areUnchanged(
  lockings: readonly Locking[],
  {call, host, tree}: Work
): boolean {
  const changed = lockings.flatMap(({regeling, lock, wijzigingen}) =>
    lockDifferences(lock, regeling, tree.files).filter(
      ({kind, path}) =>
        kind !== 'unlocked' &&
        bringersOf(path).some((id) => wijzigingen.has(id))
    )
  )
  if (changed.length === 0) return true
  host.printError(
    'Er is niets vergrendeld: wat eerder is vergrendeld, is sindsdien anders geworden; `cao check` zegt wat te doen\n'
  )
  for (const {path, kind} of changed.toSorted((a, b) =>
    compareText(a.path, b.path)
  )) {
    host.printError(`  ${corpusFolder(call)}/${path} (${changeWords[kind]})\n`)
  }
  return false
}

const changeWords: Readonly<Record<LockDifference['kind'], string>> = {
  changed: 'gewijzigd',
  missing: 'is er niet meer',
  added: 'toegevoegd',
  unlocked: 'niet vergrendeld'
}

function outcomesOf(
  {regeling, lock, wijzigingen}: Locking,
  locked: ReadonlyMap<string, Locked>
): readonly Outcome[] {
  return [...wijzigingen].map((wijziging) => {
    const added = locked.get(regeling)?.added.get(wijziging)
    const before = lock.get(wijziging)
    const places = [...(before?.keys() ?? [])]
    const old = places.map((place) => `${regeling}/${place}`)
    const state = added ? (before ? 'extended' : 'locked') : 'unchanged'
    return {regeling, wijziging, state, files: added ?? old}
  })
}

interface Result {
  readonly locked: ReadonlyMap<string, Locked>
  readonly outcomes: readonly Outcome[]
}

/** With `--all` only what is new is named one by one. */
function finish(call: Call, host: Host, {locked, outcomes}: Result): void {
  const fresh = [...locked].filter(([, {added}]) => added.size > 0)
  writeLocks(call, host, new Map(fresh.map(([id, {lock}]) => [id, lock])))
  const isPlain = call.values.all !== true || call.values.json === true
  const changed = outcomes.filter(({state}) => state !== 'unchanged')
  tellOutcomes(call, host, isPlain ? outcomes : changed)
  if (isPlain) return
  const done =
    changed.length === 1 ? '1 wijziging' : `${changed.length} wijzigingen`
  const rest = outcomes.length - changed.length
  const verb = call.values.dryRun === true ? 'te vergrendelen' : 'vergrendeld'
  host.printError(`${done} ${verb}, ${rest} al eerder vergrendeld\n`)
}
