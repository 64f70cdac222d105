/**
 * Joint: the words drawn in a PDF against those of the document that it says it is.
 *
 * The metadata of a file are easily made up; its words are what people read.
 * White space is left out on both sides, since breaks of lines are no words.
 */

/** How the words of a file stand to those of the document. */
export type Words =
  /** All the same. */
  | 'gelijk'
  /** Title, moment and text are the same; what stands between them is not. */
  | 'tekst-gelijk'
  | 'anders'
  | 'niet-te-lezen'

/** Compare what a PDF shows with the HTML of its print. */
export function compareWords(drawn: string | undefined, html: string): Words {
  if (drawn === undefined) return 'niet-te-lezen'
  const letters = lettersOf(drawn)
  const {all, opening, text} = printedWords(html)
  if (isPrintOf(letters, all)) return 'gelijk'
  const isSame =
    text !== '' && letters.startsWith(opening) && letters.endsWith(text)
  return isSame ? 'tekst-gelijk' : 'anders'
}

/** Stands where the print has the number of a page, and its HTML nothing. */
const pageNumber = '\uE000'

/** Whether letters are those of a print, which has numbers of pages besides. */
function isPrintOf(letters: string, print: string): boolean {
  let at = 0
  const pieces = print.split(pageNumber)
  return pieces.every((piece, number) => {
    if (number > 0) at = behindNumber(letters, at, piece)
    const isHere = at >= 0 && letters.startsWith(piece, at)
    at += piece.length
    return isHere && (number < pieces.length - 1 || at === letters.length)
  })
}

/** A number has few digits; what follows may begin with one itself. */
function behindNumber(letters: string, at: number, next: string): number {
  const digits = /^\d{0,5}/u.exec(letters.slice(at, at + 5))?.[0].length ?? 0
  for (let count = 0; count <= digits; count++)
    if (letters.startsWith(next, at + count)) return at + count
  return -1
}

interface PrintedWords {
  readonly all: string
  /** Up to and with the sentence that says of which moment the text is. */
  readonly opening: string
  readonly text: string
}

function printedWords(html: string): PrintedWords {
  const body = html.slice(html.indexOf('<body'))
  const header = body.slice(0, body.indexOf('</header>'))
  const moment = /^[\s\S]*?<p class="moment">[\s\S]*?<\/p>|^[\s\S]*?<\/dl>/u
  return {
    all: wordsOf(body),
    opening: wordsOf(moment.exec(header)?.[0] ?? header),
    text: wordsOf(body.slice(body.indexOf('<main')))
  }
}

/** What the styles of print do not show. */
const hidden =
  /<p class="weggelaten"[^>]*>[\s\S]*?<\/p>|<span class="vh"[^>]*>[^<]*<\/span>/gu

function wordsOf(html: string): string {
  const text = html
    .replace(hidden, '')
    .replaceAll('<span class="tp"></span>', pageNumber)
    .replace(/<[^>]*>/gu, '')
    .replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/giu, character)
  return lettersOf(text)
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"']
])

function character(whole: string, name: string): string {
  const number = name.startsWith('#x')
    ? Number.parseInt(name.slice(2), 16)
    : Number(name.slice(1))
  if (name.startsWith('#')) return String.fromCodePoint(number)
  return named.get(name) ?? whole
}

function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00AD\u200B]/gu, '')
}
