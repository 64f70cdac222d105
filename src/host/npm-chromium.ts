/** The Chromium that comes with caoc from npm, for Linux on x64. */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync
} from 'node:fs'
import path from 'node:path'
import {pipeline} from 'node:stream/promises'
import {brotliDecompressSync, createBrotliDecompress} from 'node:zlib'
import type {BrowserProgram} from './browser-program.ts'
import {onInterrupt} from './cleanup.ts'
import {
  makeFolder,
  move,
  newToken,
  syncFolder,
  writeDurable
} from './durable.ts'
import {errorCode} from './failure.ts'
import {packageFolder, requiredPackageFolder, versionOf} from './package.ts'
import {cacheFolder, requirePrivate} from './private-folder.ts'
import {untar} from './untar.ts'

const packageName = '@sparticuz/chromium'
/** The build needs the loader of glibc: it does not run on Alpine. */
const loader = '/lib64/ld-linux-x86-64.so.2'
const hour = 3_600_000

/** Whether the npm build is installed and made for this machine. */
export function hasNpmChromium(): boolean {
  return (
    process.platform === 'linux' &&
    process.arch === 'x64' &&
    existsSync(loader) &&
    packageFolder(packageName) !== undefined
  )
}

/**
 * The npm build, which must be there, unpacked once a version into the user's cache. It appears
 * there under its own name only when it is whole, so that neither a kill nor
 * two runs at once can leave half a browser.
 */
export async function npmChromium(
  say: (text: string) => void
): Promise<BrowserProgram> {
  const source = requiredPackageFolder(packageName)
  const version = versionOf(source)
  const folder = path.join(cacheFolder(), `chromium-${version}`)
  if (!existsSync(folder)) {
    say('Chromium wordt eenmalig uitgepakt')
    await unpackOnce(path.join(source, 'bin'), folder)
    say('')
  }
  requirePrivate(folder)
  return {
    name: `Chromium ${version} uit npm`,
    file: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf')
    }
  }
}

async function unpackOnce(source: string, folder: string): Promise<void> {
  const cache = path.dirname(folder)
  removeLeftovers(cache)
  const draft = path.join(cache, `.chromium-${newToken()}`)
  const remove = (): void => rmSync(draft, {recursive: true, force: true})
  const withdraw = onInterrupt(remove)
  try {
    mkdirSync(draft, {mode: 0o700})
    await unpack(source, draft, folder)
    putInPlace(draft, folder)
  } finally {
    remove()
    withdraw()
  }
}

async function unpack(
  source: string,
  draft: string,
  folder: string
): Promise<void> {
  // Libraries that a bare Debian lacks, and a font for when a text has none.
  for (const archive of ['al2023', 'fonts']) {
    const packed = readFileSync(path.join(source, `${archive}.tar.br`))
    for (const file of untar(brotliDecompressSync(packed))) {
      // Its own fonts.conf names a folder where anyone may put fonts.
      if (file.path === 'fonts.conf') continue
      const place = path.join(draft, file.path)
      makeFolder(path.dirname(place), 0o700)
      writeDurable(place, file.bytes)
    }
  }
  writeDurable(path.join(draft, 'fonts.conf'), Buffer.from(fontsConf(folder)))
  await pipeline(
    createReadStream(path.join(source, 'chromium.br')),
    createBrotliDecompress({chunkSize: 2 ** 20}),
    createWriteStream(path.join(draft, 'chromium'), {mode: 0o700, flush: true})
  )
  syncFolder(draft)
}

/** Only the fonts of the package: what the machine has may not change a document. */
function fontsConf(folder: string): string {
  const place = folder.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${place}/fonts</dir><cachedir>${place}/fontconfig</cachedir></fontconfig>
`
}

function putInPlace(draft: string, folder: string): void {
  try {
    move(draft, folder)
  } catch (error) {
    // Another run was first, and its copy is the same.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error
  }
}

/** Drafts of runs that were killed; younger ones may still be at work. */
function removeLeftovers(cache: string): void {
  for (const name of readdirSync(cache)) {
    if (!name.startsWith('.chromium-')) continue
    const draft = path.join(cache, name)
    const stat = lstatSync(draft, {throwIfNoEntry: false})
    if (stat !== undefined && Date.now() - stat.mtimeMs > hour) {
      rmSync(draft, {recursive: true, force: true})
    }
  }
}
