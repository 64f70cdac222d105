/**
 * Stage: a comparison with its changes → one self-contained page, and the same for print.
 *
 * Either text can be had back from what is written. Drop every element with
 * `data-uitleg` (words of ours) and every `[hidden]` (copies for side by side);
 * for the new text drop `del` and `[data-kant=was]`, for the old one `ins` and
 * `[data-kant=wordt]`. A row with `data-vervolg` carries on, on that side, the
 * words of the row before it. In print the signs that the legend names tell the
 * same.
 */
import type {Change, Comparison} from '../comparison.ts'
import {hashText} from '../hash/sha256.ts'
import {cssString} from './print.ts'
import {type RedlineOptions, redlineView} from './redline/document-view.ts'
import {lyingPapers} from './table-width.ts'
import {renderTemplate, trusted} from './templates.ts'
import {visible} from './visible.ts'

/**
 * Renders the page from `templates/redline.hbs`: whole text or changes only, in
 * one or side by side. All of it is there without script; the script adds keys.
 */
export function renderRedline(
  comparison: Comparison,
  changes: readonly Change[],
  templates: ReadonlyMap<string, string>,
  options: RedlineOptions = {}
): string {
  const shown = visible({comparison, changes})
  const document = redlineView(shown.comparison, shown.changes, 'page', options)
  const script = renderTemplate(templates, 'scripts/redline', {})
  const view = {...document, scriptHash: base64(hashText(script))}
  return `${renderTemplate(templates, 'redline', view)}\n`
}

/** Renders the print layout from `templates/redline-print.hbs`: A4, one column, with signs that need no colour. */
export function renderRedlinePrint(
  comparison: Comparison,
  changes: readonly Change[],
  templates: ReadonlyMap<string, string>,
  fontCss: string,
  options: RedlineOptions = {}
): string {
  const shown = visible({comparison, changes})
  const document = redlineView(
    shown.comparison,
    shown.changes,
    'print',
    options
  )
  const {head} = document
  const view = {
    ...document,
    fontCss: trusted(fontCss),
    runningTitle: cssString(head.title),
    runningFoot: cssString(`Was ${head.wasDay} – wordt ${head.wordtDay}`),
    papers: lyingPapers,
    sheets: []
  }
  return `${renderTemplate(templates, 'redline-print', view)}\n`
}

/** Hexadecimal → base64, as a content policy wants a hash. */
function base64(hex: string): string {
  const bytes = hex.match(/../gu) ?? []
  return btoa(
    String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16)))
  )
}
