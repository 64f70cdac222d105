import {defined} from '../defined.ts'
import type {Days, KnownDay, Place, SourceMap, Version} from '../model.ts'
import {isWoven} from '../time/ancestry.ts'
import {isDay} from '../time/days.ts'
import {nameOf} from '../time/names.ts'
import {compareKnown, compareStrength, toldKnown} from '../time/select.ts'
import type {Rule, Tell} from './rule.ts'

/** A version says on which text it was written; without that nobody sees what it overwrites. */
export const basis: Rule = {
  id: 'basis',
  severity: 'fout',
  check({units}, tell, sources) {
    for (const {versions} of units) {
      if (versions.length > 1) checkUnit(versions, tell, sources)
    }
  }
}

function checkUnit(
  versions: readonly Version[],
  tell: Tell,
  sources: SourceMap
): void {
  const named = new Map(versions.map((one) => [nameOf(one), one]))
  const circles = circlesIn(versions, named)
  for (const version of versions) {
    const {path} = version
    const reason = circles.has(version) ? circleReason : faultOf(version, named)
    if (reason) tell({path, key: 'basis'}, reason)
    if (version.basis === undefined)
      tellAbsence(version, named, {tell, sources})
  }
}

const absentReason =
  '`basis` ontbreekt in de kop; noem het bestand, zonder `.md`, waarop deze tekst is geschreven'

/** With a fix where there was one text only: that is certain. */
function tellAbsence(
  version: Version,
  named: Named,
  {tell, sources}: {readonly tell: Tell; readonly sources: SourceMap}
): void {
  if (isWoven(version)) return
  const [first, second] = predecessorsOf(version, named)
  if (!first) return
  const {path} = version
  const place = second ? undefined : endOfHead(path, sources)
  const fix = place && `basis: ${nameOf(first)}\n`
  tell({path, ...defined({place})}, absentReason, undefined, fix)
}

/** The line of dashes that ends a head: what is put before it is the last of its keys. */
function endOfHead(
  path: string,
  {textOf}: Pick<SourceMap, 'textOf'>
): Place | undefined {
  const lines = textOf(path)?.split('\n') ?? []
  const at = lines.findIndex(
    (line, index) => index > 0 && line.trimEnd() === '---'
  )
  return at < 0
    ? undefined
    : {line: at + 1, column: 1, endLine: at + 1, endColumn: 1}
}

const circleReason =
  '`basis` leidt terug naar deze versie zelf; noem de versie waarop de tekst is geschreven'

type Named = ReadonlyMap<string, Version>

function faultOf(version: Version, named: Named): string | undefined {
  if (version.basis === undefined) return undefined
  if (isWoven(version)) {
    return 'Een samengevoegde versie heeft geen `basis`: zij berust op al haar wijzigingen; verwijder de regel'
  }
  const [own] = version.days
  const below = named.get(version.basis)
  const [other] = below?.days ?? []
  if (!own || !below || !other) return undefined
  if (compareKnown(own.known, other.known) >= 0) return undefined
  return toldKnown(own) === 'onbekend' && isDay(other.known)
    ? unknownReason(version, below, other)
    : laterReason(below)
}

function laterReason(below: Version): string {
  const files = filesOf(below)
  const day = files === '' ? '' : `, of verbeter \`bekend\` in ${files}`
  return `\`basis\` noemt \`${nameOf(below)}\`, maar die werd later bekend dan deze versie; noem de versie waarop de tekst is geschreven${day}`
}

function filesOf({wijzigingen}: Version): string {
  return wijzigingen.map((id) => `\`wijzigingen/${id}.md\``).join(' en ')
}

/** A day that was filled in below one that was not: what is not known counts as known from the beginning. */
function unknownReason(
  version: Version,
  below: Version,
  {known}: Days
): string {
  const before = below.wijzigingen.join(', ')
  return `Deze versie berust op \`${nameOf(below)}\`, bekend sinds ${known}, maar van haarzelf is die dag onbekend, en dan telt zij al eerder mee; vul ook in ${filesOf(version)} \`bekend\` in, met die dag of een latere, of zet daar \`bekend-na: ${before}\``
}

/** What was known by then and comes before it; two of them say enough. */
function predecessorsOf(version: Version, named: Named): readonly Version[] {
  const found: Version[] = []
  for (const other of named.values()) {
    if (precedes(other, version)) found.push(other)
    if (found.length > 1) break
  }
  return found
}

function precedes(other: Version, version: Version): boolean {
  const [earlier] = other.days
  const [days] = version.days
  if (!earlier || !days || isGone(other, days.known)) return false
  return (
    compareKnown(earlier.known, days.known) <= 0 &&
    compareStrength({version: other, days: earlier}, {version, days}) < 0
  )
}

/** It was set aside by then, by this very decision perhaps. */
function isGone({setAside}: Version, known: KnownDay): boolean {
  return setAside !== undefined && compareKnown(setAside, known) <= 0
}

/** Versions whose bases lead back to themselves. */
function circlesIn(
  versions: readonly Version[],
  named: Named
): ReadonlySet<Version> {
  const done = new Set<Version>()
  const circles = new Set<Version>()
  for (const start of versions) {
    const way: Version[] = []
    let at: Version | undefined = start
    while (at && !done.has(at)) {
      done.add(at)
      way.push(at)
      at = named.get(at.basis ?? '')
    }
    const back = at ? way.indexOf(at) : -1
    if (back >= 0) for (const one of way.slice(back)) circles.add(one)
  }
  return circles
}
