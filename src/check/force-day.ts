import type {IsoDate, Wijziging} from '../model.ts'
import type {Rule} from './rule.ts'

/** Nothing comes into werking before it is known (Aanwijzingen 5.63). */
export const forceDay: Rule = {
  id: 'force-day',
  severity: 'waarschuwing',
  check({wijzigingen}, tell) {
    for (const wijziging of wijzigingen) {
      const {path, bekend, onderdelen, steltVast} = wijziging
      for (const {id, inwerking} of onderdelen) {
        if (!isPast(inwerking, wijziging)) continue
        const reason = `Onderdeel ${id} heeft \`inwerking\` ${inwerking}, ${rest(bekend)}`
        tell({path, key: 'onderdelen'}, reason)
      }
      for (const {target, inwerking} of steltVast) {
        if (!isPast(inwerking, wijziging)) continue
        const reason = `\`stelt-vast\` geeft \`${target}\` \`inwerking\` ${inwerking}, ${rest(bekend)}`
        tell({path, key: 'stelt-vast'}, reason)
      }
    }
  }
}

function isPast(day: IsoDate | undefined, {bekend}: Wijziging): boolean {
  return day !== undefined && bekend !== 'onbekend' && day < bekend
}

function rest(bekend: Wijziging['bekend']): string {
  return `maar deze wijziging is pas bekend sinds ${bekend}, en niets treedt in het verleden in werking; noem een dag vanaf ${bekend}: tot en met welke dag een tekst terugwerkt, zegt de naam van de versie`
}
