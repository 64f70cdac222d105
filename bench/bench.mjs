/**
 * `npm run bench`: what caoc costs, beside others on the same machine.
 *
 *   npm run bench                        reading, checking and rendering
 *   npm run bench -- compare             comparison, on texts whose truth is known
 *   npm run bench -- compare <folder>    comparison, on the dates of a corpus
 *
 * Each has more options; they stand at the top of its own file.
 */
import process from 'node:process'

await (process.argv[2] === 'compare'
  ? import('./compare/main.mjs')
  : import('./build.mjs'))
