/** What `cao check` found, in the form that was asked for. */
import {formatJson, type Mending} from '../diagnostics/findings-json.ts'
import {
  countFindings,
  type Finding,
  formatFindings,
  hasErrors
} from '../diagnostics/reporter.ts'
import {readRulePage} from '../diagnostics/rule-page.ts'
import {formatSarif} from '../diagnostics/sarif.ts'
import type {Host} from '../host/host.ts'
import type {Compiled} from '../pipeline/compile.ts'
import type {Call, ExitCode} from './command.ts'
import {chosenRegelingen, corpusFolder, findingsAbout} from './corpus.ts'
import {pageText} from './explain.ts'

/** What a check found. */
export interface Found {
  readonly list: readonly Finding[]
  /** How many files were looked at. */
  readonly files: number
  readonly mending?: Mending
}

/** The findings that a call asks for. */
export function foundIn(call: Call, compiled: Compiled): Found {
  const chosen = chosenRegelingen(call, compiled)
  return {
    list: findingsAbout(call, compiled, chosen),
    files: compiled.sources.files.size
  }
}

/** Tell findings in the form that was asked for; the exit code that they deserve. */
export function tellFound(call: Call, host: Host, found: Found): ExitCode {
  const {list, mending} = found
  const {values} = call
  if (values.json === true) host.print(formatJson(list, mending))
  else if (values.sarif === true) host.print(toSarif(call, host, list))
  else {
    host.print(formatFindings(list))
    host.printError(closingLine(found))
  }
  return exitCodeOf(call, found)
}

/** Whether the sources pass: no fout, and with `--strict` nothing at all. */
export function exitCodeOf({values}: Call, {list}: Found): ExitCode {
  const failed = hasErrors(list) || (values.strict === true && list.length > 0)
  return failed ? 1 : 0
}

/** `2 fouten, 1 waarschuwing in 8 bestanden`. */
export function closingLine({list, files}: Found): string {
  return `${countFindings(list)} in ${files} ${files === 1 ? 'bestand' : 'bestanden'}\n`
}

function toSarif(call: Call, host: Host, findings: readonly Finding[]): string {
  const pages = [...host.readRulePages()].map(([id, markdown]) => ({
    ...readRulePage(id, markdown),
    text: pageText(markdown)
  }))
  const folder = corpusFolder(call)
  return formatSarif({findings, pages, version: host.version, folder})
}
