/** Joint: a text that a file names → what the corpus at hand says of it. */
import type {Scope} from '../consolidate/consolidate.ts'
import {defined} from '../defined.ts'
import {hasErrors} from '../diagnostics/reporter.ts'
import type {Consolidation, IsoDate, Moment, Regeling} from '../model.ts'
import type {CheckedSide} from '../render/verify-json-schema.ts'
import {localRegeling} from '../resolve/local.ts'
import type {Compiled} from './compile.ts'
import {consolidateHashed} from './consolidation.ts'
import type {NamedText} from './document-facts.ts'
import {laterChanges} from './verify-later.ts'

/** The corpus at hand, with some concepts counted in; or why there is none. */
export type CorpusAtHand = (
  concepts: ReadonlySet<string>
) => (Pick<Compiled, 'corpus'> & Finder) | {readonly problem: string}

interface Finder {
  /** What is wrong with the sources of one regeling. */
  readonly findingsOf: (regeling: Regeling) => Compiled['findings']
}

/** A text of the corpus that a file may hold. */
export interface FoundText {
  readonly regeling: Regeling
  readonly moment: Moment
  readonly scope: Scope
  readonly consolidation: Consolidation
  readonly corpus: Pick<Compiled, 'corpus'>['corpus']
}

/** What can be said of one text, and that text itself where the corpus has it. */
export interface SideFound {
  readonly side: CheckedSide
  readonly found?: FoundText
}

/** What one asks of a text beside its name. */
export interface SideRequest {
  readonly side?: 'was' | 'wordt'
  /** The unit that the file says to hold alone. */
  readonly unit: string | undefined
  readonly today: IsoDate
  readonly isDayOnly: boolean
}

/** Look a text up in the corpus. */
export function checkSide(
  text: NamedText,
  request: SideRequest,
  atHand: CorpusAtHand
): SideFound {
  const side = bareSide(text, request)
  const corpus = atHand(new Set(text.concept))
  if ('problem' in corpus) return {side: {...side, corpus: 'niet-te-lezen'}}
  const national = corpus.corpus.regelingen.find(({id}) => id === text.regeling)
  if (!national) return {side: {...side, corpus: 'geen-regeling'}}
  const facts = {
    ...side,
    titel: national.titel,
    ...defined({until: national.bijgewerktTot})
  }
  if (hasErrors(corpus.findingsOf(national)))
    return {side: {...facts, corpus: 'fouten'}}
  const asked = scopeFor(text, request, national)
  if (typeof asked === 'string') return {side: {...facts, corpus: asked}}
  const found = {...asked, ...corpus}
  return {side: compared(facts, text, request, found), found}
}

function bareSide(
  {regeling, geldig, zicht, gemeente, laag, concept, textHash}: NamedText,
  {side, unit}: SideRequest
): Omit<CheckedSide, 'corpus'> {
  return {
    regeling,
    geldig,
    zicht,
    concept: [...concept],
    later: [],
    ...defined({side, unit, gemeente, laag, textHash})
  }
}

function scopeFor(
  {geldig, zicht, gemeente: code, laag}: NamedText,
  {unit}: SideRequest,
  national: Regeling
): Omit<FoundText, 'corpus'> | 'geen-gemeente' | 'geen-eenheid' {
  const gemeente = national.vaststellingen.find((one) => one.code === code)
  if (code !== undefined && !gemeente) return 'geen-gemeente'
  if (unit !== undefined && !national.units.some(({id}) => id === unit))
    return 'geen-eenheid'
  const regeling = gemeente ? localRegeling(national, gemeente) : national
  const moment = {geldig, zicht}
  const scope = defined({gemeente, laag, unit})
  const consolidation = consolidateHashed(regeling, moment, scope)
  return {regeling, moment, scope, consolidation}
}

function compared(
  facts: Omit<CheckedSide, 'corpus'>,
  {textHash, zicht, geldig}: NamedText,
  {today, isDayOnly}: SideRequest,
  {regeling, moment, scope, consolidation}: FoundText
): CheckedSide {
  const now = consolidation.textHash
  if (now !== textHash)
    return {...facts, corpus: 'anders', ...defined({corpusHash: now})}
  const {tot, opvolger} = regeling
  const hasEnded =
    tot !== undefined && tot > geldig && tot > zicht && tot <= today
  return {
    ...facts,
    corpus: 'gelijk',
    ...(hasEnded && !isDayOnly && {ended: {from: tot, ...defined({opvolger})}}),
    later: [...laterChanges(regeling, {moment, scope, today, isDayOnly})]
  }
}
