import type {Besluit, Regeling, Vaststelling} from '../model.ts'
import {
  type AdoptionState,
  adoptionsOf,
  type OpenVersion
} from '../pipeline/adoption.ts'
import {unitName} from '../render/history.ts'
import {tableLines} from '../render/text-table.ts'
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
import {readMoment} from './moment.ts'
import {scopeOptions, unknownGemeente, vaststellingOf} from './scope.ts'

const width = 120

/** `cao adopted`: what a municipality adopted, and what not yet. */
export const adopted: Command = {
  name: 'adopted',
  summary:
    'Toon welke wijzigingen een gemeente heeft vastgesteld, en welke niet.',
  details:
    'Een wijziging bindt de ambtenaar pas door het besluit van de eigen gemeente. De besluiten staan in de map `vaststellingen` van de regeling, één bestand per gemeente.',
  options: [
    {flags: scopeOptions[0].flags, description: 'naam of code, als gm0037'},
    {
      flags: '--open',
      description: 'alleen wat nog niet (geheel) is vastgesteld'
    },
    shared.zicht,
    shared.regeling,
    shared.articles,
    {flags: '--json', description: 'geef de uitkomst als JSON'}
  ],
  examples: [
    ['cao adopted --gemeente Voorbeeldstad', 'alles, met de besluiten'],
    ['cao adopted --gemeente gm9902 --open', 'wat nog moet']
  ],
  async run(call, host) {
    const {zicht} = readMoment(call, host)
    const compiled = openCorpus(call, host)
    const chosen = chosenRegelingen(call, compiled)
    if (!tellFindings(call, host, findingsAbout(call, compiled, chosen)))
      return 1
    const lists = found(call, chosen).map(({regeling, vaststelling}) => {
      const all = adoptionsOf(regeling, vaststelling, zicht)
      const isOpen = ({state}: AdoptionState): boolean =>
        state === 'niet' || state === 'deels'
      return {
        regeling,
        vaststelling,
        states: call.values.open === true ? all.filter(isOpen) : all
      }
    })
    if (call.values.json === true) {
      host.print(toJson(lists))
      return 0
    }
    for (const list of lists) host.print(toText(list))
    return 0
  }
}

interface Place {
  readonly regeling: Regeling
  readonly vaststelling: Vaststelling
}

interface List extends Place {
  readonly states: readonly AdoptionState[]
}

function found(call: Call, regelingen: readonly Regeling[]): readonly Place[] {
  const name = textOption(call, 'gemeente')
  if (name === undefined) {
    throw new CallError(
      'Noem met `--gemeente` de gemeente, bij naam of code, als `gm0037`'
    )
  }
  const places = regelingen.flatMap((regeling) => {
    const vaststelling = vaststellingOf(regeling, name)
    return vaststelling ? [{regeling, vaststelling}] : []
  })
  if (places.length > 0) return places
  throw new CallError(unknownGemeente(name, regelingen))
}

const words = {
  vastgesteld: 'vastgesteld',
  deels: 'deels',
  niet: 'nog niet',
  vervallen: 'niet nodig: ingetrokken'
} as const

function toText({regeling, vaststelling, states}: List): string {
  const title = `${regeling.titel}: ${vaststelling.gemeente} (${vaststelling.code})`
  const head = `${title}\n${'='.repeat([...title].length)}\n\n`
  if (states.length === 0) return `${head}Er staat niets open.\n\n`
  const rows = states.map(({wijziging, state, besluiten, open}) => [
    wijziging.lbr === undefined ? wijziging.id : `Lbr. ${wijziging.lbr}`,
    wijziging.bekend,
    wijziging.onderwerp,
    state === 'deels' ? `deels; nog niet: ${openWords(open)}` : words[state],
    besluiten.map(besluitLine).join('\n')
  ])
  const heads = ['Wijziging', 'Bekend', 'Onderwerp', 'Stand', 'Besluit']
  const lines = tableLines([heads, ...rows], [], width)
  return `${head}${lines.join('\n')}\n\n`
}

/** The units, in words of law; with the day where one unit has several texts open. */
function openWords(open: readonly OpenVersion[]): string {
  const names = open.map((version) => {
    const isOne = open.filter(({unit}) => unit === version.unit).length === 1
    return isOne
      ? unitName(version)
      : `${unitName(version)} (${version.geldig})`
  })
  return names.join(', ')
}

function besluitLine({kenmerk, datum, inwerking}: Besluit): string {
  const name = kenmerk === undefined ? '' : `${kenmerk}, `
  return `${name}${datum}, in werking ${inwerking}`
}

function toJson(lists: readonly List[]): string {
  const data = lists.map(({regeling, vaststelling, states}) => ({
    regeling: regeling.id,
    gemeente: vaststelling.gemeente,
    code: vaststelling.code,
    wijzigingen: states.map(({wijziging, state, besluiten, open}) => ({
      id: wijziging.id,
      bekend: wijziging.bekend,
      onderwerp: wijziging.onderwerp,
      state,
      open: open.map(({name}) => name),
      besluiten: besluiten.map(({adopts: _, ...facts}) => facts)
    }))
  }))
  return `${JSON.stringify({schema: 'caoc/adopted/1', lists: data}, null, 2)}\n`
}
