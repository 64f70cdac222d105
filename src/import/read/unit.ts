/** What holds for a unit whatever the format it was read from. */
import {wordsOf} from '../../dialect/words.ts'
import type {Block, IsoDate, Soort} from '../../model.ts'
import type {ImportedUnit} from '../imported.ts'
import {horizonIn, isOwnHorizon} from './mend.ts'
import {bare} from './names.ts'
import {type Ledger, repair} from './source.ts'

const lapse =
  /^[[(]?\s*vervallen(?:\s+(?:per|met ingang van|m\.i\.v\.|op|bij)\s[^\])]{1,60})?\s*[\])]?\s*\.?$/iu

/** Whether words say no more than that something has lapsed. */
export function isLapse(words: string): boolean {
  return lapse.test(words.replace(/\s+/gu, ' ').trim())
}

/** The day on which a unit says itself that it lapses. */
export function ownHorizon(
  soort: Soort,
  text: readonly Block[]
): IsoDate | undefined {
  for (const block of text) {
    const words =
      block.type === 'alinea' ? wordsOf(block.content) : innerWords(block)
    const found = words === undefined ? undefined : horizonIn(words)
    if (found && isOwnHorizon(found, soort)) {
      return found.tot
    }
  }
  return undefined
}

/** The words of an artikel's last lid may speak of the whole artikel. */
function innerWords(block: Block): string | undefined {
  if (block.type !== 'lid') return undefined
  const [first] = block.content
  return first?.type === 'alinea' ? wordsOf(first.content) : undefined
}

/** Tell what an author must look at: a unit without number or text. */
export function reportHead(
  {soort, nummer, opschrift, vervallen, text, children}: ImportedUnit,
  offset: number,
  ledger: Ledger
): void {
  const name = [soort, nummer ?? (opschrift && `\`${opschrift}\``)]
    .filter((word) => word !== undefined)
    .join(' ')
  if (nummer === undefined && !bare.includes(soort)) {
    repair(ledger, offset, {
      kind: 'no-number',
      message: `De bron geeft ${name} geen nummer; geef er een`,
      mended: false
    })
  }
  if (vervallen && (text.length > 0 || children.length > 0)) {
    repair(ledger, offset, {
      kind: 'lapsed-with-text',
      message: `Het opschrift zegt dat ${name} is vervallen, maar er staat tekst bij; ga na wat klopt`,
      mended: false
    })
  }
  if (!vervallen && text.length === 0 && children.length === 0) {
    repair(ledger, offset, {
      kind: 'empty-unit',
      message: `Bij ${name} staat in de bron geen tekst; is het vervallen, leg dat dan vast`,
      mended: false
    })
  }
}
