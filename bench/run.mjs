/** `npm run bench`: the compiler on a made corpus; `npm run bench -- import <folder…>`: the import of texts. */
import process from 'node:process'

const [what, ...folders] = process.argv.slice(2)
if (what === 'import') {
  const {benchImport} = await import('./import.mjs')
  benchImport(folders)
} else {
  await import('./bench.mjs')
}
