/** The fonts of printed documents, taken from their packages. */
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {attempt} from './failure.ts'
import {requiredPackageFolder} from './package.ts'

/** A font of one style: a file of a package. */
interface FontFile {
  readonly package: string
  readonly file: string
  readonly format: 'truetype' | 'woff2'
  /** For which characters it is meant; absent for a whole font of letters. */
  readonly range?: string
  /** It holds a part of a font that is there whole as well. */
  readonly isPart?: boolean
}

interface Face {
  readonly family: 'Noto Serif' | 'Noto Sans'
  readonly weight: 400 | 700
  readonly style: 'normal' | 'italic'
}

/** Static ones only: Chromium turns a variable font into Type 3, which is worse in PDF. */
const faces: readonly Face[] = (['Noto Serif', 'Noto Sans'] as const).flatMap(
  (family) =>
    ([400, 700] as const).flatMap((weight) =>
      (['normal', 'italic'] as const).map((style) => ({family, weight, style}))
    )
)

/**
 * Signs that no font of letters has: `☐`, `①`, `≥`, `→`. Part of every face,
 * after its letters, so that they come first where they are meant; letters
 * would make `≠` of `=` and a stroke. Who prints a text without such signs can
 * tell by their ranges, and leave them out: they are large.
 */
const signs: readonly FontFile[] = [
  {
    package: '@fontsource/noto-sans-symbols',
    file: 'files/noto-sans-symbols-symbols-400-normal.woff2',
    format: 'woff2',
    range: 'U+2160-2188,U+2460-24FF'
  },
  {
    package: '@fontsource/noto-sans-symbols-2',
    file: 'files/noto-sans-symbols-2-symbols-400-normal.woff2',
    format: 'woff2',
    range: 'U+2300-23FF,U+2500-25CB,U+25CD-27BF,U+2B00-2BFF'
  },
  {
    package: '@fontsource/noto-sans-math',
    file: 'files/noto-sans-math-latin-400-normal.woff2',
    format: 'woff2',
    range:
      'U+2190-2211,U+2213-2214,U+2216-2311,U+2336-237A,U+239B-23B7,U+23DC-23E1,U+25A0-25CB,U+25CD-25FF,U+2605-2606,U+266D-266F,U+2713,U+27C0-27FF,U+2900-2BFF,U+1D400-1D7FF'
  }
]

/**
 * Letters of which most texts have no others: those of the languages of western
 * and central Europe, each with its accent in one, and the signs of every Dutch
 * sentence. A whole font takes a browser twenty times as long to read.
 */
const common = {
  latin:
    'U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+2032-2033,U+2039-203A,U+20AC,U+2122,U+2212',
  'latin-ext': 'U+0100-0130,U+0132-0151,U+0154-017F'
}

/**
 * `@font-face` rules, one a line, that need no network and no other file: of each
 * face the whole font, the common letters of it, which go before, and the signs.
 * Who prints a text of common letters alone can leave the whole fonts out.
 */
export function readFonts(): string {
  const read = signs.map((font) => ({...font, data: readFont(font)}))
  return faces
    .flatMap((face) => {
      const letters = [wholeOf(face), ...commonOf(face)]
      return [
        ...letters.map((font) => ({...font, data: readFont(font)})),
        ...read
      ].map((font) => rule(face, font))
    })
    .join('')
}

function commonOf({family, weight, style}: Face): readonly FontFile[] {
  const id = family.toLowerCase().replace(' ', '-')
  return Object.entries(common).map(([part, range]) => ({
    package: `@fontsource/${id}`,
    file: `files/${id}-${part}-${weight}-${style}.woff2`,
    format: 'woff2',
    range,
    isPart: true
  }))
}

/** One file with Latin, Greek and Cyrillic letters, their accents, fractions and punctuation. */
function wholeOf({family, weight, style}: Face): FontFile {
  const name = `${weight}${weight === 400 ? 'Regular' : 'Bold'}${style === 'italic' ? '_Italic' : ''}`
  return {
    package: `@expo-google-fonts/${family.toLowerCase().replace(' ', '-')}`,
    file: `${name}/${family.replace(' ', '')}_${name}.ttf`,
    format: 'truetype'
  }
}

function readFont(font: FontFile): string {
  const file = path.join(requiredPackageFolder(font.package), font.file)
  return attempt(file, () => readFileSync(file, 'base64'))
}

function rule(
  {family, style, weight}: Face,
  {format, range, isPart, data}: FontFile & {readonly data: string}
): string {
  const kind = format === 'woff2' ? 'woff2' : 'ttf'
  const meant = range === undefined ? '' : `;unicode-range:${range}`
  const part = isPart ? '/* deel */' : ''
  return `@font-face{${part}font-family:"${family}";font-style:${style};font-weight:${weight};font-display:block;src:url(data:font/${kind};base64,${data}) format("${format}")${meant}}\n`
}
