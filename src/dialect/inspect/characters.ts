/** Characters that nobody sees, or that cannot have been meant. */
import type {Report, RuleHead} from '../../diagnostics/report.ts'
import type {Place} from '../../model.ts'
import {isJoiner} from '../joiner.ts'

const lost: RuleHead = {id: 'lost-character', severity: 'fout'}
const hidden: RuleHead = {id: 'hidden-character', severity: 'waarschuwing'}

/** Control and format characters (soft hyphen, zero width, direction) and U+FFFD. */
const suspects = /(?![\t\n\r])[\p{Cc}\p{Cf}\uFFFD]/gu

const names = new Map([
  ['\u00AD', 'zacht afbreekstreepje'],
  ['\u200B', 'spatie zonder breedte'],
  ['\uFEFF', 'bytevolgordeteken']
])

/** Vertical tab, form feed and next line: what stands on either side is apart. */
const separators = ['\u000B', '\u000C', '\u0085']

/** Report each suspect character at its place, but for what joins emoji; it stays in the text. */
export function inspectCharacters(source: string, report: Report): void {
  if (source.search(suspects) < 0) return
  for (const [at, text] of source.split(/\r\n|\r|\n/u).entries()) {
    for (const match of text.matchAll(suspects)) {
      const [character] = match
      if (isJoiner(text, match.index)) continue
      const column = match.index + 1
      const endColumn = column + character.length
      const place = {line: at + 1, column, endLine: at + 1, endColumn}
      const isLast = endColumn > text.trimEnd().length
      reportCharacter({character, isLast}, place, report)
    }
  }
}

interface Suspect {
  readonly character: string
  /** Nothing stands behind it on its line. */
  readonly isLast: boolean
}

function reportCharacter(
  {character, isLast}: Suspect,
  place: Place,
  report: Report
): void {
  const code = character.codePointAt(0)?.toString(16).toUpperCase()
  const sign = `U+${code?.padStart(4, '0')}`
  if (character === '\0' || character === '\uFFFD') {
    const reason = `Hier is een teken verloren gegaan (${sign}); zet het juiste teken ervoor in de plaats`
    report(lost, place, reason)
  } else if (separators.includes(character)) {
    const reason = `Onzichtbaar teken ${sign} (overgang naar een nieuwe regel of bladzijde); zet er een spatie of een lege regel voor in de plaats`
    report(hidden, place, reason, {fix: ' '})
  } else {
    const name = names.get(character)
    const called = name === undefined ? sign : `${sign} (${name})`
    const reason = `Onzichtbaar teken ${called}; verwijder het`
    // Where a word was broken off at the end of a line, its halves are still to be joined.
    const isBroken = character === '\u00AD' && isLast
    report(hidden, place, reason, isBroken ? {} : {fix: ''})
  }
}
