/** `src/` → `dist/`: clean and compile, and leave the old `dist/` when that fails. */
import {spawnSync} from 'node:child_process'
import {chmodSync, renameSync, rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import process from 'node:process'

const fresh = 'dist.new'
const typescript = path.dirname(
  createRequire(import.meta.url).resolve('typescript/package.json')
)

rmSync(fresh, {recursive: true, force: true})
const {status} = spawnSync(
  process.execPath,
  [path.join(typescript, 'bin/tsc'), '--outDir', fresh],
  {stdio: 'inherit'}
)
if (status !== 0) process.exit(1)
chmodSync(path.join(fresh, 'cli.js'), 0o755)
rmSync('dist', {recursive: true, force: true})
renameSync(fresh, 'dist')
