import {defined} from '../defined.ts'
import type {Laag} from '../model.ts'
import {marksIn, placesOfMarks} from './laag-marks.ts'
import type {Rule} from './rule.ts'

/** A laag is one of those that the regeling has. */
export const laag: Rule = {
  id: 'laag',
  severity: 'fout',
  check({lagen, units}, tell, sources) {
    const rest =
      lagen.length === 0
        ? 'maar deze regeling heeft geen lagen; verwijder het, of noem bij `lagen` in `regeling.md` welke er zijn'
        : `maar deze regeling heeft alleen ${lagen.join(' en ')}; verbeter het, of vul \`lagen\` in \`regeling.md\` aan`
    const isForeign = (own: Laag | undefined): boolean =>
      own !== undefined && !lagen.includes(own)
    for (const version of units.flatMap(({versions}) => versions)) {
      const {path, laag: own, text} = version
      if (isForeign(own)) {
        tell({path, key: 'laag'}, `\`laag\` is ${own}, ${rest}`)
      }
      const marks = marksIn(text)
      if (!marks.some(({laag: mark}) => isForeign(mark))) continue
      const places = placesOfMarks(path, marks, sources)
      for (const [at, {laag: mark}] of marks.entries()) {
        if (!isForeign(mark)) continue
        const reason = `Hier staat \`{${mark}}\`, ${rest}`
        tell({path, ...defined({place: places[at]})}, reason)
      }
    }
  }
}
