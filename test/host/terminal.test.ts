import {closeSync, openSync, readFileSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import {expect, test} from 'vitest'
import {terminal} from '../../src/host/terminal.ts'
import {childScripts, ended, firstWord} from './child.ts'
import {temporaryFolder} from './temporary.ts'

const child = childScripts()

interface FakeStream {
  readonly said: string[]
  readonly isTTY: boolean
  readonly columns: number
  readonly write: (text: string) => boolean
  readonly on: () => FakeStream
}

function stream(isTTY: boolean): FakeStream & Parameters<typeof terminal>[0] {
  const said: string[] = []
  const fake = {
    said,
    isTTY,
    columns: 20,
    write: (text: string) => said.push(text) > 0,
    on: () => fake
  }
  // As much of a stream as the terminal uses.
  return fake as unknown as FakeStream & Parameters<typeof terminal>[0]
}

test('progress stands on one line of a terminal, and goes before other text comes', () => {
  const [out, err] = [stream(true), stream(true)]
  const {print, printError, progress} = terminal(out, err)
  progress('een')
  progress('een regel die \u001B[31mte lang is voor het scherm')
  print('tekst\n')
  printError('fout\n')
  progress('')
  expect(err.said).toEqual([
    'een',
    '\r\u001B[2K',
    'een regel die  [31m',
    '\r\u001B[2K',
    'fout\n'
  ])
  expect(out.said).toEqual(['tekst\n'])
})

test('text carries nothing that a terminal obeys, JSON stays JSON, a document is as it is', () => {
  const [out, err] = [stream(false), stream(false)]
  const {print, printBytes, printError} = terminal(out, err)
  const name = 'x\u001B[31m\r\u202E\u{E0001}'
  printError(`\`${name}\`\n`)
  print(`${JSON.stringify({name})}\n`)
  printBytes(Buffer.from(name))
  expect(err.said).toEqual(['`x\\u001b[31m\\u000d\\u202e\\udb40\\udc01`\n'])
  expect(out.said[0]).not.toMatch(/\p{Cf}/u)
  expect(JSON.parse(out.said[0] ?? '')).toEqual({name})
  expect(out.said[1]).toEqual(Buffer.from(name))
})

test('a document that reaches nobody is refused', () => {
  const out = stream(false)
  const {printBytes} = terminal(out, stream(false), () => true)
  expect(() => printBytes(Buffer.from('x'))).toThrow('De uitvoer is dicht')
  expect(out.said).toEqual([])
})

test('progress is silent in a pipe', () => {
  const err = stream(false)
  terminal(stream(false), err).progress('een')
  expect(err.said).toEqual([])
})

test('who stops reading ends the output, not the program', async () => {
  const speaker = child('speak')
  const end = ended(speaker)
  await firstWord(speaker)
  speaker.stdout.destroy()
  expect(await end).toMatchObject({exit: 0, err: 'klaar\n'})
})

test.runIf(process.platform === 'linux')(
  'output that does not fit ends the program in Dutch',
  async () => {
    const full = openSync('/dev/full', 'w')
    const {exit, err} = await ended(child('speak', [], {stdout: full}))
    closeSync(full)
    expect({exit, err}).toEqual({
      exit: 1,
      err: 'De schijf is vol bij het schrijven van de uitvoer; maak ruimte en herhaal de opdracht\n'
    })
  }
)

test('colours are for a screen, unless NO_COLOR asks for none', () => {
  const before = {no: process.env.NO_COLOR, term: process.env.TERM}
  const isColoured = (isTTY: boolean): boolean =>
    terminal(stream(isTTY), stream(true)).hasColors
  try {
    delete process.env.NO_COLOR
    process.env.TERM = 'xterm'
    expect([isColoured(true), isColoured(false)]).toEqual([true, false])
    process.env.NO_COLOR = '1'
    expect(isColoured(true)).toBe(false)
    process.env.NO_COLOR = ''
    process.env.TERM = 'dumb'
    expect(isColoured(true)).toBe(false)
  } finally {
    restore('NO_COLOR', before.no)
    restore('TERM', before.term)
  }
})

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}

test.runIf(process.platform !== 'win32')(
  'a file that cannot hold all of the output holds nothing of it',
  async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'uit.txt')
    writeFileSync(file, 'eerder\n')
    const stdout = openSync(file, 'a')
    const {exit, err} = await ended(child('speak', [], {stdout, blocks: 20}))
    closeSync(stdout)
    expect({exit, err}).toEqual({
      exit: 1,
      err: 'De uitvoer wordt groter dan een bestand hier mag zijn; kies een andere plaats\n'
    })
    expect(readFileSync(file, 'utf8')).toBe('eerder\n')
  }
)

test('a file holds all of the output', async () => {
  const file = path.join(temporaryFolder(), 'uit.txt')
  const stdout = openSync(file, 'w')
  expect(await ended(child('speak', [], {stdout}))).toMatchObject({exit: 0})
  closeSync(stdout)
  const lines = readFileSync(file, 'utf8').split('\n')
  expect(lines).toHaveLength(20_002)
  expect(lines.at(-2)).toBe('nog iets')
})
