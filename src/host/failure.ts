/** Trouble with disk and browser, said in Dutch. */
import {HostError} from './host.ts'

/** What is the case and what to do, by error code of the operating system. */
const sentences: Readonly<Record<string, (name: string) => string>> = {
  EACCES: forbidden,
  EBUSY: (name) =>
    `${name} is in gebruik bij een ander programma; sluit dat programma`,
  EDQUOT: full,
  EFBIG: (name) =>
    `${name} wordt groter dan een bestand hier mag zijn; kies een andere plaats`,
  EIO: (name) =>
    `De schijf gaf een leesfout of schrijffout bij ${name}; controleer de schijf`,
  EISDIR: (name) => `${name} is een map; geef de naam van een bestand`,
  ELOOP: (name) =>
    `${name} loopt via een koppeling (symbolic link); geef de plaats zelf op`,
  EMFILE: tooManyOpen,
  ENAMETOOLONG: (name) =>
    `${name} is een te lange naam voor deze schijf; kies een kortere`,
  ENFILE: tooManyOpen,
  ENOENT: (name) => `${name} bestaat niet; controleer de naam`,
  ENOSPC: full,
  ENOTDIR: (name) =>
    `Een deel van ${name} is een bestand en geen map; kies een andere plaats`,
  EPERM: forbidden,
  EROFS: (name) =>
    `${name} staat op een schijf die alleen te lezen is; kies een andere plaats`
}

/** Names the thing that an error message is about, with nothing in it that a terminal would obey. */
export function quote(name: string): string {
  return `\`${visible(name.replace(/[`\n]/gu, escaped))}\``
}

/** A text with nothing in it that a terminal would obey, but for its line ends; JSON stays JSON. */
export function visible(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)
}

/** As JSON escapes, which has four digits only: two escapes where a character is beyond those. */
function escaped(character: string): string {
  return Array.from({length: character.length}, (_, index) => {
    const unit = character.charCodeAt(index)
    return `\\u${unit.toString(16).padStart(4, '0')}`
  }).join('')
}

/**
 * Say what went wrong with `name`, which is quoted already. Only an error of
 * the operating system is the world's; anything else is ours and is thrown on.
 */
export function failure(error: unknown, name: string): HostError {
  if (error instanceof HostError) return error
  return new HostError(reason(error, name), {cause: error})
}

/** The sentence of {@link failure} alone. */
export function reason(error: unknown, name: string): string {
  const code = errorCode(error)
  if (code === undefined) throw error
  const sentence = sentences[code] ?? unexpected(code)
  const text = sentence(name)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Do `work`, and turn an error of the operating system into one sentence about `name`. */
export function attempt<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw failure(error, quote(name))
  }
}

/** The operating system's name for what went wrong, such as `ENOENT`; nothing for any other error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error)) return undefined
  return 'code' in error ? String(error.code) : undefined
}

/** The outcome of `work`, or nothing when the operating system refuses it. */
export function ifPossible<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (errorCode(error) === undefined) throw error
    return undefined
  }
}

function forbidden(name: string): string {
  return `Geen toegang tot ${name}; geef deze gebruiker rechten daarop`
}

function full(name: string): string {
  return `De schijf is vol bij het schrijven van ${name}; maak ruimte en herhaal de opdracht`
}

function tooManyOpen(name: string): string {
  return `Er staan te veel bestanden open om ${name} te openen; sluit andere programma's`
}

function unexpected(code: string): (name: string) => string {
  return (name) =>
    `Onverwachte fout ${code} bij ${name}; herhaal de opdracht, en meld dit als het blijft`
}
