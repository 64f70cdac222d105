import {describe, expect, test} from 'vitest'
import {merge} from '../../src/publish/publication.ts'

const folder = 'proef/2016-01-01-zicht-2016-02-01-0123abcd'
const sound = {
  regeling: 'proef',
  titel: 'Proef',
  geldig: '2016-01-01',
  zicht: '2016-02-01',
  state: 'geldt',
  textHash: 'a'.repeat(64),
  folder,
  files: [{name: 'proef-2016-01-01.txt', bytes: 3, sha256: 'b'.repeat(64)}]
}

/** What remains of a manifest when nothing is published over it. */
function kept(manifest: string): unknown {
  return JSON.parse(merge(manifest, []).manifest).publications
}

function keptOf(publications: unknown): unknown {
  return kept(JSON.stringify({schema: 'caoc/manifest/1', publications}))
}

describe('an old manifest', () => {
  test('that is sound is kept as it is', () => {
    expect(keptOf([sound])).toEqual([sound])
  })

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['without publications', '{"schema":"caoc/manifest/1"}'],
    ['of another make', '{"schema":"x","publications":[]}']
  ])('that is %s names nothing', (_, text) => {
    expect(kept(text)).toEqual([])
  })

  test.each([
    [[null]],
    [{}],
    [[5, 'x', [], {}]],
    [[{...sound, folder: undefined}]],
    [[{...sound, folder: 5}]],
    [[{...sound, folder: '../articles'}]],
    [[{...sound, folder: 'proef'}]],
    [[{...sound, folder: '/elders/x'}]],
    [[{...sound, folder: 'ander/2016-01-01-zicht-2016-02-01-0123abcd'}]],
    [[{...sound, folder: `${folder}/../../x`}]],
    [[{...sound, regeling: '..', folder: folder.replace('proef', '..')}]],
    [[{...sound, geldig: '..'}]],
    [[{...sound, titel: 5}]],
    [[{...sound, state: 'anders'}]],
    [[{...sound, files: [{...sound.files[0], name: '../x'}]}]],
    [[{...sound, files: 'x'}]]
  ])('leaves out what caoc did not write: %j', (publications) => {
    expect(keptOf(publications)).toEqual([])
  })

  test('leaves out one entry and keeps the next, and names a folder once', () => {
    expect(keptOf([null, sound, {...sound, titel: 'Dubbel'}])).toEqual([sound])
  })
})
