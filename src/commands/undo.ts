import type {Host, LaidDown} from '../host/host.ts'
import type {SourceTree} from '../model.ts'
import {lockedIn} from '../pipeline/draft-desk.ts'
import {locate} from '../read/path.ts'
import {type Call, CallError, type Command, shared} from './command.ts'
import {corpusFolder} from './corpus.ts'
import {fullPath} from './draft-outcome.ts'

/** `cao undo`: take back what the last drafting command laid down. */
export const undo: Command = {
  name: 'undo',
  summary: 'Draai de laatste opdracht terug die bestanden neerlegde.',
  details:
    'Nieuwe bestanden gaan weg en gewijzigde krijgen hun oude inhoud terug, ook als de opdracht halverwege is afgebroken. Is een bestand daarna gewijzigd, dan gebeurt er niets, en staat er welk bestand dat is. De laatste vijftig opdrachten zijn een voor een terug te draaien. Wat `cao fmt`, `cao check --fix`, `cao lock` of een tekstverwerker wijzigde, hoort daar niet bij.',
  options: [
    {
      flags: '--forget',
      description: 'laat de bestanden staan, en vergeet alleen de opdracht'
    },
    shared.articles,
    {flags: '--dry-run', description: 'zeg wat er zou gebeuren, en doe niets'},
    {flags: '--json', description: 'geef de uitkomst als JSON'}
  ],
  examples: [
    ['cao undo', 'draai de laatste opdracht terug'],
    ['cao undo --dry-run', 'kijk eerst wat er zou gebeuren'],
    ['cao undo --forget', 'houd alles zoals het is']
  ],
  async run(call, host) {
    const folder = corpusFolder(call)
    const last = host.lastDraft(folder)
    if (!last) {
      throw new CallError(
        `In \`${folder}\` is geen opdracht die kan worden teruggedraaid`
      )
    }
    const isForgotten = call.values.forget === true
    if (!isForgotten) refuseLocked(last, host.readCorpus(folder))
    if (call.values.dryRun !== true) {
      await host.withJournal(folder, (journal) => {
        if (journal.last()?.id !== last.id) {
          throw new CallError(
            'Een andere opdracht was intussen bezig; kijk met `cao undo --dry-run` wat er nu de laatste is'
          )
        }
        if (isForgotten) journal.forget()
        else journal.undo()
      })
    }
    tell(call, host, last)
    return 0
  }
}

/** What was frozen since then does not go away by itself. */
function refuseLocked({title, files}: LaidDown, tree: SourceTree): void {
  for (const {path, state} of files) {
    const place = locate(path)
    if (
      state !== 'same' ||
      (place.kind !== 'version' && place.kind !== 'wijziging')
    )
      continue
    const locked = lockedIn(tree, place.regeling)
    const ids = place.kind === 'version' ? place.wijzigingen : [place.id]
    if (!ids.some((id) => locked.has(id))) continue
    throw new CallError(
      `\`${path}\` is daarna vergrendeld met \`cao lock\`, dus \`${title}\` wordt niet teruggedraaid; \`cao undo --forget\` laat alles zoals het is`
    )
  }
}

function tell(call: Call, host: Host, {title, isWhole, files}: LaidDown): void {
  const folder = corpusFolder(call)
  const isDry = call.values.dryRun === true
  const isForgotten = call.values.forget === true
  const acts = files.map(({path, isNew, state}) => ({
    path: fullPath(folder, path),
    act: isForgotten || state === 'undone' ? 'none' : actFor(isNew, state)
  }))
  if (call.values.json === true) {
    const data = {
      schema: 'caoc/undo/1',
      dryRun: isDry,
      command: title,
      files: acts
    }
    host.print(`${JSON.stringify(data, null, 2)}\n`)
    return
  }
  for (const {path, act} of acts) {
    const word = (isDry ? plannedWords : actWords).get(act)
    if (word !== undefined) host.print(`${word} ${path}\n`)
  }
  const verb = isForgotten ? 'Vergeten' : 'Teruggedraaid'
  const broken = isWhole ? '' : ' (halverwege afgebroken)'
  host.printError(
    isDry
      ? `Dit gebeurt bij het terugdraaien van \`${title}\`${broken}; er is nu niets gewijzigd (\`--dry-run\`)\n`
      : `${verb}: \`${title}\`${broken}\n`
  )
}

function actFor(isNew: boolean, state: 'same' | 'changed'): string {
  if (state === 'changed') return 'refused'
  return isNew ? 'removed' : 'restored'
}

const actWords = new Map([
  ['removed', 'verwijderd'],
  ['restored', 'teruggezet']
])

const plannedWords = new Map([
  ['removed', 'verwijdert'],
  ['restored', 'zet terug'],
  ['refused', 'kan niet terug, want gewijzigd:']
])
