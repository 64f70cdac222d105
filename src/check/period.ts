import type {Rule} from './rule.ts'

/** A text, and a regeling, begins before it ends. */
export const period: Rule = {
  id: 'period',
  severity: 'fout',
  check({id, van, tot, units}, tell) {
    if (van !== undefined && tot !== undefined && tot <= van) {
      const reason = `\`tot\` is ${tot}, maar de regeling begint pas op ${van}; verbeter een van beide`
      tell({path: `${id}/regeling.md`, key: 'tot'}, reason)
    }
    for (const version of units.flatMap((unit) => unit.versions)) {
      const {path, geldig, tot: end} = version
      const isDay = geldig !== 'begin' && geldig !== 'onbepaald'
      if (!isDay || end === undefined || end > geldig) continue
      const reason = `\`tot\` is ${end}, maar deze tekst geldt pas met ingang van ${geldig}; kies een latere dag`
      tell({path, key: 'tot'}, reason)
    }
  }
}
