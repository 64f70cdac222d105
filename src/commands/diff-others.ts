/** The comparisons of `cao diff` that are not of one regeling at two moments. */
import type {Host} from '../host/host.ts'
import type {Moment, Regeling} from '../model.ts'
import {
  type Compared,
  type CompareRequest,
  compareTexts,
  compareUnits
} from '../pipeline/comparison.ts'
import {readComparedFile} from '../pipeline/comparison-files.ts'
import {daysOfBringing} from '../pipeline/comparison-moments.ts'
import type {Compiled} from '../pipeline/compile.ts'
import {readLaws} from '../read/read.ts'
import {type Call, CallError, textOption} from './command.ts'
import {chosenRegelingen, conceptsOf, openCorpus} from './corpus.ts'
import type {TypedMoment} from './diff-moments.ts'
import {type Choice, onlyChoice} from './find-unit.ts'
import {type Scoped, scoped} from './scope.ts'

/** A call with the corpus that it is about. */
export interface Asked {
  readonly call: Call
  readonly host: Host
  readonly compiled: Compiled
  readonly moments: readonly TypedMoment[]
  readonly words: string
  readonly today: Moment
}

/** What comparing needs to know besides the two sides. */
export function requestFor(
  {compiled}: Pick<Asked, 'compiled'>,
  {unit}: Choice
): CompareRequest {
  return {wetten: compiled.corpus.wetten, ...(unit && {unit: unit.id})}
}

/** Two files, whatever they are; nothing where one of them cannot be read, which was told. */
export function comparedFiles({args}: Call, host: Host): Compared | undefined {
  const [was, wordt, ...more] = args
  if (was === undefined || wordt === undefined || more.length > 0) {
    throw new CallError(
      'Noem bij `--files` twee bestanden, als `cao diff --files oud.md nieuw.md`'
    )
  }
  const read = (path: string) => {
    host.progress(`${path} lezen…`)
    const found = readComparedFile(host.readUserFile(path), path)
    host.progress('')
    if (!('refusal' in found)) return found
    host.printError(`${found.refusal}\n`)
    return undefined
  }
  const [old, now] = [read(was), read(wordt)]
  if (!old || !now) return undefined
  return compareUnits(old, now, readLaws(host.readLaws()))
}

/** One regeling beside another, each on its own day or both on one. */
export function comparedRegelingen(asked: Asked): Compared {
  const {call, compiled, today, moments, words} = asked
  const [first = today, second = first] = moments
  if (first === 'previous' || second === 'previous') {
    throw new CallError(
      '`previous` hoort bij één regeling; noem bij `--met` een dag'
    )
  }
  const was = onlyChoice(
    scoped(call, chosenRegelingen(call, compiled)),
    words,
    first
  )
  const name = textOption(call, 'met') ?? ''
  const wordt = scoped(call, regelingNamed(name, call, compiled))[0]
  if (!wordt || wordt.regeling.id === was.regeling.id) {
    throw new CallError(
      'Noem met `--regeling` en `--met` twee verschillende regelingen'
    )
  }
  return compareTexts(
    {...was, moment: first},
    {...wordt, moment: second},
    requestFor(asked, was)
  )
}

function regelingNamed(
  name: string,
  call: Call,
  compiled: Compiled
): readonly Regeling[] {
  const values = {...call.values, regeling: name}
  return chosenRegelingen({...call, values}, compiled)
}

/** The text without a concept and with it. */
export function comparedConcept(asked: Asked): Compared {
  const {call, host, compiled, words, moments, today} = asked
  const concepts = conceptsOf(call)
  const touched = chosenRegelingen(call, compiled).filter(({wijzigingen}) =>
    wijzigingen.some(({id}) => concepts.has(id))
  )
  if (touched.length === 0) {
    throw new CallError(
      'De wijziging in concept hoort bij een andere regeling; laat `--regeling` weg'
    )
  }
  const [typed] = moments
  if (typed === 'previous') {
    throw new CallError(
      'Bij `--concept` wordt vergeleken met de tekst zonder het concept; noem een dag, of geen'
    )
  }
  const moment = typed ?? dayOfConcept(touched, concepts, asked) ?? today
  const choice = onlyChoice(scoped(call, touched), words, moment)
  const without = withoutConcept(choice, call, host)
  return compareTexts(
    {...without, moment},
    {...choice, moment},
    requestFor(asked, choice)
  )
}

/** The last day on which it brings something: by then all of it is there. */
function dayOfConcept(
  regelingen: readonly Regeling[],
  concepts: ReadonlySet<string>,
  {host, today}: Asked
): Moment | undefined {
  const days = regelingen.flatMap((one) => daysOfBringing(one, concepts))
  const last = days.at(-1)
  const names = [...concepts].map((name) => `\`${name}\``).join(', ')
  if (last === undefined) {
    throw new CallError(
      `${names} brengt nog op geen enkele dag tekst; zolang de dag open is, valt er niets te vergelijken`
    )
  }
  if (new Set(days).size > 1) {
    host.printError(
      `${names} brengt op meer dagen tekst (${[...new Set(days)].join(', ')}); vergeleken is op ${last}, noem een andere dag om die te zien\n`
    )
  }
  return {geldig: last, zicht: today.zicht}
}

/** The same regeling as it is known without any concept. */
function withoutConcept({regeling}: Choice, call: Call, host: Host): Scoped {
  const {concept: _, ...values} = call.values
  const issued = {...call, values: {...values, regeling: regeling.id}}
  const {corpus} = openCorpus(issued, host)
  const [found] = scoped(
    issued,
    corpus.regelingen.filter(({id}) => id === regeling.id)
  )
  if (!found) throw new CallError('De regeling bestaat niet zonder het concept')
  return found
}
