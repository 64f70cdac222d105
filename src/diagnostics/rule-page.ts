/**
 * A page of `docs/rules/` → what programs say of its rule.
 *
 * Kernel. The form of a page is told in `docs/rules/README.md`; a test holds
 * every page to it.
 */

/** A rule as its page describes it. */
export interface RulePage {
  readonly id: string
  readonly severity: 'fout' | 'waarschuwing'
  /** One sentence. */
  readonly summary: string
  readonly markdown: string
}

/** Read one page; `id` is the name of its file. */
export function readRulePage(id: string, markdown: string): RulePage {
  const [, severity = '', summary = ''] = markdown.split(/\r?\n(?:\r?\n)+/u)
  return {
    id,
    severity: severity.includes('waarschuwing') ? 'waarschuwing' : 'fout',
    summary: summary.replace(/\s+/gu, ' ').trim(),
    markdown
  }
}
