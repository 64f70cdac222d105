/**
 * Front matter → values checked by a schema, with messages at the key.
 *
 * Every scalar is text (YAML's failsafe schema), so that artikel `3.10` stays
 * `3.10`. Anchors, aliases and tags are refused: nothing here may multiply.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap
} from 'yaml'
import type {z} from 'zod'
import {fileStart, type Report} from '../diagnostics/report.ts'
import {inspectCharacters} from '../dialect/inspect/characters.ts'
import type {Place} from '../model.ts'
import {type Head, keyText, type PlaceOf, reportIssue} from './issue.ts'
import {readPlainHead} from './plain-head.ts'
import {frontMatter} from './source.ts'

const maxLength = 20_000
/** Of a file that is YAML from its first line. */
const maxWhole = 500_000

/** Values of a head that satisfied its schema, and where each key stands. */
export interface FrontMatter<T> {
  readonly values: T
  readonly keys: ReadonlyMap<string, Place>
}

/** Read the text between the dashes, which begins on line 2; all that is wrong in it is reported. */
export function readFrontMatter<S extends z.ZodType>(
  head: string,
  schema: S,
  report: Report,
  /** Line of the file on which the head begins. */
  firstLine = 2
): FrontMatter<z.output<S>> | undefined {
  const plain = firstLine === 2 ? readPlain(head, schema) : undefined
  return plain ?? readYaml(head, schema, report, firstLine)
}

/** Only what is right; whatever is wrong is told at its node of the YAML. */
function readPlain<S extends z.ZodType>(
  head: string,
  schema: S
): FrontMatter<z.output<S>> | undefined {
  const plain = head.length > maxLength ? undefined : readPlainHead(head)
  if (!plain) return undefined
  const result = schema.safeParse(Object.fromEntries(plain.values))
  return result.success ? {values: result.data, keys: plain.keys} : undefined
}

function readYaml<S extends z.ZodType>(
  head: string,
  schema: S,
  report: Report,
  firstLine: number
): FrontMatter<z.output<S>> | undefined {
  const parsed = parseHead(head, report, firstLine)
  if (!parsed) return undefined
  const {map, placeOf} = parsed
  const keys = keyPlaces(map, placeOf)
  const result = schema.safeParse(map ? toPlain(map) : {}, {
    error: () => 'heeft geen geldige waarde'
  })
  if (result.success) return {values: result.data, keys}
  for (const issue of result.error.issues) {
    reportIssue(issue, {map, placeOf, report, head, schema})
  }
  return undefined
}

function parseHead(
  head: string,
  report: Report,
  firstLine: number
): Head | undefined {
  const most = firstLine === 1 ? maxWhole : maxLength
  if (head.length > most) {
    const reason = `De kop heeft ${head.length} tekens; houd het bij ${most}`
    report(frontMatter, fileStart, reason)
    return undefined
  }
  const skipped = firstLine - 1
  inspectCharacters('\n'.repeat(skipped) + head, report)
  const lineCounter = new LineCounter()
  const placeOf: PlaceOf = (node) => {
    const range = (node as Node | null)?.range
    if (!range) return fileStart
    const start = lineCounter.linePos(range[0])
    const end = lineCounter.linePos(range[1])
    return {
      line: start.line + skipped,
      column: start.col,
      endLine: end.line + skipped,
      endColumn: end.col
    }
  }
  try {
    const document = parseDocument(head, {schema: 'failsafe', lineCounter})
    for (const {code, pos} of document.errors) {
      const {line, col} = lineCounter.linePos(pos[0])
      report(frontMatter, {line: line + skipped, column: col}, yamlReason(code))
    }
    const isOdd = document.errors.length > 0
    if (isOdd || refuseTricks(document.contents, placeOf, report))
      return undefined
    const {contents} = document
    if (contents === null || isMap(contents)) {
      return {map: contents ?? undefined, placeOf}
    }
    report(
      frontMatter,
      placeOf(contents),
      'De kop moet regels `sleutel: waarde` hebben'
    )
  } catch {
    report(
      frontMatter,
      fileStart,
      'De kop is te diep genest; schrijf regels `sleutel: waarde`'
    )
  }
  return undefined
}

function yamlReason(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'Deze sleutel staat twee keer in de kop; verwijder er een'
    case 'TAB_AS_INDENT':
      return 'Een tab kan hier niet; spring in met spaties'
    case 'BAD_INDENT':
      return 'Deze regel is verkeerd ingesprongen; zet sleutels van één niveau recht onder elkaar'
    default:
      return 'Deze regel van de kop is niet te lezen; schrijf `sleutel: waarde`, met aanhalingstekens om een waarde met `:` of `#`'
  }
}

/** Anchors, aliases and tags: a way to make little text large, or text into something else. */
function refuseTricks(
  contents: Node | null,
  placeOf: PlaceOf,
  report: Report
): boolean {
  let found = false
  if (contents === null) return found
  visit(contents, {
    Pair(_key, {key}) {
      if (isScalar(key)) return undefined
      found = true
      report(frontMatter, placeOf(key), 'Een sleutel moet een woord zijn')
      return visit.BREAK
    },
    Node(_key, node) {
      const anchor = 'anchor' in node && node.anchor !== undefined
      if (!isAlias(node) && !anchor && node.tag === undefined) return undefined
      found = true
      const reason =
        'Ankers (`&`), verwijzingen (`*`) en typen (`!`) kunnen niet in de kop; schrijf de waarde uit, zo nodig tussen aanhalingstekens'
      report(frontMatter, placeOf(node), reason)
      return visit.BREAK
    }
  })
  return found
}

/** Plain values without a prototype; `__proto__` is a key like any other. */
function toPlain(node: unknown): unknown {
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map(toPlain)
  if (!isMap(node)) return undefined
  const plain: Record<string, unknown> = Object.create(null)
  for (const {key, value} of node.items) {
    Object.defineProperty(plain, keyText(key), {
      value: toPlain(value),
      enumerable: true
    })
  }
  return plain
}

/** Places by path: `bekend`, and for what lies inside `besluiten/0/datum`. */
function keyPlaces(
  map: YAMLMap | undefined,
  placeOf: PlaceOf
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const visitNode = (node: unknown, path: string): void => {
    if (isMap(node)) {
      for (const {key, value} of node.items) {
        const below = `${path}${keyText(key)}`
        places.set(below, placeOf(key))
        visitNode(value, `${below}/`)
      }
    } else if (isSeq(node)) {
      for (const [at, item] of node.items.entries()) {
        places.set(`${path}${at}`, placeOf(item))
        visitNode(item, `${path}${at}/`)
      }
    }
  }
  visitNode(map, '')
  return places
}
