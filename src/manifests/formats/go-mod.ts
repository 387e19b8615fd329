import { type Declaration, type ManifestFormat, ManifestSyntaxError, type Value } from '../format.ts'
import { type GoLine, type GoToken, readGoMod } from '../syntax/go-mod.ts'

/** The go.mod format, and the `replace` lines of go.work. */
export const goMod: ManifestFormat = {
  id: 'go.mod',
  ecosystem: 'golang',
  matches: (path) => /(?:^|\/)go\.(?:mod|work)$/.test(path),
  scan: (text) => readGoMod(text).flatMap(lineDeclarations),
  lockfiles: ['go.sum', 'go.work.sum'],
}

function lineDeclarations(line: GoLine): Declaration[] {
  switch (line.verb) {
    case 'require':
      return [moduleVersion(line, 'package', isIndirect(line) ? 'require // indirect' : 'require')]
    case 'exclude':
      return [moduleVersion(line, 'exclusion', 'exclude', 'exact')]
    case 'replace':
      return replacement(line)
    default:
      return []
  }
}

/** The go command's own test: the comment is `indirect`, alone or before a semicolon. */
function isIndirect({ comment }: GoLine): boolean {
  return /^\/\/[ \t]*indirect[ \t]*(?:;|$)/.test(comment)
}

/** `exclude` names single versions; a required one is the lowest that may be taken. */
function moduleVersion(
  line: GoLine,
  role: Declaration['role'],
  group: string,
  dialect: 'go' | 'exact' = 'go',
): Declaration {
  const [path, version] = line.args
  if (path === undefined || version === undefined || line.args.length !== 2) {
    throw new ManifestSyntaxError(`${line.verb} takes a module path and a version`, line.at)
  }
  return { role, names: [path.text], group, at: path.span.start, value: versionValue(version, dialect) }
}

function versionValue({ text, span }: GoToken, dialect: 'go' | 'exact'): Value {
  return { kind: 'literal', dialect, parts: [{ span, text }] }
}

/** `old [version] => new version` or `old [version] => ./path`. The version on the left selects and is never raised. */
function replacement(line: GoLine): Declaration[] {
  const arrow = line.args.findIndex(({ text }) => text === '=>')
  const [old, selected, ...surplus] = line.args.slice(0, Math.max(arrow, 0))
  const [target, version, ...rest] = line.args.slice(arrow + 1)
  if (old === undefined || target === undefined || surplus.length > 0 || rest.length > 0) {
    throw new ManifestSyntaxError('replace takes a module, "=>" and its replacement', line.at)
  }
  const group = `replace ${old.text}`
  if (version === undefined) {
    const value: Value = { kind: 'local', what: `the folder ${target.text}` }
    return [{ role: 'package', names: [old.text], group, at: old.span.start, value }]
  }
  const raised: Declaration = {
    role: 'package',
    names: [target.text],
    group,
    at: target.span.start,
    value: versionValue(version, 'go'),
  }
  // A replacement of every version by another module makes the require line of the old one ineffective.
  if (selected !== undefined || old.text === target.text) return [raised]
  const value: Value = { kind: 'managed', by: `replace ${old.text} => ${target.text}` }
  return [{ role: 'package', names: [old.text], group, at: old.span.start, value }, raised]
}
