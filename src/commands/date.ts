import {finishDraft} from '../pipeline/draft-finish.ts'
import {draftDays} from '../pipeline/draft-withdraw.ts'
import type {Command} from './command.ts'
import {
  aboutWijziging,
  carryOut,
  decidingWijziging,
  drafting,
  openCallDesk,
  readDeciding,
  titleOf
} from './drafting.ts'
import {readDay} from './moment.ts'
import {soortOption} from './withdraw.ts'

/** `cao date`: a wijziging that gives another one its days. */
export const date: Command = {
  name: 'date',
  summary: 'Geef of verplaats de dag van wat nog niet in werking is.',
  details:
    'Er komt een wijziging met `stelt-vast`, of een bestaande krijgt die regel erbij. De naam van een bestand met een versie blijft zoals hij is: de dag daarin is die van het besluit, en de nieuwe telt vanaf de dag waarop hij bekend werd.',
  args: '<doel>',
  options: [
    {
      flags: '--geldig <dag>',
      description: 'dag met ingang waarvan de tekst geldt'
    },
    {
      flags: '--inwerking <dag>',
      description: 'dag van inwerkingtreding, als die later is'
    },
    decidingWijziging,
    ...aboutWijziging,
    soortOption(),
    ...drafting
  ],
  examples: [
    [
      'cao date lbr-26-012 --geldig 2027-01-01 --lbr 26/020 --onderwerp "dag reiskosten" --datum 2026-05-01',
      'een dag voor een hele wijziging'
    ],
    [
      'cao date "lbr-26-012#B" --geldig 2027-01-01 --inwerking 2027-02-01 --wijziging lbr-26-020',
      'een dag voor een onderdeel, in een wijziging die er al is'
    ]
  ],
  async run(call, host) {
    const [target = ''] = call.args
    const {decision, id} = readDeciding(call)
    const geldig = readDay(call, 'geldig')
    const inwerking = readDay(call, 'inwerking')
    const request = {
      target,
      decision,
      today: host.today(),
      ...(geldig !== undefined && {geldig}),
      ...(inwerking !== undefined && {inwerking})
    }
    return carryOut(call, host, {
      title: titleOf('date', call),
      draft(sources) {
        const desk = openCallDesk(call, sources, {wijziging: id, target})
        return finishDraft(desk, draftDays(desk, request))
      },
      next: 'vul de wijziging zo nodig aan'
    })
  }
}
