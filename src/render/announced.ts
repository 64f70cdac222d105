/**
 * Stage: announcements and the asked unit → sentences.
 */
import type {Announced, Asked, Consolidation, GeldigDay} from '../model.ts'
import {unitName} from './names.ts'
import {daysBy, knownSince, unitRemarks} from './remarks.ts'
import {capital, day, type Sentence, say, uncapital} from './sentence.ts'
import {inBrackets} from './sources.ts'
import {walkUnits} from './walk-units.ts'

/** The line of one change that is known but does not hold yet. */
export function announcedLine(
  announced: Announced,
  c: Consolidation
): Sentence {
  const {unit, geldig, inwerking} = announced
  const name = {unit, name: unitName(announced, c)}
  const force =
    inwerking === undefined || inwerking === geldig
      ? []
      : say`, in werking met ingang van ${day(inwerking)}`
  const back = announced.retroactive ? ', met terugwerkende kracht' : ''
  const verb = verbs[announced.effect]
  return capital(
    say`${name} ${verb} met ingang van ${from(geldig)}${back}${force}${condition(announced)}${origin(announced, c)}${daysBy(announced, c)}`
  )
}

function condition({voorwaarde}: Announced): Sentence {
  return voorwaarde === undefined
    ? []
    : [`, onder de voorwaarde: ${voorwaarde}`]
}

const verbs = {
  nieuw: 'wordt toegevoegd',
  wijzigt: 'wijzigt',
  vervalt: 'vervalt'
} as const

/** What is said when the unit that was asked for does not hold at the moment; else nothing. */
export function askedNotice(c: Consolidation): readonly Sentence[] {
  if (c.asked === undefined || c.asked.state === 'geldt') return []
  const {asked} = c
  return [asked.state === 'vervallen' ? lapsed(asked, c) : absent(asked, c)]
}

function lapsed(asked: Asked, c: Consolidation): Sentence {
  const name = unitName(asked, c)
  const unit = [...walkUnits(c.units)].find(({id}) => id === asked.unit)
  const [remark] = unit ? unitRemarks(unit, c) : []
  const how = remark ? uncapital(remark.sentence) : ['vervallen']
  return capital(say`${name} geldt niet op ${day(c.geldig)}: ${how}.`)
}

function absent(asked: Asked, c: Consolidation): Sentence {
  const {first} = asked
  const {withdrawn} = first
  const back = first.retroactive ? ', met terugwerkende kracht' : ''
  const now = say`${unitName(asked, c)} bestaat niet op ${day(c.geldig)}, naar wat bekend was op ${day(c.zicht)}.`
  const verb = withdrawn ? 'zou gelden' : 'geldt'
  const days = say`${from(first.geldig)}${back}${origin(first, c)}${daysBy(first, c)}`
  const end = withdrawn ? withdrawal(withdrawn, c) : []
  return capital(
    say`${now} De eerste tekst ${verb} met ingang van ${days}${end}.`
  )
}

/** What was withdrawn never held; nothing may suggest that it did. */
function withdrawal(
  {known, by}: NonNullable<Asked['first']['withdrawn']>,
  c: Consolidation
): Sentence {
  const on = known === 'onbekend' ? [] : say` op ${day(known)}`
  return say`, maar is${on} ingetrokken${inBrackets([by], c)}`
}

function origin(
  item: Pick<Announced, 'known' | 'wijzigingen'>,
  c: Consolidation
): Sentence {
  return say`${knownSince(item)}${inBrackets(item.wijzigingen, c)}`
}

function from(geldig: GeldigDay): Sentence {
  if (geldig === 'begin') return ['een niet vastgelegde dag']
  if (geldig === 'onbepaald') return ['een nog niet bepaalde dag']
  return [day(geldig)]
}
