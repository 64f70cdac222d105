/**
 * One imported text → its units in reading order, fit for a corpus.
 *
 * Stage. What the folders of a corpus cannot hold apart (an artikel inside an
 * artikel, a second preambule) becomes part of the text around it; a number
 * that cannot stand as one goes before the opschrift. No word is lost, and
 * each such choice is told.
 */
import {defined} from '../defined.ts'
import type {Block, IsoDate, Soort} from '../model.ts'
import {isBare} from '../time/siblings.ts'
import type {ImportedText, ImportedUnit, Origin, Repair} from './imported.ts'
import {headingLine, linesOf, plainWords} from './lines.ts'
import {type Stored, type StoredCache, storedText} from './stored.ts'

/** A unit of one text. */
export interface Seen {
  readonly soort: Soort
  readonly nummer?: string
  readonly opschrift?: string
  readonly vervallen: boolean
  /** Place in the list of the unit around it. */
  readonly parent?: number
  readonly text: Stored
  /** Texts that take its place with retroactive effect, in that order. */
  readonly later?: readonly LaterText[]
  readonly origin?: Origin
  /** Of a text that reaches back: since when the one before it holds. */
  readonly since?: IsoDate
  /** First day on which it no longer holds, by its own words. */
  readonly tot?: IsoDate
  /** Permanent identity that the source gives. */
  readonly identity?: string
}

/** A text that came into force later than the day from which it holds. */
interface LaterText {
  readonly origin: Origin
  readonly text: Stored
}

/** All units of a text, outermost first, with what was decided about them. */
export interface SeenText {
  readonly units: readonly Seen[]
  readonly remarks: readonly Repair[]
}

const nummerShape = /^[0-9A-Za-z]{1,8}(?:[:.-][0-9A-Za-z]{1,8}){0,4}$/u
const lapsedWords = /^[[(]?\s*vervallen\b[^a-z]*[\])]?[.;]?$/iu

/** List the units of a text. */
export function seenIn(
  {units}: Pick<ImportedText, 'units'>,
  cache: StoredCache
): SeenText {
  const walk: Walk = {open: [], remarks: [], taken: new Set()}
  for (const unit of units) visit(walk, unit, undefined)
  const seen = walk.open.map(({blocks, unit, ...rest}): Seen => {
    const isOwn = rest.soort === unit.soort && !rest.vervallen
    // What was added stands behind its own text.
    const added = blocks.slice(unit.text.length)
    const text = storedText(blocks, rest.soort, cache)
    if (text.isFlattened) {
      tell(
        walk,
        unit,
        'label-text',
        'Niet alle labels kunnen in dit onderdeel als label staan; een deel is als gewone tekst overgenomen'
      )
    }
    for (const rule of new Set(text.faults)) {
      tell(
        walk,
        unit,
        'text-fault',
        `De tekst van dit onderdeel geeft bij \`cao check\` een fout (${rule}); verbeter de bron of de tekst`
      )
    }
    const later = unit.retroactive?.map(
      (one): LaterText => ({
        origin: one.origin,
        text: storedText([...one.text, ...added], rest.soort, cache)
      })
    )
    return {...rest, text, ...defined({later: isOwn ? later : undefined})}
  })
  return {units: seen, remarks: walk.remarks}
}

interface Open extends Omit<Seen, 'text'> {
  readonly blocks: Block[]
  readonly unit: ImportedUnit
}

interface Walk {
  readonly open: Open[]
  readonly remarks: Repair[]
  /** Numbers that living units have, by soort and place. */
  readonly taken: Set<string>
}

function tell(
  {remarks}: Walk,
  {place}: ImportedUnit,
  kind: string,
  message: string
): void {
  remarks.push({place, kind, message, mended: false})
}

function visit(
  walk: Walk,
  unit: ImportedUnit,
  parent: number | undefined
): void {
  const {open} = walk
  const host = hostFor(walk, unit, parent)
  if (host) {
    tell(
      walk,
      unit,
      'folded',
      `${headingLine(unit)} kan hier geen eigen onderdeel zijn; de tekst staat in het onderdeel eromheen`
    )
    fold(unit, host)
    return
  }
  const at = open.length
  const isLapsed = lapses(unit)
  open.push({
    soort: unit.soort,
    ...nameOf(walk, unit, {parent, isLapsed}),
    vervallen: isLapsed,
    ...defined({
      parent,
      origin: unit.origin,
      identity: unit.identity,
      tot: unit.tot
    }),
    blocks: isLapsed ? [] : [...unit.text],
    unit
  })
  if (unit.toelichting && unit.toelichting.length > 0) {
    open.push({
      soort: 'toelichting',
      vervallen: false,
      parent: at,
      ...defined({origin: unit.origin}),
      blocks: [...unit.toelichting],
      unit
    })
  }
  for (const child of unit.children) visit(walk, child, at)
}

/** The text that takes in what cannot be a unit of its own: the one that ends where it begins. */
function hostFor(
  {open}: Walk,
  {soort}: ImportedUnit,
  parent: number | undefined
): Open | undefined {
  const around = parent === undefined ? undefined : open[parent]
  const hasTwin =
    isBare(soort) &&
    open.some((one) => one.soort === soort && one.parent === parent)
  const last = open.findLast(({vervallen}) => !vervallen)
  if (hasTwin) return last
  if (!around) return undefined
  const isNote = soort === 'toelichting'
  const isClosed = around.soort === 'artikel' || isBare(around.soort)
  const isLoose = isBare(soort) || isClosed
  return (isLoose && !isNote) || around.soort === 'toelichting'
    ? last
    : undefined
}

/** Add a unit with all that lies in it to the text of another. */
function fold(unit: ImportedUnit, host: Open): void {
  const {blocks} = host
  blocks.push({
    type: 'tussenkop',
    depth: 2,
    content: [{type: 'text', value: headingLine(unit)}]
  })
  blocks.push(...unit.text, ...(unit.toelichting ?? []))
  for (const child of unit.children) fold(child, host)
}

/** Said to have lapsed, with nothing left that would be lost. */
export function lapses(unit: ImportedUnit): boolean {
  const lines = linesOf(unit.text)
  return (
    unit.vervallen === true &&
    lines.every((line) => lapsedWords.test(line)) &&
    unit.children.every(lapses)
  )
}

interface Standing {
  readonly parent: number | undefined
  readonly isLapsed: boolean
}

/** Number and opschrift as the head of a version can say them. */
function nameOf(
  walk: Walk,
  unit: ImportedUnit,
  {parent, isLapsed}: Standing
): Pick<Seen, 'nummer' | 'opschrift'> {
  const {soort} = unit
  const opschrift = plainWords(unit.opschrift ?? '')
  const given = plainWords(unit.nummer ?? '').replace(/\.$/u, '')
  const plain = given.replace(/\s+/gu, '')
  const fits = !isBare(soort) && nummerShape.test(plain) && plain !== 'geen'
  const key = `${soort} ${plain} ${scopeOf(walk, soort, parent)}`
  const isFree = isLapsed || !walk.taken.has(key)
  if (fits && isFree) {
    if (!isLapsed) walk.taken.add(key)
    return defined({nummer: plain, opschrift: opschrift || undefined})
  }
  if (!isBare(soort)) tellNumber(walk, unit, {given, fits})
  const words = [given, opschrift].filter((part) => part !== '').join(' ')
  return defined({opschrift: words || undefined})
}

function tellNumber(
  walk: Walk,
  unit: ImportedUnit,
  {given, fits}: {readonly given: string; readonly fits: boolean}
): void {
  if (given === '') return
  const rest = 'het staat vooraan in het opschrift, met `nummer: geen`'
  if (fits) {
    const reason = `Nummer \`${given}\` is in deze tekst ook van een ander onderdeel (${unit.soort}); ${rest}`
    tell(walk, unit, 'number-repeat', reason)
  } else {
    const reason = `\`${given}\` kan geen nummer zijn; ${rest}`
    tell(walk, unit, 'number-shape', reason)
  }
}

/** Where a number must be the only one: as the rule `duplicate-number` has it. */
function scopeOf(
  {open}: Walk,
  soort: Soort,
  parent: number | undefined
): string {
  if (soort === 'bijlage') return ''
  if (soort !== 'artikel') return String(parent ?? '')
  for (let at = parent; at !== undefined; at = open[at]?.parent) {
    if (open[at]?.soort === 'bijlage') return String(at)
  }
  return ''
}
