/**
 * SHA-256, the same on disk and in the browser.
 *
 * Kernel. A text is hashed over UTF-8, NFC and line feeds, so that a checkout
 * on another system has the same hash.
 */
import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'

/** Hash of bytes as they are, in lower-case hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** Hash of a text, whatever its line ends and composition. */
export function hashText(text: string): string {
  const plain = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n')
  return hashBytes(utf8ToBytes(plain.normalize('NFC')))
}
