import {readTemplates} from '../../src/host/templates.ts'

/** The templates of the package, as the host reads them. */
export const templates: ReadonlyMap<string, string> = readTemplates()

/** The same, with other text for one of them. */
export function templatesWith(
  name: string,
  text: string
): ReadonlyMap<string, string> {
  return new Map([...templates, [name, text]])
}
