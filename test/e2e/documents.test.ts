import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {commands} from '../../src/commands/index.ts'
import {type Workplace, workplace} from './cao.ts'
import {
  type Change,
  documents,
  isShown,
  linksIn,
  type Place,
  type Step,
  stepsIn,
  textOf
} from './document.ts'

// Every example of `npx cao` in the documents is run; `document.ts` says how they are written.

const places = new Map<string, Workplace>()
afterAll(() => {
  for (const one of places.values()) one.remove()
})

function openPlace(
  file: string,
  {session, content, without, from}: Place
): Workplace {
  const key = session === 0 ? 'shared' : `${file} ${session}`
  const known = places.get(key)
  if (known) return known
  const made = workplace(content)
  if (from !== undefined) cpSync(from, made.folder, {recursive: true})
  for (const one of without) rmSync(path.join(made.folder, one))
  places.set(key, made)
  return made
}

function edit(file: string, changes: readonly Change[]): void {
  let text = readFileSync(file, 'utf8')
  for (const {from, to} of changes) {
    const [head = '', ...tails] = from === '' ? [text, '\n'] : text.split(from)
    expect(tails, `\`${from}\` stands in the file once`).toHaveLength(1)
    text = `${head}${to}${tails[0]}`
  }
  writeFileSync(file, text)
}

function carryOut(step: Step, place: Workplace): void {
  switch (step.kind) {
    case 'write':
      place.write(step.file, step.text)
      break
    case 'edit':
      edit(path.join(place.folder, step.file), step.changes)
      break
    case 'run': {
      const {out, err} = place.cao(...expanded(step.args, place.folder))
      const printed = linesOf(`${out}${err}`)
      // The comparison is for people to read, when the two differ.
      if (!isShown(step.shown, printed)) expect(printed).toEqual(step.shown)
    }
  }
}

/** As a shell does with `*` for the name of a folder or a file. */
function expanded(args: readonly string[], folder: string): readonly string[] {
  return args.flatMap((arg) => (arg.includes('*') ? found(arg, folder) : [arg]))
}

function found(pattern: string, folder: string): readonly string[] {
  const parts = pattern.split('/')
  return parts.reduce<readonly string[]>(
    (places, part) => places.flatMap((place) => named(part, place, folder)),
    ['']
  )
}

function named(part: string, place: string, folder: string): readonly string[] {
  const below = place === '' ? '' : `${place}/`
  if (!part.includes('*')) return [`${below}${part}`]
  const shape = new RegExp(
    `^${part.replace('.', '\\.').replace('*', '.*')}$`,
    'u'
  )
  return readdirSync(path.join(folder, place))
    .filter((name) => shape.test(name))
    .map((name) => `${below}${name}`)
}

function linesOf(text: string): readonly string[] {
  const lines = text.trimEnd()
  return lines === '' ? [] : lines.split('\n')
}

describe.each(documents)('%s shows what is printed', (file) => {
  test.each(stepsIn(file))('$name', (step) => {
    carryOut(step, openPlace(file, step.place))
  })
})

test.each(documents)('every link in %s leads somewhere', (file) => {
  const lost = linksIn(file).filter(({leads}) => !leads)
  expect(lost).toEqual([])
})

test('every comment in the documents stands right above a block', () => {
  for (const file of documents) {
    const loose = /^<!--.*-->\n(?!```)/mu.exec(textOf(file))
    expect(loose, file).toBe(null)
  }
})

test('the handbook names every command and every option', () => {
  const text = documents
    .filter((file) => file !== 'README.md')
    .map(textOf)
    .join('\n')
  const names = commands.flatMap(({name, options}) => [
    `cao ${name}`,
    ...options.map(({flags}) => /--[a-z-]+/u.exec(flags)?.[0] ?? flags)
  ])
  const missing = [...new Set(names)].filter((name) => !text.includes(name))
  expect(missing).toEqual([])
})
