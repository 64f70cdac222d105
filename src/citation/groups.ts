/** The leden, onderdelen or volzinnen that stand at a place. Kernel. */
import type {PadSoort} from './address.ts'
import {type Item, readLast, readList, readOrdinal} from './designation.ts'
import type {Group} from './group.ts'
import {readLeden} from './group-leden.ts'
import {readLetters, readOnderdelen} from './group-onderdelen.ts'
import {attempt, eat, type Scan, sees} from './scan.ts'

const wordEnd = '(?![A-Za-zÀ-ÿ0-9-])'
const determiner = /(?:het|de) /y
const behindOrdinal = new RegExp(
  ` (lid|leden|volzin|volzinnen|zin|zinnen|zinsnede|zinsdeel|alinea|alinea['’]s|(?:gedachte|aandachts)?streepje|bullet|subonderdeel)${wordEnd}`,
  'y'
)
/** `Hoofdstuk 2 Slot` is what a hoofdstuk is called. */
const bareWord = new RegExp(
  `(aanhef|slot|(?<!\\d )Aanhef|Slot(?= van ))${wordEnd}`,
  'y'
)
const renumbered =
  / \((?:(nieuw|oud)|(?:oud|voorheen) (?:[a-z]+ lid|onderdeel [a-z]))\)/y

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

/** `eerste en derde lid`, `tweede volzin`. */
function readOrdinals(scan: Scan): Group | undefined {
  return attempt(scan, () => {
    const items =
      attempt(scan, () => readFirst(scan)) ??
      readList(scan, ofOneStyle(scan), determiner)
    const word = items.length > 0 ? eat(scan, behindOrdinal)?.[1] : undefined
    // `artikelen 160 lid 1 en 107e lid 2`: the number of an artikel.
    if (word === undefined || sees(scan, /(?<=\de lid) \d/y)) return undefined
    return {
      soort: soortOf(word),
      items: withEnd(items, scan.at),
      isSub: word === 'subonderdeel'
    }
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
  if (word === 'subonderdeel') return 'onderdeel'
  if (word.endsWith('streepje') || word === 'bullet') return 'streepje'
  if (word.startsWith('zins')) return 'zinsnede'
  return word.startsWith('a') ? 'alinea' : 'volzin'
}

/** `aanhef`, `slot`. */
function readBare(scan: Scan): Group | undefined {
  const from = scan.at
  const word = eat(scan, bareWord)?.[1]?.toLowerCase()
  if (word !== 'aanhef' && word !== 'slot') return undefined
  const isInside =
    word === 'aanhef' && sees(scan, / en (?:onder|sub) \d|, (?:en )?onder \d/y)
  return {
    soort: word,
    items: [{from, to: scan.at}],
    isSub: false,
    ...(isInside && {isInside})
  }
}

/** The word behind a list belongs to its last item. */
function withEnd(items: readonly Item[], to: number): readonly Item[] {
  return items.map((item, at) =>
    at === items.length - 1 ? {...item, to} : item
  )
}
