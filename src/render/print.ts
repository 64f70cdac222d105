/**
 * Stage: Consolidation → HTML that Chromium prints as an A4 document.
 */
import type {Consolidation} from '../model.ts'
import {plain} from './sentence.ts'
import {statement} from './statement.ts'
import {renderTemplate, trusted} from './templates.ts'
import {documentView} from './view.ts'
import {visible} from './visible.ts'

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
  const moment = plain(statement(shown).moment)
  const view = {
    ...document,
    fontCss: trusted(fontCss),
    runningTitle: cssString(shown.citeertitel),
    runningMoment: cssString(
      document.inForce ? moment : `${moment} (niet geldend)`
    )
  }
  return `${renderTemplate(templates, 'print', view)}\n`
}

/** The inside of a CSS string: whatever is no letter or digit is written as its code point. */
export function cssString(text: string): string {
  return text.replace(
    /[^A-Za-z0-9]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `
  )
}
