/**
 * Printing for the record: what it costs beside one bare print of the browser.
 *
 *   npm run bench -- pdf                     about 60 pages
 *   npm run bench -- pdf --artikelen 400     other sizes
 *
 * The ratio is of pairs measured next to each other, in one open browser, on
 * the same HTML. Memory is what all processes hold together (PSS), and only
 * Linux tells. WeasyPrint stands beside it where it is installed.
 */
import {spawn, spawnSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
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
  args: process.argv.slice(3),
  options: {
    artikelen: {type: 'string', default: '124'},
    rounds: {type: 'string', default: '5'},
    together: {type: 'string', default: '8'}
  }
})
const rounds = Number(values.rounds)
const together = Number(values.together)

const {compile, consolidateHashed} = await import('../dist/index.js')
const {nodeHost} = await import('../dist/host/node.js')
const {openPdf} = await import('../dist/pdf/objects.js')
const {renderPrint} = await import('../dist/render/print.js')
const {withoutIdleFonts} = await import('../dist/pipeline/idle-fonts.js')
const {printDocument} = await import('../dist/pipeline/print-document.js')

const place = mkdtempSync(path.join(tmpdir(), 'caoc-bench-'))
process.on('exit', () => rmSync(place, {recursive: true, force: true}))

const host = nodeHost()
const date = '2000-06-01'
const shape = {artikelen: Number(values.artikelen), versies: 1, seed: 1}
const encoder = new TextEncoder()
const {corpus} = compile({
  folder: 'articles',
  folders: [],
  files: [...makeCorpus(shape)].map(([name, text]) => ({
    path: name,
    bytes: encoder.encode(text)
  }))
})
const [regeling] = corpus.regelingen
const consolidation = consolidateHashed(regeling, {geldig: date, zicht: date})
const html = renderPrint(consolidation, host.readTemplates(), host.readFonts())
// Printing leaves out the fonts of signs itself, where there are none; so does the bare print.
const bareHtml = withoutIdleFonts(html)

const cold = await coldStart()
const {pairs, pdf, peak, alone, atOnce} = await host.withPrinter(measure)
const document = await openPdf(pdf)
const pages = document.getPages().length

console.log(
  `Node ${process.versions.node}, ${pages} bladzijden, ${kilobytes(pdf.length)} kB, ${rounds} rondes\n`
)
row('wat', 'tijd', 'verhouding', 'doel')
console.log('| - | -: | - | - |')
row(
  'kale afdruk van de browser',
  ms(median(pairs.map(({bare}) => bare))),
  '1',
  ''
)
row(
  'hele weg, in een open browser',
  ms(median(pairs.map(({own}) => own))),
  `${ratio(pairs)} × kaal`,
  '≤ 4 × kaal'
)
row('hele weg, van een koude start', ms(cold), '', '≤ 5 s')
row(
  `${together} documenten, één voor één`,
  `${ms(alone / together)} per stuk`,
  '',
  ''
)
row(
  `${together} documenten tegelijk, in één browser`,
  `${ms(atOnce / together)} per stuk`,
  `${decimal(atOnce / alone)} × één voor één`,
  ''
)
row('meeste geheugen, browser en caoc samen', memoryText(peak), '', '')
row('WeasyPrint op dezelfde HTML', weasyPrint(), '', '')

async function measure(print) {
  const watch = watchMemory()
  const paper = {html, date}
  let last = await printDocument(paper, print)
  const measured = []
  for (let round = 0; round < rounds; round++) {
    const bare = await time(() => print(bareHtml))
    const own = await time(async () => {
      last = await printDocument(paper, print)
    })
    measured.push({bare, own})
  }
  const oneByOne = await time(async () => {
    for (let n = 0; n < together; n++) await printDocument(paper, print)
  })
  const parallel = await time(() =>
    Promise.all(
      Array.from({length: together}, () => printDocument(paper, print))
    )
  )
  return {
    pairs: measured,
    pdf: last,
    peak: watch.end(),
    alone: oneByOne,
    atOnce: parallel
  }
}

/** A program of its own that reads a corpus from disk and prints it. */
async function coldStart() {
  for (const [name, text] of makeCorpus(shape)) {
    const file = path.join(place, 'articles', name)
    mkdirSync(path.dirname(file), {recursive: true})
    writeFileSync(file, text)
  }
  const program = path.join(import.meta.dirname, '../dist/cli.js')
  const run = () =>
    new Promise((done) => {
      const args = [
        'show',
        '--geldig',
        date,
        '--zicht',
        date,
        '--format',
        'pdf'
      ]
      const child = spawn(process.execPath, [program, ...args], {
        cwd: place,
        stdio: ['ignore', 'pipe', 'inherit']
      })
      child.stdout.resume()
      child.on('close', done)
    })
  // Once, so that the browser has been unpacked.
  await run()
  const times = []
  for (let n = 0; n < 3; n++) times.push(await time(run))
  return median(times)
}

function watchMemory() {
  let most = 0
  const look = () => {
    most = Math.max(most, memoryOf(process.pid))
  }
  const timer = setInterval(look, 50)
  return {
    end() {
      clearInterval(timer)
      look()
      return most
    }
  }
}

/** What a process and all below it hold, in kB. */
function memoryOf(root) {
  if (!existsSync('/proc/self/smaps_rollup')) return 0
  const parents = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue
    const stat = attempt(() => readFileSync(`/proc/${name}/stat`, 'utf8'))
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const isBelow = (pid) =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid)))
  return [...parents.keys()].filter(isBelow).reduce((sum, pid) => {
    const text = attempt(() =>
      readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    )
    return sum + Number(/^Pss:\s+(\d+)/mu.exec(text ?? '')?.[1] ?? 0)
  }, 0)
}

function weasyPrint() {
  const source = path.join(place, 'tekst.html')
  writeFileSync(source, html)
  const start = performance.now()
  const {error, status} = spawnSync('weasyprint', [
    source,
    path.join(place, 'weasyprint.pdf')
  ])
  if (error) return 'is er niet'
  return status === 0 ? ms(performance.now() - start) : 'mislukt'
}

function attempt(work) {
  try {
    return work()
  } catch {
    return undefined
  }
}

async function time(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function ratio(all) {
  return decimal(median(all.map(({bare, own}) => own / bare)))
}

function decimal(number) {
  return number.toFixed(2).replace('.', ',')
}

function ms(number) {
  return `${Math.round(number)} ms`
}

function kilobytes(bytes) {
  return Math.round(bytes / 1024)
}

function memoryText(peak) {
  return peak === 0 ? 'niet te meten' : `${Math.round(peak / 1024)} MB`
}

function row(...cells) {
  console.log(`| ${cells.join(' | ')} |`)
}
