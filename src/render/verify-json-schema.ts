/**
 * Stage: none; the shape of what `cao verify` finds.
 *
 * This is a contract with programs of others. Whatever it gains must be
 * optional; anything else asks for a new number in {@link verifySchemaId}.
 * `docs/schema/verify-1.json` is made from it.
 */
import {z} from 'zod'

/** Names the shape in the JSON itself. */
const verifySchemaId = 'caoc/verify/1'

const date = z.iso
  .date()
  .meta({id: 'dag', description: 'Kalenderdag, JJJJ-MM-DD'})
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/u)
  .meta({id: 'hash', description: 'SHA-256, in kleine letters'})

const unit = z.strictObject({
  unit: z.string().describe('Naam voor het leven, uniek in de regeling'),
  soort: z.string(),
  nummer: z.string().optional(),
  owner: z
    .strictObject({soort: z.string(), nummer: z.string().optional()})
    .optional()
    .describe('Van een toelichting: waarop zij een toelichting is')
})

const later = z
  .strictObject({
    wijzigingen: z.array(z.string()).describe('Door wie'),
    names: z.array(z.string()).describe('Dezelfde, zoals men ze noemt'),
    known: z
      .union([date, z.literal('altijd')])
      .describe('Dag waarop dit bekend werd'),
    geldig: z
      .union([date, z.literal('begin')])
      .describe('Eerste dag waarvoor de tekst anders luidt'),
    inwerking: date.optional().describe('Eerste dag met rechtsgevolg'),
    retroactive: z.boolean().describe('Heeft terugwerkende kracht'),
    reaches: z
      .boolean()
      .describe(
        'De dag waarvan het document de tekst geeft, luidt zelf anders'
      ),
    units: z.array(unit)
  })
  .meta({
    id: 'later',
    description:
      'Een wijziging die na het zicht van het document bekend werd of inging, en de tekst raakt'
  })

const side = z
  .strictObject({
    side: z
      .enum(['was', 'wordt'])
      .optional()
      .describe('Kant van een vergelijking; ontbreekt bij een tekst'),
    regeling: z.string().describe('Naam van de map van de regeling'),
    titel: z
      .string()
      .optional()
      .describe('Ontbreekt als de regeling er niet is'),
    geldig: date,
    zicht: date,
    unit: z.string().optional().describe('De eenheid die alleen is gevraagd'),
    gemeente: z.string().optional().describe('Code van de gemeente'),
    laag: z.literal('CAR').optional(),
    concept: z
      .array(z.string())
      .describe('Wijzigingen in concept waarop de tekst berust'),
    textHash: z
      .string()
      .optional()
      .describe('SHA-256 van de tekst in Markdown, volgens het bestand'),
    corpus: z
      .enum([
        'gelijk',
        'anders',
        'geen-regeling',
        'geen-eenheid',
        'geen-gemeente',
        'fouten',
        'niet-te-lezen'
      ])
      .describe('Wat de bronnen op dezelfde dagen geven'),
    corpusHash: hash
      .optional()
      .describe('SHA-256 van de tekst die de bronnen geven, als die anders is'),
    until: date
      .optional()
      .describe(
        'Tot en met welke dag van bekendwording de bronnen zijn bijgewerkt'
      ),
    ended: z
      .strictObject({
        from: date.describe('Eerste dag waarop de regeling niet meer geldt'),
        opvolger: z.string().optional()
      })
      .optional()
      .describe('De regeling is sinds het document geëindigd'),
    later: z.array(later)
  })
  .meta({id: 'kant', description: 'Een tekst die het bestand zegt te bevatten'})

const checked = z
  .strictObject({
    file: z.string().describe('Zoals opgegeven'),
    outcome: z.enum(['ongewijzigd', 'gewijzigd', 'achterhaald', 'onbekend']),
    reason: z
      .enum([
        'geen-bestand',
        'geen-pdf',
        'versleuteld',
        'afgekapt',
        'niet-van-caoc',
        'geen-controlegetal',
        'bytes',
        'aangevuld',
        'tekst',
        'woorden',
        'bronnen',
        'bestanden',
        'later'
      ])
      .optional()
      .describe('Waarom; ontbreekt bij ongewijzigd'),
    problem: z.string().optional().describe('Waarom het niet te lezen is'),
    kind: z
      .enum(['tekst', 'vergelijking'])
      .optional()
      .describe(
        'Ontbreekt als het bestand niet zegt door caoc te zijn gemaakt'
      ),
    checksum: z
      .enum(['klopt', 'aangevuld', 'wijkt-af', 'ontbreekt'])
      .optional()
      .describe(
        'Het controlegetal over alle bytes; `aangevuld`: achter een gaaf bestand is iets toegevoegd. Geen handtekening'
      ),
    words: z
      .enum(['gelijk', 'tekst-gelijk', 'anders', 'niet-te-lezen'])
      .optional()
      .describe(
        'De woorden op de bladzijden naast die van het document dat caoc van de bronnen maakt; `tekst-gelijk`: wat boven de tekst staat verschilt. Ontbreekt als de bronnen de tekst niet geven'
      ),
    sides: z.array(side)
  })
  .meta({id: 'document', description: 'Wat over één bestand te zeggen is'})

/** The JSON of a check; strict, so that no key appears without a description here. */
export const verifyJson = z
  .strictObject({
    schema: z.literal(verifySchemaId),
    zicht: date.describe(
      'Dag waarnaar is gekeken of er sindsdien iets wijzigde'
    ),
    documents: z.array(checked).describe('In de volgorde van de opdracht')
  })
  .meta({
    title: 'Wat over PDF-bestanden van caoc te zeggen is',
    description:
      'Uitvoer van `cao verify --json`. `ongewijzigd` betekent: ongewijzigd sinds vervaardiging, en de bronnen geven dezelfde tekst.'
  })

/** What is found of one file. */
export type Checked = z.infer<typeof checked>

/** One text that a file says it holds. */
export type CheckedSide = z.infer<typeof side>

/** What changed since. */
export type LaterChange = z.infer<typeof later>

/** Findings of all files as a JSON document, ending in one line feed. */
export function verifyToJson(
  zicht: string,
  documents: readonly Checked[]
): string {
  const data = {schema: verifySchemaId, zicht, documents}
  return `${JSON.stringify(data, null, 2)}\n`
}

/** The JSON Schema (2020-12) that programs of others can check against. */
export function verifySchema(): object {
  return z.toJSONSchema(verifyJson, {target: 'draft-2020-12'})
}
