import {VFile} from 'vfile'
import {reportTo} from '../../src/diagnostics/report.ts'
import {findings} from '../../src/diagnostics/reporter.ts'
import {parseText} from '../../src/dialect/parse.ts'
import type {Block} from '../../src/model.ts'

/** Read a text as an artikel (or, with headings, as a bijlage). */
export function read(
  source: string,
  kind: 'artikel' | 'bijlage' = 'artikel'
): {
  readonly text: readonly Block[]
  readonly rules: readonly string[]
  readonly reasons: readonly string[]
  readonly fixes: readonly string[]
} {
  const file = new VFile({path: 'tekst.md', value: source})
  const options = {leden: kind === 'artikel', headings: kind === 'bijlage'}
  const text = parseText(source, options, reportTo(file))
  const found = findings([file])
  return {
    text,
    rules: found.map(({rule, line, column}) => `${line}:${column} ${rule}`),
    reasons: found.map(({message}) => message),
    fixes: found.flatMap(({fix}) => (fix === undefined ? [] : [fix]))
  }
}

/** A tree on a few lines: labels and roles, two spaces a level. */
export function outline(blocks: readonly Block[], depth = 0): string {
  return blocks
    .map((block) => {
      const head = '  '.repeat(depth) + headOf(block)
      const inner =
        block.type === 'lid' ||
        block.type === 'onderdeel' ||
        block.type === 'citaat' ||
        block.type === 'noot'
          ? outline(block.content, depth + 1)
          : ''
      return `${head}\n${inner}`
    })
    .join('')
}

function headOf(block: Block): string {
  if (block.type === 'lid' || block.type === 'onderdeel') {
    const laag = block.laag ? ` ${block.laag}` : ''
    return `${block.type} ${block.label}${laag}`
  }
  if (block.type === 'alinea') {
    const text = block.content
      .map((node) => ('value' in node ? node.value : `<${node.type}>`))
      .join('')
    return `${block.role}: ${text}`
  }
  return block.type
}
