/** The pages that are read on a screen: of each shipped corpus, and of a comparison. */
import {changesOf} from '../../src/compare/changes.ts'
import {compare} from '../../src/compare/compare.ts'
import type {IsoDate} from '../../src/model.ts'
import {consolidateHashed} from '../../src/pipeline/consolidation.ts'
import {renderPage} from '../../src/render/html.ts'
import {renderRedline} from '../../src/render/redline.ts'
import {renderWasWordt} from '../../src/render/was-wordt.ts'
import {regelingOf} from '../corpora/shipped.ts'
import {textOn} from '../render/redline/corpus-text.ts'
import {rich} from '../render/rich.ts'
import {templates} from '../render/templates-on-disk.ts'

const days: Readonly<Record<string, string>> = {
  'car-uwo': '2016-01-01',
  'voorbeeld-cao': '2025-01-15',
  'voorbeeld-regeling': '2021-01-15'
}

/** Pages by name. */
export function screenPages(): ReadonlyMap<string, string> {
  const texts = Object.entries(days).map(([id, day]) => {
    const moment = {geldig: day as IsoDate, zicht: day as IsoDate}
    const c = consolidateHashed(regelingOf(id), moment)
    return [id, renderPage(c, templates)] as const
  })
  const regeling = regelingOf('voorbeeld-cao')
  const was = textOn(regeling, '2021-01-01' as IsoDate)
  const comparison = compare(was, textOn(regeling, '2025-01-15' as IsoDate))
  const changes = changesOf(comparison)
  return new Map([
    ...texts,
    ['rich', renderPage(rich, templates)],
    ['redline', renderRedline(comparison, changes, templates)],
    ['was-wordt', renderWasWordt(comparison, changes, templates)]
  ])
}
