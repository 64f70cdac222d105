/**
 * `npm run bench`: one table, as ratios within one run.
 *
 *   npm run bench                        600 artikelen × 8 versions
 *   npm run bench -- --artikelen 12500   100,000 versions
 *
 * Times of a machine say little; the ratio to the same parser, run bare on the
 * same files a moment before and after, says what caoc adds.
 */
import process from 'node:process'
import {parseArgs} from 'node:util'
import {makeCorpus} from './corpus.mjs'

const {values} = parseArgs({
  options: {
    artikelen: {type: 'string', default: '600'},
    versies: {type: 'string', default: '8'},
    seed: {type: 'string', default: '1'},
    rounds: {type: 'string', default: '3'}
  }
})
const shape = {
  artikelen: Number(values.artikelen),
  versies: Number(values.versies),
  seed: Number(values.seed)
}
const {compile, consolidateHashed, renderFormat} = await import(
  '../dist/index.js'
)
const {markdown} = await import('../dist/dialect/markdown.js')

const encoder = new TextEncoder()
const sources = makeCorpus(shape)
const tree = {
  folder: 'articles',
  folders: [],
  files: [...sources].map(([path, text]) => ({
    path,
    bytes: encoder.encode(text)
  }))
}
const bytes = tree.files.reduce((sum, file) => sum + file.bytes.length, 0)
const bodies = [...sources.values()].map((text) =>
  text.slice(text.indexOf('---\n', 4) + 4)
)

const bare = []
const cold = []
let compiled
for (let round = 0; round < Number(values.rounds); round++) {
  bare.push(
    time(() => {
      for (const body of bodies) markdown.parse(body)
    })
  )
  cold.push(
    time(() => {
      compiled = compile(tree)
      consolidateHashed(compiled.corpus.regelingen[0], {
        geldig: '2000-06-01',
        zicht: '2000-06-01'
      })
    })
  )
}
const [regeling] = compiled.corpus.regelingen
const {consolidate} = await import('../dist/consolidate/consolidate.js')
const days = Array.from(
  {length: 12},
  (_, month) => `2000-${String(month + 1).padStart(2, '0')}-15`
)
const anyDay = days.map((day) =>
  time(() => consolidate(regeling, {geldig: day, zicht: day}))
)
const whole = consolidateHashed(regeling, {
  geldig: '2000-06-01',
  zicht: '2000-06-01'
})
const tools = {
  templates: templates(await import('../dist/host/node.js')),
  fonts: () => '',
  print: undefined
}
const html = []
for (let round = 0; round < 3; round++) {
  html.push(await timeAsync(() => renderFormat(whole, 'html', tools)))
}

console.log(
  `Node ${process.versions.node}, ${tree.files.length} bestanden, ${(bytes / 1e6).toFixed(1)} MB, seed ${shape.seed}, ${compiled.findings.length} meldingen`
)
row('kale parser op dezelfde teksten', median(bare), 1)
row(
  'lezen, controleren en consolideren, koud',
  median(cold),
  median(cold) / median(bare)
)
row(
  'een dag uit een gelezen corpus',
  median(anyDay),
  median(anyDay) / median(bare)
)
row('de hele tekst naar HTML', median(html), median(html) / median(bare))
console.log(
  `grootste geheugen: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
)

function templates({nodeHost}) {
  const host = nodeHost()
  return () => host.readTemplates()
}

function row(what, milliseconds, ratio) {
  console.log(
    `${what.padEnd(44)} ${milliseconds.toFixed(1).padStart(9)} ms  ${ratio.toFixed(3).padStart(7)} ×`
  )
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
