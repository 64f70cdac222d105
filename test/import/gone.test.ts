import {expect, test} from 'vitest'
import {hashText} from '../../src/hash/sha256.ts'
import type {DatedText} from '../../src/import/plan.ts'
import type {IsoDate} from '../../src/model.ts'
import {readString, textOf} from './read/texts.ts'
import {empty, importInto} from './texts.ts'

// An artikel that has lapsed, says so on every day after it, and whose words
// another artikel took up later; all words are ours.

const verlof =
  'De medewerker heeft per kalenderjaar recht op tien dagen verlof, die hij in overleg met zijn leidinggevende opneemt.'
const toelage =
  'De medewerker ontvangt voor werk in de avond een toelage van een vijfde deel van zijn uurloon.'

function text(
  day: string,
  artikelen: readonly (readonly [string, string])[]
): DatedText {
  const body = artikelen.map(
    ([nummer, words]) => `### Artikel ${nummer}\n\n${words}\n`
  )
  const source = `# Verzonnen regeling\n\n${body.join('\n')}`
  return {
    text: textOf(readString(source, `${day}.md`)),
    day: day as IsoDate,
    sha256: hashText(source)
  }
}

test('what lapsed stays one unit, wherever its words went later', () => {
  const gone = '[Vervallen per 01-07-2007]'
  const {files} = importInto(empty, [
    text('2007-01-01', [
      ['1', toelage],
      ['2', verlof],
      ['3', 'Deze regeling heeft geen opschrift en geen toelichting.']
    ]),
    text('2007-07-01', [
      ['1', toelage],
      ['2', gone],
      ['3', 'Deze regeling heeft geen opschrift en geen toelichting.']
    ]),
    text('2008-01-01', [
      ['1', toelage],
      ['2', gone],
      ['3', 'Deze regeling heeft geen opschrift en geen toelichting.'],
      ['4', verlof]
    ])
  ])
  const folders = files
    .map(({path}) => path)
    .filter((path) => path.includes('artikel-2'))
  expect(folders.some((path) => path.includes('artikel-2-'))).toBe(false)
})
