/**
 * Stage: what is found of files → lines for people.
 *
 * Nothing more is claimed than design.md section 9 allows: a file is unchanged
 * since it was made, and never genuine or binding.
 */
import type {IsoDate} from '../model.ts'
import {isoDate} from '../time/days.ts'
import {day, partText} from './sentence.ts'
import {hang, wrap} from './text-wrap.ts'
import type {Checked, CheckedSide} from './verify-json-schema.ts'
import {laterLines} from './verify-later.ts'

const width = 80
const indent = 4

/** All files, each under its name, and what such a check cannot know. */
export function renderVerify(documents: readonly Checked[]): string {
  const parts = documents.map(documentLines)
  const hasNumber = documents.some(({checksum}) => checksum === 'klopt')
  const lines = parts.flatMap((part, at) => (at === 0 ? part : ['', ...part]))
  return `${[...lines, ...(hasNumber ? ['', ...wrap(limits, width)] : [])].join('\n')}\n`
}

const limits =
  'Het controlegetal is geen handtekening: wie een bestand met opzet vervalst, kan het opnieuw berekenen. Daarom zijn ook de woorden op de bladzijden met de bronnen vergeleken; kop- en voetregels, opmaak en afbeeldingen zijn dat niet. Rechtskracht heeft alleen de bekendgemaakte tekst.'

const verdicts = {
  ongewijzigd: 'ongewijzigd sinds vervaardiging',
  gewijzigd: 'gewijzigd',
  achterhaald: 'achterhaald',
  onbekend: 'onbekend'
} as const

function documentLines(checked: Checked): readonly string[] {
  const {file, outcome, sides} = checked
  const whole = sides.length === 1 ? sides : []
  const lines = [
    reasonOf(checked),
    ...(checked.kind === 'vergelijking'
      ? ['Het bestand zegt een vergelijking van twee teksten te zijn.']
      : []),
    ...whole.flatMap(sideLines),
    ...wordLines(checked)
  ]
  const both = sides.length > 1 ? sides : []
  return [
    `${file}: ${verdicts[outcome]}`,
    ...lines.flatMap(item),
    ...both.flatMap((side) => [
      ...hang('', 2, [side.side === 'was' ? 'Was:' : 'Wordt:']),
      ...sideLines(side).flatMap(item)
    ])
  ]
}

function item(line: string): readonly string[] {
  return hang('  –', indent, wrap(line, width - indent))
}

const reasons: Readonly<Record<NonNullable<Checked['reason']>, string>> = {
  'geen-bestand': 'Het bestand is niet te lezen.',
  'geen-pdf':
    'Dit is geen PDF, en `cao verify` leest alleen PDF. De SHA-256 van de tekst staat ook in de andere vormen; `cao show --format md` geeft die van de bronnen.',
  versleuteld:
    'Het bestand is versleuteld. caoc versleutelt niets: een ander programma heeft het opgeslagen.',
  afgekapt: 'Het bestand is beschadigd of afgekapt: het einde ontbreekt.',
  'niet-van-caoc': 'Het bestand zegt niet door caoc te zijn gemaakt.',
  'geen-controlegetal':
    'Het bestand noemt een tekst van caoc, maar heeft geen controlegetal. Of het is gewijzigd, is niet na te gaan.',
  bytes:
    'Het bestand is opnieuw opgeslagen of gewijzigd: de bytes zijn niet die waarvan het controlegetal is berekend.',
  aangevuld:
    'Een ander programma heeft achter het bestand iets toegevoegd, zoals opmerkingen of een handtekening. Het deel daarvoor is ongewijzigd, maar wat te zien is kan anders zijn.',
  tekst:
    'De bytes zijn die waarvan het controlegetal is berekend, maar de bronnen geven voor dezelfde dagen een andere tekst.',
  woorden:
    'De bytes zijn die waarvan het controlegetal is berekend, maar de woorden op de bladzijden zijn niet die van het document dat het zegt te zijn.',
  bronnen:
    'De bytes zijn die waarvan het controlegetal is berekend, maar met deze bronnen is de tekst niet te vergelijken.',
  bestanden:
    'De bytes zijn die waarvan het controlegetal is berekend. Het is een vergelijking van losse bestanden; die hebben geen bronnen om mee te vergelijken.',
  later:
    'Het bestand is ongewijzigd sinds vervaardiging, maar zijn tekst is dat niet: er werd iets bekend of er ging iets in.'
}

function reasonOf({reason, problem, kind}: Checked): string {
  if (problem !== undefined) return problem
  if (reason === undefined)
    return 'Het controlegetal klopt: geen byte is anders. De woorden op de bladzijden zijn die van de bronnen.'
  return reason === 'woorden' && kind === 'vergelijking'
    ? `${reasons.woorden} Een andere versie van caoc kan haar anders weergeven.`
    : reasons[reason]
}

function wordLines({words, reason}: Checked): readonly string[] {
  if (words === 'tekst-gelijk')
    return [
      'De woorden van de tekst zijn die van de bronnen; wat erboven staat, zou caoc nu anders schrijven.'
    ]
  const isKnown = words !== undefined && words !== 'niet-te-lezen'
  if (!isKnown || (reason !== 'bytes' && reason !== 'aangevuld')) return []
  return words === 'gelijk'
    ? ['De woorden op de bladzijden zijn nog die van de bronnen.']
    : ['De woorden op de bladzijden zijn niet meer die van de bronnen.']
}

function sideLines(side: CheckedSide): readonly string[] {
  const {regeling, titel, textHash} = side
  const name =
    titel === undefined ? `\`${regeling}\`` : `${titel} (\`${regeling}\`)`
  return [
    `Volgens het bestand: ${name}, ${momentOf(side)}${scopeOf(side)}.`,
    textHash === undefined
      ? 'Volgens het bestand was er die dag geen tekst.'
      : `SHA-256 van de tekst in Markdown: ${textHash}`,
    corpusLine(side),
    ...laterLines(side)
  ]
}

function momentOf({geldig, zicht}: CheckedSide): string {
  return `op ${inWords(geldig)}, naar wat bekend was op ${inWords(zicht)}`
}

function scopeOf({unit, gemeente, laag, concept}: CheckedSide): string {
  const parts = [
    unit === undefined ? undefined : `alleen \`${unit}\``,
    gemeente === undefined ? undefined : `zoals in gemeente ${gemeente}`,
    laag === undefined ? undefined : 'zonder wat alleen voor de UWO geldt',
    concept.length === 0 ? undefined : `met concept ${concept.join(', ')}`
  ]
  return parts
    .flatMap((part) => (part === undefined ? [] : `; ${part}`))
    .join('')
}

function corpusLine({corpus, corpusHash, regeling, unit}: CheckedSide): string {
  switch (corpus) {
    case 'gelijk':
      return 'De bronnen geven voor deze dagen dezelfde tekst.'
    case 'anders':
      return corpusHash === undefined
        ? 'De bronnen geven voor deze dagen geen tekst.'
        : `De bronnen geven voor deze dagen een andere tekst, met SHA-256 ${corpusHash}`
    case 'geen-regeling':
      return `De bronnen bevatten geen regeling \`${regeling}\`.`
    case 'geen-eenheid':
      return `De regeling heeft in deze bronnen geen \`${unit}\`.`
    case 'geen-gemeente':
      return 'Van deze gemeente is in deze bronnen niet vastgelegd wat zij vaststelde.'
    case 'fouten':
      return 'De bronnen van deze regeling hebben fouten; zie `cao check`.'
    case 'niet-te-lezen':
      return 'Er zijn hier geen bronnen te lezen; kies ze met `--articles`.'
  }
}

function inWords(date: string): string {
  const found = isoDate(date)
  return found ? partText(day(found satisfies IsoDate)) : date
}
