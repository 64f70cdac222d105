/**
 * Names of laws and other regelingen in running text.
 *
 * Kernel. Known ones come from a list; of the others the shape of a name shows
 * that another regeling is meant, so that its artikel 3 is not taken for ours.
 */
import type {Wet} from '../model.ts'
import type {Reference, RegelingNaam} from './address.ts'
import {
  backNoun,
  type Named,
  readAcronym,
  readBeside,
  readByShape,
  selfNoun
} from './law-name.ts'
import {attempt, eat, type Scan, sees} from './scan.ts'

/** Laws by the words of their names, made once for all texts. */
export interface Laws {
  readonly root: Node
  /** Names of the regeling in which the text stands. */
  readonly own: Node
  /** What reading gave before: versions of a unit share most of their texts. */
  readonly read: Map<string, readonly Reference[]>
}

interface Node {
  readonly next: Map<string, Node>
  wet?: Wet
  isShort?: boolean
}

const token = /[A-Za-zÀ-ÿ0-9]+(?:['’][a-z])?|[-–/.,() ]/y

/** Index laws; `own` are the names of the regeling itself. */
export function indexLaws(
  wetten: readonly Wet[],
  own: readonly string[] = []
): Laws {
  const root: Node = {next: new Map()}
  for (const wet of wetten) {
    add(root, wet.naam, wet, false)
    for (const short of wet.afkortingen) add(root, short, wet, true)
  }
  const ownRoot: Node = {next: new Map()}
  for (const naam of own) {
    add(ownRoot, naam, {naam, afkortingen: [], boeken: []}, true)
  }
  return {root, own: ownRoot, read: new Map()}
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
  // `Wet Bibob` says by itself that it is a law.
  node.isShort = isShort && !naam.startsWith('Wet ')
}

/** Abbreviations keep their capitals; of a name in full only the first word does. */
function keyOf(word: string, isShort: boolean, isFirst: boolean): string {
  const plain = word.replace('’', "'")
  return isShort || isFirst ? plain : plain.toLowerCase()
}

/** The longest known name from here. */
function longest(
  scan: Scan,
  root: Node
): {readonly wet: Wet; readonly isShort: boolean} | undefined {
  const start = scan.at
  let nodes: readonly Node[] = [root]
  let found: {wet: Wet; isShort: boolean; to: number} | undefined
  for (let word = eat(scan, token); word; word = eat(scan, token)) {
    const plain = word[0].replace('’', "'")
    const next = nodes.flatMap((node) =>
      [plain, plain.toLowerCase()]
        .filter((key, at) => at === 0 || key !== plain)
        .flatMap((key) =>
          node === root && key !== plain ? [] : (node.next.get(key) ?? [])
        )
    )
    if (next.length === 0) break
    nodes = next
    const hit = next.find(({wet}) => wet)
    if (hit?.wet && !sees(scan, /[A-Za-zÀ-ÿ0-9]|[-–][A-Za-z]|['’]/y)) {
      found = {wet: hit.wet, isShort: hit.isShort === true, to: scan.at}
    }
  }
  scan.at = found?.to ?? start
  return found
}

/** Whether a name that is known begins with this word. */
export function startsLaw(word: string, {root}: Laws): boolean {
  return root.next.has(word)
}

/** A known law by name or abbreviation, where it stands alone. */
export function readKnownLaw(
  scan: Scan,
  laws: Laws
): {readonly regeling: RegelingNaam; readonly isShort: boolean} | undefined {
  return attempt(scan, () => {
    const found = longest(scan, laws.root)
    if (!found) return undefined
    const boek = attempt(
      scan,
      () => eat(scan, /,? [Bb]oek (\d{1,2}A?)(?![\dA-Za-z:.])/y)?.[1]
    )
    return {regeling: namedBy(found.wet, boek), isShort: found.isShort}
  })
}

/** A law with its number, or that of one of its books. */
function namedBy(wet: Wet, boek?: string): RegelingNaam {
  const bwb =
    boek === undefined
      ? wet.bwb
      : (wet.boeken.find((one) => one.boek === boek)?.bwb ?? wet.bwb)
  return {
    naam: wet.naam,
    ...(bwb !== undefined && {bwb}),
    ...(boek !== undefined && {boek})
  }
}

/** The book of a wetboek whose books have numbers of their own; nothing for any other law. */
export function bookOf(
  {naam}: RegelingNaam,
  boek: string,
  laws: Laws
): RegelingNaam | undefined {
  const wet = longestNamed(naam, laws)
  if (!wet)
    return naam === 'BW' || naam === 'Burgerlijk Wetboek'
      ? {naam, boek}
      : undefined
  return wet.boeken.some((one) => one.boek === boek)
    ? namedBy(wet, boek)
    : undefined
}

const boekOf =
  /[Bb]oek (\d{1,2}A?)(?:,? [Tt]itel [\dA-Z.]{1,6})?(?:,? [Aa]fdeling [\dA-Z.]{1,6})?,? (?:van (?:het )?)?/y

/**
 * A name of another regeling behind a reference: `van de Awb`, `BW`,
 * `van Boek 7 van het Burgerlijk Wetboek`, `van die wet`, `van dit besluit`.
 */
export function readRegeling(scan: Scan, laws: Laws): Named | undefined {
  return attempt(scan, () => {
    const comma = eat(scan, /,? /y)
    if (!comma) return undefined
    const joined = eat(scan, /(?:van|uit|bij|volgens) |(?=der )/y)
    if (joined) return readBehindVan(scan, laws)
    if (eat(scan, /in (?=(?:de|het) )/y)) return readKnown(scan, laws)
    return readDirect(scan, laws)
  })
}

/** Right behind the number: only a name that is known, or an abbreviation. */
function readDirect(scan: Scan, laws: Laws): Named | undefined {
  const known = readKnown(scan, laws)
  return known ?? readBeside(scan) ?? readAcronym(scan)
}

/** Known by name: ours, or a law, or a book of it. */
function readKnown(scan: Scan, laws: Laws): Named | undefined {
  return attempt(scan, () => {
    eat(scan, /(?:de|het|der) (?:nieuwe?|oude?) (?=[A-Z])|(?:de|het|der) /y)
    if (readOwn(scan, laws)) return {soort: 'eigen'}
    const boek = eat(scan, boekOf)?.[1]
    if (boek !== undefined) eat(scan, /het /y)
    const known = readKnownLaw(scan, laws)
    if (!known) return undefined
    if (boek === undefined) return {soort: 'wet', regeling: known.regeling}
    const wet = longestNamed(known.regeling.naam, laws)
    return {
      soort: 'wet',
      regeling: wet ? namedBy(wet, boek) : {...known.regeling, boek}
    }
  })
}

/** `de CAR en UWO`, `de CAR-UWO`: our own names. */
function readOwn(scan: Scan, {own}: Laws): boolean {
  if (!longest(scan, own)) return false
  attempt(scan, () =>
    eat(scan, /(?: en| of|\/) ?(?:de )?(?=[A-Z])/y)
      ? longest(scan, own)
      : undefined
  )
  return true
}

function longestNamed(naam: string, laws: Laws): Wet | undefined {
  return longest({text: naam, at: 0}, laws.root)?.wet
}

function readBehindVan(scan: Scan, laws: Laws): Named | undefined {
  const known = readKnown(scan, laws)
  if (known) return known
  if (eat(scan, selfNoun)) return {soort: 'eigen'}
  if (eat(scan, backNoun)) return {soort: 'vorige'}
  const boek = attempt(
    scan,
    () => eat(scan, /[Bb]oek (\d{1,2}A?)(?![\dA-Za-z:.])/y)?.[1]
  )
  if (boek !== undefined) {
    const wet = longestNamed('Burgerlijk Wetboek', laws)
    const naam = wet?.naam ?? 'Burgerlijk Wetboek'
    return {soort: 'wet', regeling: wet ? namedBy(wet, boek) : {naam, boek}}
  }
  return readByShape(scan)
}
