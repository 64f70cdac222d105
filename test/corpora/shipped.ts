/** The corpora that caoc ships, read from disk and compiled once. */
import path from 'node:path'
import {readCorpus} from '../../src/host/corpus.ts'
import type {
  IsoDate,
  Regeling,
  SourceTree,
  Vaststelling
} from '../../src/model.ts'
import {type Compiled, compile} from '../../src/pipeline/compile.ts'
import {consolidateHashed} from '../../src/pipeline/consolidation.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'
import {localRegeling} from '../../src/resolve/local.ts'

/** The shipped files. */
export const tree: SourceTree = {
  ...readCorpus(path.join(import.meta.dirname, '../../articles')),
  folder: 'articles'
}

/** What they come to. */
export const compiled: Compiled = compile(tree)

/** One of the shipped regelingen. */
export function regelingOf(id: string, concept?: string): Regeling {
  const {corpus} =
    concept === undefined
      ? compiled
      : compile(tree, {concepts: new Set([concept])})
  const found = corpus.regelingen.find((one) => one.id === id)
  if (!found) throw new Error(`${id} is er niet`)
  return found
}

/** Whose text, of which day, as known when. */
export interface Question {
  readonly regeling: string
  readonly geldig: string
  readonly zicht: string
  readonly gemeente?: string
  /** Wijziging in concept that counts as known. */
  readonly concept?: string
}

/** The whole document, in Markdown, as `cao show` and `cao build` give it. */
export function documentOf({
  regeling,
  geldig,
  zicht,
  gemeente,
  concept
}: Question): string {
  const national = regelingOf(regeling, concept)
  const moment = {geldig: geldig as IsoDate, zicht: zicht as IsoDate}
  if (gemeente === undefined) {
    return renderMarkdown(consolidateHashed(national, moment))
  }
  const there = vaststellingOf(national, gemeente)
  const isCar = !there.lagen.includes('UWO')
  return renderMarkdown(
    consolidateHashed(localRegeling(national, there), moment, {
      gemeente: there,
      ...(isCar && {laag: 'CAR'})
    })
  )
}

function vaststellingOf(
  {vaststellingen}: Regeling,
  name: string
): Vaststelling {
  const found = vaststellingen.find(({gemeente}) => gemeente === name)
  if (!found) throw new Error(`${name} is er niet`)
  return found
}
