/** The words for a provision as typed → the unit, in the regelingen that have it. */
import type {Moment, Regeling, Unit} from '../model.ts'
import {findUnit} from '../pipeline/find.ts'
import {CallError} from './command.ts'
import type {Scoped} from './scope.ts'

/** A regeling, with the one unit of it that was asked for. */
export interface Choice extends Scoped {
  readonly unit?: Unit
}

/** The regelingen that have the unit that was asked for; without words, all. Where none has it, the call is wrong. */
function choicesFor(
  regelingen: readonly Scoped[],
  words: string,
  moment: Moment
): readonly Choice[] {
  if (words === '') return regelingen
  const found = regelingen.flatMap((one) => {
    const {unit} = findUnit(one.regeling, words, moment)
    return unit ? [{...one, unit}] : []
  })
  if (found.length > 0) return found
  const all = regelingen.map(({regeling}) => regeling)
  throw new CallError(notFound(all, words, moment))
}

/** The one regeling, or the one that has the unit; anything else is a wrong call. */
export function onlyChoice(
  regelingen: readonly Scoped[],
  words: string,
  moment: Moment
): Choice {
  const found = choicesFor(regelingen, words, moment)
  const [choice, ...others] = found
  if (choice && others.length === 0) return choice
  const names = found.map(({regeling}) => `\`${regeling.id}\``).join(', ')
  throw new CallError(
    choice
      ? `Dit kan in meer dan één regeling: ${names}; kies er een met \`--regeling\``
      : 'Er is hier geen regeling'
  )
}

/** An artikel with a part of it behind it. */
const part = /^(.+?),?\s+(?:(?:[a-z]+\s+)?lid|onderdeel|sub|onder)\b/iu

function notFound(
  regelingen: readonly Regeling[],
  words: string,
  moment: Moment
): string {
  const home = part.exec(words)?.[1]
  if (home !== undefined) {
    return `Een lid of onderdeel kan niet apart worden gevraagd; vraag naar \`${home}\``
  }
  return missingUnit(regelingen, words, moment)
}

/** What to say of a provision that none of the regelingen has: the nearest that they do have. */
export function missingUnit(
  regelingen: readonly Regeling[],
  words: string,
  moment: Moment
): string {
  const nearest = regelingen.flatMap((regeling) => {
    const found = findUnit(regeling, words, moment)
    return found.unit ? [] : found.nearest
  })
  const names = [...new Set(nearest)].slice(0, 3).map((name) => `\`${name}\``)
  const hint =
    names.length > 0 ? `; bedoeld is misschien ${names.join(' of ')}` : ''
  const excerpt = regelingen.some(({uittreksel}) => uittreksel)
    ? '; de verzameling bevat een uittreksel, en dus niet alles'
    : ''
  return `\`${words}\` is hier niet te vinden${hint}${excerpt}`
}
