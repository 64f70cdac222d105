/**
 * The shape of `lock.json`.
 *
 * A contract with later versions of caoc and with programs of others;
 * `docs/schema/lock-1.json` is made from it.
 */
import {z} from 'zod'

/** The `formaat` that this caoc reads and writes. */
export const lockFormat = 1

/** The name of a wijziging, as in `wijzigingen/<naam>.md`. */
const wijziging = /^[a-z0-9-]{1,57}$/u
/** Folders and a text, none of them hidden or above this one. */
const place =
  /^(?:[A-Za-z0-9+-][A-Za-z0-9.+-]*\/)+[A-Za-z0-9+-][A-Za-z0-9.+-]*\.md$/u
const sha256 = /^[0-9a-f]{64}$/u

/** `lock.json` as caoc writes it. */
export const lockJson = z
  .strictObject({
    formaat: z
      .literal(lockFormat)
      .describe('Een nieuwere caoc die dit anders schrijft, telt hier op'),
    wijzigingen: z
      .record(
        z.string().regex(wijziging),
        z.strictObject({
          bestanden: z
            .record(z.string().regex(place), z.string().regex(sha256))
            .describe(
              'Per bestand, met zijn plaats onder de map van de regeling, de SHA-256 van de tekst als UTF-8, NFC, met alleen een LF aan het eind van een regel en zonder byte order mark'
            )
        })
      )
      .describe('De vergrendelde wijzigingen, op naam')
  })
  .meta({
    title: 'Vergrendelde wijzigingen van een regeling',
    description:
      'Geschreven door `cao lock`. Sleutels staan in volgorde van hun tekens.'
  })

/** The JSON Schema (2020-12) that programs of others can check against. */
export function lockJsonSchema(): object {
  return z.toJSONSchema(lockJson, {target: 'draft-2020-12'})
}
