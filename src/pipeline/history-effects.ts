/** Joint: one turn in the life of a unit → what befell it, in the words of law. */
import {sameWording} from '../amend/replay.ts'
import {defined} from '../defined.ts'
import type {UnitId, Version} from '../model.ts'
import {isWoven} from '../time/ancestry.ts'
import type {Turn} from '../time/timeline.ts'

/** What befell a unit; several at once are possible. */
export type Effect =
  | {
      readonly kind:
        | 'aanwezig'
        | 'nieuw'
        | 'gewijzigd'
        | 'vervallen'
        | 'ingetrokken'
        | 'uitgesteld'
        | 'teruggekeerd'
        | 'hersteld'
        | 'ongewijzigd'
    }
  | {
      readonly kind: 'vernummerd'
      readonly from: string
      readonly to: string
    }
  | {readonly kind: 'verplaatst'; readonly to: UnitId}
  | {readonly kind: 'ontstaan-uit'; readonly units: readonly UnitId[]}
  | {readonly kind: 'opgegaan-in'; readonly units: readonly UnitId[]}
  | {readonly kind: 'samengevoegd-met'; readonly units: readonly UnitId[]}

/** What a turn did; `before` is the one that precedes it in the timeline of the unit. */
export function effectsOf(
  {zicht, geldig, was, becomes}: Turn<Version>,
  before: Turn<Version> | undefined
): readonly Effect[] {
  if (!becomes) return [{kind: 'ingetrokken'}]
  const {version} = becomes
  if (becomes.state === 'vervallen') {
    return version.opgegaanIn.length > 0
      ? [{kind: 'opgegaan-in', units: version.opgegaanIn}]
      : [{kind: 'vervallen'}]
  }
  if (!was) return [firstEffect(version)]
  if (was.state === 'vervallen') return [{kind: 'hersteld'}]
  const merged: readonly Effect[] =
    version.uit.length > 0
      ? [{kind: 'samengevoegd-met', units: version.uit}]
      : []
  const effects = [...differences(was.version, version), ...merged]
  if (effects.length > 0) return effects
  // Temporary text ends: what held before it holds again, by a version of its own.
  const endsHere =
    before?.zicht === zicht && before.until === geldig && !isWoven(version)
  return [{kind: endsHere ? 'teruggekeerd' : 'ongewijzigd'}]
}

/** What befell a unit of which there was no text before. */
function firstEffect({uit, geldig}: Version): Effect {
  if (uit.length > 0) return {kind: 'ontstaan-uit', units: uit}
  // It was there already when the corpus begins; since when, no source says.
  return {kind: geldig === 'begin' ? 'aanwezig' : 'nieuw'}
}

function differences(was: Version, now: Version): readonly Effect[] {
  const isRenumbered =
    was.nummer !== undefined &&
    now.nummer !== undefined &&
    was.nummer !== now.nummer
  const isMoved = now.in !== undefined && was.in !== now.in
  const isChanged = !sameWording(plain(was), plain(now))
  return [
    ...(isRenumbered
      ? [
          {
            kind: 'vernummerd' as const,
            from: was.nummer ?? '',
            to: now.nummer ?? ''
          }
        ]
      : []),
    ...(isMoved ? [{kind: 'verplaatst' as const, to: now.in ?? ''}] : []),
    ...(isChanged ? [{kind: 'gewijzigd' as const}] : [])
  ]
}

/** Its words alone: no number, no place, no origin. */
function plain({text, opschrift, laag, tot}: Version) {
  return {
    text,
    ...defined({opschrift, laag, tot}),
    vervallen: false,
    uit: [],
    opgegaanIn: []
  }
}
