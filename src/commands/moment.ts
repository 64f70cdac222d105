/** `--geldig` and `--zicht` as typed → the moment from which one asks. */
import type {Host} from '../host/host.ts'
import type {IsoDate, Moment} from '../model.ts'
import {isoDate} from '../time/days.ts'
import {type Call, CallError, textOption} from './command.ts'

/** Read the moment; both days default to today in Amsterdam. */
export function readMoment(call: Call, host: Host): Moment {
  return {
    geldig: readDay(call, 'geldig') ?? host.today(),
    zicht: readDay(call, 'zicht') ?? host.today()
  }
}

/** Read the option of this name as a day. */
export function readDay(call: Call, name: string): IsoDate | undefined {
  const text = textOption(call, name)
  if (text === undefined) return undefined
  const day = isoDate(text)
  if (day) return day
  throw new CallError(
    `\`${text}\` is geen bestaande dag; schrijf \`--${name}\` als 2015-09-01 (jaar-maand-dag)`
  )
}
