/**
 * Units with all their texts, as a corpus has them or will have them.
 *
 * Stage. What an import works on: an empty corpus, or one that an earlier
 * import made, to which texts of other days are added.
 */
import {defined} from '../defined.ts'
import {printText} from '../dialect/print.ts'
import type {
  Block,
  GeldigDay,
  IsoDate,
  KnownDay,
  Laag,
  Regeling,
  Soort,
  UnitId,
  Version,
  Wijziging
} from '../model.ts'
import {nameOf} from '../time/names.ts'
import {compareText} from '../time/order.ts'
import {compareGeldig, compareKnown} from '../time/select.ts'
import {linesOf} from './lines.ts'
import type {Shingles} from './similar.ts'

/** What a unit says, and where it stands, apart from its days. */
export interface State {
  readonly nummer?: string
  readonly opschrift?: string
  readonly laag?: Laag
  readonly vervallen: boolean
  /** First day on which it no longer holds. */
  readonly tot?: IsoDate
  /** Unit in which it stands; absent directly under the regeling. */
  readonly home?: UnitId
  readonly na?: UnitId
  /** As printed. */
  readonly body: string
  /** Its lines of words: what it says, without its marks. */
  readonly words: string
  readonly text: readonly Block[]
}

/** A unit from one day on: one file. */
export interface Step {
  readonly day: IsoDate | 'begin'
  /** File name without `.md`. */
  readonly name: string
  readonly wijzigingen: readonly string[]
  /** Of a woven text the wijziging that brings it; the others were there. */
  readonly bringer?: string
  readonly known: KnownDay
  readonly volgorde: number
  /** Explicit first day with legal effect, where the default is not what the source says. */
  readonly inwerking?: IsoDate
  basis?: string
  readonly state: State
  /** Path of the file that has it already. */
  readonly path?: string
  /** Its file is there, and must name another `basis` than it does. */
  isRebased?: boolean
  /** Path of the file whose text it has: what stood in that is of its day. */
  readonly movedFrom?: string
  /** Its file is there, with what has its own day now. */
  readonly replaces?: true
}

/** One unit through its whole life; steps in order of strength. */
export interface Life {
  readonly id: UnitId
  readonly soort: Soort
  readonly parent?: UnitId
  readonly steps: Step[]
}

/** A wijziging that brings texts. */
export interface Decision {
  readonly id: string
  /** Not in the corpus yet. */
  readonly isNew: boolean
  /** What it brings may grow no more. */
  readonly isLocked: boolean
  readonly bekend: IsoDate | 'onbekend'
  /** Where that is `onbekend`: what was known before it. */
  bekendNa: readonly string[]
  /** Its file is there, and must name others than it does. */
  isRebased?: boolean
  /** From when it counts as known. */
  readonly since: IsoDate | 'onbekend'
  volgorde: number
  readonly datum?: IsoDate
  /** As the source calls the publication; absent for a placeholder. */
  readonly publication?: string
  /** Publication that set its day, where that is another. */
  readonly setBy?: string
  /** Of a placeholder, the day of the text. */
  readonly day: IsoDate
}

/** A day, and which of several texts of that day. */
export interface Position {
  readonly day: IsoDate
  readonly expression: number
}

/** None, those that reach back, or all. */
export type Weaving = 'none' | 'back' | 'all'

/** The corpus while texts are added to it. */
export interface Work {
  readonly lives: Map<UnitId, Life>
  readonly decisions: Map<string, Decision>
  /** Positions of which the source was read, in order. */
  readonly positions: Position[]
  readonly shingles: Map<string, Shingles>
  /** Wijzigingen whose days as the source gives them do not fit together. */
  readonly distrusted: ReadonlySet<string>
  /** Whether any day but that of the text itself is believed. */
  readonly isTrusting: boolean
  /** Which texts that rest on a later known one are seen with that one alone, where they make no sense without it. */
  readonly weaving: Weaving
  /** Whether a text between others holds no longer than until the first change behind it. */
  readonly isBrief: boolean
  /** Whether the days of a text that comes between others are believed. */
  readonly hasBetween: boolean
  /** Whether what has a known day is said again with each text that has none. */
  readonly isRestating: boolean
  /** Whether a unit gets the day on which it lapses by its own words. */
  readonly hasHorizon: boolean
  /** Units of which a later text says that they hold longer than their own words. */
  readonly unended: ReadonlySet<UnitId>
  /** Units that a text shows after the day on which they lapsed by their own words. */
  readonly outlived: Set<UnitId>
  /** Units that had lapsed between two texts that have them, and of which the later text stands in the same folder already. */
  readonly revived: Set<UnitId>
  /** Day of a text, and day of lapse in it that was not written. */
  readonly unwritten: Set<string>
  /** Permanent identities that sources gave. */
  readonly identities: Map<UnitId, string>
  /** Versions made, in that order. */
  readonly made: Made[]
}

/** A version that an import made. */
export interface Made {
  /** `artikel-2-3/2016-01-01.lbr-16-001`. */
  readonly name: string
  readonly day: IsoDate | 'begin'
  readonly known: KnownDay
  /** First day with legal effect, where it is said. */
  readonly inwerking?: IsoDate
}

/** Order of positions. */
export function comparePositions(a: Position, b: Position): number {
  return compareText(a.day, b.day) || a.expression - b.expression
}

/** What a corpus holds, ready to be added to. */
export function livesOf({
  units,
  wijzigingen
}: Pick<Regeling, 'units' | 'wijzigingen'>): ReadonlyMap<UnitId, Life> {
  const known = new Map(wijzigingen.map((one) => [one.id, one]))
  return new Map(
    units.map(({id, soort, parent, versions}) => {
      const steps = versions
        .flatMap((version) => stepOf(version, parent, known))
        .toSorted(compareSteps)
      return [id, {id, soort, ...defined({parent}), steps}]
    })
  )
}

/** What has no day, or was set aside, gives no text. */
function stepOf(
  version: Version,
  parent: UnitId | undefined,
  wijzigingen: ReadonlyMap<string, Wijziging>
): readonly Step[] {
  const {days, setAside, path, volgorde, basis} = version
  const last = days.at(-1)
  if (!last || setAside !== undefined || last.geldig === 'onbepaald') return []
  const {nummer, opschrift, laag, tot, vervallen, na, text} = version
  const home = version.in === '/' ? undefined : (version.in ?? parent)
  const ids = version.wijzigingen.filter((id) => wijzigingen.has(id))
  return [
    {
      day: last.geldig,
      name: nameOf(version),
      wijzigingen: ids,
      known: days[0]?.known ?? 'altijd',
      volgorde,
      ...defined({basis, inwerking: days[0]?.inwerking}),
      state: {
        ...defined({nummer, opschrift, laag, tot, home, na}),
        vervallen,
        body: printText(text),
        words: linesOf(text).join('\n'),
        text
      },
      path
    }
  ]
}

/** By day, then by when they became known, then by `volgorde`: as the rule of time has it. */
export function compareSteps(a: Step, b: Step): number {
  const day = (step: Step): GeldigDay => step.day
  return (
    compareGeldig(day(a), day(b)) ||
    compareKnown(a.known, b.known) ||
    a.volgorde - b.volgorde
  )
}

/** The last step by a day. */
export function stepAt({steps}: Life, day: IsoDate): Step | undefined {
  return steps.findLast((step) => step.day === 'begin' || step.day <= day)
}

/** What a unit says on a day; nothing when it is not there, or no more. */
export function livingAt(life: Life, day: IsoDate): State | undefined {
  const state = stepAt(life, day)?.state
  const hasLapsed =
    state === undefined ||
    state.vervallen ||
    (state.tot !== undefined && state.tot <= day)
  return hasLapsed ? undefined : state
}
