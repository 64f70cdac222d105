/**
 * Units with their lives → the files of a corpus, in house form.
 *
 * Stage. Only what is not there yet; of what is there at most one line
 * changes, the `basis` of a version that follows a new one. A text from before
 * the first one takes its place in `begin.md`; what stood there gets its day.
 */
import {Document, isScalar, visit, YAMLSeq} from 'yaml'
import {defined} from '../defined.ts'
import type {IsoDate, UnitId} from '../model.ts'
import {compareText} from '../time/order.ts'
import {isBare} from '../time/siblings.ts'
import type {Decision, Life, Step, Work} from './lives.ts'

/** One file to lay down; with `key` a file that is there and says something else there, with `rows` notes that tell of more texts. */
export type CorpusFile =
  | Written
  | Moved
  | Reworded
  | {readonly path: string; readonly rows: readonly string[]}

/** A file with its text; only one that `replaces` may be there already. */
export interface Written {
  readonly path: string
  readonly text: string
  readonly replaces?: true
}

/** A file with the text of another, which goes away unless something takes its place; its head names a basis, or none. */
export interface Moved {
  readonly path: string
  readonly from: string
  readonly basis?: string
}

/** A file that is there, of whose head one line changes. */
export interface Reworded {
  readonly path: string
  readonly key: 'basis' | 'bekend-na'
  /** As written. */
  readonly value: string
}

type Value = string | number | boolean | undefined | readonly string[]

/** A head in the order given, without what is absent, and a body behind it. */
export function fileText(
  head: Readonly<Record<string, Value | object>>,
  body = ''
): string {
  const given = defined(head)
  if (Object.keys(given).length === 0) {
    return `---\n---\n${body === '' ? '' : `\n${body}`}`
  }
  const document = new Document(given)
  visit(document, {
    Pair(_, {key, value}) {
      const isNummer = isScalar(key) && key.value === 'nummer'
      // `1:2` and `10` are numbers to other readers of YAML.
      if (isNummer && isScalar(value) && /\d/u.test(String(value.value))) {
        value.type = 'QUOTE_SINGLE'
      }
    }
  })
  const lines = document.toString({lineWidth: 0, singleQuote: true})
  const front = `---\n${lines}---\n`
  return body === '' ? front : `${front}\n${body}`
}

/** Every new or changed file of units and wijzigingen, in order of path. */
export function filesOf(
  regeling: string,
  {lives, decisions}: Work
): readonly CorpusFile[] {
  const letters = lettersOf([...lives.values()], decisions)
  const units = [...lives.values()].flatMap((life) => {
    const folder = `${regeling}/${folderOf(life, lives)}`
    return life.steps.flatMap((step) => stepFile(life, step, {folder, letters}))
  })
  const brought = new Set(
    [...lives.values()].flatMap(({steps}) =>
      steps.flatMap(({wijzigingen}) => wijzigingen)
    )
  )
  const own = [...decisions.values()].flatMap(
    (decision): readonly CorpusFile[] => {
      const {id, isNew, isRebased, bekendNa} = decision
      const path = `${regeling}/wijzigingen/${id}.md`
      const value = listed(bekendNa)
      if (isRebased && value) return [{path, key: 'bekend-na', value}]
      return isNew && brought.has(id)
        ? [{path, text: decisionText(decision, letters.get(id))}]
        : []
    }
  )
  return [...units, ...own].toSorted((a, b) => compareText(a.path, b.path))
}

/** Folder of a unit below that of the regeling: where it was born. */
function folderOf(
  {id, parent, soort}: Life,
  lives: ReadonlyMap<UnitId, Life>
): string {
  const around = lives.get(parent ?? '')
  const name = soort === 'toelichting' ? soort : id
  return around ? `${folderOf(around, lives)}/${name}` : name
}

/** For each wijziging with days of inwerking of its own, the letter of each of those days. */
type Letters = ReadonlyMap<string, ReadonlyMap<IsoDate | '', string>>

function lettersOf(
  lives: readonly Life[],
  decisions: ReadonlyMap<string, Decision>
): Letters {
  const days = new Map<string, Set<IsoDate | ''>>()
  for (const {wijzigingen, bringer, inwerking, path} of lives.flatMap(
    ({steps}) => steps
  )) {
    const id = bringer ?? wijzigingen[0] ?? ''
    const isNew = path === undefined && decisions.get(id)?.isNew
    if (!isNew) continue
    days.set(id, (days.get(id) ?? new Set()).add(inwerking ?? ''))
  }
  const lettered = [...days].filter(([, own]) => [...own].some(Boolean))
  return new Map(
    lettered.map(([id, own]) => [
      id,
      new Map(
        [...own]
          .toSorted(compareText)
          .map((day, at) => [day, String.fromCharCode(65 + at)] as const)
      )
    ])
  )
}

interface Where {
  readonly folder: string
  readonly letters: Letters
}

function stepFile(life: Life, step: Step, where: Where): readonly CorpusFile[] {
  const {path, isRebased, name, basis, movedFrom: from, replaces} = step
  const place = `${where.folder}/${name}.md`
  if (from !== undefined) return [{path: place, from, ...defined({basis})}]
  if (path === undefined) {
    const text = stepText(life, step, where)
    return [{path: place, text, ...defined({replaces})}]
  }
  return isRebased && basis !== undefined
    ? [{path, key: 'basis', value: basis}]
    : []
}

function stepText(
  {parent, soort}: Life,
  {state, wijzigingen, inwerking, basis}: Step,
  {letters}: Where
): string {
  const {nummer, opschrift, laag, tot, home, na, vervallen, body} = state
  const [id = '', ...more] = wijzigingen
  const onderdeel =
    more.length === 0 ? letters.get(id)?.get(inwerking ?? '') : undefined
  const head = {
    nummer: isBare(soort) ? undefined : (nummer ?? 'geen'),
    opschrift,
    onderdeel,
    basis,
    laag,
    tot,
    in: home === parent ? undefined : (home ?? '/'),
    na,
    vervallen: vervallen ? true : undefined,
    // The text is that of the source, and not what a replay would make of it.
    hand: more.length > 0 ? true : undefined
  }
  return fileText(head, body)
}

function decisionText(
  {id, bekend, bekendNa, volgorde, datum, publication, setBy, day}: Decision,
  letters: ReadonlyMap<IsoDate | '', string> | undefined
): string {
  const isPlaceholder = publication === undefined
  const onderdelen =
    letters &&
    Object.fromEntries(
      [...letters].map(([inwerking, letter]) => [
        letter,
        inwerking === '' ? {} : {inwerking}
      ])
    )
  const force = setBy === undefined ? '' : `, in werking volgens ${setBy}`
  return fileText({
    soort: 'besluit',
    kenmerk: publication,
    onderwerp: isPlaceholder
      ? `nog aan te vullen: wijziging overgenomen uit de tekst van ${day}${id === `import-${day}` ? '' : ` (${id})`}`
      : `wijziging volgens ${publication}${force}`,
    datum,
    bekend,
    'bekend-na': namesIn(bekendNa),
    onderdelen,
    volgorde: volgorde > 0 ? volgorde : undefined,
    bron: publication
  })
}

/** One name, or names in one line: so that a line is all that changes when another comes between. */
function namesIn(ids: readonly string[]): string | YAMLSeq | undefined {
  const [only, ...more] = ids
  if (only === undefined || more.length === 0) return only
  const list = new YAMLSeq<string>()
  list.flow = true
  list.items.push(...ids)
  return list
}

/** The same as it is written. */
function listed(ids: readonly string[]): string | undefined {
  return ids.length > 1 ? `[ ${ids.join(', ')} ]` : ids[0]
}

/** The text of a file whose head says something else at a key, or nothing; nothing where that line cannot be found for certain. */
export function withValue(
  text: string,
  {key, value}: Pick<Reworded, 'key'> & Partial<Pick<Reworded, 'value'>>
): string | undefined {
  const head = /^(\uFEFF?---\r?\n)([\s\S]*?)(---[ \t]*(?:\r?\n|$))/u.exec(text)
  if (!head) return undefined
  const [all, open = '', lines = '', close = ''] = head
  const line = new RegExp(`^${key}:[^\\r\\n]*`, 'gmu')
  const found = lines.match(line) ?? []
  // A list that goes on below the line is not ours.
  const isLong = found.some((one) => one === `${key}:`)
  if (found.length > 1 || isLong) return undefined
  const eol = open.endsWith('\r\n') ? '\r\n' : '\n'
  const said = value === undefined ? '' : `${key}: ${value}${eol}`
  const whole = new RegExp(`^${key}:[^\\r\\n]*\\r?\\n`, 'mu')
  const changed =
    found.length === 1 ? lines.replace(whole, said) : `${lines}${said}`
  return `${open}${changed}${close}${text.slice(all.length)}`
}
