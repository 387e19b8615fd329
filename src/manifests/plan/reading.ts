/**
 * The values (and keys) of `after` that differ from those at the same place in `before`, as text; undefined when the two
 * documents do not have the same shape. Walks without recursion, so depth is no danger.
 */
export function differences(before: unknown, after: unknown): readonly string[] | undefined {
  const changed: string[] = []
  const open: [unknown, unknown][] = [[before, after]]
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [old, now] = pair.map(entriesOf) as [Entries, Entries]
    if (!old || !now) {
      if (old || now) return undefined
      const [a, b] = pair.map(String)
      if (a !== b) changed.push(b ?? '')
      continue
    }
    if (old.length !== now.length) return undefined
    for (const [i, [oldKey, oldValue]] of old.entries()) {
      const [key, value] = now[i] ?? ['', undefined]
      if (key !== oldKey) changed.push(key)
      open.push([oldValue, value])
    }
  }
  return changed
}

type Entries = readonly (readonly [string, unknown])[] | undefined

function entriesOf(value: unknown): Entries {
  if (value instanceof Map) return [...value].map(([key, entry]) => [String(key), entry] as const)
  if (value === null || typeof value !== 'object' || value instanceof Date) return undefined
  return Object.entries(value)
}
