/** Names as typed → wijzigingen, each in its regeling. */
import type {Host} from '../host/host.ts'
import type {SourceTree} from '../model.ts'
import {nearestNames} from '../pipeline/nearest.ts'
import {locate} from '../read/path.ts'
import {type Call, CallError, textOption} from './command.ts'
import {corpusFolder} from './corpus.ts'

/** A wijziging by name; in each regeling a name is another wijziging. */
export interface Named {
  readonly regeling: string
  readonly wijziging: string
}

/** Folders of the regelingen that a call is about, whether they can be read or not. */
export function chosenFolders(
  call: Call,
  {files}: SourceTree
): readonly string[] {
  const all = [
    ...new Set(
      files.flatMap(({path}) => {
        const location = locate(path)
        return 'regeling' in location ? [location.regeling] : []
      })
    )
  ]
  const name = textOption(call, 'regeling')
  if (name === undefined) return all
  if (all.includes(name)) return [name]
  const names = all.map((id) => `\`${id}\``).join(', ')
  throw new CallError(
    `De regeling \`${name}\` is er niet; er is ${names || 'er geen'}`
  )
}

/** The wijzigingen that a call names, among those it may name; `absent` says what the others are not. */
export function namedIn(
  candidates: readonly Named[],
  call: Call,
  {host, absent}: {readonly host: Host; readonly absent: string}
): readonly Named[] {
  const found = call.args.map((arg): Named => {
    const asked = readName(arg, call, host)
    const hits = candidates.filter(
      ({regeling, wijziging}) =>
        wijziging === asked.wijziging &&
        (asked.regeling === undefined || asked.regeling === regeling)
    )
    const [hit, ...more] = hits
    if (!hit) throw new CallError(notFound(asked.wijziging, candidates, absent))
    if (more.length === 0) return hit
    const names = hits.map(({regeling}) => `\`${regeling}\``).join(', ')
    throw new CallError(
      `\`${asked.wijziging}\` is er in meer dan één regeling: ${names}; kies er een met \`--regeling\``
    )
  })
  return [...new Set(found)]
}

/** A name, or the path of its file as a shell completes it. */
function readName(
  arg: string,
  call: Call,
  host: Host
): {readonly regeling?: string; readonly wijziging: string} {
  const place = host.placeBelow(corpusFolder(call), arg.replaceAll('\\', '/'))
  const location = locate(place ?? '')
  if (location.kind === 'wijziging') {
    return {regeling: location.regeling, wijziging: location.id}
  }
  return {wijziging: arg.trim().toLowerCase().replace(/\.md$/u, '')}
}

function notFound(
  name: string,
  candidates: readonly Named[],
  absent: string
): string {
  const forms = candidates.map(
    ({wijziging}) => [wijziging, [wijziging]] as const
  )
  const names = nearestNames(name, new Map(forms)).map((near) => `\`${near}\``)
  const hint =
    names.length > 0 ? `; bedoeld is misschien ${names.join(' of ')}` : ''
  return `De wijziging \`${name}\` is ${absent}${hint}`
}
