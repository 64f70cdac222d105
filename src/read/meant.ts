/** What the author of a head surely meant by a value or a key that cannot stand. */
import type {z} from 'zod'

/** Words for yes and no beside `true` and `false`. */
const words = new Map([
  ['ja', 'true'],
  ['yes', 'true'],
  ['nee', 'false'],
  ['no', 'false']
])

/** The value that an issue about a scalar asks for, when only one can be meant. */
export function meantValue(
  issue: z.core.$ZodIssue,
  value: string
): string | undefined {
  if (issue.code === 'custom') {
    const fix: unknown = issue.params?.fix
    return typeof fix === 'string' ? fix : undefined
  }
  if (issue.code === 'invalid_value') {
    const typed = value.trim().toLowerCase()
    const wanted = words.get(typed) ?? typed
    const found = issue.values.find(
      (option) => String(option).toLowerCase() === wanted
    )
    return found === undefined ? undefined : String(found)
  }
  if (issue.code !== 'invalid_union') return undefined
  const found = issue.errors.flatMap((issues) =>
    issues.flatMap((one) => meantValue(one, value) ?? [])
  )
  return found[0]
}

/** The known key that differs only in capitals, spaces or underscores. */
export function meantKey(key: string, schema: z.ZodType): string | undefined {
  const known = 'shape' in schema ? Object.keys(schema.shape as object) : []
  const plain = key.trim().toLowerCase().replace(/[ _]+/gu, '-')
  return known.find((name) => name === plain)
}
