/** Order by code points, which is the order of the UTF-8 bytes and knows no locale. */
export function byCodePoint<T>(
  items: Iterable<T>,
  key: (item: T) => string
): T[] {
  return Array.from(items, (item) => ({item, bytes: Buffer.from(key(item))}))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({item}) => item)
}
