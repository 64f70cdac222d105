/**
 * Child processes that run our own code: what happens at a kill, between two
 * programs and at a signal shows only in processes of their own.
 */
import {type ChildProcessByStdio, execFileSync, spawn} from 'node:child_process'
import {once} from 'node:events'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import type {Readable} from 'node:stream'
import {temporaryFolder} from './temporary.ts'

/** A child whose output the test reads. */
export type Child = ChildProcessByStdio<null, Readable, Readable>

const root = path.resolve(import.meta.dirname, '../..')

/** How to start a child otherwise than by default. */
interface Start {
  readonly env?: Readonly<Record<string, string>>
  /** As a user without rights, when this one is root. */
  readonly asNobody?: boolean
  /** Where stdout goes; by default to the test. */
  readonly stdout?: number
  /** How large a file may become, in blocks of 512 bytes; as a disk that gets full. */
  readonly blocks?: number
}

/**
 * Compile the scripts in `children/` once a test file, since Node 20 runs no
 * TypeScript. The outcome starts one of them with arguments.
 */
export function childScripts(): (
  name: string,
  args?: readonly string[],
  start?: Start
) => Child {
  const folder = temporaryFolder()
  chmodSync(folder, 0o755)
  compile(folder)
  return (
    name,
    args = [],
    {env = {}, asNobody = false, stdout, blocks} = {}
  ) => {
    const script = path.join(folder, 'test/host/children', `${name}.js`)
    const command = [process.execPath, script, ...args]
    const [file = '', ...rest] =
      blocks === undefined ? command : [...limited(blocks), ...command]
    return spawn(file, rest, {
      stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
      env: {...process.env, ...env},
      ...(asNobody && process.getuid?.() === 0 ? {uid: 65534, gid: 65534} : {})
    }) as Child
  }
}

/** A shell that sets the limit, and becomes the program behind it. */
function limited(blocks: number): readonly string[] {
  return ['sh', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, 'sh']
}

/** Exit code or signal, and all that was said, once the child has ended. */
export async function ended(
  child: Child
): Promise<{exit: number | NodeJS.Signals; out: string; err: string}> {
  const said = {out: '', err: ''}
  child.stdout?.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
  })
  const [code, signal] = await once(child, 'close')
  return {exit: code ?? signal, ...said}
}

/** Waits until the child has said something on stdout. */
export async function firstWord(child: Child): Promise<string> {
  const [chunk] = await once(child.stdout, 'data')
  return String(chunk).trim()
}

function compile(folder: string): void {
  const compiler = path.join(
    path.dirname(
      createRequire(import.meta.url).resolve('typescript/package.json')
    ),
    'bin/tsc'
  )
  const children = path.join(import.meta.dirname, 'children')
  const scripts = readdirSync(children).map((name) => path.join(children, name))
  const options = {
    outDir: folder,
    rootDir: root,
    module: 'nodenext',
    target: 'es2023',
    types: 'node'
  }
  const flags = [
    'ignoreConfig',
    'rewriteRelativeImportExtensions',
    'skipLibCheck'
  ]
  const args = [
    ...scripts,
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ...flags.map((flag) => `--${flag}`)
  ]
  execFileSync(process.execPath, [compiler, ...args], {cwd: root})
  mkdirSync(path.join(folder, 'templates'))
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({name: 'caoc', type: 'module'})
  )
  symlinkSync(
    path.join(root, 'node_modules'),
    path.join(folder, 'node_modules')
  )
}
