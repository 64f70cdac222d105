import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {parseText} from '../../../src/dialect/parse.ts'
import {printText} from '../../../src/dialect/print.ts'
import type {ImportedUnit} from '../../../src/import/imported.ts'
import {readWholeText} from '../../../src/import/read/read.ts'
import {refusalOf, textOf} from './texts.ts'

// Real texts are no part of the project: they lie beside it, or where
// CAO_SHARED says. Without them these tests are skipped, and say so.

const shared =
  process.env.CAO_SHARED ?? path.join(import.meta.dirname, '../../../../shared')
const missing = existsSync(path.join(shared, 'corpora'))
  ? ''
  : ' (skipped: no ../shared/corpora)'

function filesIn(folder: string, pattern: RegExp): readonly string[] {
  const full = path.join(shared, folder)
  if (!existsSync(full)) return ['none']
  return readdirSync(full, {recursive: true, encoding: 'utf8'})
    .filter((file) => pattern.test(file))
    .toSorted()
    .map((file) => path.join(full, file))
}

function read(file: string) {
  const name = file.split(path.sep).slice(-2).join('/')
  return readWholeText(readFileSync(file), name)
}

function allUnits(units: readonly ImportedUnit[]): readonly ImportedUnit[] {
  return units.flatMap((unit) => [unit, ...allUnits(unit.children)])
}

const withTail = (files: readonly string[]) =>
  files.map((file) => [file.split(path.sep).slice(-2).join('/'), file] as const)

describe.skipIf(missing !== '')(`real texts${missing}`, () => {
  const texts = [
    ...filesIn('corpora/law-markdown', /\.md$/u),
    ...filesIn('corpora/bwb-xml', /\.xml$/u),
    ...filesIn(
      'reference/samples/wetsuite',
      /^(?:cvdr_example\d|bwb_toestand_\d|bgr|stb)\.xml$/u
    )
  ]

  test.each(withTail(texts))(
    '%s: read, accounted for, and its tree survives printing',
    (_name, file) => {
      const text = textOf(read(file))
      expect(text.titel).not.toBe('')
      for (const {soort, text: blocks} of allUnits(text.units)) {
        const headings = [
          'bijlage',
          'toelichting',
          'preambule',
          'slot'
        ].includes(soort)
        const findings: string[] = []
        const back = parseText(
          printText(blocks),
          {leden: soort === 'artikel', headings},
          ({id, severity}) => {
            if (severity === 'fout') findings.push(id)
          }
        )
        expect(back).toEqual(blocks)
        expect(findings).toEqual([])
      }
    }
  )

  test.each(
    withTail(
      filesIn(
        'reference/samples/wetsuite',
        /^(?:gmb|prb|stcrt|bwb_manifest|bwb_wti|opmeta\d|searchrec)\.xml$|\.html$/u
      )
    )
  )('%s: refused with a reason', (_name, file) => {
    expect(refusalOf(read(file))).toMatch(/geef|haal/u)
  })

  test('expressions of one day are told apart', () => {
    const files = filesIn('corpora/bwb-xml', /2012-07-01_\d\.xml$/u)
    const found = files.map((file) => textOf(read(file)))
    expect(found.map(({geldig, expression}) => [geldig, expression])).toEqual([
      ['2012-07-01', 0],
      ['2012-07-01', 1],
      ['2012-07-01', 2]
    ])
  })
})
