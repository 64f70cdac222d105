/**
 * Stage: versions and wijzigingen as written → versions with their days.
 *
 * A version gets the known day of its wijziging, the inwerking of its
 * onderdeel, the days that later wijzigingen gave it (`stelt-vast`) and the
 * day on which one set it aside (`trekt-in`). Names that lead nowhere are
 * reported; the text itself is not looked at.
 */
import {defined} from '../defined.ts'
import {fileStart, type Report, reportTo} from '../diagnostics/report.ts'
import type {
  Corpus,
  Place,
  Regeling,
  SourceMap,
  Version,
  Wijziging
} from '../model.ts'
import {nameOf, namesOf} from '../time/names.ts'
import {checkAdoptions} from './adoptions.ts'
import {byName, daysOf, setAsideOf, volgordeOf} from './days.ts'
import {checkNames} from './names.ts'
import type {PlainRegeling, PlainVersion} from './plain.ts'
import {checkSince, withSince} from './since.ts'
import {checkWithdrawals} from './withdrawals.ts'
import {withWovenDays} from './woven-days.ts'

/** Give every version its days; `concepts` are the wijzigingen in concept that count as known. */
export function resolve(
  regelingen: readonly PlainRegeling[],
  {files, keys}: SourceMap,
  concepts: ReadonlySet<string> = new Set()
): Pick<Corpus, 'regelingen'> {
  const reportOn = (path: string): Report => {
    const file = files.get(path)
    return file ? reportTo(file) : () => {}
  }
  const placeOf = (path: string, key: string): Place =>
    keys.get(path)?.get(key) ?? fileStart
  const exists = (path: string): boolean => files.has(path)
  return {
    regelingen: regelingen.map((plain) => {
      const own = withSince(plain.wijzigingen)
      const regeling = {...plain, wijzigingen: own}
      const wijzigingen = new Map(own.map((one) => [one.id, one]))
      checkNames({regeling, wijzigingen, reportOn, placeOf, exists})
      checkSince(own, reportOn, placeOf)
      const resolved = withDays(regeling, wijzigingen, concepts)
      checkWithdrawals(resolved, reportOn, placeOf)
      checkAdoptions(resolved, reportOn, placeOf)
      return resolved
    })
  }
}

/** A regeling of whose wijzigingen is told from when they count as known. */
type Timed = Omit<PlainRegeling, 'wijzigingen'> & Pick<Regeling, 'wijzigingen'>

function withDays(
  regeling: Timed,
  wijzigingen: ReadonlyMap<string, Wijziging>,
  concepts: ReadonlySet<string>
): Regeling {
  const isHidden = ({id, concept}: Wijziging): boolean =>
    concept && !concepts.has(id)
  const touching = byName(
    regeling.wijzigingen.filter((wijziging) => !isHidden(wijziging)),
    ({trektIn, steltVast}) => [
      ...trektIn,
      ...steltVast.map(({target}) => target)
    ]
  )
  const resolveVersion = (version: PlainVersion): Version => {
    const own = version.wijzigingen.flatMap((id) => wijzigingen.get(id) ?? [])
    const named = namesOf(version).flatMap((name) => touching.get(name) ?? [])
    const all = [...new Set(named)]
    const days = own.some(isHidden) ? [] : daysOf(version, own, all)
    const aside = setAsideOf({days, ...version}, all)
    // Spread last: an object that begins with one gets a shape of its own in
    // Node 20, and whoever then looks at all versions is five times slower.
    return {
      days,
      volgorde: volgordeOf(own),
      ...defined({setAside: aside?.known, setAsideBy: aside?.by}),
      ...version
    }
  }
  const isRevisie = ({wijzigingen: ids}: Version): boolean =>
    ids.some((id) => wijzigingen.get(id)?.soort === 'revisie')
  const units = regeling.units.map(({versions, ...unit}) => ({
    versions: withRevisions(
      withWovenDays(versions.map(resolveVersion), wijzigingen),
      isRevisie
    ),
    ...unit
  }))
  return {...regeling, units}
}

/** What mends our own file has the days of what it mends, also those given or taken later. */
function withRevisions(
  versions: readonly Version[],
  isRevisie: (version: Version) => boolean
): readonly Version[] {
  if (!versions.some(isRevisie)) return versions
  const byName = new Map(versions.map((version) => [nameOf(version), version]))
  return versions.map((version) => {
    let mended: Version | undefined = version
    for (let step = 0; mended && isRevisie(mended); step++) {
      mended =
        step > versions.length ? undefined : byName.get(mended.basis ?? '')
    }
    if (!mended || mended === version) return version
    const {days, setAside, setAsideBy, wijzigingen: mends} = mended
    return {...version, days, mends, ...defined({setAside, setAsideBy})}
  })
}
