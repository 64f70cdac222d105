/** Joint: open samenloop → the woven versions that settle it, one after the other. */
import type {DraftFile} from '../draft/draft.ts'
import {wovenFile} from '../draft/woven.ts'
import type {SourceTree} from '../model.ts'
import {compile} from './compile.ts'
import type {Reading} from './draft-desk.ts'
import {type OpenSamenloop, openSamenloop} from './samenloop.ts'

/** A text that was woven may bring the next samenloop to light; no corpus has this many in one unit. */
const maxRounds = 50

/** Which samenloop is meant. */
export interface WeaveRequest {
  readonly concepts: ReadonlySet<string>
  /** All that is false is left as it is. */
  readonly isMeant: (open: OpenSamenloop, regeling: string) => boolean
  readonly reading?: Reading
}

/** What weaving came to. */
export interface Weaving {
  /** Woven versions that follow from the decisions, in the order in which they are needed. */
  readonly files: readonly DraftFile[]
  /** What is left for the author's own hand. */
  readonly left: readonly OpenSamenloop[]
}

/** Weave what can be woven, as if each outcome lay there already. */
export function weave(tree: SourceTree, request: WeaveRequest): Weaving {
  const files: DraftFile[] = []
  for (let round = 0; round < maxRounds; round++) {
    const open = openIn(withFiles(tree, files), request)
    const added = open.flatMap(({path, proposal}) =>
      path !== undefined && 'wording' in proposal
        ? [wovenFile(path, proposal.wording)]
        : []
    )
    const fresh = added.filter(
      (file) => !files.some(({path}) => path === file.path)
    )
    if (fresh.length === 0) return {files, left: open}
    files.push(...fresh)
  }
  return {
    files,
    left: openIn(withFiles(tree, files), request)
  }
}

function openIn(
  tree: SourceTree,
  {concepts, isMeant, reading}: WeaveRequest
): readonly OpenSamenloop[] {
  const {corpus} = compile(tree, {...reading, concepts})
  return corpus.regelingen.flatMap((regeling) =>
    openSamenloop(regeling).filter((open) => isMeant(open, regeling.id))
  )
}

function withFiles(tree: SourceTree, added: readonly DraftFile[]): SourceTree {
  const encoder = new TextEncoder()
  const files = added.map(({path, text}) => ({
    path,
    bytes: encoder.encode(text)
  }))
  return {...tree, files: [...tree.files, ...files]}
}
