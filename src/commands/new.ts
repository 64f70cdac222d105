import {idOf} from '../draft/wijziging-file.ts'
import type {Host} from '../host/host.ts'
import {draftWijziging} from '../pipeline/draft-decision.ts'
import {finishDraft} from '../pipeline/draft-finish.ts'
import {
  type Act,
  draftVersion,
  type VersionRequest
} from '../pipeline/draft-version.ts'
import {
  type Call,
  CallError,
  type Command,
  type CommandOption,
  type ExitCode,
  textOption
} from './command.ts'
import {
  carryOut,
  drafting,
  openCallDesk,
  readDecision,
  readGeldig,
  refusing,
  titleOf
} from './drafting.ts'
import {readDay} from './moment.ts'
import {forBoth, forVersion, forWijziging} from './new-options.ts'

/** `cao new`: lay down a wijziging, or the versions that it brings. */
export const newCommand: Command = {
  name: 'new',
  summary: 'Leg een wijziging neer, of een versie van een bepaling.',
  details: [
    '`cao new wijziging [naam]` maakt de wijziging zelf. Zonder naam heet zij naar `--lbr`, en zonder `--datum` is zij een concept.',
    '`cao new version <eenheid> --wijziging <naam>` maakt een bestand met de tekst die op die dag geldt, om daarin te wijzigen; `basis` zegt waarop het is geschreven. Met `--new`, `--lapse`, `--renumber`, `--move`, `--split` of `--merge` komen er alle bestanden die dat geval nodig heeft.',
    'Er wordt nooit een bestand overschreven, en `cao undo` draait een opdracht terug.'
  ].join('\n\n'),
  args: '<wat> [naam...]',
  options: [...forWijziging, forBoth, ...forVersion, ...drafting],
  examples: [
    [
      'cao new wijziging --lbr 26/012 --onderwerp "reiskosten" --datum 2026-03-02',
      'een wijziging met de naam `lbr-26-012`'
    ],
    [
      'cao new version 2:3 --wijziging lbr-26-012 --geldig 2026-07-01',
      'een kopie van artikel 2:3, om te wijzigen'
    ],
    [
      'cao new version 2:3 --wijziging lbr-26-012 --new',
      'een nieuw artikel achter 2:3'
    ],
    [
      'cao new version hoofdstuk 2 --wijziging lbr-26-012 --new',
      'een nieuw artikel aan het eind van hoofdstuk 2'
    ],
    [
      'cao new version 2:3 --wijziging lbr-26-012 --geldig 2026-07-01 --until 2027-01-01',
      'een tijdelijke tekst, en wat daarna geldt'
    ],
    [
      'cao new version 2:4 --wijziging lbr-26-012 --lapse',
      'laat 2:4 vervallen'
    ],
    [
      'cao new version 2:4 --wijziging lbr-26-012 --move "hoofdstuk 3" --renumber 3:9',
      'verplaats 2:4 en geef het een ander nummer'
    ]
  ],
  async run(call, host) {
    const [what, ...names] = call.args
    if (what === 'wijziging') return newWijziging(call, names, host)
    if (what === 'version') return newVersion(call, names, host)
    throw new CallError(
      `\`${what}\` kan niet; gebruik \`cao new wijziging\` of \`cao new version\``
    )
  }
}

async function newWijziging(
  call: Call,
  names: readonly string[],
  host: Host
): Promise<ExitCode> {
  refuseOthers(call, forVersion, 'cao new version')
  const [name, ...more] = names
  if (more.length > 0) {
    throw new CallError(
      'Een wijziging heeft één naam, zonder spaties, als `lbr-26-012`; zet waar zij over gaat bij `--onderwerp`, tussen aanhalingstekens'
    )
  }
  const words = readDecision(call, name)
  const id = refusing(() => idOf(words))
  const isConcept = words.datum === undefined
  return carryOut(call, host, {
    title: titleOf('new', call),
    draft(sources) {
      const desk = openCallDesk(call, sources)
      const draft = draftWijziging(desk, words)
      const remarks = isConcept
        ? [
            'Zonder `--datum` is dit een concept: de versies tellen pas mee als in de kop `datum` staat en `concept` weg is'
          ]
        : []
      return finishDraft(desk, {...draft, remarks})
    },
    next: `leg met \`cao new version <eenheid> --wijziging ${id}\` de teksten neer die veranderen`
  })
}

async function newVersion(
  call: Call,
  names: readonly string[],
  host: Host
): Promise<ExitCode> {
  refuseOthers(call, forWijziging, 'cao new wijziging')
  const request = readRequest(call, names)
  const {wijziging} = request
  return carryOut(call, host, {
    title: titleOf('new', call),
    draft(sources) {
      const desk = openCallDesk(call, sources, {wijziging})
      const draft = draftVersion(desk, request)
      return finishDraft(desk, draft)
    },
    next:
      request.act.kind === 'lapse'
        ? 'kijk na of andere teksten hiernaar verwijzen'
        : ({files}) =>
            `${request.act.kind === 'new' ? 'schrijf' : 'wijzig'} de tekst in ${files.length === 1 ? 'dat bestand' : 'die bestanden'}`
  })
}

function readRequest(call: Call, names: readonly string[]): VersionRequest {
  const wijziging = textOption(call, 'wijziging')
  if (wijziging === undefined) {
    throw new CallError(
      'Geef met `--wijziging` de wijziging die de versie brengt, als `--wijziging lbr-26-012`'
    )
  }
  const geldig = readGeldig(call)
  const until = readDay(call, 'until')
  const onderdeel = textOption(call, 'onderdeel')
  const opschrift = textOption(call, 'opschrift')
  return {
    words: names.join(' '),
    wijziging,
    act: readAct(call),
    toelichting: call.values.toelichting === true,
    ...(geldig !== undefined && {geldig}),
    ...(until !== undefined && {until}),
    ...(onderdeel !== undefined && {onderdeel}),
    ...(opschrift !== undefined && {opschrift})
  }
}

/** The one thing that happens to a unit; a move may go with another number. */
function readAct(call: Call): Act {
  const [first, second] = actsIn(call)
  if (second !== undefined) {
    throw new CallError(
      `\`--${first}\` en \`--${second}\` kunnen niet samen; doe het in twee opdrachten`
    )
  }
  const nummer = textOption(call, 'nummer')
  const renumber = textOption(call, 'renumber')
  if (first !== 'new') refuseNewOnly(call)
  switch (first) {
    case 'new': {
      const soort = textOption(call, 'soort')
      return {
        kind: 'new',
        before: call.values.before === true,
        ...(soort !== undefined && {soort}),
        ...(nummer !== undefined && {nummer})
      }
    }
    case 'lapse':
      return {kind: 'lapse'}
    case 'move': {
      const target = textOption(call, 'move') ?? ''
      return {
        kind: 'move',
        target,
        ...(renumber !== undefined && {nummer: renumber})
      }
    }
    case 'renumber':
      return {kind: 'renumber', nummer: renumber ?? ''}
    case 'split':
      return {kind: 'split', nummers: textOption(call, 'split') ?? ''}
    case 'merge':
      return {kind: 'merge', others: textOption(call, 'merge') ?? ''}
    default:
      return {kind: 'change'}
  }
}

function actsIn({values}: Call): readonly string[] {
  const acts = ['new', 'lapse', 'move', 'renumber', 'split', 'merge']
  const given = acts.filter((name) => values[name] !== undefined)
  return given.includes('move')
    ? given.filter((name) => name !== 'renumber')
    : given
}

function refuseNewOnly({values}: Call): void {
  const name = ['before', 'nummer', 'soort'].find(
    (one) => values[one] !== undefined
  )
  if (name === undefined) return
  const hint =
    name === 'nummer'
      ? '; een ander nummer voor een bestaande bepaling geeft `--renumber`'
      : ''
  throw new CallError(`\`--${name}\` hoort bij \`--new\`${hint}`)
}

/** Options of the other thing that `new` makes. */
function refuseOthers(
  {values}: Call,
  others: readonly CommandOption[],
  command: string
): void {
  const names = others.map(({flags}) => /--([a-z]+)/u.exec(flags)?.[1] ?? '')
  const odd = names.find((name) => values[name] !== undefined)
  if (odd === undefined) return
  throw new CallError(
    `\`--${odd}\` hoort bij \`${command}\`; laat het hier weg`
  )
}
