import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {attempt} from './failure.ts'
import {byCodePoint} from './order.ts'
import {ownFolder} from './package.ts'

const extension = '.md'

/** The package's pages on its rules by id, in code-point order. */
export function readRulePages(
  folder: string = path.join(ownFolder(), 'docs', 'rules')
): ReadonlyMap<string, string> {
  return attempt(folder, () => {
    const ids = readdirSync(folder)
      .filter((name) => name.endsWith(extension) && name !== 'README.md')
      .map((name) => name.slice(0, -extension.length))
    return new Map(
      byCodePoint(ids, (id) => id).map((id) => [
        id,
        readFileSync(path.join(folder, `${id}${extension}`), 'utf8')
      ])
    )
  })
}
