/** Files for tests of drafting: a few new ones in new folders, each large enough to be cut in half. */
import type {CorpusFile} from '../../src/host/host.ts'

/** Draft `number`: three new files. */
export function draftOf(number: number): readonly CorpusFile[] {
  return [
    `proef/artikel-${number}/begin.md`,
    `proef/artikel-${number}/toelichting/begin.md`,
    `proef/wijzigingen/w-${number}.md`
  ].map((path) => ({path, text: `${path}\n`.repeat(500)}))
}
