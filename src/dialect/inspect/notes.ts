/** Footnotes: marks without a text, texts without a mark, one mark twice. */
import type {Nodes, Root} from 'mdast'
import type {Report, RuleHead} from '../../diagnostics/report.ts'
import {fileStart} from '../../diagnostics/report.ts'
import type {Place} from '../../model.ts'
import {toPlace} from '../tree.ts'

const missing: RuleHead = {id: 'footnote-missing', severity: 'fout'}
const unused: RuleHead = {id: 'footnote-unused', severity: 'waarschuwing'}
const twice: RuleHead = {id: 'footnote-repeat', severity: 'fout'}

/** Report marks and texts of footnotes that do not pair up. */
export function inspectNotes(source: string, root: Root, report: Report): void {
  if (!source.includes('[^')) return
  const marks = new Set<string>()
  const texts = new Map<string, Place>()
  visit(root, (node) => {
    const place = toPlace(node.position) ?? fileStart
    if (node.type === 'footnoteReference') marks.add(node.identifier)
    if (node.type === 'footnoteDefinition') {
      if (texts.has(node.identifier)) {
        const reason = `Noot \`${node.label}\` heeft twee teksten; geef een van beide een eigen merk`
        report(twice, place, reason)
      }
      texts.set(node.identifier, place)
    }
    if (node.type === 'text') inspectText(node.value, place, source, report)
  })
  for (const [merk, place] of texts) {
    if (marks.has(merk)) continue
    const reason = `Naar noot \`${merk}\` verwijst geen enkel merk; zet \`[^${merk}]\` in de tekst of verwijder de noot`
    report(unused, place, reason)
  }
}

/** A mark whose text is absent is read as plain text. */
function inspectText(
  value: string,
  place: Place,
  source: string,
  report: Report
): void {
  const merk = /\[\^([^\]\s]+)\]/u.exec(value)?.[1]
  if (merk === undefined || source.includes(`\\[^${merk}]`)) return
  const reason = `Noot \`${merk}\` heeft geen tekst; zet onderaan een regel \`[^${merk}]: …\``
  report(missing, place, reason)
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node)
  if ('children' in node) for (const child of node.children) visit(child, see)
}
