/** The project that an issue's `fields` name, by key or id. */
export function projectOf(fields: Readonly<Record<string, unknown>>): string | undefined {
  const { project } = fields
  if (typeof project === 'string') return project
  const { key, id } = (project ?? {}) as { key?: unknown; id?: unknown }
  return typeof key === 'string' ? key : typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}
