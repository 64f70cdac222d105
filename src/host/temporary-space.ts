/** Whether the system's folder for temporary files has room for a browser. */
import {statfsSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {ifPossible, quote} from './failure.ts'
import {HostError} from './host.ts'

/** In bytes: with less than this Chromium may die, or wait for minutes. */
const need = 32 * 2 ** 20

/** What is said when its temporary files would not fit; nothing when they have room. */
export function noTemporarySpace(cause?: unknown): HostError | undefined {
  const folder = tmpdir()
  const disk = ifPossible(() => statfsSync(folder))
  if (!disk || disk.bavail * disk.bsize >= need) return undefined
  return new HostError(
    `De map voor tijdelijke bestanden (${quote(folder)}) is vol of bijna vol, en printen vraagt daar 32 MB; maak ruimte, of geef met \`TMPDIR\` een andere map, en herhaal de opdracht`,
    {cause}
  )
}
