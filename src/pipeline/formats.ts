/** One consolidation → the bytes of a format. */
import {defined} from '../defined.ts'
import type {Consolidation} from '../model.ts'
import type {Attachment, Flavour} from '../pdf/flavour.ts'
import {renderPage} from '../render/html.ts'
import {renderJson} from '../render/json.ts'
import {renderMarkdown} from '../render/markdown.ts'
import {renderPrint} from '../render/print.ts'
import {renderText} from '../render/text.ts'
import {type Print, printDocument} from './print-document.ts'

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
  /** Files for a PDF that carries its sources. */
  readonly attachments?: readonly Attachment[]
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
  {templates, fonts, print, flavour, attachments}: Tools
): Promise<Uint8Array> {
  const {zicht} = consolidation
  const html = renderPrint(consolidation, templates(), fonts())
  const about = factsOf(consolidation)
  return printDocument(
    {html, date: zicht, about, ...defined({flavour, attachments})},
    print
  )
}

/** What the file says of the text that it holds, for who checks it later. */
function factsOf(c: Consolidation): ReadonlyMap<string, string> {
  const {regeling, geldig, zicht, textHash, asked, gemeente, laag} = c
  const facts = {
    regeling: regeling.id,
    geldig,
    zicht,
    eenheid: asked?.unit,
    gemeente: gemeente?.code,
    laag,
    tekst: textHash
  }
  return new Map(
    Object.entries(facts).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]]
    )
  )
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
