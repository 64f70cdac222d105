/** What changed a text since, in lines. */
import {isoDate} from '../time/days.ts'
import {unitName} from './history.ts'
import {day, partText} from './sentence.ts'
import type {CheckedSide, LaterChange} from './verify-json-schema.ts'

/** More changes than this are counted, not named; JSON has them all. */
const mostChanges = 10
/** The same of units of one change. */
const mostUnits = 4

/** What became known or went into force since, of a text that the sources still give. */
export function laterLines(side: CheckedSide): readonly string[] {
  const {corpus, later, ended, until, side: which} = side
  if (corpus !== 'gelijk') return []
  const rest = later.length - mostChanges
  const lines = [
    ...later.slice(0, mostChanges).map(changeLine),
    ...(rest > 0 ? [`En nog ${rest} wijzigingen; zie \`cao log\`.`] : []),
    ...(ended ? [endLine(ended)] : [])
  ]
  const none =
    which === 'was'
      ? 'Niets wat sindsdien bekend werd, wijzigt de tekst van die dag.'
      : 'Sindsdien werd niets bekend, en ging niets in, dat deze tekst wijzigt.'
  const horizon =
    until === undefined
      ? []
      : [
          `De bronnen zijn bijgewerkt tot en met wat op ${inWords(until)} bekend was; wat later kwam, staat er niet in.`
        ]
  return [...(lines.length === 0 ? [none] : lines), ...horizon]
}

function changeLine(change: LaterChange): string {
  const {names, wijzigingen, known, geldig, retroactive, reaches} = change
  const by =
    names.length === 0
      ? 'Zonder wijziging'
      : names.map((name, at) => `${name} (\`${wijzigingen[at]}\`)`).join(' en ')
  const since = known === 'altijd' ? '' : `, bekend sinds ${inWords(known)}`
  const from = geldig === 'begin' ? '' : `, met ingang van ${inWords(geldig)}`
  const back = retroactive ? ' (met terugwerkende kracht)' : ''
  const day = reaches
    ? '; dit raakt ook de tekst van de dag van dit document'
    : ''
  return `Sindsdien wijzigt ${by}${since}${from}${back}: ${unitNames(change)}${day}.`
}

function unitNames({units}: LaterChange): string {
  const names = [...new Set(units.map(nameOf))]
  const rest = names.length - mostUnits
  return [
    ...names.slice(0, mostUnits),
    ...(rest > 0 ? [`nog ${rest} bepalingen`] : [])
  ].join(', ')
}

function nameOf({
  unit,
  soort,
  nummer,
  owner
}: LaterChange['units'][number]): string {
  return unitName({
    unit,
    soort,
    ...(nummer !== undefined && {nummer}),
    ...(owner && {
      owner: {
        soort: owner.soort,
        ...(owner.nummer !== undefined && {nummer: owner.nummer})
      }
    })
  })
}

function endLine({from, opvolger}: NonNullable<CheckedSide['ended']>): string {
  const next = opvolger === undefined ? '' : `; opvolger: ${opvolger}`
  return `De regeling geldt niet meer met ingang van ${inWords(from)}${next}.`
}

function inWords(date: string): string {
  const found = isoDate(date)
  return found ? partText(day(found)) : date
}
