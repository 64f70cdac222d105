import {existsSync, readFileSync} from 'node:fs'
import path from 'node:path'

// How the examples of a document are written.
//
// An example of `npx cao` is a fenced block `console`. A line of `…` stands for
// any lines, `…` within a line for any characters. A comment right above a
// fence says in which folder it happens:
//
// (none)              a folder with the shipped corpora, that stays as it is
// sessie              the folder of the session, one block after the other
// nieuwe sessie       the same, in a new folder with the shipped corpora
// nieuwe sessie, leeg in a new folder without a corpus
// nieuwe sessie, zonder <bestand> …   with the shipped corpora but for these files
// nieuwe sessie, met <map>   in a new folder with what that folder of the project holds
// andere opzet        elsewhere; not run
//
// In a session a block `diff` edits a file: the first line names it, words
// behind `-` stand in it once and become those behind `+`, and `+` alone goes at
// the end. A block with a path behind its language is written as it is.

const root = path.join(import.meta.dirname, '../..')

/** The documents of which every example is run. */
export const documents = [
  'README.md',
  'docs/handleiding.md',
  'docs/vergelijken.md',
  'docs/opstellen.md',
  'docs/gemeente.md',
  'docs/importeren.md'
] as const

/** Where a step happens: the folder that all share, or one of a session. */
export interface Place {
  /** `0`: not in a session. */
  readonly session: number
  readonly content: 'shipped' | 'empty'
  readonly without: readonly string[]
  /** Folder of the project whose content is copied. */
  readonly from?: string
}

/** One thing that is done in an example. */
export type Step = {readonly name: string; readonly place: Place} & (
  | {
      readonly kind: 'run'
      readonly args: readonly string[]
      readonly shown: readonly string[]
    }
  | {
      readonly kind: 'edit'
      readonly file: string
      readonly changes: readonly Change[]
    }
  | {readonly kind: 'write'; readonly file: string; readonly text: string}
)

/** Words of a file and what comes in their place; without words: what comes at its end. */
export interface Change {
  readonly from: string
  readonly to: string
}

/** The text of a file of the project. */
export function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}

/** All steps of a document, in order. */
export function stepsIn(file: string): readonly Step[] {
  let sessions = 0
  let current: Place | undefined
  return blocksIn(textOf(file)).flatMap((block) => {
    const {comment = '', line} = block
    const where = `${file}:${line}`
    if (comment === 'andere opzet') return []
    if (comment === '') {
      const shared: Place = {session: 0, content: 'shipped', without: []}
      return block.info === 'console' ? runsOf(block, where, shared) : []
    }
    if (comment !== 'sessie') {
      sessions += 1
      current = placeOf(comment, sessions, where)
    }
    if (!current) throw new Error(`${where}: there is no session yet`)
    return sessionSteps(block, where, current)
  })
}

function placeOf(comment: string, session: number, where: string): Place {
  const said =
    /^nieuwe sessie(?:, (?<leeg>leeg)|, met (?<from>\S+)|, zonder (?<files>.+))?$/u.exec(
      comment
    )
  if (!said) throw new Error(`${where}: \`${comment}\` says nothing`)
  const {leeg, from, files} = said.groups ?? {}
  return {
    session,
    content: (leeg ?? from) ? 'empty' : 'shipped',
    without: files?.split(' ') ?? [],
    ...(from !== undefined && {from})
  }
}

function sessionSteps(
  block: Block,
  where: string,
  place: Place
): readonly Step[] {
  const {info, lines} = block
  if (info === 'console') return runsOf(block, where, place)
  if (info === 'diff') {
    const [file = '', ...changes] = lines
    const name = `${where}: ${file}`
    return [{kind: 'edit', name, place, file, changes: changesIn(changes)}]
  }
  const [, file] = info.split(' ')
  if (file === undefined) throw new Error(`${where}: no file to write`)
  const text = `${lines.join('\n')}\n`
  return [{kind: 'write', name: `${where}: ${file}`, place, file, text}]
}

function changesIn(lines: readonly string[]): readonly Change[] {
  const runs = `${lines.join('\n')}\n`.match(/(?:^-.*\n)*(?:^\+.*\n)+/gmu) ?? []
  return runs.map((run) => ({from: behind('-', run), to: behind('+', run)}))
}

function behind(sign: string, run: string): string {
  const lines = run.split('\n').filter((line) => line.startsWith(sign))
  return lines.map((line) => line.slice(2)).join('\n')
}

function runsOf(block: Block, where: string, place: Place): readonly Step[] {
  const parts = block.lines.join('\n').split(/^\$ /mu).slice(1)
  return parts.map((part) => {
    const [call = '', ...shown] = part.trimEnd().split('\n')
    const [npx, cao, ...args] = wordsOf(call)
    if (npx !== 'npx' || cao !== 'cao') {
      throw new Error(`${where}: \`${call}\` is not \`npx cao\``)
    }
    return {kind: 'run', name: `${where}: ${call}`, place, args, shown}
  })
}

/** A line as a shell reads it. */
function wordsOf(call: string): readonly string[] {
  const words = call.match(/(?:"[^"]*"|[^\s"])+/gu) ?? []
  return words.map((word) => word.replaceAll('"', ''))
}

interface Block {
  readonly comment?: string
  readonly info: string
  readonly line: number
  readonly lines: readonly string[]
}

function blocksIn(text: string): readonly Block[] {
  const fence = /^(?:<!-- (.*) -->\n)?```(.*)\n([\s\S]*?)^```$/gmu
  return [...text.matchAll(fence)].map(
    ({index, 1: comment, 2: info = '', 3: content = ''}) => ({
      ...(comment !== undefined && {comment}),
      info,
      line: text.slice(0, index).split('\n').length,
      lines: content.split('\n').slice(0, -1)
    })
  )
}

/** Whether lines are those that an example shows, `…` left out. */
export function isShown(
  shown: readonly string[],
  printed: readonly string[]
): boolean {
  const [first, ...rest] = shown
  if (first === undefined) return printed.length === 0
  if (first !== '…') {
    const [line, ...more] = printed
    return (
      line !== undefined && patternOf(first).test(line) && isShown(rest, more)
    )
  }
  return [...printed.keys(), printed.length].some((at) =>
    isShown(rest, printed.slice(at))
  )
}

/** `[…]` is a text of the law, and no omission. */
function patternOf(line: string): RegExp {
  const source = line
    .split(/(?<!\[)…/u)
    .map(literally)
    .join('.*')
  return new RegExp(`^${source}$`, 'u')
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

/** Links of a document to files of the project, with the heading that each names. */
export function linksIn(
  file: string
): readonly {readonly link: string; readonly leads: boolean}[] {
  const links = [...prose(textOf(file)).matchAll(/\]\(([^)\s]+)\)/gu)]
  return links
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/u.test(link))
    .map((link) => ({link, leads: leadsSomewhere(file, link)}))
}

function leadsSomewhere(file: string, link: string): boolean {
  const [place = '', heading] = link.split('#')
  const target = place === '' ? file : path.join(path.dirname(file), place)
  if (heading === undefined) return exists(target)
  return headingsIn(textOf(target)).includes(heading)
}

function exists(file: string): boolean {
  return existsSync(path.join(root, file))
}

/** As GitHub names them. */
function headingsIn(text: string): readonly string[] {
  const headings = [...prose(text).matchAll(/^#+ (.*)$/gmu)]
  return headings.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-')
  )
}

function prose(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gmu, '').replace(/`[^`\n]*`/gu, code)
}

/** What stands in a heading as code names it; a link as code leads nowhere. */
function code(text: string): string {
  return text.slice(1, -1).replaceAll('](', '] (')
}
