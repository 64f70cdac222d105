/** The file around its objects: head, end, identity. */
import {latin} from '../latin.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'

/** Check head and end of a file. */
export function checkFile(
  {bytes, document, flavour}: OpenFile,
  report: Report
): void {
  const head = latin(bytes.subarray(0, 16))
  const highest = flavour === '1a' ? 4 : 7
  const version = /^%PDF-1\.([0-7])[\r\n]/u.exec(head)?.[1]
  if (version === undefined || Number(version) > highest)
    report('6.1.2', 'De kop noemt geen versie van PDF die mag')
  // Four bytes beyond ASCII, right on the second line.
  if (!/^.{8}[\r\n]%[\u0080-\u00FF]{4}/u.test(head))
    report('6.1.2', 'De tweede regel zegt niet dat het bestand binair is')
  const end = latin(bytes.subarray(-1024))
  if (!/%%EOF\r?\n?$/u.test(end))
    report('6.1.3', 'Achter het einde van het bestand staat nog iets')
  const {Encrypt} = document.context.trailerInfo
  if (Encrypt) report('6.1.3', 'Het bestand is versleuteld')
  if (!hasIdentity(bytes))
    report('6.1.3', 'Het bestand heeft geen kenmerk (ID)')
  if (flavour === '1a' && /\/ObjStm\b/u.test(latin(bytes)))
    report('6.1.4', 'Objecten zijn ingepakt; dat kent PDF/A-1 niet')
}

/** Asked of the bytes: the library makes an ID for a file that has none. */
function hasIdentity(bytes: Uint8Array): boolean {
  const end = latin(bytes.subarray(-64))
  const start = Number(/startxref\s+(\d+)/u.exec(end)?.[1])
  const trailer = latin(bytes.subarray(start))
  return /\/ID\s*\[\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\]/u.test(trailer)
}
