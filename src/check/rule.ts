/** A check over the whole corpus; its file, id and page of documentation share one name. */
import {defined} from '../defined.ts'
import type {Report, RuleHead} from '../diagnostics/report.ts'
import {fileStart, reportTo} from '../diagnostics/report.ts'
import type {Corpus, Place, Regeling, SourceMap} from '../model.ts'

/** One rule. */
export interface Rule extends RuleHead {
  readonly check: (regeling: Regeling, tell: Tell, around: Around) => void
}

/** What lies around a regeling: where its sources stand, and the corpus that holds it. */
export interface Around extends SourceMap {
  readonly corpus: Corpus
}

/** Put a Dutch sentence at a place or a key of a file, or at its beginning. */
export type Tell = (
  at: {readonly path: string; readonly key?: string; readonly place?: Place},
  reason: string,
  /** Path of the file that it is about too. */
  seeAlso?: string,
  /** Replacement for the text at `place`, given only when certain. */
  fix?: string
) => void

/** Run rules over every regeling; here a finding is stamped with its rule. */
export function runRules(
  rules: readonly Rule[],
  corpus: Corpus,
  sources: SourceMap
): void {
  for (const rule of rules) {
    const tell: Tell = ({path, key, place}, reason, seeAlso, fix) => {
      const file = sources.files.get(path)
      const report: Report | undefined = file && reportTo(file)
      const atKey = sources.keys.get(path)?.get(key ?? '')
      const other = sources.files.get(seeAlso ?? '')?.path
      const note = other && `Zie ook ${other}`
      const extra = defined({note: note || undefined, fix})
      report?.(rule, place ?? atKey ?? fileStart, reason, extra)
    }
    const around = {...sources, corpus}
    for (const one of corpus.regelingen) rule.check(one, tell, around)
  }
}
