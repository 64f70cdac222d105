/** Footnotes: marks without a text, texts without a mark, one mark twice. */
import type {FootnoteDefinition, Nodes, Root} from 'mdast'
import type {Report, RuleHead} from '../../diagnostics/report.ts'
import type {Place} from '../../model.ts'
import {span, startOf} from './place.ts'

const missing: RuleHead = {id: 'footnote-missing', severity: 'fout'}
const unused: RuleHead = {id: 'footnote-unused', severity: 'waarschuwing'}
const twice: RuleHead = {id: 'footnote-repeat', severity: 'fout'}

/** What was found of one text's notes. */
interface Found {
  /** Marks outside notes. */
  readonly marks: Set<string>
  /** By identifier the first text of each note, and the marks within it. */
  readonly notes: Map<string, {node: FootnoteDefinition; marks: Set<string>}>
}

/** Report marks and texts of footnotes that do not pair up. */
export function inspectNotes(source: string, root: Root, report: Report): void {
  if (!source.includes('[^')) return
  const found: Found = {marks: new Set(), notes: new Map()}
  collect(root, {found, marks: found.marks, source}, report)
  const reached = reach(found)
  for (const [merk, {node}] of found.notes) {
    if (node.children.length === 0) {
      report(missing, startOf(node), emptyReason(merk))
    }
    if (reached.has(merk)) continue
    const reason = `Naar noot \`${merk}\` verwijst geen enkel merk; zet \`[^${merk}]\` in de tekst of verwijder de noot`
    report(unused, startOf(node), reason)
  }
}

interface Within {
  readonly found: Found
  /** Marks of the text, or of the note, in which a node stands. */
  readonly marks: Set<string>
  readonly source: string
}

function collect(node: Nodes, within: Within, report: Report): void {
  if (node.type === 'footnoteReference') within.marks.add(node.identifier)
  if (node.type === 'text') inspectText(node, within.source, report)
  const inside =
    node.type === 'footnoteDefinition' ? open(node, within, report) : within
  if (!('children' in node)) return
  for (const child of node.children) collect(child, inside, report)
}

function open(
  node: FootnoteDefinition,
  {found, source}: Within,
  report: Report
): Within {
  const note = {node, marks: new Set<string>()}
  if (found.notes.has(node.identifier)) {
    const reason = `Noot \`${node.label}\` heeft twee teksten; geef een van beide een eigen merk`
    report(twice, startOf(node), reason)
  } else {
    found.notes.set(node.identifier, note)
  }
  return {found, marks: note.marks, source}
}

/** Notes to which the text leads, also by way of other notes. */
function reach({marks, notes}: Found): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...marks]
  for (let merk = open.pop(); merk !== undefined; merk = open.pop()) {
    if (reached.has(merk)) continue
    reached.add(merk)
    open.push(...(notes.get(merk)?.marks ?? []))
  }
  return reached
}

/** A mark whose text is absent is read as plain text. */
function inspectText(
  node: Extract<Nodes, {type: 'text'}>,
  source: string,
  report: Report
): void {
  if (!node.value.includes('[^')) return
  const {start, end} = node.position ?? {}
  const written = source.slice(start?.offset, end?.offset)
  for (const match of written.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/gu)) {
    const [mark, merk = ''] = match
    const before = written.slice(0, match.index).split(/\r\n|\r|\n/u)
    const line = (start?.line ?? 1) + before.length - 1
    const from =
      (before.at(-1)?.length ?? 0) +
      (before.length === 1 ? (start?.column ?? 1) - 1 : 0)
    const place: Place = span(line, from, mark.length)
    report(missing, place, missingReason(merk))
  }
}

function missingReason(merk: string): string {
  return `Noot \`${merk}\` heeft geen tekst; zet onderaan een regel \`[^${merk}]: …\``
}

function emptyReason(merk: string): string {
  return `Noot \`${merk}\` heeft geen tekst; schrijf die achter \`[^${merk}]:\` of verwijder de noot en haar merken`
}
