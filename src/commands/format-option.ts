/** `--format` as typed → formats. */
import {type Format, formats} from '../pipeline/formats.ts'
import {type Call, CallError, textOption} from './command.ts'

/** Read one or more formats, comma between; nothing when the option was not given. */
export function readFormats(call: Call): readonly Format[] | undefined {
  const text = textOption(call, 'format')
  if (text === undefined) return undefined
  return text.split(',').map((name) => {
    const format = formats.find((known) => known === name.trim())
    if (format) return format
    throw new CallError(
      `\`${name}\` is geen vorm; kies uit ${formats.join(', ')}`
    )
  })
}
