/**
 * Stage: files of a corpus → regelingen with their units, versions and wijzigingen.
 *
 * One file at a time and all of them: what is wrong with one becomes a message
 * on that file, and the others are read all the same.
 */
import {VFile} from 'vfile'
import {defined} from '../defined.ts'
import {
  fileStart,
  type Report,
  type RuleHead,
  reportTo
} from '../diagnostics/report.ts'
import type {Place, SourceFile, SourceMap, SourceTree, Wet} from '../model.ts'
import {compareText} from '../time/order.ts'
import {gather} from './gather.ts'
import {reportLineEnds} from './line-ends.ts'
import {checkLocks} from './locked.ts'
import {type Location, locate} from './path.ts'
import type {Input, Piece, Reading, ReadRegeling} from './pieces.ts'
import {type ReadCache, recall} from './recall.ts'
import {readRegeling} from './regeling.ts'
import {checkRevisions} from './revision.ts'
import {decode} from './source.ts'
import {readVaststelling} from './vaststelling.ts'
import {readVersion} from './version.ts'
import {readWetten} from './wetten.ts'
import {readWijziging} from './wijziging.ts'

const fileRule: RuleHead = {id: 'file', severity: 'fout'}
const emptyRule: RuleHead = {id: 'folder-empty', severity: 'waarschuwing'}
const nameRule: RuleHead = {id: 'file-name', severity: 'fout'}

/** All that could be read, before anything is linked. */
export interface ReadCorpus {
  readonly regelingen: readonly ReadRegeling[]
  /** Absent: the corpus has no list of laws. */
  readonly wetten?: readonly Wet[]
  readonly sources: SourceMap
}

/**
 * Read a corpus; the order in which its files are given does not matter, and
 * neither does what the cache holds.
 */
export function read(
  {folder, folders, files}: SourceTree,
  cache?: ReadCache
): ReadCorpus {
  const keys = new Map<string, ReadonlyMap<string, Place>>()
  const vfiles = new Map<string, VFile>()
  const reportOn = (path: string): Report => {
    const file = vfiles.get(path) ?? new VFile({path: `${folder}/${path}`})
    vfiles.set(path, file)
    return reportTo(file)
  }
  const pieces: Piece[] = []
  const sorted = files.toSorted((a, b) => compareText(a.path, b.path))
  for (const file of sorted) {
    const reading = recall(file, cache, readFile)
    const report = reportOn(file.path)
    for (const message of reading.messages) report(...message)
    keys.set(file.path, new Map(reading.keys))
    if (reading.piece) pieces.push(reading.piece)
  }
  const paths = new Set(files.map(({path}) => path))
  reportEmpty(folders, paths, reportOn)
  reportLineEnds(sorted, reportOn)
  const regelingen = gather(pieces, paths, reportOn)
  checkLocks(sorted, reportOn)
  checkRevisions(regelingen, {files: sorted, keys, reportOn})
  const byPath = new Map(sorted.map((file) => [file.path, file]))
  const textOf = (path: string): string | undefined => {
    const file = byPath.get(path)
    return file && 'bytes' in file ? decode(file.bytes, () => {}) : undefined
  }
  const wetten = pieces.find((piece) => piece.kind === 'wetten')?.wetten
  const sources = {files: vfiles, keys, textOf}
  return {regelingen, ...defined({wetten}), sources}
}

/** A folder without any file: a text was meant, and is not there. */
function reportEmpty(
  folders: readonly string[],
  paths: ReadonlySet<string>,
  reportOn: (path: string) => Report
): void {
  const full = new Set<string>()
  for (const path of paths) {
    for (let at = path.length; at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at)
      if (full.has(folder)) break
      full.add(folder)
    }
  }
  for (const folder of folders) {
    if (full.has(folder)) continue
    reportOn(folder)(
      emptyRule,
      fileStart,
      'Deze map is leeg; zet er een tekst in of verwijder de map'
    )
  }
}

/** The laws of a list that comes with the program; what is wrong with it is ours, and tested. */
export function readLaws(file: SourceFile, cache?: ReadCache): readonly Wet[] {
  const {piece} = recall(file, cache, readFile)
  return piece?.kind === 'wetten' ? piece.wetten : []
}

function readFile(file: SourceFile): Reading {
  const messages: Parameters<Report>[] = []
  let keys: Reading['keys'] = []
  const piece = readPiece(
    file,
    // Nothing in place of an extra would not come back from a cache as it was.
    (rule, place, reason, extra) =>
      messages.push(
        extra ? [rule, place, reason, extra] : [rule, place, reason]
      ),
    (found) => {
      keys = [...found]
    }
  )
  return {...defined({piece}), keys, messages}
}

function readPiece(
  file: SourceFile,
  report: Report,
  keepKeys: Input['keepKeys']
): Piece | undefined {
  const {path} = file
  const location = locate(path)
  if ('problem' in file) {
    report(fileRule, fileStart, file.problem)
    return undefined
  }
  if (location.kind === 'wrong') {
    report(nameRule, fileStart, location.reason)
    return undefined
  }
  if (location.kind === 'other' || location.kind === 'lock') return undefined
  const text = decode(file.bytes, report)
  return text === undefined
    ? undefined
    : readKind(location, {path, text, report, keepKeys})
}

function readKind(
  location: Exclude<Location, {kind: 'wrong' | 'other' | 'lock'}>,
  input: Input
): Piece | undefined {
  switch (location.kind) {
    case 'wetten': {
      const wetten = readWetten(input)
      return wetten && {kind: 'wetten', wetten}
    }
    case 'regeling': {
      const facts = readRegeling(location.regeling, input)
      return facts && {...location, facts}
    }
    case 'wijziging': {
      const wijziging = readWijziging(location.id, input)
      return wijziging && {...location, wijziging}
    }
    case 'vaststelling': {
      const vaststelling = readVaststelling(location.code, input)
      return vaststelling && {...location, vaststelling}
    }
    case 'version': {
      const version = readVersion(location, input)
      return version && {kind: 'version', at: location, version}
    }
  }
}
