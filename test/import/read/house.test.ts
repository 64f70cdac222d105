import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {printText} from '../../../src/dialect/print.ts'
import type {ImportedUnit} from '../../../src/import/imported.ts'
import type {IsoDate, UnitText} from '../../../src/model.ts'
import {compile} from '../../../src/pipeline/compile.ts'
import {consolidateHashed} from '../../../src/pipeline/consolidation.ts'
import {renderMarkdown} from '../../../src/render/markdown.ts'
import {readString, textOf} from './texts.ts'

// What caoc prints, the reader gives back as it was.

const folder = path.join(import.meta.dirname, '../../../articles')
const files = readdirSync(folder, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const file = path.join(entry.parentPath, entry.name)
    return {
      path: path.relative(folder, file).split(path.sep).join('/'),
      bytes: new Uint8Array(readFileSync(file))
    }
  })
const {corpus} = compile({folder: 'articles', folders: [], files})

/** Marks of notes are numbered per document. */
function printed(blocks: UnitText['text']): string {
  const marks = new Map<string, string>()
  return printText(blocks).replace(/\[\^([^\]]+)\]/gu, (_, mark: string) => {
    if (!marks.has(mark)) marks.set(mark, String(marks.size + 1))
    return `[^${marks.get(mark)}]`
  })
}

function ofSource(unit: UnitText): readonly string[] {
  // Of what has lapsed only the number is printed.
  const opschrift = unit.state === 'vervallen' ? undefined : unit.opschrift
  return [
    [unit.soort, unit.nummer, opschrift, unit.state === 'vervallen'].join('|'),
    printed(unit.text),
    ...unit.toelichting.map(({text}) => printed(text)),
    ...unit.children.flatMap(ofSource)
  ]
}

function ofReading(unit: ImportedUnit): readonly string[] {
  return [
    [unit.soort, unit.nummer, unit.opschrift, unit.vervallen === true].join(
      '|'
    ),
    printed(unit.text),
    ...(unit.toelichting ? [printed(unit.toelichting)] : []),
    ...unit.children.flatMap(ofReading)
  ]
}

test.each([
  ['voorbeeld-cao', '2020-06-01'],
  ['voorbeeld-cao', '2024-12-01'],
  ['voorbeeld-regeling', '2018-03-01'],
  ['voorbeeld-regeling', '2020-06-01'],
  ['car-uwo', '2015-09-05']
])('%s on %s', (id, day) => {
  const regeling = corpus?.regelingen.find((one) => one.id === id)
  if (!regeling) throw new Error(`articles/ has no ${id}`)
  const moment = {geldig: day as IsoDate, zicht: '2026-01-01' as IsoDate}
  const consolidation = consolidateHashed(regeling, moment)
  const text = textOf(readString(renderMarkdown(consolidation)))
  expect(text.geldig).toBe(day)
  expect(text.units.flatMap(ofReading)).toEqual(
    consolidation.units.flatMap(ofSource)
  )
})
