// The rich consolidation in every format. `vitest -u`, then read the git diff.
import {expect, test} from 'vitest'
import {renderPage} from '../../src/render/html.ts'
import {renderJson} from '../../src/render/json.ts'
import {renderMarkdown} from '../../src/render/markdown.ts'
import {renderPrint} from '../../src/render/print.ts'
import {renderText} from '../../src/render/text.ts'
import {rich} from './rich.ts'
import {templates} from './templates-on-disk.ts'

// Without the styles: those are read where they stand.
const unstyled = new Map([
  ...templates,
  ['styles/page', ''],
  ['styles/print', '"{{runningTitle}}" "{{runningFoot}}"']
])

test.each([
  ['rich.md', renderMarkdown(rich)],
  ['rich.txt', renderText(rich)],
  ['rich.json', renderJson(rich)],
  ['rich.html', renderPage(rich, unstyled)],
  ['rich-print.html', renderPrint(rich, unstyled, '@font-face{}')]
])('%s reads as the golden file', async (name, output) => {
  await expect(output).toMatchFileSnapshot(`../fixtures/render/${name}`)
})

test('every format is the same a second time', () => {
  expect(renderMarkdown(rich)).toBe(renderMarkdown(rich))
  expect(renderJson(rich)).toBe(renderJson(rich))
  expect(renderPage(rich, templates)).toBe(renderPage(rich, templates))
})
