/** Joint: why texts cannot be imported, as far as their days and the folder say; planning may still refuse. */
import {type DatedText, type ImportRequest, positionOf} from '../import/plan.ts'
import type {Imported} from '../import/record.ts'
import type {SourceTree} from '../model.ts'
import {compareText} from '../time/order.ts'

/** Why texts cannot be read into a folder, in words; nothing when they can. */
export function refusalFor(
  {id, texts}: Omit<ImportRequest, 'existing'>,
  {folder, files}: SourceTree,
  records: readonly Imported[]
): string | undefined {
  if (files.length > 0 && records.length === 0) {
    return `De map \`${folder}/${id}\` is niet leeg, en is geen eerdere import; kies met \`--name\` een andere naam, er is niets overschreven`
  }
  return clashAmong(texts) ?? clashWith(texts, records, `${folder}/${id}`)
}

/** Two files that claim one day. */
function clashAmong(texts: readonly DatedText[]): string | undefined {
  const seen = new Map<string, DatedText>()
  for (const dated of texts) {
    const {day, expression} = positionOf(dated)
    const other = seen.get(`${day} ${expression}`)
    if (other) {
      const [one, two] = [other, dated]
        .map(({text}) => text.file)
        .toSorted(compareText)
      return `\`${one}\` en \`${two}\` zijn allebei de tekst van ${day}; laat een van beide weg, of geef een ervan met \`--date\` een andere dag`
    }
    seen.set(`${day} ${expression}`, dated)
  }
  return undefined
}

function clashWith(
  texts: readonly DatedText[],
  records: readonly Imported[],
  folder: string
): string | undefined {
  for (const dated of texts) {
    for (const record of records) {
      const clash =
        otherRegeling(dated, record, folder) ?? sameDay(dated, record)
      if (clash !== undefined) return clash
    }
  }
  return undefined
}

function otherRegeling(
  {text}: DatedText,
  {identificatie}: Imported,
  folder: string
): string | undefined {
  const {identifier, file} = text
  const isOther =
    identificatie !== undefined &&
    identifier !== undefined &&
    identificatie !== identifier
  return isOther
    ? `\`${file}\` is ${identifier}, maar in \`${folder}\` staat ${identificatie}; kies met \`--name\` een andere map`
    : undefined
}

function sameDay(dated: DatedText, record: Imported): string | undefined {
  const {text, sha256} = dated
  const {day, expression} = positionOf(dated)
  if (record.day !== day) return undefined
  if (record.expression === expression && record.sha256 !== sha256) {
    return `Van ${day} is al een tekst ingelezen (\`${record.bestand}\`), en \`${text.file}\` is een andere; er is niets gewijzigd. Geef met \`--date\` een andere dag, of lees alles opnieuw in onder een andere naam`
  }
  return record.expression > expression
    ? `Van ${day} is al een latere expressie ingelezen (\`${record.bestand}\`); lees de expressies van één dag samen in, onder een andere naam`
    : undefined
}
