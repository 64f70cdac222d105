/** Leden, onderdelen or volzinnen of one soort, in a list. Kernel. */
import type {PadSoort} from './address.ts'
import {
  type Item,
  readLabel,
  readLast,
  readLid,
  readList,
  readOrdinal
} from './designation.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'

/** Parts of one soort, with the words that are their own. */
export interface Group {
  readonly soort: PadSoort
  readonly items: readonly {
    readonly nummer?: string
    readonly tot?: string
    readonly from: number
    readonly to: number
  }[]
  /** `subonderdeel`, `ten 1°`: always below another onderdeel. */
  readonly isSub: boolean
  readonly isOpenAanhef?: true
  readonly vernummerd?: 'nieuw' | 'oud'
  /** `onderdelen`: more of them may stand behind what is inside the first. */
  readonly isList?: boolean
}

const wordEnd = '(?![A-Za-zÀ-ÿ0-9-])'
const determiner = /(?:het|de) /y
const behindOrdinal = new RegExp(
  ` (lid|leden|volzin|volzinnen|zin|zinnen|zinsnede|zinsdeel|alinea|alinea['’]s|(?:gedachte|aandachts)?streepje|bullet)${wordEnd}`,
  'y'
)
const lidWord = /(?:lid|leden)(?: |(?=\d))/iy
const onderdeelWord =
  /(subonderdelen|subonderdeel|onderdelen|onderdeel|(?:onder )?(?:de )?nummers?(?= \d{1,3}(?![\d/-]|\.\d))|onder(?: (?:punt|letter)(?= [a-z\d]))?|sub|letters?|punt|ten|ad) /iy
const bareWord = new RegExp(`(aanhef|slot)${wordEnd}`, 'iy')
const renumbered =
  / \((?:(nieuw|oud)|(?:oud|voorheen) (?:[a-z]+ lid|onderdeel [a-z]))\)/y

/** `onderdeel K2 c`: a letter below a letter with a number. */
export const innerLetter = /(?<=^[A-Z]{1,2}\d{1,2}) (?=[a-z]$)/

/** The leden, onderdelen or volzinnen that stand here. */
export function readGroup(scan: Scan): Group | undefined {
  const group =
    readOrdinals(scan) ??
    readLeden(scan) ??
    readOnderdelen(scan) ??
    readLetters(scan) ??
    readBare(scan)
  if (!group) return undefined
  const vernummerd = eat(scan, renumbered)?.[1]
  return vernummerd === 'nieuw' || vernummerd === 'oud'
    ? {...group, vernummerd}
    : group
}

function readOrdinals(scan: Scan): Group | undefined {
  return attempt(scan, () => {
    const items =
      attempt(scan, () => readFirst(scan)) ??
      readList(scan, ofOneStyle(scan), determiner)
    const word = items.length > 0 ? eat(scan, behindOrdinal)?.[1] : undefined
    if (word === undefined) return undefined
    return {soort: soortOf(word), items: withEnd(items, scan.at), isSub: false}
  })
}

/** `artikelen 49c en 49e, eerste lid`: 49e is an artikel, since the lid is not told in digits. */
function ofOneStyle(scan: Scan): (scan: Scan) => Item | undefined {
  const isDigit = sees(scan, /\d/y)
  return (at) => {
    if (sees(at, /\d/y) !== isDigit) return undefined
    return readOrdinal(at) ?? readLast(at)
  }
}

const counted = 'een twee drie vier vijf zes zeven acht negen tien'.split(' ')

/** `eerste vier leden`. */
function readFirst(scan: Scan): readonly Item[] | undefined {
  const from = scan.at
  const word = eat(
    scan,
    /[Ee]erste ([a-z]{3,5})(?= (?:leden|volzinnen|zinnen))/y
  )?.[1]
  const count = counted.indexOf(word ?? '') + 1
  return count < 2
    ? undefined
    : [{nummer: '1', tot: `${count}`, from, to: scan.at}]
}

function soortOf(word: string): PadSoort {
  if (word.startsWith('l')) return 'lid'
  if (word.endsWith('streepje') || word === 'bullet') return 'streepje'
  return word.startsWith('a') ? 'alinea' : 'volzin'
}

const ownLid =
  /,? (?:(?:lid|leden) \d|[a-zë]+(?:de|ste) (?:lid|volzin)(?![a-z]))/y

/** A number that has leden of its own, or that comes after the artikel in `artikelen 102 lid 2, 103 en 104`, is the next artikel. */
function ofLeden(scan: Scan, isOne: boolean): (scan: Scan) => Item | undefined {
  const words = before(scan, scan.at, 200)
  const isPlural = /^(?:artikelen|artt)/i.test(
    words.match(/\bart(?:ikelen|ikel|t\.|\.)/gi)?.at(-1) ?? ''
  )
  const home = Number(
    [...words.matchAll(/(\d+)[a-z]{0,3},? (?:lid|leden) /gi)].at(-1)?.[1]
  )
  let first: Item | undefined
  return (at) => {
    const item = readLid(at)
    if (!item) return undefined
    if (!first) return (first = item)
    if (/\./.test(item.nummer) !== /\./.test(first.nummer)) return undefined
    if (sees(at, ownLid)) return undefined
    const number = parseInt(item.nummer, 10)
    if (isPlural && number > home && (isOne || home >= 8)) return undefined
    return item
  }
}

function readLeden(scan: Scan): Group | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const word = eat(scan, lidWord)?.[0]
    if (word === undefined) return undefined
    const items = readList(scan, ofLeden(scan, /^lid/i.test(word)))
    return items.length > 0
      ? {soort: 'lid', items: withStart(items, from), isSub: false}
      : undefined
  })
}

function readOnderdelen(scan: Scan): Group | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const word = eat(scan, onderdeelWord)?.[1]?.toLowerCase()
    if (word === undefined) return readDegrees(scan)
    const items = readLabels(scan, word)
    if (items.length === 0) return undefined
    // `onder A` and `sub B` are names of people and places.
    const isCapital = /^[A-Z]/.test(items[0]?.nummer ?? '')
    const isName = isCapital && !/de(?:el|len)$/.test(word)
    const isBehind = () => behindNumber.test(before(scan, from, 24))
    if (isName && !isBehind() && !sees(scan, ofLetter)) return undefined
    const isSub =
      word.startsWith('subonderde') ||
      /(?:punt|onderdeel) \d{1,2},? $/i.test(before(scan, from, 14))
    return {
      soort: 'onderdeel',
      items: withStart(items, from),
      isSub,
      ...(/^(?:onderdelen|letters)$/.test(word) && {isList: true})
    }
  })
}

/** `onderdelen A, eerste volzin, E, N en O`: the rest of a list, behind a part of one of them. */
export function readFurther(
  scan: Scan,
  {items: [head]}: Group
): Group | undefined {
  return attempt(scan, () => {
    const isCapital = /^[A-Z]/.test(head?.nummer ?? '')
    if (
      !sees(
        scan,
        isCapital
          ? /(?![IVX]{2,}(?![A-Za-z]))[A-Z]{1,2}(?![A-Za-z])/y
          : /[a-z](?![a-z])/y
      )
    )
      return undefined
    const items = readList(scan, ofOneKind(readLabel))
    return items.length > 0
      ? {soort: 'onderdeel', items, isSub: false}
      : undefined
  })
}

/** `artikel III, onder A`: a capital right behind a number is a letter too. */
const behindNumber = /(?:^|[ ,])(?:\d[\w.:]*|[IVX]{1,5}|lid|aanhef en),? $/

/** Letters, capitals, numbers and degrees: a list is of one kind. */
export function labelKind(nummer: string): string {
  if (/[°º]/.test(nummer)) return 'degree'
  if (/^\d/.test(nummer)) return 'number'
  return /^[a-z]/.test(nummer) ? 'letter' : 'capital'
}

function ofOneKind(
  read: (scan: Scan) => Item | undefined
): (scan: Scan) => Item | undefined {
  let kind: string | undefined
  return (at) => {
    const item = read(at)
    if (!item) return undefined
    kind ??= labelKind(item.nummer)
    return labelKind(item.nummer) === kind ? item : undefined
  }
}

function readLabels(scan: Scan, word: string): readonly Item[] {
  if (word === 'ten') return readList(scan, readTen)
  if (/onderdeel|onderdelen|punt/.test(word) && sees(scan, /\d{1,2}\.\d/y))
    return readList(scan, readLid)
  if (!sees(scan, /[A-Z](?![A-Za-z\d])/y))
    return withLetters(
      readList(scan, sees(scan, /[A-Z]/y) ? readLabel : ofOneKind(readLabel))
    )
  // `artikelen III, onder A en B en XIII`: a numeral among letters is the next artikel.
  return readList(
    scan,
    ofOneKind((at) =>
      sees(at, /[IVX]{2,}(?![A-Za-z])/y) ? undefined : readLabel(at)
    )
  )
}

/** `K2 a, b en c`: the letters behind the first go below the same number. */
function withLetters(items: readonly Item[]): readonly Item[] {
  let home = ''
  return items.map((item) => {
    const [above, letter] = item.nummer.split(innerLetter)
    if (letter !== undefined) home = `${above} `
    else if (!/^[a-z]$/.test(item.nummer)) home = ''
    else return {...item, nummer: home + item.nummer}
    return item
  })
}

/** `bijlage I, onder A, bij`: what shows that a capital is a letter. */
const ofLetter = /,? (?:van|bij|behorende? bij) (?:de|het|deze|dit) /y

/** `lid 1 a t/m f en h`: letters right behind the number of a lid. */
function readLetters(scan: Scan): Group | undefined {
  const isBehindLid = / lid \d{1,2}[a-z]? $/i.test(before(scan, scan.at, 9))
  if (!isBehindLid || !sees(scan, loneLetter)) return undefined
  const items = readList(scan, readLabel)
  return items.length > 0
    ? {soort: 'onderdeel', items, isSub: false}
    : undefined
}

const loneLetter =
  /[a-tv-z](?:(?:,| t\/m| tot en met| en| of|-) ?[a-z](?![a-zë]))*(?=[.,;:)]|$| (?:is|zijn|wordt|worden|van|niet|bij|genoemd|bedoeld|vermeld)(?![a-z]))/y

/** `1°` without a word before it. */
function readDegrees(scan: Scan): Group | undefined {
  if (!sees(scan, /\d{1,2}[a-z]?[°º]/y)) return undefined
  const items = readList(scan, ofOneKind(readLabel))
  return items.length > 0
    ? {soort: 'onderdeel', items, isSub: false}
    : undefined
}

/** `ten eerste`, `ten 1°`. */
function readTen(scan: Scan): Item | undefined {
  return attempt(scan, () => {
    if (sees(scan, /\d{1,2}[°º]/y)) return readLabel(scan)
    const item = readOrdinal(scan)
    return item && {...item, nummer: `${item.nummer}°`}
  })
}

function readBare(scan: Scan): Group | undefined {
  const from = scan.at
  const word = eat(scan, bareWord)?.[1]?.toLowerCase()
  if (word !== 'aanhef' && word !== 'slot') return undefined
  const isOpenAanhef =
    word === 'aanhef' && sees(scan, / en (?:onder|sub) \d|, (?:en )?onder \d/y)
  return {
    soort: word,
    items: [{from, to: scan.at}],
    isSub: false,
    ...(isOpenAanhef && {isOpenAanhef})
  }
}

/** The word behind a list belongs to its last item. */
function withEnd(items: readonly Item[], to: number): readonly Item[] {
  return items.map((item, at) =>
    at === items.length - 1 ? {...item, to} : item
  )
}

/** The word before a list belongs to its first item. */
function withStart(items: readonly Item[], from: number): readonly Item[] {
  return items.map((item, at) => (at === 0 ? {...item, from} : item))
}
