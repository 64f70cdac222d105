/** By which names a regeling calls itself. Kernel. */
import type {Regeling, Wet} from '../model.ts'
import {indexLaws, type Laws} from './law-index.ts'

/** The laws that the texts of a regeling may name, and its own names, which come first. */
export function lawsFor(
  {id, titel, citeertitel, lagen}: Regeling,
  wetten: readonly Wet[]
): Laws {
  const names = [titel, ...citeertitel.map(({text}) => text)]
  const plain = names.map((name) => name.replace(/ \([^)]*\)$/u, ''))
  const same = wetten.filter(
    ({naam}) => names.includes(naam) || plain.includes(naam)
  )
  return indexLaws(wetten, [
    ...names,
    ...plain,
    ...same.flatMap(({afkortingen}) => afkortingen),
    ...(lagen.length > 0 ? ['CAR', 'UWO', 'CAR-UWO', 'CAR/UWO'] : []),
    id.toUpperCase()
  ])
}
