import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {consolidate} from '../../src/consolidate/consolidate.ts'
import {defined} from '../../src/defined.ts'
import {hashText} from '../../src/hash/sha256.ts'
import {readCorpus} from '../../src/host/corpus.ts'
import type {ImportedText, ImportedUnit} from '../../src/import/imported.ts'
import type {DatedText} from '../../src/import/plan.ts'
import type {Block, IsoDate, Regeling, UnitText} from '../../src/model.ts'
import {compile} from '../../src/pipeline/compile.ts'
import {prove} from '../../src/pipeline/import-proof.ts'
import {empty, importInto, laid} from './texts.ts'

// Our own corpora, printed on some days and read back as if they came from
// elsewhere: the new corpus must say the same on each of those days.

const zicht = '9999-12-31' as IsoDate
const own = compile(readCorpus('articles')).corpus.regelingen

/** A consolidated text as a reader would give it; marks of laag are for our own files. */
function asText(regeling: Regeling, day: IsoDate): DatedText {
  const {units} = consolidate(regeling, {geldig: day, zicht})
  const text: ImportedText = {
    file: `${day}.md`,
    format: 'markdown',
    titel: regeling.titel,
    units: units.map(asUnit),
    leftOut: [],
    repairs: []
  }
  return {text, day, sha256: hashText(JSON.stringify(text))}
}

function asUnit(unit: UnitText): ImportedUnit {
  const {soort, nummer, opschrift, state, text, toelichting, children} = unit
  const [note] = toelichting
  return {
    soort,
    ...defined({nummer, opschrift}),
    ...(state === 'vervallen' && {vervallen: true}),
    text: text.map(withoutLaag),
    children: children.map(asUnit),
    ...(note && {toelichting: note.text.map(withoutLaag)}),
    place: {file: 'bron.md', line: 1, column: 1}
  }
}

function withoutLaag(block: Block): Block {
  if (block.type === 'lid' || block.type === 'onderdeel') {
    const {laag: _, ...rest} = block
    return {...rest, content: rest.content.map(withoutLaag)}
  }
  return block
}

/** Days on which some text of a regeling begins or ends, and some others. */
function daysOf({units}: Regeling): readonly IsoDate[] {
  const days = units.flatMap(({versions}) =>
    versions.flatMap(({geldig, tot}) => [geldig, tot ?? geldig])
  )
  return [...new Set(days)].filter((day) => /^\d/u.test(day)) as IsoDate[]
}

describe.each(own.map((regeling) => [regeling.id, regeling] as const))(
  '%s',
  (_, regeling) => {
    const days = daysOf(regeling).filter(
      (day) => regeling.tot === undefined || day < regeling.tot
    )
    test('some of its days at once, and one more', () => {
      fc.assert(
        fc.property(
          fc.uniqueArray(fc.constantFrom(...days), {
            minLength: 1,
            maxLength: 4
          }),
          fc.constantFrom(...days),
          (some, more) => {
            const texts = some.map((day) => asText(regeling, day))
            const {files, proved, findings} = importInto(empty, texts)
            expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
            expect(
              findings.filter(({severity}) => severity === 'fout')
            ).toEqual([])
            const tree = laid(empty, files)
            const last = asText(regeling, more)
            const again = laid(tree, importInto(tree, [last]).files)
            const [now] = compile(again).corpus.regelingen
            if (!now) throw new Error('geen regeling')
            for (const {text, day} of [...texts, last]) {
              const {differences} = prove(text, now, {geldig: day, zicht})
              expect(differences).toEqual([])
            }
          }
        ),
        {seed: 20260310, numRuns: 4}
      )
    })
  }
)
