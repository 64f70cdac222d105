/**
 * The law's own labels: what one looks like, and which may follow which.
 *
 * Kernel. Labels are `1.` `2a.` `12.` (number), `a.` `vv.` `ba.` (letter),
 * `1°.` (degree) and `–` (dash); capitals are names, never labels. A small roman
 * number (`i.` `ii.` `xviii.`) is a letter with a way of its own to go on: what
 * stands before it tells whether `i.` is one.
 */

/** The kinds of label; a run of items of one level is of one kind. */
export type LabelKind = 'number' | 'letter' | 'degree' | 'dash'

/** A label taken apart: `2a.` is number 2 with suffix `a`; `vv.` has only a suffix. */
export interface LabelParts {
  readonly kind: LabelKind
  readonly number: number
  readonly suffix: string
}

const shape = /^(?:(\d{1,4})([a-z]{0,2})(°?)\.|([a-z]{1,2}|[ivx]{3,6})\.|–)$/u

/** Take a label apart; nothing if the text is no label. */
export function readLabel(label: string): LabelParts | undefined {
  const match = shape.exec(label)
  if (!match) return undefined
  const [, digits, suffix = '', degree, letters] = match
  if (digits !== undefined) {
    return {kind: degree ? 'degree' : 'number', number: Number(digits), suffix}
  }
  if (letters === undefined) return {kind: 'dash', number: 0, suffix: ''}
  const isLetters = letters.length < 3 || romanOf(letters) !== undefined
  return isLetters ? {kind: 'letter', number: 0, suffix: letters} : undefined
}

/** The value of a small roman number below forty; nothing when it is none. */
function romanOf(letters: string): number | undefined {
  const [, tens = '', ones = ''] = romanShape.exec(letters) ?? []
  const value = tens.length * 10 + Math.max(0, romanOnes.indexOf(ones))
  return value === 0 ? undefined : value
}

const romanOnes = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']
const romanShape = /^(x{0,3})(ix|iv|v?i{0,3})$/u

/** The label as it is cited, without its full stop: `2a`, `vv`, `1°`, `–`. */
export function nummerOf(label: string): string {
  return label.endsWith('.') ? label.slice(0, -1) : label
}

/** Whether a run of items may begin with this label. */
export function isFirst({kind, number, suffix}: LabelParts): boolean {
  if (kind === 'dash') return true
  return kind === 'letter'
    ? suffix === 'a' || suffix === 'i'
    : number === 1 && suffix === ''
}

/**
 * Whether `next` carries on a run that stands at `last`.
 *
 * Inserted designations count (`2.` → `2a.`, `b.` → `ba.`), both ways of going
 * on past z (`z.` → `aa.` → `bb.` or `ab.`), and roman numbers (`i.` → `ii.`).
 */
export function carriesOn(last: LabelParts, next: LabelParts): boolean {
  if (last.kind !== next.kind) return false
  if (last.kind === 'dash') return true
  if (last.kind === 'letter') {
    return (
      followsLetters(last.suffix, next.suffix) ||
      followsRoman(last.suffix, next.suffix)
    )
  }
  return next.number === last.number
    ? followsSuffix(last.suffix, next.suffix)
    : next.number === last.number + 1 && next.suffix === ''
}

/** The label that plainly follows: `3.` after `2.` or `2a.`, `c.` after `b.`; nothing after `z.` and two letters. */
export function nextLabel({
  kind,
  number,
  suffix
}: LabelParts): string | undefined {
  if (kind === 'dash') return '–'
  if (kind === 'letter') {
    return suffix.length === 1 && suffix !== 'z'
      ? `${successor(suffix)}.`
      : undefined
  }
  return `${number + 1}${kind === 'degree' ? '°' : ''}.`
}

/** `` → `a` → `b` … `z` → `aa` or `za`; the suffix of an inserted number. */
function followsSuffix(last: string, next: string): boolean {
  return last === '' ? next === 'a' : followsLetters(last, next)
}

/** Whether letters go on as roman numbers: `iii` → `iv`. */
export function followsRoman(last: string, next: string): boolean {
  const value = romanOf(next)
  return value !== undefined && romanOf(last) === value - 1
}

function followsLetters(last: string, next: string): boolean {
  const [first = '', second, third] = last
  if (third !== undefined) return false
  if (second === undefined) {
    return (
      next === successor(first) ||
      next === `${first}a` ||
      (first === 'z' && next === 'aa')
    )
  }
  const doubled = first === second ? successor(first).repeat(2) : ''
  return (
    next === first + successor(second) ||
    next === successor(first) ||
    next === doubled ||
    (second === 'z' && next === `${successor(first)}a`)
  )
}

/** The next letter; nothing that can match after z. */
function successor(letter: string): string {
  return letter === 'z' ? ' ' : String.fromCharCode(letter.charCodeAt(0) + 1)
}
