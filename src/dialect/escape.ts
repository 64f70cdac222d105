/**
 * Text → Markdown of the dialect that reads back as that text.
 *
 * Kernel. Takes the place of the escapes of mdast-util-to-markdown, which know
 * CommonMark: here `[…]`, `<`, `` ` `` and `!` need none, and labels do.
 */
import type {Info, State} from 'mdast-util-to-markdown'

const punctuation = '!-\\/:-@[-`{-~'
const label = /^(?:\d{1,4}[a-z]{0,2}°?|[a-z]{1,2}|[ivx]{3,6})\.(?=[ \t]|$)/u
const dash = /^–(?=[ \t]|$)/u
const laag = /^\{(?=(?:CAR|UWO)\}(?:[ \t]|$))/u
const blockMark = /^(?:#{1,6}(?=[ \t]|$)|>|[|:-](?=[|:\- \t]*$))/u

/** Escape one text node; `info` says what stands before and after it. */
export function escapeText(value: string, state: State, info: Info): string {
  const atStart = info.before === '\n'
  const isInLabel = state.stack.includes('label')
  let text = escapeBrackets(escapeInline(value), isInLabel ? 'all' : 'marks')
  if (state.stack.includes('tableCell')) text = text.replace(/\|/gu, '\\|')
  if (state.stack.includes('headingAtx')) text = text.replace(/#+$/u, '\\$&')
  if (info.after === '(' && !isInLabel && text.endsWith(']'))
    text = `${text.slice(0, -1)}\\]`
  const escaped = atStart ? escapeStart(text) : text
  return escaped.replace(/\uFEFF/gu, '&#xFEFF;')
}

/** What has a meaning anywhere in running text. */
function escapeInline(value: string): string {
  return value
    .replace(new RegExp(`\\\\(?=[${punctuation}\uFEFF]|$)`, 'gu'), '\\\\')
    .replace(/&(?=#?[A-Za-z0-9]+;)/gu, '\\&')
    .replace(/\*/gu, '\\*')
    .replace(/_/gu, (mark, at: number, text: string) =>
      isInsideWord(text, at) ? mark : `\\${mark}`
    )
}

/** In the words of a link all of them; elsewhere those that would make a link or a note. */
function escapeBrackets(text: string, which: 'all' | 'marks'): string {
  const bracket = which === 'all' ? /[[\]]/gu : /\[(?=\^)|\](?=\()/gu
  return text.replace(bracket, '\\$&')
}

/** An underscore between letters or digits never opens or closes emphasis. */
function isInsideWord(value: string, at: number): boolean {
  const word = /[\p{L}\p{N}]/u
  return word.test(value[at - 1] ?? '') && word.test(value[at + 1] ?? '')
}

/** What has a meaning only where a line begins. */
function escapeStart(text: string): string {
  return text
    .replace(label, (mark) => `${mark.slice(0, -1)}\\.`)
    .replace(dash, '&#x2013;')
    .replace(laag, '\\{')
    .replace(blockMark, '\\$&')
}
