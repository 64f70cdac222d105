/** The library that steers the browser, loaded at the first print and not before. */
import {createRequire} from 'node:module'
import path from 'node:path'
import type {PuppeteerNode} from 'puppeteer'
import {requiredPackageFolder} from './package.ts'

/**
 * Puppeteer's core. The package `puppeteer` itself looks for settings from the
 * working folder up, and runs what it finds there (`.puppeteerrc.cjs`); a corpus
 * that somebody sent may not run anything.
 */
export function loadPuppeteer(): PuppeteerNode {
  const folder = requiredPackageFolder('puppeteer')
  const load = createRequire(path.join(folder, 'package.json'))
  return load('puppeteer-core')
}
