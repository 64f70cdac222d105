/**
 * Stage: a browser's print → the page on which each of its anchors stands.
 *
 * Reads the few objects that it needs straight from the bytes, as the browser
 * writes them: this is asked for between two printings, when time counts.
 */
import {latin} from './latin.ts'

/** Page of each anchor that something in the document links to, counted from 1. */
export function pagesOfAnchors(print: Uint8Array): ReadonlyMap<string, number> {
  const source = latin(print)
  const numbers = new Map(pagesIn(source).map((object, at) => [object, at + 1]))
  const found = new Map<string, number>()
  const places = objectAt(source, /\/Dests (\d+) 0 R/u.exec(source)?.[1])
  for (const [, anchor = '', page = ''] of places.matchAll(destination)) {
    const number = numbers.get(page)
    if (number !== undefined) found.set(decode(anchor), number)
  }
  return found
}

const destination = /\/([^\s/[]+)\s*\[\s*(\d+) 0 R/gu

function pagesIn(source: string): readonly string[] {
  const pages: string[] = []
  const visit = (number: string | undefined): void => {
    const object = objectAt(source, number)
    const kids = /\/Kids\s*\[([^\]]*)\]/u.exec(object)?.[1]
    if (kids === undefined) {
      if (number !== undefined) pages.push(number)
      return
    }
    for (const [, kid] of kids.matchAll(/(\d+) 0 R/gu)) visit(kid)
  }
  visit(/\/Type \/Catalog\s*\/Pages (\d+) 0 R/u.exec(source)?.[1])
  return pages
}

function objectAt(source: string, number: string | undefined): string {
  const at = source.indexOf(`\n${number} 0 obj`)
  return at < 0 ? '' : source.slice(at, source.indexOf('endobj', at))
}

function decode(anchor: string): string {
  const bytes = anchor.replace(/#([0-9A-Fa-f]{2})/gu, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16))
  )
  const utf8 = Uint8Array.from(bytes, (sign) => sign.charCodeAt(0))
  return new TextDecoder().decode(utf8)
}
