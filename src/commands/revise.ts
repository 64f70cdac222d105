import {defined} from '../defined.ts'
import {finishDraft} from '../pipeline/draft-finish.ts'
import {draftRevision, plainName} from '../pipeline/draft-mend.ts'
import {CallError, type Command, textOption} from './command.ts'
import {carryOut, drafting, openCallDesk, titleOf} from './drafting.ts'

/** `cao revise`: put right a file of ours that misreports the letter. */
export const revise: Command = {
  name: 'revise',
  summary: 'Herstel een bestand dat afwijkt van wat is uitgegeven.',
  details:
    'De brief was goed, en ons bestand niet. Het oude bestand blijft staan; er komt een nieuwe versie met dezelfde dagen, en een wijziging met `soort: revisie` die de reden noemt, de dag van vandaag en de SHA-256 van het oude bestand. Zegt de brief zelf iets anders dan is afgesproken, gebruik dan `cao rectify`.',
  args: '<eenheid...>',
  options: [
    {
      flags: '--version <naam>',
      description:
        'welk bestand, als 2026-07-01.lbr-26-012 (hoeft niet als er maar één kan zijn)'
    },
    {flags: '--onderwerp <tekst>', description: 'de reden, in enkele woorden'},
    ...drafting
  ],
  examples: [
    [
      'cao revise 2:3 --version 2026-07-01.lbr-26-012 --onderwerp "bedrag verkeerd overgenomen"',
      'herstel een versie van artikel 2:3'
    ]
  ],
  async run(call, host) {
    const reason = textOption(call, 'onderwerp')
    if (reason === undefined) {
      throw new CallError('Geef met `--onderwerp` in enkele woorden de reden')
    }
    const version = textOption(call, 'version')
    const words = call.args.join(' ')
    const request = {
      words,
      reason,
      today: host.today(),
      ...(version !== undefined && {version})
    }
    return carryOut(call, host, {
      title: titleOf('revise', call),
      draft(sources) {
        const target = version && `-/${plainName(version)}`
        const desk = openCallDesk(call, sources, defined({target}))
        return finishDraft(desk, draftRevision(desk, request))
      },
      next: 'verbeter de tekst in de nieuwe versie'
    })
  }
}
