/** What drafting begins with: one regeling of a corpus that could be read whole. */
import {Refusal} from '../draft/refusal.ts'
import type {Regeling, SourceTree, Wijziging} from '../model.ts'
import {locate} from '../read/path.ts'
import {wijzigingenIn} from '../time/names.ts'
import {type Compiled, type CompileOptions, compile} from './compile.ts'
import {locksOf} from './lock.ts'

/** What makes reading quicker, and laws known. */
export type Reading = Pick<CompileOptions, 'cache' | 'laws'>

/** A regeling to draft in, with the files that it came from. */
export interface Desk {
  readonly tree: SourceTree
  /** With the wijziging that is being drafted taken for known. */
  readonly compiled: Compiled
  /** How it was compiled, for who compiles it again. */
  readonly reading: Reading
  /** Wijzigingen in concept that count as known in it. */
  readonly concepts: ReadonlySet<string>
  readonly regeling: Regeling
  /** Wijzigingen that were frozen when they were issued. */
  readonly locked: ReadonlySet<string>
}

/** Which regeling, and for which wijziging. */
export interface DeskRequest {
  readonly regeling?: string
  /** Counts as known, also while it is a concept. */
  readonly wijziging?: string
  /** What the call is about, as typed: a wijziging, a part of one, or a version. */
  readonly target?: string
}

/** Open a corpus for drafting; what cannot be read might be what the draft must follow, so it is refused. */
export function openDesk(
  tree: SourceTree,
  {regeling: name, wijziging, target}: DeskRequest,
  reading: Reading = {}
): Desk {
  const concepts = new Set(wijziging === undefined ? [] : [wijziging])
  const compiled = compile(tree, {...reading, concepts})
  const about = target === undefined ? [] : wijzigingenIn(target.trim())
  const regeling = choose(compiled, tree, {name, wijziging, about})
  refuseUnread(regeling, tree)
  const locked = lockedIn(tree, regeling.id)
  return {tree, compiled, reading, concepts, regeling, locked}
}

/** The wijziging of this name, if nothing keeps it from being changed. */
export function openWijziging(
  {regeling, locked}: Pick<Desk, 'regeling' | 'locked'>,
  id: string
): Wijziging {
  const wijziging = regeling.wijzigingen.find((one) => one.id === id)
  if (!wijziging) throw new Refusal(noWijziging(regeling, id))
  if (!locked.has(id)) return wijziging
  throw new Refusal(
    `De wijziging \`${id}\` is vergrendeld: wat is uitgegeven, verandert niet meer. Maak een nieuwe wijziging; zegt de brief iets anders dan is afgesproken, gebruik dan \`cao rectify\`, en wijkt een bestand af van de brief, \`cao revise\``
  )
}

/** A sentence about a wijziging that is not there. */
export function noWijziging(
  {wijzigingen}: Pick<Regeling, 'wijzigingen'>,
  id: string,
  advice = `maak haar met \`cao new wijziging ${id}\``
): string {
  const names = wijzigingen.map((one) => `\`${one.id}\``).slice(-5)
  const known =
    names.length === 0
      ? 'er is er nog geen'
      : `de laatste ${names.length === 1 ? 'is' : 'zijn'} ${names.join(', ')}`
  return `De wijziging \`${id}\` is er niet (${known}); ${advice}`
}

interface Choice {
  readonly name: string | undefined
  readonly wijziging: string | undefined
  /** Wijzigingen that the call speaks of. */
  readonly about: readonly string[]
}

function choose(
  {corpus}: Compiled,
  tree: SourceTree,
  {name, wijziging, about}: Choice
): Regeling {
  const {regelingen} = corpus
  if (name !== undefined) {
    const found = regelingen.find(({id}) => id === name)
    if (found) return found
    throw new Refusal(notThere(name, regelingen, tree))
  }
  const holding = (ids: readonly string[]): readonly Regeling[] =>
    ids.length === 0
      ? []
      : regelingen.filter(({wijzigingen}) =>
          ids.every((id) => wijzigingen.some((one) => one.id === id))
        )
  const [only, ...more] =
    [holding(wijziging === undefined ? [] : [wijziging]), holding(about)].find(
      (found) => found.length > 0
    ) ?? regelingen
  if (only && more.length === 0) return only
  if (!only) {
    throw new Refusal(
      `In \`${tree.folder}\` staat geen regeling die te lezen is; \`cao init\` maakt een nieuwe, en \`cao check\` zegt wat er aan bestaande mankeert`
    )
  }
  const names = [only, ...more].map(({id}) => `\`${id}\``).join(', ')
  throw new Refusal(
    `Dit kan in meer dan één regeling: ${names}; kies er een met \`--regeling\``
  )
}

function notThere(
  name: string,
  regelingen: readonly Regeling[],
  {files}: SourceTree
): string {
  if (files.some(({path}) => path === `${name}/regeling.md`)) {
    return `\`${name}/regeling.md\` is niet te lezen; \`cao check\` zegt wat eraan mankeert`
  }
  const names = regelingen.map(({id}) => `\`${id}\``).join(', ')
  return `De regeling \`${name}\` is er niet; er is ${names || 'er geen, en `cao init` maakt er een'}`
}

function refuseUnread(
  {id, units, wijzigingen}: Regeling,
  {files}: SourceTree
): void {
  const read = new Set([
    ...units.flatMap(({versions}) => versions.map(({path}) => path)),
    ...wijzigingen.map(({path}) => path)
  ])
  const unread = files.find(
    ({path}) =>
      path.startsWith(`${id}/`) &&
      ['version', 'wijziging'].includes(locate(path).kind) &&
      !read.has(path)
  )
  if (!unread) return
  throw new Refusal(
    `\`${unread.path}\` is niet te lezen, en zonder dat bestand is niet zeker waarop een nieuwe tekst volgt; \`cao check\` zegt wat eraan mankeert`
  )
}

/** The wijzigingen that are locked in a regeling. */
export function lockedIn(
  tree: SourceTree,
  regeling: string
): ReadonlySet<string> {
  const lock = locksOf(tree).get(regeling)
  if (lock === 'unreadable') {
    throw new Refusal(
      `\`${regeling}/lock.json\` is niet te lezen, en zonder dat bestand is niet zeker wat vergrendeld is; \`cao check\` zegt wat eraan mankeert`
    )
  }
  return new Set(lock?.keys())
}
