import {expect, test} from 'vitest'
import {outline, readString, textOf} from './texts.ts'

// Characters that nobody sees: left out by name, or kept where they make what is seen.

function read(line: string) {
  return textOf(readString(`Proefwet\n\nArtikel 1\n${line}\n`, 'proef.txt'))
}

test.each([
  ['\u200B', 'U+200B'],
  ['\u200C', 'U+200C'],
  ['\u200D', 'U+200D'],
  ['\uFEFF', 'U+FEFF'],
  ['\u2060', 'U+2060'],
  ['\u00AD', 'U+00AD']
])(
  'what nobody sees between letters is left out, by its name (%#: %s%s)',
  (character, name) => {
    const text = read(`Een woord${character}deel.`)
    expect(outline(text)).toContain('Een woorddeel.')
    expect(text.repairs.map(({message}) => message)).toEqual([
      `Hier stond een onzichtbaar teken (${name}); het is weggelaten`
    ])
  }
)

test('what joins emoji, or letters of other scripts, is kept', () => {
  const words = 'Gezin 👩\u200D👩\u200D👧 en नि\u200Dक.'
  const text = read(words)
  expect(outline(text)).toContain(words)
  expect(text.repairs).toEqual([])
})

test('a label is one behind what nobody sees', () => {
  expect(outline(read('\u200B1. Een.\n\uFEFF2. Twee.'))).toContain(
    '1. Een.\n2. Twee.'
  )
})
