/** A day as Dutch text writes it, both ways. Kernel. */
import type {IsoDate} from '../model.ts'
import {isoDate} from '../time/days.ts'
import {attempt, eat, type Scan} from './scan.ts'

const months = [
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
const inWords = new RegExp(
  `(\\d{1,2})(?:e|ste|de)? (${months.join('|')}) (\\d{4})(?!\\d)`,
  'iy'
)
const inDigits = /(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?!\d)/y

/** `31 december 2020` or `31-12-2020`; nothing if the calendar has no such day. */
export function readDay(scan: Scan): IsoDate | undefined {
  return attempt(scan, () => {
    const words = eat(scan, inWords)
    if (words) {
      const month = months.indexOf((words[2] ?? '').toLowerCase()) + 1
      return dayOf(words[3], `${month}`, words[1])
    }
    const digits = eat(scan, inDigits)
    return digits && dayOf(digits[3], digits[2], digits[1])
  })
}

/** `31 december 2020`. */
export function dayInWords(day: IsoDate): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  date: string | undefined
): IsoDate | undefined {
  return isoDate(`${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`)
}
