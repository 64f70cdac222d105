/** `onderdelen a tot en met c`, `onder 1° en 2°`: onderdelen by their label. Kernel. */
import {
  type Item,
  readLabel,
  readLid,
  readList,
  readOrdinal
} from './designation.ts'
import {type Group, innerLetter, withStart} from './group.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'

const onderdeelWord =
  /(subonderdelen|subonderdeel|onderdelen|onderdeel|(?:onder )?(?:de )?nummers?(?= \d{1,3}(?![\d/-]|\.\d))|onder(?: (?:punt|letter)(?= [a-z\d]))?|sub|letters?|punt|ten|ad) /iy

/** `onderdeel b`, `onder 1° en 2°`, `sub a`. */
export function readOnderdelen(scan: Scan): Group | undefined {
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
      isSub
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
    if (!sees(scan, isCapital ? aCapital : aLetter)) return undefined
    const items = readList(scan, ofOneKind(readLabel))
    return items.length > 0
      ? {soort: 'onderdeel', items, isSub: false}
      : undefined
  })
}

const aCapital = /(?![IVX]{2,}(?![A-Za-z]))[A-Z]{1,2}(?![A-Za-z])/y
const aLetter = /[a-z](?![a-z])/y

/** `artikel III, onder A`: a capital right behind a number is a letter too. */
const behindNumber = /(?:^|[ ,])(?:\d[\w.:]*|[IVX]{1,5}|lid|aanhef en),? $/

/** Letters, capitals, numbers and degrees: a list is of one kind. */
function labelKind(nummer: string): string {
  if (/[°º]/.test(nummer)) return 'degree'
  if (/^\d/.test(nummer)) return 'number'
  return /^[a-z]/.test(nummer) ? 'letter' : 'capital'
}

/** Labels as long as they are of the kind of the first: of `c, 9, eerste lid` only `c`. */
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
export function readLetters(scan: Scan): Group | undefined {
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
