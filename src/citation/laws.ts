/**
 * Names of laws and other regelingen in running text.
 *
 * Kernel. Known ones come from a list; of the others the shape of a name shows
 * that another regeling is meant, so that its artikel 3 is not taken for ours.
 */
import type {Wet} from '../model.ts'
import type {Reference, RegelingNaam} from './address.ts'
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

/** What a name gave: a law, our own regeling (`eigen`), or the one named before (`vorige`). */
export type Named =
  | {readonly soort: 'wet'; readonly regeling: RegelingNaam}
  | {readonly soort: 'eigen'}
  | {readonly soort: 'vorige'}

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
export function namedBy(wet: Wet, boek?: string): RegelingNaam {
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

const nouns =
  'wet|rijkswet|besluit|regeling|verordening|reglement|richtlijn|verdrag|statuut|statuten|convenant|protocol|overeenkomst|akkoord|cao|collectieve arbeidsovereenkomst|code|gedragscode|circulaire|beleidsregel|beleidsregels|beschikking|wetboek|handvest|instructie|ordonnantie'
const suffixes =
  'wet|besluit|regeling|verordening|reglement|richtlijn|verdrag|statuut|statuten|overeenkomst|akkoord|code|wetboek|handvest|protocol|instructie|beleidsregels?|cao'
const nounEnd = '(?![A-Za-zÀ-ÿ0-9-])'
const selfNoun = new RegExp(
  `(?:deze|dit|de onderhavige|het onderhavige) (?:${nouns}|rechtspositieregeling|rechtspositiereglement|arbeidsvoorwaardenregeling)${nounEnd}`,
  'y'
)
const backNoun = new RegExp(
  `(?:die|dat|genoemde?|voornoemde?|vorengenoemde?|bovengenoemde?|evengenoemde?|voormelde?|vermelde?|het genoemde|de genoemde|laatstgenoemde|laatstgenoemd|bedoelde|eerstgenoemde|diezelfde|dezelfde) (?:${nouns}|[a-zë]{3,30}(?:${suffixes}))${nounEnd}`,
  'y'
)
const plainNoun = new RegExp(
  `(?:de|het|een|zijn|haar|hun) ((?:[a-zë]{3,24} )?(?:${nouns}|[a-zë]{2,30}(?:${suffixes})))${nounEnd}`,
  'y'
)
const headWord = new RegExp(
  `(?:de |het |der )?((?:[A-Z][A-Za-zÀ-ÿ-]{1,30} ){0,2}(?:[A-Z][A-Za-zÀ-ÿ-]{0,40}(?:${suffixes})|Wet|Rijkswet|Besluit|Regeling|Verordening|Reglement|Richtlijn|Verdrag|Statuut|Statuten|Code|Cao|CAO|Circulaire|Wetboek|Handvest|Protocol|Convenant|Beleidsregels?|[A-Z][a-zë]{2,20} (?:${nouns}|[a-zë]{2,30}(?:${suffixes}))))${nounEnd}`,
  'y'
)
const acronym =
  /(?:de |het |der )?((?:Wet |Besluit |Regeling )?(?=[A-Za-z]{0,9}[A-Z][A-Za-z]{0,9}[A-Zbw](?![a-z]))[A-Z][A-Za-z]{1,9}(?:[-/][A-Z][A-Za-z]{1,9})?(?: (?:19|20)\d\d)?)(?![A-Za-zÀ-ÿ0-9]|-[a-z])/y
/** Words in capitals that name no law. */
const noLaw =
  /^(?:EN|OF|VAN|DE|HET|IN|TE|OP|DE|BTW|VNG|UWV|ABP|SVB|LOGA|FNV|CNV|CMHF|OR|BV|NV|EU|EG|HRM?|PDF|ICT|UWO|NAW|BSN|II|III|IV|VI|VII|VIII|IX|XI|XII|IIa|IVa)$/

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
  if (known) return known
  return attempt(scan, () => {
    const naam = eat(scan, acronym)?.[1]
    if (naam === undefined || noLaw.test(naam)) return undefined
    return {soort: 'wet', regeling: {naam}}
  })
}

/** Known by name: ours, or a law, or a book of it. */
function readKnown(scan: Scan, laws: Laws): Named | undefined {
  return attempt(scan, () => {
    eat(scan, /(?:de|het|der) /y)
    if (longest(scan, laws.own)) return {soort: 'eigen'}
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

/** A name that nobody listed, by its shape. */
export function readByShape(scan: Scan): Named | undefined {
  return attempt(scan, () => {
    const head = eat(scan, headWord)?.[1]
    if (head !== undefined) {
      const from = scan.at - head.length
      if (goesOn.test(head)) eatName(scan)
      else eatProper(scan)
      return {soort: 'wet', regeling: {naam: scan.text.slice(from, scan.at)}}
    }
    const noun = eat(scan, plainNoun)?.[1]
    if (noun !== undefined) {
      const from = scan.at
      if (!eat(scan, dayWords) && !bare.test(noun)) eatProper(scan)
      const rest = scan.text.slice(from, scan.at)
      return {soort: 'wet', regeling: {naam: noun + rest}}
    }
    const naam = eat(scan, acronym)?.[1]
    if (naam === undefined || noLaw.test(naam)) return undefined
    return {soort: 'wet', regeling: {naam}}
  })
}

/** Heads of a name that goes on; of any other compound the name ends with it. */
const goesOn =
  /(?:^|[ -])(?:Wet|Rijkswet|Besluit|Regeling|Verordening|Reglement|Richtlijn|Verdrag|Statuut|Statuten|Code|Cao|CAO|Circulaire|Wetboek|Handvest|Protocol|Convenant|Beleidsregels?|(?:Kader|Invoerings|Uitvoerings|Aanpassings|Wijzigings|Reparatie|Verzamel|Implementatie|Overgangs|Beginselen)wet|(?:Uitvoerings|Rechtspositie|Subsidie|Vrijstellings|Aanwijzings|Mandaat|Organisatie|Kader|Algemene )(?:besluit|regeling|verordening|reglement))$/
const year = / (?:19|20)\d{2}(?!\d)/y
const bare =
  /^(?:wet|besluit|regeling|verordening|overeenkomst|akkoord|verdrag)$/
const proper =
  / (?!Onze |Ons |De |Het |In |Op |Bij |Deze |Dit )[A-Z][A-Za-zÀ-ÿ-]{1,30}(?![A-Za-zÀ-ÿ0-9])/y

/** Names and a year behind a compound: `verordening Regio Achterhoek 2012`. */
function eatProper(scan: Scan): void {
  for (let count = 0; count < 4 && eat(scan, proper); count++);
  eat(scan, year)
}

const small =
  /(?: (?:van|op|in|en|voor|de|het|ter|tot|inzake|bij|aan|door|met|over|der|des|tegen|te|naar|uit|om)(?![A-Za-zÀ-ÿ0-9-])){0,3}/y
const month =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'
const dayWords = new RegExp(
  ` van \\d{1,2} (?:${month}) \\d{4}(?:, nr\\. [\\w./-]{1,30})?`,
  'y'
)
const content =
  /(?: \((?:EU|EG|EEG)\))?(?: nr\.?)? ([A-Za-zÀ-ÿ0-9][A-Za-zÀ-ÿ0-9’'/-]{0,40})/y
/** Words that go on with the sentence, and not with the name. */
const ends = new Set(
  'is zijn was waren wordt worden werd werden heeft hebben had kan kunnen kon moet moeten mag mogen geldt gelden gold niet dan of bedoelde bedoeld genoemde genoemd aangewezen vastgestelde vastgesteld geen zal zullen zou die dat waarin waarop waarbij waarvan indien tenzij na als blijft blijven komt komen van toepassing overeenkomstige recht wie zoals worden, alsmede noch respectievelijk onverminderd vindt vervalt vervallen treedt treden luidt luiden ontvangt behoudt onder bepaalt regelt stelt vereist schrijft schriftelijk ook alleen slechts hun zij hij deze dit een elke ieder iedere'.split(
    ' '
  )
)

/** The rest of a name: content words with the small words between them, until the sentence goes on. */
function eatName(scan: Scan): void {
  for (let count = 0; count < 14; count++) {
    if (eat(scan, dayWords)) return
    const more = attempt(scan, () => {
      const joined = eat(scan, small)?.[0] ?? ''
      const word = eat(scan, content)?.[1]
      if (word === undefined || ends.has(word)) return undefined
      if (/^(?:ge|ver|be)[a-z]{2,}(?:d|de|t)$/.test(word)) return undefined
      // Behind `en de` another name begins.
      if (
        / (?:en|of|bij|met|in) (?:de|het)/.test(joined) &&
        /^[A-Z]/.test(word)
      )
        return undefined
      if (/^ en$/.test(joined) && /^(?:[A-Z]|artikel|\d)/.test(word))
        return undefined
      if (/^(?:artikel|artikelen|hoofdstuk|bijlage|lid|wordt)$/.test(word))
        return undefined
      return word
    })
    // A number or a year ends a name.
    if (more === undefined || /^(?:19|20)\d{2}$|^\d+\/\d+/.test(more)) return
  }
}
