import type {Soort} from '../model.ts'
import type {Rule} from './rule.ts'

const withText: readonly Soort[] = [
  'artikel',
  'toelichting',
  'preambule',
  'slot'
]

/** An artikel has text; what was left out is said with `[…]`. */
export const emptyUnit: Rule = {
  id: 'empty-unit',
  severity: 'waarschuwing',
  check({units}, tell) {
    for (const {soort, versions} of units) {
      if (!withText.includes(soort)) continue
      for (const {vervallen, text, path} of versions) {
        if (vervallen || text.length > 0) continue
        const reason =
          'Hier staat geen tekst; schrijf de tekst, `[…]` voor wat is weggelaten, of `vervallen: true` in de kop'
        tell({path}, reason)
      }
    }
  }
}
