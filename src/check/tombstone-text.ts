import type {Rule} from './rule.ts'

/** What has lapsed has no text: it would be printed nowhere. */
export const tombstoneText: Rule = {
  id: 'tombstone-text',
  severity: 'fout',
  check({units}, tell) {
    for (const {vervallen, text, path} of units.flatMap(
      ({versions}) => versions
    )) {
      if (!vervallen || text.length === 0) continue
      const reason =
        'Deze bepaling is vervallen, maar er staat nog tekst; verwijder de tekst of de regel `vervallen`'
      tell({path, key: 'vervallen'}, reason)
    }
  }
}
