import {readFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Workplace, workplace} from './cao.ts'

// Every example of `npx cao` in the documents is run on the shipped corpus. A
// line of `…` stands for any lines, `…` within a line for any characters. An
// example behind `<!-- andere opzet -->` needs other sources and is not run.

const root = path.join(import.meta.dirname, '../..')

interface Example {
  readonly name: string
  readonly call: string
  readonly expected: readonly string[]
}

function examplesIn(file: string): readonly Example[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const blocks = text.matchAll(
    /(<!-- andere opzet -->\n)?```console\n([\s\S]*?)```/gu
  )
  return [...blocks]
    .filter(([, other]) => other === undefined)
    .flatMap(([, , block = '']) =>
      block
        .split(/^\$ /mu)
        .slice(1)
        .map((part) => {
          const [call = '', ...expected] = part.trimEnd().split('\n')
          return {name: `${file}: ${call}`, call, expected}
        })
    )
}

/** What the example shows, as a pattern for what is printed. */
function patternOf(lines: readonly string[]): RegExp {
  const source = lines
    .map((line) =>
      line === '…'
        ? '(?:.*\\n)*'
        : `${line.split('…').map(literally).join('.*')}\\n`
    )
    .join('')
  return new RegExp(`^${source}$`, 'u')
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

let place: Workplace
beforeAll(() => {
  place = workplace()
})
afterAll(() => place.remove())

describe('the documents show what is printed', () => {
  const files = ['README.md', 'docs/handleiding.md']
  const examples = files.flatMap(examplesIn)

  test.each(examples)('$name', ({call, expected}) => {
    const [npx, cao, ...args] = call.split(' ')
    expect([npx, cao]).toEqual(['npx', 'cao'])
    const {out, err} = place.cao(...args)
    // `[…]` is a text of the law, not an omission.
    const printed = `${out}${err}`.replaceAll('[…]', '[...]')
    const shown = expected.map((line) => line.replaceAll('[…]', '[...]'))
    expect(printed).toMatch(patternOf(shown))
  })
})
