/**
 * Objects without empty fields, as `exactOptionalPropertyTypes` wants them.
 *
 * Kernel.
 */

/** The same object type, its fields present only with a value. */
export type Defined<T> = {
  readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K]
} & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<
    T[K],
    undefined
  >
}

/** Leave out every field without a value; the order of the others stays. */
export function defined<T extends object>(fields: T): Defined<T> {
  const given: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined) given[key] = value
  }
  // Only fields without a value are gone.
  return given as Defined<T>
}
