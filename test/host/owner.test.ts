import {spawnSync} from 'node:child_process'
import {expect, test} from 'vitest'
import {isDead, ownerOf, thisProcess} from '../../src/host/owner.ts'

const me = thisProcess('0123456789abcdef')
const ended = spawnSync(process.execPath, ['--version']).pid

test.each([
  ['this process', {}, false],
  ['a process that ended', {pid: ended}, true],
  [
    'one with a number that is used again',
    {began: '1'},
    process.platform === 'linux'
  ],
  ['one from before the machine started again', {boot: 'eerder'}, true],
  [
    'one of another machine',
    {host: 'elders', pid: ended, boot: 'eerder'},
    false
  ],
  ['one of another container', {space: 'pid:[1]', pid: ended}, false]
])('%s: dead is %o %s', (_, differs, dead) => {
  expect(isDead({...me, ...differs}, me)).toBe(dead)
})

test('an owner comes back from its file as it went in', () => {
  expect(ownerOf(JSON.stringify(me))).toEqual(me)
})

test.each([
  '',
  '{',
  'null',
  '3',
  '[]',
  '{}',
  '{"pid": 1}',
  '{"pid": -1, "token": "0123456789abcdef"}',
  '{"pid": 1, "token": "../x"}'
])('%j names no owner', (text) => {
  expect(ownerOf(text)).toBeUndefined()
})
