import type {Host} from '../host/host.ts'
import type {SourceTree} from '../model.ts'
import {formatSource} from '../pipeline/format.ts'
import {lockGuard} from '../pipeline/lock.ts'
import {locate} from '../read/path.ts'
import {type Call, CallError, type Command, shared} from './command.ts'
import {corpusFolder} from './corpus.ts'

/** `cao fmt`: write the sources in house form. */
export const fmt: Command = {
  name: 'fmt',
  summary: 'Zet de bronnen in de huisvorm.',
  details:
    'Alleen de vorm verandert, nooit een woord: vier spaties per niveau, één regel per alinea, geen spaties te veel. De kop blijft zoals hij is. Een bestand met een fout in de tekst blijft ongewijzigd; `cao check` zegt wat eraan mankeert. Ook een vergrendeld bestand blijft zoals het is.',
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
    const mayWrite = lockGuard(tree)
    const results = tree.files
      .filter(({path}) => paths.has(path))
      .map((file) => format(file, mayWrite))
    const isCheck = call.values.check === true
    for (const {path, text} of isCheck ? [] : inState(results, 'changed')) {
      if (text !== undefined) host.writeCorpusFile(folder, path, text)
    }
    tell(call, host, results)
    const isOff = isCheck && inState(results, 'changed').length > 0
    const isLeft = results.some(
      ({state}) => state === 'left' || state === 'unreadable'
    )
    return isOff || isLeft ? 1 : 0
  }
}

interface Result {
  readonly path: string
  readonly state: 'same' | 'changed' | 'left' | 'locked' | 'unreadable'
  readonly text?: string
}

/** Why a file that is not in house form, or may not be, was left as it was. */
const reasons: Readonly<Partial<Record<Result['state'], string>>> = {
  left: 'ongewijzigd, er staat een fout in; zie `cao check`',
  locked: 'ongewijzigd, want vergrendeld',
  unreadable: 'ongewijzigd, want `lock.json` is niet te lezen; zie `cao check`'
}

function inState(
  results: readonly Result[],
  state: Result['state']
): readonly Result[] {
  return results.filter((result) => result.state === state)
}

function tell(call: Call, host: Host, results: readonly Result[]): void {
  const folder = corpusFolder(call)
  const pathsOf = (state: Result['state']): readonly string[] =>
    inState(results, state).map(({path}) => `${folder}/${path}`)
  if (call.values.json === true) {
    const left = [...pathsOf('left'), ...pathsOf('unreadable')]
    const data = {changed: pathsOf('changed'), left, locked: pathsOf('locked')}
    host.print(`${JSON.stringify(data, null, 2)}\n`)
    return
  }
  for (const path of pathsOf('changed')) host.print(`${path}\n`)
  for (const {path, state} of results) {
    const reason = reasons[state]
    if (reason !== undefined) host.printError(`${folder}/${path}: ${reason}\n`)
  }
  const verb =
    call.values.check === true ? 'niet in huisvorm' : 'in huisvorm gezet'
  const files = results.length === 1 ? 'bestand' : 'bestanden'
  host.printError(
    `${pathsOf('changed').length} van ${results.length} ${files} ${verb}\n`
  )
}

function format(
  file: SourceTree['files'][number],
  mayWrite: ReturnType<typeof lockGuard>
): Result {
  const {path} = file
  if (!('bytes' in file)) return {path, state: 'left'}
  const formatted = formatSource(file.bytes)
  if (formatted.state !== 'changed') return {path, ...formatted}
  const verdict = mayWrite(path, formatted.text)
  return verdict === 'free' ? {path, ...formatted} : {path, state: verdict}
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
