import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {describe, expect, test} from 'vitest'

const src = path.join(import.meta.dirname, '../src')

// The table in ARCHITECTURE.md, executable: who may import whom.
const kernels = [
  'defined.ts',
  'model.ts',
  'comparison.ts',
  'diagnostics',
  'dialect',
  'time',
  'hash',
  'citation'
]
const stages = [
  'read',
  'resolve',
  'check',
  'consolidate',
  'compare',
  'import',
  'amend',
  'draft',
  'render',
  'pdf',
  'publish'
]
const shells = ['host', 'commands', 'cli.ts']
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'defined.ts': [],
  'model.ts': [],
  'comparison.ts': ['model.ts', 'dialect', 'citation'],
  diagnostics: ['model.ts'],
  dialect: ['model.ts', 'diagnostics'],
  time: ['defined.ts', 'model.ts'],
  hash: [],
  citation: ['model.ts', 'defined.ts', 'diagnostics', 'dialect', 'time'],
  ...Object.fromEntries(stages.map((stage) => [stage, kernels])),
  pipeline: [...kernels, ...stages],
  'index.ts': [...kernels, ...stages, 'pipeline'],
  host: ['model.ts', 'time'],
  commands: [...kernels, ...stages, 'pipeline', 'host'],
  'cli.ts': ['commands', 'host']
}
/** What neither a kernel nor a stage may touch: the disk, the clock, the terminal, the locale. */
const outside =
  /\bnew Date\(\s*\)|\bDate\.now\b|\bconsole\.|\bprocess\.|\bIntl\.|\blocaleCompare\b|\btoLocale\w*\(|\bMath\.random\b|\bperformance\./u

interface Module {
  readonly file: string
  readonly code: string
}

function modulesIn(folder: string): readonly Module[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
    .map((file) => ({
      file,
      code: readFileSync(path.join(folder, file), 'utf8')
    }))
}

/** Static, side-effect, re-exporting and dynamic imports; types count like all others. */
function importsOf(code: string): readonly string[] {
  const plain = code
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/^\s*\/\/.*$/gmu, '')
  const patterns = [
    /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gu,
    /\bimport\s*['"]([^'"]+)['"]/gu,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/gu,
    /\brequire\s*\(\s*['"`]([^'"`]+)['"`]/gu
  ]
  return patterns.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(([, target = '']) => target)
  )
}

function partOf(file: string): string {
  return file.split('/')[0] ?? ''
}

function offences({file, code}: Module): readonly string[] {
  const part = partOf(file)
  const targets = importsOf(code)
  const found = targets
    .filter((target) => target.startsWith('.'))
    .map((target) => path.posix.join(path.posix.dirname(file), target))
    .filter(
      (target) => ![part, ...(mayImport[part] ?? [])].includes(partOf(target))
    )
    .map((target) => `${file} imports ${target}`)
  if (shells.includes(part)) return found
  const isComputed = /\bimport\s*\(\s*[^'"`\s]/u.test(code)
  return [
    ...found,
    ...targets
      .filter((target) => target.startsWith('node:'))
      .map((target) => `${file} imports ${target}`),
    ...(isComputed ? [`${file} computes an import`] : []),
    ...(outside.test(code) ? [`${file} looks outside`] : [])
  ]
}

describe('the house', () => {
  const modules = modulesIn(src)

  test('every part of src/ is in the table', () => {
    expect(
      [...new Set(modules.map(({file}) => partOf(file)))].toSorted()
    ).toEqual(Object.keys(mayImport).toSorted())
  })

  test('each module imports what it may, and only the shells look outside', () => {
    expect(modules.flatMap(offences)).toEqual([])
  })

  test('no circle of imports', () => {
    const edges = new Map(
      modules.map(({file, code}) => [
        file,
        importsOf(code)
          .filter((target) => target.startsWith('.'))
          .map((target) => path.posix.join(path.posix.dirname(file), target))
      ])
    )
    expect(circlesIn(edges)).toEqual([])
  })
})

/** Modules that reach themselves through their imports, those of types included. */
function circlesIn(
  edges: ReadonlyMap<string, readonly string[]>
): readonly string[] {
  return [...edges.keys()].filter((file) =>
    reaches(file, file, edges, new Set())
  )
}

function reaches(
  from: string,
  goal: string,
  edges: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>
): boolean {
  for (const next of edges.get(from) ?? []) {
    if (next === goal) return true
    if (seen.has(next)) continue
    seen.add(next)
    if (reaches(next, goal, edges, seen)) return true
  }
  return false
}

describe('a planted violation is found', () => {
  test.each([
    [
      'a stage that imports another one',
      'read/x.ts',
      "import {y} from '../check/y.ts'"
    ],
    [
      'a type from another stage',
      'read/x.ts',
      "import type {Y} from '../check/y.ts'"
    ],
    ['a side-effect import', 'read/x.ts', "import '../render/y.ts'"],
    [
      'a dynamic import',
      'consolidate/x.ts',
      "const y = await import('../host/node.ts')"
    ],
    ['a re-export', 'time/x.ts', "export {y} from '../read/y.ts'"],
    ['a computed import', 'time/x.ts', 'const y = await import(name)'],
    ['the disk', 'render/x.ts', "import {readFileSync} from 'node:fs'"],
    [
      'the disk, dynamically',
      'render/x.ts',
      "const fs = await import('node:fs')"
    ],
    ['the clock', 'time/x.ts', 'const now = new Date()'],
    ['the locale', 'time/x.ts', 'a.localeCompare(b)'],
    ['the terminal', 'pipeline/x.ts', "console.log('x')"],
    [
      'a host that knows a stage',
      'host/x.ts',
      "import {y} from '../render/y.ts'"
    ]
  ])('%s', (_name, file, code) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'caoc-'))
    try {
      mkdirSync(path.join(folder, path.dirname(file)), {recursive: true})
      writeFileSync(path.join(folder, file), `${code}\n`)
      expect(modulesIn(folder).flatMap(offences)).toHaveLength(1)
    } finally {
      rmSync(folder, {recursive: true})
    }
  })

  test('a circle', () => {
    const edges = new Map([
      ['time/a.ts', ['time/b.ts']],
      ['time/b.ts', ['time/a.ts']]
    ])
    expect(circlesIn(edges)).toEqual(['time/a.ts', 'time/b.ts'])
  })
})
