import type {Host} from '../host/host.ts'
import {slug} from '../import/identity.ts'
import type {DatedText} from '../import/plan.ts'
import type {Route, SourceTree} from '../model.ts'
import {importTexts} from '../pipeline/import.ts'
import type {LaidFile} from '../pipeline/import-files.ts'
import {locate} from '../read/path.ts'
import {compareText} from '../time/order.ts'
import {
  type Call,
  CallError,
  type Command,
  shared,
  textOption
} from './command.ts'
import {corpusFolder} from './corpus.ts'
import {titleOf} from './drafting.ts'
import {readFiles} from './import-files.ts'
import {type Done, type ReadFile, tellImport} from './import-outcome.ts'

/** `cao import`: foreign texts become a corpus, with proof. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Neem een regeling over uit XML, Markdown of platte tekst.',
  details: [
    'Leest CVDR-XML, BWB-toestanden, OP-XML, en de hele doorlopende tekst als Markdown of platte tekst. Van elke tekst wordt gezegd wat is verbeterd, wat na te gaan is en wat niet is overgenomen.',
    'Met `--dates` zijn de bestanden de teksten van één regeling op meer dagen. Een bepaling wordt herkend, ook als zij is vernummerd of verplaatst, en krijgt alleen een versie waar haar woorden veranderen. Doe het later nog eens met een andere dag: er komt alleen bij wat nieuw is. De dag van een tekst is die van `--date`, anders die uit de bron, anders die in de naam van het bestand.',
    'Daarna volgt altijd het bewijs: de doorlopende tekst van elke dag is woord voor woord en label voor label de tekst van de bron. Bij een verschil is de uitgangscode 1. `cao undo` draait de opdracht terug.'
  ].join('\n\n'),
  args: '<bestanden...>',
  options: [
    {
      flags: '--dates',
      description:
        'de bestanden zijn één regeling op meer dagen, of vullen een eerdere import aan'
    },
    {
      flags: '--date <dag>',
      description:
        'dag van het bestand, als 2015-07-01; bij meer bestanden als 2015-07-01=bestand, met komma’s ertussen'
    },
    {
      flags: '--name <naam>',
      description: 'naam van de map van de regeling (standaard naar de bron)'
    },
    {
      flags: '--titel <tekst>',
      description: 'titel, als die van de bron niet voldoet'
    },
    {
      flags: '--route <route>',
      description: 'gemeenteblad, aanmelding of website (standaard website)'
    },
    {
      flags: '--horizon',
      description:
        'schrijf `tot` bij een onderdeel dat zelf zegt op welke dag het vervalt'
    },
    shared.articles,
    {
      flags: '--dry-run',
      description: 'schrijf niets; zeg wat er zou komen'
    },
    {flags: '--json', description: 'geef de uitkomst als JSON'}
  ],
  examples: [
    ['cao import CVDR100394_3.xml --name verlofregeling', 'één tekst'],
    [
      'cao import BWBR0006535/*.md --dates',
      'een regeling op alle dagen waarvan er een bestand is'
    ],
    ['cao import BWBR0006535/2016-01-01.md --dates', 'nog een dag erbij'],
    [
      'cao import oud.txt nieuw.txt --dates --name verlof --date 2019-01-01=oud.txt,2020-01-01=nieuw.txt',
      'de dagen staan niet in de bestanden'
    ]
  ],
  async run(call, host) {
    if (call.args.length === 0) {
      throw new CallError(
        'Noem de bestanden om over te nemen, als `cao import regeling.xml`'
      )
    }
    const files = readFiles(call, host)
    if (files === undefined) return 1
    const groups = groupByName(call, files)
    const folder = corpusFolder(call)
    const tree = host.corpusPlace(folder).exists
      ? host.readCorpus(folder)
      : {folder, files: [], folders: []}
    refuseUnasked(call, tree, [...groups.keys()])
    const done = [...groups].map(([id, group]) =>
      importOne(call, host, tree, {id, group})
    )
    host.progress('')
    const isDry = call.values.dryRun === true
    if (!isDry)
      await layDown(
        call,
        host,
        done.flatMap(({outcome}) => outcome.files)
      )
    return tellImport(call, host, {folder, done, isDry})
  }
}

/** The texts of each regeling, by the name of its folder. */
function groupByName(
  call: Call,
  files: readonly ReadFile[]
): ReadonlyMap<string, readonly ReadFile[]> {
  const given = readName(call)
  if (call.values.dates === true) {
    const last = files.toSorted((a, b) => compareText(a.day, b.day)).at(-1)
    requireOne(files)
    return last ? new Map([[given ?? nameFor(last), files]]) : new Map()
  }
  if (given !== undefined && files.length > 1) {
    throw new CallError(
      '`--name` geldt voor één regeling; geef `--dates` als de bestanden dezelfde regeling op meer dagen zijn, of lees ze een voor een in'
    )
  }
  const groups = new Map<string, readonly ReadFile[]>()
  for (const file of files) {
    const id = given ?? nameFor(file)
    const [other] = groups.get(id) ?? []
    if (other) {
      throw new CallError(
        `\`${other.path}\` en \`${file.path}\` horen allebei bij \`${id}\`; geef \`--dates\` als zij dezelfde regeling op verschillende dagen zijn`
      )
    }
    groups.set(id, [file])
  }
  return groups
}

function readName(call: Call): string | undefined {
  const name = textOption(call, 'name')
  if (name === undefined) return undefined
  if (!/^[a-z0-9-]{1,60}$/u.test(name) || name === 'gegevens') {
    throw new CallError(
      `\`${name}\` kan geen naam van een map zijn; gebruik kleine letters, cijfers en streepjes`
    )
  }
  return named(name)
}

/** A name that a folder can have on every machine. */
function named(name: string): string {
  const place = locate(`${name}/regeling.md`)
  if (place.kind === 'wrong') throw new CallError(place.reason)
  return name
}

function requireOne(files: readonly ReadFile[]): void {
  const names = new Set(files.flatMap(({text}) => text.identifier ?? []))
  if (names.size < 2) return
  throw new CallError(
    `Met \`--dates\` horen de bestanden van één regeling te zijn, maar dit zijn er meer: ${[...names].join(', ')}`
  )
}

function nameFor({text, path}: ReadFile): string {
  const {identifier, citeertitel, titel} = text
  const name = slug(identifier ?? citeertitel ?? titel)
  if (name !== '') return named(name)
  throw new CallError(
    `\`${path}\` heeft geen naam waarnaar een map kan heten; geef \`--name\``
  )
}

/** A corpus that is there is only added to when that was asked. */
function refuseUnasked(
  call: Call,
  {folder, files}: SourceTree,
  ids: readonly string[]
): void {
  if (call.values.dates === true) return
  for (const id of ids) {
    if (!files.some(({path}) => path.startsWith(`${id}/`))) continue
    throw new CallError(
      `De map \`${folder}/${id}\` is niet leeg; er is niets overschreven. Geef \`--dates\` om een tekst van een andere dag aan een eerdere import toe te voegen, of kies met \`--name\` een andere naam`
    )
  }
}

interface Group {
  readonly id: string
  readonly group: readonly ReadFile[]
}

function importOne(
  call: Call,
  host: Host,
  tree: SourceTree,
  {id, group}: Group
): Done {
  host.progress(
    `${id}: ${group.length === 1 ? 'één tekst' : `${group.length} teksten`} vergelijken en bewijzen…`
  )
  const texts: readonly DatedText[] = group.map(({text, day, sha256}) => ({
    text,
    day,
    sha256
  }))
  const titel = textOption(call, 'titel')
  const outcome = importTexts(tree, {
    id,
    route: readRoute(call),
    texts,
    horizon: call.values.horizon === true,
    ...(titel !== undefined && {titel})
  })
  if (outcome.refusal !== undefined) throw new CallError(outcome.refusal)
  return {id, group, outcome}
}

function readRoute(call: Call): Route {
  const text = textOption(call, 'route') ?? 'website'
  if (text === 'gemeenteblad' || text === 'aanmelding' || text === 'website') {
    return text
  }
  throw new CallError(
    `\`${text}\` is geen route; kies gemeenteblad, aanmelding of website`
  )
}

/** All files or none; what is there is only replaced when it is still what was read. */
async function layDown(
  call: Call,
  host: Host,
  files: readonly LaidFile[]
): Promise<void> {
  if (files.length === 0) return
  host.progress(`${files.length} bestanden schrijven…`)
  await host.withJournal(corpusFolder(call), (journal) =>
    journal.layDown(titleOf('import', call), files)
  )
  host.progress('')
}
