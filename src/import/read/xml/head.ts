/** `kop` → number and opschrift of a unit. */

import {defined} from '../../../defined.ts'
import type {Soort} from '../../../model.ts'
import {type Heading, headingOf} from '../heading.ts'
import {unitNummer} from '../label.ts'
import {mendText} from '../mend.ts'
import {bare, isSoortWord} from '../names.ts'
import {type Ledger, repair} from '../source.ts'
import {isLapse} from '../unit.ts'
import {isMetadata} from './blocks.ts'
import {leaveElement} from './desk.ts'
import {plainText, spanOf, type XmlElement, type XmlNode} from './tree.ts'

/** The head of a unit as its heading gives it. */
export interface Head {
  readonly nummer?: string | undefined
  readonly opschrift?: string | undefined
  readonly lapsed: boolean
}

const numbers: readonly string[] = ['nr', 'Nummer', 'nummer']
const labels: readonly string[] = ['label', 'Label']

/** Read a heading; words that the number and the kind do not say are opschrift. */
export function readHead(
  kop: XmlElement | undefined,
  soort: Soort,
  ledger: Ledger
): Head {
  if (kop === undefined) return {lapsed: false}
  const titles = kop.children.filter(
    (node) => !isNamed(node, labels) && !isNamed(node, numbers)
  )
  if (isTurned(kop)) return turnedHead(kop, ledger)
  const lapsed = takeLapsedTitle(titles, ledger)
  const label = wordsIn(
    kop.children.filter((node) => isNamed(node, labels)),
    ledger
  )
  const nr = wordsIn(
    kop.children.filter((node) => isNamed(node, numbers)),
    ledger
  )
  const titel = lapsed ? '' : wordsIn(titles, ledger)
  const head = join({label, nr, titel}, soort)
  if (nr === '' && head.nummer !== undefined) {
    repair(ledger, kop.start, {
      kind: 'heading-number',
      message: `Het nummer \`${head.nummer}\` stond in de bron niet apart; het is uit de kop gehaald`,
      mended: true
    })
  }
  return {...head, lapsed}
}

function join(
  {
    label,
    nr,
    titel
  }: {readonly label: string; readonly nr: string; readonly titel: string},
  soort: Soort
): Heading {
  const all = [label, nr, titel].filter((word) => word !== '').join(' ')
  if (bare.includes(soort)) {
    return defined({
      opschrift: isSoortWord(soort, all) || all === '' ? undefined : all
    })
  }
  if (nr === '') return headingOf(soort, {label, titel})
  const isUsual = label === '' || isSoortWord(soort, label)
  const opschrift = isUsual ? titel : all
  return defined({
    nummer: unitNummer(nr),
    opschrift: opschrift === '' ? undefined : opschrift
  })
}

function isNamed(node: XmlNode, names: readonly string[]): boolean {
  return node.type === 'element' && names.includes(node.name)
}

/** Words stand before the number. */
function isTurned({children}: XmlElement): boolean {
  const last = children.findLastIndex(
    (node) => isNamed(node, labels) || isNamed(node, numbers)
  )
  return children.slice(0, Math.max(0, last)).some((node) => {
    if (isNamed(node, labels) || isNamed(node, numbers)) return false
    return node.type === 'text'
      ? node.text.trim() !== ''
      : plainText(node) !== ''
  })
}

/** All words, in their order, are the opschrift; the number is known beside it. */
function turnedHead(kop: XmlElement, ledger: Ledger): Head {
  const nr = kop.children.filter((node) => isNamed(node, numbers))
  const [number] = nr
  const nummer = number?.type === 'element' ? unitNummer(plainText(number)) : ''
  const opschrift = wordsIn(kop.children, ledger)
  return {
    nummer: nummer === '' ? undefined : nummer,
    opschrift: opschrift === '' ? undefined : opschrift,
    lapsed: false
  }
}

/** A title that says `[Vervallen]` is none. */
function takeLapsedTitle(titles: readonly XmlNode[], ledger: Ledger): boolean {
  const elements = titles.filter((node) => node.type === 'element')
  if (!isLapse(elements.map(plainText).join(' '))) return false
  for (const element of elements) {
    leaveElement(element, ledger, 'vermelding dat de bepaling is vervallen')
  }
  return true
}

/** The words of a heading; a note in it cannot stay there. */
export function wordsIn(nodes: readonly XmlNode[], ledger: Ledger): string {
  return nodes
    .map((node) => wordsOfNode(node, ledger))
    .join(' ')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
}

function wordsOfNode(node: XmlNode, ledger: Ledger): string {
  if (node.type === 'text') {
    return mendText(spanOf(node, ledger.source.text), ledger)
  }
  if (isMetadata(node)) {
    leaveElement(node, ledger, 'metagegeven')
    return ''
  }
  if (node.name === 'noot') {
    leaveElement(node, ledger, 'noot bij een opschrift')
    repair(ledger, node.start, {
      kind: 'heading-note',
      message: `Bij een opschrift kan geen noot staan; deze is weggelaten: \`${plainText(node).slice(0, 60)}\``,
      mended: false
    })
    return ''
  }
  return node.children.map((child) => wordsOfNode(child, ledger)).join('')
}
