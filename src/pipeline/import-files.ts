/** Joint: what an import plans → files with their whole text. */
import {defined} from '../defined.ts'
import {
  type CorpusFile,
  type Moved,
  type Reworded,
  type Written,
  withValue
} from '../import/files.ts'
import {withRows} from '../import/notes.ts'
import type {SourceFile, SourceTree} from '../model.ts'
import {decode} from '../read/source.ts'
import {compareText} from '../time/order.ts'
import {lockGuard} from './lock.ts'

/** A file to lay down; `was` is the text that it replaces. */
export interface LaidFile {
  readonly path: string
  /** Absent for one that goes away: its text stands in another now. */
  readonly text?: string
  readonly was?: string
}

/** Files with their whole text; a sentence where one that is locked would have to change. */
export function layOut(
  own: SourceTree,
  files: readonly CorpusFile[]
): readonly LaidFile[] | string {
  const laying = {files, guard: lockGuard(own)}
  const laid: LaidFile[] = []
  for (const file of files) {
    const more = layOne(file, own, laying)
    if (typeof more === 'string') return more
    laid.push(...more)
  }
  return laid
}

function layOne(
  file: CorpusFile,
  own: SourceTree,
  laying: Laying
): readonly LaidFile[] | string {
  const old = own.files.find(({path}) => path === file.path)
  const was = old && textIn(old)
  if ('text' in file) return [written(file, was)]
  if ('from' in file) return moved(file, own, laying)
  if ('rows' in file) return withMoreRows(file, was)
  const changed = withOtherValue(own, file, was, laying.guard)
  return typeof changed === 'string' ? changed : [changed]
}

/** What is there already is written over only where that was meant. */
function written(
  {path, text, replaces}: Written,
  was: string | undefined
): LaidFile {
  return {path, text, ...(replaces && was !== undefined && {was})}
}

interface Laying {
  readonly files: readonly CorpusFile[]
  readonly guard: ReturnType<typeof lockGuard>
}

/** The text of another file, letter for letter but for its basis; a sentence where that is locked. */
function moved(
  {path, from, basis}: Moved,
  {folder, files: all}: SourceTree,
  {files, guard}: Laying
): readonly LaidFile[] | string {
  const old = all.find((file) => file.path === from)
  const was = old && textIn(old)
  if (was === undefined) return []
  if (guard(from, '') !== 'free') {
    return `\`${folder}/${from}\` is vergrendeld, en moet naar \`${path}\`; ontgrendel die wijziging eerst (\`cao lock --help\`), of lees alles opnieuw in onder een andere naam`
  }
  const text = withValue(was, {key: 'basis', ...defined({value: basis})})
  const isReplaced = files.some((file) => file.path === from)
  return [{path, text: text ?? was}, ...(isReplaced ? [] : [{path: from, was}])]
}

type Rows = Extract<CorpusFile, {readonly rows: unknown}>

/** Notes that somebody took away stay away. */
function withMoreRows(
  {path, rows}: Rows,
  was: string | undefined
): readonly LaidFile[] {
  if (was === undefined) return []
  const text = withRows(was, rows)
  return text === was ? [] : [{path, text, was}]
}

function withOtherValue(
  {folder}: SourceTree,
  {path, key, value}: Reworded,
  was: string | undefined,
  guard: ReturnType<typeof lockGuard>
): LaidFile | string {
  const text = was === undefined ? undefined : withValue(was, {key, value})
  const place = `\`${folder}/${path}\``
  if (was === undefined || text === undefined) {
    return `${place} volgt op iets nieuws, maar de kop is niet aan te passen; schrijf daarin zelf \`${key}: ${value}\``
  }
  if (guard(path, text) !== 'free') {
    return `${place} is vergrendeld, en moet \`${key}: ${value}\` krijgen omdat er iets tussen komt; ontgrendel die wijziging eerst (\`cao lock --help\`), of lees alles opnieuw in onder een andere naam`
  }
  return {path, text, was}
}

/** A corpus as it would be with some files laid down. */
export function withFiles(
  own: SourceTree,
  files: readonly LaidFile[]
): SourceTree {
  const encoder = new TextEncoder()
  const paths = new Set(files.map(({path}) => path))
  const added = files.flatMap(({path, text}) =>
    text === undefined ? [] : [{path, bytes: encoder.encode(text)}]
  )
  const kept = own.files.filter(({path}) => !paths.has(path))
  const all = [...kept, ...added].toSorted((a, b) =>
    compareText(a.path, b.path)
  )
  return {...own, files: all}
}

/** The text of a file; nothing where it cannot be read. */
export function textIn(file: SourceFile): string | undefined {
  return 'bytes' in file ? decode(file.bytes, () => {}) : undefined
}
