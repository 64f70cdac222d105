import path from 'node:path'
import process from 'node:process'
import {pathToFileURL} from 'node:url'
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  SHARE_ENV,
  Worker
} from 'node:worker_threads'

/** What one run of the program gave; `code` is null when it crashed. */
interface Answer {
  readonly code: number | null
  readonly crash?: string
  readonly out: Uint8Array
  readonly err: Uint8Array
}

/** A run takes seconds; what takes longer than this hangs. */
const patience = 170_000

const dist = path.join(import.meta.dirname, '../../dist')
const urlOf = (file: string): string =>
  pathToFileURL(path.join(dist, file)).href

let desk: {readonly port: MessagePort; readonly awake: Int32Array} | undefined

/**
 * Run one command line of the compiled program in `folder`, without a process
 * of its own: starting Node.js and loading the program takes longer than most
 * commands do. Its thread lives as long as the test file.
 */
export function runAtDesk(folder: string, args: readonly string[]): Answer {
  desk ??= openDesk()
  const {port, awake} = desk
  const before = process.cwd()
  process.chdir(folder)
  try {
    Atomics.store(awake, 0, 0)
    port.postMessage(args)
    const woken = Atomics.wait(awake, 0, 0, patience)
    if (woken === 'timed-out') throw new Error(`\`cao ${args[0]}\` hangs`)
    return receiveMessageOnPort(port)?.message as Answer // what `desk.mjs` posts
  } finally {
    process.chdir(before)
  }
}

function openDesk(): NonNullable<typeof desk> {
  const {port1, port2} = new MessageChannel()
  const awake = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(path.join(import.meta.dirname, 'desk.mjs'), {
    workerData: {
      port: port2,
      awake,
      program: urlOf('commands/program.js'),
      host: urlOf('host/node.js')
    },
    transferList: [port2],
    env: SHARE_ENV,
    execArgv: []
  })
  worker.unref()
  port1.unref()
  return {port: port1, awake}
}
