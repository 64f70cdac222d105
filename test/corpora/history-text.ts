/** The derived history of a regeling as a file to read: one line for one unit. */
import type {Regeling} from '../../src/model.ts'
import {type HistoryEntry, historyOf} from '../../src/pipeline/history.ts'

/** All changes, under the day on which they became known. */
export function historyText(regeling: Regeling): string {
  let zicht = ''
  return historyOf(regeling)
    .map((entry) => {
      const isFirst = entry.zicht !== zicht
      zicht = entry.zicht
      return `${isFirst ? heading(zicht) : ''}${line(entry)}`
    })
    .join('')
}

function heading(zicht: string): string {
  return zicht === 'altijd' ? 'altijd bekend\n' : `\nvanaf zicht ${zicht}\n`
}

function line(entry: HistoryEntry): string {
  const {unit, nummer, geldig, until, wijzigingen, mends, retroactive} = entry
  const stretch = until === undefined ? geldig : `${geldig}..${until}`
  const name = nummer === undefined ? unit : `${unit} (${nummer})`
  const what = entry.effects.map(effectText).join(', ')
  const by = wijzigingen.length === 0 ? '' : ` door ${wijzigingen.join('+')}`
  const facts = [
    ...(mends ? [`, ${mends}`] : []),
    ...(entry.inwerking && entry.inwerking !== geldig
      ? [`, in werking ${entry.inwerking}`]
      : []),
    ...(retroactive ? [', werkt terug'] : [])
  ]
  return `  ${stretch.padEnd(22)}  ${name}: ${what}${by}${facts.join('')}\n`
}

function effectText(effect: HistoryEntry['effects'][number]): string {
  if ('from' in effect) return `${effect.kind} van ${effect.from}`
  if ('to' in effect) return `${effect.kind} naar ${effect.to}`
  if ('units' in effect) return `${effect.kind} ${effect.units.join(' en ')}`
  return effect.kind
}
