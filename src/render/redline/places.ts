/**
 * Stage: changes and moves → anchors in a redline.
 */

/** Anchor of a change; empty without a number. */
export function changeAnchor(number: number | undefined): string {
  return number === undefined ? '' : `verschil-${number}`
}

/** Anchor of the place that something left. */
export function leftAnchor(move: number): string {
  return `weg-${move}`
}
