/** One consolidation → the bytes of a format. */
import type {Consolidation, IsoDate} from '../model.ts'
import {renderPage} from '../render/html.ts'
import {renderJson} from '../render/json.ts'
import {renderMarkdown} from '../render/markdown.ts'
import {renderPrint} from '../render/print.ts'
import {renderText} from '../render/text.ts'

/** The formats in which a doorlopende tekst can be had. */
export const formats = ['md', 'txt', 'json', 'html', 'pdf'] as const

/** One of {@link formats}. */
export type Format = (typeof formats)[number]

/** What rendering needs from outside; asked for only by the formats that use it. */
export interface Tools {
  readonly templates: () => ReadonlyMap<string, string>
  readonly fonts: () => string
  readonly print: (
    html: string,
    stamp: {readonly date: IsoDate}
  ) => Promise<Uint8Array>
}

/** Render a consolidation; the same one always gives the same bytes. */
export async function renderFormat(
  consolidation: Consolidation,
  format: Format,
  tools: Tools
): Promise<Uint8Array> {
  if (format === 'pdf') {
    const html = renderPrint(consolidation, tools.templates(), tools.fonts())
    return tools.print(html, {date: consolidation.zicht})
  }
  return new TextEncoder().encode(renderString(consolidation, format, tools))
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
