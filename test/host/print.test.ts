import {execFileSync} from 'node:child_process'
import {
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {createServer} from 'node:http'
import path from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterEach, beforeAll, expect, onTestFinished, test, vi} from 'vitest'
import {doctor, nodeLine} from '../../src/host/doctor.ts'
import {ifPossible} from '../../src/host/failure.ts'
import {readFonts} from '../../src/host/fonts.ts'
import {withPrinter} from '../../src/host/pdf.ts'
import type {IsoDate} from '../../src/model.ts'
import {pagesOfAnchors} from '../../src/pdf/destinations.ts'
import {finishPdf} from '../../src/pdf/finish.ts'
import {childScripts, ended, firstWord} from './child.ts'
import {longDocument, processesWith, readPdf} from './document.ts'
import {temporaryFolder} from './temporary.ts'

const date = '2015-09-01' as IsoDate
const child = childScripts()
const onLinux = process.platform === 'linux'
const cache = temporaryFolder()
const profileFolder = temporaryFolder()
/** On a busy machine a process takes its time to end. */
const noHurry = {timeout: 20_000, interval: 50}

// Every browser in this file is our own, unpacked by the first test that prints.
beforeAll(() => {
  vi.stubEnv('TMPDIR', profileFolder)
  vi.stubEnv('XDG_CACHE_HOME', cache)
  vi.stubEnv('CAO_CHROMIUM', undefined)
})

afterEach(() => {
  vi.stubEnv('CAO_CHROMIUM', undefined)
})

/** Two megabytes; only root on Linux may. */
function mountSmallDisk(folder: string): boolean {
  if (!onLinux || process.getuid?.() !== 0) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder])
    return true
  } catch {
    return false
  }
}

function profiles(): string[] {
  return readdirSync(profileFolder).filter((name) =>
    name.startsWith('caoc-print-')
  )
}

test.runIf(onLinux)(
  'after a kill, two programs at once unpack one whole browser',
  async () => {
    const killed = child('print')
    const end = ended(killed)
    await sleep(500)
    killed.kill('SIGKILL')
    expect((await end).exit).toBe('SIGKILL')
    const both = await Promise.all([
      ended(child('print')),
      ended(child('print'))
    ])
    for (const {exit, out, err} of both) {
      expect({exit, err}).toEqual({exit: 0, err: ''})
      expect(Number(out)).toBeGreaterThan(1000)
    }
    const folder = path.join(cache, 'caoc')
    // The draft of the one that was killed stays for an hour, under a name of its own.
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
    expect(names).toEqual([expect.stringMatching(/^chromium-\d+\.\d+\.\d+$/)])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  }
)

test('a document comes out tagged, with outline, title and text', async () => {
  const html = `<!doctype html><html lang="nl"><title>Rechtspositieregeling</title><style>${readFonts()} body{font-family:"Noto Serif"} @page{size:A5}</style><h1>Regeling</h1><h2>Artikel 1:2c</h2><p>Vóór €5 is ≥ 4, Łódź.</p>`
  const {info, ...rest} = await readPdf(
    await withPrinter((print) => print(html))
  )
  expect(rest).toEqual({
    pages: 1,
    text: 'RegelingArtikel 1:2cVóór €5 is ≥ 4, Łódź.',
    outline: ['Regeling'],
    tagged: true
  })
  expect(info).toMatchObject({Title: 'Rechtspositieregeling'})
})

test('the same document is the same bytes, in one browser and in two', async () => {
  const html = longDocument(60)
  const finished = async (print: Uint8Array): Promise<Uint8Array> =>
    (await finishPdf(print, {date, html, families: []})).pdf
  const prints = await withPrinter((print) =>
    Promise.all(
      [html, html, longDocument(3), html].map(async (text) =>
        finished(await print(text))
      )
    )
  )
  const none = new Uint8Array()
  const [first, second, other, third] = prints
  const again = await withPrinter(async (print) => finished(await print(html)))
  expect(
    Buffer.compare(first ?? none, second ?? none) ||
      Buffer.compare(first ?? none, third ?? none)
  ).toBe(0)
  expect(Buffer.compare(first ?? none, again)).toBe(0)
  expect(other?.length).toBeLessThan(again.length)
  const {pages, info} = await readPdf(again)
  expect(pages).toBeGreaterThan(5)
  expect(info.Title).toBe('Proef (node00000003)')
})

test('page numbers are filled in until they are right', async () => {
  const entries = ['a1', 'a40', 'a59'].map(
    (id) => `<p><a href="#${id}">Artikel<span class="tp"></span></a></p>`
  )
  const html = longDocument(60).replace('<h1>', `${entries.join('')}<h1>`)
  const pdf = await withPrinter((print) =>
    print(html, {pagesOf: pagesOfAnchors})
  )
  const {text} = await readPdf(pdf)
  const pages = text.split('\n')
  const numbers = [...(pages[0] ?? '').matchAll(/Artikel (\d+)(?!\d)/gu)]
    .slice(0, 3)
    .map(([, number]) => Number(number))
  const found = [1, 40, 59].map(
    (number) =>
      1 + pages.findIndex((page) => page.includes(`Artikel ${number}Zie`))
  )
  expect(numbers).toEqual(found)
  expect(numbers[2]).toBeGreaterThan(5)
})

test('a part that would leave a few lines on a leaf is set tighter, and no other', async () => {
  // A leaf of A5 with these margins holds 40 lines of 10 pt on 12 pt, and 41 set tighter.
  const lines = (count: number): string =>
    Array.from({length: count}, (_, at) => `<p>regel ${at + 1}</p>`).join('')
  const part = (id: string, count: number): string =>
    `<section id="${id}" style="page:${id}">${lines(count)}</section>`
  const entry = (id: string): string =>
    `<p><a href="#${id}">${id}<span class="tp"></span></a></p>`
  const ids = ['een', 'twee', 'drie']
  const style =
    '@page{size:100mm 180.2mm;margin:5mm}body,p{margin:0;font-size:10pt}p{line-height:12pt}.krap p{line-height:11pt}'
  const html = `<!doctype html><html lang="nl"><title>x</title><style>${style}</style><nav>${ids.map(entry).join('')}</nav><main style="break-before:page">${part('een', 42)}${part('twee', 60)}${part('drie', 3)}</main>`
  const {text, pages} = await readPdf(
    await withPrinter((print) => print(html, {pagesOf: pagesOfAnchors}))
  )
  const leaves = text.split('\n')
  // The first part fits on one leaf now; the second takes two whatever is done.
  expect(pages).toBe(5)
  expect(leaves[0]).toBe('een 2twee 3drie 5')
  expect(leaves[1]).toContain('regel 42')
  expect(leaves[2]).toMatch(/regel 40$/)
})

test('page numbers that never settle are said to', async () => {
  let count = 0
  const html = '<p><a href="#a">x<span class="tp"></span></a><p id="a">y'
  const restless = (): ReadonlyMap<string, number> => new Map([['a', ++count]])
  await expect(
    withPrinter((print) => print(html, {pagesOf: restless}))
  ).rejects.toThrow('De paginanummers in de inhoudsopgave komen niet tot rust')
})

test('no script runs and nothing is fetched', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((ready) => server.once('listening', ready))
  const address = server.address()
  const site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const html = `<!doctype html><html lang="nl"><title>x</title><meta http-equiv="refresh" content="0;url=${site}/refresh">
    <link rel="preconnect" href="${site}"><link rel="prefetch" href="${site}/prefetch"><link rel="stylesheet" href="${site}/css"><style>@import url(${site}/import); p{background:url(${site}/background)}</style>
    <p id="p">Goed</p><script>document.getElementById('p').textContent = 'Fout'</script><noscript>, zonder</noscript>
    <img src="${site}/img" alt=""><img src="x" onerror="document.body.textContent='Fout'" alt=""><iframe src="${site}/frame"></iframe><iframe src="file:///etc/hostname"></iframe><iframe srcdoc="<img src='${site}/inner'>"></iframe><object data="file:///etc/hostname"></object><embed src="${site}/embed">`
  const {text} = await readPdf(await withPrinter((print) => print(html)))
  expect(text).toMatch(/^Goed, zonder/)
  expect(text).not.toContain('Fout')
  expect(asked).toEqual([])
})

test.runIf(onLinux)(
  'a browser that dies is replaced once, and then it is said',
  async () => {
    const kill = (pids: readonly number[]): void => {
      for (const pid of pids) ifPossible(() => process.kill(pid, 'SIGKILL'))
    }
    const killAll = (): void => kill(processesWith(cache))
    const killPages = (): void => {
      const pages = new Set(processesWith('--type=renderer'))
      kill(processesWith(cache).filter((pid) => pages.has(pid)))
    }
    const html = longDocument(400)
    await withPrinter(async (print) => {
      const text = async (): Promise<string> =>
        (await readPdf(await print(html))).text
      const alone = await text()
      for (const end of [killAll, killPages]) {
        const both = Promise.all([text(), text()])
        await sleep(150)
        end()
        expect(await both).toEqual([alone, alone])
      }
      const again = setInterval(killAll, 20)
      const never = print(html).finally(() => clearInterval(again))
      await expect(never).rejects.toThrow(/twee keer gestopt|start niet/)
      expect(await print('<p>x')).toBeDefined()
    })
    expect(processesWith(cache)).toEqual([])
  }
)

test.runIf(onLinux)(
  'an interruption leaves no browser and no profile',
  async () => {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143]
    ] as const) {
      const before = profiles()
      const printer = child('print', ['and-wait'])
      const end = ended(printer)
      await firstWord(printer)
      expect(profiles()).toHaveLength(before.length + 1)
      printer.kill(signal)
      expect((await end).exit).toBe(code)
      expect(profiles()).toEqual(before)
      await vi.waitUntil(() => processesWith(cache).length === 0, noHurry)
    }
  }
)

test.runIf(onLinux)('at a kill the browser ends by itself', async () => {
  const printer = child('print', ['and-wait'])
  const end = ended(printer)
  await firstWord(printer)
  expect(processesWith(cache)).not.toEqual([])
  printer.kill('SIGKILL')
  expect((await end).exit).toBe('SIGKILL')
  await vi.waitUntil(() => processesWith(cache).length === 0, noHurry)
})

test('without a browser it is said what to do, and work that does not print goes on', async () => {
  vi.stubEnv('CAO_CHROMIUM', '/bestaat/niet')
  expect(await withPrinter(async () => 'zonder PDF')).toBe('zonder PDF')
  await expect(withPrinter((print) => print('x'))).rejects.toThrow(
    'Er is geen browser om mee te printen (`CAO_CHROMIUM` wijst naar `/bestaat/niet`, maar dat is geen programma); installeer Google Chrome, Chromium of Edge, of geef met `CAO_CHROMIUM` de plaats van het programma; alles behalve PDF werkt ook zonder'
  )
})

test('a full disk for temporary files is said, and not waited for', async (context) => {
  const small = temporaryFolder()
  if (!mountSmallDisk(small)) context.skip('needs root on Linux')
  onTestFinished(() => void execFileSync('umount', [small]))
  vi.stubEnv('TMPDIR', small)
  onTestFinished(() => void vi.stubEnv('TMPDIR', profileFolder))
  await expect(withPrinter((print) => print('x'))).rejects.toThrow(
    `De map voor tijdelijke bestanden (\`${small}\`) is vol of bijna vol, en printen vraagt daar 32 MB; maak ruimte, of geef met \`TMPDIR\` een andere map, en herhaal de opdracht`
  )
  expect(readdirSync(small)).toEqual([])
})

test.runIf(onLinux)('a program that is no browser is quoted', async () => {
  const program = path.join(temporaryFolder(), 'kapot')
  writeFileSync(
    program,
    '#!/bin/sh\necho "libnss3.so: niet gevonden" >&2\nexit 127\n',
    {mode: 0o755}
  )
  vi.stubEnv('CAO_CHROMIUM', program)
  const before = profiles()
  await expect(withPrinter((print) => print('x'))).rejects.toThrow(
    `(\`${program}\` start niet: libnss3.so: niet gevonden)`
  )
  expect(profiles()).toEqual(before)
})

test.runIf(onLinux)(
  'a cache that another could have laid down is not used',
  async () => {
    const elsewhere = temporaryFolder()
    mkdirSync(path.join(elsewhere, 'echt'))
    symlinkSync('echt', path.join(elsewhere, 'caoc'))
    const {out} = await ended(
      child('print', [], {env: {XDG_CACHE_HOME: elsewhere, PATH: ''}})
    )
    expect(out).toContain(
      `\`${elsewhere}/caoc\` is geen map van deze gebruiker; verwijder die, of geef met \`XDG_CACHE_HOME\` een andere plaats`
    )
    expect(readdirSync(path.join(elsewhere, 'echt'))).toEqual([])
  }
)

test('doctor looks at everything, and prints a page', async () => {
  const lines = await doctor()
  expect(lines.filter(({ok}) => !ok)).toEqual([])
  expect(lines.map(({text}) => text.split(/[ :]/)[0])).toEqual([
    'Node.js',
    'Sjablonen',
    'Lettertypen',
    'Schrijven',
    'Browser',
    'Proefafdruk'
  ])
  vi.stubEnv('CAO_CHROMIUM', '/bestaat/niet')
  expect((await doctor()).at(-1)).toMatchObject({ok: false})
})

test.each([
  ['20.19.0', true],
  ['20.18.9', false],
  ['18.20.0', false],
  ['22.0.0', true],
  ['24.1.0', true]
])('Node.js %s will do: %s', (version, ok) => {
  expect(nodeLine(version).ok).toBe(ok)
})
