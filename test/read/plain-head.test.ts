import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isMap, isScalar, LineCounter, parseDocument} from 'yaml'
import {readPlainHead} from '../../src/read/plain-head.ts'

const keys = ['nummer', 'opschrift', 'opgegaan-in', 'in', 'x', '?', '- a', 'A']
const values = [
  '1:2c',
  "'1:2c'",
  "'a: b'",
  "'it''s'",
  'Arbeidsduur, verlof (algemeen)',
  'null',
  'true',
  '~',
  '3.10',
  'a: b',
  'a:',
  'a #b',
  'a#b',
  'é – û…',
  'een - twee',
  '- een',
  '[a]',
  'a]',
  '{}',
  '&a b',
  '*a',
  '!x y',
  '|',
  '>',
  '%a',
  '@a',
  '"a"',
  ' a',
  'a ',
  'a\tb',
  "'a b' ",
  "''",
  '',
  'i\u0301',
  'a\u00A0b',
  'a\u200Bb',
  '2015-09-01',
  '2015-09-01.lbr-1'
]
const plain = fc
  .array(fc.constantFrom(...'aé1 ,.;/()+–…-:', "'"), {maxLength: 8})
  .map((letters) => `a${letters.join('')}`)
const part = fc.oneof(
  fc.constantFrom(...keys, ...values, ': ', ':', '\n', '\r\n', '  ', '---\n'),
  fc.string({maxLength: 3}),
  fc.string({unit: 'grapheme', maxLength: 3})
)
const line = fc
  .tuple(
    fc.constantFrom(...keys),
    fc.constantFrom(': ', ': ', ': ', ': ', ':', ' : ', ':  '),
    fc.oneof(plain, fc.constantFrom(...values), part),
    fc.constantFrom('\n', '\n', '\r\n', '\n\n', '\n  ', '')
  )
  .map((parts) => parts.join(''))
const head = fc
  .array(fc.oneof({weight: 6, arbitrary: line}, part), {maxLength: 3})
  .map((parts) => parts.join(''))

test('what the quick reader reads, YAML reads the same', () => {
  let read = 0
  fc.assert(
    fc.property(head, (source) => {
      const plain = readPlainHead(source)
      if (!plain) return
      read++
      expect([...plain.values]).toEqual(inYaml(source).values)
      expect([...plain.keys]).toEqual(inYaml(source).keys)
    }),
    {numRuns: 100_000}
  )
  expect(read).toBeGreaterThan(500)
})

test('what a version mostly has is read quickly', () => {
  const source =
    "nummer: '1:2c'\nopschrift: Arbeidsduur, verlof\nbasis: 2015-09-01.lbr-15-069\n"
  expect([...(readPlainHead(source)?.values ?? [])]).toEqual([
    ['nummer', '1:2c'],
    ['opschrift', 'Arbeidsduur, verlof'],
    ['basis', '2015-09-01.lbr-15-069']
  ])
})

/** Values and places as the reader of all other heads gives them. */
function inYaml(source: string) {
  const lineCounter = new LineCounter()
  const {contents, errors} = parseDocument(source, {
    schema: 'failsafe',
    lineCounter
  })
  expect(errors).toEqual([])
  const items = isMap(contents) ? contents.items : []
  return {
    values: items.map(({key, value}) => [textOf(key), textOf(value)]),
    keys: items.map(({key}) => {
      const [from = 0, to = 0] = (isScalar(key) && key.range) || []
      const [start, end] = [lineCounter.linePos(from), lineCounter.linePos(to)]
      return [
        textOf(key),
        {
          line: start.line + 1,
          column: start.col,
          endLine: end.line + 1,
          endColumn: end.col
        }
      ]
    })
  }
}

function textOf(node: unknown): unknown {
  return isScalar(node) ? node.value : undefined
}
