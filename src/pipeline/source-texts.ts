/** The files on which a document rests: to point into, and to travel with it. */
import type {Consolidation, SourceMap} from '../model.ts'
import type {Attachment} from '../pdf/flavour.ts'
import {walkUnits} from '../render/walk-units.ts'

/** The Markdown of every text that a consolidation holds, by its path in the corpus. */
export function attachmentsOf(
  consolidation: Consolidation,
  sources: SourceMap
): readonly Attachment[] {
  return shownPaths(consolidation).flatMap((name) => {
    const text = sources.textOf(name)
    return text === undefined ? [] : [{name, text}]
  })
}

/**
 * Where a character stands in the files of a regeling, as `path:line:column`:
 * first in those that the consolidation shows.
 */
export function placeOfCharacter(
  character: string,
  consolidation: Consolidation,
  sources: SourceMap
): string | undefined {
  const folder = `${consolidation.regeling.id}/`
  const shown = shownPaths(consolidation)
  const others = [...sources.files.keys()].filter((path) =>
    path.startsWith(folder)
  )
  for (const path of new Set([...shown, ...others])) {
    const place = placeIn(sources.textOf(path) ?? '', character)
    const file = sources.files.get(path)?.path ?? path
    if (place !== undefined) return `${file}:${place}`
  }
  return undefined
}

function placeIn(text: string, character: string): string | undefined {
  const lines = text.split(/\r\n?|\n/u)
  const line = lines.findIndex((found) => columnOf(found, character) > 0)
  const found = lines[line]
  return found === undefined
    ? undefined
    : `${line + 1}:${columnOf(found, character)}`
}

/** Counted from 1; 0 when it is not there. A character may be written in two parts. */
function columnOf(line: string, character: string): number {
  const asWritten = line.indexOf(character)
  if (asWritten >= 0) return asWritten + 1
  return line.indexOf(character.normalize('NFD')) + 1
}

function shownPaths({units}: Consolidation): readonly string[] {
  return [...walkUnits(units)].map(({path}) => path)
}
