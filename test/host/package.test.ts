import {expect, test} from 'vitest'
import {readFonts} from '../../src/host/fonts.ts'
import {
  packageFolder,
  requiredPackageFolder,
  versionOf
} from '../../src/host/package.ts'
import {readTemplates} from '../../src/host/templates.ts'
import {lay, temporaryFolder} from './temporary.ts'

test('a package is found by its name, or is not there', () => {
  const folder = requiredPackageFolder('@expo-google-fonts/noto-serif')
  expect(versionOf(folder)).toMatch(/^\d+\.\d+\.\d+$/)
  expect(packageFolder('bestaat-niet')).toBeUndefined()
  expect(() => requiredPackageFolder('bestaat-niet')).toThrow(
    'Het pakket `bestaat-niet` ontbreekt; installeer caoc opnieuw'
  )
})

test('templates go by their path, in code-point order', () => {
  const folder = temporaryFolder()
  lay(folder, {
    'page.hbs': 'é',
    'partials/b.hbs': 'b',
    'partials-a.hbs': 'a',
    'style.css': '',
    'partials/README.md': ''
  })
  expect([...readTemplates(folder)]).toEqual([
    ['page', 'é'],
    ['partials-a', 'a'],
    ['partials/b', 'b']
  ])
  expect(() => readTemplates(`${folder}/weg`)).toThrow(
    `\`${folder}/weg\` bestaat niet`
  )
})

test('the fonts are whole rules that need nothing from outside', () => {
  const rules = readFonts().trim().split('\n')
  // Eight faces, each whole, in two parts of common letters, and then three fonts of signs.
  expect(rules).toHaveLength(8 * 6)
  for (const rule of rules) {
    expect(rule).toMatch(
      /^@font-face\{(?:\/\* deel \*\/)?font-family:"Noto (?:Serif|Sans)";font-style:(?:normal|italic);font-weight:[47]00;font-display:block;src:url\(data:font\/(?:ttf;base64,AAEA[A-Za-z0-9+/=]+\) format\("truetype"\)|woff2;base64,d09GMg[A-Za-z0-9+/=]+\) format\("woff2"\);unicode-range:U\+[0-9A-F,U+-]+)\}$/
    )
  }
  expect(readFonts()).toBe(readFonts())
})
