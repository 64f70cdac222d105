import {checkFix} from './check-fix.ts'
import {foundIn, tellFound} from './check-output.ts'
import {checkWatch} from './check-watch.ts'
import {type Call, CallError, type Command, shared} from './command.ts'
import {openCorpus} from './corpus.ts'
import {explain} from './explain.ts'

/** `cao check`: tell all that is wrong with the sources, and mend what is certain. */
export const check: Command = {
  name: 'check',
  summary: 'Controleer de bronnen en noem alles wat niet klopt.',
  details:
    'Elke melding noemt bestand, regel en kolom, of het een fout of een waarschuwing is, en tussen haken de naam van de regel; `cao check --explain <naam>` legt die uit. Met een fout wordt niets gepubliceerd. Met `--fix` wordt hersteld wat zeker is: alleen de plaats van de melding verandert, en een vergrendeld bestand nooit.',
  options: [
    shared.articles,
    shared.regeling,
    shared.concept,
    {flags: '--strict', description: 'reken waarschuwingen als fouten'},
    {
      flags: '--fix',
      description: 'herstel wat zeker is, en controleer opnieuw'
    },
    {
      flags: '--dry-run',
      description: 'bij `--fix`: wijzig niets; toon wat zou veranderen'
    },
    {
      flags: '--explain [regel]',
      description: 'leg een regel uit, met voorbeelden'
    },
    {
      flags: '--watch',
      description: 'controleer na elke wijziging opnieuw; stop met Ctrl-C'
    },
    shared.json,
    {
      flags: '--sarif',
      description:
        'geef meldingen als SARIF 2.1.0, voor een tekstverwerker of een codeplatform'
    }
  ],
  examples: [
    ['cao check', 'controleer alle regelingen'],
    ['cao check --regeling car-uwo --strict', 'keur ook waarschuwingen af'],
    ['cao check --fix --dry-run', 'toon wat hersteld kan worden'],
    ['cao check --explain label-form', 'wat betekent deze melding'],
    ['cao check --json > meldingen.json', 'voor een ander programma']
  ],
  async run(call, host) {
    refuseTogether(call)
    const {values} = call
    if (values.explain !== undefined) {
      explain(values.explain, host)
      return 0
    }
    if (values.watch === true) return checkWatch(call, host)
    if (values.fix === true) return checkFix(call, host)
    return tellFound(call, host, foundIn(call, openCorpus(call, host)))
  }
}

/** Options that ask for different things; the first of each pair is named first. */
const apart: readonly (readonly [string, string])[] = [
  ['json', 'sarif'],
  ['watch', 'fix'],
  ['watch', 'json'],
  ['watch', 'sarif'],
  ['dry-run', 'json'],
  ['dry-run', 'sarif'],
  ...['fix', 'watch', 'json', 'sarif'].map((name) => ['explain', name] as const)
]

function refuseTogether({values}: Call): void {
  const isGiven = (name: string): boolean =>
    values[name === 'dry-run' ? 'dryRun' : name] !== undefined
  for (const [a, b] of apart) {
    if (!isGiven(a) || !isGiven(b)) continue
    throw new CallError(
      `\`--${a}\` en \`--${b}\` gaan niet samen; kies een van beide`
    )
  }
  if (isGiven('dry-run') && !isGiven('fix')) {
    throw new CallError('`--dry-run` hoort bij `--fix`; geef dat ook op')
  }
}
