/**
 * Reading, checking and rendering: one table, as ratios within one run.
 *
 *   npm run bench                        600 artikelen × 8 versions
 *   npm run bench -- --artikelen 12500   100,000 versions
 *
 * Times of a machine say little; the ratio to the same parser, run bare on the
 * same files a moment before, says what caoc adds. The corpus lies on disk, in
 * a temporary folder: the bare parser reads each file whole and parses its
 * body, and caoc reads it as `cao check` does.
 */
import {spawnSync} from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import process from 'node:process'
import {parseArgs} from 'node:util'
import {makeCorpus} from './corpus.mjs'

const {values} = parseArgs({
  options: {
    artikelen: {type: 'string', default: '600'},
    versies: {type: 'string', default: '8'},
    seed: {type: 'string', default: '1'},
    rounds: {type: 'string'}
  }
})
const shape = {
  artikelen: Number(values.artikelen),
  versies: Number(values.versies),
  seed: Number(values.seed)
}
const rounds = Number(values.rounds ?? (shape.artikelen > 2000 ? 1 : 5))

const {compile, consolidateHashed, renderFormat} = await import(
  '../dist/index.js'
)
const {consolidate} = await import('../dist/consolidate/consolidate.js')
const {markdown} = await import('../dist/dialect/markdown.js')
const {nodeHost} = await import('../dist/host/node.js')

const place = mkdtempSync(path.join(tmpdir(), 'caoc-bench-'))
process.on('exit', () => rmSync(place, {recursive: true, force: true}))
// The secret that seals the cache goes with it.
process.env.XDG_CACHE_HOME = path.join(place, 'cache')

const folder = path.join(place, 'articles')
const host = nodeHost()
const moment = {geldig: '2000-06-01', zicht: '2000-06-01'}
const tools = {
  templates: () => host.readTemplates(),
  fonts: () => '',
  print: undefined
}

const sources = makeCorpus(shape)
for (const [name, text] of sources) {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), {recursive: true})
  writeFileSync(file, text)
}
const bytes = [...sources.values()].reduce(
  (sum, text) => sum + Buffer.byteLength(text),
  0
)

const widths = [37, 10, 14, 13]
const checks = []
for (let round = 0; round < rounds; round++) {
  const bare = time(parseBare)
  rmSync(path.join(folder, '.cao'), {recursive: true, force: true})
  checks.push({bare, cold: time(check), warm: time(check)})
}

const [regeling] = openCorpus().corpus.regelingen
const days = Array.from(
  {length: 12},
  (_, month) => `2000-${String(month + 1).padStart(2, '0')}-15`
)
const anyDay = days.map((day) =>
  time(() => consolidate(regeling, {geldig: day, zicht: day}))
)

const whole = consolidateHashed(regeling, moment)
const text = new TextDecoder().decode(await renderFormat(whole, 'md', tools))
const treeOfDay = onlyTextsOf(whole)
const conversions = []
for (let round = 0; round < rounds; round++) {
  conversions.push({
    own: await timeAsync(toHtml),
    render: await timeAsync(() => renderFormat(whole, 'html', tools)),
    pandoc: time(runPandoc)
  })
}
const hasPandoc = runPandoc() === 0

console.log(
  `Node ${process.versions.node}, ${sources.size} bestanden, ${megabytes(bytes)} MB, seed ${shape.seed}, ${rounds} ${rounds === 1 ? 'ronde' : 'rondes'}\n`
)
row('wat', 'tijd', 'verhouding', 'doel')
console.log(`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
const bare = median(checks.map((one) => one.bare))
row('kale parser op dezelfde bestanden', ms(bare), '1', '')
row(
  'koud: lezen, controleren, één dag',
  ms(median(checks.map(({cold}) => cold))),
  `${ratio(checks, 'cold', 'bare')} × kaal`,
  '≤ 1,5 × kaal'
)
row(
  'warm: hetzelfde, nog eens',
  ms(median(checks.map(({warm}) => warm))),
  `${ratio(checks, 'warm', 'cold')} × koud`,
  '≤ 0,15 × koud'
)
row(
  'een dag uit een gelezen corpus',
  ms(median(anyDay)),
  `${decimal(median(anyDay) / bare, 4)} × kaal`,
  shape.artikelen === 600 ? '≤ 20 ms' : ''
)
row(
  'tekst van één dag: Markdown naar HTML',
  ms(median(conversions.map(({own}) => own))),
  hasPandoc
    ? `${ratio(conversions, 'own', 'pandoc')} × pandoc`
    : 'pandoc is er niet',
  ''
)
row(
  '- waarvan de HTML maken',
  ms(median(conversions.map(({render}) => render))),
  '',
  ''
)
if (hasPandoc) {
  row(
    `- pandoc op die tekst (${megabytes(Buffer.byteLength(text))} MB)`,
    ms(median(conversions.map(({pandoc}) => pandoc))),
    '1',
    ''
  )
}
const peak = process.resourceUsage().maxRSS / 1024
row('grootste geheugen', `${Math.round(peak)} MB`, '', '≤ 4096 MB')

/** Nothing but the Markdown of each file, and nothing is kept of it. */
function parseBare() {
  for (const name of sources.keys()) {
    const text = readFileSync(path.join(folder, name), 'utf8')
    markdown.parse(text.slice(text.indexOf('---\n', 4) + 4))
  }
}

/** As `cao check` does, and the text of one day. */
function check() {
  const {corpus} = openCorpus()
  consolidate(corpus.regelingen[0], moment)
}

function openCorpus() {
  const tree = host.readCorpus(folder)
  return host.withCache(folder, (cache) => compile(tree, {cache}))
}

/** A corpus that holds no text but that of one day. */
function onlyTextsOf(consolidation) {
  const tree = host.readCorpus(folder)
  const paths = new Set(pathsOf(consolidation.units))
  const isNeeded = (file) =>
    paths.has(file.path) || !/\/(?:artikel|hoofdstuk)-/.test(file.path)
  return {...tree, files: tree.files.filter(isNeeded)}
}

function pathsOf(units) {
  return units.flatMap(({path: own, children, toelichting}) => [
    own,
    ...pathsOf(toelichting),
    ...pathsOf(children)
  ])
}

/** From Markdown to HTML with all that caoc does in between. */
async function toHtml() {
  const {corpus} = compile(treeOfDay)
  const consolidation = consolidateHashed(corpus.regelingen[0], moment)
  return renderFormat(consolidation, 'html', tools)
}

/** The same text in one file, its start included; the exit code, or nothing where it is not there. */
function runPandoc() {
  const args = ['--from', 'commonmark_x', '--to', 'html', '--standalone']
  return spawnSync('pandoc', [...args, '--metadata', 'title=Meting'], {
    input: text,
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'ignore']
  }).status
}

function row(...cells) {
  const padded = cells.map((cell, at) => cell.padEnd(widths[at]))
  console.log(`| ${padded.join(' | ')} |`)
}

/** Median of the ratios within each round: what slows a whole round down does not count. */
function ratio(list, part, base) {
  return decimal(median(list.map((one) => one[part] / one[base])), 3)
}

function ms(milliseconds) {
  return `${decimal(milliseconds, milliseconds < 100 ? 1 : 0)} ms`
}

function megabytes(count) {
  return decimal(count / 1e6, 1)
}

function decimal(value, digits) {
  return value.toFixed(digits).replace('.', ',')
}

function time(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

async function timeAsync(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]
}
