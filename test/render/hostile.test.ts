// Any string in any field of text is text in every format.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Block, Consolidation} from '../../src/model.ts'
import {renderPage} from '../../src/render/html.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'
import {renderPrint} from '../../src/render/print.ts'
import {renderText} from '../../src/render/text.ts'
import {
  alinea,
  consolidation,
  date,
  item,
  noot,
  reference,
  regeling,
  tabel,
  text,
  unit,
  wijziging
} from './fixture.ts'
import {templates} from './templates-on-disk.ts'
import {markdownWords} from './words.ts'

/** The string everywhere that a source may hold one. */
function everywhere(any: string): Consolidation {
  const body: readonly Block[] = [
    alinea(any, reference(any), {
      type: 'link',
      url: any,
      children: [{type: 'text', value: any}]
    }),
    {type: 'tussenkop', depth: 2, content: [text(any)]},
    item('lid', '1.', any),
    tabel([any, 'x'], [any]),
    {type: 'citaat', content: [alinea(any)]},
    noot(any, alinea(any))
  ]
  const facts = {nummer: any, opschrift: any, wijzigingen: ['w'], text: body}
  return consolidation({
    citeertitel: any,
    regeling: {
      ...regeling,
      titel: any,
      bron: any,
      opvolger: any,
      partijen: [{text: any}],
      tot: date('2015-01-01')
    },
    state: 'geëindigd',
    sources: [
      wijziging({
        id: 'w',
        onderwerp: any,
        lbr: any,
        kenmerk: any,
        bekend: 'onbekend',
        bron: {plaats: any}
      })
    ],
    units: [
      unit({
        id: 'artikel-1',
        soort: 'artikel',
        since: date('2015-01-01'),
        ...facts
      })
    ]
  })
}

/** The tags of a page, their attributes without values that a source gives. */
function tags(html: string): readonly string[] {
  return (html.match(/<\/?[a-z!][^>]*>/giu) ?? []).map((tag) =>
    tag
      .replace(/(aria-label|href)="[^"]*"/gu, '$1')
      // How wide a table is depends on its words.
      .replace(
        / breekt"|(?<=<table) class="[a-z-]*"| liggend a\d"/u,
        (width) => (width.startsWith(' class') ? '' : '"')
      )
  )
}

const nasty = fc.oneof(
  fc.string({unit: 'binary', maxLength: 12}),
  fc.string({
    unit: fc.constantFrom(
      ...'<>&"\'`={}[]()|*_#\\/:;!-.\n\r\t \0\u202e\ud800',
      'a',
      '1',
      '{{',
      '}}',
      '<!--',
      '-->',
      '</style>',
      '<script>',
      'javascript:'
    ),
    minLength: 1,
    maxLength: 8
  })
)

test('no string puts an element or an attribute into a page', () => {
  const plainTags = {
    page: tags(renderPage(everywhere('x'), templates)),
    print: tags(renderPrint(everywhere('x'), templates, ''))
  }
  const noLink = /<\/?a\b/u
  fc.assert(
    fc.property(nasty, (any) => {
      // A letter on both sides: what is empty may lack a heading or a link.
      const c = everywhere(`x${any}x`)
      const page = renderPage(c, templates)
      const print = renderPrint(c, templates, '')
      expect(tags(page).filter((tag) => !noLink.test(tag))).toEqual(
        plainTags.page.filter((tag) => !noLink.test(tag))
      )
      expect(tags(print).filter((tag) => !noLink.test(tag))).toEqual(
        plainTags.print.filter((tag) => !noLink.test(tag))
      )
    }),
    {numRuns: 60}
  )
})

test('no string escapes from the running head of a print', () => {
  const head = (any: string): string =>
    /@top-left \{([^\n]*)\n/u.exec(
      renderPrint(everywhere(any), templates, '')
    )?.[1] ?? ''
  fc.assert(
    fc.property(nasty, (any) => {
      expect(head(any)).toMatch(/^ content: "(?:[A-Za-z0-9]|\\[0-9a-f]+ )*";/u)
    }),
    {numRuns: 60}
  )
})

test('what no eye can see is shown as its code point, in every format', () => {
  const c = everywhere('a\u202eb\u0007c\ud800d')
  for (const output of [
    renderMarkdown(c),
    renderText(c),
    renderPage(c, templates),
    renderPrint(c, templates, '')
  ]) {
    expect(output).not.toMatch(/\u202e|\p{Surrogate}/u)
    expect(output).not.toContain('\u0007')
    expect(output).toMatch(/a\[U\+202E\\?\]b\[U\+0007\\?\]c\[U\+D800\\?\]d/u)
  }
})

test('an HTML viewer of the Markdown finds no tag in it', () => {
  const c = everywhere('\\<script>x</script><!--')
  expect(renderMarkdown(c)).not.toMatch(/(?<!\\)(?:\\\\)*<[a-z/!]/iu)
})

test('only web, mail and places in the page become links', () => {
  const link = (url: string): string => {
    const body = [
      alinea({type: 'link', url, children: [{type: 'text', value: 'hier'}]})
    ]
    const c = consolidation({
      units: [unit({id: 'slot', soort: 'slot', text: body})]
    })
    return /<p>(.*hier.*)<\/p>/u.exec(renderPage(c, templates))?.[1] ?? ''
  }
  expect(link('https://a.nl/?x="y"')).toBe(
    '<a href="https://a.nl/?x&#x3D;%22y%22">hier</a>'
  )
  expect(link('mailto:a@b.nl')).toBe('<a href="mailto:a@b.nl">hier</a>')
  expect(link('#artikel-1')).toBe('<a href="#artikel-1">hier</a>')
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//a.nl',
    'a'
  ]) {
    expect(link(url)).toBe('hier')
  }
})

test('a link holds no link and no reference; one without words shows its address', () => {
  const inner = (value: string): never =>
    ({type: 'link', url: 'https://b.nl', children: [text(value)]}) as never
  const body = [
    alinea(
      {
        type: 'link',
        url: 'https://a.nl',
        children: [
          text('een ') as never,
          {type: 'emphasis', children: [inner('twee')]} as never,
          reference('1') as never
        ]
      },
      {type: 'link', url: 'https://c.nl', children: []}
    ),
    noot('1', alinea('noot'))
  ]
  const c = consolidation({
    units: [unit({id: 'slot', soort: 'slot', text: body})]
  })
  const page = renderPage(c, templates)
  expect(page).toContain('<a href="https://a.nl">een <i>twee</i></a><sup>')
  expect(page).toContain('<a href="https://c.nl">https://c.nl</a>')
  expect(markdownWords(renderMarkdown(c)).join(' ')).toContain(
    'een twee1https://c.nl 1 noot'
  )
})
