import type { Log } from '../core/ports.ts'
import { runGit } from './git/process.ts'

/** The version that `git version` names, like `2.39.5`; undefined where there is no git that answers. */
export async function gitVersion(environment: Readonly<Record<string, string>>, log: Log): Promise<string | undefined> {
  try {
    const asked = { args: ['version'], environment: { PATH: environment.PATH ?? '' }, directory: '/' }
    const { stdout } = await runGit(asked, { gitPath: 'git', timeoutMs: 10_000, log })
    return /\d+\.\d+[.\w]*/.exec(stdout.toString('latin1'))?.[0]
  } catch {
    return undefined
  }
}
