/** A wijziging that says something of others: new, or one that is there and gets a key more. */
import type {Draft, DraftFile} from '../draft/draft.ts'
import {type Addition, additionLines, extendHead} from '../draft/extend-head.ts'
import {Refusal} from '../draft/refusal.ts'
import {
  idOf,
  type NewWijziging,
  wijzigingFile,
  wijzigingSoorten
} from '../draft/wijziging-file.ts'
import type {IsoDate, SourceTree, Wijziging} from '../model.ts'
import {decode, splitSource} from '../read/source.ts'
import {readWijziging} from '../read/wijziging.ts'
import {type Desk, openWijziging} from './draft-desk.ts'

/** What was typed of a wijziging. */
export interface DecisionWords {
  readonly id?: string
  readonly soort?: string
  readonly onderwerp?: string
  readonly kenmerk?: string
  readonly lbr?: string
  readonly loga?: string
  readonly datum?: IsoDate
  readonly bekend?: IsoDate
  readonly onderdelen?: readonly string[]
  readonly volgorde?: number
}

/** A wijziging that decides on others, with the file that makes it do so. */
export interface Decision {
  readonly wijziging: Wijziging
  readonly isNew: boolean
  /** None where the wijziging says it already. */
  readonly files: readonly DraftFile[]
}

/** Draft a wijziging alone. */
export function draftWijziging(desk: Desk, words: DecisionWords): Draft {
  const {regeling} = desk
  const file = wijzigingFile(regeling.id, newWijziging(words))
  const id = idOf(words)
  const other = regeling.wijzigingen.find((one) => one.id === id)
  if (other) {
    throw new Refusal(
      `De wijziging \`${id}\` is er al (\`${other.path}\`); kies een andere naam, of wijzig dat bestand`
    )
  }
  return {files: [file], remarks: []}
}

/** The wijziging that was named, with an addition: its own file extended, or a new one. */
export function decide(
  desk: Desk,
  words: DecisionWords,
  addition: Addition,
  soort?: string
): Decision {
  const {regeling} = desk
  const id = idOf(words)
  if (regeling.wijzigingen.some((one) => one.id === id)) {
    return decideMore(desk, id, words, addition)
  }
  const file = wijzigingFile(regeling.id, {
    ...newWijziging({...words, ...(soort !== undefined && {soort})}),
    ...keyOf(addition)
  })
  const wijziging = readBack(file, id)
  return {wijziging, isNew: true, files: [file]}
}

/** The day on which a decision will be known; a concept without a day not before today. */
export function decisionDay(
  {concept, bekend}: Wijziging,
  today: IsoDate
): IsoDate | 'onbekend' {
  return concept && bekend === 'onbekend' ? today : bekend
}

function newWijziging({onderdelen, ...words}: DecisionWords): NewWijziging {
  const {onderwerp, soort} = words
  if (onderwerp === undefined) {
    throw new Refusal(
      'Geef met `--onderwerp` in enkele woorden waar de wijziging over gaat'
    )
  }
  if (soort !== undefined && !isSoort(soort)) {
    throw new Refusal(
      `\`${soort}\` is geen soort wijziging; kies bij \`--soort\` uit ${wijzigingSoorten.join(', ')}`
    )
  }
  return {
    ...words,
    onderwerp,
    ...(onderdelen && {onderdelen: letters(onderdelen)})
  }
}

function isSoort(soort: string): boolean {
  return wijzigingSoorten.some((one) => one === soort)
}

function letters(onderdelen: readonly string[]): readonly {id: string}[] {
  const odd = onderdelen.find((letter) => !/^[A-Za-z]{1,4}$/u.test(letter))
  if (odd !== undefined || onderdelen.length === 0) {
    throw new Refusal(
      `Geef bij \`--onderdelen\` letters met komma’s ertussen, als \`A,B\`${odd === undefined ? '' : `; \`${odd}\` is geen letter van een onderdeel`}`
    )
  }
  const twice = onderdelen.find((letter, at) => onderdelen.indexOf(letter) < at)
  if (twice === undefined) return onderdelen.map((id) => ({id}))
  throw new Refusal(`Onderdeel ${twice} staat twee keer bij \`--onderdelen\``)
}

function keyOf(addition: Addition): Partial<NewWijziging> {
  switch (addition.key) {
    case 'rectificeert':
      return {rectificeert: addition.value}
    case 'trekt-in':
      return {trektIn: [addition.value]}
    default:
      return {steltVast: [{target: addition.target, ...addition.value}]}
  }
}

/** A wijziging that is there keeps every byte, and gets the addition. */
function decideMore(
  desk: Desk,
  id: string,
  words: DecisionWords,
  addition: Addition
): Decision {
  const wijziging = openWijziging(desk, id)
  refuseFacts(wijziging, words)
  if (saysAlready(wijziging, addition)) {
    return {wijziging, isNew: false, files: []}
  }
  const was = sourceOf(desk.tree, wijziging.path)
  const source = splitSource(was, () => {})
  const head = source && extendHead(source.head, addition)
  if (!source || head === undefined) {
    throw new Refusal(
      `De kop van \`${wijziging.path}\` heeft al een regel \`${addition.key}\` die niet vanzelf is aan te vullen; zet er zelf in: \`${additionLines(addition).replace(/\s+/gu, ' ')}\``
    )
  }
  const at = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/u.exec(was)?.[0].length ?? 0
  const text = was.slice(0, at) + head + was.slice(at + source.head.length)
  const file: DraftFile = {path: wijziging.path, text, was}
  return {wijziging: readBack(file, id), isNew: false, files: [file]}
}

/** What was typed of a wijziging that is there already must be what it says. */
function refuseFacts(wijziging: Wijziging, words: DecisionWords): void {
  const typed: readonly (readonly [string, unknown, unknown])[] = [
    ['onderwerp', words.onderwerp, wijziging.onderwerp],
    ['datum', words.datum, wijziging.datum],
    ['bekend', words.bekend, wijziging.bekend],
    ['soort', words.soort, wijziging.soort],
    ['kenmerk', words.kenmerk, wijziging.kenmerk],
    ['lbr', words.lbr, wijziging.lbr],
    ['loga', words.loga, wijziging.loga],
    ['volgorde', words.volgorde, wijziging.volgorde]
  ]
  const other = typed.find(
    ([, given, said]) => given !== undefined && given !== said
  )
  if (!other) return
  throw new Refusal(
    `\`${wijziging.path}\` is er al en zegt iets anders dan \`--${other[0]}\`; laat \`--${other[0]}\` weg, of geef met \`--wijziging\` een nieuwe naam`
  )
}

function saysAlready(wijziging: Wijziging, addition: Addition): boolean {
  switch (addition.key) {
    case 'rectificeert':
      return wijziging.rectificeert === addition.value
    case 'trekt-in':
      return wijziging.trektIn.includes(addition.value)
    default: {
      const {target, value} = addition
      return wijziging.steltVast.some(
        (one) =>
          one.target === target &&
          one.geldig === value.geldig &&
          one.inwerking === value.inwerking
      )
    }
  }
}

/** The text of a source file, as it was read. */
export function sourceOf({files}: SourceTree, path: string): string {
  const file = files.find((one) => one.path === path)
  const text =
    file && 'bytes' in file ? decode(file.bytes, () => {}) : undefined
  if (text !== undefined) return text
  throw new Refusal(
    `\`${path}\` is niet te lezen; \`cao check\` zegt wat eraan mankeert`
  )
}

/** A drafted wijziging as it will be read. */
function readBack({path, text}: DraftFile, id: string): Wijziging {
  const reasons: string[] = []
  const wijziging = readWijziging(id, {
    path,
    text,
    report: (_, __, reason) => reasons.push(reason),
    keepKeys: () => {}
  })
  if (wijziging) return {...wijziging, since: wijziging.bekend}
  throw new Refusal(reasons[0] ?? `\`${path}\` is niet te lezen`)
}
