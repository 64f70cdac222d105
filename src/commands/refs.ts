import type {Stap} from '../citation/address.ts'
import {jciUrl} from '../citation/jci.ts'
import {writeAddress} from '../citation/write.ts'
import {indexUnits} from '../consolidate/owner.ts'
import type {Moment, Unit} from '../model.ts'
import type {ReferenceScope} from '../pipeline/citing.ts'
import {findPart} from '../pipeline/find-part.ts'
import {
  inPart,
  outgoing,
  type ReferenceLink,
  referencesAt,
  toPart
} from '../pipeline/references.ts'
import {select} from '../time/select.ts'
import {
  type Call,
  CallError,
  type Command,
  shared,
  textOption
} from './command.ts'
import {
  chosenRegelingen,
  findingsAbout,
  openCorpus,
  tellFindings
} from './corpus.ts'
import {missingUnit} from './find-unit.ts'
import {readMoment} from './moment.ts'
import {refsOfText} from './refs-text.ts'
import {type Scoped, scoped, scopeOptions} from './scope.ts'
import {nameAt} from './unit-name.ts'

/** `cao refs`: what a provision cites, and what cites it, as of a moment. */
export const refs: Command = {
  name: 'refs',
  summary: 'Toon waarnaar een bepaling verwijst, en wat naar haar verwijst.',
  details:
    'Een nummer leidt naar de bepaling die het op die dag draagt. Met een lid of onderdeel erbij komt alleen wat daarin staat en wat daarnaar verwijst. Zonder naam van een bepaling komen alle verwijzingen van de regeling. Bij een wet staat de koppeling naar wetten.overheid.nl als haar nummer bekend is (`gegevens/wetten.yaml`). Met `--missing` komen alleen de verwijzingen die op die dag nergens heen leiden, en in een uittreksel die naar wat het niet bevat.',
  args: '[eenheid...]',
  options: [
    shared.geldig,
    shared.zicht,
    {
      flags: '--tekst <bestand>',
      description:
        'lees de verwijzingen in een tekstbestand dat niet tot de regelingen hoort, als een concept of een brief'
    },
    {
      flags: '--missing',
      description: 'alleen verwijzingen naar wat er niet is'
    },
    ...scopeOptions,
    shared.concept,
    shared.regeling,
    shared.articles,
    {flags: '--json', description: 'geef de verwijzingen als JSON'}
  ],
  examples: [
    ['cao refs 3:5 --geldig 2020-07-01', 'van en naar een artikel'],
    ['cao refs artikel 3:5, tweede lid', 'van en naar een lid'],
    ['cao refs bijlage IIa --json', 'als gegevens'],
    ['cao refs --missing --regeling car-uwo', 'wat er niet is'],
    ['cao refs --tekst brief.txt', 'in een eigen tekst']
  ],
  async run(call, host) {
    const file = textOption(call, 'tekst')
    if (file !== undefined) {
      if (call.args.length > 0)
        throw new CallError(
          'Geef `--tekst` of de naam van een bepaling, niet beide; een tekstbestand wordt als geheel gelezen'
        )
      refuseBeside(call)
      host.print(refsOfText(file, call, host))
      return 0
    }
    const moment = readMoment(call, host)
    const compiled = openCorpus(call, host)
    const regelingen = chosenRegelingen(call, compiled)
    if (!tellFindings(call, host, findingsAbout(call, compiled, regelingen)))
      return 1
    const {wetten} = compiled.corpus
    const lists = chosen(call, scoped(call, regelingen), moment).map(
      (one): List => listOf(call, one, {...moment, wetten})
    )
    host.print(
      call.values.json === true
        ? toJson(lists, moment)
        : lists.map((list) => toText(list, moment)).join('\n')
    )
    return 0
  }
}

/** What only a regeling has: days, a gemeente, what is missing in it. */
const ofRegeling = [
  'geldig',
  'zicht',
  'missing',
  'gemeente',
  'laag',
  'concept',
  'regeling'
]

function refuseBeside({values}: Call): void {
  const given = ofRegeling.find((name) => values[name] !== undefined)
  if (given === undefined) return
  throw new CallError(
    `\`--${given}\` hoort bij een regeling, en gaat niet samen met \`--tekst\`: een tekstbestand heeft geen dagen en geen andere bepalingen`
  )
}

function listOf(
  call: Call,
  {regeling, scope, unit, pad}: Chosen,
  asked: Omit<ReferenceScope, 'laag'>
): List {
  const {laag} = scope
  const links = referencesAt(regeling, {
    ...asked,
    ...(laag === 'CAR' && {laag})
  })
  const out = unit ? inPart(outgoing(links, unit.id), pad) : links
  const back = unit ? toPart(links, unit.id, pad) : []
  const part = writeAddress({eenheid: [], pad})
  const found = unit && select(unit.versions, asked)
  const units = indexUnits(regeling.units)
  return {
    regeling: regeling.id,
    titel: regeling.titel,
    nameOf: (id) => nameAt(id, units, asked),
    ...(unit && {unit: unit.id}),
    ...(part !== '' && {part}),
    ...(unit && found?.state !== 'geldt' && {absent: true}),
    outgoing: shown(call, out),
    incoming: shown(call, back)
  }
}

interface List {
  readonly regeling: string
  readonly titel: string
  /** How a unit is called at the moment. */
  readonly nameOf: (id: string) => string
  readonly unit?: string
  /** Lid or onderdeel that was asked for, in words. */
  readonly part?: string
  /** The unit does not live at the moment. */
  readonly absent?: true
  readonly outgoing: readonly ReferenceLink[]
  readonly incoming: readonly ReferenceLink[]
}

interface Chosen extends Scoped {
  readonly unit?: Unit
  readonly pad: readonly Stap[]
}

/** The regelingen that have the unit that was asked for; without one, all. */
function chosen(
  {args}: Call,
  regelingen: readonly Scoped[],
  moment: Moment
): readonly Chosen[] {
  const words = args.join(' ')
  if (words === '') return regelingen.map((one) => ({...one, pad: []}))
  const found = regelingen.flatMap((one) => {
    const part = findPart(one.regeling, words, moment)
    return part.unit ? [{...one, ...part}] : []
  })
  if (found.length > 0) return found
  const all = regelingen.map(({regeling}) => regeling)
  throw new CallError(missingUnit(all, words, moment))
}

const missing: readonly ReferenceLink['state'][] = [
  'ontbreekt',
  'niet-opgenomen'
]

function shown(
  {values}: Call,
  links: readonly ReferenceLink[]
): readonly ReferenceLink[] {
  return values.missing === true
    ? links.filter(({state}) => missing.includes(state))
    : links
}

function toJson(lists: readonly List[], moment: Moment): string {
  const {geldig, zicht} = moment
  const data = lists.map(({titel: _, nameOf: __, ...list}) => list)
  return `${JSON.stringify({schema: 'caoc/refs/1', geldig, zicht, refs: data}, null, 2)}\n`
}

function toText(list: List, {geldig, zicht}: Moment): string {
  const {titel, nameOf, unit, part, absent, outgoing, incoming} = list
  const name = unit === undefined ? undefined : nameOf(unit)
  const named = [name, part].filter((one) => one !== undefined).join(', ')
  const head = unit === undefined ? titel : `${titel}: ${named}`
  const when = `Op ${geldig}, naar wat op ${zicht} bekend is${absent ? '; de bepaling is er die dag niet' : ''}`
  const lines = [
    head,
    '='.repeat([...head].length),
    '',
    when,
    '',
    'Verwijst naar',
    ...linesOf(outgoing, unit === undefined ? nameOf : undefined)
  ]
  if (unit !== undefined) {
    lines.push(
      '',
      'Hiernaar wordt verwezen vanuit',
      ...linesOf(incoming, nameOf, true)
    )
  }
  return `${lines.join('\n')}\n`
}

function linesOf(
  links: readonly ReferenceLink[],
  nameOf?: List['nameOf'],
  isBack = false
): readonly string[] {
  if (links.length === 0) return ['  (niets)']
  return links.map((link) => {
    const {from, place, words, quote, jci} = link
    const where = [nameOf?.(from), place].filter((part) => part)
    const at = where.length > 0 ? ` (${where.join(', ')})` : ''
    const url = jci === undefined ? '' : ` ${jciUrl(jci)}`
    const front = isBack ? `${where.join(', ')}: \`${quote}\`` : `${words}${at}`
    return `  ${front}${stateWords(link)}${url}`
  })
}

function stateWords({state, zoals}: ReferenceLink): string {
  if (zoals) {
    const day =
      zoals.dag === undefined
        ? 'eerder'
        : `${zoals.voor ? 'vóór' : 'op'} ${zoals.dag}`
    const gone = state === 'ontbreekt' ? ', maar was er toen niet' : ''
    return `; zoals dat ${day} luidde${gone}`
  }
  if (state === 'ontbreekt') return '; is er die dag niet'
  return state === 'niet-opgenomen' ? '; niet opgenomen in dit uittreksel' : ''
}
