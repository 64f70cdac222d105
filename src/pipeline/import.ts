/**
 * Joint: imported texts and the corpus as it is → files that may be laid down, with their proof.
 *
 * What is planned is compiled before it is given out. Where days that the
 * source gives do not fit together the rules of the corpus say so, and those
 * days are left out; then what stands there has no fout by this import.
 */
import {type Finding, hasErrors} from '../diagnostics/reporter.ts'
import {
  type DatedText,
  type Existing,
  type ImportPlan,
  type ImportRequest,
  planImport,
  positionOf,
  type Trust
} from '../import/plan.ts'
import {type Imported, readRecord} from '../import/record.ts'
import type {StoredCache} from '../import/stored.ts'
import type {IsoDate, Regeling, SourceTree} from '../model.ts'
import {type Compiled, compile} from './compile.ts'
import {type LaidFile, layOut, textIn, withFiles} from './import-files.ts'
import {saysTheSame} from './import-proof.ts'
import {refusalFor} from './import-refusal.ts'
import {type Proved, proveText} from './import-stages.ts'
import {distrustedBy} from './import-trust.ts'
import {locksOf} from './lock.ts'

/** What an import comes to. */
export type ImportOutcome =
  | {readonly refusal: string}
  | {
      readonly refusal?: undefined
      readonly files: readonly LaidFile[]
      readonly proved: readonly Proved[]
      /** Texts that were read already, and bring nothing. */
      readonly known: readonly string[]
      /** How many texts were read before, which all still read as they did. */
      readonly kept: number
      /** What `cao check` says of the regeling afterwards. */
      readonly findings: readonly Finding[]
    }

const all = '9999-12-31' as IsoDate

/** Import texts into the corpus that a folder holds. */
export function importTexts(
  tree: SourceTree,
  request: Omit<ImportRequest, 'existing'>
): ImportOutcome {
  const own = ownFiles(tree, request.id)
  const records = recordsIn(own, request.id)
  const refusal = refusalFor(request, own, records)
  if (refusal !== undefined) return {refusal}
  const isKnown = ({sha256, ...dated}: DatedText): boolean => {
    const {day, expression} = positionOf({sha256, ...dated})
    return records.some(
      (one) => one.day === day && one.expression === expression
    )
  }
  const known = request.texts.filter(isKnown).map(({text}) => text.file)
  const texts = request.texts.filter((dated) => !isKnown(dated))
  if (texts.length === 0) {
    return {files: [], proved: [], known, kept: records.length, findings: []}
  }
  const existing =
    own.files.length > 0 ? openExisting(own, request.id, records) : undefined
  if (typeof existing === 'string') return {refusal: existing}
  const planned = planSoundly(own, {
    ...request,
    texts,
    ...(existing && {existing})
  })
  if ('refusal' in planned) return planned
  const {plan, files, compiled} = planned
  const [regeling] = compiled.corpus.regelingen
  const changed = regeling && existing && changedDay(existing, regeling, texts)
  if (changed !== undefined) {
    return {
      refusal: `Met deze tekst zou de al ingelezen tekst van ${changed} anders luiden; er is niets gewijzigd. Lees alle dagen samen in, onder een andere naam (\`--name\`)`
    }
  }
  return {
    files,
    known,
    kept: existing?.records.length ?? 0,
    findings: compiled.findings,
    proved: regeling
      ? plan.told.map((told, at) =>
          proveText(told, plan.told.slice(at + 1), regeling)
        )
      : []
  }
}

/** A day of which the text was read before, and would now read otherwise. */
function changedDay(
  {regeling, records}: Existing,
  now: Regeling,
  texts: readonly DatedText[]
): IsoDate | undefined {
  const fresh = new Set(texts.map(({day}) => day))
  return records
    .map(({day}) => day)
    .filter((day) => !fresh.has(day))
    .find((day) => !saysTheSame(regeling, now, {geldig: day, zicht: all}))
}

function ownFiles(tree: SourceTree, id: string): SourceTree {
  const isOwn = (path: string): boolean => path.startsWith(`${id}/`)
  return {
    folder: tree.folder,
    files: tree.files.filter(({path}) => isOwn(path)),
    folders: tree.folders.filter(isOwn)
  }
}

function recordsIn({files}: SourceTree, id: string): readonly Imported[] {
  return files.flatMap((file) => {
    if (!file.path.startsWith(`${id}/import/`)) return []
    return readRecord(textIn(file) ?? '') ?? []
  })
}

/** The corpus of an earlier import; a sentence when nothing can be built on it. */
function openExisting(
  own: SourceTree,
  id: string,
  records: readonly Imported[]
): Existing | string {
  const {corpus, findings} = compile(own)
  const [regeling] = corpus.regelingen
  if (!regeling || hasErrors(findings)) {
    return `In \`${own.folder}/${id}\` staan fouten, en daarop wordt niet voortgebouwd; \`cao check\` zegt welke`
  }
  const lock = locksOf(own).get(id)
  if (lock === 'unreadable') {
    return `\`${own.folder}/${id}/lock.json\` is niet te lezen; \`cao check\` zegt wat eraan mankeert`
  }
  return {regeling, records, locked: new Set(lock?.keys() ?? [])}
}

interface Planned {
  readonly plan: ImportPlan
  readonly files: readonly LaidFile[]
  readonly compiled: Compiled
}

/** Plan, compile, and where there is a fout believe fewer days. */
function planSoundly(
  own: SourceTree,
  request: ImportRequest
): Planned | {readonly refusal: string} {
  const cache: StoredCache = new Map()
  let trust: Trust | undefined = {
    ...fullTrust,
    hasHorizon: request.horizon === true
  }
  let first: Finding | undefined
  for (let round = 1; trust; round++) {
    let plan = planImport(request, trust, cache)
    if (trust.hasHorizon && plan.outlived.size > 0) {
      trust = {...trust, unended: plan.outlived}
      plan = planImport(request, trust, cache)
    }
    const files = layOut(own, plan.files)
    if (typeof files === 'string') return {refusal: files}
    const compiled = compile(withFiles(own, files))
    const less = lessTrust(trust, compiled, round)
    const isSound = !hasErrors(compiled.findings)
    if (isSound || (!less && !request.existing)) return {plan, files, compiled}
    first = compiled.findings.find(({severity}) => severity === 'fout')
    trust = less
  }
  return {refusal: unfit(own, request, first)}
}

const fullTrust: Trust = {
  isTrusting: true,
  isRestating: false,
  hasHorizon: false,
  unended: new Set(),
  distrusted: new Set()
}
/** How often the days of some more wijzigingen are given up, before those of all are. */
const maxRounds = 6

/** Believe less: not the days of lapse, not the days of what is in a fout, then no days, then none and say again what has a known day; nothing after that. */
function lessTrust(
  trust: Trust,
  {findings, corpus}: Compiled,
  round: number
): Trust | undefined {
  const {isTrusting, isRestating, hasHorizon, distrusted} = trust
  if (hasHorizon) return {...trust, hasHorizon: false}
  if (isTrusting) {
    const more = distrustedBy(findings, corpus.regelingen[0])
    const all = new Set([...distrusted, ...more])
    const hasMore = all.size > distrusted.size && round < maxRounds
    return {...trust, isTrusting: hasMore, distrusted: all}
  }
  return isRestating ? undefined : {...trust, isRestating: true}
}

function unfit(
  {folder}: SourceTree,
  {id}: ImportRequest,
  first: Finding | undefined
): string {
  const why = first ? ` Het eerste dat niet past: ${first.message}` : ''
  return `Deze tekst past niet bij wat al in \`${folder}/${id}\` staat; er is niets gewijzigd. Lees alle dagen samen in, onder een andere naam (\`--name\`).${why}`
}
