/** The Nu HTML checker, where Java is: what it says of pages. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import path from 'node:path'

interface Message {
  readonly type: string
  readonly url?: string
  readonly message: string
  readonly extract?: string
}

/** Why it cannot be used here; nothing when it can. */
export function whyNoNu(): string | undefined {
  const {error} = spawnSync('java', ['-version'])
  return error ? 'Java is not there' : undefined
}

/** Errors in pages by name, each on a line. */
export function nuErrors(
  pages: ReadonlyMap<string, string>
): readonly string[] {
  const place = mkdtempSync(path.join(tmpdir(), 'caoc-nu-'))
  try {
    const files = [...pages].map(([name, html]) => {
      const file = path.join(place, `${name}.html`)
      writeFileSync(file, html)
      return file
    })
    const jar = createRequire(import.meta.url).resolve(
      'vnu-jar/build/dist/vnu.jar'
    )
    const {stderr} = spawnSync(
      'java',
      ['-jar', jar, '--format', 'json', '--exit-zero-always', ...files],
      {encoding: 'utf8', maxBuffer: 2 ** 28}
    )
    const {messages}: {messages: readonly Message[]} = JSON.parse(stderr)
    return messages
      .filter(({type}) => type !== 'info')
      .map(
        ({url = '', message, extract = ''}) =>
          `${path.basename(url)}: ${message} ${extract.replace(/\s+/gu, ' ')}`
      )
  } finally {
    rmSync(place, {recursive: true, force: true})
  }
}
