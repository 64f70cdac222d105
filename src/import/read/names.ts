/** The words by which a unit calls itself: `Artikel`, `§`, `Titeldeel`. */
import type {Soort} from '../../model.ts'

/** For each kind of unit what a heading may call it; the first is the usual one. */
export const soortWords: Readonly<Record<Soort, readonly string[]>> = {
  boek: ['boek'],
  deel: ['deel'],
  titel: ['titel', 'titeldeel'],
  hoofdstuk: ['hoofdstuk', 'hfdst.', 'hfst.'],
  afdeling: [
    'afdeling',
    'afdeeling',
    'onderafdeling',
    'subafdeling',
    'sub-afdeling'
  ],
  paragraaf: [
    'paragraaf',
    '§',
    'subparagraaf',
    'sub-paragraaf',
    'subsubparagraaf',
    'par.'
  ],
  artikel: ['artikel', 'art.', 'art'],
  bijlage: ['bijlage', 'bijlagen', 'aanhangsel'],
  preambule: ['preambule', 'aanhef', 'considerans'],
  slot: ['slot', 'slotformulering', 'ondertekening'],
  toelichting: [
    'toelichting',
    'nota van toelichting',
    'algemene toelichting',
    'artikelsgewijze toelichting',
    'memorie van toelichting'
  ]
}

/** Whether a heading's word says no more than the kind of unit does. */
export function isSoortWord(soort: Soort, word: string): boolean {
  return soortWords[soort].includes(word.trim().toLowerCase())
}

/** Units that have no number. */
export const bare: readonly Soort[] = ['preambule', 'slot', 'toelichting']

const numberShape =
  '(?:\\d{1,4}[a-zA-Z]{0,3}(?:[.:\\-](?:\\d{1,4}[a-zA-Z]{0,3}|[a-z]{1,2}\\d{1,3})){0,4}|[IVXLCDM]{1,9}[a-z]{0,3}(?:[.:]\\d{1,4}[a-z]{0,2}){0,3}|[A-Z]{1,2}\\d{0,3})(?:bis|ter|quater)?'

/** What a number of a unit looks like, as the source of a pattern. */
export const nummerPattern: string = numberShape
