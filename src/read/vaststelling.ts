/** One file of `vaststellingen/` → what a municipality adopted. */
import {defined} from '../defined.ts'
import type {Vaststelling} from '../model.ts'
import {readFrontMatter} from './front-matter.ts'
import type {Input} from './pieces.ts'
import {vaststellingSchema} from './schema.ts'

/** Read one vaststelling; the whole file is YAML, and its name is the code of the municipality. */
export function readVaststelling(
  code: string,
  {path, text, report, keepKeys}: Input
): Vaststelling | undefined {
  const plain = text.replace(/^\uFEFF/u, '')
  const front = readFrontMatter(plain, vaststellingSchema, report, 1)
  if (!front) return undefined
  keepKeys(front.keys)
  const {gemeente, lagen = ['CAR'], besluiten} = front.values
  return {
    path,
    code,
    gemeente,
    lagen,
    besluiten: besluiten.map(({wijzigingen, ...facts}) => ({
      ...defined(facts),
      adopts: wijzigingen.map(({naam, ...more}) => ({
        target: naam,
        ...defined(more)
      }))
    }))
  }
}
