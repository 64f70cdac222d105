/**
 * Lines of a text without marks → which of them are headings.
 *
 * A line apart from the text above it is a heading when it looks like one. A
 * line right under text is one only where its number follows on as well; where
 * that is not certain it stays text, and the author is told.
 */
import {bare} from '../names.ts'
import {type Ledger, repair} from '../source.ts'
import {type Head, headsIn, isTight, type UnitHead, unitHead} from './heads.ts'
import {isBlank, type Line} from './lines.ts'
import {type Key, keyOf, startsRun, stepOf} from './sequence.ts'

/** `apart` is a heading; `likely` is one in its order; `odd` never is. */
type Level = 'apart' | 'likely' | 'odd'

interface Entry {
  readonly head: Head
  readonly unit: UnitHead
  readonly key: Key | undefined
  readonly level: Level
  /** Index of its line. */
  readonly at: number
}

/**
 * All headings, by line; tells of lines that may be headings but were kept as
 * text. Where artikelen are marked everything is; where only hoofdstukken are,
 * those are headings for certain, and the artikelen are looked for.
 */
export function readHeads(
  lines: readonly Line[],
  ledger: Ledger
): ReadonlyMap<Line, Head> {
  const marked = headsIn(lines)
  if ([...marked.values()].some(({unit}) => unit?.soort === 'artikel')) {
    tellUnmarked(lines, marked, ledger)
    return marked
  }
  const all = lines.flatMap((line, at) => {
    const head = marked.get(line)
    return (head ? markedEntry(head, at) : entryOf(line, at, lines)) ?? []
  })
  const entries = withoutContents(all, ledger)
  const plain = inOrder(entries, lines, ledger)
  return new Map([
    ...marked,
    ...plain.map((head) => [head.line, head] as const)
  ])
}

/** Where artikelen are marked, a line apart that looks like a heading and is not marked stays text; its author is told. */
function tellUnmarked(
  lines: readonly Line[],
  marked: ReadonlyMap<Line, Head>,
  ledger: Ledger
): void {
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const isApart = before === undefined || isBlank(before)
    const entry =
      isApart && !marked.has(line) ? entryOf(line, at, lines) : undefined
    if (entry?.level !== 'apart' || entry.key === undefined) continue
    repair(ledger, line.start, {
      kind: 'maybe-heading',
      message: `Deze regel lijkt een kop (\`${entry.head.words.slice(0, 60)}\`), maar is niet als kop gemerkt, en andere koppen wel; hij is als tekst gelezen. Is het een kop, zet er dan dezelfde tekens voor (\`##\`)`,
      mended: false
    })
  }
}

const title = /^[\p{Lu}['‘"“(]/u
/** `Bijlage 1 bij artikel 2`, `Bijlage I behorende bij …`. */
const bijlageTitle =
  /^(?:[\p{Lu}['‘"“(]|(?:be)?horende\b|bij\b|bedoeld in\b|als bedoeld\b|ex artikel\b)/u

function entryOf(
  line: Line,
  at: number,
  lines: readonly Line[]
): Entry | undefined {
  const words = line.text.trim()
  const from = line.text.indexOf(words)
  if (words === '' || words.length > 160) return undefined
  const unit = unitHead(words, from)
  if (!unit) return undefined
  const head = {line, from, words, unit, tight: isTight(words, unit)}
  const key = keyOf(unit.nummer)
  const level = levelOf(head, key, lines[at - 1], lines[at + 1])
  return level && {head, unit, key, level, at}
}

function markedEntry(head: Head, at: number): Entry | undefined {
  const {unit} = head
  return (
    unit && {
      head: {...head, unit},
      unit,
      key: keyOf(unit.nummer),
      level: 'apart',
      at
    }
  )
}

function levelOf(
  head: Head & {readonly unit: UnitHead},
  key: Key | undefined,
  before: Line | undefined,
  next: Line | undefined
): Level | undefined {
  const {unit, words} = head
  const rest = restOf(head, unit)
  const isApart =
    before === undefined || isBlank(before) || /[.;:]\s*$/u.test(before.text)
  const begins = unit.soort === 'bijlage' ? bijlageTitle : title
  const isTitle = rest === '' || (begins.test(rest) && !/[.,;:]$/u.test(rest))
  if (isApart && isTitle) return 'apart'
  // Without a capital it is the end of a sentence, without a number words;
  // `Toelichting` has no number and so no order: it is told, and stays text.
  const isNumbered = key !== undefined || unit.soort === 'toelichting'
  if (!isNumbered || !opensLine(words, before)) return undefined
  const faults = faultsIn(words, rest, next)
  if (faults > 1) return undefined
  return faults === 0 ? 'likely' : 'odd'
}

function opensLine(words: string, before: Line | undefined): boolean {
  const isInside = before !== undefined && goesOn.test(before.text)
  return /^[\p{Lu}§]/u.test(words) && !isInside
}

function restOf({line}: Head, {opschriftFrom}: UnitHead): string {
  return opschriftFrom === undefined
    ? ''
    : line.text.slice(opschriftFrom).trim()
}

/** A line after which the sentence goes on. */
const goesOn =
  /(?:[,(–-]|\s(?:aan|als|bedoelde?|bij|de|dan|dat|die|dit|door|een|en|het|in|ingevolge|is|krachtens|met|naar|noch|of|om|onder|op|over|per|te|ten|ter|tot|uit|van|vanaf|volgens|voor|zie))\s*$/iu
const verb =
  /(?:^|\s)(?:is|zijn|was|waren|wordt|worden|werd|werden|kan|kunnen|mag|mogen|moet|moeten|heeft|hebben|geldt|gelden|blijft|blijven|vervalt|luidt|luiden|treedt|treden|regelt|bepaalt|zal|zullen|dient|dienen|vindt|vinden|krijgt|krijgen|ontvangt)(?=\s|[.,;:]|$)/u
/** Words in lower case behind a number that make it a reference. */
const reference =
  /^(?:,|(?:van|en|of|tot|t\/m|jo|juncto|onder|onderdeel|aanhef|bedoelde?|genoemde?|voor|door|in|op|uit|bij|met|dat|die|als|dan|te|ter|lid|leden|\p{Ll}+de lid|\p{Ll}+ste lid)(?=[\s.,;:]|$))/u
const continues = /^\s*\p{Ll}(?!\p{Ll}{0,3}[.)]|[°º])/u

/** How many things speak against a heading; two and more are too many to mention it. */
function faultsIn(words: string, rest: string, next: Line | undefined): number {
  const isLower = /^[^\p{Lu}['‘"“(]/u.test(rest)
  const endsSentence = /[.,;:]$/u.test(rest)
  const faults = [
    words.length > 100,
    verb.test(rest),
    endsSentence,
    next !== undefined && continues.test(next.text),
    isLower
  ].filter(Boolean).length
  const isReference = isLower && (reference.test(rest) || rest.length > 60)
  return isReference ? 2 : faults
}

/**
 * Lines of a table of contents are no headings: two or more in a row, with the
 * same numbers once more further on.
 */
function withoutContents(
  entries: readonly Entry[],
  ledger: Ledger
): readonly Entry[] {
  const last = lastOfEach(entries)
  const gone = new Set<Entry>()
  for (const run of runsIn(entries)) {
    const returning = run.filter((entry) => last.get(entry)?.isLast === false)
    const counts = new Map<string, number>()
    for (const {unit} of returning) {
      counts.set(unit.soort, (counts.get(unit.soort) ?? 0) + 1)
    }
    const end = run.findLastIndex(
      (entry) =>
        last.get(entry)?.isLast === false &&
        (counts.get(entry.unit.soort) ?? 0) > 1
    )
    const isMixed = run.some(({level}) => level !== 'apart')
    const first = run[0]
    if (end < 1 || !isMixed || !first) continue
    for (const entry of run.slice(0, end + 1)) gone.add(entry)
    repair(ledger, first.head.line.start, {
      kind: 'contents-in-text',
      message: `Hier begint, zo te lezen, een inhoudsopgave van ${end + 1} regels; zij is als tekst gelezen, en de koppen zijn verderop gezocht`,
      mended: false
    })
  }
  return entries.filter((entry) => !gone.has(entry))
}

/** Of each entry whether its number does not come back before a bijlage or toelichting. */
function lastOfEach(
  entries: readonly Entry[]
): ReadonlyMap<Entry, {readonly isLast: boolean}> {
  const result = new Map<Entry, {isLast: boolean}>()
  const seen = new Set<string>()
  for (const entry of entries.toReversed()) {
    if (closes(entry)) seen.clear()
    const {soort, nummer} = entry.unit
    const name = `${soort} ${nummer}`
    result.set(entry, {isLast: nummer === undefined || !seen.has(name)})
    seen.add(name)
  }
  return result
}

/** Entries on lines right under one another. */
function runsIn(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const runs: Entry[][] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    if (run?.at(-1)?.at === entry.at - 1) run?.push(entry)
    else runs.push([entry])
  }
  return runs
}

/** Behind it artikelen count anew. */
function closes({unit, level}: Entry): boolean {
  return (
    level !== 'odd' && (unit.soort === 'bijlage' || bare.includes(unit.soort))
  )
}

/** No number follows on it. */
const beyond: Key = [Number.POSITIVE_INFINITY]

/** Headings, with those right under text only where their number follows on. */
function inOrder(
  entries: readonly Entry[],
  lines: readonly Line[],
  ledger: Ledger
): readonly Head[] {
  const last = new Map<string, Key>()
  const heads = new Map<number, Entry>()
  for (const [index, entry] of entries.entries()) {
    const {head, unit, level, at} = entry
    const before = heads.get(lineBefore(at, lines))
    const opens = before !== undefined && before.unit.soort !== 'artikel'
    const ahead = entries.slice(index + 1, index + 41)
    const isNext =
      level === 'apart' || follows(entry, last.get(unit.soort), opens, ahead)
    if (isNext && level !== 'odd') {
      heads.set(at, entry)
      count(entry, last)
    } else if (isNext || level === 'likely') {
      tell(head, ledger)
      // What stands behind may be explained there.
      if (unit.soort === 'toelichting') last.set('artikel', beyond)
    }
  }
  return [...heads.values()].map(({head}) => head)
}

function count({unit: {soort}, key}: Entry, last: Map<string, Key>): void {
  if (soort === 'bijlage' || bare.includes(soort)) last.delete('artikel')
  if (key !== undefined) last.set(soort, key)
}

function lineBefore(at: number, lines: readonly Line[]): number {
  let before = at - 1
  for (let line = lines[before]; line && isBlank(line); line = lines[before]) {
    before--
  }
  return before
}

/**
 * Whether a number follows on the last one: it is higher, not by much, and no
 * number between the two is still to come.
 */
function follows(
  {unit, key}: Entry,
  last: Key | undefined,
  opens: boolean,
  ahead: readonly Entry[]
): boolean {
  if (key === undefined) return false
  const mayRestart = unit.soort === 'artikel' ? opens : unit.soort !== 'bijlage'
  if (last !== undefined && mayRestart && startsRun(key)) return true
  const step = stepOf(last, key)
  if (step <= 0) return false
  const end = ahead.findIndex(closes)
  const later = ahead
    .slice(0, end < 0 ? undefined : end)
    .filter((entry) => entry.unit.soort === unit.soort && entry.level !== 'odd')
    .map(({key: one}) => one)
    .filter((one) => one !== undefined)
  const skips = later.some(
    (one) => stepOf(last, one) > 0 && stepOf(one, key) > 0
  )
  const [next] = later
  const near = 5
  const goesOnNear = next !== undefined && isNear(stepOf(key, next), near)
  return !skips && (step <= near || goesOnNear)
}

function isNear(step: number, near: number): boolean {
  return step > 0 && step <= near
}

function tell({line, words}: Head, ledger: Ledger): void {
  repair(ledger, line.start, {
    kind: 'maybe-heading',
    message: `Deze regel lijkt een kop (\`${words.slice(0, 60)}\`), maar zeker is dat niet; hij is als tekst gelezen. Is het een kop, zet er dan een witregel boven, en schrijf het opschrift met een hoofdletter en zonder punt`,
    mended: false
  })
}
