import {defined} from '../defined.ts'
import {marksIn, placesOfMarks} from './laag-marks.ts'
import type {Rule} from './rule.ts'

/** What has a laag already is not marked with it once more. */
export const laagRepeat: Rule = {
  id: 'laag-repeat',
  severity: 'waarschuwing',
  check({lagen, units}, tell, sources) {
    for (const {path, laag, text} of units.flatMap(({versions}) => versions)) {
      const marks = marksIn(text, laag)
      if (!marks.some(({around, laag: own}) => around === own)) continue
      const places = placesOfMarks(path, marks, sources)
      for (const [at, mark] of marks.entries()) {
        if (mark.around !== mark.laag || !lagen.includes(mark.laag)) continue
        const place = places[at]
        const reason = `\`{${mark.laag}}\` staat hier ten overvloede: alles hieromheen is al ${mark.laag}; verwijder het`
        tell(
          {path, ...defined({place})},
          reason,
          undefined,
          place?.isExact ? '' : undefined
        )
      }
    }
  }
}
