/** What cites, and on which days that leads nowhere, in words. */
import {writeAddress} from '../citation/write.ts'
import type {Regeling} from '../model.ts'
import type {Miss} from './misses.ts'

/** The text that cites as it is cited itself: `artikel 1`, `toelichting op artikel 1`, `preambule`. */
export function citingInWords(
  {unit, version}: Pick<Miss, 'unit' | 'version'>,
  {units}: Pick<Regeling, 'units'>
): string {
  const {soort, parent} = unit
  const isNote = soort === 'toelichting'
  const home = isNote ? units.find(({id}) => id === parent) : undefined
  const nummer = home
    ? home.versions.findLast((one) => one.nummer !== undefined)?.nummer
    : version.nummer
  const own = {soort: home?.soort ?? soort, ...(nummer && {nummer})}
  const note = home ? [{soort} as const] : []
  return writeAddress({eenheid: [own, ...note], pad: []}) || soort
}

/** `vanaf 2016-01-01`, `van 2016-01-01 tot 2017-01-01, naar wat op 2015-10-01 bekend is,`. */
export function daysOfMiss({
  from,
  until,
  zicht
}: Pick<Miss, 'from' | 'until' | 'zicht'>): string {
  return `${daysInWords(from, until)}${knownInWords(zicht)}`
}

function knownInWords(zicht: Miss['zicht']): string {
  if (zicht === 'altijd') return ''
  return zicht === 'concept'
    ? ', als het concept meetelt,'
    : `, naar wat op ${zicht} bekend is,`
}

function daysInWords(from: string, until: string | undefined): string {
  if (from === 'begin') {
    return until === undefined ? 'van het begin af' : `tot ${until}`
  }
  return until === undefined ? `vanaf ${from}` : `van ${from} tot ${until}`
}
