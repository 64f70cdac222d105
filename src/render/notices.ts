/**
 * Stage: Consolidation → the sentences that a reader must see before the text.
 *
 * Most pressing first: that the text does not hold, then what it lacks, then
 * what it is worth.
 */
import type {Consolidation} from '../model.ts'
import {askedNotice} from './announced.ts'
import {day, type Sentence, say} from './sentence.ts'
import {sourceName} from './sources.ts'
import {blocksIn} from './walk-blocks.ts'
import {walkUnits} from './walk-units.ts'

/** What a notice is about; the words say it all, the kind serves style and JSON. */
type NoticeKind =
  | 'niet-geldend'
  | 'einde'
  | 'concept'
  | 'horizon'
  | 'deel'
  | 'uittreksel'
  | 'laag'
  | 'gemeente'
  | 'begin'
  | 'onbekend'
  | 'landelijk'
  | 'redactioneel'

/** One or more whole sentences about the text. */
export interface Notice {
  readonly kind: NoticeKind
  readonly sentence: Sentence
}

const fixed = {
  deel: 'Hier staat alleen het gevraagde deel van de regeling.',
  uittreksel:
    'Dit is een uittreksel: niet alle bepalingen van de regeling zijn opgenomen.',
  car: 'Tekst voor wie alleen door de CAR wordt gebonden: wat alleen geldt voor gemeenten die bij de UWO zijn aangesloten, is weggelaten. De nummers zijn die van de landelijke tekst.',
  laag: 'Wat met (UWO) is gemerkt, geldt alleen voor gemeenten die bij de UWO zijn aangesloten.',
  begin:
    'Waar bij een bepaling geen dag staat, geldt de tekst sinds een niet vastgelegde dag.',
  onbekend:
    'Van een deel van de tekst is niet vastgelegd op welke dag het bekend werd; dat deel telt mee zodra bekend was wat eraan voorafging, of anders bij elke stand van kennis.',
  landelijk:
    'Landelijk overeengekomen tekst. Wat de ambtenaar bindt is het besluit van de eigen gemeente.',
  redactioneel:
    'Doorlopende tekst, redactioneel samengesteld. Rechtskracht heeft alleen de bekendgemaakte tekst.'
} as const

/** The notices that apply, in the order in which outputs print them; the last one always does. */
export function noticesOf(c: Consolidation): readonly Notice[] {
  const {regeling, asked} = c
  return [
    ...said('niet-geldend', notInForce(c)),
    ...said('niet-geldend', askedNotice(c)),
    ...said('einde', ended(c)),
    ...said('concept', concepts(c)),
    ...said('horizon', horizon(c)),
    ...when('deel', asked !== undefined && c.units.length > 0),
    ...when('uittreksel', regeling.uittreksel),
    ...(c.laag === 'CAR'
      ? [{kind: 'laag' as const, sentence: [fixed.car]}]
      : when('laag', hasUwo(c))),
    ...when('begin', c.restsOnBegin),
    ...when('onbekend', c.restsOnUnknown),
    ...said('gemeente', local(c)),
    ...when(
      'landelijk',
      regeling.route === 'gemeenteblad' && c.gemeente === undefined
    ),
    ...when('redactioneel', true)
  ]
}

function said(
  kind: NoticeKind,
  sentences: readonly Sentence[]
): readonly Notice[] {
  return sentences.map((sentence) => ({kind, sentence}))
}

function when(
  kind: Exclude<keyof typeof fixed, 'car'>,
  applies: boolean
): readonly Notice[] {
  return applies ? [{kind, sentence: [fixed[kind]]}] : []
}

function notInForce(c: Consolidation): readonly Sentence[] {
  const {van, tot, opvolger} = c.regeling
  if (c.state === 'geldt') return []
  if (c.state === 'nog-niet') {
    const begins = van === undefined ? [] : say`: zij begint op ${day(van)}`
    return [say`De regeling geldt nog niet op ${day(c.geldig)}${begins}.`]
  }
  const from = tot === undefined ? [] : say` met ingang van ${day(tot)}`
  return [
    say`De regeling geldt${from} niet meer, en dus niet op ${day(c.geldig)}.${heir(opvolger)}`
  ]
}

/** The text held on geldig; who asks from a later day must know that it no longer does. */
function ended({state, zicht, regeling}: Consolidation): readonly Sentence[] {
  const {tot, opvolger} = regeling
  if (state !== 'geldt' || tot === undefined || zicht < tot) return []
  return [
    say`De regeling geldt met ingang van ${day(tot)} niet meer.${heir(opvolger)}`
  ]
}

function heir(opvolger: string | undefined): string {
  return opvolger === undefined ? '' : ` Opvolger: ${opvolger}.`
}

function concepts({sources}: Consolidation): readonly Sentence[] {
  return sources
    .filter(({concept}) => concept)
    .map(
      (source) =>
        say`De tekst berust mede op ${sourceName(source)}, niet uitgegeven.`
    )
}

function horizon(c: Consolidation): readonly Sentence[] {
  const last = c.regeling.bijgewerktTot
  if (!c.beyondHorizon || last === undefined) return []
  return [
    say`Bijgewerkt tot en met wat op ${day(last)} bekend was; latere wijzigingen zijn niet opgenomen.`
  ]
}

/** What a municipality did not adopt does not bind there, whatever was agreed. */
function local({gemeente}: Consolidation): readonly Sentence[] {
  if (gemeente === undefined) return []
  return [
    say`Tekst zoals de gemeente ${gemeente.gemeente} die heeft vastgesteld, met de dagen van haar eigen besluiten. Landelijke wijzigingen die zij niet heeft vastgesteld, zijn niet verwerkt.`
  ]
}

function hasUwo({units}: Consolidation): boolean {
  return [...walkUnits(units)].some(
    ({laag, text}) =>
      laag === 'UWO' ||
      [...blocksIn(text)].some(
        (block) => 'laag' in block && block.laag === 'UWO'
      )
  )
}
