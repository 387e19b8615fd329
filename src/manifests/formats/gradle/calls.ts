import type { Argument, Expression } from '../../syntax/gradle-tree.ts'
import { assignEntry, assignExtra, elementsOf, moduleOf, visitValue } from './assignments.ts'
import { visitCatalog } from './catalog-dsl.ts'
import { argumentNamed, type Context, chainOf, elsewhere, type Link, labelOf, textHere } from './context.ts'
import { colonsIn, coordinatesOf } from './coordinates.ts'
import type { Draft, Subject } from './drafts.ts'
import { visitPlugin } from './plugins.ts'
import { addShared, richDrafts, richVersionsIn, useVersion } from './rules.ts'
import { alternativesOf, isText, referencedPath, staticText, type TextPiece, textOf } from './text.ts'
import { toolCall } from './tools.ts'

/** Calls whose arguments are never dependencies, wherever they stand. */
const NO_DEPENDENCY = new Set(
  'because reason println print printf exclude project files fileTree file uri url npm devNpm peerNpm optionalNpm substitute withModule requireCapability requireCapabilities capability capabilities attribute bomProperty bomProperties error warn info debug lifecycle quiet trace log GradleException require check assert gradleApi localGroovy replacedBy apply'.split(
    ' ',
  ),
)
/** Calls that name dependencies outside `dependencies { }` too. */
const DEPENDENCY =
  /^(?:\w*[iI]mplementation|(?:\w*A|a)pi|(?:\w*C|c)ompile(?:Only|OnlyApi)?|\w*[rR]untimeOnly|\w*[aA]nnotationProcessor|(?:\w*C|c)lasspath|kapt\w*|ksp\w*|platform|enforcedPlatform|testFixtures|force|setForcedModules|mavenBom|useTarget|useModule|detektPlugins|coreLibraryDesugaring|developmentOnly|provided\w*)$/
/** Owners that make any call on them name a dependency: `dependencies.add(…)`. */
const OWNERS = new Set(['dependencies', 'constraints'])
/** Blocks that run their body where they stand. */
const TRANSPARENT = new Set(
  'each forEach eachWithIndex forEachIndexed all configureEach apply also let run with when switch for while try catch finally do matching withType afterEvaluate'.split(
    ' ',
  ),
)
/** Blocks whose body speaks of a project. */
const PROJECT_BLOCKS = new Set(
  'allprojects subprojects buildscript project rootProject configure projectsEvaluated settingsEvaluated beforeProject afterProject projectsLoaded rootProject'.split(
    ' ',
  ),
)

/** Visits a chain of calls; gives the packages it declares, for a body that says more about them. */
export function visitCall(expression: Expression & { type: 'call' }, context: Context): readonly Draft[] {
  const { links, receiver } = chainOf(expression)
  if (receiver) context.walk.expression(receiver, context)
  if (context.plugins && visitPlugin(links, context)) return []
  if (context.catalog !== undefined && visitCatalog(links, context)) return []
  return links.flatMap((link) => visitLink(link, context))
}

function visitLink(link: Link, context: Context): readonly Draft[] {
  const { name, args, body } = link
  if (name === 'useVersion') useVersion(link, context)
  else if (name === 'set' || name === 'setProperty') return visitSetter(link, context)
  else if (name === 'dependencySet') return visitDependencySet(link, context)
  else if (assignEntry(link, context)) return []
  else if (NO_DEPENDENCY.has(name)) {
    if (body) context.walk.block(body, inside(name, link, context))
  } else if (!toolCall(link, context)) {
    if (isDependency(link, context)) return visitDependency(link, context)
    if (context.dependencies && (name === 'listOf' || name === 'setOf')) {
      for (const { value } of args) visitValue(value, context)
    } else for (const { value } of args) context.walk.expression(value, context)
    if (body) context.walk.block(body, inside(name, link, context))
  }
  return []
}

function isDependency({ name, path, args, body }: Link, context: Context): boolean {
  if (args.length === 0) return false
  if (path.slice(0, -1).some((owner) => OWNERS.has(owner))) return true
  if (name === 'module') return context.substitution || context.dependencies
  if (name === 'from') return false
  if (body && TRANSPARENT.has(name)) return false
  return (context.dependencies && name !== 'listOf' && name !== 'setOf') || DEPENDENCY.test(name)
}

/** The context of a call's body. */
function inside(name: string, link: Link, context: Context): Context {
  const blocks = [...context.blocks, name]
  if (TRANSPARENT.has(name) && !isExtra(link)) return context
  const body = { ...elsewhere(context), blocks, guard: context.guard }
  const catalogs = context.blocks.at(-1) === 'versionCatalogs'
  return {
    ...body,
    dependencies: OWNERS.has(name) || (name === 'imports' && context.dependencies) || name === 'dependencyManagement',
    project: context.project && PROJECT_BLOCKS.has(name),
    extra: isExtra(link),
    plugins: name === 'plugins',
    substitution: name === 'dependencySubstitution' || context.substitution,
    catalog: catalogs ? catalogName(link) : undefined,
  }
}

/** `libs { }`, `create("libs") { }`. */
function catalogName({ name, args }: Link): string {
  const [argument] = args
  return (argument && staticText(argument.value)) ?? name
}

/** `ext { }`, `extra.apply { }`, `with(extra) { }`. */
function isExtra({ name, path, args }: Link): boolean {
  if (path.some((segment) => segment === 'ext' || segment === 'extra')) return true
  const [argument] = args
  const owner = name === 'with' && argument ? referencedPath(argument.value) : undefined
  return owner === 'ext' || owner === 'extra'
}

/** `set("v", "1.0")` on extra properties; elsewhere a tool's property may be set. */
function visitSetter(link: Link, context: Context): readonly Draft[] {
  const { path, args } = link
  const [key, value] = args
  const name = key && staticText(key.value)
  const owned = path.includes('ext') || path.includes('extra') || context.extra || path.at(-1) === 'setProperty'
  if (name !== undefined && value && owned) assignExtra(name, value.value, context)
  else if (!toolCall(link, context)) for (const { value: argument } of args) context.walk.expression(argument, context)
  return []
}

function visitDependency(link: Link, context: Context): readonly Draft[] {
  const { name, args, body, at } = link
  const label = labelOf(context, name || 'dependency')
  const drafts = name === 'kotlin' || name === 'embeddedKotlin' ? kotlinModule(link, label, context) : undefined
  const found = drafts ?? draftsOf(name === 'add' ? args.slice(1) : args, label, at, context)
  if (body) {
    // What a client module needs is written in its body.
    const around = { ...elsewhere(context), blocks: [...context.blocks, name], dependencies: name === 'module' }
    const rich = richVersionsIn(body, around)
    for (const draft of found) {
      const more = richDrafts(draft.subject, rich, label, context)
      if (more.length > 0) delete draft.managedBy
      context.collector.drafts.push(...more)
    }
    const alias = found.length === 0 ? aliasOf(args) : undefined
    if (alias) context.collector.drafts.push(...richDrafts(alias, rich, label, context))
  }
  return found
}

/** `libs.b` or `platform(libs.b)`. */
function aliasOf([argument]: readonly Argument[]): Subject | undefined {
  if (!argument) return undefined
  const { value } = argument
  if (value.type === 'call' && value.args.length === 1) return aliasOf(value.args)
  const path = referencedPath(value)
  return path?.includes('.') ? { kind: 'alias', path } : undefined
}

function draftsOf(args: readonly Argument[], label: string, at: number, context: Context): readonly Draft[] {
  const module = moduleOf(args) ?? positional(args)
  if (!module) return args.flatMap(({ value }) => notation(value, label, context))
  const subject: Subject = { kind: 'module', group: textOf(module.group), name: textOf(module.name) }
  return [
    add({ subject, ...(module.version ? { version: textHere(module.version, context) } : {}) }, label, at, context),
  ]
}

/** `("g", "b", "1.0")`: texts none of which holds a colon. */
function positional(args: readonly Argument[]): ReturnType<typeof moduleOf> {
  const [group, name, version] = args
  if (!group || !name || args.some((argument) => argument.name !== undefined && argument !== version)) return undefined
  const plain = [group, name].every(({ value }) => isText(value) && colonsIn(textOf(value)) === 0)
  if (!plain || (version && isText(version.value) && colonsIn(textOf(version.value)) > 0)) return undefined
  return { group: group.value, name: name.value, version: version?.value }
}

function notation(value: Expression, label: string, context: Context): readonly Draft[] {
  const choices = alternativesOf(value)
  if (choices.length > 1) return choices.flatMap((choice) => notation(choice, label, context))
  const elements = elementsOf(value)
  if (elements) return draftsOf(elements, label, value.start, context)
  if (value.type === 'operation' && value.operators.length === 0) {
    return value.operands.flatMap((operand) => notation(operand, label, context))
  }
  if (value.type === 'call' && !isText(value) && referencedPath(value) === undefined) {
    return visitCall(value, { ...context, dependencies: true })
  }
  if (!isText(value)) {
    context.walk.expression(value, context)
    return []
  }
  const text = textHere(value, context)
  // Only text that could be a notation: `"$base:1.0"` has one written colon, `"${libs.b}"` none.
  if (colonsIn(text) === 0 || !coordinatesOf(text)) return []
  return [add({ subject: { kind: 'notation', text } }, label, value.start, context)]
}

function add(
  what: { subject: Subject; version?: readonly TextPiece[] },
  label: string,
  at: number,
  { collector, scope }: Context,
): Draft {
  const draft: Draft = { role: 'package', ...what, managedBy: 'a platform or constraint', label, at, scope }
  collector.drafts.push(draft)
  return draft
}

/** `kotlin("bom", "1.7.21")` is org.jetbrains.kotlin:kotlin-bom. */
function kotlinModule({ args, at, name }: Link, label: string, context: Context): readonly Draft[] {
  const [module] = args
  const artifact = module && staticText(module.value)
  if (artifact === undefined) return []
  const version = argumentNamed(args, 'version') ?? args[1]?.value
  const subject: Subject = {
    kind: 'named',
    names: [`org.jetbrains.kotlin:kotlin-${artifact}`],
    family: 'org.jetbrains.kotlin',
  }
  return [
    add(
      { subject, ...(version && name === 'kotlin' ? { version: textHere(version, context) } : {}) },
      label,
      at,
      context,
    ),
  ]
}

/** Spring's `dependencySet(group: 'g', version: '1.0') { entry 'b' }`, also as `dependencySet('g:1.0')`. */
function visitDependencySet({ args, body, at }: Link, context: Context): readonly Draft[] {
  const [group, version] = dependencySetOf(args)
  if (!group || !version || !body) return []
  const subjects: Subject[] = []
  for (const statement of body.statements) {
    if (statement.type !== 'expression' || statement.expression.type !== 'call') continue
    for (const { name, args: entries } of chainOf(statement.expression).links) {
      const entry = name === 'entry' ? entries[0] : undefined
      if (entry) subjects.push({ kind: 'module', group, name: textOf(entry.value) })
    }
  }
  addShared(subjects, version, labelOf(context, 'dependencySet'), at, context)
  return []
}

function dependencySetOf(
  args: readonly Argument[],
): readonly [group?: readonly TextPiece[], version?: readonly TextPiece[]] {
  const group = argumentNamed(args, 'group') ?? (args.length > 1 ? args[0]?.value : undefined)
  const version = argumentNamed(args, 'version') ?? args[1]?.value
  if (group && version) return [textOf(group), textOf(version)]
  const [only] = args
  const text = only && isText(only.value) ? textOf(only.value) : []
  // `group:version` has the shape of a notation that lacks its version.
  const pair = coordinatesOf(text)
  return pair && !pair.version ? [pair.group, pair.name] : []
}
