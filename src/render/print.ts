/**
 * Stage: Consolidation → HTML that Chromium prints as an A4 document.
 */
import type {Consolidation} from '../model.ts'
import {sectionsOf} from './document.ts'
import {day, plain, type Sentence, say} from './sentence.ts'
import {sheetsOf} from './sheets.ts'
import {lyingPapers} from './table-width.ts'
import {renderTemplate, trusted} from './templates.ts'
import {documentView} from './view.ts'
import {visible} from './visible.ts'

/** As many digits of the hash as tell two texts apart at a glance. */
const hashDigits = 12

/**
 * Renders the print layout from `templates/print.hbs`; `fontCss` holds the
 * `@font-face` rules of the fonts, with data addresses.
 */
export function renderPrint(
  c: Consolidation,
  templates: ReadonlyMap<string, string>,
  fontCss: string
): string {
  const shown = visible(c)
  const document = documentView(c, 'print')
  const sheets = sheetsOf(sectionsOf(shown))
  const view = {
    ...document,
    fontCss: trusted(fontCss),
    runningTitle: cssString(runningTitle(shown, document.inForce)),
    runningFoot: cssString(plain(versionOf(shown))),
    papers: lyingPapers,
    sheets: sheets.map((each) => ({
      ...each,
      size: lyingPapers.find(({name}) => name === each.paper)?.size ?? '',
      first: each.places[0] ?? 0,
      head: cssString(each.head)
    }))
  }
  return `${renderTemplate(templates, 'print', view)}\n`
}

/** Somebody may hold one leaf alone: each says when the text is not in force. */
function runningTitle(c: Consolidation, inForce: boolean): string {
  const marks = [
    ...(inForce ? [] : ['niet geldend']),
    ...(c.sources.some(({concept}) => concept) ? ['concept'] : [])
  ]
  return marks.length === 0
    ? c.citeertitel
    : `${c.citeertitel} (${marks.join(', ')})`
}

/** Which text this is, so that two prints can be told apart leaf by leaf. */
function versionOf({geldig, zicht, textHash}: Consolidation): Sentence {
  const hash =
    textHash === undefined ? '' : `, tekst ${textHash.slice(0, hashDigits)}`
  return say`Versie: geldig ${day(geldig)}, zicht ${day(zicht)}${hash}`
}

/** The inside of a CSS string: whatever is no letter or digit is written as its code point. */
export function cssString(text: string): string {
  return text.replace(
    /[^A-Za-z0-9]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `
  )
}
