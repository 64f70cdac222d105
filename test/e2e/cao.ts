import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import process from 'node:process'
import {runAtDesk} from './desk.ts'

/** The folder of the project itself. */
const project = path.join(import.meta.dirname, '../..')

/** What one run of the compiled program gave. */
interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
  readonly bytes: Buffer
}

/** A folder to work in, with `cao` to run in it; removed by `remove`. */
export interface Workplace {
  readonly folder: string
  /** Run the compiled program, as a process would; `desk.ts` says why it is none. */
  readonly cao: (...args: readonly string[]) => Run
  /** Run it as a process of its own, as people do. */
  readonly caoProcess: (...args: readonly string[]) => Run
  readonly write: (file: string, content: string | Uint8Array) => void
  readonly remove: () => void
}

/** Make a workplace, with a copy of all that is shipped, of one small regeling, or of nothing. */
export function workplace(
  content: 'shipped' | 'car-uwo' | 'empty' = 'shipped'
): Workplace {
  const folder = mkdtempSync(path.join(tmpdir(), 'caoc-e2e-'))
  const part = content === 'car-uwo' ? 'articles/car-uwo' : 'articles'
  if (content !== 'empty') {
    cpSync(path.join(project, part), path.join(folder, part), {
      recursive: true,
      filter: (source) => path.basename(source) !== '.cao'
    })
  }
  return {
    folder,
    cao: (...args) => runHere(folder, args),
    caoProcess: (...args) => run(folder, args),
    write(file, text) {
      const target = path.join(folder, file)
      mkdirSync(path.dirname(target), {recursive: true})
      writeFileSync(target, text)
    },
    remove: () => rmSync(folder, {recursive: true, force: true})
  }
}

function runHere(cwd: string, args: readonly string[]): Run {
  const {code, crash, out, err} = runAtDesk(cwd, args)
  const bytes = Buffer.from(out)
  return {
    code,
    out: bytes.toString(),
    err: `${Buffer.from(err)}${crash ?? ''}`,
    bytes
  }
}

function run(cwd: string, args: readonly string[]): Run {
  const cli = path.join(project, 'dist/cli.js')
  const {status, stdout, stderr} = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    maxBuffer: 64_000_000,
    timeout: 120_000
  })
  return {
    code: status,
    out: stdout.toString(),
    err: stderr.toString(),
    bytes: stdout
  }
}
