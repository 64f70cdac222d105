/** `--pdf` as typed → the norm that a PDF must meet. */
import {type Flavour, flavours} from '../pdf/flavour.ts'
import {
  type Call,
  CallError,
  type CommandOption,
  textOption
} from './command.ts'

/** The option, worded once. */
export const pdfOption: CommandOption = {
  flags: '--pdf <norm>',
  description:
    'norm van de PDF: 2a (standaard, PDF/A-2a), 1a (PDF/A-1a) of 3a (PDF/A-3a, met de bronnen in Markdown erin); elk ook PDF/UA-1'
}

/** Read the norm; nothing when the option was not given. */
export function readFlavour(call: Call): Flavour | undefined {
  const text = textOption(call, 'pdf')
  if (text === undefined) return undefined
  const flavour = flavours.find((known) => known === text.trim().toLowerCase())
  if (flavour) return flavour
  throw new CallError(
    `\`${text}\` is geen norm voor PDF; kies uit ${flavours.join(', ')}`
  )
}
