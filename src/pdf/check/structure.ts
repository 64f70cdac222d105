/** The tags: of known types, standing where they may, saying what they must. */
import {dictIn, entry, nameOf, textOf} from '../objects.ts'
import {isHeading} from '../types.ts'
import {isLanguage} from './catalog.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'
import type {Tag, Tags} from './tags.ts'

const older = [
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption'],
  ...['TOC', 'TOCI', 'Index', 'NonStruct', 'Private', 'P', 'H', 'H1', 'H2'],
  ...['H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH'],
  ...['TD', 'Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link'],
  ...['Figure', 'Formula', 'Form']
]
const newer = [
  ...['THead', 'TBody', 'TFoot', 'Annot', 'Ruby', 'RB', 'RT', 'RP'],
  ...['Warichu', 'WT', 'WP']
]

/** What may stand right in a tag of each of these types. */
const mayHold: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC']
}

/** In what a tag of each of these types must stand. */
const standsIn: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TOCI: ['TOC']
}

/** Check the tree of tags. */
export function checkTags({tags, flavour}: OpenFile, report: Report): void {
  if (!tags) return
  const types = new Set(flavour === '1a' ? older : [...older, ...newer])
  for (const tag of tags.all) {
    if (!types.has(tag.type))
      report('6.7.3.4', `\`${tag.type}\` is geen soort tag van de norm`)
    checkPlace(tag, report)
    checkTexts(tag, report)
  }
  checkTop(tags, report)
  checkHeadings(tags, report)
  checkNotes(tags, report)
  checkRoles(tags, report)
}

function checkPlace({type, kids, parent, pieces}: Tag, report: Report): void {
  const allowed = mayHold[type]
  for (const kid of kids) {
    if (allowed && !allowed.includes(kid.type))
      report('UA 7.2', `In een ${type} staat een ${kid.type}`)
  }
  if (allowed && pieces.length > 0)
    report('UA 7.2', `In een ${type} staat losse tekst`)
  const around = standsIn[type]
  if (around && !around.includes(parent?.type ?? ''))
    report('UA 7.2', `Een ${type} staat in een ${parent?.type ?? 'leegte'}`)
}

function checkTexts({type, dict}: Tag, report: Report): void {
  const lang = textOf(entry(dict, 'Lang'))
  if (lang !== undefined && !isLanguage(lang))
    report('6.7.4', `\`${lang}\` is geen taal`)
  const isPicture = type === 'Figure' || type === 'Formula'
  const said = textOf(entry(dict, 'Alt')) || textOf(entry(dict, 'ActualText'))
  if (isPicture && !said)
    report('UA 7.3', `Een ${type} heeft geen beschrijving`)
}

function checkTop({top}: Tags, report: Report): void {
  const isOne = top.length === 1 && top[0]?.type === 'Document'
  if (!isOne) report('6.7.3.3', 'Bovenaan staat niet één Document')
}

function checkHeadings({all}: Tags, report: Report): void {
  const heads = all.filter(({type}) => isHeading(type) || type === 'H')
  let last = 0
  for (const {type} of heads) {
    const level = Number(type.slice(1))
    if (level > last + 1)
      report('UA 7.4.2', `Na kopniveau ${last} komt ${level}`)
    last = level
  }
  const plain = heads.filter(({type}) => type === 'H').length
  if (plain > 0 && plain < heads.length)
    report('UA 7.4.4', 'Koppen met en zonder niveau staan door elkaar')
}

function checkNotes({all, root}: Tags, report: Report): void {
  const notes = all.filter(({type}) => type === 'Note')
  const ids = notes.map(({dict}) => textOf(entry(dict, 'ID')))
  if (ids.includes(undefined)) report('UA 7.9', 'Een noot heeft geen naam')
  if (new Set(ids).size < ids.length)
    report('UA 7.9', 'Twee noten hebben dezelfde naam')
  const hasIds = all.some(({dict}) => entry(dict, 'ID'))
  if (hasIds && !dictIn(root, 'IDTree'))
    report('own', 'De namen van tags staan in geen lijst')
}

function checkRoles({root}: Tags, report: Report): void {
  const roles = dictIn(root, 'RoleMap')
  for (const key of roles?.keys() ?? []) {
    const type = nameOf(key) ?? ''
    if ([...older, ...newer].includes(type))
      report('UA 7.1', `De tag \`${type}\` van de norm krijgt een andere rol`)
  }
}
