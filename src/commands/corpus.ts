/** The corpus that a call is about: read, compiled, and its findings told. */
import {
  countFindings,
  type Finding,
  formatFindings,
  hasErrors
} from '../diagnostics/reporter.ts'
import type {Host} from '../host/host.ts'
import type {Regeling} from '../model.ts'
import {type Compiled, compile} from '../pipeline/compile.ts'
import {type Call, CallError, textOption} from './command.ts'

/** Folder of the corpus, as typed or by default. */
export function corpusFolder(call: Call): string {
  return textOption(call, 'articles') ?? 'articles'
}

/** Read and compile the corpus of a call. */
export function openCorpus(call: Call, host: Host): Compiled {
  host.progress('Bronnen lezen…')
  const concepts = conceptsOf(call)
  const folder = corpusFolder(call)
  const tree = host.readCorpus(folder)
  const compiled = host.withCache(folder, (cache) =>
    compile(tree, {concepts, cache, laws: host.readLaws()})
  )
  host.progress('')
  requireConcepts(concepts, compiled)
  return compiled
}

/** Wijzigingen in concept that the call names. */
export function conceptsOf(call: Call): ReadonlySet<string> {
  const names = textOption(call, 'concept')?.split(',') ?? []
  return new Set(names.map((name) => name.trim()))
}

function requireConcepts(names: ReadonlySet<string>, {corpus}: Compiled): void {
  const all = corpus.regelingen.flatMap(({wijzigingen}) =>
    wijzigingen.filter(({concept}) => concept).map(({id}) => id)
  )
  const unknown = [...names].find((name) => !all.includes(name))
  if (unknown === undefined) return
  const known = all.map((id) => `\`${id}\``).join(', ')
  const which = all.length === 1 ? 'er is' : 'er zijn'
  throw new CallError(
    `\`${unknown}\` is geen wijziging in concept; ${known === '' ? 'er is er geen' : `${which} ${known}`}`
  )
}

/** The regelingen that a call is about: the named one, or all. */
export function chosenRegelingen(
  call: Call,
  {corpus}: Compiled
): readonly Regeling[] {
  const name = textOption(call, 'regeling')
  if (name === undefined) return corpus.regelingen
  const chosen = corpus.regelingen.filter(({id}) => id === name)
  if (chosen.length > 0) return chosen
  const names = corpus.regelingen.map(({id}) => id)
  throw new CallError(`De regeling \`${name}\` is er niet; ${listed(names)}`)
}

/** What there is to choose from, as the end of a sentence. */
function listed(names: readonly string[]): string {
  if (names.length === 0) return 'er is er geen'
  const verb = names.length === 1 ? 'is' : 'zijn'
  return `er ${verb} ${names.map((name) => `\`${name}\``).join(', ')}`
}

/** Findings about the given regelingen alone; what belongs to none counts for all. */
export function findingsAbout(
  call: Call,
  {findings, corpus}: Compiled,
  chosen: readonly Regeling[]
): readonly Finding[] {
  const folder = corpusFolder(call)
  const others = corpus.regelingen.filter(
    (regeling) => !chosen.includes(regeling)
  )
  return findings.filter(
    ({path}) => !others.some(({id}) => path.startsWith(`${folder}/${id}/`))
  )
}

/**
 * Tell findings on standard error; whether the sources may be used. Warnings
 * alone are counted: who looks something up asked for the text, not for them.
 */
export function tellFindings(
  call: Call,
  host: Host,
  list: readonly Finding[]
): boolean {
  if (list.length === 0) return true
  if (call.values.json === true) {
    host.printError(`${JSON.stringify(list, null, 2)}\n`)
  } else if (hasErrors(list)) {
    host.printError(`${formatFindings(list)}${countFindings(list)}\n`)
  } else {
    const count =
      list.length === 1 ? '1 waarschuwing' : `${list.length} waarschuwingen`
    host.printError(`${count} bij de bronnen; zie \`cao check\`\n`)
  }
  return !hasErrors(list)
}
