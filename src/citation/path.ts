/**
 * What stands behind an artikel, or alone: leden, onderdelen, volzinnen.
 *
 * Kernel. Read as a run of groups, each of one soort; a group at a deeper
 * level goes into the last item of the one before it, any other stands beside.
 */
import {defined} from '../defined.ts'
import type {PadSoort, Stap} from './address.ts'
import {
  type Item,
  joints,
  readLabel,
  readLast,
  readLid,
  readList,
  readOrdinal,
  through
} from './designation.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'

/** One way into a text, with the words that are its own. */
export interface Way {
  readonly from: number
  readonly to: number
  readonly pad: readonly Stap[]
  readonly tot?: readonly Stap[]
  readonly vernummerd?: 'nieuw' | 'oud'
}

interface Group {
  readonly soort: PadSoort
  readonly items: readonly {
    readonly nummer?: string
    readonly tot?: string
    readonly from: number
    readonly to: number
  }[]
  /** `subonderdeel`, `ten 1°`: always below another onderdeel. */
  readonly isSub: boolean
  readonly vernummerd?: 'nieuw' | 'oud'
}

const wordEnd = '(?![A-Za-zÀ-ÿ0-9-])'
const determiner = /(?:het|de) /y
const behindOrdinal = new RegExp(
  ` (lid|leden|volzin|volzinnen|zin|zinnen|zinsnede|zinsdeel|alinea|alinea['’]s|(?:gedachte|aandachts)?streepje)${wordEnd}`,
  'y'
)
const lidWord = /(?:lid|leden)(?: |(?=\d))/iy
const onderdeelWord =
  /(subonderdelen|subonderdeel|onderdelen|onderdeel|onder(?: (?:punt|letter)(?= [a-z\d]))?|sub|letter|punt|ten|ad) /iy
const bareWord = new RegExp(`(aanhef|slot)${wordEnd}`, 'iy')
const between = new RegExp(
  `(?:, ?(?:(?:${joints}) )?|; (?=[a-zë]+(?:de|ste) lid,? onder)| (?:${joints}) | |(?<=\\d)(?=onder [a-z] ))`,
  'y'
)
const upTo = new RegExp(`,? (?:${through}) (?:het |de )?`, 'y')
const renumbered = / \((nieuw|oud)\)/y

/** A first group that can open a reference by itself. */
export function readOpening(scan: Scan): Group | undefined {
  return readGroup(scan)
}

const named = /(?:het|de) (?=[a-zë]+(?:de|ste)[ ,]|leden |onderdelen |aanhef)/y
const ended = /[.,;:)]|$|,? van /y

/** All that stands behind an artikel; empty if nothing does. */
export function readWays(scan: Scan): readonly Way[] {
  const first = attempt(scan, () => {
    const gap = eat(scan, between)?.[0]
    if (gap === undefined) return undefined
    const isNamed = eat(scan, named)
    const group = readGroup(scan)
    // `in artikel 3 het eerste lid niet wordt toegepast`: two places.
    const isOther = gap === ' alsmede ' || (gap === ' ' && !sees(scan, ended))
    return isNamed && isOther ? undefined : group
  })
  return first ? waysFrom(scan, first) : []
}

/** Go on from a group that has been read. */
export function waysFrom(scan: Scan, first: Group): readonly Way[] {
  const done: Way[] = []
  let open = addGroup(done, undefined, first)
  for (let count = 0; count < 16; count++) {
    open = attempt(scan, () => readEnd(scan, open)) ?? open
    const next = attempt(scan, () =>
      eat(scan, between) ? readGroup(scan) : undefined
    )
    if (!next) break
    open = addGroup(done, open, next)
  }
  return [...done, open]
}

/** `lid 1 tot en met lid 3`: the end of a range that has a word of its own. */
function readEnd(scan: Scan, open: Way): Way | undefined {
  if (open.tot || !eat(scan, upTo)) return undefined
  const group = readGroup(scan)
  const [item, ...others] = group?.items ?? []
  if (!group || !item || others.length > 0) return undefined
  if (group.soort !== open.pad.at(-1)?.soort) return undefined
  const step = {soort: group.soort, ...defined({nummer: item.nummer})}
  return {...open, to: scan.at, tot: [...open.pad.slice(0, -1), step]}
}

/** `onderdeel K2 c`: a letter below a letter with a number. */
const innerLetter = /(?<=^[A-Z]{1,2}\d{1,2}) (?=[a-z]$)/

/** Put what is finished in `done`; what comes back may still be gone into. */
function addGroup(done: Way[], open: Way | undefined, group: Group): Way {
  const base = baseOf(open?.pad ?? [], group)
  const isDeeper = open !== undefined && base.length === open.pad.length
  if (open && !isDeeper) done.push(open)
  const ways = group.items.map(({nummer, tot, from, to}): Way => {
    const step = (one: string | undefined): readonly Stap[] => [
      ...base,
      ...(one === undefined ? [undefined] : one.split(innerLetter)).map(
        (nummer) => ({soort: group.soort, ...defined({nummer})})
      )
    ]
    return {
      from: isDeeper ? open.from : from,
      to,
      pad: step(nummer),
      ...(tot !== undefined && {tot: step(tot)}),
      ...(group.vernummerd && {vernummerd: group.vernummerd})
    }
  })
  const [head, ...rest] = ways
  const last = rest.at(-1) ?? head
  if (!last) throw new Error('A group without items')
  if (head && last !== head) {
    // Only the first goes on from what stands before it.
    done.push(head)
    done.push(...rest.slice(0, -1).map((way) => apart(way, group)))
    return apart(last, group)
  }
  return last
}

function apart(way: Way, {items}: Group): Way {
  const item = items.find(({to}) => to === way.to)
  return {...way, from: item?.from ?? way.from}
}

/** How much of the way before it a group goes on from. */
function baseOf(pad: readonly Stap[], group: Group): readonly Stap[] {
  const level = levelOf(group, pad)
  const at = pad.findIndex(
    (step, index) => levelIn(pad, index) >= level && step
  )
  return at < 0 ? pad : pad.slice(0, at)
}

function levelIn(pad: readonly Stap[], at: number): number {
  const step = pad[at]
  if (!step) return 0
  if (step.soort === 'lid') return 1
  if (step.soort === 'streepje') return 8
  if (step.soort === 'volzin' || step.soort === 'alinea') return 9
  if (step.soort !== 'onderdeel') return 2
  return 2 + pad.slice(0, at).filter(({soort}) => soort === 'onderdeel').length
}

function levelOf({soort, items, isSub}: Group, pad: readonly Stap[]): number {
  if (soort === 'lid') return 1
  if (soort === 'streepje') return 8
  if (soort === 'volzin' || soort === 'alinea') return 9
  if (soort !== 'onderdeel') return 2
  const labels = pad.filter((step) => step.soort === 'onderdeel')
  const isLetter = /^[a-z]+$/i.test(items[0]?.nummer ?? '')
  const hasLetter = /^[a-z]+$/i.test(labels[0]?.nummer ?? '')
  if (isSub || (!isLetter && hasLetter)) return labels.length > 0 ? 3 : 2
  return 2
}

function readGroup(scan: Scan): Group | undefined {
  const group =
    readOrdinals(scan) ??
    readLeden(scan) ??
    readOnderdelen(scan) ??
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
      readList(scan, (at) => readOrdinal(at) ?? readLast(at), determiner)
    const word = items.length > 0 ? eat(scan, behindOrdinal)?.[1] : undefined
    if (word === undefined) return undefined
    return {soort: soortOf(word), items: withEnd(items, scan.at), isSub: false}
  })
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
  if (word.endsWith('streepje')) return 'streepje'
  return word.startsWith('a') ? 'alinea' : 'volzin'
}

function readLeden(scan: Scan): Group | undefined {
  return attempt(scan, () => {
    const from = scan.at
    if (!eat(scan, lidWord)) return undefined
    const items = readList(scan, readLid)
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
      word === 'ten' ||
      /punt \d{1,2},? $/i.test(before(scan, from, 12))
    return {soort: 'onderdeel', items: withStart(items, from), isSub}
  })
}

/** `artikel III, onder A`: a capital right behind a number is a letter too. */
const behindNumber = /(?:^|[ ,])(?:\d[\w.:]*|[IVX]{1,5}|lid|aanhef en),? $/

function readLabels(scan: Scan, word: string): readonly Item[] {
  if (word === 'ten') return readList(scan, readTen)
  if (/onderdeel|onderdelen|punt/.test(word) && sees(scan, /\d{1,2}\.\d/y))
    return readList(scan, readLid)
  if (!sees(scan, /[A-Z](?![A-Za-z\d])/y))
    return withLetters(readList(scan, readLabel))
  // `artikelen III, onder A en B en XIII`: a numeral among letters is the next artikel.
  return readList(scan, (at) =>
    sees(at, /[IVX]{2,}(?![A-Za-z])/y) ? undefined : readLabel(at)
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

/** `1°` without a word before it. */
function readDegrees(scan: Scan): Group | undefined {
  if (!sees(scan, /\d{1,2}[a-z]?[°º]/y)) return undefined
  const items = readList(scan, readLabel)
  return items.length > 0 ? {soort: 'onderdeel', items, isSub: true} : undefined
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
  return {soort: word, items: [{from, to: scan.at}], isSub: false}
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
