/**
 * What is told of an import, in the corpus itself: `NOTES.md` and a record a text.
 *
 * Stage. Long lists are cut short; `cao import --json` gives them whole.
 */
import type {ImportedText, LeftOut, Repair} from './imported.ts'
import type {Inserted} from './insert.ts'
import type {Imported} from './record.ts'

/** One text with what became of it. */
export interface Told {
  readonly record: Imported
  readonly text: ImportedText
  readonly inserted: Inserted
  /** What was decided in laying it down, beside what its reader mended. */
  readonly remarks: readonly Repair[]
}

const shown = 40
const longest = 160

/** The body of a record. */
export function recordBody({record, text, inserted, remarks}: Told): string {
  const {units, nieuw, gewijzigd, vervallen, vernummerd, verplaatst, versions} =
    inserted
  const repairs = [...text.repairs, ...remarks]
  return [
    `Overgenomen uit ${code(record.bestand)} (${text.format}): ${count(units, 'onderdeel', 'onderdelen')}; ${nieuw} nieuw, ${gewijzigd} gewijzigd, ${vervallen} vervallen, ${vernummerd} vernummerd, ${verplaatst} verplaatst; ${count(versions.length, 'versie', 'versies')}.`,
    ...list('Verbeterd', repairs.filter(({mended}) => mended).map(repairLine)),
    ...list(
      'Na te gaan',
      repairs.filter(({mended}) => !mended).map(repairLine)
    ),
    ...list('Niet overgenomen', leftOutLines(text.leftOut))
  ]
    .join('\n\n')
    .concat('\n')
}

/** The rows of some texts in the table of files. */
export function rowsOf(told: readonly Told[]): readonly string[] {
  return told.map(rowOf)
}

/** The notes of a new corpus. */
export function notesText(titel: string, told: readonly Told[]): string {
  const days = told.map(({record}) => record.day)
  const twice = days.filter((day, at) => days.indexOf(day) !== at)
  return [
    '# Verantwoording van deze verzameling',
    `De tekst van ${plain(titel)} is met \`cao import\` overgenomen uit de bestanden hieronder. Per tekst staat in de map \`import\` wat daarin is verbeterd, wat na te gaan is, en wat niet is overgenomen.`,
    [
      '| geldig | expressie | bestand | onderdelen | versies | SHA-256 (begin) |',
      '| - | - | - | - | - | - |',
      ...rowsOf(told)
    ].join('\n'),
    'Wat in de eerste tekst stond, staat in `begin.md`: sinds wanneer het gold, zegt de bron niet. De dag in de naam van een latere versie is de dag die de bron voor die bepaling noemt, of anders de dag van de eerste tekst waarin de wijziging te zien is; de wijziging zelf kan dan van eerder zijn.',
    'Een wijziging waarvan de bron niet zegt wanneer zij bekend werd, heeft `bekend: onbekend`. Een wijziging die `import-…` heet, is nog aan te vullen: vul `onderwerp`, `datum` en `bekend` in als die bekend zijn, in welke volgorde ook. Zij telt mee vanaf de dag waarop alles bekend was wat bij `bekend-na` staat; is ook daarvan geen dag bekend, dan bij elke stand van kennis. Vul in `regeling.md` bij `bijgewerkt-tot` in tot en met welke dag wijzigingen zijn opgenomen, als dat bekend is.',
    ...(twice.length > 0
      ? [
          `Van ${[...new Set(twice)].join(', ')} is er meer dan een tekst (expressie). Waar de bron zegt wanneer een wijziging bekend werd of in werking trad, verschillen zij in zicht; anders zegt \`volgorde\` welke telt: die van de laatste expressie.`
        ]
      : [])
  ]
    .join('\n\n')
    .concat('\n')
}

function count(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`
}

function rowOf({
  record: {day, expression, bestand, sha256},
  inserted: {units, versions}
}: Told): string {
  return `| ${day} | ${expression > 0 ? expression : ''} | ${code(bestand)} | ${units} | ${versions.length} | ${code(sha256.slice(0, 12))} |`
}

/** Notes with rows for more texts, each before the first of a later day; the same notes where their table is gone. */
export function withRows(notes: string, rows: readonly string[]): string {
  const eol = notes.includes('\r\n') ? '\r\n' : '\n'
  const lines = notes.split(/\r?\n/u)
  const isRow = (line: string): boolean => /^\| \d{4}-\d\d-\d\d \|/u.test(line)
  for (const row of rows) {
    const later = lines.findIndex((line) => isRow(line) && line > row)
    const at = later < 0 ? lines.findLastIndex(isRow) + 1 : later
    if (at > 0) lines.splice(at, 0, row)
  }
  return lines.join(eol)
}

function list(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const rest = lines.length - shown
  return [
    `## ${title} (${lines.length})`,
    [
      ...lines.slice(0, shown).map((line) => `– ${line}`),
      ...(rest > 0 ? [`– en ${rest} andere`] : [])
    ].join('\n')
  ]
}

function repairLine({place, kind, message}: Repair): string {
  return `regel ${place.line}: ${plain(message)} (${kind})`
}

/** By reason: how often, how many characters, and the first of them. */
function leftOutLines(leftOut: readonly LeftOut[]): readonly string[] {
  const reasons = new Map<string, LeftOut[]>()
  for (const one of leftOut) {
    const group = reasons.get(one.reason)
    if (group) group.push(one)
    else reasons.set(one.reason, [one])
  }
  return [...reasons].map(([reason, group]) => {
    const letters = group.reduce(
      (sum, {text}) => sum + text.replace(/\s/gu, '').length,
      0
    )
    const first = group[0]?.text.replace(/\s+/gu, ' ').trim() ?? ''
    return `${plain(reason)}: ${group.length} keer, ${count(letters, 'teken', 'tekens')}; de eerste: ${code(first)}`
  })
}

function code(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text
  return `\`${short.replace(/`/gu, "'")}\``
}

/** Not meant as Markdown. */
function plain(text: string): string {
  return text.replace(/[\\*_[\]<>#|]/gu, '\\$&').replace(/\s+/gu, ' ')
}
