import {type Host, HostError} from '../host/host.ts'
import {verifyFile} from '../pipeline/verify.ts'
import type {CorpusAtHand} from '../pipeline/verify-side.ts'
import {renderVerify} from '../render/verify.ts'
import {type Checked, verifyToJson} from '../render/verify-json-schema.ts'
import {type Call, type Command, shared} from './command.ts'
import {findingsAbout, openCorpus} from './corpus.ts'
import {readDay} from './moment.ts'

/** `cao verify`: whether a PDF is as it was made, and whether its text still stands. */
export const verify: Command = {
  name: 'verify',
  summary: 'Ga van een PDF na of het bestand en de tekst nog dezelfde zijn.',
  details: [
    'Een PDF van caoc noemt zijn regeling, zijn dagen en de SHA-256 van zijn tekst, en heeft een controlegetal over al zijn bytes. De uitkomst is *ongewijzigd sinds vervaardiging* (het getal klopt, de bronnen geven dezelfde tekst, en de woorden op de bladzijden zijn die van de tekst), *gewijzigd* (het bestand, of de tekst in de bronnen), *achterhaald* (sindsdien werd een wijziging bekend of ging zij in) of *onbekend* (niet van caoc, of niet in deze bronnen).',
    'Ook vergelijkingen worden nagegaan, en een document van een gemeente, een laag of één bepaling; wat het is, staat in het bestand. Andere vormen dan PDF worden niet gelezen. Het controlegetal is geen handtekening: wie met opzet vervalst, kan het opnieuw berekenen.',
    'De uitgangscode is 0 als elk bestand ongewijzigd is, en anders 1.'
  ].join('\n\n'),
  args: '<bestand...>',
  options: [
    {
      flags: '--zicht <dag>',
      description:
        'dag tot en met welke wordt gekeken of er iets is gewijzigd (standaard vandaag)'
    },
    shared.articles,
    {flags: '--json', description: 'geef de uitkomst als JSON'}
  ],
  examples: [
    ['cao verify tekst.pdf', 'één bestand'],
    ['cao verify publicatie/*/*.pdf', 'alles wat is gemaakt'],
    [
      'cao verify tekst.pdf --zicht 2024-12-31',
      'of de tekst eind 2024 was achterhaald'
    ]
  ],
  async run(call, host) {
    const today = readDay(call, 'zicht') ?? host.today()
    const atHand = corpusAtHand(call, host)
    const documents: Checked[] = []
    for (const file of call.args) {
      host.progress(`${file}…`)
      const bytes = readFile(file, host)
      const tools = {atHand, templates: host.readTemplates, today}
      documents.push(
        typeof bytes === 'string'
          ? unreadable(file, bytes)
          : await verifyFile(file, bytes, tools)
      )
      host.progress('')
    }
    host.print(
      call.values.json === true
        ? verifyToJson(today, documents)
        : renderVerify(documents)
    )
    return documents.every(({outcome}) => outcome === 'ongewijzigd') ? 0 : 1
  }
}

/** Its bytes, or why there are none: one bad file does not keep the others from being checked. */
function readFile(file: string, host: Host): Uint8Array | string {
  try {
    return host.readUserFile(file)
  } catch (error) {
    if (error instanceof HostError) return error.message
    throw error
  }
}

function unreadable(file: string, problem: string): Checked {
  return {
    file,
    outcome: 'onbekend',
    reason: 'geen-bestand',
    problem,
    sides: []
  }
}

/** Read when it is first asked for, and once for each set of concepts that it still has. */
function corpusAtHand(call: Call, host: Host): CorpusAtHand {
  const opened = new Map<string, ReturnType<CorpusAtHand>>()
  const open = (names: readonly string[]): ReturnType<CorpusAtHand> => {
    const key = names.join(',')
    const found = opened.get(key) ?? openWith(call, host, key)
    opened.set(key, found)
    return found
  }
  return (concepts) => {
    const issued = open([])
    if (concepts.size === 0 || 'problem' in issued) return issued
    const known = issued.corpus.regelingen.flatMap(({wijzigingen}) =>
      wijzigingen.filter(({concept}) => concept).map(({id}) => id)
    )
    return open(known.filter((id) => concepts.has(id)))
  }
}

function openWith(
  call: Call,
  host: Host,
  concept: string
): ReturnType<CorpusAtHand> {
  const values = concept === '' ? call.values : {...call.values, concept}
  try {
    const compiled = openCorpus({...call, values}, host)
    return {
      corpus: compiled.corpus,
      findingsOf: (regeling) => findingsAbout(call, compiled, [regeling])
    }
  } catch (error) {
    if (error instanceof HostError) return {problem: error.message}
    throw error
  }
}
