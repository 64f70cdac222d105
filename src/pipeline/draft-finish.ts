/**
 * A draft → what may be laid down: every name fits, nothing is overwritten, and
 * the corpus has been read again with the new files in it.
 */
import type {Finding} from '../diagnostics/reporter.ts'
import {attributesPath, type Draft, type DraftFile} from '../draft/draft.ts'
import {Refusal} from '../draft/refusal.ts'
import type {SourceFile, SourceTree} from '../model.ts'
import {locate} from '../read/path.ts'
import {type Compiled, compile} from './compile.ts'
import type {Desk} from './draft-desk.ts'
import {formatSource} from './format.ts'

/** Files to lay down, and all that is to be said of them. */
export interface DraftPlan extends Draft {
  /** What `cao check` will say that it did not say before. */
  readonly findings: readonly Finding[]
}

/** Rules that only a wrong file breaks; a draft never lays one down. */
const unsound: readonly string[] = [
  'encoding',
  'file-name',
  'front-matter',
  'name-case',
  'period',
  'tombstone-text',
  'unit-circle',
  'unit-repeat'
]

/** What every new wijziging and every copy is told, and what comes next anyhow. */
const obvious: readonly string[] = ['version-unchanged', 'wijziging-empty']

/** What a draft is finished against: a corpus, and how it was compiled. */
export type Before = Pick<Desk, 'tree' | 'compiled' | 'concepts'> &
  Partial<Pick<Desk, 'reading'>>

/** Check a draft against the corpus that it is for. */
export function finishDraft(given: Before, draft: Draft): DraftPlan {
  const {tree, compiled, concepts, reading} = withoutUndated(given)
  for (const file of draft.files) checkPlace(file, tree)
  const after = compile(withFiles(tree, draft.files), {
    ...reading,
    concepts
  })
  const findings = newFindings(compiled, after)
  const own = new Set(draft.files.map(({path}) => `${tree.folder}/${path}`))
  const wrong = findings.find(
    ({path, rule}) => own.has(path) && unsound.includes(rule)
  )
  if (wrong) throw new Refusal(wrong.message)
  refuseUnclear(after, draft, tree)
  return {
    ...draft,
    findings: findings.filter(({rule}) => !obvious.includes(rule))
  }
}

/** A concept without a day cannot be looked at as if it were known: it would have been known always. */
function withoutUndated(before: Before): Before {
  const {tree, compiled, concepts, reading} = before
  const undated = compiled.corpus.regelingen
    .flatMap(({wijzigingen}) => wijzigingen)
    .some(
      ({id, concept, bekend}) =>
        concept && bekend === 'onbekend' && concepts.has(id)
    )
  if (!undated) return before
  return {...before, compiled: compile(tree, reading), concepts: new Set()}
}

/** Throws where a text was copied that can be read in two ways: the copy would have chosen one. */
function refuseUnclear(
  {corpus}: Compiled,
  {files}: Draft,
  tree: SourceTree
): void {
  const drafted = new Set(files.map(({path}) => path))
  const versions = corpus.regelingen
    .flatMap(({units}) => units.flatMap((unit) => unit.versions))
    .filter(({path, vervallen}) => drafted.has(path) && !vervallen)
  for (const {path, basis} of versions) {
    const source = `${path.slice(0, path.lastIndexOf('/'))}/${basis}.md`
    const file = tree.files.find((one) => one.path === source)
    if (!file || !('bytes' in file)) continue
    if (formatSource(file.bytes).state !== 'left') continue
    throw new Refusal(
      `In de tekst van \`${source}\` staat een fout, zodat een kopie anders kan worden gelezen; \`cao check\` zegt welke. Verbeter die eerst`
    )
  }
}

function checkPlace({path, was}: DraftFile, {files}: SourceTree): void {
  if (path === attributesPath) return
  const location = locate(path)
  if (location.kind === 'wrong') {
    const advice = /; (?:hernoem|verplaats)[^;]*$/u
    const instead = '; kies een andere naam of plaats'
    throw new Refusal(location.reason.replace(advice, instead))
  }
  if (was !== undefined) return
  const other = files.find(
    (file) => file.path.toLowerCase() === path.toLowerCase()
  )
  if (!other) return
  throw new Refusal(
    `\`${other.path}\` bestaat al; wijzig dat bestand, of haal het eerst weg (was het de laatste opdracht, dan met \`cao undo\`)`
  )
}

function withFiles(tree: SourceTree, added: readonly DraftFile[]): SourceTree {
  const encoder = new TextEncoder()
  const files = new Map<string, SourceFile>(
    tree.files.map((file) => [file.path, file])
  )
  for (const {path, text} of added) {
    if (path === attributesPath) continue
    files.set(path, {path, bytes: encoder.encode(text)})
  }
  return {...tree, files: [...files.values()]}
}

/** Findings that were not there before, wherever their lines stand now. */
function newFindings(before: Compiled, after: Compiled): readonly Finding[] {
  const old = new Map<string, number>()
  for (const finding of before.findings) {
    const key = keyOf(finding)
    old.set(key, (old.get(key) ?? 0) + 1)
  }
  return after.findings.filter((finding) => {
    const key = keyOf(finding)
    const count = old.get(key) ?? 0
    if (count > 0) old.set(key, count - 1)
    return count === 0
  })
}

function keyOf({path, rule, message}: Finding): string {
  return `${path}\n${rule}\n${message}`
}
