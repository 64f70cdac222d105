/** Neighbouring days of real texts: how many words are marked, by caoc and by jsdiff. */
import {readSide} from './ours.mjs'
import {runPeer} from './peers.mjs'
import {unitText} from './show.mjs'

const {lawsFor} = await import('../../dist/citation/names.js')
const {compile, consolidateHashed} = await import('../../dist/index.js')
const {compare} = await import('../../dist/compare/compare.js')
const {linesOf} = await import('../../dist/compare/lines.js')
const {textOf, tokensOf} = await import('../../dist/compare/tokens.js')
const {nodeHost} = await import('../../dist/host/node.js')
const {dayBefore} = await import('../../dist/time/days.js')

/** Print a table of all neighbouring days of the regelingen below a folder; `show`: and each change. */
export function measureLaws(folder, {show}) {
  const {corpus} = compile(nodeHost().readCorpus(folder))
  console.log(
    '| regeling | van | naar | artikelen enz. gewijzigd | caoc | jsdiff | verhouding | ms | jsdiff ms |\n| - | - | - | -: | -: | -: | -: | -: | -: |'
  )
  for (const regeling of corpus.regelingen) {
    const laws = lawsFor(regeling, corpus.wetten)
    const days = daysOf(regeling)
    for (const [at, day] of days.slice(1).entries()) {
      measurePair(regeling, [days[at], day], {laws, show})
    }
  }
}

function daysOf({units}) {
  const named = units.flatMap(({versions}) =>
    versions.map(({geldig}) => geldig)
  )
  const days = named.filter((day) => /^\d/u.test(day)).toSorted()
  return days.length === 0 ? [] : [...new Set([dayBefore(days[0]), ...days])]
}

function measurePair(regeling, days, {laws, show}) {
  const [a, b] = days.map((day) => {
    const moment = {geldig: day, zicht: day}
    const {units} = consolidateHashed(regeling, moment)
    return {titel: regeling.id, moment, units}
  })
  const start = performance.now()
  const comparison = compare(a, b, {laws})
  const ms = performance.now() - start
  const marked = ['was', 'wordt']
    .map((side) => markedWords(readSide(comparison, side)))
    .reduce((sum, count) => sum + count)
  const peer = runPeer(flat(a.units), flat(b.units))
  console.log(
    `| ${[
      regeling.id,
      ...days,
      changedUnits(comparison.units),
      marked,
      peer.marked ?? '–',
      marked === 0 || peer.marked === undefined
        ? ''
        : (peer.marked / marked).toFixed(2),
      ms.toFixed(0),
      peer.marked === undefined ? `> ${peer.ms.toFixed(0)}` : peer.ms.toFixed(0)
    ].join(' | ')} |`
  )
  if (show) for (const unit of comparison.units) showUnit(unit)
}

function changedUnits(units) {
  return units.reduce(
    (sum, {kinds, toelichting, children}) =>
      sum +
      (kinds.length > 0 ? 1 : 0) +
      changedUnits(toelichting) +
      changedUnits(children),
    0
  )
}

function showUnit(unit) {
  const text = unitText(unit)
  if (text !== '') console.log(text)
  for (const one of [...unit.toelichting, ...unit.children]) showUnit(one)
}

/** Words of one side of which a character was marked. */
function markedWords({text, textMarks: marks}) {
  return [
    ...text.matchAll(/[\p{L}\p{N}]+(?:[.,:'’%-][\p{L}\p{N}]+)*/gu)
  ].filter(({index, 0: word}) =>
    marks.slice(index, index + word.length).some(Boolean)
  ).length
}

/** Headings, labels and words as one text. */
function flat(units) {
  return units
    .map(
      ({soort, nummer = '', opschrift = '', text, toelichting, children}) => {
        const lines = linesOf(text).map(({path, starts, content, rows}) => {
          const labels = path
            .slice(path.length - starts)
            .map(({label}) => label)
          const cells = rows.map((row) => row.cells.map(plain).join(' | '))
          return [...labels, plain(content), ...cells].join(' ')
        })
        const head = `${soort} ${nummer} ${opschrift}`
        return [head, ...lines, flat(toelichting), flat(children)].join('\n')
      }
    )
    .join('\n')
}

function plain(content) {
  return textOf(tokensOf(content))
}
