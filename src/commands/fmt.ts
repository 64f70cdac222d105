import type {Host} from '../host/host.ts'
import type {SourceTree} from '../model.ts'
import {formatSource} from '../pipeline/format.ts'
import {locate} from '../read/path.ts'
import {type Call, CallError, type Command, shared} from './command.ts'
import {corpusFolder} from './corpus.ts'

/** `cao fmt`: write the sources in house form. */
export const fmt: Command = {
  name: 'fmt',
  summary: 'Zet de bronnen in de huisvorm.',
  details:
    'Alleen de vorm verandert, nooit een woord: vier spaties per niveau, één regel per alinea, geen spaties te veel. De kop blijft zoals hij is. Een bestand met een fout in de tekst blijft ongewijzigd; `cao check` zegt wat eraan mankeert.',
  args: '[bestanden...]',
  options: [
    {
      flags: '--check',
      description: 'wijzig niets; zeg wat niet in huisvorm is'
    },
    shared.articles,
    {flags: '--json', description: 'geef de uitkomst als JSON'}
  ],
  examples: [
    ['cao fmt', 'alle bronnen'],
    ['cao fmt articles/car-uwo/bijlage-IIa', 'één map of bestand'],
    ['cao fmt --check', 'alleen kijken']
  ],
  async run(call, host) {
    const folder = corpusFolder(call)
    const tree = host.readCorpus(folder)
    const paths = chosenPaths(call, host, tree)
    const results = tree.files
      .filter(({path}) => paths.has(path))
      .map((file) => ({path: file.path, ...format(file)}))
    const changed = results.filter(({state}) => state === 'changed')
    const left = results.filter(({state}) => state === 'left')
    const isCheck = call.values.check === true
    for (const {path, text} of isCheck ? [] : changed) {
      if (text !== undefined) host.writeCorpusFile(folder, path, text)
    }
    tell(call, host, {folder, changed, left, all: results.length})
    return (isCheck && changed.length > 0) || left.length > 0 ? 1 : 0
  }
}

interface Outcome {
  readonly folder: string
  readonly changed: readonly {readonly path: string}[]
  readonly left: readonly {readonly path: string}[]
  readonly all: number
}

function tell(
  call: Call,
  host: Host,
  {folder, changed, left, all}: Outcome
): void {
  const full = ({path}: {readonly path: string}): string => `${folder}/${path}`
  if (call.values.json === true) {
    const data = {changed: changed.map(full), left: left.map(full)}
    host.print(`${JSON.stringify(data, null, 2)}\n`)
    return
  }
  for (const file of changed) host.print(`${full(file)}\n`)
  for (const file of left) {
    host.printError(
      `${full(file)}: ongewijzigd, er staat een fout in; zie \`cao check\`\n`
    )
  }
  const verb =
    call.values.check === true ? 'niet in huisvorm' : 'in huisvorm gezet'
  const files = all === 1 ? 'bestand' : 'bestanden'
  host.printError(`${changed.length} van ${all} ${files} ${verb}\n`)
}

interface Result {
  readonly state: 'same' | 'changed' | 'left'
  readonly text?: string
}

function format(file: SourceTree['files'][number]): Result {
  return 'bytes' in file ? formatSource(file.bytes) : {state: 'left'}
}

/** Texts of the corpus, or those of them at or below the places that were named. */
function chosenPaths(
  call: Call,
  host: Host,
  tree: SourceTree
): ReadonlySet<string> {
  const folder = corpusFolder(call)
  const texts = tree.files
    .map(({path}) => path)
    .filter((path) =>
      ['version', 'wijziging', 'regeling'].includes(locate(path).kind)
    )
  if (call.args.length === 0) return new Set(texts)
  return new Set(
    call.args.flatMap((arg) => {
      const place = host.placeBelow(folder, arg.replaceAll('\\', '/'))
      if (place === '') return texts
      const inside = texts.filter(
        (path) => path === place || path.startsWith(`${place}/`)
      )
      if (inside.length > 0) return inside
      throw new CallError(
        `\`${arg}\` is geen tekst in \`${folder}\`; noem een bestand of map daaronder`
      )
    })
  )
}
