/** A batch of many small repositories: for shards, and for measuring. */
import type { Wish } from './scene.ts'
import type { World } from './world.ts'

export interface Many {
  readonly repositories: number
  /** Items of each repository: one package each, in one package.json. */
  readonly each: number
}

/** Adds `acme/many-0`, `acme/many-1`, … */
export async function addManyRepositories(world: World, { repositories, each }: Many): Promise<void> {
  const packages = Array.from({ length: each }, (_, index) => `    "package-${index}": "1.0.${index}"`)
  const files = { 'package.json': `{\n  "dependencies": {\n${packages.join(',\n')}\n  }\n}\n` }
  for (let index = 0; index < repositories; index++) await world.github.addRepository(`acme/many-${index}`, files)
}

/** A wish for each package of each repository, the repositories in turn, as a scan would not sort them. */
export function manyWishes(world: World, { repositories, each }: Many): Wish[] {
  return Array.from({ length: repositories * each }, (_, index) => {
    const [repository, number] = [index % repositories, Math.floor(index / repositories)]
    const name = `package-${number}`
    return {
      name,
      from: `1.0.${number}`,
      to: `2.0.${number}`,
      issue: {
        pat: undefined,
        email: undefined,
        fields: {
          project: { key: 'SEC' },
          issuetype: { name: 'Task' },
          summary: `Raise ${name} in many-${repository}`,
          description: 'Fixes a hole.',
        },
      },
      pull: { repo_url: `${world.github.url}/acme/many-${repository}` },
    }
  })
}
