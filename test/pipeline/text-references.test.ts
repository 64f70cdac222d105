// References in a text that is no part of a corpus: where they stand, and what is read together.
import {describe, expect, test} from 'vitest'
import {textReferences} from '../../src/pipeline/text-references.ts'
import {laws} from '../citation/laws.ts'

const placesIn = (text: string): readonly string[] =>
  textReferences(text, laws).map(
    ({line, column, words}) => `${line}:${column} ${words}`
  )

describe('lines', () => {
  test('a heading is none, with or without the marks of Markdown', () => {
    expect(
      placesIn('Artikel 3 Verlof\n\n### Artikel 3\n\n## Bij artikel 7\n')
    ).toEqual(['5:8 artikel 7'])
  })

  test('a sentence that was broken off is read as one', () => {
    expect(
      placesIn(
        'De termijn, bedoeld in artikel 7:629,\ntweede lid, BW, geldt ook voor artikel 3:1.\n'
      )
    ).toEqual(['1:24 artikel 7:629, tweede lid, BW', '2:32 artikel 3:1'])
  })

  test('what ends with a full stop, and an item of a list, stand by themselves', () => {
    expect(
      placesIn(
        'volgens de Gemeentewet.\nartikel 5 blijft.\ngelet op artikel 3 van\na. de Ambtenarenwet 2017'
      )
    ).toEqual([
      '1:12 Gemeentewet',
      '2:1 artikel 5',
      '3:10 artikel 3',
      '4:7 Ambtenarenwet 2017'
    ])
  })

  test('a new sentence without a full stop before it is not joined to a name', () => {
    expect(
      placesIn('op grond van de Gemeentewet\nArtikel 5, eerste lid, geldt')
    ).toEqual(['1:17 Gemeentewet', '2:1 Artikel 5, eerste lid'])
  })

  test('line ends of another system, and an empty text', () => {
    expect(placesIn('Zie\r\nartikel 3:1 van\r\nde Awb.')).toEqual([
      '2:1 artikel 3:1 van de Awb'
    ])
    expect(placesIn('')).toEqual([])
  })
})
