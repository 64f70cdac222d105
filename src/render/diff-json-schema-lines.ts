/**
 * Stage: none; the shape of the lines of a comparison in JSON.
 */
import {z} from 'zod'
import {soorten} from '../model.ts'

/** For whom a text holds. */
export const laag = z.enum(['CAR', 'UWO'])

/** Kind of a unit. */
export const soort = z.enum(soorten)

/** What a toelichting is about. */
export const owner = z
  .strictObject({soort, nummer: z.string().optional()})
  .optional()
  .describe('Waarop een toelichting is geschreven')

/** By which wijzigingen. */
export const door = z
  .array(z.string())
  .describe('Wijzigingen die het deden, voor zover bekend')

/** Two places of one thing. */
export const move = z
  .int()
  .optional()
  .describe(
    'Gedeeld door de plaats die iets verliet en de plaats waar het kwam; niets anders in de vergelijking heeft dit nummer'
  )

/** What befell something. */
export const kind = z
  .enum([
    'added',
    'lapsed',
    'changed',
    'formatted',
    'renumbered',
    'moved',
    'split',
    'merged'
  ])
  .meta({
    id: 'soort-wijziging',
    description:
      'nieuw, vervallen, gewijzigd, alleen opmaak, vernummerd, verplaatst, gesplitst, samengevoegd'
  })

const mark = z
  .union([
    z.enum(['emphasis', 'strong']),
    z.strictObject({
      url: z.string().describe('Zoals geschreven; niet op veiligheid getoetst'),
      title: z.string().nullable(),
      link: z.int().describe('Delen van één koppeling delen dit nummer')
    })
  ])
  .meta({id: 'opmaak', description: 'Cursief, vet of een koppeling'})

/** A run of words. */
export const run = z
  .strictObject({
    op: z
      .enum(['same', 'formatted', 'added', 'removed'])
      .describe('`formatted`: dezelfde woorden met een andere opmaak'),
    type: z
      .enum(['text', 'break', 'noot'])
      .describe(
        '`break`: een regeleinde; `noot`: een verwijzing naar een noot, met haar merk in `text`'
      ),
    text: z.string(),
    was: z.array(mark).describe('Opmaak in de oude tekst'),
    wordt: z.array(mark).describe('Opmaak in de nieuwe tekst'),
    merkWas: z
      .string()
      .optional()
      .describe('Merk van de noot in de oude tekst, als dat anders is'),
    door: door.optional()
  })
  .meta({id: 'woorden', description: 'Woorden waarmee hetzelfde gebeurde'})

const stap = z
  .strictObject({
    type: z.enum(['lid', 'onderdeel', 'noot', 'citaat']),
    label: z
      .string()
      .describe('Zoals geschreven, met de punt; van een noot het merk'),
    nummer: z.string(),
    laag: laag.optional()
  })
  .meta({id: 'stap', description: 'Waarin een regel staat'})

const line = z
  .strictObject({
    path: z.array(stap).describe('Van buiten naar binnen'),
    starts: z
      .int()
      .min(0)
      .describe('Hoeveel van de binnenste stappen met deze regel beginnen'),
    kind: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('alinea'),
        role: z.enum(['tekst', 'aanhef', 'slot'])
      }),
      z.strictObject({
        type: z.literal('tussenkop'),
        depth: z.int().min(1).max(6)
      }),
      z.strictObject({
        type: z.literal('tabel'),
        align: z.array(z.enum(['left', 'right', 'center']).nullable())
      }),
      z.strictObject({type: z.literal('leeg')})
    ])
  })
  .meta({id: 'regel', description: 'Een regel op één van beide kanten'})

const lineSide = z
  .union([line, z.literal('continues')])
  .optional()
  .describe(
    'Ontbreekt als de regel aan die kant niet staat; `continues`: de woorden horen daar bij de regel ervoor'
  )

const cell = z
  .strictObject({
    was: z.boolean(),
    wordt: z.boolean(),
    runs: z.array(run)
  })
  .describe(
    'Een cel die aan een kant ontbreekt, staat in een kolom die vervallen of nieuw is, of in een rij die er aan die kant niet is'
  )

const row = z
  .strictObject({
    was: z.boolean(),
    wordt: z.boolean(),
    cells: z.array(cell),
    move
  })
  .describe(
    'Een verplaatste rij staat er tweemaal: waar zij stond met alleen `was`, waar zij staat met alleen `wordt`; op beide plaatsen vertellen de cellen wat er onderweg in wijzigde'
  )

/** A line of the merged text. */
export const lineChange = z
  .strictObject({
    was: lineSide,
    wordt: lineSide,
    runs: z.array(run),
    rows: z.array(row).optional().describe('Van een tabel'),
    move,
    other: line
      .optional()
      .describe('Van een verplaatste regel wat hij op de andere plaats is'),
    otherUnit: z
      .strictObject({
        id: z.string(),
        soort,
        nummer: z.string().optional(),
        owner
      })
      .optional(),
    kinds: z.array(kind),
    door
  })
  .meta({
    id: 'regelwijziging',
    description: 'Een regel van de samengevoegde tekst'
  })

/** What it says of one line. */
export type LineChangeJson = z.infer<typeof lineChange>

/** What it says of a run of words. */
export type RunJson = z.infer<typeof run>

/** What it says of a mark. */
export type MarkJson = z.infer<typeof mark>
