import {describe, expect, test} from 'vitest'
import {draftRegeling} from '../../src/draft/new-corpus.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {finishDraft} from '../../src/pipeline/draft-finish.ts'
import {treeOf} from '../corpus.ts'
import {outline, rulesIn} from './desk.ts'

const plain = {id: 'proef', route: 'gemeenteblad', lagen: []} as const
const alone = {name: 'articles'}
const tree = treeOf({})
const nothing = {tree, compiled: compile(tree), concepts: new Set<string>()}

describe('a new regeling', () => {
  test.each([
    [{...plain}],
    [{...plain, titel: '*Cao*: `null`', route: 'aanmelding'} as const],
    [{...plain, titel: '[x', lagen: ['CAR', 'UWO']} as const]
  ])('%j has nothing to report, and a text', (request) => {
    const {files, findings} = finishDraft(
      nothing,
      draftRegeling(request, alone)
    )
    expect(findings).toEqual([])
    const corpus = Object.fromEntries(
      files
        .filter(({path}) => !path.startsWith('..'))
        .map(({path, text}) => [path, text])
    )
    expect(rulesIn(corpus)).toEqual([])
    expect(outline(corpus, '2026-01-01')).toEqual([
      '1',
      '  1:1: Dit artikel is een voorbeeld; hier komt de tekst van de regeling.'
    ])
  })

  test.each([
    ['has none', alone, ['articles/** -text\n'], ''],
    [
      'says it already',
      {...alone, gitattributes: '* text=auto\r\narticles/** -text\r\n'},
      [],
      ''
    ],
    [
      'says something else',
      {...alone, gitattributes: '* text=auto\n'},
      [],
      '`articles/** -text`'
    ],
    [
      'cannot be named plainly',
      {name: 'mijn [map]'},
      [],
      '`"mijn [map]/**" -text`'
    ]
  ])('.gitattributes: the folder above %s', (_, place, texts, remark) => {
    const {files, remarks} = draftRegeling(plain, place)
    const attributes = files.filter(({path}) => path === '../.gitattributes')
    expect(attributes.map(({text}) => text)).toEqual(texts)
    expect(remarks.join('\n')).toContain(remark)
  })

  test('a name that cannot be', () => {
    const draft = (id: string) =>
      finishDraft(nothing, draftRegeling({...plain, id}, alone))
    expect(() => draft('Proef')).toThrow('mag alleen kleine letters')
    expect(() => draft('../x')).toThrow(
      'De map `..` mag alleen kleine letters, cijfers en streepjes hebben; kies een andere naam of plaats'
    )
    expect(() => draft('con')).toThrow('onder Windows de naam van een apparaat')
    expect(() => draft('a'.repeat(61))).toThrow('houd het bij 60')
  })
})
