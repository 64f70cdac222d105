/** Where units stand, and what bears which number, on the day of an occasion. */
import type {Regeling, Soort, Unit, UnitId, Version} from '../model.ts'
import {nummerOrder} from '../time/order.ts'
import {byId, type Occasion, type Stand, standOf} from './occasion.ts'
import {Refusal} from './refusal.ts'

/** Soorten that divide a regeling, and so hold other units. */
const dividing: readonly Soort[] = [
  'boek',
  'deel',
  'titel',
  'hoofdstuk',
  'afdeling',
  'paragraaf'
]

/** Whether units of a soort hold other units. */
export function isDividing({soort}: Pick<Unit, 'soort'>): boolean {
  return dividing.includes(soort)
}

/** A unit as people name it on the day of an occasion: `artikel 2:3`, `de toelichting op artikel 2:3`. */
export function called(unit: Unit, occasion: Occasion): string {
  const {soort, parent, versions} = unit
  const {version = versions[0]} = standOf(unit, occasion)
  if (version?.nummer !== undefined) return `${soort} ${version.nummer}`
  const home = occasion.regeling.units.find(({id}) => id === parent)
  const name = soort === 'slot' ? 'het slot' : `de ${soort}`
  return home ? `${name} op ${called(home, occasion)}` : name
}

/** The folder of a unit; a unit without versions has the folder above those of its children. */
export function folderOf(id: UnitId, {units, id: regeling}: Regeling): string {
  const own = units.find((unit) => unit.id === id)?.versions[0]
  if (own) return own.path.slice(0, own.path.lastIndexOf('/'))
  const marked = `/${id}/`
  const inner = units
    .flatMap(({versions}) => versions)
    .find(({path}) => path.includes(marked))
  if (inner)
    return inner.path.slice(0, inner.path.indexOf(marked) + marked.length - 1)
  return `${regeling}/${id}`
}

/** The version that holds and will be followed; a unit that has none is refused. */
export function livingVersion(
  unit: Unit,
  occasion: Occasion
): {readonly version: Version; readonly stand: Stand} {
  const stand = standOf(unit, occasion)
  const {state, version} = stand
  if (state === 'geldt' && version) return {version, stand}
  throw new Refusal(notLiving(unit, occasion, stand))
}

function notLiving(
  unit: Unit,
  occasion: Occasion,
  {state, version, later}: Stand
): string {
  const {wijziging} = occasion
  const name = called(unit, occasion)
  if (state === 'vervallen') {
    const day = version?.tot ?? version?.geldig
    return `${upperFirst(name)} (\`${unit.id}\`) is vervallen met ingang van ${day}; wat vervallen is herleeft niet: maak met \`--new\` een nieuwe bepaling`
  }
  const [first] = later
  return first
    ? `${upperFirst(name)} (\`${unit.id}\`) heeft ${onDay(occasion)} nog geen tekst; de eerste is \`${first.path}\`. Kies een latere dag bij \`--geldig\``
    : `Van ${name} (\`${unit.id}\`) is ${onDay(occasion)}, met wat bij \`${wijziging.id}\` bekend is, geen tekst bekend; kies een andere dag bij \`--geldig\``
}

/** Unit in which a unit stands, on the day of an occasion. */
export function homeOf(unit: Unit, occasion: Occasion): UnitId | undefined {
  return standOf(unit, occasion).version?.in ?? unit.parent
}

/** A unit that is there on the day of an occasion, living or lapsed. */
export interface Standing {
  readonly unit: Unit
  readonly stand: Stand
  readonly home?: UnitId
}

/** All units that are there on the day of an occasion, in order of id. */
export function standingUnits(occasion: Occasion): readonly Standing[] {
  return occasion.regeling.units.flatMap((unit) => {
    const stand = standOf(unit, occasion)
    const home = stand.version?.in ?? unit.parent
    if (!stand.version) return []
    return [{unit, stand, ...(home !== undefined && {home})}]
  })
}

/** Units that live inside another, at any depth, outermost first. */
export function livingBelow(
  id: UnitId,
  standing: readonly Standing[]
): readonly Standing[] {
  const found = new Map<UnitId, Standing>()
  const open = [id]
  for (let home = open.shift(); home !== undefined; home = open.shift()) {
    const inner = standing.filter((entry) => entry.home === home)
    for (const entry of inner.toSorted((a, b) => byId(a.unit, b.unit))) {
      if (found.has(entry.unit.id) || entry.unit.id === id) continue
      found.set(entry.unit.id, entry)
      open.push(entry.unit.id)
    }
  }
  return [...found.values()].filter(({stand}) => stand.state === 'geldt')
}

/** Units of one soort in one place, in the order of their numbers. */
export function siblings(
  soort: Soort,
  home: UnitId | undefined,
  standing: readonly Standing[]
): readonly Standing[] {
  const inside = standing.filter(
    (entry) => entry.unit.soort === soort && entry.home === home
  )
  const nummer = ({stand}: Standing): string => stand.version?.nummer ?? ''
  const order = nummerOrder(inside.map(nummer))
  return inside.toSorted((a, b) => order(nummer(a), nummer(b)))
}

/** Every number that units of a soort bear on the day of an occasion, or will bear as far as is known. */
export function nummersInUse(
  soort: Soort,
  occasion: Occasion
): readonly string[] {
  const {units} = occasion.regeling
  const nummers = units
    .filter((unit) => unit.soort === soort)
    .flatMap((unit) => {
      const {version, later, undated} = standOf(unit, occasion)
      return [version, ...later, ...undated].map((one) => one?.nummer)
    })
  return [...new Set(nummers.filter((nummer) => nummer !== undefined))]
}

/** Throws where a living unit bears a number already, or is going to; `except` are units that get another number. */
export function refuseBorne(
  soort: Soort,
  nummer: string,
  occasion: Occasion,
  except: ReadonlySet<UnitId>
): void {
  const {regeling} = occasion
  for (const unit of regeling.units) {
    if (unit.soort !== soort || except.has(unit.id)) continue
    const stand = standOf(unit, occasion)
    if (stand.state === 'geldt' && stand.version?.nummer === nummer) {
      throw new Refusal(
        `${upperFirst(soort)} ${nummer} is er ${onDay(occasion)} al: \`${unit.id}\`. Kies een ander nummer, of laat \`${unit.id}\` eerst vervallen of vernummeren`
      )
    }
    const next = stand.later.find(
      (version) => version.nummer === nummer && !version.vervallen
    )
    if (next) {
      throw new Refusal(
        `Het nummer ${nummer} is met ingang van ${next.geldig} van \`${unit.id}\` (\`${next.path}\`); kies een ander nummer`
      )
    }
  }
}

/** The day of an occasion, as part of a sentence. */
export function onDay({geldig}: Pick<Occasion, 'geldig'>): string {
  return geldig === 'onbepaald'
    ? 'op een dag die nog openstaat'
    : `op ${geldig}`
}

/** For the beginning of a sentence. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
