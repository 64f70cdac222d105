import {defined} from '../defined.ts'
import type {Version} from '../model.ts'
import {type Selected, select} from '../time/select.ts'
import {placeInSource} from './citation-place.ts'
import {daysOfMiss} from './citation-words.ts'
import {momentOf} from './moments.ts'
import type {Rule} from './rule.ts'
import {type Shift, shiftsIn} from './shifts.ts'
import {namesInWords} from './words.ts'

/** A text that nobody changed goes on to mean what it meant, whatever becomes of numbers. */
export const referenceShift: Rule = {
  id: 'reference-shift',
  severity: 'waarschuwing',
  check(regeling, tell, around) {
    for (const shift of shiftsIn(regeling, around)) {
      const {version, cited, target, words, was, becomes} = shift
      const {path, text} = version
      const {from, to} = target
      const place = placeInSource(path, text, {cited, from, to}, around)
      const {by, fate} = causeOf(shift)
      const names = by?.wijzigingen ?? []
      const cause = names.length > 0 ? ` (door ${namesInWords(names)})` : ''
      const reason = `Met \`${words}\` wijst deze tekst ${daysOfMiss(shift)} de bepaling in map \`${becomes.id}\` aan${cause}, en niet meer die in map \`${was.id}\` (${fate}); wijzig de verwijzing mee`
      tell({path, ...defined({place})}, reason, by?.path)
    }
  }
}

/** The version by which another unit is meant, and what became of the one that was. */
function causeOf(shift: Shift): {
  readonly by: Version | undefined
  readonly fate: string
} {
  const {was, becomes, from} = shift
  const moment = momentOf(shift)
  const [old, now] = [was, becomes].map(({versions}) =>
    select(versions, moment)
  )
  const both = [now, old].flatMap((one) => one ?? [])
  const by =
    both.find(({days}) => days.geldig === from) ??
    both.find(({version}) => version.wijzigingen.length > 0)
  return {by: by?.version, fate: fateOf(shift, old)}
}

function fateOf(
  {lead, target, was}: Shift,
  old: Selected<Version> | undefined
): string {
  if (old?.state !== 'geldt') return 'dan vervallen'
  if (lead === 'beside') return 'dan niet meer hiernaast'
  const {nummer} = old.version
  if (nummer === undefined) return 'dan zonder nummer'
  const isMoved = target.address.eenheid.some((one) => one.nummer === nummer)
  return isMoved ? 'dan op een andere plaats' : `dan ${was.soort} ${nummer}`
}
