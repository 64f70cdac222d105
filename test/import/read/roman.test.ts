import {expect, test} from 'vitest'
import {oddities, outline, readString, textOf} from './texts.ts'

// `i.` is a letter behind `h.`, and a roman number that begins a list of its own.

function leden(lines: readonly string[]): string {
  const read = textOf(
    readString(`Proefwet\n\nArtikel 1\n${lines.join('\n')}\n`, 'proef.txt')
  )
  expect(oddities(read)).toEqual([])
  return outline(read).replace('= Proefwet\n@ artikel 1\n', '')
}

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((one) => `${one}. x`)

test('a roman list below a letter, and the letters go on behind it', () => {
  expect(
    leden(['a. een', 'b. twee:', 'i. x', 'ii. x', 'iii. x', 'iv. x', 'c. drie'])
  ).toBe(
    'a. een\nb. twee:\n    i. x\n    ii. x\n    iii. x\n    iv. x\nc. drie'
  )
})

test('letters go on past h', () => {
  const all = [...letters, 'h. x', 'i. x', 'j. x']
  expect(leden(all)).toBe(all.join('\n'))
})

test('below h a roman list, and then the letter i', () => {
  expect(leden([...letters, 'h. x:', 'i. y', 'ii. y', 'i. x', 'j. x'])).toBe(
    [...letters, 'h. x:', '    i. y', '    ii. y', 'i. x', 'j. x'].join('\n')
  )
})

test('below the letter i a roman list', () => {
  expect(leden([...letters, 'h. x', 'i. x:', 'i. y', 'ii. y', 'j. x'])).toBe(
    [...letters, 'h. x', 'i. x:', '    i. y', '    ii. y', 'j. x'].join('\n')
  )
})

test('a list that is roman throughout, past ten', () => {
  const roman =
    'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi'
  const all = roman.split(' ').map((one) => `${one}. x`)
  expect(leden(['Het gaat om:', ...all])).toBe(
    ['Het gaat om:', ...all].join('\n')
  )
})
