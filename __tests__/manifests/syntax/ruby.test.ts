import { describe, expect, test } from '@jest/globals'
import { ManifestSyntaxError } from '../../../src/manifests/format.ts'
import { tokenizeRuby } from '../../../src/manifests/syntax/ruby.ts'

/** Kinds and texts, strings by their content, line breaks left out. */
function outline(source: string): string[] {
  return tokenizeRuby(source)
    .filter(({ kind }) => kind !== 'newline')
    .map(({ kind, text, string, words }) => {
      const content = string?.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '#{}')).join('')
      return `${kind} ${content ?? words?.map((word) => word.text).join('|') ?? text}`
    })
}

describe('tokenizeRuby', () => {
  test.each([
    [`'a\\'b\\\\c\\n'`, ["string a'b\\c\\n"]],
    [`"a\\"b\\tc\\u0041\\u{42}\\x43\\104"`, ['string a"b\tcABCD']],
    [`"a#{ "b}" + {c: '}'}.to_s }d"`, ['string a#{}d']],
    ['%q(a(b)c)', ['string a(b)c']],
    ['%Q[a#{b}]', ['string a#{}']],
    ['%<a<b>>', ['string a<b>']],
    ['%w[a  b\n c]', ['words a|b|c']],
    ['%w[a\\ b]', ['words %w[']],
    ['%i(a b)', ['opaque %i(']],
    ['`ls "`', ['opaque `']],
    [`:a :"b c" :[] :a= :<=>`, ['symbol a', 'symbol b c', 'symbol []', 'symbol a=', 'symbol <=>']],
    [
      `{a: 1, "b": 2, :c=>3}`,
      [
        'operator {',
        'label a',
        'number 1',
        'operator ,',
        'label b',
        'number 2',
        'operator ,',
        'symbol c',
        'operator =>',
        'number 3',
        'operator }',
      ],
    ],
    [`A::B.end`, ['constant A', 'operator ::', 'constant B', 'operator .', 'identifier end']],
    ['@a $b @@c $1', ['identifier @a', 'identifier $b', 'identifier @@c', 'identifier $1']],
    ['1_000 0x1f 1.5e-3 1..2', ['number 1_000', 'number 0x1f', 'number 1.5e-3', 'number 1', 'operator ..', 'number 2']],
    ['x = ?a', ['identifier x', 'operator =', 'opaque ?a']],
    [`c ? 'a' : 'b'`, ['identifier c', 'operator ?', 'string a', 'operator :', 'string b']],
    [`c ? 'a': 'b'`, ['identifier c', 'operator ?', 'string a', 'operator :', 'string b']],
    [`a / b / "c"`, ['identifier a', 'operator /', 'identifier b', 'operator /', 'string c']],
    [`a =~ /b'#{"/"}\\/c/i`, ['identifier a', 'operator =~', 'opaque /']],
    [`a % b`, ['identifier a', 'operator %', 'identifier b']],
    [`gem %(b)`, ['identifier gem', 'string b']],
    [`a # 'b\n'c'`, ['identifier a', 'string c']],
    [`'a' \\\n 'b'`, ['string a', 'string b']],
    [`class << self`, ['keyword class', 'operator <<', 'keyword self']],
    [`a << 'b'`, ['identifier a', 'operator <<', 'string b']],
    ['__END__', []],
    ['a\n__END__\n"', ['identifier a']],
    ['=begin\n"\n=end x\nb', ['identifier b']],
    ['a =begin', ['identifier a', 'operator =', 'keyword begin']],
  ])('reads %j', (source, expected) => {
    expect(outline(source)).toEqual(expected)
    if (!source.includes('\\\n')) expect(outline(source.replaceAll('\n', '\r\n'))).toEqual(expected)
  })

  test('reads several heredocs of one line, and goes on behind them', () => {
    const source = `a <<A, <<~'B', <<-"C D" # '\nx'\nA\n "B\n  B\nCD\n  C D\nb\n`
    expect(outline(source)).toEqual([
      'identifier a',
      'opaque <<A',
      'operator ,',
      "opaque <<~'B'",
      'operator ,',
      'opaque <<-"C D"',
      'identifier b',
    ])
    expect(outline(source.replaceAll('\n', '\r\n'))).toEqual(outline(source))
  })

  test('gives strings the span between their quotes', () => {
    const source = `gem %q{a}, "b#{c}d"`
    const spans = tokenizeRuby(source).flatMap(({ string }) =>
      string ? [source.slice(string.span.start, string.span.end)] : [],
    )
    expect(spans).toEqual(['a', 'b#{c}d'])
  })

  test.each([
    ["'a", 0],
    ['x = "a', 4],
    ['%w[a', 2],
    ['"#{', 3],
    ['<<~A\nb', 0],
    ['a\n=begin\nb', 2],
    ['/a', 0],
  ])('refuses %j', (source, offset) => {
    expect(() => tokenizeRuby(source)).toThrow(ManifestSyntaxError)
    try {
      tokenizeRuby(source)
    } catch (error) {
      expect((error as ManifestSyntaxError).offset).toBe(offset)
    }
  })

  test('refuses strings in strings without end', () => {
    expect(() => tokenizeRuby('"#{'.repeat(1000))).toThrow(ManifestSyntaxError)
  })
})
