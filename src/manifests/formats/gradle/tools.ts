import type { Expression } from '../../syntax/gradle-tree.ts'
import { type Context, type Link, labelOf, textHere } from './context.ts'
import type { TextPiece } from './text.ts'

/** Extensions whose version setting decides which version of a package is used: block, property, packages. */
const TOOLS: Readonly<Record<string, readonly [property: string, ...names: string[]]>> = {
  checkstyle: ['toolVersion', 'com.puppycrawl.tools:checkstyle'],
  codenarc: ['toolVersion', 'org.codenarc:CodeNarc'],
  composeOptions: ['kotlinCompilerExtensionVersion', 'androidx.compose.compiler:compiler'],
  detekt: [
    'toolVersion',
    'io.gitlab.arturbosch.detekt:detekt-core',
    'io.gitlab.arturbosch.detekt:detekt-cli',
    'dev.detekt:detekt-cli',
  ],
  findbugs: ['toolVersion', 'com.google.code.findbugs:findbugs'],
  googleJavaFormat: ['toolVersion', 'com.google.googlejavaformat:google-java-format'],
  jacoco: ['toolVersion', 'org.jacoco:jacoco', 'org.jacoco:org.jacoco.agent', 'org.jacoco:org.jacoco.ant'],
  jmh: ['jmhVersion', 'org.openjdk.jmh:jmh-core'],
  ktlint: ['version', 'com.pinterest.ktlint:ktlint-cli', 'com.pinterest:ktlint', 'com.pinterest.ktlint:ktlint-core'],
  lombok: ['version', 'org.projectlombok:lombok'],
  micronaut: ['version', 'io.micronaut.platform:micronaut-platform'],
  pitest: ['pitestVersion', 'org.pitest:pitest'],
  pmd: ['toolVersion', 'net.sourceforge.pmd:pmd-java', 'net.sourceforge.pmd:pmd-core', 'net.sourceforge.pmd:pmd-ant'],
  spotbugs: ['toolVersion', 'com.github.spotbugs:spotbugs'],
}

/** Test suites' methods that take the version of a framework. */
const FRAMEWORKS: Readonly<Record<string, readonly string[]>> = {
  useJUnit: ['junit:junit'],
  useJUnitJupiter: ['org.junit.jupiter:junit-jupiter'],
  useKotlinTest: ['org.jetbrains.kotlin:kotlin-test-junit5', 'org.jetbrains.kotlin:kotlin-test'],
  useSpock: ['org.spockframework:spock-core'],
  useTestNG: ['org.testng:testng'],
}

/** Steps of the Spotless plugin that take the version of a formatter. */
const FORMATTERS: Readonly<Record<string, readonly string[]>> = {
  googleJavaFormat: ['com.google.googlejavaformat:google-java-format'],
  palantirJavaFormat: ['com.palantir.javaformat:palantir-java-format'],
  ktfmt: ['com.facebook:ktfmt'],
  ktlint: ['com.pinterest.ktlint:ktlint-cli', 'com.pinterest:ktlint'],
  cleanthat: ['io.github.solven-eu.cleanthat:java'],
}

/** Takes `checkstyle.toolVersion = '…'` or `toolVersion = '…'` in the tool's block; false when it is neither. */
export function toolAssignment(segments: readonly string[], value: Expression, context: Context): boolean {
  const [block, property] = [...context.blocks.slice(-1), ...segments].slice(-2)
  return setsTool(block, property, value, context)
}

/** Takes `toolVersion '…'`, `toolVersion.set("…")`, `useJUnitJupiter("…")` and Spotless's steps. */
export function toolCall({ name, path, args }: Link, context: Context): boolean {
  const value = args[0]?.value
  if (!value || args.length > 1) return false
  const frameworks = Object.hasOwn(FRAMEWORKS, name) ? FRAMEWORKS[name] : undefined
  if (frameworks) return add(frameworks, textHere(value, context), value.start, name, context)
  const formatters =
    context.blocks.includes('spotless') && Object.hasOwn(FORMATTERS, name) ? FORMATTERS[name] : undefined
  if (formatters) return add(formatters, textHere(value, context), value.start, name, context)
  const setting = name === 'set' ? path.slice(0, -1) : path
  const [block, property] = [...context.blocks.slice(-1), ...setting].slice(-2)
  return setsTool(block, property, value, context)
}

function setsTool(block = '', property = '', value: Expression, context: Context): boolean {
  const tool = Object.hasOwn(TOOLS, block) ? TOOLS[block] : undefined
  if (!tool || tool[0] !== property) return false
  return add(tool.slice(1), textHere(value, context), value.start, property, context)
}

function add(
  names: readonly string[],
  version: readonly TextPiece[],
  at: number,
  label: string,
  context: Context,
): true {
  const family = names[0]?.split(':')[0] ?? ''
  const { collector, scope } = context
  const subject = { kind: 'named', names, family } as const
  collector.drafts.push({ role: 'package', subject, version, label: labelOf(context, label), at, scope })
  return true
}
