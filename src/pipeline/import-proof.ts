/**
 * Joint: the proof of an import. The consolidated text of the new corpus says
 * what the source said, word for word and label for label, in the same order.
 *
 * The rules by which two texts are equal are few. Those of `import/lines.ts`
 * (white space, NFC, a label and its words are one line, notes last, marks do
 * not count), and: what has lapsed counts as absent on both sides; the name of
 * a unit is its soort, number and opschrift, white space in a number left out;
 * a preambule, slot or toelichting is called by its opschrift alone. The title
 * of the regeling is not compared.
 */
import {consolidate} from '../consolidate/consolidate.ts'
import type {ImportedText, ImportedUnit} from '../import/imported.ts'
import {headingLine, linesOf} from '../import/lines.ts'
import {lapses} from '../import/seen.ts'
import type {Moment, Regeling, UnitText} from '../model.ts'

/** A place where source and corpus do not say the same. */
interface Difference {
  /** The unit in which it stands: `Artikel 3 Begrippen`. */
  readonly place: string
  /** What the source says; empty where only the corpus has something. */
  readonly source: string
  readonly corpus: string
}

/** What comparing one text came to. */
export interface Proof {
  /** Lines that were compared: headings, leden, onderdelen, alineas, cells. */
  readonly lines: number
  /** None when the texts are equal; at most some ten. */
  readonly differences: readonly Difference[]
}

interface Line {
  readonly place: string
  readonly text: string
}

const most = 10
/** How far is looked for where two texts go on alike. */
const reach = 200

/** Compare a text with what a corpus says at a moment. */
export function prove(
  {units}: Pick<ImportedText, 'units'>,
  regeling: Regeling,
  moment: Moment
): Proof {
  const source = units.flatMap(sourceLines)
  const corpus = consolidate(regeling, moment).units.flatMap(corpusLines)
  return {lines: source.length, differences: differencesIn(source, corpus)}
}

/** Whether two corpora say the same at a moment. */
export function saysTheSame(
  one: Regeling,
  other: Regeling,
  moment: Moment
): boolean {
  const [left, right] = [one, other].map((regeling) =>
    consolidate(regeling, moment)
      .units.flatMap(corpusLines)
      .map(({text}) => text)
      .join('\n')
  )
  return left === right
}

function sourceLines(unit: ImportedUnit): readonly Line[] {
  if (lapses(unit)) return []
  const place = headingLine(withoutGaps(unit))
  const own = [...linesOf(unit.text), ...linesOf(unit.toelichting ?? [])]
  return [
    ...(place === '' ? [] : [{place, text: place}]),
    ...own.map((text) => ({place: place || unit.soort, text})),
    ...unit.children.flatMap(sourceLines)
  ]
}

function withoutGaps({soort, nummer, opschrift}: ImportedUnit) {
  return {soort, nummer: nummer?.replace(/\s+|\.\s*$/gu, ''), opschrift}
}

function corpusLines(unit: UnitText): readonly Line[] {
  if (unit.state === 'vervallen') return []
  const place = headingLine(unit)
  return [
    ...(place === '' ? [] : [{place, text: place}]),
    ...linesOf(unit.text).map((text) => ({place: place || unit.soort, text})),
    ...unit.toelichting.flatMap(corpusLines),
    ...unit.children.flatMap(corpusLines)
  ]
}

/** Where two lists of lines differ, in order. */
function differencesIn(
  source: readonly Line[],
  corpus: readonly Line[]
): readonly Difference[] {
  const found: Difference[] = []
  let left = 0
  let right = 0
  while (left < source.length || right < corpus.length) {
    if (source[left]?.text === corpus[right]?.text) {
      left++
      right++
      continue
    }
    const [skipLeft, skipRight] = nextEqual(
      source.slice(left, left + reach),
      corpus.slice(right, right + reach)
    )
    found.push({
      place: (source[left] ?? corpus[right])?.place ?? '',
      source: textOf(source.slice(left, left + skipLeft)),
      corpus: textOf(corpus.slice(right, right + skipRight))
    })
    if (found.length >= most) return found
    left += skipLeft
    right += skipRight
  }
  return found
}

/** How many lines to pass over on either side until both say the same; all of them when they never do. */
function nextEqual(
  left: readonly Line[],
  right: readonly Line[]
): readonly [number, number] {
  for (let sum = 1; sum < left.length + right.length; sum++) {
    for (let one = 0; one <= sum; one++) {
      const here = left[one]
      if (here && here.text === right[sum - one]?.text) return [one, sum - one]
    }
  }
  return [left.length, right.length]
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({text}) => text).join('\n')
}
