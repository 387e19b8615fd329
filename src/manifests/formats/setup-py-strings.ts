import type { Declaration } from '../format.ts'
import { joined, type LogicalText, sourceStart } from '../syntax/logical-text.ts'
import type { PythonString } from '../syntax/python.ts'
import { type Range, readRequirement } from '../syntax/requirement.ts'
import { requirementDeclaration } from './python-requirement.ts'

/**
 * stringDeclarations are the requirements in a string: one for each line, as setuptools reads it, or for each piece
 * between separators.
 */
export function stringDeclarations(
  strings: readonly PythonString[],
  group: string,
  separator: string | RegExp = /\r\n|\n|\r/,
): Declaration[] {
  if (strings.some(({ formatted }) => formatted)) return templateDeclarations(strings, group)
  const logical = joined(strings.map(({ content }) => content))
  return pieces(logical.text, separator).flatMap((range) => requirementDeclaration(logical, range, group) ?? [])
}

/** Pieces without the comment that setuptools drops: behind ` #`, or the whole of it. */
function pieces(text: string, separator: string | RegExp): Range[] {
  const found: Range[] = []
  let from = 0
  for (const piece of text.split(separator)) {
    from = text.indexOf(piece, from)
    const comment = piece.search(/(?:^|\s)#/)
    found.push({ from, to: from + (comment === -1 ? piece.length : comment) })
    from += piece.length
  }
  return found
}

/**
 * templateDeclarations tells of a requirement whose text is made at run time: the name is known when something that
 * ends a name follows it in the literal text.
 */
export function templateDeclarations(strings: readonly PythonString[], group: string): Declaration[] {
  const logical = joined(strings.map(({ content }) => content))
  const fixed = fixedText(logical)
  const requirement = readRequirement(fixed, 0, fixed.length)
  if (requirement === undefined || requirement.nameEnd === fixed.length) return []
  return [
    {
      role: 'package',
      names: [requirement.name],
      group,
      at: sourceStart(logical, requirement.at),
      value: {
        kind: 'opaque',
        reason: 'unresolved-variable',
        detail: `the requirement of ${requirement.name} is put together at run time`,
        hint: 'Raise the version where it comes from by hand.',
      },
    },
  ]
}

function fixedText({ text }: LogicalText): string {
  const end = text.search(/[{%]/)
  return end === -1 ? text : text.slice(0, end)
}
