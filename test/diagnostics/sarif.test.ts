import {expect, test} from 'vitest'
import type {Finding} from '../../src/diagnostics/reporter.ts'
import {readRulePage} from '../../src/diagnostics/rule-page.ts'
import {formatSarif} from '../../src/diagnostics/sarif.ts'
import {readRulePages} from '../../src/host/rule-pages.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {readPages, treeOf} from '../rules/page.ts'
import {sarifLog} from './sarif-schema.ts'

const pages = [...readRulePages()].map(([id, markdown]) => ({
  ...readRulePage(id, markdown),
  text: `${id}, in gewone tekst`
}))

function logOf(findings: readonly Finding[], folder = 'articles') {
  const text = formatSarif({findings, pages, version: '1.2.3', folder})
  const log = sarifLog.safeParse(JSON.parse(text))
  expect(log.error?.issues ?? []).toEqual([])
  const [run] = log.data?.runs ?? []
  if (!run) throw new Error('geen run')
  return run
}

const finding: Finding = {
  path: 'articles/proef/artikel-1/begin.md',
  line: 5,
  column: 1,
  endLine: 5,
  endColumn: 3,
  severity: 'fout',
  rule: 'label-form',
  message: '`1)` is zo geen label',
  fix: '1.'
}

test('the findings of every example of every page make a valid log', () => {
  for (const {sections} of readPages()) {
    for (const example of [...sections.values()].flat()) {
      const {findings} = compile(treeOf(example))
      const {results, tool} = logOf(findings)
      expect(results).toHaveLength(findings.length)
      for (const {ruleId, ruleIndex} of results) {
        expect(tool.driver.rules[ruleIndex ?? -1]?.id).toBe(ruleId)
      }
    }
  }
})

test('a finding with a fix: level, region and replacement', () => {
  const {results} = logOf([finding])
  const artifactLocation = {
    uri: 'articles/proef/artikel-1/begin.md',
    uriBaseId: '%SRCROOT%'
  }
  const region = {startLine: 5, startColumn: 1, endLine: 5, endColumn: 3}
  expect(results).toEqual([
    {
      ruleId: 'label-form',
      ruleIndex: pages.findIndex(({id}) => id === 'label-form'),
      level: 'error',
      message: {text: '`1)` is zo geen label'},
      locations: [{physicalLocation: {artifactLocation, region}}],
      fixes: [
        {
          description: {text: 'Herstel volgens `cao check --fix`'},
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                {deletedRegion: region, insertedContent: {text: '1.'}}
              ]
            }
          ]
        }
      ]
    }
  ])
})

test('every rule is described, without a finding too', () => {
  const {tool, results} = logOf([])
  expect(results).toEqual([])
  expect(tool.driver.rules).toHaveLength(pages.length)
  expect(tool.driver.rules.find(({id}) => id === 'label-order')).toMatchObject({
    shortDescription: {
      text: 'Een label volgt niet op het vorige, of een opsomming begint niet bij het begin.'
    },
    defaultConfiguration: {level: 'warning'}
  })
})

test.each([
  ['articles', '%SRCROOT%', 'articles/proef/a.md'],
  ['./teksten/nu/', '%SRCROOT%', 'teksten/nu/proef/a.md'],
  ['teksten\\nu', '%SRCROOT%', 'teksten/nu/proef/a.md'],
  ['/home/iemand/articles', 'ARTICLES', 'proef/a.md'],
  ['C:\\teksten', 'ARTICLES', 'proef/a.md'],
  ['../elders', 'ARTICLES', 'proef/a.md'],
  ['.', '%SRCROOT%', 'proef/a.md']
])('the folder %s: relative addresses, from %s', (folder, base, uri) => {
  const at = {...finding, path: `${folder}/proef/a.md`}
  const run = logOf([at], folder)
  expect(
    run.results[0]?.locations[0]?.physicalLocation.artifactLocation
  ).toEqual({uri, uriBaseId: base})
  expect(Object.keys(run.originalUriBaseIds)).toEqual([base])
  expect(JSON.stringify(run)).not.toContain('/home/iemand')
})

test('names and sentences that SARIF would read otherwise', () => {
  const {results} = logOf([
    {
      ...finding,
      path: 'articles/een map/50%#.md',
      message:
        'zet `{UWO}`, of schrijf een link als `[tekst](adres)` en `[^1]`',
      note: 'Zie ook {A}'
    }
  ])
  expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
    'articles/een%20map/50%25%23.md'
  )
  expect(results[0]?.message.text).toBe(
    'zet `{{UWO}}`, of schrijf een link als `\\[tekst\\](adres)` en `[^1]` (Zie ook {{A}})'
  )
})
