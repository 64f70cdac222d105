import type {Comparison} from '../../src/comparison.ts'
import type {LinkMark} from '../../src/dialect/leaf.ts'

/** A comparison as its JSON says it; parts of one link are one link again. */
export function fromJson(json: string): Pick<Comparison, 'units'> {
  const links = new Map<number, LinkMark>()
  return JSON.parse(json, (_key, value) => {
    const {link, url, title} = value ?? {}
    if (typeof link !== 'number' || typeof url !== 'string') return value
    const known = links.get(link) ?? {url, title}
    links.set(link, known)
    return known
  })
}
