/** Headings inside a text: where none can stand, with one `#`, or skipping a level. */
import type {Heading} from 'mdast'
import type {Extra, Report, RuleHead} from '../../diagnostics/report.ts'
import type {ParseOptions} from '../tree.ts'
import {span, startOf} from './place.ts'

const rule: RuleHead = {id: 'heading', severity: 'fout'}
const level: RuleHead = {id: 'heading-level', severity: 'waarschuwing'}

/** Report those of a text's headings, in order, that cannot stand as they are. */
export function inspectHeadings(
  found: readonly Heading[],
  {headings}: ParseOptions,
  report: Report
): void {
  const mayGoDown = found.every(({depth}) => depth !== 2)
  let above = 1
  for (const node of found) {
    if (!headings) {
      const reason =
        'Een tussenkop kan hier niet; het opschrift staat bovenaan bij `opschrift`'
      report(rule, startOf(node), reason)
    } else if (node.depth === 1) {
      const reason = 'Begin een tussenkop met `##`, niet met `#`'
      const extra: Extra = mayGoDown ? {fix: '##'} : {}
      report(rule, markOf(node), reason, extra)
    } else if (node.depth > above + 1) {
      report(level, markOf(node), skipReason(node, above))
    }
    above = Math.max(2, node.depth)
  }
}

function skipReason({depth}: Heading, above: number): string {
  const mark = '#'.repeat(depth)
  const wanted = '#'.repeat(above + 1)
  return above === 1
    ? `De eerste tussenkop begint met \`${mark}\`; begin hem met \`##\``
    : `Op een tussenkop met \`${'#'.repeat(above)}\` volgt er een met \`${mark}\`; schrijf \`${wanted}\`, of zet de kop ertussen`
}

/** The run of `#` that a heading begins with. */
function markOf(node: Heading) {
  const {line, column} = startOf(node)
  return span(line, column - 1, node.depth)
}
