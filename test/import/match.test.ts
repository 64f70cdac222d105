import {describe, expect, test} from 'vitest'
import {matchUnits} from '../../src/import/match.ts'
import type {Known} from '../../src/import/side.ts'
import {shinglesOf} from '../../src/import/similar.ts'

const uren =
  'De ambtenaar werkt ten hoogste zesendertig uren in een week, tenzij het college anders bepaalt.'
const rooster =
  'Het rooster wordt vier weken tevoren door de leidinggevende aan de medewerker bekendgemaakt en daarna niet zonder overleg gewijzigd.'
const piket =
  'Wie buiten het rooster oproepbaar is, ontvangt voor elk uur een vergoeding van tien procent van het uurloon.'
const verlof =
  'Het verlof wordt opgenomen in het jaar waarin het is ontstaan, en vervalt vijf jaren daarna.'

const overTime = {byNumber: true}

/** An artikel by number, heading and text. */
function artikel(
  id: string,
  nummer: string,
  opschrift: string,
  ...texts: readonly string[]
): Known {
  const shingles = shinglesOf(texts.join(' '))
  return {id, soort: 'artikel', nummer, opschrift, shingles, isLapsed: false}
}

describe('which unit is which', () => {
  test('of a split artikel the part that keeps the heading keeps the name', () => {
    const before = [artikel('oud', '5', 'Werktijd', uren, rooster, piket)]
    const after = [
      artikel('0', '4', 'Werktijd', uren),
      artikel('1', '5', 'Rooster', rooster, piket)
    ]
    expect([...matchUnits(before, after, overTime)]).toEqual([['0', 'oud']])
  })

  test('an artikel that was taken up in its neighbour is not the new one with its number', () => {
    const before = [
      artikel('een', '1', 'Werktijd', uren, rooster),
      artikel('twee', '2', 'Piket', piket)
    ]
    const after = [
      artikel('0', '1', 'Werktijd', uren, rooster, piket),
      artikel('1', '2', 'Verlof', verlof)
    ]
    expect([...matchUnits(before, after, overTime)]).toEqual([['0', 'een']])
  })

  test('an artikel that was rewritten whole keeps its name, even when its old text stands elsewhere as it did', () => {
    const before = [
      artikel('een', '1', 'Werktijd', uren),
      artikel('twee', '2', 'Uren', uren)
    ]
    const after = [
      artikel('0', '1', 'Werktijd', uren),
      artikel('1', '2', 'Verlof', verlof)
    ]
    expect(matchUnits(before, after, overTime).get('1')).toBe('twee')
  })

  test('of two files an artikel with another heading and other words is another', () => {
    const before = [artikel('een', '1', 'Werktijd', uren)]
    const after = [artikel('0', '1', 'Verlof', verlof)]
    expect(matchUnits(before, after, overTime).get('0')).toBe('een')
    expect(matchUnits(before, after, {byNumber: false}).size).toBe(0)
  })
})
