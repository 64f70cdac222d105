/**
 * Lines → the name of the piece that they are, where an address has none for it.
 *
 * Stage. `artikel 25, eerste lid: vervallen` must never be said of the table in
 * that lid: the lid is still there.
 */
import type {Line, LineChange, Part} from '../comparison.ts'

/** What has no label of its own; nothing for a lid, an onderdeel or an aanhef, nor for an alinea that stayed. */
export function partOf(lines: readonly LineChange[]): Part | undefined {
  const [first] = lines
  const side = first?.wordt ?? first?.was
  if (!first || side === undefined || side === 'continues') return undefined
  if (lines.some(({move}) => move !== undefined)) return undefined
  const part = partOfLine(side)
  return part === 'alinea' && lines.some(isOnBoth) ? undefined : part
}

function isOnBoth({was, wordt}: LineChange): boolean {
  return was !== undefined && wordt !== undefined
}

function partOfLine({path, starts, kind}: Line): Part | undefined {
  const begun = starts > 0 ? path.at(-1) : undefined
  if (path.some(({type}) => type === 'noot')) return 'noot'
  if (begun && /[\p{L}\p{N}]/u.test(begun.nummer)) return undefined
  if (begun?.type === 'onderdeel') return 'gedachtestreepje'
  if (kind.type === 'leeg') return undefined
  if (kind.type !== 'alinea') return kind.type
  return kind.role === 'tekst' ? 'alinea' : undefined
}
