/** All verbs, in the order in which `cao --help` names them. */
import {adopted} from './adopted.ts'
import {build} from './build.ts'
import {check} from './check.ts'
import type {Command} from './command.ts'
import {doctor} from './doctor.ts'
import {fmt} from './fmt.ts'
import {lock} from './lock.ts'
import {log} from './log.ts'
import {refs} from './refs.ts'
import {show} from './show.ts'

/** The verbs of `cao`. */
export const commands: readonly Command[] = [
  build,
  show,
  log,
  refs,
  adopted,
  check,
  fmt,
  lock,
  doctor
]
