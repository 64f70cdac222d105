/**
 * `npm run bench -- import <folder…>`: every file below the folders, imported with proof.
 *
 * Files of one regeling are imported together, as `cao import --dates` does.
 * What cannot be read is named with its reason; nothing is written.
 */
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import process from 'node:process'

const {readWholeText} = await import('../dist/import/read/read.js')
const {importTexts} = await import('../dist/pipeline/import.js')
const {hashBytes} = await import('../dist/hash/sha256.js')

/** Import all that lies below some folders, and print a table. */
export function benchImport(folders) {
  const start = performance.now()
  const files = folders.flatMap(filesIn)
  const {groups, refused} = readAll(files)
  const rows = [...groups].flatMap(([id, texts]) => rowsOf(id, texts, refused))
  const seconds = (performance.now() - start) / 1000
  const memory = process.resourceUsage().maxRSS / 1024
  print(rows, refused, {seconds, memory, count: rows.length})
  process.exitCode = rows.every(({isEqual}) => isEqual) ? 0 : 1
}

function filesIn(folder) {
  const names = readdirSync(folder, {recursive: true, withFileTypes: true})
  return names
    .filter((one) => one.isFile() && /\.(?:xml|md|txt)$/u.test(one.name))
    .filter(({name}) => name !== 'README.md')
    .map((one) => path.join(one.parentPath ?? one.path, one.name))
    .toSorted()
}

function readAll(files) {
  const groups = new Map()
  const refused = []
  for (const file of files) {
    const bytes = readFileSync(file)
    const reading = readWholeText(bytes, file.replaceAll('\\', '/'))
    const name = path.basename(file)
    if ('refused' in reading) {
      refused.push(`${name}: ${reading.refused.message}`)
      continue
    }
    const {text, account} = reading
    const id = (text.identifier ?? name.replace(/\..*$/u, '')).toLowerCase()
    // A publication gives no day on which the whole text holds.
    const day = text.geldig ?? '2020-01-01'
    const one = {text, account, day, sha256: hashBytes(bytes)}
    groups.set(id, [...(groups.get(id) ?? []), one])
  }
  return {groups, refused}
}

function rowsOf(id, texts, refused) {
  const tree = {folder: 'articles', files: [], folders: []}
  const outcome = importTexts(tree, {id, route: 'website', texts})
  if (outcome.refusal !== undefined) {
    refused.push(`${id}: ${outcome.refusal}`)
    return []
  }
  return outcome.proved.map((proved) => rowOf(id, texts, proved))
}

function rowOf(
  id,
  texts,
  {told: {text, record, inserted, remarks}, proof, back}
) {
  const {account} = texts.find((one) => one.text.file === text.file)
  const {characters, leftOut, balanced} = account
  const repairs = [...text.repairs, ...remarks]
  const proofs = [proof, ...back.map((one) => one.proof)]
  const differences = proofs.flatMap((one) => one.differences).length
  const isEqual = balanced && differences === 0
  const lines = proofs.reduce((sum, one) => sum + one.lines, 0)
  const words = differences === 0 ? 'gelijk' : `${differences} verschillen`
  return {
    isEqual,
    cells: [
      id,
      path.basename(text.file),
      record.day,
      inserted.units,
      inserted.versions.length,
      characters,
      characters - leftOut,
      balanced ? leftOut : `${leftOut} (klopt niet)`,
      repairs.filter(({mended}) => mended).length,
      repairs.filter(({mended}) => !mended).length,
      `${words} (${lines} regels)`
    ]
  }
}

function print(rows, refused, {seconds, memory, count}) {
  const head = [
    'regeling',
    'bestand',
    'geldig',
    'onderdelen',
    'versies',
    'tekens',
    'overgenomen',
    'weggelaten',
    'verbeterd',
    'na te gaan',
    'bewijs'
  ]
  console.log(`| ${head.join(' | ')} |`)
  console.log('| - | - | - | -: | -: | -: | -: | -: | -: | -: | - |')
  for (const {cells} of rows) console.log(`| ${cells.join(' | ')} |`)
  console.log(
    `\n${count} bestanden in ${seconds.toFixed(1)} s, ten hoogste ${memory.toFixed(0)} MB`
  )
  for (const one of refused) console.log(`Niet overgenomen: ${one}`)
}
