/** HTML → PDF, in one browser a run. */
import type {Browser, HTTPRequest, Page} from 'puppeteer'
import {patience, type RunningBrowser, startBrowser} from './browser.ts'
import {HostError, type PrintOptions, type PrintPdf} from './host.ts'
import {printInRounds} from './rounds.ts'
import {noTemporarySpace} from './temporary-space.ts'

/** As many pages as the browser prints at once; more takes memory and no less time. */
const pagesAtOnce = 2

/**
 * Run `work` with a printer. The browser starts at the first print and is closed
 * whatever happens. Scripts do not run and nothing is fetched.
 */
export async function withPrinter<T>(
  work: (print: PrintPdf) => Promise<T>,
  say: (text: string) => void = () => {}
): Promise<T> {
  const press = openPress(say)
  const inTurn = turns(pagesAtOnce)
  try {
    return await work((html, options = {}) =>
      inTurn(() => printOn(press, {...options, html}))
    )
  } finally {
    await press.close()
  }
}

/** A browser that is there when it is asked for, and is replaced when it has died. */
interface Press {
  readonly running: () => Promise<RunningBrowser>
  readonly discard: (dead: RunningBrowser) => Promise<void>
  readonly close: () => Promise<void>
}

function openPress(say: (text: string) => void): Press {
  let current: Promise<RunningBrowser> | undefined
  let isClosed = false
  return {
    running() {
      if (isClosed) throw new Error('Printed after the end of withPrinter')
      current ??= startBrowser(say).catch((error) => {
        // What stood in the way may be gone at the next print.
        current = undefined
        throw error
      })
      return current
    },
    async discard(dead) {
      // Of two pages that see it die, the first replaces it.
      const asked = current
      const seen = await asked?.catch(() => undefined)
      if (seen === dead && current === asked) current = undefined
      await dead.close()
    },
    async close() {
      isClosed = true
      const last = await current?.catch(() => undefined)
      await last?.close()
    }
  }
}

/** What is to be printed. */
interface Job extends PrintOptions {
  readonly html: string
}

async function printOn(press: Press, job: Job): Promise<Uint8Array> {
  let cause: unknown
  for (const _ of ['first', 'again']) {
    const running = await press.running()
    try {
      return await printPage(running.browser, job)
    } catch (error) {
      if (error instanceof HostError) throw error
      cause = error
      await press.discard(running)
      if (error instanceof Error && error.name === 'TimeoutError')
        throw noTemporarySpace(error) ?? tooSlow(error)
    }
  }
  const full = noTemporarySpace(cause)
  if (full) throw full
  throw new HostError(
    'De browser is twee keer gestopt bij het printen van een PDF; sluit andere programma’s, want meestal is het geheugen op, en herhaal de opdracht',
    {cause}
  )
}

function tooSlow(cause: Error): HostError {
  return new HostError(
    `Het printen van een PDF duurde langer dan ${patience / 60_000} minuten; sluit andere programma’s en herhaal de opdracht`,
    {cause}
  )
}

async function printPage(browser: Browser, job: Job): Promise<Uint8Array> {
  const end = endOf(browser)
  try {
    return await Promise.race([end.comes, printOnPage(browser, job)])
  } finally {
    end.forget()
  }
}

/** Rejects when the browser is gone: puppeteer would wait for some answers until the clock runs out. */
function endOf(browser: Browser): {comes: Promise<never>; forget: () => void} {
  let onEnd = (): void => {}
  const comes = new Promise<never>((_, reject) => {
    onEnd = () => reject(new Error('The browser is gone'))
    if (!browser.connected) onEnd()
    browser.once('disconnected', onEnd)
  })
  return {comes, forget: () => void browser.off('disconnected', onEnd)}
}

async function printOnPage(browser: Browser, job: Job): Promise<Uint8Array> {
  const page = await browser.newPage()
  try {
    return await Promise.race([crash(page), fillAndPrint(page, job)])
  } finally {
    page.close().catch(() => {})
  }
}

async function fillAndPrint(page: Page, job: Job): Promise<Uint8Array> {
  await page.setJavaScriptEnabled(false)
  await page.setRequestInterception(true)
  page.on('request', fetchNothing)
  await page.setContent(job.html, {waitUntil: 'load', timeout: patience})
  return printInRounds(page, job)
}

function fetchNothing(request: HTTPRequest): void {
  const isInDocument = /^(?:data|about):/.test(request.url())
  // `aborted` and not `failed`: after a failed request to go elsewhere, the page would print empty.
  const answer = isInDocument ? request.continue() : request.abort('aborted')
  // The page may be gone already.
  void answer.catch(() => {})
}

/** A page whose process dies answers no more: without this, printing would wait for the clock. */
function crash(page: Page): Promise<never> {
  return new Promise((_, reject) => {
    page.once('error', reject)
  })
}

/** At most `places` of what it is given run at once; the others wait in order. */
function turns(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = places
  return async (work) => {
    if (free > 0) free--
    else await new Promise<void>((next) => waiting.push(next))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
