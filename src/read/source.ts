/**
 * Bytes of one file → its text, apart into front matter and body.
 *
 * The body is read by itself; {@link belowFront} makes its places those of the
 * file.
 */
import {defined} from '../defined.ts'
import {fileStart, type Report, type RuleHead} from '../diagnostics/report.ts'
import type {Place} from '../model.ts'

const encoding: RuleHead = {id: 'encoding', severity: 'fout'}

/** Anything wrong between the dashes, or with the dashes themselves. */
export const frontMatter: RuleHead = {id: 'front-matter', severity: 'fout'}

/** A source apart; `head` is what stands between the two lines of dashes. */
export interface Source {
  /** The front matter with both its lines of dashes, byte for byte. */
  readonly front: string
  readonly head: string
  /** Begins with an empty line, so that its own first character is not that of a file. */
  readonly body: string
  /** Lines of the file above the body. */
  readonly above: number
}

/** Decode UTF-8; a byte that is none is reported, and nothing is guessed. */
export function decode(bytes: Uint8Array, report: Report): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(
      bytes
    )
  } catch {
    const place = firstBadByte(bytes)
    const reason =
      'Hier staat een teken dat geen UTF-8 is; sla het bestand op als UTF-8'
    report(encoding, place, reason)
    return undefined
  }
}

/** Split a text; a file without front matter, or with one that never ends, is reported. */
export function splitSource(text: string, report: Report): Source | undefined {
  const plain = text.replace(/^\uFEFF/u, '')
  const open = /^---[ \t]*(?:\r\n|\r|\n)/u.exec(plain)?.[0]
  if (open === undefined) {
    const reason =
      'Het bestand begint niet met een kop; zet bovenaan `---`, de gegevens, en weer `---`'
    report(frontMatter, fileStart, reason)
    return undefined
  }
  const rest = plain.slice(open.length)
  const close = /^---[ \t]*(?:(?:\r\n|\r|\n)|$)/mu.exec(rest)
  if (close === null) {
    const reason = 'De kop eindigt niet; sluit hem af met een regel `---`'
    report(frontMatter, fileStart, reason)
    return undefined
  }
  const head = rest.slice(0, close.index)
  const body = rest.slice(close.index + close[0].length)
  const front = open + head + close[0]
  return {front, head, body: `\n${body}`, above: lineBreaks(front) - 1}
}

/** Tell what is found in a body at its place in the file. */
export function belowFront({above}: Source, report: Report): Report {
  return (rule, {line, column, endLine, endColumn}, reason, extra) => {
    const place = {
      line: line + above,
      column,
      ...defined({endLine: endLine && endLine + above, endColumn})
    }
    report(rule, place, reason, extra)
  }
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/gu)?.length ?? 0
}

/** The longest prefix that still decodes ends just before the bad byte. */
function firstBadByte(bytes: Uint8Array): Place {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (decodes(bytes.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  // An unfinished character at the end waits for more, and is left out.
  const before = new TextDecoder().decode(bytes.subarray(0, low), {
    stream: true
  })
  const lines = before.split(/\r\n|\r|\n/u)
  return {line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1}
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}
