/**
 * Joint: where two decisions meet in one text, and what comes of it.
 *
 * The line of versions (time) says where a change would get lost; the replay
 * (amend) says what the text becomes. Where the replay gives the later text
 * itself, nothing is needed: it held, or overwrote, what came before.
 */
import {type Collision, replay, sameWording} from '../amend/replay.ts'
import {fileStart, type RuleHead, reportTo} from '../diagnostics/report.ts'
import type {Corpus, Regeling, SourceMap, Unit, Wording} from '../model.ts'
import {localRegeling} from '../resolve/local.ts'
import {isWoven} from '../time/ancestry.ts'
import {
  type Ancestor,
  type Samenloop,
  samenloopIn,
  wovenIn
} from '../time/lineage.ts'
import {nameOf} from '../time/names.ts'
import {reportLate} from './adoption-late.ts'

const rule: RuleHead = {id: 'samenloop', severity: 'fout'}

/** Samenloop that is open: no woven version settles it. */
export interface OpenSamenloop extends Samenloop {
  readonly unit: Unit
  /** Path of the woven version that would settle it; absent where a better `basis` is the only way. */
  readonly path?: string
  /** What the replay came to; a collision asks for the author's own hand. */
  readonly proposal:
    | {readonly wording: Wording}
    | {readonly collisions: readonly Collision[]}
}

/** All open samenloop of a regeling, in order of unit and of zicht. */
export function openSamenloop({units}: Regeling): readonly OpenSamenloop[] {
  return units.flatMap((unit) =>
    samenloopIn(unit.versions).flatMap((found) => {
      const proposal = propose(found)
      return proposal ? [{...found, ...target(found), unit, proposal}] : []
    })
  )
}

const wovenRule: RuleHead = {id: 'woven-text', severity: 'fout'}
const localRule: RuleHead = {id: 'adoption-samenloop', severity: 'waarschuwing'}

/** Tell where a municipality adopted a text that was written on one that it did not adopt. */
function reportLocal(
  regeling: Regeling,
  open: readonly OpenSamenloop[],
  {files}: SourceMap
): void {
  const national = new Set(open.map(({version}) => version.path))
  for (const vaststelling of regeling.vaststellingen) {
    const file = files.get(vaststelling.path)
    const local = localRegeling(regeling, vaststelling)
    reportLate(local, vaststelling, {files})
    for (const {version, missing, extra} of openSamenloop(local)) {
      if (!file || national.has(version.path)) continue
      const others = [...missing, ...extra].map(quoted)
      const reason = `De tekst \`${version.unit}/${nameOf(version)}\` is in ${vaststelling.gemeente} niet geschreven op wat daar gold (${list(others)}); ga na wat het besluit daar inhoudt, en stel vast wat ontbreekt`
      reportTo(file)(localRule, fileStart, reason)
    }
  }
}

/** A woven text is what the replay gives, unless its author says that it was made by hand. */
function reportWoven({units}: Regeling, {files}: SourceMap): void {
  for (const {version, earlier} of units.flatMap((unit) =>
    wovenIn(unit.versions)
  )) {
    const file = files.get(version.path)
    if (!file || version.hand) continue
    const expected = settled(earlier)
    if (expected && sameWording(expected, version)) continue
    const reason = expected
      ? 'Deze samengevoegde tekst is niet wat de wijzigingen na elkaar geven; neem het voorstel van `cao samenloop` over, of zet `hand: true` in de kop als de tekst zo moet luiden'
      : 'De wijzigingen raken hetzelfde lid of onderdeel: hun tekst volgt niet vanzelf; controleer deze tekst en zet `hand: true` in de kop'
    reportTo(file)(wovenRule, fileStart, reason)
  }
}

/** Tell each open samenloop at the version that lacks a change. */
export function reportSamenloop(
  {regelingen}: Corpus,
  sources: SourceMap
): void {
  const all = regelingen.map((regeling) => {
    const open = openSamenloop(regeling)
    reportLocal(regeling, open, sources)
    reportWoven(regeling, sources)
    return open
  })
  for (const open of all.flat()) reportOpen(open, sources)
}

function reportOpen(open: OpenSamenloop, {files, keys}: SourceMap): void {
  const {path} = open.version
  const file = files.get(path)
  if (!file) return
  const place = keys.get(path)?.get('basis') ?? fileStart
  const other = files.get(open.before?.path ?? '')?.path
  reportTo(file)(rule, place, reasonFor(open), {
    ...(other !== undefined && {note: `Zie ook ${other}`})
  })
}

/** Nothing when the later text needs no weaving. */
function propose({
  version,
  basis,
  earlier
}: Samenloop): OpenSamenloop['proposal'] | undefined {
  const onto = settled(earlier)
  // A woven text is what comes of all before it, and of nothing else.
  if (isWoven(version) && onto) {
    return sameWording(onto, version) ? undefined : {wording: onto}
  }
  if (!basis || !onto) {
    return {collisions: [{place: 'de samengevoegde tekst'}]}
  }
  const replayed = replay(basis, version, onto)
  if (!('wording' in replayed)) return replayed
  return sameWording(replayed.wording, version) ? undefined : replayed
}

/** What all decisions of a line come to, each replayed on the outcome of those before it; nothing after a collision. */
function settled(line: readonly Ancestor[]): Wording | undefined {
  let text: Wording | undefined
  for (const ancestor of line) text = after(text, ancestor)
  return text
}

/** The text once one more decision has been done to it. */
function after(
  text: Wording | undefined,
  {version, basis, isWhole}: Ancestor
): Wording | undefined {
  if (isWhole) return version
  // A woven text that is not whole was woven anew; its parts were replayed already.
  if (isWoven(version)) return version.hand ? undefined : text
  if (!basis) return version
  const replayed = text && replay(basis, version, text)
  return replayed && 'wording' in replayed ? replayed.wording : undefined
}

function target({version, weave, days}: Samenloop): {readonly path?: string} {
  if (weave.length < 2) return {}
  const folder = version.path.slice(0, version.path.lastIndexOf('/') + 1)
  return {path: `${folder}${days.geldig}.${weave.join('+')}.md`}
}

function reasonFor({
  before,
  missing,
  extra,
  path,
  proposal
}: OpenSamenloop): string {
  const what =
    extra.length > 0 && missing.length === 0
      ? `de tekst bouwt voort op ${list(extra.map(quoted))}, en die gaat er niet (meer) aan vooraf`
      : `${list(missing.map(quoted))} ${missing.length === 1 ? 'gaat' : 'gaan'} aan deze tekst vooraf, en ${missing.length === 1 ? 'is' : 'zijn'} er niet in verwerkt`
  return `Samenloop: ${what}; ${way({before, path, proposal})}`
}

function way({
  before,
  path,
  proposal
}: Pick<OpenSamenloop, 'proposal'> & {
  readonly before: OpenSamenloop['before'] | undefined
  readonly path: string | undefined
}): string {
  if (path === undefined && !before) {
    return 'schrijf de tekst zonder die woorden, en laat `basis` weg'
  }
  if (path === undefined) {
    return `schrijf de tekst op ${quoted(before ?? {path: ''})} en noem die bij \`basis\``
  }
  const name = path.slice(path.lastIndexOf('/') + 1)
  if ('wording' in proposal) {
    return `leg de samengevoegde tekst vast als \`${name}\`; \`cao samenloop --write\` doet een voorstel`
  }
  const places = list(proposal.collisions.map(({place}) => place))
  return `vanzelf gaat dat niet (${places}): schrijf zelf \`${name}\`, met \`hand: true\` in de kop; \`cao samenloop\` toont beide`
}

function quoted(version: {readonly path: string}): string {
  return `\`${nameOf(version)}\``
}

function list(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} en ${last}`
}
