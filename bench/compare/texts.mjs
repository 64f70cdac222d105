/**
 * A made regeling → what the engines read: units for caoc, one text for others;
 * and which word of either has which identity.
 */

/** Units of a regeling, numbered in order. */
export function toUnits(regulation) {
  return regulation.map((hoofdstuk, h) => ({
    ...unit(hoofdstuk, String(h + 1)),
    children: hoofdstuk.children.map((artikel, n) =>
      unit(artikel, `${h + 1}:${n + 1}`)
    )
  }))
}

function unit({id, soort, opschrift, blocks}, nummer) {
  return {
    id,
    soort,
    nummer,
    opschrift: textOf(opschrift),
    state: 'geldt',
    path: `${id}.md`,
    since: 'begin',
    inwerking: 'begin',
    known: 'altijd',
    retroactive: false,
    rectified: false,
    wijzigingen: [],
    text: toBlocks(blocks),
    toelichting: [],
    children: []
  }
}

function toBlocks(blocks, depth = 0) {
  let count = 0
  return blocks.map((block, at) => {
    if (block.type === 'line') {
      const opens = blocks[at + 1]?.type === 'onderdeel'
      const role = opens ? 'aanhef' : 'tekst'
      return {type: 'alinea', role, content: phrasing(block.atoms)}
    }
    if (block.type === 'table') {
      const rows = block.rows.map((row) => ({cells: row.map(phrasing)}))
      return {type: 'tabel', align: block.rows[0].map(() => null), rows}
    }
    count++
    const label = labelOf(block.type, count, depth)
    const inner = depth + (block.type === 'onderdeel' ? 1 : 0)
    return {
      type: block.type,
      label,
      nummer: label.slice(0, -1),
      content: toBlocks(block.content, inner)
    }
  })
}

function labelOf(type, count, depth) {
  if (type === 'lid') return `${count}.`
  if (depth > 0) return `${count}°.`
  const letter = String.fromCharCode(97 + ((count - 1) % 26))
  return `${letter.repeat(1 + Math.floor((count - 1) / 26))}.`
}

function phrasing(atoms) {
  return atoms.length === 0 ? [] : [{type: 'text', value: textOf(atoms)}]
}

/** Atoms as running text. */
export function textOf(atoms) {
  return atoms
    .map(({text, glue}, at) => (glue || at === 0 ? text : ` ${text}`))
    .join('')
}

/** The whole as one text, each line with its label. */
export function toText(units) {
  return [...pieces(units)]
    .map(({label, text, depth}) => `${'    '.repeat(depth)}${label}${text}\n`)
    .join('\n')
}

/** Every line in reading order, with what stands before it. */
function* pieces(units) {
  for (const {soort, nummer, opschrift, text, children} of units) {
    const name = soort === 'artikel' ? 'Artikel' : 'Hoofdstuk'
    yield {label: `## ${name} ${nummer} `, text: opschrift, depth: 0}
    yield* blockPieces(text, {label: '', depth: 0})
    yield* pieces(children)
  }
}

function* blockPieces(blocks, {label, depth}) {
  let before = label
  for (const block of blocks) {
    if (block.content && block.label) {
      yield* blockPieces(block.content, {
        label: `${block.label} `,
        depth: depth + 1
      })
      continue
    }
    yield* leafPieces(block, before, depth)
    before = ''
  }
}

function* leafPieces(block, label, depth) {
  if (block.type !== 'tabel') {
    yield {label, text: bare(block.content), depth: Math.max(0, depth - 1)}
    return
  }
  for (const {cells} of block.rows) {
    yield {
      label: '| ',
      text: cells.map(bare).join(' | '),
      depth: 0,
      isRow: true
    }
  }
}

function bare(content) {
  return content.map(({value}) => value).join('')
}

/** The words of a text alone, without labels, numbers and white space. */
export function bareSide(units) {
  return [...pieces(units)]
    .map(({text, isRow}) => squeeze(isRow ? text.replaceAll(' | ', '') : text))
    .join('')
}

/** One text without white space, and where its labels and bars stand in it. */
export function labelledSide(units) {
  let chars = ''
  const labels = []
  const keep = (text, isLabel) => {
    const dense = squeeze(text)
    if (isLabel && dense !== '')
      labels.push([chars.length, chars.length + dense.length])
    chars += dense
  }
  for (const {label, text, isRow} of pieces(units)) {
    keep(label, !isRow)
    keep(text, false)
  }
  return {chars, labels}
}

function squeeze(text) {
  return text.replaceAll(/\s/gu, '')
}

const word = /[\p{L}\p{N}]+(?:[.,:'’%-][\p{L}\p{N}]+)*/gu

/** Every word of a regeling, in reading order, with the identity of its atom. */
export function wordsOf(regulation) {
  return regulation.flatMap(({opschrift, blocks, children}) => [
    ...atomWords(opschrift),
    ...blocks.flatMap(blockWords),
    ...wordsOf(children)
  ])
}

function blockWords(block) {
  if (block.type === 'line') return atomWords(block.atoms)
  if (block.type === 'table') return block.rows.flat().flatMap(atomWords)
  return block.content.flatMap(blockWords)
}

function atomWords(atoms) {
  return atoms.flatMap(({id, text}) =>
    [...text.matchAll(word)].map(([found]) => ({id, text: found}))
  )
}

/** Where each word stands in a text without white space; labels are passed over. */
export function placed(words, {chars, labels}) {
  let at = 0
  let label = 0
  return words.map(({id, text}) => {
    let from = chars.indexOf(text, at)
    while (label < labels.length && labels[label][0] <= from) {
      at = Math.max(at, labels[label][1])
      label++
      from = chars.indexOf(text, at)
    }
    if (from < 0) throw new Error(`A word got lost: ${text}`)
    at = from + text.length
    return {id, from, to: at}
  })
}
