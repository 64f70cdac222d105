/**
 * Sources with mistakes → the same sources with every certain fix applied.
 *
 * One pass over a file from back to front, then the whole corpus is checked
 * again, until nothing certain is left. Nothing is written here; what is
 * locked stays as it is.
 */
import {applyFixes} from '../diagnostics/fix.ts'
import type {Finding} from '../diagnostics/reporter.ts'
import type {SourceFile, SourceTree} from '../model.ts'
import {type Compiled, compile} from './compile.ts'
import {type IsLocked, lockedFiles} from './lock.ts'

/** A mending that comes back to where it was would go on for ever. */
const maxRounds = 20

/** A file that mending changes; `path` is below the corpus folder. */
export interface MendedFile {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** What mending came to. */
export interface Mended {
  /** The corpus as it was found. */
  readonly found: Compiled
  /** The corpus as it is afterwards. */
  readonly compiled: Compiled
  readonly changed: readonly MendedFile[]
  /** Files with a certain fix that are locked, below the corpus folder. */
  readonly locked: readonly string[]
}

/** Apply every certain fix in files that may be changed. */
export function mend(
  tree: SourceTree,
  mayChange: (path: string) => boolean
): Mended {
  const isLocked = lockedFiles(tree)
  const locked = new Set<string>()
  let files = tree.files
  const found = compile(tree)
  let compiled = found
  for (let round = 0; round < maxRounds; round++) {
    const fixes = fixesIn(compiled, {tree, mayChange, isLocked, locked})
    const mended = files.map((file) => mendFile(file, fixes.get(file.path)))
    if (mended.every((file, at) => file === files[at])) break
    files = mended
    compiled = compile({...tree, files})
  }
  const changed = files.flatMap((file, at) => toMended(tree.files[at], file))
  return {found, compiled, changed, locked: [...locked].toSorted()}
}

interface Limits {
  readonly tree: SourceTree
  readonly mayChange: (path: string) => boolean
  readonly isLocked: IsLocked
  /** Filled with what could be mended were it not locked. */
  readonly locked: Set<string>
}

/** Findings with a fix, by path below the corpus folder. */
function fixesIn(
  {findings}: Compiled,
  {tree, mayChange, isLocked, locked}: Limits
): ReadonlyMap<string, readonly Finding[]> {
  const fixes = new Map<string, Finding[]>()
  for (const finding of findings) {
    const path = finding.path.slice(tree.folder.length + 1)
    if (finding.fix === undefined || !mayChange(path)) continue
    if (isLocked(path)) {
      locked.add(path)
      continue
    }
    const own = fixes.get(path)
    if (own) own.push(finding)
    else fixes.set(path, [finding])
  }
  return fixes
}

function mendFile(
  file: SourceFile,
  fixes: readonly Finding[] | undefined
): SourceFile {
  if (!fixes || !('bytes' in file)) return file
  const before = textOf(file)
  const after = applyFixes(before, fixes)
  return after === before
    ? file
    : {path: file.path, bytes: new TextEncoder().encode(after)}
}

function toMended(
  before: SourceFile | undefined,
  after: SourceFile
): readonly MendedFile[] {
  return before === undefined || before === after
    ? []
    : [{path: after.path, before: textOf(before), after: textOf(after)}]
}

/** Only what could be read has findings with a fix. */
function textOf(file: SourceFile): string {
  return 'bytes' in file
    ? new TextDecoder('utf-8', {ignoreBOM: true}).decode(file.bytes)
    : ''
}
