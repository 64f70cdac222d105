/**
 * The front end: files of a corpus → everything that is known of it.
 *
 * read → resolve → check → samenloop, once a run; what is wrong stands in `findings`.
 */
import {VFile} from 'vfile'
import {rules} from '../check/index.ts'
import {runRules} from '../check/rule.ts'
import {fileStart, type RuleHead, reportTo} from '../diagnostics/report.ts'
import {type Finding, findings} from '../diagnostics/reporter.ts'
import type {Corpus, SourceFile, SourceMap, SourceTree} from '../model.ts'
import {read, readLaws} from '../read/read.ts'
import type {ReadCache} from '../read/recall.ts'
import {resolve} from '../resolve/resolve.ts'
import {reportSamenloop} from './samenloop.ts'
import {reportUnchanged} from './unchanged.ts'

const emptyRule: RuleHead = {id: 'corpus-empty', severity: 'fout'}

/** A corpus with its sources and all that is odd in them. */
export interface Compiled {
  readonly corpus: Corpus
  readonly sources: SourceMap
  readonly findings: readonly Finding[]
}

/** What a compilation may be given beside its files. */
export interface CompileOptions {
  /** Wijzigingen in concept that count as known. */
  readonly concepts?: ReadonlySet<string>
  /** What earlier runs left of reading single files. */
  readonly cache?: ReadCache
  /** The list of laws for a corpus that has none itself. */
  readonly laws?: SourceFile
}

/**
 * Compile a corpus; the order of its files does not matter, a cache changes
 * nothing but the time it takes, and nothing is thrown.
 */
export function compile(
  tree: SourceTree,
  {concepts, cache, laws}: CompileOptions = {}
): Compiled {
  const {regelingen, sources, ...own} = read(tree, cache)
  const wetten = own.wetten ?? (laws ? readLaws(laws, cache) : [])
  const corpus = {...resolve(regelingen, sources, concepts), wetten}
  runRules(rules, corpus, sources)
  reportSamenloop(corpus, sources)
  reportUnchanged(corpus, sources)
  const files = [...sources.files.values()]
  const isSilent = files.every(({messages}) => messages.length === 0)
  if (corpus.regelingen.length === 0 && isSilent) {
    files.push(emptyCorpus(tree.folder))
  }
  return {corpus, sources, findings: findings(files)}
}

function emptyCorpus(folder: string): VFile {
  const file = new VFile({path: folder})
  const reason =
    'Deze map bevat geen regeling; maak er een map in, bijvoorbeeld `car-uwo`, met een bestand `regeling.md`'
  reportTo(file)(emptyRule, fileStart, reason)
  return file
}
