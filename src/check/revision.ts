import type {Regeling, SourceMap, Version, Wijziging} from '../model.ts'
import {nameOf, ownNameOf} from '../time/names.ts'
import {compareText} from '../time/order.ts'
import type {Rule, Tell} from './rule.ts'

/** A revisie replaces versions of our own: it names each, and keeps its days. */
export const revision: Rule = {
  id: 'revision',
  severity: 'fout',
  check(regeling, tell, sources) {
    const revising = regeling.wijzigingen.filter(
      ({soort, herziet}) => soort === 'revisie' || herziet.length > 0
    )
    if (revising.length === 0) return
    const context = {tell, ...versionsIn(regeling, sources)}
    tellTwice(revising, context)
    for (const wijziging of revising) {
      const {path, soort, herziet} = wijziging
      const isRevisie = soort === 'revisie'
      if (isRevisie && herziet.length === 0) {
        const reason =
          'Een revisie noemt bij `herziet` elke versie die zij vervangt, met de SHA-256 van het oude bestand; vul die in'
        tell({path, key: 'soort'}, reason)
      }
      if (!isRevisie && herziet.length > 0) {
        const reason = `\`herziet\` hoort bij \`soort: revisie\`, maar dit is een ${soort}; verbeter een van beide`
        tell({path, key: 'herziet'}, reason)
      }
      if (isRevisie) tellRevision(wijziging, context)
    }
  }
}

/** Of two revisies of one version the second would undo what the first mended. */
function tellTwice(revising: readonly Wijziging[], context: Context): void {
  const first = new Map<string, Wijziging>()
  for (const wijziging of revising.toSorted(byOrder)) {
    if (isWithdrawn(wijziging, context)) continue
    const {path, herziet} = wijziging
    for (const target of new Set(herziet.map((one) => one.target))) {
      const other = first.get(target)
      if (!other) {
        first.set(target, wijziging)
        continue
      }
      const reason = `\`${target}\` is al herzien met \`${other.id}\`; noem hier, en bij \`basis\`, de versie die daarvoor in de plaats kwam`
      context.tell({path, key: 'herziet'}, reason, other.path)
    }
  }
}

/** It leaves the version that it named as it was. */
function isWithdrawn({id}: Wijziging, {brought}: Context): boolean {
  const own = brought.get(id) ?? []
  return own.length > 0 && own.every(({setAside}) => setAside !== undefined)
}

function byOrder(a: Wijziging, b: Wijziging): number {
  return a.volgorde - b.volgorde || compareText(a.id, b.id)
}

interface Context {
  readonly tell: Tell
  /** By the name that means it alone. */
  readonly byName: ReadonlyMap<string, Version>
  /** Versions by the one wijziging that brings them. */
  readonly brought: ReadonlyMap<string, readonly Version[]>
  /** Whether a file is there, also when it could not be read. */
  readonly exists: (target: string) => boolean
}

function versionsIn(
  {id, units}: Regeling,
  {files}: SourceMap
): Omit<Context, 'tell'> {
  const versions = units.flatMap((unit) => unit.versions)
  const byName = new Map(
    versions.map((version) => [ownNameOf(version), version])
  )
  const brought = new Map<string, Version[]>()
  for (const version of versions) {
    const [wijziging, ...more] = version.wijzigingen
    if (wijziging === undefined || more.length > 0) continue
    const list = brought.get(wijziging)
    if (list) list.push(version)
    else brought.set(wijziging, [version])
  }
  const exists = (target: string): boolean =>
    [...files.keys()].some(
      (path) => path.startsWith(`${id}/`) && path.endsWith(`/${target}.md`)
    )
  return {byName, brought, exists}
}

function tellRevision(wijziging: Wijziging, context: Context): void {
  const {id, path, herziet} = wijziging
  const own = context.brought.get(id) ?? []
  for (const {target} of herziet) {
    const old = context.byName.get(target)
    if (!old && context.exists(target)) continue
    const odd = oddness(target, old, {wijziging, own})
    if (odd) context.tell({path, key: odd.key}, odd.text, old?.path)
  }
  if (herziet.length > 0) tellUnnamed(wijziging, own, context)
}

/** A version of a revisie takes the place of one that the revisie names. */
function tellUnnamed(
  {id, path, herziet}: Wijziging,
  own: readonly Version[],
  {tell}: Context
): void {
  const named = new Set(herziet.map(({target}) => target))
  for (const version of own) {
    const {basis} = version
    const target = `${version.unit}/${basis ?? ''}`
    if (named.has(target)) continue
    const rest =
      basis === undefined
        ? 'noem bij `basis` de versie die zij vervangt, en noem die ook bij `herziet`'
        : `noem bij \`herziet\` ook \`${target}\`, of verbeter \`basis\``
    const reason = `Deze versie is van de revisie \`${id}\`; ${rest}`
    tell({path: version.path, key: 'basis'}, reason, path)
  }
}

interface Revisie {
  readonly wijziging: Wijziging
  /** Versions that it brings. */
  readonly own: readonly Version[]
}

interface Odd {
  readonly key: 'herziet' | 'bekend' | 'volgorde'
  readonly text: string
}

function oddness(
  target: string,
  old: Version | undefined,
  {wijziging: {id, bekend}, own}: Revisie
): Odd | undefined {
  if (!old) {
    return inHerziet(
      `\`herziet\` noemt \`${target}\`, maar die versie is er niet; noem een versie als \`artikel-2-3/2020-01-01.lbr-20-001\``
    )
  }
  if (old.wijzigingen.length === 0) {
    return inHerziet(
      `\`herziet\` noemt \`${target}\`, een tekst die door geen wijziging is gebracht; verbeter dat bestand zelf`
    )
  }
  if (old.wijzigingen.includes(id)) {
    return inHerziet(
      `\`herziet\` noemt \`${target}\`, een versie van deze revisie zelf; noem de versie die zij vervangt`
    )
  }
  const known = old.days[0]?.known
  if (known !== undefined && bekend !== known) {
    const text = `Een revisie houdt de dag waarop \`${target}\` bekend werd; schrijf \`bekend: ${known}\``
    return {key: 'bekend', text}
  }
  return successorOddness(target, old, {id, own})
}

/** What is odd about the version that takes the place of the old one. */
function successorOddness(
  target: string,
  old: Version,
  {id, own}: {readonly id: string; readonly own: readonly Version[]}
): Odd | undefined {
  const basis = nameOf(old)
  const successor = own.find(
    (version) =>
      version.unit === old.unit &&
      version.geldig === old.geldig &&
      version.basis === basis
  )
  if (!successor) {
    return inHerziet(
      `\`herziet\` noemt \`${target}\`, maar de versie die daarvoor in de plaats komt, ontbreekt; leg \`${old.unit}/${old.geldig}.${id}.md\` neer met \`basis: ${basis}\``
    )
  }
  if (successor.volgorde <= old.volgorde) {
    const text = `Deze revisie komt niet in de plaats van \`${target}\`, want haar \`volgorde\` is niet hoger; schrijf \`volgorde: ${Math.floor(old.volgorde) + 1}\``
    return {key: 'volgorde', text}
  }
  return undefined
}

function inHerziet(text: string): Odd {
  return {key: 'herziet', text}
}
