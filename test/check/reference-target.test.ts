import {describe, expect, test} from 'vitest'
import {
  compileFiles,
  type Files,
  head,
  regeling,
  versie,
  wijziging
} from '../corpus.ts'

/** What `reference-target` says, each as its place and its sentence up to the advice. */
function told(files: Files): readonly string[] {
  return compileFiles({...regeling, ...files})
    .findings.filter(({rule}) => rule === 'reference-target')
    .map(({path, line, column, message}) => {
      const [said = ''] = message.split('; verbeter')
      return `${path.replace('articles/proef/', '')}:${line}:${column} ${said}`
    })
}

/** What is said of a text that is the only artikel, without `Deze tekst verwijst`. */
function toldOf(text: string, more: Files = {}): readonly string[] {
  return told({...versie('begin', text), ...more}).map((line) =>
    line.replace(/^\S+ Deze tekst verwijst /, '')
  )
}

function file(
  path: string,
  values: Readonly<Record<string, string>>,
  body = ''
): Files {
  return {[`proef/${path}.md`]: head(values, body && `${body}\n`)}
}

const always = 'van het begin af naar'
const leden = '1. Een.\n2. Twee.'

describe('what is told from its place and is not there', () => {
  test.each([
    [
      '1. Het vorige lid geldt.\n2. Twee.',
      '`vorige lid`, maar er gaat geen lid aan vooraf'
    ],
    [
      '1. Een, als bedoeld in vorig lid.\n2. Twee.',
      '`vorig lid`, maar er gaat geen lid aan vooraf'
    ],
    [
      '1. De voorgaande leden gelden.\n2. Twee.',
      '`voorgaande leden`, maar er gaat geen lid aan vooraf'
    ],
    [
      '1. Een.\n2. Het volgende lid geldt.',
      '`volgende lid`, maar er komt geen lid na'
    ],
    [
      '1. Een.\n2. De volgende leden gelden niet.',
      '`volgende leden`, maar er komt geen lid na'
    ],
    [
      '1. Een.\n2. De vorige twee leden gelden.',
      '`vorige twee leden`, maar zoveel leden gaan er niet aan vooraf'
    ],
    [
      '1. De eerste volzin van het vorige lid geldt.\n2. Twee.',
      '`eerste volzin van het vorige lid`, maar er gaat geen lid aan vooraf'
    ],
    [
      'De toelage, bedoeld in het vorige lid, vervalt.',
      '`vorige lid`, maar er gaat geen lid aan vooraf'
    ],
    [
      'De toelage, bedoeld in dit lid, vervalt.',
      '`dit lid`, maar heeft geen leden'
    ],
    [
      'Onderdeel a van dit lid geldt.',
      '`Onderdeel a van dit lid`, maar heeft geen leden'
    ],
    [
      'Voor de toepassing van dit onderdeel telt dat mee.',
      '`dit onderdeel`, maar staat niet in een onderdeel'
    ],
    [
      'Dit:\n\na. het vorige onderdeel;\nb. twee.',
      '`vorige onderdeel`, maar er gaat geen onderdeel aan vooraf'
    ],
    [
      'Dit:\n\na. een;\nb. het volgende onderdeel.',
      '`volgende onderdeel`, maar er komt geen onderdeel na'
    ],
    [
      'De vorige volzin geldt. Dit ook.',
      '`vorige volzin`, maar er gaat geen volzin aan vooraf'
    ],
    [
      'Zie paragraaf 4. Dit hoofdstuk geldt.',
      '`Dit hoofdstuk`, maar staat niet in een hoofdstuk'
    ],
    [
      'In deze paragraaf wordt verstaan onder loon: het loon.',
      '`deze paragraaf`, maar staat niet in een paragraaf'
    ],
    [
      'De bepalingen van deze afdeling gelden.',
      '`deze afdeling`, maar staat niet in een afdeling'
    ],
    [
      'In deze titel wordt verstaan onder loon: het loon.',
      '`deze titel`, maar staat niet in een titel'
    ],
    [
      'De regels, bedoeld in deze bijlage, gelden.',
      '`deze bijlage`, maar staat niet in een bijlage'
    ],
    [
      'Het vorige artikel geldt.',
      '`vorige artikel`, maar er gaat geen artikel aan vooraf'
    ],
    [
      'De voorgaande artikelen gelden.',
      '`voorgaande artikelen`, maar er gaat geen artikel aan vooraf'
    ],
    [
      'Het bepaalde in het volgende hoofdstuk geldt.',
      '`volgende hoofdstuk`, maar er komt geen hoofdstuk na'
    ],
    [
      'Zie de vorige paragraaf.',
      '`vorige paragraaf`, maar er gaat geen paragraaf aan vooraf'
    ]
  ])('%s', (text, expected) => {
    expect(
      toldOf(text).filter((line) => !line.includes('paragraaf 4'))
    ).toEqual([`${always} ${expected}`])
  })

  test.each([
    [
      'what is there',
      `${leden}\n3. Het vorige lid en de vorige twee leden gelden.`
    ],
    ['a part beside it', 'Dit:\n\na. een;\nb. het vorige onderdeel.'],
    [
      'a part beside what holds it',
      'Dit:\n\na. een;\nb. twee:\n\n    1°. het vorige onderdeel.'
    ],
    [
      'streepjes, which are not told apart',
      'Dit:\n\n– het vorige onderdeel;\n– twee.'
    ],
    [
      'alineas that may be leden',
      'De ambtenaar krijgt een toelage.\n\nDe toelage, bedoeld in het vorige lid, vervalt.'
    ],
    ['a text that is cut', '1. […]\n\n2. Het volgende lid geldt.'],
    ['words outside the leden', `${leden}\n\nHet vorige lid geldt.`],
    [
      'a member',
      'Het college benoemt de leden. Het vorige lid blijft aan. Dit lid krijgt een vergoeding.'
    ],
    [
      'a member in a lid',
      '1. De commissie heeft vijf leden. Het vorige lid blijft aan tot een ander is benoemd.\n2. Twee.'
    ],
    [
      'what was named before',
      'Artikel 1, tweede lid, van de Awb geldt. De toelage, bedoeld in dit lid, blijft.'
    ],
    [
      'what was named before, of a hoofdstuk',
      'Hoofdstuk 2 van de Awb geldt. De regels, bedoeld in dit hoofdstuk, gelden ook.'
    ],
    [
      'a part of an organisation',
      'De ambtenaar werkt bij deze afdeling, en bij dit onderdeel, of de vorige afdeling.'
    ],
    ['a title', 'Wie deze titel voert, krijgt een toelage.'],
    ['what is quoted', 'Vervallen is „bedoeld in het vorige lid”.'],
    [
      'what is quoted with straight quotes',
      'Vervallen is "het vorige lid" van vroeger.'
    ],
    ['a quotation', '> Het vorige lid geldt.'],
    ['a note', 'Een.[^1]\n\n[^1]: Zie het vorige lid.'],
    [
      'what another law becomes',
      'In artikel 3 van de Awb wordt, onder vernummering van het volgende lid, een lid ingevoegd.'
    ],
    ['what was named in another text', 'Dat artikel geldt.']
  ])('not %s', (_name, text) => {
    expect(
      toldOf(text).filter((line) => line.startsWith('van het begin'))
    ).toEqual([])
  })

  test('in a toelichting, a bijlage and an uittreksel nothing is sure', () => {
    const text = 'Dit hoofdstuk en het vorige lid gelden.'
    expect(
      told({
        ...versie('begin', 'x'),
        ...file('artikel-1/toelichting/begin', {}, text),
        ...file('bijlage-I/begin', {nummer: 'I'}, text)
      })
    ).toEqual([])
    const uittreksel = {
      'proef/regeling.md': head({
        formaat: '1',
        titel: 'Proef',
        route: 'website',
        uittreksel: 'true'
      })
    }
    expect(
      toldOf(
        'Dit hoofdstuk, het vorige artikel en de bijlage bij deze regeling gelden.',
        uittreksel
      )
    ).toEqual([])
    expect(toldOf('1. Het vorige lid geldt.', uittreksel)).toHaveLength(1)
  })

  test('a unit whose text cannot be read may be what is meant', () => {
    const text = 'Het vorige artikel en dit hoofdstuk gelden.'
    expect(
      told({
        ...file('hoofdstuk-1/artikel-2/begin', {nummer: '2'}, text),
        'proef/hoofdstuk-1/begin.md': 'geen kop'
      })
    ).toEqual([])
  })
})

describe('parts without a label', () => {
  const two = 'Een. Twee.'
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['derde volzin', two, true],
    ['tweede volzin', two, false],
    ['laatste volzin', two, false],
    ['derde zinsnede', two, false],
    ['tweede volzin, derde zinsnede', two, false],
    ['derde volzin', 'Een, bedoeld onder nr. 3. Twee', false],
    ['derde volzin', 'Een. Dit:\n\na. twee;\nb. drie.', false],
    ['aanhef', two, true],
    ['aanhef en onderdeel a', 'a. een;\nb. twee.', true],
    ['aanhef en onderdeel a', 'Dit:\n\na. een;\nb. twee.', false],
    ['aanhef en onderdeel a', 'Een.\n\n1. Dit:\n\n    a. een.', false],
    [
      'aanhef',
      'In deze regeling wordt verstaan onder:\n\nloon: het loon.',
      false
    ]
  ]
  test.each(cases)('%s of %j: %s', (part, text, isMissed) => {
    const files = {
      ...versie('begin', `Artikel 2, ${part}, geldt.`),
      ...versie('begin', text, {nummer: '2'})
    }
    expect(told(files)).toHaveLength(isMissed ? 1 : 0)
  })

  test('of an own lid, and not of the onderdeel in which that is said', () => {
    expect(
      toldOf(
        '1. Een. Twee. Dit:\n\n    a. de derde volzin geldt;\n    b. de negende volzin geldt.'
      )
    ).toEqual([
      'naar `artikel 1, eerste lid, onderdeel b, negende volzin`, dat er van het begin af niet is'
    ])
  })

  test('the slot of what enumerates nothing', () => {
    expect(toldOf('Het slot van dit artikel geldt.')).toHaveLength(1)
    expect(
      toldOf('Dit:\n\na. het slot van dit artikel.\n\nDit geldt.')
    ).toEqual([])
  })
})

describe('a bijlage that is not there', () => {
  test.each([
    'De bedragen, opgenomen in de bijlage, gelden.',
    'Zie de bijlagen.',
    'De bedragen staan in de bij dit besluit behorende bijlage.',
    'De bijlagen bij deze regeling gelden.',
    'De bijlage bij deze regeling geldt.',
    'Zie artikel 1 en de bijlage.'
  ])('%s', (text) => {
    expect(toldOf(text)).toEqual([
      expect.stringMatching(
        /bijlagen?`, dat er van het begin af niet is|`bijlage`, dat er/
      )
    ])
    expect(toldOf(text, file('bijlage-I/begin', {nummer: 'I'}, 'x'))).toEqual(
      []
    )
  })

  test.each([
    'De aanvraag bevat de gegevens, bedoeld in de bijlage.',
    'De bedragen in de bijlage bij de brief gelden.',
    'De bedragen van artikel 3 van de Ambtenarenwet, opgenomen in de bijlage, gelden.',
    'De ambtenaar stuurt de bijlagen mee.'
  ])('not %s', (text) => {
    expect(toldOf(text)).toEqual([])
  })

  test('is told with the days', () => {
    expect(
      told({
        ...versie('begin', 'De bedragen, genoemd in de bijlage, gelden.'),
        ...wijziging('l', '2017-11-01'),
        ...file('bijlage-I/2018-01-01.l', {nummer: 'I', tot: '2020-01-01'}, 'x')
      })
    ).toEqual([
      'artikel-1/begin.md:5:28 Deze tekst verwijst naar `bijlage`, dat er van het begin af niet is'
    ])
  })
})

test('a toelichting that is not there; a general one may explain an artikel under a heading', () => {
  const text = 'Zie de toelichting op artikel 1.'
  expect(toldOf(text)).toEqual([
    'naar `toelichting op artikel 1`, dat er van het begin af niet is'
  ])
  const general = (heading: string): Files =>
    file('toelichting/begin', {}, `## ${heading}\n\nHet spreekt voor zich.`)
  expect(toldOf(text, general('Artikel 1'))).toEqual([])
  expect(
    toldOf(text, {
      ...general('Artikelen 1 en 2'),
      ...versie('begin', 'x', {nummer: '2'})
    })
  ).toEqual([])
  expect(toldOf(text, general('Artikel 10'))).toHaveLength(1)
})

describe('units beside one another', () => {
  const l = wijziging('l', '2017-11-01')
  const lapse = (id: string, nummer: string): Files =>
    file(`${id}/2018-01-01.l`, {nummer, vervallen: 'true', basis: 'begin'})

  test('an artikel stands before the first of the next hoofdstuk, whatever its number', () => {
    const files = {
      ...file('hoofdstuk-1/begin', {nummer: '1'}),
      ...file('hoofdstuk-1/artikel-7/begin', {nummer: '7'}, 'x'),
      ...file('hoofdstuk-2/begin', {nummer: '2'}),
      ...file(
        'hoofdstuk-2/artikel-1/begin',
        {nummer: '1'},
        'Het vorige artikel geldt, en het vorige hoofdstuk.'
      )
    }
    expect(told(files)).toEqual([])
  })

  test('the artikelen of a bijlage are a row of their own', () => {
    const text = 'Het vorige artikel geldt.'
    const files = {
      ...versie('begin', 'x'),
      ...file('bijlage-I/begin', {nummer: 'I'}),
      ...file('bijlage-I/artikel-b1/begin', {nummer: '1'}, text)
    }
    expect(told(files)).toHaveLength(1)
  })

  test('a part of the artikel before is looked for in it', () => {
    const citing = versie(
      'begin',
      'Het tweede lid van het vorige artikel geldt.',
      {nummer: '2'}
    )
    expect(told({...versie('begin', leden), ...citing})).toEqual([])
    expect(told({...versie('begin', 'Een.'), ...citing})).toEqual([
      'artikel-2/begin.md:5:5 Deze tekst verwijst naar `tweede lid van het vorige artikel`, dat er van het begin af niet is'
    ])
  })

  test('an artikel of the hoofdstuk before is looked for in it', () => {
    const files = (nummer: string): Files => ({
      ...file('hoofdstuk-1/begin', {nummer: '1'}),
      ...file('hoofdstuk-1/artikel-1/begin', {nummer: '1'}, 'x'),
      ...file('hoofdstuk-2/begin', {nummer: '2'}),
      ...file(
        'hoofdstuk-2/artikel-2/begin',
        {nummer: '2'},
        `Artikel ${nummer} van het vorige hoofdstuk geldt.`
      )
    })
    expect(told(files('1'))).toEqual([])
    expect(told(files('2'))).toHaveLength(1)
  })

  test('outside hoofdstukken the next one is not told, unless there is none at all', () => {
    const citing = versie(
      'begin',
      'De regels van het volgende hoofdstuk gelden.'
    )
    expect(told(citing)).toHaveLength(1)
    const hoofdstuk = file('hoofdstuk-1/begin', {nummer: '1'})
    expect(told({...citing, ...hoofdstuk})).toEqual([])
    const later = file('hoofdstuk-1/2018-01-01.l', {nummer: '1'})
    expect(told({...citing, ...l, ...later})).toEqual([
      expect.stringContaining(
        'van het begin af naar `volgende hoofdstuk`, maar er komt geen hoofdstuk na'
      )
    ])
    const gone = file('hoofdstuk-1/begin', {nummer: '1', tot: '2018-01-01'})
    expect(told({...citing, ...gone})).toEqual([
      expect.stringContaining('vanaf 2018-01-01 naar `volgende hoofdstuk`')
    ])
  })

  test('the days on which there is none are told where the text cites', () => {
    const files = {
      ...l,
      ...file('artikel-1/2018-01-01.l', {nummer: '1'}, 'x'),
      ...versie('begin', 'Het vorige artikel geldt.', {nummer: '2'})
    }
    expect(told(files)).toEqual([
      'artikel-2/begin.md:5:5 Deze tekst verwijst van het begin af naar `vorige artikel`, maar er gaat geen artikel aan vooraf'
    ])
  })

  test('and that the last of them lapses where it does', () => {
    const files = {
      ...regeling,
      ...l,
      ...versie('begin', 'x'),
      ...lapse('artikel-1', '1'),
      ...versie('begin', 'Het vorige artikel geldt.', {nummer: '2'})
    }
    const lines = compileFiles(files).findings.map(
      ({path, rule, message}) => `${path} ${rule} ${message}`
    )
    expect(lines).toEqual([
      expect.stringContaining(
        'artikel-1/2018-01-01.l.md reference-lapse `vorige artikel` is er vanaf 2018-01-01, naar wat op 2017-11-01 bekend is, niet meer, terwijl `artikel 2`'
      )
    ])
  })

  test('a hoofdstuk that got another number is still this one', () => {
    const files = {
      ...l,
      ...file('hoofdstuk-1/begin', {nummer: '1'}),
      ...file('hoofdstuk-1/2018-01-01.l', {nummer: '2', basis: 'begin'}),
      ...file(
        'hoofdstuk-1/artikel-1/begin',
        {nummer: '1'},
        'Dit hoofdstuk geldt.'
      )
    }
    expect(told(files)).toEqual([])
  })
})
