/** What a drafting command says of what it did. */
import {type Finding, formatFindings} from '../diagnostics/reporter.ts'
import type {DraftFile} from '../draft/draft.ts'
import type {Host} from '../host/host.ts'
import type {DraftPlan} from '../pipeline/draft-finish.ts'
import type {Call} from './command.ts'
import {corpusFolder} from './corpus.ts'

/** What was drafted, and what became of it. */
interface Outcome {
  readonly plan: DraftPlan
  readonly next: string
  readonly isDry: boolean
}

/** Say which files there are now, or would be, and what is to be done with them. */
export function tellDraft(
  call: Call,
  host: Host,
  {plan, next, isDry}: Outcome
): void {
  const folder = corpusFolder(call)
  const {files, remarks, findings} = plan
  if (call.values.json === true) {
    host.print(
      `${JSON.stringify({schema: 'caoc/draft/1', dryRun: isDry, files: files.map((file) => toJson(folder, file, isDry)), remarks, findings, next}, null, 2)}\n`
    )
    return
  }
  for (const file of files) {
    const note = file.was === undefined ? '' : ' (gewijzigd)'
    host.print(`${fullPath(folder, file.path)}${note}\n`)
    if (isDry) host.print(indented(file.text))
  }
  for (const remark of remarks) host.printError(`Let op: ${remark}\n`)
  tellNew(host, findings)
  host.printError(
    isDry
      ? 'Er is niets geschreven (`--dry-run`)\n'
      : `Verder: ${next}; \`cao check\` controleert de bronnen, en \`cao undo\` draait deze opdracht terug\n`
  )
}

function tellNew(host: Host, findings: readonly Finding[]): void {
  if (findings.length === 0) return
  host.printError(
    `Hierna meldt \`cao check\` ook:\n${formatFindings(findings)}`
  )
}

function toJson(folder: string, {path, text, was}: DraftFile, isDry: boolean) {
  return {
    path: fullPath(folder, path),
    change: was === undefined ? 'new' : 'changed',
    ...(isDry && {text})
  }
}

function indented(text: string): string {
  return text.replace(/^(?=[^\n])/gmu, '    ')
}

/** A path below the corpus folder as somebody in the working folder types it. */
export function fullPath(folder: string, path: string): string {
  const plain = folder.replace(/[\\/]+$/u, '')
  if (!path.startsWith('../')) return `${plain}/${path}`
  const parent = /^(?:(.*)[\\/])?([^\\/]+)$/u.exec(plain)
  const isPlain = parent && !['.', '..'].includes(parent[2] ?? '')
  if (!isPlain) return `${plain}/${path}`
  return parent[1] === undefined
    ? path.slice(3)
    : `${parent[1]}/${path.slice(3)}`
}
