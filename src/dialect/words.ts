/** Running text → its words alone. Kernel. */
import {toString as textOf} from 'mdast-util-to-string'
import type {Phrasing} from '../model.ts'

/** The characters of running text in order, without marks, links' addresses and notes. */
export function wordsOf(content: readonly Phrasing[]): string {
  return textOf(content)
}
