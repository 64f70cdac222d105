/** A browser that runs, and all that goes with it. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import type {Browser} from 'puppeteer'
import {type BrowserProgram, noBrowser, waysToBrowser} from './chromium.ts'
import {onInterrupt} from './cleanup.ts'
import {attempt, quote} from './failure.ts'
import {HostError} from './host.ts'
import {loadPuppeteer} from './puppeteer.ts'

/** Longer than the largest document takes on a slow machine. */
export const patience = 300_000

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
  throw noBrowser(trouble)
}

async function start(program: BrowserProgram): Promise<RunningBrowser> {
  const temporary = tmpdir()
  const profile = attempt(temporary, () =>
    mkdtempSync(path.join(temporary, 'caoc-print-'))
  )
  const life = new AbortController()
  const end = (): void => {
    life.abort()
    // What has just been killed may still be writing: try again.
    rmSync(profile, {recursive: true, force: true, maxRetries: 8})
  }
  const withdraw = onInterrupt(end)
  const giveUp = (): void => {
    withdraw()
    try {
      end()
    } catch {
      // A profile that stays behind is the system's to clear away.
    }
  }
  try {
    const browser = await launch(program, profile, life.signal)
    return {
      browser,
      name: program.name,
      async close() {
        // Asked kindly first, and then not.
        const clock = new AbortController()
        const late = sleep(5000, undefined, {signal: clock.signal})
        await Promise.race([browser.close(), late]).catch(() => {})
        clock.abort()
        giveUp()
      }
    }
  } catch (error) {
    giveUp()
    throw startFailure(error, program)
  }
}

/**
 * Chromium's sandbox refuses to run as root, and needs rights that containers
 * and some systems withhold; then it is left out. What is printed is our own
 * HTML, without scripts and without network, so it is only the second wall.
 */
async function launch(
  program: BrowserProgram,
  profile: string,
  signal: AbortSignal
): Promise<Browser> {
  const open = (extra: readonly string[]): Promise<Browser> =>
    loadPuppeteer().launch({
      executablePath: program.file,
      args: [...fixedArguments, ...extra],
      env: {...process.env, ...program.env},
      // The lean mode where the program has it; others take it as just headless.
      headless: 'shell',
      // No port that other users could reach; and when we are killed, it sees the pipe close.
      pipe: true,
      userDataDir: profile,
      protocolTimeout: patience + 60_000,
      signal,
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false
    })
  const withoutSandbox = ['--no-sandbox']
  if (process.getuid?.() === 0) return open(withoutSandbox)
  try {
    return await open([])
  } catch (error) {
    if (process.platform !== 'linux' || signal.aborted) throw error
    return open(withoutSandbox)
  }
}

function startFailure(error: unknown, program: BrowserProgram): HostError {
  if (error instanceof HostError) return error
  const said = lastWords(program)
  const reason = said === '' ? '' : `: ${said}`
  return new HostError(`${quote(program.name)} start niet${reason}`, {
    cause: error
  })
}

/** What the program itself complains of, such as a library that the machine lacks. */
function lastWords({file, env}: BrowserProgram): string {
  // On Windows this question would open a window.
  if (process.platform === 'win32') return ''
  const {stderr, error} = spawnSync(file, ['--version'], {
    env: {...process.env, ...env},
    encoding: 'utf8',
    timeout: 10_000
  })
  return (stderr || error?.message || '').trim().split('\n').at(-1) ?? ''
}
