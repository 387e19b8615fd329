/**
 * Lockfiles, refreshed with the ecosystem's own tool in an empty folder that holds the manifest and the lockfile and
 * nothing else. Only tools that run no code of the repository for that are here: npm and pnpm without scripts, cargo.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { LockfileOutcome, LockfileRequest, Lockfiles } from '../core/lockfiles.ts'
import type { Log } from '../core/ports.ts'

export interface LockfilesOptions {
  readonly log: Log
  readonly tempRoot: string
  /** What of the machine's environment the tool may see: PATH, proxies, certificates. */
  readonly environment: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Milliseconds for one tool. Default 120 000. */
  readonly timeoutMs?: number
}

interface Tool {
  readonly command: string
  readonly args: (packageName: string) => readonly string[]
  /** A manifest that this cannot be done for alone: it is part of a workspace, or leans on files beside it. */
  readonly needsMore: RegExp
  /** Files that the tool wants to see, though empty. */
  readonly also?: readonly string[]
}

const npm: Tool = {
  command: 'npm',
  args: () => ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'],
  needsMore: /"workspaces"\s*:|"(?:file|link|workspace):/,
}

const tools: Readonly<Record<string, Tool>> = {
  'package-lock.json': npm,
  'npm-shrinkwrap.json': npm,
  'pnpm-lock.yaml': {
    command: 'pnpm',
    args: () => ['install', '--lockfile-only', '--ignore-scripts', '--ignore-pnpmfile'],
    needsMore: /"(?:file|link|workspace|catalog):/,
  },
  'Cargo.lock': {
    command: 'cargo',
    args: (packageName) => ['update', '--package', packageName],
    needsMore: /^\s*\[workspace|\bpath\s*=|\bworkspace\s*=/m,
    also: ['src/lib.rs'],
  },
}

const byHand = 'Refresh it on the branch with the package manager.'

/** Makes the port. */
export function createLockfiles(options: LockfilesOptions): Lockfiles {
  return {
    async refresh(request) {
      const tool = tools[request.name]
      if (!tool) return left(request, 'is refreshed by a tool that would run code of the repository, or by none')
      const texts = [...request.manifests.values()].map((bytes) => Buffer.from(bytes).toString('utf8'))
      if (texts.some((text) => tool.needsMore.test(text)))
        return left(request, 'belongs to a workspace, or to files beside it')
      const folder = await mkdtemp(join(options.tempRoot, 'lockfile-'))
      try {
        return await refreshIn(folder, tool, request, options)
      } catch (error) {
        const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown'
        options.log.write('warn', 'lockfile not refreshed', { lockfile: request.name, tool: tool.command, code })
        return left(
          request,
          code === 'ENOENT' ? `needs ${tool.command}, which is not here` : `was refused by ${tool.command} (${code})`,
        )
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

function left({ name }: LockfileRequest, why: string): LockfileOutcome {
  return { status: 'left', message: `"${name}" ${why}.`, hint: byHand }
}

async function refreshIn(
  folder: string,
  tool: Tool,
  request: LockfileRequest,
  { environment, signal, timeoutMs = 120_000 }: LockfilesOptions,
): Promise<LockfileOutcome> {
  const work = join(folder, 'work')
  await mkdir(work)
  for (const [name, bytes] of request.manifests) await writeFile(join(work, name), bytes)
  for (const name of tool.also ?? []) {
    await mkdir(join(work, name, '..'), { recursive: true })
    await writeFile(join(work, name), '')
  }
  await writeFile(join(work, request.name), request.lockfile)
  // A home of its own: no configuration, credential or cache of the machine takes part.
  const env = {
    ...environment,
    HOME: folder,
    CARGO_HOME: join(folder, 'cargo'),
    npm_config_cache: join(folder, 'cache'),
    CI: 'true',
  }
  await promisify(execFile)(tool.command, [...tool.args(request.packageName)], {
    cwd: work,
    env,
    timeout: timeoutMs,
    signal,
  })
  const content = await readFile(join(work, request.name))
  return content.equals(request.lockfile)
    ? left(request, `was not changed by ${tool.command}`)
    : { status: 'refreshed', content }
}
