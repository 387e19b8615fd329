/** Git's own text formats, read and written: trees, batches of objects, commits, a fast-import stream. Pure. */
import type { Signature } from '../../core/batch.ts'
import type { BranchTip, CommitRequest, Oid, TreeEntry } from '../../core/ports.ts'
import { printable } from './names.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

/**
 * Reads `ls-tree -r`: `<mode> <type> <oid> TAB <path>` a line, unusual paths quoted as in C. Lines and not `-z`, since
 * `@actions/exec` collects what it gets up to the next line feed, and searches all of it again at every chunk. Entries
 * whose path is not UTF-8 are left out: no request can name them.
 */
export function parseTree(output: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = []
  for (const line of output.toString('latin1').split('\n')) {
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    const [mode = '', , oid = ''] = line.slice(0, tab).split(' ')
    try {
      entries.push({ path: utf8.decode(unquote(line.slice(tab + 1))), mode, oid })
    } catch {
      // Not UTF-8.
    }
  }
  return entries
}

const escapes: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The bytes of a path (given one character a byte) that git may have quoted. */
function unquote(path: string): Buffer {
  if (!path.startsWith('"')) return Buffer.from(path, 'latin1')
  const plain = path.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, code: string) => {
    return code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code)
  })
  return Buffer.from(plain, 'latin1')
}

/** Reads `cat-file --batch`: contents by oid. Objects that are missing are left out. */
export function parseBatch(output: Buffer): Map<Oid, Buffer> {
  const contents = new Map<Oid, Buffer>()
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf(10, start)
    if (end < 0) break
    const [oid = '', type = '', size = ''] = output.toString('latin1', start, end).split(' ')
    start = end + 1
    if (type === 'missing') continue
    contents.set(oid, output.subarray(start, start + Number(size)))
    start += Number(size) + 1
  }
  return contents
}

/** Reads `cat-file --batch-check`: sizes in bytes by oid. Objects that are missing are left out. */
export function parseSizes(output: string): Map<Oid, number> {
  const sizes = new Map<Oid, number>()
  for (const line of output.split('\n')) {
    const [oid = '', type, size] = line.split(' ')
    if (type === 'blob' && size !== undefined) sizes.set(oid, Number(size))
  }
  return sizes
}

/** Reads a commit object. Text that is not UTF-8 is shown with replacement characters. */
export function parseCommit(branch: string, oid: Oid, content: Uint8Array): BranchTip {
  const text = lenient.decode(content)
  const split = text.indexOf('\n\n')
  const head = (split < 0 ? text : text.slice(0, split)).split('\n')
  const message = split < 0 ? '' : text.slice(split + 2)
  const author = /^author (.*?) ?<([^>]*)> (\d+)/.exec(head.find((line) => line.startsWith('author ')) ?? '')
  return {
    branch,
    oid,
    parents: head.filter((line) => line.startsWith('parent ')).map((line) => line.slice('parent '.length)),
    author: { name: printable(author?.[1] ?? ''), email: printable(author?.[2] ?? '') },
    time: Number(author?.[3] ?? 0),
    message,
    trailers: parseTrailers(message),
  }
}

/** `Key: value` lines of the last paragraph, which is not the subject. Of equal keys the last one counts. */
export function parseTrailers(message: string): Map<string, string> {
  const paragraphs = message
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n[ \t]*\n+/)
  const trailers = new Map<string, string>()
  if (paragraphs.length < 2) return trailers
  for (const line of paragraphs.at(-1)?.split('\n') ?? []) {
    const [, key, value] = /^([A-Za-z0-9][A-Za-z0-9-]*)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) trailers.set(key, value)
  }
  return trailers
}

/** A commit request with the file modes looked up. */
export interface PreparedCommit {
  readonly request: CommitRequest
  readonly modes: ReadonlyMap<string, string>
}

/**
 * A `fast-import` stream that makes each commit on a ref of its own (`refs/made/<first + i>`) and then names the oids, in
 * order, on stdout. Nothing that comes from outside stands outside quotes or a counted block.
 */
export function importStream(commits: readonly PreparedCommit[], first: number): Buffer {
  const parts: Uint8Array[] = []
  const put = (text: string) => void parts.push(Buffer.from(text))
  const block = (content: Uint8Array) => {
    put(`data ${content.length}\n`)
    parts.push(content)
    put('\n')
  }
  for (const [i, { request, modes }] of commits.entries()) {
    put(`commit refs/made/${first + i}\nmark :${i + 1}\n`)
    put(`author ${identity(request.author)} ${request.time} +0000\n`)
    put(`committer ${identity(request.committer)} ${request.time} +0000\n`)
    block(Buffer.from(commitMessage(request.message)))
    put(`from ${request.parent}\n`)
    for (const [path, content] of request.files) {
      put(`M ${modes.get(path)} inline ${quotePath(path)}\n`)
      block(content)
    }
    put('\n')
  }
  for (const i of commits.keys()) put(`get-mark :${i + 1}\n`)
  put('done\n')
  return Buffer.concat(parts)
}

/** `Name <email>` as git itself cleans it: no angle brackets, no control characters, a name that is not empty. */
export function identity({ name, email }: Signature): string {
  const clean = (text: string) =>
    text
      .replace(/[<>\p{Cc}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
  const address = clean(email).replaceAll(' ', '')
  return `${clean(name) || address || 'unknown'} <${address}>`
}

/** Line feeds only, no NUL, exactly one at the end: as `git commit` would store it. */
export function commitMessage(message: string): string {
  return `${message.replaceAll('\0', '').replace(/\r\n?/g, '\n').trimEnd()}\n`
}

function quotePath(path: string): string {
  const escaped = [...Buffer.from(path)].map((byte) => {
    if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`
    return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte)
  })
  return `"${escaped.join('')}"`
}
