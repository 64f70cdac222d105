/**
 * What cites what in a regeling, as it holds at a moment.
 *
 * A number leads to the unit that bears it then; relative references are told
 * from where they stand. What leads out of the regeling gets a Juriconnect
 * reference where its law has a number.
 */
import type {Publicatie, Stap} from '../citation/address.ts'
import {lawsFor} from '../citation/names.ts'
import {writeAddress, writePublicatie} from '../citation/write.ts'
import type {Regeling, UnitId} from '../model.ts'
import type {Arrangement} from '../time/arrangement.ts'
import {compareText} from '../time/order.ts'
import type {Living} from './bearers.ts'
import {
  type Around,
  arrangeOnce,
  citingOf,
  livingAt,
  type ReferenceScope
} from './citing.ts'
import {type Lead, leadOf} from './leads.ts'

/** One reference of a text, with where it leads. */
export interface ReferenceLink extends Lead {
  /** The unit whose text cites. */
  readonly from: UnitId
  readonly path: string
  /** Where in that unit, in words; absent: in the unit itself. */
  readonly place?: string
  /** The words of the reference as they stand there. */
  readonly quote: string
  /** Where they stand in the running text of that place. */
  readonly range: readonly [from: number, to: number]
  readonly publicatie?: Publicatie
}

/** All references in the texts that hold at a moment, in the order of the law. */
export function referencesAt(
  regeling: Regeling,
  scope: ReferenceScope
): readonly ReferenceLink[] {
  const living = livingAt(regeling, scope)
  const laws = lawsFor(regeling, scope.wetten)
  const around = {regeling, scope, living, laws, arrange: arrangeOnce(living)}
  return inOrder(living, around.arrange()).flatMap((one) =>
    linksOf(one, around)
  )
}

/** What stands in itself has no place, and comes last. */
function inOrder(
  living: Around['living'],
  {order}: Arrangement
): readonly Living[] {
  const all = new Set([...order, ...living.keys()])
  return [...all].flatMap((id) => living.get(id) ?? [])
}

function linksOf(one: Living, around: Around): readonly ReferenceLink[] {
  const {unit, version} = one
  const citing = citingOf(one, around)
  return citing.all.flatMap((cited) => {
    const {reference, words, pad, laag} = cited
    if (around.scope.laag === 'CAR' && laag === 'UWO') return []
    const where = writeAddress({eenheid: [], pad})
    const base = {
      from: unit.id,
      path: version.path,
      ...(where !== '' && {place: where})
    }
    if (reference.soort === 'publicatie') {
      const {from, to, publicatie} = reference
      const link: ReferenceLink = {
        ...base,
        quote: words.slice(from, to),
        range: [from, to],
        words: writePublicatie(publicatie),
        state: 'extern',
        publicatie,
        units: []
      }
      return [link]
    }
    return reference.targets.map((target): ReferenceLink => {
      const {from, to} = target
      return {
        ...base,
        quote: words.slice(from, to),
        range: [from, to],
        ...leadOf({cited, reference, target}, citing, around)
      }
    })
  })
}

/** What the text of a unit cites, in its order. */
export function outgoing(
  links: readonly ReferenceLink[],
  id: UnitId
): readonly ReferenceLink[] {
  return links.filter(({from}) => from === id)
}

/** What cites a unit from elsewhere, in order of the unit that cites. */
export function incoming(
  links: readonly ReferenceLink[],
  id: UnitId
): readonly ReferenceLink[] {
  return links
    .filter(({from, units}) => from !== id && units.includes(id))
    .toSorted((a, b) => compareText(a.from, b.from))
}

/** Of what a unit cites, what stands in a part of its text. */
export function inPart(
  links: readonly ReferenceLink[],
  pad: readonly Stap[]
): readonly ReferenceLink[] {
  const part = writeAddress({eenheid: [], pad})
  if (part === '') return links
  return links.filter(
    ({place}) => place === part || place?.startsWith(`${part},`)
  )
}

/** What cites a part of a unit, or a part of that; other parts of the unit itself may do so too. */
export function toPart(
  links: readonly ReferenceLink[],
  id: UnitId,
  pad: readonly Stap[]
): readonly ReferenceLink[] {
  if (pad.length === 0) return incoming(links, id)
  return links.filter(
    ({units, address}) =>
      units.includes(id) &&
      pad.every(({soort, nummer}, at) => {
        const step = address?.pad[at]
        return step?.soort === soort && step.nummer === nummer
      })
  )
}
