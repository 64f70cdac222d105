import {chmodSync} from 'node:fs'
import path from 'node:path'
import {expect, test} from 'vitest'
import {childScripts, ended} from './child.ts'
import {lay, temporaryFolder} from './temporary.ts'

const child = childScripts()

// Root may do everything, so the child is another user then.
test.runIf(process.platform !== 'win32')(
  'what a user may not do is said in Dutch',
  async () => {
    const folder = temporaryFolder()
    lay(folder, {
      'a.md': 'a',
      'b.md': 'b',
      'dicht/c.md': 'c',
      'vast/a.md': 'oud'
    })
    chmodSync(folder, 0o755)
    chmodSync(path.join(folder, 'b.md'), 0o000)
    chmodSync(path.join(folder, 'dicht'), 0o000)
    chmodSync(path.join(folder, 'vast'), 0o555)
    const {out, err} = await ended(child('rights', [folder], {asNobody: true}))
    chmodSync(path.join(folder, 'dicht'), 0o755)
    chmodSync(path.join(folder, 'vast'), 0o755)
    expect(err).toBe('')
    const noEntry = (name: string): string =>
      `HostError: Geen toegang tot \`${folder}/${name}\`; geef deze gebruiker rechten daarop`
    expect(JSON.parse(out)).toMatchObject({
      read: [
        {path: 'a.md'},
        {
          path: 'b.md',
          problem:
            'Geen toegang tot dit bestand; geef deze gebruiker rechten daarop'
        },
        {
          path: 'dicht',
          problem:
            'Geen toegang tot deze map; geef deze gebruiker rechten daarop'
        },
        {path: 'vast/a.md'}
      ],
      readShut: `HostError: Geen toegang tot de map \`${folder}/dicht\`; geef deze gebruiker rechten daarop`,
      output: noEntry('vast'),
      newOutput: noEntry('vast/nieuw'),
      cache: 'niets bewaard',
      draft: noEntry('vast/.cao'),
      write: noEntry('vast/x.pdf'),
      corpus: noEntry('vast/a.md')
    })
  }
)
