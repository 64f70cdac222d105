/** A new wijziging as its file. */
import type {Determination, Herziening} from '../model.ts'
import type {DraftFile} from './draft.ts'
import {Refusal} from './refusal.ts'
import {type Head, sourceText, typedText} from './source-text.ts'

/** What the head of a new wijziging says; texts as typed. */
export interface NewWijziging {
  /** Absent: named after `lbr`. */
  readonly id?: string
  readonly soort?: string
  readonly onderwerp: string
  readonly kenmerk?: string
  readonly lbr?: string
  readonly loga?: string
  /** Absent: a concept. */
  readonly datum?: string
  readonly bekend?: string
  readonly onderdelen?: readonly NewOnderdeel[]
  readonly volgorde?: number
  readonly rectificeert?: string
  readonly trektIn?: readonly string[]
  readonly steltVast?: readonly Determination[]
  readonly herziet?: readonly Herziening[]
}

/** An onderdeel of a new wijziging. */
interface NewOnderdeel {
  readonly id: string
  readonly inwerking?: string
}

/** The soorten of wijziging that somebody may ask for by name. */
export const wijzigingSoorten = [
  'ledenbrief',
  'akkoord',
  'rectificatie'
] as const

/** Draft the file of a wijziging. */
export function wijzigingFile(
  regeling: string,
  wijziging: NewWijziging
): DraftFile {
  return {
    path: `${regeling}/wijzigingen/${idOf(wijziging)}.md`,
    text: sourceText(headOf(wijziging))
  }
}

/** The name of a wijziging: as given, or after the number of its ledenbrief. */
export function idOf({id, lbr}: Pick<NewWijziging, 'id' | 'lbr'>): string {
  if (id !== undefined) return id
  const slug = numberOf(lbr ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
  if (slug !== '') return `lbr-${slug}`
  throw new Refusal(
    'Geef de wijziging een naam, als `lbr-26-012`, of met `--lbr` het nummer van de ledenbrief, als `26/012`'
  )
}

function headOf(wijziging: NewWijziging): Head {
  const {soort = 'ledenbrief', datum, bekend, volgorde, herziet} = wijziging
  const {rectificeert, trektIn, onderdelen, steltVast} = wijziging
  return {
    soort,
    ...namesOf(wijziging),
    onderwerp: typedText(wijziging.onderwerp, 'onderwerp'),
    datum,
    bekend,
    onderdelen:
      onderdelen &&
      Object.fromEntries(
        onderdelen.map(({id, inwerking}) => [id, {inwerking}])
      ),
    volgorde,
    rectificeert,
    'trekt-in': trektIn,
    'stelt-vast': steltVast && determinations(steltVast),
    herziet:
      herziet &&
      Object.fromEntries(herziet.map(({target, sha256}) => [target, sha256])),
    concept: datum === undefined ? true : undefined
  }
}

function namesOf({kenmerk, lbr, loga}: NewWijziging): Head {
  return {
    kenmerk: kenmerk === undefined ? undefined : typedText(kenmerk, 'kenmerk'),
    lbr: lbr === undefined ? undefined : numberOf(typedText(lbr, 'lbr')),
    loga: loga === undefined ? undefined : typedText(loga, 'loga')
  }
}

/** Determinations as a head has them, by target. */
function determinations(
  list: readonly Determination[]
): Readonly<Record<string, Head>> {
  return Object.fromEntries(
    list.map(({target, geldig, inwerking}) => [target, {geldig, inwerking}])
  )
}

/** `Lbr. 26/012` is number `26/012`. */
function numberOf(lbr: string): string {
  return lbr.replace(/^\s*lbr\.?[\s-]*/iu, '').trim()
}
