import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseJson} from '../../src/read/json.ts'

function builtIn(text: string): {readonly value?: unknown} {
  try {
    return {value: JSON.parse(text)}
  } catch {
    return {}
  }
}

/** Without the difference between objects with and without a prototype. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

describe('JSON with places', () => {
  test('any JSON gives what `JSON.parse` gives', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (text, spaces) => {
        const laidOut = JSON.stringify(JSON.parse(text), null, spaces)
        if (laidOut.includes('"__proto__"')) return
        const {value, problems} = parseJson(laidOut)
        expect(problems).toEqual([])
        expect(plain(value)).toEqual(JSON.parse(laidOut))
      })
    )
  })

  test('any text is refused where `JSON.parse` refuses it, and never throws', () => {
    const scraps = fc.constantFrom(
      ...['{', '}', '[', ']', ':', ',', '"', '"a"', '\\', '\\u00', ' ', '\n'],
      ...[
        '0',
        '01',
        '-',
        '1e5',
        '1.',
        'true',
        'nul',
        'null',
        '\u0000',
        '\uFEFF'
      ]
    )
    const text = fc.array(scraps, {maxLength: 12}).map((all) => all.join(''))
    fc.assert(
      fc.property(text, (typed) => {
        const {problems} = parseJson(typed)
        const isJson = problems.every(({kind}) => kind === 'repeat')
        // A byte order mark is left out by us, and refused there.
        const expected = builtIn(typed.replace(/^\uFEFF/u, ''))
        expect(isJson).toBe('value' in expected)
      }),
      {numRuns: 3000}
    )
  })

  test('of equal keys the first counts, and each other one is told', () => {
    const {value, problems} = parseJson(
      '{"a": 1,\n "b": {"c": 1, "c": 2},\n "a": 3}'
    )
    expect(plain(value)).toEqual({a: 1, b: {c: 1}})
    expect(problems).toEqual([
      {kind: 'repeat', place: {line: 2, column: 16, endLine: 2, endColumn: 19}},
      {kind: 'repeat', place: {line: 3, column: 2, endLine: 3, endColumn: 5}}
    ])
  })

  test('`__proto__` is no key, and changes nothing', () => {
    const {value, problems} = parseJson(
      '{"__proto__": {"hacked": true}, "constructor": 1}'
    )
    expect(problems).toMatchObject([{kind: 'key'}])
    expect(Object.getPrototypeOf(value)).toBe(null)
    expect({...(value as object)}).toEqual({constructor: 1})
    expect(Object.hasOwn(Object.prototype, 'hacked')).toBe(false)
  })

  test('a million brackets are too deep, and fill no stack', () => {
    const {problems} = parseJson('['.repeat(1_000_000))
    expect(problems).toMatchObject([
      {kind: 'depth', place: {line: 1, column: 21}}
    ])
  })

  test('places, with line ends of any system', () => {
    const {placeOf} = parseJson('{\r\n  "a": [\r    1,\n    {"b": 2}]}')
    expect(placeOf(['a'])).toMatchObject({line: 2, column: 3})
    expect(placeOf(['a', 1, 'b'])).toMatchObject({line: 4, column: 6})
    expect(placeOf(['a', 1, 'c', 'd'])).toMatchObject({line: 4, column: 5})
    expect(placeOf([])).toEqual({line: 1, column: 1})
  })
})
