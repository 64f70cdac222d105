/** What others mark in the same two texts. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {diffWords} from 'diff'

/** Each peer that is here: its name, and from two texts its segments `[op, text]`. */
export function peers() {
  return [
    {name: 'git --word-diff', run: withFiles(gitSegments)},
    {name: 'wdiff', run: withFiles(wdiffSegments)},
    {name: 'jsdiff diffWords', run: jsdiffSegments}
  ].filter(({name}) => name.startsWith('jsdiff') || isThere(name.split(' ')[0]))
}

function isThere(command) {
  return spawnSync(command, ['--version']).status === 0
}

/** Segments → the marks of each character that is no white space, on both sides. */
export function marksOf(segments) {
  return {was: marksOn(segments, '+'), wordt: marksOn(segments, '-')}
}

/** `other`: the sign of what is on the other side only. */
function marksOn(segments, other) {
  const own = segments
    .filter(([op]) => op !== other)
    .map(([op, text]) => [op, text.replaceAll(/\s/gu, '')])
  return {
    chars: own.map(([, text]) => text).join(''),
    marks: own.flatMap(([op, text]) =>
      Array.from({length: text.length}, () => op !== ' ')
    )
  }
}

/** Longer than this nobody waits. */
const timeout = 20_000

/** Nothing when it took too long. */
function jsdiffSegments(a, b) {
  return diffWords(a, b, {timeout})?.map(({added, removed, value}) => [
    added ? '+' : removed ? '-' : ' ',
    value
  ])
}

/** How many words jsdiff marks, and how long that takes. */
export function runPeer(a, b) {
  const start = performance.now()
  const segments = jsdiffSegments(a, b)
  const ms = performance.now() - start
  if (!segments) return {ms}
  const marked = segments
    .filter(([op]) => op !== ' ')
    .flatMap(
      ([, text]) =>
        text.match(/[\p{L}\p{N}]+(?:[.,:'’%-][\p{L}\p{N}]+)*/gu) ?? []
    )
  return {marked: marked.length, ms}
}

function withFiles(read) {
  return (a, b) => {
    const place = mkdtempSync(path.join(tmpdir(), 'caoc-peer-'))
    try {
      const files = [path.join(place, 'a.txt'), path.join(place, 'b.txt')]
      writeFileSync(files[0], a)
      writeFileSync(files[1], b)
      return read(files)
    } finally {
      rmSync(place, {recursive: true, force: true})
    }
  }
}

function output(command, args) {
  return spawnSync(command, args, {encoding: 'utf8', maxBuffer: 2 ** 28}).stdout
}

/** All of both texts as context, so that nothing is left out. */
function gitSegments(files) {
  const args = ['--no-pager', 'diff', '--no-index', '--word-diff=porcelain']
  const text = output('git', [...args, '--no-color', '-U1000000', ...files])
  const body = text.slice(text.indexOf('\n@@'))
  return body
    .split('\n')
    .slice(2)
    .filter((line) => /^[ +-]/u.test(line))
    .map((line) => [line[0], line.slice(1)])
}

function wdiffSegments(files) {
  const signs = ['⟦-', '-⟧', '⟦+', '+⟧']
  const args = ['-w', '-x', '-y', '-z'].flatMap((name, at) => [name, signs[at]])
  const text = output('wdiff', [...args, ...files])
  return text.split(/(⟦-[\s\S]*?-⟧|⟦\+[\s\S]*?\+⟧)/u).map((piece) => {
    const isMarked = piece.startsWith('⟦')
    return isMarked ? [piece[1], piece.slice(2, -2)] : [' ', piece]
  })
}
