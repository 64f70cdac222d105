import {describe, expect, test} from 'vitest'
import {openDesk} from '../../src/pipeline/draft-desk.ts'
import {treeOf, wijziging} from '../corpus.ts'
import {
  day,
  newVersion,
  other,
  outline,
  proef,
  rulesIn,
  textAt
} from './desk.ts'

const geldig = day('2026-07-01')
const change = {geldig}

describe('a version of what is there', () => {
  test('is a copy of the text that it will replace, with its basis', () => {
    const {files, findings, remarks, corpus} = newVersion(proef, '2:2', change)
    expect(files).toEqual({
      'proef/hoofdstuk-2/artikel-2-2/2026-07-01.w.md':
        "---\nnummer: '2:2'\nbasis: begin\n---\n\n1. Lid een.\n2. Lid twee.[^1]\n\n[^1]: Noot bij 2:2.\n"
    })
    expect({findings, remarks}).toEqual({findings: [], remarks: []})
    expect(outline(corpus, '2026-07-01')).toEqual(outline(proef, '2026-07-01'))
    expect(textAt(corpus, '2026-07-01').sources.map(({id}) => id)).toEqual([
      'w'
    ])
  })

  test('carries on opschrift, laag, tot and place, and not where it came from', () => {
    const files = {
      ...proef,
      ...wijziging('v', '2026-01-01'),
      'proef/hoofdstuk-1/artikel-1-2/2026-02-01.v.md':
        "---\nnummer: '1:2'\nopschrift: 'X: y'\nbasis: begin\nlaag: UWO\ntot: 2030-01-01\nin: hoofdstuk-2\nna: artikel-2-1\nuit: artikel-1-1\n---\n\nNieuw.\n"
    }
    const outcome = newVersion(files, '1:2', change)
    expect(outcome.files).toEqual({
      'proef/hoofdstuk-1/artikel-1-2/2026-07-01.w.md':
        "---\nnummer: '1:2'\nopschrift: 'X: y'\nbasis: 2026-02-01.v\nlaag: UWO\ntot: 2030-01-01\nin: hoofdstuk-2\nna: artikel-2-1\n---\n\nNieuw.\n"
    })
    expect(outcome.remarks).toEqual([
      'Artikel 1:2 vervalt op 2030-01-01; die dag staat ook in de nieuwe versie (`tot`)'
    ])
    expect(outcome.findings).toEqual(['temporary-successor'])
  })

  test('the day is that of the other versions of its wijziging, unless they differ', () => {
    const one = newVersion(proef, '2:1', change).corpus
    expect(Object.keys(newVersion(one, '2:3').files)).toEqual([
      'proef/hoofdstuk-2/artikel-2-3/2026-07-01.w.md'
    ])
    const two = newVersion(one, '2:3', {geldig: day('2027-01-01')}).corpus
    expect(() => newVersion(two, '2:2')).toThrow(
      'Geef met `--geldig` de dag met ingang waarvan de tekst geldt, als 2026-01-01, of `onbepaald`: de versies van `w` hebben verschillende dagen'
    )
    expect(() => newVersion(proef, '2:2')).toThrow(
      '`w` heeft nog geen versies waaruit de dag volgt'
    )
    const open = newVersion(proef, '2:1', {geldig: 'onbepaald'})
    expect(Object.keys(open.files)).toEqual([
      'proef/hoofdstuk-2/artikel-2-1/onbepaald.w.md'
    ])
    expect(open.findings).toEqual([])
  })

  test('its opschrift may be given', () => {
    const {files} = newVersion(proef, '1:1', {...change, opschrift: 'a: b'})
    expect(Object.values(files)[0]).toContain("opschrift: 'a: b'\n")
  })
})

describe('which text precedes', () => {
  test('what became known only later does not count, and is told', () => {
    const files = {...proef, ...other('later', '2026-05-01', '2026-04-01')}
    const {files: made, remarks} = newVersion(files, '2:1', change)
    expect(Object.values(made)[0]).toContain('basis: begin\n')
    expect(remarks).toEqual([
      'Samenloop: `2026-04-01.later` van artikel 2:1 werd pas bekend na `w` en is daarom niet in deze tekst verwerkt; leg daarvoor straks een samengevoegde versie neer'
    ])
  })

  test('a concept without a day comes after all that is known', () => {
    const files = {
      ...proef,
      ...other('later', '2026-05-01', '2026-04-01'),
      'proef/wijzigingen/c.md':
        '---\nsoort: ledenbrief\nonderwerp: x\nconcept: true\n---\n'
    }
    const {files: made} = newVersion(files, '2:1', {...change, wijziging: 'c'})
    expect(Object.values(made)[0]).toContain('basis: 2026-04-01.later\n')
  })

  test('what was withdrawn does not count', () => {
    const files = {
      ...proef,
      ...other('x', '2026-01-01', '2026-06-01'),
      ...wijziging('i', '2026-02-01', {'trekt-in': 'x'})
    }
    const {files: made, findings} = newVersion(files, '2:1', change)
    expect(Object.values(made)[0]).toContain('basis: begin\n')
    expect(findings).toEqual([])
  })

  test('a moved day counts as it is known, and a woven version as the last of its day', () => {
    const files = {
      ...proef,
      ...other('x', '2026-01-01', '2026-06-01'),
      ...wijziging('m', '2026-02-01', {
        'stelt-vast': '{x: {geldig: 2026-08-01}}'
      })
    }
    const {files: made, remarks} = newVersion(files, '2:1', change)
    expect(Object.values(made)[0]).toContain('basis: begin\n')
    expect(remarks).toEqual([
      'Samenloop: van artikel 2:1 zijn al versies bekend die na deze komen (`2026-06-01.x`) en waarin deze wijziging niet is verwerkt; leg daarvoor straks samengevoegde versies neer: `2026-08-01.w+x`'
    ])
    const woven = {
      ...proef,
      ...other('x', '2026-01-01', '2026-06-01'),
      ...other('y', '2026-02-01', '2026-06-01'),
      'proef/hoofdstuk-2/artikel-2-1/2026-06-01.x+y.md':
        "---\nnummer: '2:1'\n---\n\nSamen.\n"
    }
    expect(Object.values(newVersion(woven, '2:1', change).files)[0]).toContain(
      'basis: 2026-06-01.x+y\n'
    )
  })

  test('of two texts with all days in common one must be named the later', () => {
    const files = {...proef, ...other('x', '2026-03-01', '2026-07-01')}
    expect(() => newVersion(files, '2:1', change)).toThrow(
      '`proef/hoofdstuk-2/artikel-2-1/2026-07-01.x.md` heeft dezelfde dag van gelding en van bekendheid; zet in `proef/wijzigingen/w.md` een regel `volgorde: 1` als deze tekst daarna komt, en herhaal de opdracht'
    )
    const ordered = {...files, ...wijziging('w', '2026-03-01', {volgorde: '1'})}
    const {files: made, findings} = newVersion(ordered, '2:1', change)
    expect(Object.values(made)[0]).toContain('basis: 2026-07-01.x\n')
    expect(findings).toEqual([])
  })

  test('versions without a day, and concepts of others, are told', () => {
    const files = {
      ...proef,
      ...other('x', '2026-01-01', 'onbepaald'),
      ...other('y', '2026-01-01', '2026-05-01'),
      'proef/wijzigingen/y.md':
        '---\nsoort: ledenbrief\nonderwerp: x\nconcept: true\n---\n'
    }
    expect(newVersion(files, '2:1', change).remarks).toEqual([
      'Van artikel 2:1 is ook `onbepaald.x` bekend, zonder dag; krijgt die een dag, dan ontstaat er samenloop',
      'Van artikel 2:1 is er ook een concept, dat niet meetelt: `2026-05-01.y`'
    ])
  })
})

describe('a temporary text', () => {
  test('is the deviation, and the text that follows it', () => {
    const {files, findings, corpus} = newVersion(proef, '2:1', {
      ...change,
      until: day('2026-10-01')
    })
    expect(files).toEqual({
      'proef/hoofdstuk-2/artikel-2-1/2026-07-01.w.md':
        "---\nnummer: '2:1'\nbasis: begin\n---\n\nTekst van 2:1.\n",
      'proef/hoofdstuk-2/artikel-2-1/2026-10-01.w.md':
        "---\nnummer: '2:1'\nbasis: 2026-07-01.w\n---\n\nTekst van 2:1.\n"
    })
    expect(findings).toEqual([])
    expect(outline(corpus, '2026-12-01')).toEqual(outline(proef, '2026-12-01'))
  })

  test('that ends after a text known for a day in between, ends in that text', () => {
    const files = {...proef, ...other('x', '2026-01-01', '2026-08-01')}
    const {files: made, remarks} = newVersion(files, '2:1', {
      ...change,
      until: day('2026-10-01')
    })
    expect(Object.values(made)[1]).toContain('Tekst van x.')
    expect(remarks.join('\n')).toContain('Samenloop: ')
    expect(remarks.join('\n')).toContain(
      'Tussen 2026-07-01 en 2026-10-01 geldt al een latere tekst, `2026-08-01.x`; de tekst vanaf 2026-10-01 is daarvan de kopie'
    )
  })

  test.each([
    ['2026-07-01', 'eindigt na zijn begin (2026-07-01)'],
    ['2026-01-01', 'eindigt na zijn begin (2026-07-01)']
  ])('that ends on %s is refused', (until, reason) => {
    expect(() =>
      newVersion(proef, '2:1', {...change, until: day(until)})
    ).toThrow(reason)
  })

  test('without a day, or past the end of the unit, is refused', () => {
    expect(() =>
      newVersion(proef, '2:1', {geldig: 'onbepaald', until: day('2026-10-01')})
    ).toThrow('heeft ook een begin nodig; geef met `--geldig` een dag')
    const files = {
      ...proef,
      'proef/hoofdstuk-2/artikel-2-1/begin.md':
        "---\nnummer: '2:1'\ntot: 2026-09-01\n---\n\nTekst.\n"
    }
    expect(() =>
      newVersion(files, '2:1', {...change, until: day('2026-10-01')})
    ).toThrow(
      'Artikel 2:1 vervalt al voordat de afwijking op 2026-10-01 eindigt'
    )
  })
})

describe('a toelichting', () => {
  test('goes along as a copy, or new where there is none', () => {
    const copy = newVersion(proef, '1:1', {...change, toelichting: true})
    expect(
      copy.files['proef/hoofdstuk-1/artikel-1-1/toelichting/2026-07-01.w.md']
    ).toBe('---\nbasis: begin\n---\n\nUitleg.\n')
    expect(copy.findings).toEqual([])
    const fresh = newVersion(proef, '1:2', {...change, toelichting: true})
    expect(
      fresh.files['proef/hoofdstuk-1/artikel-1-2/toelichting/2026-07-01.w.md']
    ).toBe('---\n---\n')
    expect(fresh.findings).toEqual(['empty-unit'])
  })

  test('is temporary with its artikel', () => {
    const until = day('2026-10-01')
    const copy = newVersion(proef, '1:1', {...change, until, toelichting: true})
    expect(Object.keys(copy.files)).toHaveLength(4)
    expect(copy.findings).toEqual([])
    const fresh = newVersion(proef, '1:2', {
      ...change,
      until,
      toelichting: true
    })
    expect(
      fresh.files['proef/hoofdstuk-1/artikel-1-2/toelichting/2026-07-01.w.md']
    ).toBe('---\ntot: 2026-10-01\n---\n')
  })

  test('that stays behind is told; alone it is a unit like any other', () => {
    expect(newVersion(proef, '1:1', change).remarks).toEqual([
      'De toelichting op artikel 1:1 blijft zoals zij is; moet zij mee veranderen, leg dan ook daarvan een versie neer: `cao new version artikel-1-1/toelichting --wijziging w`'
    ])
    const alone = newVersion(proef, 'toelichting op artikel 1:1', change)
    expect(Object.keys(alone.files)).toEqual([
      'proef/hoofdstuk-1/artikel-1-1/toelichting/2026-07-01.w.md'
    ])
    expect(() =>
      newVersion(proef, 'artikel-1-1/toelichting', {
        ...change,
        toelichting: true
      })
    ).toThrow('Een toelichting heeft zelf geen toelichting')
  })
})

describe('onderdelen', () => {
  const with2 = {
    ...proef,
    ...wijziging('w', '2026-03-01', {
      onderdelen: '{A: {inwerking: 2026-08-01}, B: {}}'
    })
  }

  test('must be said where there are several, and the only one goes without saying', () => {
    expect(() => newVersion(with2, '2:1', change)).toThrow(
      'Geef met `--onderdeel` het onderdeel van `w`: A, B'
    )
    const {files, findings} = newVersion(with2, '2:1', {
      ...change,
      onderdeel: 'B'
    })
    expect(Object.values(files)[0]).toContain('onderdeel: B\n')
    expect(findings).toEqual([])
    const with1 = {
      ...proef,
      ...wijziging('w', '2026-03-01', {onderdelen: '{A: {}}'})
    }
    expect(Object.values(newVersion(with1, '2:1', change).files)[0]).toContain(
      'onderdeel: A\n'
    )
  })

  test('that are not there are refused, with the line to add', () => {
    expect(() => newVersion(with2, '2:1', {...change, onderdeel: 'C'})).toThrow(
      '`w` heeft geen onderdeel C, maar A, B; kies een daarvan, of voeg het toe in `proef/wijzigingen/w.md`'
    )
    expect(() => newVersion(proef, '2:1', {...change, onderdeel: 'A'})).toThrow(
      '`w` heeft geen onderdelen; laat `--onderdeel` weg, of zet in `proef/wijzigingen/w.md` een regel `onderdelen: {A: {}}`'
    )
  })
})

describe('what cannot be', () => {
  test('an unknown unit: the nearest are named', () => {
    expect(() => newVersion(proef, '2:4', change)).toThrow(
      '`2:4` is in `proef` niet te vinden; bedoeld is misschien `artikel 2:1` of'
    )
  })

  test('an unknown wijziging: the last ones are named', () => {
    expect(() => newVersion(proef, '2:1', {...change, wijziging: 'v'})).toThrow(
      'De wijziging `v` is er niet (de laatste is `w`); maak haar met `cao new wijziging v`'
    )
  })

  test('a locked wijziging', () => {
    const lock = `{"formaat": 1, "wijzigingen": {"w": {"bestanden": {"wijzigingen/w.md": "${'0'.repeat(64)}"}}}}`
    expect(() =>
      newVersion({...proef, 'proef/lock.json': lock}, '2:1', change)
    ).toThrow(
      'De wijziging `w` is vergrendeld: wat is uitgegeven, verandert niet meer.'
    )
  })

  test.each([
    '{"formaat": 9, "wijzigingen": {"w": {"nieuw": true}}}',
    '{"wijzigingen": {"w": {"bestanden": {'
  ])('a lock that nobody can read, as %j', (lock) => {
    expect(() =>
      newVersion({...proef, 'proef/lock.json': lock}, '2:1', change)
    ).toThrow('`proef/lock.json` is niet te lezen')
  })

  test('a version that is there already', () => {
    const {corpus} = newVersion(proef, '2:1', change)
    expect(() => newVersion(corpus, '2:1', change)).toThrow(
      '`proef/hoofdstuk-2/artikel-2-1/2026-07-01.w.md` bestaat al; wijzig dat bestand'
    )
  })

  test('a unit that has lapsed, by a tombstone or by its own day', () => {
    const stone = newVersion(proef, '2:1', {
      geldig: day('2026-06-01'),
      act: {kind: 'lapse'}
    }).corpus
    expect(() => newVersion(stone, '2:1', change)).toThrow(
      'Artikel 2:1 (`artikel-2-1`) is vervallen met ingang van 2026-06-01; wat vervallen is herleeft niet'
    )
    const ended = {
      ...proef,
      'proef/hoofdstuk-2/artikel-2-1/begin.md':
        "---\nnummer: '2:1'\ntot: 2026-07-01\n---\n\nTekst.\n"
    }
    expect(() => newVersion(ended, '2:1', change)).toThrow(
      'is vervallen met ingang van 2026-07-01'
    )
  })

  test('a unit that has no text yet on the day', () => {
    const born = newVersion(proef, '2:3', {
      geldig: day('2027-01-01'),
      act: {kind: 'new', before: false}
    }).corpus
    expect(() => newVersion(born, '2:4', change)).toThrow(
      'Artikel 2:4 (`artikel-2-4`) heeft op 2026-07-01 nog geen tekst; de eerste is `proef/hoofdstuk-2/artikel-2-4/2027-01-01.w.md`'
    )
  })

  test('a corpus that could not be read whole', () => {
    const broken = {
      ...proef,
      'proef/hoofdstuk-2/artikel-2-1/2020-01-01.w.md': 'x'
    }
    expect(() => newVersion(broken, '2:3', change)).toThrow(
      '`proef/hoofdstuk-2/artikel-2-1/2020-01-01.w.md` is niet te lezen, en zonder dat bestand is niet zeker waarop een nieuwe tekst volgt'
    )
  })

  test('the day is that of its onderdeel, and not of what follows a temporary text', () => {
    const parts = {
      ...proef,
      ...wijziging('w', '2026-03-01', {onderdelen: '{A: {}, B: {}}'})
    }
    const a = newVersion(parts, '2:1', {...change, onderdeel: 'A'}).corpus
    const both = newVersion(a, '2:3', {
      geldig: day('2027-01-01'),
      until: day('2027-07-01'),
      onderdeel: 'B'
    }).corpus
    const dayOf = (onderdeel: string): string | undefined =>
      Object.keys(newVersion(both, '2:2', {onderdeel}).files)[0]
    expect(dayOf('A')).toContain('/2026-07-01.w.md')
    expect(dayOf('B')).toContain('/2027-01-01.w.md')
  })

  test('two regelingen without a choice; the wijziging chooses where only one has it', () => {
    const two = {
      ...proef,
      'tweede/regeling.md': '---\nformaat: 1\ntitel: X\nroute: website\n---\n'
    }
    expect(Object.keys(newVersion(two, '2:1', change).files)).toHaveLength(1)
    const about = (target: string): string =>
      openDesk(treeOf(two), {wijziging: 'nieuw', target}).regeling.id
    expect(about('w')).toBe('proef')
    expect(about('w#A')).toBe('proef')
    expect(about('artikel-2-1/2026-07-01.w')).toBe('proef')
    expect(() => about('elders')).toThrow('Dit kan in meer dan één regeling')
    const shared = {
      ...two,
      'tweede/wijzigingen/w.md': String(proef['proef/wijzigingen/w.md'])
    }
    expect(() => newVersion(shared, '2:1', change)).toThrow(
      'Dit kan in meer dan één regeling: `proef`, `tweede`; kies er een met `--regeling`'
    )
  })

  test('an option without sense beside another one', () => {
    expect(() =>
      newVersion(proef, '2:1', {
        ...change,
        act: {kind: 'lapse'},
        until: day('2027-01-01')
      })
    ).toThrow('`--until` gaat alleen over een tijdelijke tekst')
    expect(() =>
      newVersion(proef, '2:1', {
        ...change,
        act: {kind: 'lapse'},
        toelichting: true
      })
    ).toThrow('`--toelichting` kan hier niet')
    expect(() =>
      newVersion(proef, '2:1', {
        ...change,
        act: {kind: 'lapse'},
        opschrift: 'x'
      })
    ).toThrow('`--opschrift` kan hier niet')
  })
})

test('a concept: its texts count nowhere until it is named', () => {
  const files = {
    ...proef,
    'proef/wijzigingen/c.md':
      '---\nsoort: ledenbrief\nonderwerp: x\nconcept: true\n---\n'
  }
  const {corpus, findings} = newVersion(files, '2:1', {
    ...change,
    wijziging: 'c'
  })
  expect(findings).toEqual([])
  expect(outline(corpus, '2027-01-01')).toEqual(outline(proef, '2027-01-01'))
  // The copy is unchanged, and `w` brings nothing yet.
  expect(rulesIn(corpus, 'c')).toEqual(['version-unchanged', 'wijziging-empty'])
})
