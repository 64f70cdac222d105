import type {SourceTree} from '../src/model.ts'
import {type Compiled, compile} from '../src/pipeline/compile.ts'

/** Files of a corpus in memory, by path below `articles/`. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** The tree that the host would read. */
export function treeOf(files: Files): SourceTree {
  const encoder = new TextEncoder()
  return {
    folder: 'articles',
    folders: [],
    files: Object.entries(files).map(([path, text]) => ({
      path,
      bytes: typeof text === 'string' ? encoder.encode(text) : text
    }))
  }
}

/** Compile a corpus in memory. */
export function compileFiles(files: Files): Compiled {
  return compile(treeOf(files))
}

/** Findings on one line each, without the folder. */
export function messagesOf({findings}: Compiled): readonly string[] {
  return findings.map(
    ({path, line, column, rule}) =>
      `${path.replace('articles/', '')}:${line}:${column} ${rule}`
  )
}

/** A regeling that has all it needs, for files to be added to. */
export const regeling: Files = {
  'proef/regeling.md': head({
    formaat: '1',
    titel: 'Proefregeling',
    route: 'gemeenteblad',
    lagen: '[CAR, UWO]'
  })
}

/** Front matter from key to value as YAML. */
export function head(
  values: Readonly<Record<string, string>>,
  body = ''
): string {
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${value}`)
  return `${['---', ...lines, '---'].join('\n')}\n${body && `\n${body}`}`
}

/** A wijziging with its day and whatever else it says. */
export function wijziging(
  id: string,
  datum: string,
  more: Readonly<Record<string, string>> = {}
): Files {
  const values = {soort: 'ledenbrief', onderwerp: 'proef', datum, ...more}
  return {[`proef/wijzigingen/${id}.md`]: head(values)}
}

/** A version of artikel 1 (or another number). */
export function versie(
  name: string,
  body: string,
  more: Readonly<Record<string, string>> & {nummer?: string} = {}
): Files {
  const {nummer = '1', ...rest} = more
  const values = {nummer: `'${nummer}'`, ...rest}
  return {
    [`proef/artikel-${nummer.replaceAll(':', '-')}/${name}.md`]: head(
      values,
      `${body}\n`
    )
  }
}
