/** A text that several decisions made together, as a file of its own. */
import type {Wording} from '../model.ts'
import type {DraftFile} from './draft.ts'
import {sourceText} from './source-text.ts'

/** The file of a woven version; it has no basis, since it rests on all its wijzigingen. */
export function wovenFile(path: string, wording: Wording): DraftFile {
  const {nummer, opschrift, laag, tot, vervallen, na, uit, text} = wording
  const head = {
    nummer,
    opschrift,
    laag,
    tot,
    vervallen: vervallen || undefined,
    in: wording.in,
    na,
    uit,
    'opgegaan-in': wording.opgegaanIn
  }
  return {path, text: sourceText(head, text)}
}
