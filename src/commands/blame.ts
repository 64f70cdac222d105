import {indexLaws} from '../citation/law-index.ts'
import type {BlamedLine} from '../comparison.ts'
import {defined} from '../defined.ts'
import type {Moment, Regeling, Unit, Version} from '../model.ts'
import {blameUnit} from '../pipeline/credits.ts'
import {renderBlame} from '../render/blame.ts'
import {unitName} from '../render/history.ts'
import {select} from '../time/select.ts'
import {CallError, type Command, shared} from './command.ts'
import {
  chosenRegelingen,
  findingsAbout,
  openCorpus,
  tellFindings
} from './corpus.ts'
import {onlyChoice} from './find-unit.ts'
import {readMoment} from './moment.ts'
import {scoped, scopeOptions} from './scope.ts'

const width = 100

/** `cao blame`: for every word of a provision the wijziging that put it there. */
export const blame: Command = {
  name: 'blame',
  summary: 'Toon van elk woord van een bepaling welke wijziging het bracht.',
  details:
    'Links staat de wijziging, rechts staan de woorden die zij bracht. Een woord dat bleef staan toen de bepaling werd vernummerd, gesplitst of verplaatst, houdt wie het bracht. Onder de tekst staat wat elke wijziging is.',
  args: '<eenheid...>',
  options: [
    shared.geldig,
    shared.zicht,
    ...scopeOptions,
    shared.concept,
    shared.regeling,
    shared.articles,
    {flags: '--json', description: 'geef de woorden als JSON'}
  ],
  examples: [
    [
      'cao blame 3:7 --geldig 2023-12-31',
      'een artikel zoals het die dag luidt'
    ],
    ['cao blame bijlage I --regeling voorbeeld-regeling', 'ook van elk bedrag']
  ],
  async run(call, host) {
    const moment = readMoment(call, host)
    const compiled = openCorpus(call, host)
    const regelingen = chosenRegelingen(call, compiled)
    if (!tellFindings(call, host, findingsAbout(call, compiled, regelingen)))
      return 1
    const words = call.args.join(' ')
    const choice = onlyChoice(scoped(call, regelingen), words, moment)
    const {regeling, scope, unit} = choice
    if (!unit) throw new CallError('Noem een artikel of een bijlage')
    const {version, state} = select(unit.versions, moment) ?? {}
    if (!version || state !== 'geldt') {
      throw new CallError(
        `\`${words}\` heeft op ${moment.geldig} geen tekst; kies met \`--geldig\` een andere dag (\`cao log ${words}\` toont welke)`
      )
    }
    const {laag} = scope
    const lines = blameUnit(unit, moment, {
      laws: indexLaws(compiled.corpus.wetten),
      ...defined({laag})
    })
    const blamed = {moment, regeling, unit, version, lines}
    host.print(call.values.json === true ? toJson(blamed) : toText(blamed))
    return 0
  }
}

interface Blamed {
  readonly moment: Moment
  readonly regeling: Regeling
  readonly unit: Unit
  readonly version: Version
  readonly lines: readonly BlamedLine[]
}

function toText({moment, regeling, unit, version, lines}: Blamed): string {
  const {nummer, opschrift = ''} = version
  const name = unitName({
    unit: unit.id,
    soort: unit.soort,
    ...defined({nummer})
  })
  const titel = `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${opschrift}`
  const wijzigingen = new Map(regeling.wijzigingen.map((one) => [one.id, one]))
  return renderBlame(
    {...moment, titel: titel.trimEnd(), lines, wijzigingen},
    width
  )
}

function toJson({moment, regeling, unit, lines}: Blamed): string {
  const {geldig, zicht} = moment
  const data = {
    schema: 'caoc/blame/1',
    regeling: regeling.id,
    unit: unit.id,
    geldig,
    zicht,
    lines
  }
  return `${JSON.stringify(data, null, 2)}\n`
}
