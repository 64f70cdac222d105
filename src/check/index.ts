/** All rules over the whole corpus, in the order in which they run. */
import {duplicateNumber} from './duplicate-number.ts'
import type {Rule} from './rule.ts'
import {versionOrder} from './version-order.ts'

/** Rules that need more than one file; those of one file live with its reader. */
export const rules: readonly Rule[] = [duplicateNumber, versionOrder]
