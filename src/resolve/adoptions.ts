/** Vaststellingen that cannot be so: they would silently give a wrong local text. */
import {fileStart, type Report, type RuleHead} from '../diagnostics/report.ts'
import type {
  Adoption,
  Besluit,
  Place,
  Regeling,
  Vaststelling,
  Version,
  Wijziging
} from '../model.ts'
import {namesOf, wijzigingenIn} from '../time/names.ts'
import {byName} from './days.ts'

const unknown: RuleHead = {id: 'adoption-unknown', severity: 'fout'}
const overlap: RuleHead = {id: 'adoption-overlap', severity: 'fout'}
const days: RuleHead = {id: 'adoption-days', severity: 'fout'}

type Tell = (rule: RuleHead, key: string, reason: string) => void

/** Report what is wrong with the vaststellingen of a regeling. */
export function checkAdoptions(
  regeling: Regeling,
  reportOn: (path: string) => Report,
  placeOf: (path: string, key: string) => Place
): void {
  const {vaststellingen, wijzigingen, route, id} = regeling
  if (vaststellingen.length === 0) return
  const versions = byName(
    regeling.units
      .flatMap((unit) => unit.versions)
      .filter(({wijzigingen: by}) => by.length > 0),
    namesOf
  )
  const seen = new Map<string, Vaststelling>()
  for (const vaststelling of vaststellingen) {
    const {path, gemeente} = vaststelling
    const tell: Tell = (rule, key, reason) =>
      reportOn(path)(rule, placeOf(path, key) ?? fileStart, reason)
    const other = seen.get(gemeente.toLowerCase())
    seen.set(gemeente.toLowerCase(), vaststelling)
    if (other) {
      const reason = `De gemeente ${gemeente} heeft al een bestand, \`${other.code}.yaml\`; zet al haar besluiten in één bestand`
      tell(overlap, 'gemeente', reason)
    }
    if (route !== 'gemeenteblad') {
      const reason = `Alleen een regeling met \`route: gemeenteblad\` wordt per gemeente vastgesteld; verwijder dit bestand, of verbeter \`route\` in \`${id}/regeling.md\``
      tell(unknown, 'gemeente', reason)
    }
    checkBesluiten(vaststelling, {tell, wijzigingen, versions})
  }
}

interface Context {
  readonly tell: Tell
  readonly wijzigingen: readonly Wijziging[]
  /** What each name means. */
  readonly versions: ReadonlyMap<string, readonly Version[]>
}

function checkBesluiten({besluiten}: Vaststelling, context: Context): void {
  const seen: Seen[] = []
  for (const [at, besluit] of besluiten.entries()) {
    const key = `besluiten/${at}`
    checkDays(besluit, key, context.tell)
    for (const [nth, adoption] of besluit.adopts.entries()) {
      const place = `${key}/wijzigingen/${nth}`
      const meant = context.versions.get(adoption.target) ?? []
      checkTarget(adoption, {besluit, place, meant}, context)
      checkOverlap({adoption, besluit, meant}, {place, seen, ...context})
      seen.push({adoption, besluit, meant})
    }
  }
}

interface Seen {
  readonly adoption: Adoption
  readonly besluit: Besluit
  readonly meant: readonly Version[]
}

function checkDays(besluit: Besluit, key: string, tell: Tell): void {
  const {datum, bekend, inwerking} = besluit
  if (bekend < datum) {
    const reason = `Dit besluit is van ${datum}, maar zou al op ${bekend} bekend zijn gemaakt; verbeter \`datum\` of \`bekend\``
    tell(days, `${key}/bekend`, reason)
  }
  if (inwerking <= bekend) {
    const reason = `Dit besluit is op ${bekend} bekendgemaakt, maar zou op ${inwerking} al in werking zijn; dat kan op zijn vroegst de dag erna. Werkt het terug, schrijf dan bij de wijziging \`geldig\``
    tell(days, `${key}/inwerking`, reason)
  }
}

function checkTarget(
  {target}: Adoption,
  at: {
    readonly besluit: Besluit
    readonly place: string
    readonly meant: readonly Version[]
  },
  {tell, wijzigingen}: Context
): void {
  const {besluit, place, meant} = at
  const [id = ''] = wijzigingenIn(target)
  const named = wijzigingen.find((wijziging) => wijziging.id === id)
  if (meant.length === 0 && (!named || target !== id)) {
    const reason = `\`${target}\` is geen wijziging, onderdeel of versie in deze regeling; verbeter de naam`
    tell(unknown, place, reason)
  } else if (named?.concept) {
    const reason = `\`${target}\` is nog een concept, en kan niet zijn vastgesteld; verwijder de regel`
    tell(unknown, place, reason)
  } else if (
    named &&
    named.bekend !== 'onbekend' &&
    besluit.datum < named.bekend
  ) {
    const reason = `Dit besluit is van ${besluit.datum}, maar \`${target}\` werd pas op ${named.bekend} bekend; verbeter \`datum\``
    tell(days, place, reason)
  }
}

function checkOverlap(
  {adoption, besluit, meant}: Seen,
  {tell, place, seen}: Context & {place: string; seen: readonly Seen[]}
): void {
  const other = seen.find(
    (one) =>
      one.adoption.target === adoption.target ||
      one.meant.some((version) => meant.includes(version) && isPlain(version))
  )
  if (!other) return
  const {kenmerk, datum} = other.besluit
  const by =
    other.besluit === besluit
      ? 'in dit besluit'
      : `in het besluit van ${datum}${kenmerk === undefined ? '' : ` (${kenmerk})`}`
  const reason = `\`${adoption.target}\` is al vastgesteld ${by}, als \`${other.adoption.target}\`; verwijder een van beide`
  tell(overlap, place, reason)
}

/** A woven version rests on several wijzigingen, each adopted by itself. */
function isPlain({wijzigingen}: Version): boolean {
  return wijzigingen.length === 1
}
