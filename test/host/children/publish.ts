/** Publishes one generation after another until it is killed. */
import {withOutput} from '../../../src/host/output.ts'
import {generation, obsoleteAfter} from '../generation.ts'

const [folder = '', start = '0'] = process.argv.slice(2)

await withOutput(
  folder,
  async (output) => {
    process.stdout.write('ready\n')
    for (let number = Number(start); ; number++) {
      const {folders, manifest} = generation(number)
      output.commit(
        folders,
        manifest,
        obsoleteAfter(output.manifest(), folders)
      )
      await new Promise((next) => setImmediate(next))
    }
  },
  {milliseconds: 10_000, say: (text) => process.stderr.write(`${text}\n`)}
)
