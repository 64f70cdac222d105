/**
 * Stage: none; the shape of the JSON of a comparison.
 *
 * This is a contract with programs of others. Whatever it gains must be
 * optional; anything else asks for a new number in {@link diffSchemaId}.
 * `docs/schema/diff-1.json` is made from it.
 */
import {z} from 'zod'
import {
  door,
  kind,
  laag,
  lineChange,
  move,
  owner,
  run,
  soort
} from './diff-json-schema-lines.ts'

/** Names the shape in the JSON itself. */
const diffSchemaId = 'caoc/diff/1'

const date = z.iso
  .date()
  .meta({id: 'dag', description: 'Kalenderdag, JJJJ-MM-DD'})
const fromDay = z
  .union([date, z.literal('begin')])
  .meta({id: 'vanaf', description: '`begin`: sinds een niet vastgelegde dag'})
const known = z.union([date, z.enum(['altijd', 'onbekend', 'concept'])]).meta({
  id: 'bekend',
  description:
    'Dag van bekendwording; `altijd`: door geen wijziging gebracht, `onbekend`: de bron noemt geen dag, `concept`: nog niet uitgegeven'
})
const head = z
  .strictObject({
    id: z.string().describe('Naam voor het leven, uniek in de regeling'),
    soort,
    nummer: z.string().optional(),
    owner,
    opschrift: z.string().optional(),
    laag: laag.optional(),
    state: z.enum(['geldt', 'vervallen']),
    path: z
      .string()
      .describe('Bestand van de versie; leeg buiten een verzameling'),
    since: fromDay,
    inwerking: fromDay,
    known,
    lapsedFrom: fromDay.optional(),
    tot: date.optional(),
    retroactive: z.boolean().describe('Heeft terugwerkende kracht'),
    rectified: z.boolean(),
    wijzigingen: z.array(z.string()),
    daysBy: z.string().optional()
  })
  .meta({id: 'kop', description: 'Een eenheid zonder haar tekst'})

const unit = z
  .strictObject({
    was: head
      .optional()
      .describe('Ontbreekt als de eenheid hier in de oude tekst niet staat'),
    wordt: head.optional(),
    kinds: z.array(kind).describe('Leeg: ongewijzigd'),
    opschrift: z.array(run),
    lines: z.array(lineChange),
    move,
    other: head.optional().describe('De kop op de andere plaats'),
    uit: z.array(z.string()).describe('Eenheden waaruit zij ontstond'),
    opgegaanIn: z.array(z.string()).describe('Eenheden waarin zij opging'),
    door,
    get toelichting() {
      return z.array(unit)
    },
    get children() {
      return z.array(unit)
    }
  })
  .meta({
    id: 'eenheid',
    description:
      'Een eenheid van de samengevoegde tekst. Alles van `was` geeft de oude tekst, alles van `wordt` de nieuwe'
  })

const address = z
  .strictObject({
    text: z.string().describe('`artikel 3:4, tweede lid`'),
    eenheid: z.array(z.strictObject({soort, nummer: z.string().optional()})),
    pad: z.array(
      z.strictObject({soort: z.string(), nummer: z.string().optional()})
    )
  })
  .meta({id: 'adres', description: 'Een plaats in de regeling'})

const change = z
  .strictObject({
    nummer: z.int().min(1),
    kinds: z.array(kind),
    text: z.string().describe('Wat er gebeurde, in woorden'),
    was: address.optional().describe('Ontbreekt bij wat nieuw is'),
    wordt: address.optional().describe('Ontbreekt bij wat vervalt'),
    wasTot: address.optional().describe('De laatste van een reeks'),
    wordtTot: address.optional(),
    unit: z.string().describe('`id` van de eenheid'),
    lines: z
      .array(z.int().min(0))
      .describe(
        'Plaatsen in `lines` van de eenheid, waar zij na de wijziging staat of anders waar zij stond; leeg: de eenheid als geheel, of haar kop'
      ),
    words: z
      .strictObject({was: z.string(), wordt: z.string()})
      .describe('De woorden op beide kanten, zonder opmaak'),
    door
  })
  .meta({
    id: 'wijziging',
    description: 'Eén wijziging zoals een lezer die noemt'
  })

const side = z.strictObject({
  titel: z.string().describe('Citeertitel, of naam van het bestand'),
  geldig: date.optional().describe('Ontbreekt bij een bestand'),
  zicht: date.optional(),
  regeling: z.string().optional().describe('Naam van de map van de regeling'),
  state: z
    .enum(['geldt', 'nog-niet', 'geëindigd'])
    .optional()
    .describe('Of de regeling die dag geldt'),
  gemeente: z
    .string()
    .optional()
    .describe('Code van de gemeente waarvan dit de tekst is'),
  laag: z
    .literal('CAR')
    .optional()
    .describe('Wat alleen voor de UWO geldt, is weggelaten'),
  text: z.string().describe('Wat deze kant is, in een zin')
})

/** The JSON of a comparison; strict, so that no key appears without a description here. */
export const diffJson = z
  .strictObject({
    schema: z.literal(diffSchemaId),
    was: side,
    wordt: side,
    scope: z
      .enum(['changed', 'all'])
      .describe('`changed`: eenheden zonder wijziging zijn weggelaten'),
    notices: z
      .array(
        z.strictObject({
          side: z.enum(['was', 'wordt']).optional(),
          text: z.string()
        })
      )
      .describe('Wat een lezer van een kant, of van allebei, moet weten'),
    changes: z.array(change),
    units: z.array(unit)
  })
  .meta({
    title: 'Wat er tussen twee teksten verschilt',
    description:
      'Uitvoer van `cao diff`. Neem van elke eenheid, regel, rij, cel en woorden wat aan de kant `was` staat voor de oude tekst, en aan de kant `wordt` voor de nieuwe.'
  })

/** What {@link diffJson} describes. */
export type DiffJson = z.infer<typeof diffJson>

/** What it says of one unit. */
export type UnitChangeJson = z.infer<typeof unit>

/** The JSON Schema (2020-12) that programs of others can check against. */
export function diffJsonSchema(): object {
  return z.toJSONSchema(diffJson, {target: 'draft-2020-12'})
}
