/** veraPDF, the judge of PDF/A and PDF/UA; `.ci/verapdf.sh` fetches it. */
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import path from 'node:path'
import process from 'node:process'
import {temporaryFolder} from '../host/temporary.ts'

/** What it says of one file under one flavour. */
export interface Verdict {
  readonly file: string
  readonly flavour: string
  readonly compliant: boolean
  readonly rules: readonly {
    readonly rule: string
    readonly count: number
    readonly message: string
    readonly place?: string
  }[]
}

/** The totals that it prints last. */
interface Totals {
  readonly files: number
  readonly flavours: string
  readonly checks: number
  readonly failed: number
}

const pom = path.join(import.meta.dirname, '../../.ci/verapdf/pom.xml')
const version = [
  ...readFileSync(pom, 'utf8').matchAll(/<version>([\d.]+)<\/version>/gu)
].at(-1)?.[1]

function folder(): string {
  const {CAO_VERAPDF, XDG_CACHE_HOME} = process.env
  const cache = XDG_CACHE_HOME || path.join(homedir(), '.cache')
  return CAO_VERAPDF || path.join(cache, 'caoc', `verapdf-${version}`)
}

/** Why it cannot be used here; nothing when it can. */
export function whyNoVeraPdf(): string | undefined {
  if (!existsSync(folder()))
    return 'veraPDF is not there; `bash .ci/verapdf.sh` fetches it'
  const {error} = spawnSync('java', ['-version'])
  return error ? 'Java is not there' : undefined
}

/** Validate files, by name; the totals come beside the verdicts. */
export function validate(
  files: ReadonlyMap<string, Uint8Array>,
  flavours: readonly string[]
): {verdicts: readonly Verdict[]; totals: Totals} {
  const place = temporaryFolder()
  const paths = [...files].map(([name, bytes]) => {
    const file = path.join(place, `${name}.pdf`)
    writeFileSync(file, bytes)
    return file
  })
  const jars = ['classes', 'jars/*'].map((part) => path.join(folder(), part))
  const {stdout, stderr} = spawnSync(
    'java',
    [
      '-cp',
      jars.join(path.delimiter),
      'Validate',
      flavours.join(','),
      ...paths
    ],
    {encoding: 'utf8', maxBuffer: 2 ** 28}
  )
  const lines = stdout.trim().split('\n')
  const totals = lines.pop()
  if (!totals?.startsWith('{"files"')) throw new Error(`veraPDF: ${stderr}`)
  return {
    verdicts: lines.map((line) => JSON.parse(line)),
    totals: JSON.parse(totals)
  }
}
