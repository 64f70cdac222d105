/**
 * The number of a new unit, by Aanwijzingen voor de regelgeving 6.16: a letter
 * behind the number before it (`2:3a`, hoofdstuk `5A`), `a1` before the first,
 * and the next whole number only at the end. Never bis or ter.
 */
import {nummerOrder} from '../time/order.ts'

/** Where a new number must lie, among the numbers that are in use. */
export interface Gap {
  /** The number right before it; absent before the first. */
  readonly prev?: string
  /** The number right after it; absent at the end. */
  readonly next?: string
  /** All numbers of its soort, by which a scheme is known. */
  readonly group: readonly string[]
  /** Whether inserted letters are capitals, as is usual for a hoofdstuk. */
  readonly capitals: boolean
}

/** The number for a gap; nothing where the scheme has no room, or is no scheme that can be carried on. */
export function nummerFor({
  prev,
  next,
  group,
  capitals
}: Gap): string | undefined {
  if (prev === undefined) return next && nummerBefore(next)
  if (next === undefined) return wholeAfter(prev, group)
  const order = nummerOrder([...group, prev, next])
  const [prefix, part] = partsOf(prev)
  return followers(part)
    .map((text) => prefix + (capitals ? capitalSuffix(text) : text))
    .find((nummer) => order(prev, nummer) < 0 && order(nummer, next) < 0)
}

/** All that stands before the last part of a number, with its `:` or `.`: numbers that share it are one series. */
export function seriesOf(nummer: string): string {
  return partsOf(nummer)[0]
}

/** Whether letters are inserted as capitals, by the numbers that have one already or else by what is usual. */
export function usesCapitals(
  nummers: readonly string[],
  usual: boolean
): boolean {
  const suffixes = nummers.flatMap(
    (nummer) => /\d([a-z]{1,2})$/iu.exec(nummer)?.[1] ?? []
  )
  const [first] = suffixes
  return first === undefined ? usual : first === first.toUpperCase()
}

/** The number of the first artikel of a hoofdstuk, in the scheme that the others follow; nothing where artikelen do not begin with it. */
export function firstIn(
  nummer: string,
  pairs: readonly {readonly home: string; readonly nummer: string}[]
): string | undefined {
  const separators = pairs.map(({home, nummer: inner}) =>
    inner.startsWith(home) ? inner.charAt(home.length) : ''
  )
  if (separators.length === 0) return `${nummer}:1`
  const found = separators.find((mark) => mark === ':' || mark === '.')
  return found && `${nummer}${found}1`
}

function partsOf(nummer: string): readonly [prefix: string, last: string] {
  const at = Math.max(nummer.lastIndexOf(':'), nummer.lastIndexOf('.')) + 1
  return [nummer.slice(0, at), nummer.slice(at)]
}

/** Before artikel 1 comes `a1`; before artikel 2 artikel 1. */
function nummerBefore(next: string): string | undefined {
  const [prefix, part] = partsOf(next)
  const number = /^\d+$/u.test(part) ? Number(part) : 0
  if (number < 1) return undefined
  return number > 1 ? `${prefix}${number - 1}` : `${prefix}a1`
}

function wholeAfter(
  prev: string,
  group: readonly string[]
): string | undefined {
  const [prefix, part] = partsOf(prev)
  const match = /^([a-z]?)(\d{1,7})[a-z]{0,2}$/iu.exec(part)
  if (match) {
    // `a1` stands before 1.
    const [, before, digits] = match
    return `${prefix}${Number(digits) + (before === '' ? 1 : 0)}`
  }
  const whole = romanAfter(part, group) ?? letterAfter(part)
  return whole && prefix + whole
}

const highestRoman = 400

/** As the order of numbers has it: capitals are roman only when all of the group can be. */
function romanAfter(
  part: string,
  group: readonly string[]
): string | undefined {
  const numerals = Array.from({length: highestRoman}, (_, at) =>
    toRoman(at + 1)
  )
  const isNumeral = (text: string): boolean =>
    numerals.includes(text.replace(/[a-z]{0,2}$/u, ''))
  const lettered = [part, ...group].filter((nummer) => !/\d/u.test(nummer))
  if (!lettered.every(isNumeral)) return undefined
  const at = numerals.indexOf(part.replace(/[a-z]{0,2}$/u, ''))
  return numerals[at + 1]
}

function letterAfter(part: string): string | undefined {
  const letter = /^(?:[A-Y](?=[a-z]{0,2}$)|[a-y]$)/u.exec(part)?.[0]
  return letter && successor(letter)
}

const romanParts = Object.entries({
  C: 100,
  XC: 90,
  L: 50,
  XL: 40,
  X: 10,
  IX: 9,
  V: 5,
  IV: 4,
  I: 1
})

function toRoman(value: number): string {
  let rest = value
  let text = ''
  for (const [numeral, worth] of romanParts) {
    while (rest >= worth) {
      text += numeral
      rest -= worth
    }
  }
  return text
}

/** Inserted numbers that may follow a part, the plainest first. */
function followers(part: string): readonly string[] {
  const before = /^([a-y])(\d+)$/iu.exec(part)
  const match = /^([A-Za-z]?\d+|[IVXLCDM]+|[A-Za-z])([A-Za-z]{0,2})$/u.exec(
    part
  )
  const [, base = '', suffix = ''] = match ?? []
  if (!match) return []
  const letters = suffixesAfter(suffix.toLowerCase()).map((s) => base + s)
  return before
    ? [`${successor(before[1] ?? '')}${before[2]}`, ...letters]
    : letters
}

/** `a` after nothing; `b`, or `ab` where there is a `b` already, after `a`; `aa` after `z`. */
function suffixesAfter(suffix: string): readonly string[] {
  const [first, second] = suffix
  if (first === undefined) return ['a']
  if (second === undefined) {
    const inside = first === 'a' ? `${first}b` : `${first}a`
    return first === 'z' ? ['aa'] : [successor(first), inside]
  }
  if (first === second && first !== 'z') return [successor(first).repeat(2)]
  return second === 'z' ? [] : [first + successor(second)]
}

function capitalSuffix(part: string): string {
  return part.replace(/(?<=[\dIVXLCDM])[a-z]{1,2}$/u, (letters) =>
    letters.toUpperCase()
  )
}

function successor(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1)
}
