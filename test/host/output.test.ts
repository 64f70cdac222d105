import {execFileSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {HostError, type Output, type OutputFolder} from '../../src/host/host.ts'
import {withOutput} from '../../src/host/output.ts'
import {damage, generation, litter, published} from './generation.ts'
import {lay, temporaryFolder} from './temporary.ts'

const patience = {milliseconds: 0, say: () => {}}

function into<T>(folder: string, work: (output: Output) => T): Promise<T> {
  return withOutput(folder, async (output) => work(output), patience)
}

function publish(folder: string, number: number): Promise<void> {
  const {folders, manifest} = generation(number)
  return into(folder, (output) => output.commit(folders, manifest, []))
}

function one(
  place: string,
  files: Record<string, string> = {a: '1'}
): OutputFolder {
  const bytes = Object.entries(files).map(
    ([name, text]) => [name, Buffer.from(text)] as const
  )
  return {path: place, files: new Map(bytes)}
}

/** Whether this machine lets the test have a disk of its own size. */
function tinyDisk(folder: string): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder])
    onTestFinished(() => {
      execFileSync('umount', [folder])
    })
    return true
  } catch {
    return false
  }
}

test('the folder is made, and holds the folders and the manifest', async () => {
  const folder = path.join(temporaryFolder(), 'diep/publicatie')
  expect(await into(folder, (output) => output.manifest())).toBeUndefined()
  await publish(folder, 1)
  expect(damage(folder)).toEqual([])
  expect(litter(folder)).toEqual([])
  expect(await into(folder, (output) => output.manifest())).toBe(
    generation(1).manifest
  )
})

test('what is there already is not written again', async () => {
  const folder = temporaryFolder()
  await publish(folder, 1)
  const place = path.join(folder, generation(1).folders[0]?.path ?? '')
  const before = statSync(place).ino
  await publish(folder, 2)
  expect(statSync(place).ino).toBe(before)
})

test.each([
  ['changed', (file: string) => writeFileSync(file, 'anders')],
  [
    'changed at equal length',
    (file: string) =>
      writeFileSync(file, readFileSync(file, 'utf8').toUpperCase())
  ],
  ['removed', (file: string) => rmSync(file)],
  [
    'a folder now',
    (file: string) => {
      rmSync(file)
      mkdirSync(file)
    }
  ],
  [
    'a link now',
    (file: string) => {
      rmSync(file)
      symlinkSync('/etc/hostname', file)
    }
  ],
  [
    'with another beside it',
    (file: string) => writeFileSync(`${file}.bak`, '')
  ],
  [
    'with its folder a file',
    (file: string) => {
      rmSync(path.dirname(file), {recursive: true})
      writeFileSync(path.dirname(file), '')
    }
  ]
])('a published file that is %s is put right', async (_, spoil) => {
  const folder = temporaryFolder()
  await publish(folder, 1)
  spoil(
    path.join(folder, generation(1).folders[0]?.path ?? '', 'pdf/tekst.pdf')
  )
  expect(damage(folder)).not.toEqual([])
  await publish(folder, 1)
  expect(damage(folder)).toEqual([])
  expect(litter(folder)).toEqual([])
})

test('what is obsolete goes, with the empty folders above it, and nothing else', async () => {
  const folder = temporaryFolder()
  lay(folder, {'zelf-gezet/notitie.txt': 'x'})
  await into(folder, (output) => {
    output.commit([one('a/b/c-1'), one('a/d-1')], '1', [])
    output.commit([one('e-2')], '2', ['a/b/c-1', 'was/er/niet'])
  })
  expect(readdirSync(folder).sort()).toEqual([
    'a',
    'e-2',
    'manifest.json',
    'zelf-gezet'
  ])
  expect(readdirSync(path.join(folder, 'a'))).toEqual(['d-1'])
})

test.each([
  '../x',
  '/etc',
  'a//b',
  '',
  '.',
  'a/..',
  '.git',
  'A',
  'a b',
  'a\\b',
  'c:',
  'é',
  'nul',
  'con.txt',
  'a.',
  'a/',
  'a\0',
  `a\nb`,
  'manifest.json',
  'manifest.json/a'
])('a folder named %j is refused before anything is written', async (place) => {
  const folder = temporaryFolder()
  await expect(
    into(folder, (output) => output.commit([one(place)], '1', []))
  ).rejects.toThrow(HostError)
  await expect(
    into(folder, (output) => output.commit([], '1', [place]))
  ).rejects.toThrow(HostError)
  expect(readdirSync(folder)).toEqual([])
})

test('a file outside its folder is refused, and so are folders in each other', async () => {
  const folder = temporaryFolder()
  const refused = [
    [one('a', {'../b': ''})],
    [one('a', {'/b': ''})],
    [one('a', {b: '', 'b/c': ''})],
    [one('a'), one('a')],
    [one('a'), one('a/b')]
  ]
  for (const folders of refused) {
    await expect(
      into(folder, (output) => output.commit(folders, '1', []))
    ).rejects.toThrow(HostError)
  }
  await expect(
    into(folder, (output) => output.commit([one('a')], '1', ['a']))
  ).rejects.toThrow('`a` en `a` liggen in elkaar; geef ze elk een eigen map')
  expect(readdirSync(folder)).toEqual([])
})

test('a link in the output folder is never followed', async () => {
  const outside = temporaryFolder()
  lay(outside, {'b-1/bewaard': 'x'})
  const folder = temporaryFolder()
  symlinkSync(outside, path.join(folder, 'a'))
  await expect(
    into(folder, (output) => output.commit([one('a/b-2')], '1', []))
  ).rejects.toThrow(
    `\`${path.join(folder, 'a')}\` is een koppeling (symbolic link) op de plaats van een map; verwijder het`
  )
  await expect(
    into(folder, (output) => output.commit([], '1', ['a/b-1']))
  ).rejects.toThrow(HostError)
  expect(readdirSync(outside)).toEqual(['b-1'])
  symlinkSync('/etc/hostname', path.join(folder, 'manifest.json'))
  await expect(into(folder, (output) => output.manifest())).rejects.toThrow(
    'geen gewoon bestand'
  )
})

test('an output folder that cannot be one is said in Dutch', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'bestand')
  writeFileSync(file, '')
  await expect(publish(file, 1)).rejects.toThrow(
    `\`${file}\` is een bestand; verwijder het of geef een andere map voor de uitvoer`
  )
  await expect(publish(path.join(file, 'x'), 1)).rejects.toThrow(
    `Een deel van \`${file}/x\` is een bestand en geen map; kies een andere plaats`
  )
  await expect(publish(path.join(folder, 'x'.repeat(300)), 1)).rejects.toThrow(
    'te lange naam'
  )
  // No user, root included, can make a folder there.
  await expect(publish('/proc/publicatie', 1)).rejects.toThrow(HostError)
})

test('a full disk leaves the old publication and no litter', async (context) => {
  const folder = temporaryFolder()
  if (!tinyDisk(folder))
    context.skip('needs root on Linux, to mount a disk of 256 kB')
  await publish(folder, 1)
  const large = one('groot-1', {a: 'x'.repeat(100_000), b: 'y'.repeat(300_000)})
  await expect(
    into(folder, (output) => output.commit([large], 'nieuw', []))
  ).rejects.toThrow(
    `De schijf is vol bij het schrijven van \`${folder}\`; maak ruimte en herhaal de opdracht`
  )
  expect(damage(folder)).toEqual([])
  expect(litter(folder)).toEqual([])
  await publish(folder, 2)
  expect(published(folder)).toBe(2)
})

test('a disk that is read-only leaves the old publication', async (context) => {
  const folder = temporaryFolder()
  if (!tinyDisk(folder))
    context.skip('needs root on Linux, to mount a disk read-only')
  await publish(folder, 1)
  execFileSync('mount', ['-o', 'remount,ro', folder])
  await expect(publish(folder, 2)).rejects.toThrow(
    `\`${folder}\` staat op een schijf die alleen te lezen is; kies een andere plaats`
  )
  expect(damage(folder)).toEqual([])
})

test('what fails after a folder was laid down is undone', async () => {
  const folder = temporaryFolder()
  await publish(folder, 1)
  // The manifest cannot be replaced by a file.
  rmSync(path.join(folder, 'manifest.json'))
  lay(folder, {'manifest.json/x': ''})
  await expect(publish(folder, 3)).rejects.toThrow(HostError)
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  const added = generation(3).folders.map(({path: place}) => place)
  const old = new Set(generation(1).folders.map(({path: place}) => place))
  for (const place of added) {
    expect(existsSync(path.join(folder, place))).toBe(old.has(place))
  }
})

test('an error of the work itself comes through as it is, and the lock goes', async () => {
  const folder = temporaryFolder()
  const mine = new Error('van het werk')
  await expect(
    into(folder, () => {
      throw mine
    })
  ).rejects.toBe(mine)
  expect(readdirSync(folder)).toEqual([])
})

test('a lock that was taken away stops the commit', async () => {
  const folder = temporaryFolder()
  const work = into(folder, (output) => {
    rmSync(path.join(folder, '.lock'))
    output.commit([one('a-1')], '1', [])
  })
  await expect(work).rejects.toThrow(
    'is weggehaald terwijl caoc schreef; herhaal de opdracht'
  )
  expect(readdirSync(folder)).toEqual([])
})

test('a plan that was tampered with removes nothing', async () => {
  const folder = temporaryFolder()
  await publish(folder, 1)
  lay(folder, {
    '.bezig-x/plan.json': JSON.stringify({
      manifest: '',
      added: ['../elders', generation(1).folders[0]?.path],
      obsolete: []
    })
  })
  lay(folder, {'.bezig-y/plan.json': '{"added": 3}'})
  await into(folder, () => {})
  expect(damage(folder)).toEqual([])
  expect(litter(folder)).toEqual([])
})

test.each([
  'null',
  '{}',
  '[]',
  '5',
  '{',
  '{"manifest":"","added":"abc","obsolete":[]}',
  '{"manifest":"","added":[5],"obsolete":[]}',
  '{"manifest":"","added":[["a"]],"obsolete":[]}',
  '{"manifest":"","added":null,"obsolete":null}',
  '{"manifest":5,"added":["a"],"obsolete":["a"]}',
  '{"manifest":"","added":["a","manifest.json"],"obsolete":[]}'
])('a plan that reads %s is no plan', async (plan) => {
  const folder = temporaryFolder()
  await publish(folder, 1)
  lay(folder, {'.bezig-x/plan.json': plan, 'a/b': 'x', '5/b': 'x'})
  await into(folder, () => {})
  expect(damage(folder)).toEqual([])
  // Files of others, which that plan would have had removed.
  expect(litter(folder)).toEqual(['5/b', 'a/b'])
})

test('what a dead run seems to have left is never followed out of the folder', async () => {
  const outside = temporaryFolder()
  lay(outside, {
    'nieuw/bewaard': 'x',
    'plan.json': '{"manifest":"","added":["zelf"],"obsolete":[]}'
  })
  const folder = temporaryFolder()
  lay(folder, {
    'zelf/notitie': 'x',
    'oud/tekst': 'x',
    '.bezig-bestand': 'x',
    '.bezig-echt/plan.json': '{"manifest":"","added":["oud"],"obsolete":[]}',
    '.bezig-leeg/x': ''
  })
  symlinkSync(outside, path.join(folder, '.bezig-0'))
  symlinkSync(path.join(outside, 'weg'), path.join(folder, '.bezig-nergens'))
  symlinkSync(outside, path.join(folder, '.lock-0'))
  for (const name of ['nieuw', 'weg', 'x-map']) {
    symlinkSync(outside, path.join(folder, '.bezig-echt', name))
  }
  symlinkSync(
    path.join(outside, 'plan.json'),
    path.join(folder, '.bezig-leeg/plan.json')
  )
  await into(folder, () => {})
  expect(readdirSync(folder)).toEqual(['zelf'])
  expect(readdirSync(outside).sort()).toEqual(['nieuw', 'plan.json'])
  expect(readdirSync(path.join(outside, 'nieuw'))).toEqual(['bewaard'])
})

test.runIf(process.platform === 'linux')(
  'a pipe in the place of a plan or a lock is not waited for',
  async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, '.bezig-x'))
    execFileSync('mkfifo', [path.join(folder, '.bezig-x/plan.json')])
    await into(folder, () => {})
    expect(readdirSync(folder)).toEqual([])
    execFileSync('mkfifo', [path.join(folder, '.lock')])
    await expect(into(folder, () => {})).rejects.toThrow('nog in gebruik')
  }
)

test.runIf(process.platform === 'linux')(
  'where no folder can be made, that is said',
  async () => {
    await expect(publish('/proc/x', 1)).rejects.toThrow(
      'De map `/proc/x` kan daar niet worden gemaakt; geef een andere map voor de uitvoer'
    )
  }
)
