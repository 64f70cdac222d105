/** What every verb on the command line has, and the options that several share. */
import type {Host} from '../host/host.ts'

/** `0` done, `1` the sources or the world have errors, `2` the call is wrong. */
export type ExitCode = 0 | 1 | 2

/** One option; `flags` as commander reads them. */
export interface CommandOption {
  readonly flags: string
  readonly description: string
}

/** What the user typed. */
export interface Call {
  readonly args: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** One verb. */
export interface Command {
  readonly name: string
  /** One Dutch sentence for `cao --help`. */
  readonly summary: string
  /** More for `cao <verb> --help`, in paragraphs. */
  readonly details: string
  /** As commander reads it: `[eenheid...]`. */
  readonly args?: string
  readonly options: readonly CommandOption[]
  /** Lines of a shell, each with what it does. */
  readonly examples: readonly (readonly [call: string, what: string])[]
  readonly run: (call: Call, host: Host) => Promise<ExitCode>
}

/** The call cannot be carried out as typed; the message says in Dutch how to mend it. */
export class CallError extends Error {
  override readonly name = 'CallError'
}

/** Options that several verbs share, worded once. */
export const shared = {
  articles: {
    flags: '--articles <map>',
    description: 'map met de regelingen (standaard `articles`)'
  },
  geldig: {
    flags: '--geldig <dag>',
    description: 'dag waarop de tekst geldt, als 2015-09-01 (standaard vandaag)'
  },
  zicht: {
    flags: '--zicht <dag>',
    description:
      'dag tot en met welke wijzigingen bekend waren (standaard vandaag)'
  },
  regeling: {
    flags: '--regeling <naam>',
    description: 'alleen deze regeling, als `car-uwo`'
  },
  concept: {
    flags: '--concept <wijziging>',
    description:
      'reken deze wijziging in concept mee; meer met komma’s ertussen'
  },
  json: {
    flags: '--json',
    description: 'geef meldingen als JSON'
  }
} as const satisfies Record<string, CommandOption>

/** The text of an option that takes one; nothing when it was not given. */
export function textOption({values}: Call, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
