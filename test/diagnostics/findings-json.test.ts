import {expect, test} from 'vitest'
import {
  findingsJson,
  findingsSchema,
  formatJson
} from '../../src/diagnostics/findings-json.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {readPages, treeOf} from '../rules/page.ts'

test('the schema on disk is the one of the code', async () => {
  const text = `${JSON.stringify(findingsSchema(), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../docs/schema/findings-1.json')
})

test('the findings of every example of every page validate', () => {
  const examples = readPages().flatMap(({sections}) =>
    [...sections.values()].flat()
  )
  expect(examples.length).toBeGreaterThan(50)
  for (const example of examples) {
    const {findings} = compile(treeOf(example))
    const mending = {changed: ['articles/a.md'], locked: []}
    for (const text of [formatJson(findings), formatJson(findings, mending)]) {
      const result = findingsJson.safeParse(JSON.parse(text))
      expect(result.error?.issues ?? []).toEqual([])
    }
  }
})
