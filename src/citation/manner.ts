/** What the words around a relative reference say of how it is meant. Kernel. */
import type {Block} from '../model.ts'
import type {Target, Vanaf} from './address.ts'
import type {Cited} from './cited.ts'
import {wordsOf} from './text-shape.ts'

/** Whether words stand between quotes: they are of another text. */
export function isQuoted(words: string, at: number): boolean {
  const before = words.slice(0, at)
  return (
    /[«“„][^»”]*$|(?:^|[ (])‘[^’]*$/u.test(before) ||
    before.split('"').length % 2 === 0
  )
}

const changes =
  /(?:ingevoegd|toegevoegd|vervangen|gewijzigd|vernummerd|geschrapt|te luiden|luidende|vervalt|vervallen)(?![a-z])/u

/** Whether a piece says what becomes of another law, so that its parts are of that one. */
export function isAmendment(
  {words, piece, reference}: Cited,
  all: readonly Cited[]
): boolean {
  return (
    changes.test(words) &&
    all.some(
      (one) =>
        one.piece === piece &&
        one.reference.soort === 'bepaling' &&
        one.reference.from < reference.from &&
        one.reference.targets.some(({address}) => address.regeling)
    )
  )
}

const cue =
  /(?:toepassing van|(?:^|[^a-z])krachtens|ingevolge|op grond van|in afwijking van|onverminderd|met uitzondering van|(?:bepaalde?|gestelde?|bedoelde?|genoemde?|vermelde?|omschreven|opgenomen|aangegeven|beschreven|geregeld) (?:in|bij)|(?:bepalingen|regels|voorschriften|artikelen) (?:van|in|uit)|overeenkomstig|conform|in de zin van)(?: de| het)? $/iu
const cueBehind =
  /^,? (?:(?:is|zijn) (?:niet )?van (?:overeenkomstige )?toepassing|wordt (?:onder [^.;]{0,60} )?(?:mede )?verstaan|(?:bepaalde|gestelde|bedoelde?|genoemde?|vermelde?|omschreven)(?![a-z]))/u

/** Whether the words before or behind a reference are those with which a text of law is cited. */
export function isSaidOfLaw(
  words: string,
  {from, to}: Pick<Target, 'from' | 'to'>
): boolean {
  return cue.test(words.slice(0, from)) || cueBehind.test(words.slice(to))
}

const lid =
  /(?:^|[^a-zà-ÿ])(?!(?:ge|ver|over)leden)[a-zà-ÿ-]*(?:lid|leden)(?![a-zà-ÿ])/iu

const known = new WeakMap<readonly Block[], boolean>()

/** Whether a text speaks of a lid outside its references: of a member, it may be. */
export function mayBeMember(
  text: readonly Block[],
  all: readonly Cited[]
): boolean {
  const found = known.get(text) ?? speaksOfLid(text, all)
  known.set(text, found)
  return found
}

function speaksOfLid(text: readonly Block[], all: readonly Cited[]): boolean {
  const pieces = [...wordsOf(text)]
  // From the last to the first, so that the places of the others stay.
  for (const {piece, reference} of all.toReversed()) {
    const words = pieces[piece] ?? ''
    const {from, to} = reference
    pieces[piece] = `${words.slice(0, from)} ${words.slice(to)}`
  }
  return pieces.some((words) => lid.test(words))
}

/** Whether a reference before this one names what `dit` may point back at. */
export function isNamedBefore(
  soort: Vanaf['soort'],
  {piece, reference}: Cited,
  all: readonly Cited[]
): boolean {
  return all.some((one) => {
    const isBefore =
      one.piece < piece ||
      (one.piece === piece && one.reference.from < reference.from)
    if (!isBefore || one.reference.soort !== 'bepaling') return false
    return one.reference.targets.some(({address: {eenheid, pad}}) =>
      [...eenheid, ...pad].some((step) => step.soort === soort)
    )
  })
}
