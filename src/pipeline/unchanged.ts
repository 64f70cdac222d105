/** Joint: a version that changes nothing, since it says what the text says on which it was written. */
import {sameWording} from '../amend/replay.ts'
import {fileStart, type RuleHead, reportTo} from '../diagnostics/report.ts'
import type {Corpus, SourceMap, Unit} from '../model.ts'
import {nameOf} from '../time/names.ts'

const rule: RuleHead = {id: 'version-unchanged', severity: 'waarschuwing'}

/** Tell each version that equals its basis: somebody forgot to write, or laid it down for nothing. */
export function reportUnchanged(
  {regelingen}: Corpus,
  sources: SourceMap
): void {
  for (const {units} of regelingen) {
    for (const unit of units) reportUnit(unit, sources)
  }
}

function reportUnit({versions}: Unit, {files, keys}: SourceMap): void {
  const named = new Map(versions.map((one) => [nameOf(one), one]))
  for (const version of versions) {
    const {path, basis = '', setAside} = version
    const old = named.get(basis)
    const file = files.get(path)
    if (!old || !file || setAside !== undefined || old === version) continue
    if (!sameWording(old, version)) continue
    const place = keys.get(path)?.get('basis') ?? fileStart
    const reason = `Deze versie zegt hetzelfde als \`${basis}\`, waarop zij is geschreven; wijzig de tekst, of verwijder dit bestand`
    reportTo(file)(rule, place, reason, {
      note: `Zie ook ${files.get(old.path)?.path ?? old.path}`
    })
  }
}
