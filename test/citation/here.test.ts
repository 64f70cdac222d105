import {expect, test} from 'vitest'
import {hereOf} from '../../src/citation/here.ts'
import type {Block} from '../../src/model.ts'

test('the list of leden is made once for a text, however many references it holds', () => {
  const text = ['1', '2', '2a'].map(
    (nummer): Block => ({type: 'lid', label: `${nummer}.`, nummer, content: []})
  )
  const place = {unit: {soort: 'artikel'}, around: []} as const
  const here = (nummer: string) =>
    hereOf({pad: [{soort: 'lid', nummer}]}, {text, nummer: '3'}, place)
  expect(here('1').leden).toEqual(['1', '2', '2a'])
  expect(here('2').leden).toBe(here('1').leden)
  expect(here('2')).toMatchObject({
    eenheid: [{soort: 'artikel', nummer: '3'}],
    pad: [{soort: 'lid', nummer: '2'}]
  })
})
