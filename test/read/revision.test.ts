import {describe, expect, test} from 'vitest'
import {hashText} from '../../src/hash/sha256.ts'
import {
  compileFiles,
  type Files,
  messagesOf,
  regeling,
  versie,
  wijziging
} from '../corpus.ts'

const old = versie('2020-01-01.lbr-1', 'Tekst één, verkeerd overgenomen.')
const [oldPath = '', oldText = ''] = Object.entries(old)[0] ?? []

const corpus: Files = {
  ...regeling,
  ...wijziging('lbr-1', '2019-12-01'),
  ...old,
  ...versie('2020-01-01.rev-1', 'Tekst één, goed overgenomen.', {
    basis: '2020-01-01.lbr-1'
  })
}

/** Rules that look at no text. */
const own = ['revision-hash', 'target-unknown', 'front-matter']

function compileRevision(files: Files) {
  const compiled = compileFiles(files)
  const findings = compiled.findings.filter(({rule}) => own.includes(rule))
  return {...compiled, findings}
}

function revision(herziet: Readonly<Record<string, string>>): Files {
  const list = Object.entries(herziet).map(([name, sha]) => `${name}: ${sha}`)
  return wijziging('rev-1', '2020-03-01', {
    soort: 'revisie',
    bekend: '2019-12-01',
    volgorde: '1',
    herziet: `{${list.join(', ')}}`
  })
}

describe('the hash that a revisie names', () => {
  const target = 'artikel-1/2020-01-01.lbr-1'
  const right = revision({[target]: hashText(String(oldText))})

  test('is that of the text it replaces', () => {
    const compiled = compileRevision({...corpus, ...right})
    expect(messagesOf(compiled)).toEqual([])
    const [found] = compiled.corpus.regelingen
    const wijzigingen = found?.wijzigingen ?? []
    expect(wijzigingen.map(({id, herziet}) => ({id, herziet}))).toEqual([
      {id: 'lbr-1', herziet: []},
      {id: 'rev-1', herziet: [{target, sha256: hashText(String(oldText))}]}
    ])
  })

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['NFD', (text: string) => text.normalize('NFD')]
  ])('is the same in a checkout with %s', (_name, change) => {
    const files = {...corpus, ...right, [oldPath]: change(String(oldText))}
    expect(messagesOf(compileRevision(files))).toEqual([])
  })

  test('is wrong once the old text has changed, or when it was taken over wrong', () => {
    const changed = `${oldText}\nErbij.\n`
    const {findings} = compileRevision({
      ...corpus,
      ...right,
      [oldPath]: changed
    })
    expect(findings).toMatchObject([
      {
        path: 'articles/proef/wijzigingen/rev-1.md',
        line: 7,
        column: 1,
        severity: 'fout',
        rule: 'revision-hash',
        note: `SHA-256 van dat bestand nu: ${hashText(changed)}`
      }
    ])
    const wrong = revision({[target]: 'a'.repeat(64)})
    expect(messagesOf(compileRevision({...corpus, ...wrong}))).toEqual([
      'proef/wijzigingen/rev-1.md:7:1 revision-hash'
    ])
  })

  test('is asked of each version, in order of name', () => {
    const more = versie('2020-01-01.lbr-1', 'Ook verkeerd.', {nummer: '2'})
    const several = revision({
      'artikel-2/2020-01-01.lbr-1': 'b'.repeat(64),
      [target]: 'a'.repeat(64)
    })
    const {findings} = compileRevision({...corpus, ...more, ...several})
    const own = findings.filter(({rule}) => rule === 'revision-hash')
    expect(own.map(({message}) => message.split('`')[1])).toEqual([
      target,
      'artikel-2/2020-01-01.lbr-1'
    ])
  })

  test('belongs to a version, and not to a wijziging or to nothing', () => {
    const sha = 'a'.repeat(64)
    const whole = compileRevision({...corpus, ...revision({'lbr-1': sha})})
    expect(whole.findings).toMatchObject([
      {
        rule: 'revision-hash',
        message:
          '`herziet` noemt `lbr-1`, maar daar hoort een versie, als `artikel-2-3/2020-01-01.lbr-20-001`'
      }
    ])
    const none = revision({'artikel-1/2020-01-01.lbr-9': sha})
    expect(messagesOf(compileRevision({...corpus, ...none}))).toEqual([
      'proef/wijzigingen/rev-1.md:7:1 target-unknown'
    ])
  })

  test('must look like one', () => {
    const files = {...corpus, ...revision({[target]: 'abc'})}
    expect(messagesOf(compileRevision(files))).toContain(
      'proef/wijzigingen/rev-1.md:7:11 front-matter'
    )
  })
})
