/** Where the program speaks: stdout, stderr, and one progress line on a terminal. */
import type {WriteStream} from 'node:tty'
import {errorCode, reason, visible} from './failure.ts'
import type {FileOutput} from './file-output.ts'
import {type Host, HostError} from './host.ts'

type Stream =
  | Pick<WriteStream, 'write' | 'on' | 'isTTY' | 'columns'>
  | FileOutput

/** Where to speak, and where to complain. */
export interface Streams {
  readonly stdout: Stream
  readonly stderr: Stream
}

const eraseLine = '\r\u001B[2K'

/**
 * Speak on `out` and `err`. A reader that stops reading (`cao show | head`) is
 * no error: what is said after that is dropped, and the work goes on. Output
 * that does not fit (`cao show > full-disk`) ends the program with code 1.
 * Text is for people and carries no control characters; a document is as it is,
 * and needs an `out` that leads somewhere.
 */
export function terminal(
  out: Stream,
  err: Stream,
  isClosed: () => boolean = () => false
): Pick<
  Host,
  | 'print'
  | 'printBytes'
  | 'isTerminal'
  | 'hasColors'
  | 'printError'
  | 'progress'
> {
  const sayError = speaker(err, () => process.exit(1))
  const sayText = speaker(out, (error) => {
    sayError(`${reason(error, 'de uitvoer')}\n`)
    process.exit(1)
  })
  let shown = false
  const clear = (): void => {
    if (shown) sayError(eraseLine)
    shown = false
  }
  return {
    print(text) {
      clear()
      sayText(visible(text))
    },
    printBytes(bytes) {
      clear()
      if (isClosed()) {
        throw new HostError(
          'De uitvoer is dicht, dus de tekst kan nergens heen; zet `> naam` achter de opdracht om hem te bewaren'
        )
      }
      sayText(bytes)
    },
    isTerminal: out.isTTY === true,
    hasColors:
      out.isTTY === true &&
      (process.env.NO_COLOR ?? '') === '' &&
      process.env.TERM !== 'dumb',
    printError(text) {
      clear()
      sayError(visible(text))
    },
    progress(text) {
      if (!err.isTTY) return
      clear()
      if (text === '') return
      sayError(oneLine(text, err.columns))
      shown = true
    }
  }
}

function speaker(
  stream: Stream,
  onBroken: (error: unknown) => void
): (text: string | Uint8Array) => void {
  let open = true
  stream.on('error', (error: unknown) => {
    // Windows says EOF where others say EPIPE.
    open = false
    const code = errorCode(error)
    if (code !== 'EPIPE' && code !== 'EOF') onBroken(error)
  })
  return (text) => {
    if (open && text.length > 0) stream.write(text)
  }
}

/** Cut to the width of the terminal, since a wrapped line cannot be erased; no control characters. */
function oneLine(text: string, columns = 80): string {
  const characters = Array.from(text.replace(/\p{Cc}/gu, ' '))
  return characters.slice(0, Math.max(columns - 1, 0)).join('')
}
