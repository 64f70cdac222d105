import {lawsFor} from '../citation/names.ts'
import {defined} from '../defined.ts'
import type {IsoDate, Regeling, Unit} from '../model.ts'
import {select} from '../time/select.ts'
import {placeInSource} from './citation-place.ts'
import {type Static, staticsOf} from './citations.ts'
import {hasCited, type Index, indexUnits, unitsOf} from './cited-units.ts'
import type {Around, Rule} from './rule.ts'
import {isRead} from './searches.ts'

/** After all that is known. */
const last = '9999-12-31' as IsoDate

/** What is cited as it read on another day was there on that day. */
export const referenceStatic: Rule = {
  id: 'reference-static',
  severity: 'waarschuwing',
  check(regeling, tell, around) {
    for (const {day, words, version, spot} of absentIn(regeling, around)) {
      const {path, text} = version
      const {cited, target} = spot
      const {from, to} = target
      const place = placeInSource(path, text, {cited, from, to}, around)
      const reason = `Deze tekst verwijst naar \`${words}\` zoals dat op ${day} luidde, maar dat was er op die dag niet; verbeter de verwijzing of de dag`
      tell({path, ...defined({place})}, reason)
    }
  }
}

function* absentIn(regeling: Regeling, around: Around): Generator<Static> {
  const laws = lawsFor(regeling, around.corpus.wetten)
  const index = indexUnits(regeling)
  const isWhole = !regeling.uittreksel && isRead(regeling, around)
  for (const unit of regeling.units) {
    for (const one of staticsOf(unit, laws)) {
      const isBefore = regeling.van !== undefined && one.day < regeling.van
      const units = unitsOf(one, unit, index)
      const isTold = units.length > 0 || isWhole
      if (!isBefore && isTold && !wasThere(one, units, index)) yield one
    }
  }
}

function wasThere(one: Static, units: readonly Unit[], index: Index): boolean {
  return units.some(({versions}) => {
    const found = select(versions, {geldig: one.day, zicht: last})
    return found?.state === 'geldt' && hasCited(found.version, one, index)
  })
}
