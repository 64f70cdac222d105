import {readReferences} from '../../src/citation/read.ts'
import {writeAddress, writePublicatie} from '../../src/citation/write.ts'
import {laws} from './laws.ts'

/** The addresses in a text, in words of their own. */
export function addressesIn(text: string): readonly string[] {
  return readReferences(text, laws).flatMap((reference) =>
    reference.soort === 'publicatie'
      ? [writePublicatie(reference.publicatie)]
      : reference.targets.map(({address, tot, vernummerd}) => {
          const end = tot ? ` tot en met ${writeAddress(tot)}` : ''
          return `${writeAddress(address)}${end}${vernummerd ? ` (${vernummerd})` : ''}`
        })
  )
}
