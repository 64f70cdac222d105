/** One `regeling.md` → the facts of a regeling. */
import type {z} from 'zod'
import {defined} from '../defined.ts'
import type {RuleHead} from '../diagnostics/report.ts'
import type {RegelingFacts, Taalwoorden} from '../model.ts'
import {compareText} from '../time/order.ts'
import {readFrontMatter} from './front-matter.ts'
import type {Input} from './pieces.ts'
import {regelingSchema} from './schema.ts'
import {belowFront, splitSource} from './source.ts'

const rule: RuleHead = {id: 'regeling-text', severity: 'fout'}

/** Read the identity of a regeling; its file has a head and no text. */
export function readRegeling(
  id: string,
  input: Input
): RegelingFacts | undefined {
  const {text, report, keepKeys} = input
  const source = splitSource(text, report)
  const front = source && readFrontMatter(source.head, regelingSchema, report)
  if (!source || !front) return undefined
  keepKeys(front.keys)
  if (source.body.trim() !== '') {
    belowFront(source, report)(
      rule,
      {line: lineOfText(source.body), column: 1},
      'Onder deze kop hoort geen tekst; zet die in `preambule` of in een artikel'
    )
  }
  return toFacts(id, front.values)
}

function toFacts(
  id: string,
  values: z.output<typeof regelingSchema>
): RegelingFacts {
  const {titel, citeertitel = [], partijen = [], route, lagen = []} = values
  const {van, tot, opvolger, bron} = values
  const bijgewerktTot = values['bijgewerkt-tot']
  return {
    ...defined({id, titel, citeertitel, partijen, route, lagen}),
    ...defined({van, tot, opvolger, bijgewerktTot, bron}),
    ...(values.talen && {talen: wordsOf(values.talen)}),
    uittreksel: values.uittreksel ?? false
  }
}

/** In the order of their codes, however they were listed. */
function wordsOf(
  talen: Readonly<Record<string, readonly string[]>>
): readonly Taalwoorden[] {
  return Object.entries(talen)
    .map(([taal, woorden]) => ({taal, woorden}))
    .toSorted((a, b) => compareText(a.taal, b.taal))
}

function lineOfText(body: string): number {
  return body.slice(0, body.search(/\S/u)).split(/\r\n|\r|\n/u).length
}
