/**
 * Stage: Consolidation → JSON of a fixed, described shape.
 *
 * Keys come in the order of `json-schema.ts`, so that the same consolidation
 * gives the same bytes. The tree is data as it was read: unlike in the other
 * targets, nothing in it is made safe or visible.
 */

import {defined} from '../defined.ts'
import type {
  Announced,
  Asked,
  Consolidation,
  UnitText,
  Vaststelling,
  Wijziging
} from '../model.ts'
import {blocksJson} from './json-blocks.ts'
import type {ConsolidationJson, UnitJson} from './json-schema.ts'
import {headingText, unitHeading} from './names.ts'
import {prepare} from './prepare.ts'
import {unitRemarks} from './remarks.ts'
import {plain} from './sentence.ts'
import {statement} from './statement.ts'
import {plainText} from './text.ts'

/** Prints a consolidation as JSON that validates against `docs/schema/consolidation-1.json`. */
export function renderJson(c: Consolidation): string {
  return `${JSON.stringify(toJson(c), undefined, 2)}\n`
}

function toJson(c: Consolidation): ConsolidationJson {
  return defined({
    schema: 'caoc/consolidation/1' as const,
    geldig: c.geldig,
    zicht: c.zicht,
    state: c.state,
    regeling: regelingJson(c),
    gemeente: c.gemeente && gemeenteJson(c.gemeente),
    laag: c.laag,
    statement: statementJson(c),
    asked: c.asked && askedJson(c.asked),
    units: c.units.map((unit) => unitJson(unit, c)),
    announced: c.announced.map(announcedJson),
    sources: c.sources.map(sourceJson),
    mentioned: c.mentioned.map(sourceJson),
    beyondHorizon: c.beyondHorizon,
    restsOnBegin: c.restsOnBegin,
    restsOnUnknown: c.restsOnUnknown,
    textHash: c.textHash
  })
}

function regelingJson({
  regeling,
  citeertitel
}: Consolidation): ConsolidationJson['regeling'] {
  return defined({
    id: regeling.id,
    titel: regeling.titel,
    citeertitel,
    partijen: regeling.partijen.map(({from, text}) => defined({from, text})),
    route: regeling.route,
    lagen: [...regeling.lagen],
    van: regeling.van,
    tot: regeling.tot,
    opvolger: regeling.opvolger,
    bijgewerktTot: regeling.bijgewerktTot,
    uittreksel: regeling.uittreksel,
    bron: regeling.bron
  })
}

function gemeenteJson({
  code,
  gemeente,
  lagen
}: Vaststelling): Exclude<ConsolidationJson['gemeente'], undefined> {
  return {code, naam: gemeente, lagen: [...lagen]}
}

function statementJson(c: Consolidation): ConsolidationJson['statement'] {
  const {title, moment, notices, lists} = statement(c)
  return {
    title,
    moment: plain(moment),
    notices: notices.map(({kind, sentence}) => ({kind, text: plain(sentence)})),
    lists: lists.map((list) => ({
      kind: list.kind,
      title: list.title,
      lines: list.lines.map(plain)
    }))
  }
}

function unitJson(unit: UnitText, c: Consolidation): UnitJson {
  const tree = unit.state === 'vervallen' ? [] : unit.text
  return defined({
    id: unit.id,
    soort: unit.soort,
    nummer: unit.nummer,
    owner: unit.owner && defined(unit.owner),
    opschrift: unit.opschrift,
    laag: unit.laag,
    heading: headingText(unitHeading(unit, c)),
    state: unit.state,
    since: unit.since,
    inwerking: unit.inwerking,
    known: unit.known,
    lapsedFrom: unit.lapsedFrom,
    tot: unit.tot,
    retroactive: unit.retroactive,
    rectified: unit.rectified,
    wijzigingen: [...unit.wijzigingen],
    daysBy: unit.daysBy,
    path: unit.path,
    remarks: unitRemarks(unit, c).map(({sentence}) => plain(sentence)),
    // Notes count from 1 in each unit: its text must not depend on other units.
    text: plainText(prepare(tree, 2, 1), Number.POSITIVE_INFINITY),
    tree: blocksJson(tree),
    toelichting: unit.toelichting.map((inner) => unitJson(inner, c)),
    children: unit.children.map((inner) => unitJson(inner, c))
  })
}

function askedJson(
  asked: Asked
): Exclude<ConsolidationJson['asked'], undefined> {
  const {geldig, known, retroactive, wijzigingen, daysBy, withdrawn} =
    asked.first
  return defined({
    unit: asked.unit,
    soort: asked.soort,
    nummer: asked.nummer,
    owner: asked.owner && defined(asked.owner),
    state: asked.state,
    first: defined({
      geldig,
      known,
      retroactive,
      wijzigingen: [...wijzigingen],
      daysBy,
      withdrawn
    })
  })
}

function announcedJson(
  announced: Announced
): ConsolidationJson['announced'][number] {
  return defined({
    unit: announced.unit,
    soort: announced.soort,
    nummer: announced.nummer,
    owner: announced.owner && defined(announced.owner),
    effect: announced.effect,
    geldig: announced.geldig,
    inwerking: announced.inwerking,
    retroactive: announced.retroactive,
    known: announced.known,
    wijzigingen: [...announced.wijzigingen],
    daysBy: announced.daysBy,
    voorwaarde: announced.voorwaarde
  })
}

function sourceJson(source: Wijziging): ConsolidationJson['sources'][number] {
  const {bron} = source
  return defined({
    id: source.id,
    soort: source.soort,
    onderwerp: source.onderwerp,
    kenmerk: source.kenmerk,
    lbr: source.lbr,
    loga: source.loga,
    datum: source.datum,
    bekend: source.bekend,
    rectificeert: source.rectificeert,
    concept: source.concept,
    bron: bron && defined({plaats: bron.plaats, sha256: bron.sha256})
  })
}
