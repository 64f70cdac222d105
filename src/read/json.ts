/**
 * JSON → plain values, with the place of each key.
 *
 * `JSON.parse` knows no places and keeps the last of two equal keys in
 * silence; a file that people merge by hand needs both told.
 */
import {LineCounter} from 'yaml'
import type {Place} from '../model.ts'

/** What can be wrong with JSON: not JSON, a key that stands twice or can be none, too deep. */
export interface JsonProblem {
  readonly kind: 'syntax' | 'repeat' | 'key' | 'depth'
  readonly place: Place
}

/** A text that was read as JSON. */
export interface Json {
  /** Objects have no prototype; of equal keys the first counts. Absent when the text is no JSON. */
  readonly value?: unknown
  readonly problems: readonly JsonProblem[]
  /** Place of the key, or in a list of the item, at a path; of what is there of the path. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}

/** Deeper than any file of caoc, and far from filling the stack. */
const maxDepth = 20

/** From `at` up to `end` in the text; the key's own for a member of an object. */
interface Range {
  readonly at: number
  readonly end: number
}

interface Node {
  readonly value: unknown
  readonly members: ReadonlyMap<string, Member>
}

interface Member {
  readonly key: Range
  readonly node: Node
}

type Members = Map<string, Member>

interface Scan {
  readonly text: string
  at: number
  readonly problems: (Range & {readonly kind: JsonProblem['kind']})[]
}

/** Read a text as JSON, as strictly as `JSON.parse`, but for a byte order mark; never throws. */
export function parseJson(text: string): Json {
  const scan: Scan = {text, at: text.startsWith('\uFEFF') ? 1 : 0, problems: []}
  const root = readValue(scan, maxDepth)
  skipSpace(scan)
  if (root && scan.at < text.length) fail(scan)
  const placeOf = placesIn(text)
  const isWhole = scan.problems.every(
    ({kind}) => kind === 'repeat' || kind === 'key'
  )
  return {
    ...(root && isWhole && {value: root.value}),
    problems: scan.problems.map(({kind, ...range}) => ({
      kind,
      place: placeOf(range)
    })),
    placeOf: (path) => placeOf(root ? rangeAt(root, path) : {at: 0, end: 0})
  }
}

function readValue(scan: Scan, depth: number): Node | undefined {
  skipSpace(scan)
  const first = scan.text[scan.at]
  if (first === '{' || first === '[') {
    if (depth === 0) return fail(scan, 'depth')
    return first === '{'
      ? readObject(scan, depth - 1)
      : readArray(scan, depth - 1)
  }
  return first === '"' ? leaf(readString(scan)) : leaf(readWord(scan))
}

function readObject(scan: Scan, depth: number): Node | undefined {
  const members: Members = new Map()
  take(scan, '{')
  if (take(scan, '}')) return {value: toPlain(members), members}
  do {
    if (!readMember(scan, depth, members)) return undefined
  } while (take(scan, ','))
  return take(scan, '}') ? {value: toPlain(members), members} : fail(scan)
}

/** Whether there was a member; one that cannot count is told and left out. */
function readMember(
  scan: Scan,
  depth: number,
  members: Members
): true | undefined {
  skipSpace(scan)
  const at = scan.at
  const name = readString(scan)
  if (name === undefined) return undefined
  const key = {at, end: scan.at}
  if (!take(scan, ':')) return fail(scan)
  const node = readValue(scan, depth)
  if (!node) return undefined
  if (name === '__proto__') scan.problems.push({kind: 'key', ...key})
  else if (members.has(name)) scan.problems.push({kind: 'repeat', ...key})
  else members.set(name, {key, node})
  return true
}

function toPlain(members: Node['members']): unknown {
  const plain: Record<string, unknown> = Object.create(null)
  for (const [name, {node}] of members) plain[name] = node.value
  return plain
}

function readArray(scan: Scan, depth: number): Node | undefined {
  const members: Members = new Map()
  take(scan, '[')
  if (take(scan, ']')) return {value: [], members}
  do {
    skipSpace(scan)
    const at = scan.at
    const node = readValue(scan, depth)
    if (!node) return undefined
    members.set(String(members.size), {key: {at, end: scan.at}, node})
  } while (take(scan, ','))
  const value = [...members.values()].map(({node}) => node.value)
  return take(scan, ']') ? {value, members} : fail(scan)
}

function readString(scan: Scan): string | undefined {
  const {text, at} = scan
  if (text[at] !== '"') return fail(scan)
  let end = at + 1
  while (end < text.length && text[end] !== '"')
    end += text[end] === '\\' ? 2 : 1
  const value = parseLeaf(text.slice(at, end + 1))
  if (typeof value !== 'string') return fail(scan)
  scan.at = end + 1
  return value
}

/** A number, `true`, `false` or `null`. */
function readWord(scan: Scan): unknown {
  const shape = /[-+.\w]+/uy
  shape.lastIndex = scan.at
  const [word = ''] = shape.exec(scan.text) ?? []
  const value = parseLeaf(word)
  if (value === undefined) return fail(scan)
  scan.at += word.length
  return value
}

function parseLeaf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function leaf(value: unknown): Node | undefined {
  return value === undefined ? undefined : {value, members: new Map()}
}

function take(scan: Scan, sign: string): boolean {
  skipSpace(scan)
  if (scan.text[scan.at] !== sign) return false
  scan.at++
  return true
}

function skipSpace(scan: Scan): void {
  while (' \t\r\n'.includes(scan.text[scan.at] ?? 'x')) scan.at++
}

function fail(scan: Scan, kind: JsonProblem['kind'] = 'syntax'): undefined {
  scan.problems.push({kind, at: scan.at, end: scan.at})
}

function rangeAt(root: Node, path: readonly PropertyKey[]): Range {
  let range: Range = {at: 0, end: 0}
  let node = root
  for (const step of path) {
    const member = node.members.get(String(step))
    if (!member) break
    range = member.key
    node = member.node
  }
  return range
}

function placesIn(text: string): (range: Range) => Place {
  let lines: LineCounter | undefined
  return ({at, end}) => {
    lines ??= countLines(text)
    const start = lines.linePos(at)
    const close = lines.linePos(end)
    return {
      line: start.line,
      column: start.col,
      ...(end > at && {endLine: close.line, endColumn: close.col})
    }
  }
}

function countLines(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (const {index, 0: end} of text.matchAll(/\r\n|\r|\n/gu)) {
    lines.addNewLine(index + end.length)
  }
  return lines
}
