/**
 * A list of laws of nothing but plain lines, read in a tenth of the time that
 * YAML takes: the list that comes with the program is read on every run.
 *
 * What it reads, YAML reads the same; at any line that may mean more it stands
 * aside. It knows no messages.
 */

const plain = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N} .;/()+–’-]*[\p{L}\p{N}.)])?`
const quoted = String.raw`'(?:[\p{L}\p{N} :#&,.;/()+–’-]|'')+'`
const entry = new RegExp(
  String.raw`^(  - naam|    lidwoord|    bwb): (${plain}(?:,[\p{L}\p{N} ,.;/()+–’-]*[\p{L}\p{N}.)])?|${quoted})$`,
  'u'
)
const shorts = new RegExp(
  String.raw`^    afkortingen: \[((?:${plain}|${quoted})(?:, (?:${plain}|${quoted}))*)\]$`,
  'u'
)
const one = new RegExp(`${plain}|${quoted}`, 'gu')
const comment = /^#[\p{L}\p{N}\p{P} ]*$/u
const book = /^ {6}'(\d{1,2}A?)': (BWB[RV]\d{7})$/

/** A law as it stands in the list, before its values are checked. */
interface Entry {
  naam: string
  lidwoord?: string
  bwb?: string
  afkortingen?: readonly string[]
  boeken?: Record<string, string>
}

/** Read such a list; nothing when any of its lines may be more than a key and words. */
export function readPlainWetten(
  text: string
): {readonly formaat: string; readonly wetten: readonly Entry[]} | undefined {
  const lines = text.replace(/\n$/u, '').split('\n')
  const first = lines.findIndex((line) => !line.startsWith('#'))
  const isHeaded =
    lines[first] === 'formaat: 1' &&
    lines[first + 1] === 'wetten:' &&
    lines.slice(0, first).every((line) => comment.test(line))
  const wetten = isHeaded ? readLines(lines.slice(first + 2)) : []
  return wetten.length > 0 ? {formaat: '1', wetten} : undefined
}

/** The laws of the lines; none when there is a line that may mean more. */
function readLines(lines: readonly string[]): readonly Entry[] {
  const wetten: Entry[] = []
  let last = ''
  for (const line of lines) {
    // A book stands under the others; `boeken` of nothing is none.
    const isBelow = last === '    boeken:' || book.test(last)
    if (book.test(line) ? !isBelow : last === '    boeken:') return []
    if (!readLine(line, wetten)) return []
    last = line
  }
  return last === '    boeken:' ? [] : wetten
}

/** Whether a line said something of the last law, or began the next one. */
function readLine(line: string, wetten: Entry[]): boolean {
  const [, key, value] = entry.exec(line) ?? []
  if (key === '  - naam' && value !== undefined) {
    wetten.push({naam: unquoted(value)})
    return true
  }
  const last = wetten.at(-1)
  if (!last) return false
  if (key !== undefined && value !== undefined) {
    const name = key.trim() as 'lidwoord' | 'bwb'
    if (last[name] !== undefined) return false
    last[name] = unquoted(value)
    return true
  }
  return readList(line, last)
}

function readList(line: string, last: Entry): boolean {
  const list = shorts.exec(line)?.[1]
  if (list !== undefined && last.afkortingen === undefined) {
    last.afkortingen = (list.match(one) ?? []).map(unquoted)
    return true
  }
  if (line === '    boeken:' && last.boeken === undefined) {
    last.boeken = {}
    return true
  }
  const [, boek, bwb] = book.exec(line) ?? []
  if (boek === undefined || bwb === undefined) return false
  if (!last.boeken || boek in last.boeken) return false
  last.boeken[boek] = bwb
  return true
}

function unquoted(value: string): string {
  return value.startsWith("'")
    ? value.slice(1, -1).replaceAll("''", "'")
    : value
}
