import {expect, test} from 'vitest'
import {reproducible} from '../../src/host/reproducible.ts'
import type {IsoDate} from '../../src/model.ts'

const date = '2016-02-29' as IsoDate

/** A piece of PDF, as Chromium writes it, with the clock and the counter of one print. */
function print(clock: string, first: number): string {
  const name = (index: number): string =>
    `(node${String(first + index).padStart(8, '0')})`
  return `/Title (node00000007 \\(node00000007\\))
/CreationDate (D:${clock})
/ModDate (D:${clock})>>
<</S /TH /ID ${name(0)}>> <</S /TH /ID ${name(9)}>>
/Headers [${name(0)}
${name(9)}] /URI (https://e.nl/\\(node00000007\\))
<</Limits [${name(0)} ${name(9)}] /Names [${name(0)} 27 0 R ${name(9)} 32 0 R]>>
\u00ff\u0000(node00000007)`
}

function stamped(source: string): string {
  const bytes = Buffer.from(source, 'latin1')
  return Buffer.from(reproducible(bytes, date)).toString('latin1')
}

test('clock and counter go, text and length stay', () => {
  const source = print("20261123134016+01'00'", 7)
  const result = stamped(source)
  expect(result).toBe(
    print("20160229000000+00'00'", 1).replaceAll('00000010', '00000002')
  )
  expect(result).toHaveLength(source.length)
  expect(stamped(print("20270101000000-05'30'", 12_345))).toBe(result)
  expect(stamped(result)).toBe(result)
})

test('a PDF of another make is refused', () => {
  expect(() => stamped('%PDF-2.0 /CreationDate <feff>')).toThrow(
    'Deze browser schrijft een PDF die caoc niet kent'
  )
})
