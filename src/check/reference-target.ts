import {defined} from '../defined.ts'
import {placeInSource} from './citation-place.ts'
import {daysOfMiss} from './citation-words.ts'
import {missesIn} from './misses.ts'
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
      const reason = `Deze tekst verwijst naar \`${words}\`, dat er ${daysOfMiss(miss)} niet is; verbeter de verwijzing, of voeg toe wat ontbreekt`
      tell({path, ...defined({place})}, reason)
    }
  }
}
