/**
 * Stage: words → lines of plain text.
 */

/** Breaks text at spaces into lines of at most `width`; its own line breaks stay. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width))
}

/** Puts a label before the first line and indents the others as far. */
export function hang(
  label: string,
  indent: number,
  lines: readonly string[]
): readonly string[] {
  const all = lines.length === 0 ? [''] : lines
  return all.map((line, index) => {
    const before = index === 0 ? label : ''
    return `${before}${' '.repeat(indent - size(before))}${line}`.trimEnd()
  })
}

/** Columns that a text takes: one for each character. */
export function size(text: string): number {
  return [...text].length
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ').filter((part) => part !== '')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (current !== '' && size(longer) > width) {
      lines.push(current)
      current = word
    } else {
      current = longer
    }
  }
  return [...lines, current]
}
