/**
 * Bytes of one file → its text, apart into front matter and body.
 *
 * Both halves keep their lines: the body begins with one empty line for each
 * line of front matter, so that every place is a place in the file.
 */
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
  readonly body: string
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
  return {front, head, body: '\n'.repeat(lineBreaks(front)) + body}
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
