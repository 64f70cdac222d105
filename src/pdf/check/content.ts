/** The content of the pages: all of it tagged or an artifact, and tied to its tag. */
import {PDFArray, type PDFObject, type PDFPage, PDFRef} from '@cantoo/pdf-lib'
import {unknown} from '../font.ts'
import {latin} from '../latin.ts'
import {entry, keyOf, nameOf, numberOf} from '../objects.ts'
import {contentOf, readPages} from '../pages.ts'
import {numbersOf, type Operator, scan} from '../scan.ts'
import type {Report} from './fault.ts'
import type {OpenFile} from './open-file.ts'

const painting = new Set([
  ...['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'],
  ...['Tj', 'TJ', "'", '"', 'Do', 'sh', 'BI']
])
const deepest = 28
/** Operators that place what is drawn, and how far PDF/A-1 lets them reach. */
const placing = new Set(['cm', 'Tm', 'Td', 'm', 'l', 'c', 'v', 'y', 're'])
const furthest = 32_767

/** Check every page. */
export function checkContent(file: OpenFile, report: Report): void {
  const owners = new Map(
    file.tags?.all.flatMap(({pieces, key}) =>
      pieces.map((piece) => [piece, key] as const)
    )
  )
  const met = new Set<string>()
  file.document.getPages().forEach((page, at) => {
    checkPage(page, {at, file, owners, met, report})
  })
  for (const piece of owners.keys()) {
    if (!met.has(piece))
      report('UA 7.1', 'Een tag wijst naar tekst die er niet is')
  }
  checkGlyphs(file, report)
}

interface Looking {
  readonly at: number
  readonly file: OpenFile
  readonly owners: ReadonlyMap<string, string>
  readonly met: Set<string>
  readonly report: Report
}

function checkPage(page: PDFPage, looking: Looking): void {
  const walker = new Walker(page, looking)
  const bytes = contentOf(page)
  scan(bytes, (operator) => walker.take(operator, bytes))
  walker.end()
  if (nameOf(entry(page.node, 'Tabs')) !== 'S')
    looking.report(
      'UA 7.18.3',
      `Bladzijde ${looking.at + 1} loopt niet in de volgorde van de tags`
    )
  for (const key of ['AA', 'PresSteps']) {
    if (entry(page.node, key))
      looking.report(
        '6.5.2',
        `Bladzijde ${looking.at + 1} doet iets uit zichzelf`
      )
  }
}

interface Mark {
  readonly isArtifact: boolean
  readonly mcid: number | undefined
}

class Walker {
  private readonly looking: Looking
  private readonly key: string
  private readonly parents: readonly PDFObject[]
  private readonly open: Mark[] = []
  private depth = 0

  constructor(page: PDFPage, looking: Looking) {
    this.looking = looking
    this.key = keyOf(page.ref)
    const number = numberOf(entry(page.node, 'StructParents'))
    const list =
      number === undefined ? undefined : looking.file.tags?.parents.get(number)
    const value = list instanceof PDFRef ? page.doc.context.lookup(list) : list
    this.parents = value instanceof PDFArray ? value.asArray() : []
  }

  private report(clause: string, message: string): void {
    const {at, report} = this.looking
    report(clause, `Bladzijde ${at + 1}: ${message}`)
  }

  take(operator: Operator, bytes: Uint8Array): void {
    const called = operator.name
    if (this.looking.file.flavour === '1a') this.measure(operator, bytes)
    if (called === 'q') this.deeper()
    else if (called === 'Q') this.depth--
    else if (called === 'BDC' || called === 'BMC') this.begin(operator, bytes)
    else if (called === 'EMC') this.close()
    else if (painting.has(called)) this.paint(called)
    else if (called === 'k' || called === 'K')
      this.report('6.2.4.3', 'kleuren waarvoor geen profiel is')
  }

  end(): void {
    if (this.open.length > 0)
      this.report('6.7.3', 'een merk wordt niet gesloten')
  }

  private measure(operator: Operator, bytes: Uint8Array): void {
    if (!placing.has(operator.name)) return
    if (numbersOf(operator, bytes).some((one) => Math.abs(one) > furthest))
      this.report('6.1.12', `een getal boven ${furthest}`)
  }

  private deeper(): void {
    this.depth++
    if (this.depth > deepest) this.report('6.1.13', 'te diep genest')
  }

  private close(): void {
    if (!this.open.pop()) this.report('6.7.3', 'een merk sluit dat er niet is')
  }

  private begin({operands}: Operator, bytes: Uint8Array): void {
    const [tag, properties] = operands.map(({start, end}) =>
      latin(bytes.subarray(start, end))
    )
    const isArtifact = tag === '/Artifact'
    const found = /\/MCID\s+(\d+)/u.exec(properties ?? '')?.[1]
    const mcid = found === undefined ? undefined : Number(found)
    const isInArtifact = this.open.some((mark) => mark.isArtifact)
    const isInTag = this.open.some((mark) => mark.mcid !== undefined)
    if (isArtifact && isInTag)
      this.report('UA 7.1', 'een artefact staat in getagde tekst')
    if (mcid !== undefined && isInArtifact)
      this.report('UA 7.1', 'getagde tekst staat in een artefact')
    if (mcid !== undefined && !isArtifact) this.tie(mcid)
    this.open.push({isArtifact, mcid})
  }

  private tie(mcid: number): void {
    const {owners, met} = this.looking
    const piece = `${this.key}:${mcid}`
    if (met.has(piece))
      this.report('6.7.3', `nummer ${mcid} komt twee keer voor`)
    met.add(piece)
    const owner = owners.get(piece)
    if (owner === undefined)
      this.report('UA 7.1', `tekst ${mcid} hoort bij geen tag`)
    else if (keyOf(this.parents[mcid]) !== owner)
      this.report('6.7.3', `tekst ${mcid} wijst naar een andere tag`)
  }

  private paint(called: string): void {
    const isCovered = this.open.some(
      ({isArtifact, mcid}) => isArtifact || mcid !== undefined
    )
    if (!isCovered)
      this.report('UA 7.1', `\`${called}\` is getagd noch artefact`)
  }
}

/** A glyph without a character, or an empty box. */
function checkGlyphs({document}: OpenFile, report: Report): void {
  const pages = readPages(document, () => true)
  pages.forEach(({content}, at) => {
    const isOdd = content.oddities.some(({character}) => character === unknown)
    if (isOdd)
      report('6.2.11.8', `Bladzijde ${at + 1} heeft een teken dat niets zegt`)
  })
}
