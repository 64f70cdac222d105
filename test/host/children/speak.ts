/** Says more than a pipe holds, and goes on when nobody listens. */
import {nodeHost} from '../../../src/host/node.ts'

const host = nodeHost()
host.progress('niet op een pijp')
for (let line = 0; line < 20_000; line++) host.print(`regel ${line}\n`)
await new Promise((next) => setTimeout(next, 50))
host.print('nog iets\n')
host.printError('klaar\n')
