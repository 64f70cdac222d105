import {defined} from '../defined.ts'
import {consolidateHashed} from '../pipeline/consolidation.ts'
import {renderFormat} from '../pipeline/formats.ts'
import {CallError, type Command, shared} from './command.ts'
import {
  chosenRegelingen,
  findingsAbout,
  openCorpus,
  tellFindings
} from './corpus.ts'
import {onlyChoice} from './find-unit.ts'
import {readFormats} from './format-option.ts'
import {readMoment} from './moment.ts'
import {pdfOption, readFlavour} from './pdf-option.ts'
import {scoped, scopeOptions} from './scope.ts'

/** `cao show`: print one provision, or a whole regeling, as of a moment. */
export const show: Command = {
  name: 'show',
  summary: 'Toon een artikel of bijlage zoals die op een dag luidt.',
  details:
    'Zonder naam van een artikel of bijlage komt de hele regeling. Boven de tekst staat altijd op welke dag hij geldt, naar wat op welke dag bekend was, en waar hij vandaan komt. Een PDF gaat naar een bestand: zet `> naam.pdf` achter de opdracht, of gebruik `cao build --format pdf`.',
  args: '[eenheid...]',
  options: [
    shared.geldig,
    shared.zicht,
    {
      flags: '--format <vorm>',
      description: 'txt, md, json, html of pdf (standaard txt)'
    },
    pdfOption,
    ...scopeOptions,
    shared.concept,
    shared.regeling,
    shared.articles,
    shared.json
  ],
  examples: [
    ['cao show 1:2c --geldig 2015-09-05', 'het artikel zoals het die dag gold'],
    [
      'cao show 1:2c --geldig 2015-09-05 --zicht 2015-09-05',
      'naar wat die dag bekend was'
    ],
    ['cao show bijlage IIa --format md', 'een bijlage als Markdown'],
    [
      'cao show 3:4 --gemeente Voorbeeldstad',
      'zoals het in die gemeente geldt'
    ],
    [
      'cao show --geldig 2016-01-01 --format pdf > tekst.pdf',
      'de hele regeling'
    ]
  ],
  async run(call, host) {
    const moment = readMoment(call, host)
    const [format = 'txt', ...more] = readFormats(call) ?? []
    if (more.length > 0)
      throw new CallError('`cao show` geeft één vorm tegelijk; kies er een')
    if (format === 'pdf' && host.isTerminal) {
      throw new CallError(
        'Een PDF past niet op het scherm; zet `> naam.pdf` achter de opdracht'
      )
    }
    const flavour = readFlavour(call)
    const compiled = openCorpus(call, host)
    const regelingen = chosenRegelingen(call, compiled)
    if (!tellFindings(call, host, findingsAbout(call, compiled, regelingen)))
      return 1
    const {regeling, scope, unit} = onlyChoice(
      scoped(call, regelingen),
      call.args.join(' '),
      moment
    )
    const consolidation = consolidateHashed(regeling, moment, {
      ...scope,
      ...defined({unit: unit?.id})
    })
    const bytes = await host.withPrinter((print) =>
      renderFormat(consolidation, format, {
        templates: host.readTemplates,
        fonts: host.readFonts,
        print,
        sources: compiled.sources,
        ...defined({flavour})
      })
    )
    host.printBytes(bytes)
    return 0
  }
}
