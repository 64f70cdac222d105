/** A regeling that builds at once, for its author to go on with. */
import type {Laag, Route} from '../model.ts'
import {attributesPath, type Draft, type DraftFile} from './draft.ts'
import {sourceText, typedText} from './source-text.ts'

/** What is asked of a new regeling. */
export interface NewRegeling {
  /** Name of its folder. */
  readonly id: string
  readonly titel?: string
  readonly route: Route
  readonly lagen: readonly Laag[]
}

/** Where the corpus stands, or will stand. */
export interface Surroundings {
  /** Name of the corpus folder itself. */
  readonly name: string
  /** Text of `.gitattributes` in the folder above; absent when there is none. */
  readonly gitattributes?: string
}

/** Draft a regeling with a hoofdstuk, an artikel and a place for notes. */
export function draftRegeling(
  {id, titel, route, lagen}: NewRegeling,
  surroundings: Surroundings
): Draft {
  const [laag] = lagen
  const name = titel === undefined ? id : typedText(titel, 'titel')
  const files: readonly DraftFile[] = [
    {
      path: `${id}/regeling.md`,
      text: sourceText({formaat: 1, titel: name, route, lagen})
    },
    {
      path: `${id}/hoofdstuk-1/begin.md`,
      text: sourceText({nummer: '1', opschrift: 'Algemene bepalingen', laag})
    },
    {
      path: `${id}/hoofdstuk-1/artikel-1-1/begin.md`,
      text: sourceText(
        {nummer: '1:1', opschrift: 'Begripsomschrijvingen', laag},
        [
          {
            type: 'alinea',
            role: 'tekst',
            content: [{type: 'text', value: exampleText}]
          }
        ]
      )
    },
    {path: `${id}/NOTES.md`, text: notes(name)}
  ]
  const attributes = gitAttributes(surroundings)
  return {
    files: [...files, ...attributes.files],
    remarks: [
      'Het artikel is een voorbeeld; vervang de tekst, of de hele map, door de eigen tekst van de regeling',
      ...attributes.remarks
    ]
  }
}

const exampleText =
  'Dit artikel is een voorbeeld; hier komt de tekst van de regeling.'

function notes(titel: string): string {
  return `# Verantwoording van deze verzameling

Hier staat waaraan de tekst van ${escaped(titel)} is ontleend, wat daarin is verbeterd, en wat twijfelachtig is en
daarom niet is veranderd. Dit bestand komt niet in de documenten.
`
}

/** A title is not meant as Markdown. */
function escaped(titel: string): string {
  return titel.replace(/[\\`*_[\]<>#]/gu, '\\$&')
}

/** Line ends of sources stay as they are: their hashes and the law's own text depend on it. */
function gitAttributes({name, gitattributes}: Surroundings): Draft {
  const line = attributesLine(name)
  const lines = gitattributes?.split(/\r\n|\r|\n/u).map((one) => one.trim())
  if (lines?.includes(line)) return {files: [], remarks: []}
  if (lines === undefined && isPlain(name)) {
    return {
      files: [{path: attributesPath, text: `${line}\n`}],
      remarks: []
    }
  }
  return {
    files: [],
    remarks: [
      `Zet in \`.gitattributes\` naast de map \`${name}\` de regel \`${line}\`; anders kan git de regeleinden van de bronnen veranderen`
    ]
  }
}

function attributesLine(name: string): string {
  return isPlain(name)
    ? `${name}/** -text`
    : `"${name.replace(/[\\"]/gu, '\\$&')}/**" -text`
}

/** Whether a name means only itself as a pattern of git. */
function isPlain(name: string): boolean {
  return /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/u.test(name)
}
