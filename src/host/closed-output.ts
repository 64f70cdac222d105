/** A program that was started without a standard output (`cao show >&-`). */
import {fstatSync, readFileSync, statSync} from 'node:fs'
import {ifPossible} from './failure.ts'

const accessMode = 0o3
const readAndWrite = 0o2

/**
 * Whether what is printed reaches nobody and nobody asked for that. Node puts
 * `/dev/null`, open for reading too, in the place of a closed standard output,
 * so that writing never fails; `> /dev/null` opens it for writing alone. Who
 * starts programs with such an output himself cannot be told apart. Only Linux
 * says how a file was opened: elsewhere the outcome is always no.
 */
export function isOutputClosed(): boolean {
  const outcome = ifPossible(() => {
    const info = readFileSync('/proc/self/fdinfo/1', 'utf8')
    const flags = /^flags:\s*([0-7]+)$/mu.exec(info)?.[1] ?? '0'
    const isBoth = (Number.parseInt(flags, 8) & accessMode) === readAndWrite
    return isBoth && fstatSync(1).rdev === statSync('/dev/null').rdev
  })
  return outcome === true
}
