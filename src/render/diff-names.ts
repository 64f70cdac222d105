/**
 * Stage: changes → the Dutch names by which outputs call what they are about.
 */
import type {Address} from '../citation/address.ts'
import {writeAddress} from '../citation/write.ts'
import type {
  Change,
  Line,
  Run,
  Side,
  UnitChange,
  UnitHead,
  UnitName
} from '../comparison.ts'
import {defined} from '../defined.ts'

/** What a change is about, on one side: `artikel 3:4, tweede lid`; nothing where it is not there. */
function placeName(change: Change, side: Side): string | undefined {
  const address = change[side]
  if (!address) return undefined
  const last = side === 'was' ? change.wasTot : change.wordtTot
  const part = change.part === undefined ? '' : `, ${change.part}`
  const name = `${nameOf(address, change, side)}${part}`
  return last ? rangeName(name, last, change.lines.length) : name
}

/** `tweede en derde lid`, `onderdelen b tot en met d`. */
function rangeName(first: string, {pad}: Address, count: number): string {
  const step = pad.at(-1)
  const last = writeAddress({eenheid: [], pad: step ? [step] : []})
  const front = first.replace(/(?<=de|ste) lid$/u, '')
  const several = front.replace(/onderdeel (?=\S+$)/u, 'onderdelen ')
  const between = count === 2 ? 'en' : 'tot en met'
  return `${several} ${between} ${last.replace(/^onderdeel /u, '')}`
}

/** What a change is about: one name, or `was → wordt` where they differ. */
export function changeName(change: Change): string {
  const [was, wordt] = [placeName(change, 'was'), placeName(change, 'wordt')]
  if (was === undefined || wordt === undefined || was === wordt) {
    return wordt ?? was ?? ''
  }
  return `${was} → ${wordt}`
}

/** What the law gives no number is called by its opschrift. */
function nameOf(address: Address, change: Change, side: Side): string {
  const {unit} = change
  const head = unit[side] ?? unit.other
  const isNamed = address.eenheid.at(-1)?.nummer !== undefined
  const words = writeAddress(address)
  return isNamed || head?.opschrift === undefined || address.pad.length > 0
    ? words
    : `${words} “${head.opschrift}”`
}

/** A unit by itself: `artikel 3:4`, `toelichting op artikel 3:4`. */
export function unitName({soort, nummer, owner}: UnitName): string {
  const own = {soort, ...defined({nummer})}
  const eenheid = owner ? [{...owner}, own] : [own]
  const name = writeAddress({eenheid, pad: []})
  return name === '' ? soort : name
}

/** The labels that begin at a line, outermost first: `2. a.`. */
export function ownLabel({path, starts}: Line): string {
  return path
    .slice(path.length - starts)
    .map(({type, label, laag}) => {
      if (type === 'noot') return `[${label}]`
      if (type === 'citaat') return '>'
      return laag === undefined ? label : `${label} (${laag})`
    })
    .join(' ')
}

/** The heading of a unit as runs: its name and marks, which change as a whole, and the words of its opschrift. */
export function headRuns(unit: UnitChange): readonly Run[] {
  const {was, wordt} = unit
  const opschrift = opschriftRuns(unit)
  const [old, now] = [was && headName(was), wordt && headName(wordt)]
  const has = (side: Side): boolean =>
    opschrift.some(({op}) => op !== (side === 'was' ? 'added' : 'removed'))
  const colon = (side: Side): string =>
    has(side) && (side === 'was' ? was : wordt)?.nummer === undefined ? ':' : ''
  const space = (side: Side): string => (has(side) ? ' ' : '')
  return [
    ...replacedRuns(
      old && `${old.name}${colon('was')}`,
      now && `${now.name}${colon('wordt')}`
    ),
    ...replacedRuns(old && space('was'), now && space('wordt')),
    ...opschrift,
    ...replacedRuns(old?.mark && ` ${old.mark}`, now?.mark && ` ${now.mark}`)
  ]
}

/** In the place that a unit left it goes as a whole, and in the one where it came it comes. */
function opschriftRuns({was, wordt, opschrift}: UnitChange): readonly Run[] {
  if (was && wordt) return opschrift
  const [gone, op] = wordt
    ? (['removed', 'added'] as const)
    : (['added', 'removed'] as const)
  return opschrift.filter((run) => run.op !== gone).map((run) => ({...run, op}))
}

function replacedRuns(was = '', wordt = ''): readonly Run[] {
  const run = {type: 'text', was: [], wordt: []} as const
  if (was === wordt) return was === '' ? [] : [{...run, op: 'same', text: was}]
  return [
    ...(was === '' ? [] : [{...run, op: 'removed' as const, text: was}]),
    ...(wordt === '' ? [] : [{...run, op: 'added' as const, text: wordt}])
  ]
}

/** The heading of a unit on one side: `Artikel 3:4`, with its marks; the opschrift apart. */
function headName(head: UnitHead): {
  readonly name: string
  readonly mark: string
} {
  const name = unitName(head)
  const marks = [
    head.laag === 'UWO' ? '(UWO)' : '',
    head.state === 'vervallen' ? '(vervallen)' : ''
  ]
  return {
    name: name.slice(0, 1).toUpperCase() + name.slice(1),
    mark: marks.filter((mark) => mark !== '').join(' ')
  }
}
