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
/** With `≥`, `→` and their like, which texts of regelingen do use. */
const textAndSigns = ['math', ...text]
const serif = {id: 'noto-serif', family: 'Noto Serif'} as const
const sans = {id: 'noto-sans', family: 'Noto Sans'} as const

/** Static ones only: Chromium turns a variable font into Type 3, which is worse in PDF. */
const faces: readonly Face[] = [
  {...serif, subsets: textAndSigns, weight: 400, style: 'normal'},
  {...serif, subsets: text, weight: 400, style: 'italic'},
  {...serif, subsets: textAndSigns, weight: 700, style: 'normal'},
  {...serif, subsets: text, weight: 700, style: 'italic'},
  {...sans, subsets: text, weight: 400, style: 'normal'},
  {...sans, subsets: text, weight: 400, style: 'italic'},
  {...sans, subsets: text, weight: 700, style: 'normal'}
]

/** `@font-face` rules that need no network and no other file. */
export function readFonts(): string {
  return faces.flatMap(rulesOf).join('')
}

function rulesOf({id, family, subsets, weight, style}: Face): string[] {
  const folder = requiredPackageFolder(`@fontsource/${id}`)
  return attempt(folder, () => {
    const ranges: Record<string, string> = JSON.parse(
      readFileSync(path.join(folder, 'unicode.json'), 'utf8')
    )
    return subsets.map((subset) => {
      const name = `${id}-${subset}-${weight}-${style}.woff2`
      const font = readFileSync(path.join(folder, 'files', name), 'base64')
      return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:block;src:url(data:font/woff2;base64,${font}) format("woff2");unicode-range:${ranges[subset]}}\n`
    })
  })
}
