/**
 * The compiled program, run again and again in one thread: a command line comes
 * in, what it printed and its exit code go out. Whoever asks sleeps meanwhile.
 */
import {Buffer} from 'node:buffer'
import {workerData} from 'node:worker_threads'

const {port, awake, program, host} = workerData
const {runProgram} = await import(program)
const {nodeHost, packageVersion} = await import(host)

port.on('message', async (args) => {
  const out = collector()
  const err = collector()
  const answer = {code: null, crash: undefined}
  try {
    const world = nodeHost({stdout: out.stream, stderr: err.stream})
    answer.code = await runProgram(args, world, {version: packageVersion()})
  } catch (error) {
    answer.crash = String(error?.stack ?? error)
  }
  port.postMessage({...answer, out: out.bytes(), err: err.bytes()})
  Atomics.store(awake, 0, 1)
  Atomics.notify(awake, 0)
})

function collector() {
  const chunks = []
  return {
    stream: {
      isTTY: false,
      columns: 80,
      write: (chunk) => chunks.push(Buffer.from(chunk)) > 0,
      on: () => {}
    },
    bytes: () => Buffer.concat(chunks)
  }
}
