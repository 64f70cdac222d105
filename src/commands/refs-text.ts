/** `cao refs --tekst`: the references of a file that is no part of a corpus. */
import type {Reference, Target, Zoals} from '../citation/address.ts'
import {jciOf, jciUrl} from '../citation/jci.ts'
import {indexLaws} from '../citation/law-index.ts'
import {writePublicatie, writeTarget} from '../citation/write.ts'
import type {Host} from '../host/host.ts'
import {decodeBytes} from '../import/read/bytes.ts'
import type {Wet} from '../model.ts'
import {
  type TextReference,
  textReferences
} from '../pipeline/text-references.ts'
import {readLaws} from '../read/read.ts'
import {type Call, CallError, textOption} from './command.ts'
import {corpusFolder, openCorpus} from './corpus.ts'

/** What a reference means, in words, and where a reader finds it. */
interface Meaning {
  readonly words: string
  readonly url?: string
}

/** The references of a text file, as text or as JSON. */
export function refsOfText(file: string, call: Call, host: Host): string {
  const text = decodeBytes(host.readUserFile(file))
  if (typeof text !== 'string') {
    const {line, column, message} = text
    throw new CallError(`${file}:${line}:${column} ${message}`)
  }
  if (/^\s*<[?!a-z]/iu.test(text)) {
    throw new CallError(
      `\`${file}\` is XML of HTML, en \`--tekst\` leest platte tekst of Markdown; bewaar de tekst zonder opmaak, of lees de regeling in met \`cao import\``
    )
  }
  const laws = indexLaws(wettenFor(call, host))
  const found = textReferences(text, laws)
  return call.values.json === true ? toJson(file, found) : toText(file, found)
}

/** The names of laws of the collection; where there is none, those of caoc itself. */
function wettenFor(call: Call, host: Host): readonly Wet[] {
  const isNamed = textOption(call, 'articles') !== undefined
  const exists = host.corpusPlace(corpusFolder(call)).exists
  return isNamed || exists
    ? openCorpus(call, host).corpus.wetten
    : readLaws(host.readLaws())
}

function meaningsOf(reference: Reference): readonly Meaning[] {
  return reference.soort === 'publicatie'
    ? [{words: writePublicatie(reference.publicatie)}]
    : reference.targets.map((target) => meaningOf(target, reference.zoals))
}

function meaningOf(target: Target, zoals?: Zoals): Meaning {
  const jci = jciOf(target.address, zoals)
  return {
    words: writeTarget(target),
    ...(jci !== undefined && {url: jciUrl(jci)})
  }
}

function toJson(file: string, found: readonly TextReference[]): string {
  const refs = found.map(({line, column, words, reference}) => ({
    line,
    column,
    words,
    targets: meaningsOf(reference)
  }))
  return `${JSON.stringify({schema: 'caoc/text-refs/1', file, refs}, null, 2)}\n`
}

const indent = ' '.repeat(10)

function toText(file: string, found: readonly TextReference[]): string {
  const count = found.length === 1 ? 'verwijzing' : 'verwijzingen'
  const lines = found.flatMap(({line, column, words, reference}) => [
    `  ${`${line}:${column}`.padEnd(7)} ${words}`,
    ...meaningsOf(reference).flatMap((meaning) => told(meaning, words))
  ])
  return `${[`${file}: ${found.length} ${count}`, ...lines].join('\n')}\n`
}

/** What the words do not say by themselves. */
function told({words, url}: Meaning, asWritten: string): readonly string[] {
  const more = [words === asWritten ? undefined : words, url].filter(
    (one) => one !== undefined
  )
  return more.length === 0 ? [] : [`${indent}→ ${more.join(' ')}`]
}
