import {draftRegeling, type NewRegeling} from '../draft/new-corpus.ts'
import type {Host} from '../host/host.ts'
import type {Laag, Route} from '../model.ts'
import {compile} from '../pipeline/compile.ts'
import {type DraftPlan, finishDraft} from '../pipeline/draft-finish.ts'
import {itemsOf} from '../pipeline/draft-words.ts'
import {
  type Call,
  CallError,
  type Command,
  shared,
  textOption
} from './command.ts'
import {corpusFolder} from './corpus.ts'
import {carryOut, drafting, type Sources, titleOf} from './drafting.ts'

/** `cao init`: a regeling that builds at once. */
export const init: Command = {
  name: 'init',
  summary: 'Leg een nieuwe regeling neer die meteen te bouwen is.',
  details:
    'De regeling komt in een eigen map onder `articles`, met een hoofdstuk en een artikel als voorbeeld, en een bestand voor de verantwoording. De naam bestaat uit kleine letters, cijfers en streepjes. Wat er al is, blijft zoals het is.',
  args: '[naam]',
  options: [
    {
      flags: '--titel <tekst>',
      description:
        'naam van de regeling voor lezers (standaard de naam van de map)'
    },
    {
      flags: '--route <route>',
      description:
        'gemeenteblad, aanmelding of website (standaard gemeenteblad): hoe de tekst bindend wordt'
    },
    {
      flags: '--lagen <lagen>',
      description: 'lagen met komma’s ertussen, als CAR,UWO'
    },
    ...drafting.filter((option) => option !== shared.regeling)
  ],
  examples: [
    ['cao init', 'een regeling met de naam `regeling`'],
    [
      'cao init car-uwo --titel CAR-UWO --lagen CAR,UWO',
      'met een eigen naam en twee lagen'
    ],
    [
      'cao init cao-voorbeeld --titel "Cao Voorbeeld" --route aanmelding --dry-run',
      'laat zien wat er zou komen'
    ]
  ],
  async run(call, host) {
    const request = readRequest(call)
    const folder = corpusFolder(call)
    const place = host.corpusPlace(folder)
    return carryOut(call, host, {
      title: titleOf('init', call),
      draft: (sources) => draft(sources, request, place),
      next: `vul \`regeling.md\` aan en schrijf de eigen tekst`
    })
  }
}

function draft(
  {tree, reading}: Sources,
  request: NewRegeling,
  place: ReturnType<Host['corpusPlace']>
): DraftPlan {
  const {id} = request
  const same = [...tree.files.map(({path}) => path), ...tree.folders]
    .map((path) => path.split('/')[0] ?? '')
    .find((name) => name.toLowerCase() === id.toLowerCase())
  if (same !== undefined || id === 'gegevens') {
    throw new CallError(
      `De naam \`${same ?? id}\` is in \`${tree.folder}\` al in gebruik; kies een andere, als \`cao init ${id}-2\``
    )
  }
  const before = {
    tree,
    reading,
    compiled: compile(tree, reading),
    concepts: new Set<string>()
  }
  return finishDraft(before, draftRegeling(request, place))
}

const routes: readonly Route[] = ['gemeenteblad', 'aanmelding', 'website']
const lagen: readonly Laag[] = ['CAR', 'UWO']

function readRequest(call: Call): NewRegeling {
  const [id = 'regeling'] = call.args
  const titel = textOption(call, 'titel')
  return {
    id,
    route: choose(textOption(call, 'route') ?? 'gemeenteblad', routes, 'route'),
    lagen: itemsOf(textOption(call, 'lagen') ?? '').map((laag) =>
      choose(laag, lagen, 'lagen')
    ),
    ...(titel !== undefined && {titel})
  }
}

function choose<T extends string>(
  text: string,
  names: readonly T[],
  option: string
): T {
  const name = names.find((one) => one === text)
  if (name !== undefined) return name
  throw new CallError(
    `\`${text}\` kan niet bij \`--${option}\`; kies uit ${names.join(', ')}`
  )
}
