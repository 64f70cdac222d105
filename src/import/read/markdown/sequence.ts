/** Numbers of units as they follow one another: `1`, `1a`, `2`, `2.1`, `IV`. */

/** Digits and letters of a number by turns, each as a number. */
export type Key = readonly number[]

/** The key of a number; nothing where it has no order. */
export function keyOf(nummer: string | undefined): Key | undefined {
  if (nummer === undefined || nummer === 'enig') return undefined
  const roman = /^(?<digits>[IVXLC]+)(?<letters>[a-z]*)$/u.exec(nummer)?.groups
  if (roman) return [romanValue(roman.digits ?? ''), lettersIn(roman.letters)]
  if (/^[A-Z]$/u.test(nummer)) return [lettersIn(nummer.toLowerCase()), 0]
  if (!/^\d/u.test(nummer)) return undefined
  return nummer.split(/[.:-]/u).flatMap((part) => {
    const {digits = '0', letters} =
      /^(?<digits>\d*)(?<letters>.*)$/u.exec(part)?.groups ?? {}
    return [Number(digits), lettersIn(letters)]
  })
}

/** Whether a run of numbers begins here: `1`, `I`, `A`, `2.1`. */
export function startsRun(key: Key): boolean {
  return key.at(-2) === 1
}

/** How far the second lies behind the first; a letter more is one step, back is none. */
export function stepOf(from: Key | undefined, to: Key): number {
  if (from === undefined) return to[0] ?? 0
  const length = Math.max(from.length, to.length)
  for (let at = 0; at < length; at++) {
    const step = (to[at] ?? 0) - (from[at] ?? 0)
    if (step !== 0) return at % 2 === 0 ? step : Math.sign(step)
  }
  return 0
}

const romans: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100
}

function romanValue(digits: string): number {
  const values = [...digits].map((digit) => romans[digit] ?? 0)
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0
  )
}

function lettersIn(letters = ''): number {
  return [...letters.toLowerCase()].reduce(
    (sum, letter) => sum * 27 + (letter.codePointAt(0) ?? 96) - 96,
    0
  )
}
