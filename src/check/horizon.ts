import type {Rule} from './rule.ts'

/** What the corpus takes in lies within `bijgewerkt-tot`. */
export const horizon: Rule = {
  id: 'horizon',
  severity: 'fout',
  check({bijgewerktTot, wijzigingen}, tell) {
    if (bijgewerktTot === undefined) return
    for (const {path, bekend, concept} of wijzigingen) {
      if (concept || bekend === 'onbekend' || bekend <= bijgewerktTot) continue
      const reason = `Deze wijziging is bekend sinds ${bekend}, maar de regeling is volgens \`bijgewerkt-tot\` bijgewerkt tot en met ${bijgewerktTot}; zet daar een latere dag`
      tell({path}, reason)
    }
  }
}
