import type {Regeling, SourceMap} from '../model.ts'
import type {Rule} from './rule.ts'

/** A wijziging does something: it brings text, gives days or withdraws. */
export const wijzigingEmpty: Rule = {
  id: 'wijziging-empty',
  severity: 'waarschuwing',
  check(regeling, tell, sources) {
    const brought = namedByFiles(regeling, sources)
    for (const wijziging of regeling.wijzigingen) {
      const {id, path, trektIn, steltVast, herziet} = wijziging
      const acts = trektIn.length + steltVast.length + herziet.length
      if (acts > 0 || brought.has(id)) continue
      const reason = `Deze wijziging brengt geen enkele versie, stelt geen dag vast en trekt niets in; leg haar versies neer als \`<dag>.${id}.md\`, of verwijder het bestand`
      tell({path}, reason)
    }
  }
}

/** Wijzigingen in the names of files, also of those that could not be read. */
function namedByFiles({id}: Regeling, {files}: SourceMap): ReadonlySet<string> {
  const named = new Set<string>()
  for (const path of files.keys()) {
    if (!path.startsWith(`${id}/`)) continue
    const name = path.slice(path.lastIndexOf('/') + 1)
    const ids = /^[^.]+\.([^.]+)\.md$/u.exec(name)?.[1] ?? ''
    for (const wijziging of ids.split('+')) named.add(wijziging)
  }
  return named
}
