import type {Command} from './command.ts'

/** `cao doctor`: whether this machine has what caoc needs. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Kijk of deze computer alles heeft wat nodig is.',
  details:
    'Zonder browser werkt alles behalve PDF; `cao doctor` zegt dan wat te doen.',
  options: [],
  examples: [['cao doctor', 'kijk alles na']],
  async run(_call, host) {
    const lines = await host.doctor()
    for (const {ok, text} of lines)
      host.print(`${ok ? 'goed ' : 'FOUT '} ${text}\n`)
    return lines.every(({ok}) => ok) ? 0 : 1
  }
}
