/** A check over the whole corpus; its file, id and page of documentation share one name. */
import type {Report, RuleHead} from '../diagnostics/report.ts'
import {fileStart, reportTo} from '../diagnostics/report.ts'
import type {Corpus, Place, Regeling, SourceMap} from '../model.ts'

/** One rule. */
export interface Rule extends RuleHead {
  readonly check: (regeling: Regeling, tell: Tell) => void
}

/** Put a Dutch sentence at a key of a file's head, or at its beginning. */
type Tell = (
  at: {readonly path: string; readonly key?: string},
  reason: string,
  /** Path of the file that it is about too. */
  seeAlso?: string
) => void

/** Run rules over every regeling; here a finding is stamped with its rule. */
export function runRules(
  rules: readonly Rule[],
  {regelingen}: Corpus,
  sources: SourceMap
): void {
  for (const rule of rules) {
    const tell: Tell = ({path, key}, reason, seeAlso) => {
      const file = sources.files.get(path)
      const report: Report | undefined = file && reportTo(file)
      const place: Place | undefined =
        key === undefined ? undefined : sources.keys.get(path)?.get(key)
      const other = sources.files.get(seeAlso ?? '')?.path
      const note = other && {note: `Zie ook ${other}`}
      report?.(rule, place ?? fileStart, reason, note || {})
    }
    for (const regeling of regelingen) rule.check(regeling, tell)
  }
}
