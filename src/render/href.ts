/**
 * Stage: address of a link → an address that is safe to follow, or nothing.
 */

/** Only the web, mail and places in the page itself; any other address stays text. */
export function safeHref(url: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:|#)/iu.test(url)) return undefined
  return url.replace(/[\s<>"`\\^{|}]/gu, (mark) => encodeURIComponent(mark))
}
