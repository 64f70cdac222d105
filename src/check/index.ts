/** All rules over the whole corpus, in the order in which they run. */
import {basis} from './basis.ts'
import {chapterLapse} from './chapter-lapse.ts'
import {determination} from './determination.ts'
import {duplicateNumber} from './duplicate-number.ts'
import {emptyUnit} from './empty-unit.ts'
import {forceDay} from './force-day.ts'
import {headingMissing} from './heading-missing.ts'
import {horizon} from './horizon.ts'
import {laag} from './laag.ts'
import {laagPlace} from './laag-place.ts'
import {laagRepeat} from './laag-repeat.ts'
import {orphan} from './orphan.ts'
import {period} from './period.ts'
import {rectification} from './rectification.ts'
import {rectificationDay} from './rectification-day.ts'
import {referenceLaag} from './reference-laag.ts'
import {referenceLapse} from './reference-lapse.ts'
import {referenceShift} from './reference-shift.ts'
import {referenceStatic} from './reference-static.ts'
import {referenceTarget} from './reference-target.ts'
import {revision} from './revision.ts'
import {revival} from './revival.ts'
import type {Rule} from './rule.ts'
import {temporarySuccessor} from './temporary-successor.ts'
import {tombstoneText} from './tombstone-text.ts'
import {unitCircle} from './unit-circle.ts'
import {versionOrder} from './version-order.ts'
import {wijzigingEmpty} from './wijziging-empty.ts'

/** Rules that need more than one file, or more than its text; those of one file live with its reader. */
export const rules: readonly Rule[] = [
  basis,
  chapterLapse,
  determination,
  duplicateNumber,
  emptyUnit,
  headingMissing,
  forceDay,
  horizon,
  laag,
  laagPlace,
  laagRepeat,
  orphan,
  period,
  rectification,
  rectificationDay,
  referenceLaag,
  referenceLapse,
  referenceShift,
  referenceStatic,
  referenceTarget,
  revision,
  revival,
  temporarySuccessor,
  tombstoneText,
  unitCircle,
  versionOrder,
  wijzigingEmpty
]
