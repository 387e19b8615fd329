import { expect } from '@jest/globals'
import fc from 'fast-check'
import { type Declaration, type ManifestFormat, ManifestSyntaxError, type Part } from '../../../src/manifests/format.ts'
import { expectLinear } from './processor-time.ts'

/** A format, a path it reads, and a text that has most of what the format knows. */
export interface Subject {
  readonly format: ManifestFormat
  readonly path: string
  readonly sample: string
}

/** Every declaration has a name, in the order of the text; every part is in range, without overlap, and says what stands there. */
export function expectSound({ format, path }: Subject, text: string): void {
  const declarations = format.scan(text, path)
  let at = 0
  for (const declaration of declarations) {
    // What was ruled out may concern no package of this file.
    if (declaration.role !== 'exclusion') expect(declaration.names.length).toBeGreaterThan(0)
    expect(declaration.at).toBeGreaterThanOrEqual(at)
    at = declaration.at
  }
  expect(at).toBeLessThanOrEqual(text.length)
  let end = 0
  for (const part of partsOf(declarations).toSorted((a, b) => a.span.start - b.span.start)) {
    expectPart(part, text, end)
    end = part.span.end
  }
}

function partsOf(declarations: readonly Declaration[]): Part[] {
  return declarations.flatMap(({ role, value }) =>
    value.kind === 'literal' && role !== 'exclusion' ? value.parts : [],
  )
}

function expectPart({ span, text: constraint, write }: Part, text: string, from: number): void {
  expect(span.start).toBeGreaterThanOrEqual(from)
  expect(span.end).toBeGreaterThanOrEqual(span.start)
  expect(span.end).toBeLessThanOrEqual(text.length)
  const source = text.slice(span.start, span.end)
  // Escapes, references and line ends stand for something else than they are; a wider span says so by `write`.
  if (!write && !/[\\\r&]/.test(source)) expect(source).toBe(constraint)
}

/** Sound, or a located syntax error: nothing else may come of any text. */
export function soundOrSyntaxError(subject: Subject, text: string): void {
  try {
    expectSound(subject, text)
  } catch (error) {
    if (!(error instanceof ManifestSyntaxError)) throw error
    expect(error.offset).toBeGreaterThanOrEqual(0)
    expect(error.offset).toBeLessThanOrEqual(text.length)
  }
}

/** Texts near the sample: a few stretches taken out, and pieces that mean something to the format put in. */
export function mutated(sample: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const insert = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  )
  const mutation = fc.record({ at: fc.nat(sample.length), remove: fc.nat(12), insert })
  return fc
    .tuple(fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([mutations, crlf]) =>
      mutations.reduce(
        (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
        crlf ? sample.replaceAll('\n', '\r\n') : sample,
      ),
    )
}

/** Reads `make(1 MiB)` or refuses it within a second of processor time, and in time linear in the text. */
export function expectLinearScan({ format, path }: Subject, make: (size: number) => string): void {
  expectLinear(make, 2 ** 20, (text) => {
    try {
      format.scan(text, path)
    } catch (error) {
      if (!(error instanceof ManifestSyntaxError)) throw error
    }
  })
}
