/** On which days a reference leads nowhere, in words. */
import type {Miss} from './misses.ts'

/** `vanaf 2016-01-01`, `van 2016-01-01 tot 2017-01-01, naar wat op 2015-10-01 bekend is,`. */
export function daysOfMiss({
  from,
  until,
  zicht
}: Pick<Miss, 'from' | 'until' | 'zicht'>): string {
  const known = zicht === 'altijd' ? '' : `, naar wat op ${zicht} bekend is,`
  return `${daysInWords(from, until)}${known}`
}

function daysInWords(from: string, until: string | undefined): string {
  if (from === 'begin') {
    return until === undefined ? 'van het begin af' : `tot ${until}`
  }
  return until === undefined ? `vanaf ${from}` : `van ${from} tot ${until}`
}
