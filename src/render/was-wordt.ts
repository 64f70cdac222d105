/**
 * Stage: a comparison with its changes → a was-wordt table: page, print and CSV.
 *
 * Columns Was, Wordt, Toelichting and Wijziging, a row for each change, grouped
 * by artikel. What differs is marked in both columns.
 */
import type {Change, Comparison} from '../comparison.ts'
import {cssString} from './print.ts'
import type {RedlineOptions} from './redline/document-view.ts'
import {csvOf} from './redline/was-wordt-csv.ts'
import {wasWordtView} from './redline/was-wordt-view.ts'
import {lyingPapers} from './table-width.ts'
import {renderTemplate, trusted} from './templates.ts'
import {visible} from './visible.ts'

/** Renders the page from `templates/was-wordt.hbs`; no script, no request to anywhere. */
export function renderWasWordt(
  comparison: Comparison,
  changes: readonly Change[],
  templates: ReadonlyMap<string, string>,
  options: RedlineOptions = {}
): string {
  const shown = visible({comparison, changes})
  const view = wasWordtView(shown.comparison, shown.changes, 'page', options)
  return `${renderTemplate(templates, 'was-wordt', view)}\n`
}

/** Renders the print layout from `templates/was-wordt-print.hbs`: A4, lying. */
export function renderWasWordtPrint(
  comparison: Comparison,
  changes: readonly Change[],
  templates: ReadonlyMap<string, string>,
  fontCss: string,
  options: RedlineOptions = {}
): string {
  const shown = visible({comparison, changes})
  const table = wasWordtView(shown.comparison, shown.changes, 'print', options)
  const {head} = table
  const view = {
    ...table,
    fontCss: trusted(fontCss),
    runningTitle: cssString(head.title),
    runningFoot: cssString(`Was ${head.wasDay} – wordt ${head.wordtDay}`),
    papers: lyingPapers,
    size: lyingPapers.find(({name}) => name === table.paper)?.size ?? '',
    sheets: []
  }
  return `${renderTemplate(templates, 'was-wordt-print', view)}\n`
}

/**
 * The table as CSV (RFC 4180), UTF-8 with a byte order mark, every field quoted.
 * What a spreadsheet would take for a formula begins with an apostrophe.
 */
export function renderWasWordtCsv(
  comparison: Comparison,
  changes: readonly Change[],
  options: RedlineOptions & CsvOptions = {}
): string {
  const shown = visible({comparison, changes})
  const {groups} = wasWordtView(
    shown.comparison,
    shown.changes,
    'page',
    options
  )
  return csvOf(groups, options.separator ?? ';')
}

/** How the CSV is written. */
export interface CsvOptions {
  /** `;`, the default, is what a Dutch spreadsheet parts columns by; RFC 4180 knows the comma. */
  readonly separator?: ',' | ';'
}
