/** `cao check --fix`: mend what is certain, write it, and tell what is left. */
import type {Host} from '../host/host.ts'
import type {SourceFile, SourceTree} from '../model.ts'
import {type Mended, type MendedFile, mend} from '../pipeline/mend.ts'
import {changedLines} from './changed-lines.ts'
import {closingLine, exitCodeOf, foundIn, tellFound} from './check-output.ts'
import {type Call, type ExitCode, textOption} from './command.ts'
import {chosenRegelingen, corpusFolder} from './corpus.ts'

/** Mend the sources of a call; with `--dry-run` only show what would change. */
export function checkFix(call: Call, host: Host): ExitCode {
  const folder = corpusFolder(call)
  const name = textOption(call, 'regeling')
  const tree = host.readCorpus(folder)
  const mayChange = (path: string): boolean =>
    name === undefined || path.startsWith(`${name}/`)
  const mended = mend(tree, mayChange)
  // A name that no regeling has is a wrong call, and nothing is written.
  chosenRegelingen(call, mended.found)
  for (const path of mended.locked) {
    host.printError(
      `${folder}/${path}: niet hersteld, want vergrendeld; een uitgegeven tekst wordt verbeterd met een revisie\n`
    )
  }
  return call.values.dryRun === true
    ? showChanges(call, host, mended)
    : writeChanges(call, host, {tree, mended})
}

function showChanges(call: Call, host: Host, mended: Mended): ExitCode {
  const folder = corpusFolder(call)
  const {changed, compiled} = mended
  for (const {path, before, after} of changed) {
    host.print(`${folder}/${path}\n${changedLines(before, after)}`)
  }
  const left = closingLine(foundIn(call, compiled))
  host.printError(`${count(changed.length)} te herstellen; daarna: ${left}`)
  return exitCodeOf(call, foundIn(call, mended.found))
}

interface Work {
  readonly tree: SourceTree
  readonly mended: Mended
}

function writeChanges(call: Call, host: Host, work: Work): ExitCode {
  const folder = corpusFolder(call)
  const {changed, compiled, locked} = work.mended
  const moved = new Set(movedFiles(host, work))
  if (moved.size > 0) {
    for (const path of moved) {
      host.printError(
        `${folder}/${path} is intussen gewijzigd; er is niets hersteld, geef de opdracht opnieuw\n`
      )
    }
    return 1
  }
  for (const {path, after} of changed) {
    host.writeCorpusFile(folder, path, after)
    const line = `Hersteld: ${folder}/${path}\n`
    if (call.values.sarif === true) host.printError(line)
    else if (call.values.json !== true) host.print(line)
  }
  const full = (path: string): string => `${folder}/${path}`
  const mending = {
    changed: changed.map(({path}) => full(path)),
    locked: locked.map(full)
  }
  return tellFound(call, host, {...foundIn(call, compiled), mending})
}

/** Files that somebody saved while they were being mended: their words would be lost. */
function movedFiles(
  host: Host,
  {tree, mended: {changed}}: Work
): readonly string[] {
  if (changed.length === 0) return []
  const now = byPath(host.readCorpus(tree.folder))
  const before = byPath(tree)
  return changed
    .map(({path}: MendedFile) => path)
    .filter((path) => !isSame(before.get(path), now.get(path)))
}

function byPath({files}: SourceTree): ReadonlyMap<string, SourceFile> {
  return new Map(files.map((file) => [file.path, file]))
}

function isSame(a: SourceFile | undefined, b: SourceFile | undefined): boolean {
  if (!a || !b || !('bytes' in a) || !('bytes' in b)) return false
  return (
    a.bytes.length === b.bytes.length &&
    a.bytes.every((byte, at) => byte === b.bytes[at])
  )
}

function count(files: number): string {
  return files === 1 ? '1 bestand' : `${files} bestanden`
}
