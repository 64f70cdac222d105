import {expect, test} from 'vitest'
import {day, newVersion, proef} from './desk.ts'

const change = {geldig: day('2026-07-01')}

test('a text that can be read in two ways is not copied, and may lapse', () => {
  const files = {
    ...proef,
    'proef/hoofdstuk-2/artikel-2-1/begin.md':
      "---\nnummer: '2:1'\n---\n\n1. Lid.\nLos onder het lid.\n"
  }
  expect(() => newVersion(files, '2:1', change)).toThrow(
    'In de tekst van `proef/hoofdstuk-2/artikel-2-1/begin.md` staat een fout, zodat een kopie anders kan worden gelezen'
  )
  const {findings} = newVersion(files, '2:1', {...change, act: {kind: 'lapse'}})
  expect(findings).toEqual([])
})

test('a day on which the regeling holds no more is told', () => {
  const files = {
    ...proef,
    'proef/regeling.md':
      '---\nformaat: 1\ntitel: X\nroute: website\ntot: 2026-07-01\n---\n'
  }
  expect(newVersion(files, '2:1', change).remarks).toEqual([
    'De regeling geldt met ingang van 2026-07-01 niet meer; een tekst van 2026-07-01 komt daardoor in geen document'
  ])
})
