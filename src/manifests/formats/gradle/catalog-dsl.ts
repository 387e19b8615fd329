import type { Expression } from '../../syntax/gradle-tree.ts'
import { type Context, defineHere, type Link, labelOf, textHere } from './context.ts'
import type { Draft, Subject } from './drafts.ts'
import { richDrafts, richVersions } from './rules.ts'
import { aliasPath, isText, staticText, type TextPiece, textOf } from './text.ts'

/** Takes what a catalog in a settings script declares: `version`, `library`, `plugin`, `alias`, `from`. */
export function visitCatalog(links: readonly Link[], context: Context): boolean {
  const [first, ...more] = links
  if (!first) return false
  switch (first.name) {
    case 'version':
      return catalogVersion(first, context)
    case 'library':
      return declare(first, valuesOf(first).slice(1), 'library', more, context)
    case 'plugin':
      return declare(first, valuesOf(first).slice(1), 'plugin', more, context)
    case 'alias': {
      const [to, ...rest] = more
      return !to || declare(first, valuesOf(to), to.name === 'toPluginId' ? 'plugin' : 'library', rest, context)
    }
    case 'from':
      return declare(first, valuesOf(first), 'library', more, context)
    default:
      return false
  }
}

function valuesOf({ args }: Link): readonly Expression[] {
  return args.map(({ value }) => value)
}

/** The name of a catalog's version as accessors spell it. */
function versionPath(alias: string, { catalog }: Context): string {
  return `${catalog}.versions.${aliasPath(alias)}`
}

function catalogVersion({ args, body, at }: Link, context: Context): boolean {
  const alias = args[0] && staticText(args[0].value)
  if (alias === undefined) return true
  const path = versionPath(alias, context)
  const label = labelOf(context, 'version')
  const value = args[1]?.value
  if (value) defineHere(context, path, textHere(value, context), at, { label, overriding: true })
  for (const version of body ? richVersions(body, context) : []) {
    const { method, text, at: place } = version
    if (method === 'reject' || method === 'rejectAll') context.collector.catalogRejects.push({ path, version, label })
    else defineHere(context, path, text, place, { label, branch: `?${method}`, overriding: true })
  }
  return true
}

/** What a catalog's versions reject, for each library that takes its version from one of them. */
export function catalogExclusions(context: Context): readonly Draft[] {
  const { catalogRejects, catalogUsers } = context.collector
  return catalogRejects.flatMap(({ path, version, label }) =>
    catalogUsers
      .filter((user) => user.path === path)
      .flatMap(({ subject }) => richDrafts(subject, [version], label, context)),
  )
}

function declare(
  { at }: Link,
  [first, second]: readonly Expression[],
  kind: 'library' | 'plugin',
  more: readonly Link[],
  context: Context,
): boolean {
  const subject = first && subjectOf(first, second, kind)
  if (!subject) return true
  const label = labelOf(context, kind)
  const { collector, scope } = context
  for (const { name, body, args } of more) {
    if (name === 'version' && body)
      collector.drafts.push(...richDrafts(subject, richVersions(body, context), label, context))
    const value = args[0]?.value
    const path = name === 'versionRef' && value ? refOf(value, context) : undefined
    if (path !== undefined) collector.catalogUsers.push({ path, subject })
    const version = value && versionOf(name, value, context)
    if (version) collector.drafts.push({ role: 'package', subject, version, label, at: value.start, scope })
  }
  // A notation may hold its version itself.
  if (subject.kind === 'notation') collector.drafts.push({ role: 'package', subject, label, at, scope })
  return true
}

function subjectOf(first: Expression, second: Expression | undefined, kind: 'library' | 'plugin'): Subject | undefined {
  if (kind === 'plugin') return { kind: 'plugin', id: textOf(first) }
  if (second) return { kind: 'module', group: textOf(first), name: textOf(second) }
  return isText(first) ? { kind: 'notation', text: textOf(first) } : undefined
}

function versionOf(name: string, value: Expression, context: Context): readonly TextPiece[] | undefined {
  if (name === 'version') return textHere(value, context)
  const path = name === 'versionRef' ? refOf(value, context) : undefined
  return path === undefined ? undefined : [{ kind: 'reference', path, at: value.start }]
}

function refOf(value: Expression, context: Context): string | undefined {
  const alias = staticText(value)
  return alias === undefined ? undefined : versionPath(alias, context)
}
