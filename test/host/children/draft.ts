/** Lays drafts down one after the other, until it is killed. */
import {withJournal} from '../../../src/host/journal.ts'
import {draftOf} from '../draft-files.ts'

const [folder = '', start = '0', rounds = '1000000'] = process.argv.slice(2)

for (let round = 0; round < Number(rounds); round++) {
  await withJournal(
    folder,
    (journal) => {
      if (round === 0) process.stdout.write('ready\n')
      const number = Number(start) + round
      journal.layDown(`cao proef ${number}`, draftOf(number))
    },
    {milliseconds: 10_000, say: () => {}}
  )
}
