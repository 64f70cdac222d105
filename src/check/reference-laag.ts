import {defined} from '../defined.ts'
import {placeInSource} from './citation-place.ts'
import {missesIn} from './misses.ts'
import {whenWords} from './moments.ts'
import type {Rule} from './rule.ts'

/** A text for every member does not rest on what binds only those that joined the UWO. */
export const referenceLaag: Rule = {
  id: 'reference-laag',
  severity: 'waarschuwing',
  check(regeling, tell, around) {
    for (const miss of missesIn(regeling, around)) {
      if (miss.cause !== 'laag') continue
      const {version, cited, target, words} = miss
      const {path, text} = version
      const {from, to} = target
      const place = placeInSource(path, text, {cited, from, to}, around)
      const reason = `Deze tekst is CAR en verwijst naar \`${words}\`, dat ${whenWords(miss)} UWO is en voor een deel van de gemeenten niet geldt; merk deze tekst als UWO, of verwijs naar een tekst die CAR is`
      tell({path, ...defined({place})}, reason)
    }
  }
}
