/** Tries what this user may not do, and says what it was told. */
import path from 'node:path'
import {withCache} from '../../../src/host/cache.ts'
import {readCorpus} from '../../../src/host/corpus.ts'
import {withJournal} from '../../../src/host/journal.ts'
import {withOutput} from '../../../src/host/output.ts'
import {writeCorpusFile, writeFile} from '../../../src/host/write.ts'

const [folder = ''] = process.argv.slice(2)
const shut = path.join(folder, 'dicht')

const attempts: Record<string, () => unknown> = {
  read: () => readCorpus(folder).files,
  readShut: () => readCorpus(shut),
  output: () =>
    withOutput(path.join(folder, 'vast'), async () => {}, {
      milliseconds: 0,
      say: () => {}
    }),
  newOutput: () =>
    withOutput(path.join(folder, 'vast/nieuw'), async () => {}, {
      milliseconds: 0,
      say: () => {}
    }),
  cache: () =>
    withCache(path.join(folder, 'vast'), ({get, put}) => {
      put('a', 'b')
      return get('a') ?? 'niets bewaard'
    }),
  draft: () =>
    withJournal(path.join(folder, 'vast'), () => {}, {
      milliseconds: 0,
      say: () => {}
    }),
  write: () => writeFile(path.join(folder, 'vast/x.pdf'), Buffer.from('x')),
  corpus: () => writeCorpusFile(folder, 'vast/a.md', 'x')
}

const told: Record<string, unknown> = {}
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    told[name] = await attempt()
  } catch (error) {
    told[name] =
      error instanceof Error ? `${error.name}: ${error.message}` : error
  }
}
process.stdout.write(JSON.stringify(told))
