/** Letters, official publications and parliamentary papers in running text. Kernel. */
import {defined} from '../defined.ts'
import type {Publicatie} from './address.ts'
import {readDay} from './day.ts'
import {attempt, before, eat, type Scan} from './scan.ts'

const blad =
  /(Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad|Gemeenteblad)(?:\.(?=\d)|\.?(?: van het Koninkrijk)?,? (?:van )?)((?:19|20|18)\d{2})(?:,? (?:nr\.?|no\.?|nummer)|,| ?\/)? ?((?:(?<=194\d, |195\d, )[A-Z] ?)?\d{1,6})(?![\d%])/y
const bladNames = new Map<string, 'Stb.' | 'Stcrt.' | 'Trb.' | 'gemeenteblad'>([
  ['Stb', 'Stb.'],
  ['Staatsblad', 'Stb.'],
  ['Stcrt', 'Stcrt.'],
  ['Staatscourant', 'Stcrt.'],
  ['Trb', 'Trb.'],
  ['Tractatenblad', 'Trb.'],
  ['Gemeenteblad', 'gemeenteblad']
])
const bladOfDay =
  /(Stcrt|Staatscourant|Gemeenteblad)\.?,? (?:van |d\.d\. )?(?:\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) |\d{1,2}-\d{1,2}-)((?:19|20)\d{2}),? (?:nr\.?|no\.?) ?(\d{1,6})(?![\d%])/y
/** `Stb. 462`: the year is that of the day before it. */
const bladAlone =
  /(Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad)\.?,? (?:nr\.? |no\.? |n[°º]\.? )?(\d{1,4})(?![\d%]|[,/-] ?(?:nr\.? )?\d)/y
/** `Stb. 392, 1964`, as texts of that time write it. */
const bladTurned =
  /(Stb|Stcrt|Trb)\.?,? (\d{1,4}), ((?:18|19)\d{2})(?![\d,/-])/y
/** `Stb. H 430`: the letter tells the year. */
const bladOfLetter =
  /(Stb|Staatsblad)\.?,? (?:[Nn][or]\.? ?)?([A-K]) ?(\d{1,4})(?![\d%A-Za-z])/y
const firstOfLetters = 1940
const anyYear = /\b(?:18|19|20)\d{2}\b/g
const bladId = /(stb|stcrt|trb|gmb)-(\d{4})-(\d{1,6})(?!\d)/y
const bladIds = new Map<string, 'Stb.' | 'Stcrt.' | 'Trb.' | 'gemeenteblad'>([
  ['stb', 'Stb.'],
  ['stcrt', 'Stcrt.'],
  ['trb', 'Trb.'],
  ['gmb', 'gemeenteblad']
])
const kamerstuk =
  /(?:(?:[Kk]amerstuk(?:ken|nummer)?|[Kk]amerst\.)(?: (II|I|TK|EK|Tweede Kamer|Eerste Kamer))?|(TK|EK)(?=,? \d{4}[/–-])),?(?: (\d{4}[/–-]\d{2,4}),?)? (\d{2} ?\d{3}(?:[ -][IVX]{1,5}(?![A-Za-z]))?)(?:[ -]\((R\d{3,4})\))?,? (?:nrs?\.? ?)?(\d{1,3}(?:(?:[-–]| en | t\/m )\d{1,3})?[a-z]?|[A-Z]{1,2})(?![A-Za-zÀ-ÿ0-9])/y
/** `Kamerstukken II, 1996/97, 25 263`: all of a dossier. */
const dossierOnly =
  /[Kk]amerstukken(?: (II|I|TK|EK|Tweede Kamer|Eerste Kamer))?,?( \d{4}[/–-]\d{2,4}),? (\d{2} \d{3})(?! ?\d|,? (?:nrs?\.? )?\d)/y
const lbr =
  /(?:[Ll]edenbrief )?(?:(?:LOGA-)?(?:[Ll]br|LBR)\.?:?|(?:VNG-)?[Ll]edenbrief|LOGA-brief|LOGA-circulaire)(?: nr\.?| nummer)? ?(\d{2}\/\d{2,3})(?!\d)/y
const kenmerk =
  /(?:(?:[Ll]edenbrief|LOGA-brief|LOGA-circulaire)(?: met)?(?: kenmerk)? )?((?:MARZ\/)?(?:ECWGO|TAZ|CvA(?:\/LOGA)?|ECCVA|BAOZW|MARZ|ECLBR|FIN|BB|BABVI|ECSD)\/(?:U?\d{6,12}(?:-\d{1,3})?|\d{2}\/\d{2,3}))(?![\d/])/y
const cva = /(?:CvA\/L(?:OGA|oga)|LOGA) ?:? (\d{2}\/\d{2,3})(?!\d)/y
const brief =
  /(?:LOGA-|VNG-)?(?:[Ll]edenbrief|[Ll]edencirculaire|LOGA-brief|LOGA-circulaire) (?:van |d\.d\. |dd\. )/y

/** `PbEU 2007, L 299`, `PB L 119`: the official journal of the European Union. */
const pb =
  /(PbE(?:U|E?G)|P[Bb]\.? ?E(?:U|E?G)|PB|Pb\.?|Publicatieblad(?: van de Europese (?:Unie|Gemeenschap(?:pen)?)(?: van \d{1,2} [a-z]{3,9} (?:19|20)\d{2})?)?),?(?: ((?:19|20)\d{2}),?)?(?: nr\.?)? ?([LC])(?: ?|, ?(?=\d{4}\/))(\d{1,4}(?:\/\d{1,4})?)(?![\d/A-Za-z%])(?:, \d{1,2} [a-z]{3,9} ((?:19|20)\d{2})(?!\d))?/y

function journalOf(naam: string): 'PB' | 'PbEG' | 'PbEU' {
  if (/EE?G|Gemeenschap/.test(naam)) return 'PbEG'
  return /EU|Unie/.test(naam) ? 'PbEU' : 'PB'
}

function readPb(scan: Scan): Publicatie | undefined {
  const [, naam, year, reeks, nummer = '', ofDay] = eat(scan, pb) ?? []
  const jaar = year ?? ofDay
  if (naam === undefined || (reeks !== 'L' && reeks !== 'C')) return undefined
  return {soort: journalOf(naam), ...defined({jaar}), reeks, nummer}
}

/** What was issued once: a ledenbrief, a Staatsblad, a Kamerstuk. */
export function readPublicatie(scan: Scan): Publicatie | undefined {
  return (
    readBlad(scan) ?? readPb(scan) ?? readKamerstuk(scan) ?? readBrief(scan)
  )
}

function readBlad(scan: Scan): Publicatie | undefined {
  const match = eat(scan, blad) ?? eat(scan, bladOfDay)
  const soort = bladNames.get(match?.[1] ?? '')
  if (match && soort) {
    return {soort, jaar: match[2] ?? '', nummer: match[3] ?? ''}
  }
  return (
    readTurned(scan) ??
    readLettered(scan) ??
    readAlone(scan) ??
    readBladId(scan)
  )
}

/** The Staatsblad of the years 1940 to 1950, each of which has its letter. */
function readLettered(scan: Scan): Publicatie | undefined {
  const [, , letter = '', nummer = ''] = eat(scan, bladOfLetter) ?? []
  if (letter === '') return undefined
  const jaar = firstOfLetters + 'ABCDEFGHIJK'.indexOf(letter)
  return {soort: 'Stb.', jaar: `${jaar}`, nummer: `${letter} ${nummer}`}
}

/** `stb-2012-322` */
function readBladId(scan: Scan): Publicatie | undefined {
  const [, naam = '', jaar = '', nummer = ''] = eat(scan, bladId) ?? []
  const soort = bladIds.get(naam)
  return soort && {soort, jaar, nummer}
}

function readTurned(scan: Scan): Publicatie | undefined {
  const [, naam = '', nummer = '', jaar = ''] = eat(scan, bladTurned) ?? []
  const soort = bladNames.get(naam)
  return soort && {soort, jaar, nummer}
}

function readAlone(scan: Scan): Publicatie | undefined {
  return attempt(scan, () => {
    const from = scan.at
    const [, naam = '', nummer = ''] = eat(scan, bladAlone) ?? []
    const soort = bladNames.get(naam)
    const jaar = soort && before(scan, from, 240).match(anyYear)?.at(-1)
    return jaar !== undefined && soort ? {soort, jaar, nummer} : undefined
  })
}

function readKamerstuk(scan: Scan): Publicatie | undefined {
  const match = eat(scan, kamerstuk)
  if (!match) return readDossier(scan)
  const [, named, short, jaar, dossier = '', rijk, nummer = ''] = match
  const numbers = dossier.replace(/^(\d{2}) /, '$1').replace('-', ' ')
  return {
    soort: 'Kamerstukken',
    ...ofChamber(named ?? short, jaar),
    dossier: rijk === undefined ? numbers : `${numbers} (${rijk})`,
    nummer
  }
}

/** `… en II 2010/11, 29 248, nr. 170`: the next of some Kamerstukken, without the word. */
const nextKamerstuk =
  /(II|I|TK|EK) (\d{4}[/–-]\d{2,4}),? (\d{2} ?\d{3}(?:[ -][IVX]{1,5}(?![A-Za-z]))?),? (?:nrs?\.? ?)?(\d{1,3}[a-z]?|[A-Z]{1,2})(?![A-Za-zÀ-ÿ0-9])/y

/** A Kamerstuk behind another one. */
export function readNextKamerstuk(scan: Scan): Publicatie | undefined {
  const [, kamer, jaar, dossier = '', nummer = ''] =
    eat(scan, nextKamerstuk) ?? []
  if (kamer === undefined) return undefined
  return {
    soort: 'Kamerstukken',
    ...ofChamber(kamer, jaar),
    dossier: dossier.replace(/^(\d{2}) /, '$1').replace('-', ' '),
    nummer
  }
}

function readDossier(scan: Scan): Publicatie | undefined {
  const [, kamer, jaar, dossier] = eat(scan, dossierOnly) ?? []
  return dossier === undefined
    ? undefined
    : {
        soort: 'Kamerstukken',
        ...ofChamber(kamer, jaar?.trim()),
        dossier: dossier.replace(' ', '')
      }
}

function ofChamber(
  kamer: string | undefined,
  jaar: string | undefined
): {kamer?: 'I' | 'II'; vergaderjaar?: string} {
  return defined({
    kamer: kamerOf(kamer),
    vergaderjaar: jaar?.replace(/^(\d{4}).(?:\d{2})?(\d{2})$/, '$1/$2')
  })
}

function kamerOf(word: string | undefined): 'I' | 'II' | undefined {
  if (word === undefined) return undefined
  return word === 'I' || word.startsWith('E') ? 'I' : 'II'
}

function readBrief(scan: Scan): Publicatie | undefined {
  const nummer = (eat(scan, lbr) ?? eat(scan, kenmerk) ?? eat(scan, cva))?.[1]
  if (nummer !== undefined) {
    return {soort: 'ledenbrief', ...withDay(scan), nummer}
  }
  return attempt(scan, () => {
    if (!eat(scan, brief)) return undefined
    const datum = readDay(scan)
    if (!datum) return undefined
    const number = attempt(
      scan,
      () =>
        eat(
          scan,
          /,? \(?(?:(?:[Ll]br\.?|nr\.?|kenmerk|nummer):? ?)?(\d{2}\/\d{2,3}|[A-Z][A-Za-z]{1,6}\/U\d{6,12})(?!\d)(?:(?:, | \/ |; )[Ll]br\.? ?\d{2}\/\d{2,3}(?!\d))?\)?/y
        )?.[1]
    )
    return {soort: 'ledenbrief', ...defined({nummer: number}), datum}
  })
}

/** `Lbr. 15/069 van 7 september 2015`. */
function withDay(
  scan: Scan
): Pick<Extract<Publicatie, {soort: 'ledenbrief'}>, 'datum'> {
  const datum = attempt(scan, () =>
    eat(scan, /,? (?:van|d\.d\.) /y) ? readDay(scan) : undefined
  )
  return defined({datum})
}
