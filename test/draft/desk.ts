/** A corpus in memory to draft in: what comes out is laid down there, and compiled again. */
import {expect} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import type {Draft} from '../../src/draft/draft.ts'
import type {Block, Consolidation, IsoDate, UnitText} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {type Desk, openDesk} from '../../src/pipeline/draft-desk.ts'
import {type DraftPlan, finishDraft} from '../../src/pipeline/draft-finish.ts'
import {
  draftVersion,
  type VersionRequest
} from '../../src/pipeline/draft-version.ts'
import {formatSource} from '../../src/pipeline/format.ts'
import {type Files, regeling, treeOf, versie, wijziging} from '../corpus.ts'

/** Texts of a corpus by path. */
type Texts = Readonly<Record<string, string>>

/** What a draft came to. */
export interface Outcome {
  /** The corpus with the drafted files in it. */
  readonly corpus: Files
  /** The drafted files alone. */
  readonly files: Texts
  readonly remarks: readonly string[]
  /** Rules of the findings that the draft brought. */
  readonly findings: readonly string[]
}

/** A day, written as in the sources. */
export const day = (text: string): IsoDate => text as IsoDate

/** Draft on a corpus, and lay the outcome down in it; every new text is in house form. */
export function draftOn(
  files: Files,
  wijziging: string,
  make: (desk: Desk) => Draft
): Outcome {
  const desk = openDesk(treeOf(files), {wijziging})
  return outcomeOf(files, finishDraft(desk, make(desk)))
}

/** Draft versions by the request of `cao new version`; what is not said is as on the command line. */
export function newVersion(
  files: Files,
  words: string,
  request: Partial<VersionRequest> = {}
): Outcome {
  const full: VersionRequest = {
    words,
    wijziging: 'w',
    act: {kind: 'change'},
    toelichting: false,
    ...request
  }
  return draftOn(files, full.wijziging, (desk) => draftVersion(desk, full))
}

function outcomeOf(files: Files, plan: DraftPlan): Outcome {
  for (const {path, text} of plan.files) {
    if (!path.endsWith('.md') || path.endsWith('NOTES.md')) continue
    expect({path, ...formatSource(new TextEncoder().encode(text))}).toEqual({
      path,
      state: 'same'
    })
  }
  const added = Object.fromEntries(
    plan.files.map(({path, text}) => [path, text])
  )
  return {
    corpus: {...files, ...added},
    files: added,
    remarks: plan.remarks,
    findings: plan.findings.map(({rule}) => rule)
  }
}

/** Rules of all findings of a corpus, with concepts named. */
export function rulesIn(
  files: Files,
  ...concepts: readonly string[]
): readonly string[] {
  return compile(treeOf(files), {concepts: new Set(concepts)}).findings.map(
    ({rule}) => rule
  )
}

/** The doorlopende tekst at a moment; zicht is the same day unless it is given. */
export function textAt(
  files: Files,
  geldig: string,
  zicht = geldig
): Consolidation {
  const [only] = compile(treeOf(files)).corpus.regelingen
  if (!only) throw new Error('geen regeling')
  return consolidate(only, {geldig: day(geldig), zicht: day(zicht)})
}

/** Units outermost first, as `2:3 Opschrift: words`, lapsed ones as `2:3 vervallen`. */
export function outline(
  files: Files,
  geldig: string,
  zicht?: string
): readonly string[] {
  return lines(textAt(files, geldig, zicht).units, '')
}

function lines(units: readonly UnitText[], indent: string): readonly string[] {
  return units.flatMap((unit) => [
    `${indent}${unit.nummer ?? unit.soort}${unit.state === 'vervallen' ? ' vervallen' : ''}${textOf(unit.text)}`,
    ...lines(unit.toelichting, `${indent}  `),
    ...lines(unit.children, `${indent}  `)
  ])
}

function textOf(blocks: readonly Block[]): string {
  const words = blocks.map(wordsIn).join(' ')
  return words === '' ? '' : `: ${words}`
}

function wordsIn(block: Block): string {
  switch (block.type) {
    case 'alinea':
    case 'tussenkop':
      return block.content
        .map((one) => ('value' in one ? one.value : ''))
        .join('')
    case 'tabel':
      return 'tabel'
    case 'noot':
      return `[${block.merk}] ${block.content.map(wordsIn).join(' ')}`
    default:
      return `${'label' in block ? `${block.label} ` : ''}${block.content.map(wordsIn).join(' ')}`
  }
}

/** A regeling with two hoofdstukken, five artikelen, a toelichting and a bijlage; a wijziging `w`. */
export const proef: Files = {
  ...regeling,
  'proef/hoofdstuk-1/begin.md': "---\nnummer: '1'\nopschrift: Begin\n---\n",
  'proef/hoofdstuk-1/artikel-1-1/begin.md':
    "---\nnummer: '1:1'\nopschrift: Eerste\nlaag: CAR\n---\n\n1. Een.\n2. Twee.\n",
  'proef/hoofdstuk-1/artikel-1-1/toelichting/begin.md': '---\n---\n\nUitleg.\n',
  'proef/hoofdstuk-1/artikel-1-2/begin.md':
    "---\nnummer: '1:2'\n---\n\nTekst van 1:2.\n",
  'proef/hoofdstuk-2/begin.md': "---\nnummer: '2'\nopschrift: Verder\n---\n",
  'proef/hoofdstuk-2/artikel-2-1/begin.md':
    "---\nnummer: '2:1'\n---\n\nTekst van 2:1.\n",
  'proef/hoofdstuk-2/artikel-2-2/begin.md':
    "---\nnummer: '2:2'\n---\n\n1. Lid een.\n2. Lid twee.[^1]\n\n[^1]: Noot bij 2:2.\n",
  'proef/hoofdstuk-2/artikel-2-3/begin.md':
    "---\nnummer: '2:3'\n---\n\nTekst van 2:3.\n",
  'proef/bijlage-I/begin.md': '---\nnummer: I\n---\n\nBijlage.\n',
  ...wijziging('w', '2026-03-01')
}

/** A version of artikel 2:1, as another wijziging brings it. */
export function other(
  id: string,
  datum: string,
  geldig: string,
  more: Readonly<Record<string, string>> = {}
): Files {
  const [version = ''] = Object.values(
    versie(`${geldig}.${id}`, `Tekst van ${id}.`, {
      nummer: '2:1',
      basis: 'begin',
      ...more
    })
  )
  return {
    ...wijziging(id, datum),
    [`proef/hoofdstuk-2/artikel-2-1/${geldig}.${id}.md`]: version
  }
}
