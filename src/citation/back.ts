/** Which regelingen a name behind a place means. Kernel. */
import type {Address, RegelingNaam} from './address.ts'
import type {Owner} from './laws.ts'
import {lastAddress, type Reading} from './reading.ts'
import {before} from './scan.ts'

/** What a name means: the law itself, or each of several; for `die wet` the last one of its kind; nothing for our own. */
export function regelingenOf(
  named: Owner | undefined,
  reading: Reading
): readonly (RegelingNaam | undefined)[] {
  if (named?.soort === 'wet')
    return [named.regeling, ...(named.also ?? [])].flatMap(eachOf)
  if (named?.soort !== 'vorige') return [undefined]
  return backOf(named.noun, reading)
}

const listed = /^([Rr]ichtlijn|[Vv]erordening|[Kk]aderbesluit)en (.+)$/

/** `Richtlijnen 78/660/EEG en 83/349/EEG` are two. */
export function eachOf(regeling: RegelingNaam): readonly RegelingNaam[] {
  const [, kind, rest = ''] = listed.exec(regeling.naam) ?? []
  const numbers = rest.split(/, | (?:en|of) /)
  const isList =
    numbers.length > 1 && numbers.every((one) => /\d\/\d/.test(one))
  return isList ? numbers.map((one) => ({naam: `${kind} ${one}`})) : [regeling]
}

const plural = /^(?:wetten|besluiten|regelingen|verordeningen)$/

/** What `die wet` points back at; `die wetten` are all that the sentence named. */
function backOf(noun: string, reading: Reading): readonly RegelingNaam[] {
  if (plural.test(noun)) {
    const all = distinct(ofSentence(reading))
    const named = all.filter((one) => isKind(one, noun))
    if (named.length > 0) return named
  }
  const last = lastAddress(
    reading.found,
    ({regeling}) => regeling !== undefined && isKind(regeling, noun)
  )
  return [last?.regeling ?? {naam: 'die regeling'}]
}

/** Addresses in the sentence that is being read. */
function ofSentence({scan, found}: Reading): readonly Address[] {
  const words = before(scan, scan.at, 1000)
  const start = scan.at - words.length + words.lastIndexOf('. ')
  const first = found.findLastIndex(({from}) => from < start)
  return found
    .slice(first + 1)
    .flatMap((one) => (one.soort === 'bepaling' ? one.targets : []))
    .map(({address}) => address)
}

function distinct(addresses: readonly Address[]): readonly RegelingNaam[] {
  const names = new Map<string, RegelingNaam>()
  for (const {regeling} of addresses) {
    if (regeling) names.set(`${regeling.naam} ${regeling.boek ?? ''}`, regeling)
  }
  return [...names.values()]
}

const kinds = [
  'wet',
  'besluit',
  'verordening',
  'reglement',
  'verdrag',
  'richtlijn'
].map((kind) => new RegExp(`${kind}(?:boek|ten|en)?(?![a-z])`, 'i'))

/** Whether `die wet` may mean this one; a name that tells no kind may be any. */
function isKind({naam, boek}: RegelingNaam, noun: string): boolean {
  if (noun === 'boek') return boek !== undefined
  const kind = kinds.find((one) => one.test(noun))
  return (
    kind === undefined ||
    kind.test(naam) ||
    !kinds.some((one) => one.test(naam))
  )
}
