/** The words of a tagged PDF, in the order of its tags; running heads have none. */
import {
  getDocument,
  OPS,
  type PDFPageProxy
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {wordsIn} from '../render/words.ts'

interface Node {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Node[]
}

const inline = ['NonStruct', 'Link', 'Span', 'Reference']

/** Words of all pages. */
export async function pdfWords(pdf: Uint8Array): Promise<readonly string[]> {
  return wordsIn(await pdfText(pdf))
}

/** Text of all pages, each block on a line of its own. */
export async function pdfText(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({
    data: new Uint8Array(pdf),
    verbosity: 0
  }).promise
  const pages: string[] = []
  let head = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const tree = (await page.getStructTree()) as Node
    const texts = await markedTexts(page)
    pages.push(withoutHead(treeText(tree, 'Root', texts), head))
    const row = lastOf(tree, 'Table').flatMap((table) => allOf(table, 'TR'))[0]
    head = row === undefined ? '' : treeText(row, 'TBody', texts)
  }
  await document.destroy()
  return pages.join('\n')
}

/** A browser draws the head of a table again where it goes on overleaf. */
function withoutHead(text: string, head: string): string {
  const words = wordsIn(head)
  if (words.length === 0) return text
  const drawn = wordsIn(text).slice(0, words.length)
  if (drawn.join(' ') !== words.join(' ')) return text
  return words.reduce(
    (rest, word) => rest.slice(rest.indexOf(word) + word.length),
    text
  )
}

function lastOf(tree: Node, role: string): readonly Node[] {
  return allOf(tree, role).slice(-1)
}

function allOf(tree: Node, role: string): readonly Node[] {
  const inner = (tree.children ?? []).flatMap((child) => allOf(child, role))
  return tree.role === role ? [tree, ...inner] : inner
}

/**
 * The text of each piece of marked content, by its number. From the drawing
 * itself: pdf.js's own text leaves out the spaces at line ends, which are what
 * keeps words apart.
 */
async function markedTexts(
  page: PDFPageProxy
): Promise<ReadonlyMap<string, string>> {
  const {fnArray, argsArray} = await page.getOperatorList()
  const texts = new Map<string, string>()
  const open: string[] = []
  fnArray.forEach((operator, at) => {
    const args = argsArray[at]
    if (operator === OPS.beginMarkedContentProps) open.push(`mc${args[1]}`)
    if (operator === OPS.beginMarkedContent) open.push('')
    if (operator === OPS.endMarkedContent) open.pop()
    if (operator !== OPS.showText) return
    const glyphs: readonly ({unicode?: string} | number)[] = args[0]
    const text = glyphs.map((glyph) =>
      typeof glyph === 'number' ? '' : (glyph.unicode ?? '')
    )
    const id = open.at(-1) ?? ''
    texts.set(id, (texts.get(id) ?? '') + text.join(''))
  })
  return texts
}

function treeText(
  node: Node,
  parent: string,
  texts: ReadonlyMap<string, string>
): string {
  if (node.type === 'content') {
    return texts.get(node.id?.replace(/^.*_/u, '') ?? '') ?? ''
  }
  if (node.children === undefined) return ''
  const role = node.role ?? ''
  const inner = node.children
    .map((child) => treeText(child, role, texts))
    .join('')
  // A label and its text are pieces of one LI, but never one word.
  const isPart = inline.includes(role) && parent !== 'LI'
  return isPart ? inner : `\n${inner}\n`
}
