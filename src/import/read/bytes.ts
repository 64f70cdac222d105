/** The bytes of a file → its text, or why it is none. */

/** Why a file was refused; lines and columns count from 1. */
export interface Refusal {
  readonly line: number
  readonly column: number
  /** Dutch: what is the case, and what to do. */
  readonly message: string
}

/** No consolidated text comes near these: all of the Burgerlijk Wetboek is four million characters. */
const maxBytes = 32 * 1024 * 1024
const maxCharacters = 8_000_000

/** Why a text is refused of which there is more than of any regulation. */
export const tooLong =
  'Hierin staan meer dan 8 miljoen tekens, en dat is geen tekst van één regeling; ga na of het het goede bestand is, of verdeel het'

interface Kind {
  /** The first bytes, as Latin characters. */
  readonly begins: readonly string[]
  /** Stands somewhere near the beginning. */
  readonly holds?: string
  readonly message: string
}

const zip: readonly string[] = ['PK\u0003\u0004', 'PK\u0005\u0006']

const other: readonly Kind[] = [
  {
    begins: ['%PDF-'],
    message:
      'Dit is een PDF, en daaruit is de opbouw van een regeling niet te lezen; haal op lokaleregelgeving.overheid.nl of wetten.overheid.nl de XML op, of bewaar de tekst als platte tekst'
  },
  {
    begins: ['\u00D0\u00CF\u0011\u00E0'],
    message:
      'Dit is een oud Word-bestand (.doc); bewaar het als platte tekst (.txt) in UTF-8, of haal de XML op'
  },
  {
    begins: ['{\\rtf'],
    message:
      'Dit is een RTF-bestand; bewaar het als platte tekst (.txt) in UTF-8, of haal de XML op'
  },
  {
    begins: zip,
    holds: 'opendocument',
    message:
      'Dit is een OpenDocument-bestand (.odt), en dat is hier nog niet te lezen; bewaar het als platte tekst (.txt) in UTF-8'
  },
  {
    begins: zip,
    holds: 'word/',
    message:
      'Dit is een Word-bestand (.docx), en dat is hier nog niet te lezen; bewaar het als platte tekst (.txt) in UTF-8'
  },
  {
    begins: zip,
    message:
      'Dit is een ingepakt bestand (zip); pak het uit en geef de XML of de tekst die erin zit'
  },
  {
    begins: ['\u001F\u008B'],
    message: 'Dit is een ingepakt bestand (gzip); pak het eerst uit'
  }
]

/** Decode a file, or say in Dutch what to do instead. */
export function decodeBytes(bytes: Uint8Array): string | Refusal {
  if (bytes.length === 0)
    return atStart('Dit bestand is leeg; haal het opnieuw op')
  if (bytes.length > maxBytes) {
    return atStart(
      'Dit bestand is groter dan 32 MB, en dat is geen tekst van één regeling; ga na of het het goede bestand is, of verdeel het'
    )
  }
  const latin = latinOf(bytes, 4096)
  const known = other.find(
    ({begins, holds = ''}) =>
      begins.some((mark) => latin.trimStart().startsWith(mark)) &&
      latin.includes(holds)
  )
  if (known) return atStart(known.message)
  const text = decodeAs(bytes, encodingOf(latin))
  return typeof text === 'string' ? inspect(text) : text
}

/** HTML is told here, since it looks like XML to a decoder. */
export function isHtml(text: string): boolean {
  return /^(?:<\?xml[^>]*>)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/iu.test(
    text.slice(0, 4096)
  )
}

/** Whether there is more of a text than of any regulation. */
export function isTooLong(characters: number): boolean {
  return characters > maxCharacters
}

function inspect(text: string): string | Refusal {
  if (text.trim() === '') {
    return atStart('In dit bestand staat geen tekst; haal het opnieuw op')
  }
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    return {
      ...lineAndColumn(text, nul),
      message:
        'Hier staat een nulteken: dit bestand is geen tekst, of in een andere codering bewaard dan het zegt; bewaar het als UTF-8'
    }
  }
  return text
}

interface Encoding {
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** As the file itself names it. */
  readonly declared?: string
}

const marks: readonly (readonly [string, Encoding['label']])[] = [
  ['\u00EF\u00BB\u00BF', 'utf-8'],
  ['\u00FF\u00FE', 'utf-16le'],
  ['\u00FE\u00FF', 'utf-16be'],
  ['<\0', 'utf-16le'],
  ['\0<', 'utf-16be']
]

function encodingOf(latin: string): Encoding | {readonly unknown: string} {
  const marked = marks.find(([mark]) => latin.startsWith(mark))
  if (marked) return {label: marked[1]}
  const declared =
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']{1,40})["']/u.exec(latin)?.[1]
  const name = (declared ?? 'utf-8').toLowerCase()
  if (/^(?:utf-?8|us-ascii)$/u.test(name)) {
    return {label: 'utf-8', ...(declared !== undefined && {declared})}
  }
  return /^(?:iso-?8859-1|latin-?1|windows-1252|cp-?1252)$/u.test(name)
    ? {label: 'windows-1252'}
    : {unknown: name}
}

function decodeAs(
  bytes: Uint8Array,
  encoding: Encoding | {readonly unknown: string}
): string | Refusal {
  if ('unknown' in encoding) {
    return atStart(
      `Het bestand noemt als codering \`${encoding.unknown}\`, en zo is het niet te lezen; bewaar het als UTF-8`
    )
  }
  const {label, declared} = encoding
  if (label === 'windows-1252') return windows1252(bytes)
  try {
    return new TextDecoder(label, {fatal: true}).decode(bytes)
  } catch {
    const good = new TextDecoder(label).decode(bytes)
    const at = Math.max(0, good.indexOf('\uFFFD'))
    const says = declared
      ? `Het bestand noemt zich ${declared}, maar dit`
      : 'Dit'
    return {
      ...lineAndColumn(good, at),
      message: `${says} teken is geen ${label.toUpperCase()}; bewaar het bestand als UTF-8, of noem de codering waarin het is bewaard`
    }
  }
}

/** What Windows puts at 0x80 to 0x9F; files that call themselves ISO-8859-1 mean it too. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** By hand: Node 20 reads these bytes as ISO-8859-1, whatever its `TextDecoder` is asked. */
function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(
      /[\u0080-\u009F]/gu,
      (letter) => windows[letter.charCodeAt(0) - 0x80] ?? letter
    )
}

function atStart(message: string): Refusal {
  return {line: 1, column: 1, message}
}

/** Line and column, both from 1, of an offset. */
export function lineAndColumn(
  text: string,
  offset: number
): {line: number; column: number} {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/u)
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1}
}

function latinOf(bytes: Uint8Array, most: number): string {
  return String.fromCharCode(...bytes.subarray(0, most))
}
