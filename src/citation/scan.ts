/**
 * A place in a text, and what may be eaten from there.
 *
 * Kernel. Every pattern is anchored at the place and bounded, so that reading
 * takes time in proportion to the text, whatever is in it.
 */

/** A text being read; `at` moves on as words are eaten. */
export interface Scan {
  readonly text: string
  at: number
}

/** Eat what a sticky pattern matches at this place; nothing is eaten if it does not. */
export function eat(scan: Scan, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = scan.at
  const match = pattern.exec(scan.text)
  if (match) scan.at += match[0].length
  return match ?? undefined
}

/** Whether a sticky pattern matches at this place. */
export function sees(scan: Scan, pattern: RegExp): boolean {
  pattern.lastIndex = scan.at
  return pattern.test(scan.text)
}

/** Try to read something; if that gives nothing, nothing is eaten. */
export function attempt<T>(
  scan: Scan,
  read: () => T | undefined
): T | undefined {
  const start = scan.at
  const found = read()
  if (found === undefined) scan.at = start
  return found
}

/** The words before this place, enough to judge by. */
export function before(scan: Scan, at: number, length = 40): string {
  return scan.text.slice(Math.max(0, at - length), at)
}
