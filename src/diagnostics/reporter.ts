/**
 * Messages → lines for people, or data for programs.
 *
 * Kernel. Sorted by path and place, so that the order in which files were read
 * or rules ran never shows.
 */
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** One message, fit for JSON. */
export interface Finding {
  readonly path: string
  readonly line: number
  readonly column: number
  /** Behind its last character; absent where only the beginning is known. */
  readonly endLine?: number
  readonly endColumn?: number
  readonly severity: 'fout' | 'waarschuwing'
  readonly rule: string
  readonly message: string
  readonly note?: string
  /** What must stand at the place, from its beginning to its end, instead; only when certain. */
  readonly fix?: string
}

/** All messages of all files, in order of path, place and rule. */
export function findings(files: Iterable<VFile>): readonly Finding[] {
  return [...files]
    .flatMap((file) => file.messages.map((message) => toFinding(file, message)))
    .toSorted(byPlace)
}

/** Lines `path:line:column soort Zin [regel]`, a note indented below its line. */
export function formatFindings(list: readonly Finding[]): string {
  return list
    .map(({path, line, column, severity, message, rule, note}) => {
      const head = `${path}:${line}:${column} ${severity} ${message} [${rule}]\n`
      return note === undefined ? head : `${head}  ${note}\n`
    })
    .join('')
}

/** Whether any of these keeps the sources from being published. */
export function hasErrors(list: readonly Finding[]): boolean {
  return list.some(({severity}) => severity === 'fout')
}

/** The closing line: `2 fouten, 1 waarschuwing`. */
export function countFindings(list: readonly Finding[]): string {
  const errors = list.filter(({severity}) => severity === 'fout').length
  const warnings = list.length - errors
  return [
    errors === 1 ? '1 fout' : `${errors} fouten`,
    warnings === 1 ? '1 waarschuwing' : `${warnings} waarschuwingen`
  ].join(', ')
}

function toFinding(file: VFile, message: VFileMessage): Finding {
  const fix = message.expected?.[0]
  return {
    path: file.path,
    line: message.line ?? 1,
    column: message.column ?? 1,
    ...endOf(message),
    severity: message.fatal ? 'fout' : 'waarschuwing',
    rule: message.ruleId ?? 'intern',
    message: message.reason,
    ...(message.note !== undefined && {note: message.note}),
    ...(fix !== undefined && {fix})
  }
}

function endOf({place}: VFileMessage): Pick<Finding, 'endLine' | 'endColumn'> {
  return place && 'end' in place
    ? {endLine: place.end.line, endColumn: place.end.column}
    : {}
}

function byPlace(a: Finding, b: Finding): number {
  return (
    byText(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    byText(a.rule, b.rule) ||
    byText(a.message, b.message)
  )
}

/** Code-unit order: the same on every machine, whatever its locale. */
function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
