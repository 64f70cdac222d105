/** What `cao diff` was asked → the two sides of the comparison. */
import type {Host} from '../host/host.ts'
import type {Moment, Regeling, UnitId} from '../model.ts'
import {type Compared, compareTexts} from '../pipeline/comparison.ts'
import {previousMoment} from '../pipeline/comparison-moments.ts'
import {findUnit} from '../pipeline/find.ts'
import {select} from '../time/select.ts'
import {type Call, CallError, textOption} from './command.ts'
import {
  chosenRegelingen,
  conceptsOf,
  findingsAbout,
  openCorpus,
  tellFindings
} from './corpus.ts'
import {readMoments} from './diff-moments.ts'
import {
  type Asked,
  comparedConcept,
  comparedFiles,
  comparedRegelingen,
  requestFor
} from './diff-others.ts'
import {type Choice, onlyChoice} from './find-unit.ts'
import {readDay} from './moment.ts'
import {scoped} from './scope.ts'

/** Compare what was asked; nothing where the sources have errors, which were told. */
export function comparedFor(call: Call, host: Host): Compared | undefined {
  if (call.values.files === true) return comparedFiles(call, host)
  const compiled = openCorpus(call, host)
  const regelingen = chosenRegelingen(call, compiled)
  if (!tellFindings(call, host, findingsAbout(call, compiled, regelingen))) {
    return undefined
  }
  host.progress('Vergelijken…')
  const today = host.today()
  const zicht = readDay(call, 'zicht') ?? today
  const {moments, words} = readMoments(call.args, today, zicht)
  const asked: Asked = {
    call,
    host,
    compiled,
    moments,
    words,
    today: {geldig: today, zicht}
  }
  if (textOption(call, 'met') !== undefined) {
    return comparedRegelingen(asked)
  }
  const isTable = conceptsOf(call).size > 0 && moments.length < 2
  return isTable ? comparedConcept(asked) : comparedMoments(asked)
}

function comparedMoments(asked: Asked): Compared {
  const {moments, today} = asked
  const [first = 'previous', second = today] = moments
  if (second === 'previous') {
    throw new CallError(
      '`previous` kan alleen de eerste van de twee dagen zijn: het is de dag voor de laatste wijziging'
    )
  }
  const choice = chosenAt(asked, second, first === 'previous' ? second : first)
  const from = first === 'previous' ? before(choice, second) : first
  tellOther(asked, choice, from)
  return compareTexts(
    {...choice, moment: from},
    {...choice, moment: second},
    requestFor(asked, choice)
  )
}

function before({regeling, unit}: Choice, moment: Moment): Moment {
  const found = previousMoment(regeling, moment, unit?.id)
  if (found) return found
  const {geldig, zicht} = moment
  throw new CallError(
    `Vóór ${geldig} is hier, naar wat op ${zicht} bekend was, geen wijziging; noem zelf de eerste dag`
  )
}

/** A number may be borne by one unit on the first day and by another on the second: the second day counts first. */
function chosenAt(
  {call, compiled, words}: Asked,
  moment: Moment,
  other: Moment
): Choice {
  const all = scoped(call, chosenRegelingen(call, compiled))
  const choice = onlyChoice(all, words, moment)
  const {unit, regeling} = choice
  if (!unit || isThere(regeling, unit.id, moment)) return choice
  const earlier = onlyChoice(all, words, other)
  return earlier.unit && isThere(earlier.regeling, earlier.unit.id, other)
    ? earlier
    : choice
}

/** A number that another unit bore on the first day: it is not compared, and that must not go unnoticed. */
function tellOther(
  {host, words}: Asked,
  {regeling, unit}: Choice,
  from: Moment
): void {
  if (!unit) return
  const other = findUnit(regeling, words, from).unit
  if (!other || other.id === unit.id || !isThere(regeling, other.id, from)) {
    return
  }
  host.printError(
    `Op ${from.geldig} was dit nummer van een andere bepaling; die heet \`${other.id}\`\n`
  )
}

function isThere(regeling: Regeling, unit: UnitId, moment: Moment): boolean {
  const found = regeling.units.find(({id}) => id === unit)
  return (
    found !== undefined && select(found.versions, moment)?.state === 'geldt'
  )
}
