/**
 * `npm run bench`: what caoc costs, beside others on the same machine.
 *
 *   npm run bench                        reading, checking and rendering
 *   npm run bench -- compare             comparison, on texts whose truth is known
 *   npm run bench -- compare <folder>    comparison, on the dates of a corpus
 *   npm run bench -- pdf                 printing, beside a bare print
 *
 * Each has more options; they stand at the top of its own file.
 */
import process from 'node:process'

const [, , subject] = process.argv
if (subject === 'compare') await import('./compare/main.mjs')
else if (subject === 'pdf') await import('./pdf.mjs')
else await import('./build.mjs')
