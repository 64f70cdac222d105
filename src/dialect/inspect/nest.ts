/** Items that stand on the level of the one they belong to: how they read one level deeper. */
import type {Extra} from '../../diagnostics/report.ts'
import type {Lid, Onderdeel, Place} from '../../model.ts'
import {isFirst, readLabel} from '../label.ts'
import {wordsOf} from '../words.ts'

type Item = Lid | Onderdeel

/** Where the items of a text stand. */
export interface ItemsAt {
  readonly source: string
  readonly places: ReadonlyMap<object, Place>
}

/**
 * Items that were to stand one level deeper, up to the next one of the level
 * of the item above them. That item opens them when its text ends in a colon;
 * otherwise they may belong elsewhere, and only the author knows.
 */
export function nest(
  items: readonly Item[],
  [above, first]: readonly [Item | undefined, Item],
  {source, places}: ItemsAt
): {readonly place: Place; readonly extra: Extra} | undefined {
  const parts = readLabel(first.label)
  if (!above || !endsInColon(above) || !parts || !isFirst(parts)) {
    return undefined
  }
  const rest = items.slice(items.indexOf(first))
  const kind = readLabel(above.label)?.kind
  const next = rest.findIndex(({label}) => readLabel(label)?.kind === kind)
  const last = (next < 0 ? rest : rest.slice(0, next)).at(-1)
  const [start, end] = [places.get(first), places.get(last ?? first)]
  if (!start || end?.endLine === undefined || end.endColumn === undefined) {
    return undefined
  }
  const place = {...start, endLine: end.endLine, endColumn: end.endColumn}
  const fix = indented(source, place)
  return fix === undefined ? undefined : {place, extra: {fix}}
}

/** The lines of a place four spaces deeper; nothing when something stands before them. */
function indented(
  source: string,
  {line, column, endLine, endColumn}: Required<Place>
): string | undefined {
  const lines = source.split(/\r\n|\r|\n/u).slice(line - 1, endLine)
  const before = lines.map((text) => text.slice(0, column - 1))
  if (before.some((text) => text.trim() !== '')) return undefined
  return lines
    .map((text, at) => {
      const own = at === endLine - line ? text.slice(0, endColumn - 1) : text
      const part = at === 0 ? own.slice(column - 1) : own
      return part.trim() === '' ? part : `    ${part}`
    })
    .join('\n')
}

function endsInColon({content}: Item): boolean {
  const last = content.at(-1)
  return last?.type === 'alinea' && wordsOf(last.content).endsWith(':')
}
