// Redlines and was-wordt tables of small texts. `vitest -u`, then read the git diff.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {changesOf} from '../../../src/compare/changes.ts'
import {compare} from '../../../src/compare/compare.ts'
import {hashText} from '../../../src/hash/sha256.ts'
import {renderRedline, renderRedlinePrint} from '../../../src/render/redline.ts'
import {
  renderWasWordt,
  renderWasWordtCsv,
  renderWasWordtPrint
} from '../../../src/render/was-wordt.ts'
import {anyPair} from '../../compare/amended.ts'
import {sideOf, unitOf} from '../../compare/texts.ts'
import {regelingOf} from '../../corpora/shipped.ts'
import {read} from '../../dialect/read.ts'
import {
  alinea,
  date,
  noot,
  reference,
  tabel,
  text,
  wijziging
} from '../fixture.ts'
import {templates} from '../templates-on-disk.ts'
import {textOn} from './corpus-text.ts'
import {backwards, compared, exampleOf, examples} from './examples.ts'

// Without styles and script: those are read where they stand.
const bare = new Map([
  ...templates,
  ['styles/page', ''],
  ['styles/redline', ''],
  ['styles/print', ''],
  ['styles/redline-print', ''],
  ['styles/was-wordt', ''],
  ['styles/was-wordt-print', ''],
  ['scripts/redline', '']
])

const goldens = '../../fixtures/render/redline'

/** The part of a page in which the text stands. */
function mainOf(html: string): string {
  return /<main[\s\S]*<\/main>/u.exec(html)?.[0] ?? ''
}

/** Both outputs of all examples, one after the other. */
function all(render: (example: (typeof examples)[string]) => string): string {
  return Object.entries(examples)
    .map(([name, example]) => `<!-- ${name} -->\n${render(example)}\n`)
    .join('\n')
}

describe('each kind of change', () => {
  test.each([
    [
      'redline.html',
      all(({comparison, changes}) =>
        mainOf(renderRedline(comparison, changes, bare))
      )
    ],
    [
      'redline-print.html',
      all(({comparison, changes}) =>
        mainOf(renderRedlinePrint(comparison, changes, bare, ''))
      )
    ],
    [
      'was-wordt.html',
      all(({comparison, changes}) =>
        mainOf(renderWasWordt(comparison, changes, bare))
      )
    ],
    [
      'was-wordt.csv',
      all(({comparison, changes}) =>
        renderWasWordtCsv(comparison, changes).replace('\uFEFF', '')
      )
    ]
  ])('%s reads as the golden file', async (name, output) => {
    await expect(output).toMatchFileSnapshot(`${goldens}/${name}`)
  })

  test('a whole page, and a whole print, read as their golden files', async () => {
    const {comparison, changes} = backwards()
    await expect(renderRedline(comparison, changes, bare)).toMatchFileSnapshot(
      `${goldens}/page.html`
    )
    await expect(
      renderRedlinePrint(comparison, changes, bare, '@font-face{}')
    ).toMatchFileSnapshot(`${goldens}/print.html`)
  })
})

describe('the head', () => {
  test('says so when wordt lies before was', () => {
    const {comparison, changes} = backwards()
    const said = 'De tekst onder ‘wordt’ is ouder dan die onder ‘was’'
    expect(renderRedline(comparison, changes, bare)).toContain(said)
    expect(renderWasWordt(comparison, changes, bare)).toContain(said)
    const {comparison: forward, changes: own} =
      examples.gewijzigd ?? backwards()
    expect(renderRedline(forward, own, bare)).not.toContain(said)
  })

  test('says that nothing differs', () => {
    const units = [unitOf('artikel-1', [alinea('Gelijk.')])]
    const {comparison, changes} = compared(units, units)
    const page = renderRedline(comparison, changes, templates)
    expect(page).toContain('Geen verschillen')
    expect(page).not.toContain('<script>')
    expect(renderWasWordt(comparison, changes, templates)).toContain(
      'Geen verschillen'
    )
    expect(renderWasWordtCsv(comparison, changes).split('\r\n')).toHaveLength(2)
  })

  test('counts a table of which a row moved as that, not as moved itself', () => {
    const rows = ['| 1 | a |', '| 2 | b |', '| 3 | c |']
    const unit = (all: readonly string[]) => [
      unitOf(
        'artikel-1',
        read(`| schaal | naam |\n| - | - |\n${all.join('\n')}\n`).text
      )
    ]
    const {comparison, changes} = compared(
      unit(rows),
      unit([...rows.slice(1), ...rows.slice(0, 1)])
    )
    const page = renderRedline(comparison, changes, templates)
    expect(page).toContain('</strong>: 1 met verplaatste rijen.')
  })

  test('names the wijzigingen, by their official names where those are known', () => {
    const {comparison, changes} = examples.gewijzigd ?? backwards()
    const brought = changes.map((change) => ({
      ...change,
      door: ['lbr-20-001', 'lbr-20-002']
    }))
    const known = wijziging({
      id: 'lbr-20-001',
      lbr: '20/001',
      onderwerp: 'proef',
      bekend: date('2020-01-01')
    })
    const options = {wijzigingen: new Map([[known.id, known]])}
    const page = renderRedline(comparison, brought, bare, options)
    expect(page).toContain('Door: Lbr. 20/001; lbr-20-002.')
    expect(renderWasWordt(comparison, brought, bare, options)).toContain(
      '<td data-kolom="Wijziging">Lbr. 20/001; lbr-20-002</td>'
    )
    expect(renderWasWordtCsv(comparison, brought, options)).toContain(
      '"Lbr. 20/001; lbr-20-002"\r\n'
    )
  })
})

test('a page holds one script, and allows no other', () => {
  const {comparison, changes} = examples.gewijzigd ?? backwards()
  const page = renderRedline(comparison, changes, templates)
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gu)]
  expect(scripts).toHaveLength(1)
  const hash = Buffer.from(hashText(scripts[0]?.[1] ?? ''), 'hex')
  expect(page.replaceAll('&#x3D;', '=')).toContain(
    `script-src 'sha256-${hash.toString('base64')}'`
  )
  expect(page).not.toMatch(/(?:src|href)="(?!#|https:\/\/a\.nl)/u)
})

test('the same texts give the same bytes', () => {
  for (const {comparison, changes} of Object.values(examples)) {
    const copy = structuredClone({comparison, changes})
    expect(renderRedline(copy.comparison, copy.changes, templates)).toBe(
      renderRedline(comparison, changes, templates)
    )
  }
})

describe('a was-wordt table', () => {
  /** What is marked in a text, in no order. */
  function marked(html: string, tag: 'ins' | 'del'): readonly string[] {
    const found = mainOf(html).matchAll(
      new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gu')
    )
    return [...found]
      .map(([, words = '']) => words.replace(/<[^>]*>/gu, '').trim())
      .filter((words) => words !== '')
      .toSorted()
  }

  const regeling = regelingOf('voorbeeld-regeling')
  const corpus = exampleOf(
    textOn(regeling, date('2018-06-01')),
    textOn(regeling, date('2023-12-31'))
  )

  test.each(Object.entries({...examples, 'een hele regeling': corpus}))(
    'marks the words that the redline marks: %s',
    (_, {comparison, changes}) => {
      const redline = renderRedlinePrint(comparison, changes, bare, '')
      const table = renderWasWordtPrint(comparison, changes, bare, '')
      expect(marked(table, 'del')).toEqual(marked(redline, 'del'))
      expect(marked(table, 'ins')).toEqual(marked(redline, 'ins'))
    }
  )

  test('has leden as items of a list in print', () => {
    const {comparison, changes} = corpus
    const table = mainOf(renderWasWordtPrint(comparison, changes, bare, ''))
    const items = table.match(/<li>/gu)?.length ?? 0
    // Each label stands in an item, and each item begins with a line that has one.
    const lines = table.match(/<div class="zin [^>]*>\s*<span class="label"/gu)
    expect(items).toBeGreaterThan(50)
    expect(items).toBe(lines?.length)
  })
})

describe('CSV', () => {
  /** The records of a CSV by the letter of RFC 4180, with any separator. */
  function records(csv: string, separator: string): readonly string[][] {
    const rows: string[][] = []
    let at = csv.startsWith('\uFEFF') ? 1 : 0
    let row: string[] = []
    while (at < csv.length) {
      const found = /^"((?:[^"]|"")*)"/u.exec(csv.slice(at))
      if (!found) throw new Error(`No field at ${at}`)
      row.push((found[1] ?? '').replaceAll('""', '"'))
      at += found[0].length
      if (csv.startsWith(separator, at)) {
        at += 1
        continue
      }
      expect(csv.slice(at, at + 2)).toBe('\r\n')
      rows.push(row)
      row = []
      at += 2
    }
    return rows
  }

  test.each([',', ';'] as const)(
    'has seven fields in each record, parted by %s',
    (separator) => {
      fc.assert(
        fc.property(anyPair, ([a, b]) => {
          const comparison = compare(sideOf(a), sideOf(b))
          const changes = changesOf(comparison)
          const csv = renderWasWordtCsv(comparison, changes, {separator})
          for (const record of records(csv, separator)) {
            expect(record).toHaveLength(7)
          }
        }),
        {numRuns: 30}
      )
    }
  )

  test('no field begins as a formula', () => {
    for (const start of ['=', '+', '-', '@', '\t']) {
      const {comparison, changes} = compared(
        [unitOf('artikel-1', [alinea('Zo was het; "eerst", toen.')])],
        [unitOf('artikel-1', [alinea(`${start}HYPERLINK("https://a.nl")`)])]
      )
      const csv = renderWasWordtCsv(comparison, changes)
      const [, gone, came] = records(csv, ';')
      expect(gone?.[3]).toBe('Zo was het; "eerst", toen.')
      expect(came?.[4]).toBe(
        start === '\t'
          ? 'HYPERLINK("https://a.nl")'
          : `'${start}HYPERLINK("https://a.nl")`
      )
    }
  })
})

describe('hostile text', () => {
  function mapped(value: object, map: (inner: unknown) => unknown): unknown {
    if (Array.isArray(value)) return value.map(map)
    const entries = Object.entries(value).map(([key, one]) => [key, map(one)])
    return Object.fromEntries(entries)
  }

  /** A copy with other words; what was one object is one in the copy. */
  function filled<T>(
    value: T,
    from: string,
    to: string,
    copies: Map<unknown, unknown>
  ): T {
    const copy = (inner: unknown): unknown => {
      if (typeof inner === 'string') return inner.replaceAll(from, to)
      if (typeof inner !== 'object' || inner === null) return inner
      if (!copies.has(inner)) copies.set(inner, mapped(inner, copy))
      return copies.get(inner)
    }
    // The copy has the shape of what came in: only strings differ.
    return copy(value) as T
  }

  /** The string everywhere that a text may hold one; what differs does not depend on it. */
  function everywhere(string: string) {
    const any = 'plaatshouder'
    const body = [
      alinea(any, reference(any)),
      {type: 'tussenkop', depth: 2, content: [text(any)]} as const,
      {
        type: 'lid',
        label: any,
        nummer: any,
        content: [alinea(any)]
      } as const,
      tabel([any, 'x'], [any]),
      noot(any, alinea(any))
    ]
    const facts = {nummer: any, opschrift: any}
    const was = [
      unitOf('artikel-1', body, facts),
      unitOf('artikel-2', body, facts),
      unitOf('artikel-3', [alinea('gelijk', any)])
    ]
    const wordt = [
      unitOf('artikel-3', [alinea('gelijk', any), alinea('meer', any)]),
      unitOf('artikel-1', body.slice(1), {...facts, nummer: `${any}1`})
    ]
    return filled(compared(was, wordt), any, string, new Map())
  }

  function outputs(any: string): readonly string[] {
    const {comparison, changes} = everywhere(any)
    return [
      renderRedline(comparison, changes, bare),
      renderRedlinePrint(comparison, changes, bare, ''),
      renderWasWordt(comparison, changes, bare),
      renderWasWordtPrint(comparison, changes, bare, '')
    ]
  }

  /** Tags, their attributes without values. */
  function tags(html: string): readonly string[] {
    return (html.match(/<\/?[a-z!][^>]*>/giu) ?? []).map((tag) =>
      tag.replace(/="[^"]*"/gu, '')
    )
  }

  test.each([
    '<script>alert(1)</script>',
    '{{head}}{{{head}}}',
    '"><img src=x>',
    '&amp;&#x41;',
    '</style></main>',
    "' onload='x"
  ])('%s puts no element and no attribute into a page', (any) => {
    const plain = outputs('x').map(tags)
    outputs(`x${any}x`).forEach((html, at) => {
      expect(tags(html)).toEqual(plain[at])
    })
  })

  test('what no eye can see is shown as its code point', () => {
    const {comparison, changes} = everywhere('a\u202eb\u0007c')
    const csv = renderWasWordtCsv(comparison, changes)
    for (const output of [...outputs('a\u202eb\u0007c'), csv]) {
      expect(output).not.toContain('\u202e')
      expect(output).not.toContain('\u0007')
      expect(output).toContain('a[U+202E]b[U+0007]c')
    }
  })
})
