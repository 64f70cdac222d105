/**
 * Values → the text of a source file: a head that reads back as typed, and a
 * body in house form.
 */
import {Document, isScalar, isSeq, type Scalar, visit} from 'yaml'
import type {Report} from '../diagnostics/report.ts'
import {inspectCharacters} from '../dialect/inspect/characters.ts'
import {printSound} from '../dialect/sound.ts'
import type {Block} from '../model.ts'
import {Refusal} from './refusal.ts'

/** A value in a head: what is absent is left out. */
type HeadValue =
  | string
  | number
  | boolean
  | readonly string[]
  | {readonly [key: string]: HeadValue | undefined}
  | undefined

/** Keys in the order in which they are written. */
export type Head = Readonly<Record<string, HeadValue>>

/** More than anybody types on a command line, and little enough for a head. */
const maxLength = 2000

/** A whole source file. */
export function sourceText(head: Head, blocks: readonly Block[] = []): string {
  const body = printSound(blocks)
  const front = `---\n${headLines(head)}---\n`
  return body === '' ? front : `${front}\n${body}`
}

/** The lines of a head, or of a part of one, each with its line feed. */
export function headLines(head: Head): string {
  const given = withoutEmpty(head)
  if (Object.keys(given).length === 0) return ''
  const document = new Document(given)
  visit(document, {
    Pair(_, {key, value}) {
      if (isScalar(key) && isScalar(value))
        quoteNummer(String(key.value), value)
    },
    Collection(_, node, path) {
      // Only the outermost map, and maps right below it, have lines of their own.
      node.flow = isSeq(node) || path.length > 3 || node.items.length === 0
    }
  })
  return document.toString({
    lineWidth: 0,
    singleQuote: true,
    flowCollectionPadding: false
  })
}

/** `1:2` and `10` are numbers to other readers of YAML. */
function quoteNummer(key: string, value: Scalar): void {
  if (key === 'nummer' && /\d/u.test(String(value.value))) {
    value.type = 'QUOTE_SINGLE'
  }
}

function withoutEmpty(head: Head): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(head).flatMap(([key, value]) =>
      value === undefined || (Array.isArray(value) && value.length === 0)
        ? []
        : [[key, isRecord(value) ? withoutEmpty(value) : value]]
    )
  )
}

function isRecord(value: HeadValue): value is Head {
  return typeof value === 'object' && !Array.isArray(value)
}

/**
 * What somebody typed as the value of an option, fit for a head. A text of
 * several lines, or with signs that nobody sees, is refused.
 */
export function typedText(value: string, option: string): string {
  const text = value.normalize('NFC').trim()
  if (text === '') throw new Refusal(`Bij \`--${option}\` ontbreekt de waarde`)
  if (/[\n\r\t\u2028\u2029]/u.test(text)) {
    throw new Refusal(
      `\`--${option}\` moet één regel zijn, zonder tabs; vat het samen, of schrijf de rest in het bestand`
    )
  }
  const signs: string[] = []
  const report: Report = (_, __, reason) => signs.push(reason)
  inspectCharacters(text, report)
  if (signs.length > 0) {
    throw new Refusal(`\`--${option}\`: ${lowerFirst(signs[0] ?? '')}`)
  }
  if (text.length > maxLength) {
    throw new Refusal(
      `\`--${option}\` heeft ${text.length} tekens; houd het bij ${maxLength}`
    )
  }
  return text
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
