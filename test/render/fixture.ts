/** A handmade consolidation with every kind of block and every kind of remark. */
import type {
  Block,
  Consolidation,
  IsoDate,
  Laag,
  Phrasing,
  UnitText,
  Wijziging
} from '../../src/model.ts'

/** A day for a fixture, taken on trust. */
export function date(day: string): IsoDate {
  return day as IsoDate
}

/** Running text. */
export function text(value: string): Phrasing {
  return {type: 'text', value}
}

/** A paragraph of words and marks. */
export function alinea(
  ...content: readonly (string | Phrasing)[]
): Extract<Block, {type: 'alinea'}> {
  return {type: 'alinea', role: 'tekst', content: content.map(toPhrasing)}
}

/** A reference to a footnote. */
export function reference(merk: string): Phrasing {
  return {type: 'footnoteReference', identifier: merk, label: merk}
}

/** A footnote. */
export function noot(merk: string, ...content: readonly Block[]): Block {
  return {type: 'noot', merk, content}
}

/** An item under a label of the law. */
export function item(
  type: 'lid' | 'onderdeel',
  label: string,
  ...content: readonly (string | Block)[]
): Extract<Block, {type: 'lid' | 'onderdeel'}> {
  return {
    type,
    label,
    nummer: label.replace(/\.$/u, ''),
    content: content.map((block, at) => {
      if (typeof block !== 'string') return block
      const next = content[at + 1]
      const opens = typeof next === 'object' && 'label' in next
      return {...alinea(block), role: opens ? 'aanhef' : 'tekst'}
    })
  }
}

/** The same item, marked with a laag. */
export function inLaag<T extends Block>(laag: Laag, block: T): T {
  return {...block, laag}
}

/** A table from rows of words. */
export function tabel(
  ...rows: readonly (readonly (string | readonly Phrasing[])[])[]
): Block {
  return {
    type: 'tabel',
    align: [null, 'right', 'center', null],
    rows: rows.map((cells) => ({
      cells: cells.map((cell) =>
        typeof cell === 'string' ? [text(cell)] : cell
      )
    }))
  }
}

/** A unit that holds since a day that no source gives. */
export function unit(
  facts: Pick<UnitText, 'id' | 'soort'> & Partial<UnitText>
): UnitText {
  return {
    state: 'geldt',
    path: `voorbeeld/${facts.id}/begin.md`,
    since: 'begin',
    inwerking: 'begin',
    known: 'altijd',
    retroactive: false,
    rectified: false,
    wijzigingen: [],
    text: [],
    toelichting: [],
    children: [],
    ...facts
  }
}

/** A ledenbrief. */
export function wijziging(
  facts: Pick<Wijziging, 'id' | 'onderwerp' | 'bekend'> & Partial<Wijziging>
): Wijziging {
  return {
    path: `voorbeeld/wijzigingen/${facts.id}.md`,
    soort: 'ledenbrief',
    bekendNa: [],
    since: facts.bekend,
    ondertekening: [],
    bijlagen: [],
    onderdelen: [],
    volgorde: 0,
    trektIn: [],
    steltVast: [],
    herziet: [],
    concept: false,
    text: [],
    ...facts
  }
}

/** The regeling of the fixtures. */
export const regeling: Consolidation['regeling'] = {
  id: 'voorbeeld',
  titel: 'Voorbeeldregeling arbeidsvoorwaarden gemeenten',
  citeertitel: [{text: 'VAG'}],
  partijen: [
    {text: 'VNG en oude bonden'},
    {from: date('2014-01-01'), text: 'VNG, FNV Overheid, CNV Overheid en CMHF'}
  ],
  route: 'gemeenteblad',
  lagen: ['CAR', 'UWO'],
  bijgewerktTot: date('2015-09-07'),
  uittreksel: true,
  bron: 'losbladige uitgave van 2014'
}

/** A consolidation of these units, without anything remarkable. */
export function consolidation(
  facts: Partial<Consolidation> = {}
): Consolidation {
  return {
    geldig: date('2015-09-05'),
    zicht: date('2015-09-08'),
    regeling,
    citeertitel: 'VAG',
    state: 'geldt',
    units: [],
    announced: [],
    sources: [],
    mentioned: [],
    beyondHorizon: false,
    restsOnBegin: false,
    restsOnUnknown: false,
    ...facts
  }
}

function toPhrasing(words: string | Phrasing): Phrasing {
  return typeof words === 'string' ? text(words) : words
}
