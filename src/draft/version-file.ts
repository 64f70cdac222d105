/** One version as the file that brings it. */
import type {Block, Laag, UnitId, Version} from '../model.ts'
import type {DraftFile} from './draft.ts'
import {nameOf, type Occasion} from './occasion.ts'
import {sourceText} from './source-text.ts'

/** What the head of a version says, but for what the occasion says. */
export interface VersionHead {
  readonly nummer?: string | undefined
  readonly opschrift?: string | undefined
  readonly basis?: string | undefined
  readonly laag?: Laag | undefined
  readonly tot?: string | undefined
  readonly vervallen?: true | undefined
  readonly in?: UnitId | undefined
  readonly na?: UnitId | undefined
  readonly uit?: readonly UnitId[] | undefined
  readonly opgegaanIn?: readonly UnitId[] | undefined
}

/** The file of a version in the folder of its unit. */
export function versionFile(
  folder: string,
  {wijziging, geldig, onderdeel}: Occasion,
  head: VersionHead,
  text: readonly Block[] = []
): DraftFile {
  const {nummer, opschrift, basis, laag, tot, vervallen, uit, na} = head
  return {
    path: `${folder}/${geldig}.${wijziging.id}.md`,
    text: sourceText(
      {
        nummer,
        opschrift,
        onderdeel,
        basis,
        laag,
        tot,
        vervallen,
        in: head.in,
        na,
        uit: oneOrMore(uit),
        'opgegaan-in': oneOrMore(head.opgegaanIn)
      },
      text
    )
  }
}

/** What goes on to hold in a version that follows another: all but where that one came from. */
export function carriedOn(version: Version): VersionHead {
  const {nummer, opschrift, laag, tot, na} = version
  return {
    nummer,
    opschrift,
    basis: nameOf(version),
    laag,
    tot,
    in: version.in,
    na
  }
}

/** The head of a tombstone: the unit keeps its name and its place. */
export function tombstone(version: Version): VersionHead {
  const {tot: _, ...head} = carriedOn(version)
  return {...head, vervallen: true}
}

function oneOrMore(
  ids: readonly UnitId[] | undefined
): string | readonly string[] | undefined {
  return ids?.length === 1 ? ids[0] : ids
}
