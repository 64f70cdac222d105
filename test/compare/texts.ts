import fc from 'fast-check'
import type {Compared} from '../../src/comparison.ts'
import type {Block, IsoDate, UnitText} from '../../src/model.ts'
import {anyDocument} from '../dialect/arbitrary.ts'
import {read} from '../dialect/read.ts'
import type {Resolved} from './resolve.ts'

/** A unit with a text, and nothing that a comparison does not look at. */
export function unitOf(
  id: string,
  text: readonly Block[],
  more: Partial<UnitText> = {}
): UnitText {
  return {
    id,
    soort: 'artikel',
    nummer: id.replace('artikel-', ''),
    state: 'geldt',
    path: `${id}.md`,
    since: 'begin',
    inwerking: 'begin',
    known: 'altijd',
    retroactive: false,
    rectified: false,
    wijzigingen: [],
    text,
    toelichting: [],
    children: [],
    ...more
  }
}

/** One side, of one day. */
export function sideOf(
  units: readonly UnitText[],
  day = '2020-01-01'
): Compared {
  const moment = {geldig: day as IsoDate, zicht: day as IsoDate}
  return {titel: 'Regeling', moment, units}
}

/** One side with one artikel, from Markdown. */
export function textOf(source: string, more: Partial<UnitText> = {}): Compared {
  return sideOf([unitOf('artikel-1', read(source).text, more)])
}

/** What resolving a side must give. */
export function expected(units: readonly UnitText[]): readonly Resolved[] {
  return units.map(
    ({id, nummer, opschrift = '', state, text, toelichting, children}) => ({
      id,
      ...(nummer !== undefined && {nummer}),
      opschrift: state === 'vervallen' ? '' : opschrift,
      text,
      toelichting: expected(toelichting),
      children: expected(children)
    })
  )
}

const words =
  'de het een ambtenaar werkgever college salaris toelage verlof ontvangt heeft recht op aanspraak artikel 3:1, tweede lid, onderdeel b € 1.585,00 6,75% 1 januari 2016 dag maand schriftelijk beëindigd zo’n re-integratie indien tenzij voor zover niet of en'.split(
    ' '
  )

const sentence = fc
  .array(fc.constantFrom(...words), {minLength: 3, maxLength: 14})
  .map((all) => `${all.join(' ')}.`)

/** Artikelen with leden and onderdelen, as an author writes them. */
const written = fc
  .array(
    fc.tuple(
      sentence,
      fc.array(sentence, {maxLength: 3}),
      fc.constantFrom('', '', '*vet* ', '[^1] ')
    ),
    {minLength: 1, maxLength: 6}
  )
  .map((leden) => {
    const text = leden.map(([first, items, mark], at) => {
      const inner = items.map(
        (item, index) => `    ${String.fromCharCode(97 + index)}. ${item}\n`
      )
      return `${at + 1}. ${mark}${first.replace('.', ':')}\n${inner.join('')}`
    })
    const note = leden.some(([, , mark]) => mark.startsWith('[^'))
    return `${text.join('')}${note ? '\n[^1]: Een noot.\n' : ''}`
  })

/** Any text at all, and texts that look like law. */
export const anyText: fc.Arbitrary<readonly Block[]> = fc.oneof(
  written.map((source) => read(source).text),
  written.map((source) => read(source).text),
  anyDocument.map((source) => read(source, 'bijlage').text)
)

/** Tables of few words, of which the rows bear names or do not. */
export const anyTable: fc.Arbitrary<readonly Block[]> = fc
  .tuple(
    fc.integer({min: 1, max: 4}),
    fc.boolean(),
    fc.array(
      fc.array(fc.constantFrom('1', '2', '€ 10', 'schaal', 'a b', ''), {
        minLength: 4,
        maxLength: 4
      }),
      {minLength: 1, maxLength: 6}
    )
  )
  .map(([width, hasNames, rows]) => {
    const line = (cells: readonly string[]): string =>
      `| ${cells.slice(0, width).join(' | ')} |\n`
    const named = rows.map((cells: readonly string[], at) =>
      hasNames ? cells.with(0, `rij ${'abcdef'[at]}`) : cells
    )
    const [head = [], ...body] = named
    const bar = `|${' - |'.repeat(width)}\n`
    return read(`${line(head)}${bar}${body.map(line).join('')}`).text
  })

/** Regelingen of a few units that share names, so that they meet, move, come and go. */
export const anyUnits: fc.Arbitrary<readonly UnitText[]> = fc
  .tuple(
    fc.shuffledSubarray(['artikel-1', 'artikel-2', 'artikel-3', 'artikel-4']),
    fc.array(fc.oneof(anyText, anyTable), {minLength: 4, maxLength: 4}),
    fc.array(fc.constantFrom('', '', 'hoofdstuk-1', 'hoofdstuk-2'), {
      minLength: 4,
      maxLength: 4
    }),
    fc.array(fc.constantFrom('1', '2', '3'), {minLength: 4, maxLength: 4}),
    fc.array(fc.constantFrom('Salaris', 'Toelage bij ziekte', undefined), {
      minLength: 4,
      maxLength: 4
    })
  )
  .map(([ids, texts, homes, nummers, opschriften]) => {
    const units = ids.map((id, at) => {
      const opschrift = opschriften[at]
      return {
        home: homes[at] ?? '',
        unit: unitOf(id, texts[at] ?? [], {
          nummer: nummers[at] ?? '1',
          ...(opschrift !== undefined && {opschrift})
        })
      }
    })
    const chapters = ['hoofdstuk-2', 'hoofdstuk-1'].flatMap((id) => {
      const children = units
        .filter(({home}) => home === id)
        .map(({unit}) => unit)
      return children.length === 0
        ? []
        : [unitOf(id, [], {soort: 'hoofdstuk', children})]
    })
    return [
      ...units.filter(({home}) => home === '').map(({unit}) => unit),
      ...chapters
    ]
  })
