import {defined} from '../defined.ts'
import {type Mark, marksIn} from './laag-marks.ts'
import type {Rule} from './rule.ts'

/** A laag is one of those that the regeling has. */
export const laag: Rule = {
  id: 'laag',
  severity: 'fout',
  check({lagen, units}, tell, sources) {
    const rest =
      lagen.length === 0
        ? 'maar deze regeling heeft geen lagen; verwijder dat, of noem bij `lagen` in `regeling.md` welke er zijn'
        : `maar deze regeling heeft alleen ${lagen.join(' en ')}; verbeter dat, of vul \`lagen\` in \`regeling.md\` aan`
    const isForeign = ({laag: own}: Pick<Mark, 'laag'>): boolean =>
      !lagen.includes(own)
    for (const {path, laag: own, text} of units.flatMap(
      ({versions}) => versions
    )) {
      if (own !== undefined && isForeign({laag: own})) {
        tell({path, key: 'laag'}, `\`laag\` is ${own}, ${rest}`)
      }
      for (const mark of marksIn(text, sources).filter(isForeign)) {
        tell(
          {path, ...defined({place: mark.place})},
          `Hier staat \`{${mark.laag}}\`, ${rest}`
        )
      }
    }
  }
}
