/** A folder that is looked at until Ctrl-C: told when something in it has changed and come to rest. */
import {
  type Dirent,
  type FSWatcher,
  lstatSync,
  readdirSync,
  watch
} from 'node:fs'
import path from 'node:path'
import {performance} from 'node:perf_hooks'
import {isIgnored} from './corpus.ts'
import {ifPossible} from './failure.ts'

/** What a test may want otherwise. */
interface WatchOptions {
  /** Without the system's own notices, only by looking now and then. */
  readonly onlyPoll?: boolean
  /** Ends the watch, as Ctrl-C does. */
  readonly signal?: AbortSignal
}

/** A save is several events, and a checkout many: milliseconds in which nothing may happen. */
const rest = 100
/** What never rests is told all the same after this many looks. */
const patience = 30
/** Milliseconds between two looks of our own. */
const interval = 1000
/** Looking takes at most this part of the time. */
const share = 20

/**
 * Call `onChange` at once and after each change below `folder`. The system
 * tells of changes where it can; now and then is looked as well, since notices
 * get lost, and end with a folder that is removed and made again.
 */
export async function watchFolder(
  folder: string,
  onChange: () => void,
  {onlyPoll = false, signal}: WatchOptions = {}
): Promise<void> {
  const end = new AbortController()
  const stop = (): void => end.abort()
  process.once('SIGINT', stop)
  signal?.addEventListener('abort', stop)
  const notices = noticesOf(folder, onlyPoll)
  try {
    let seen = lookAt(folder)
    onChange()
    while (!end.signal.aborted) {
      await notices.next(Math.max(interval, seen.took * share), end.signal)
      const now = await settled(folder, seen, end.signal)
      if (end.signal.aborted || now.stamp === seen.stamp) continue
      seen = now
      onChange()
    }
  } finally {
    notices.close()
    process.off('SIGINT', stop)
    signal?.removeEventListener('abort', stop)
  }
}

/** What a folder held, and how many milliseconds it took to see that. */
interface Look {
  readonly stamp: string
  readonly took: number
}

/** The folder once two looks are the same; at once when nothing has changed. */
async function settled(
  folder: string,
  seen: Look,
  signal: AbortSignal
): Promise<Look> {
  let now = lookAt(folder)
  for (let looks = 1; now.stamp !== seen.stamp && looks < patience; looks++) {
    await pause(rest, signal)
    const next = lookAt(folder)
    if (next.stamp === now.stamp || signal.aborted) break
    now = next
  }
  return now
}

interface Notices {
  /** Waits for a notice, but no longer than so many milliseconds. */
  readonly next: (milliseconds: number, signal: AbortSignal) => Promise<void>
  readonly close: () => void
}

/** The system's notices; for a folder that was replaced they are asked for anew. */
function noticesOf(folder: string, onlyPoll: boolean): Notices {
  let watcher: FSWatcher | undefined
  let watched: number | undefined
  let ring = (): void => {}
  const close = (): void => {
    watcher?.close()
    watcher = undefined
  }
  const renew = (): void => {
    const root = ifPossible(() => lstatSync(folder).ino)
    if (watcher && watched === root) return
    close()
    watched = root
    watcher = watcherOf(folder, () => ring())
    watcher?.on('error', close)
  }
  return {
    close,
    async next(milliseconds, signal) {
      if (!onlyPoll) renew()
      await pause(milliseconds, signal, (wake) => {
        ring = wake
      })
    }
  }
}

/** Nothing where the system does not tell of changes, or of no more of them. */
function watcherOf(folder: string, tell: () => void): FSWatcher | undefined {
  try {
    return watch(folder, {recursive: true}, tell)
  } catch {
    return undefined
  }
}

/** Waits so many milliseconds, until the end, or until what `offer` was given is called. */
function pause(
  milliseconds: number,
  signal: AbortSignal,
  offer?: (wake: () => void) => void
): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, signal.aborted ? 0 : milliseconds)
    signal.addEventListener('abort', wake)
    offer?.(wake)
  })
}

function lookAt(folder: string): Look {
  const start = performance.now()
  const lines: string[] = []
  collect(path.resolve(folder), lines)
  return {stamp: lines.join('\n'), took: performance.now() - start}
}

/** Name, size and time of everything below a folder; what vanishes meanwhile is not there. */
function collect(folder: string, lines: string[]): void {
  const entries = ifPossible((): Dirent[] =>
    readdirSync(folder, {withFileTypes: true})
  )
  for (const entry of entries ?? []) {
    if (isIgnored(entry.name)) continue
    const place = path.join(folder, entry.name)
    const stat = ifPossible(() => lstatSync(place))
    if (stat === undefined) continue
    const {ino, size, mtimeMs} = stat
    lines.push(
      `${place} ${ino} ${stat.isDirectory() ? '' : `${size} ${mtimeMs}`}`
    )
    if (stat.isDirectory() && entry.name !== 'node_modules') {
      collect(place, lines)
    }
  }
}
