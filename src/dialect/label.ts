/**
 * The law's own labels: what one looks like, and which may follow which.
 *
 * Kernel. Labels are `1.` `2a.` `12.` (number), `a.` `vv.` `ba.` (letter),
 * `1°.` (degree) and `–` (dash); capitals are names, never labels.
 */

/** The kinds of label; a run of items of one level is of one kind. */
export type LabelKind = 'number' | 'letter' | 'degree' | 'dash'

/** A label taken apart: `2a.` is number 2 with suffix `a`; `vv.` has only a suffix. */
export interface LabelParts {
  readonly kind: LabelKind
  readonly number: number
  readonly suffix: string
}

const shape = /^(?:(\d{1,4})([a-z]{0,2})(°?)\.|([a-z]{1,2})\.|–)$/u

/** Take a label apart; nothing if the text is no label. */
export function readLabel(label: string): LabelParts | undefined {
  const match = shape.exec(label)
  if (!match) return undefined
  const [, digits, suffix = '', degree, letters] = match
  if (digits !== undefined) {
    return {kind: degree ? 'degree' : 'number', number: Number(digits), suffix}
  }
  return letters === undefined
    ? {kind: 'dash', number: 0, suffix: ''}
    : {kind: 'letter', number: 0, suffix: letters}
}

/** The label as it is cited, without its full stop: `2a`, `vv`, `1°`, `–`. */
export function nummerOf(label: string): string {
  return label.endsWith('.') ? label.slice(0, -1) : label
}

/** Whether a run of items may begin with this label. */
export function isFirst({kind, number, suffix}: LabelParts): boolean {
  if (kind === 'dash') return true
  return kind === 'letter' ? suffix === 'a' : number === 1 && suffix === ''
}

/**
 * Whether `next` carries on a run that stands at `last`.
 *
 * Inserted designations count (`2.` → `2a.`, `b.` → `ba.`), and both ways of
 * going on past z (`z.` → `aa.` → `bb.` or `ab.`).
 */
export function carriesOn(last: LabelParts, next: LabelParts): boolean {
  if (last.kind !== next.kind) return false
  if (last.kind === 'dash') return true
  if (last.kind === 'letter') return followsLetters(last.suffix, next.suffix)
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

function followsLetters(last: string, next: string): boolean {
  const [first = '', second] = last
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
