import {defined} from '../defined.ts'
import {marksIn} from './laag-marks.ts'
import type {Rule} from './rule.ts'

/** What has a laag already is not marked with it once more. */
export const laagRepeat: Rule = {
  id: 'laag-repeat',
  severity: 'waarschuwing',
  check({lagen, units}, tell, sources) {
    for (const {path, laag, text} of units.flatMap(({versions}) => versions)) {
      for (const mark of marksIn(text, sources, laag)) {
        if (mark.around !== mark.laag || !lagen.includes(mark.laag)) continue
        const reason = `\`{${mark.laag}}\` staat hier ten overvloede: alles hieromheen is al ${mark.laag}; verwijder het`
        tell(
          {path, ...defined({place: mark.place})},
          reason,
          undefined,
          mark.exact ? '' : undefined
        )
      }
    }
  }
}
