/**
 * Sentences as a regeling might have them, and that mean nothing.
 *
 * A text is a row of atoms: a word, a reference, an amount, a day, or a
 * character that sticks to the word before it. Each atom has an identity of its
 * own, by which the truth of an amendment is known.
 */
import {oneOf, pick} from '../random.mjs'

const list = (text) => text.split(' ')
const fronts = list(
  'verlof salaris toelage pensioen loopbaan scholings reis verhuis dienst werk functie rang bezoldigings vakantie ziekte arbeids rooster piket avond feestdagen ouderschaps zorg ontslag plaatsings reorganisatie proef overleg klachten beroeps integriteits'
)
const backs = list(
  'regeling recht besluit termijn aanvraag vergoeding aanspraak grondslag periode commissie verklaring overzicht plan budget norm verplichting opgave afspraak register procedure toets dossier uitkering melding'
)
const nouns = list(
  'ambtenaar werkgever werknemer college gemeenteraad griffier leidinggevende medewerker arts adviseur commissie voorzitter partij rechthebbende nabestaande kandidaat'
)
const adjectives = list(
  'schriftelijke tijdelijke volledige gedeeltelijke passende geldende jaarlijkse maandelijkse bijzondere gewezen nieuwe lokale landelijke redelijke doorlopende vervallen'
)
const verbs = list(
  'ontvangt verleent beslist verstrekt ontslaat benoemt verlengt beëindigt vermindert verhoogt bewaart meldt onderzoekt vergoedt weigert toetst vaststelt herziet betaalt beoordeelt'
)
const extras = list(
  'onverwijld zo’n re-integratie coördinatie ’s-morgens tenminste uitsluitend eveneens voorts niettemin volledigheidshalve desgevraagd kosteloos vooraf achteraf'
)
const ordinals = list('eerste tweede derde vierde vijfde zesde zevende')
const months = list(
  'januari februari maart april mei juni juli augustus september oktober november december'
)

let identities = 0

/** A new atom. `kind`: what it may be replaced by. */
export function atom(text, kind = 'word') {
  identities++
  return {id: identities, text, kind, glue: /^[.,;:]$/u.test(text)}
}

/** A noun of which there are many. */
export function compound(random) {
  return `${oneOf(random, fronts)}${oneOf(random, backs)}`
}

const makers = {
  reference: (random) => {
    const artikel = `artikel ${1 + pick(random, 25)}:${1 + pick(random, 20)}`
    const lid = `, ${oneOf(random, ordinals)} lid`
    const onderdeel = `, onderdeel ${String.fromCharCode(97 + pick(random, 9))}`
    return artikel + ['', lid, lid + onderdeel][pick(random, 3)]
  },
  amount: (random) =>
    `€ ${1 + pick(random, 9)}.${100 + pick(random, 899)},${10 + pick(random, 89)}`,
  day: (random) =>
    `${1 + pick(random, 28)} ${oneOf(random, months)} ${1998 + pick(random, 30)}`,
  percentage: (random) => `${1 + pick(random, 30)},${1 + pick(random, 9)}%`,
  number: (random) => String(2 + pick(random, 90)),
  word: (random) =>
    [
      () => compound(random),
      () => compound(random),
      () => oneOf(random, adjectives),
      () => oneOf(random, extras),
      () => oneOf(random, list('van voor bij met onder naar tijdens volgens'))
    ][pick(random, 5)]()
}

/** Another atom of a kind. */
export function anotherOf(random, kind) {
  const make = makers[kind] ?? makers.word
  return atom(make(random), kind)
}

/** A clause of a dozen words, without an end. */
export function clause(random) {
  const made = shapes[pick(random, shapes.length)](random)
  return made.map((one) => (typeof one === 'string' ? atom(one) : one))
}

const thing = (random) => {
  const noun = pick(random, 3) === 0 ? oneOf(random, nouns) : compound(random)
  return pick(random, 3) === 0
    ? ['de', oneOf(random, adjectives), noun]
    : ['de', noun]
}
const of = (random, kind) => anotherOf(random, kind)
const shapes = [
  (random) => [
    ...thing(random),
    oneOf(random, verbs),
    ...thing(random),
    ...list('met ingang van'),
    of(random, 'day'),
    ...list('op grond van'),
    of(random, 'reference')
  ],
  (random) => [
    ...list('indien'),
    ...thing(random),
    ...list('niet voldoet aan'),
    ...thing(random),
    ',',
    oneOf(random, verbs),
    ...thing(random),
    ...list('binnen'),
    of(random, 'number'),
    ...list('weken na'),
    ...thing(random)
  ],
  (random) => [
    ...thing(random),
    ...list('bedraagt ten hoogste'),
    of(random, 'amount'),
    ...list('per maand en wordt verhoogd met'),
    of(random, 'percentage'),
    ...list('van'),
    ...thing(random)
  ],
  (random) => [
    ...list('in afwijking van'),
    of(random, 'reference'),
    ...list('geldt voor'),
    ...thing(random),
    ...list('dat'),
    ...thing(random),
    oneOf(random, extras),
    ...list('wordt betrokken bij'),
    ...thing(random)
  ],
  (random) => [
    ...thing(random),
    oneOf(random, verbs),
    oneOf(random, extras),
    ...thing(random),
    ...list('en'),
    ...thing(random),
    ',',
    ...list('tenzij'),
    ...thing(random),
    ...list('daartegen bezwaar maakt')
  ]
]

/** A sentence with its full stop. */
export function sentence(random) {
  const made = clause(random)
  const long = pick(random, 2) === 0
  const more = long ? [atom(','), atom('waarbij'), ...clause(random)] : []
  return [...capital(made), ...more, atom('.')]
}

/** An item of an enumeration, without its end. */
export function item(random) {
  return pick(random, 3) === 0
    ? clause(random)
    : [...thing(random), 'van', ...thing(random), 'voor', compound(random)].map(
        (one) => atom(one)
      )
}

/** The same atoms, the first of which begins with a capital. */
export function capital([first, ...rest]) {
  const text = first.text.charAt(0).toUpperCase() + first.text.slice(1)
  return [{...first, text}, ...rest]
}
