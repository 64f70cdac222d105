/** Units that are there whatever the day: nearly all are. */
import type {Unit} from '../model.ts'

/** Whether a unit lives on every day, at every state of knowledge. */
export function isLasting({versions}: Pick<Unit, 'versions'>): boolean {
  return (
    versions.every(({vervallen, tot}) => !vervallen && tot === undefined) &&
    versions.some(
      ({days, setAside}) =>
        setAside === undefined &&
        days.length === 1 &&
        days[0]?.geldig === 'begin' &&
        days[0].known === 'altijd'
    )
  )
}
