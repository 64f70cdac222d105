import {printText} from '../dialect/print.ts'
import type {Draft} from '../draft/draft.ts'
import type {Host} from '../host/host.ts'
import type {SourceTree} from '../model.ts'
import {compile} from '../pipeline/compile.ts'
import type {Reading} from '../pipeline/draft-desk.ts'
import {finishDraft} from '../pipeline/draft-finish.ts'
import {findUnit} from '../pipeline/find.ts'
import type {OpenSamenloop} from '../pipeline/samenloop.ts'
import {type Weaving, weave} from '../pipeline/weave.ts'
import {nameOf} from '../time/names.ts'
import {type Call, CallError, type Command, shared} from './command.ts'
import {
  chosenRegelingen,
  conceptsOf,
  corpusFolder,
  openCorpus
} from './corpus.ts'
import {fullPath} from './draft-outcome.ts'
import {carryOut, drafting} from './drafting.ts'
import {readMoment} from './moment.ts'

/** `cao samenloop`: where decisions meet in one text, and what the text becomes. */
export const samenloop: Command = {
  name: 'samenloop',
  summary:
    'Toon waar wijzigingen elkaar in één tekst ontmoeten, en wat die wordt.',
  details:
    'Een tekst die niet is geschreven op wat eraan voorafgaat, zou een andere wijziging ongedaan maken. Deze opdracht past de wijzigingen na elkaar toe en doet een voorstel voor de samengevoegde tekst; met `--write` wordt die als versie vastgelegd. Het gaat per lid, onderdeel, alinea of cel: die wordt als geheel vervangen, ingevoegd of geschrapt. Zegt een brief dat een heel artikel komt te luiden, of raken twee wijzigingen hetzelfde lid, dan schrijft de auteur de tekst zelf, met `hand: true` in de kop.',
  args: '[eenheid...]',
  options: [
    {flags: '--write', description: 'leg de voorgestelde versies vast'},
    shared.concept,
    ...drafting
  ],
  examples: [
    ['cao samenloop', 'alles wat open staat, met voorstellen'],
    ['cao samenloop 5:2 --write', 'leg het voorstel voor één artikel vast'],
    ['cao undo', 'draai het vastleggen terug']
  ],
  async run(call, host) {
    const compiled = openCorpus(call, host)
    const units = unitsMeant(call, host, compiled)
    const concepts = conceptsOf(call)
    const isMeant = (open: OpenSamenloop, regeling: string): boolean =>
      units.has(`${regeling} ${open.unit.id}`)
    const plan = (tree: SourceTree, reading: Reading): Weaving =>
      weave(tree, {concepts, isMeant, reading})
    const folder = corpusFolder(call)
    const tree = host.readCorpus(folder)
    const found = host.withCache(folder, (cache) => plan(tree, {cache}))
    if (call.values.write !== true) {
      tell(call, host, found)
      return 0
    }
    if (found.files.length === 0) {
      tell(call, host, found)
      return found.left.length > 0 ? 1 : 0
    }
    return await carryOut(call, host, {
      title: 'cao samenloop --write',
      draft: ({tree: now, reading}) =>
        finishDraft(
          {
            tree: now,
            reading,
            compiled: compile(now, {...reading, concepts}),
            concepts
          },
          draftOf(plan(now, reading))
        ),
      next: 'lees de samengevoegde teksten na, naast de brieven'
    })
  }
}

function draftOf({files, left}: Weaving): Draft {
  const remarks = left.map(
    ({version, proposal}) =>
      `Niet vastgelegd: \`${version.path}\`${'wording' in proposal ? '' : `, want vanzelf gaat dat niet (${places(proposal)})`}`
  )
  return {files, remarks}
}

/** `regeling eenheid` for each unit that the call is about. */
function unitsMeant(
  call: Call,
  host: Host,
  compiled: Parameters<typeof chosenRegelingen>[1]
): ReadonlySet<string> {
  const words = call.args.join(' ')
  const moment = readMoment(call, host)
  const regelingen = chosenRegelingen(call, compiled)
  const keys = regelingen.flatMap((regeling) => {
    if (words === '') {
      return regeling.units.map(({id}) => `${regeling.id} ${id}`)
    }
    const {unit} = findUnit(regeling, words, moment)
    return unit ? [`${regeling.id} ${unit.id}`] : []
  })
  if (keys.length > 0 || words === '') return new Set(keys)
  throw new CallError(`\`${words}\` is hier niet te vinden`)
}

function tell(call: Call, host: Host, {files, left}: Weaving): void {
  const folder = corpusFolder(call)
  if (call.values.json === true) {
    const data = {
      schema: 'caoc/samenloop/1',
      proposals: files.map(({path, text}) => ({
        path: fullPath(folder, path),
        text
      })),
      collisions: left.map(({version, before, path, proposal}) => ({
        version: fullPath(folder, version.path),
        before: before ? fullPath(folder, before.path) : null,
        woven: path === undefined ? null : fullPath(folder, path),
        places: 'wording' in proposal ? [] : proposal.collisions
      }))
    }
    host.print(`${JSON.stringify(data, null, 2)}\n`)
    return
  }
  for (const {path, text} of files) {
    host.print(`Voorstel: ${fullPath(folder, path)}\n${indented(text)}\n`)
  }
  for (const open of left) host.print(collision(folder, open))
  host.print(closing(files.length, left.length))
}

function collision(folder: string, open: OpenSamenloop): string {
  const {version, before, path, proposal} = open
  const why =
    'wording' in proposal ? '' : `, want beide raken ${places(proposal)}`
  const goal =
    path === undefined
      ? before
        ? `schrijf de tekst op \`${nameOf(before)}\` en noem die bij \`basis\``
        : 'schrijf de tekst zonder wat is ingetrokken, en laat `basis` weg'
      : `schrijf zelf ${fullPath(folder, path)}, met \`hand: true\` in de kop`
  return `Geen voorstel voor ${fullPath(folder, version.path)}${why}; ${goal}${before ? `\n  Voorafgaand (${nameOf(before)}):\n${indented(printText(before.text), 4)}` : ''}\n  Deze tekst (${nameOf(version)}):\n${indented(printText(version.text), 4)}\n`
}

function places({
  collisions
}: {
  readonly collisions: readonly {readonly place: string}[]
}): string {
  return collisions.map(({place}) => place).join(' en ')
}

function closing(proposals: number, left: number): string {
  if (proposals + left === 0) return 'Er staat geen samenloop open.\n'
  const one = proposals === 1 ? 'voorstel' : 'voorstellen'
  const hand = left === 0 ? '' : `, ${left} met de hand te schrijven`
  const write =
    proposals === 0 ? '' : '; `cao samenloop --write` legt de voorstellen vast'
  return `${proposals} ${one}${hand}${write}\n`
}

function indented(text: string, spaces = 2): string {
  return text.replace(/^(?=.)/gmu, ' '.repeat(spaces))
}
