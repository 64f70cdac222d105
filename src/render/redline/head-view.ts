/**
 * Stage: what is compared → the head of a redline and of a was-wordt table.
 */
import type {Change, Compared, Comparison, Kind} from '../../comparison.ts'
import type {Consolidation} from '../../model.ts'
import {movedRows, type Sides, sideNotices} from '../diff-statement.ts'
import {day, plain, type Sentence, say, uncapital} from '../sentence.ts'
import {statement} from '../statement.ts'
import type {NodeView} from '../view-context.ts'
import {sentenceView} from '../view-statement.ts'
import {visible} from '../visible.ts'
import {kindWord, kinds as order} from './change-words.ts'

/** One of the two texts. */
interface SideHead {
  readonly titel: string
  /** Empty for a file without a day. */
  readonly stand: readonly NodeView[]
}

/** The head of a document that compares. */
export interface HeadView {
  readonly title: string
  /** For the title bar and the running head: on one line. */
  readonly documentTitle: string
  readonly was: SideHead
  readonly wordt: SideHead
  /** Short, above the columns of a page. */
  readonly wasDay: string
  readonly wordtDay: string
  /** Sentences that a reader must see before the text. */
  readonly notices: readonly {readonly parts: readonly NodeView[]}[]
  readonly count: string
  readonly kinds: readonly {readonly count: number; readonly word: string}[]
  /** Some changes are of several kinds, and are counted with each. */
  readonly isMixed: boolean
  /** Names of the wijzigingen that lie between; empty when they are not known. */
  readonly wijzigingen: readonly {readonly name: string}[]
  readonly isEmpty: boolean
}

type Compare = Pick<Comparison, 'was' | 'wordt'>
type SideFacts = Omit<Compared, 'units'>

/** What the head may know: the names of wijzigingen by id, and what was compared. */
interface HeadFacts {
  readonly name: (id: string) => string
  readonly sides: Sides
}

/** Makes the head. */
export function headView(
  comparison: Compare,
  changes: readonly Change[],
  {name, sides}: HeadFacts
): HeadView {
  const {was, wordt} = comparison
  const isOne = was.titel === wordt.titel
  const title = isOne ? wordt.titel : `${was.titel} en ${wordt.titel}`
  const counts = countsOf(changes)
  const ids = [...new Set(changes.flatMap(({door}) => door))]
  return {
    title,
    documentTitle: `Verschillen: ${title}${daysOf(was, wordt)}`,
    was: sideHead(was, sides.was),
    wordt: sideHead(wordt, sides.wordt),
    wasDay: dayOf(was),
    wordtDay: dayOf(wordt),
    notices: noticesOf(comparison, sides).map((sentence) => ({
      parts: sentenceView(sentence, new Map())
    })),
    count: countOf(changes.length),
    kinds: counts,
    isMixed: counts.reduce((sum, {count}) => sum + count, 0) > changes.length,
    wijzigingen: ids.map((id) => ({name: name(id)})),
    isEmpty: changes.length === 0
  }
}

function sideHead(
  {titel, moment}: SideFacts,
  side: Consolidation | undefined
): SideHead {
  const stand = side ? uncapital(statement(side).moment) : standOf(moment)
  return {titel, stand: sentenceView(stand, new Map())}
}

function standOf(moment: SideFacts['moment']): Sentence {
  if (moment === undefined) return []
  const {geldig, zicht} = moment
  return say`stand op ${day(geldig)}, naar wat bekend was op ${day(zicht)}`
}

function dayOf({titel, moment}: SideFacts): string {
  return moment === undefined ? titel : plain([day(moment.geldig)])
}

function daysOf({moment: was}: SideFacts, {moment: wordt}: SideFacts): string {
  return was && wordt
    ? `, ${plain(say`${day(was.geldig)} en ${day(wordt.geldig)}`)}`
    : ''
}

function countOf(count: number): string {
  if (count === 0) return 'Geen verschillen'
  return count === 1 ? '1 verschil' : `${count} verschillen`
}

function countsOf(changes: readonly Change[]): HeadView['kinds'] {
  const withRows = changes.filter(({lines}) => movedRows(lines) !== undefined)
  const counts = order.map((kind) => ({
    count: changes.filter((change) => isOf(change, kind)).length,
    word: kindWord(kind)
  }))
  return [
    ...counts,
    {count: withRows.length, word: 'met verplaatste rijen'}
  ].filter(({count}) => count > 0)
}

/** A table of which rows changed places did not move itself. */
function isOf({kinds, lines}: Change, kind: Kind): boolean {
  if (kind === 'formatted') return kinds.every((one) => one === kind)
  if (kind === 'moved' && movedRows(lines) !== undefined) return false
  return kinds.includes(kind)
}

function noticesOf({was, wordt}: Compare, sides: Sides): readonly Sentence[] {
  const said = sideNotices(sides).map(
    ({side, text}): Sentence => [
      visible(side === undefined ? text : `${capitals[side]}: ${text}`)
    ]
  )
  return [
    ...(isBackwards(was, wordt)
      ? [
          say`De tekst onder ‘wordt’ is ouder dan die onder ‘was’: wat hier toegevoegd heet, is later vervallen, en omgekeerd.`
        ]
      : []),
    ...(said.length > 0
      ? said
      : [
          say`Vergelijking van doorlopende teksten, redactioneel samengesteld. Rechtskracht heeft alleen de bekendgemaakte tekst.`
        ])
  ]
}

const capitals = {was: 'Was', wordt: 'Wordt'} as const

/** On one day of geldig, the state of knowledge decides which of two texts is older. */
function isBackwards({moment: was}: SideFacts, {moment: wordt}: SideFacts) {
  if (!was || !wordt) return false
  return wordt.geldig === was.geldig
    ? wordt.zicht < was.zicht
    : wordt.geldig < was.geldig
}
