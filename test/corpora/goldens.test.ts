// The example corpora as a whole. `vitest -u`, then read the git diff: a
// changed golden is a changed law text.
import {expect, test} from 'vitest'
import {changedLines} from '../../src/commands/changed-lines.ts'
import {historyText} from './history-text.ts'
import {documentOf, regelingOf} from './shipped.ts'

const fixtures = '../fixtures/corpora'
const regeling = 'voorbeeld-regeling'
const cao = 'voorbeeld-cao'

test.each([regeling, cao])(
  '%s: which units change, when, and since when that was known',
  async (id) => {
    await expect(historyText(regelingOf(id))).toMatchFileSnapshot(
      `${fixtures}/${id}.geschiedenis.txt`
    )
  }
)

/** A day that a later letter reached back to, in the temporary text, and at the end of the corpus. */
const moments = [
  [regeling, '2021-02-15', '2021-04-01'],
  [regeling, '2020-08-01', '2020-08-01'],
  [regeling, '2024-12-31', '2024-12-31'],
  [cao, '2021-04-15', '2021-05-13'],
  [cao, '2020-10-15', '2020-10-15'],
  [cao, '2024-11-30', '2024-11-30']
] as const

test.each(moments)(
  '%s: the whole text of %s as known on %s',
  async (id, geldig, zicht) => {
    const text = documentOf({regeling: id, geldig, zicht})
    await expect(text).toMatchFileSnapshot(
      `${fixtures}/${id}.${geldig}.zicht-${zicht}.md`
    )
  }
)

test.each([
  [regeling, '2021-02-15', '2021-03-03', '2021-04-01'],
  [cao, '2021-04-15', '2021-05-12', '2021-05-13']
])(
  '%s: what the text of %s says otherwise, as known on %s and on %s',
  async (id, geldig, before, after) => {
    const [old, now] = [before, after].map((zicht) =>
      documentOf({regeling: id, geldig, zicht})
    )
    await expect(changedLines(old ?? '', now ?? '')).toMatchFileSnapshot(
      `${fixtures}/${id}.${geldig}.zicht-${before}-en-${after}.txt`
    )
  }
)

test.each(['Voorbeeldstad', 'Modeldorp'])(
  'the text as it bound the ambtenaar in %s',
  async (gemeente) => {
    const [geldig, zicht] = ['2021-01-15', '2021-06-30']
    const text = documentOf({regeling, geldig, zicht, gemeente})
    await expect(text).toMatchFileSnapshot(
      `${fixtures}/${regeling}.${geldig}.zicht-${zicht}.${gemeente}.md`
    )
  }
)

test.each([
  [regeling, 'lbr-25-001'],
  [cao, 'akkoord-2025-1']
])('%s: what the concept %s would change', async (id, concept) => {
  const question = {regeling: id, geldig: '2025-07-01', zicht: '2024-12-31'}
  const [old, now] = [question, {...question, concept}].map(documentOf)
  await expect(changedLines(old ?? '', now ?? '')).toMatchFileSnapshot(
    `${fixtures}/${id}.concept-${concept}.txt`
  )
})
