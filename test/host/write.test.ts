import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync
} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {writeCorpusFile, writeFile} from '../../src/host/write.ts'
import {lay, temporaryFolder} from './temporary.ts'

const posix = process.platform !== 'win32'

test('a corpus file is made with its folders, and replaced with its rights', () => {
  const folder = temporaryFolder()
  const file = path.join(
    folder,
    'car-uwo/bijlage-IIa/2016-01-01.lbr-15-046+lbr-15-069.md'
  )
  writeCorpusFile(
    folder,
    'car-uwo/bijlage-IIa/2016-01-01.lbr-15-046+lbr-15-069.md',
    'één\n'
  )
  expect(readFileSync(file, 'utf8')).toBe('één\n')
  if (posix) chmodSync(file, 0o640)
  writeCorpusFile(
    folder,
    'car-uwo/bijlage-IIa/2016-01-01.lbr-15-046+lbr-15-069.md',
    'twee\n'
  )
  expect(readFileSync(file, 'utf8')).toBe('twee\n')
  if (posix) expect(statSync(file).mode & 0o777).toBe(0o640)
  expect(readdirSync(path.dirname(file))).toHaveLength(1)
})

test.each([
  '',
  '..',
  '../x.md',
  'a/../../x.md',
  '/etc/x.md',
  'a//b.md',
  'a\\b.md',
  'C:x.md',
  '.git/config',
  'a/.GIT/x',
  'a\0.md',
  'a/'
])('%j is no place in the corpus', (place) => {
  const folder = temporaryFolder()
  expect(() => writeCorpusFile(folder, place, 'x')).toThrow(
    'ligt niet in de verzameling; geef een plaats daarbinnen'
  )
  expect(readdirSync(folder)).toEqual([])
})

test('a corpus file is never written through a link', () => {
  const outside = temporaryFolder()
  lay(outside, {'x.md': 'bewaard'})
  const folder = temporaryFolder()
  symlinkSync(outside, path.join(folder, 'map'))
  symlinkSync(path.join(outside, 'x.md'), path.join(folder, 'x.md'))
  expect(() => writeCorpusFile(folder, 'map/x.md', 'weg')).toThrow(
    `\`${folder}/map\` is geen gewone map; verwijder het`
  )
  expect(() => writeCorpusFile(folder, 'x.md', 'weg')).toThrow(
    `\`${folder}/x.md\` is geen gewoon bestand; verwijder het`
  )
  expect(readFileSync(path.join(outside, 'x.md'), 'utf8')).toBe('bewaard')
})

test('a file that the user names may be a link or a device', () => {
  const folder = temporaryFolder()
  lay(folder, {'echt.pdf': 'oud'})
  const link = path.join(folder, 'naam.pdf')
  symlinkSync('echt.pdf', link)
  writeFile(link, Buffer.from('nieuw'))
  expect(readFileSync(path.join(folder, 'echt.pdf'), 'utf8')).toBe('nieuw')
  expect(readdirSync(folder).sort()).toEqual(['echt.pdf', 'naam.pdf'])
  if (posix) writeFile('/dev/null', Buffer.from('x'))
})

test('a file that cannot be written is said in Dutch, and leaves nothing', () => {
  const folder = temporaryFolder()
  lay(folder, {bestand: 'x'})
  mkdirSync(path.join(folder, 'map'))
  const bytes = Buffer.from('x')
  expect(() => writeFile(path.join(folder, 'map'), bytes)).toThrow(
    `\`${folder}/map\` is een map; geef de naam van een bestand`
  )
  expect(() => writeFile(path.join(folder, 'weg/x.pdf'), bytes)).toThrow(
    `\`${folder}/weg/x.pdf\` bestaat niet; controleer de naam`
  )
  expect(() => writeFile(path.join(folder, 'bestand/x.pdf'), bytes)).toThrow(
    'is een bestand en geen map'
  )
  expect(() => writeFile(path.join(folder, 'x'.repeat(300)), bytes)).toThrow(
    'te lange naam'
  )
  expect(readdirSync(folder).sort()).toEqual(['bestand', 'map'])
})

test.runIf(process.platform === 'linux')(
  'a full device is said in Dutch',
  () => {
    expect(() => writeFile('/dev/full', Buffer.from('x'))).toThrow(
      'De schijf is vol bij het schrijven van `/dev/full`; maak ruimte en herhaal de opdracht'
    )
  }
)
