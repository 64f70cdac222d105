/**
 * Stage: pieces of an old and a new text → one text with CriticMarkup.
 *
 * Leaving out `{-- --}`, and taking what `{++ ++}` and the second half of
 * `{~~ ~> ~~}` hold, gives the new text to the letter; the other way round the
 * old one. `{>> <<}` holds words of caoc, and is never part of either.
 */

/** A piece of both texts; where they are equal nothing changed. */
export interface Segment {
  readonly was: string
  readonly wordt: string
  /** What caoc says of it. */
  readonly comment?: string
}

/** Text that holds no mark of CriticMarkup, for who reads Markdown still the same. */
export function escapeCritic(markdown: string): string {
  return markdown
    .replace(/\{(?=[-+~>=])/gu, '{\\')
    .replace(/([-+~<=])\}/gu, '$1\\}')
    .replace(/~>/gu, '~\\>')
}

/** Write the pieces as one text. */
export function writeCritic(segments: readonly Segment[]): string {
  return joined(withBackslashes(joined(segments)))
    .map(written)
    .join('')
}

/** A backslash that would escape the brace of a mark stands inside that mark. */
function withBackslashes(segments: readonly Segment[]): readonly Segment[] {
  let carried = ''
  return segments.map((segment, at) => {
    const lead = carried
    carried = ''
    const {was, wordt, comment} = segment
    const isBare = isSame(segment) && comment === undefined
    const isLast = at === segments.length - 1
    if (isBare && !isLast && /(?<!\\)(?:\\\\)*\\$/u.test(wordt)) {
      carried = '\\'
      const rest = wordt.slice(0, -1)
      return {...segment, was: lead + rest, wordt: lead + rest}
    }
    return {...segment, was: lead + was, wordt: lead + wordt}
  })
}

/** Neighbours of one kind together, and nothing empty. */
function joined(segments: readonly Segment[]): readonly Segment[] {
  const kept: Segment[] = []
  for (const segment of segments) {
    const {was, wordt, comment} = segment
    if (was === '' && wordt === '' && comment === undefined) continue
    const last = kept.at(-1)
    const isOpen = last && last.comment === undefined
    if (isOpen && isSame(last) === isSame(segment)) {
      kept[kept.length - 1] = {
        ...segment,
        was: last.was + was,
        wordt: last.wordt + wordt
      }
    } else kept.push(segment)
  }
  return kept
}

function isSame({was, wordt}: Segment): boolean {
  return was === wordt
}

function written({was, wordt, comment}: Segment): string {
  const said = comment === undefined ? '' : `{>>${escapeCritic(comment)}<<}`
  return `${marked(was, wordt)}${said}`
}

function marked(was: string, wordt: string): string {
  if (was === wordt) return wordt
  const gone = was === '' ? '' : `{--${was}--}`
  const come = wordt === '' ? '' : `{++${wordt}++}`
  // Many a tool takes a substitution within one line only.
  const isLine = !`${was}${wordt}`.includes('\n')
  return gone && come && isLine ? `{~~${was}~>${wordt}~~}` : gone + come
}

/** Two leads of a line: line ends, indentation and label; what they share stays outside the marks. */
export function leadSegments(was: string, wordt: string): readonly Segment[] {
  const front = shared(was, wordt, /[\s>]/u)
  const [old, now] = [was.slice(front), wordt.slice(front)]
  const back = shared(reversed(old), reversed(now), / /u)
  const rest = old.slice(0, old.length - back)
  const end = old.slice(old.length - back)
  const lead = was.slice(0, front)
  return [
    {was: lead, wordt: lead},
    {was: rest, wordt: now.slice(0, now.length - back)},
    {was: end, wordt: end}
  ]
}

/** Two pieces that should be equal; where they are not, the middle in which they differ. */
export function nearlySame(was: string, wordt: string): readonly Segment[] {
  if (was === wordt) return [{was, wordt}]
  const front = shared(was, wordt, /[\s\S]/u)
  const [old, now] = [was.slice(front), wordt.slice(front)]
  const back = shared(reversed(old), reversed(now), /[\s\S]/u)
  const lead = was.slice(0, front)
  const end = old.slice(old.length - back)
  return [
    {was: lead, wordt: lead},
    {
      was: old.slice(0, old.length - back),
      wordt: now.slice(0, now.length - back)
    },
    {was: end, wordt: end}
  ]
}

function shared(a: string, b: string, kind: RegExp): number {
  let at = 0
  while (at < a.length && a[at] === b[at] && kind.test(a[at] ?? '')) at++
  return at
}

/** By code unit: only counted with, never printed. */
function reversed(text: string): string {
  return text.split('').reverse().join('')
}
