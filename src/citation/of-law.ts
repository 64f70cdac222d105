/** Artikelen of a law that the sentence named before: `de Distributiewet, de artikelen 4 en 5`, `Verordening 1/2003, en met name artikel 7`. Kernel. */
import type {BepalingReference, Reference} from './address.ts'

/** Whether a place is one of the law that was named right before it, for what stands between and around them. */
export function isOfLaw(
  text: string,
  law: BepalingReference,
  next: BepalingReference
): boolean {
  const gap = text.slice(law.to, next.from)
  return (
    isListed(text, law, next, gap) ||
    isInBrackets(text, next, gap) ||
    (gap.length < farthest && inText.some((between) => between.test(gap)))
  )
}

const farthest = 400
const listItem = /(?:[;:] |^|[«“„‘])(?:van )?(?:de |het )?$/

function isListed(
  text: string,
  law: BepalingReference,
  next: BepalingReference,
  gap: string
): boolean {
  return (
    listItem.test(text.slice(Math.max(0, law.from - 12), law.from)) &&
    gap === ', de ' &&
    text.startsWith('artikelen ', next.from)
  )
}

function isInBrackets(
  text: string,
  next: BepalingReference,
  gap: string
): boolean {
  return (
    gap === ' (' &&
    /^art/i.test(text.slice(next.from, next.from + 3)) &&
    text.charAt(next.to) === ')'
  )
}

/** `het Besluit begroting en verantwoording (BBV), artikel 24` */
const behindAlias = /^ \((?:hierna: ?)?[^()]{1,30}\), $/

/** `De WOR (…) geeft in artikel 27 een recht`. */
const inLaw =
  /^(?: \([^()]{1,60}\))? (?:bepaalt|geeft|regelt|stelt|kent|noemt|schrijft|vereist|verbiedt|omschrijft|definieert)(?: (?:dit|dat|hiervoor|daarvoor|daartoe|hierover))? in (?:de )?$/

/** `…, en met name artikel 114 daarvan`: between them stands only what the law is about. */
const particular =
  /^[^.;:()]*, (?:en )?(?:met name|in het bijzonder|inzonderheid)(?: op)? (?:de |het )?$/

const inText = [behindAlias, inLaw, particular]

/** `en met name artikel 7, lid 3, en artikel 19`: whether a place goes on with the one before it. */
export function isNextTo(
  text: string,
  one: Reference,
  next: Reference
): boolean {
  return /^,? (?:en|of) (?:op )?(?:de |het )?$/.test(
    text.slice(one.to, next.from)
  )
}
