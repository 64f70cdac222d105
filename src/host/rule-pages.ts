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
    const names = readdirSync(folder).filter(
      (name) => name.endsWith(extension) && name !== 'README.md'
    )
    return new Map(
      byCodePoint(names, (name) => name).map((name) => [
        name.slice(0, -extension.length),
        readFileSync(path.join(folder, name), 'utf8')
      ])
    )
  })
}
