import {
  countFindings,
  type Finding,
  formatFindings,
  hasErrors
} from '../diagnostics/reporter.ts'
import {type Command, shared} from './command.ts'
import {chosenRegelingen, findingsAbout, openCorpus} from './corpus.ts'

/** `cao check`: tell all that is wrong with the sources. */
export const check: Command = {
  name: 'check',
  summary: 'Controleer de bronnen en noem alles wat niet klopt.',
  details:
    'Elke melding noemt bestand, regel en kolom, of het een fout of een waarschuwing is, en tussen haken de naam van de regel. Met een fout wordt niets gepubliceerd.',
  options: [
    shared.articles,
    shared.regeling,
    shared.concept,
    {flags: '--strict', description: 'reken waarschuwingen als fouten'},
    shared.json
  ],
  examples: [
    ['cao check', 'controleer alle regelingen'],
    ['cao check --regeling car-uwo --strict', 'keur ook waarschuwingen af'],
    ['cao check --json > meldingen.json', 'voor een ander programma']
  ],
  async run(call, host) {
    const compiled = openCorpus(call, host)
    const chosen = chosenRegelingen(call, compiled)
    const list = findingsAbout(call, compiled, chosen)
    const failed =
      hasErrors(list) || (call.values.strict === true && list.length > 0)
    if (call.values.json === true) {
      host.print(toJson(list))
    } else {
      host.print(formatFindings(list))
      const files = compiled.sources.files.size
      host.printError(
        `${countFindings(list)} in ${files} ${files === 1 ? 'bestand' : 'bestanden'}\n`
      )
    }
    return failed ? 1 : 0
  }
}

function toJson(findings: readonly Finding[]): string {
  return `${JSON.stringify({schema: 'caoc/findings/1', findings}, null, 2)}\n`
}
