/**
 * Comparison, measured on texts whose truth is known, beside others.
 *
 *   npm run bench -- compare
 *   npm run bench -- compare --artikelen 100 --seed 3 --no-peers
 *
 *   npm run bench -- compare <folder> [--show]
 *                  neighbouring days of the regelingen below a folder, for
 *                  instance of what `cao import --dates` made
 *
 *   --mix <text>   only mixes whose name holds this text
 *   --missed       print what was not found
 */
import process from 'node:process'
import {parseArgs} from 'node:util'
import {randomFrom} from '../random.mjs'
import {amend, mixes} from './amend.mjs'
import {measureLaws} from './laws.mjs'
import {falseKinds, readSide, scoreKinds} from './ours.mjs'
import {marksOf, peers} from './peers.mjs'
import {makeRegulation} from './regulation.mjs'
import {score} from './score.mjs'
import {showMissed} from './show.mjs'
import {
  bareSide,
  labelledSide,
  placed,
  toText,
  toUnits,
  wordsOf
} from './texts.mjs'
import {relabelled} from './unknown.mjs'
import {worstCases} from './worst.mjs'

const {compare} = await import('../../dist/compare/compare.js')

const {values, positionals} = parseArgs({
  allowPositionals: true,
  args: process.argv.slice(3),
  allowNegative: true,
  options: {
    artikelen: {type: 'string', default: '500'},
    seed: {type: 'string', default: '1'},
    mix: {type: 'string', default: ''},
    peers: {type: 'boolean', default: true},
    worst: {type: 'boolean', default: true},
    show: {type: 'boolean', default: false},
    missed: {type: 'boolean', default: false}
  }
})
const seed = Number(values.seed)
const others = values.peers ? peers() : []

const [folder] = positionals
if (folder) measureLaws(folder, values)
else measureMixes()

function measureMixes() {
  console.log(
    `Node ${process.versions.node}, ${values.artikelen} artikelen, seed ${seed}\n`
  )
  console.log(
    '| mix | wie | ruis | precisie | vindt | labels | soorten | ms |\n| - | - | -: | -: | -: | -: | -: | -: |'
  )
  for (const [at, mix] of mixes.entries()) {
    if (mix.name.includes(values.mix)) measure(mix, at)
  }
  if (values.worst) measureWorst()
}

function measureWorst() {
  console.log('\n| tekst | ms | doel |\n| - | -: | -: |')
  for (const [name, a, b, target] of worstCases(seed)) {
    const times = timesOf(8, a, b)
    console.log(`| ${name} | ${Math.min(...times).toFixed(0)} | ${target} |`)
  }
}

/**
 * Processor time of some rounds, within a few seconds in all: on a machine that
 * others use too, the clock says more of them than of us.
 */
function timesOf(rounds, a, b) {
  const times = []
  const begin = performance.now()
  while (times.length < rounds && performance.now() - begin < 5000) {
    const [left, right] = structuredClone([a, b])
    const start = process.cpuUsage()
    compare({titel: '', units: left}, {titel: '', units: right})
    const {user, system} = process.cpuUsage(start)
    times.push((user + system) / 1000)
  }
  return times
}

function measure(mix, at) {
  const random = randomFrom(seed * 1000 + at)
  const before = makeRegulation({artikelen: Number(values.artikelen), random})
  const {text: after, truths} = amend(before, mix, random)
  const words = {was: wordsOf(before), wordt: wordsOf(after)}
  const [a, b] = [toUnits(before), toUnits(after)]
  row(mix.name, 'caoc', ours(a, b, words, truths))
  row('', 'caoc, namen onbekend', ours(a, relabelled(a, b), words, truths))
  const texts = {was: toText(a), wordt: toText(b)}
  const sides = {was: labelledSide(a), wordt: labelledSide(b)}
  for (const {name, run} of others) {
    row('', name, theirs(run, texts, sides, words))
  }
}

function ours(a, b, words, truths) {
  const times = timesOf(12, a, b)
  const [was, wordt] = [a, b].map((units) => ({titel: '', units}))
  const comparison = compare(was, wordt)
  const sides = {}
  for (const side of ['was', 'wordt']) {
    const read = readSide(comparison, side)
    // Not a letter more or less than the words: no label is text.
    if (read.chars !== bareSide(side === 'was' ? a : b)) {
      throw new Error(`Not the text alone came back (${side})`)
    }
    sides[side] = {
      ...read,
      labels: [],
      words: placed(words[side], {...read, labels: []})
    }
  }
  const kinds = scoreKinds(truths, sides)
  if (values.missed) showMissed(sides, truths, kinds)
  return {
    ...score(sides),
    ms: Math.min(...times),
    kinds: kindsText(kinds, falseKinds(truths, sides).length)
  }
}

function kindsText(kinds, wrong) {
  const parts = Object.entries(kinds).map(
    ([kind, {done, missed}]) => `${kind} ${done - missed.length}/${done}`
  )
  return [...parts, ...(wrong > 0 ? [`onwaar ${wrong}`] : [])].join(', ')
}

function theirs(run, texts, sides, words) {
  const start = performance.now()
  const segments = run(texts.was, texts.wordt)
  const ms = performance.now() - start
  if (!segments) return {ms}
  const marked = marksOf(segments)
  const scored = {}
  for (const side of ['was', 'wordt']) {
    if (marked[side].chars !== sides[side].chars) {
      throw new Error(`Not all of the text came back (${side})`)
    }
    scored[side] = {
      marks: marked[side].marks,
      labels: sides[side].labels,
      words: placed(words[side], sides[side])
    }
  }
  return {...score(scored), ms, kinds: ''}
}

/** Without figures: it was stopped. */
function row(mix, who, {noise, precision, recall, labels, kinds, ms}) {
  const figures =
    noise === undefined
      ? ['–', '–', '–', '–', '–', `> ${ms.toFixed(0)}`]
      : [
          noise,
          precision.toFixed(4),
          recall.toFixed(4),
          labels,
          kinds,
          ms.toFixed(0)
        ]
  console.log(`| ${[mix, who, ...figures].join(' | ')} |`)
}
