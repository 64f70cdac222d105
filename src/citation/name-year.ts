/**
 * A name that its year makes certain, whatever its words are.
 *
 * Kernel.
 */
import {isVerb} from './name-stops.ts'
import {eat, type Scan} from './scan.ts'

const word =
  "[A-Za-zÀ-ÿ](?:[A-Za-zÀ-ÿ0-9]|[-/'’](?=[A-Za-z])|-(?= (?:en|of) )){0,40}"
const ahead = new RegExp(
  `((?: ${word}){2,13})(?= (?:19|20)\\d\\d(?![\\d-]))`,
  'y'
)

/** `Besluit gedifferentieerde premie Whk 2015`: to its year, where no other words than those of a title stand before it. */
export function skipToYear(scan: Scan): void {
  const from = scan.at
  const words = eat(scan, ahead)?.[1]?.trim().split(' ') ?? []
  if (!isTitle(words)) scan.at = from
}

/** What begins something else, or what a year goes with that is not that of a name. */
const noBegin =
  /^(?:[Aa]rtikel(?:en)?|de|het|en|of|met|in|op|tot|ter|bij|van|voor)$/
const noEnd =
  /^(?:de|het|van|voor|in|op|per|uit|sinds|vanaf|tot|over|na|en|of|met|jaar|jaren|periode|[a-z]+(?:ari|ril|uni|uli|tus)|maart|mei|(?:septem|okto|novem|decem)ber)$/
/** What no title has. */
const relative =
  /^(?:die|dat|wie|welke?|waar(?:in|van|op|bij|door|voor|onder)|als|indien|zoals|bedoelde?|genoemde?|artikel(?:en)?|lid|deze|dit|[Oo]nze|een|krachtens|ingevolge|volgens)$/
/** The kind of another regeling, behind an article. */
const kind =
  /(?:[Ww]et|[Bb]esluit|[Rr]egeling|[Vv]erordening|[Rr]eglement|[Rr]egels)$/

/** `Verordening op de ambtelijke bijstand 2016` */
const onWhat =
  /^op (?:de|het) (?!dag|datum|tijdstip|moment|grond|voet|plaats|voorstel|voordracht|aanvraag|verzoek|gebied|terrein|punt|vlak|wijze|begroting|balans)/

function isTitle(words: readonly string[]): boolean {
  const isOn = onWhat.test(words.slice(0, 3).join(' '))
  if ((noBegin.test(words[0] ?? '') && !isOn) || noEnd.test(words.at(-1) ?? ''))
    return false
  return words.every((one, at) => {
    const isThe = /^(?:de|het)$/.test(words[at - 1] ?? '')
    const isNext = isThe && /^(?:en|of)$/.test(words[at - 2] ?? '')
    const isOther =
      isThe && (kind.test(one) || (isNext && !isOn && /^[A-Z]/.test(one)))
    return !isVerb(one) && !relative.test(one) && !isOther
  })
}
