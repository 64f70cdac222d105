/** Characters that nobody sees, or that cannot have been meant. */
import type {Report, RuleHead} from '../../diagnostics/report.ts'
import type {Place} from '../../model.ts'

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
  if (source.search(suspects) < 0) return
  for (const [at, text] of source.split(/\r\n|\r|\n/u).entries()) {
    for (const match of text.matchAll(suspects)) {
      const [character] = match
      const column = match.index + 1
      const endColumn = column + character.length
      const place = {line: at + 1, column, endLine: at + 1, endColumn}
      reportCharacter(character, place, report)
    }
  }
}

function reportCharacter(
  character: string,
  place: Place,
  report: Report
): void {
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
