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
import {baseName, type Imported, readRecord} from '../import/record.ts'
import type {StoredCache} from '../import/stored.ts'
import type {IsoDate, Regeling, SourceTree} from '../model.ts'
import {compareText} from '../time/order.ts'
import {type Compiled, compile} from './compile.ts'
import {type LaidFile, layOut, textIn, withFiles} from './import-files.ts'
import {saysTheSame} from './import-proof.ts'
import {refusalFor} from './import-refusal.ts'
import {type Proved, proveText} from './import-stages.ts'
import {lessTrust, trustFor} from './import-trust.ts'
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

/** Plan, compile, and where there is a fout, or another text would read otherwise, believe fewer days. */
function planSoundly(
  own: SourceTree,
  request: ImportRequest
): Planned | {readonly refusal: string} {
  const cache: StoredCache = new Map()
  let trust: Trust | undefined = trustFor(request)
  let why = ''
  for (let round = 1; trust; round++) {
    let plan = planImport(request, trust, cache)
    if (trust.hasHorizon && plan.outlived.size > 0) {
      trust = {...trust, unended: plan.outlived}
      plan = planImport(request, trust, cache)
    }
    const files = layOut(own, plan.files)
    if (typeof files === 'string') return {refusal: files}
    const compiled = compile(withFiles(own, files))
    const isAdding = request.existing !== undefined
    const less = lessTrust(trust, compiled, {round, isAdding})
    const misfit = misfitIn(compiled, request) ?? revivalIn(plan, request)
    const isLast = !less && !request.existing
    if (misfit === undefined || isLast) return {plan, files, compiled}
    why = misfit
    trust = less
  }
  return {refusal: unfit(own, request, why)}
}

/** What keeps a plan from being laid down; nothing when nothing does. */
function misfitIn(
  {findings, corpus}: Compiled,
  {existing, texts}: ImportRequest
): string | undefined {
  const fout = findings.find(({severity}) => severity === 'fout')
  if (fout) return fout.message
  const [regeling] = corpus.regelingen
  const day = regeling && existing && changedDay(existing, regeling, texts)
  return day && `De al ingelezen tekst van ${day} zou anders luiden`
}

/** What lapsed and came back must have two folders, and has one already. */
function revivalIn(
  {revived}: ImportPlan,
  {existing}: ImportRequest
): string | undefined {
  const [unit] = [...revived].toSorted(compareText)
  return existing && unit !== undefined
    ? `\`${unit}\` is volgens deze tekst vervallen en komt later terug; dan is dat een nieuwe bepaling met een eigen map, maar de latere tekst staat al in dezelfde`
    : undefined
}

/** What stands there is not written anew: its folders and names may be cited already. */
function unfit(
  {folder}: SourceTree,
  {id, texts, existing}: ImportRequest,
  why: string
): string {
  const all = [
    ...(existing?.records ?? []),
    ...texts.map(({day, text}) => ({day, bestand: baseName(text.file)}))
  ]
  const files = all
    .toSorted((a, b) => compareText(a.day, b.day))
    .map(({bestand}) => bestand)
  const days = texts.map(({day}) => day).toSorted(compareText)
  return `De tekst van ${days.join(', ')} past niet bij wat al in \`${folder}/${id}\` staat, en dat wordt niet herschreven; er is niets gewijzigd. Lees alle dagen in één opdracht in onder een andere naam, vanuit de map met die bestanden; neem over wat in \`${folder}/${id}\` zelf is ingevuld, en haal daarna die map weg: \`cao import ${files.join(' ')} --dates --name ${id}-2\`. Wat niet past: ${why}`
}
