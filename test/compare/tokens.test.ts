import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  type Token,
  textOf,
  tokensOf,
  withReferences
} from '../../src/compare/tokens.ts'
import type {Phrasing} from '../../src/model.ts'

function cut(value: string): readonly string[] {
  return withReferences(tokensOf([{type: 'text', value}])).map(({text}) => text)
}

describe('a token is', () => {
  test.each([
    ['a percentage', 'van 6,5% of 6,75 %', ['van', '6,5%', 'of', '6,75 %']],
    [
      'an amount',
      'ten hoogste € 1.585,00,',
      ['ten', 'hoogste', '€ 1.585,00', ',']
    ],
    ['an amount in euros', 'EUR 20,- per dag', ['EUR 20,-', 'per', 'dag']],
    ['a day', 'op 1 januari 2016.', ['op', '1 januari 2016', '.']],
    ['a time', 'om 7:30 uur', ['om', '7:30', 'uur']],
    [
      'a reference',
      'bedoeld in artikel 3:1, tweede lid, onderdeel b, is',
      ['bedoeld', 'in', 'artikel 3:1, tweede lid, onderdeel b', ',', 'is']
    ],
    [
      'a picture that is made of several',
      'zie 👩🏽‍⚖️ hier',
      ['zie', '👩🏽‍⚖️', 'hier']
    ],
    [
      'a word with its diacritics',
      'geëmigreerd, coördinatie',
      ['geëmigreerd', ',', 'coördinatie']
    ],
    [
      'a word with its apostrophe',
      'zo’n college’s ’s avonds',
      ['zo’n', 'college’s', '’s', 'avonds']
    ],
    ['a word with its hyphen', 're-integratie', ['re-integratie']],
    [
      'a sign by itself',
      '<b> & {{x}}',
      ['<', 'b', '>', '&', '{', '{', 'x', '}', '}']
    ],
    ['a letter that turns the text round', 'x\u202Ey', ['x', '\u202E', 'y']]
  ])('%s', (_name, value, tokens) => {
    expect(cut(value)).toEqual(tokens)
  })

  test('never half a word: digits and letters stay together', () => {
    const words = ['artikel3a', '12e', 'BW7', '3.10a', '12-jarige', 'A4’tje']
    expect(cut(words.join(' '))).toEqual(words)
  })
})

test('tokens hold every character of the text', () => {
  const text = fc
    .string({unit: 'grapheme', minLength: 1})
    .map((value) => value.replaceAll(/\s+/gu, ' ').trim())
  fc.assert(
    fc.property(text, (value) => {
      const tokens = withReferences(tokensOf([{type: 'text', value}]))
      expect(textOf(tokens)).toBe(value)
    })
  )
})

test('the parts of a token are its words, and together the token', () => {
  const [, day] = tokensOf([{type: 'text', value: 'op 1 januari 2016'}])
  expect(day?.parts?.map(({text}) => text)).toEqual(['1', 'januari', '2016'])
  expect(textOf(day?.parts ?? [])).toBe(textOf([day as Token]))
})

test('a reference of which a part is marked otherwise is not one token', () => {
  const content: readonly Phrasing[] = [
    {type: 'text', value: 'artikel 3, '},
    {type: 'strong', children: [{type: 'text', value: 'tweede lid'}]}
  ]
  const tokens = withReferences(tokensOf(content))
  expect(tokens.map(({text}) => text)).toEqual([
    'artikel',
    '3',
    ',',
    'tweede',
    'lid'
  ])
})
