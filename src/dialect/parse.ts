/**
 * Markdown of the dialect → legal tree, with messages about what is odd in it.
 *
 * Kernel. Never throws on what an author wrote and never loses a character
 * that is not white space or a mark of the dialect.
 */
import type {Root} from 'mdast'
import type {Report} from '../diagnostics/report.ts'
import type {Block, Place} from '../model.ts'
import {inspect} from './inspect.ts'
import {tooComplex} from './limits.ts'
import {markdown} from './markdown.ts'
import {type ParseOptions, toLegalTree} from './tree.ts'

/**
 * Read one text. Where its nodes stand is known here alone: to the rest of the
 * program equal texts are equal data.
 *
 * `decoded` is the body as text, with or without a byte order mark; places
 * are told as they are in it.
 */
export function parseText(
  decoded: string,
  options: ParseOptions,
  report: Report
): readonly Block[] {
  const source = decoded.replace(/^\uFEFF/u, '')
  const whole = tooComplex(source, report)
  if (whole) return [whole]
  const root: Root = markdown.parse(source)
  const places = new Map<object, Place>()
  const {leden} = options
  const text = toLegalTree(root.children, {source, leden, places})
  inspect({source, root, text, places, options, report})
  return text
}
