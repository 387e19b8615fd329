/** A real bare repository on disk, made without a work tree, and the questions that the servers ask of it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file's content: text, bytes, or something that is no regular file. */
export type FileContent = string | Uint8Array | { symlink: string } | { gitlink: string } | { executable: string }
export type Files = Readonly<Record<string, FileContent>>

export type ObjectFormat = 'sha1' | 'sha256'

/** No configuration of the machine, no prompt, a fixed identity: the same for every git that the world runs. */
export const GIT_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Seed',
  GIT_AUTHOR_EMAIL: 'seed@example.com',
  GIT_COMMITTER_NAME: 'Seed',
  GIT_COMMITTER_EMAIL: 'seed@example.com',
}

export interface CommitOptions {
  /** Default: the branch's own tip, or none when it is new. */
  readonly from?: string
  readonly message?: string
  readonly author?: { readonly name: string; readonly email: string }
  /** Epoch seconds. Default: a fixed moment of 2026, one second later at each commit. */
  readonly time?: number
  readonly remove?: readonly string[]
}

export interface CommitFacts {
  readonly oid: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: { readonly name: string; readonly email: string; readonly date: string }
  readonly committer: { readonly name: string; readonly email: string; readonly date: string }
  readonly message: string
}

export class BareRepository {
  readonly path: string
  readonly objectFormat: ObjectFormat
  #clock = 1_790_000_000

  constructor(path: string, objectFormat: ObjectFormat, defaultBranch: string) {
    this.path = path
    this.objectFormat = objectFormat
    for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags', 'info']) {
      mkdirSync(join(path, folder), { recursive: true })
    }
    writeFileSync(join(path, 'HEAD'), `ref: refs/heads/${defaultBranch}\n`)
    writeFileSync(join(path, 'config'), configText(objectFormat))
  }

  /** Runs git here and answers its standard output. Throws with its standard error. */
  async git(args: readonly string[], input?: string | Uint8Array): Promise<string> {
    const result = await this.gitResult(args, input)
    if (result.code !== 0) throw new Error(`git ${args.join(' ')} ended with ${result.code}: ${result.stderr}`)
    return result.stdout
  }

  gitResult(args: readonly string[], input?: string | Uint8Array): Promise<ProcessResult> {
    return collect(spawn('git', [...args], { cwd: this.path, env: { ...GIT_ENVIRONMENT } }), input)
  }

  /** Commits files onto a branch (made when absent) and answers the commit. Files not named stay as they are. */
  async commit(branch: string, files: Files, options: CommitOptions = {}): Promise<string> {
    const tip = options.from === undefined ? await this.resolve(branch) : await this.resolve(options.from)
    await this.git(
      ['fast-import', '--quiet', '--force', '--date-format=raw-permissive'],
      this.#importStream(branch, files, tip, options),
    )
    return (await this.resolve(branch)) as string
  }

  #importStream(branch: string, files: Files, tip: string | undefined, options: CommitOptions): Buffer {
    const time = options.time ?? this.#clock++
    const { name, email } = options.author ?? { name: 'Seed', email: 'seed@example.com' }
    const parts: Buffer[] = [
      Buffer.from(`commit refs/heads/${branch}\nauthor ${name} <${email}> ${time} +0000\n`),
      Buffer.from(`committer ${name} <${email}> ${time} +0000\n`),
      data(options.message ?? 'Seed\n'),
      ...(tip === undefined ? [] : [Buffer.from(`from ${tip}\n`)]),
      ...(options.remove ?? []).map((path) => Buffer.from(`D ${quoted(path)}\n`)),
    ]
    for (const [path, content] of Object.entries(files)) parts.push(...fileChange(path, content))
    return Buffer.concat([...parts, Buffer.from('\n')])
  }

  /** The commit of a branch, ref or id; undefined when there is none. */
  async resolve(name: string): Promise<string | undefined> {
    const full = /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(name) || name.startsWith('refs/') ? name : `refs/heads/${name}`
    const { code, stdout } = await this.gitResult([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${full}^{commit}`,
    ])
    return code === 0 ? stdout.trim() : undefined
  }

  /** Refs and what they point at, by full name. */
  async refs(prefix = 'refs/'): Promise<ReadonlyMap<string, string>> {
    const text = await this.git(['for-each-ref', '--format=%(refname) %(objectname)', prefix])
    return new Map(
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(' ') as [string, string]),
    )
  }

  /** Branch names. */
  async branches(): Promise<string[]> {
    return [...(await this.refs('refs/heads/')).keys()].map((ref) => ref.slice('refs/heads/'.length))
  }

  setRef(ref: string, oid: string): Promise<string> {
    return this.git(['update-ref', ref, oid])
  }

  deleteRef(ref: string): Promise<string> {
    return this.git(['update-ref', '-d', ref])
  }

  /** How many commits `head` has that `base` has not; undefined when they share no history. */
  async commitsAhead(base: string, head: string): Promise<number | undefined> {
    const { code } = await this.gitResult(['merge-base', base, head])
    if (code !== 0) return undefined
    return Number(await this.git(['rev-list', '--count', `${base}..${head}`]))
  }

  async isAncestor(older: string, newer: string): Promise<boolean> {
    return (await this.gitResult(['merge-base', '--is-ancestor', older, newer])).code === 0
  }

  async commitFacts(oid: string): Promise<CommitFacts> {
    const format = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x00')
    const text = await this.git(['log', '-1', `--format=${format}`, oid])
    const [id = '', tree = '', parents = '', an = '', ae = '', ad = '', cn = '', ce = '', cd = '', ...body] =
      text.split('\0')
    return {
      oid: id,
      tree,
      parents: parents.split(' ').filter(Boolean),
      author: { name: an, email: ae, date: ad },
      committer: { name: cn, email: ce, date: cd },
      message: body.join('\0').replace(/\n+$/, ''),
    }
  }

  /** A file's bytes at a branch, ref or commit; undefined when it is not there. */
  async file(name: string, path: string): Promise<Buffer | undefined> {
    const commit = await this.resolve(name)
    if (commit === undefined) return undefined
    const result = await this.gitResult(['cat-file', 'blob', `${commit}:${path}`])
    return result.code === 0 ? result.bytes : undefined
  }

  /** `mode path` of every entry at a branch, ref or commit. */
  async list(name: string): Promise<string[]> {
    const text = await this.git(['ls-tree', '-r', '-z', '--format=%(objectmode) %(path)', name])
    return text.split('\0').filter(Boolean)
  }
}

export interface ProcessResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly bytes: Buffer
}

/** Feeds a child its input and collects what it says. */
export function collect(child: ChildProcess, input?: string | Uint8Array): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const bytes = Buffer.concat(out)
      resolve({ code: code ?? -1, bytes, stdout: bytes.toString('utf8'), stderr: Buffer.concat(err).toString('utf8') })
    })
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })
}

function configText(objectFormat: ObjectFormat): string {
  const format = objectFormat === 'sha256' ? '1\n[extensions]\n\tobjectformat = sha256' : '0'
  return `[core]
	bare = true
	logallrefupdates = false
	repositoryformatversion = ${format}
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[http]
	receivepack = true
[receive]
	autogc = false
	fsckObjects = true
	denyDeleteCurrent = refuse
[gc]
	auto = 0
`
}

function data(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content as Uint8Array)
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')])
}

function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}

function fileChange(path: string, content: FileContent): Buffer[] {
  if (typeof content === 'string' || content instanceof Uint8Array) return inline('100644', path, content)
  if ('symlink' in content) return inline('120000', path, content.symlink)
  if ('executable' in content) return inline('100755', path, content.executable)
  return [Buffer.from(`M 160000 ${content.gitlink} ${quoted(path)}\n`)]
}

function inline(mode: string, path: string, content: string | Uint8Array): Buffer[] {
  return [Buffer.from(`M ${mode} inline ${quoted(path)}\n`), data(content)]
}
