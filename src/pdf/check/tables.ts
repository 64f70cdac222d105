/** The tables: rows of one length, and cells that know what heads them. */
import {PDFArray, type PDFDict} from '@cantoo/pdf-lib'
import {dictOf, entry, itemsAt, nameOf, numberOf} from '../objects.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'
import type {Tag} from './tags.ts'

/** Check every table. */
export function checkTables({tags}: OpenFile, report: Report): void {
  for (const table of tags?.all ?? []) {
    if (table.type !== 'Table') continue
    checkGroups(table, report)
    const rows = rowsOf(table)
    checkHeads(rows, report)
    if (new Set(widthsOf(rows)).size > 1)
      report('UA 7.2', 'De rijen van een tabel zijn niet even lang')
  }
}

function checkGroups({kids}: Tag, report: Report): void {
  const types = kids.map(({type}) => type)
  for (const type of ['THead', 'TFoot', 'Caption']) {
    if (types.filter((other) => other === type).length > 1)
      report('UA 7.2', `Een tabel heeft meer dan één ${type}`)
  }
  const hasGroups = types.some((type) => /^T(?:Head|Body|Foot)$/u.test(type))
  if (hasGroups && types.includes('TR'))
    report('UA 7.2', 'Een tabel heeft rijen buiten haar delen')
}

function rowsOf({kids}: Tag): readonly Tag[] {
  return kids.flatMap((kid) =>
    kid.type === 'TR' ? [kid] : kid.type === 'Caption' ? [] : rowsOf(kid)
  )
}

function checkHeads(rows: readonly Tag[], report: Report): void {
  const cells = rows.flatMap(({kids}) => kids)
  const isLost = (cell: Tag): boolean =>
    cell.type === 'TH' && nameOf(attribute(cell.dict, 'Scope')) === undefined
  const isUntold = (cell: Tag): boolean =>
    cell.type === 'TD' && attribute(cell.dict, 'Headers') === undefined
  if (cells.some(isLost) && cells.some(isUntold))
    report('UA 7.5', 'Een kop in een tabel zegt niet waarover hij gaat')
}

function attribute(dict: PDFDict, key: string) {
  const single = entry(dict, 'A')
  const sets =
    single instanceof PDFArray
      ? Array.from({length: single.size()}, (_, at) => single.lookup(at))
      : itemsAt(dict, 'A').map(() => single)
  return sets
    .map((set) => entry(dictOf(set), key))
    .find((value) => value !== undefined)
}

function widthsOf(rows: readonly Tag[]): readonly number[] {
  const widths = rows.map(() => 0)
  rows.forEach(({kids}, at) => {
    for (const {dict} of kids) {
      const down = numberOf(attribute(dict, 'RowSpan')) ?? 1
      const wide = numberOf(attribute(dict, 'ColSpan')) ?? 1
      for (let row = at; row < Math.min(rows.length, at + down); row++)
        widths[row] = (widths[row] ?? 0) + wide
    }
  })
  return widths
}
