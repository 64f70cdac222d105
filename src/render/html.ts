/**
 * Stage: Consolidation → one self-contained page of HTML.
 *
 * No script, no request to anywhere: the page reads the same from a disk, in
 * an archive and on a site.
 */
import type {Consolidation} from '../model.ts'
import {renderTemplate} from './templates.ts'
import {documentView} from './view.ts'

/** Renders the page from `templates/page.hbs`; throws a TemplateError when a template is broken. */
export function renderPage(
  c: Consolidation,
  templates: ReadonlyMap<string, string>
): string {
  return `${renderTemplate(templates, 'page', documentView(c, 'page'))}\n`
}
