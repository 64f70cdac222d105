/** A file in a tar archive. */
export interface TarFile {
  /** Below the archive, with `/`; never absolute and without `..`. */
  readonly path: string
  readonly bytes: Uint8Array
}

const block = 512
const type = {file: '0', oldFile: '\0', folder: '5'}

/**
 * The files of a plain tar archive with short names. Anything but files and
 * folders is refused, and so is a name that leads out of the archive.
 */
export function untar(archive: Buffer): TarFile[] {
  const files: TarFile[] = []
  let offset = 0
  while (offset + block <= archive.length && archive[offset] !== 0) {
    const header = archive.subarray(offset, offset + block)
    const size = Number.parseInt(field(header, 124, 12), 8)
    const start = offset + block
    const kind = String.fromCharCode(header[156] ?? 0)
    const path = field(header, 0, 100)
    if (!Number.isSafeInteger(size)) throw new Error(`Tar damaged at ${offset}`)
    if (kind === type.file || kind === type.oldFile) {
      files.push({
        path: checked(path),
        bytes: archive.subarray(start, start + size)
      })
    } else if (kind !== type.folder) {
      throw new Error(`Tar entry of kind ${kind}: ${path}`)
    }
    offset = start + Math.ceil(size / block) * block
  }
  return files
}

function field(header: Buffer, start: number, length: number): string {
  const bytes = header.subarray(start, start + length)
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end < 0 ? length : end).trim()
}

function checked(path: string): string {
  const isInside = path
    .split('/')
    .every((part) => !['', '.', '..'].includes(part))
  if (!isInside || /[\\:]/.test(path))
    throw new Error(`Tar entry out of place: ${path}`)
  return path
}
