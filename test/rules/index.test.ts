import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {readRulePage} from '../../src/diagnostics/rule-page.ts'
import {readRulePages} from '../../src/host/rule-pages.ts'
import {declaredRules, readPages} from './page.ts'

const readme = path.join(import.meta.dirname, '../../docs/rules/README.md')

test('the index names every rule, as its page does (`vitest -u` writes it)', async () => {
  const rows = readPages().map(
    ({name, severity, summary}) =>
      `| [\`${name}\`](${name}.md) | ${severity} | ${summary} |\n`
  )
  const text = readFileSync(readme, 'utf8')
  const table = /(?<=^\|---\|---\|---\|\n)(?:\|.*\n)*/mu
  await expect(text.replace(table, () => rows.join(''))).toMatchFileSnapshot(
    readme
  )
  expect(rows).toHaveLength(declaredRules().length)
})

test('the program reads the pages as the tests do', () => {
  const read = [...readRulePages()].map(([id, text]) => {
    const {severity, summary} = readRulePage(id, text)
    return {id, severity, summary}
  })
  const pages = readPages().map(({name, severity, summary}) => ({
    id: name,
    severity,
    summary
  }))
  expect(read).toEqual(pages)
})
