/**
 * The pages of `docs/rules/` and their examples, which are the tests of the rules.
 *
 * The form of a page is told in `docs/rules/README.md`.
 */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {SourceTree} from '../../src/model.ts'

/** A set of files, and what must be said of it. */
export interface Example {
  /** The text above it, for the name of its test. */
  readonly title: string
  /** By path below `articles/`; the base corpus is in it. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Empty folders below `articles/`. */
  readonly folders: readonly string[]
  /** Paths that the page itself shows, in order. */
  readonly shown: readonly string[]
  /** What stands behind `Melding:`, each on one line. */
  readonly messages: readonly string[]
}

/** One page taken apart. */
export interface Page {
  /** Name of the file, without `.md`. */
  readonly name: string
  readonly title: string
  readonly severity: string
  /** The first paragraph: one sentence, for the index. */
  readonly summary: string
  /** By heading: `Fout`, `Goed`, `Herstel`. */
  readonly sections: ReadonlyMap<string, readonly Example[]>
}

/** A rule as the code declares it. */
export interface Declared {
  readonly id: string
  readonly severity: string
}

const root = path.join(import.meta.dirname, '../..')
const rulesFolder = path.join(root, 'docs/rules')

/** A regeling that has all it needs; an example may bring its own. */
const base = {
  'proef/regeling.md': `---
formaat: 1
titel: Proefregeling
route: gemeenteblad
lagen: [CAR, UWO]
---
`
}

/** All pages, in order of name. */
export function readPages(): readonly Page[] {
  return readdirSync(rulesFolder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length))
    .toSorted()
    .map((name) => {
      const file = path.join(rulesFolder, `${name}.md`)
      return readPage(name, readFileSync(file, 'utf8'))
    })
}

/** Every rule that `src/` declares, in order of id. */
export function declaredRules(): readonly Declared[] {
  const src = path.join(root, 'src')
  const code = readdirSync(src, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(src, file), 'utf8'))
    .join('\n')
  const found = code.matchAll(
    /\bid: '([a-z-]+)',\s*severity: '(fout|waarschuwing)'/gu
  )
  return [...found]
    .map(([, id = '', severity = '']) => ({id, severity}))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The tree that the host would read. */
export function treeOf({files, folders}: Example): SourceTree {
  return {
    folder: 'articles',
    folders,
    files: [...files].map(([file, bytes]) => ({path: file, bytes}))
  }
}

/** Take one page apart. */
function readPage(name: string, text: string): Page {
  const [title = '', severity = '', summary = '', ...rest] = piecesOf(text)
  const sections = new Map<string, string[]>()
  let open: string[] = []
  for (const piece of rest) {
    const heading = /^## (.+)$/u.exec(piece)?.[1]
    if (heading === undefined) {
      open.push(piece)
    } else {
      open = []
      sections.set(heading, open)
    }
  }
  return {
    name,
    title: /^# (.+)$/u.exec(title)?.[1] ?? '',
    severity: /^Ernst: (.+)$/u.exec(severity)?.[1] ?? '',
    summary: summary.replace(/\s+/gu, ' ').trim(),
    sections: new Map(
      [...sections].map(([heading, pieces]) => [heading, examplesIn(pieces)])
    )
  }
}

interface Open {
  title: string
  files: Map<string, Uint8Array>
  folders: string[]
  shown: string[]
  messages: string[]
}

/** Blocks right behind one another are one example; a paragraph begins the next, but for `Melding:`. */
function examplesIn(pieces: readonly string[]): readonly Example[] {
  const examples: Open[] = []
  // What the next block begins with; nothing where it belongs to the example above it.
  let title: string | undefined = ''
  for (const piece of pieces) {
    const block = readBlock(piece)
    if (block) {
      addBlock(lastOf(examples, title), block)
      title = undefined
    } else if (piece.startsWith('Melding: ')) {
      examples.at(-1)?.messages.push(messageIn(piece))
      title ??= ''
    } else if (!piece.startsWith('```')) {
      title = piece.replace(/\s+/gu, ' ')
    }
  }
  return examples
}

function lastOf(examples: Open[], title: string | undefined): Open {
  const last = examples.at(-1)
  if (last && title === undefined) return last
  const next = begin(title ?? '')
  examples.push(next)
  return next
}

function messageIn(piece: string): string {
  return piece.slice('Melding: '.length).replace(/\s*\n\s*/gu, ' ')
}

/** Paragraphs and fenced blocks, in order. */
function piecesOf(text: string): readonly string[] {
  const pieces = text.matchAll(
    /^(`{3,})[^\n]*\n[\s\S]*?^\1$|^\S[^\n]*(?:\n\S[^\n]*)*/gmu
  )
  return [...pieces].map(([piece]) => piece)
}

interface Block {
  readonly file: string
  readonly how: string | undefined
  readonly text: string
}

/** A block that names a file; any other is an illustration. */
function readBlock(piece: string): Block | undefined {
  const match =
    /^(`{3,})[a-z]+ (\S+)(?: (latin1|crlf))?\n([\s\S]*?)^\1$/mu.exec(piece)
  if (!match) return undefined
  const [, , file = '', how, text = ''] = match
  return {file, how, text}
}

function begin(title: string): Open {
  const files = new Map<string, Uint8Array>()
  for (const [file, text] of Object.entries(base)) {
    files.set(file, new TextEncoder().encode(text))
  }
  return {title, files, folders: [], shown: [], messages: []}
}

function addBlock(open: Open, {file, how, text}: Block): void {
  open.shown.push(file)
  if (file.endsWith('/')) {
    open.folders.push(file.slice(0, -1))
    return
  }
  open.files.set(file, bytesOf(text, how))
}

/** `⟨U+00AD⟩` stands for a character that nobody sees. */
function bytesOf(text: string, how: string | undefined): Uint8Array {
  const plain = text.replace(/⟨U\+([0-9A-F]{4,6})⟩/gu, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16))
  )
  if (how === 'latin1') return Buffer.from(plain, 'latin1')
  const lines = how === 'crlf' ? plain.replaceAll('\n', '\r\n') : plain
  return new TextEncoder().encode(lines)
}
