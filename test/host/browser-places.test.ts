import {expect, test} from 'vitest'
import {browserPlaces} from '../../src/host/installed-browsers.ts'

test('on Linux the folders of PATH, but never one relative to the working folder', () => {
  const places = browserPlaces('linux', {
    PATH: '.:/usr/bin::bin:/usr/local/bin'
  })
  expect(places.slice(0, 3)).toEqual([
    '/usr/bin/chromium-headless-shell',
    '/usr/local/bin/chromium-headless-shell',
    '/usr/bin/google-chrome'
  ])
  expect(places).toContain('/opt/google/chrome/chrome')
  expect(places.every((place) => place.startsWith('/'))).toBe(true)
})

test('on macOS the programs of the machine and of the user', () => {
  const places = browserPlaces('darwin', {HOME: '/Users/jan', PATH: '/usr/bin'})
  expect(places.slice(0, 2)).toEqual([
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Users/jan/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  ])
  expect(places).toContain('/usr/bin/chromium')
})

test('on Windows the folders for programs', () => {
  const places = browserPlaces('win32', {
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'AppData',
    PATH: 'C:\\x'
  })
  expect(places[0]).toBe(
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
  )
  expect(places).toContain(
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  )
  expect(places).toHaveLength(6)
})

test('nothing known of the machine is no browser, and no error', () => {
  expect(browserPlaces('win32', {})).toEqual([])
  expect(browserPlaces('freebsd', {})).toHaveLength(3)
})
