/**
 * Stage: the objects of a document → the bytes of its file.
 *
 * Objects are packed together, which makes a file with all its tags half as
 * large; PDF/A-1, which is older, wants each by itself. pdf-lib can save too,
 * but takes a time that grows with the square of the number of objects.
 */
import {
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFStream
} from '@cantoo/pdf-lib'
import {zlibSync} from 'fflate'
import {joined} from './joined.ts'
import {unlatin} from './latin.ts'

/** How a file is laid out. */
export type Layout = 'packed' | 'plain'

type Numbered = readonly [PDFRef, PDFObject]

/** Where an object stands: at a place in the file, or in a packed object at a place. */
interface Entry {
  readonly number: number
  readonly at: number
  readonly within?: number
}

/** As many objects as are packed together. */
const packSize = 200

/** Write a document with its trailer. */
export function saveFile(document: PDFDocument, layout: Layout): Uint8Array {
  const objects = document.context.enumerateIndirectObjects()
  const file = new File(layout === 'packed' ? '1.7' : '1.4')
  if (layout === 'plain') {
    for (const [ref, object] of objects) file.add(ref.objectNumber, object)
    return file.closeWithTable(document)
  }
  const loose = objects.filter(([, object]) => object instanceof PDFStream)
  const packable = objects.filter(
    ([, object]) => !(object instanceof PDFStream)
  )
  for (const [ref, object] of loose) file.add(ref.objectNumber, object)
  let next = document.context.largestObjectNumber + 1
  for (let at = 0; at < packable.length; at += packSize)
    file.pack(next++, packable.slice(at, at + packSize))
  return file.closeWithStream(document, next)
}

/** The bytes so far, and what stands where in them. */
class File {
  private readonly parts: Uint8Array[] = []
  private readonly entries: Entry[] = []
  private length = 0

  constructor(version: string) {
    // Four bytes beyond ASCII say that the file is binary.
    this.write(unlatin(`%PDF-${version}\n%\u00E2\u00E3\u00CF\u00D3\n`))
  }

  private write(bytes: Uint8Array): void {
    this.parts.push(bytes)
    this.length += bytes.length
  }

  private begin(number: number): void {
    this.entries.push({number, at: this.length})
    this.write(unlatin(`${number} 0 obj\n`))
  }

  add(number: number, object: PDFObject): void {
    this.begin(number)
    this.write(bytesOf(object))
    this.write(unlatin('\nendobj\n'))
  }

  pack(number: number, objects: readonly Numbered[]): void {
    const bodies = objects.map(([, object]) => bytesOf(object))
    const places: number[] = []
    let at = 0
    for (const body of bodies) {
      places.push(at)
      at += body.length + 1
    }
    const head = objects
      .map(([ref], index) => `${ref.objectNumber} ${places[index]} `)
      .join('')
    const space = Uint8Array.of(32)
    const body = joined(bodies.flatMap((bytes) => [bytes, space]))
    this.stream(
      number,
      `/Type/ObjStm/N ${objects.length}/First ${head.length}`,
      joined([unlatin(head), body])
    )
    objects.forEach(([ref], index) => {
      this.entries.push({number: ref.objectNumber, at: index, within: number})
    })
  }

  private stream(number: number, keys: string, bytes: Uint8Array): void {
    const packed = zlibSync(bytes, {level: 6})
    this.begin(number)
    this.write(
      unlatin(
        `<<${keys}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
      )
    )
    this.write(packed)
    this.write(unlatin('\nendstream\nendobj\n'))
  }

  private sorted(): readonly Entry[] {
    return this.entries.toSorted((a, b) => a.number - b.number)
  }

  /** With the table of places packed, as an object of its own. */
  closeWithStream(document: PDFDocument, number: number): Uint8Array {
    const start = this.length
    this.entries.push({number, at: start})
    const entries = this.sorted()
    const table = new DataView(new ArrayBuffer(entries.length * 7))
    entries.forEach(({at, within}, index) => {
      table.setUint8(index * 7, within === undefined ? 1 : 2)
      table.setUint32(index * 7 + 1, within ?? at)
      table.setUint16(index * 7 + 5, within === undefined ? 0 : at)
    })
    const index = runsOf(entries)
      .map((run) => `${run[0]?.number} ${run.length}`)
      .join(' ')
    this.entries.pop()
    this.stream(
      number,
      `/Type/XRef/W[1 4 2]/Index[${index}]${trailerOf(document, number + 1)}`,
      new Uint8Array(table.buffer)
    )
    return this.end(start)
  }

  closeWithTable(document: PDFDocument): Uint8Array {
    const start = this.length
    const head = {number: 0, at: 0}
    const runs = runsOf([head, ...this.sorted()])
    const lines = runs.flatMap((run) => [
      `${run[0]?.number} ${run.length}\n`,
      ...run.map((entry) =>
        entry === head
          ? '0000000000 65535 f \n'
          : `${String(entry.at).padStart(10, '0')} 00000 n \n`
      )
    ])
    const size = document.context.largestObjectNumber + 1
    this.write(
      unlatin(
        `xref\n${lines.join('')}trailer\n<<${trailerOf(document, size)}>>\n`
      )
    )
    return this.end(start)
  }

  private end(start: number): Uint8Array {
    this.write(unlatin(`startxref\n${start}\n%%EOF\n`))
    return joined(this.parts)
  }
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

function trailerOf({context}: PDFDocument, size: number): string {
  const {Root, Info, ID} = context.trailerInfo
  const trailer = PDFDict.withContext(context)
  for (const [key, value] of Object.entries({Root, Info, ID})) {
    if (value) trailer.set(PDFName.of(key), value)
  }
  return `/Size ${size}${trailer.toString().slice(2, -2)}`
}

/** Stretches of consecutive numbers. */
function runsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const runs: Entry[][] = []
  let last: Entry | undefined
  for (const entry of entries) {
    if (last?.number === entry.number - 1) runs.at(-1)?.push(entry)
    else runs.push([entry])
    last = entry
  }
  return runs
}
