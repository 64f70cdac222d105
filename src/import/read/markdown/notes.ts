/** Notes at the end of a text → the unit that refers to them. */
import type {Line} from './lines.ts'
import type {Section} from './sections.ts'

const definition = /^\[\^([^\]\s]{1,60})\]:/u
/** Also before a colon, but at the start of a line. */
const reference = /(?<!^)\[\^([^\]\s]{1,60})\]|^\[\^([^\]\s]{1,60})\](?!:)/gu

/** Bring each note to the one unit that refers to it; what none or several refer to stays where it is. */
export function placeNotes(sections: readonly Section[]): void {
  const users = usersOf(sections)
  for (const section of sections) {
    for (const {merk, lines} of notesOf(section)) {
      const [user, ...others] = users.get(merk) ?? []
      if (!user || user === section || others.length > 0) continue
      const moved = new Set(lines)
      section.lines.splice(
        0,
        section.lines.length,
        ...section.lines.filter((line) => !moved.has(line))
      )
      user.lines.push({text: '', start: lines[0]?.start ?? 0}, ...lines)
    }
  }
}

/** For each mark the units whose text has it. */
function usersOf(
  sections: readonly Section[]
): ReadonlyMap<string, readonly Section[]> {
  const users = new Map<string, Section[]>()
  for (const section of sections) {
    const marks = section.lines.flatMap(({text}) =>
      [...text.matchAll(reference)].map(
        ([, merk, first]) => merk ?? first ?? ''
      )
    )
    for (const merk of new Set(marks)) {
      users.set(merk, [...(users.get(merk) ?? []), section])
    }
  }
  return users
}

interface Note {
  readonly merk: string
  readonly lines: readonly Line[]
}

/** A note goes on in what is indented right below it. */
function notesOf({lines}: Section): readonly Note[] {
  const notes: {merk: string; lines: Line[]}[] = []
  let open: {merk: string; lines: Line[]} | undefined
  for (const line of lines) {
    const merk = definition.exec(line.text)?.[1]
    if (merk !== undefined) {
      open = {merk, lines: [line]}
      notes.push(open)
    } else if (open && /^ {2,}\S/u.test(line.text)) open.lines.push(line)
    else open = undefined
  }
  return notes
}
