import {defined} from '../defined.ts'
import {
  type DiffFormat,
  diffFormats,
  renderComparison
} from '../pipeline/comparison-formats.ts'
import {
  type Call,
  CallError,
  type Command,
  shared,
  textOption
} from './command.ts'
import {comparedFor} from './diff-sides.ts'
import {pdfOption, readFlavour} from './pdf-option.ts'
import {scopeOptions} from './scope.ts'

/** `cao diff`: what differs between two moments, two regelingen or two files. */
export const diff: Command = {
  name: 'diff',
  summary: 'Toon wat er tussen twee dagen, regelingen of bestanden verschilt.',
  details: [
    'De eerste dag is die van de oude tekst, de tweede die van de nieuwe. Een dag is `2015-09-01`, of met het zicht erachter `2015-09-01/2015-09-07`: wat op de eerste dag gold, naar wat op de tweede bekend was. Zonder zicht is dat vandaag. `today` is vandaag, en `previous` de dag voor de laatste wijziging van wat wordt gevraagd. Zonder tweede dag wordt vergeleken met vandaag, zonder dagen ook nog vanaf `previous`.',
    'Achter de dagen mag de naam van een artikel of bijlage staan. Wat wegviel staat tussen `[-` en `-]`, wat erbij kwam tussen `{+` en `+}`, en wat alleen een andere opmaak kreeg tussen `{~` en `~}`. Nummers en letters zijn geen woorden: wat is vernummerd of verplaatst, wordt zo genoemd.'
  ].join('\n\n'),
  args: '[van] [tot] [eenheid...]',
  options: [
    shared.zicht,
    {
      flags: '--concept <wijziging>',
      description:
        'vergelijk de tekst zonder en met deze wijziging in concept; bij twee dagen telt zij op allebei mee'
    },
    {
      flags: '--files',
      description: 'vergelijk twee bestanden, die in plaats van de dagen staan'
    },
    shared.regeling,
    {
      flags: '--met <naam>',
      description: 'vergelijk de regeling met deze andere'
    },
    ...scopeOptions,
    {
      flags: '--format <vorm>',
      description: `${diffFormats.slice(0, -1).join(', ')} of ${diffFormats.at(-1)} (standaard txt); was-wordt is een tabel`
    },
    pdfOption,
    {
      flags: '--changed',
      description: 'alleen wat is gewijzigd (standaard)'
    },
    {flags: '--all', description: 'de hele tekst, met de wijzigingen erin'},
    shared.articles,
    {flags: '--json', description: 'hetzelfde als `--format json`'}
  ],
  examples: [
    [
      'cao diff 2020-06-30 2020-07-01 --regeling voorbeeld-regeling',
      'tussen twee dagen'
    ],
    ['cao diff previous today 3:4', 'de laatste wijziging van een artikel'],
    [
      'cao diff 2015-09-05/2015-09-05 2015-09-05/2015-09-08 1:2c',
      'wat er over één dag later bekend werd'
    ],
    [
      'cao diff 2022-12-31 2023-01-01 --format html > verschil.html',
      'een pagina om in te bladeren'
    ],
    [
      'cao diff 2022-12-31 2023-01-01 --format was-wordt-pdf > tabel.pdf',
      'was en wordt naast elkaar, om te printen'
    ],
    ['cao diff --concept lbr-25-001', 'wat een concept zou wijzigen'],
    ['cao diff --files oud.xml nieuw.md', 'twee bestanden'],
    [
      'cao diff 2024-01-01 --regeling voorbeeld-cao --met voorbeeld-regeling',
      'twee regelingen op één dag'
    ]
  ],
  async run(call, host) {
    const format = readFormat(call)
    const isAll = readExtent(call)
    const flavour = readFlavour(call)
    if (format.endsWith('pdf') && host.isTerminal) {
      throw new CallError(
        'Een PDF past niet op het scherm; zet `> naam.pdf` achter de opdracht'
      )
    }
    const compared = comparedFor(call, host)
    if (!compared) return 1
    const bytes = await host.withPrinter((print) =>
      renderComparison(compared, format, {
        isAll,
        hasColors: host.hasColors,
        templates: host.readTemplates,
        fonts: host.readFonts,
        print,
        ...defined({flavour})
      })
    )
    host.printBytes(bytes)
    return 0
  }
}

function readFormat(call: Call): DiffFormat {
  const isJson = call.values.json === true
  const text = textOption(call, 'format') ?? (isJson ? 'json' : 'txt')
  if (isJson && text !== 'json') {
    throw new CallError('Kies `--json` of een andere `--format`, niet allebei')
  }
  const format = diffFormats.find((known) => known === text.trim())
  if (format) return format
  throw new CallError(
    `\`${text}\` is geen vorm; kies uit ${diffFormats.join(', ')}`
  )
}

function readExtent({values}: Call): boolean {
  if (values.all === true && values.changed === true) {
    throw new CallError('Kies `--all` of `--changed`, niet allebei')
  }
  return values.all === true
}
