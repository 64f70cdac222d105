/**
 * One source file → the same file in house form.
 *
 * Front matter stays byte for byte, and so does the file's way of ending
 * lines; a byte order mark goes. Text that holds a fout is left as it is.
 */
import {VFile} from 'vfile'
import {reportTo} from '../diagnostics/report.ts'
import {findings, hasErrors} from '../diagnostics/reporter.ts'
import {parseText} from '../dialect/parse.ts'
import {printSound} from '../dialect/sound.ts'
import type {Block} from '../model.ts'
import {decode, splitSource} from '../read/source.ts'

/** What formatting came to. */
export type Formatted =
  | {readonly state: 'same'}
  | {readonly state: 'changed'; readonly text: string}
  | {readonly state: 'left'}

/** House form of one file. */
export function formatSource(bytes: Uint8Array): Formatted {
  const file = new VFile({path: 'bron'})
  const report = reportTo(file)
  const text = decode(bytes, report)
  const source = text === undefined ? undefined : splitSource(text, report)
  if (text === undefined || !source) return {state: 'left'}
  const blocks = parse(source.body, report)
  if (hasErrors(findings([file]))) return {state: 'left'}
  const formatted = join(source.front, blocks)
  return formatted === text
    ? {state: 'same'}
    : {state: 'changed', text: formatted}
}

/** Headings and leden do not change the printed form, so the widest reading will do. */
function parse(
  body: string,
  report: Parameters<typeof parseText>[2]
): readonly Block[] {
  return parseText(body, {leden: true, headings: true}, report)
}

function join(front: string, blocks: readonly Block[]): string {
  const eol = front.includes('\r\n') ? '\r\n' : '\n'
  const close = /[\r\n]$/u.test(front) ? front : front + eol
  const printed = printSound(blocks).replaceAll('\n', eol)
  return printed === '' ? close : `${close}${eol}${printed}`
}
