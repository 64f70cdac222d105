/** Characters that nobody sees, or that cannot have been meant. */
import type {Report, RuleHead} from '../../diagnostics/report.ts'

const lost: RuleHead = {id: 'lost-character', severity: 'fout'}
const hidden: RuleHead = {id: 'hidden-character', severity: 'waarschuwing'}

/** Control and format characters (soft hyphen, zero width, direction) and U+FFFD. */
const suspects = /(?![\t\n\r])[\p{Cc}\p{Cf}\uFFFD]/gu

const names = new Map([
  ['\u00AD', 'zacht afbreekstreepje'],
  ['\u200B', 'spatie zonder breedte'],
  ['\uFEFF', 'bytevolgordeteken']
])

/** Report each suspect character at its place; it stays in the text. */
export function inspectCharacters(source: string, report: Report): void {
  for (const match of source.matchAll(suspects)) {
    const [character] = match
    const place = placeAt(source, match.index, character.length)
    const code = character.codePointAt(0)?.toString(16).toUpperCase()
    const sign = `U+${code?.padStart(4, '0')}`
    if (character === '\0' || character === '\uFFFD') {
      const reason = `Hier is een teken verloren gegaan (${sign}); zet het juiste teken ervoor in de plaats`
      report(lost, place, reason)
    } else {
      const name = names.get(character) ?? 'onzichtbaar teken'
      const reason = `Onzichtbaar teken ${sign} (${name}); verwijder het`
      report(hidden, place, reason, {fix: ''})
    }
  }
}

function placeAt(source: string, offset: number, length: number) {
  const before = source.slice(0, offset).split(/\r\n|\r|\n/u)
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return {line, column, endLine: line, endColumn: column + length}
}
