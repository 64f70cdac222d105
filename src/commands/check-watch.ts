/** `cao check --watch`: check again after each change. */
import {formatFindings} from '../diagnostics/reporter.ts'
import {type Host, HostError} from '../host/host.ts'
import {closingLine, foundIn} from './check-output.ts'
import {type Call, CallError, type ExitCode} from './command.ts'
import {corpusFolder, openCorpus} from './corpus.ts'

/** Tell what is wrong, and again whenever that changes; at the start the sources must be there. */
export async function checkWatch(call: Call, host: Host): Promise<ExitCode> {
  const folder = corpusFolder(call)
  let shown: string | undefined
  const show = (): void => {
    const said = describe(call, host, shown === undefined)
    if (said === shown) return
    host.print(shown === undefined ? said : `\n${said}`)
    shown = said
  }
  host.printError(
    `\`cao check\` kijkt mee met \`${folder}\`; stop met Ctrl-C\n`
  )
  await host.watchFolder(folder, show)
  return 0
}

function describe(call: Call, host: Host, isFirst: boolean): string {
  try {
    const found = foundIn(call, openCorpus(call, host))
    return formatFindings(found.list) + closingLine(found)
  } catch (error) {
    // In the middle of a checkout a folder may be away for a while.
    const isPassing = error instanceof HostError || error instanceof CallError
    if (isFirst || !isPassing) throw error
    return `${error.message}\n`
  }
}
