/** The folder of a new unit: its name for life. */
import type {Soort, UnitId} from '../model.ts'
import {isBare} from '../time/siblings.ts'

/** What a name is made of. */
export interface Naming {
  readonly soort: Soort
  readonly nummer?: string
  readonly opschrift?: string
  /** The unit in whose folder it will lie. */
  readonly parent?: {readonly id: UnitId; readonly nummer?: string}
  /** Year of birth; absent for what was there from the beginning. */
  readonly year?: string
}

const longest = 56
const longestWords = 40

/** A name that nobody has, also when capitals do not count; `taken` holds names in lower case. */
export function identityFor(
  naming: Naming,
  taken: ReadonlySet<string>
): UnitId {
  const {soort, parent, year} = naming
  if (soort === 'toelichting' && parent) return `${parent.id}/toelichting`
  const isFree = (name: string): boolean => !taken.has(name.toLowerCase())
  const plain = isBare(soort) ? soort : `${soort}-${slugOf(naming)}`
  const around = parent?.nummer
    ? `${soort}-${slug(parent.nummer)}-${slugOf(naming).toLowerCase()}`
    : plain
  // What begins again at 1 in each hoofdstuk bears the number of that too.
  const named = year === undefined ? around : `${plain}-${year}`
  for (let count = 1; ; count++) {
    const other = count === 1 ? named : `${named}-${count}`
    const name = [plain, other].find(isFree)
    if (name !== undefined) return name.slice(0, longest + 4)
  }
}

/** Any words as part of a name; many words are cut short behind one of them. */
export function slug(words: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
  if (plain.length <= longestWords) return plain
  const cut = plain.slice(0, longestWords + 1)
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : cut.slice(0, longestWords)
}

/** Only the roman number of a bijlage keeps its capitals. */
function slugOf({soort, nummer, opschrift}: Naming): string {
  if (nummer === undefined) return slug(opschrift ?? '') || 'zonder-nummer'
  const plain = nummer.replace(/[:.]/gu, '-')
  const isRoman = /^[IVXLCDM]+[a-z]{0,2}$/u.test(plain)
  return soort === 'bijlage' && isRoman ? plain : plain.toLowerCase()
}
