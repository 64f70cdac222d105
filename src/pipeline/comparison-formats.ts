/** One comparison → the bytes of a format. */
import {defined} from '../defined.ts'
import type {IsoDate} from '../model.ts'
import type {Flavour} from '../pdf/flavour.ts'
import {renderDiffJson} from '../render/diff-json.ts'
import {renderDiffMarkdown} from '../render/diff-markdown.ts'
import {changedOnly} from '../render/diff-scope.ts'
import {renderDiffText} from '../render/diff-text.ts'
import type {RedlineOptions} from '../render/redline/document-view.ts'
import {renderRedline, renderRedlinePrint} from '../render/redline.ts'
import {
  renderWasWordt,
  renderWasWordtCsv,
  renderWasWordtPrint
} from '../render/was-wordt.ts'
import type {Compared} from './comparison.ts'
import {comparisonFacts, type ShownAs} from './document-facts.ts'
import type {Tools} from './formats.ts'
import {printDocument} from './print-document.ts'

/** The formats in which a comparison can be had: `was-wordt` is the table as a page, `csv` the table for a spreadsheet. */
export const diffFormats = [
  'txt',
  'md',
  'json',
  'html',
  'pdf',
  'was-wordt',
  'was-wordt-pdf',
  'csv'
] as const

/** One of {@link diffFormats}. */
export type DiffFormat = (typeof diffFormats)[number]

/** How a comparison is shown, and what that needs from outside. */
export interface DiffOptions
  extends Pick<Tools, 'templates' | 'fonts' | 'print'> {
  /** The whole text, not only the units in which something changed. */
  readonly isAll: boolean
  /** For a terminal: colour beside the marks. */
  readonly hasColors: boolean
  /** Norm of a PDF; PDF/A-2a when absent. */
  readonly flavour?: Flavour
}

/** Render a comparison; the same one always gives the same bytes. */
export async function renderComparison(
  compared: Compared,
  format: DiffFormat,
  options: DiffOptions
): Promise<Uint8Array> {
  if (format === 'pdf' || format === 'was-wordt-pdf') {
    return renderPdf(compared, format, options)
  }
  const text = isTextual(format)
    ? renderWords(compared, format, options)
    : renderTable(compared, format, options)
  return new TextEncoder().encode(text)
}

type Textual = 'txt' | 'md' | 'json'

function isTextual(format: DiffFormat): format is Textual {
  return format === 'txt' || format === 'md' || format === 'json'
}

function renderWords(
  {comparison, changes, was, wordt, wijzigingen}: Compared,
  format: Textual,
  {isAll, hasColors}: DiffOptions
): string {
  const sides = {...defined({was, wordt}), wijzigingen}
  const shown = isAll ? comparison : changedOnly(comparison)
  switch (format) {
    case 'txt':
      // Notes are numbered through the whole text, also where only changes are shown.
      return renderDiffText(comparison, changes, {...sides, hasColors, isAll})
    case 'md':
      return renderDiffMarkdown(shown, changes, sides)
    case 'json':
      return renderDiffJson(shown, changes, {
        ...sides,
        scope: isAll ? 'all' : 'changed'
      })
  }
}

/** Pages and tables hold the whole text, and leave it to the reader how much to see. */
function renderTable(
  compared: Compared,
  format: Exclude<DiffFormat, Textual | 'pdf' | 'was-wordt-pdf'>,
  {templates}: DiffOptions
): string {
  const {comparison, changes} = compared
  const named = toldOf(compared)
  switch (format) {
    case 'html':
      return renderRedline(comparison, changes, templates(), named)
    case 'was-wordt':
      return renderWasWordt(comparison, changes, templates(), named)
    case 'csv':
      return renderWasWordtCsv(comparison, changes, named)
  }
}

function renderPdf(
  compared: Compared,
  format: ShownAs['format'],
  {templates, fonts, print, flavour, isAll}: DiffOptions
): Promise<Uint8Array> {
  const html = printOf(compared, {format, isAll}, templates(), fonts())
  return printDocument(
    {
      html,
      about: comparisonFacts(compared, {format, isAll}),
      ...defined({date: lastKnown(zichtDays(compared)), flavour})
    },
    print
  )
}

/** The HTML of which a PDF of a comparison is printed. */
export function printOf(
  compared: Compared,
  {format, isAll}: ShownAs,
  templates: ReadonlyMap<string, string>,
  fontCss: string
): string {
  const {comparison, changes} = compared
  const render = format === 'pdf' ? renderRedlinePrint : renderWasWordtPrint
  const shown = isAll ? comparison : changedOnly(comparison)
  return render(shown, changes, templates, fontCss, toldOf(compared))
}

/** What a page or a table tells beside the comparison itself. */
function toldOf({was, wordt, wijzigingen}: Compared): RedlineOptions {
  return {
    wijzigingen: new Map(wijzigingen.map((one) => [one.id, one])),
    sides: defined({was, wordt})
  }
}

/** The later state of knowledge: what the document rests on was known by then. */
function lastKnown(days: readonly IsoDate[]): IsoDate | undefined {
  return days.toSorted().at(-1)
}

function zichtDays({comparison: {was, wordt}}: Compared): readonly IsoDate[] {
  return [was, wordt].flatMap(({moment}) => moment?.zicht ?? [])
}
