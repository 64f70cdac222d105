import {soorten} from '../model.ts'
import {finishDraft} from '../pipeline/draft-finish.ts'
import {draftRectification} from '../pipeline/draft-mend.ts'
import {type Command, textOption} from './command.ts'
import {
  aboutWijziging,
  carryOut,
  decidingWijziging,
  drafting,
  openCallDesk,
  readDeciding,
  readGeldig,
  titleOf
} from './drafting.ts'

/** `cao rectify`: put right what a letter says and was never agreed. */
export const rectify: Command = {
  name: 'rectify',
  summary: 'Verbeter wat een brief anders zegt dan is afgesproken.',
  details:
    'Er komt een wijziging met `soort: rectificatie`, en van elke genoemde bepaling een versie met dezelfde dag van gelding en de foute tekst, om die te verbeteren. De documenten noemen de tekst dan gerectificeerd, en niet terugwerkend. Wijkt alleen ons bestand af van de brief, gebruik dan `cao revise`.',
  args: '<wijziging> [eenheden...]',
  options: [
    decidingWijziging,
    {
      flags: '--geldig <dag>',
      description:
        'welke versie, als de wijziging er van de bepaling meer bracht'
    },
    {
      flags: '--onderdeel <letter>',
      description: 'onderdeel van de rectificatie, als die er meer heeft'
    },
    ...aboutWijziging,
    ...drafting
  ],
  examples: [
    [
      'cao rectify lbr-26-012 2:3 --lbr 26/015 --onderwerp "rectificatie reiskosten" --datum 2026-03-20',
      'verbeter artikel 2:3'
    ],
    [
      'cao rectify lbr-26-012 2:3 "bijlage IIa" --wijziging lbr-26-015',
      'verbeter twee bepalingen'
    ]
  ],
  async run(call, host) {
    const [target = '', ...words] = call.args
    const {decision, id} = readDeciding(call)
    const geldig = readGeldig(call)
    const onderdeel = textOption(call, 'onderdeel')
    const request = {
      target,
      units: unitsIn(words),
      decision,
      today: host.today(),
      ...(geldig !== undefined && {geldig}),
      ...(onderdeel !== undefined && {onderdeel})
    }
    return carryOut(call, host, {
      title: titleOf('rectify', call),
      draft(sources) {
        const desk = openCallDesk(call, sources, {wijziging: id, target})
        return finishDraft(desk, draftRectification(desk, request))
      },
      next: 'verbeter de tekst in elke versie'
    })
  }
}

/** `artikel 2:3 bijlage IIa` as a shell splits it → `artikel 2:3`, `bijlage IIa`. */
function unitsIn(words: readonly string[]): readonly string[] {
  const units: string[] = []
  let open = ''
  for (const word of words) {
    open = open === '' ? word : `${open} ${word}`
    if (leadsOn(word)) continue
    units.push(open)
    open = ''
  }
  return open === '' ? units : [...units, open]
}

function leadsOn(word: string): boolean {
  const plain = word.toLowerCase().replace(/\.$/u, '')
  const isKind = soorten.some((soort) => soort === plain) || plain === 'art'
  const isLast = plain === 'preambule' || plain === 'slot'
  return (isKind && !isLast) || ['op', 'bij', 'van'].includes(plain)
}
