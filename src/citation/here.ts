/** Where a cited piece of a version stands, so that relative references can be told. Kernel. */
import type {Unit, Version} from '../model.ts'
import type {Deel} from './address.ts'
import type {Cited} from './cited.ts'
import type {Here} from './resolve.ts'

/** Units around a text: what a toelichting explains, and the units that hold it, outermost first. */
export function hereOf(
  cited: Pick<Cited, 'pad'>,
  version: Pick<Version, 'text' | 'nummer'>,
  {
    unit,
    around
  }: {readonly unit: Pick<Unit, 'soort'>; readonly around: readonly Deel[]}
): Here {
  const {nummer, text} = version
  const own = {soort: unit.soort, ...(nummer !== undefined && {nummer})}
  return {eenheid: [...around, own], pad: cited.pad, leden: ledenOf(text), text}
}

/** By text: each of its references asks for the same list. */
const known = new WeakMap<Version['text'], readonly string[]>()

function ledenOf(text: Version['text']): readonly string[] {
  const found = known.get(text)
  if (found) return found
  const leden = text.flatMap((block) =>
    block.type === 'lid' ? [block.nummer] : []
  )
  known.set(text, leden)
  return leden
}
