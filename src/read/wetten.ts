/** `gegevens/wetten.yaml` → the laws that texts may name. */
import {defined} from '../defined.ts'
import type {Wet} from '../model.ts'
import {compareText} from '../time/order.ts'
import {readFrontMatter} from './front-matter.ts'
import type {Input} from './pieces.ts'
import {readPlainWetten} from './plain-wetten.ts'
import {wettenSchema} from './schema.ts'

/** Read the list of laws; the whole file is YAML. */
export function readWetten({
  text,
  report,
  keepKeys
}: Input): readonly Wet[] | undefined {
  const plain = text.replace(/^\uFEFF/u, '')
  const quick = wettenSchema.safeParse(readPlainWetten(plain))
  const front = quick.success
    ? {values: quick.data, keys: new Map()}
    : readFrontMatter(plain, wettenSchema, report, 1)
  if (!front) return undefined
  keepKeys(front.keys)
  return front.values.wetten.map(
    ({naam, lidwoord, afkortingen = [], bwb, boeken = {}}) => ({
      naam,
      ...defined({lidwoord: lidwoord === 'het' ? lidwoord : undefined, bwb}),
      afkortingen,
      boeken: Object.entries(boeken)
        .map(([boek, number]) => ({boek, bwb: number}))
        .toSorted((a, b) => compareText(a.boek, b.boek))
    })
  )
}
