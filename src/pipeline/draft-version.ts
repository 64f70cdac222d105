/** `cao new version` as asked → the files that it takes. */
import {draftCopy, draftTemporary} from '../draft/copy.ts'
import {draftMerge, draftSplit} from '../draft/divide.ts'
import {type Draft, together} from '../draft/draft.ts'
import {draftNew} from '../draft/new-unit.ts'
import type {Occasion} from '../draft/occasion.ts'
import {Refusal} from '../draft/refusal.ts'
import {typedText} from '../draft/source-text.ts'
import {draftLapse, draftMove, draftRenumber} from '../draft/structure.ts'
import {draftToelichting, remindOfToelichting} from '../draft/toelichting.ts'
import {
  type IsoDate,
  type Regeling,
  type Soort,
  soorten,
  type Unit,
  type Version,
  type Wijziging
} from '../model.ts'
import {versionSchema} from '../read/schema.ts'
import {nameOf} from '../time/names.ts'
import {type Desk, openWijziging} from './draft-desk.ts'
import {itemsOf, unitCalled, unitsCalled} from './draft-words.ts'

/** What happens to a unit. */
export type Act =
  | {readonly kind: 'change'}
  | {
      readonly kind: 'new'
      readonly before: boolean
      readonly soort?: string
      readonly nummer?: string
    }
  | {readonly kind: 'lapse'}
  | {readonly kind: 'renumber'; readonly nummer: string}
  | {readonly kind: 'move'; readonly target: string; readonly nummer?: string}
  | {readonly kind: 'split'; readonly nummers: string}
  | {readonly kind: 'merge'; readonly others: string}

/** One call of `cao new version`. */
export interface VersionRequest {
  /** The unit in words; empty: the regeling itself. */
  readonly words: string
  readonly wijziging: string
  readonly geldig?: IsoDate | 'onbepaald'
  readonly onderdeel?: string
  readonly act: Act
  readonly opschrift?: string
  readonly until?: IsoDate
  readonly toelichting: boolean
}

/** Draft the versions that a request asks for. */
export function draftVersion(desk: Desk, request: VersionRequest): Draft {
  const {regeling} = desk
  const wijziging = openWijziging(desk, request.wijziging)
  const onderdeel = onderdeelOf(wijziging, request.onderdeel)
  const geldig = request.geldig ?? usualDay(regeling, wijziging, onderdeel)
  const occasion: Occasion = {
    regeling,
    wijziging,
    geldig,
    ...(onderdeel !== undefined && {onderdeel})
  }
  refuseOdd(request)
  const draft =
    request.act.kind === 'new'
      ? draftNewUnit(request, request.act, occasion)
      : draftExisting(request, occasion)
  return together([draft, {files: [], remarks: outOfTime(occasion)}])
}

/** A text that begins when the regeling has ended is nowhere to be seen. */
function outOfTime({regeling, geldig}: Occasion): readonly string[] {
  const {tot} = regeling
  if (tot === undefined || geldig === 'onbepaald' || geldig < tot) return []
  return [
    `De regeling geldt met ingang van ${tot} niet meer; een tekst van ${geldig} komt daardoor in geen document`
  ]
}

/** The one day that the other versions of an onderdeel have, or else of its wijziging. */
function usualDay(
  {units}: Regeling,
  {id}: Wijziging,
  onderdeel: string | undefined
): IsoDate | 'onbepaald' {
  const own = units.flatMap(({versions}) => daysBegun(versions, id))
  const ofPart = own.filter((version) => version.onderdeel === onderdeel)
  const days = new Set(
    (ofPart.length > 0 ? ofPart : own).map(({geldig}) => geldig)
  )
  const [only, ...more] = days
  if (only !== undefined && only !== 'begin' && more.length === 0) return only
  const part = ofPart.length > 0 && onderdeel ? `#${onderdeel}` : ''
  const reason =
    only === undefined
      ? `\`${id}\` heeft nog geen versies waaruit de dag volgt`
      : `de versies van \`${id}${part}\` hebben verschillende dagen`
  throw new Refusal(
    `Geef met \`--geldig\` de dag met ingang waarvan de tekst geldt, als 2026-01-01, of \`onbepaald\`: ${reason}`
  )
}

/** Of a unit, what a wijziging brings; the text that follows a temporary one has a later day by its nature. */
function daysBegun(
  versions: readonly Version[],
  id: string
): readonly Version[] {
  const own = versions.filter(
    ({wijzigingen}) => wijzigingen.length === 1 && wijzigingen[0] === id
  )
  const names = new Set(own.map(nameOf))
  return own.filter(({basis}) => basis === undefined || !names.has(basis))
}

/** The letter of the onderdeel: as given, or the only one that there is. */
export function onderdeelOf(
  {id, path, onderdelen}: Wijziging,
  given: string | undefined
): string | undefined {
  const letters = onderdelen.map((one) => one.id)
  const [only, ...more] = letters
  if (given === undefined) {
    if (more.length === 0) return only
    throw new Refusal(
      `Geef met \`--onderdeel\` het onderdeel van \`${id}\`: ${letters.join(', ')}`
    )
  }
  if (letters.includes(given)) return given
  throw new Refusal(
    only === undefined
      ? `\`${id}\` heeft geen onderdelen; laat \`--onderdeel\` weg, of zet in \`${path}\` een regel \`onderdelen: {${given}: {}}\``
      : `\`${id}\` heeft geen onderdeel ${given}, maar ${letters.join(', ')}; kies een daarvan, of voeg het toe in \`${path}\``
  )
}

/** Combinations of options that say nothing together. */
function refuseOdd({act, until, toelichting, opschrift}: VersionRequest): void {
  const isPlain = act.kind === 'change' || act.kind === 'new'
  if (until !== undefined && !isPlain) {
    throw new Refusal(
      '`--until` gaat alleen over een tijdelijke tekst; laat het weg bij vervallen, vernummeren, verplaatsen, splitsen en samenvoegen'
    )
  }
  if (toelichting && !isPlain) {
    throw new Refusal(
      '`--toelichting` kan hier niet; leg de versie van de toelichting apart neer met `cao new version toelichting op …`'
    )
  }
  const isNameless = ['lapse', 'split', 'merge'].includes(act.kind)
  if (opschrift !== undefined && (isNameless || until !== undefined)) {
    throw new Refusal(
      '`--opschrift` kan hier niet; schrijf het opschrift in het bestand'
    )
  }
}

function draftNewUnit(
  {words, opschrift, until, toelichting}: VersionRequest,
  {before, soort, nummer}: Extract<Act, {kind: 'new'}>,
  occasion: Occasion
): Draft {
  const {regeling, geldig} = occasion
  const isWhole = ['', 'regeling', regeling.id].includes(words.toLowerCase())
  if (isWhole && before) {
    throw new Refusal(
      'Noem bij `--before` de bepaling waar de nieuwe voor komt'
    )
  }
  const named = isWhole ? undefined : unitCalled(regeling, words, geldig)
  return draftNew(
    {
      before,
      toelichting,
      ...(named && {named}),
      ...(soort !== undefined && {soort: soortCalled(soort)}),
      ...(nummer !== undefined && {nummer: nummerTyped(nummer, 'nummer')}),
      ...(opschrift !== undefined && {
        opschrift: typedText(opschrift, 'opschrift')
      }),
      ...(until !== undefined && {until})
    },
    occasion
  )
}

function soortCalled(name: string): Soort {
  const soort = soorten.find((one) => one === name.toLowerCase())
  if (soort !== undefined) return soort
  throw new Refusal(
    `\`${name}\` is geen soort bepaling; kies bij \`--soort\` uit ${soorten.join(', ')}`
  )
}

function draftExisting(request: VersionRequest, occasion: Occasion): Draft {
  const {words, act} = request
  const {regeling, geldig} = occasion
  if (words === '') {
    throw new Refusal(
      'Noem de bepaling waarvan een versie komt, als `cao new version 2:3`'
    )
  }
  const unit = unitCalled(regeling, words, geldig)
  const opschrift =
    request.opschrift === undefined
      ? {}
      : {opschrift: typedText(request.opschrift, 'opschrift')}
  switch (act.kind) {
    case 'lapse':
      return draftLapse(unit, occasion)
    case 'renumber': {
      const nummer = nummerTyped(act.nummer, 'renumber')
      return draftRenumber(unit, nummer, occasion, opschrift)
    }
    case 'move':
      return draftMoved(unit, act, occasion, opschrift)
    case 'split':
      return draftSplit(unit, nummersTyped(act.nummers), occasion)
    case 'merge':
      return draftMerge(
        unit,
        unitsCalled(regeling, act.others, geldig),
        occasion
      )
    default:
      return draftChange(unit, request, occasion, opschrift)
  }
}

function nummersTyped(list: string): readonly string[] {
  return itemsOf(list).map((nummer) => nummerTyped(nummer, 'split'))
}

/** A number as the head of a version may have it. */
function nummerTyped(text: string, option: string): string {
  const nummer = typedText(text, option)
  const {success, error} = versionSchema.shape.nummer.safeParse(nummer)
  if (success) return nummer
  throw new Refusal(`\`--${option}\` ${error.issues[0]?.message}`)
}

interface Opschrift {
  readonly opschrift?: string
}

function draftMoved(
  unit: Unit,
  {target: words, nummer}: Extract<Act, {kind: 'move'}>,
  occasion: Occasion,
  opschrift: Opschrift
): Draft {
  const {regeling, geldig} = occasion
  const isTop = ['regeling', regeling.id].includes(words.trim().toLowerCase())
  const target = isTop ? undefined : unitCalled(regeling, words, geldig)
  return draftMove(
    unit,
    {
      ...opschrift,
      ...(target && {target}),
      ...(nummer !== undefined && {nummer: nummerTyped(nummer, 'renumber')})
    },
    occasion
  )
}

function draftChange(
  unit: Unit,
  {until, toelichting}: VersionRequest,
  occasion: Occasion,
  opschrift: Opschrift
): Draft {
  const own =
    until === undefined
      ? draftCopy(unit, occasion, opschrift)
      : draftTemporary(unit, occasion, until)
  if (toelichting)
    return together([own, draftToelichting(unit, occasion, until)])
  const remarks = remindOfToelichting(unit, occasion)
  return together([own, {files: [], remarks}])
}
