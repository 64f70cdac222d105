/**
 * Joint: which wijzigingen of an import have days that do not fit together.
 *
 * What has a known day and what has none are seen at different states of
 * knowledge; where one rests on the other there may be a moment at which a
 * number is borne twice or a change gets lost. Then the days of those
 * wijzigingen alone are not believed, and those of all others stay.
 */
import type {Finding} from '../diagnostics/reporter.ts'
import type {ImportRequest, Trust} from '../import/plan.ts'
import type {Regeling, Unit} from '../model.ts'
import type {Compiled} from './compile.ts'

/** All days that a source gives, as a beginning. */
export function trustFor({
  horizon,
  existing
}: Pick<ImportRequest, 'horizon' | 'existing'>): Trust {
  return {
    isTrusting: true,
    hasBetween: existing !== undefined,
    isRestating: false,
    weaving: 'none',
    isBrief: false,
    hasHorizon: horizon === true,
    unended: new Set(),
    distrusted: new Set()
  }
}

/** How often the days of some more wijzigingen are given up, before those of all are. */
const maxRounds = 6

/** Believe less: not the days of lapse, not those of a text between others, not those of what is in a fout, then no days, then none and say again what has a known day; nothing after that. */
export function lessTrust(
  trust: Trust,
  compiled: Compiled,
  {round, isAdding}: Round
): Trust | undefined {
  const {weaving, isBrief} = trust
  if (isAdding && !isBrief) return {...trust, isBrief: true}
  if (isAdding && weaving !== 'all') {
    return {...trust, weaving: weaving === 'none' ? 'back' : 'all'}
  }
  const less = believeLess(trust, compiled, round)
  return less && {...less, weaving: 'none', isBrief: false}
}

/** How often was tried. */
export interface Round {
  readonly round: number
  /** To a corpus whose own days cannot be given up. */
  readonly isAdding: boolean
}

function believeLess(
  trust: Trust,
  {findings, corpus}: Compiled,
  round: number
): Trust | undefined {
  const {isTrusting, hasBetween, isRestating, hasHorizon, distrusted} = trust
  if (hasHorizon) return {...trust, hasHorizon: false}
  if (hasBetween) return {...trust, hasBetween: false}
  if (isTrusting) {
    const more = distrustedBy(findings, corpus.regelingen[0])
    const all = new Set([...distrusted, ...more])
    const hasMore = all.size > distrusted.size && round < maxRounds
    return {...trust, isTrusting: hasMore, distrusted: all}
  }
  return isRestating ? undefined : {...trust, isRestating: true}
}

/** Wijzigingen whose days must not be believed, since fouten rest on them. */
function distrustedBy(
  findings: readonly Finding[],
  regeling: Regeling | undefined
): ReadonlySet<string> {
  const errors = findings.filter(({severity}) => severity === 'fout')
  const named = errors.flatMap(({path, message}) => [
    ...idsIn(path.slice(path.lastIndexOf('/') + 1)),
    ...[...message.matchAll(/`(\d{4}-\d{2}-\d{2}\.[^`]+)`/gu)].flatMap(
      ([, name = '']) => idsIn(name)
    )
  ])
  if (!regeling) return new Set(named)
  const folders = new Set(errors.map(({path}) => folderOf(path)))
  const units = regeling.units.filter((unit) => liesIn(unit, folders))
  const nummers = new Set(units.flatMap(nummersOf))
  const kin = regeling.units.filter((unit) =>
    nummersOf(unit).some((nummer) => nummers.has(nummer))
  )
  const isDated = new Set(
    regeling.wijzigingen
      .filter(({bekend}) => bekend !== 'onbekend')
      .map(({id}) => id)
  )
  const brought = kin.flatMap(({versions}) =>
    versions.flatMap(({wijzigingen}) => wijzigingen)
  )
  return new Set([...named, ...brought.filter((id) => isDated.has(id))])
}

/** Wijzigingen in the name of a file: `2016-01-01.lbr-15-046+lbr-15-069.md`. */
function idsIn(file: string): readonly string[] {
  const name = file.replace(/\.md$/u, '')
  const ids = /^[^.]+\.(.+)$/u.exec(name)?.[1]
  return ids?.split('+') ?? [name]
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

function liesIn({versions}: Unit, folders: ReadonlySet<string>): boolean {
  return versions.some(({path}) =>
    [...folders].some((folder) => folder.endsWith(folderOf(path)))
  )
}

function nummersOf({soort, versions}: Unit): readonly string[] {
  return versions.flatMap(({nummer}) =>
    nummer === undefined ? [] : [`${soort} ${nummer}`]
  )
}
