/** All verbs, in the order in which `cao --help` names them. */
import {adopted} from './adopted.ts'
import {blame} from './blame.ts'
import {build} from './build.ts'
import {check} from './check.ts'
import type {Command} from './command.ts'
import {date} from './date.ts'
import {diff} from './diff.ts'
import {doctor} from './doctor.ts'
import {fmt} from './fmt.ts'
import {importCommand} from './import.ts'
import {init} from './init.ts'
import {lock} from './lock.ts'
import {log} from './log.ts'
import {newCommand} from './new.ts'
import {rectify} from './rectify.ts'
import {refs} from './refs.ts'
import {revise} from './revise.ts'
import {samenloop} from './samenloop.ts'
import {show} from './show.ts'
import {undo} from './undo.ts'
import {verify} from './verify.ts'
import {withdraw} from './withdraw.ts'

/** The verbs of `cao`. */
export const commands: readonly Command[] = [
  build,
  show,
  diff,
  log,
  blame,
  refs,
  verify,
  adopted,
  check,
  fmt,
  init,
  importCommand,
  newCommand,
  withdraw,
  date,
  rectify,
  revise,
  samenloop,
  undo,
  lock,
  doctor
]
