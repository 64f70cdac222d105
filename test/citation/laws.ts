import {readFileSync} from 'node:fs'
import path from 'node:path'
import {indexLaws} from '../../src/citation/law-index.ts'
import {readLaws} from '../../src/read/read.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The laws of the shipped list. */
export const wetten = readLaws({
  path: 'gegevens/wetten.yaml',
  bytes: readFileSync(path.join(root, 'articles/gegevens/wetten.yaml'))
})

/** The same, for a text of CAR-UWO. */
export const laws = indexLaws(wetten, ['CAR', 'UWO', 'CAR-UWO'])
