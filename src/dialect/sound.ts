/**
 * Legal tree → Markdown in house form that tells no fout when it is read.
 *
 * Kernel. What the dialect lacks stays text and is reported as a mistake; behind
 * a backslash it is text for certain.
 */

import type {Block} from '../model.ts'
import {parseText} from './parse.ts'
import {printText} from './print.ts'

/** Print blocks that were read without a fout, so that none comes of printing them. */
export function printSound(blocks: readonly Block[]): string {
  const body = printText(blocks)
  const faults = countFaults(body)
  if (faults === 0) return body
  const escaped = withEscapes(body)
  return countFaults(escaped) < faults ? escaped : body
}

function countFaults(body: string): number {
  let count = 0
  parseText(body, {leden: true, headings: true}, ({severity}) => {
    if (severity === 'fout') count++
  })
  return count
}

/** Printed text with a backslash before each mark that the dialect reports and keeps as text. */
export function withEscapes(body: string): string {
  return body
    .replace(/(\\*)([`<])/gu, (whole, before: string, mark: string) =>
      before.length % 2 === 0 ? `${before}\\${mark}` : whole
    )
    .replace(/(?<!\\)!(?=\[)/gu, '\\!')
    .replace(/(?<!\\)\{(?=(?:car|uwo)\})/giu, '\\{')
    .replace(/^([ \t]*)(?=(?:([*_=~-])[ \t]*)(?:\2[ \t]*)*$)/gmu, '$1\\')
    .replace(/^([ \t>]*)\+(?=[ \t])/gmu, '$1\\+')
    .replace(/^([ \t]*)\[(?=[^\]^][^\]]*\]:\s)/gmu, '$1\\[')
    .replace(wrongLabel, '$1\\$2')
}

/** `a)`, `1.Een`: no labels, and told of as such. */
const wrongLabel =
  /^([ \t>]*(?:(?:\d{1,4}[a-z]{0,2}|[a-z]{1,2}|[ivx]{3,6})(?=\)\s)|(?:\d{1,4}[a-z]{0,2}|[a-z])(?=\.\p{Lu})))([.)])/gmu
