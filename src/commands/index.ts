/** All verbs, in the order in which `cao --help` names them. */
import {build} from './build.ts'
import {check} from './check.ts'
import type {Command} from './command.ts'
import {doctor} from './doctor.ts'
import {fmt} from './fmt.ts'
import {lock} from './lock.ts'
import {show} from './show.ts'

/** The verbs of `cao`. */
export const commands: readonly Command[] = [
  build,
  show,
  check,
  fmt,
  lock,
  doctor
]
