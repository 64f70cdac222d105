/** Ordinals in words, from the first to the hundredth, both ways. Kernel. */

const small = [
  '',
  'eerste',
  'tweede',
  'derde',
  'vierde',
  'vijfde',
  'zesde',
  'zevende',
  'achtste',
  'negende',
  'tiende',
  'elfde',
  'twaalfde',
  'dertiende',
  'veertiende',
  'vijftiende',
  'zestiende',
  'zeventiende',
  'achttiende',
  'negentiende'
]
const units = [
  '',
  'een',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen'
]
const tens = [
  '',
  '',
  'twintig',
  'dertig',
  'veertig',
  'vijftig',
  'zestig',
  'zeventig',
  'tachtig',
  'negentig'
]

const words = Array.from({length: 101}, (_, number) => wordOf(number))
const numbers = new Map(words.map((word, number) => [plain(word), number]))

/** The ordinal of 1 to 100 in words, as the Groene Boekje spells it; nothing beyond. */
export function ordinalWord(number: number): string | undefined {
  return number >= 1 ? words[number] : undefined
}

/** The number that an ordinal says: `eenentwintigste`, `2de`, `3e`; nothing if it is none. */
export function ordinalNumber(word: string): number | undefined {
  const digits = /^(\d{1,3})(?:e|de|ste)$/u.exec(word)?.[1]
  const number = digits ? Number(digits) : numbers.get(plain(word))
  return number === undefined || number === 0 ? undefined : number
}

function wordOf(number: number): string {
  if (number === 100) return 'honderdste'
  const word = small[number]
  if (word !== undefined) return word
  const ten = `${tens[Math.floor(number / 10)]}ste`
  const unit = units[number % 10] ?? ''
  if (unit === '') return ten
  return `${unit}${unit.endsWith('e') ? 'ën' : 'en'}${ten}`
}

/** Without what older and careless spelling leaves out. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[ëé]/gu, 'e').replace(/-/gu, '')
}
