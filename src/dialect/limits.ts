/**
 * Texts that no author writes and that would keep a reader busy for ever.
 *
 * Kernel. micromark needs time that grows with the square of nested
 * containers and of open marks; such a text is told as a fout and kept whole
 * as one alinea.
 */
import type {Report, RuleHead} from '../diagnostics/report.ts'
import type {Alinea} from '../model.ts'

const rule: RuleHead = {id: 'too-complex', severity: 'fout'}

const maxDepth = 60
const maxMarks = 4000
const maxColumns = 200
const openMark = /(?<!\\)[*_[\]]/gu
const container =
  /[ \t]*(?:>|(?:\d{1,4}[a-z]{0,2}°?|[a-z]{1,2}|[ivx]{3,6})\.(?=[ \t])|–(?=[ \t])|\[\^[^\]\s]{1,200}\]:)[ \t]?/uy

/** The whole text as one alinea, when it is too complex to read; nothing when it can be read. */
export function tooComplex(source: string, report: Report): Alinea | undefined {
  const lines = source.split(/\r\n|\r|\n/u)
  const line = findLine(lines, source.length > maxMarks)
  if (line === undefined) return undefined
  const reason =
    'Hier staan te veel tekens van opmaak of te veel niveaus in elkaar; splits of vereenvoudig de tekst'
  report(rule, {line, column: 1}, reason)
  const value = unescaped(source).replace(/\s+/gu, ' ').trim()
  return {type: 'alinea', role: 'tekst', content: [{type: 'text', value}]}
}

/** Escapes read as the reader does, so that printing the alinea gives the same again. */
function unescaped(source: string): string {
  return source
    .normalize('NFC')
    .replace(/&#x(2013|FEFF);/gu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16))
    )
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
}

/** The first line that goes too deep, or with which a block has too many marks. */
function findLine(
  lines: readonly string[],
  mayHoldMany: boolean
): number | undefined {
  let marks = 0
  for (const [at, line] of lines.entries()) {
    if (mayHoldMany) {
      marks = line.trim() === '' ? 0 : marks + count(line, openMark)
    }
    const isWide = line.length > maxColumns && count(line, /\|/gu) > maxColumns
    const isTooMuch = marks > maxMarks || isWide
    if (isTooMuch || depthOf(line) > maxDepth) return at + 1
  }
  return undefined
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0
}

/** Containers that a line opens, and those that its indentation may stand in. */
function depthOf(line: string): number {
  const indent = /^[ \t]*/u.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
  let depth = 0
  container.lastIndex = 0
  while (container.test(line)) depth++
  return depth === 0 ? 0 : depth + Math.floor(indent / 4)
}
