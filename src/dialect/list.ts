/**
 * The list construct of the dialect, in place of CommonMark's.
 *
 * Differs from it in four ways: labels are the law's own; a child stands two
 * or more columns deeper than its parent's *label*; right under a paragraph a
 * label counts only where it begins or carries on a run; and no line is ever
 * taken up lazily (see {@link lazyBreak}).
 *
 * A container construct of micromark's document tokenizer, modelled on the
 * protocol of its own `list` (continuation, `_closeFlow`, list events), so
 * that the compiler to mdast needs no change.
 */
import {blankLine} from 'micromark-core-commonmark'
import {factorySpace} from 'micromark-factory-space'
import {markdownSpace} from 'micromark-util-character'
import type {
  Code,
  Construct,
  Effects,
  Event,
  State,
  TokenizeContext
} from 'micromark-util-types'
import {carriesOn, isFirst, type LabelKind, readLabel} from './label.ts'

const [zero, nine, a, z, dot, degree, dash] = [48, 57, 97, 122, 46, 176, 8211]
const longest = '2015aa°.'.length
/** How much deeper than its parent's label a child stands at least. */
const childIndent = 2

/** What the construct keeps for itself in a container between lines. */
interface ListState {
  type?: string
  /** Label of the newest item. */
  label?: string
  /** Columns that a line gives up to stay inside the current item. */
  size?: number
  initialBlankLine?: boolean
  furtherBlankLines?: boolean
  _closeFlow?: boolean
}

/** What one document remembers across its lists. */
interface Memory {
  /** Last label of each kind: what an open run may be carried on from. */
  readonly last: Map<LabelKind, string>
  /** Where the content of the newest item began, for labels on one line. */
  line: number
  column: number
  /** Columns between that content and where the item's next lines begin. */
  extra: number
}

const memories = new WeakMap<TokenizeContext, Memory>()

/** Lists with the labels of the law. */
export const legalList: Construct = {
  name: 'legalList',
  tokenize: startItem,
  continuation: {tokenize: continueItem},
  exit(effects) {
    effects.exit('listOrdered')
  }
}

/**
 * Flow construct that ends a paragraph where CommonMark would take up a line
 * lazily: an unindented line under an item stands outside it.
 */
export const lazyBreak: Construct = {
  name: 'lazyBreak',
  tokenize(_effects, ok, nok) {
    return (code) =>
      this.interrupt && this.parser.lazy[this.now().line] ? ok(code) : nok(code)
  }
}

/** Characters at which a {@link legalList} can begin. */
export const legalListStarts: readonly number[] = [
  ...range(zero, nine),
  ...range(a, z),
  dash
]

const itemIndent: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const self = this
    const size = stateOf(self).size ?? 0
    return factorySpace(effects, after, 'listItemIndent', size + 1)
    function after(code: Code): State | undefined {
      return widthOfLast(self, 'listItemIndent') === size ? ok(code) : nok(code)
    }
  }
}

const labelSpace: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const self = this
    return factorySpace(effects, after, 'listItemPrefixWhitespace')
    function after(code: Code): State | undefined {
      const width = widthOfLast(self, 'listItemPrefixWhitespace')
      return width > 0 && !markdownSpace(code) ? ok(code) : nok(code)
    }
  }
}

function startItem(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State
): State {
  const self = this
  const state = stateOf(self)
  const indent = widthOfLast(self, 'linePrefix') + extraOnThisLine(self)
  const labelColumn = self.now().column
  let label = ''
  return start

  function start(code: Code): State | undefined {
    if (state.type === undefined) {
      effects.enter('listOrdered', {_container: true})
    }
    effects.enter('listItemPrefix')
    effects.enter('listItemValue')
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (isLabelCode(code) && label.length < longest) {
      label += String.fromCodePoint(code)
      effects.consume(code)
      return code === dot || code === dash ? afterLabel : inside
    }
    return nok(code)
  }

  function afterLabel(code: Code): State | undefined {
    effects.exit('listItemValue')
    if (!mayStand(self, label)) return nok(code)
    return effects.check(
      blankLine,
      self.interrupt ? nok : onBlank,
      effects.attempt(labelSpace, end, nok)
    )(code)
  }

  function onBlank(code: Code): State | undefined {
    state.initialBlankLine = true
    return end(code)
  }

  function end(code: Code): State | undefined {
    effects.exit('listItemPrefix')
    const size = indent + childIndent
    Object.assign(state, {type: 'listOrdered', label, size})
    remember(self, label, labelColumn)
    return ok(code)
  }
}

function continueItem(
  this: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State
): State {
  const self = this
  const state = stateOf(self)
  delete state._closeFlow
  return effects.check(blankLine, onBlank, notBlank)

  function onBlank(code: Code): State | undefined {
    state.furtherBlankLines ||= state.initialBlankLine ?? false
    const size = (state.size ?? 0) + 1
    return factorySpace(effects, ok, 'listItemIndent', size)(code)
  }

  function notBlank(code: Code): State | undefined {
    const ended = state.furtherBlankLines
    delete state.furtherBlankLines
    delete state.initialBlankLine
    return ended || !markdownSpace(code)
      ? notInItem(code)
      : effects.attempt(itemIndent, ok, notInItem)(code)
  }

  /** The item ends; its list goes on if a label of its kind stands here. */
  function notInItem(code: Code): State | undefined {
    state._closeFlow = true
    delete self.interrupt
    const sibling = effects.attempt(legalList, ok, nok)
    return factorySpace(effects, sibling, 'linePrefix')(code)
  }
}

/** Rule 2 of the dialect: where a label counts as one. */
function mayStand(self: TokenizeContext, label: string): boolean {
  const parts = readLabel(label)
  const sibling = readLabel(stateOf(self).label ?? '')
  if (!parts || (sibling && sibling.kind !== parts.kind)) return false
  if (isFirst(parts) || !isUnderText(self)) return true
  const open = memoryOf(self).last.get(parts.kind) ?? ''
  const last = sibling ?? readLabel(open)
  return (
    last !== undefined &&
    (carriesOn(last, parts) || isRetry(self, label, parts.kind))
  )
}

/**
 * micromark first checks and then attempts: the second time, the label is
 * already the last one of its kind.
 */
function isRetry(
  self: TokenizeContext,
  label: string,
  kind: LabelKind
): boolean {
  const {line, last} = memoryOf(self)
  return line === self.now().line && last.get(kind) === label
}

/** Whether the line above is text: neither blank, nor a heading, nor absent. */
function isUnderText(self: TokenizeContext): boolean {
  const line = lastExit(self.events, 'chunkFlow')
  if (line === undefined || isBehindLabel(self)) return false
  const text = self.sliceSerialize(line[1])
  return !/^\s*(?:#{1,6}(?:\s|$)|$)/u.test(text)
}

function remember(
  self: TokenizeContext,
  label: string,
  labelColumn: number
): void {
  const {line, column} = self.now()
  const memory = memoryOf(self)
  const kind = readLabel(label)?.kind
  if (kind !== undefined) memory.last.set(kind, label)
  Object.assign(memory, {
    line,
    column,
    extra: column - labelColumn - childIndent
  })
}

/** In `1. a. tekst` the second label stands deeper than its line's indent says. */
function extraOnThisLine(self: TokenizeContext): number {
  return isBehindLabel(self) ? memoryOf(self).extra : 0
}

/** Whether the content of an item begins right here. */
function isBehindLabel(self: TokenizeContext): boolean {
  const {line, column} = self.now()
  const memory = memoryOf(self)
  return memory.line === line && memory.column === column
}

function memoryOf(self: TokenizeContext): Memory {
  const known = memories.get(self)
  if (known) return known
  const fresh = {last: new Map(), line: 0, column: 0, extra: 0}
  memories.set(self, fresh)
  return fresh
}

/** micromark types the state of a container as a bag; ours has these fields. */
function stateOf(self: TokenizeContext): ListState {
  self.containerState ??= {}
  return self.containerState as ListState
}

/** Columns of the newest token, when it is of this type; tabs count by their stops. */
function widthOfLast(self: TokenizeContext, type: string): number {
  const tail = self.events.at(-1)
  return tail?.[1].type === type
    ? tail[2].sliceSerialize(tail[1], true).length
    : 0
}

function lastExit(events: readonly Event[], type: string): Event | undefined {
  return events.findLast(
    (event) => event[0] === 'exit' && event[1].type === type
  )
}

function isLabelCode(code: Code): code is NonNullable<Code> {
  return (
    code === dot ||
    code === degree ||
    code === dash ||
    isBetween(code, zero, nine) ||
    isBetween(code, a, z)
  )
}

function isBetween(code: Code, from = 0, to = 0): boolean {
  return code !== null && code >= from && code <= to
}

function range(from = 0, to = 0): number[] {
  return Array.from({length: to - from + 1}, (_, index) => from + index)
}
