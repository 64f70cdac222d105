/** `leden 4 tot en met 6`: leden by their number. Kernel. */
import {type Item, readLid, readList} from './designation.ts'
import {type Group, withStart} from './group.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'

const lidWord = /(?:lid|leden)(?: |(?=\d))/iy

/** `lid 2`, `leden 4 tot en met 6`. */
export function readLeden(scan: Scan): Group | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const word = eat(scan, lidWord)?.[0]
    if (word === undefined) return undefined
    const items = readList(scan, ofOneArtikel(scan, /^lid/i.test(word)))
    return items.length > 0
      ? {soort: 'lid', items: withStart(items, from), isSub: false}
      : undefined
  })
}

/** What a number has that is that of an artikel: `3, tweede lid`. */
const ownLid =
  /,? (?:(?:lid|leden) \d|[a-zë]+(?:de|ste) (?:lid|volzin)(?![a-z]))/y

/** One lid after the other; nothing where a number is the next artikel: `artikelen 102 lid 2, 103 en 104`. */
function ofOneArtikel(
  scan: Scan,
  isOne: boolean
): (scan: Scan) => Item | undefined {
  const isBehind = artikelBehind(before(scan, scan.at, 200), isOne)
  let head: Item | undefined
  return (at) => {
    const item = readLid(at)
    if (item && head && (isOther(item, head) || sees(at, ownLid)))
      return undefined
    if (item && head && isBehind(item)) return undefined
    head ??= item
    return item
  }
}

/** `3.1 lid 2 en 3.2`: a number with a full stop is none of these leden. */
function isOther(item: Item, head: Item): boolean {
  return item.nummer.includes('.') !== head.nummer.includes('.')
}

/**
 * Whether a number may be that of an artikel behind the one whose leden these
 * are: after `artikelen`, where it is higher than that one. Leden are seldom so
 * many: behind `artikelen 3, leden 1 en` even 4 is a lid.
 */
function artikelBehind(words: string, isOne: boolean): (item: Item) => boolean {
  const word = words.match(/\bart(?:ikelen|ikel|t\.|\.)/gi)?.at(-1) ?? ''
  const last = [...words.matchAll(/(\d+)[a-z]{0,3},? (?:lid|leden) /gi)].at(-1)
  const home = Number(last?.[1])
  const isOpen = /^(?:artikelen|artt)/i.test(word) && (isOne || home >= 8)
  return ({nummer}) => isOpen && Number.parseInt(nummer, 10) > home
}
