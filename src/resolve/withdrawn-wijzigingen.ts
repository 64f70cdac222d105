/** Withdrawals of wijzigingen that themselves withdraw or give days: nothing would be undone by them. */
import type {Wijziging} from '../model.ts'
import {wijzigingenIn} from '../time/names.ts'

/** Something wrong with one `trekt-in`. */
export interface OddWithdrawal {
  readonly path: string
  readonly reason: string
}

/** Circles of withdrawals, and withdrawals from which somebody might expect that something revives. */
export function oddWithdrawals(
  wijzigingen: readonly Wijziging[]
): readonly OddWithdrawal[] {
  const byId = new Map(
    wijzigingen.map((wijziging) => [wijziging.id, wijziging])
  )
  return wijzigingen.flatMap(({id, path, trektIn}) =>
    trektIn.flatMap((target) => {
      const withdrawn = wijzigingenIn(target).flatMap(
        (name) => byId.get(name) ?? []
      )
      // Of oneself is told elsewhere.
      const others = withdrawn.filter((other) => other.id !== id)
      const reason = others
        .map((other) => oddness(id, target, other, byId))
        .find((found) => found !== undefined)
      return reason === undefined ? [] : [{path, reason}]
    })
  )
}

function oddness(
  id: string,
  target: string,
  other: Wijziging,
  byId: ReadonlyMap<string, Wijziging>
): string | undefined {
  if (reaches(other, id, byId)) {
    return `\`trekt-in\` noemt \`${target}\`, maar \`${other.id}\` trekt op haar beurt, zelf of via andere, deze wijziging in; verwijder een van beide`
  }
  // Of one version or onderdeel only text is withdrawn.
  if (target !== other.id) return undefined
  const rest = `noem bij \`trekt-in\` alleen de versies van \`${other.id}\` die niet doorgaan`
  if (other.trektIn.length > 0) {
    return `\`trekt-in\` noemt \`${target}\`, die zelf \`${other.trektIn[0]}\` intrekt, en wat is ingetrokken, herleeft niet; ${rest}, en breng de ingetrokken tekst zo nodig met een eigen versie`
  }
  if (other.steltVast.length > 0) {
    return `\`trekt-in\` noemt \`${target}\`, die zelf een dag geeft aan \`${other.steltVast[0]?.target}\`, en die dag blijft staan; ${rest}, en geef zo nodig met \`stelt-vast\` een andere dag`
  }
  return undefined
}

/** Whether a wijziging withdraws another one, itself or by what it withdraws. */
function reaches(
  from: Wijziging,
  goal: string,
  byId: ReadonlyMap<string, Wijziging>
): boolean {
  const seen = new Set([from])
  for (const {trektIn} of seen) {
    for (const id of trektIn.flatMap(wijzigingenIn)) {
      if (id === goal) return true
      const next = byId.get(id)
      if (next) seen.add(next)
    }
  }
  return false
}
