/** A text for who is bound by the CAR alone: numbers stay, what is UWO says that it does not apply. */
import type {Block, UnitText} from '../model.ts'

const absent: Block = {
  type: 'alinea',
  role: 'tekst',
  content: [{type: 'text', value: '(UWO, hier niet van toepassing)'}]
}

/** Leave out what binds only those that joined the UWO. */
export function withoutUwo(units: readonly UnitText[]): readonly UnitText[] {
  return units.map((unit) => {
    const {laag, opschrift: _, ...rest} = unit
    const text = textWithoutUwo(unit)
    if (laag === 'UWO' && unit.state === 'geldt') {
      return {...rest, text, toelichting: [], children: []}
    }
    return {
      ...unit,
      text: unit.state === 'geldt' ? text : unit.text,
      toelichting: withoutUwo(unit.toelichting),
      children: withoutUwo(unit.children)
    }
  })
}

/** The same for the words of one text, at any time of its life. */
export function textWithoutUwo({
  laag,
  text
}: Pick<UnitText, 'laag' | 'text'>): readonly Block[] {
  return laag === 'UWO' ? [absent] : text.map(blockWithoutUwo)
}

function blockWithoutUwo(block: Block): Block {
  if (block.type !== 'lid' && block.type !== 'onderdeel') return block
  if (block.laag === 'UWO') {
    const {laag: _, ...rest} = block
    return {...rest, content: [absent]}
  }
  return {...block, content: block.content.map(blockWithoutUwo)}
}
