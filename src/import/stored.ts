/**
 * A text from elsewhere → the same text as the corpus will hold it.
 *
 * Stage. It is printed and read back, so that what is compared later is what
 * the files say. Where labels cannot stand as labels (one that comes twice, a
 * kind that cannot follow) they stay as words: nothing is lost, and no fout is
 * left for the author.
 */
import type {Report} from '../diagnostics/report.ts'
import {nestByLabel} from '../dialect/nest.ts'
import {parseText} from '../dialect/parse.ts'
import {canonical} from '../dialect/phrasing.ts'
import {printText} from '../dialect/print.ts'
import {withEscapes} from '../dialect/sound.ts'
import type {Alinea, Block, Phrasing, Soort} from '../model.ts'
import {linesOf} from './lines.ts'

/** A text in house form. */
export interface Stored {
  readonly text: readonly Block[]
  /** As printed; equal bodies are equal texts. */
  readonly body: string
  /** Its lines of words, without its marks. */
  readonly words: string
  /** Labels that became words, or marks that lost their meaning. */
  readonly isFlattened: boolean
  /** Rules of which a fout is left all the same. */
  readonly faults: readonly string[]
}

/** Texts stored before, by what they were made of: most do not change from one day to another. */
export type StoredCache = Map<string, Stored>

/** Bring a text to the form in which a unit of a soort holds it. */
export function storedText(
  blocks: readonly Block[],
  soort: Soort,
  cache: StoredCache
): Stored {
  const options = optionsFor(soort)
  const clean = blocks.flatMap((block) => cleaned(block, options.headings))
  const key = `${options.leden} ${options.headings} ${JSON.stringify(clean)}`
  const known = cache.get(key)
  if (known) return known
  const found = store(clean, options)
  const stored = {...found, words: linesOf(found.text).join('\n')}
  cache.set(key, stored)
  return stored
}

interface Options {
  readonly leden: boolean
  readonly headings: boolean
}

/** As the reader of versions has it. */
function optionsFor(soort: Soort): Options {
  const headings = ['bijlage', 'toelichting', 'preambule', 'slot']
  return {leden: soort === 'artikel', headings: headings.includes(soort)}
}

function store(
  blocks: readonly Block[],
  options: Options
): Omit<Stored, 'words'> {
  const wanted = linesOf(blocks).join('\n')
  const attempts = [
    () => blocks,
    () => nestByLabel(blocks),
    () => withoutClashes(nestByLabel(blocks)),
    () => blocks.flatMap((block) => (isSound([block]) ? [block] : flat(block))),
    () => blocks.flatMap(flat),
    () => blocks.flatMap(bare)
  ]
  const isSound = (part: readonly Block[]): boolean =>
    readBack(part, options).faults.length === 0
  let best: Omit<Stored, 'words'> | undefined
  for (const [at, attempt] of attempts.entries()) {
    const found = readBack(attempt(), options)
    const isSame = linesOf(found.text).join('\n') === wanted
    const stored = {...found, isFlattened: at > 1}
    if (isSame && found.faults.length === 0) return stored
    if (isSame) best ??= stored
  }
  return best ?? {...readBack(blocks.flatMap(bare), options), isFlattened: true}
}

/** Print and read; where marks of Markdown are left that mean something, once more with escapes. */
function readBack(
  blocks: readonly Block[],
  options: Options
): Omit<Stored, 'isFlattened' | 'words'> {
  const body = printText(blocks)
  const first = parse(body, options)
  if (first.faults.length === 0) {
    return {...first, body: printText(first.text)}
  }
  const escaped = withEscapes(body)
  const second = parse(escaped, options)
  return second.faults.length < first.faults.length
    ? {...second, body: escaped}
    : {...first, body}
}

function parse(
  body: string,
  options: Options
): {readonly text: readonly Block[]; readonly faults: readonly string[]} {
  const faults: string[] = []
  const report: Report = ({id, severity}) => {
    if (severity === 'fout') faults.push(id)
  }
  return {text: parseText(body, options, report), faults}
}

/** Canonical running text, headings only where they may stand, and nothing empty. */
function cleaned(block: Block, headings: boolean): readonly Block[] {
  const within = (blocks: readonly Block[]): Block[] =>
    blocks.flatMap((inner) => cleaned(inner, headings))
  switch (block.type) {
    case 'alinea': {
      const content = canonicalWords(block.content)
      return content.length === 0 ? [] : [{...block, content}]
    }
    case 'tussenkop': {
      const content = canonicalWords(block.content)
      if (content.length === 0) return []
      const depth = Math.max(2, block.depth) as typeof block.depth
      return [headings ? {...block, depth, content} : strong(content)]
    }
    case 'tabel': {
      const rows = block.rows.map(({cells}) => ({
        cells: cells.map(canonicalWords)
      }))
      return [{...block, rows}]
    }
    default:
      return [{...block, content: within(block.content)}]
  }
}

function canonicalWords(content: readonly Phrasing[]): Phrasing[] {
  return canonical([...content])
}

function strong(content: readonly Phrasing[]): Alinea {
  const children = content.filter(({type}) => type !== 'break')
  return alinea([{type: 'strong', children}] as Phrasing[])
}

function alinea(content: readonly Phrasing[]): Alinea {
  return {type: 'alinea', role: 'tekst', content: canonicalWords(content)}
}

/** An item as paragraphs that begin with its label. */
function flat(block: Block): readonly Block[] {
  if (block.type !== 'lid' && block.type !== 'onderdeel') return [block]
  const [first, ...rest] = block.content
  const label: Phrasing = {
    type: 'text',
    value: `${block.label}${block.laag ? ` {${block.laag}}` : ''} `
  }
  const isOnLine = first?.type === 'alinea'
  return [
    alinea(isOnLine ? [label, ...first.content] : [label]),
    ...(isOnLine ? rest : block.content).flatMap(flat)
  ]
}

/** Nothing but words: for what no mark of the dialect can hold. */
function bare(block: Block): readonly Block[] {
  if (block.type === 'noot') return [block]
  return linesOf([block]).map((value) => alinea([{type: 'text', value}]))
}

/** In each run a label that was there already, as words. */
function withoutClashes(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>()
  return blocks.flatMap((block) => {
    if (block.type === 'citaat') {
      return [{...block, content: withoutClashes(block.content)}]
    }
    if (block.type !== 'lid' && block.type !== 'onderdeel') {
      seen.clear()
      return [block]
    }
    const inner = {...block, content: withoutClashes(block.content)}
    const isRepeat = block.label !== '–' && seen.has(block.label)
    if (isRepeat) seen.clear()
    else seen.add(block.label)
    return isRepeat ? flat(inner) : [inner]
  })
}
