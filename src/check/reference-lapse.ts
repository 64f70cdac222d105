import type {Version} from '../model.ts'
import {citingInWords, daysOfMiss} from './citation-words.ts'
import {type Miss, missesIn} from './misses.ts'
import type {Rule} from './rule.ts'
import {namesInWords} from './words.ts'

/** What lapses, or gets another number, is no longer cited from that day on. */
export const referenceLapse: Rule = {
  id: 'reference-lapse',
  severity: 'waarschuwing',
  check(regeling, tell, around) {
    for (const {by, misses} of lapses(missesIn(regeling, around))) {
      const [first] = misses
      if (!first) continue
      const cited = [...new Set(misses.map(({words}) => words))]
      const citing = [
        ...new Set(misses.map((one) => citingInWords(one, regeling)))
      ]
      const reason = `${namesInWords(cited)} ${cited.length > 1 ? 'zijn' : 'is'} er ${daysOfMiss(first)} niet meer, terwijl ${namesInWords(citing)} er nog naar ${citing.length > 1 ? 'verwijzen' : 'verwijst'}; wijzig die tekst mee`
      const key = by.vervallen
        ? 'vervallen'
        : by.tot === undefined
          ? 'nummer'
          : 'tot'
      tell({path: by.path, key}, reason, first.version.path)
    }
  }
}

interface Lapse {
  readonly by: Version
  readonly misses: readonly Miss[]
}

/** Misses that one version causes from one day on, together. */
function lapses(misses: readonly Miss[]): readonly Lapse[] {
  const groups = new Map<string, Lapse>()
  for (const miss of misses) {
    if (miss.cause !== 'lapse' || !miss.by) continue
    const key = `${miss.by.path} ${miss.from} ${miss.zicht}`
    const group = groups.get(key)
    groups.set(key, {by: miss.by, misses: [...(group?.misses ?? []), miss]})
  }
  return [...groups.values()]
}
