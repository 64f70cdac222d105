/**
 * `lock.json` of a regeling: which files may not change any more, and their hashes.
 *
 * A wijziging is locked once its letter is sent. What cannot be read of a lock
 * is reported, and the rest of it still holds.
 */
import type {z} from 'zod'
import type {Report, RuleHead} from '../diagnostics/report.ts'
import type {Place} from '../model.ts'
import {compareText} from '../time/order.ts'
import {type Json, type JsonProblem, parseJson} from './json.ts'
import {lockFormat, lockJson} from './lock-schema.ts'
import {locate} from './path.ts'

const rule: RuleHead = {id: 'lock-format', severity: 'fout'}
const hashShape = /^[0-9a-f]{64}$/u
const wayOut = 'zet het bestand terug zoals `cao lock` het schreef'

/** For each locked wijziging its files, by place below the folder of the regeling, each with its SHA-256. */
export type Lock = ReadonlyMap<string, ReadonlyMap<string, string>>

/** A lock with where it says what. */
export interface LockFile {
  readonly lock: Lock
  /** Whether nothing in it is wrong; only then may it be written again. */
  readonly sound: boolean
  /** Place of a file, or of a wijziging, in `lock.json`. */
  readonly placeOf: (wijziging: string, file?: string) => Place
}

/** Path of the lock of a regeling, below the corpus folder. */
export function lockPath(regeling: string): string {
  return `${regeling}/lock.json`
}

/**
 * Wijzigingen that a file belongs to: the one that it is, or those that bring
 * it. None for any other file.
 */
export function bringersOf(path: string): readonly string[] {
  const location = locate(path)
  if (location.kind === 'wijziging') return [location.id]
  return location.kind === 'version' ? location.wijzigingen : []
}

/** Read the text of a lock; nothing when no part of it can be understood. */
export function parseLock(
  text: string,
  regeling: string,
  report: Report
): LockFile | undefined {
  const json = parseJson(text)
  for (const problem of json.problems) {
    report(rule, problem.place, problemReason(problem, text))
  }
  const {formaat, wijzigingen} = fieldsOf(json.value)
  if (typeof formaat === 'number' && formaat > lockFormat) {
    const reason = `Dit bestand is gemaakt door een nieuwere versie van caoc (\`formaat\` ${formaat}); installeer die versie`
    report(rule, json.placeOf(['formaat']), reason)
    return undefined
  }
  if (json.value === undefined) return undefined
  const rows = readRows(wijzigingen, regeling)
  const lock = toLock(wijzigingen, rows)
  const issues = firstOfEach([
    ...shapeIssues(json),
    ...contentIssues(lock, rows)
  ])
  for (const {path, reason} of issues) {
    report(rule, json.placeOf(path), `${reason}; ${wayOut}`)
  }
  return {
    lock,
    sound: json.problems.length + issues.length === 0,
    placeOf: (id, file) =>
      json.placeOf(['wijzigingen', id, ...(file ? ['bestanden', file] : [])])
  }
}

/** Write a lock: two spaces, one file a line, all in code-unit order. */
export function printLock(lock: Lock): string {
  const entries = inOrder(lock).map(([id, files]) => {
    const lines = inOrder(files).map(
      ([file, hash]) => `        ${JSON.stringify(file)}: "${hash}"`
    )
    return `    ${JSON.stringify(id)}: {\n      "bestanden": {\n${lines.join(',\n')}\n      }\n    }`
  })
  const list = entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n  }`
  return `{\n  "formaat": ${lockFormat},\n  "wijzigingen": ${list}\n}\n`
}

function inOrder<T>(
  map: ReadonlyMap<string, T>
): readonly (readonly [string, T])[] {
  return [...map].toSorted(([a], [b]) => compareText(a, b))
}

function problemReason({kind, place}: JsonProblem, text: string): string {
  switch (kind) {
    case 'repeat':
      return `Deze sleutel staat hier twee keer; ${wayOut}`
    case 'key':
      return `Dit kan geen sleutel zijn; ${wayOut}`
    case 'depth':
      return `Dit is te diep genest; ${wayOut}`
    case 'syntax':
      return isConflict(text, place)
        ? 'Hier staat een conflict van versiebeheer; houd de wijzigingen van beide kanten, en verwijder de tekens van het conflict'
        : `Hier is \`lock.json\` niet te lezen; ${wayOut}`
  }
}

/** Two people who each locked something get this from git. */
function isConflict(text: string, {line}: Place): boolean {
  const found = text.split(/\r\n|\r|\n/u)[line - 1] ?? ''
  return /^(?:<{7}|={7}|>{7}|\|{7})/u.test(found)
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly reason: string
}

/** One message for one place. */
function firstOfEach(issues: readonly Issue[]): readonly Issue[] {
  const seen = new Map<string, Issue>()
  for (const issue of issues) {
    const key = JSON.stringify(issue.path)
    if (!seen.has(key)) seen.set(key, issue)
  }
  return [...seen.values()]
}

function shapeIssues({value}: Json): readonly Issue[] {
  const result = lockJson.safeParse(value)
  const issues = result.success ? [] : result.error.issues
  return issues.flatMap((issue) => toIssues(issue, value))
}

function toIssues(issue: z.core.$ZodIssue, value: unknown): readonly Issue[] {
  const {path} = issue
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      reason: `${shown(key)} is geen bekend gegeven`
    }))
  }
  return [{path, reason: valueReason(issue, value)}]
}

/** The places in a lock: `formaat`, or `wijzigingen`, name, `bestanden`, file. */
function valueReason({code, path}: z.core.$ZodIssue, value: unknown): string {
  const name = String(path.at(-1) ?? '')
  if (name === '') return 'Hier horen `formaat` en `wijzigingen` te staan'
  if (code === 'invalid_key') {
    return path.length === 2
      ? `${shown(name)} is geen naam van een wijziging`
      : placeReason(name)
  }
  if (path.length === 4) return `${shown(name)} heeft geen geldige SHA-256`
  const found = path.reduce(
    (at: unknown, step) => fieldsOf(at)[String(step)],
    value
  )
  return found === undefined
    ? `${shown(name)} ontbreekt`
    : `${shown(name)} heeft geen geldige waarde`
}

function placeReason(file: string): string {
  return /^[A-Za-z]:|^\/|\\|(?:^|\/)\.\.?(?:\/|$)/u.test(file)
    ? `${shown(file)} ligt buiten de regeling`
    : `${shown(file)} is geen plaats van een tekst in de regeling`
}

/** One file of one wijziging, as a lock has it. */
interface Row {
  readonly id: string
  readonly file: string
  /** Absent when what stands there is no SHA-256. */
  readonly hash: string | undefined
  /** Whether the file belongs to that wijziging at all. */
  readonly isOwn: boolean
}

function readRows(wijzigingen: unknown, regeling: string): readonly Row[] {
  return Object.entries(fieldsOf(wijzigingen)).flatMap(([id, entry]) =>
    Object.entries(fieldsOf(fieldsOf(entry).bestanden)).map(
      ([file, value]): Row => ({
        id,
        file,
        hash: isHash(value) ? value : undefined,
        isOwn: bringersOf(`${regeling}/${file}`).includes(id)
      })
    )
  )
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && hashShape.test(value)
}

/** All of a lock that has the right form, whatever stands beside it. */
function toLock(wijzigingen: unknown, rows: readonly Row[]): Lock {
  const lock = new Map<string, Map<string, string>>()
  for (const id of Object.keys(fieldsOf(wijzigingen))) lock.set(id, new Map())
  for (const {id, file, hash, isOwn} of rows) {
    if (isOwn && hash !== undefined) lock.get(id)?.set(file, hash)
  }
  return lock
}

/** What a shape cannot say: that the files of a wijziging are its own, and that a file has one hash. */
function contentIssues(lock: Lock, rows: readonly Row[]): readonly Issue[] {
  const bare = new Set(lock.keys())
  const hashes = new Map<string, string | undefined>()
  const issues = rows.flatMap(({id, file, hash, isOwn}) => {
    if (file === ownFile(id)) bare.delete(id)
    const path = ['wijzigingen', id, 'bestanden', file]
    if (!isOwn) {
      const reason = `${shown(file)} hoort niet bij de wijziging ${shown(id)}`
      return [{path, reason}]
    }
    const other = hashes.get(file) ?? hash
    hashes.set(file, hash)
    const reason = `${shown(file)} staat hierboven met een andere hash`
    return hash === other ? [] : [{path, reason}]
  })
  return [
    ...issues,
    ...[...bare].map((id) => ({
      path: ['wijzigingen', id, 'bestanden'],
      reason: `${shown(ownFile(id))} ontbreekt hier`
    }))
  ]
}

function ownFile(id: string): string {
  return `wijzigingen/${id}.md`
}

/** Fields of an object that was read as JSON; none of anything else. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A name of any length, cut for one line. */
function shown(name: string): string {
  return `\`${name.length > 120 ? `${name.slice(0, 119)}…` : name}\``
}
