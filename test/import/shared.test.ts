import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {hashBytes} from '../../src/hash/sha256.ts'
import type {DatedText} from '../../src/import/plan.ts'
import {readWholeText} from '../../src/import/read/read.ts'
import {isoDate} from '../../src/time/days.ts'
import {changedIn, empty, importInto, laid} from './texts.ts'

// Real texts are no part of the project: they lie beside it, or where
// CAO_SHARED says. Without them these tests are skipped, and say so.

const shared =
  process.env.CAO_SHARED ?? path.join(import.meta.dirname, '../../../shared')
const missing = existsSync(path.join(shared, 'corpora'))
  ? ''
  : ' (skipped: no ../shared/corpora)'
const minutes = 60_000

function read(file: string): DatedText {
  const bytes = readFileSync(file)
  const reading = readWholeText(bytes, file.split(path.sep).slice(-2).join('/'))
  if ('refused' in reading) throw new Error(reading.refused.message)
  const {text, account} = reading
  expect(account.balanced).toBe(true)
  const named = /\d{4}-\d{2}-\d{2}/u.exec(path.basename(file))?.[0] ?? ''
  const day = text.geldig ?? isoDate(named)
  if (!day) throw new Error(`geen dag: ${file}`)
  return {text, day, sha256: hashBytes(bytes)}
}

function textsIn(folder: string, pattern: RegExp): readonly DatedText[] {
  const full = path.join(shared, folder)
  return readdirSync(full)
    .filter((name) => pattern.test(name))
    .toSorted()
    .map((name) => read(path.join(full, name)))
}

function expectSound(texts: readonly DatedText[]): void {
  const {files, proved, findings} = importInto(empty, texts)
  expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
  expect(findings.filter(({severity}) => severity === 'fout')).toEqual([])
  expect(files.length).toBeGreaterThan(0)
}

describe.skipIf(missing !== '')(
  `real laws with their history${missing}`,
  () => {
    test.each(['BWBR0001950', 'BWBR0002638', 'BWBR0006535', 'BWBR0006743'])(
      '%s: every day is proved',
      (law) => {
        expectSound(textsIn(`corpora/law-markdown/${law}`, /\.md$/u))
      },
      5 * minutes
    )

    test(
      'three expressions of one day',
      () => {
        expectSound(textsIn('corpora/bwb-xml', /^BWBR0002629.*\.xml$/u))
      },
      5 * minutes
    )

    test(
      'day by day: nothing that was there changes',
      () => {
        let tree = empty
        for (const one of textsIn(
          'corpora/law-markdown/BWBR0006535',
          /\.md$/u
        )) {
          const {files, proved} = importInto(tree, [one])
          expect(proved.flatMap(({proof}) => proof.differences)).toEqual([])
          expect(changedIn(files)).toEqual([])
          tree = laid(tree, files)
        }
      },
      5 * minutes
    )
  }
)
