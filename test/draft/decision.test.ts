import {describe, expect, test} from 'vitest'
import {hashText} from '../../src/hash/sha256.ts'
import {
  type DecisionWords,
  draftWijziging
} from '../../src/pipeline/draft-decision.ts'
import {
  draftRectification,
  draftRevision,
  type RectifyRequest,
  type ReviseRequest
} from '../../src/pipeline/draft-mend.ts'
import {
  type DaysRequest,
  draftDays,
  draftWithdrawal
} from '../../src/pipeline/draft-withdraw.ts'
import {type Files, wijziging} from '../corpus.ts'
import {
  day,
  draftOn,
  newVersion,
  other,
  outline,
  proef,
  rulesIn,
  textAt
} from './desk.ts'

const today = day('2026-04-01')

function decided(
  files: Files,
  words: DecisionWords,
  make: 'withdraw' | 'date',
  request: Partial<DaysRequest> & {readonly target: string}
) {
  const full = {decision: words, today, ...request}
  return draftOn(files, words.id ?? '', (desk) =>
    make === 'withdraw' ? draftWithdrawal(desk, full) : draftDays(desk, full)
  )
}

/** `x` is known since January and changes 2:1 on 1 July; begin texts for all else. */
const announced: Files = {...proef, ...other('x', '2026-01-15', '2026-07-01')}
const iWords = {id: 'i', onderwerp: 'intrekking', datum: day('2026-05-01')}

describe('a wijziging', () => {
  const draft = (words: DecisionWords) =>
    draftOn(proef, '', (desk) => draftWijziging(desk, words))

  test('is named after its ledenbrief', () => {
    expect(
      draft({
        lbr: 'Lbr. 26/012',
        loga: '26/04',
        kenmerk: 'TAZ/U2026: 1',
        onderwerp: 'reiskosten',
        datum: day('2026-03-02'),
        bekend: day('2026-03-03'),
        onderdelen: ['A', 'B'],
        volgorde: 2
      }).files
    ).toEqual({
      'proef/wijzigingen/lbr-26-012.md':
        "---\nsoort: ledenbrief\nkenmerk: 'TAZ/U2026: 1'\nlbr: 26/012\nloga: 26/04\nonderwerp: reiskosten\ndatum: 2026-03-02\nbekend: 2026-03-03\nonderdelen:\n  A: {}\n  B: {}\nvolgorde: 2\n---\n"
    })
  })

  test('without a day is a concept', () => {
    const {files, corpus} = draft({id: 'c', onderwerp: 'x'})
    expect(Object.values(files)).toEqual([
      '---\nsoort: ledenbrief\nonderwerp: x\nconcept: true\n---\n'
    ])
    // `w` and `c` bring nothing yet.
    expect(rulesIn(corpus)).toEqual(['wijziging-empty', 'wijziging-empty'])
  })

  test.each<[DecisionWords, string]>([
    [{onderwerp: 'x'}, 'Geef de wijziging een naam, als `lbr-26-012`'],
    [{lbr: '///', onderwerp: 'x'}, 'Geef de wijziging een naam'],
    [
      {id: 'w', onderwerp: 'x'},
      'De wijziging `w` is er al (`proef/wijzigingen/w.md`)'
    ],
    [
      {id: 'W', onderwerp: 'x'},
      'Een wijziging heet bijvoorbeeld `lbr-15-069.md`'
    ],
    [
      {id: '../../x', onderwerp: 'x'},
      'met kleine letters, cijfers en streepjes; kies een andere naam of plaats'
    ],
    [{id: 'con', onderwerp: 'x'}, 'onder Windows de naam van een apparaat'],
    [{id: 'a'.repeat(70), onderwerp: 'x'}, 'houd het bij 60'],
    [{id: 'x'}, 'Geef met `--onderwerp` in enkele woorden'],
    [{id: 'x', onderwerp: ' '}, 'Bij `--onderwerp` ontbreekt de waarde'],
    [{id: 'x', onderwerp: 'a\nb'}, '`--onderwerp` moet één regel zijn'],
    [
      {id: 'x', onderwerp: 'a\u0007'},
      '`--onderwerp`: onzichtbaar teken U+0007'
    ],
    [
      {id: 'x', onderwerp: 'a\u202Eb'},
      '`--onderwerp`: onzichtbaar teken U+202E'
    ],
    [
      {id: 'x', onderwerp: 'a\uFFFD'},
      '`--onderwerp`: hier is een teken verloren gegaan'
    ],
    [{id: 'x', onderwerp: 'a'.repeat(2001)}, 'houd het bij 2000'],
    [
      {id: 'x', onderwerp: 'x', soort: 'brief'},
      '`brief` is geen soort wijziging'
    ],
    [
      {id: 'x', onderwerp: 'x', onderdelen: ['A', '1']},
      '`1` is geen letter van een onderdeel'
    ],
    [
      {id: 'x', onderwerp: 'x', onderdelen: []},
      'Geef bij `--onderdelen` letters'
    ],
    [
      {id: 'x', onderwerp: 'x', onderdelen: ['A', 'A']},
      'Onderdeel A staat twee keer'
    ]
  ])('%j is refused', (words, reason) => {
    expect(() => draft(words)).toThrow(reason)
  })
})

describe('withdraw', () => {
  test('a whole wijziging: from then on it is not known any more', () => {
    const {files, corpus, findings} = decided(announced, iWords, 'withdraw', {
      target: 'x'
    })
    expect(files).toEqual({
      'proef/wijzigingen/i.md':
        '---\nsoort: ledenbrief\nonderwerp: intrekking\ndatum: 2026-05-01\ntrekt-in: [x]\n---\n'
    })
    expect(findings).toEqual([])
    expect(outline(corpus, '2026-07-01')).toEqual(outline(proef, '2026-07-01'))
    expect(outline(corpus, '2026-07-01', '2026-04-30')).toContain(
      '  2:1: Tekst van x.'
    )
  })

  test('one version, and an onderdeel', () => {
    const version = 'artikel-2-1/2026-07-01.x'
    expect(
      Object.values(
        decided(announced, iWords, 'withdraw', {target: version}).files
      )[0]
    ).toContain(`trekt-in: [${version}]\n`)
    const files = {
      ...proef,
      ...other('x', '2026-01-15', '2026-07-01', {onderdeel: 'B'}),
      ...wijziging('x', '2026-01-15', {onderdelen: '{A: {}, B: {}}'})
    }
    const {files: made, findings} = decided(files, iWords, 'withdraw', {
      target: 'x#B'
    })
    expect(Object.values(made)[0]).toContain('trekt-in: [x#B]\n')
    expect(findings).toEqual([])
  })

  test('by a wijziging that is there: it keeps every byte and says one thing more', () => {
    const source =
      '---\r\nsoort:   ledenbrief # de brief\r\nonderwerp: "x"\r\ndatum: 2026-05-01\r\n---\r\n\r\nTekst van de brief.\r\n'
    const files = {...announced, 'proef/wijzigingen/i.md': source}
    const {files: made, corpus} = decided(files, {id: 'i'}, 'withdraw', {
      target: 'x'
    })
    expect(made['proef/wijzigingen/i.md']).toBe(
      source.replace('2026-05-01\r\n', '2026-05-01\r\ntrekt-in: x\r\n')
    )
    expect(() => decided(corpus, {id: 'i'}, 'withdraw', {target: 'x'})).toThrow(
      '`x` is al ingetrokken, met `i`'
    )
    expect(() =>
      decided(files, {id: 'i', datum: day('2026-06-01')}, 'withdraw', {
        target: 'x'
      })
    ).toThrow(
      '`proef/wijzigingen/i.md` is er al en zegt iets anders dan `--datum`'
    )
  })

  test('tells what was written on the withdrawn text', () => {
    const {corpus} = newVersion(announced, '2:1', {geldig: day('2026-09-01')})
    const {remarks} = decided(corpus, iWords, 'withdraw', {target: 'x'})
    expect(remarks).toEqual([
      'Samenloop: `proef/hoofdstuk-2/artikel-2-1/2026-09-01.w.md` is geschreven op tekst die hiermee wordt ingetrokken; leg daarvoor straks een samengevoegde versie neer'
    ])
  })

  test.each<[string, DecisionWords, string]>([
    [
      'x',
      {...iWords, datum: day('2026-07-01')},
      '`proef/hoofdstuk-2/artikel-2-1/2026-07-01.x.md` is op 2026-07-01 al in werking (sinds 2026-07-01). Wat in werking is, wordt niet ingetrokken: maak een nieuwe wijziging met `cao new wijziging` en leg de tekst neer die ervoor in de plaats komt, of gebruik `cao rectify`'
    ],
    [
      'x',
      {...iWords, datum: day('2026-01-01')},
      '`x` is pas bekend sinds 2026-01-15'
    ],
    ['x', {id: 'x'}, '`x` hoort bij `x` zelf'],
    [
      'y',
      iWords,
      'De wijziging `y` is er niet (de laatste zijn `v`, `w`, `x`); verbeter de naam'
    ],
    ['w', iWords, 'De wijziging `w` heeft geen versies'],
    ['x#A', iWords, '`x` heeft geen onderdeel A; zij heeft er geen'],
    [
      'v#B',
      iWords,
      'Onderdeel B van `v` heeft geen versies; er is dus niets dat verandert'
    ],
    ['v#C', iWords, '`v` heeft geen onderdeel C; er is A, B'],
    ['artikel-9/begin', iWords, 'De versie `artikel-9/begin` is er niet'],
    [
      'artikel-2-2/begin',
      iWords,
      'is op 2026-05-01 al in werking (sinds begin)'
    ],
    ['x', {id: 'i', datum: day('2026-05-01')}, 'Geef met `--onderwerp`'],
    ['x', {onderwerp: 'x'}, 'Geef de wijziging een naam']
  ])('%s by %j is refused', (target, words, reason) => {
    const files = {
      ...announced,
      ...wijziging('v', '2026-01-15', {onderdelen: '{A: {}, B: {}}'})
    }
    expect(() => decided(files, words, 'withdraw', {target})).toThrow(reason)
  })

  test('a concept cannot be withdrawn, and a concept withdraws not before today', () => {
    const files = {
      ...announced,
      'proef/wijzigingen/x.md':
        '---\nsoort: ledenbrief\nonderwerp: x\nconcept: true\n---\n'
    }
    expect(() => decided(files, iWords, 'withdraw', {target: 'x'})).toThrow(
      '`x` is nog een concept: het is nergens bekend'
    )
    const words = {id: 'i', onderwerp: 'x'}
    const {findings} = decided(announced, words, 'withdraw', {target: 'x'})
    expect(findings).toEqual([])
    expect(() =>
      decided(announced, words, 'withdraw', {
        target: 'x',
        today: day('2026-08-01')
      })
    ).toThrow('is op 2026-08-01 al in werking')
  })

  test('a locked wijziging gets nothing more', () => {
    const files = {
      ...announced,
      ...wijziging('i', '2026-05-01'),
      'proef/lock.json': `{"formaat": 1, "wijzigingen": {"i": {"bestanden": {"wijzigingen/i.md": "${'0'.repeat(64)}"}}}}`
    }
    expect(() => decided(files, {id: 'i'}, 'withdraw', {target: 'x'})).toThrow(
      'De wijziging `i` is vergrendeld'
    )
  })
})

describe('date', () => {
  const undated: Files = {...proef, ...other('x', '2026-01-15', 'onbepaald')}
  const words = {id: 'd', onderwerp: 'dag', datum: day('2026-05-01')}

  test('gives an open day', () => {
    const {files, corpus, findings} = decided(undated, words, 'date', {
      target: 'x',
      geldig: day('2026-08-01'),
      inwerking: day('2026-09-01')
    })
    expect(Object.values(files)).toEqual([
      '---\nsoort: ledenbrief\nonderwerp: dag\ndatum: 2026-05-01\nstelt-vast:\n  x: {geldig: 2026-08-01, inwerking: 2026-09-01}\n---\n'
    ])
    expect(findings).toEqual([])
    expect(outline(corpus, '2026-08-31', '2026-08-31')).toContain(
      '  2:1: Tekst van 2:1.'
    )
    expect(outline(corpus, '2026-09-01')).toContain('  2:1: Tekst van x.')
  })

  test('moves a day, also in a wijziging that decides on another one already', () => {
    const first = decided(announced, words, 'date', {
      target: 'x',
      geldig: day('2026-08-01')
    }).corpus
    const files = {...first, ...other('y', '2026-02-01', '2026-10-01')}
    const {files: made, findings} = decided(files, {id: 'd'}, 'date', {
      target: 'y',
      geldig: day('2026-12-01')
    })
    expect(Object.values(made)[0]).toContain(
      'stelt-vast:\n  y: {geldig: 2026-12-01}\n  x: {geldig: 2026-08-01}\n'
    )
    expect(findings).toEqual([])
    expect(() =>
      decided(files, {id: 'd'}, 'date', {
        target: 'x',
        geldig: day('2026-09-01')
      })
    ).toThrow(
      'De kop van `proef/wijzigingen/d.md` heeft al een regel `stelt-vast` die niet vanzelf is aan te vullen; zet er zelf in: `stelt-vast: x: {geldig: 2026-09-01}`'
    )
    expect(() =>
      decided(files, {id: 'd'}, 'date', {
        target: 'x',
        geldig: day('2026-08-01')
      })
    ).toThrow('`proef/wijzigingen/d.md` zegt dit al')
  })

  test('inwerking alone gives no day of gelding: that is told', () => {
    expect(
      decided(undated, words, 'date', {
        target: 'x',
        inwerking: day('2026-09-01')
      }).remarks
    ).toEqual([
      '`x` heeft nog geen dag van gelding; geef die met `--geldig`, anders gaat de tekst nooit gelden'
    ])
  })

  test('what is in werking, or no day at all, is refused', () => {
    expect(() =>
      decided(announced, {...words, datum: day('2026-07-02')}, 'date', {
        target: 'x',
        geldig: day('2026-08-01')
      })
    ).toThrow(
      'De dag van wat in werking is, verandert niet meer: maak een nieuwe wijziging'
    )
    expect(() =>
      decided(
        announced,
        {...words, soort: 'rectificatie', datum: day('2026-07-02')},
        'date',
        {
          target: 'x',
          geldig: day('2026-08-01')
        }
      )
    ).toThrow('De dag van wat in werking is, verandert niet meer')
    expect(() => decided(announced, words, 'date', {target: 'x'})).toThrow(
      'Geef met `--geldig` of `--inwerking` de dag die wordt vastgesteld'
    )
  })
})

describe('rectify', () => {
  const words = {id: 'r', onderwerp: 'rectificatie', datum: day('2026-02-01')}

  function rectified(
    files: Files,
    units: readonly string[],
    request: Partial<RectifyRequest> = {}
  ) {
    const full = {target: 'x', units, decision: words, today, ...request}
    return draftOn(files, full.decision.id ?? '', (desk) =>
      draftRectification(desk, full)
    )
  }

  test('a version with the same day and the wrong text, and the rectificatie', () => {
    const {files, corpus, findings, remarks} = rectified(announced, ['2:1'])
    expect(files).toEqual({
      'proef/wijzigingen/r.md':
        '---\nsoort: rectificatie\nonderwerp: rectificatie\ndatum: 2026-02-01\nrectificeert: x\n---\n',
      'proef/hoofdstuk-2/artikel-2-1/2026-07-01.r.md':
        "---\nnummer: '2:1'\nbasis: 2026-07-01.x\n---\n\nTekst van x.\n"
    })
    expect({findings, remarks}).toEqual({findings: [], remarks: []})
    const [, , two] = textAt(corpus, '2026-07-01').units
    expect(
      two ?? textAt(corpus, '2026-07-01').units[1]?.children[0]
    ).toBeDefined()
    const [unit] = textAt(corpus, '2026-07-01').units[1]?.children ?? []
    expect(unit).toMatchObject({rectified: true, retroactive: false})
  })

  test('goes on with a rectificatie that is there, and no other', () => {
    const files = {
      ...announced,
      ...other('x2', '2026-01-20', '2026-07-01', {basis: '2026-07-01.x'})
    }
    const first = rectified(announced, ['2:1']).corpus
    expect(() => rectified(first, ['2:1'], {decision: {id: 'r'}})).toThrow(
      'bestaat al'
    )
    expect(() =>
      rectified({...files, ...wijziging('r', '2026-02-01')}, ['2:1'], {
        decision: {id: 'r'}
      })
    ).toThrow('`proef/wijzigingen/r.md` is een ledenbrief en geen rectificatie')
    expect(() =>
      rectified({...files, ...first}, ['2:1'], {
        target: 'x2',
        decision: {id: 'r'}
      })
    ).toThrow(
      'heeft al een regel `rectificeert` die niet vanzelf is aan te vullen'
    )
  })

  test('of two versions by one wijziging the day chooses', () => {
    const two = {
      ...announced,
      'proef/hoofdstuk-2/artikel-2-1/2026-10-01.x.md':
        "---\nnummer: '2:1'\nbasis: 2026-07-01.x\n---\n\nTerug.\n"
    }
    expect(() => rectified(two, ['2:1'])).toThrow(
      '`x` heeft van `artikel-2-1` versies met verschillende dagen (2026-07-01, 2026-10-01); kies er een met `--geldig`'
    )
    const {files} = rectified(two, ['2:1'], {geldig: day('2026-10-01')})
    expect(Object.keys(files)).toContain(
      'proef/hoofdstuk-2/artikel-2-1/2026-10-01.r.md'
    )
  })

  test('a number means the unit that bore it then', () => {
    const away = newVersion(announced, '2:1', {
      geldig: day('2026-09-01'),
      act: {kind: 'renumber', nummer: '2:8'}
    }).corpus
    const files = newVersion(away, '2:3', {
      geldig: day('2026-09-01'),
      act: {kind: 'renumber', nummer: '2:1'}
    }).corpus
    expect(Object.keys(rectified(files, ['2:1']).files)).toContain(
      'proef/hoofdstuk-2/artikel-2-1/2026-07-01.r.md'
    )
    const revisie = draftOn(files, '', (desk) =>
      draftRevision(desk, {
        words: '2:1',
        version: '2026-07-01.x',
        reason: 'x',
        today
      })
    )
    expect(Object.keys(revisie.files)[1]).toContain('artikel-2-1/2026-07-01.')
  })

  test('a tombstone and a moved day stay what they are', () => {
    const files = {
      ...proef,
      ...wijziging('x', '2026-01-15'),
      'proef/hoofdstuk-2/artikel-2-1/2026-07-01.x.md':
        "---\nnummer: '2:1'\nbasis: begin\nvervallen: true\nopgegaan-in: artikel-2-2\n---\n",
      ...wijziging('m', '2026-01-20', {
        'stelt-vast': '{x: {geldig: 2026-08-01}}'
      })
    }
    const {files: made, findings} = rectified(files, ['2:1'])
    expect(made['proef/hoofdstuk-2/artikel-2-1/2026-08-01.r.md']).toBe(
      "---\nnummer: '2:1'\nbasis: 2026-07-01.x\nvervallen: true\nopgegaan-in: artikel-2-2\n---\n"
    )
    expect(findings).toEqual([])
  })

  test.each<[string, readonly string[], Partial<RectifyRequest>, string]>([
    [
      'no unit',
      [],
      {},
      'Noem achter de wijziging de bepalingen die worden verbeterd'
    ],
    ['another unit', ['2:2'], {}, '`x` heeft van `artikel-2-2` geen versie'],
    [
      'an unknown wijziging',
      ['2:1'],
      {target: 'y'},
      'De wijziging `y` is er niet'
    ],
    [
      'known earlier',
      ['2:1'],
      {decision: {...words, datum: day('2026-01-01')}},
      '`r` zou eerder bekend zijn dan `x` (2026-01-15)'
    ],
    [
      'known the same day',
      ['2:1'],
      {decision: {...words, datum: day('2026-01-15')}},
      'zet in `proef/wijzigingen/r.md` een regel `volgorde: 1`'
    ]
  ])('%s is refused', (_, units, request, reason) => {
    expect(() => rectified(announced, units, request)).toThrow(reason)
  })
})

describe('revise', () => {
  function revised(files: Files, request: Partial<ReviseRequest> = {}) {
    const full = {
      words: '2:1',
      reason: 'verkeerd overgenomen',
      today,
      ...request
    }
    return draftOn(files, '', (desk) => draftRevision(desk, full))
  }
  const path = 'proef/hoofdstuk-2/artikel-2-1/2026-07-01.x.md'

  test('keeps the known day, records the old hash, and leaves the old file', () => {
    const {files, corpus, findings} = revised(announced)
    expect(files).toEqual({
      'proef/wijzigingen/revisie-2026-1.md': `---\nsoort: revisie\nonderwerp: verkeerd overgenomen\ndatum: 2026-04-01\nbekend: 2026-01-15\nvolgorde: 1\nherziet:\n  artikel-2-1/2026-07-01.x: ${hashText(String(announced[path]))}\n---\n`,
      'proef/hoofdstuk-2/artikel-2-1/2026-07-01.revisie-2026-1.md':
        "---\nnummer: '2:1'\nbasis: 2026-07-01.x\n---\n\nTekst van x.\n"
    })
    expect(findings).toEqual([])
    const better = {
      ...corpus,
      'proef/hoofdstuk-2/artikel-2-1/2026-07-01.revisie-2026-1.md':
        "---\nnummer: '2:1'\nbasis: 2026-07-01.x\n---\n\nGoed.\n"
    }
    expect(outline(better, '2026-07-01', '2026-01-15')).toContain(
      '  2:1: Goed.'
    )
  })

  test('once more: the next name, on top of the former', () => {
    const first = revised(announced).corpus
    expect(() => revised(first, {version: '2026-07-01.x'})).toThrow(
      'is al herzien met `revisie-2026-1`; herzie de versie die daarvoor in de plaats kwam: `--version 2026-07-01.revisie-2026-1`'
    )
    expect(revised(first).files).toEqual(
      revised(first, {version: '2026-07-01.revisie-2026-1'}).files
    )
    const {files, findings} = revised(first, {
      version:
        'articles/proef/hoofdstuk-2/artikel-2-1/2026-07-01.revisie-2026-1.md'
    })
    expect(Object.keys(files)).toContain('proef/wijzigingen/revisie-2026-2.md')
    expect(Object.values(files)[0]).toContain('volgorde: 2\n')
    expect(findings).toEqual([])
  })

  test('keeps the inwerking of the onderdeel', () => {
    const files = {
      ...announced,
      ...other('x', '2026-01-15', '2026-07-01', {onderdeel: 'A'}),
      ...wijziging('x', '2026-01-15', {
        onderdelen: '{A: {inwerking: 2026-09-01}}'
      })
    }
    const {files: made, corpus} = revised(files)
    expect(Object.values(made)[0]).toContain(
      'onderdelen:\n  A: {inwerking: 2026-09-01}\n'
    )
    expect(outline(corpus, '2026-08-01')).toContain('  2:1: Tekst van 2:1.')
  })

  test.each<[string, Files, Partial<ReviseRequest>, string]>([
    [
      'a text of the beginning',
      proef,
      {version: 'begin'},
      '`begin.md` hoort bij geen wijziging'
    ],
    [
      'an unknown version',
      announced,
      {version: '2027-01-01.x'},
      '`artikel-2-1` heeft geen versie `2027-01-01.x`; er is `2026-07-01.x`, `begin`'
    ],
    [
      'a concept',
      {
        ...announced,
        'proef/wijzigingen/x.md':
          '---\nsoort: ledenbrief\nonderwerp: x\nconcept: true\n---\n'
      },
      {},
      '`x` is nog een concept; verbeter'
    ],
    [
      'what was withdrawn',
      {...announced, ...wijziging('i', '2026-02-01', {'trekt-in': 'x'})},
      {},
      'is ingetrokken met `i`; er is niets te herzien'
    ],
    [
      'what was moved',
      {
        ...announced,
        ...wijziging('m', '2026-02-01', {
          'stelt-vast': '{x: {geldig: 2026-08-01}}'
        })
      },
      {},
      'is later vastgesteld met `m`, en een revisie kan dat niet volgen'
    ]
  ])('%s is refused', (_, files, request, reason) => {
    expect(() => revised(files, request)).toThrow(reason)
  })

  test('a hash that is none, and a target that is not there, are reported', () => {
    const file = (line: string): Files => ({
      ...announced,
      'proef/wijzigingen/v.md': `---\nsoort: revisie\nonderwerp: x\ndatum: 2026-04-01\nherziet: ${line}\n---\n`
    })
    expect(rulesIn(file('{artikel-2-1/2026-07-01.x: abc}'))).toContain(
      'front-matter'
    )
    expect(
      rulesIn(file(`{artikel-2-1/2026-07-02.x: ${'0'.repeat(64)}}`))
    ).toContain('target-unknown')
    expect(rulesIn(file('x'))).toContain('front-matter')
  })
})
