import type {Wijziging} from '../model.ts'
import {wijzigingenIn} from '../time/names.ts'
import type {Rule} from './rule.ts'

/** A rectificatie mends an earlier wijziging, and names it. */
export const rectification: Rule = {
  id: 'rectification',
  severity: 'fout',
  check({wijzigingen}, tell) {
    const byId = new Map(wijzigingen.map((one) => [one.id, one]))
    for (const wijziging of wijzigingen) {
      const {path, rectificeert} = wijziging
      const wrong = wijzigingenIn(rectificeert ?? '').flatMap(
        (id) => byId.get(id) ?? []
      )
      const reason = oddness(wijziging, wrong)
      if (reason === undefined) continue
      const key = rectificeert === undefined ? 'soort' : 'rectificeert'
      tell({path, key}, reason, wrong.find(({id}) => id !== wijziging.id)?.path)
    }
  }
}

function oddness(
  {id, soort, bekend, rectificeert}: Wijziging,
  wrong: readonly Wijziging[]
): string | undefined {
  if (rectificeert === undefined) {
    return soort === 'rectificatie'
      ? 'Een rectificatie noemt bij `rectificeert` de wijziging die zij verbetert; vul die in'
      : undefined
  }
  if (soort !== 'rectificatie') {
    return `\`rectificeert\` hoort bij \`soort: rectificatie\`, maar dit is een ${soort}; verbeter een van beide`
  }
  if (wrong.some((one) => one.id === id)) {
    return '`rectificeert` noemt deze wijziging zelf; noem de wijziging die wordt verbeterd'
  }
  const later = wrong.find(
    (one) => isDay(bekend) && isDay(one.bekend) && bekend < one.bekend
  )
  return later
    ? `\`rectificeert\` noemt \`${later.id}\`, maar die is pas bekend sinds ${later.bekend}; verbeter \`bekend\` of de naam`
    : undefined
}

function isDay(bekend: Wijziging['bekend']): boolean {
  return bekend !== 'onbekend'
}
