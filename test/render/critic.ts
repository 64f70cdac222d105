import {canonical} from '../../src/dialect/phrasing.ts'
import type {Block, Phrasing, UnitText} from '../../src/model.ts'
import {safeHref} from '../../src/render/href.ts'
import {printSafely} from '../../src/render/markdown.ts'
import {visible} from '../../src/render/visible.ts'

// CriticMarkup resolved as any tool does that knows nothing of caoc, and what it must give.

const marks =
  /\{>>[\s\S]*?<<\}|\{\+\+([\s\S]*?)\+\+\}|\{--([\s\S]*?)--\}|\{~~([\s\S]*?)~>([\s\S]*?)~~\}/gu

/** Accept (`wordt`) or reject (`was`) every change of a text. */
export function resolveCritic(text: string, side: 'was' | 'wordt'): string {
  return text.replace(
    marks,
    (_whole, came = '', went = '', was = '', wordt = '') =>
      side === 'was' ? `${went}${was}` : `${came}${wordt}`
  )
}

/** The merged text of a document, without the statement above it. */
export function textBelow(document: string, legend: string): string {
  const [, text = ''] = document.split(`${legend}\n`)
  return text.replace(/^\n/u, '')
}

/** Units as Markdown: headings, texts, and what stands in them. */
export function markdownOf(units: readonly UnitText[]): string {
  return units
    .flatMap((unit) => inOrder(visible(unit)))
    .map((unit, at) => printSafely(unitBlocks(unit, at)))
    .join('\n')
}

function inOrder(unit: UnitText): readonly UnitText[] {
  return [unit, ...[...unit.toelichting, ...unit.children].flatMap(inOrder)]
}

function unitBlocks(unit: UnitText, at: number): readonly Block[] {
  const {soort, nummer, owner, opschrift = '', state, laag, text} = unit
  const isLapsed = state === 'vervallen'
  const front =
    soort === 'toelichting' && owner
      ? `Toelichting op ${owner.soort} ${owner.nummer ?? ''}`.trim()
      : `${soort.slice(0, 1).toUpperCase()}${soort.slice(1)} ${nummer ?? ''}`.trim()
  const title = isLapsed ? '' : opschrift
  const parts = [
    nummer === undefined && title !== '' ? `${front}:` : front,
    title,
    laag === 'UWO' ? '(UWO)' : '',
    isLapsed ? '(vervallen)' : ''
  ]
  const value = parts.filter((part) => part !== '').join(' ')
  const own = new Set(
    text.flatMap((block) =>
      block.type === 'noot' ? [block.merk.toLowerCase()] : []
    )
  )
  const name = (merk: string): string | undefined =>
    own.has(merk.toLowerCase()) ? `n${at}-${merk.toLowerCase()}` : undefined
  return [
    {type: 'tussenkop', depth: 2, content: [{type: 'text', value}]},
    ...text.map((block) => adapted(block, name))
  ]
}

type NameOf = (merk: string) => string | undefined

function adapted(block: Block, name: NameOf): Block {
  switch (block.type) {
    case 'alinea':
    case 'tussenkop':
      return {...block, content: words(block.content, name)}
    case 'tabel':
      return {
        ...block,
        rows: block.rows.map(({cells}) => ({
          cells: cells.map((cell) => words(cell, name))
        }))
      }
    case 'noot':
      return {
        ...block,
        merk: name(block.merk) ?? block.merk,
        content: block.content.map((one) => adapted(one, name))
      }
    default:
      return {...block, content: block.content.map((one) => adapted(one, name))}
  }
}

function words(content: readonly Phrasing[], name: NameOf): Phrasing[] {
  return canonical(content.flatMap((node) => word(node, name)))
}

function word(node: Phrasing, name: NameOf): readonly Phrasing[] {
  if (node.type === 'footnoteReference') {
    const merk = node.label ?? node.identifier
    const identifier = name(merk)
    return identifier === undefined
      ? [{type: 'text', value: `[^${merk}]`}]
      : [{type: 'footnoteReference', identifier, label: identifier}]
  }
  if (!('children' in node)) return [node]
  const children = (node.children as Phrasing[]).flatMap((one) =>
    word(one, name)
  )
  if (node.type !== 'link') return [{...node, children}]
  const url = safeHref(node.url)
  return url === undefined ? children : [{...node, url, children}]
}

/** What two texts must share to the letter: numbers of notes, depths of headings and needless escapes aside. */
export function canonicalMarkdown(text: string): string {
  const numbers = new Map<string, number>()
  return text
    .trim()
    .replace(/\\(?=[-+~=<>}])/gu, '')
    .replace(/^([ >]*)#+(?= |$)/gmu, '$1#')
    .replace(/^(.*#) +$/gmu, '$1')
    .replace(/(?<!\\)\[\^([^\]]+)\]/gu, (_whole, merk: string) => {
      if (!numbers.has(merk)) numbers.set(merk, numbers.size + 1)
      return `[^${numbers.get(merk)}]`
    })
}
