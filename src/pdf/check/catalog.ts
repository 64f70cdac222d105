/** The catalog: language, tags, and what a file must not ask for. */
import {PDFBool, type PDFDict} from '@cantoo/pdf-lib'
import {dictIn, entry, itemsAt, nameOf, numberOf, textOf} from '../objects.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'

/** A tag of a language, as RFC 3066 writes it. */
export function isLanguage(text: string): boolean {
  return /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(text)
}

/** Check the catalog. */
export function checkCatalog(file: OpenFile, report: Report): void {
  const {catalog} = file.document
  const marks = dictIn(catalog, 'MarkInfo')
  if (entry(marks, 'Marked') !== PDFBool.True)
    report('6.7.2.2', 'Het bestand zegt niet dat het tags heeft')
  if (entry(marks, 'Suspects') === PDFBool.True)
    report('UA 7.1', 'Het bestand noemt zijn tags twijfelachtig')
  if (!isLanguage(textOf(entry(catalog, 'Lang')) ?? ''))
    report('6.7.4', 'Het bestand heeft geen taal')
  const viewer = dictIn(catalog, 'ViewerPreferences')
  if (entry(viewer, 'DisplayDocTitle') !== PDFBool.True)
    report('UA 7.1', 'De titel komt niet boven het venster')
  checkForbidden(catalog, report)
  checkForms(catalog, report)
  checkNames(file, report)
  checkLabels(catalog, report)
}

function checkForbidden(catalog: PDFDict, report: Report): void {
  for (const key of ['AA', 'Requirements', 'NeedsRendering', 'Perms']) {
    if (entry(catalog, key))
      report('6.1.12', `De catalogus heeft \`${key}\`; dat mag niet`)
  }
  const action = nameOf(entry(dictIn(catalog, 'OpenAction'), 'S'))
  if (action !== undefined && action !== 'GoTo')
    report('6.5.1', `Het bestand doet iets bij het openen: ${action}`)
  if (entry(catalog, 'OCProperties')) report('6.9', 'Het bestand heeft lagen')
}

function checkForms(catalog: PDFDict, report: Report): void {
  const form = dictIn(catalog, 'AcroForm')
  if (entry(form, 'XFA'))
    report('6.4.2', 'Het bestand bevat een formulier in XFA')
  if (entry(form, 'NeedAppearances') === PDFBool.True)
    report(
      '6.4.1',
      'Het bestand laat het uiterlijk van zijn formulier aan de lezer over'
    )
}

function checkNames({document, flavour}: OpenFile, report: Report): void {
  const names = dictIn(document.catalog, 'Names')
  if (entry(names, 'JavaScript'))
    report('6.5.1', 'Het bestand bevat programma’s')
  if (entry(names, 'AlternatePresentations'))
    report('6.10', 'Het bestand bevat andere weergaven')
  const files = dictIn(names, 'EmbeddedFiles')
  if (files && flavour !== '3a')
    report(
      '6.8',
      'Het bestand bevat andere bestanden; dat mag alleen in PDF/A-3'
    )
  if (files && itemsAt(document.catalog, 'AF').length === 0)
    report('6.8', 'De bestanden in het bestand zijn er niet aan verbonden')
}

function checkLabels(catalog: PDFDict, report: Report): void {
  const labels = dictIn(catalog, 'PageLabels')
  const first = itemsAt(labels, 'Nums')[0]
  if (!labels || numberOf(first) !== 0)
    report('own', 'De bladzijden hebben geen nummers')
}
