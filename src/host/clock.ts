import type {IsoDate} from '../model.ts'

const amsterdam = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit'
})

/** The day it is in Amsterdam, wherever the machine stands and whatever its language. */
export function today(): IsoDate {
  const parts = amsterdam.formatToParts(new Date())
  const part = (type: 'year' | 'month' | 'day'): string =>
    parts.find((one) => one.type === type)?.value ?? ''
  const year = part('year').padStart(4, '0')
  // Born here: the calendar of Intl gives only days that exist.
  return `${year}-${part('month')}-${part('day')}` as IsoDate
}
