import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {openSamenloop} from '../../src/pipeline/samenloop.ts'
import {
  compileFiles,
  type Files,
  regeling,
  versie,
  wijziging
} from '../corpus.ts'

/** An artikel of leden; each text says what each lid reads. */
function leden(...texts: readonly string[]): string {
  return texts.map((text, at) => `${at + 1}. ${text}`).join('\n')
}

const oud = {...regeling, ...versie('begin', leden('A0.', 'B0.'))}
const W = {
  ...wijziging('w', '2015-06-01'),
  ...versie('2016-01-01.w', leden('A0.', 'B1.'), {basis: 'begin'})
}
const V = {
  ...wijziging('v', '2015-10-01'),
  ...versie('2015-09-01.v', leden('A1.', 'B0.'), {basis: 'begin'})
}

/** Where samenloop is open: `version ← before: proposed file = proposed leden`, or `botsing` with places. */
function open(files: Files): readonly string[] {
  const {corpus} = compileFiles(files)
  return corpus.regelingen.flatMap(openSamenloop).map((one) => {
    const name = (path: string): string =>
      path.slice(path.lastIndexOf('/') + 1).replace('.md', '')
    const goal = one.path === undefined ? '' : name(one.path)
    const outcome =
      'wording' in one.proposal
        ? textsIn(JSON.stringify(one.proposal.wording.text))
        : `botsing in ${one.proposal.collisions.map(({place}) => place).join(' en ')}`
    return `${name(one.version.path)} ← ${name(one.before.path)}: ${goal} = ${outcome}`
  })
}

function textsIn(json: string): string {
  return [...json.matchAll(/"value":"([^"]*)"/gu)]
    .map(([, text]) => text)
    .join(' ')
}

describe('samenloop', () => {
  test('of a retroactive text with an announced one', () => {
    expect(open({...oud, ...W, ...V})).toEqual([
      '2016-01-01.w ← 2015-09-01.v: 2016-01-01.v+w = A1. B1.'
    ])
  })

  test('is settled by a woven version', () => {
    const woven = versie('2016-01-01.v+w', leden('A1.', 'B1.'))
    expect(open({...oud, ...W, ...V, ...woven})).toEqual([])
  })

  test('of the same day, whoever came first', () => {
    const x = {
      ...wijziging('x', '2015-06-01'),
      ...versie('2016-01-01.x', leden('A1.', 'B0.'), {basis: 'begin'})
    }
    const y = {
      ...wijziging('y', '2015-09-01'),
      ...versie('2016-01-01.y', leden('A0.', 'B1.'), {basis: 'begin'})
    }
    expect(open({...oud, ...x, ...y})).toEqual([
      '2016-01-01.y ← 2016-01-01.x: 2016-01-01.x+y = A1. B1.'
    ])
    const woven = versie('2016-01-01.x+y', leden('A1.', 'B1.'))
    expect(open({...oud, ...x, ...y, ...woven})).toEqual([])
  })

  test('of a later text written on a stale one', () => {
    const late = {
      ...wijziging('l', '2015-11-01'),
      ...versie('2017-01-01.l', leden('A0.', 'B0.', 'C.'), {basis: 'begin'})
    }
    expect(open({...oud, ...W, ...late})).toEqual([
      '2017-01-01.l ← 2016-01-01.w: 2017-01-01.l+w = A0. B1. C.'
    ])
  })

  test('two hands on one lid: a collision, settled by hand', () => {
    const other = {
      ...wijziging('v', '2015-10-01'),
      ...versie('2015-09-01.v', leden('A0.', 'B9.'), {basis: 'begin'})
    }
    expect(open({...oud, ...W, ...other})).toEqual([
      '2016-01-01.w ← 2015-09-01.v: 2016-01-01.v+w = botsing in lid 2'
    ])
    const hand = versie('2016-01-01.v+w', leden('A0.', 'B19.'), {hand: 'true'})
    expect(open({...oud, ...W, ...other, ...hand})).toEqual([])
  })

  test('what lapses, overwrites', () => {
    const lapse = {
      ...wijziging('w', '2015-06-01'),
      ...versie('2016-01-01.w', '', {basis: 'begin', vervallen: 'true'})
    }
    expect(open({...oud, ...V, ...lapse})).toEqual([])
  })

  test('a text announced on what lapses in the meantime', () => {
    const lapse = {
      ...wijziging('v', '2015-10-01'),
      ...versie('2015-12-01.v', '', {basis: 'begin', vervallen: 'true'})
    }
    expect(open({...oud, ...W, ...lapse})).toEqual([
      '2016-01-01.w ← 2015-12-01.v: 2016-01-01.v+w = botsing in een tekst die al was vervallen'
    ])
  })

  test('both made the same change: nothing is needed', () => {
    const twin = {
      ...wijziging('v', '2015-10-01'),
      ...versie('2015-09-01.v', leden('A0.', 'B1.'), {basis: 'begin'})
    }
    expect(open({...oud, ...W, ...twin})).toEqual([])
  })

  test('a permanent change while a temporary text holds', () => {
    const temporary = {
      ...wijziging('t', '2020-03-15'),
      ...versie('2020-04-01.t', leden('A0.', 'Bt.'), {basis: 'begin'}),
      ...versie('2020-09-01.t', leden('A0.', 'B0.'), {basis: '2020-04-01.t'})
    }
    const permanent = {
      ...wijziging('p', '2020-05-01'),
      ...versie('2020-06-01.p', leden('A1.', 'Bt.'), {basis: '2020-04-01.t'})
    }
    expect(open({...oud, ...temporary, ...permanent})).toEqual([
      '2020-09-01.t ← 2020-06-01.p: 2020-09-01.p+t = A1. B0.'
    ])
    const woven = versie('2020-09-01.p+t', leden('A1.', 'B0.'))
    expect(open({...oud, ...temporary, ...permanent, ...woven})).toEqual([])
  })

  test('words of a withdrawn decision', () => {
    const files = {
      ...oud,
      ...W,
      ...wijziging('l', '2015-07-01'),
      ...versie('2016-06-01.l', leden('A1.', 'B1.'), {basis: '2016-01-01.w'}),
      ...wijziging('z', '2015-10-01', {'trekt-in': 'w'})
    }
    expect(open(files)).toEqual([
      '2016-06-01.l ← begin: 2016-06-01.l+z = A1. B0.'
    ])
    const woven = versie('2016-06-01.l+z', leden('A1.', 'B0.'))
    expect(open({...files, ...woven})).toEqual([])
  })

  test('a text that moved behind the one that was built on it', () => {
    const files = {
      ...oud,
      ...W,
      ...wijziging('l', '2015-07-01'),
      ...versie('2016-06-01.l', leden('A1.', 'B1.'), {basis: '2016-01-01.w'}),
      ...wijziging('z', '2015-10-01', {
        'stelt-vast': '{w: {geldig: 2017-01-01}}'
      })
    }
    expect(open(files)).toEqual([
      '2016-06-01.l ← begin: 2016-06-01.l+z = A1. B0.',
      '2016-01-01.w ← 2016-06-01.l: 2017-01-01.l+w = A1. B1.'
    ])
    const woven = {
      ...versie('2016-06-01.l+z', leden('A1.', 'B0.')),
      ...versie('2017-01-01.l+w', leden('A1.', 'B1.'))
    }
    expect(open({...files, ...woven})).toEqual([])
  })

  test('a rectificatie of what an announced text was built on', () => {
    const files = {
      ...oud,
      ...V,
      ...wijziging('l', '2015-10-05'),
      ...versie('2016-06-01.l', leden('A1.', 'B1.'), {basis: '2015-09-01.v'}),
      ...wijziging('r', '2015-10-20', {
        soort: 'rectificatie',
        rectificeert: 'v'
      }),
      ...versie('2015-09-01.r', leden('A2.', 'B0.'), {basis: '2015-09-01.v'})
    }
    expect(open(files)).toEqual([
      '2016-06-01.l ← 2015-09-01.r: 2016-06-01.l+r = A2. B1.'
    ])
  })

  test('a rectificatie of a text with open samenloop does not hide it', () => {
    const files = {
      ...oud,
      ...W,
      ...V,
      ...wijziging('r', '2015-11-01', {
        soort: 'rectificatie',
        rectificeert: 'w'
      }),
      ...versie('2016-01-01.r', leden('A0.', 'B2.'), {basis: '2016-01-01.w'})
    }
    expect(open(files)).toEqual([
      '2016-01-01.w ← 2015-09-01.v: 2016-01-01.v+w = A1. B1.',
      '2016-01-01.r ← 2016-01-01.w: 2016-01-01.r+v = A1. B2.'
    ])
  })

  test('what was announced still later is woven again', () => {
    const later = {
      ...wijziging('l', '2015-07-01'),
      ...versie('2017-01-01.l', leden('A0.', 'B1.', 'C.'), {
        basis: '2016-01-01.w'
      })
    }
    const woven = versie('2016-01-01.v+w', leden('A1.', 'B1.'))
    expect(open({...oud, ...W, ...V, ...later, ...woven})).toEqual([
      '2017-01-01.l ← 2016-01-01.v+w: 2017-01-01.l+v = A1. B1. C.'
    ])
    const all = versie('2017-01-01.l+v', leden('A1.', 'B1.', 'C.'))
    expect(open({...oud, ...W, ...V, ...later, ...woven, ...all})).toEqual([])
  })

  test('of first texts, none of which was written on the other', () => {
    const files = {
      ...regeling,
      ...wijziging('w', '2015-06-01'),
      ...versie('2016-01-01.w', leden('A0.', 'B1.')),
      ...wijziging('v', '2015-10-01'),
      ...versie('2015-09-01.v', leden('A1.', 'B0.'))
    }
    expect(open(files)).toEqual([
      '2016-01-01.w ← 2015-09-01.v: 2016-01-01.v+w = botsing in de samengevoegde tekst'
    ])
    const sameDay = {
      ...regeling,
      ...wijziging('w', '2015-06-01'),
      ...versie('2016-01-01.w', leden('A0.', 'B1.')),
      ...wijziging('v', '2015-10-01'),
      ...versie('2016-01-01.v', leden('A1.', 'B0.'))
    }
    expect(compileFiles(sameDay).findings.map(({rule}) => rule)).toEqual([
      'basis'
    ])
  })

  test('a woven text is what the replay gives, unless by hand', () => {
    const told = (text: string, more = {}): readonly string[] =>
      compileFiles({
        ...oud,
        ...W,
        ...V,
        ...versie('2016-01-01.v+w', text, more)
      }).findings.map(({rule}) => rule)
    expect(told(leden('A1.', 'B1.'))).toEqual([])
    expect(told(leden('A1.', 'B2.'))).toEqual(['woven-text'])
    expect(told(leden('A1.', 'B2.'), {hand: 'true'})).toEqual([])
  })

  test('is told at the basis, with both names', () => {
    const {findings} = compileFiles({...oud, ...W, ...V})
    expect(findings).toMatchObject([
      {
        path: 'articles/proef/artikel-1/2016-01-01.w.md',
        line: 3,
        rule: 'samenloop',
        severity: 'fout',
        note: 'Zie ook articles/proef/artikel-1/2015-09-01.v.md'
      }
    ])
  })

  test('three hundred versions, each on the one before it', () => {
    const files: Record<string, string | Uint8Array> = {...oud}
    const days = Array.from({length: 300}, (_, at) => dayOf(at))
    for (const [at, day] of days.entries()) {
      const basis = at === 0 ? 'begin' : `${days[at - 1]}.w-${at - 1}`
      Object.assign(
        files,
        wijziging(`w-${at}`, day),
        versie(`${day}.w-${at}`, leden(`A${at}.`, 'B0.'), {basis})
      )
    }
    expect(open(files)).toEqual([])
  })
})

function dayOf(at: number): string {
  const month = String((at % 12) + 1).padStart(2, '0')
  return `${2000 + Math.floor(at / 12)}-${month}-01`
}

describe('replay', () => {
  test('changes in different leden meet in either order', () => {
    const index = fc.integer({min: 0, max: 4})
    fc.assert(
      fc.property(index, index, (a, b) => {
        fc.pre(a !== b)
        const base = ['Een.', 'Twee.', 'Drie.', 'Vier.', 'Vijf.']
        const with_ = (at: number, text: string): readonly string[] =>
          base.with(at, text)
        const files = {
          ...regeling,
          ...versie('begin', leden(...base)),
          ...wijziging('w', '2015-06-01'),
          ...versie('2016-01-01.w', leden(...with_(a, 'Nieuw w.')), {
            basis: 'begin'
          }),
          ...wijziging('v', '2015-10-01'),
          ...versie('2015-09-01.v', leden(...with_(b, 'Nieuw v.')), {
            basis: 'begin'
          })
        }
        const both = base.with(a, 'Nieuw w.').with(b, 'Nieuw v.')
        expect(open(files)).toEqual([
          `2016-01-01.w ← 2015-09-01.v: 2016-01-01.v+w = ${both.join(' ')}`
        ])
      }),
      {numRuns: 40}
    )
  })

  test('a lid inserted before, with renumbering, and a change behind it', () => {
    const files = {
      ...oud,
      ...wijziging('w', '2015-06-01'),
      ...versie('2016-01-01.w', leden('A0.', 'Nieuw.', 'B0.'), {
        basis: 'begin'
      }),
      ...wijziging('v', '2015-10-01'),
      ...versie('2015-09-01.v', leden('A0.', 'B1 geheel anders.'), {
        basis: 'begin'
      })
    }
    const [line = ''] = open(files)
    // The changed lid 2 is followed by its label or by likeness; never by its place alone.
    expect(line).toMatch(/A0\. Nieuw\. B1 geheel anders\.$|botsing/u)
  })

  test('cells of one table', () => {
    const table = (a: string, b: string): string =>
      `| schaal | bedrag |\n| - | - |\n| 1 | ${a} |\n| 2 | ${b} |`
    const files = {
      ...regeling,
      ...versie('begin', table('1,00', '2,00')),
      ...wijziging('w', '2015-06-01'),
      ...versie('2016-01-01.w', table('1,10', '2,00'), {basis: 'begin'}),
      ...wijziging('v', '2015-10-01'),
      ...versie('2015-09-01.v', table('1,00', '2,20'), {basis: 'begin'})
    }
    expect(open(files)).toEqual([
      '2016-01-01.w ← 2015-09-01.v: 2016-01-01.v+w = schaal bedrag 1 1,10 2 2,20'
    ])
  })

  test('an inserted onderdeel and a changed one', () => {
    const text = (...items: readonly string[]): string =>
      `Het betreft:\n${items.map((item, at) => `${'abcdef'[at]}. ${item}`).join('\n')}`
    const files = {
      ...regeling,
      ...versie('begin', text('een;', 'twee.')),
      ...wijziging('w', '2015-06-01'),
      ...versie('2016-01-01.w', text('een;', 'twee;', 'drie.'), {
        basis: 'begin'
      }),
      ...wijziging('v', '2015-10-01'),
      ...versie('2015-09-01.v', text('eerste een;', 'twee.'), {basis: 'begin'})
    }
    expect(open(files)).toEqual([
      '2016-01-01.w ← 2015-09-01.v: 2016-01-01.v+w = Het betreft: eerste een; twee; drie.'
    ])
  })
})
