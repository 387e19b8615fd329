import type { Declaration, Part, Value } from '../format.ts'
import { isUnbroken, type LogicalText, partOf, sourceEnd, sourceStart, spanOf } from '../syntax/logical-text.ts'
import { type Range, readRequirement, readVcsUrl, type VcsUrl } from '../syntax/requirement.ts'

const vcsScheme = /^(?:(?:git|hg|svn|bzr)\+|git:\/\/)/i
const placeholder = /\$\{[A-Za-z0-9_]+\}|%\(|\{\{/

/**
 * requirementDeclaration is what one requirement (PEP 508) in the logical range declares; undefined when the text
 * starts with no package name. `options` tells of text behind the requirement that binds it to one file.
 */
export function requirementDeclaration(
  logical: LogicalText,
  { from, to }: Range,
  group: string,
  hashPinned = false,
): Declaration | undefined {
  const requirement = readRequirement(logical.text, from, to)
  if (requirement === undefined) return undefined
  const { name, source, nameEnd } = requirement
  const at = sourceStart(logical, requirement.at)
  if (source.kind === 'url') return urlDeclaration(logical, source.range, name, group, at)
  const value = source.wellFormed
    ? specifierValue(logical, source.range, nameEnd)
    : unsupported(logical.text.slice(source.range.from, source.range.to))
  return { role: 'package', names: [name], group, at, value: hashPinned ? pinnedByHash() : value }
}

function pinnedByHash(): Value {
  return {
    kind: 'opaque',
    reason: 'hash-pinned',
    detail: 'the requirement is pinned by --hash, and the new version has other hashes',
    hint: 'Regenerate the file with the tool that wrote it (pip-compile --generate-hashes, uv pip compile), or give the new hashes.',
  }
}

function specifierValue(logical: LogicalText, range: Range, nameEnd: number): Value {
  if (range.from === range.to) {
    const slot = { at: sourceEnd(logical, nameEnd), open: '', close: '' }
    return { kind: 'literal', dialect: 'pep440', parts: [], slot }
  }
  const part = specifierPart(logical, range)
  return part === undefined
    ? unsupported(logical.text.slice(range.from, range.to))
    : { kind: 'literal', dialect: 'pep440', parts: [part] }
}

/** A specifier that a continuation splits is taken as it stands: the dialect reads the line end as white space. */
function specifierPart(logical: LogicalText, { from, to }: Range): Part | undefined {
  const part = partOf(logical, from, to)
  if (isUnbroken(logical, from, to)) return part
  const text = logical.text.slice(from, to)
  const raw = logical.source.slice(part.span.start, part.span.end)
  return raw.replace(/\\\r?\n/g, '') === text ? { span: part.span, text: raw } : undefined
}

function unsupported(text: string): Value {
  const shown = text.trim().slice(0, 80)
  return placeholder.test(text)
    ? { kind: 'opaque', reason: 'unresolved-variable', detail: `"${shown}" takes its version from a variable` }
    : { kind: 'opaque', reason: 'unsupported-constraint', detail: `"${shown}" is no version specifier` }
}

/** `name @ git+https://…@tag`, or a direct reference to an archive. */
function urlDeclaration(logical: LogicalText, range: Range, name: string, group: string, at: number): Declaration {
  const text = logical.text.slice(range.from, range.to)
  const url = vcsScheme.test(text) ? readVcsUrl(logical.text, range) : undefined
  if (url !== undefined) {
    return { role: 'package', names: [name, ...vcsNames(url)], group, at, value: refValue(logical, url) }
  }
  const value: Value = /^file:|^\.{0,2}\//.test(text)
    ? { kind: 'local', what: 'a local file' }
    : { kind: 'opaque', reason: 'unsupported-constraint', detail: 'the version is part of a URL' }
  return { role: 'package', names: [name], group, at, value }
}

/** vcsNames are the names a repository answers to: `owner/repo` and `github.com/owner/repo`. */
export function vcsNames(url: VcsUrl): readonly string[] {
  return [url.repository, url.location]
}

function refValue(logical: LogicalText, { ref }: VcsUrl): Value {
  if (ref === undefined || ref.from === ref.to) return withoutTag()
  const text = logical.text.slice(ref.from, ref.to)
  if (placeholder.test(text)) return unsupported(text)
  return { kind: 'literal', dialect: 'tag', parts: [partOf(logical, ref.from, ref.to)] }
}

/** withoutTag is the value of a git dependency that names no tag. */
export function withoutTag(): Value {
  return {
    kind: 'opaque',
    reason: 'unsupported-constraint',
    detail: 'the dependency is taken from a repository without naming a tag',
    hint: 'Pin it to the tag of the safe version by hand.',
  }
}

/**
 * urlLineDeclaration is what a line that is a URL itself declares (`git+https://…@v1#egg=b`, with or without `-e`):
 * the `#egg=` name is weak, because a plain requirement of that name means the package on the index.
 */
export function urlLineDeclaration(logical: LogicalText, range: Range, group: string): Declaration | undefined {
  const text = logical.text.slice(range.from, range.to)
  const { start: at } = spanOf(logical, range.from, range.to)
  const url = readVcsUrl(logical.text, range)
  if (url !== undefined && vcsScheme.test(text)) {
    const weakNames = url.egg === undefined ? [] : [url.egg]
    return { role: 'package', names: vcsNames(url), weakNames, group, at, value: refValue(logical, url) }
  }
  const egg = /[#&]egg=([A-Za-z0-9._-]+)/.exec(text)?.[1]
  if (egg === undefined) return undefined
  const value: Value = /^https?:/i.test(text)
    ? { kind: 'opaque', reason: 'unsupported-constraint', detail: 'the version is part of a URL' }
    : { kind: 'local', what: 'a local path' }
  return { role: 'package', names: [text], weakNames: [egg], group, at, value }
}
