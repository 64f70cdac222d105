/** Files that could not be read: what they hold must not be missed a second time. */
import type {Regeling, SourceMap} from '../model.ts'

/** Folder of a file. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

/** Folders of a regeling in which a text stands that could not be read. */
export function unreadFolders(
  {id, units}: Regeling,
  {files}: SourceMap
): ReadonlySet<string> {
  const read = new Set(
    units.flatMap(({versions}) => versions.map(({path}) => path))
  )
  const folders = new Set<string>()
  for (const path of files.keys()) {
    const isText = path.startsWith(`${id}/`) && path.endsWith('.md')
    if (isText && !read.has(path)) folders.add(folderOf(path))
  }
  return folders
}
