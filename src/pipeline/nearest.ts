/** What was typed → the names that come nearest to it. */
import {compareText} from '../time/order.ts'
import {distance} from './distance.ts'

/** Up to three names, given with the forms in which each may be typed, of which one differs little from the words. */
export function nearestNames(
  typed: string,
  names: ReadonlyMap<string, readonly string[]>
): readonly string[] {
  const words = typed.toLowerCase()
  const scored = [...names].map(([name, forms]) => ({
    name,
    score: Math.min(...forms.map((form) => distance(words, form.toLowerCase())))
  }))
  return scored
    .filter(({score}) => score <= Math.max(1, Math.floor(words.length / 4)))
    .toSorted((a, b) => a.score - b.score || compareText(a.name, b.name))
    .slice(0, 3)
    .map(({name}) => name)
}
