// `cao refs` as people read it: names and not folders, in the order of the law.
import path from 'node:path'
import {expect, test} from 'vitest'
import {runProgram} from '../../src/commands/program.ts'
import {nodeHost} from '../../src/host/node.ts'

const articles = path.join(import.meta.dirname, '../../articles')

async function refs(...args: readonly string[]): Promise<string> {
  let out = ''
  const host = {
    ...nodeHost(),
    print: (text: string) => {
      out += text
    },
    progress: () => undefined
  }
  const argv = ['refs', ...args, '--articles', articles]
  expect(await runProgram(argv, host, {version: '0'})).toBe(0)
  return out
}

const day = ['--geldig', '2020-06-01', '--zicht', '2020-06-01']

test('a provision, and what cites it, by name', async () => {
  expect(await refs('bijlage I', ...day)).toBe(
    `Voorbeeldregeling arbeidsvoorwaarden gemeenten (fictief): bijlage I
===================================================================

Op 2020-06-01, naar wat op 2020-06-01 bekend is

Verwijst naar
  artikel 3:1, tweede lid

Hiernaar wordt verwezen vanuit
  artikel 1:1, onderdeel s: \`bijlage I\`
  artikel 1:1, onderdeel w: \`bijlage I\`
  artikel 3:1, tweede lid, onderdeel a: \`bijlage I\`
  toelichting: \`bijlage I\`
`
  )
})

test('a whole regeling in the order of the law: artikel 1:2 before artikel 1:10, a toelichting behind its artikel', async () => {
  const out = await refs('--regeling', 'voorbeeld-regeling', ...day)
  const from = out
    .split('\n')
    .flatMap((line) => / \((?<from>artikel \d+:\d+)[,)]/u.exec(line)?.[1] ?? [])
  const numbers = from.map((name) =>
    name
      .replace('artikel ', '')
      .split(':')
      .map((part) => part.padStart(3, '0'))
      .join(':')
  )
  expect(numbers.length).toBeGreaterThan(40)
  expect(numbers).toEqual(numbers.toSorted())
})
