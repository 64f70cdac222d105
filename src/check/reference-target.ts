import type {Vanaf} from '../citation/address.ts'
import {defined} from '../defined.ts'
import {placeInSource} from './citation-place.ts'
import {daysOfMiss} from './citation-words.ts'
import {type Miss, missesIn} from './misses.ts'
import type {Rule} from './rule.ts'

/** What a text cites of its own regeling is there on every day on which the text holds. */
export const referenceTarget: Rule = {
  id: 'reference-target',
  severity: 'waarschuwing',
  check(regeling, tell, around) {
    for (const miss of missesIn(regeling, around)) {
      if (miss.cause !== 'absent') continue
      const {version, cited, target, words} = miss
      const {path, text} = version
      const {from, to} = target
      const place = placeInSource(path, text, {cited, from, to}, around)
      const why = besideInWords(miss)
      const reason = why
        ? `Deze tekst verwijst ${daysOfMiss(miss)} naar \`${words}\`, maar ${why}; verbeter de verwijzing`
        : `Deze tekst verwijst naar \`${words}\`, dat er ${daysOfMiss(miss)} niet is; verbeter de verwijzing, of voeg toe wat ontbreekt`
      tell({path, ...defined({place})}, reason)
    }
  }
}

/** Why what is told from where the text stands is not there: `er gaat geen lid aan vooraf`. */
function besideInWords({lead, target}: Miss): string | undefined {
  const {address, tot} = target
  const isByPlace = lead === 'nowhere' || lead === 'beside'
  const isInside = address.eenheid.length > 0 || address.pad.length > 0
  if (!isByPlace || (lead === 'beside' && isInside)) return undefined
  const ends = [address.vanaf, tot?.vanaf]
  const vanaf = ends.find((one) => one && !isOwnArtikel(one))
  return vanaf && missingInWords(vanaf)
}

/** Of `de vorige leden` the end that is always there: the first lid of the artikel. */
function isOwnArtikel({soort, stap}: Vanaf): boolean {
  return soort === 'artikel' && stap === 0
}

function missingInWords({soort, stap}: Vanaf): string {
  if (stap === 0) {
    return soort === 'lid' ? 'heeft geen leden' : `staat niet in een ${soort}`
  }
  const isBefore = Number(stap) < 0
  if (Math.abs(Number(stap)) > 1) {
    return `zoveel leden ${isBefore ? 'gaan er niet aan vooraf' : 'komen er niet na'}`
  }
  return isBefore
    ? `er gaat geen ${soort} aan vooraf`
    : `er komt geen ${soort} na`
}
