/** What heads call a version: the names by which a wijziging withdraws, gives days or mends. */
import type {Version} from '../model.ts'

/** File name of a version, without `.md`: what `basis` says. */
export function nameOf({path}: Pick<Version, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '')
}

/** The one name that means this version alone: `artikel-2-3/2016-01-01.lbr-16-001`. */
export function ownNameOf(version: Pick<Version, 'path' | 'unit'>): string {
  return `${version.unit}/${nameOf(version)}`
}

/** All names that mean a version: its own, `lbr-16-001` and `lbr-16-001#A`. */
export function namesOf(
  version: Pick<Version, 'path' | 'unit' | 'wijzigingen' | 'onderdeel'>
): readonly string[] {
  const {wijzigingen, onderdeel} = version
  const parts = onderdeel ? wijzigingen.map((id) => `${id}#${onderdeel}`) : []
  return [ownNameOf(version), ...wijzigingen, ...parts]
}

/** The wijzigingen that a name speaks of: `lbr-16-001` for each of its forms, several for a woven version. */
export function wijzigingenIn(name: string): readonly string[] {
  const file = name.slice(name.lastIndexOf('/') + 1)
  if (!name.includes('/')) return [file.replace(/#.*$/u, '')]
  const ids = file.slice(file.indexOf('.') + 1)
  return file.includes('.') ? ids.split('+') : []
}
