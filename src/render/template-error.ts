/**
 * Stage: what is wrong with a template → a Dutch sentence with file and line.
 */

/** One thing that is wrong; lines and columns count from 1. */
export interface TemplateFault {
  /** Path below `templates/`, without `.hbs`. */
  readonly name: string
  readonly line?: number
  readonly column?: number
  readonly text: string
}

/** Broken templates; the message has a line for each fault, `templates/page.hbs:12:3 …`. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  readonly faults: readonly TemplateFault[]

  constructor(faults: readonly TemplateFault[], options?: ErrorOptions) {
    super(faults.map(faultLine).join('\n'), options)
    this.faults = faults
  }
}

/** What went wrong while a template was filled in. */
export function faultInRun(name: string, error: unknown): TemplateFault {
  const {message, lineNumber, column} = toHandlebarsError(error)
  const place =
    lineNumber === undefined ? {} : {line: lineNumber, column: column + 1}
  const missing = /^"(.+)" not defined in /u.exec(message)?.[1]
  if (missing !== undefined) {
    return {name, ...place, text: `Er is hier geen gegeven \`${missing}\``}
  }
  const partial = /^The partial (.+) could not be found/u.exec(message)?.[1]
  if (partial !== undefined) return {name, ...place, text: noTemplate(partial)}
  const text =
    error instanceof RangeError
      ? 'Sjabloon roept zichzelf zonder einde aan, of de tekst is te diep genest'
      : 'Sjabloon is niet in te vullen: een gegeven is hier van een andere soort'
  return {name, ...place, text}
}

/** The sentence for a template that is not there. */
export function noTemplate(name: string): string {
  return name === 'undefined'
    ? 'Hier staat niet welk sjabloon wordt bedoeld'
    : `Er is geen sjabloon \`${name}\``
}

function faultLine({name, line, column, text}: TemplateFault): string {
  const place = line === undefined ? '' : `:${line}:${column ?? 1}`
  return `templates/${name}.hbs${place} ${text}`
}

interface HandlebarsError {
  readonly message: string
  readonly lineNumber: number | undefined
  readonly column: number
}

// Handlebars adds these fields to its errors without saying so in its types.
function toHandlebarsError(error: unknown): HandlebarsError {
  const {message, lineNumber, column} = error as Partial<HandlebarsError>
  return {
    message: message ?? String(error),
    lineNumber,
    column: column ?? 0
  }
}
