/** One artikel that becomes several, and several that become one. */
import type {Unit} from '../model.ts'
import {draftCopy, versionAfter} from './copy.ts'
import {type Draft, type DraftFile, together} from './draft.ts'
import {identityFor} from './identity.ts'
import {joinTexts} from './join-texts.ts'
import type {Occasion} from './occasion.ts'
import {Refusal} from './refusal.ts'
import {draftLapse} from './structure.ts'
import {
  called,
  folderOf,
  homeOf,
  livingVersion,
  refuseBorne,
  upperFirst
} from './units.ts'
import {carriedOn, versionFile} from './version-file.ts'

/**
 * Draft the split of a unit in parts with the given numbers. The origin goes on
 * when its own number is among them, and otherwise lapses into the parts. Every
 * part begins with the whole text: what belongs where is for the author.
 */
export function draftSplit(
  unit: Unit,
  nummers: readonly string[],
  occasion: Occasion
): Draft {
  const {version} = livingVersion(unit, occasion)
  refuseSplit(unit, nummers, occasion)
  const isGoingOn =
    version.nummer !== undefined && nummers.includes(version.nummer)
  const parts = nummers.filter((nummer) => nummer !== version.nummer)
  for (const nummer of parts) {
    refuseBorne(unit.soort, nummer, occasion, new Set([unit.id]))
  }
  const {regeling} = occasion
  const home = homeOf(unit, occasion)
  const parent = home === undefined ? regeling.id : folderOf(home, regeling)
  const {opschrift, laag, tot} = version
  const taken = new Set<string>()
  const ids: string[] = []
  const files = parts.map((nummer): DraftFile => {
    const id = identityFor(unit.soort, nummer, occasion, taken)
    taken.add(id.toLowerCase())
    ids.push(id)
    const head = {nummer, opschrift, laag, tot, uit: [unit.id]}
    return versionFile(`${parent}/${id}`, occasion, head, version.text)
  })
  const origin = isGoingOn
    ? draftCopy(unit, occasion)
    : draftLapse(unit, occasion, {opgegaanIn: ids})
  const remark =
    'Elk deel begint met de hele tekst; verwijder in elk bestand wat er niet hoort, en geef elk deel zijn eigen opschrift'
  return together([origin, {files, remarks: [remark]}])
}

function refuseSplit(
  {soort}: Unit,
  nummers: readonly string[],
  occasion: Occasion
): void {
  if (soort !== 'artikel' && soort !== 'bijlage') {
    throw new Refusal(
      `Een ${soort} wordt niet gesplitst; maak met \`--new\` een nieuw onderdeel en breng er met \`--move\` bepalingen naartoe`
    )
  }
  if (nummers.length < 2 || new Set(nummers).size < nummers.length) {
    throw new Refusal(
      'Geef bij `--split` de nummers van alle delen, met komma’s ertussen en elk één keer, als `2:3,2:3a`'
    )
  }
  if (occasion.geldig === 'onbepaald') return
}

/**
 * Draft the merge of other artikelen into one: it goes on with all texts, and
 * the others lapse into it.
 */
export function draftMerge(
  unit: Unit,
  others: readonly Unit[],
  occasion: Occasion
): Draft {
  const absorbed = [...new Set(others)].filter((other) => other !== unit)
  for (const {soort} of [unit, ...absorbed]) {
    if (soort === 'artikel') continue
    throw new Refusal(
      `Alleen artikelen worden samengevoegd, geen ${soort}; schrijf de tekst zelf over met \`cao new version\`, en laat de andere vervallen met \`--lapse\``
    )
  }
  if (absorbed.length === 0) {
    throw new Refusal(
      'Noem bij `--merge` een of meer andere artikelen, met komma’s ertussen, als `2:4,2:5`'
    )
  }
  const {version, stand} = livingVersion(unit, occasion)
  const texts = absorbed.map((other) => livingVersion(other, occasion).version)
  const text = joinTexts([version.text, ...texts.map((other) => other.text)])
  const head = {...carriedOn(version), uit: absorbed.map(({id}) => id)}
  const names = absorbed.map((other) => called(other, occasion)).join(', ')
  return together([
    versionAfter(unit, occasion, {version, stand, head, text}),
    ...absorbed.map((other) =>
      draftLapse(other, occasion, {opgegaanIn: [unit.id]})
    ),
    {
      files: [],
      remarks: [
        `${upperFirst(called(unit, occasion))} bevat nu ook de tekst van ${names}; kijk opschrift, nummering van de leden en verwijzingen na`
      ]
    }
  ])
}
