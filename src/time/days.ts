/**
 * Calendar days as text: born here, compared as text everywhere else.
 *
 * Kernel. No clock and no time zone; today is always an argument.
 */
import type {IsoDate} from '../model.ts'

const shape = /^(\d{4})-(\d{2})-(\d{2})$/u
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The months in Dutch, in order; own table, since no output may depend on the locale of the machine. */
export const months: readonly string[] = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december'
]

/** Check a day that somebody typed; nothing if no such day exists (`2024-02-30`). */
export function isoDate(text: string): IsoDate | undefined {
  const match = shape.exec(text)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(Number)
  const exists =
    year !== undefined &&
    month !== undefined &&
    day !== undefined &&
    year > 0 &&
    day >= 1 &&
    day <= lengthOf(year, month)
  // A day that exists, in the one form that sorts as text.
  return exists ? (text as IsoDate) : undefined
}

/** Whether something that may be a day is one, and not a word such as `begin` or `onbekend`. */
export function isDay(day: string | undefined): day is IsoDate {
  const first = day?.charCodeAt(0) ?? 0
  return first >= 0x30 && first <= 0x39
}

/** The later of two days. */
export function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? b : a
}

/** The day before: the last one of a half-open period that ends on `day`. */
export function dayBefore(day: IsoDate): IsoDate {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number)
  if (date > 1) return write(year, month, date - 1)
  if (month > 1) return write(year, month - 1, lengthOf(year, month - 1))
  return write(year - 1, 12, 31)
}

function lengthOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0)
}

function write(year: number, month: number, day: number): IsoDate {
  const digits = (value: number, width: number): string =>
    String(value).padStart(width, '0')
  // Made of numbers that form a day.
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as IsoDate
}
