/** The moments of a comparison as typed → moments, and what is left: the name of a unit. */
import type {IsoDate, Moment} from '../model.ts'
import {isoDate} from '../time/days.ts'
import {CallError} from './command.ts'

/** A moment as typed: a day with or without zicht, or the one before the other. */
export type TypedMoment = Moment | 'previous'

/** What stands behind `cao diff`. */
export interface TypedMoments {
  readonly moments: readonly TypedMoment[]
  /** Words that name a unit; empty for the whole regeling. */
  readonly words: string
}

/** Four digits of a year, and parts of a day: whoever types that means a day. */
const dayLike =
  /^(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{8})(?:$|\/)/u
const most = 2

/** Read up to two moments, and take the rest for the name of a unit. */
export function readMoments(
  args: readonly string[],
  today: IsoDate,
  zicht: IsoDate
): TypedMoments {
  const count = args.findIndex((arg, at) => at >= most || !isMoment(arg))
  const typed = count < 0 ? args : args.slice(0, count)
  return {
    moments: typed.map((text) => readMoment(text, today, zicht)),
    words: args.slice(typed.length).join(' ')
  }
}

function isMoment(text: string): boolean {
  return (
    ['previous', 'today'].includes(text.split('/')[0] ?? '') ||
    dayLike.test(text)
  )
}

function readMoment(text: string, today: IsoDate, zicht: IsoDate): TypedMoment {
  if (text === 'previous') return 'previous'
  const [geldig = '', known, ...more] = text.split('/')
  const day = (typed: string): IsoDate => {
    const found = typed === 'today' ? today : isoDate(typed)
    if (found && more.length === 0) return found
    throw new CallError(
      `\`${typed || text}\` is geen bestaande dag; schrijf een dag als 2015-09-01, of met de dag van het zicht erachter als 2015-09-01/2015-09-07`
    )
  }
  return {
    geldig: day(geldig),
    zicht: known === undefined ? zicht : day(known)
  }
}
