/**
 * Joint: the bytes of a file → whether it is what caoc made, and whether its text still stands.
 *
 * Three things are asked: are the bytes those of which the file gives the
 * number, does the corpus at hand give the text that it names, and are the
 * words on its pages the words of that text. Only if all three hold is a file
 * called unchanged; metadata alone prove nothing.
 */
import {defined} from '../defined.ts'
import type {IsoDate} from '../model.ts'
import {type Checksum, checkBytes} from '../pdf/checksum.ts'
import {type MadeFacts, readFacts} from '../pdf/facts.ts'
import {latin} from '../pdf/latin.ts'
import {renderPrint} from '../render/print.ts'
import type {Checked} from '../render/verify-json-schema.ts'
import {compareTexts, type Question} from './comparison.ts'
import {printOf} from './comparison-formats.ts'
import {
  type NamedDocument,
  type NamedText,
  namedDocument
} from './document-facts.ts'
import {
  type CorpusAtHand,
  checkSide,
  type FoundText,
  type SideFound
} from './verify-side.ts'
import {compareWords, type Words} from './verify-words.ts'

/** What a check needs from outside. */
export interface VerifyTools {
  readonly atHand: CorpusAtHand
  readonly templates: () => ReadonlyMap<string, string>
  readonly today: IsoDate
}

/** Check one file; `file` is how the user calls it. */
export async function verifyFile(
  file: string,
  bytes: Uint8Array,
  tools: VerifyTools
): Promise<Checked> {
  const facts = readFacts(bytes)
  const named = facts && namedDocument(facts)
  if (!named) return {file, ...foreign(bytes), sides: []}
  const checksum = checksumOf(bytes, facts)
  const sides = sidesOf(named, tools)
  const words = await wordsOf(named, sides, bytes, tools)
  const found = {
    kind: named.kind,
    checksum,
    ...defined({words}),
    sides: sides.map(({side}) => side)
  }
  return {file, ...outcomeOf(found, bytes), ...found}
}

/** Ours stands in the bytes for all to see; where it was packed, another program did that. */
function checksumOf(bytes: Uint8Array, facts: MadeFacts): Checksum {
  const found = checkBytes(bytes)
  return found === 'ontbreekt' && facts.has('controlegetal')
    ? 'wijkt-af'
    : found
}

type Outcome = Pick<Checked, 'outcome' | 'reason'>

function foreign(bytes: Uint8Array): Outcome {
  const reason = (): Outcome['reason'] => {
    if (!latin(bytes.subarray(0, 1024)).includes('%PDF-')) return 'geen-pdf'
    if (/\/Encrypt\b/u.test(latin(bytes))) return 'versleuteld'
    return hasEnd(bytes) ? 'niet-van-caoc' : 'afgekapt'
  }
  return {outcome: 'onbekend', ...defined({reason: reason()})}
}

function hasEnd(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(-1024)).includes('%%EOF')
}

type Found = Omit<Checked, 'file' | 'outcome'>

/** The gravest that is known, of the file before that of its text. */
function outcomeOf(found: Found, bytes: Uint8Array): Outcome {
  const {checksum} = found
  if (checksum === 'klopt') return outcomeOfText(found)
  if (checksum === 'ontbreekt')
    return {outcome: 'onbekend', reason: 'geen-controlegetal'}
  const isAdded = checksum === 'aangevuld'
  const reason = isAdded ? 'aangevuld' : hasEnd(bytes) ? 'bytes' : 'afgekapt'
  return {outcome: 'gewijzigd', reason}
}

function outcomeOfText({kind, words, sides}: Found): Outcome {
  const corpora = new Set(sides.map(({corpus}) => corpus))
  if (sides.length === 0) return {outcome: 'onbekend', reason: 'bestanden'}
  if (corpora.has('anders')) return {outcome: 'gewijzigd', reason: 'tekst'}
  if (!isOnly(corpora, 'gelijk'))
    return {outcome: 'onbekend', reason: 'bronnen'}
  if (words !== 'gelijk' && words !== 'tekst-gelijk')
    return {
      // How a comparison is worded may differ from one version of caoc to the next.
      outcome: kind === 'tekst' ? 'gewijzigd' : 'onbekend',
      reason: 'woorden'
    }
  const isPast = sides.some(({ended, later}) => ended || later.length > 0)
  return isPast
    ? {outcome: 'achterhaald', reason: 'later'}
    : {outcome: 'ongewijzigd'}
}

function isOnly<T>(set: ReadonlySet<T>, value: T): boolean {
  return set.size === 1 && set.has(value)
}

function sidesOf(
  named: NamedDocument,
  {atHand, today}: VerifyTools
): readonly SideFound[] {
  const {unit} = named
  if (named.kind === 'tekst')
    return [checkSide(named.text, {unit, today, isDayOnly: false}, atHand)]
  const {was, wordt} = named
  if (!was || !wordt) return []
  const isOne = was.regeling === wordt.regeling
  const check = (text: NamedText, side: 'was' | 'wordt'): SideFound =>
    checkSide(
      text,
      {
        side,
        // Of two regelingen each is told as a whole.
        unit: isOne ? unit : undefined,
        today,
        isDayOnly: isOne && side === 'was'
      },
      atHand
    )
  return [check(was, 'was'), check(wordt, 'wordt')]
}

async function wordsOf(
  named: NamedDocument,
  sides: readonly SideFound[],
  bytes: Uint8Array,
  {templates}: VerifyTools
): Promise<Words | undefined> {
  const texts = sides.flatMap(({side, found}) =>
    found && side.corpus === 'gelijk' ? [found] : []
  )
  if (texts.length === 0 || texts.length < sides.length) return undefined
  const html = htmlOf(named, texts, templates())
  // The library for PDF is large; it is read only where it is needed.
  const {drawnText} = await import('../pdf/drawn.ts')
  return compareWords(await drawnText(bytes), html)
}

/** What caoc would print today. */
function htmlOf(
  named: NamedDocument,
  [first, second]: readonly FoundText[],
  templates: ReadonlyMap<string, string>
): string {
  if (!first) return ''
  if (named.kind === 'tekst')
    return renderPrint(first.consolidation, templates, '')
  const {unit} = named
  const last = second ?? first
  const compared = compareTexts(questionOf(first), questionOf(last), {
    wetten: last.corpus.wetten,
    ...defined({unit})
  })
  return printOf(compared, named, templates, '')
}

/** Both sides are compared as a whole, whatever was asked of them. */
function questionOf({regeling, moment, scope}: FoundText): Question {
  const {gemeente, laag} = scope
  return {regeling, moment, scope: defined({gemeente, laag})}
}
