import {expect, test} from 'vitest'
import {renderJson} from '../../src/render/json.ts'
import {consolidationJson, jsonSchema} from '../../src/render/json-schema.ts'
import {consolidation, date, unit} from './fixture.ts'
import {rich} from './rich.ts'

test('the schema on disk is the one of the code', async () => {
  const text = `${JSON.stringify(jsonSchema(), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot(
    '../../docs/schema/consolidation-1.json'
  )
})

test('the JSON of the rich consolidation validates', () => {
  const result = consolidationJson.safeParse(JSON.parse(renderJson(rich)))
  expect(result.error?.issues ?? []).toEqual([])
})

test('the JSON of an absent unit validates', () => {
  const c = consolidation({
    asked: {
      unit: 'artikel-1',
      soort: 'artikel',
      nummer: '1',
      state: 'bestaat-niet',
      first: {
        geldig: 'begin',
        known: 'altijd',
        retroactive: false,
        wijzigingen: []
      }
    }
  })
  const result = consolidationJson.safeParse(JSON.parse(renderJson(c)))
  expect(result.error?.issues ?? []).toEqual([])
})

test('keys come in the order of the schema, whatever the order of the model', () => {
  const {units, ...others} = rich
  const turned = Object.fromEntries(
    Object.entries({units, ...others}).reverse()
  ) as unknown as typeof rich
  expect(renderJson(turned)).toBe(renderJson(rich))
})

test('a lapsed unit has no text, whatever came in', () => {
  const lapsed = unit({
    id: 'artikel-1',
    soort: 'artikel',
    nummer: '1',
    state: 'vervallen',
    lapsedFrom: date('2015-01-01'),
    text: [
      {
        type: 'alinea',
        role: 'tekst',
        content: [{type: 'text', value: 'oude tekst'}]
      }
    ]
  })
  expect(renderJson(consolidation({units: [lapsed]}))).not.toContain(
    'oude tekst'
  )
})
