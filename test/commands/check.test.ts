import {describe, expect, test} from 'vitest'
import {changedLines} from '../../src/commands/changed-lines.ts'
import {pageText} from '../../src/commands/explain.ts'
import {readRulePages} from '../../src/host/rule-pages.ts'

describe('a page on a terminal', () => {
  const page = `# proef

Ernst: fout

Een zin met [een koppeling](https://voorbeeld.nl) en met \`[geen](koppeling)\`, die
te lang is voor één regel van een terminal en dus wordt afgebroken.

- een
- twee, dat ook te lang is voor één regel van een terminal en dus wordt afgebroken

## Fout

\`\`\`markdown proef/a.md crlf
## Kop

1) tekst die op één regel blijft staan, hoe lang hij ook is, want het is een voorbeeld
\`\`\`

\`\`\`text proef/artikel-1/
\`\`\`
`

  test('prose is broken at 80 columns, examples keep their lines', () => {
    expect(pageText(page)).toBe(`proef
=====

Ernst: fout

Een zin met een koppeling en met \`[geen](koppeling)\`, die te lang is voor één
regel van een terminal en dus wordt afgebroken.

- een
- twee, dat ook te lang is voor één regel van een terminal en dus wordt
  afgebroken

Fout
----

  proef/a.md, met regeleinden van Windows:

    ## Kop

    1) tekst die op één regel blijft staan, hoe lang hij ook is, want het is een voorbeeld

  proef/artikel-1/ (een lege map)
`)
    expect(pageText(page.replaceAll('\n', '\r\n'))).toBe(pageText(page))
  })

  test('no page loses a word', () => {
    for (const page of readRulePages().values()) {
      const words = (text: string): readonly string[] =>
        text.match(/[\p{L}\p{N}]+/gu) ?? []
      const shown = words(pageText(page))
      const fences = page.replace(
        /^```[a-z]*(?: (\S+)(?: [a-z0-9]+)?)?$/gmu,
        '$1'
      )
      expect(shown).toEqual(
        expect.arrayContaining([...words(fences.replace(/\]\([^)]*\)/gu, ''))])
      )
    }
  })
})

describe('lines that differ', () => {
  test.each([
    ['nothing', 'a\nb\n', 'a\nb\n', ''],
    ['one line', 'a\nb\nc\n', 'a\nB\nc\n', '  2 - b\n  2 + B\n'],
    ['a line put in', 'a\nc\n', 'a\nb\nc\n', '  2 + b\n'],
    ['a line that went', 'a\nb\nc\n', 'a\nc\n', '  2 - b\n'],
    ['the last line', 'a\nb', 'a\nB', '  2 - b\n  2 + B\n'],
    ['a line at the end', 'a\n', 'a\nb\n', '  2 + b\n'],
    [
      'several, with a shift between',
      'x\na\nb\nc\nd\n',
      'y\na\nb\nnieuw\nc\nD\n',
      '  1 - x\n  1 + y\n  4 + nieuw\n  5 - d\n  6 + D\n'
    ],
    ['line ends alone', 'a\r\nb\r\n', 'a\nb\n', '']
  ])('%s', (_name, before, after, lines) => {
    expect(changedLines(before, after)).toBe(lines)
  })
})
