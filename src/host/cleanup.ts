/** What must be undone when the program is stopped half-way. */

/** Exit codes as the shell counts them: 128 and the number of the signal. */
const exitCodes = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const

type Signal = keyof typeof exitCodes

const signals = Object.keys(exitCodes) as readonly Signal[]
const tasks = new Set<() => void>()

/**
 * Have `task` done when the program is interrupted, or ends in any other way
 * but a kill. Tasks are synchronous and the latest goes first. The outcome
 * withdraws the task.
 */
export function onInterrupt(task: () => void): () => void {
  if (tasks.size === 0) listen()
  tasks.add(task)
  return () => {
    tasks.delete(task)
    if (tasks.size === 0) stopListening()
  }
}

function listen(): void {
  for (const signal of signals) process.on(signal, interrupted)
  process.on('exit', runTasks)
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, interrupted)
  process.off('exit', runTasks)
}

function interrupted(signal: NodeJS.Signals): void {
  runTasks()
  process.exit(exitCodes[signal as Signal])
}

function runTasks(): void {
  const latestFirst = [...tasks].reverse()
  tasks.clear()
  for (const task of latestFirst) {
    try {
      task()
    } catch {
      // The program is on its way out: one task that fails may not stop the next.
    }
  }
}
