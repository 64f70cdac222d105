/** A browser that runs, and all that goes with it. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Browser} from 'puppeteer'
import {type BrowserProcess, startProcess} from './browser-process.ts'
import type {BrowserProgram} from './browser-program.ts'
import {noBrowser, waysToBrowser} from './chromium.ts'
import {onInterrupt} from './cleanup.ts'
import {attempt, ifPossible, quote} from './failure.ts'
import {HostError} from './host.ts'
import {loadPuppeteer} from './puppeteer.ts'
import {noTemporarySpace} from './temporary-space.ts'

/** Longer than the largest document takes on a slow machine. */
export const patience = 300_000

/** In which a browser must have answered, at its start and at its end. */
const startPatience = 60_000
const endPatience = 5000

const fixedArguments = [
  '--disable-gpu',
  '--disable-component-update',
  '--font-render-hinting=none',
  // No name and no address leads anywhere: the browser has no network.
  '--host-resolver-rules=MAP * ~NOTFOUND'
]

/** A browser, started, with a profile of its own. */
export interface RunningBrowser {
  readonly browser: Browser
  /** Name of the program, for people. */
  readonly name: string
  /** Ends it and removes its profile; never rejects. */
  readonly close: () => Promise<void>
}

/** Start the first browser that will. Whatever ends the program ends the browser too. */
export async function startBrowser(
  say: (text: string) => void
): Promise<RunningBrowser> {
  let trouble: unknown
  for (const way of waysToBrowser(say)) {
    try {
      return await start(await way())
    } catch (error) {
      trouble ??= error
    }
  }
  throw noTemporarySpace(trouble) ?? noBrowser(trouble)
}

async function start(program: BrowserProgram): Promise<RunningBrowser> {
  // Chromium's sandbox refuses to run as root.
  if (process.getuid?.() === 0) return open(program, ['--no-sandbox'])
  try {
    return await open(program, [])
  } catch (error) {
    if (process.platform !== 'linux') throw error
    // It also needs rights that containers and some systems withhold. What is
    // printed is our own HTML, without scripts and without network: the sandbox
    // is the second wall.
    return open(program, ['--no-sandbox'])
  }
}

async function open(
  program: BrowserProgram,
  extra: readonly string[]
): Promise<RunningBrowser> {
  const full = noTemporarySpace()
  if (full) throw full
  const profile = newProfile()
  const puppeteer = loadPuppeteer()
  const args = puppeteer.defaultArgs({
    // The lean mode where the program has it; others take it as just headless.
    headless: 'shell',
    userDataDir: profile,
    args: [...fixedArguments, ...extra]
  })
  const running = startProcess(program, args)
  const end = ender(running, profile)
  try {
    const browser = await Promise.race([
      puppeteer.connect({
        transport: running.transport,
        protocolTimeout: patience + 60_000
      }),
      running.ended.then((words) => Promise.reject(new Error(words))),
      late(startPatience)
    ])
    return {
      browser,
      name: program.name,
      async close() {
        // Asked kindly first, and then not.
        await Promise.race([browser.close(), late(endPatience)]).catch(() => {})
        await end()
      }
    }
  } catch (error) {
    await end()
    throw await startFailure(error, program, running)
  }
}

function newProfile(): string {
  const temporary = tmpdir()
  return attempt(temporary, () =>
    mkdtempSync(path.join(temporary, 'caoc-print-'))
  )
}

/** Ends the browser and removes its profile, when asked and at an interruption. */
function ender(running: BrowserProcess, profile: string): () => Promise<void> {
  const removeProfile = (): void =>
    // What has just been killed may still be writing: try again.
    rmSync(profile, {recursive: true, force: true, maxRetries: 8})
  const withdraw = onInterrupt(() => {
    running.kill()
    removeProfile()
  })
  return async () => {
    running.kill()
    await running.ended
    withdraw()
    // A profile that stays behind is the system's to clear away.
    ifPossible(removeProfile)
  }
}

/** Rejects after a while, without keeping the program alive for it. */
function late(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('Too late')), milliseconds).unref()
  })
}

async function startFailure(
  cause: unknown,
  {name}: BrowserProgram,
  running: BrowserProcess
): Promise<HostError> {
  const words = await running.ended
  const reason = words === '' ? '' : `: ${words}`
  return new HostError(`${quote(name)} start niet${reason}`, {cause})
}
