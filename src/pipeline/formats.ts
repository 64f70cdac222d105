/** One consolidation → the bytes of a format. */
import {defined} from '../defined.ts'
import type {Consolidation, SourceMap} from '../model.ts'
import type {Flavour} from '../pdf/flavour.ts'
import {renderPage} from '../render/html.ts'
import {renderJson} from '../render/json.ts'
import {renderMarkdown} from '../render/markdown.ts'
import {renderPrint} from '../render/print.ts'
import {renderText} from '../render/text.ts'
import {textFacts} from './document-facts.ts'
import {type Paper, type Print, printDocument} from './print-document.ts'
import {attachmentsOf, placeOfCharacter} from './source-texts.ts'

/** The formats in which a doorlopende tekst can be had. */
export const formats = ['md', 'txt', 'json', 'html', 'pdf'] as const

/** One of {@link formats}. */
export type Format = (typeof formats)[number]

/** What rendering needs from outside; asked for only by the formats that use it. */
export interface Tools {
  readonly templates: () => ReadonlyMap<string, string>
  readonly fonts: () => string
  readonly print: Print
  /** Norm of the PDF; PDF/A-2a when absent. */
  readonly flavour?: Flavour
  /** The files of the corpus: a PDF/A-3a carries those of its text, and what cannot be printed is pointed at. */
  readonly sources?: SourceMap
}

/** Render a consolidation; the same one always gives the same bytes. */
export async function renderFormat(
  consolidation: Consolidation,
  format: Format,
  tools: Tools
): Promise<Uint8Array> {
  if (format === 'pdf') return renderPdf(consolidation, tools)
  return new TextEncoder().encode(renderString(consolidation, format, tools))
}

function renderPdf(
  consolidation: Consolidation,
  {templates, fonts, print, flavour, sources}: Tools
): Promise<Uint8Array> {
  const {zicht} = consolidation
  const html = renderPrint(consolidation, templates(), fonts())
  const paper: Paper = {
    html,
    date: zicht,
    about: textFacts(consolidation),
    ...defined({flavour}),
    ...(sources && {
      placeOf: (character) =>
        placeOfCharacter(character, consolidation, sources)
    }),
    ...(flavour === '3a' &&
      sources && {attachments: attachmentsOf(consolidation, sources)})
  }
  return printDocument(paper, print)
}

function renderString(
  consolidation: Consolidation,
  format: Exclude<Format, 'pdf'>,
  tools: Tools
): string {
  switch (format) {
    case 'md':
      return renderMarkdown(consolidation)
    case 'txt':
      return renderText(consolidation)
    case 'json':
      return renderJson(consolidation)
    case 'html':
      return renderPage(consolidation, tools.templates())
  }
}
