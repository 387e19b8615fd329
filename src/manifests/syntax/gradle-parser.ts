import type { GradleLanguage } from './gradle-cursor.ts'
import { readExpression } from './gradle-expressions.ts'
import { type Grammar, readerOf } from './gradle-reader.ts'
import { readBlock, readStatements } from './gradle-statements.ts'
import { gradleTokens } from './gradle-tokens.ts'
import type { Block } from './gradle-tree.ts'

const GRAMMAR: Grammar = { expression: readExpression, block: readBlock }

/**
 * Reads Groovy, Kotlin or Java source into a tree of blocks, calls and assignments. It knows the shapes builds are
 * written in and keeps everything else as operations over what it knows. Throws a `ManifestSyntaxError` for a string,
 * comment or bracket without an end.
 */
export function parseGradle(text: string, language: GradleLanguage): Block {
  const reader = readerOf(GRAMMAR, gradleTokens(text, language), language, 0, 0)
  return { start: 0, end: text.length, parameters: [], statements: readStatements(reader) }
}
