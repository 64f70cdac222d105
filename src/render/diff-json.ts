/**
 * Stage: Comparison → JSON of a fixed, described shape.
 *
 * Keys come in the order of `diff-json-schema.ts`, so that the same comparison
 * gives the same bytes. It is data as it was read: unlike in the other targets,
 * nothing in it is made safe or visible.
 */
import type {Address} from '../citation/address.ts'
import {writeAddress} from '../citation/write.ts'
import type {
  Change,
  Comparison,
  LineChange,
  Part,
  Run,
  Side,
  UnitChange,
  UnitHead
} from '../comparison.ts'
import {defined} from '../defined.ts'
import type {Mark} from '../dialect/phrasing.ts'
import type {Consolidation} from '../model.ts'
import {runText} from './diff-cells.ts'
import type {DiffJson, UnitChangeJson} from './diff-json-schema.ts'
import type {
  LineChangeJson,
  MarkJson,
  RunJson
} from './diff-json-schema-lines.ts'
import {diffStatement, kindsText, type Sides} from './diff-statement.ts'

/** How much of a comparison is given. */
export interface DiffJsonOptions extends Sides {
  readonly scope: DiffJson['scope']
}

/** Print a comparison as JSON that validates against `docs/schema/diff-1.json`. */
export function renderDiffJson(
  comparison: Comparison,
  changes: readonly Change[],
  {scope, ...sides}: DiffJsonOptions
): string {
  const said = diffStatement(comparison, changes, sides)
  const links: Links = new Map()
  const json: DiffJson = {
    schema: 'caoc/diff/1',
    was: sideJson(comparison.was, said.was, sides.was),
    wordt: sideJson(comparison.wordt, said.wordt, sides.wordt),
    scope,
    notices: said.notices.map(({side, text}) => defined({side, text})),
    changes: changes.map(changeJson),
    units: comparison.units.map((unit) => unitJson(unit, links))
  }
  return `${JSON.stringify(json, undefined, 2)}\n`
}

/** Numbers of links: two to one address stay two. */
type Links = Map<Mark, number>

function sideJson(
  {titel, moment}: Comparison['was'],
  text: string,
  side: Consolidation | undefined
): DiffJson['was'] {
  return defined({
    titel,
    geldig: moment?.geldig,
    zicht: moment?.zicht,
    regeling: side?.regeling.id,
    state: side?.state,
    gemeente: side?.gemeente?.code,
    laag: side?.laag,
    text
  })
}

function changeJson(change: Change): DiffJson['changes'][number] {
  const {nummer, kinds, was, wordt, wasTot, wordtTot, part} = change
  const {unit, lines, door} = change
  return {
    nummer,
    kinds: [...kinds],
    text: kindsText(change),
    ...defined({
      was: was && addressJson(was, part),
      wordt: wordt && addressJson(wordt, part),
      wasTot: wasTot && addressJson(wasTot),
      wordtTot: wordtTot && addressJson(wordtTot)
    }),
    unit: (unit.wordt ?? unit.was)?.id ?? '',
    lines: lines.map((line) => unit.lines.indexOf(line)),
    words: {was: wordsOn(change, 'was'), wordt: wordsOn(change, 'wordt')},
    door: [...door]
  }
}

function addressJson(
  address: Address,
  part?: Part
): Exclude<DiffJson['changes'][number]['was'], undefined> {
  const {eenheid, pad} = address
  return {
    text: [writeAddress(address), ...(part ? [part] : [])].join(', '),
    eenheid: eenheid.map(({soort, nummer}) => defined({soort, nummer})),
    pad: pad.map(({soort, nummer}) => defined({soort, nummer}))
  }
}

/** Of a change of a heading its opschrift, else its lines, one below the other. */
function wordsOn({unit, lines}: Change, side: Side): string {
  const rows = lines.length === 0 ? [unit.opschrift] : lines.flatMap(runsInLine)
  return rows
    .map((runs) => plain(runs, side))
    .filter((words) => words !== '')
    .join('\n')
}

function runsInLine({runs, rows}: LineChange): readonly (readonly Run[])[] {
  if (!rows) return [runs]
  // What changed in a row that moved is told in both places, and given once.
  const once = rows.filter(({wordt, move}) => wordt || move === undefined)
  return once.flatMap(({cells}) =>
    cells
      .map((cell) => cell.runs)
      .filter((cell) => cell.some(({op}) => op !== 'same'))
  )
}

function plain(runs: readonly Run[], side: Side): string {
  const other = side === 'was' ? 'added' : 'removed'
  return runs
    .filter(({op}) => op !== other)
    .map(runText)
    .join('')
}

function unitJson(unit: UnitChange, links: Links): UnitChangeJson {
  const {was, wordt, kinds, opschrift, lines, move, other} = unit
  const {uit, opgegaanIn, door, toelichting, children} = unit
  return {
    ...defined({was: was && headJson(was), wordt: wordt && headJson(wordt)}),
    kinds: [...kinds],
    opschrift: opschrift.map((run) => runJson(run, links)),
    lines: lines.map((line) => lineJson(line, links)),
    ...defined({move, other: other && headJson(other)}),
    uit: [...uit],
    opgegaanIn: [...opgegaanIn],
    door: [...door],
    toelichting: toelichting.map((one) => unitJson(one, links)),
    children: children.map((one) => unitJson(one, links))
  }
}

function headJson(head: UnitHead): Exclude<UnitChangeJson['was'], undefined> {
  return defined({
    id: head.id,
    soort: head.soort,
    nummer: head.nummer,
    owner: head.owner && defined(head.owner),
    opschrift: head.opschrift,
    laag: head.laag,
    state: head.state,
    path: head.path,
    since: head.since,
    inwerking: head.inwerking,
    known: head.known,
    lapsedFrom: head.lapsedFrom,
    tot: head.tot,
    retroactive: head.retroactive,
    rectified: head.rectified,
    wijzigingen: [...head.wijzigingen],
    daysBy: head.daysBy
  })
}

function lineJson(line: LineChange, links: Links): LineChangeJson {
  const {was, wordt, runs, rows, move, other, otherUnit, kinds, door} = line
  return {
    ...defined({was: was && placeJson(was), wordt: wordt && placeJson(wordt)}),
    runs: runs.map((run) => runJson(run, links)),
    ...(rows && {rows: rows.map((row) => rowJson(row, links))}),
    ...defined({
      move,
      other: other && lineSideJson(other),
      otherUnit: otherUnit && unitNameJson(otherUnit)
    }),
    kinds: [...kinds],
    door: [...door]
  }
}

function unitNameJson({
  id,
  soort,
  nummer,
  owner
}: NonNullable<LineChange['otherUnit']>): Exclude<
  LineChangeJson['otherUnit'],
  undefined
> {
  return defined({id, soort, nummer, owner: owner && defined(owner)})
}

function placeJson(
  line: NonNullable<LineChange['was']>
): Exclude<LineChangeJson['was'], undefined> {
  return line === 'continues' ? line : lineSideJson(line)
}

function lineSideJson({
  path,
  starts,
  kind
}: NonNullable<LineChange['other']>): Exclude<
  LineChangeJson['other'],
  undefined
> {
  return {
    path: path.map(({type, label, nummer, laag}) =>
      defined({type, label, nummer, laag})
    ),
    starts,
    kind: kind.type === 'tabel' ? {...kind, align: [...kind.align]} : {...kind}
  }
}

function rowJson(
  {was, wordt, cells, move}: NonNullable<LineChange['rows']>[number],
  links: Links
): NonNullable<LineChangeJson['rows']>[number] {
  return {
    was,
    wordt,
    cells: cells.map((cell) => ({
      was: cell.was,
      wordt: cell.wordt,
      runs: cell.runs.map((run) => runJson(run, links))
    })),
    ...defined({move})
  }
}

function runJson(run: Run, links: Links): RunJson {
  const {op, type, text, was, wordt, merkWas, door} = run
  return {
    op,
    type,
    text,
    was: was.map((mark) => markJson(mark, links)),
    wordt: wordt.map((mark) => markJson(mark, links)),
    ...defined({merkWas, door: door && [...door]})
  }
}

function markJson(mark: Mark, links: Links): MarkJson {
  if (typeof mark === 'string') return mark
  const link = links.get(mark) ?? links.size + 1
  links.set(mark, link)
  return {url: mark.url, title: mark.title, link}
}
