import {finishDraft} from '../pipeline/draft-finish.ts'
import {draftWithdrawal} from '../pipeline/draft-withdraw.ts'
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

/** `cao withdraw`: a wijziging by which another one does not go on. */
export const withdraw: Command = {
  name: 'withdraw',
  summary: 'Trek een wijziging in die nog niet in werking is.',
  details:
    'Er komt een wijziging met `trekt-in`, of een bestaande krijgt die regel erbij. Ingetrokken kan worden: een hele wijziging (`lbr-26-012`), een onderdeel (`lbr-26-012#A`) of één versie (`artikel-2-3/2026-07-01.lbr-26-012`). De bestanden van wat is ingetrokken, blijven staan: op eerdere dagen was het bekend.',
  args: '<doel>',
  options: [decidingWijziging, ...aboutWijziging, soortOption(), ...drafting],
  examples: [
    [
      'cao withdraw lbr-26-012 --lbr 26/020 --onderwerp "intrekking reiskosten" --datum 2026-05-01',
      'trek een hele wijziging in'
    ],
    [
      'cao withdraw "lbr-26-012#B" --wijziging lbr-26-020',
      'trek een onderdeel in met een wijziging die er al is'
    ]
  ],
  async run(call, host) {
    const [target = ''] = call.args
    const {decision, id} = readDeciding(call)
    const today = host.today()
    return carryOut(call, host, {
      title: titleOf('withdraw', call),
      draft(sources) {
        const desk = openCallDesk(call, sources, {wijziging: id, target})
        const draft = draftWithdrawal(desk, {target, decision, today})
        return finishDraft(desk, draft)
      },
      next: 'vul de wijziging zo nodig aan'
    })
  }
}

/** Kind of the deciding wijziging. */
export function soortOption() {
  return {
    flags: '--soort <soort>',
    description: 'ledenbrief, akkoord of rectificatie (standaard ledenbrief)'
  }
}
