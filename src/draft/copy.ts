/** A version that begins as a copy of the text that it will replace. */
import type {IsoDate, Unit, Version} from '../model.ts'
import {compareText} from '../time/order.ts'
import type {Draft, DraftFile} from './draft.ts'
import {
  nameOf,
  type Occasion,
  refuseTie,
  type Stand,
  standOf
} from './occasion.ts'
import {Refusal} from './refusal.ts'
import {called, folderOf, livingVersion, onDay, upperFirst} from './units.ts'
import {
  carriedOn,
  tombstone,
  type VersionHead,
  versionFile
} from './version-file.ts'

/** What a copy may change in its head. */
export interface CopyChange {
  readonly nummer?: string
  readonly opschrift?: string
}

/** Draft a version of a unit: the text that precedes it, with that as `basis`. */
export function draftCopy(
  unit: Unit,
  occasion: Occasion,
  change: CopyChange = {}
): Draft {
  const {version, stand} = livingVersion(unit, occasion)
  const head = {...carriedOn(version), ...change}
  return versionAfter(unit, occasion, {version, stand, head})
}

/** Draft the version that lets a unit lapse. */
export function draftTombstone(
  unit: Unit,
  occasion: Occasion,
  more: VersionHead = {}
): Draft {
  const {version, stand} = livingVersion(unit, occasion)
  refuseTie(unit, occasion)
  const head = {...tombstone(version), ...more}
  const folder = folderOf(unit.id, occasion.regeling)
  return {
    files: [versionFile(folder, occasion, head)],
    remarks: remarksOn(unit, occasion, stand)
  }
}

/** A version that is followed, and the head of the one that follows it. */
export interface Following {
  readonly version: Version
  readonly stand: Stand
  readonly head: VersionHead
  /** The text, when it is not that of the version that is followed. */
  readonly text?: Version['text']
}

/** The file that follows a version, with what is to be said of it. */
export function versionAfter(
  unit: Unit,
  occasion: Occasion,
  {version, stand, head, text = version.text}: Following
): Draft {
  refuseTie(unit, occasion)
  const folder = folderOf(unit.id, occasion.regeling)
  return {
    files: [versionFile(folder, occasion, head, text)],
    remarks: [
      ...remarksOn(unit, occasion, stand),
      ...endRemark(unit, occasion, version)
    ]
  }
}

/**
 * Draft a deviation and the text that follows it from `until` on: the text
 * that would have held then (Aanwijzingen voor de regelgeving 5.73).
 */
export function draftTemporary(
  unit: Unit,
  occasion: Occasion,
  until: IsoDate
): Draft {
  refusePast(occasion, until)
  const after: Occasion = {...occasion, geldig: until}
  const {version} = livingVersion(unit, occasion)
  const following = standOf(unit, after)
  const name = called(unit, occasion)
  if (following.state !== 'geldt' || !following.version) {
    throw new Refusal(
      `${upperFirst(name)} vervalt al voordat de afwijking ${onDay(after)} eindigt; kies een vroegere dag bij \`--until\`, of laat \`--until\` weg`
    )
  }
  const deviation = draftCopy(unit, occasion)
  refuseTie(unit, after)
  const back: DraftFile = versionFile(
    folderOf(unit.id, occasion.regeling),
    after,
    {
      ...carriedOn(following.version),
      basis: `${occasion.geldig}.${occasion.wijziging.id}`
    },
    following.version.text
  )
  const between =
    following.version === version
      ? []
      : [
          `Tussen ${occasion.geldig} en ${until} geldt al een latere tekst, \`${nameOf(following.version)}\`; de tekst vanaf ${until} is daarvan de kopie`
        ]
  return {
    files: [...deviation.files, back],
    remarks: [
      ...deviation.remarks,
      ...between,
      ...remarksOn(unit, after, following)
    ]
  }
}

/** Throws unless a temporary text ends after it begins. */
export function refusePast({geldig}: Occasion, until: IsoDate): void {
  if (geldig !== 'onbepaald' && geldig < until) return
  throw new Refusal(
    geldig === 'onbepaald'
      ? 'Een tijdelijke tekst heeft ook een begin nodig; geef met `--geldig` een dag'
      : `Een tijdelijke tekst eindigt na zijn begin (${geldig}); kies een latere dag bij \`--until\``
  )
}

/** What an author must know of the other versions of a unit. */
export function remarksOn(
  unit: Unit,
  occasion: Occasion,
  stand: Stand
): readonly string[] {
  const {wijziging, geldig} = occasion
  const name = called(unit, occasion)
  const remarks: string[] = []
  const others = stand.later.filter((one) => !isOwn(one, wijziging.id))
  const own = stand.later.find((one) => isOwn(one, wijziging.id))
  if (others.length > 0) {
    const woven = others.map((one) => `\`${wovenName(one, wijziging.id)}\``)
    remarks.push(
      `Samenloop: van ${name} zijn al versies bekend die na deze komen (${names(others)}) en waarin deze wijziging niet is verwerkt; leg daarvoor straks samengevoegde versies neer: ${woven.join(', ')}`
    )
  }
  if (own) {
    remarks.push(
      `\`${nameOf(own)}\` is van dezelfde wijziging en volgt nu op deze; zet daar \`basis: ${geldig}.${wijziging.id}\` en verwerk er deze tekst in`
    )
  }
  if (stand.knownLater.length > 0) {
    remarks.push(
      `Samenloop: ${names(stand.knownLater)} van ${name} werd pas bekend na \`${wijziging.id}\` en is daarom niet in deze tekst verwerkt; leg daarvoor straks een samengevoegde versie neer`
    )
  }
  if (stand.undated.length > 0) {
    remarks.push(
      `Van ${name} is ook ${names(stand.undated)} bekend, zonder dag; krijgt die een dag, dan ontstaat er samenloop`
    )
  }
  if (stand.concepts.length > 0) {
    remarks.push(
      `Van ${name} is er ook een concept, dat niet meetelt: ${names(stand.concepts)}`
    )
  }
  return remarks
}

function endRemark(
  unit: Unit,
  occasion: Occasion,
  {tot}: Version
): readonly string[] {
  return tot === undefined
    ? []
    : [
        `${upperFirst(called(unit, occasion))} vervalt op ${tot}; die dag staat ook in de nieuwe versie (\`tot\`)`
      ]
}

function isOwn({wijzigingen}: Version, id: string): boolean {
  return wijzigingen.length === 1 && wijzigingen[0] === id
}

function names(versions: readonly Version[]): string {
  return versions.map((version) => `\`${nameOf(version)}\``).join(', ')
}

/** The woven version that holds a later one and the new one. */
function wovenName(version: Version, id: string): string {
  const day = version.days.at(-1)?.geldig ?? version.geldig
  const ids = [...new Set([...version.wijzigingen, id])].toSorted(compareText)
  return `${day}.${ids.join('+')}`
}
