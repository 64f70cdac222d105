/**
 * Stage: templates → what is wrong with them before any is filled in.
 */
import {noTemplate, type TemplateFault} from './template-error.ts'

const helpers: readonly string[] = ['if', 'unless', 'each', 'lookup']

interface Tag {
  readonly kind: '#' | '/'
  readonly word: string
  readonly line: number
  readonly column: number
}

/** Where a template stops being Handlebars, said better than its parser does. */
export function faultInParse(
  name: string,
  source: string,
  error: unknown
): TemplateFault {
  const block = unbalanced(source)
  if (block) {
    const {line, column, word, kind} = block
    const text =
      kind === '#'
        ? `Blok \`{{#${word}}}\` is niet gesloten met \`{{/${word}}}\``
        : `\`{{/${word}}}\` sluit geen blok`
    return {name, line, column, text}
  }
  const message = error instanceof Error ? error.message : String(error)
  const line = Number(/ on line (\d+)/u.exec(message)?.[1] ?? 1)
  const words = source.split('\n')[line - 1] ?? ''
  const column = Math.max(0, words.indexOf('{{')) + 1
  const text = `Dit is geen geldige Handlebars: \`${words.trim()}\``
  return {name, line, column, text}
}

/** Names of templates and functions that do not exist, and output without escaping. */
export function faultsInTree(
  name: string,
  tree: hbs.AST.Program,
  templates: ReadonlyMap<string, string>
): TemplateFault[] {
  return [...nodesIn(tree)].flatMap((node) => {
    const text = faultInNode(node, templates)
    if (text === undefined) return []
    const {line, column} = node.loc.start
    return [{name, line, column: column + 1, text}]
  })
}

/** Makes every name obey `strict`; Handlebars does so only for what it prints. */
export function requireEveryName(tree: hbs.AST.Program): void {
  for (const node of nodesIn(tree)) {
    if (node.type === 'PathExpression') Object.assign(node, {strict: true})
  }
}

function faultInNode(
  node: hbs.AST.Node,
  templates: ReadonlyMap<string, string>
): string | undefined {
  if (isCall(node) && !helpers.includes(node.path.original)) {
    const names = helpers.map((helper) => `\`${helper}\``).join(', ')
    return `Er is geen functie \`${node.path.original}\`; er zijn alleen ${names}`
  }
  if (isPartial(node) && node.name.type === 'PathExpression') {
    const {original} = node.name as hbs.AST.PathExpression
    return templates.has(original) ? undefined : noTemplate(original)
  }
  if (node.type === 'MustacheStatement') {
    const {escaped} = node as hbs.AST.MustacheStatement
    return escaped ? undefined : 'Tekens moeten worden omgezet: schrijf `{{ }}`'
  }
  return undefined
}

interface Call extends hbs.AST.Node {
  readonly path: hbs.AST.PathExpression
  readonly params: readonly hbs.AST.Expression[]
  readonly hash?: hbs.AST.Hash
}

function isCall(node: hbs.AST.Node): node is Call {
  const types = ['MustacheStatement', 'BlockStatement', 'SubExpression']
  if (!types.includes(node.type)) return false
  const {params, hash} = node as Call
  return params.length > 0 || hash !== undefined
}

function isPartial(node: hbs.AST.Node): node is hbs.AST.PartialStatement {
  return ['PartialStatement', 'PartialBlockStatement'].includes(node.type)
}

function* nodesIn(value: unknown): Generator<hbs.AST.Node> {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value && 'loc' in value) yield value as hbs.AST.Node
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'loc') yield* nodesIn(inner)
  }
}

/** The block that is opened and never closed, or closed and never opened. */
function unbalanced(source: string): Tag | undefined {
  const open: Tag[] = []
  for (const tag of tagsIn(source)) {
    if (tag.kind === '#') {
      open.push(tag)
      continue
    }
    const last = open.pop()
    if (!last) return tag
    if (last.word !== tag.word) return last
  }
  return open.pop()
}

function* tagsIn(source: string): Generator<Tag> {
  for (const match of source.matchAll(/\{\{~?([#/])>?\s*([\w/.-]+)/gu)) {
    const before = source.slice(0, match.index).split('\n')
    yield {
      kind: match[1] === '#' ? '#' : '/',
      word: match[2] ?? '',
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1
    }
  }
}
