import {describe, expect, test} from 'vitest'
import {mend} from '../../src/pipeline/mend.ts'
import {meantDay} from '../../src/read/meant-day.ts'

test.each([
  ['1-9-2015', '2015-09-01'],
  ['01.09.2015', '2015-09-01'],
  ['2015-9-1', '2015-09-01'],
  ['2015/09/01', '2015-09-01'],
  ['1 september 2015', '2015-09-01'],
  [' 1 Mei 2015 ', '2015-05-01'],
  // Programs write the month first, people the day.
  ['1/9/2015', undefined],
  ['31-2-2015', undefined],
  ['1-9-15', undefined],
  ['1 sept 2015', undefined],
  ['september 2015', undefined],
  ['2015-1-9-1', undefined],
  ['', undefined]
])('%j is the day %s', (text, day) => {
  expect(meantDay(text)).toBe(day)
})

/** A wijziging after its fixes. */
function mended(head: string): string {
  const files = {
    'proef/regeling.md': '---\nformaat: 1\ntitel: x\nroute: website\n---\n',
    'proef/wijzigingen/w.md': `---\n${head}\n---\n`
  }
  const tree = {
    folder: 'articles',
    folders: [],
    files: Object.entries(files).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text)
    }))
  }
  const {changed} = mend(tree, () => true)
  return changed[0]?.after.slice(4, -5) ?? head
}

describe('heads', () => {
  test.each([
    [
      'soort: Ledenbrief\nonderwerp: x\ndatum: "1-9-2015"',
      'soort: ledenbrief\nonderwerp: x\ndatum: 2015-09-01'
    ],
    [
      'SOORT: akkoord # zo\nonderwerp:   x\nbekend:  Onbekend  # ?',
      'soort: akkoord # zo\nonderwerp:   x\nbekend:  onbekend  # ?'
    ],
    [
      'soort: akkoord\nonderwerp: x\ndatum: 2015-09-01\ntrekt_in: w',
      'soort: akkoord\nonderwerp: x\ndatum: 2015-09-01\ntrekt-in: w'
    ],
    [
      'soort: akkoord\nonderwerp: x\ndatum: 2015-09-01\nconcept: Ja',
      'soort: akkoord\nonderwerp: x\ndatum: 2015-09-01\nconcept: true'
    ],
    [
      'soort: akkoord\nonderwerp: x\ndatum: 2015-09-01\nonderdelen:\n  A: {inwerking: 1-10-2015}',
      'soort: akkoord\nonderwerp: x\ndatum: 2015-09-01\nonderdelen:\n  A: {inwerking: 2015-10-01}'
    ]
  ])('%j', (before, after) => {
    expect(mended(before)).toBe(after)
  })

  test.each([
    [
      'a value that may be anything',
      'soort: brief\nonderwerp: x\ndatum: 2015-09-01'
    ],
    [
      'a key that is there already',
      'soort: akkoord\nSoort: akkoord\nonderwerp: x\ndatum: 2015-09-01'
    ],
    ['a block of lines', 'soort: akkoord\nonderwerp: x\ndatum: |\n  1-9-2015'],
    [
      'a key that only looks like one',
      'soort: akkoord\nonderwerp: x\ndatums: 2015-09-01'
    ]
  ])('%s is left to the author', (_name, head) => {
    expect(mended(head)).toBe(head)
  })
})
