/**
 * A head with something added: every other byte stays as it was.
 *
 * The lines are changed as text, and the outcome is read again to see that it
 * says what was meant; where that is not certain, nothing is given.
 */
import {
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import {type Head, headLines} from './source-text.ts'

/** What is added to a head. */
export type Addition =
  | {readonly key: 'rectificeert'; readonly value: string}
  | {readonly key: 'trekt-in'; readonly value: string}
  | {readonly key: 'stelt-vast'; readonly target: string; readonly value: Head}

/** The line or lines by which somebody could add it by hand. */
export function additionLines(addition: Addition): string {
  return headLines({
    [addition.key]:
      addition.key === 'stelt-vast'
        ? {[addition.target]: addition.value}
        : addition.value
  }).trimEnd()
}

/** The head (what stands between the lines of dashes) with the addition; nothing where it does not fit. */
export function extendHead(
  head: string,
  addition: Addition
): string | undefined {
  const before = parse(head)
  if (!before) return undefined
  const extended = extend(head, before, addition)
  const after = extended === undefined ? undefined : parse(extended)
  if (!after) return undefined
  const isRight =
    JSON.stringify(sorted(after.toJSON())) ===
    JSON.stringify(sorted(expected(before.toJSON(), addition)))
  return isRight ? extended : undefined
}

function parse(head: string): YAMLMap | undefined {
  const document = parseDocument(head, {schema: 'failsafe'})
  const {contents, errors} = document
  return errors.length === 0 && isMap(contents) ? contents : undefined
}

type Plain = Readonly<Record<string, unknown>>

/** What the head must say afterwards. */
function expected(before: Plain, addition: Addition): Plain {
  const {key} = addition
  const old = before[key]
  if (key === 'stelt-vast') {
    return {
      ...before,
      [key]: {...(old as Plain), [addition.target]: addition.value}
    }
  }
  if (key === 'rectificeert' || old === undefined) {
    return {...before, [key]: addition.value}
  }
  return {...before, [key]: [...[old].flat(), addition.value]}
}

/** Keys in one order, so that only what is said is compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)])
  )
}

function extend(
  head: string,
  map: YAMLMap,
  addition: Addition
): string | undefined {
  const pair = pairOf(map, addition.key)
  if (!pair) return atEnd(head, map, addition)
  const {value} = pair
  if (addition.key === 'stelt-vast') {
    return isMap(value)
      ? intoMap(head, value, addition.target, addition.value)
      : undefined
  }
  if (addition.key === 'rectificeert') return undefined
  if (isSeq(value)) return intoList(head, value, addition.value)
  return isScalar(value) ? intoNewList(head, value, addition.value) : undefined
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({key}) => isScalar(key) && key.value === name)
}

function eolOf(head: string): string {
  return head.includes('\r\n') ? '\r\n' : '\n'
}

function atEnd(
  head: string,
  map: YAMLMap,
  addition: Addition
): string | undefined {
  if (map.flow) return undefined
  const eol = eolOf(head)
  return `${head}${additionLines(addition).replaceAll('\n', eol)}${eol}`
}

/** `a` → `[a, b]`. */
function intoNewList(
  head: string,
  node: Node,
  value: string
): string | undefined {
  const [start, end] = node.range ?? []
  if (start === undefined || end === undefined || start === end)
    return undefined
  return `${head.slice(0, start)}[${head.slice(start, end)}, ${value}]${head.slice(end)}`
}

function intoList(
  head: string,
  list: YAMLSeq,
  value: string
): string | undefined {
  const last = list.items.at(-1) as Node | undefined
  if (!last?.range) return undefined
  if (list.flow) return insert(head, last.range[1], `, ${value}`)
  return belowLine(head, last.range[0], last.range[1], value)
}

function intoMap(
  head: string,
  map: YAMLMap,
  target: string,
  value: Head
): string | undefined {
  const line = headLines({'stelt-vast': {[target]: value}})
    .split('\n')[1]
    ?.trim()
  const first = map.items[0]?.key as Node | undefined
  if (line === undefined || !first?.range) return undefined
  const [start] = first.range
  if (map.flow) return insert(head, start, `${line}, `)
  const lineStart = head.lastIndexOf('\n', start - 1) + 1
  const indent = head.slice(lineStart, start)
  if (/\S/u.test(indent)) return undefined
  return insert(head, lineStart, `${indent}${line}${eolOf(head)}`)
}

/** Another item of a list that has a line for each. */
function belowLine(
  head: string,
  start: number,
  end: number,
  value: string
): string {
  const lineStart = head.lastIndexOf('\n', start - 1) + 1
  const dash = head.slice(lineStart, start)
  const next = head.indexOf('\n', end)
  const at = next < 0 ? head.length : next + 1
  return insert(head, at, `${dash}${value}${eolOf(head)}`)
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at)
}
