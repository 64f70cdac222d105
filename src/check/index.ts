/** All rules over the whole corpus, in the order in which they run. */
import {basis} from './basis.ts'
import {duplicateNumber} from './duplicate-number.ts'
import {emptyUnit} from './empty-unit.ts'
import {headingMissing} from './heading-missing.ts'
import {horizon} from './horizon.ts'
import {period} from './period.ts'
import type {Rule} from './rule.ts'
import {tombstoneText} from './tombstone-text.ts'
import {unitCircle} from './unit-circle.ts'
import {versionOrder} from './version-order.ts'

/** Rules that need more than one file, or more than its text; those of one file live with its reader. */
export const rules: readonly Rule[] = [
  basis,
  duplicateNumber,
  emptyUnit,
  headingMissing,
  horizon,
  period,
  tombstoneText,
  unitCircle,
  versionOrder
]
