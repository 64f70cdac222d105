/** The fonts of printed documents, taken from their packages. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {attempt} from './failure.ts'
import {requiredPackageFolder} from './package.ts'

interface Face {
  readonly id: 'noto-serif' | 'noto-sans'
  readonly family: string
  /** Parts of the character set; where they overlap, the last one counts. */
  readonly subsets: readonly string[]
  readonly weight: 400 | 700
  readonly style: 'normal' | 'italic'
}

const text = ['latin-ext', 'latin']
/** With Greek letters, and raised and lowered digits. */
const textAndLetters = ['math', ...text]
const serif = {id: 'noto-serif', family: 'Noto Serif'} as const
const sans = {id: 'noto-sans', family: 'Noto Sans'} as const

/** Static ones only: Chromium turns a variable font into Type 3, which is worse in PDF. */
const faces: readonly Face[] = [
  {...serif, subsets: textAndLetters, weight: 400, style: 'normal'},
  {...serif, subsets: text, weight: 400, style: 'italic'},
  {...serif, subsets: textAndLetters, weight: 700, style: 'normal'},
  {...serif, subsets: text, weight: 700, style: 'italic'},
  {...sans, subsets: text, weight: 400, style: 'normal'},
  {...sans, subsets: text, weight: 400, style: 'italic'},
  {...sans, subsets: text, weight: 700, style: 'normal'}
]

/**
 * Signs that no font of letters has (`≥`, `→`, `≠`). Part of every face, the
 * first one, so that a letter comes from it only when no other part has it.
 * Its rules begin with a comment: who prints a text without signs leaves them
 * out, since they are most of what a browser has to read.
 */
const signs = {
  id: 'noto-sans-math',
  file: 'noto-sans-math-latin-400-normal.woff2',
  range: 'U+2016-2BFF'
}

/** `@font-face` rules that need no network and no other file. */
export function readFonts(): string {
  const signsFont = readSigns()
  return faces
    .flatMap((face) => [
      `/* tekens */${rule(face, signsFont, signs.range)}`,
      ...rulesOf(face)
    ])
    .join('')
}

function rulesOf(face: Face): string[] {
  const {id, subsets, weight, style} = face
  const folder = requiredPackageFolder(`@fontsource/${id}`)
  return attempt(folder, () => {
    const ranges: Record<string, string> = JSON.parse(
      readFileSync(path.join(folder, 'unicode.json'), 'utf8')
    )
    return subsets.map((subset) => {
      const name = `${id}-${subset}-${weight}-${style}.woff2`
      const file = path.join(folder, 'files', name)
      return rule(face, readFileSync(file, 'base64'), ranges[subset] ?? '')
    })
  })
}

function readSigns(): string {
  const folder = requiredPackageFolder(`@fontsource/${signs.id}`)
  return attempt(folder, () =>
    readFileSync(path.join(folder, 'files', signs.file), 'base64')
  )
}

function rule(
  {family, style, weight}: Face,
  font: string,
  range: string
): string {
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:block;src:url(data:font/woff2;base64,${font}) format("woff2");unicode-range:${range}}\n`
}
