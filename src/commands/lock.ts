import type {Host} from '../host/host.ts'
import {
  type Call,
  CallError,
  type Command,
  type ExitCode,
  shared
} from './command.ts'
import {lockWijzigingen} from './lock-add.ts'
import {listLocked, releaseWijzigingen} from './lock-release.ts'

/** `cao lock`: freeze the texts of a letter that was sent. */
export const lock: Command = {
  name: 'lock',
  summary: 'Vergrendel een wijziging waarvan de brief is verzonden.',
  details:
    'Van elke versie van de wijziging, en van de wijziging zelf, komt de SHA-256 in `lock.json`, in de map van de regeling. Verandert zo’n bestand daarna, dan is dat een fout. Een tekst waarin meer wijzigingen zijn verwerkt, wordt vergrendeld zodra die wijzigingen dat allemaal zijn. Met `--release` gaat een vergrendeling eraf die bij vergissing is gemaakt, voordat de brief is verzonden.',
  args: '[wijzigingen...]',
  options: [
    {flags: '--all', description: 'elke wijziging die geen concept is'},
    {flags: '--list', description: 'noem wat er is vergrendeld'},
    {flags: '--release', description: 'haal de vergrendeling eraf'},
    {flags: '--dry-run', description: 'wijzig niets; zeg wat er zou gebeuren'},
    shared.regeling,
    shared.articles,
    {flags: '--json', description: 'geef de uitkomst als JSON'}
  ],
  examples: [
    ['cao lock lbr-15-069', 'vergrendel één wijziging'],
    ['cao lock --all --dry-run', 'wat nog kan worden vergrendeld'],
    ['cao lock --list', 'wat er is vergrendeld']
  ],
  async run(call, host) {
    return actFor(call)(call, host)
  }
}

type Act = (call: Call, host: Host) => ExitCode

function actFor({args, values}: Call): Act {
  const modes = ['all', 'list', 'release'].filter((name) => values[name])
  const [mode, other] = modes
  if (other !== undefined) {
    throw new CallError(
      `\`--${mode}\` en \`--${other}\` gaan niet samen; kies een van beide`
    )
  }
  const needsName = mode === undefined || mode === 'release'
  if (needsName && args.length === 0) {
    throw new CallError(
      mode === undefined
        ? 'Noem een wijziging, als `cao lock lbr-15-069`, of gebruik `--all` of `--list`'
        : 'Noem de wijziging, als `cao lock --release lbr-15-069`'
    )
  }
  if (!needsName && args.length > 0) {
    throw new CallError(
      `Bij \`--${mode}\` hoort geen naam; laat een van beide weg`
    )
  }
  if (mode === 'list') return listLocked
  return mode === 'release' ? releaseWijzigingen : lockWijzigingen
}
