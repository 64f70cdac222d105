/** What `cao doctor` looks at. */
import {accessSync, constants, existsSync} from 'node:fs'
import path from 'node:path'
import {startBrowser} from './browser.ts'
import {quote} from './failure.ts'
import {readFonts} from './fonts.ts'
import {type DoctorLine, HostError} from './host.ts'
import {withPrinter} from './pdf.ts'
import {readTemplates} from './templates.ts'

const outputName = 'publicatie'

/** Try all that caoc needs from this machine, the printing of a page included. */
export async function doctor(
  say: (text: string) => void = () => {}
): Promise<readonly DoctorLine[]> {
  const browser = await line(() => browserText(say))
  return [
    nodeLine(process.versions.node),
    await line(templatesText),
    await line(fontsText),
    await line(outputText),
    browser,
    ...(browser.ok ? [await line(() => printText(say))] : [])
  ]
}

/** Whether this version of Node.js is one that caoc runs on. */
export function nodeLine(version: string): DoctorLine {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 19)
  const text = `Node.js ${version}`
  return ok
    ? {ok, text}
    : {ok, text: `${text} is te oud; installeer versie 20.19 of nieuwer`}
}

async function line(
  check: () => string | Promise<string>
): Promise<DoctorLine> {
  try {
    return {ok: true, text: await check()}
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    return {ok: false, text: error.message}
  }
}

function templatesText(): string {
  const {size} = readTemplates()
  if (size > 0) return `Sjablonen: ${size}`
  throw new HostError('Er zijn geen sjablonen; installeer caoc opnieuw')
}

function fontsText(): string {
  const kilobytes = Math.round(readFonts().length / 1024)
  return `Lettertypen: Noto Serif en Noto Sans (${kilobytes} kB)`
}

function outputText(): string {
  const here = process.cwd()
  const output = path.join(here, outputName)
  const folder = existsSync(output) ? output : here
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new HostError(
      `In ${quote(folder)} kan niet worden geschreven; geef deze gebruiker rechten daarop of begin in een andere map`,
      {cause: error}
    )
  }
  return `Schrijven kan in ${quote(folder)}`
}

async function browserText(say: (text: string) => void): Promise<string> {
  const running = await startBrowser(say)
  try {
    const version = await running.browser.version()
    return `Browser voor PDF: ${quote(running.name)} (${version})`
  } finally {
    await running.close()
  }
}

async function printText(say: (text: string) => void): Promise<string> {
  const html = `<!doctype html><html lang="nl"><title>Proef</title><style>${readFonts()}</style><h1 style="font-family:'Noto Serif'">Proef</h1>`
  const pdf = await withPrinter((print) => print(html), say)
  return `Proefafdruk: PDF van ${Math.round(pdf.length / 1024)} kB`
}
