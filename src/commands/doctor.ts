import type {Command} from './command.ts'

/** `cao doctor`: whether this machine has what caoc needs. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Kijk of deze computer alles heeft wat nodig is.',
  details:
    'Zonder browser werkt alles behalve PDF; `cao doctor` zegt dan wat te doen. Met de omgevingsvariabele `CAO_CHROMIUM` wordt een eigen browser aangewezen.',
  options: [{flags: '--json', description: 'geef de uitkomst als JSON'}],
  examples: [['cao doctor', 'kijk alles na']],
  async run(call, host) {
    const lines = await host.doctor()
    if (call.values.json === true) {
      host.print(`${JSON.stringify(lines, null, 2)}\n`)
      return lines.every(({ok}) => ok) ? 0 : 1
    }
    for (const {ok, text} of lines)
      host.print(`${ok ? 'goed ' : 'FOUT '} ${text}\n`)
    return lines.every(({ok}) => ok) ? 0 : 1
  }
}
