// What must be so of every corpus, whatever it holds: random ones, from files.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import type {
  Consolidation,
  IsoDate,
  Regeling,
  UnitText,
  Version
} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {historyOf} from '../../src/pipeline/history.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'
import {localRegeling} from '../../src/resolve/local.ts'
import {type Turn, timelineOf} from '../../src/time/timeline.ts'
import {compileFiles, type Files, treeOf} from '../corpus.ts'
import {
  type Decision,
  day,
  days,
  decisionAt,
  filesOf,
  filesOfDecision,
  idOf,
  type Life,
  lives,
  moments
} from './random.ts'

const seed = 20260401

/** A random corpus may be full of findings; its text follows the rule of time all the same. */
function regelingIn(files: Files): Regeling {
  const [only] = compileFiles(files).corpus.regelingen
  if (!only) throw new Error('geen regeling')
  return only
}

/** Every answer on the grid of moments. */
function answers(regeling: Regeling): readonly Consolidation[] {
  return moments.map((moment) => consolidate(regeling, moment))
}

/** A text and its order, without what is said of it: days, and what a toelichting is called. */
function textOf({units, state}: Consolidation): string {
  return JSON.stringify([state, units.map(plain)])
}

function plain(unit: UnitText): unknown {
  const {id, nummer, opschrift, laag, state, path, text} = unit
  const inner = [unit.toelichting, unit.children].map((list) => list.map(plain))
  return {id, nummer, opschrift, laag, state, path, text, inner}
}

function without(life: Life, isOut: (one: Decision) => boolean): Life {
  return {...life, decisions: life.decisions.filter((one) => !isOut(one))}
}

const isLater =
  (zicht: string) =>
  ({bekend}: Decision): boolean =>
    bekend !== 'onbekend' && bekend > zicht

describe('knowledge', () => {
  test('nothing is shown, named or announced before it is known', () => {
    fc.assert(
      fc.property(lives(), (life) => {
        const regeling = regelingIn(filesOf(life))
        for (const moment of moments) {
          const document = renderMarkdown(consolidate(regeling, moment))
          const early = life.decisions
            .filter(isLater(moment.zicht))
            .filter(({n}) => new RegExp(`${idOf(n)}\\b`, 'u').test(document))
          expect({moment, early}).toEqual({moment, early: []})
        }
      }),
      {seed, numRuns: 35}
    )
  })

  test('what becomes known later changes no answer of an earlier zicht, and no history of it', () => {
    fc.assert(
      fc.property(lives(), fc.constantFrom(...days), (life, zicht) => {
        const whole = regelingIn(filesOf(life))
        const then = regelingIn(filesOf(without(life, isLater(zicht))))
        for (const geldig of days) {
          const moment = {geldig, zicht}
          expect(consolidate(whole, moment)).toEqual(consolidate(then, moment))
        }
        const upTo = (regeling: Regeling) =>
          historyOf(regeling).filter(
            (entry) => entry.zicht === 'altijd' || entry.zicht <= zicht
          )
        expect(upTo(whole)).toEqual(upTo(then))
      }),
      {seed, numRuns: 200}
    )
  })

  test('a concept that nobody names changes nothing, whatever it would do', () => {
    fc.assert(
      fc.property(lives(), decisionAt(9), (life, concept) => {
        const files = filesOf(life)
        const draft = filesOfDecision(concept, {concept: 'true'})
        const [before, after] = [files, {...files, ...draft}].map(regelingIn)
        if (!before || !after) throw new Error('geen regeling')
        expect(answers(after)).toEqual(answers(before))
        expect(historyOf(after)).toEqual(historyOf(before))
      }),
      {seed, numRuns: 25}
    )
  })
})

/** Two days, one behind the other, with any day of the other clock. */
const steps = days.slice(1).flatMap((after, at) => {
  const before = days[at] ?? after
  return days.map((other) => ({before, after, other}))
})

describe('moments', () => {
  test('over both clocks, a whole text changes only where the timeline of a unit turns', () => {
    fc.assert(
      fc.property(lives(), (life) => {
        const regeling = regelingIn(filesOf(life))
        const turns = regeling.units.flatMap(({versions}) =>
          timelineOf(versions)
        )
        const texts = new Map(
          answers(regeling).map((one) => [
            `${one.geldig} ${one.zicht}`,
            textOf(one)
          ])
        )
        const differ = (a: string, b: string) => texts.get(a) !== texts.get(b)
        const byZicht = steps
          .filter(({before, after, other}) =>
            differ(`${other} ${before}`, `${other} ${after}`)
          )
          .filter(
            ({after, other}) =>
              !turns.some((turn) => isKnownFrom(turn, after, other))
          )
        const byGeldig = steps
          .filter(({before, after, other}) =>
            differ(`${before} ${other}`, `${after} ${other}`)
          )
          .filter(
            ({after, other}) =>
              !turns.some((turn) => isBorder(turn, after, other))
          )
        expect({byZicht, byGeldig}).toEqual({byZicht: [], byGeldig: []})
      }),
      {seed, numRuns: 80}
    )
  })
})

/** From that zicht on the geldig day reads otherwise. */
function isKnownFrom(
  {zicht, geldig: from, until}: Turn<Version>,
  day: IsoDate,
  geldig: IsoDate
): boolean {
  const isIn = from === 'begin' || from <= geldig
  return zicht === day && isIn && (until === undefined || geldig < until)
}

/** As known by that zicht, something begins or ends on the geldig day. */
function isBorder(
  {zicht: since, geldig, until}: Turn<Version>,
  day: IsoDate,
  zicht: IsoDate
): boolean {
  const isKnown = since === 'altijd' || since <= zicht
  return isKnown && (geldig === day || until === day)
}

describe('order', () => {
  test('the order of files never matters: not for the corpus, not for the findings', () => {
    const shuffled = lives().chain((life) => {
      const {files} = treeOf({...filesOf(life), ...adoption(life.decisions)})
      return fc.tuple(
        fc.constant(files),
        fc.shuffledSubarray([...files], {minLength: files.length})
      )
    })
    fc.assert(
      fc.property(shuffled, ([files, others]) => {
        const tree = {folder: 'articles', folders: [], files}
        const one = compile(tree)
        const other = compile({...tree, files: others})
        expect(other.findings).toEqual(one.findings)
        expect(JSON.stringify(other.corpus)).toBe(JSON.stringify(one.corpus))
      }),
      {seed, numRuns: 80}
    )
  })
})

describe('municipalities', () => {
  test('one that adopted all on the very national days has the national text', () => {
    fc.assert(
      fc.property(lives(day).map(plainly), (life) => {
        const files = {...filesOf(life), ...adoption(life.decisions)}
        // A day that comes too late is a fout, and then there is no national text.
        const {findings} = compile(treeOf(files))
        fc.pre(findings.every(({rule}) => rule !== 'determination'))
        const national = regelingIn(files)
        const local = localOf(national)
        for (const moment of moments) {
          expect(textOf(consolidate(local, moment))).toBe(
            textOf(consolidate(national, moment))
          )
        }
      }),
      {seed, numRuns: 60}
    )
  })

  test('one that adopted nothing has what was there before the corpus begins', () => {
    fc.assert(
      fc.property(lives(), (life) => {
        const files = {...filesOf(life), ...adoption([])}
        const local = localOf(regelingIn(files))
        const begin = regelingIn(filesOf(without(life, () => true)))
        for (const moment of moments) {
          const [there, then] = [local, begin].map((one) =>
            consolidate({...one, vaststellingen: []}, moment)
          )
          expect(there).toEqual(then)
        }
      }),
      {seed, numRuns: 40}
    )
  })
})

/**
 * What is in werking before it holds cannot be withdrawn, and locally nothing
 * is in werking so early: with such days nothing is withdrawn here.
 */
function plainly(life: Life): Life {
  const {decisions} = life
  const isOdd = decisions.some(
    ({inwerking, determines}) => inwerking ?? determines?.inwerking
  )
  return isOdd
    ? {...life, decisions: decisions.map((one) => ({...one, withdraws: []}))}
    : life
}

/** A vaststelling of decisions, each on the day on which it became known. */
function adoption(decisions: readonly Decision[]): Files {
  const besluiten = decisions
    .filter(({bekend}) => bekend !== 'onbekend')
    .map(
      ({n, bekend}) =>
        `{datum: ${bekend}, bekend: ${bekend}, inwerking: ${bekend}, wijzigingen: [${idOf(n)}]}`
    )
  return {
    'proef/vaststellingen/gm9901.yaml': `formaat: 1\ngemeente: Voorbeeldstad\nlagen: [CAR, UWO]\nbesluiten: [${besluiten.join(', ')}]\n`
  }
}

function localOf(national: Regeling): Regeling {
  const [gemeente] = national.vaststellingen
  if (!gemeente) throw new Error('geen vaststelling')
  return localRegeling(national, gemeente)
}

test('the grid reaches before and after all that is in a corpus', () => {
  expect(days[0] as IsoDate).toBe('2020-01-01')
  expect(moments).toHaveLength(days.length ** 2)
})
