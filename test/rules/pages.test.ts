import {describe, expect, test} from 'vitest'
import type {Finding} from '../../src/diagnostics/reporter.ts'
import type {SourceTree} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {declaredRules, type Example, readPages, treeOf} from './page.ts'

// A page's examples are the tests of its rule: docs cannot lie.

const pages = readPages()

/** Rules that no file can show; their trees are made here. */
const byHand: Readonly<
  Record<string, {readonly fout: SourceTree; readonly goed: SourceTree}>
> = {
  'corpus-empty': {
    fout: {folder: 'articles', folders: [], files: []},
    goed: treeOf(emptyExample())
  },
  file: {
    fout: {
      folder: 'articles',
      folders: [],
      files: [
        {
          path: 'proef/artikel-1/begin.md',
          problem:
            'Dit is een koppeling (symbolic link) naar `../elders.md`; zet het bestand zelf neer'
        }
      ]
    },
    goed: treeOf(emptyExample())
  }
}

test('every rule has a page of its severity, and every page a rule', () => {
  const paged = pages.map(({name, severity}) => ({id: name, severity}))
  expect(paged).toEqual(declaredRules())
})

describe.each(pages.map((page) => [page.name, page] as const))(
  '%s',
  (id, page) => {
    test(`${id}: the page has the form of all pages`, () => {
      expect(page.title).toBe(id)
      expect(page.summary).toMatch(/^[A-Z`].*\.$/u)
      const headings = [...page.sections.keys()].filter(
        (name) => name !== 'Zie ook'
      )
      expect(headings.slice(0, 2)).toEqual(['Fout', 'Goed'])
      expect(['', 'Herstel']).toContain(headings.slice(2).join())
      const hasExamples = ['Fout', 'Goed'].map(
        (name) => examplesOf(name).length > 0
      )
      expect(hasExamples).toEqual(id in byHand ? [false, false] : [true, true])
    })

    for (const [at, example] of examplesOf('Fout').entries()) {
      test(`${id}: Fout ${at + 1}: ${example.title}`, () => {
        expect(example.shown).not.toEqual([])
        const found = findingsIn(treeOf(example)).filter(
          ({rule}) => rule === id
        )
        expect(found).not.toEqual([])
        if (example.messages.length > 0) {
          expect(found.map(line)).toEqual(example.messages)
        }
      })
    }

    for (const [at, example] of examplesOf('Goed').entries()) {
      test(`${id}: Goed ${at + 1}: ${example.title}`, () => {
        expect(findingsIn(treeOf(example))).toEqual([])
      })
    }

    const hand = byHand[id]
    if (hand) {
      test(`${id}: Fout, by hand`, () => {
        const found = findingsIn(hand.fout).map(({rule}) => rule)
        expect(found).toContain(id)
      })
      test(`${id}: Goed, by hand`, () => {
        expect(findingsIn(hand.goed)).toEqual([])
      })
    }

    function examplesOf(name: string): readonly Example[] {
      return page.sections.get(name) ?? []
    }
  }
)

function findingsIn(tree: SourceTree): readonly Finding[] {
  return compile(tree).findings
}

function line({path, line, column, message}: Finding): string {
  return `${path.replace('articles/', '')}:${line}:${column} ${message}`
}

function emptyExample(): Example {
  return {
    title: '',
    files: new Map([
      [
        'proef/regeling.md',
        new TextEncoder().encode(
          '---\nformaat: 1\ntitel: Proef\nroute: website\n---\n'
        )
      ]
    ]),
    folders: [],
    shown: [],
    messages: []
  }
}
