/** What all drafting commands share: lay down what was drafted, and say what to do next. */
import {defined} from '../defined.ts'
import {Refusal} from '../draft/refusal.ts'
import {idOf} from '../draft/wijziging-file.ts'
import type {Host} from '../host/host.ts'
import type {IsoDate, SourceTree} from '../model.ts'
import type {DecisionWords} from '../pipeline/draft-decision.ts'
import {
  type Desk,
  type DeskRequest,
  openDesk,
  type Reading
} from '../pipeline/draft-desk.ts'
import type {DraftPlan} from '../pipeline/draft-finish.ts'
import {itemsOf} from '../pipeline/draft-words.ts'
import {
  type Call,
  CallError,
  type CommandOption,
  type ExitCode,
  shared,
  textOption
} from './command.ts'
import {corpusFolder} from './corpus.ts'
import {tellDraft} from './draft-outcome.ts'
import {readDay} from './moment.ts'

/** Options of every drafting command. */
export const drafting: readonly CommandOption[] = [
  shared.regeling,
  shared.articles,
  {flags: '--dry-run', description: 'toon de bestanden, en schrijf niets'},
  {flags: '--json', description: 'geef de uitkomst als JSON'}
]

/** Options that describe a wijziging. */
export const aboutWijziging: readonly CommandOption[] = [
  {
    flags: '--onderwerp <tekst>',
    description: 'waar de wijziging over gaat, in enkele woorden'
  },
  {
    flags: '--datum <dag>',
    description:
      'dagtekening, als 2026-03-02; zonder is de wijziging een concept'
  },
  {
    flags: '--bekend <dag>',
    description: 'dag waarop zij bekend wordt, als dat niet de dagtekening is'
  },
  {
    flags: '--lbr <nummer>',
    description: 'nummer van de ledenbrief, als 26/012'
  },
  {flags: '--loga <nummer>', description: 'nummer van CvA/LOGA, als 26/04'},
  {flags: '--kenmerk <tekst>', description: 'kenmerk van de brief'}
]

/** Option that names the wijziging that decides on another one. */
export const decidingWijziging: CommandOption = {
  flags: '--wijziging <naam>',
  description:
    'de wijziging die dit bepaalt: een nieuwe naam, of een die er al is (standaard naar `--lbr`)'
}

/** The wijziging that the options describe. */
export function readDecision(
  call: Call,
  id: string | undefined
): DecisionWords {
  const given = {
    id,
    soort: textOption(call, 'soort'),
    onderwerp: textOption(call, 'onderwerp'),
    kenmerk: textOption(call, 'kenmerk'),
    lbr: textOption(call, 'lbr'),
    loga: textOption(call, 'loga'),
    datum: readDay(call, 'datum'),
    bekend: readDay(call, 'bekend'),
    onderdelen: readList(call, 'onderdelen'),
    volgorde: readWhole(call, 'volgorde')
  }
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined)
  )
}

/** A geldig day as typed, or `onbepaald`. */
export function readGeldig(call: Call): IsoDate | 'onbepaald' | undefined {
  return textOption(call, 'geldig') === 'onbepaald'
    ? 'onbepaald'
    : readDay(call, 'geldig')
}

function readList(call: Call, name: string): readonly string[] | undefined {
  const text = textOption(call, name)
  return text === undefined ? undefined : itemsOf(text)
}

function readWhole(call: Call, name: string): number | undefined {
  const text = textOption(call, name)
  if (text === undefined) return undefined
  if (/^\d{1,6}$/u.test(text)) return Number(text)
  throw new CallError(
    `\`${text}\` is geen geheel getal; schrijf \`--${name}\` als 1`
  )
}

/** What a call drafts on. */
export interface Sources {
  readonly tree: SourceTree
  readonly reading: Reading
}

/** The regeling in which a call drafts; `wijziging` counts as known, and `target` is what it is about. */
export function openCallDesk(
  call: Call,
  {tree, reading}: Sources,
  request: Omit<DeskRequest, 'regeling'> = {}
): Desk {
  const regeling = textOption(call, 'regeling')
  return openDesk(tree, {...request, ...defined({regeling})}, reading)
}

/** The wijziging by which a call decides on another one, and its name. */
export function readDeciding(call: Call): {
  readonly decision: DecisionWords
  readonly id: string
} {
  const decision = readDecision(call, textOption(call, 'wijziging'))
  return {decision, id: refusing(() => idOf(decision))}
}

/** One drafting command at work. */
export interface Work {
  /** The command, as `cao undo` names it. */
  readonly title: string
  /** Pure: called again when the corpus changed while it waited for another caoc. */
  readonly draft: (sources: Sources) => DraftPlan
  /** What to do with what was laid down, after `Verder:`. */
  readonly next: string | ((plan: DraftPlan) => string)
}

/** Draft, lay down all files or none, and tell; with `--dry-run` only tell. */
export async function carryOut(
  call: Call,
  host: Host,
  {title, draft, next}: Work
): Promise<ExitCode> {
  const folder = corpusFolder(call)
  const laws = host.readLaws()
  const make = (tree: SourceTree): DraftPlan => {
    const work = (reading: Reading) => refusing(() => draft({tree, reading}))
    // To keep anything for a corpus that is not there yet would make its folder.
    if (!host.corpusPlace(folder).exists) return work({laws})
    return host.withCache(folder, (cache) => work({cache, laws}))
  }
  host.progress('Bronnen lezen…')
  const tree = readTree(host, folder)
  const plan = make(tree)
  host.progress('')
  if (call.values.dryRun === true) {
    tellDraft(call, host, {plan, next: nextOf(next, plan), isDry: true})
    return 0
  }
  const done = await host.withJournal(folder, (journal) => {
    const now = readTree(host, folder)
    const final = isSame(tree, now) ? plan : make(now)
    journal.layDown(title, final.files)
    return final
  })
  tellDraft(call, host, {
    plan: done,
    next: nextOf(next, done),
    isDry: false
  })
  return 0
}

/** Options that say where and how, and not what is drafted. */
const besides = ['articles', 'dryRun', 'json', 'regeling']

/** A command as somebody typed it. */
export function titleOf(name: string, {args, values}: Call): string {
  const options = Object.entries(values)
    .filter(([option]) => !besides.includes(option))
    .map(([option, value]) =>
      value === true ? `--${option}` : `--${option} ${quoted(String(value))}`
    )
  return ['cao', name, ...args.map(quoted), ...options].join(' ')
}

function quoted(word: string): string {
  return /^[\w.,:#/+-]+$/u.test(word) ? word : `"${word}"`
}

function nextOf(next: Work['next'], plan: DraftPlan): string {
  return typeof next === 'string' ? next : next(plan)
}

/** What drafting refuses is a call that cannot be carried out. */
export function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) throw new CallError(error.message)
    throw error
  }
}

/** A corpus that is still to be made has no files. */
function readTree(host: Host, folder: string): SourceTree {
  return host.corpusPlace(folder).exists
    ? host.readCorpus(folder)
    : {folder, files: [], folders: []}
}

function isSame(a: SourceTree, b: SourceTree): boolean {
  return (
    a.files.length === b.files.length &&
    a.files.every((file, at) => {
      const other = b.files[at]
      if (file.path !== other?.path) return false
      if (!('bytes' in file) || !('bytes' in other)) return true
      return (
        file.bytes.length === other.bytes.length &&
        file.bytes.every((byte, index) => byte === other.bytes[index])
      )
    })
  )
}
