/** Stage: headings of any depth → levels without a gap. */
import type {Element, Kid} from './element.ts'
import {isHeading} from './types.ts'

/** The same tree; a heading stands at most one level below the one before it. */
export function levelHeadings(root: Element): Element {
  let last = 0
  const visit = (kid: Kid): Kid => {
    if (kid.kind !== 'element') return kid
    if (!isHeading(kid.type)) return {...kid, kids: kid.kids.map(visit)}
    last = Math.min(Number(kid.type.slice(1)), last + 1)
    return {...kid, type: `H${last}`, kids: kid.kids.map(visit)}
  }
  return {...root, kids: root.kids.map(visit)}
}
