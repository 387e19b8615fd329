/** Which processes of this host live: who holds something in a file that all of them share. */
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** A pid means something only where it was given: on this host and, in containers, in this pid namespace. */
export const here = `${hostname()} ${pidNamespace()}`

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** False only where it is certain that no process of this host has that id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return Error.isError(error) && 'code' in error && error.code === 'EPERM'
  }
}
