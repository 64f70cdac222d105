/**
 * Before `npm start` and `npm test`: packages installed, program compiled.
 *
 * Needs Node and npm alone; does nothing that is already done.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import process from 'node:process'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `caoc heeft Node 20.19 of nieuwer nodig; dit is ${process.versions.node}`
  )
  process.exit(2)
}

// `npm ci` would refuse a lock file without the packages of other systems, which not every registry serves.
if (!isInstalled()) {
  run('npm', ['install', '--no-save'], 'Pakketten installeren…')
}
run(process.execPath, ['scripts/build.mjs'], 'Programma compileren…')

/** Whether what is installed is what package-lock.json asks for. */
function isInstalled() {
  const done = 'node_modules/.package-lock.json'
  if (!existsSync(done)) return false
  const wanted = packagesOf('package-lock.json')
  const there = packagesOf(done)
  return Object.entries(wanted).every(
    ([name, {version, optional}]) =>
      name === '' || optional || there[name]?.version === version
  )
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function run(command, args, what) {
  console.error(what)
  // npm is a script on Windows, and only there needs a shell; nothing typed reaches it.
  const shell = process.platform === 'win32' && command === 'npm'
  const {status, error} = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    shell
  })
  if (status === 0) return
  console.error(
    `Dit is niet gelukt: ${command} ${args.join(' ')}${error ? ` (${error.message})` : ''}`
  )
  process.exit(1)
}
