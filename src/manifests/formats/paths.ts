/** Repository paths: `/` between segments, no leading slash; a folder ends with `/`, the root is the empty string. */

/** folderOf gives the folder a path stands in. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** ancestorsOf gives the folder itself and every folder above it, nearest first. */
export function ancestorsOf(folder: string): string[] {
  const folders = [folder]
  for (let at = folder.length - 1; at > 0; ) {
    at = folder.lastIndexOf('/', at - 1)
    folders.push(folder.slice(0, at + 1))
  }
  return folders
}

/** resolvePath follows a relative path (either slash) from a folder; undefined when it leaves the repository. */
export function resolvePath(folder: string, relative: string): string | undefined {
  const segments: string[] = []
  for (const segment of `${folder}${relative.replaceAll('\\', '/')}`.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return undefined
  }
  return segments.join('/')
}
