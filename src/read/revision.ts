/** A revisie replaces the text that it says it replaces, and no other. */
import {fileStart, type Report, type RuleHead} from '../diagnostics/report.ts'
import type {Place, SourceFile} from '../model.ts'
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
  const paths = new Map(
    units.flatMap(({id, versions}) =>
      versions.map(({path}) => [nameOf(id, path), path] as const)
    )
  )
  const sources = new Map(files.map((file) => [file.path, file]))
  for (const {path, herziet} of revisions) {
    const place = keys.get(path)?.get('herziet') ?? fileStart
    for (const {target, sha256} of herziet) {
      if (!target.includes('/')) {
        const reason = `\`herziet\` noemt \`${target}\`, maar daar hoort een versie, als \`artikel-2-3/2020-01-01.lbr-20-001\``
        reportOn(path)(rule, place, reason)
      }
      const hash = hashOf(sources.get(paths.get(target) ?? ''))
      if (hash === undefined || hash === sha256) continue
      const reason = `\`${target}\` heeft een andere hash dan \`herziet\` noemt; zet in dat bestand de oude tekst terug, of verbeter hier de hash als hij verkeerd is overgenomen`
      reportOn(path)(rule, place, reason, {
        note: `SHA-256 van dat bestand nu: ${hash}`
      })
    }
  }
}

function hashOf(file: SourceFile | undefined): string | undefined {
  return file && 'bytes' in file ? hashSource(file.bytes) : undefined
}

function nameOf(unit: string, path: string): string {
  return `${unit}/${path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '')}`
}
