import type { Change, Ecosystem, Refusal } from '../format.ts'
import { answersTo, mayMention, nameKey } from '../names.ts'
import { type BrokenFile, type ScannedFile, type Site, type Survey, sitesOf } from './survey.ts'
import { type Variables, variablesOf } from './variables.ts'

/** The files of one ecosystem, and the variables in them. */
interface Scope {
  readonly ecosystem: Ecosystem
  readonly files: readonly ScannedFile[]
  readonly variables: Variables
}

/** The declarations of the wanted package, all in one ecosystem, and that ecosystem's files. */
export interface Found extends Scope {
  readonly sites: readonly Site[]
  /** Broken files of this ecosystem that do not mention the package; a variable might still hide in them. */
  readonly broken: readonly BrokenFile[]
}

/** Finds every declaration of the package by its ecosystem's own name equality, or says why none can be named. */
export function find(seen: Survey, change: Change): Found | Refusal {
  const scopes = [...Map.groupBy(seen.files, ({ format }) => format.ecosystem)].map(
    ([ecosystem, files]): Scope => ({ ecosystem, files, variables: variablesOf(files) }),
  )
  const strong = scopes.map((scope) => packageSites(scope, change, 'names'))
  const byScope = strong.some(({ length }) => length > 0)
    ? strong
    : scopes.map((scope) => packageSites(scope, change, 'weakNames'))
  const concerning = seen.broken.filter(({ text }) => mayMention(text, change.packageName))
  const [unreadable] = concerning.length > 0 || seen.files.length > 0 ? concerning : seen.broken
  if (unreadable) return unparseable(unreadable)
  const sites = byScope.flat()
  const [scope, another] = scopes.filter((_, i) => byScope[i]?.length)
  if (!scope) return notDeclared(seen, change)
  if (another) return severalEcosystems(sites, change)
  return { ...scope, sites, broken: seen.broken.filter((file) => file.format.ecosystem === scope.ecosystem) }
}

/** The package declarations that answer to the change's name by their usual names, or by the weak ones. */
function packageSites(
  { ecosystem, files, variables }: Scope,
  { packageName }: Change,
  kind: 'names' | 'weakNames',
): readonly Site[] {
  const key = nameKey(ecosystem, packageName)
  return [...sitesOf(files, 'package')].filter(({ file, declaration }) => {
    const names = declaration[kind]?.map((name) => (name.includes('${') ? variables.spell(file, name) : name))
    return answersTo(ecosystem, names, key)
  })
}

/** The refusal for a file that does not follow its grammar. */
export function unparseable({ path, reason, line }: BrokenFile): Refusal {
  return {
    code: 'unparseable',
    message: `${path}:${line} cannot be read: ${reason}.`,
    hint: 'Mend the file first; nothing is edited while it may hide a declaration of the package.',
    path,
    line,
  }
}

function notDeclared(seen: Survey, change: Change): Refusal {
  const name = change.packageName
  if (seen.files.length === 0) {
    const given = seen.unknown.length > 0 ? listed(seen.unknown) : 'no file at all'
    return {
      code: 'not-declared',
      message: `None of the files is a ${change.ecosystem ?? 'known'} manifest: ${given}.`,
      hint: 'Name the manifest that declares the package, or leave the list of files empty to have it found.',
    }
  }
  const [only] = seen.files.length === 1 ? seen.files : []
  const hint =
    'Check the spelling of the name and the list of files; a transitive dependency is raised through its parent or an override.'
  const override = versionSetFor(seen.files, name)
  return {
    code: 'not-declared',
    message: `${name} is declared in none of ${listed(seen.files.map(({ path }) => path))}.`,
    hint: override ? `${overrideHint(override)} ${hint}` : hint,
    ...(only ? { path: only.path } : {}),
  }
}

/**
 * A variable that by its name gives the version of this package to a declaration outside the repository, as Spring Boot's
 * `<jackson-bom.version>` does. Nothing here proves that, so it is advice and no edit.
 */
function versionSetFor(files: readonly ScannedFile[], packageName: string): Site | undefined {
  const words = packageName.toLowerCase().split(/[/:]/)
  const artifact = words.at(-1) ?? ''
  const groups = new Set(words.slice(0, -1).flatMap((group) => group.split('.')))
  for (const site of sitesOf(files, 'variable')) {
    const name = site.declaration.names[0]?.toLowerCase() ?? ''
    const core = name.replace(/^versions?[._-]|[._-]?versions?$|^ext[._-]/g, '').replace(/[._-]bom$/, '')
    if (core.length < 3 || core === name || site.declaration.value.kind !== 'literal') continue
    if (artifact === core || artifact.startsWith(`${core}-`) || groups.has(core)) return site
  }
  return undefined
}

function overrideHint({ file, declaration }: Site): string {
  const where = `${file.path}:${file.lineAt(declaration.at)}`
  return `${where} sets ${declaration.names[0]}: if a BOM or parent outside the repository takes its version from that, raise it there by hand.`
}

function severalEcosystems(sites: readonly Site[], change: Change): Refusal {
  const ecosystems = [...new Set(sites.map(({ file }) => file.format.ecosystem))]
  const where = ecosystems.map(
    (ecosystem) => `${ecosystem} (${sites.find(({ file }) => file.format.ecosystem === ecosystem)?.file.path})`,
  )
  return {
    code: 'ambiguous',
    message: `${change.packageName} is declared in more than one ecosystem: ${where.join(' and ')}.`,
    hint: `Say which one is meant with "ecosystem": ${ecosystems.map((name) => `"${name}"`).join(' or ')}.`,
  }
}

/** Names in a row, at most eight of them, the rest counted. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ')
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown
}
