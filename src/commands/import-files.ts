/** The files that `cao import` is given, each with the day of its text. */
import {hashBytes} from '../hash/sha256.ts'
import type {Host} from '../host/host.ts'
import {type Reading, readWholeText} from '../import/read/read.ts'
import type {IsoDate} from '../model.ts'
import {isoDate} from '../time/days.ts'
import {type Call, CallError, textOption} from './command.ts'
import type {ReadFile} from './import-outcome.ts'

/** Read all files that were named; nothing when one of them cannot be read, which was told. */
export function readFiles(
  call: Call,
  host: Host
): readonly ReadFile[] | undefined {
  const dates = readDates(call)
  const read: ReadFile[] = []
  let isRefused = false
  for (const path of [...new Set(call.args)]) {
    host.progress(`${path} lezen…`)
    const bytes = host.readUserFile(path)
    const reading = readWholeText(bytes, path.replaceAll('\\', '/'))
    if ('refused' in reading) {
      tellRefused(host, path, reading)
      isRefused = true
      continue
    }
    const day = dates.get(path) ?? reading.text.geldig ?? dayInName(path)
    if (day === undefined)
      throw new CallError(askForDay(path, call.args.length))
    read.push({path, ...reading, day, sha256: hashBytes(bytes)})
  }
  host.progress('')
  return isRefused ? undefined : read
}

function tellRefused(
  host: Host,
  path: string,
  {refused: {place, message}}: Extract<Reading, {refused: unknown}>
): void {
  host.printError(
    `${path}:${place.line}:${place.column} ${message}; er is niets overgenomen\n`
  )
}

function askForDay(path: string, count: number): string {
  const day = count === 1 ? '2015-07-01' : `2015-07-01=${path}`
  return `Van \`${path}\` is niet bekend van welke dag de tekst is: dat staat niet in het bestand en niet in de naam; geef \`--date ${day}\``
}

/** The day in the name of a file: `2015-07-01.md`, `BWBR0002629_2012-07-01_0.xml`. */
function dayInName(path: string): IsoDate | undefined {
  const name = path.replaceAll('\\', '/').split('/').at(-1) ?? ''
  const days = name.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu) ?? []
  const [only] = days
  return days.length === 1 && only !== undefined ? isoDate(only) : undefined
}

/** `--date` as typed: for each file its day. */
function readDates(call: Call): ReadonlyMap<string, IsoDate> {
  const text = textOption(call, 'date')
  if (text === undefined) return new Map()
  return new Map(
    text.split(',').map((part) => {
      const [typed = '', ...rest] = part.trim().split('=')
      const day = isoDate(typed)
      if (!day) {
        throw new CallError(
          `\`${typed}\` is geen bestaande dag; schrijf \`--date\` als 2015-07-01, of als 2015-07-01=bestand`
        )
      }
      return [fileOfDate(rest.join('='), call.args), day]
    })
  )
}

function fileOfDate(name: string, args: readonly string[]): string {
  const [only] = args
  if (name === '' && args.length === 1 && only !== undefined) return only
  const found = args.filter(
    (arg) => arg === name || arg.replaceAll('\\', '/').endsWith(`/${name}`)
  )
  const [file] = found
  if (name !== '' && found.length === 1 && file !== undefined) return file
  throw new CallError(
    name === ''
      ? 'Bij meer bestanden zegt `--date` van welk bestand de dag is: 2015-07-01=bestand'
      : `\`--date\` noemt \`${name}\`, maar dat is niet een van de bestanden; noem het zoals het in de opdracht staat`
  )
}
