import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {sarifLog} from '../diagnostics/sarif-schema.ts'
import {type Workplace, workplace} from './cao.ts'

const regeling = '---\nformaat: 1\ntitel: Proef\nroute: website\n---\n'
const artikel = (body: string): string => `---\nnummer: 1\n---\n\n${body}\n`
const file = 'articles/proef/artikel-1/begin.md'

let place: Workplace
beforeAll(() => {
  place = workplace('empty')
})
afterAll(() => place.remove())

/** A fresh corpus of one artikel. */
function corpus(body: string): void {
  rmSync(path.join(place.folder, 'articles'), {recursive: true, force: true})
  place.write('articles/proef/regeling.md', regeling)
  place.write(file, artikel(body))
}

const read = (name: string): string =>
  readFileSync(path.join(place.folder, name), 'utf8')

describe('cao check --fix', () => {
  test('mends what is certain, names the files and what is left', () => {
    corpus('1) Een:\na) x;\nb) y.\n\n3) Drie `code`.')
    const {code, out, err} = place.cao('check', '--fix')
    expect(read(file)).toBe(
      artikel('1. Een:\n    a. x;\n    b. y.\n\n3. Drie `code`.')
    )
    expect(out.split('\n')[0]).toBe(`Hersteld: ${file}`)
    expect(out).toContain(`${file}:9:9 fout Code`)
    expect(out).not.toContain('[label-form]')
    expect(err).toBe('1 fout, 1 waarschuwing in 2 bestanden\n')
    expect(code).toBe(1)
  })

  test('a corpus that is clean afterwards passes; a second time nothing changes', () => {
    corpus('1) Een.')
    expect(place.cao('check', '--fix')).toMatchObject({
      code: 0,
      out: `Hersteld: ${file}\n`
    })
    expect(place.cao('check', '--fix')).toMatchObject({code: 0, out: ''})
  })

  test('--dry-run shows the lines, writes nothing, and fails like the check', () => {
    corpus('1) Een.\n2) Twee.')
    expect(place.cao('check', '--fix', '--dry-run')).toMatchObject({
      code: 1,
      out: `${file}\n  5 - 1) Een.\n  6 - 2) Twee.\n  5 + 1. Een.\n  6 + 2. Twee.\n`,
      err: '1 bestand te herstellen; daarna: 0 fouten, 0 waarschuwingen in 2 bestanden\n'
    })
    expect(read(file)).toBe(artikel('1) Een.\n2) Twee.'))
  })

  test('CRLF and a byte order mark stay', () => {
    corpus('')
    const text = `\uFEFF${artikel('1) Een.\n2) Twee.')}`
    place.write(file, text.replaceAll('\n', '\r\n'))
    place.cao('check', '--fix')
    expect(read(file)).toBe(
      text.replace('1)', '1.').replace('2)', '2.').replaceAll('\n', '\r\n')
    )
  })

  test('a locked file is left, and that is said', () => {
    corpus('1) Een.')
    const lock = {
      formaat: 1,
      wijzigingen: {w: {bestanden: {'artikel-1/begin.md': '0'.repeat(64)}}}
    }
    place.write('articles/proef/lock.json', JSON.stringify(lock))
    const {code, err} = place.cao('check', '--fix')
    expect(code).toBe(1)
    expect(err).toContain(`${file}: niet hersteld, want vergrendeld`)
    expect(read(file)).toBe(artikel('1) Een.'))
  })

  test('--regeling leaves other regelingen alone', () => {
    corpus('1) Een.')
    place.write('articles/anders/regeling.md', regeling)
    place.write('articles/anders/artikel-1/begin.md', artikel('1) Een.'))
    place.cao('check', '--fix', '--regeling', 'anders')
    expect(read(file)).toBe(artikel('1) Een.'))
    expect(read('articles/anders/artikel-1/begin.md')).toBe(artikel('1. Een.'))
    const wrong = place.cao('check', '--fix', '--regeling', 'nergens')
    expect(wrong.code).toBe(2)
    expect(read(file)).toBe(artikel('1) Een.'))
  })

  test('as JSON: the files and what is left', () => {
    corpus('1) Een `code`.')
    const {out} = place.cao('check', '--fix', '--json')
    expect(JSON.parse(out)).toMatchObject({
      schema: 'caoc/findings/1',
      findings: [
        {rule: 'markup', line: 5, column: 8, endLine: 5, endColumn: 9}
      ],
      changed: [file],
      locked: []
    })
  })

  test('no temporary file stays behind', () => {
    corpus('1) Een.')
    place.cao('check', '--fix')
    const names = readdirSync(path.join(place.folder, 'articles'), {
      recursive: true
    })
    expect(names.toSorted()).toEqual([
      'proef',
      'proef/artikel-1',
      'proef/artikel-1/begin.md',
      'proef/regeling.md'
    ])
  })
})

describe('cao check --sarif and --strict', () => {
  test('a valid log; the exit code stays', () => {
    corpus('1) Een.')
    const {code, out, err} = place.cao('check', '--sarif')
    expect({code, err}).toEqual({code: 1, err: ''})
    const [run] = sarifLog.parse(JSON.parse(out)).runs
    expect(run?.results).toMatchObject([{ruleId: 'label-form', level: 'error'}])
    expect(run?.tool.driver.rules.length).toBeGreaterThan(40)
  })

  test('CRLF: works, and is said once', () => {
    corpus('Een.')
    place.write(file, artikel('1. Een:\n    a. x.').replaceAll('\n', '\r\n'))
    place.write('articles/proef/regeling.md', regeling.replaceAll('\n', '\r\n'))
    const {code, out} = place.cao('check')
    expect(code).toBe(0)
    expect(out.match(/\[line-ends\]/gu)).toHaveLength(1)
    expect(out).toContain(`${file}:1:1 waarschuwing 2 bestanden`)
    expect(place.cao('check', '--strict').code).toBe(1)
    expect(place.cao('show', '1', '--geldig', '2020-01-01').out).toContain(
      'a. x.'
    )
  })
})

describe('cao check --explain', () => {
  test('the page as plain text', () => {
    const {code, out} = place.cao('check', '--explain', 'label-form')
    expect(code).toBe(0)
    expect(out).toMatch(/^label-form\n=+\n\nErnst: fout\n\n/u)
    expect(out).toContain('\nHerstel\n-------\n')
    expect(out).not.toContain('```')
    expect(place.cao('check', '--explain', '[label-form]').out).toBe(out)
  })

  test.each([
    [['--explain', 'label-from'], 'bedoeld is misschien `label-form`'],
    [
      ['--explain', '../../package'],
      'zie `cao check --explain` voor alle namen'
    ],
    [['--explain'], '\n  label-form\n'],
    [['--explain', 'label-form', '--json'], 'gaan niet samen'],
    [['--json', '--sarif'], 'gaan niet samen'],
    [['--watch', '--fix'], 'gaan niet samen'],
    [['--dry-run'], '`--dry-run` hoort bij `--fix`']
  ])('%j is a wrong call', (args, sentence) => {
    const {code, out, err} = place.cao('check', ...args)
    expect({code, out}).toEqual({code: 2, out: ''})
    expect(err).toContain(sentence)
  })
})

describe('cao check --watch', () => {
  const children: ChildProcess[] = []
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
  })

  /** The program, and what it has said so far. */
  function watch() {
    const cli = path.join(import.meta.dirname, '../../dist/cli.js')
    const child = spawn(process.execPath, [cli, 'check', '--watch'], {
      cwd: place.folder
    })
    children.push(child)
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    return {
      child,
      said: () => said,
      /** Waits until the program has said this, behind what was said before. */
      async says(words: string | RegExp, from = 0): Promise<void> {
        while (said.slice(from).search(words) < 0)
          await once(child.stdout, 'data')
      }
    }
  }

  const clean = '0 fouten, 0 waarschuwingen in 2 bestanden\n'

  test('tells what changed, keeps silent about what did not, ends with 0', async () => {
    corpus('1. Een.')
    const {child, said, says} = watch()
    await says(clean)
    place.write(file, artikel('1) Een.'))
    await says('1 fout, 0')
    expect(said()).toContain(`${file}:5:1 fout`)
    // Another text with the same finding is not told again.
    place.write(file, artikel('1) Een, en nog iets.'))
    const before = said().length
    place.write(file, artikel('1. Een.'))
    await says(clean, before)
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([0, null])
    expect(said().match(/label-form/gu)).toHaveLength(1)
  })

  test('survives files that vanish and a folder that is replaced', async () => {
    corpus('1. Een.')
    const {child, said, says} = watch()
    await says(clean)
    const articles = path.join(place.folder, 'articles')
    const before = said().length
    renameSync(articles, `${articles}.oud`)
    await says('bestaat niet', before)
    mkdirSync(path.join(articles, 'proef/artikel-1'), {recursive: true})
    writeFileSync(path.join(articles, 'proef/regeling.md'), regeling)
    writeFileSync(path.join(place.folder, file), artikel('2) Twee.'))
    await says('label-form', before)
    rmSync(`${articles}.oud`, {recursive: true})
    rmSync(path.join(place.folder, file))
    await says('folder-empty', before)
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([0, null])
  })

  test('a folder that is not there is a mistake of the call', () => {
    const {code, err} = place.cao('check', '--watch', '--articles', 'weg')
    expect(code).toBe(1)
    expect(err).toContain('De map `weg` bestaat niet')
  })
})
