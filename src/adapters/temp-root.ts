/** The folder below which git works. Its name is known, so on a machine that others use too it may be theirs. */
import { lstatSync, mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { fail } from '../core/errors.ts'

/** Makes it for this user alone. Throws `configuration-invalid` for one that somebody else could change the contents of. */
export function makeTempRoot(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw unusable(path, 'cannot be made', error)
  }
  const found = lstatSync(path)
  const { uid } = userInfo()
  if (!found.isDirectory()) throw unusable(path, 'is no folder')
  // Where there are no such owners (Windows) it is -1.
  if (uid >= 0 && found.uid !== uid) throw unusable(path, 'belongs to another user')
  if (uid >= 0 && (found.mode & 0o022) !== 0) throw unusable(path, 'can be written by other users')
}

function unusable(path: string, why: string, cause?: unknown) {
  return fail(
    'configuration-invalid',
    `The temporary folder ${path} ${why}.`,
    'Remove it, or set TMPDIR to a folder of your own.',
    { folder: path },
    cause,
  )
}
