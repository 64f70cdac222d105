import type {IsoDate, Regeling, Unit, Version} from '../model.ts'
import {lifeAt, type Period} from '../time/timeline.ts'
import type {Rule} from './rule.ts'
import {folderOf, unreadFolders} from './unread.ts'

/** Temporary text over a lasting one says what follows it (Aanwijzingen 5.73). */
export const temporarySuccessor: Rule = {
  id: 'temporary-successor',
  severity: 'waarschuwing',
  check(regeling, tell, sources) {
    const unread = unreadFolders(regeling, sources)
    for (const unit of regeling.units) {
      const [first] = unit.versions
      if (!first || unread.has(folderOf(first.path))) continue
      for (const {version, tot, before} of openEnds(unit, regeling)) {
        const reason = `Deze tekst geldt tot ${tot}, en daarna vervalt de hele bepaling, ook de tekst van vóór deze versie; leg een versie van ${tot} neer met de tekst die volgt, of met \`vervallen: true\` als de bepaling dan moet vervallen`
        tell({path: version.path, key: 'tot'}, reason, before.path)
      }
    }
  }
}

interface OpenEnd {
  readonly version: Version
  readonly tot: IsoDate
  /** The lasting text that it ends too. */
  readonly before: Version
}

/** Later than any day that matters: all that the corpus holds is known. */
const atLast = '9999-12-31' as IsoDate

/** Ends that nothing follows, of versions that came over a text which would have lasted longer. */
function openEnds({versions}: Unit, {tot: end}: Regeling): readonly OpenEnd[] {
  if (!versions.some(({tot, days}) => tot && days.length > 0)) return []
  const life = lifeAt(versions, atLast)
  return life.flatMap(({from, selected: {version, state}}, at) => {
    const {tot, vervallen} = version
    if (state !== 'vervallen' || vervallen || tot === undefined) return []
    // It ends with the regeling, or by what lies over it another day.
    if (from !== tot || (end !== undefined && end <= tot)) return []
    const before = lastingBefore(life.slice(0, at), tot)
    return before ? [{version, tot, before}] : []
  })
}

/** The last text in an unbroken life that would not have ended by a day. */
function lastingBefore(
  life: readonly Period<Version>[],
  day: IsoDate
): Version | undefined {
  const lapse = life.findLastIndex(({selected}) => selected.state !== 'geldt')
  return life
    .slice(lapse + 1)
    .map(({selected}) => selected.version)
    .findLast(({tot}) => tot === undefined || tot > day)
}
