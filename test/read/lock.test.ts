import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {hashText} from '../../src/hash/sha256.ts'
import {type Lock, parseLock, printLock} from '../../src/read/lock.ts'
import {lockJson, lockJsonSchema} from '../../src/read/lock-schema.ts'
import {checkLocks} from '../../src/read/locked.ts'
import {
  compileFiles,
  type Files,
  head,
  messagesOf,
  regeling,
  versie,
  wijziging
} from '../corpus.ts'

const corpus: Files = {
  ...regeling,
  ...wijziging('lbr-1', '2015-01-01'),
  ...wijziging('lbr-2', '2015-02-01'),
  ...versie('begin', 'Tekst nul van het artikel.'),
  ...versie('2015-06-01.lbr-1', 'Tekst één van het artikel.', {basis: 'begin'}),
  ...versie('2015-07-01.lbr-2', 'Tekst twee van het artikel.', {
    basis: 'begin'
  }),
  ...versie('2015-07-01.lbr-1+lbr-2', 'Tekst drie van het artikel.', {
    hand: 'true'
  })
}

const one = 'artikel-1/2015-06-01.lbr-1.md'
const two = 'artikel-1/2015-07-01.lbr-2.md'
const woven = 'artikel-1/2015-07-01.lbr-1+lbr-2.md'

function textOf(place: string, files: Files = corpus): string {
  return String(files[`proef/${place}`])
}

/** The lock that belongs to some wijzigingen, each with places below the regeling. */
function lockOf(places: Readonly<Record<string, readonly string[]>>): string {
  const entries = Object.entries(places).map(
    ([id, own]): [string, Map<string, string>] => {
      const all = [...own, `wijzigingen/${id}.md`]
      return [id, new Map(all.map((place) => [place, hashText(textOf(place))]))]
    }
  )
  return printLock(new Map(entries))
}

const both = lockOf({'lbr-1': [one, woven], 'lbr-2': [two, woven]})

/** Rules that look at no text. */
const own = ['lock-changed', 'lock-format', 'encoding', 'file-name']

/** What this is about of a corpus with a lock. */
function compileLocked(lock: string | Uint8Array, files: Files = corpus) {
  const compiled = compileFiles({...files, 'proef/lock.json': lock})
  const findings = compiled.findings.filter(({rule}) => own.includes(rule))
  return {...compiled, findings}
}

/** The same in one line each. */
function messages(lock: string | Uint8Array, files: Files = corpus) {
  return messagesOf(compileLocked(lock, files))
}

function without(files: Files, place: string): Files {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => path !== `proef/${place}`)
  )
}

describe('files beside their lock', () => {
  test('all as it was locked: nothing to tell', () => {
    expect(messages(both)).toEqual([])
    expect(messages(lockOf({'lbr-1': [one]}))).toEqual([])
    expect(messages(printLock(new Map()))).toEqual([])
  })

  test.each([
    ['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['line ends of an old Mac', (text: string) => text.replaceAll('\n', '\r')],
    ['letters taken apart (NFD)', (text: string) => text.normalize('NFD')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`]
  ])('a checkout with %s is the same text', (_name, change) => {
    const files = Object.fromEntries(
      Object.entries(corpus).map(([path, text]) => [path, change(String(text))])
    )
    const found = messages(change(both), files)
    expect(found).toEqual([])
  })

  test('a changed version, and a changed wijziging', () => {
    const files = {
      ...corpus,
      [`proef/${one}`]: textOf(one).replace('van', 'uit'),
      'proef/wijzigingen/lbr-2.md': `${textOf('wijzigingen/lbr-2.md')}\nErbij.\n`
    }
    expect(messages(both, files)).toEqual([
      `proef/${one}:1:1 lock-changed`,
      'proef/wijzigingen/lbr-2.md:1:1 lock-changed'
    ])
  })

  test('one space more in the head is a change', () => {
    const files = {
      ...corpus,
      [`proef/${one}`]: textOf(one).replace("nummer: '1'", "nummer:  '1'")
    }
    expect(messages(both, files)).toEqual([`proef/${one}:1:1 lock-changed`])
  })

  test('what is no UTF-8 any more is changed too', () => {
    const files = {
      ...corpus,
      [`proef/${one}`]: new Uint8Array(Buffer.from(textOf(one), 'latin1'))
    }
    const found = messages(both, files).filter((line) => line.includes(one))
    expect(found.map((line) => line.split(' ')[1]).toSorted()).toEqual([
      'encoding',
      'lock-changed'
    ])
  })

  test('a missing file is told at its line of the lock', () => {
    const {findings} = compileLocked(both, without(corpus, two))
    const line = both.split('\n').findIndex((text) => text.includes(two)) + 1
    expect(findings).toMatchObject([
      {
        path: 'articles/proef/lock.json',
        line,
        column: 9,
        rule: 'lock-changed',
        severity: 'fout',
        message: `\`${two}\` is vergrendeld met \`lbr-2\`, maar is er niet meer; zet het bestand terug`
      }
    ])
  })

  test('a regeling of which only the lock is left', () => {
    const {findings} = compileLocked(lockOf({'lbr-1': [one]}), {})
    expect(findings.map(({rule}) => rule)).toEqual([
      'lock-changed',
      'lock-changed'
    ])
  })

  test('a file that cannot be opened is told as such alone', () => {
    const lock = lockOf({'lbr-1': [one]})
    const seen: string[] = []
    checkLocks(
      [
        {path: `proef/${one}`, problem: 'Geen toegang'},
        {
          path: 'proef/wijzigingen/lbr-1.md',
          bytes: Buffer.from(textOf('wijzigingen/lbr-1.md'))
        },
        {path: 'proef/lock.json', bytes: Buffer.from(lock)}
      ],
      (path) => () => seen.push(path)
    )
    expect(seen).toEqual([])
  })

  test('a version added to a locked wijziging', () => {
    const added = versie('2015-08-01.lbr-1', 'Nog een tekst.')
    expect(messages(both, {...corpus, ...added})).toEqual([
      'proef/artikel-1/2015-08-01.lbr-1.md:1:1 lock-changed'
    ])
  })

  test('a renamed version is both missing and added', () => {
    const files = {
      ...without(corpus, one),
      'proef/artikel-1/2015-06-02.lbr-1.md': textOf(one)
    }
    expect(messages(both, files).map((line) => line.split(':')[0])).toEqual([
      'proef/artikel-1/2015-06-02.lbr-1.md',
      'proef/lock.json'
    ])
  })

  test('a woven text waits for all its wijzigingen, and is then asked for', () => {
    const {findings} = compileLocked(lockOf({'lbr-1': [one], 'lbr-2': [two]}))
    expect(findings).toMatchObject([
      {
        path: `articles/proef/${woven}`,
        rule: 'lock-changed',
        message:
          'Deze tekst verwerkt alleen vergrendelde wijzigingen, maar is zelf niet vergrendeld; doe dat met `cao lock lbr-1`, of verwijder het bestand'
      }
    ])
  })

  test('a woven text that changed is told once', () => {
    const files = {...corpus, [`proef/${woven}`]: `${textOf(woven)}Erbij.\n`}
    expect(messages(both, files)).toEqual([`proef/${woven}:1:1 lock-changed`])
  })

  test('the order of the files does not matter', () => {
    const files = {
      ...without(corpus, two),
      [`proef/${one}`]: 'anders',
      'proef/lock.json': both
    }
    const turned = Object.fromEntries(Object.entries(files).toReversed())
    expect(compileFiles(turned).findings).toEqual(compileFiles(files).findings)
  })

  test('10,000 locked files are looked at in a moment', () => {
    const texts = Array.from({length: 10_000}, (_, at) => ({
      place: `hoofdstuk-1/artikel-${at}/2015-01-01.lbr-${at % 100}.md`,
      id: `lbr-${at % 100}`,
      text: `---\nnummer: '${at}'\n---\n\n${'Eén alinea van een artikel. '.repeat(20)}\n`
    }))
    const lock = new Map<string, Map<string, string>>()
    for (const {id, place, text} of texts) {
      const files =
        lock.get(id) ?? new Map([[`wijzigingen/${id}.md`, '0'.repeat(64)]])
      lock.set(id, files.set(place, hashText(text)))
    }
    const files = texts.map(({place, text}) => ({
      path: `proef/${place}`,
      bytes: Buffer.from(text)
    }))
    const bytes = Buffer.from(printLock(lock))
    const seen: string[] = []
    const start = performance.now()
    checkLocks([...files, {path: 'proef/lock.json', bytes}], (path) => () => {
      seen.push(path)
    })
    // A tenth of this on a quiet machine; reading the same texts takes far longer.
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(seen).toEqual(Array.from({length: 100}, () => 'proef/lock.json'))
  })
})

describe('a lock that is no good', () => {
  const sha = 'a'.repeat(64)
  const own = `"wijzigingen/lbr-1.md": "${hashText(textOf('wijzigingen/lbr-1.md'))}"`
  const entry = (files: string) =>
    `{"formaat": 1, "wijzigingen": {"lbr-1": {"bestanden": {\n${files}}}}}`

  /** Messages about the lock itself. */
  const told = (lock: string | Uint8Array) => {
    const files = without(without(corpus, woven), one)
    const {findings} = compileLocked(lock, files)
    return findings.map(
      ({line, column, rule, message}) => `${line}:${column} ${rule} ${message}`
    )
  }
  const wayOut = 'zet het bestand terug zoals `cao lock` het schreef'

  test('the lock of these tests is sound without any of this', () => {
    expect(told(entry(own))).toEqual([])
  })

  test.each([
    ['empty', '', '1:1', 'Hier is `lock.json` niet te lezen'],
    ['text', 'hallo', '1:1', 'Hier is `lock.json` niet te lezen'],
    [
      'cut short',
      entry(own).slice(0, 60),
      '2:1',
      'Hier is `lock.json` niet te lezen'
    ],
    [
      'a comma too many',
      entry(`${own},`),
      '2:92',
      'Hier is `lock.json` niet te lezen'
    ],
    [
      'text behind it',
      `${entry(own)} x`,
      '2:96',
      'Hier is `lock.json` niet te lezen'
    ],
    ['a list', '[]', '1:1', 'Hier horen `formaat` en `wijzigingen` te staan'],
    ['null', 'null', '1:1', 'Hier horen `formaat` en `wijzigingen` te staan'],
    ['no wijzigingen', '{"formaat": 1}', '1:1', '`wijzigingen` ontbreekt'],
    ['no formaat', '{"wijzigingen": {}}', '1:1', '`formaat` ontbreekt'],
    [
      'formaat as text',
      '{"formaat": "1", "wijzigingen": {}}',
      '1:2',
      '`formaat` heeft geen geldige waarde'
    ],
    [
      'formaat 0',
      '{"formaat": 0, "wijzigingen": {}}',
      '1:2',
      '`formaat` heeft geen geldige waarde'
    ],
    [
      'another key',
      '{"formaat": 1, "wijzigingen": {}, "meer": 1}',
      '1:35',
      '`meer` is geen bekend gegeven'
    ],
    [
      'another key inside',
      '{"formaat": 1, "wijzigingen": {"lbr-1": {"bestanden": {\n' +
        own +
        '}, "x": 1}}}',
      '2:94',
      '`x` is geen bekend gegeven'
    ],
    [
      'wijzigingen as a list',
      '{"formaat": 1, "wijzigingen": []}',
      '1:16',
      '`wijzigingen` heeft geen geldige waarde'
    ],
    [
      'a key twice',
      entry(`${own},\n${own}`),
      '3:1',
      'Deze sleutel staat hier twee keer'
    ],
    [
      '__proto__',
      '{"formaat": 1, "wijzigingen": {}, "__proto__": {}}',
      '1:35',
      'Dit kan geen sleutel zijn'
    ],
    [
      '__proto__ as a wijziging',
      '{"formaat": 1, "wijzigingen": {"__proto__": {}}}',
      '1:32',
      'Dit kan geen sleutel zijn'
    ],
    [
      'too deep',
      `{"formaat": 1, "wijzigingen": ${'['.repeat(5000)}`,
      '1:50',
      'Dit is te diep genest'
    ],
    [
      'a hash too short',
      entry(`${own},\n"${two}": "abc"`).replaceAll('lbr-2', 'lbr-1'),
      '3:1',
      '`artikel-1/2015-07-01.lbr-1.md` heeft geen geldige SHA-256'
    ],
    [
      'a hash in capitals',
      entry(own.replace(/[0-9a-f]{64}/u, sha.toUpperCase())),
      '2:1',
      '`wijzigingen/lbr-1.md` heeft geen geldige SHA-256'
    ],
    [
      'a hash that is no text',
      entry(own.replace(/"[0-9a-f]{64}"/u, '7')),
      '2:1',
      '`wijzigingen/lbr-1.md` heeft geen geldige SHA-256'
    ],
    [
      'a hash that is an object',
      entry(own.replace(/"[0-9a-f]{64}"/u, '{}')),
      '2:1',
      '`wijzigingen/lbr-1.md` heeft geen geldige SHA-256'
    ],
    [
      'a hash in a list',
      entry(own.replace(/"[0-9a-f]{64}"/u, '[$&]')),
      '2:1',
      '`wijzigingen/lbr-1.md` heeft geen geldige SHA-256'
    ],
    [
      'no file of its own',
      entry(''),
      '1:42',
      '`wijzigingen/lbr-1.md` ontbreekt hier'
    ],
    [
      'above the regeling',
      entry(`${own},\n"../regeling.md": "${sha}"`),
      '3:1',
      '`../regeling.md` ligt buiten de regeling'
    ],
    [
      'above, further on',
      entry(`${own},\n"artikel-1/../../x.md": "${sha}"`),
      '3:1',
      '`artikel-1/../../x.md` ligt buiten de regeling'
    ],
    [
      'from the root',
      entry(`${own},\n"/etc/x.lbr-1.md": "${sha}"`),
      '3:1',
      '`/etc/x.lbr-1.md` ligt buiten de regeling'
    ],
    [
      'a drive',
      entry(`${own},\n"C:/x/2015-01-01.lbr-1.md": "${sha}"`),
      '3:1',
      '`C:/x/2015-01-01.lbr-1.md` ligt buiten de regeling'
    ],
    [
      'backslashes',
      entry(`${own},\n"artikel-1\\\\2015-06-01.lbr-1.md": "${sha}"`),
      '3:1',
      '`artikel-1\\2015-06-01.lbr-1.md` ligt buiten de regeling'
    ],
    [
      'no text',
      entry(`${own},\n"regeling.md": "${sha}"`),
      '3:1',
      '`regeling.md` is geen plaats van een tekst in de regeling'
    ],
    [
      'what was always there',
      entry(`${own},\n"artikel-1/begin.md": "${sha}"`),
      '3:1',
      '`artikel-1/begin.md` hoort niet bij de wijziging `lbr-1`'
    ],
    [
      'of another wijziging',
      entry(`${own},\n"${two}": "${sha}"`),
      '3:1',
      `\`${two}\` hoort niet bij de wijziging \`lbr-1\``
    ]
  ])('%s', (_name, lock, place, reason) => {
    expect(told(lock)).toEqual([`${place} lock-format ${reason}; ${wayOut}`])
  })

  test('a name that is none', () => {
    expect(told(entry(own).replace('"lbr-1"', '"Lbr 1"'))).toContain(
      `1:32 lock-format \`Lbr 1\` is geen naam van een wijziging; ${wayOut}`
    )
  })

  test('names of Object are names like any other', () => {
    const text = head({
      soort: 'ledenbrief',
      onderwerp: 'x',
      datum: '2015-01-01'
    })
    const place = 'wijzigingen/constructor.md'
    const lock = printLock(
      new Map([['constructor', new Map([[place, hashText(text)]])]])
    )
    const files = {...regeling, [`proef/${place}`]: text}
    expect(messages(lock, files)).toEqual([])
    expect(
      messages(lock, {...files, [`proef/${place}`]: `${text}x\n`})
    ).toEqual([`proef/${place}:1:1 lock-changed`])
  })

  test('a conflict of git says so', () => {
    const lock = entry(`<<<<<<< HEAD\n${own}\n=======\n${own}\n>>>>>>> ander\n`)
    expect(told(lock)).toEqual([
      '2:1 lock-format Hier staat een conflict van versiebeheer; houd de wijzigingen van beide kanten, en verwijder de tekens van het conflict'
    ])
  })

  test('a newer caoc made it: that is said, and nothing is concluded', () => {
    const lock = '{"formaat": 2, "wijzigingen": [{"iets": "heel anders"}]}'
    expect(told(lock)).toEqual([
      '1:2 lock-format Dit bestand is gemaakt door een nieuwere versie van caoc (`formaat` 2); installeer die versie'
    ])
  })

  test('a file with two hashes', () => {
    const twice = both.replace(
      new RegExp(`(.*"${woven.replaceAll('+', '\\+')}": ")[0-9a-f]{64}`, 'su'),
      `$1${sha}`
    )
    const rules = messages(twice).map((line) => line.split(' ')[1])
    expect(rules).toEqual(['lock-format'])
  })

  test('no UTF-8', () => {
    expect(messages(Uint8Array.from([0x7b, 0xff]))).toEqual([
      'proef/lock.json:1:2 encoding'
    ])
  })

  test('what is right in it still holds, and nothing is taken for added', () => {
    const lock = both
      .replace('"lbr-2": {', '"lbr-2": {\n      "x": 1,')
      .replace(/ *"artikel-1\/2015-06-01.*\n/u, '')
    const files = {
      ...corpus,
      [`proef/${two}`]: textOf(two).replace('van', 'uit')
    }
    expect(messages(lock, files)).toEqual([
      `proef/${two}:1:1 lock-changed`,
      'proef/lock.json:11:7 lock-format'
    ])
  })

  test('a lock elsewhere is no lock', () => {
    expect(
      messages(both, {...corpus, 'proef/artikel-1/lock.json': '{}'})
    ).toEqual(['proef/artikel-1/lock.json:1:1 file-name'])
    expect(messages(both, {...corpus, 'gegevens/lock.json': 'x'})).toEqual([])
  })
})

describe('writing a lock', () => {
  const name = fc.stringMatching(/^[a-z0-9-]{1,12}$/u)
  const day = fc.constantFrom('2015-01-01', '2016-12-31', 'onbepaald')
  const sha = fc.stringMatching(/^[0-9a-f]{64}$/u)
  const unit = fc.stringMatching(/^artikel-[0-9]{1,4}$/u)
  const entry = fc
    .tuple(name, sha, fc.array(fc.tuple(unit, day, sha), {maxLength: 5}))
    .map(([id, hash, files]): [string, Map<string, string>] => [
      id,
      new Map([
        [`wijzigingen/${id}.md`, hash],
        ...files.map(
          ([folder, first, one]) =>
            [`${folder}/${first}.${id}.md`, one] as [string, string]
        )
      ])
    ])
  const locks = fc.array(entry, {maxLength: 6}).map((all) => new Map(all))

  const readBack = (text: string): Lock | undefined => {
    const problems: string[] = []
    const found = parseLock(text, 'proef', (_rule, _place, reason) => {
      problems.push(reason)
    })
    expect(problems).toEqual([])
    expect(found?.sound).toBe(true)
    return found?.lock
  }

  test('what is written reads back, and is written the same again in any order', () => {
    fc.assert(
      fc.property(locks, (lock) => {
        const text = printLock(lock)
        expect(readBack(text)).toEqual(lock)
        const turned = new Map(
          [...lock]
            .toReversed()
            .map(([id, files]) => [id, new Map([...files].toReversed())])
        )
        expect(printLock(turned)).toBe(text)
      })
    )
  })

  test('it is JSON of two spaces with a newline, as the schema wants it', () => {
    const schema = z.fromJSONSchema(
      JSON.parse(readFileSync('docs/schema/lock-1.json', 'utf8'))
    )
    fc.assert(
      fc.property(locks, (lock) => {
        const text = printLock(lock)
        const data = JSON.parse(text)
        expect(schema.safeParse(data).error?.issues ?? []).toEqual([])
        expect(lockJson.safeParse(data).success).toBe(true)
        // JSON.stringify puts names that are numbers first.
        if ([...lock.keys()].some((id) => /^\d+$/u.test(id))) return
        expect(text).toBe(`${JSON.stringify(data, null, 2)}\n`)
      })
    )
  })

  test('names in order of their characters, numbers too', () => {
    const files = (id: string) =>
      new Map([[`wijzigingen/${id}.md`, 'a'.repeat(64)]])
    const ids = ['b', '10', '9', 'a-b', 'a', '1a']
    const text = printLock(new Map(ids.map((id) => [id, files(id)])))
    expect(
      [...text.matchAll(/^ {4}"(.+)": \{$/gmu)].map(([, id]) => id)
    ).toEqual(['10', '1a', '9', 'a', 'a-b', 'b'])
  })
})

test('the schema on disk is the one of the code', async () => {
  const text = `${JSON.stringify(lockJsonSchema(), undefined, 2)}\n`
  await expect(text).toMatchFileSnapshot('../../docs/schema/lock-1.json')
})
