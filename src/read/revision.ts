/** A revisie replaces the text that it says it replaces, and no other. */
import {
  type Extra,
  fileStart,
  type Report,
  type RuleHead
} from '../diagnostics/report.ts'
import type {Herziening, Place, SourceFile} from '../model.ts'
import {hashSource} from './locked.ts'
import type {ReadRegeling} from './pieces.ts'

const rule: RuleHead = {id: 'revision-hash', severity: 'fout'}

interface Context {
  readonly files: readonly SourceFile[]
  readonly keys: ReadonlyMap<string, ReadonlyMap<string, Place>>
  readonly reportOn: (path: string) => Report
}

/** Compare each hash under `herziet` with the file it names; a name that leads nowhere is told by others. */
export function checkRevisions(
  regelingen: readonly ReadRegeling[],
  context: Context
): void {
  for (const regeling of regelingen) {
    const revisions = regeling.wijzigingen.filter(
      ({herziet}) => herziet.length > 0
    )
    if (revisions.length > 0) checkRegeling(regeling, revisions, context)
  }
}

function checkRegeling(
  {units}: ReadRegeling,
  revisions: ReadRegeling['wijzigingen'],
  {files, keys, reportOn}: Context
): void {
  const sources = new Map(files.map((file) => [file.path, file]))
  const versions = new Map(
    units.flatMap((unit) =>
      unit.versions.map(({path}) => [nameOf(unit.id, path), sources.get(path)])
    )
  )
  for (const {path, herziet} of revisions) {
    const place = keys.get(path)?.get('herziet') ?? fileStart
    for (const herziening of herziet) {
      const wrong = wrongIn(herziening, versions.get(herziening.target))
      if (wrong) reportOn(path)(rule, place, wrong.reason, wrong.extra)
    }
  }
}

function wrongIn(
  {target, sha256}: Herziening,
  file: SourceFile | undefined
): {readonly reason: string; readonly extra?: Extra} | undefined {
  if (!target.includes('/')) {
    return {
      reason: `\`herziet\` noemt \`${target}\`, maar daar hoort een versie, als \`artikel-2-3/2020-01-01.lbr-20-001\``
    }
  }
  const hash = file && 'bytes' in file ? hashSource(file.bytes) : undefined
  if (hash === undefined || hash === sha256) return undefined
  return {
    reason: `\`${target}\` heeft een andere hash dan \`herziet\` noemt; zet in dat bestand de oude tekst terug, of verbeter hier de hash als hij verkeerd is overgenomen`,
    extra: {note: `SHA-256 van dat bestand nu: ${hash}`}
  }
}

function nameOf(unit: string, path: string): string {
  return `${unit}/${path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '')}`
}
