/** The standard types of PDF 1.7, as far as they are used here. */

const blocks = [
  ...['Document', 'Part', 'Sect', 'Div', 'Art', 'BlockQuote', 'Caption'],
  ...['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'LBody'],
  ...['Table', 'THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD', 'TOC', 'TOCI']
]
const block = new Set(blocks)

/** Whether an element of this type stands on lines of its own. */
export function isBlock(type: string): boolean {
  return block.has(type)
}

/** Whether this is the type of a heading. */
export function isHeading(type: string): boolean {
  return /^H[1-6]$/u.test(type)
}
