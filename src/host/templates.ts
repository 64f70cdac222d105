import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {attempt} from './failure.ts'
import {byCodePoint} from './order.ts'
import {ownFolder} from './package.ts'

const extension = '.hbs'

/** The package's templates by their path without `.hbs`, in code-point order: `page`, `partials/alinea`. */
export function readTemplates(
  folder: string = path.join(ownFolder(), 'templates')
): ReadonlyMap<string, string> {
  return attempt(folder, () => {
    const files = readdirSync(folder, {withFileTypes: true, recursive: true})
      .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
      .map((entry) => path.join(entry.parentPath, entry.name))
    return new Map(
      byCodePoint(
        files.map((file) => ({
          name: path
            .relative(folder, file.slice(0, -extension.length))
            .split(path.sep)
            .join('/'),
          text: readFileSync(file, 'utf8')
        })),
        ({name}) => name
      ).map(({name, text}) => [name, text])
    )
  })
}
