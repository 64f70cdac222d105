/**
 * Stage: none; the shape of the JSON of a consolidation.
 *
 * This is a contract with programs of others. Whatever it gains must be
 * optional; anything else asks for a new number in {@link schemaId}.
 * `docs/schema/consolidation-1.json` is made from it.
 */
import {z} from 'zod'
import {soorten} from '../model.ts'
import {blockJson} from './json-schema-blocks.ts'

/** Names the shape in the JSON itself. */
const schemaId = 'caoc/consolidation/1'

const date = z.iso
  .date()
  .meta({id: 'dag', description: 'Kalenderdag, JJJJ-MM-DD'})
const fromDay = z
  .union([date, z.literal('begin')])
  .meta({id: 'vanaf', description: '`begin`: sinds een niet vastgelegde dag'})
const geldigDay = z.union([date, z.enum(['begin', 'onbepaald'])]).meta({
  id: 'geldig',
  description: '`onbepaald`: de dag is nog niet bepaald'
})
const known = z.union([date, z.enum(['altijd', 'onbekend', 'concept'])]).meta({
  id: 'bekend',
  description:
    'Dag van bekendwording; `altijd`: door geen wijziging gebracht, `onbekend`: de bron noemt geen dag, `concept`: nog niet uitgegeven'
})
const laag = z.enum(['CAR', 'UWO'])
const soort = z.enum(soorten)
const owner = z
  .strictObject({soort, nummer: z.string().optional()})
  .optional()
  .describe('Waarop een toelichting is geschreven')
const wijzigingen = z
  .array(z.string())
  .describe('Namen van wijzigingen; zie `sources` en `mentioned`')
const daysBy = z
  .string()
  .optional()
  .describe('De wijziging die de dagen gaf of verschoof')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)

const unit = z
  .strictObject({
    id: z.string().describe('Naam voor het leven, uniek in de regeling'),
    soort,
    nummer: z.string().optional(),
    owner,
    opschrift: z.string().optional(),
    laag: laag.optional(),
    heading: z.string().describe('Kop zoals een document die toont'),
    state: z.enum(['geldt', 'vervallen']),
    since: fromDay.describe('Eerste dag waarvoor deze tekst geldt'),
    inwerking: fromDay.describe('Eerste dag met rechtsgevolg'),
    known,
    lapsedFrom: fromDay
      .optional()
      .describe('Eerste dag waarop de eenheid vervallen is'),
    tot: date.optional().describe('De eenheid vervalt op deze dag'),
    retroactive: z.boolean().describe('Heeft terugwerkende kracht'),
    rectified: z.boolean().describe('Gebracht door een rectificatie'),
    wijzigingen,
    daysBy,
    path: z.string().describe('Bestand van de versie'),
    remarks: z.array(z.string()).describe('Wat elke uitvoer hierover vermeldt'),
    text: z
      .string()
      .describe('De tekst zonder opmaak; leeg als de eenheid vervallen is'),
    tree: z.array(blockJson).describe('De tekst als boom'),
    get toelichting() {
      return z.array(unit)
    },
    get children() {
      return z.array(unit)
    }
  })
  .meta({id: 'eenheid', description: 'Een eenheid van de regeling'})

const wijziging = z
  .strictObject({
    id: z.string(),
    soort: z.string(),
    onderwerp: z.string(),
    kenmerk: z.string().optional(),
    lbr: z.string().optional(),
    loga: z.string().optional(),
    datum: date.optional().describe('Dagtekening'),
    bekend: z.union([date, z.literal('onbekend')]),
    rectificeert: z.string().optional(),
    concept: z.boolean().describe('Nog niet uitgegeven'),
    bron: z
      .strictObject({plaats: z.string(), sha256: sha256.optional()})
      .optional()
      .describe('De brief zoals uitgegeven')
  })
  .meta({id: 'wijziging', description: 'Een besluit dat tekst wijzigt'})

const datedText = z.strictObject({from: date.optional(), text: z.string()})

const regeling = z.strictObject({
  id: z.string(),
  titel: z.string(),
  citeertitel: z
    .string()
    .describe('De citeertitel op de gevraagde dag, of anders de titel'),
  partijen: z.array(datedText),
  route: z.enum(['gemeenteblad', 'aanmelding', 'website']),
  lagen: z.array(laag),
  van: date.optional(),
  tot: date.optional().describe('Eerste dag waarop de regeling niet geldt'),
  opvolger: z.string().optional(),
  bijgewerktTot: date.optional(),
  uittreksel: z.boolean(),
  bron: z.string().optional()
})

const statement = z
  .strictObject({
    title: z.string(),
    moment: z.string(),
    notices: z.array(z.strictObject({kind: z.string(), text: z.string()})),
    lists: z.array(
      z.strictObject({
        kind: z.string(),
        title: z.string(),
        lines: z.array(z.string())
      })
    )
  })
  .describe('Wat elke uitvoer over de tekst vermeldt, in zinnen')

const asked = z
  .strictObject({
    unit: z.string(),
    soort,
    nummer: z.string().optional(),
    owner,
    state: z.enum(['geldt', 'vervallen', 'bestaat-niet']),
    first: z
      .strictObject({
        geldig: geldigDay,
        known,
        retroactive: z.boolean(),
        wijzigingen,
        daysBy,
        withdrawn: z
          .strictObject({
            known: z.union([date, z.literal('onbekend')]),
            by: z.string()
          })
          .optional()
          .describe('Ingetrokken voordat het gold')
      })
      .describe('Van de eerste tekst van de eenheid, wat ook het zicht is')
  })
  .describe('De ene eenheid die gevraagd is')

const announced = z.strictObject({
  unit: z.string(),
  soort,
  nummer: z.string().optional(),
  owner,
  effect: z.enum(['nieuw', 'wijzigt', 'vervalt']),
  geldig: geldigDay,
  inwerking: date.optional(),
  retroactive: z.boolean().describe('Krijgt terugwerkende kracht'),
  known,
  wijzigingen,
  daysBy,
  voorwaarde: z.string().optional().describe('Wat eerst moet gebeuren')
})

/** The JSON of a consolidation; strict, so that no key appears without a description here. */
export const consolidationJson = z
  .strictObject({
    schema: z.literal(schemaId),
    geldig: date.describe('De dag waarvoor is gevraagd'),
    zicht: date.describe('De stand van kennis van waaruit is gevraagd'),
    state: z.enum(['geldt', 'nog-niet', 'geëindigd']),
    regeling,
    gemeente: z
      .strictObject({code: z.string(), naam: z.string(), lagen: z.array(laag)})
      .optional()
      .describe('Tekst zoals deze gemeente die heeft vastgesteld'),
    laag: z
      .literal('CAR')
      .optional()
      .describe('Wat alleen voor de UWO geldt, is weggelaten'),
    statement,
    asked: asked.optional(),
    units: z.array(unit),
    announced: z
      .array(announced)
      .describe('Bekend op het zicht, maar nog niet geldend'),
    sources: z
      .array(wijziging)
      .describe('De wijzigingen waarop de tekst berust'),
    mentioned: z
      .array(wijziging)
      .describe('Andere wijzigingen die hier worden genoemd'),
    beyondHorizon: z
      .boolean()
      .describe('Latere wijzigingen zijn niet opgenomen'),
    restsOnBegin: z
      .boolean()
      .describe('Een deel geldt sinds een niet vastgelegde dag'),
    restsOnUnknown: z
      .boolean()
      .describe('Van een deel is de dag van bekendwording onbekend'),
    textHash: sha256
      .optional()
      .describe('SHA-256 van de tekst in Markdown, zonder de vermeldingen')
  })
  .meta({
    title: 'Doorlopende tekst van een regeling op één moment',
    description:
      'Uitvoer van caoc. Doorlopende tekst, redactioneel samengesteld. Rechtskracht heeft alleen de bekendgemaakte tekst.'
  })

/** What {@link consolidationJson} describes. */
export type ConsolidationJson = z.infer<typeof consolidationJson>

/** What it says of one unit. */
export type UnitJson = z.infer<typeof unit>

/** The JSON Schema (2020-12) that programs of others can check against. */
export function jsonSchema(): object {
  return z.toJSONSchema(consolidationJson, {target: 'draft-2020-12'})
}
