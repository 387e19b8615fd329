/** Licence texts of a package that is shipped as it is published, and of everything that was built into it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

interface Package {
  readonly name: string
  readonly folder: string
  readonly license: string
}

/** In the form of ncc's own list: name, licence, text. A text that many share stands once, below all their names. */
export function licensesBelow(root: string, name: string): string {
  const packages = [...closure(root, name).values()].filter((one) => !one.name.startsWith('@types/'))
  const byText = new Map<string, Package[]>()
  for (const one of packages.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const text = textsOf(one.folder)
    byText.set(text, [...(byText.get(text) ?? []), one])
  }
  return [...byText]
    .map(([text, sharers]) => `${sharers.map((one) => `${one.name}\n${one.license}`).join('\n')}\n${text}`)
    .join('\n\n')
}

/** The package and all that it depends on, as they are installed, by folder. */
function closure(root: string, name: string, found = new Map<string, Package>(), from = root): Map<string, Package> {
  const folder = installed(root, name, from)
  if (found.has(folder)) return found
  const { license, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  found.set(folder, { name, folder, license: String(license) })
  for (const dependency of Object.keys(dependencies)) closure(root, dependency, found, folder)
  return found
}

/** Where Node would find it: in the nearest node_modules. */
function installed(root: string, name: string, from: string): string {
  const here = join(from, 'node_modules', name)
  if (existsSync(here)) return here
  if (from === root) throw new Error(`${name} is not installed`)
  return installed(root, name, from.slice(0, Math.max(root.length, from.lastIndexOf('/node_modules/'))))
}

function textsOf(folder: string): string {
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name))
  const files = names.sort().flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map((inner) => join(path, inner))
      : [path]
  })
  return files.map((path) => readFileSync(path, 'utf8').trim()).join('\n\n')
}
