/** The bare words of blocks. */
export function textOf(blocks) {
  return blocks
    .map((block) => {
      if (block.type === 'tabel') {
        return block.rows.flatMap(({cells}) => cells.map(bare)).join(' ')
      }
      return ['lid', 'onderdeel', 'noot', 'citaat'].includes(block.type)
        ? textOf(block.content)
        : bare(block.content)
    })
    .join('\n')
}

function bare(content) {
  return content
    .map(({value, children}) => value ?? (children ? bare(children) : ''))
    .join('')
}
