import {describe, expect, test} from 'vitest'
import {compile} from '../../src/pipeline/compile.ts'
import {
  compileFiles,
  type Files,
  head,
  regeling,
  treeOf,
  versie,
  wijziging
} from '../corpus.ts'

const letters = {
  ...regeling,
  ...wijziging('a', '2017-11-20'),
  ...wijziging('b', '2018-11-20')
}

/** What `reference-shift` says, each as its place and its sentence. */
function told(files: Files): readonly string[] {
  return compileFiles({...letters, ...files})
    .findings.filter(({rule}) => rule === 'reference-shift')
    .map(({path, line, column, message, note}) =>
      [
        `${path.replace('articles/proef/', '')}:${line}:${column}`,
        message.replace('; wijzig de verwijzing mee', ''),
        note?.replace(/^Zie ook articles\/proef\//, '→ ') ?? ''
      ].join(' ')
    )
}

/** A version of the unit in a folder, whatever its number. */
function file(
  path: string,
  nummer: string,
  more: Readonly<Record<string, string>> = {},
  body = 'x'
): Files {
  return {
    [`proef/${path}.md`]: head({nummer: `'${nummer}'`, ...more}, `${body}\n`)
  }
}

const built = {basis: 'begin'}
const zie2 = versie('begin', 'Zie artikel 2.')
const two = file('artikel-2/begin', '2')
const twoBecomesThree = {...two, ...file('artikel-2/2018-01-01.a', '3', built)}
const three = file('artikel-3/begin', '3')
const swap = {
  ...twoBecomesThree,
  ...three,
  ...file('artikel-3/2018-01-01.a', '2', built)
}
const inserted = {
  ...twoBecomesThree,
  ...file('artikel-2-2018/2018-01-01.a', '2')
}

describe('a number that passes to another', () => {
  test('by a swap', () => {
    expect(told({...zie2, ...swap})).toEqual([
      'artikel-1/begin.md:5:5 Met `artikel 2` wijst deze tekst vanaf 2018-01-01, naar wat op 2017-11-20 bekend is, de bepaling in map `artikel-3` aan (door `a`), en niet meer die in map `artikel-2` (dan artikel 3) → artikel-3/2018-01-01.a.md'
    ])
  })

  test('by an insertion', () => {
    expect(told({...zie2, ...inserted})).toEqual([
      expect.stringContaining(
        'de bepaling in map `artikel-2-2018` aan (door `a`), en niet meer die in map `artikel-2` (dan artikel 3)'
      )
    ])
  })

  test('by a lapse, and another that gets the number', () => {
    const files = {
      ...zie2,
      ...two,
      ...file('artikel-2/2018-01-01.a', '2', {...built, vervallen: 'true'}, ''),
      ...three,
      ...file('artikel-3/2018-01-01.a', '2', built)
    }
    expect(told(files)).toEqual([
      expect.stringContaining(
        '`artikel-3` aan (door `a`), en niet meer die in map `artikel-2` (dan vervallen)'
      )
    ])
  })

  test('later than it fell free', () => {
    const files = {
      ...zie2,
      ...twoBecomesThree,
      ...file('artikel-4/begin', '4'),
      ...file('artikel-4/2019-01-01.b', '2', built)
    }
    expect(told(files)).toEqual([
      expect.stringContaining(
        'vanaf 2019-01-01, naar wat op 2018-11-20 bekend is, de bepaling in map `artikel-4` aan (door `b`), en niet meer die in map `artikel-2` (dan artikel 3)'
      )
    ])
  })

  test('for some days', () => {
    const files = {
      ...zie2,
      ...swap,
      ...file('artikel-2/2019-01-01.b', '2', {basis: '2018-01-01.a'}),
      ...file('artikel-3/2019-01-01.b', '3', {basis: '2018-01-01.a'})
    }
    expect(told(files)).toEqual([
      expect.stringContaining(
        'vanaf 2018-01-01, naar wat op 2017-11-20 bekend is,'
      )
    ])
  })

  test('with a part of it that the other has too; a lapse where it has not', () => {
    const cited = versie('begin', 'Zie artikel 2, tweede lid.')
    const leden = '1. Een.\n2. Twee.'
    const files = (other: string): Files => ({
      ...cited,
      ...file('artikel-2/begin', '2', {}, leden),
      ...file('artikel-2/2018-01-01.a', '3', built, leden),
      ...file('artikel-2-2018/2018-01-01.a', '2', {}, other)
    })
    expect(told(files(leden))).toHaveLength(1)
    expect(told(files('Een.'))).toEqual([])
    expect(
      compileFiles({...letters, ...files('Een.')}).findings.map(
        ({rule}) => rule
      )
    ).toContain('reference-lapse')
  })

  test('is told of every text that cites, also of one that only got another number itself', () => {
    const files = {
      ...inserted,
      ...file('artikel-5/begin', '5', {}, 'Zie artikel 2.'),
      ...file('artikel-5/2018-01-01.a', '6', built, 'Zie artikel 2.')
    }
    expect(told(files)).toEqual([
      expect.stringContaining('artikel-5/2018-01-01.a.md:6:5 Met `artikel 2`')
    ])
  })

  test('what was announced with the old number in mind', () => {
    const files = {
      ...inserted,
      ...wijziging('v', '2017-06-01'),
      ...versie('2018-01-01.v', 'Zie artikel 2.')
    }
    expect(told(files)).toHaveLength(1)
  })

  test('a lid of it in a bijlage, and a hoofdstuk', () => {
    const files = {
      ...versie('begin', 'Zie hoofdstuk 2.'),
      ...file('hoofdstuk-2/begin', '2', {}, ''),
      ...file('hoofdstuk-2/2018-01-01.a', '3', built, ''),
      ...file('hoofdstuk-2-2018/2018-01-01.a', '2', {}, '')
    }
    expect(told(files)).toHaveLength(1)
  })
})

test('what a concept would do is told where the concept counts', () => {
  const files = {
    ...regeling,
    ...wijziging('a', '2017-11-20', {concept: 'true'}),
    ...zie2,
    ...swap
  }
  const toldWith = (...concepts: readonly string[]): readonly string[] =>
    compile(treeOf(files), {concepts: new Set(concepts)})
      .findings.filter(({rule}) => rule === 'reference-shift')
      .map(({message}) => message)
  expect(toldWith()).toEqual([])
  expect(toldWith('a')).toEqual([
    expect.stringContaining('vanaf 2018-01-01, als het concept meetelt, de')
  ])
})

describe('nothing where', () => {
  const cases: readonly (readonly [string, Files])[] = [
    [
      'the text is changed too',
      {...zie2, ...inserted, ...versie('2018-01-01.a', 'Zie artikel 3.', built)}
    ],
    [
      'the text is written anew with the same words',
      {
        ...zie2,
        ...inserted,
        ...versie('2018-01-01.a', 'Zie ook artikel 2.', built)
      }
    ],
    [
      'the text came with the same wijziging',
      {...inserted, ...versie('2018-01-01.a', 'Zie artikel 2.')}
    ],
    [
      'the text came later',
      {...inserted, ...versie('2019-01-01.b', 'Zie artikel 2.')}
    ],
    [
      'a new artikel takes the place of what lapsed',
      {
        ...zie2,
        ...two,
        ...file(
          'artikel-2/2018-01-01.a',
          '2',
          {...built, vervallen: 'true'},
          ''
        ),
        ...file('artikel-2-2018/2018-01-01.a', '2')
      }
    ],
    [
      'a new artikel says that it came out of the old one',
      {
        ...zie2,
        ...twoBecomesThree,
        ...file('artikel-2-2018/2018-01-01.a', '2', {uit: 'artikel-2'})
      }
    ],
    [
      'the old one says that it went into the other',
      {
        ...zie2,
        ...two,
        ...three,
        ...file(
          'artikel-2/2018-01-01.a',
          '2',
          {...built, vervallen: 'true', 'opgegaan-in': 'artikel-3'},
          ''
        ),
        ...file('artikel-3/2018-01-01.a', '2', built)
      }
    ],
    [
      'the text means that of another day',
      {
        ...versie(
          'begin',
          'Zie artikel 2, zoals dat luidde op 1 januari 2017.'
        ),
        ...swap
      }
    ],
    [
      'the text means its own parts',
      {
        ...two,
        ...file(
          'artikel-2/begin',
          '2',
          {},
          '1. Een.\n2. Het eerste lid geldt.'
        ),
        ...file(
          'artikel-2/2018-01-01.a',
          '3',
          built,
          '1. Een.\n2. Het eerste lid geldt.'
        ),
        ...file('artikel-2-2018/2018-01-01.a', '2', {}, '1. Een.')
      }
    ]
  ]
  test.each(cases)('%s', (_name, files) => {
    expect(told(files)).toEqual([])
  })
})

describe('a place that passes to another', () => {
  const citing = versie('begin', 'Het vorige artikel geldt.', {nummer: '5'})
  const four = file('artikel-4/begin', '4')

  test('by an insertion', () => {
    expect(
      told({...four, ...citing, ...file('artikel-4a/2018-01-01.a', '4a')})
    ).toEqual([
      'artikel-5/begin.md:5:5 Met `vorige artikel` wijst deze tekst vanaf 2018-01-01, naar wat op 2017-11-20 bekend is, de bepaling in map `artikel-4a` aan (door `a`), en niet meer die in map `artikel-4` (dan niet meer hiernaast) → artikel-4a/2018-01-01.a.md'
    ])
  })

  test('by a lapse of what stood between', () => {
    const files = {
      ...four,
      ...citing,
      ...three,
      ...file('artikel-4/2018-01-01.a', '4', {...built, vervallen: 'true'}, '')
    }
    expect(told(files)).toEqual([
      expect.stringContaining(
        '`artikel-3` aan (door `a`), en niet meer die in map `artikel-4` (dan vervallen) → artikel-4/2018-01-01.a.md'
      )
    ])
  })

  test('not where one takes the place of the other, or all before it are meant', () => {
    const replaced = {
      ...four,
      ...citing,
      ...file('artikel-4/2018-01-01.a', '4', {...built, vervallen: 'true'}, ''),
      ...file('artikel-4-2018/2018-01-01.a', '4')
    }
    expect(told(replaced)).toEqual([])
    const all = versie('begin', 'De voorgaande artikelen gelden.', {
      nummer: '5'
    })
    expect(
      told({...four, ...all, ...file('artikel-4a/2018-01-01.a', '4a')})
    ).toEqual([])
  })
})
