/**
 * An index of names of laws, word by word.
 *
 * Kernel. Names in full are read whatever their capitals, abbreviations only
 * as they are written.
 */
import type {Wet} from '../model.ts'
import type {Reference} from './address.ts'
import {eat, type Scan, sees} from './scan.ts'

/** Laws by the words of their names, made once for all texts. */
export interface Laws {
  readonly root: Node
  /** Names of the regeling in which the text stands. */
  readonly own: Node
  /** What reading gave before: versions of a unit share most of their texts. */
  readonly read: Map<string, readonly Reference[]>
}

/** One word of a name in the index. */
export interface Node {
  readonly next: Map<string, Node>
  wet?: Wet
  isShort?: boolean
}

const token =
  /[A-Za-zÀ-ÿ0-9]+(?:['’](?:[a-z]|\d\d(?!\d)))?|['’]\d\d(?!\d)|[-–/.,()& ]/y

/** A name that is nothing else, as that of more than one law is in the list. */
const abbreviation = /^[A-Z][A-Za-z]{1,4}$/

/** Another name in full, which is read whatever its capitals. */
const otherName = /^[A-Z][a-z]+ (?=.*[a-z]{10}).*[a-z]{2}$/

/** Index laws; `own` are the names of the regeling itself. */
export function indexLaws(
  wetten: readonly Wet[],
  own: readonly string[] = []
): Laws {
  const root: Node = {next: new Map()}
  for (const wet of wetten) {
    add(root, wet.naam, wet, abbreviation.test(wet.naam))
    for (const other of wet.afkortingen)
      add(root, other, wet, !otherName.test(other))
  }
  const ownRoot: Node = {next: new Map()}
  for (const naam of own) {
    const wet = {naam, afkortingen: [], boeken: []}
    for (const one of new Set([naam, inSmall(naam)]))
      add(ownRoot, one, wet, true)
  }
  return {root, own: ownRoot, read: new Map()}
}

/** `Car-Uwo`, as some write it. */
function inSmall(naam: string): string {
  return naam.replace(
    /[A-Z]{3,}/g,
    (word) => word.charAt(0) + word.slice(1).toLowerCase()
  )
}

/** Index of nothing: what is no name by its shape is none. */
export const noLaws: Laws = indexLaws([])

function add(root: Node, naam: string, wet: Wet, isShort: boolean): void {
  let node = root
  const scan = {text: naam, at: 0}
  for (let word = eat(scan, token); word; word = eat(scan, token)) {
    const key = keyOf(word[0], isShort, node === root)
    const next = node.next.get(key) ?? {next: new Map<string, Node>()}
    node.next.set(key, next)
    node = next
  }
  if (node.wet && !node.isShort) return
  node.wet = wet
  // `Wet Bibob` says by itself that it is a law, and so does a long name.
  node.isShort = isShort && !naam.startsWith('Wet ') && !/[a-z]{10}/.test(naam)
}

/** Abbreviations keep their capitals; of a name in full only the first word does. */
function keyOf(word: string, isShort: boolean, isFirst: boolean): string {
  const plain = word.replace('’', "'")
  return isShort || isFirst ? plain : plain.toLowerCase()
}

/** The longest known name from here. */
export function longest(
  scan: Scan,
  root: Node
): {readonly wet: Wet; readonly isShort: boolean} | undefined {
  const start = scan.at
  let nodes: readonly Node[] = [root]
  let found: {wet: Wet; isShort: boolean; to: number} | undefined
  for (let word = eat(scan, token); word; word = eat(scan, token)) {
    const plain = word[0].replace('’', "'")
    const next = nodes.flatMap((node) => {
      const other = node === root ? withCapital(plain) : plain.toLowerCase()
      return [plain, other]
        .filter((key, at) => at === 0 || key !== plain)
        .flatMap((key) => nextOf(node, key, root))
    })
    if (next.length === 0) break
    nodes = next
    const hit = next.find(({wet}) => wet)
    if (
      hit?.wet &&
      !sees(
        scan,
        /[A-Za-zÀ-ÿ0-9]|\/[A-Z]{2,5}[a-z]{3}|(?:\/[A-Z]{2,5})?[-–][a-z]|[-–][A-Z]|['’][a-z]/y
      )
    ) {
      found = {wet: hit.wet, isShort: hit.isShort === true, to: scan.at}
    }
  }
  scan.at = found?.to ?? start
  return found
}

/** The nodes behind a word; `de wet werk en bijstand` is known by its capital. */
function nextOf(node: Node, key: string, root: Node): readonly Node[] {
  const next = node.next.get(node === root && key === 'wet' ? 'Wet' : key)
  return next ? [next] : []
}

/** Whether a name that is known begins with this word. */
export function startsLaw(word: string, {root}: Laws): boolean {
  return root.next.has(withCapital(word))
}

/** `de gemeentewet`: a law is known by its long word whatever its first letter. */
function withCapital(word: string): string {
  return /^(?!(?:ontslag|mandaat|delegatie|instellings|benoemings|aanwijzings|wijzigings|uitvoerings)besluit$)(?:[a-z]{4,30}(?:wet|besluit|wetboek)|algemene)$/.test(
    word
  )
    ? word.charAt(0).toUpperCase() + word.slice(1)
    : word
}
