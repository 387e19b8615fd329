import { type Context, type Link, labelOf, textHere } from './context.ts'
import type { Subject } from './drafts.ts'
import { type TextPiece, textOf } from './text.ts'

const KOTLIN: TextPiece = { kind: 'text', text: 'org.jetbrains.kotlin.', start: -1, end: -1 }

/** Takes `id 'x' version 'v'`, `kotlin("jvm") version "v"` inside `plugins { }`; false for anything else. */
export function visitPlugin(links: readonly Link[], context: Context): boolean {
  const [first, ...more] = links
  const id = first?.args[0]
  if (!first || !id || (first.name !== 'id' && first.name !== 'kotlin')) return false
  const text = first.name === 'kotlin' ? [KOTLIN, ...textOf(id.value)] : textOf(id.value)
  const subject: Subject = { kind: 'plugin', id: text }
  const version = more.find(({ name }) => name === 'version')?.args[0]?.value
  const { collector, scope } = context
  collector.drafts.push({
    role: 'package',
    subject,
    ...(version ? { version: textHere(version, context) } : {}),
    managedBy: 'pluginManagement, a catalog or the build classpath',
    label: labelOf(context, first.name),
    at: version?.start ?? id.value.start,
    scope,
  })
  return true
}
