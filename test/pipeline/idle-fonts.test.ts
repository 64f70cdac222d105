import {expect, test} from 'vitest'
import {readFonts} from '../../src/host/fonts.ts'
import {withoutIdleFonts} from '../../src/pipeline/idle-fonts.ts'

/** How many rules of each kind a text keeps: parts, whole fonts, signs. */
function kept(text: string): readonly number[] {
  const html = `<style>\n${readFonts()}</style><p>${text}</p>`
  const rules = withoutIdleFonts(html).match(/^@font-face.*$/gmu) ?? []
  const parts = rules.filter((rule) => rule.includes('/* deel */'))
  const whole = rules.filter((rule) => !rule.includes('unicode-range'))
  return [
    parts.length,
    whole.length,
    rules.length - parts.length - whole.length
  ]
}

test('a text has the small fonts, or the whole ones, never both', () => {
  expect(kept('een euro: € 1,00')).toEqual([8, 0, 0])
  expect(kept('Łódź')).toEqual([16, 0, 0])
  expect(kept('μισθός')).toEqual([0, 8, 0])
  // An accent of its own comes from the font of its letter.
  expect(kept('n\u0303')).toEqual([0, 8, 0])
})

test('signs come beside either', () => {
  expect(kept('a → b')).toEqual([8, 0, 8])
  expect(kept('½ ⅓ ☐')).toEqual([0, 8, 8])
})
