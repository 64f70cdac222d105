/** One comparison → the bytes of a format. */
import {renderDiffJson} from '../render/diff-json.ts'
import {renderDiffMarkdown} from '../render/diff-markdown.ts'
import {changedOnly} from '../render/diff-scope.ts'
import {renderDiffText} from '../render/diff-text.ts'
import type {Compared} from './comparison.ts'

/** The formats in which a comparison can be had. */
export const diffFormats = ['txt', 'md', 'json'] as const

/** One of {@link diffFormats}. */
export type DiffFormat = (typeof diffFormats)[number]

/** How a comparison is shown. */
export interface DiffOptions {
  /** The whole text, not only the units in which something changed. */
  readonly isAll: boolean
  /** For a terminal: colour beside the marks. */
  readonly hasColors: boolean
}

/** Render a comparison; the same one always gives the same bytes. */
export async function renderComparison(
  compared: Compared,
  format: DiffFormat,
  options: DiffOptions
): Promise<Uint8Array> {
  return new TextEncoder().encode(renderString(compared, format, options))
}

function renderString(
  {comparison, changes, ...sides}: Compared,
  format: DiffFormat,
  {isAll, hasColors}: DiffOptions
): string {
  const shown = isAll ? comparison : changedOnly(comparison)
  switch (format) {
    case 'txt':
      return renderDiffText(shown, changes, {...sides, hasColors, isAll})
    case 'md':
      return renderDiffMarkdown(shown, changes, sides)
    case 'json':
      return renderDiffJson(shown, changes, {
        ...sides,
        scope: isAll ? 'all' : 'changed'
      })
  }
}
