/** Files that came with the line ends of Windows: they are read, and that is said once. */
import {fileStart, type Report, type RuleHead} from '../diagnostics/report.ts'
import type {SourceFile} from '../model.ts'
import {locate} from './path.ts'

const rule: RuleHead = {id: 'line-ends', severity: 'waarschuwing'}

const carriageReturn = 13

/** Report, on the first of them in order of path, how many texts have line ends other than LF. */
export function reportLineEnds(
  files: readonly SourceFile[],
  reportOn: (path: string) => Report
): void {
  const odd = files.filter(
    (file) =>
      'bytes' in file && file.bytes.includes(carriageReturn) && isText(file)
  )
  const [first] = odd
  if (!first) return
  const who =
    odd.length === 1
      ? 'Dit bestand heeft'
      : `${odd.length} bestanden, waarvan dit het eerste is, hebben`
  const reason = `${who} regeleinden van Windows (CRLF); caoc leest dat, maar git ziet zo elke regel als gewijzigd; zet \`articles/** -text\` in \`.gitattributes\` en haal de bestanden opnieuw op`
  reportOn(first.path)(rule, fileStart, reason)
}

function isText({path}: SourceFile): boolean {
  return ['version', 'wijziging', 'regeling'].includes(locate(path).kind)
}
