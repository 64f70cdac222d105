import {readFileSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {readPlainWetten} from '../../src/read/plain-wetten.ts'

const root = path.resolve(import.meta.dirname, '../..')
const file = path.join(root, 'articles/gegevens/wetten.yaml')
const text = readFileSync(file, 'utf8')

const yaml = (source: string): unknown => parse(source, {schema: 'failsafe'})

test('the list that comes with the program is read as YAML reads it', () => {
  expect(readPlainWetten(text)).toEqual(yaml(text))
})

test('no name, and no abbreviation, stands in it twice', () => {
  const {wetten} = readPlainWetten(text) ?? {wetten: []}
  const names = wetten.map(({naam}) => naam.toLowerCase())
  const shorts = wetten.flatMap(({afkortingen = []}) => afkortingen)
  expect(wetten.length).toBeGreaterThan(1500)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  expect(shorts.filter((short, at) => shorts.indexOf(short) !== at)).toEqual([])
})

const head = 'formaat: 1\nwetten:\n'

test.each([
  "  - naam: Wet A\n    afkortingen: [WA, 'W''a', W.A.]\n    bwb: BWBR0000001\n",
  '  - naam: Wet A, B en C\n    lidwoord: de\n  - naam: Besluit (D)\n',
  "  - naam: Wet A\n    boeken:\n      '1': BWBR0000001\n      '7A': BWBR0000002\n"
])('plain lines are read as YAML reads them: %j', (body) => {
  expect(readPlainWetten(head + body)).toEqual(yaml(head + body))
})

test.each([
  '  - naam: Wet: A\n',
  '  - naam: Wet A # b\n',
  '  - naam: "Wet A"\n',
  '  - naam: &a Wet A\n',
  '  - naam: Wet A\n  - naam: Wet B \n',
  '  - naam: Wet A\n    naam: Wet B\n',
  '  - naam: Wet A\n    bwb: x\n    bwb: y\n',
  '  - naam: Wet A\n    afkortingen:\n      - WA\n',
  '  - naam: Wet A\n    boeken:\n  - naam: Wet B\n',
  "  - naam: Wet A\n    bwb: x\n      '1': BWBR0000001\n",
  '  - naam: Wet A\n    anders: x\n',
  '    bwb: BWBR0000001\n',
  ''
])('it stands aside where a line may mean more: %j', (body) => {
  expect(readPlainWetten(head + body)).toBeUndefined()
})
