/** Versions that mend another one: what was never agreed, or what our file says wrongly. */

import {hashText} from '../hash/sha256.ts'
import type {Unit, Version} from '../model.ts'
import {remarksOn} from './copy.ts'
import type {Draft, DraftFile} from './draft.ts'
import {nameOf, type Occasion, refuseTie, standOf} from './occasion.ts'
import {Refusal} from './refusal.ts'
import {called, folderOf} from './units.ts'
import {carriedOn, type VersionHead, versionFile} from './version-file.ts'
import {wijzigingFile} from './wijziging-file.ts'

/** Draft the version that puts a wrong one right, with the same geldig day. */
export function draftRectified(
  unit: Unit,
  wrong: Version,
  occasion: Occasion
): Draft {
  refuseTie(unit, occasion)
  const stand = standOf(unit, occasion)
  const folder = folderOf(unit.id, occasion.regeling)
  const file = versionFile(folder, occasion, sameAgain(wrong), wrong.text)
  return {
    files: [file],
    remarks: [
      ...remarksOn(unit, occasion, stand),
      ...(stand.version === wrong
        ? []
        : [notRightBehind(unit, wrong, occasion)])
    ]
  }
}

function notRightBehind(
  unit: Unit,
  wrong: Version,
  occasion: Occasion
): string {
  return `Samenloop: tussen \`${nameOf(wrong)}\` van ${called(unit, occasion)} en deze versie komt nog een andere; leg straks een samengevoegde versie neer`
}

/** All that the mended version says, where it came from and went included. */
function sameAgain(version: Version): VersionHead {
  const {uit, opgegaanIn, vervallen} = version
  return {
    ...carriedOn(version),
    ...(vervallen && {vervallen}),
    uit,
    opgegaanIn
  }
}

/** A file of ours that misreports what was issued. */
export interface Misreport {
  readonly version: Version
  /** The file as text. */
  readonly source: string
  readonly reason: string
  /** Day on which it is mended. */
  readonly datum: string
}

/**
 * Draft a revisie: a wijziging that keeps the known day and the hash of the old
 * file, and the version that takes its place. The old file stays as it is.
 */
export function draftRevisie(
  unit: Unit,
  {version, source, reason, datum}: Misreport,
  {regeling, wijziging}: Pick<Occasion, 'regeling' | 'wijziging'>
): Draft {
  const onderdeel = wijziging.onderdelen.find(
    ({id}) => id === version.onderdeel
  )
  const id = freeName(datum.slice(0, 4), regeling.wijzigingen)
  const {geldig} = version
  if (geldig === 'begin') throw new Refusal(beginReason)
  const volgorde = Math.floor(highest(version, unit)) + 1
  const decision = wijzigingFile(regeling.id, {
    id,
    soort: 'revisie',
    onderwerp: reason,
    datum,
    bekend: wijziging.bekend,
    volgorde,
    ...(onderdeel && {onderdelen: [onderdeel]}),
    herziet: [
      {target: `${unit.id}/${nameOf(version)}`, sha256: hashText(source)}
    ]
  })
  const occasion: Occasion = {
    regeling,
    wijziging: {...wijziging, id, volgorde, concept: false},
    geldig,
    ...(onderdeel && {onderdeel: onderdeel.id})
  }
  const folder = folderOf(unit.id, regeling)
  const file: DraftFile = versionFile(
    folder,
    occasion,
    sameAgain(version),
    version.text
  )
  return {
    files: [decision, file],
    remarks: remarksOn(unit, occasion, standOf(unit, occasion))
  }
}

const beginReason =
  '`begin.md` hoort bij geen wijziging en wordt niet vergrendeld; verbeter dat bestand zelf'

/** The next free `revisie-2026-1`. */
function freeName(
  year: string,
  wijzigingen: readonly {readonly id: string}[]
): string {
  const taken = new Set(wijzigingen.map(({id}) => id))
  for (let count = 1; ; count++) {
    const id = `revisie-${year}-${count}`
    if (!taken.has(id)) return id
  }
}

/** Of the versions that share the days of one, the highest `volgorde`. */
function highest({geldig, days}: Version, {versions}: Unit): number {
  const known = days[0]?.known
  return Math.max(
    ...versions
      .filter((one) => one.geldig === geldig && one.days[0]?.known === known)
      .map(({volgorde}) => volgorde)
  )
}
