/** What a schema finds wrong with a head → a message at its key, with a fix where that is certain. */
import {isMap, isScalar, isSeq, type Node, type YAMLMap} from 'yaml'
import type {z} from 'zod'
import type {Extra, Report} from '../diagnostics/report.ts'
import type {Place} from '../model.ts'
import {meantKey, meantValue} from './meant.ts'
import {frontMatter} from './source.ts'

/** Where a node stands in its file. */
export type PlaceOf = (node: unknown) => Place

/** A head as YAML reads it. */
export interface Head {
  readonly map: YAMLMap | undefined
  readonly placeOf: PlaceOf
}

/** What telling an issue needs. */
export interface IssueContext extends Head {
  readonly head: string
  readonly schema: z.ZodType
  readonly report: Report
}

/** Report one thing that a schema finds wrong, at its key; with the value that was meant when that is certain. */
export function reportIssue(
  issue: z.core.$ZodIssue,
  context: IssueContext
): void {
  for (const one of deepest(issue)) reportOne(one, context)
}

/** Of a value that may have several forms and comes near to one: what is wrong within that form. */
function deepest(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const near = issue.errors.find(
    (list) =>
      list.length > 0 &&
      list.every(
        ({code, path}) => code === 'unrecognized_keys' || path.length > 0
      )
  )
  if (!near) return [issue]
  return near.flatMap((one) =>
    deepest({...one, path: [...issue.path, ...one.path]})
  )
}

function reportOne(issue: z.core.$ZodIssue, context: IssueContext): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) reportKey(key, issue.path, context)
    return
  }
  const {map, placeOf, report} = context
  const node = keyNode(map, issue.path)
  const name = issue.path.filter((step) => typeof step === 'string').join('.')
  if (node === undefined) {
    const home = placeOf(keyNode(map, issue.path.slice(0, -1)))
    report(frontMatter, home, `\`${name}\` ontbreekt in de kop; vul het in`)
    return
  }
  const value = valueNode(map, issue.path)
  // The place of a block goes on beyond its text.
  const isLine = isScalar(value) && !value.type?.startsWith('BLOCK')
  const meant = isLine ? meantValue(issue, String(value.value)) : undefined
  const reason = `\`${name}\` ${issue.message}`
  if (meant === undefined) report(frontMatter, placeOf(node), reason)
  else report(frontMatter, ...replace([node, value], meant, context, reason))
}

function reportKey(
  key: string,
  path: readonly PropertyKey[],
  {map, placeOf, report, schema}: IssueContext
): void {
  const place = placeOf(keyNode(map, [...path, key]))
  const meant = path.length === 0 ? meantKey(key, schema) : undefined
  const isFree = !map?.items.some((item) => keyText(item.key) === meant)
  const reason =
    meant === undefined
      ? `\`${key}\` is geen bekend gegeven hier; verwijder het of verbeter de naam`
      : `\`${key}\` is geen bekend gegeven hier; schrijf \`${meant}\``
  const extra: Extra = meant !== undefined && isFree ? {fix: meant} : {}
  report(frontMatter, place, reason, extra)
}

/** From a key to the end of its value, with another value. */
function replace(
  [key, value]: readonly [unknown, unknown],
  meant: string,
  {head, placeOf}: IssueContext,
  reason: string
): [Place, string, Extra] {
  const start = placeOf(key)
  const {endLine, endColumn} = placeOf(value)
  const [from = 0] = (key as Node).range ?? []
  const [to = 0] = (value as Node).range ?? []
  const place: Place =
    endLine === undefined || endColumn === undefined
      ? start
      : {...start, endLine, endColumn}
  return [place, reason, {fix: head.slice(from, to) + meant}]
}

/** The key at a path, or in a list the item; nothing when it is not there. */
function keyNode(map: unknown, path: readonly PropertyKey[]): unknown {
  let node = map
  let found: unknown
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({key}) => keyText(key) === step)
      found = pair?.key
      node = pair?.value
    } else if (isSeq(node)) {
      found = node.items[Number(step)]
      node = found
    } else {
      return found
    }
  }
  return found
}

/** The value at a path. */
function valueNode(map: unknown, path: readonly PropertyKey[]): unknown {
  let node = map
  for (const step of path) {
    if (isMap(node)) {
      node = node.items.find(({key}) => keyText(key) === step)?.value
    } else {
      node = isSeq(node) ? node.items[Number(step)] : undefined
    }
  }
  return node
}

/** The text of a key. */
export function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}
