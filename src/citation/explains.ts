/** Whether a general toelichting explains a provision under a heading of its own. Kernel. */
import type {Block} from '../model.ts'
import type {Deel} from './address.ts'
import {wordsOf} from './text-shape.ts'

/** Longer lines are no heading. */
const longest = 120

/** Whether a heading or a short line of a text begins with the name of a provision: `Artikelen 3 en 4`. */
export function explains(
  text: readonly Block[],
  {soort, nummer = ''}: Deel
): boolean {
  const noun = soort === 'artikel' ? 'art(?:ikel(?:en)?|\\.)' : `${soort}[a-z]*`
  const number = nummer.replace(/[^\p{L}\p{N}]/gu, '\\$&')
  const heading = new RegExp(
    `^(?:ad |bij )?${noun} (?:[^.]*[ ,])?${number}(?![\\p{L}\\p{N}]|[:.-][\\p{L}\\p{N}])`,
    'iu'
  )
  return wordsOf(text).some(
    (words) => words.length <= longest && heading.test(words)
  )
}
