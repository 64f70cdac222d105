// On which sheets a print lays its sections.
import {expect, test} from 'vitest'
import type {UnitText} from '../../src/model.ts'
import {sectionsOf} from '../../src/render/document.ts'
import {sheetsOf} from '../../src/render/sheets.ts'
import {alinea, consolidation, tabel, unit} from './fixture.ts'

const amounts = Array.from({length: 14}, (_, at) => `${at + 1}.234,00`)
const wide = tabel(amounts, amounts)

function hoofdstuk(nummer: string, size: number): UnitText {
  const text = [alinea('woord '.repeat(size / 6))]
  return unit({
    id: `hoofdstuk-${nummer}`,
    soort: 'hoofdstuk',
    nummer,
    children: [unit({id: `artikel-${nummer}`, soort: 'artikel', nummer, text})]
  })
}

const bijlage = unit({
  id: 'bijlage-I',
  soort: 'bijlage',
  nummer: 'I',
  text: [wide]
})
const slot = unit({id: 'slot', soort: 'slot', text: [alinea('Slot.')]})

function sheets(...units: readonly UnitText[]) {
  return sheetsOf(sectionsOf(consolidation({units})))
}

test('a short document runs on, but for a bijlage with a wide table', () => {
  expect(sheets(hoofdstuk('1', 6000), slot)).toEqual([])
  expect(sheets(hoofdstuk('1', 6000), bijlage)).toEqual([
    {name: 'deel-1', head: '', paper: 'a4', places: [2]}
  ])
})

test('in a long one each hoofdstuk begins a sheet, and what is short goes along', () => {
  const units = [hoofdstuk('1', 12_000), hoofdstuk('2', 12_000), slot, bijlage]
  expect(sheets(...units)).toEqual([
    {name: 'deel-1', head: 'Hoofdstuk 1', paper: '', places: [1]},
    {name: 'deel-2', head: 'Hoofdstuk 2 – Slot', paper: '', places: [2, 3]},
    {name: 'deel-3', head: 'Bijlage I', paper: 'a4', places: [4]}
  ])
})

test('many short hoofdstukken make no nearly empty sheets', () => {
  const units = Array.from({length: 12}, (_, at) =>
    hoofdstuk(`${at + 1}`, 1800)
  )
  expect(sheets(...units)).toEqual([])
})

test('a wide table in long text lies by itself', () => {
  const long = unit({
    id: 'bijlage-I',
    soort: 'bijlage',
    nummer: 'I',
    text: [alinea('woord '.repeat(1000)), wide]
  })
  expect(sheets(hoofdstuk('1', 6000), long)).toEqual([])
})

test('the head of a sheet is short, whatever the opschrift', () => {
  const opschrift = 'Vergoeding van kosten '.repeat(20).trim()
  const long = {...hoofdstuk('1', 24_000), opschrift}
  const [first] = sheets(long, hoofdstuk('2', 12_000))
  expect(first?.head).toMatch(/^Hoofdstuk 1 Vergoeding.* Vergoeding…$/)
  expect(first?.head.length).toBeLessThanOrEqual(91)
})
