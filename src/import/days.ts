/**
 * What a source says of the days of a whole text → what to write of it, or to look into.
 *
 * Stage. One text does not say whether another follows it; the texts that were
 * read together, or before, do.
 */
import {defined} from '../defined.ts'
import type {IsoDate} from '../model.ts'
import type {ImportedText, Repair} from './imported.ts'
import type {Inserted} from './insert.ts'

/** A text between the others that were read. */
export interface Neighbours {
  readonly text: ImportedText
  readonly day: IsoDate
  /** Nearest day before it of which a text was read. */
  readonly prev?: IsoDate
  /** Nearest day behind it of which a text was read. */
  readonly next?: IsoDate
  /** What `regeling.md` says, where it is there already. */
  readonly existing?: {
    readonly van?: IsoDate | undefined
    readonly tot?: IsoDate | undefined
  }
}

/** The neighbours of a text among all days that were read. */
export function neighboursOf(
  {text, day, existing}: Omit<Neighbours, 'prev' | 'next'>,
  days: readonly IsoDate[]
): Neighbours {
  const sorted = days.toSorted()
  return {
    text,
    day,
    ...defined({
      existing,
      prev: sorted.findLast((one) => one < day),
      next: sorted.find((one) => one > day)
    })
  }
}

/** The day on which the regeling ends, for a new `regeling.md`; only where the source leaves no doubt. */
export function certainEnd({
  text,
  day,
  next,
  existing
}: Neighbours): IsoDate | undefined {
  const {tot, isWithdrawn = false} = text
  const isCertain = isWithdrawn && tot !== undefined && tot > day
  return isCertain && next === undefined && !existing ? tot : undefined
}

/** What the source says of days that no version holds, with what to do. */
export function dayRemarks(
  where: Neighbours,
  {versions}: Pick<Inserted, 'versions'>
): readonly Repair[] {
  const names = versions
    .filter(({day}) => day === where.day)
    .map(({name}) => name.slice(name.lastIndexOf('/') + 1))
  return [
    ...endOf(where),
    ...reachOf(where, [...new Set(names)]),
    ...startOf(where)
  ]
}

function endOf(where: Neighbours): readonly Repair[] {
  const {text, day, next, existing} = where
  const {tot, isWithdrawn = false} = text
  const stated = existing?.tot
  if (stated !== undefined && stated <= day) {
    return tell(
      where,
      'ended-before',
      `In \`regeling.md\` staat \`tot: ${stated}\`, maar deze tekst is van ${day}; ga na of de regeling toen is geëindigd, en haal anders die regel weg`
    )
  }
  if (tot === undefined || tot === stated) return []
  const ends = `Deze tekst geldt volgens de bron niet meer met ingang van ${tot}`
  if (tot <= day) {
    return tell(
      where,
      'text-ended',
      `${ends}, en dat is niet na ${day}, de dag van de tekst zelf; ga na welke van beide dagen juist is`
    )
  }
  if (next !== undefined) {
    if (next <= tot) return []
    return tell(
      where,
      'text-ended',
      `${ends}, maar de volgende ingelezen tekst is van ${next}; lees ook de tekst van ${tot} in, of ga na wat er tussen die dagen gold`
    )
  }
  if (certainEnd(where) !== undefined) {
    return tell(
      where,
      'regeling-ended',
      `De regeling is volgens de bron ingetrokken en geldt niet meer met ingang van ${tot}; \`tot: ${tot}\` staat in \`regeling.md\``,
      true
    )
  }
  return tell(
    where,
    'text-ended',
    isWithdrawn
      ? `De regeling is volgens de bron ingetrokken en geldt niet meer met ingang van ${tot}; schrijf \`tot: ${tot}\` in de kop van \`regeling.md\``
      : `${ends}; is de regeling toen geëindigd, schrijf dan \`tot: ${tot}\` in de kop van \`regeling.md\`, en kwam er een nieuwe tekst, lees dan die van ${tot} in`
  )
}

function reachOf(
  where: Neighbours,
  names: readonly string[]
): readonly Repair[] {
  const {text, day, prev} = where
  const {retroactive, inwerking = day} = text.origin ?? {}
  const isNew = text.isNew === true && prev === undefined
  // Where the regeling is new, its first day says it.
  const isTold = text.places?.retroactive === undefined || isNew
  if (isTold || retroactive === undefined || retroactive >= day) return []
  const reach = `De wijziging die deze tekst bracht, trad volgens de bron in werking op ${inwerking} en werkt terug tot en met ${retroactive}`
  if (prev === undefined) {
    return tell(
      where,
      'retroactive-day',
      `${reach}; wat zij wijzigt, is aan deze tekst alleen niet te zien: lees haar met \`--dates\` en onder een andere naam in, samen met de tekst die vóór ${retroactive} gold`
    )
  }
  if (names.length === 0) return []
  const steps = names.map((name) => {
    const id = name.slice(day.length + 1)
    return `noem elke \`${name}.md\` voortaan \`${retroactive}.${id}.md\`, zet in de kop daarvan de regel \`onderdeel: A\`, en zet in de kop van \`wijzigingen/${id}.md\` de regel \`onderdelen: {A: {inwerking: ${inwerking}}}\``
  })
  const between =
    prev >= retroactive
      ? `. Ook de tekst van ${prev} is ingelezen: kreeg een bepaling sinds ${retroactive} al een versie, ga dan na hoe zij met terugwerkende kracht luidt`
      : ''
  return tell(
    where,
    'retroactive-day',
    `${reach}; ${steps.join('; ')}${between}`
  )
}

function startOf(where: Neighbours): readonly Repair[] {
  const {text, day, prev, existing} = where
  if (text.isNew !== true || prev !== undefined || existing?.van) return []
  const {inwerking = day, retroactive} = text.origin ?? {}
  const isBack = retroactive !== undefined && retroactive < inwerking
  const van = isBack ? retroactive : inwerking
  const since = isBack
    ? `: zij trad in werking op ${inwerking} en werkt terug tot en met ${retroactive}`
    : ''
  return tell(
    where,
    'first-day',
    `Dit is volgens de bron een nieuwe regeling, en vóór ${van} gold deze tekst niet${since}; schrijf \`van: ${van}\` in de kop van \`regeling.md\``
  )
}

function tell(
  {text}: Neighbours,
  kind: string,
  message: string,
  mended = false
): readonly Repair[] {
  const {places = {}} = text
  const place = {
    'first-day': places.isNew,
    'retroactive-day': places.retroactive
  }[kind]
  const fallback = {file: text.file, line: 1, column: 1}
  return [{place: place ?? places.tot ?? fallback, kind, message, mended}]
}
