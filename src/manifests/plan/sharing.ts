import type { Change, Refusal } from '../format.ts'
import { answersTo, nameKey } from '../names.ts'
import { type Found, listed } from './find.ts'
import type { Demand } from './judge.ts'
import { type Site, sitesOf } from './survey.ts'

/** A variable that is about to be raised and the other packages that take their version from it. */
export interface Shared {
  readonly variable: Site
  /** Names of the other packages, sorted. */
  readonly others: readonly string[]
}

/**
 * The variables among the demands that other packages share. Refused as `ambiguous` when those belong to other families
 * (Maven groups, npm scopes) and the caller did not allow it: what is safe for one is only a number for the others.
 */
export function sharedVariables(
  demands: readonly Demand[],
  { files, sites, variables }: Found,
  change: Change,
): readonly Shared[] | Refusal {
  const raised = new Set(demands.map(({ site }) => site).filter(({ declaration }) => declaration.role === 'variable'))
  const users =
    raised.size === 0 ? [] : [...sitesOf(files, 'package')].map((site) => ({ site, reach: variables.reach(site) }))
  const asked = new Set(sites.map(({ declaration }) => declaration))
  const familyOf = ({ file, declaration: { family, names } }: Site) => variables.spell(file, family ?? names[0] ?? '')
  const shared: Shared[] = []
  for (const variable of uniqueByDeclaration(raised)) {
    const using = users.filter(({ reach }) => reach.has(variable.declaration)).map(({ site }) => site)
    const others = using.filter((site) => !asked.has(site.declaration) && !isAsked(site, change))
    if (others.length === 0) continue
    const names = [...new Set(others.map(({ declaration }) => declaration.names[0] ?? '?'))].sort()
    const families = new Set(using.map(familyOf))
    if (families.size > 1 && !change.allowSharedVersions) return refusal(variable, names, change)
    shared.push({ variable, others: names })
  }
  return shared
}

function uniqueByDeclaration(sites: Iterable<Site>): Iterable<Site> {
  return new Map([...sites].map((site) => [site.declaration, site])).values()
}

function isAsked({ file, declaration }: Site, change: Change): boolean {
  const { ecosystem } = file.format
  const key = nameKey(ecosystem, change.packageName)
  return answersTo(ecosystem, declaration.names, key) || answersTo(ecosystem, declaration.weakNames, key)
}

function refusal({ file, declaration }: Site, others: readonly string[], change: Change): Refusal {
  const line = file.lineAt(declaration.at)
  return {
    code: 'ambiguous',
    message: `${file.path}:${line}: the variable ${declaration.names[0]} also gives the version of ${listed(others)}, so ${change.packageName} cannot be raised alone.`,
    hint: 'Set "allow_shared_versions" to raise them together, or give the package a variable of its own.',
    path: file.path,
    line,
  }
}
