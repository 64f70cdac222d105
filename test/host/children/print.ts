/** Prints one document with a cache of its own, and then waits for its end when asked to. */
import {withPrinter} from '../../../src/host/pdf.ts'

const waits = process.argv[2] === 'and-wait'

try {
  await withPrinter(async (print) => {
    const pdf = await print('<h1>Proef</h1>')
    process.stdout.write(`${pdf.length}\n`)
    if (waits) await new Promise((next) => setTimeout(next, 60_000))
  })
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : 'no error')
}
