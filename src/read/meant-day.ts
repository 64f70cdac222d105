/** A day written otherwise than `2015-09-01` → that day, where only one can be meant. */
import type {IsoDate} from '../model.ts'
import {isoDate, months} from '../time/days.ts'

/**
 * Read `1-9-2015`, `2015/9/1` or `1 september 2015`. In Dutch the day comes
 * before the month; `1/9/2015` is left, since programs write months first so.
 */
export function meantDay(text: string): IsoDate | undefined {
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[-/. ]+/u)
  const [first = '', month = '', last = ''] = parts
  const [day, year] = first.length === 4 ? [last, first] : [first, last]
  const named = months.indexOf(month) + 1
  const number = named > 0 ? String(named) : month
  if (first.length < 4 && text.includes('/')) return undefined
  const isDay = /^\d{1,2}$/u.test(day) && /^\d{1,2}$/u.test(number)
  if (parts.length !== 3 || !isDay || !/^\d{4}$/u.test(year)) return undefined
  return isoDate(`${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
