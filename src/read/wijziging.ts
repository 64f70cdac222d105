/** One file of `wijzigingen/` → a decision with its days and its prose. */
import type {z} from 'zod'
import {defined} from '../defined.ts'
import {parseText} from '../dialect/parse.ts'
import type {Determination, Herziening, WijzigingOnderdeel} from '../model.ts'
import {compareText} from '../time/order.ts'
import {readFrontMatter} from './front-matter.ts'
import type {Input, ReadWijziging} from './pieces.ts'
import {wijzigingSchema} from './schema.ts'
import {belowFront, splitSource} from './source.ts'

/** Read one wijziging; `bekend` is its dagtekening unless the head says otherwise. */
export function readWijziging(
  id: string,
  {path, text, report, keepKeys}: Input
): ReadWijziging | undefined {
  const source = splitSource(text, report)
  if (!source) return undefined
  const front = readFrontMatter(source.head, wijzigingSchema, report)
  const below = belowFront(source, report)
  const blocks = parseText(source.body, {leden: false, headings: true}, below)
  if (!front) return undefined
  keepKeys(front.keys)
  return {path, id, ...toFields(front.values), text: blocks}
}

type Values = z.output<typeof wijzigingSchema>

function toFields(values: Values): Omit<ReadWijziging, 'path' | 'id' | 'text'> {
  const {soort, onderwerp, kenmerk, lbr, loga, afzender} = values
  const {datum, bekend, rectificeert, bron} = values
  return {
    ...defined({soort, onderwerp, kenmerk, lbr, loga, afzender}),
    ...defined({datum, rectificeert, bron: bron && defined(bron)}),
    ...toLists(values),
    bekend: bekend ?? datum ?? 'onbekend',
    bekendNa: values['bekend-na'] ?? [],
    volgorde: values.volgorde ?? 0,
    concept: values.concept ?? false
  }
}

function toLists(values: Values) {
  return {
    ondertekening: values.ondertekening ?? [],
    bijlagen: values.bijlagen ?? [],
    onderdelen: toOnderdelen(values.onderdelen ?? {}),
    trektIn: values['trekt-in'] ?? [],
    steltVast: toDeterminations(values['stelt-vast'] ?? {}),
    herziet: toHerzieningen(values.herziet ?? {})
  }
}

/** In the order of a letter: A … Z, AA, BB. */
function toOnderdelen(
  table: NonNullable<Values['onderdelen']>
): readonly WijzigingOnderdeel[] {
  return Object.entries(table)
    .map(([id, fields]) => ({id, ...defined(fields)}))
    .toSorted((a, b) => a.id.length - b.id.length || compareText(a.id, b.id))
}

function toDeterminations(
  table: NonNullable<Values['stelt-vast']>
): readonly Determination[] {
  return Object.entries(table)
    .map(([target, fields]) => ({target, ...defined(fields)}))
    .toSorted((a, b) => compareText(a.target, b.target))
}

function toHerzieningen(
  table: NonNullable<Values['herziet']>
): readonly Herziening[] {
  return Object.entries(table)
    .map(([target, sha256]) => ({target, sha256}))
    .toSorted((a, b) => compareText(a.target, b.target))
}
