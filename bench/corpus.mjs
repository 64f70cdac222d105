/**
 * A corpus made from a seed number: the same number, the same bytes.
 *
 * Text is invented and of no meaning; its shape (leden, onderdelen, tables,
 * notes, links) is that of a regeling.
 */
import {pick, randomFrom} from './random.mjs'

/** Files of a corpus by path below `articles/`, and how many bytes they are. */
export function makeCorpus({artikelen, versies, seed}) {
  const random = randomFrom(seed)
  const files = new Map([
    [
      'meting/regeling.md',
      '---\nformaat: 1\ntitel: Meting\nroute: website\n---\n'
    ]
  ])
  for (let n = 1; n < versies; n++) {
    const datum = dayOf(n)
    const head = `---\nsoort: ledenbrief\nonderwerp: meting ${n}\ndatum: ${datum}\n---\n`
    files.set(`meting/wijzigingen/w-${n}.md`, head)
  }
  for (let h = 1; h <= Math.ceil(artikelen / 20); h++) {
    const head = `---\nnummer: '${h}'\nopschrift: ${capital(words(random, 3))}\n---\n`
    files.set(`meting/hoofdstuk-${h}/begin.md`, head)
  }
  for (let n = 1; n <= artikelen; n++) {
    addArtikel(files, {n, versies, random})
  }
  return files
}

function addArtikel(files, {n, versies, random}) {
  const hoofdstuk = Math.ceil(n / 20)
  const artikel = ((n - 1) % 20) + 1
  const folder = `meting/hoofdstuk-${hoofdstuk}/artikel-${hoofdstuk}-${artikel}`
  for (let v = 0; v < versies; v++) {
    const basis = v === 0 ? '' : `basis: ${nameOf(v - 1)}\n`
    const head = `---\nnummer: '${hoofdstuk}:${artikel}'\nopschrift: ${capital(words(random, 4))}\n${basis}---\n\n`
    files.set(`${folder}/${nameOf(v)}.md`, head + bodyOf(random))
  }
}

function nameOf(v) {
  return v === 0 ? 'begin' : `${dayOf(v)}.w-${v}`
}

/** Day on which the v-th wijziging is signed, and from which it holds. */
function dayOf(v) {
  return `${2000 + Math.floor(v / 12)}-${String((v % 12) + 1).padStart(2, '0')}-01`
}

const stock =
  'ambtenaar college salaris verlof toelage lid artikel aanstelling arbeidsduur functie schaal periode bezwaar regeling vergoeding werkgever gemeente maand jaar uur dag bedrag recht plicht besluit is wordt heeft kan moet en of van voor met ten aanzien bij tot in het de een'.split(
    ' '
  )

function bodyOf(random) {
  const leden = Array.from({length: 2 + pick(random, 5)}, (_, n) => {
    const text = `${n + 1}. ${sentence(random)}`
    if (pick(random, 4) > 0) return text
    const items = ['a', 'b', 'c'].map(
      (letter) => `    ${letter}. ${words(random, 8)};`
    )
    return `${text.replace(/\.$/, ':')}\n${items.join('\n')}`
  })
  const table =
    pick(random, 100) < 6
      ? '\n\n| schaal | bedrag |\n| - | - |\n| 1 | 1.585,00 |\n| 2 | 1.622,50 |'
      : ''
  const note = pick(random, 100) < 8
  if (note) leden[0] = `${leden[0]}[^1]`
  return `${leden.join('\n')}${table}${note ? `\n\n[^1]: ${sentence(random)}` : ''}\n`
}

function sentence(random) {
  return `${capital(words(random, 20 + pick(random, 25)))}, bedoeld in artikel ${1 + pick(random, 20)}:${1 + pick(random, 20)}.`
}

function words(random, count) {
  return Array.from(
    {length: count},
    () => stock[pick(random, stock.length)]
  ).join(' ')
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
