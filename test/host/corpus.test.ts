import {execFileSync} from 'node:child_process'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:net'
import path from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {hashBytes} from '../../src/hash/sha256.ts'
import {readCorpus} from '../../src/host/corpus.ts'
import type {SourceTree} from '../../src/host/host.ts'
import {lay, temporaryFolder} from './temporary.ts'

const posix = process.platform !== 'win32'

/** Problems by path; a file without one is its text. */
function shown({files}: SourceTree): Record<string, string> {
  return Object.fromEntries(
    files.map((file) => [
      file.path,
      'problem' in file
        ? `! ${file.problem}`
        : Buffer.from(file.bytes).toString()
    ])
  )
}

test('files and folders come in code-point order, as bytes', () => {
  const folder = temporaryFolder()
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0xff, 0x0d, 0x0a)
  lay(folder, {
    'b/a.md': bytes,
    'b-a/x.md': '1',
    'a.md': '2',
    '\u{1F600}.md': '3',
    '\uFF5E.md': '4',
    'B.md': '5'
  })
  mkdirSync(path.join(folder, 'leeg/diep'), {recursive: true})
  const tree = readCorpus(folder)
  expect(tree.folder).toBe(folder)
  expect(tree.files.map((file) => file.path)).toEqual([
    'B.md',
    'a.md',
    'b-a/x.md',
    'b/a.md',
    '\uFF5E.md',
    '\u{1F600}.md'
  ])
  expect(tree.folders).toEqual(['b', 'b-a', 'leeg', 'leeg/diep'])
  expect(tree.files[3]).toEqual({
    path: 'b/a.md',
    bytes: Buffer.from(bytes),
    sha256: hashBytes(bytes)
  })
})

test('dotfiles, backups, clutter and node_modules are not there', () => {
  const folder = temporaryFolder()
  lay(folder, {
    '.git/HEAD': '',
    '.DS_Store': '',
    '.a.md.swp': '',
    'a.md~': '',
    '#a.md#': '',
    'Thumbs.db': '',
    'desktop.ini': '',
    'x/node_modules/y.md': '',
    'a.md': 'hier'
  })
  expect(shown(readCorpus(folder))).toEqual({'a.md': 'hier'})
  expect(readCorpus(folder).folders).toEqual(['x'])
})

test('a folder that is none is said in Dutch', () => {
  const folder = temporaryFolder()
  lay(folder, {bestand: ''})
  expect(() => readCorpus(path.join(folder, 'weg'))).toThrow(
    `De map \`${folder}/weg\` bestaat niet; geef de map van de verzameling op`
  )
  expect(() => readCorpus(path.join(folder, 'bestand'))).toThrow(
    `\`${folder}/bestand\` is een bestand; geef de map van de verzameling op`
  )
  expect(() => readCorpus(path.join(folder, 'bestand/x'))).toThrow(
    'is een bestand en geen map'
  )
})

test('a folder with the name of a text is not gone into', () => {
  const folder = temporaryFolder()
  lay(folder, {'x.md/a.md': ''})
  expect(shown(readCorpus(folder))).toEqual({
    'x.md':
      '! Dit is een map met de naam van een tekst; hernoem de map of zet de tekst zelf neer'
  })
  expect(readCorpus(folder).folders).toEqual([])
})

test('no link is followed', () => {
  const folder = temporaryFolder()
  lay(folder, {'a.md': 'a', 'map/b.md': 'b'})
  const links = {
    'uit.md': '/etc/hostname',
    'in.md': 'a.md',
    'om.md': 'map/../../../x',
    lus: '.',
    'dood.md': 'nergens'
  }
  for (const [name, target] of Object.entries(links))
    symlinkSync(target, path.join(folder, name))
  expect(shown(readCorpus(folder))).toEqual({
    'a.md': 'a',
    'map/b.md': 'b',
    'uit.md':
      '! Dit is een koppeling (symbolic link) naar `/etc/hostname`, buiten de verzameling; zet het bestand zelf neer',
    'in.md':
      '! Dit is een koppeling (symbolic link) naar `a.md`; zet het bestand zelf neer',
    'om.md':
      '! Dit is een koppeling (symbolic link) naar `map/../../../x`, buiten de verzameling; zet het bestand zelf neer',
    lus: '! Dit is een koppeling (symbolic link) naar `.`; zet het bestand zelf neer',
    'dood.md':
      '! Dit is een koppeling (symbolic link) naar `nergens`; zet het bestand zelf neer'
  })
})

test.runIf(posix)('pipes and sockets are never opened', async () => {
  const folder = temporaryFolder()
  execFileSync('mkfifo', [path.join(folder, 'pijp.md')])
  const server = createServer().listen(path.join(folder, 'contact.md'))
  onTestFinished(() => void server.close())
  await new Promise((ready) => server.once('listening', ready))
  expect(shown(readCorpus(folder))).toEqual({
    'contact.md': '! Dit is geen gewoon bestand; verwijder het',
    'pijp.md': '! Dit is geen gewoon bestand; verwijder het'
  })
})

test('a file that is too large is not read, and both sizes are named', () => {
  const folder = temporaryFolder()
  const mebibyte = 2 ** 20
  lay(folder, {
    'past.md': Buffer.alloc(mebibyte),
    'net-niet.md': Buffer.alloc(mebibyte + 1),
    'past.yaml': Buffer.alloc(5 * mebibyte),
    'groot.yaml': Buffer.alloc(50 * mebibyte)
  })
  const {
    'past.md': text,
    'past.yaml': data,
    ...problems
  } = shown(readCorpus(folder))
  expect([text?.length, data?.length]).toEqual([mebibyte, 5 * mebibyte])
  expect(problems).toEqual({
    'net-niet.md':
      '! Dit bestand is 1,1 MB, en een tekst mag hoogstens 1 MB zijn; splits het',
    'groot.yaml':
      '! Dit bestand is 50 MB, en een gegevensbestand mag hoogstens 5 MB zijn; splits het'
  })
})

test.runIf(process.platform === 'linux')(
  'a name that is no text is reported, and told apart from one that looks like it',
  () => {
    const folder = temporaryFolder()
    lay(folder, {'é.md': 'goed'})
    writeFileSync(
      Buffer.concat([
        Buffer.from(`${folder}/`),
        Buffer.of(0xe9),
        Buffer.from('.md')
      ]),
      ''
    )
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/map`), Buffer.of(0xff)]))
    expect(shown(readCorpus(folder))).toEqual({
      '\\xE9.md': '! De naam is geen geldige UTF-8; hernoem het bestand',
      'map\\xFF': '! De naam is geen geldige UTF-8; hernoem het bestand',
      'é.md': 'goed'
    })
  }
)

test('the walk ends at forty folders deep', () => {
  const folder = temporaryFolder()
  const deep = Array(41).fill('m').join('/')
  lay(folder, {[`${deep}/a.md`]: ''})
  expect(shown(readCorpus(folder))).toEqual({
    [deep]: '! Deze map ligt in meer dan 40 andere; zet haar hoger'
  })
})
