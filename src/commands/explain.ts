/** A page on a rule, as plain text for a terminal. */
import type {Host} from '../host/host.ts'
import {distance} from '../pipeline/distance.ts'
import {hang, wrap} from '../render/text-wrap.ts'
import {CallError} from './command.ts'

const width = 80

/** Print the page on a rule; without a name, or with one that no rule has, the call is wrong. */
export function explain(name: string | boolean, host: Host): void {
  const pages = host.readRulePages()
  const ids = [...pages.keys()]
  if (typeof name !== 'string') {
    throw new CallError(
      `Achter \`--explain\` hoort de naam van een regel:\n${ids.map((id) => `  ${id}`).join('\n')}`
    )
  }
  const page = pages.get(name.replace(/^\[|\]$/gu, '').toLowerCase())
  if (page === undefined) throw new CallError(unknown(name, ids))
  host.print(pageText(page))
}

function unknown(name: string, ids: readonly string[]): string {
  const [nearest] = ids
    .map((id) => ({id, far: distance(name.toLowerCase(), id)}))
    .toSorted((a, b) => a.far - b.far)
  const isNear = nearest && nearest.far <= Math.ceil(name.length / 3)
  const hint = isNear
    ? `bedoeld is misschien \`${nearest.id}\``
    : 'zie `cao check --explain` voor alle namen'
  return `\`${name}\` is geen regel; ${hint}`
}

/** Markdown of a page → text of at most 80 columns; examples are indented and keep their lines. */
export function pageText(markdown: string): string {
  const pieces = markdown
    .replace(/\r\n/gu, '\n')
    .matchAll(
      /^(`{3,})(.*)\n([\s\S]*?)^\1$|^\S[^\n]*(?:\n(?!`{3})[^\n]*\S[^\n]*)*/gmu
    )
  const parts = [...pieces].map(([piece, fence, info = '', content = '']) =>
    fence === undefined ? proseText(piece) : exampleText(info, content)
  )
  return `${parts.join('\n\n')}\n`
}

function proseText(piece: string): string {
  const [, marks, heading = ''] = /^(#+) (.*)$/u.exec(piece) ?? []
  if (marks !== undefined) {
    return `${heading}\n${(marks === '#' ? '=' : '-').repeat(heading.length)}`
  }
  const items = piece.split(/^(?=- |\d+\. )/mu)
  return items
    .map((item) => {
      const label = /^(?:- |\d+\. )/u.exec(item)?.[0] ?? ''
      const words = withoutLinks(item.slice(label.length)).replace(/\s+/gu, ' ')
      const lines = wrap(words.trim(), width - label.length)
      return hang(label, label.length, lines).join('\n')
    })
    .join('\n')
}

/** `[words](address)` becomes its words, but not between backticks. */
function withoutLinks(text: string): string {
  return text
    .split(/(`[^`]*`)/u)
    .map((part) =>
      part.startsWith('`')
        ? part
        : part.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    )
    .join('')
}

const manners = new Map([
  ['crlf', ', met regeleinden van Windows'],
  ['latin1', ', niet als UTF-8 opgeslagen']
])

/** The name of the file, and below it what it holds. */
function exampleText(info: string, content: string): string {
  const [, path, how = ''] = info.split(' ')
  const lines = content.trimEnd().split('\n')
  const text = lines.map((line) => `    ${line}`.trimEnd()).join('\n')
  if (path === undefined) return text
  if (path.endsWith('/')) return `  ${path} (een lege map)`
  return `  ${path}${manners.get(how) ?? ''}:\n\n${text}`
}
