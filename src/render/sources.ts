/**
 * Stage: wijzigingen → how outputs name them and answer for them.
 */
import type {Consolidation, Wijziging} from '../model.ts'
import {capital, day, enumerate, type Sentence, say} from './sentence.ts'

/** Short official name of a wijziging: `Lbr. 15/069`; a concept is always called so. */
export function sourceName(wijziging: Wijziging): Sentence {
  return wijziging.concept
    ? say`concept ${officialName(wijziging)}`
    : [officialName(wijziging)]
}

/** `Lbr. 15/046 en Lbr. 15/069` for the ids of wijzigingen; empty when there are none. */
export function sourceNames(
  ids: readonly string[],
  c: Consolidation
): Sentence {
  return enumerate(ids.map((id) => nameOf(id, c)))
}

/** The same between brackets, with a space before it. */
export function inBrackets(ids: readonly string[], c: Consolidation): Sentence {
  return ids.length === 0 ? [] : say` (${sourceNames(ids, c)})`
}

/** The line of one wijziging in the list of sources. */
export function sourceLine(wijziging: Wijziging, c: Consolidation): Sentence {
  const {soort, onderwerp, concept, bron} = wijziging
  const kind = concept ? `concept van ${soort}` : soort
  const names = officialNames(wijziging)
  const numbers = names.length === 0 ? wijziging.id : names.join(', ')
  // `revisie-20-001` says of what kind it is.
  const isSaid =
    names.length === 0 && wijziging.id.startsWith(soort) && !concept
  const name = isSaid ? numbers : `${kind} ${numbers}`
  const line = say`${name}, ${signed(wijziging)}: ${onderwerp}`
  const local = adopted(wijziging, c)
  const more = [
    ...rectifies(wijziging, c),
    ...(local.length > 0 ? local : made(wijziging))
  ]
  const place = bron === undefined ? [] : say`; bron: ${{url: bron.plaats}}`
  return capital(say`${line}${more}${place}`)
}

function nameOf(id: string, c: Consolidation): Sentence {
  const wijziging = indexOf(c).get(id)
  return wijziging ? sourceName(wijziging) : [id]
}

// Asked for every unit: looking through all of them each time adds up.
const indexes = new WeakMap<Consolidation, ReadonlyMap<string, Wijziging>>()

function indexOf(c: Consolidation): ReadonlyMap<string, Wijziging> {
  const known = indexes.get(c)
  if (known) return known
  const all = [...c.sources, ...c.mentioned]
  const index = new Map(all.map((source) => [source.id, source]))
  indexes.set(c, index)
  return index
}

function officialName(wijziging: Wijziging): string {
  return officialNames(wijziging)[0] ?? wijziging.id
}

function officialNames({lbr, loga, kenmerk}: Wijziging): readonly string[] {
  return [
    ...(lbr === undefined ? [] : [`Lbr. ${lbr}`]),
    ...(loga === undefined ? [] : [`CvA/LOGA ${loga}`]),
    ...(kenmerk === undefined ? [] : [`kenmerk ${kenmerk}`])
  ]
}

function signed({datum}: Wijziging): Sentence {
  return datum === undefined ? ['dagtekening onbekend'] : [day(datum)]
}

function rectifies({rectificeert}: Wijziging, c: Consolidation): Sentence {
  if (rectificeert === undefined) return []
  return say`; rectificeert ${nameOf(rectificeert, c)}`
}

/** The besluiten by which the municipality adopted it, whole or in parts. */
function adopted({id}: Wijziging, {gemeente}: Consolidation): Sentence {
  const besluiten = (gemeente?.besluiten ?? []).filter(({adopts}) =>
    adopts.some(
      ({target}) =>
        target === id ||
        target.startsWith(`${id}#`) ||
        target.split(/[.+]/u).slice(1).includes(id)
    )
  )
  return besluiten.flatMap(({kenmerk, datum, bekend, inwerking, bron}) => {
    const name = kenmerk === undefined ? '' : ` ${kenmerk}`
    const place = bron === undefined ? '' : ` (${bron})`
    return say`; vastgesteld bij besluit${name} van ${day(datum)}, bekendgemaakt op ${day(bekend)}${place}, in werking met ingang van ${day(inwerking)}`
  })
}

// A day that the source does not give is said to be unknown, never copied from another.
function made({soort, bekend, datum}: Wijziging): Sentence {
  // It mends our own file; its text has the days of what it mends.
  if (soort === 'revisie') return []
  if (bekend === datum) return []
  if (bekend === 'onbekend') return ['; dag van bekendwording onbekend']
  return say`; bekend sinds ${day(bekend)}`
}
