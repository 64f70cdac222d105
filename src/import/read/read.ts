/**
 * Stage: bytes of one foreign file → one whole text, and the account of it.
 *
 * Never throws on what a file holds: a file that cannot be read gives Dutch
 * refusals with their place. Every character of the source is in the tree or
 * in what was left out; {@link Account} says whether that adds up.
 */
import type {ImportedText, SourcePlace} from '../imported.ts'
import {type Account, accountFor} from './account.ts'
import {decodeBytes, isHtml, isTooLong, type Refusal, tooLong} from './bytes.ts'
import {fitUnits} from './fit.ts'
import {readMarkdown} from './markdown/read.ts'
import {openLedger, toSource} from './source.ts'
import {readXml} from './xml/read.ts'

/** Why a file could not be read. */
interface Refused {
  readonly place: SourcePlace
  /** Dutch: what is the case, and what to do. */
  readonly message: string
}

/** What reading one file gave. */
export type Reading =
  | {readonly text: ImportedText; readonly account: Account}
  | {readonly refused: Refused}

const html =
  'Dit is een webpagina (HTML), en die is hier nog niet te lezen; haal op dezelfde site de XML op, of bewaar de tekst als platte tekst'

/** Read one file; `file` is its name, with the folder that names the regeling where there is one. */
export function readWholeText(bytes: Uint8Array, file: string): Reading {
  const decoded = decodeBytes(bytes)
  if (typeof decoded !== 'string') return refused(decoded, file)
  if (isHtml(decoded) || /\.html?$/iu.test(file))
    return refused({line: 1, column: 1, message: html}, file)
  const source = toSource(file, decoded.replace(/^\uFEFF/u, ''))
  const ledger = openLedger(source)
  const isXml = /^\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z][\w:.-]*[\s/>])/u.test(
    source.text.slice(0, 4096)
  )
  const isPage =
    /^\s*<meta\s/iu.test(source.text.slice(0, 4096)) ||
    /\.(?:md|txt)$/iu.test(file)
  const isPlain = !isXml || isPage
  if (isPlain && isTooLong(source.text.length))
    return refused({line: 1, column: 1, message: tooLong}, file)
  const text = isPlain ? readMarkdown(ledger) : readXml(ledger)
  if ('message' in text) return refused(text, file)
  const account = accountFor(source, text)
  const {characters, leftOut} = account
  const units = fitUnits(text.units)
  return {
    text: {
      ...text,
      units,
      characters: {source: characters, text: characters - leftOut}
    },
    account
  }
}

function refused({line, column, message}: Refusal, file: string): Reading {
  return {refused: {place: {file, line, column}, message}}
}
