/** `2. (vervallen)`: a lid or onderdeel that only says that it is there no more. Kernel. */
import type {Block} from '../model.ts'
import {piecesIn} from './pieces.ts'

const day =
  '(?:\\d{1,2} [a-z]+ \\d{4}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}|\\d{4}-\\d{2}-\\d{2})'
const since = '(?:per|sinds|vanaf|met ingang van|m\\.i\\.v\\.|op)'
const bare = new RegExp(`^vervallen(?:,? ${since} ${day})?\\.?$`, 'i')
/** Between brackets it may also say by what: `[Vervallen per 01-01-2018, Stb. 2017, 300]`. */
const enclosed =
  /^(?:\((?:is )?vervallen(?:[ ,.:;][^()]*)?\)|\[(?:red[.:]+ ?)?(?:is )?vervallen(?:[ ,.:;][^[\]]*)?\])[.;]?$/i

/** Whether all that an item says is that it has lapsed: `(vervallen)`, `[Vervallen]`, `Vervallen.` */
export function isTombstone(content: readonly Block[]): boolean {
  const [only, ...others] = content
  if (only?.type !== 'alinea' || others.length > 0) return false
  const words = piecesIn([only])[0]?.words.trim().replace(/[;,]$/, '') ?? ''
  return bare.test(words) || enclosed.test(words)
}
