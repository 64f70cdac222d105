/** Which browser prints. */
import {accessSync, constants, statSync} from 'node:fs'
import type {BrowserProgram} from './browser-program.ts'
import {ifPossible, quote} from './failure.ts'
import {HostError} from './host.ts'
import {browserPlaces} from './installed-browsers.ts'
import {hasNpmChromium, npmChromium} from './npm-chromium.ts'

const advice =
  'installeer Google Chrome, Chromium of Edge, of geef met `CAO_CHROMIUM` de plaats van het programma; alles behalve PDF werkt ook zonder'

/** Said when there is nothing to print with. */
export function noBrowser(cause: unknown): HostError {
  const reason =
    cause instanceof HostError
      ? `Er is geen browser om mee te printen (${cause.message})`
      : 'Er is geen browser om mee te printen'
  return new HostError(`${reason}; ${advice}`, {cause})
}

/**
 * Ways to a browser, best first: the one that `CAO_CHROMIUM` names and no
 * other, or else the one from npm, whose pages are the same on every machine,
 * and then what is installed.
 */
export function waysToBrowser(
  say: (text: string) => void
): (() => Promise<BrowserProgram>)[] {
  const named = process.env.CAO_CHROMIUM
  if (named) return [async () => namedBrowser(named)]
  const installed = browserPlaces(process.platform, process.env)
    .filter(isProgram)
    .map((file) => async () => ({name: file, file, env: {}}))
  return hasNpmChromium() ? [() => npmChromium(say), ...installed] : installed
}

function namedBrowser(file: string): BrowserProgram {
  if (isProgram(file)) return {name: file, file, env: {}}
  throw new HostError(
    `\`CAO_CHROMIUM\` wijst naar ${quote(file)}, maar dat is geen programma`
  )
}

function isProgram(file: string): boolean {
  const isFile = ifPossible(() => {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  })
  return isFile === true
}
