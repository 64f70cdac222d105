import {readFileSync} from 'node:fs'
import path from 'node:path'
import {printText} from '../../../src/dialect/print.ts'
import type {ImportedText, ImportedUnit} from '../../../src/import/imported.ts'
import {type Reading, readWholeText} from '../../../src/import/read/read.ts'

/** The folder with small texts written for these tests. */
const fixtures = path.join(import.meta.dirname, '../../fixtures/import')

/** Read one of the small texts. */
export function readFixture(name: string): Reading {
  return readWholeText(readFileSync(path.join(fixtures, name)), name)
}

/** Read a text from memory. */
export function readString(text: string, file = 'tekst.md'): Reading {
  return readWholeText(new TextEncoder().encode(text), file)
}

/** The text of a reading that must not be refused and must add up. */
export function textOf(reading: Reading): ImportedText {
  if ('refused' in reading) throw new Error(reading.refused.message)
  const {balanced, difference} = reading.account
  if (!balanced) throw new Error(JSON.stringify(difference))
  return reading.text
}

/** The message of a reading that must be refused. */
export function refusalOf(reading: Reading): string {
  if ('text' in reading) throw new Error('This should have been refused')
  const {place, message} = reading.refused
  return `${place.line}:${place.column} ${message}`
}

/** A whole text on a screen: headings with their depth, and each text as printed. */
export function outline({titel, units}: ImportedText): string {
  return [`= ${titel}`, ...units.flatMap((unit) => lines(unit, 1))].join('\n')
}

function lines(unit: ImportedUnit, depth: number): readonly string[] {
  const {soort, nummer, opschrift, vervallen, tot} = unit
  const head = [
    '@'.repeat(depth),
    soort,
    nummer,
    opschrift,
    vervallen && '[vervallen]',
    tot && `[tot ${tot}]`
  ]
  const texts = [printText(unit.text), printText(unit.toelichting ?? [])]
  return [
    head.filter((word) => word).join(' '),
    ...texts.filter((text) => text !== '').map((text) => text.trimEnd()),
    ...unit.children.flatMap((child) => lines(child, depth + 1))
  ]
}

/** What was found odd: kind, and a question mark where the author must look. */
export function oddities({repairs}: ImportedText): readonly string[] {
  return repairs
    .map(({kind, mended, place}) => `${place.line} ${kind}${mended ? '' : '?'}`)
    .toSorted()
}
