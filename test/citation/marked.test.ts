import {expect, test} from 'vitest'
import {laws} from './laws.ts'
import {readMarked, score} from './set.ts'

// Sentences of our own and of Dutch laws, besluiten and verordeningen, with the
// references in them marked by hand. A range that is read too short or too long
// counts against both figures.

const marked = readMarked('marked.txt')
// Passages of laws, besluiten and verordeningen as they come, marked by readers
// who did not know the program, before it read them. Left out are the lines on
// which a mark was a matter of taste; what the first reading scored is in
// bench/README.md.
const real = readMarked('real.txt')
const lookalikes = readMarked('lookalikes.txt')

test('the set is as large as it says', () => {
  const count = marked.reduce((sum, {spans}) => sum + spans.length, 0)
  expect(count).toBeGreaterThanOrEqual(1208)
  expect(real.flatMap(({spans}) => spans).length).toBeGreaterThanOrEqual(2060)
  expect(lookalikes.length).toBeGreaterThanOrEqual(295)
  expect(lookalikes.flatMap(({spans}) => spans)).toEqual([])
})

test('references are found, and little else is', () => {
  const {
    marked: count,
    found,
    missed,
    extra
  } = score([...marked, ...real, ...lookalikes], laws)
  const recall = found / count
  const precision = found / (found + extra.length)
  process.stdout.write(
    `citation: ${found} of ${count} found, ${extra.length} too many in ${marked.length + real.length + lookalikes.length} sentences; recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}\n`
  )
  expect.soft(missed).toEqual([])
  expect.soft(extra).toEqual([])
  expect(recall).toBeGreaterThanOrEqual(0.98)
  expect(precision).toBeGreaterThanOrEqual(0.99)
})
