/**
 * Stage: a unit → what outputs say about its days.
 */
import type {UnitHead} from '../comparison.ts'
import type {Consolidation, UnitText} from '../model.ts'
import {isDay} from '../time/days.ts'
import {capital, day, type Sentence, say} from './sentence.ts'
import {inBrackets} from './sources.ts'

/** What a remark is about; outputs may style it, but the words say it all. */
export type RemarkKind =
  | 'niet-geldend'
  | 'vervallen'
  | 'terugwerkend'
  | 'gerectificeerd'
  | 'sinds'
  | 'vervalt'

/** One line about a unit, in words of caoc, never part of the legal text. */
export interface Remark {
  readonly kind: RemarkKind
  readonly sentence: Sentence
}

/** The lines about one unit: since when it holds or has lapsed, by what, and until when. */
export function unitRemarks(unit: UnitHead, c: Consolidation): Remark[] {
  if (unit.state === 'vervallen') return [lapse(unit, c)]
  return [...notInForce(c), ...holding(unit, c), ...ending(unit)]
}

// Somebody may read or copy one provision alone: each one says it.
function notInForce({state, geldig}: Consolidation): Remark[] {
  if (state === 'geldt') return []
  return [{kind: 'niet-geldend', sentence: say`Geldt niet op ${day(geldig)}`}]
}

function lapse(unit: UnitHead, c: Consolidation): Remark {
  const {lapsedFrom, known, retroactive} = unit
  const by = inBrackets(unit.wijzigingen, c)
  if (lapsedFrom === undefined || lapsedFrom === 'begin') {
    const sentence = say`Vervallen sinds een niet vastgelegde dag${by}`
    return {kind: 'vervallen', sentence}
  }
  // `retroactive` may be about the last text; the lapse itself reaches back
  // only when it became known after its own day.
  const back = retroactive && isDay(known) && known > lapsedFrom
  const sentence = back
    ? say`Vervallen met terugwerkende kracht tot en met ${day(lapsedFrom)}${knownSince(unit)}${by}`
    : say`Vervallen met ingang van ${day(lapsedFrom)}${by}`
  return {kind: 'vervallen', sentence}
}

function holding(unit: UnitHead, c: Consolidation): Remark[] {
  const by = say`${inBrackets(unit.wijzigingen, c)}${daysBy(unit, c)}`
  const {since} = unit
  const holds = c.state === 'geldt' ? 'geldt' : 'tekst'
  if (unit.rectified) {
    const sentence = say`Gerectificeerd, ${holds} sinds ${moment(since)}${knownSince(unit)}${by}`
    return [{kind: 'gerectificeerd', sentence}]
  }
  if (unit.retroactive) {
    const sentence = say`Met terugwerkende kracht tot en met ${moment(since)}${knownSince(unit)}${inForce(unit)}${by}`
    return [{kind: 'terugwerkend', sentence}]
  }
  if (since === 'begin' && unit.id !== c.asked?.unit) return []
  const unknown = unit.known === 'onbekend' ? knownSince(unit) : []
  const word = since !== 'begin' && since > c.zicht ? 'met ingang van' : 'sinds'
  const sentence = say`${holds} ${word} ${moment(since)}${unknown}${by}`
  return [{kind: 'sinds', sentence: capital(sentence)}]
}

function ending({tot}: UnitHead): Remark[] {
  if (tot === undefined) return []
  return [{kind: 'vervalt', sentence: say`Vervalt met ingang van ${day(tot)}`}]
}

/** `, dag bepaald (Lbr. 21/001)`, when another wijziging gave or moved the days. */
export function daysBy(
  {daysBy: id}: Pick<UnitText, 'daysBy'>,
  c: Consolidation
): Sentence {
  return id === undefined ? [] : say`, dag bepaald${inBrackets([id], c)}`
}

/** `, bekend sinds 7 september 2015`; says so when that day is unknown. */
export function knownSince({known}: Pick<UnitText, 'known'>): Sentence {
  if (known === 'altijd' || known === 'concept') return []
  if (known === 'onbekend') return [', dag van bekendwording onbekend']
  return say`, bekend sinds ${day(known)}`
}

// By default a retroactive text is in force from the day on which it became known.
function inForce({inwerking, known}: UnitHead): Sentence {
  if (inwerking === 'begin' || inwerking === known) return []
  return say`, in werking met ingang van ${day(inwerking)}`
}

function moment(since: UnitText['since']): Sentence {
  return since === 'begin' ? ['een niet vastgelegde dag'] : [day(since)]
}
