/**
 * Findings as data for programs of others.
 *
 * Kernel. A contract: whatever it gains must be optional; anything else asks
 * for a new number in {@link schemaId}. `docs/schema/findings-1.json` is made
 * from it.
 */
import {z} from 'zod'
import type {Finding} from './reporter.ts'

/** Names the shape in the JSON itself. */
const schemaId = 'caoc/findings/1'

const position = z.int().positive()

const finding = z
  .strictObject({
    path: z
      .string()
      .describe('Bestand, met de map ervoor zoals die is opgegeven'),
    line: position.describe('Regel waar het begint; de eerste is 1'),
    column: position.describe(
      'Kolom waar het begint; de eerste is 1, geteld in UTF-16'
    ),
    endLine: position.optional().describe('Regel waar het eindigt, als bekend'),
    endColumn: position
      .optional()
      .describe('Eerste kolom die er niet meer bij hoort, als bekend'),
    severity: z
      .enum(['fout', 'waarschuwing'])
      .describe('Een fout houdt publicatie tegen'),
    rule: z.string().describe('Naam van de regel; zie docs/rules'),
    message: z.string().describe('Wat er is en wat te doen'),
    note: z
      .string()
      .optional()
      .describe('Een tweede plaats, of een toelichting'),
    fix: z
      .string()
      .optional()
      .describe(
        'Wat in de plaats moet komen van de tekst van het begin tot het eind, alleen als dat zeker is'
      )
  })
  .meta({id: 'melding', description: 'Iets dat niet klopt, op zijn plaats'})

/** The whole document. */
export const findingsJson = z
  .strictObject({
    schema: z.literal(schemaId),
    findings: z
      .array(finding)
      .describe('Op volgorde van bestand, plaats en regel'),
    changed: z
      .array(z.string())
      .optional()
      .describe(
        'Bestanden die met `--fix` zijn gewijzigd; de meldingen zijn die van daarna'
      ),
    locked: z
      .array(z.string())
      .optional()
      .describe(
        'Bestanden met een herstel dat is nagelaten, omdat zij vergrendeld zijn'
      )
  })
  .meta({
    title: 'Meldingen van cao check',
    description: 'Uitvoer van `cao check --json`.'
  })

/** What `--fix` did, beside the findings that are left. */
export interface Mending {
  readonly changed: readonly string[]
  readonly locked: readonly string[]
}

/** Findings as a JSON document, ending in one line feed. */
export function formatJson(
  findings: readonly Finding[],
  mending?: Mending
): string {
  const data = {schema: schemaId, findings, ...mending}
  return `${JSON.stringify(data, null, 2)}\n`
}

/** The JSON Schema (2020-12) that programs of others can check against. */
export function findingsSchema(): object {
  return z.toJSONSchema(findingsJson, {target: 'draft-2020-12'})
}
