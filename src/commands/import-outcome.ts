/** What `cao import` tells: per file what became of it, then the proof. */
import {formatFindings, hasErrors} from '../diagnostics/reporter.ts'
import type {Host} from '../host/host.ts'
import type {ImportedText, Repair} from '../import/imported.ts'
import type {Account} from '../import/read/account.ts'
import type {IsoDate} from '../model.ts'
import type {ImportOutcome} from '../pipeline/import.ts'
import type {LaidFile} from '../pipeline/import-files.ts'
import type {Proved} from '../pipeline/import-stages.ts'
import type {Call, ExitCode} from './command.ts'

/** A file that was read. */
export interface ReadFile {
  readonly path: string
  readonly text: ImportedText
  readonly account: Account
  readonly day: IsoDate
  readonly sha256: string
}

/** One regeling that was imported. */
export interface Done {
  readonly id: string
  readonly group: readonly ReadFile[]
  readonly outcome: Exclude<ImportOutcome, {readonly refusal: string}>
}

interface Outcome {
  readonly folder: string
  readonly done: readonly Done[]
  readonly isDry: boolean
}

const shown = 5

/** Tell all, and say how the command ends. */
export function tellImport(call: Call, host: Host, outcome: Outcome): ExitCode {
  if (call.values.json === true) {
    host.print(`${JSON.stringify(toJson(outcome), null, 2)}\n`)
  } else {
    for (const one of outcome.done) tellOne(host, one, outcome)
  }
  const isSound = outcome.done.every(
    ({group, outcome: {proved, findings}}) =>
      group.every(({account}) => account.balanced) &&
      proved.every(({proof, back}) =>
        [{proof}, ...back].every((one) => one.proof.differences.length === 0)
      ) &&
      !hasErrors(findings)
  )
  return isSound ? 0 : 1
}

function tellOne(
  host: Host,
  {id, group, outcome: {files, proved, known, kept, findings}}: Done,
  {folder, isDry}: Outcome
): void {
  const place = `${folder}/${id}`
  const verb = isDry ? 'zouden komen' : 'neergelegd'
  host.print(
    `${place}: ${count(files.filter(({was}) => was === undefined).length, 'bestand', 'bestanden')} ${verb}\n`
  )
  for (const file of files) tellChanged(host, file, place)
  for (const file of known)
    host.print(`  ${file}: al ingelezen, niets toegevoegd\n`)
  for (const one of proved) tellText(host, one, group, place)
  if (kept > 0 && proved.length > 0) {
    host.print(
      `\n${kept === 1 ? 'De al ingelezen tekst luidt' : `De ${kept} al ingelezen teksten luiden`} nog als voorheen\n`
    )
  }
  if (findings.length > 0) {
    host.printError(`Hierna meldt \`cao check\`:\n${formatFindings(findings)}`)
  }
}

function tellChanged(
  host: Host,
  {path, text, was}: LaidFile,
  place: string
): void {
  if (was === undefined) return
  const below = path.slice(path.indexOf('/'))
  if (text === undefined || below.endsWith('/begin.md')) {
    const verb = text === undefined ? 'verplaatst' : 'gewijzigd'
    const kept = below.endsWith('/begin.md')
      ? 'wat er stond, staat bij de dag van zijn eigen tekst'
      : 'naar de nieuwe map van deze bepaling, die weg was en terugkomt'
    host.print(`  ${verb}: ${place}${below} (${kept})\n`)
    return
  }
  const what =
    below === '/NOTES.md'
      ? 'alleen de lijst van bestanden'
      : below.startsWith('/wijzigingen/')
        ? 'alleen `bekend-na`, want er komt een wijziging tussen'
        : 'alleen `basis`, want er komt een versie tussen'
  host.print(`  gewijzigd: ${place}${below} (${what})\n`)
}

function tellText(
  host: Host,
  {told: {record, text, inserted, remarks}, proof, zicht, back}: Proved,
  group: readonly ReadFile[],
  place: string
): void {
  const file = group.find((one) => one.text.file === text.file)
  const repairs = [...text.repairs, ...remarks]
  const open = repairs.filter(({mended}) => !mended)
  const expression =
    record.expression > 0 ? ` (expressie ${record.expression})` : ''
  host.print(`\n${record.day}${expression}  ${text.file}\n`)
  host.print(
    `  ${count(inserted.units, 'onderdeel', 'onderdelen')}: ${inserted.nieuw} nieuw, ${inserted.gewijzigd} gewijzigd, ${inserted.vervallen} vervallen, ${inserted.vernummerd} vernummerd, ${inserted.verplaatst} verplaatst; ${count(inserted.versions.length, 'versie', 'versies')}\n`
  )
  if (file) host.print(`  ${accountLine(file.account)}\n`)
  host.print(
    `  ${repairs.length - open.length} verbeterd, ${open.length} na te gaan${repairs.length > 0 ? `; zie ${place}/import/${record.day}${record.expression > 0 ? `-${record.expression}` : ''}.md` : ''}\n`
  )
  for (const repair of open.slice(0, shown))
    host.print(`    ${repairLine(repair)}\n`)
  if (open.length > shown) host.print(`    en ${open.length - shown} andere\n`)
  tellProof(host, 'bewijs', {proof, zicht})
  for (const one of back) {
    const since = one.inwerking === undefined ? '' : ` vanaf ${one.inwerking}`
    tellProof(host, `bewijs met terugwerkende kracht${since}`, one)
  }
}

function tellProof(
  host: Host,
  title: string,
  {proof: {differences, lines}, zicht}: Pick<Proved, 'proof' | 'zicht'>
): void {
  if (differences.length === 0) {
    host.print(`  ${title}: gelijk, ${lines} regels${zichtWords(zicht)}\n`)
    return
  }
  host.print(
    `  ${title}: ${count(differences.length, 'verschil', 'verschillen')} in ${lines} regels${zichtWords(zicht)}\n`
  )
  for (const {place: where, source, corpus} of differences) {
    host.print(
      `    ${where}\n      bron:        ${oneLine(source)}\n      verzameling: ${oneLine(corpus)}\n`
    )
  }
}

function zichtWords(zicht: Proved['zicht']): string {
  if (zicht === 'alle') return ''
  return zicht === 'zonder'
    ? ' (zonder wat latere expressies van die dag brachten)'
    : ` (naar wat op ${zicht} bekend was)`
}

function accountLine({
  characters,
  leftOut,
  balanced,
  difference
}: Account): string {
  const kept = characters - leftOut
  const sum = `${characters} tekens = ${kept} overgenomen + ${leftOut} niet overgenomen`
  if (balanced) return sum
  const where = difference
    ? `; op regel ${difference.place.line} staat \`${oneLine(difference.source)}\`, en overgenomen is \`${oneLine(difference.text)}\``
    : ''
  return `${sum}, maar dat klopt niet${where}`
}

function repairLine({place: {line}, message, kind}: Repair): string {
  return `regel ${line}: ${oneLine(message)} [${kind}]`
}

function oneLine(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim()
  return plain.length > 300 ? `${plain.slice(0, 300)}…` : plain
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`
}

function toJson({folder, done, isDry}: Outcome) {
  return {
    schema: 'caoc/import/1',
    dryRun: isDry,
    regelingen: done.map(
      ({id, group, outcome: {files, proved, known, findings}}) => ({
        id,
        files: files.map((file) => fileJson(folder, file)),
        known,
        texts: proved.map((one) => textJson(one, group)),
        findings
      })
    )
  }
}

function fileJson(folder: string, {path, text, was}: LaidFile) {
  const change = was === undefined ? 'new' : 'changed'
  return {
    path: `${folder}/${path}`,
    change: text === undefined ? 'removed' : change
  }
}

function textJson(
  {told: {record, text, inserted, remarks}, proof, zicht, back}: Proved,
  group: readonly ReadFile[]
) {
  const {versions, at: _, ...counts} = inserted
  return {
    file: text.file,
    format: text.format,
    geldig: record.day,
    expression: record.expression,
    sha256: record.sha256,
    ...counts,
    versions: versions.length,
    account: group.find((one) => one.text.file === text.file)?.account,
    repairs: [...text.repairs, ...remarks],
    leftOut: text.leftOut,
    proof: {zicht, ...proof},
    back: back.map(({proof: own, ...rest}) => ({...rest, ...own}))
  }
}
