import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gradleBuild } from '../../../src/manifests/formats/gradle-build.ts'
import { gradleLogic } from '../../../src/manifests/formats/gradle-logic.ts'
import { gradleProperties } from '../../../src/manifests/formats/gradle-properties.ts'
import { gradleVersionsProps } from '../../../src/manifests/formats/gradle-versions-props.ts'
import { fuzzRuns } from '../support/fuzz-runs.ts'
import { expectLinearScan, expectSound, mutated, type Subject, soundOrSyntaxError } from '../support/scan-laws.ts'

const GROOVY = `#!/usr/bin/env gradle
// 'g:b:1.0'
buildscript {
  ext.kotlin_version = '1.0' /* '1.0' */
  dependencies { classpath "g:b:$kotlin_version" }
}
plugins {
  id 'g.b' version '1.0' apply false
  id "g.c" version "\${kotlin_version}"
}
def versions = [a: '1.0', 'b': [c: "1.0"]]
ext {
  d = 'g:d:' + versions.a
  set('e', project.findProperty('e') ?: '1.0')
  versions.put('f', hasProperty('f') ? property('f') : String.format('%s.0', '1'))
}
apply from: "$rootDir/gradle/x.gradle"
dependencies {
  implementation 'g:b:1.0', "g:c:\${versions.b.c}:sources@zip"
  implementation(group: 'g', name: 'b', version: "1.0") { exclude group: 'g' }
  api('g:b') { version { strictly '[1.0, 2.0['; prefer '1.0'; reject '1.5' } because '''g:b:1.0''' }
  constraints { api platform("g:b:\${findProperty('e') ?: '1.0'}") }
}
dependencyManagement { dependencies { dependencySet(group: 'g', version: '1.0') { entry 'a'; entry 'b' } } }
configurations.all {
  resolutionStrategy.eachDependency { d ->
    if (d.requested.group == 'g' && d.requested.name in ['b', 'c']) { d.useVersion '1.0' }
  }
  resolutionStrategy { force 'g:b:1.0', 'g:c:1.0' }
}
def regex = x =~ /a'b/
def dollar = $/ a"b /$
checkstyle { toolVersion = '9.0' }
String f(String v) { return "g:b:$v" }
`
const KOTLIN = `@file:Suppress("X")
/* /* "g:b:1.0" */ */
val bVersion by extra("1.0")
val c: String by project
val versions = mapOf("a" to "1.0", "b" to bVersion)
plugins {
  kotlin("jvm") version "1.0"
  id("g.b").version("1.0") apply false
}
dependencies {
  implementation("g:b:$bVersion")
  "custom"(group = "g", name = "b", version = versions["a"])
  implementation(platform(kotlin("bom", "1.0")))
  api("g", "b", "1.0") { version { strictly("[1.0,2.0[") } }
  listOf("g:b:1.0", "g:c:1.0").forEach { implementation(it) }
  constraints { add("api", "g:b:\${property("b") as String}") { because("""1.0""") } }
}
configurations.all {
  resolutionStrategy.eachDependency { if (requested.module.toString() == "g:b") useVersion("1.0") else useTarget("g:b:1.0") }
}
testing { suites { register<JvmTestSuite>("it") { useJUnitJupiter("5.0") } } }
jacoco { toolVersion.set("0.8.7") }
fun v(x: String = "1.0"): String = "g:b:$x"
`
const SETTINGS = `pluginManagement { plugins { id("g.b") version "1.0" } }
dependencyResolutionManagement {
  versionCatalogs {
    create("libs") {
      version("b", "1.0")
      version("c") { strictly("[1.0, 2.0["); prefer("1.0") }
      library("b", "g", "b").versionRef("b")
      library("c", "g:c:1.0")
      plugin("p", "g.p").version("1.0")
      from("g:catalog:1.0")
    }
  }
}
`
const OBJECTS = `package a.b
object Versions { const val b = "1.0"; object Kotlin { val c get() = "1.0" } }
object Libs {
  const val b = "g:b:\${Versions.b}"
  val c = "g:c:" + Versions.Kotlin.c
  val d: String
    get() = "g:d:1.0"
}
class P : Plugin<Project> { override fun apply(p: Project) { p.dependencies.add("api", "g:b:1.0") } }
`
const PROPERTIES = `# a=1.0
! b=1.0
a=1.0
b : 1.0
c 1.0
d\\u0065 = 1\\u002e0
long = 1.0, \\
  2.0
version=1.0
empty=
key\\ with\\:escapes=1.0
`
const VERSIONS = `# g:b = 1.0
g:a = 1.0
g:b=1.0
  g:c 1.0
g.h:* = 1.0
1.0
g:d = 1.0 # why
g:e = [1.0,2.0)
`
const pieces = [
  ...'\\"\'#[](){}=,;:@+*.-<>!~`/$ \t\n\r\0?&|',
  '\r\n',
  '"""',
  "'''",
  '${',
  '$x',
  '//',
  '/*',
  '*/',
  '->',
  '?:',
]
const words = [
  'if',
  'else',
  'def',
  'val',
  'by',
  'fun',
  'class',
  'version',
  'dependencies',
  'a',
  '1.0',
  '"g:b:1.0"',
  "'g:b:1.0'",
]

const subjects: readonly (readonly [string, Subject])[] = [
  ['build.gradle', { path: 'build.gradle', format: gradleBuild, sample: GROOVY }],
  ['build.gradle.kts', { path: 'build.gradle.kts', format: gradleBuild, sample: KOTLIN }],
  ['settings.gradle.kts', { path: 'settings.gradle.kts', format: gradleBuild, sample: SETTINGS }],
  ['buildSrc/src/Libs.kt', { path: 'buildSrc/src/Libs.kt', format: gradleLogic, sample: OBJECTS }],
  ['versions.props', { path: 'versions.props', format: gradleVersionsProps, sample: VERSIONS }],
  ['gradle.properties', { path: 'gradle.properties', format: gradleProperties, sample: PROPERTIES }],
]

describe.each(subjects)('%s', (path, subject) => {
  const { format, sample } = subject

  test('is matched by its format, and reads alike with LF and CRLF', () => {
    const outline = (text: string) =>
      format.scan(text, path).map(({ role, names, group, value }) => [role, names, group, value.kind])
    expect(format.matches(path)).toBe(true)
    expect(format.matches(`sub/${path}`)).toBe(true)
    expect(format.matches(`${path}.bak`)).toBe(false)
    expect(outline(sample).length).toBeGreaterThan(5)
    expect(outline(sample.replaceAll('\n', '\r\n'))).toEqual(outline(sample))
    expectSound(subject, sample)
  })

  test('is sound or a syntax error when mutated', () => {
    fc.assert(
      fc.property(mutated(sample, pieces), (text) => soundOrSyntaxError(subject, text)),
      fuzzRuns(1000),
    )
  })

  test('is sound or a syntax error for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => soundOrSyntaxError(subject, text)),
      fuzzRuns(300),
    )
    const soup = fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 60 })
    fc.assert(
      fc.property(soup, (some) => soundOrSyntaxError(subject, some.join(''))),
      fuzzRuns(1000),
    )
    fc.assert(
      fc.property(soup, (some) => soundOrSyntaxError(subject, some.join(' '))),
      fuzzRuns(1000),
    )
  })
})

/** What a text is made of: how it begins, and what is said over and over. */
const towers: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  groovy: [
    ['', "implementation 'g:b:1.0'\n"],
    ["dependencies { implementation 'g:b:1.0'", ", 'g:b:1.0'"],
    ['dependencies { ', "implementation('g:b') { version { strictly '1.0' } }\n"],
    ['', '{'],
    ['', '('],
    ['', '[a:'],
    ['x = ', 'a + '],
    ['x = ', "'a' + "],
    ['x = ', '!'],
    ['', 'if(a)'],
    ['', 'if(a){}else '],
    ['', 'a.'],
    ['', 'a.b '],
    ['', 'return '],
    ['', '\\/'],
    ['', '= /a'],
    ['', '= $/ '],
    ['', '`a'],
    ['', '@a '],
    ['', '/* '],
    ['x = "', '${"'],
    ['x = "', '$a'],
    ['x = "', '\\u0041'],
    ['x = a', '<b'],
    ['x = a', ' as b'],
    ['x = a', ' ?: b'],
    ['', `implementation "g:b:\${findProperty('a') ?: '1.0'}"\n`],
    ['', "a.put('b', '1.0')\n"],
    ['', "x = String.format('%s:%s', a, 'b')\n"],
    ['x = a', ' ? b : c'],
    ['x = a', '[0]'],
    ['x = a', '()'],
    ['x = a', '.b(1)'],
    ['', 'v = "1.0"\n'],
    ['', 'ext.v = v\n'],
    ['def a', ' ='],
    ['private ', 'static '],
    ['', 'static\n'],
    ['', 'object a '],
    ['', 'a.b\n'],
    ['', 'String a\n'],
    ['', 'class a '],
    ['a', ' ->'],
    ['dependencies { implementation "', ':'],
    ['dependencies { implementation "', 'a:b:1 '],
    ['dependencies { implementation "', '$a:'],
  ],
  kotlin: [
    ['', 'implementation("g:b:1.0")\n'],
    ['', '/*'],
    ['', '"""a"""" '],
    ['val x = a', ' to b'],
    ['val x = a', ' to'],
    ['', 'fun a() = '],
    ['', 'object a { '],
    ['', 'object a { val v = "1" }\n'],
    ['val x = listOf<', 'a<'],
    ['val x = a', '!!'],
    ['', 'val v by extra("1.0")\n'],
    ['', 'a { b -> '],
  ],
  versions: [
    ['', 'g:a = 1.0\n'],
    ['g:a', ' '],
    ['', 'a:'],
    ['', ' '],
  ],
  properties: [
    ['', 'a=1.0\n'],
    ['a=', '\\\n'],
    ['', '\\'],
    ['', '# a\n'],
    ['a', ' '],
    ['', '\n'],
  ],
}

/** Texts that hold a new name every time. */
const many: Readonly<Record<string, readonly ((i: number) => string)[]>> = {
  groovy: [
    (i) => `def v${i} = '1.0'\n`,
    (i) => `def v${i} = v${i - 1}\ndependencies { implementation "$v${i}:b:1.0" }\n`,
    (i) => `subprojects { def v = '1.0'; dependencies { implementation "g:b${i}:$v" } }\n`,
    (i) => `if (d.requested.group == 'g${i}') { d.useVersion '1.0' }\n`,
    (i) => `x${i}.y${i}.z${i} = '1.0'\n`,
  ],
  kotlin: [(i) => `object O${i} { object P { const val v = "1.0" }; const val b = "g:b:\${P.v}" }\n`],
  properties: [(i) => `v${i}=1.0\n`],
}

describe('1 MiB made to hurt is read or refused within a second, in linear time', () => {
  const bySample: Readonly<Record<string, Subject>> = {
    groovy: { path: 'build.gradle', format: gradleBuild, sample: GROOVY },
    kotlin: { path: 'build.gradle.kts', format: gradleBuild, sample: KOTLIN },
    versions: { path: 'versions.props', format: gradleVersionsProps, sample: VERSIONS },
    properties: { path: 'gradle.properties', format: gradleProperties, sample: PROPERTIES },
  }
  const rows = Object.entries(bySample).flatMap(([name, subject]) => [
    ...(towers[name] ?? []).map(([start, unit]) => [name, start + unit, subject, repeated(start, unit)] as const),
    ...(many[name] ?? []).map((entry) => [name, entry(1), subject, distinct(entry)] as const),
  ])
  test.each(rows)('%s: %j', (_, __, subject, make) => {
    expectLinearScan(subject, make)
  })
})

function repeated(start: string, unit: string): (size: number) => string {
  return (size) => start + unit.repeat(Math.ceil(size / unit.length))
}

function distinct(entry: (i: number) => string): (size: number) => string {
  return (size) => Array.from({ length: Math.ceil(size / entry(10_000).length) }, (_, i) => entry(i)).join('')
}
