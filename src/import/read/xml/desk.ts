/** What the parts that read XML share: the ledger, and the notes met on the way. */
import type {Noot, Soort} from '../../../model.ts'
import {type Ledger, leaveOut, type Source} from '../source.ts'
import {spanOf, textsIn, type XmlElement} from './tree.ts'

/** Where blocks are read: what the dialect allows depends on the unit. */
export interface Desk {
  readonly ledger: Ledger
  readonly soort: Soort
  /** Notes of the unit, in order; they come last in its text. */
  readonly noten: Noot[]
}

/** Open a desk for one unit. */
export function deskFor(soort: Soort, ledger: Ledger): Desk {
  return {ledger, soort, noten: []}
}

/** A tussenkop may stand here; elsewhere it is an alinea in bold. */
export function hasHeadings({soort}: Desk): boolean {
  return ['bijlage', 'toelichting', 'preambule', 'slot'].includes(soort)
}

/** Leave out all text of an element. */
export function leaveElement(
  element: XmlElement,
  ledger: Ledger,
  reason: string
): void {
  const texts = textsIn(element)
  const first = texts.find(({text}) => /\S/u.test(text))
  if (first === undefined) return
  const from = texts.indexOf(first)
  const text = texts
    .slice(from)
    .map((node) => node.text)
    .join('')
  leaveOut(
    ledger,
    {text, at: spanOf(first, sourceText(ledger.source)).at},
    reason
  )
}

function sourceText({text}: Source): string {
  return text
}
