/**
 * A browser as a process of ours. Puppeteer can start one too, but then an
 * error on its pipe after a crash ends the whole program, and what it said
 * before it died is lost.
 */
import {type ChildProcess, spawn} from 'node:child_process'
import type {Readable, Writable} from 'node:stream'
import type {ConnectionTransport} from 'puppeteer'
import type {BrowserProgram} from './browser-program.ts'

/** How much of what it says is kept, in characters. */
const memory = 10_000

/** A browser that was started. */
export interface BrowserProcess {
  /** The pipe over which puppeteer speaks to it: no port that other users could reach. */
  readonly transport: ConnectionTransport
  /** Comes when the process has ended, with what it complained of; never rejects. */
  readonly ended: Promise<string>
  /** Ends it and all processes that it started, at once. */
  readonly kill: () => void
}

/** Start a browser. It also ends by itself when this program does: it sees its pipe close. */
export function startProcess(
  program: BrowserProgram,
  args: readonly string[]
): BrowserProcess {
  const child = spawn(program.file, [...args, '--remote-debugging-pipe'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: {...process.env, ...program.env},
    // A group of its own, which can be ended as a whole.
    detached: process.platform !== 'win32'
  })
  // As `stdio` asks for: 3 is what the browser reads, 4 is what it writes.
  const [, , , toBrowser, fromBrowser] = child.stdio as [
    null,
    null,
    Readable,
    Writable,
    Readable
  ]
  return {
    transport: transportOver(toBrowser, fromBrowser),
    ended: lastWords(child),
    kill: () => killGroup(child)
  }
}

function transportOver(
  toBrowser: Writable,
  fromBrowser: Readable
): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close() {
      toBrowser.destroy()
      fromBrowser.destroy()
    }
  }
  // The close that follows an error says enough.
  toBrowser.on('error', () => {})
  fromBrowser.on('error', () => {})
  fromBrowser.on('close', () => transport.onclose?.())
  eachMessage(fromBrowser, (message) => transport.onmessage?.(message))
  return transport
}

/** Messages end with a NUL and come in pieces. */
function eachMessage(
  stream: Readable,
  receive: (message: string) => void
): void {
  let pieces: Buffer[] = []
  stream.on('data', (chunk: Buffer) => {
    let start = 0
    for (
      let end = chunk.indexOf(0);
      end >= 0;
      start = end + 1, end = chunk.indexOf(0, start)
    ) {
      const message = Buffer.concat([...pieces, chunk.subarray(start, end)])
      pieces = []
      setImmediate(() => receive(message.toString()))
    }
    pieces.push(chunk.subarray(start))
  })
}

function lastWords(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-memory)
  })
  return new Promise((resolve) => {
    const end = (): void => resolve(complaint(said))
    child.once('close', end)
    // A process that it left behind may keep the pipe open.
    child.once('exit', () => setTimeout(end, 1000).unref())
    child.once('error', (error) => resolve(error.message))
  })
}

/** The line that says why, or else the last one. */
function complaint(said: string): string {
  const lines = said.split('\n').map((line) => line.trim())
  const telling = lines.find((line) => /:FATAL:|error while/.test(line))
  return telling ?? lines.findLast((line) => line !== '') ?? ''
}

function killGroup(child: ChildProcess): void {
  const hasEnded = child.exitCode !== null || child.signalCode !== null
  if (child.pid === undefined || hasEnded) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}
