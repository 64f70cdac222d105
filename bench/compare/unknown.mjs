/** Names of units given anew by what they say, as for files that know of none. */
import {textOf} from './plain.mjs'

const {matchUnits} = await import('../../dist/import/match.js')
const {shinglesOf} = await import('../../dist/import/similar.js')

/** The new text with the names that matching finds in the old one. */
export function relabelled(before, after) {
  const own = numbered(after)
  const matched = matchUnits(knownOf(before), knownOf(own), {byNumber: false})
  const rename = (unit) => ({
    ...unit,
    id: matched.get(unit.id) ?? `nieuw-${unit.id}`,
    children: unit.children.map(rename)
  })
  return own.map(rename)
}

function numbered(units, before = '') {
  return units.map((unit, at) => {
    const id = `${before}${at}`
    return {...unit, id, children: numbered(unit.children, `${id}-`)}
  })
}

function knownOf(units, parent) {
  return units.flatMap(({id, soort, nummer, opschrift, text, children}) => [
    {
      id,
      soort,
      nummer,
      opschrift,
      ...(parent !== undefined && {parent}),
      shingles: shinglesOf(textOf(text)),
      isLapsed: false
    },
    ...knownOf(children, id)
  ])
}
