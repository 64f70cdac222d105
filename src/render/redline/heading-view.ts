/**
 * Stage: the heading of a unit on both sides → view.
 */
import type {Run, Side, UnitChange, UnitHead} from '../../comparison.ts'
import {
  type Heading,
  headingText,
  type NameSource,
  unitHeading
} from '../names.ts'
import type {NodeView} from '../view-context.ts'
import type {Reading, RedlineContext} from './context.ts'
import {ownWordViews} from './own-words.ts'
import {runViews} from './run-views.ts'
import {arrowIn} from './signs.ts'

/** A heading in its parts. */
export interface HeadingView {
  /** `Artikel ` or the whole name, where both sides share it. */
  readonly name: string
  /** Where they differ: the number, or the name, on either side. */
  readonly old: string
  readonly now: string
  readonly arrow: string
  readonly spoken: string
  readonly opschrift: readonly NodeView[]
  /** `(vervallen)`, `(UWO)`. */
  readonly marks: readonly NodeView[]
}

/** Units of one side as trees without text: what names are looked up in. */
export function namesOf(units: readonly UnitChange[], side: Side): NameSource {
  return {units: treeOf(units, side), announced: []}
}

function treeOf(units: readonly UnitChange[], side: Side): NameSource['units'] {
  return units.flatMap((unit) => {
    const head = unit[side]
    if (!head) return []
    const toelichting = treeOf(unit.toelichting, side)
    const children = treeOf(unit.children, side)
    return [{...head, text: [], toelichting, children}]
  })
}

/** The heading of a unit on one side, as documents print it. */
function headingOn(
  head: UnitHead,
  side: Side,
  {names}: RedlineContext
): Heading {
  const unit = {...head, text: [], toelichting: [], children: []}
  return unitHeading(unit, names[side])
}

/** The heading of a unit on one line, by its new name where it has one. */
export function unitHeadingText(
  unit: UnitChange,
  context: RedlineContext
): string {
  const side = unit.wordt ? 'wordt' : 'was'
  const head = unit[side]
  return head ? headingText(headingOn(head, side, context)) : ''
}

/** The heading in a reading. */
export function headingView(
  unit: UnitChange,
  reading: Reading,
  context: RedlineContext
): HeadingView {
  const on = (side: Side): Heading | undefined => {
    const head = unit[side]
    return head && headingOn(head, side, context)
  }
  const [was, wordt] = [on('was'), on('wordt')]
  const old = reading === 'wordt' ? undefined : was
  const now = reading === 'was' ? undefined : wordt
  return {
    ...nameParts(old?.number, now?.number, context),
    opschrift: opschriftViews(unit.opschrift, reading, {
      isMarked: !isPassing(unit),
      hasSigns: unit.other !== undefined || !isOneSided(unit),
      context
    }),
    marks: ownWordViews(
      {was: was?.mark, wordt: wordt?.mark},
      reading,
      context.target
    )
  }
}

/** The place that a unit left: it reads there as it did. */
function isPassing({wordt, other}: UnitChange): boolean {
  return wordt === undefined && other !== undefined
}

/** It came or went with its heading, which stands between signs as a whole. */
function isOneSided({was, wordt}: UnitChange): boolean {
  return was === undefined || wordt === undefined
}

function nameParts(
  was: string | undefined,
  wordt: string | undefined,
  {target}: RedlineContext
): Pick<HeadingView, 'name' | 'old' | 'now' | 'spoken' | 'arrow'> {
  const [old, now] = [was ?? wordt ?? '', wordt ?? was ?? '']
  const arrow = arrowIn(target)
  if (old === now) return {name: now, old: '', now: '', spoken: '', arrow}
  const shared = sharedWords(old, now)
  const isNumber = shared !== '' && !/\p{L}{2}/u.test(now.slice(shared.length))
  const verb = isNumber ? 'vernummerd tot ' : 'wordt '
  return {
    name: shared,
    old: old.slice(shared.length),
    now: now.slice(shared.length),
    spoken: target === 'print' ? '' : verb,
    arrow
  }
}

/** The words with which both begin, but for the last one: `Toelichting op artikel `. */
function sharedWords(a: string, b: string): string {
  const others = b.split(' ')
  const words = a.split(' ').slice(0, -1)
  const differs = words.findIndex((word, at) => word !== others[at])
  const count = Math.min(
    differs < 0 ? words.length : differs,
    others.length - 1
  )
  return words
    .slice(0, count)
    .map((word) => `${word} `)
    .join('')
}

function opschriftViews(
  runs: readonly Run[],
  reading: Reading,
  {
    isMarked,
    hasSigns,
    context
  }: {isMarked: boolean; hasSigns: boolean; context: RedlineContext}
): readonly NodeView[] {
  return runViews(runs, {
    target: context.target,
    reading,
    isMarked,
    isOnBoth: true,
    hasSigns,
    noteOf: () => undefined,
    noteLink: () => ({id: '', href: ''})
  })
}
