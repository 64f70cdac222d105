/**
 * What the user typed → the verb that runs, with Dutch help and Dutch errors.
 *
 * commander reads the command line; its English is replaced here, whole.
 */
import {CommanderError, type Help, Command as Program} from 'commander'
import {type Host, HostError} from '../host/host.ts'
import {GlyphError} from '../pdf/glyph-error.ts'
import {TemplateError} from '../render/template-error.ts'
import {
  type Call,
  CallError,
  type Command,
  type ExitCode,
  shared
} from './command.ts'
import {corpusFolder} from './corpus.ts'
import {commands} from './index.ts'

/** Version of the package, given by the shell that knows it. */
export interface About {
  readonly version: string
}

/** Run one command line, without the program's own name; never throws and never exits. */
export async function runProgram(
  argv: readonly string[],
  host: Host,
  {version}: About
): Promise<ExitCode> {
  let code: ExitCode = 0
  let folder: string | undefined
  const program = makeProgram(host, version)
  for (const command of commands) {
    addCommand(program, command, async (call) => {
      folder = folderOf(command, call)
      code = await command.run(call, host)
    })
  }
  try {
    if (argv.length === 0) {
      program.outputHelp()
      return 2
    }
    await program.parseAsync([...argv], {from: 'user'})
  } catch (error) {
    host.progress('')
    code = tellError(error, argv, host)
  }
  if (folder !== undefined) tellUnfinished(folder, host)
  return code
}

/** The corpus folder that a command reads; of `undo`, which tells itself what was left half done, nothing. */
function folderOf({name, options}: Command, call: Call): string | undefined {
  const readsCorpus = options.includes(shared.articles) && name !== 'undo'
  return readsCorpus ? corpusFolder(call) : undefined
}

/** Of a command that was stopped halfway a part is there, which may look whole. */
function tellUnfinished(folder: string, host: Host): void {
  const title = host.unfinishedDraft(folder)
  if (title === undefined) return
  host.printError(
    `\`${title}\` is halverwege afgebroken, of nog bezig. Is zij afgebroken, draai haar dan terug met \`cao undo\`, of houd wat er staat met \`cao undo --forget\`\n`
  )
}

function makeProgram(host: Host, version: string): Program {
  const program = new Program('cao')
  inDutch(program, host)
  return (
    program
      .usage('<opdracht> [opties]')
      .description(
        'caoc: van versies in Markdown naar de doorlopende tekst van een regeling of cao, op elke dag.'
      )
      .version(version, '--version', 'toon de versie van caoc')
      // `--version` behind a verb is that verb's own.
      .enablePositionalOptions()
      .helpOption('-h, --help', 'toon deze hulp')
      .helpCommand('help [opdracht]', 'toon de hulp bij een opdracht')
      .addHelpText('after', '\nMeer over een opdracht: cao <opdracht> --help')
  )
}

function addCommand(
  program: Program,
  command: Command,
  act: (call: Call) => Promise<void>
): void {
  const {name, summary, details, args = '', options, examples} = command
  const sub = program.command(args === '' ? name : `${name} ${args}`)
  sub
    .usage(`${args === '' ? '' : `${args} `}[opties]`)
    .summary(summary)
    .description(`${summary}\n\n${details}`)
    .helpOption('-h, --help', 'toon deze hulp')
  for (const {flags, description} of options) sub.option(flags, description)
  const lines = examples.map(([line, what]) => `  ${line}\n      ${what}`)
  sub.addHelpText('after', `\nVoorbeelden:\n${lines.join('\n')}`)
  sub.action(async () => {
    const call = {args: sub.args, values: sub.opts()}
    refuseEmpty(name, call)
    await act(call)
  })
}

/** What is empty was mostly a variable of a shell that has no value, and never means everything. */
function refuseEmpty(name: string, {args, values}: Call): void {
  for (const [option, value] of Object.entries(values)) {
    if (value === '')
      throw new CallError(`Bij \`--${option}\` ontbreekt de waarde`)
  }
  if (args.some((arg) => arg.trim() === '')) {
    throw new CallError(
      `Achter \`cao ${name}\` staat een lege naam; vul de naam in of laat hem weg`
    )
  }
}

const titles = new Map([
  ['Usage:', 'Gebruik:'],
  ['Arguments:', 'Gegevens:'],
  ['Options:', 'Opties:'],
  ['Commands:', 'Opdrachten:']
])

/** Children take these settings over from the program. */
function inDutch(program: Program, host: Host): void {
  program
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => host.print(text),
      writeErr: () => {}
    })
    .configureHelp({
      styleTitle: (title) => titles.get(title) ?? title,
      visibleArguments: () => [],
      subcommandTerm: (command) => command.name(),
      optionDescription: ({description}) => description,
      helpWidth: 80,
      showGlobalOptions: false
    } satisfies Partial<Help>)
}

function tellError(
  error: unknown,
  argv: readonly string[],
  host: Host
): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    host.printError(`${dutchCallError(error, argv)}; zie \`cao --help\`\n`)
    return 2
  }
  if (error instanceof CallError) {
    host.printError(`${error.message}\n`)
    return 2
  }
  const isExpected = [HostError, TemplateError, GlyphError].some(
    (kind) => error instanceof kind
  )
  if (isExpected && error instanceof Error) {
    host.printError(`${error.message}\n`)
    return 1
  }
  const trace = error instanceof Error ? error.stack : String(error)
  host.printError(
    `Er ging iets mis in caoc zelf; meld dit met de regels hieronder\n${trace}\n`
  )
  return 1
}

/** commander quotes what was typed, which may hold quotes too; only that is taken from its sentence. */
function dutchCallError(
  {code, message}: CommanderError,
  argv: readonly string[]
): string {
  const typed = /'(.*)'/su.exec(message)?.[1] ?? ''
  switch (code) {
    case 'commander.unknownOption':
      return `De optie \`${typed}\` bestaat niet`
    case 'commander.unknownCommand':
      return `De opdracht \`${typed}\` bestaat niet`
    case 'commander.optionMissingArgument':
      return `Bij \`${typed}\` ontbreekt de waarde`
    case 'commander.missingArgument':
      return 'Achter deze opdracht ontbreekt een naam'
    case 'commander.excessArguments':
      return 'Er staat te veel achter deze opdracht'
    case 'commander.help': {
      const [first, asked] = argv.filter((word) => !word.startsWith('-'))
      return first === 'help' && asked !== undefined
        ? `De opdracht \`${asked}\` bestaat niet`
        : 'De opdracht ontbreekt'
    }
    default:
      return 'De opdracht is niet te lezen'
  }
}
