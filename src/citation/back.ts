/** Which regeling a name behind a place means. Kernel. */
import type {Reference, RegelingNaam} from './address.ts'
import type {Named} from './law-name.ts'

/** What a name means: the law itself, for `die wet` the last one of its kind, and nothing for our own. */
export function regelingOf(
  named: Named | undefined,
  found: readonly Reference[]
): RegelingNaam | undefined {
  if (named?.soort === 'wet') return named.regeling
  if (named?.soort !== 'vorige') return undefined
  const names = found.flatMap((one) =>
    one.soort === 'bepaling'
      ? one.targets.flatMap(({address}) => address.regeling ?? [])
      : []
  )
  return (
    names.findLast(({naam}) => isKind(naam, named.noun)) ?? {
      naam: 'die regeling'
    }
  )
}

const kinds = [
  'wet',
  'besluit',
  'verordening',
  'reglement',
  'verdrag',
  'richtlijn'
]

/** Whether `die wet` may mean this one; a name that tells no kind may be any. */
function isKind(naam: string, noun: string): boolean {
  const kindOf = (words: string): readonly string[] =>
    kinds.filter((kind) =>
      new RegExp(`${kind}(?:boek|ten|en)?(?![a-z])`, 'i').test(words)
    )
  const [kind] = kindOf(noun)
  const own = kindOf(naam)
  return kind === undefined || own.length === 0 || own.includes(kind)
}
