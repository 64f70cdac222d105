import {describe, expect, test} from 'vitest'
import {applyFixes} from '../../src/diagnostics/fix.ts'
import type {Finding} from '../../src/diagnostics/reporter.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {mend} from '../../src/pipeline/mend.ts'
import {type Example, readPages, treeOf} from './page.ts'

// What `cao check --fix` does to the examples of the pages.

const pages = readPages()

describe.each(pages.map((page) => [page.name, page] as const))(
  '%s',
  (id, {sections}) => {
    const wrong = sections.get('Fout') ?? []
    const fixable = wrong.filter((example) => fixesIn(example, id).length > 0)

    test(`${id}: \`Herstel\` stands on the page when there is one`, () => {
      expect(sections.has('Herstel')).toBe(fixable.length > 0)
    })

    test.each(fixable.map((example) => [example.title, example] as const))(
      `${id}: after the fix that finding is gone: %s`,
      (_title, example) => {
        for (const finding of fixesIn(example, id)) {
          expect(finding.endLine).toBeDefined()
          expect(finding.endColumn).toBeDefined()
        }
        expect(fixesIn(mended(example), id)).toEqual([])
        const [before, after] = [example, mended(example)].map(
          (one) => findingsIn(one).filter(({rule}) => rule === id).length
        )
        const mendedAtOnce = fixesIn(example, id).length
        expect(after).toBeLessThanOrEqual((before ?? 0) - mendedAtOnce)
      }
    )

    const shown = sections.get('Herstel')?.[0]
    if (shown) {
      test(`${id}: \`Herstel\` shows what the first of them becomes`, () => {
        const [first] = fixable
        const files = first && mended(first).files
        for (const path of shown.shown) {
          expect(textOf(files?.get(path))).toBe(textOf(shown.files.get(path)))
        }
      })
    }
  }
)

test('every fix replaces a piece of its own file, and nothing else', () => {
  for (const {sections} of pages) {
    for (const example of [...sections.values()].flat()) {
      for (const [path, bytes] of example.files) {
        const list = findingsIn(example).filter(
          (finding) => finding.path === `articles/${path}`
        )
        for (const finding of list.filter(({fix}) => fix !== undefined)) {
          const before = textOf(bytes)
          const after = applyFixes(before, [finding])
          const lines = before.split(/\r\n|\n/u)
          const {line, endLine = line, column, endColumn = column} = finding
          const head = lines.slice(0, line - 1)
          expect(after.split(/\r\n|\n/u).slice(0, line - 1)).toEqual(head)
          expect(after).not.toBe(before)
          const tail = (lines[endLine - 1] ?? '').slice(endColumn - 1)
          expect(after).toContain(`${finding.fix?.split('\n').at(-1)}${tail}`)
        }
      }
    }
  }
})

function fixesIn(example: Example, id: string): readonly Finding[] {
  return findingsIn(example).filter(
    ({rule, fix}) => rule === id && fix !== undefined
  )
}

function findingsIn(example: Example): readonly Finding[] {
  return compile(treeOf(example)).findings
}

function mended(example: Example): Example {
  const files = new Map(example.files)
  const {changed} = mend(treeOf(example), () => true)
  for (const {path, after} of changed) {
    files.set(path, new TextEncoder().encode(after))
  }
  return {...example, files}
}

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}
