// One broken corpus that shows every rule. `vitest -u`, then read the git diff.
import path from 'node:path'
import {expect, test} from 'vitest'
import {countFindings, formatFindings} from '../../src/diagnostics/reporter.ts'
import {readCorpus} from '../../src/host/corpus.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {declaredRules} from './page.ts'

const folder = path.join(import.meta.dirname, '../fixtures/gebroken')
const {findings} = compile({...readCorpus(folder), folder: 'gebroken'})

/** Rules that no corpus shows beside others, on every disk; their own pages and tests do. */
const notHere = new Map([
  ['corpus-empty', 'only where there is no regeling at all'],
  ['name-case', 'on Windows and macOS two such names are one file']
])

test('the broken corpus shows every rule that a corpus on disk can show', () => {
  const shown = [...new Set(findings.map(({rule}) => rule))]
  const all = declaredRules().map(({id}) => id)
  expect(shown.toSorted()).toEqual(all.filter((id) => !notHere.has(id)))
  expect(all).toEqual(expect.arrayContaining([...notHere.keys()]))
})

test('each with the severity that its rule declares', () => {
  const declared = new Map(
    declaredRules().map(({id, severity}) => [id, severity])
  )
  const odd = findings.filter(
    ({rule, severity}) => declared.get(rule) !== severity
  )
  expect(odd).toEqual([])
})

test('what `cao check` says of it', async () => {
  const said = `${formatFindings(findings)}${countFindings(findings)}\n`
  await expect(said).toMatchFileSnapshot('../fixtures/gebroken.txt')
})
