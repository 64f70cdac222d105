import {withCache} from './cache.ts'
import {today} from './clock.ts'
import {isOutputClosed} from './closed-output.ts'
import {readCorpus} from './corpus.ts'
import {doctor} from './doctor.ts'
import {fileOutput} from './file-output.ts'
import {readFonts} from './fonts.ts'
import type {Host} from './host.ts'
import {
  corpusPlace,
  lastDraft,
  unfinishedDraft,
  withJournal
} from './journal.ts'
import {readLaws} from './laws.ts'
import {withOutput} from './output.ts'
import {ownFolder, versionOf} from './package.ts'
import {withPrinter} from './pdf.ts'
import {placeBelow} from './place-below.ts'
import {readRulePages} from './rule-pages.ts'
import {readTemplates} from './templates.ts'
import {type Streams, terminal} from './terminal.ts'
import {readUserFile} from './user-file.ts'
import {watchFolder} from './watch.ts'
import {writeCorpusFile, writeFile} from './write.ts'

/** A build of the largest regeling takes seconds; who holds the folder longer is stuck. */
const lockPatience = 60_000

/** The real world, as Node.js gives it; it speaks on the process's own streams, unless others are given. */
export function nodeHost({stdout, stderr}: Streams = process): Host {
  const out = stdout === process.stdout ? (fileOutput(1) ?? stdout) : stdout
  const speech = terminal(out, stderr, isOutputClosed)
  const {printError, progress} = speech
  const patience = {
    milliseconds: lockPatience,
    say: (text: string) => printError(`${text}\n`)
  }
  return {
    version: packageVersion(),
    today,
    ...speech,
    readCorpus,
    withCache,
    readTemplates: () => readTemplates(),
    readLaws: () => readLaws(),
    readRulePages: () => readRulePages(),
    watchFolder: (folder, onChange) => watchFolder(folder, onChange),
    readFonts,
    placeBelow,
    writeCorpusFile,
    corpusPlace,
    lastDraft,
    unfinishedDraft,
    withJournal: (folder, work) => withJournal(folder, work, patience),
    readUserFile,
    writeFile,
    withOutput: (folder, work) => withOutput(folder, work, patience),
    withPrinter: (work) => withPrinter(work, progress),
    doctor: () => doctor(progress)
  }
}

/** Version of caoc itself, as its package says. */
export function packageVersion(): string {
  return versionOf(ownFolder())
}
