/**
 * Pieces of single files → regelingen with units.
 *
 * What only shows when all files are seen is reported here: a folder without
 * `regeling.md`, one identity in two places, names equal but for case.
 */
import {fileStart, type Report, type RuleHead} from '../diagnostics/report.ts'
import type {UnitId} from '../model.ts'
import {compareText} from '../time/order.ts'
import type {Piece, ReadRegeling, ReadUnit, ReadVersion} from './pieces.ts'

const missing: RuleHead = {id: 'regeling-missing', severity: 'fout'}
const twice: RuleHead = {id: 'unit-repeat', severity: 'fout'}
const sameName: RuleHead = {id: 'name-case', severity: 'fout'}

/** What belongs to one regeling. */
type OwnPiece = Exclude<Piece, {kind: 'wetten'}>

type ReportOn = (path: string) => Report

interface OpenUnit {
  readonly unit: Omit<ReadUnit, 'versions'>
  readonly folder: string
  readonly versions: ReadVersion[]
}

/** Bring pieces together by regeling, in order of name. */
export function gather(
  all: readonly Piece[],
  paths: ReadonlySet<string>,
  reportOn: ReportOn
): readonly ReadRegeling[] {
  const pieces = all.filter((piece) => piece.kind !== 'wetten')
  reportSameNames(paths, reportOn)
  const ids = [...new Set([...paths].map(regelingOf))].toSorted(compareText)
  const groups = groupByRegeling(pieces)
  return ids.flatMap((id) => {
    const own = groups.get(id) ?? []
    const facts = own.find((piece) => piece.kind === 'regeling')?.facts
    if (!facts) {
      if (!paths.has(`${id}/regeling.md`) && own.length > 0) {
        reportOn(`${id}/regeling.md`)(
          missing,
          fileStart,
          `De map \`${id}\` heeft geen \`regeling.md\`; maak dat bestand met \`formaat\`, \`titel\` en \`route\``
        )
      }
      return []
    }
    const wijzigingen = own
      .filter((piece) => piece.kind === 'wijziging')
      .map(({wijziging}) => wijziging)
    const vaststellingen = own
      .filter((piece) => piece.kind === 'vaststelling')
      .map(({vaststelling}) => vaststelling)
    const units = gatherUnits(own, reportOn)
    return [{...facts, units, wijzigingen, vaststellingen}]
  })
}

function groupByRegeling(
  pieces: readonly OwnPiece[]
): ReadonlyMap<string, readonly OwnPiece[]> {
  const groups = new Map<string, OwnPiece[]>()
  for (const piece of pieces) {
    const group = groups.get(idOf(piece))
    if (group) group.push(piece)
    else groups.set(idOf(piece), [piece])
  }
  return groups
}

function gatherUnits(
  pieces: readonly OwnPiece[],
  reportOn: ReportOn
): readonly ReadUnit[] {
  const units = new Map<UnitId, OpenUnit>()
  for (const piece of pieces) {
    if (piece.kind !== 'version') continue
    const {at, version} = piece
    const unit = at.units.at(-1)
    if (!unit) continue
    const folder = version.path.slice(0, version.path.lastIndexOf('/'))
    const parent = at.units.at(-2)?.id
    const open = units.get(unit.id) ?? {
      unit: {...unit, ...(parent !== undefined && {parent})},
      folder,
      versions: []
    }
    units.set(unit.id, open)
    if (open.folder === folder) open.versions.push(version)
    else reportTwice(version, open, reportOn)
  }
  return [...units.values()]
    .map(({unit, versions}) => ({versions, ...unit}))
    .toSorted((a, b) => compareText(a.id, b.id))
}

function reportTwice(
  version: ReadVersion,
  open: OpenUnit,
  reportOn: ReportOn
): void {
  const reason = `De map \`${version.unit}\` bestaat al op een andere plaats in deze regeling; geef deze een eigen naam, bijvoorbeeld met het jaar erachter`
  reportOn(version.path)(twice, fileStart, reason, {
    note: `Zie ook ${open.folder}`
  })
}

/** Names that differ only in case are one name on Windows and macOS. */
function reportSameNames(paths: ReadonlySet<string>, reportOn: ReportOn): void {
  const seen = new Map<string, string>()
  for (const path of [...paths].toSorted(compareText)) {
    const steps = path.split('/')
    for (const [at] of steps.entries()) {
      const prefix = steps.slice(0, at + 1).join('/')
      const other = seen.get(prefix.toLowerCase())
      if (other !== undefined && other !== prefix) {
        const reason = `\`${prefix}\` en \`${other}\` verschillen alleen in hoofdletters; hernoem een van beide`
        reportOn(path)(sameName, fileStart, reason)
        break
      }
      seen.set(prefix.toLowerCase(), prefix)
    }
  }
}

function idOf(piece: OwnPiece): string {
  return piece.kind === 'version' ? piece.at.regeling : piece.regeling
}

function regelingOf(path: string): string {
  return path.split('/')[0] ?? ''
}
