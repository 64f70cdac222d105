import {defined} from '../defined.ts'
import {type Host, HostError, type Output} from '../host/host.ts'
import type {Consolidation, Moment, Regeling} from '../model.ts'
import {GlyphError} from '../pdf/glyph-error.ts'
import {consolidateHashed} from '../pipeline/consolidation.ts'
import {
  type Format,
  formats,
  renderFormat,
  type Tools
} from '../pipeline/formats.ts'
import {merge, type Package, pack} from '../publish/publication.ts'
import {dayBefore} from '../time/days.ts'
import {
  type Call,
  CallError,
  type Command,
  type ExitCode,
  shared,
  textOption
} from './command.ts'
import {
  chosenRegelingen,
  corpusFolder,
  findingsAbout,
  openCorpus,
  tellFindings
} from './corpus.ts'
import {readFormats} from './format-option.ts'
import {inLanes} from './lanes.ts'
import {readDay, readMoment} from './moment.ts'
import {pdfOption, readFlavour} from './pdf-option.ts'
import {scoped, scopeOptions} from './scope.ts'

/** `cao build`: the main job; lay down the doorlopende tekst of every regeling. */
export const build: Command = {
  name: 'build',
  summary: 'Maak van elke regeling de doorlopende tekst, in alle vormen.',
  details:
    'De bestanden komen in de map `publicatie`, per regeling en per dag. Een bestand staat er heel of niet; `manifest.json` noemt wat bij elkaar hoort en wordt als laatste geschreven. Van een regeling die niet meer geldt wordt zonder `--geldig` de tekst van de laatste dag gemaakt.',
  options: [
    shared.geldig,
    shared.zicht,
    {
      flags: '--format <vormen>',
      description: 'alleen deze, met komma’s: md, txt, json, html, pdf'
    },
    pdfOption,
    ...scopeOptions,
    shared.regeling,
    shared.articles,
    {
      flags: '--output <map>',
      description: 'map voor de bestanden (standaard `publicatie`)'
    },
    {flags: '--json', description: 'noem de gemaakte bestanden als JSON'}
  ],
  examples: [
    ['cao build', 'de tekst van vandaag van elke regeling'],
    ['cao build --geldig 2016-01-01', 'de tekst van 1 januari 2016'],
    [
      'cao build --regeling car-uwo --format html,pdf',
      'twee vormen van één regeling'
    ]
  ],
  async run(call, host) {
    const wanted = readFormats(call)
    const flavour = readFlavour(call)
    const compiled = openCorpus(call, host)
    const regelingen = chosenRegelingen(call, compiled)
    if (!tellFindings(call, host, findingsAbout(call, compiled, regelingen)))
      return 1
    const output = outputFolder(call, host)
    const consolidations = scoped(call, regelingen).map(({regeling, scope}) =>
      consolidateHashed(regeling, momentFor(regeling, call, host), scope)
    )
    return host.withOutput<ExitCode>(output, async (folder) => {
      const {sources} = compiled
      const {packages, isWhole} = await host.withPrinter((print) =>
        renderAll(consolidations, {
          host,
          wanted,
          tools: {
            templates: host.readTemplates,
            fonts: host.readFonts,
            print,
            sources,
            ...defined({flavour})
          }
        })
      )
      commit(packages, folder)
      tellResult(call, host, {output, packages})
      return isWhole ? 0 : 1
    })
  }
}

/** The folder for the files; never one that holds sources, or lies among them. */
function outputFolder(call: Call, host: Host): string {
  const output = textOption(call, 'output') ?? 'publicatie'
  const sources = corpusFolder(call)
  const isApart =
    host.placeBelow(sources, output) === undefined &&
    host.placeBelow(output, sources) === undefined
  if (isApart) return output
  throw new CallError(
    `De bestanden kunnen niet in \`${output}\` komen: daar staan de bronnen; kies met \`--output\` een andere map`
  )
}

/** The moment asked for; without `--geldig`, a regeling that has ended gives its last day. */
function momentFor(regeling: Regeling, call: Call, host: Host): Moment {
  const moment = readMoment(call, host)
  const hasEnded = regeling.tot !== undefined && regeling.tot <= moment.geldig
  return hasEnded && readDay(call, 'geldig') === undefined
    ? {...moment, geldig: dayBefore(regeling.tot)}
    : moment
}

interface Work {
  readonly host: Host
  readonly tools: Tools
  /** Absent: all, and those that cannot be made here are passed over with a warning. */
  readonly wanted: readonly Format[] | undefined
}

interface Rendered {
  readonly packages: readonly Package[]
  /** No document failed for what its author wrote. */
  readonly isWhole: boolean
}

/** While the browser prints one text, the next is made ready. */
const lanes = 2

async function renderAll(
  consolidations: readonly Consolidation[],
  work: Work
): Promise<Rendered> {
  const rendered = await inLanes(consolidations, lanes, async (one) => {
    const {documents, failed} = await renderOne(one, work)
    return {whole: pack(one, documents), failed}
  })
  work.host.progress('')
  return {
    packages: rendered.map(({whole}) => whole),
    isWhole: rendered.every(({failed}) => !failed)
  }
}

/** All formats of one text; a PDF that was not asked for by name may fail. */
async function renderOne(
  consolidation: Consolidation,
  {host, tools, wanted}: Work
): Promise<{documents: ReadonlyMap<string, Uint8Array>; failed: boolean}> {
  const documents = new Map<string, Uint8Array>()
  let failed = false
  for (const format of wanted ?? formats) {
    host.progress(`${consolidation.regeling.id}: ${format}…`)
    try {
      documents.set(format, await renderFormat(consolidation, format, tools))
    } catch (error) {
      const isOptional = format === 'pdf' && wanted === undefined
      if (!isOptional || !isExpected(error)) throw error
      host.progress('')
      failed = error instanceof GlyphError
      // What it points at stands at the beginning of a line.
      const between = failed ? '\n' : ' '
      host.printError(`Geen PDF gemaakt:${between}${error.message}\n`)
    }
  }
  return {documents, failed}
}

function isExpected(error: unknown): error is Error {
  return error instanceof HostError || error instanceof GlyphError
}

function commit(packages: readonly Package[], folder: Output): void {
  const {manifest, obsolete} = merge(folder.manifest(), packages)
  folder.commit(packages, manifest, obsolete)
}

interface Result {
  readonly output: string
  readonly packages: readonly Package[]
}

function tellResult(call: Call, host: Host, {output, packages}: Result): void {
  const publications = packages.map(({publication}) => publication)
  if (call.values.json === true) {
    host.print(`${JSON.stringify(publications, null, 2)}\n`)
    return
  }
  for (const publication of publications) {
    const {titel, geldig, zicht, state, folder, files} = publication
    const ended =
      state === 'geldt'
        ? ''
        : state === 'geëindigd'
          ? ', geldt niet meer'
          : ', geldt nog niet'
    host.print(
      `${titel}: tekst van ${geldig}, naar wat op ${zicht} bekend was${ended}\n`
    )
    for (const {name} of files) host.print(`  ${output}/${folder}/${name}\n`)
  }
}
