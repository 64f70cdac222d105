/** The toelichting that goes with a version of its unit. */
import type {IsoDate, Unit} from '../model.ts'
import {draftCopy, draftTemporary} from './copy.ts'
import type {Draft} from './draft.ts'
import {type Occasion, standOf} from './occasion.ts'
import {Refusal} from './refusal.ts'
import {called, folderOf, upperFirst} from './units.ts'
import {versionFile} from './version-file.ts'

/** The toelichting on a unit, if it ever had one. */
function toelichtingOn(unit: Unit, {regeling}: Occasion): Unit | undefined {
  return regeling.units.find(({id}) => id === `${unit.id}/toelichting`)
}

/** Draft a version of the toelichting on a unit: a copy, or a new and empty one where there is none. */
export function draftToelichting(
  unit: Unit,
  occasion: Occasion,
  until?: IsoDate
): Draft {
  const {regeling} = occasion
  if (unit.soort === 'toelichting') {
    throw new Refusal(
      'Een toelichting heeft zelf geen toelichting; laat `--toelichting` weg'
    )
  }
  const toelichting = toelichtingOn(unit, occasion)
  if (!toelichting) {
    return newToelichting(folderOf(unit.id, regeling), occasion, until)
  }
  if (standOf(toelichting, occasion).state === 'vervallen') {
    throw new Refusal(
      `${upperFirst(called(toelichting, occasion))} is vervallen en herleeft niet; laat \`--toelichting\` weg, en zet de uitleg in de brief`
    )
  }
  return until === undefined
    ? draftCopy(toelichting, occasion)
    : draftTemporary(toelichting, occasion, until)
}

/** Draft a first, empty toelichting in the folder of a unit; a temporary one ends by itself. */
export function newToelichting(
  folder: string,
  occasion: Occasion,
  until?: IsoDate
): Draft {
  const file = versionFile(`${folder}/toelichting`, occasion, {tot: until})
  return {files: [file], remarks: []}
}

/** Says that a unit has a toelichting that was left as it is. */
export function remindOfToelichting(
  unit: Unit,
  occasion: Occasion
): readonly string[] {
  const toelichting = toelichtingOn(unit, occasion)
  if (!toelichting || standOf(toelichting, occasion).state !== 'geldt')
    return []
  return [
    `${upperFirst(called(toelichting, occasion))} blijft zoals zij is; moet zij mee veranderen, leg dan ook daarvan een versie neer: \`cao new version ${toelichting.id} --wijziging ${occasion.wijziging.id}\``
  ]
}
