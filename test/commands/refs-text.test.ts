// `cao refs --tekst`: a file of the user's own, as text and as JSON.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {runProgram} from '../../src/commands/program.ts'
import {nodeHost} from '../../src/host/node.ts'

const articles = path.join(import.meta.dirname, '../../articles')
const real = nodeHost()
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caoc-refs-'))
  writeFileSync(
    path.join(folder, 'brief.txt'),
    'Gelet op de artikelen 4 en 5 van de Ambtenarenwet 2017;\nZie Lbr. 15/069 en artikel 3:1, tweede lid.\n'
  )
  writeFileSync(path.join(folder, 'brief.pdf'), '%PDF-1.7\n')
})
afterAll(() => {
  rmSync(folder, {recursive: true})
})

async function run(
  ...args: readonly string[]
): Promise<{code: number; out: string; err: string}> {
  let [out, err] = ['', '']
  const host = {
    ...real,
    print: (text: string) => {
      out += text
    },
    printError: (text: string) => {
      err += text
    },
    progress: () => undefined
  }
  const code = await runProgram(
    ['refs', ...args, '--articles', articles],
    host,
    {
      version: '0'
    }
  )
  return {code, out: out.replaceAll(`${folder}${path.sep}`, ''), err}
}

const file = (name: string): string => path.join(folder, name)

test('each reference with its line, its words and what they mean', async () => {
  const {code, out} = await run('--tekst', file('brief.txt'))
  expect(code).toBe(0)
  expect(out).toBe(`brief.txt: 3 verwijzingen
  1:13    artikelen 4 en 5 van de Ambtenarenwet 2017
          → artikel 4 van de Ambtenarenwet 2017 https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=4
          → artikel 5 van de Ambtenarenwet 2017 https://wetten.overheid.nl/jci1.3:c:BWBR0001947&artikel=5
  2:5     Lbr. 15/069
  2:20    artikel 3:1, tweede lid
`)
})

test('as data', async () => {
  const {out} = await run('--tekst', file('brief.txt'), '--json')
  const data = JSON.parse(out) as {refs: readonly {words: string}[]}
  expect(data).toMatchObject({
    schema: 'caoc/text-refs/1',
    refs: [
      {
        line: 1,
        column: 13,
        words: 'artikelen 4 en 5 van de Ambtenarenwet 2017'
      },
      {line: 2, column: 5, targets: [{words: 'Lbr. 15/069'}]},
      {line: 2, column: 20, targets: [{words: 'artikel 3:1, tweede lid'}]}
    ]
  })
})

test('a PDF, no file, and a provision beside it are refused with what to do', async () => {
  const pdf = await run('--tekst', file('brief.pdf'))
  expect(pdf).toMatchObject({code: 2})
  expect(pdf.err).toContain('Dit is een PDF')
  expect(await run('--tekst', file('geen.txt'))).toMatchObject({code: 1})
  const both = await run('3:1', '--tekst', file('brief.txt'))
  expect(both.code).toBe(2)
  expect(both.err).toContain('niet beide')
})

test('without a collection the names of laws are those of caoc itself', async () => {
  let out = ''
  const host = {
    ...real,
    corpusPlace: () => ({exists: false, name: 'articles'}),
    print: (text: string) => {
      out += text
    },
    progress: () => undefined
  }
  const argv = ['refs', '--tekst', file('brief.txt')]
  expect(await runProgram(argv, host, {version: '0'})).toBe(0)
  expect(out).toContain('BWBR0001947&artikel=4')
})

test('what only a regeling has is refused beside a text, and so is XML', async () => {
  const {code, err} = await run('--tekst', file('brief.txt'), '--missing')
  expect(code).toBe(2)
  expect(err).toContain('`--missing` hoort bij een regeling')
  writeFileSync(file('brief.xml'), '<aanhef>artikel 3</aanhef>')
  expect((await run('--tekst', file('brief.xml'))).err).toContain(
    'is XML of HTML'
  )
})
