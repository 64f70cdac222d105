import {spawnSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync
} from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Workplace, workplace} from './cao.ts'

let place: Workplace
beforeAll(() => {
  place = workplace('car-uwo')
})
afterAll(() => place.remove())

const plain = ['build', '--format', 'txt', '--geldig', '2016-01-01']

/** Run a line of the shell in which `$cao` is the program. */
function shell(line: string): {code: number | null; out: string; err: string} {
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  const {status, stdout, stderr} = spawnSync('sh', ['-c', line], {
    cwd: place.folder,
    env: {...process.env, cao: `${process.execPath} ${cli}`},
    encoding: 'utf8'
  })
  return {code: status, out: stdout, err: stderr}
}

describe('an output folder that somebody else prepared', () => {
  test('links out of it are not followed and a foreign manifest is not believed', () => {
    place.write('elders/nieuw/bewaard', 'x')
    place.write(
      'gegeven/manifest.json',
      JSON.stringify({
        schema: 'caoc/manifest/1',
        publications: [null, 5, {}, {folder: '../articles'}]
      })
    )
    place.write('gegeven/.bezig-1/plan.json', '{"added":"abc"}')
    symlinkSync(
      path.join(place.folder, 'elders'),
      path.join(place.folder, 'gegeven/.bezig-0')
    )
    const {code, err} = place.cao(...plain, '--output', 'gegeven')
    expect({code, err}).toMatchObject({code: 0})
    expect(
      readdirSync(path.join(place.folder, 'elders'), {recursive: true})
    ).toEqual(['nieuw', 'nieuw/bewaard'])
    const manifest = readFileSync(
      path.join(place.folder, 'gegeven/manifest.json'),
      'utf8'
    )
    expect(JSON.parse(manifest).publications).toHaveLength(1)
  })

  test('it never lies among the sources, however it is typed', () => {
    symlinkSync('articles', path.join(place.folder, 'koppeling'))
    const outputs = [
      path.join(place.folder, 'articles/uit'),
      'x/../articles/uit',
      './articles',
      'koppeling/uit',
      '.',
      place.folder
    ]
    for (const output of outputs) {
      const {code, err} = place.cao(...plain, '--output', output)
      expect(code).toBe(2)
      expect(err).toContain(
        `De bestanden kunnen niet in \`${output}\` komen: daar staan de bronnen`
      )
    }
    expect(existsSync(path.join(place.folder, 'articles/uit'))).toBe(false)
  })

  test.runIf(process.platform === 'linux')(
    'where none can be made, that is said',
    () => {
      const {code, err} = place.cao(...plain, '--output', '/proc/x')
      expect(code).toBe(1)
      expect(err).toContain('De map `/proc/x` kan daar niet worden gemaakt')
    }
  )
})

describe('a hostile call', () => {
  test.each([
    [['check', '--articles='], 'Bij `--articles` ontbreekt de waarde'],
    [['build', '--articles', ''], 'Bij `--articles` ontbreekt de waarde'],
    [['build', '--output='], 'Bij `--output` ontbreekt de waarde'],
    [['show', '1:2c', '--geldig='], 'Bij `--geldig` ontbreekt de waarde'],
    [['show', ''], 'Achter `cao show` staat een lege naam'],
    [['fmt', '', 'articles'], 'Achter `cao fmt` staat een lege naam'],
    [['help', 'nope'], 'De opdracht `nope` bestaat niet'],
    [["no'pe"], "De opdracht `no'pe` bestaat niet"],
    [['show', "--da'g"], "De optie `--da'g` bestaat niet"]
  ])('%j is a wrong call', (args, sentence) => {
    const {code, out, err} = place.cao(...args)
    expect({code, out}).toEqual({code: 2, out: ''})
    expect(err).toContain(sentence)
  })

  test.each([
    [['show', 'x\u001B[31m\r\u202E']],
    [['x\u001B[31m']],
    [['show', '--x\u001B[31m']],
    [['build', '--regeling', 'x\u001B[31m']],
    [['check', '--articles', 'x\u001B[31m']],
    [['fmt', 'x\u001B[31m']]
  ])('%j: nothing of it reaches the terminal', (args) => {
    const {code, err} = place.cao(...args)
    expect(code).not.toBe(0)
    expect(err).toContain('x\\u001b[31m')
    expect(err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

test('fmt finds a place however it is typed', () => {
  const counts = [
    'articles',
    './articles',
    path.join(place.folder, 'articles'),
    'articles/../articles/'
  ].map((typed) => {
    const {code, err} = place.cao('fmt', '--check', typed)
    return [code, err]
  })
  const one = place.cao('fmt', '--check', './articles/car-uwo/regeling.md')
  expect(counts).toEqual(counts.map(() => counts[0]))
  expect(counts[0]?.[0]).toBe(0)
  expect(one.err).toBe('0 van 1 bestand niet in huisvorm\n')
  mkdirSync(path.join(place.folder, 'naast'), {recursive: true})
  expect(place.cao('fmt', 'articles/../naast').code).toBe(2)
})

test.runIf(process.platform === 'linux')(
  'a working folder that was removed is said',
  () => {
    expect(
      shell(
        'mkdir tijdelijk && cd tijdelijk && rmdir ../tijdelijk && $cao check'
      )
    ).toEqual({
      code: 1,
      out: '',
      err: 'De map waarin deze opdracht is gegeven, bestaat niet meer; ga met `cd` naar een andere map\n'
    })
  }
)

describe.runIf(process.platform === 'linux')('standard output', () => {
  const show = '$cao show 1:2c --geldig 2016-01-01'

  test('that is closed is said, since the text is lost', () => {
    const {code, err} = shell(`${show} >&-`)
    expect(code).toBe(1)
    expect(err).toContain('De uitvoer is dicht')
  })

  test('that is thrown away on purpose, or read in part, is no error', () => {
    expect(shell(`${show} >/dev/null`)).toMatchObject({code: 0, err: ''})
    expect(shell(`{ ${show}; echo $? >&2; } | head -n 1`).err).toBe('0\n')
  })
})
