import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {runProgram} from '../../src/commands/program.ts'
import {nodeHost} from '../../src/host/node.ts'
import type {IsoDate} from '../../src/model.ts'

const articles = path.join(import.meta.dirname, '../../articles')
const real = nodeHost()
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caoc-diff-'))
})

afterAll(() => {
  rmSync(folder, {recursive: true})
})

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface Screen {
  readonly hasColors?: boolean
}

async function diff(
  argv: readonly string[],
  screen: Screen = {}
): Promise<Run> {
  let out = ''
  let err = ''
  const host = {
    ...real,
    hasColors: screen.hasColors ?? false,
    today: () => '2024-12-31' as IsoDate,
    print: (text: string) => {
      out += text
    },
    printBytes: (bytes: Uint8Array) => {
      out += new TextDecoder().decode(bytes)
    },
    printError: (text: string) => {
      err += text
    },
    progress: () => {}
  }
  const all = ['diff', ...argv, '--articles', articles]
  const code = await runProgram(all, host, {version: '0'})
  return {code, out, err}
}

/** One command line, at spaces. */
function cao(line: string, screen?: Screen): Promise<Run> {
  return diff(line.split(' '), screen)
}

function file(name: string, text: string): string {
  const place = path.join(folder, name)
  writeFileSync(place, text)
  return place
}

describe('moments', () => {
  test('what became known later about one day is new, with terugwerkende kracht', async () => {
    const {code, out} = await cao(
      '2015-09-05/2015-09-05 2015-09-05/2015-09-08 --regeling car-uwo'
    )
    expect(code).toBe(0)
    expect(out).toContain(
      'Was: Geldend op 5 september 2015, naar wat bekend was op 5 september 2015.'
    )
    expect(out).toMatch(
      /1\. artikel 1:2c: nieuw \(Lbr\. 15\/069\)\n {3}\(Met terugwerkende kracht/u
    )
  })

  test('days in the wrong order are mirrored, and that is said', async () => {
    const {code, out} = await cao(
      '2020-07-01 2020-06-30 4:7 --regeling voorbeeld-regeling'
    )
    expect(code).toBe(0)
    expect(out).toContain('De tweede dag ligt vóór de eerste')
    expect(out).toContain('artikel 4:7, derde lid: vervallen')
    const there = await cao(
      '2020-06-30 2020-07-01 4:7 --regeling voorbeeld-regeling'
    )
    expect(there.out).not.toContain('De tweede dag')
    expect(there.out).toContain('artikel 4:7, derde lid: nieuw')
  })

  test('previous is the day before the last change of what is asked', async () => {
    const whole = await cao('previous today --regeling voorbeeld-regeling')
    expect(whole.out).toContain('Was: Geldend op 30 juni 2024')
    const one = await cao('previous today 4:9 --regeling voorbeeld-regeling')
    expect(one.out).toContain('Was: Geldend op 30 juni 2020')
    expect(
      await cao('previous 2020-01-01 4:9 --regeling voorbeeld-regeling')
    ).toMatchObject({
      code: 2,
      err: 'Vóór 2020-01-01 is hier, naar wat op 2024-12-31 bekend was, geen wijziging; noem zelf de eerste dag\n'
    })
  })

  test('without days it is from previous to today, with one day from that day to today', async () => {
    const none = await cao('4:9 --regeling voorbeeld-regeling')
    const named = await cao('previous today 4:9 --regeling voorbeeld-regeling')
    expect(none.out).toBe(named.out)
    const one = await cao('2020-06-30 4:9 --regeling voorbeeld-regeling')
    expect(one.out).toContain('Was: Geldend op 30 juni 2020')
    expect(one.out).toContain('Wordt: Geldend op 31 december 2024')
  })

  test('a regeling that has not begun, or has ended, on a day has no text there', async () => {
    const {code, out} = await cao(
      '2025-12-31 2026-01-01 --regeling voorbeeld-cao'
    )
    expect(code).toBe(0)
    expect(out).toContain('Wordt: Stand op 1 januari 2026')
    expect(out).toContain(
      'De regeling geldt met ingang van 1 januari 2026 niet meer'
    )
    expect(out).toContain('artikel 1.1: vervallen')
  })

  test('previous may be the day on which a regeling still held', async () => {
    const {out} = await cao('previous 2026-02-01 --regeling voorbeeld-cao')
    expect(out).toContain('Was: Zoals aangekondigd geldend op 31 december 2025')
  })

  test('nothing changed is said', async () => {
    const {code, out} = await cao(
      '2020-01-01 2020-01-02 --regeling voorbeeld-regeling'
    )
    expect(code).toBe(0)
    expect(out).toContain('Er is niets gewijzigd.')
  })

  test.each([
    ['2020-02-30 2020-03-01', '`2020-02-30` is geen bestaande dag'],
    ['1-7-2020 2020-07-02', '`1-7-2020` is geen bestaande dag'],
    ['2020-01-01/2020-13-01', '`2020-13-01` is geen bestaande dag'],
    [
      'today previous',
      '`previous` kan alleen de eerste van de twee dagen zijn'
    ],
    [
      '2020-01-01 2020-02-01 3:44 --regeling voorbeeld-regeling',
      '`3:44` is hier niet te vinden; bedoeld is misschien `artikel 3:14`'
    ],
    [
      '2020-01-01 2020-02-01 3:4 tweede lid',
      'Een lid of onderdeel kan niet apart worden gevraagd; vraag naar `3:4`'
    ],
    ['2020-01-01 2020-02-01', 'Dit kan in meer dan één regeling'],
    ['2020-01-01 --all --changed', 'Kies `--all` of `--changed`, niet allebei'],
    ['2020-01-01 --format docx', '`docx` is geen vorm; kies uit txt, md, json'],
    ['2020-01-01 --format md --json', 'Kies `--json` of een andere `--format`'],
    ['--files een.md', 'Noem bij `--files` twee bestanden'],
    ['--concept lbr-99-999', '`lbr-99-999` is geen wijziging in concept'],
    [
      '--regeling voorbeeld-cao --met voorbeeld-cao',
      'twee verschillende regelingen'
    ],
    ['--regeling voorbeeld-cao --met niets', 'De regeling `niets` is er niet']
  ])('`cao diff %s` is a wrong call', async (line, message) => {
    const {code, out, err} = await cao(line)
    expect(err).toContain(message)
    expect({code, out}).toEqual({code: 2, out: ''})
  })
})

describe('units', () => {
  test('one that is there on one side only is new or has lapsed', async () => {
    const {out} = await cao(
      '2020-12-31 2021-01-01 2:7 --regeling voorbeeld-regeling'
    )
    expect(out).toContain('Eén verschil.\n\n1. artikel 2:7: vervallen')
  })

  test('a number that was borne by another unit means the one that bears it on the second day', async () => {
    const {out} = await cao(
      '2020-12-31 2021-01-01 1:6 --regeling voorbeeld-regeling'
    )
    expect(out).toContain('1. artikel 1:6: nieuw')
  })

  test('a number that another unit bore on the first day is told', async () => {
    const {code, out, err} = await cao(
      '2020-12-31 2023-01-01 2:7 --regeling voorbeeld-regeling'
    )
    expect(code).toBe(0)
    expect(out).toContain('1. artikel 2:7: nieuw')
    expect(err).toBe(
      'Op 2020-12-31 was dit nummer van een andere bepaling; die heet `artikel-2-7`\n'
    )
  })

  test('what went elsewhere is told where it is asked for', async () => {
    const {out} = await cao(
      '2021-09-30 2021-10-01 5:3 --regeling voorbeeld-regeling'
    )
    expect(out).toContain(
      'artikel 5:4, derde lid → artikel 5:3, zesde lid: vernummerd en verplaatst'
    )
  })
})

test('what left a unit is told when that unit is asked for', async () => {
  const {out} = await cao(
    '2021-12-31 2022-01-01 3:12 --regeling voorbeeld-regeling'
  )
  expect(out).toContain('4 verschillen.')
  expect(out).toContain('ontstaan uit artikel 3:12')
  expect(out).toContain('artikel 3:12, vijfde lid → artikel 3:12a, tweede lid')
})

describe('other comparisons', () => {
  test('without a concept and with it, on its day', async () => {
    const {code, out} = await cao('--concept lbr-25-001')
    expect(code).toBe(0)
    expect(out).toContain('Was: Zoals aangekondigd geldend op 1 juli 2025')
    expect(out).toContain('concept Lbr. 25/001')
    expect(out).toContain('ten hoogste [-72-]{+108+} uur')
  })

  test('two days count the concept on both sides', async () => {
    const {out} = await cao(
      '2025-06-30 2025-07-01 --concept lbr-25-001 --regeling voorbeeld-regeling'
    )
    expect(out).toContain('[-72-]{+108+}')
    const after = await cao(
      '2025-07-01 2025-07-02 --concept lbr-25-001 --regeling voorbeeld-regeling'
    )
    expect(after.out).toContain('Er is niets gewijzigd.')
  })

  test('two regelingen on one day', async () => {
    const {code, out} = await cao(
      '2024-01-01 --regeling voorbeeld-cao --met voorbeeld-regeling'
    )
    expect(code).toBe(0)
    expect(out).toContain(
      'Was: Voorbeeld-cao Welzijn, Werk en Participatie (fictief). Geldend op 1'
    )
  })

  test('a municipality has its own days', async () => {
    const {code, out} = await cao(
      '2020-06-30 2020-07-01 --regeling voorbeeld-regeling --gemeente Modeldorp'
    )
    expect(code).toBe(0)
    expect(out).toContain('in de gemeente Modeldorp')
  })

  test('two files: versions of a corpus, whatever they are called', async () => {
    const head = '---\nnummer: "3:1"\nopschrift: Salaris\n---\n\n'
    const [was, wordt] = [
      file('oud.md', `${head}1. Het salaris is € 10.\n`),
      file('nieuw.md', `${head}1. Het salaris is € 12.\n`)
    ]
    const {code, out} = await diff(['--files', was, wordt])
    expect(code).toBe(0)
    expect(out).toBe(
      'oud.md en nieuw.md\n==================\n\nWas: oud.md.\nWordt: nieuw.md.\n\nEén verschil.\n\n1. artikel 3:1, eerste lid: gewijzigd\n   1. Het salaris is [-€ 10-]{+€ 12+}.\n'
    )
  })

  test('two files: a whole text as cao import reads it, units known again by content', async () => {
    const een = 'De ambtenaar heeft recht op verlof met behoud van bezoldiging.'
    const twee =
      'Het college stelt nadere regels over de uitvoering van dit besluit.'
    const [was, wordt] = [
      file(
        'a.md',
        `## Besluit verlof\n\n### Artikel 1\n\n${een}\n\n### Artikel 2\n\n${twee}\n`
      ),
      file(
        'b.txt',
        `Besluit verlof\n\nArtikel 1\n\nNieuw is deze geheel andere bepaling.\n\nArtikel 2\n\n${een}\n\nArtikel 3\n\n${twee}\n`
      )
    ]
    const {code, out} = await diff(['--files', was, wordt])
    expect(code).toBe(0)
    expect(out).toContain('1. artikel 1: nieuw')
    expect(out).toContain('2. artikel 1 → artikel 2: vernummerd')
    expect(out).toContain('3. artikel 2 → artikel 3: vernummerd')
  })

  test('a file that cannot be read is told', async () => {
    const page = file('x.html', '<html><body>tekst</body></html>')
    const {code, err} = await diff(['--files', page, page])
    expect(code).toBe(1)
    expect(err).toContain('Dit is een webpagina (HTML)')
  })
})

describe('on a screen', () => {
  const hostile =
    '## Besluit\n\n### Artikel 1\n\nHet <b>college</b> & {{naam}} \u202Ebesluit\u001B[31m'

  test('colour comes on top of the marks', async () => {
    const plain = await cao(
      '2020-06-30 2020-07-01 4:2 --regeling voorbeeld-regeling'
    )
    const colour = await cao(
      '2020-06-30 2020-07-01 4:2 --regeling voorbeeld-regeling',
      {hasColors: true}
    )
    expect(colour.out).toContain(
      '\u001B[0;31m[-veertien-]\u001B[0;32m{+eenentwintig+}\u001B[0m kalenderdagen'
    )
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    expect(colour.out.replace(/\u001B\[[\d;]*m/gu, '')).toBe(plain.out)
  })

  test.each(['txt', 'md'])('hostile text is text in %s', async (format) => {
    const [was, wordt] = [
      file('was.md', `${hostile} alles.\n`),
      file('wordt.md', `${hostile} niets.\n`)
    ]
    const {out} = await diff(['--files', was, wordt, '--format', format])
    expect(out).not.toContain('\u001B')
    expect(out).not.toContain('\u202E')
    expect(out).toContain('{{naam}}')
    expect(out).toContain('[U+202E]')
    expect(out).toContain('[U+001B][31m')
  })

  test('no line is wider than the screen', async () => {
    const {out} = await cao('2019-07-01 2020-01-01 --regeling voorbeeld-cao')
    const wide = out.split('\n').filter((line) => [...line].length > 80)
    expect(wide).toEqual([])
  })
})
