/**
 * What the front matter of each kind of file may say.
 *
 * Messages complete the sentence that begins with the key: `` `tot` … ``.
 */
import {z} from 'zod'
import type {IsoDate} from '../model.ts'
import {isoDate} from '../time/days.ts'
import {meantDay} from './meant-day.ts'

const dayReason = 'moet een bestaande dag zijn als `2015-09-01`'
const nummerShape = /^[0-9A-Za-z]{1,8}(?:[:.-][0-9A-Za-z]{1,8}){0,4}$/u
/** Said by who knows that the law gives a unit no number. */
const noNummer = 'geen'
const hashShape = /^[0-9a-f]{64}$/u

const text = z
  .string(
    'moet tekst zijn; zet aanhalingstekens om een waarde die met `[` of `{` begint'
  )
  .transform((value) => value.normalize('NFC').trim())
  .refine((value) => value !== '', 'is leeg; vul het in of verwijder de regel')

const day = z.string(dayReason).transform((value, context): IsoDate => {
  const found = isoDate(value.trim())
  if (found) return found
  context.addIssue({
    code: 'custom',
    message: `is \`${value}\`, maar ${dayReason}`,
    params: {fix: meantDay(value)}
  })
  return z.NEVER
})

const yes = z
  .enum(['true', 'false'], 'moet `true` of `false` zijn')
  .transform((value) => value === 'true')

const whole = z
  .string('moet een geheel getal zijn')
  .regex(/^\d{1,6}$/u, 'moet een geheel getal zijn')
  .transform(Number)

const laag = z.enum(['CAR', 'UWO'], 'moet `CAR` of `UWO` zijn')

const name = z
  .string('moet een naam zijn')
  .regex(
    /^[A-Za-z0-9./+-]{1,120}$/u,
    'moet een naam zijn van letters, cijfers en streepjes, als `artikel-1-2c`'
  )

const names = z.union(
  [name.transform((one) => [one]), z.array(name)],
  'moet een naam of een lijst van namen zijn'
)

const target = z
  .string()
  .regex(
    /^[A-Za-z0-9/.+-]{1,120}(?:#[A-Za-z]{1,4})?$/u,
    'moet een wijziging zijn als `lbr-16-001` of `lbr-16-001#A`'
  )

const targets = z.union(
  [target.transform((one) => [one]), z.array(target)],
  'moet een wijziging, een onderdeel (`lbr-16-001#A`) of een versie (`artikel-1/2016-01-01.lbr-16-001`) zijn, of een lijst daarvan'
)

const sha256 = z
  .string()
  .regex(
    hashShape,
    'moet een SHA-256 zijn: 64 cijfers en letters a tot en met f'
  )

const texts = z.union(
  [text.transform((one) => [one]), z.array(text)],
  'moet tekst of een lijst van teksten zijn'
)

const datedText = z.union(
  [
    text.transform((one) => [{text: one}]),
    z.array(
      z
        .strictObject({vanaf: day.optional(), tekst: text})
        .transform(({vanaf, tekst}) => ({
          text: tekst,
          ...(vanaf && {from: vanaf})
        }))
    )
  ],
  'moet tekst zijn, of een lijst van `vanaf` en `tekst`'
)

/** `regeling.md`. */
export const regelingSchema = z.strictObject({
  formaat: z.literal(
    '1',
    'moet `1` zijn: dat is het formaat dat deze versie van caoc leest'
  ),
  titel: text,
  citeertitel: datedText.optional(),
  partijen: datedText.optional(),
  route: z.enum(
    ['gemeenteblad', 'aanmelding', 'website'],
    'moet `gemeenteblad`, `aanmelding` of `website` zijn'
  ),
  lagen: z.array(laag, 'moet een lijst zijn van `CAR` en `UWO`').optional(),
  van: day.optional(),
  tot: day.optional(),
  opvolger: text.optional(),
  'bijgewerkt-tot': day.optional(),
  uittreksel: yes.optional(),
  bron: text.optional(),
  talen: z
    .record(
      z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u),
      z
        .array(text, 'moet een lijst van woorden zijn')
        .min(1, 'moet ten minste één woord noemen'),
      'moet de code van een taal zijn, als `en` of `de`, met een lijst van woorden'
    )
    .optional()
})

/** A version of a unit that has a number. */
export const versionSchema = z.strictObject({
  nummer: z
    .string('moet een nummer zijn als `1:2c`')
    .transform((value) => value.normalize('NFC').trim())
    .refine(
      (value) => nummerShape.test(value),
      'moet een nummer zijn als `1:2c`, `12:1:4` of `IIa`, of `geen`'
    )
    .transform((value) => (value === noNummer ? undefined : value)),
  opschrift: text.optional(),
  onderdeel: z
    .string()
    .regex(/^[A-Za-z]{1,4}$/u, 'moet de letter van een onderdeel zijn, als `A`')
    .optional(),
  basis: name.optional(),
  laag: laag.optional(),
  tot: day.optional(),
  vervallen: yes.optional(),
  in: name.optional(),
  na: name.optional(),
  uit: names.optional(),
  'opgegaan-in': names.optional(),
  hand: yes.optional()
})

/** A version of a unit without a number (preambule, slot, toelichting). */
export const bareVersionSchema = versionSchema.extend({
  nummer: z
    .undefined('hoort niet bij deze soort; verwijder de regel')
    .optional()
})

const besluit = z.strictObject({
  kenmerk: text.optional(),
  datum: day,
  bekend: day,
  inwerking: day,
  bron: text.optional(),
  wijzigingen: z.array(
    z.union([
      target.transform((naam) => ({naam})),
      z.strictObject({naam: target, geldig: day.optional()})
    ]),
    'moet een lijst van wijzigingen zijn'
  )
})

/** What one municipality adopted. */
export const vaststellingSchema = z.strictObject({
  formaat: z.literal(
    '1',
    'moet `1` zijn: dat is het formaat dat deze versie van caoc leest'
  ),
  gemeente: text,
  lagen: z.array(laag, 'moet een lijst zijn van `CAR` en `UWO`').optional(),
  besluiten: z.preprocess(
    (value) => (value === '' ? [] : value),
    z.array(besluit, 'moet een lijst van besluiten zijn')
  )
})

const bwb = z
  .string()
  .regex(/^BWB[RV]\d{7}$/u, 'moet een nummer zijn als `BWBR0005537`')

/** The list of laws. */
export const wettenSchema = z.strictObject({
  formaat: z.literal(
    '1',
    'moet `1` zijn: dat is het formaat dat deze versie van caoc leest'
  ),
  wetten: z.array(
    z.strictObject({
      naam: text,
      lidwoord: z.enum(['de', 'het'], 'moet `de` of `het` zijn').optional(),
      afkortingen: z.array(text, 'moet een lijst van namen zijn').optional(),
      bwb: bwb.optional(),
      boeken: z.record(text, bwb).optional()
    }),
    'moet een lijst van wetten zijn'
  )
})

/** A wijziging. */
export const wijzigingSchema = z
  .strictObject({
    soort: z.enum(
      ['ledenbrief', 'akkoord', 'besluit', 'rectificatie', 'revisie'],
      'moet `ledenbrief`, `akkoord`, `besluit`, `rectificatie` of `revisie` zijn'
    ),
    onderwerp: text,
    kenmerk: text.optional(),
    lbr: text.optional(),
    loga: text.optional(),
    afzender: text.optional(),
    ondertekening: texts.optional(),
    bijlagen: texts.optional(),
    datum: day.optional(),
    bekend: z
      .union([z.literal('onbekend'), day], `${dayReason}, of \`onbekend\``)
      .optional(),
    'bekend-na': targets.optional(),
    onderdelen: z
      .record(
        z.string().regex(/^[A-Za-z]{1,4}$/u),
        z
          .strictObject({
            inwerking: day.optional(),
            voorwaarde: text.optional()
          })
          .or(z.literal('').transform(() => ({}))),
        'moet per onderdeel een regel hebben, als `A: {inwerking: 2015-10-01}`'
      )
      .optional(),
    volgorde: whole.optional(),
    rectificeert: name.optional(),
    'trekt-in': targets.optional(),
    'stelt-vast': z
      .record(
        target,
        z.strictObject({geldig: day.optional(), inwerking: day.optional()})
      )
      .optional(),
    herziet: z
      .record(
        name,
        sha256,
        'moet per versie een regel hebben, als `artikel-2-3/2020-01-01.lbr-20-001: <SHA-256>`'
      )
      .optional(),
    bron: z
      .union(
        [
          text.transform((plaats) => ({plaats})),
          z.strictObject({
            plaats: text,
            sha256: sha256.optional()
          })
        ],
        'moet een plaats zijn, of `plaats` en `sha256`'
      )
      .optional(),
    concept: yes.optional()
  })
  .refine(
    ({datum, bekend, concept}) =>
      concept === true || datum !== undefined || bekend !== undefined,
    {
      path: ['datum'],
      message: 'ontbreekt; vul de dagtekening in, of `bekend: onbekend`'
    }
  )
