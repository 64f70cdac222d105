/** `zoals dat luidde op 31 december 2020`: a reference to the text of another day. Kernel. */
import type {BepalingReference, Zoals} from './address.ts'
import {readDay} from './day.ts'
import {attempt, eat, type Scan, sees} from './scan.ts'

const asRead =
  /,? zoals(?: (?:dat|die|deze|dit|het|zij|ze)(?: (?:artikel(?:en|lid|leden)?|lid|leden|onderde(?:el|len)|hoofdstuk(?:ken)?|paragraaf|bepaling(?:en)?|beleidsregels?|regels|bijlage|wet(?:ten)?|besluit(?:en)?|regeling(?:en)?|verordening(?:en)?|reglement)(?![a-z]))?| de tekst daarvan)?/y

const reads =
  / (?:luidde[n]?|luidend|luidende|gold(?:en)?|luid(?:t|en) sinds)(?![A-Za-z])/y

const onDay =
  / (?:(?:op|tot en met|tot|voor|vóór|onmiddellijk voorafgaand aan|direct voorafgaand aan) )?(?:(?:op|de dag v[oó]{2}r|voor|vóór|aan) )?/y

/** A day that only another text tells: `op de dag vóór de inwerkingtreding van deze wet`. */
const onStart =
  / (?:(?:op )?(?:de dag|het tijdstip|de datum) )?(?:v[oó]{2}r|(?:onmiddellijk |direct )?voorafgaande? aan)(?: de(?: datum| dag)?| het tijdstip)?(?: van| waarop)?(?: de| die)? (?:inwerkingtreding(?: van (?:(?:deze|dit|de onderhavige|het onderhavige) (?:wet|besluit|regeling|verordening|artikel|lid|cao|hoofdstuk)))?(?! van)|(?:deze|dit) (?:wet|besluit|regeling|verordening|artikel|lid|cao) in werking (?:treedt|trad))(?![A-Za-z])/y

/** A day that the text told before: `vóór dat tijdstip`, `in die jaren`. */
const onThat =
  / (?:(?:op|v[oó]{2}r|tot|onmiddellijk voorafgaand aan|direct voorafgaand aan|tot en met) (?:(?:de dag v[oó]{2}r) )?(?:dat (?:tijdstip|moment)|die (?:dag|datum))|in (?:die (?:jaren|periode)|dat (?:jaar|tijdvak|kalenderjaar))|destijds|toen)(?![a-z])/y

/** `zoals die wet onmiddellijk voorafgaand aan haar intrekking luidde`. */
const onEnd =
  / (?:onmiddellijk |direct )?(?:voorafgaand aan|v[oó]{2}r) (?:haar|zijn|hun|de) (?:intrekking|vervanging|wijziging|inwerkingtreding)(?! van)(?![A-Za-z])/y

/** `, zoals dat luidde op 31 december 2020`, or with the day before the verb. */
export function withZoals(
  scan: Scan,
  reference: BepalingReference
): BepalingReference {
  const zoals = attempt(scan, () => readZoals(scan))
  if (zoals) return {...reference, to: scan.at, zoals}
  return isOfOtherStart(scan) ? {...reference, zoals: {}} : reference
}

/** A day that another regeling tells: `zoals dat luidde op de dag voor de inwerkingtreding van het Besluit van …`; its words are none of the reference. */
const onOtherStart =
  / (?:(?:op )?(?:de dag|het tijdstip|de datum) )?(?:v[oó]{2}r|(?:onmiddellijk |direct )?voorafgaande? aan)(?: de| het)?(?: datum| dag| tijdstip)?(?: van)?(?: de)? (?:inwerkingtreding|intrekking) van /y

function isOfOtherStart(scan: Scan): boolean {
  const from = scan.at
  const isTold =
    eat(scan, asRead) !== undefined &&
    eat(scan, reads) !== undefined &&
    sees(scan, onOtherStart)
  scan.at = from
  return isTold
}

function readZoals(scan: Scan): Zoals | undefined {
  if (!eat(scan, asRead)) return undefined
  const early = readWhen(scan)
  const isEnd = !early && (eat(scan, onEnd) ?? eat(scan, onThat)) !== undefined
  if (!eat(scan, reads)) return undefined
  const late = early ?? readWhen(scan)
  if (late) return late
  return isEnd || (eat(scan, onStart) ?? eat(scan, onThat)) ? {} : undefined
}

function readWhen(scan: Scan): Zoals | undefined {
  return attempt(scan, () => {
    const words = eat(scan, onDay)?.[0]
    if (words === undefined) return undefined
    const dag = readDay(scan)
    if (!dag) return undefined
    const isBefore = /(?:v[oó]{2}r|(?:^| )tot(?! en met)|voorafgaand)/.test(
      words
    )
    return isBefore ? {dag, voor: true} : {dag}
  })
}
