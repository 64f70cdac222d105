/**
 * Findings as SARIF 2.1.0, which editors and code hosts read.
 *
 * Kernel. Addresses are relative and use `/`; columns are UTF-16 code units,
 * as everywhere in caoc. The same findings give the same bytes.
 */
import type {Finding} from './reporter.ts'
import type {RulePage} from './rule-page.ts'

/** What a SARIF log is made of. */
export interface SarifInput {
  readonly findings: readonly Finding[]
  /** Every rule, in order of id, each also as plain text. */
  readonly pages: readonly (RulePage & {readonly text: string})[]
  /** Version of caoc. */
  readonly version: string
  /** The corpus folder as typed: what paths of findings begin with. */
  readonly folder: string
}

const levels = {fout: 'error', waarschuwing: 'warning'} as const

/** Write a log of one run, ending in one line feed. */
export function formatSarif(input: SarifInput): string {
  const {findings, pages, version, folder} = input
  const base = baseOf(folder)
  const ids = pages.map(({id}) => id)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'caoc',
            version,
            semanticVersion: version,
            language: 'nl',
            rules: pages.map(toRule)
          }
        },
        language: 'nl',
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {[base.id]: {description: {text: base.text}}},
        results: findings.map((finding) => toResult(finding, base, ids))
      }
    ]
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function toRule({
  id,
  severity,
  summary,
  text,
  markdown
}: SarifInput['pages'][number]): object {
  return {
    id,
    shortDescription: {text: summary},
    help: {text, markdown},
    defaultConfiguration: {level: levels[severity]}
  }
}

/** What relative addresses count from. */
interface Base {
  readonly id: string
  readonly text: string
  /** The corpus folder as typed, and the steps to it from the base. */
  readonly folder: string
  readonly steps: readonly string[]
}

/** A folder that lies elsewhere is the base itself: no log names a place on somebody's disk. */
function baseOf(folder: string): Base {
  const steps = folder
    .split(/[\\/]/u)
    .filter((step) => step !== '' && step !== '.')
  const isElsewhere =
    /^(?:[\\/]|[A-Za-z]:)/u.test(folder) || steps.includes('..')
  return isElsewhere
    ? {id: 'ARTICLES', text: 'De map van de verzameling', folder, steps: []}
    : {
        id: '%SRCROOT%',
        text: 'De map waarin de opdracht is gegeven',
        folder,
        steps
      }
}

function toResult(
  finding: Finding,
  base: Base,
  ids: readonly string[]
): object {
  const {rule, severity, message, note, fix} = finding
  const artifactLocation = {uri: uriOf(finding.path, base), uriBaseId: base.id}
  const region = regionOf(finding)
  const index = ids.indexOf(rule)
  return {
    ruleId: rule,
    ...(index >= 0 && {ruleIndex: index}),
    level: levels[severity],
    message: {
      text: escaped(note === undefined ? message : `${message} (${note})`)
    },
    locations: [{physicalLocation: {artifactLocation, region}}],
    ...(fix !== undefined && {
      fixes: [
        {
          description: {text: 'Herstel volgens `cao check --fix`'},
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                {deletedRegion: region, insertedContent: {text: fix}}
              ]
            }
          ]
        }
      ]
    })
  }
}

function regionOf({line, column, endLine, endColumn}: Finding): object {
  return {
    startLine: line,
    startColumn: column,
    ...(endLine !== undefined && {endLine}),
    ...(endColumn !== undefined && {endColumn})
  }
}

function uriOf(path: string, {folder, steps}: Base): string {
  const below = path === folder ? '' : path.slice(folder.length + 1)
  const uri = [...steps, ...below.split('/')].map(encodeURIComponent).join('/')
  return uri === '' ? './' : uri
}

/** Braces are placeholders in SARIF, and brackets before a parenthesis a link. */
function escaped(text: string): string {
  return text
    .replace(/[{}]/gu, '$&$&')
    .replace(/\[([^\]]*)\](?=\()/gu, '\\[$1\\]')
}
