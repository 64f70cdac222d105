/** Numbers, letters and ordinals as the law writes them, alone and in lists. Kernel. */
import {ordinalNumber} from './ordinals.ts'
import {attempt, before, eat, type Scan, sees} from './scan.ts'

/** One designation of a list, with the words that are its own. */
export interface Item {
  readonly nummer: string
  readonly from: number
  readonly to: number
  /** Last of a range that begins with this one. */
  tot?: string
}

const end =
  "(?![A-Za-zÀ-ÿ0-9%°º€+]|/(?!\\d{1,2}:\\d)|['’][A-Za-z])(?!-(?:[A-Za-z]{2}|[A-Z](?![A-Za-z])|\\d[\\d-]*(?:[A-Za-z]{3}|[A-Z](?![A-Za-z]))))"
const suffix =
  '(?:[ -](?:bis|quater|quinquies|sexies|septies|octies)(?![a-z])|[ -]ter(?=[.,;:)]| (?:en|of|van|lid)[ ,]|$)|(?:bis|ter|quater|quinquies|sexies|septies|octies)(?![a-z])|[a-z]{1,3}|[A-Z]{1,2})?'
const nummerPattern = new RegExp(
  `(?:[a-z]|[A-Z][a-z]?\\.?|[A-HJ-UWYZ][a-z]? |[IVX] (?=\\d{1,2}[a-z]?(?:,|\\)| (?:van|en|of|juncto|tot en met) |$)))?\\d{1,4}(?:[a-z]\\d|x\\d{1,2})?${suffix}(?:(?: (?=: \\d{3}[a-z]?,? (?:BW|B\\.W\\.|van het Burgerlijk|lid)))?:(?: (?=\\d{3}))?\\d{1,4}${suffix}|\\.\\d{1,4}${suffix}){0,4}(?:\\([A-Z]\\))?(?:(?<=[.: ]\\d{1,3})\\.[a-z](?![A-Za-z0-9.]))?${end}(?![.:]\\d)`,
  'y'
)
const romanPattern = new RegExp(
  `([IVXLCDM]{1,8})(?:(?!w)[a-z]{1,2}(?! (?:19|20)\\d\\d)|[A-Z][a-z]?| [A-Z](?= van |[.,;)]|$))?${end}`,
  'y'
)
const romanShape =
  /^(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/
const capitalPattern = new RegExp(
  `(?:[A-Z]{1,2}\\d{0,2}[a-z]?|\\d{1,3}[A-Z]{1,2})${end}`,
  'y'
)
/** `paragraaf B8/3.1`, as the Vreemdelingencirculaire numbers. */
const obliquePattern =
  /[A-C]\d{1,2}(?:\/\d{1,2}(?:\.\d{1,2}){0,4}){1,2}(?![\d/A-Za-z])/y
const letterPattern = new RegExp(
  `(?:[a-z]{1,2}\\.\\d{1,2}|[a-z]\\d{1,2}|[a-z]{1,2}|[A-Z]{1,2}\\d{1,2}(?: [a-z](?![a-z]))?|[ivx]{3,4}|[IVX]{3,5}|([A-Z])\\1{2,9}[A-Z]?|[IVX]{1,4}0[A-Z]{1,2}|[A-Z]{1,2}[a-z]?)${end}(?!\\.[a-zA-Z])`,
  'y'
)
const degreePattern = /\d{1,2}[a-z]?[°º](?![A-Za-z0-9])/y
const ordinalDegree = /(?<=onder )\d{1,2}e(?=,? van (?:de|het|dit|deze) )/y
const bareNumberPattern = new RegExp(
  `(\\d{1,3}(?:[a-z]{1,2}|[ -]?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)(?=,))?)(?:${end}(?![.,:]\\d)|(?=onder [a-z] ))`,
  'y'
)
const ordinalPattern =
  /(?:[A-Za-zëéÉ]{4,22}(?:-[a-zëé]{2,12}){0,2}|\d{1,3}(?:e|de|ste))(?![A-Za-zÀ-ÿ0-9-])/y

/** Two letters that are a word of running text, and no label unless they stand in a list of labels. */
const shortWords = new Set(
  'ad af al an be bv ca co da de di do du ei el en er et eu ex ga ge ha he ho hr ie ik in is ja je jl jo la le li lo ma me mi mo mr na nl no nr nu of om op os pa po pr re sa si st su ta te to ui us uw vs wc we wo za ze zo'.split(
    ' '
  )
)

/** What is measured or counted behind a number, so that it is no designation. */
const measure =
  / ?(?:%|(?:procent|jaar|jaren|jarige|maand|maanden|week|weken|dag|dagen|werkdagen|kalenderdagen|uur|uren|minuten|euro|eurocent|gulden|cent|keer|maal|stuks|meter|kilometer|km|punten|fte|gram|kilo|liter|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|kalendermaanden|kalenderweken|arbeidsdagen|arbeidsuren|vakantiedagen|vakantieuren|zetels|treden(?! (?:[a-z]+ ){0,4}(?:in|buiten) werking| terug| af | toe | op )|schalen|periodieken|miljoen|miljard|duizend)(?![A-Za-z]))/y

/** What is counted too, but not behind `artikel 3`, where the sentence goes on with it. */
const counted =
  / (?:personen|mensen|ambtenaren|werknemers|medewerkers|kinderen|exemplaren|plaatsen|stemmen)(?![A-Za-z])/y
const ofArtikel = /(?:^|[^a-z])art(?:ikel(?:en)?|\.) [^.;]{0,60}$/i

/** Words between the parts of a list. */
export const joints =
  'en\\/of|en|of|&|alsmede|alsook|dan wel|danwel|noch|respectievelijk|onderscheidenlijk|resp\\.|c\\.q\\.|cq|jo\\.?|j[°º]|juncto|evenals|als'
/** Words between the first and the last of a range. */
export const through = 'tot en met|tot met|t\\/m|t\\.e\\.m\\.|t\\.m\\.'
const joint = new RegExp(
  `(?:(?:(?<=[°º]) )?, ?(?:(?:(?:${joints}) )?(?:(${through}) )?)?|; ?(?=[a-z](?:;| en | of ))|; (?=[A-Z]{1,2}\\d)| (?:${joints}) | (${through}) | ?[-–] ?(?=\\d|[a-z](?![a-z])))`,
  'y'
)
const most = 40

/** Whether what follows makes the number before it a quantity, an age or a day. */
export function isMeasured(scan: Scan): boolean {
  if (sees(scan, measure)) return true
  return sees(scan, counted) && !ofArtikel.test(before(scan, scan.at, 80))
}

/** `artikel 33 d, lid 1`: the letter stands apart. */
const apart =
  /\d{1,4} (?:[A-H](?= van )|[a-tv-z](?= van (?:overeenkomstige )?toepassing(?![a-z])| (?:is|zijn|wordt|geldt|bedoelde?|genoemde?) |, (?:lid|leden|[a-zë]+ lid|onder|aanhef|\d)| (?:en|of|tot en met|t\/m|[-–]) \d{1,4}[ a-z,]| van (?:het|de|dit|deze|die|dat) ))/y

/** `artikelen 90 en 91 a t/m d`, `artikelen 91 a, b en c`: each letter another artikel. */
const apartInList =
  /(?<=[Aa]rtikelen (?:\d{1,4}[a-z]?(?:, | en | t\/m )){0,4})\d{1,4} [a-tv-z](?=(?:, [a-z])* (?:en|of|t\/m|tot en met) [a-z](?![A-Za-z0-9]|[.)][ ]?[a-z0-9]))/y
/** `Artikel 91 d betreft het burgemeestersverbod` */
const apartBeforeVerb =
  /(?<=[Aa]rtikel )\d{1,4} [a-tv-z](?= (?:betreft|bepaalt|regelt|luidt|vervalt|stelt|geeft|verbiedt|verplicht|bevat|ziet op|komt te|kent|heeft|maakt|schrijft) ?)/y

/** `d` in `91a t/m d`, for the number before it. */
export function readNextLetter(
  scan: Scan,
  before: string | undefined
): Item | undefined {
  const [, base, last = ''] = /^(\d{1,4})([a-z])$/.exec(before ?? '') ?? []
  if (base === undefined) return undefined
  const from = scan.at
  const letter = eat(scan, nextLetter)?.[0]
  return letter === undefined || letter <= last
    ? undefined
    : {nummer: `${base}${letter}`, from, to: scan.at}
}
const nextLetter = /[a-tv-z](?![A-Za-z0-9À-ÿ:'’]|[.)] ?[a-z0-9])/y

/** The number of an artikel: `3:1`, `34a`, `4.6a`, `12:1:4`, `125quinquies`, `a1`, `IV`. */
export function readNummer(scan: Scan): Item | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const nummer = (eat(scan, apart) ??
      eat(scan, apartInList) ??
      eat(scan, apartBeforeVerb) ??
      eat(scan, nummerPattern) ??
      eatRoman(scan))?.[0].replaceAll(' ', '')
    if (nummer === undefined || isMeasured(scan)) return undefined
    // `afdeling 10.1.1. van de Awb`
    if (/\d[.:]\d/.test(nummer))
      eat(
        scan,
        /\.(?= van | tot en met | t\/m | en \d|, | [A-Z]{2,4}(?![A-Za-z-])| (?:[a-zë]{2,20}(?:de|ste) (?:lid|en|of|tot)|lid \d))/y
      )
    return {nummer, from, to: scan.at}
  })
}

/** The number of a bijlage, which may be a capital: `IIa`, `2B`, `A`. */
export function readBijlageNummer(scan: Scan): Item | undefined {
  const from = scan.at
  const oblique = itemOf(eat(scan, obliquePattern), from, scan)
  if (oblique) return oblique
  return readNummer(scan) ?? itemOf(eat(scan, capitalPattern), from, scan)
}

function eatRoman(scan: Scan): RegExpExecArray | undefined {
  return attempt(scan, () => {
    const match = eat(scan, romanPattern)
    const numeral = match?.[1] ?? ''
    const isAlone = numeral.length === 1 && !/[IVX]/.test(numeral)
    return romanShape.test(numeral) && !isAlone ? match : undefined
  })
}

/** `lid 5.2`, as plans number their leden. */
const inPlan = /\d{1,2}(?:\.\d{1,2}){1,2}(?!\d|%|[.,]\d)/y

/** A number of a lid: `2`, `2a`; careless texts call an onderdeel `lid c`. */
export function readLid(scan: Scan): Item | undefined {
  return (
    attempt(scan, () => {
      const from = scan.at
      return itemOf(eat(scan, inPlan), from, scan)
    }) ??
    readLidNummer(scan) ??
    attempt(scan, () => {
      const from = scan.at
      const item = itemOf(eat(scan, /[a-z](?=[,;.) ]|$)/y), from, scan)
      // `lid c. van dit lid`
      return item && eat(scan, /\.(?= van (?:dit|het|artikel) )/y)
        ? {...item, to: scan.at}
        : item
    })
  )
}

function readLidNummer(scan: Scan): Item | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const nummer = eat(scan, bareNumberPattern)?.[1]
    if (nummer === undefined || isMeasured(scan)) return undefined
    // `3e categorie`
    if (/^\d+(?:e|de|ste)$/.test(nummer) && sees(scan, / [a-z]/y))
      return undefined
    return {nummer, from, to: scan.at}
  })
}

/** The label of an onderdeel: `b`, `vv`, `2°`, `3`, `A`. */
export function readLabel(scan: Scan): Item | undefined {
  const from = scan.at
  const degree = itemOf(eat(scan, degreePattern), from, scan)
  if (degree) return {...degree, nummer: degree.nummer.replace('º', '°')}
  // `onder 2e van de Wet`
  const ordinal = itemOf(eat(scan, ordinalDegree), from, scan)
  if (ordinal) return {...ordinal, nummer: ordinal.nummer.replace('e', '°')}
  return readLidNummer(scan) ?? readLetter(scan)
}

/** As European law writes it: `onder b), van`; or with its full stop: `onder j. of onder k. van`. */
const inParentheses = /\((?:[ivx]{1,4}|[a-z])\)(?![A-Za-z0-9])/y
const closed =
  /\)(?![A-Za-z0-9])|\.(?=,? (?:(?:of|en|t\/m|tot en met) (?:(?:onder|onderdeel|sub) )?[a-z]\b(?! [a-z]+ )|van (?:de|het|dit|deze|artikel) )|, [a-z]\.,? )/y

/** Whether a bracket closes what was opened before it: `(artikel 3, onder a)`. */
function isInBrackets(scan: Scan): boolean {
  if (scan.text.charAt(scan.at) !== ')') return false
  return /\([^()]*$/.test(before(scan, scan.at, 160))
}

function readLetter(scan: Scan): Item | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const around = eat(scan, inParentheses)?.[0].slice(1, -1)
    if (around !== undefined) return {nummer: around, from, to: scan.at}
    const item = itemOf(eat(scan, letterPattern), from, scan)
    if (item && !isInBrackets(scan) && eat(scan, closed))
      return {...item, to: scan.at}
    const isWord = item && shortWords.has(item.nummer.toLowerCase())
    return isWord && !sees(scan, /[,;)]/y) ? undefined : item
  })
}

/** An ordinal in words or digits, as its number. */
export function readOrdinal(scan: Scan): Item | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const word = eat(scan, ordinalPattern)?.[0]
    if (word === undefined) return undefined
    const number = ordinalNumber(word)
    return number === undefined
      ? undefined
      : {nummer: `${number}`, from, to: scan.at}
  })
}

/** `laatste`, of a volzin. */
export function readLast(scan: Scan): Item | undefined {
  const from = scan.at
  const match = eat(scan, /[Ll]aatste(?![A-Za-z])/y)
  return match && {nummer: 'laatste', from, to: scan.at}
}

/** Designations in a list, ranges among them; `joinWords` may stand before each but the first. */
export function readList(
  scan: Scan,
  read: (scan: Scan) => Item | undefined,
  joinWords?: RegExp
): readonly Item[] {
  const first = read(scan)
  if (!first) return []
  const items = [first]
  for (let count = 1; count < most; count++) {
    const next = attempt(scan, () => {
      const match = eat(scan, joint)
      if (!match) return undefined
      if (joinWords) eat(scan, joinWords)
      const item = read(scan)
      const isRange =
        match[1] !== undefined ||
        match[2] !== undefined ||
        /[-–]/.test(match[0])
      return item && {item, isRange}
    })
    if (!next) break
    const last = items.at(-1)
    if (next.isRange && last && last.tot === undefined) {
      items[items.length - 1] = {
        ...last,
        tot: next.item.nummer,
        to: next.item.to
      }
    } else {
      items.push(next.item)
    }
  }
  return items
}

function itemOf(
  match: RegExpExecArray | undefined,
  from: number,
  scan: Scan
): Item | undefined {
  return match && {nummer: match[0], from, to: scan.at}
}
