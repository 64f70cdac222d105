/**
 * Stage: none; the shape of the legal tree in JSON.
 */
import {z} from 'zod'

const phrasing = z
  .discriminatedUnion('type', [
    z.strictObject({type: z.literal('text'), value: z.string()}),
    z.strictObject({
      type: z.literal('emphasis'),
      get children() {
        return z.array(phrasing)
      }
    }),
    z.strictObject({
      type: z.literal('strong'),
      get children() {
        return z.array(phrasing)
      }
    }),
    z.strictObject({
      type: z.literal('link'),
      url: z.string().describe('Zoals geschreven; niet op veiligheid getoetst'),
      get children() {
        return z.array(phrasing)
      }
    }),
    z.strictObject({type: z.literal('break')}),
    z.strictObject({
      type: z.literal('footnoteReference'),
      merk: z.string().describe('Van een noot van dezelfde eenheid')
    })
  ])
  .meta({id: 'tekstdeel', description: 'Deel van een lopende tekst'})

/** What {@link blockJson} says of running text. */
export type PhrasingJson = z.infer<typeof phrasing>

/** One node of the legal tree in JSON. */
export const blockJson = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('alinea'),
      role: z.enum(['tekst', 'aanhef', 'slot']),
      content: z.array(phrasing)
    }),
    z.strictObject({
      type: z.enum(['lid', 'onderdeel']),
      label: z.string().describe('Zoals geschreven, met de punt'),
      nummer: z.string(),
      laag: z.enum(['CAR', 'UWO']).optional(),
      get content() {
        return z.array(blockJson)
      }
    }),
    z.strictObject({
      type: z.literal('tabel'),
      align: z.array(z.enum(['left', 'right', 'center']).nullable()),
      rows: z
        .array(z.strictObject({cells: z.array(z.array(phrasing))}))
        .describe('De eerste rij is de kop; rijen kunnen in lengte verschillen')
    }),
    z.strictObject({
      type: z.literal('noot'),
      merk: z.string(),
      get content() {
        return z.array(blockJson)
      }
    }),
    z.strictObject({
      type: z.literal('tussenkop'),
      depth: z.int().min(1).max(6),
      content: z.array(phrasing)
    }),
    z.strictObject({
      type: z.literal('citaat'),
      get content() {
        return z.array(blockJson)
      }
    })
  ])
  .meta({id: 'blok', description: 'Deel van de tekst van een eenheid'})

/** What {@link blockJson} describes. */
export type BlockJson = z.infer<typeof blockJson>
