/**
 * Stage: Consolidation → what every output states about its text.
 *
 * The one place where that is decided: every target, and the command line,
 * prints these sentences. Nothing more is claimed than design.md section 9 allows.
 */
import type {Consolidation, UnitText} from '../model.ts'
import {compareText} from '../time/order.ts'
import {announcedLine} from './announced.ts'
import {lastChanges} from './last-changes.ts'
import {unitTextName} from './names.ts'
import {type Notice, noticesOf} from './notices.ts'
import {type RemarkKind, unitRemarks} from './remarks.ts'
import {capital, day, type Sentence, say, uncapital} from './sentence.ts'
import {sourceLine} from './sources.ts'
import {walkUnits} from './walk-units.ts'

/** Lines under one heading. */
interface StatementList {
  readonly kind:
    | 'gegevens'
    | 'bronnen'
    | 'wijzigingen'
    | 'terugwerkend'
    | 'gerectificeerd'
    | 'aangekondigd'
    | 'vervallen'
  readonly title: string
  readonly lines: readonly Sentence[]
}

/** All that an output states about its text. */
export interface Statement {
  readonly title: string
  /** `Geldend op …, naar wat bekend was op …`; `Stand op …` where nothing holds. */
  readonly moment: Sentence
  readonly notices: readonly Notice[]
  /** Never with an empty list. */
  readonly lists: readonly StatementList[]
}

/** Decides what every output of this consolidation states. */
export function statement(c: Consolidation): Statement {
  const lists: readonly StatementList[] = [
    {kind: 'gegevens', title: 'Gegevens', lines: facts(c)},
    {kind: 'bronnen', title: 'Bronnen', lines: sources(c)},
    {
      kind: 'wijzigingen',
      title: 'Laatste wijziging van elke bepaling',
      lines: lastChanges(c)
    },
    remarked(c, 'terugwerkend', 'Met terugwerkende kracht'),
    remarked(c, 'gerectificeerd', 'Gerectificeerd'),
    {
      kind: 'aangekondigd',
      title: 'Bekend, maar nog niet geldend',
      lines: c.announced.map((announced) => announcedLine(announced, c))
    },
    remarked(c, 'vervallen', 'Vervallen')
  ]
  return {
    title: c.regeling.titel,
    moment: momentOf(c),
    notices: noticesOf(c),
    lists: lists.filter(({lines}) => lines.length > 0)
  }
}

/** Whether the regeling, and the one unit that was asked for, hold at the moment. */
export function isInForce({state, asked}: Consolidation): boolean {
  return state === 'geldt' && (asked === undefined || asked.state === 'geldt')
}

// "Geldend" over a text that does not hold would be the worst of errors.
function momentOf(c: Consolidation): Sentence {
  const known = say`naar wat bekend was op ${day(c.zicht)}`
  const there =
    c.gemeente === undefined ? '' : ` in de gemeente ${c.gemeente.gemeente}`
  if (!isInForce(c)) return say`Stand${there} op ${day(c.geldig)}, ${known}`
  if (c.geldig <= c.zicht)
    return say`Geldend${there} op ${day(c.geldig)}, ${known}`
  // Until that day it can still be changed or withdrawn; what nobody knows to have been known was not announced.
  const manner = c.restsOnUnknown ? 'Naar deze bronnen' : 'Zoals aangekondigd'
  return say`${manner} geldend${there} op ${day(c.geldig)}, ${known}`
}

function facts(c: Consolidation): readonly Sentence[] {
  const {textHash} = c
  const parties = c.regeling.partijen
    .toSorted((a, b) => compareText(a.from ?? '', b.from ?? ''))
    .findLast(({from}) => from === undefined || from <= c.geldig)
  const hasShortTitle = c.regeling.citeertitel.length > 0
  return [
    ...(hasShortTitle ? [say`Citeertitel: ${c.citeertitel}`] : []),
    ...(c.gemeente === undefined
      ? []
      : [say`Gemeente: ${c.gemeente.gemeente}`]),
    ...lagen(c),
    ...(parties === undefined ? [] : [say`Partijen: ${parties.text}`]),
    ...(textHash === undefined
      ? []
      : [say`SHA-256 van de tekst in Markdown: ${textHash}`])
  ]
}

function lagen({laag, gemeente, regeling}: Consolidation): readonly Sentence[] {
  const all = gemeente?.lagen ?? regeling.lagen
  if (laag !== undefined) return [say`Laag: ${laag}`]
  if (all.length === 0) return []
  return [say`${all.length === 1 ? 'Laag' : 'Lagen'}: ${all.join(' en ')}`]
}

function sources(c: Consolidation): readonly Sentence[] {
  const origin = c.regeling.bron
  const lines = [
    ...(origin === undefined ? [] : [say`Tekst ontleend aan: ${origin}`]),
    ...c.sources.map((source) => sourceLine(source, c))
  ]
  return lines.length === 0 ? [['Geen bron vastgelegd']] : lines
}

function remarked(
  c: Consolidation,
  kind: RemarkKind & StatementList['kind'],
  title: string
): StatementList {
  const lines = [...walkUnits(c.units)].flatMap((unit) =>
    unitRemarks(unit, c)
      .filter((remark) => remark.kind === kind)
      .map(({sentence}) => lineOf(unit, c, sentence))
  )
  return {kind, title, lines}
}

function lineOf(unit: UnitText, c: Consolidation, remark: Sentence): Sentence {
  const name = {unit: unit.id, name: unitTextName(unit, c)}
  return capital(say`${name}: ${uncapital(remark)}`)
}
