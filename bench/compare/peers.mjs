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
  const sides = {was: {chars: '', marks: []}, wordt: {chars: '', marks: []}}
  for (const [op, text] of segments) {
    const dense = text.replaceAll(/\s/gu, '')
    for (const side of ['was', 'wordt']) {
      if (op === (side === 'was' ? '+' : '-')) continue
      sides[side].chars += dense
      for (let at = 0; at < dense.length; at++)
        sides[side].marks.push(op !== ' ')
    }
  }
  return sides
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
  const [open, close, start, end] = ['\u0001', '\u0002', '\u0003', '\u0004']
  const args = ['-w', open, '-x', close, '-y', start, '-z', end]
  const text = output('wdiff', [...args, ...files])
  const ops = {[open]: '-', [close]: ' ', [start]: '+', [end]: ' '}
  let op = ' '
  return text.split(/([\u0001-\u0004])/u).flatMap((piece) => {
    if (!(piece in ops)) return [[op, piece]]
    op = ops[piece]
    return []
  })
}
