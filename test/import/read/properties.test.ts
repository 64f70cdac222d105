import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parseText} from '../../../src/dialect/parse.ts'
import {printText} from '../../../src/dialect/print.ts'
import type {ImportedText, ImportedUnit} from '../../../src/import/imported.ts'
import {accountFor} from '../../../src/import/read/account.ts'
import {readWholeText} from '../../../src/import/read/read.ts'
import {toSource} from '../../../src/import/read/source.ts'
import {readString, textOf} from './texts.ts'

const folder = path.join(import.meta.dirname, '../../fixtures/import')
const fixtures = readdirSync(folder).map(
  (name) => [name, readFileSync(path.join(folder, name))] as const
)

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'De',
        'ambtenaar',
        'lid.',
        'a.',
        '1',
        '€',
        'é',
        'ë',
        '[x]',
        '*',
        '–',
        '1O0',
        'lid.De',
        '½',
        '𝄞',
        '|',
        '\\',
        '_',
        '#'
      ),
      fc.string({maxLength: 6})
    ),
    {minLength: 1, maxLength: 6}
  )
  .map((list) => list.join(' ').replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ''))

const escaped = words.map((text) =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
)
const label = fc.constantFrom(
  'a',
  'b.',
  'c)',
  '1',
  '2.',
  '1º',
  '2°.',
  '-',
  '•',
  'I',
  'A.',
  'aa.',
  '',
  '1.1'
)

const {al, body} = fc.letrec<{al: string; block: string; body: string}>(
  (tie) => ({
    al: fc
      .array(
        fc.oneof(
          {weight: 6, arbitrary: escaped},
          escaped.map((text) => `<nadruk type="vet">${text}</nadruk>`),
          escaped.map((text) => `<cursief>${text}</cursief>`),
          escaped.map(
            (text) =>
              `<extref doc="https://voorbeeld.nl/a?b=1&amp;c">${text}</extref>`
          ),
          escaped.map(
            (text) =>
              `<noot><noot.nr>1</noot.nr><noot.al>${text}</noot.al></noot>`
          ),
          escaped.map((text) => `<![CDATA[${text.replaceAll(']]>', '')}]]>`),
          escaped.map((text) => `<onbekend>${text}</onbekend>`),
          fc.constant('<sup>2</sup>'),
          fc.constant('<br/>'),
          fc.constant('<!-- niets --><?niets?>')
        ),
        {maxLength: 4}
      )
      .map((parts) => `<al>${parts.join('')}</al>`),
    block: fc.oneof(
      {maxDepth: 4, withCrossShrink: true},
      tie('al'),
      fc
        .array(fc.tuple(label, tie('body')), {maxLength: 3})
        .map(
          (list) =>
            `<lijst>${list.map(([nr, inner]) => `<li><li.nr>${nr}</li.nr>${inner}</li>`).join('\n')}</lijst>`
        ),
      fc
        .array(fc.tuple(label, tie('body')), {maxLength: 3})
        .map(
          (list) =>
            `<lijst>${list.map(([nr, inner]) => `<li nr="${nr}">${inner}</li>`).join('')}</lijst>`
        ),
      fc
        .tuple(label, tie('body'))
        .map(([nr, inner]) => `<lid><lidnr>${nr}</lidnr>${inner}</lid>`),
      fc
        .array(fc.array(tie('body'), {maxLength: 3}), {maxLength: 3})
        .map(
          (rows) =>
            `<table><tgroup cols="3"><tbody>${rows.map((cells) => `<row>${cells.map((cell) => `<entry morerows="${cells.length - 1}">${cell}</entry>`).join('')}</row>`).join('')}</tbody></tgroup></table>`
        ),
      escaped.map((text) => `<tussenkop>${text}</tussenkop>`),
      tie('body').map((inner) => `<citaat>${inner}</citaat>`),
      tie('body').map((inner) => `<raar><vreemd>${inner}</vreemd></raar>`),
      fc
        .tuple(escaped, tie('body'))
        .map(
          ([term, meaning]) =>
            `<definitielijst><definitie-item><term>${term}</term><definitie>${meaning}</definitie></definitie-item></definitielijst>`
        ),
      escaped.map((text) => `<meta-data>${text}</meta-data>`)
    ),
    body: fc.array(tie('block'), {maxLength: 3}).map((list) => list.join('\n'))
  })
)

const kop = fc
  .tuple(
    fc.constantFrom(
      'Artikel',
      'Hoofdstuk',
      '§',
      'Tabel',
      '',
      'Artikel 7',
      '3.Begin'
    ),
    fc.constantFrom('1', '2a', 'IV', '3:4', '1.', ''),
    fc.oneof(escaped, fc.constantFrom('', '[Vervallen]', 'Artikel 3. Verlof'))
  )
  .map(
    ([name, nr, titel]) =>
      `<kop><label>${name}</label><nr>${nr}</nr><titel>${titel}</titel></kop>`
  )

const unit = fc
  .tuple(
    fc.constantFrom(
      'artikel',
      'hoofdstuk',
      'paragraaf',
      'bijlage',
      'toelichting',
      'titeldeel',
      'aanhef'
    ),
    kop,
    body,
    fc.array(
      fc.tuple(
        fc.constantFrom('artikel', 'paragraaf', 'sub-paragraaf'),
        kop,
        body
      ),
      {maxLength: 3}
    ),
    al
  )
  .map(([name, head, text, inner, behind]) => {
    const children = inner.map(
      ([soort, own, words]) => `<${soort}>${own}${words}</${soort}>`
    )
    return `<${name}>${head}${text}${children.join('\n')}${behind}</${name}>`
  })

const document = fc
  .array(unit, {minLength: 1, maxLength: 3})
  .map(
    (units) =>
      `<cvdr><meta><owmskern><title>T</title></owmskern></meta><body><intitule>Proef</intitule><regeling><regeling-tekst>${units.join('\n')}</regeling-tekst></regeling></body></cvdr>`
  )

describe('XML of the shapes that are read', () => {
  test('every character is in the tree or left out, in order', () => {
    fc.assert(
      fc.property(document, (xml) => {
        const reading = readString(xml, 'proef.xml')
        if ('text' in reading) textOf(reading)
      }),
      {numRuns: 1500}
    )
  })

  test('a sign behind labels may be of the text or of the label before it', () => {
    const item =
      '<lijst><li><li.nr>2°.</li.nr><lijst><li nr="-"><al>.</al></li></lijst></li></lijst>'
    const xml = `<cvdr><meta><owmskern><title>T</title></owmskern></meta><body><intitule>Proef</intitule><regeling><regeling-tekst><artikel><kop><label>Artikel</label><nr>1</nr></kop>${item}</artikel></regeling-tekst></regeling></body></cvdr>`
    const text = textOf(readString(xml, 'proef.xml'))
    const lost = xml.replace(' nr="-"', '')
    expect(accountFor(toSource('proef.xml', lost), text).balanced).toBe(false)
  })

  test('what is printed of the tree says the same words', () => {
    fc.assert(
      fc.property(document, (xml) => {
        const reading = readString(xml, 'proef.xml')
        if ('refused' in reading) return
        for (const {text, soort} of allUnits(reading.text.units)) {
          const headings = soort !== 'artikel'
          const options = {leden: soort === 'artikel', headings}
          const markdown = printText(text)
          // A bracket in a link, a note mark at the start: the dialect's own affair.
          fc.pre(!/\][^[]*\]\(http|(?:^|[.–] |\n *)\[\^/u.test(markdown))
          const back = parseText(markdown, options, () => undefined)
          expect(printText(back)).toBe(markdown)
        }
      }),
      {numRuns: 300}
    )
  })
})

describe('no file makes the reader throw', () => {
  test.each(fixtures)('%s, cut off anywhere', (name, bytes) => {
    fc.assert(
      fc.property(fc.nat({max: bytes.length}), (end) => {
        const reading = readWholeText(bytes.subarray(0, end), name)
        if ('text' in reading) textOf(reading)
      }),
      {numRuns: 250}
    )
  })

  test.each(fixtures)('%s, with bytes changed', (name, bytes) => {
    const change = fc.tuple(fc.nat({max: bytes.length - 1}), fc.nat({max: 255}))
    fc.assert(
      fc.property(fc.array(change, {minLength: 1, maxLength: 4}), (changes) => {
        const copy = Uint8Array.from(bytes)
        for (const [at, byte] of changes) copy[at] = byte
        const reading = readWholeText(copy, name)
        if ('text' in reading) textOf(reading)
      }),
      {numRuns: 250}
    )
  })

  test('any lines under a heading', () => {
    const line = fc.oneof(
      words,
      fc.constantFrom(
        '',
        '### Artikel 2',
        '## Bijlage',
        '# Toelichting',
        '| a | b |',
        '|---|---|',
        '[^1]: noot',
        'zie[^1]',
        '> citaat',
        '1. een',
        'a. ka',
        '1° graad',
        '- streep',
        '---',
        '&nbsp;',
        '<br>',
        '[w](u)',
        '**vet**',
        '*cur*',
        'Vervallen',
        '2. twee',
        'b. bel',
        '####Kop',
        'Lasten en bevelen',
        '``` x',
        '    4. vier'
      )
    )
    fc.assert(
      fc.property(fc.array(line, {maxLength: 14}), (lines) => {
        // An asterisk does not count, so that before a lone dash it says nothing.
        fc.pre(!lines.some((one) => /^\s*\*\s*[-–—•]/u.test(one)))
        textOf(readString(`# Proef\n\n### Artikel 1\n\n${lines.join('\n')}`))
      }),
      {numRuns: 2000}
    )
  })
})

function allUnits(units: readonly ImportedUnit[]): readonly ImportedUnit[] {
  return units.flatMap((unit) => [unit, ...allUnits(unit.children)])
}

describe('the account is no formality', () => {
  const read = (name: string): {text: ImportedText; source: string} => {
    const bytes = fixtures.find(([file]) => file === name)?.[1]
    const reading = readWholeText(bytes ?? new Uint8Array(), name)
    return {text: textOf(reading), source: new TextDecoder().decode(bytes)}
  }
  const balanced = (source: string, text: ImportedText): boolean =>
    accountFor(toSource(text.file, source), text).balanced

  test.each(['cvdr.xml', 'loose.md', 'BWBR9999999_2013-07-01_1.xml'])(
    '%s: a lost, changed, doubled or moved word is found',
    (name) => {
      const {text, source} = read(name)
      expect(balanced(source, text)).toBe(true)
      const [first, second] = text.units
      if (!first || !second) throw new Error('two units are needed')
      const rest = text.units.slice(2)
      const words = JSON.stringify(text.units)
      const changed = JSON.parse(
        words.replace('"value":"', '"value":"x')
      ) as never
      for (const units of [
        [first, ...rest],
        [second, first, ...rest],
        [first, first, second, ...rest],
        changed
      ]) {
        expect(balanced(source, {...text, units})).toBe(false)
      }
      expect(balanced(source, {...text, leftOut: text.leftOut.slice(1)})).toBe(
        false
      )
      const more = source.replace(
        /(<\/al>|\n)(?![\s\S]*(?:<\/al>|\n)[\s\S])/u,
        'x$1'
      )
      expect(balanced(more, text)).toBe(false)
    }
  )
})
