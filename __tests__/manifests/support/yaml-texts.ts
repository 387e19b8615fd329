import fc from 'fast-check'

type Data =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [string, Data])[] }
  | { readonly kind: 'list'; readonly items: readonly Data[] }
  | { readonly kind: 'nothing' }

const words = fc.constantFrom(
  ...['b', 'left-pad', '^1.0.0', '~1.2', '1.0.0', '1.2.3 || ^2.0.0', '<2.0.0', 'npm:@s/b@^1', 'a>b', 'x#y', 'a:b'],
  ...[
    "it's",
    'say "so"',
    '@s/b',
    '>=1 <2',
    '*',
    '- ',
    '',
    ' blank ',
    'tab\tand\\slash',
    'é',
    '😀',
    '#',
    'a: b',
    '{',
    '<<',
  ],
)

const { map: maps } = fc.letrec<{ node: Data; map: Data; list: Data }>((tie) => ({
  map: fc
    .uniqueArray(fc.tuple(words, tie('node')), { selector: ([key]) => key, minLength: 1, maxLength: 4 })
    .map((entries) => ({ kind: 'map', entries })),
  list: fc.array(tie('node'), { maxLength: 3 }).map((items) => ({ kind: 'list', items })),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: words.map((text) => ({ kind: 'word', text }) as const) },
    { weight: 3, arbitrary: tie('map') },
    { weight: 2, arbitrary: tie('list') },
    fc
      .array(fc.constantFrom('one', 'two # 2', '', 'a: b'), { minLength: 2, maxLength: 3 })
      .map((lines) => ({ kind: 'lines', lines }) as const),
    fc.constant({ kind: 'nothing' }),
  ),
}))

/** Needs no quotes, wherever it stands. */
const isPlain = (text: string) => /^[\w^~<é😀](?:[^,[\]{}#:\s]|[#:](?=\S)| (?=[^#\s]))*$/u.test(text) && text !== '<<'

/** Prints YAML, taking its choices of style from a list of numbers, round and round. */
class Printer {
  readonly #choices: readonly number[]
  readonly #out: string[] = []
  /** Anchors whose nodes have been printed in whole: only they may be repeated. */
  readonly #anchors: string[] = []
  #next = 0

  constructor(choices: readonly number[]) {
    this.#choices = choices
  }

  print(root: Data): string {
    this.#out.push(this.#pick('', '# head\n', '---\n', '\n--- # opens\n'))
    this.#block(root, this.#pick('', '', ' '))
    this.#out.push(this.#pick('', '', '...\n', '# foot\n'))
    const text = this.#out.join('')
    return this.#pick(text, text, text.replaceAll('\n', '\r\n'), text.trimEnd())
  }

  #pick<T>(...options: readonly T[]): T {
    const choice = this.#choices[this.#next++ % this.#choices.length] ?? 0
    return options[choice % options.length] as T
  }

  /** The entries of a mapping or the items of a list, each on lines of its own. */
  #block(node: Data, indent: string): void {
    if (node.kind === 'map') {
      for (const [key, value] of node.entries) {
        this.#out.push(
          this.#pick('', '', '\n', `${indent}# note\n`, '#\n'),
          indent,
          this.#scalar(key),
          this.#pick('', '', ' '),
          ':',
        )
        this.#value(value, indent, this.#pick('', '  ', '    '))
      }
    } else if (node.kind === 'list') {
      for (const item of node.items) {
        this.#out.push(indent, '-')
        this.#value(item, indent, this.#pick('  ', '   '))
      }
    }
  }

  #value(node: Data, indent: string, deeper: string): void {
    const isList = node.kind === 'list' && node.items.length > 0
    const isNested = node.kind === 'map' || isList
    const below = indent + (deeper === '' && !(isList && this.#out.at(-1) === ':') ? '  ' : deeper)
    if (node.kind === 'lines') this.#lines(node.lines, below === indent ? `${indent} ` : below)
    else if (isNested && this.#pick(true, true, false)) {
      const anchor = below === indent ? '' : this.#anchor()
      this.#out.push(anchor === '' ? '' : ` &${anchor}`, this.#pick('', ' # below', ' '), '\n')
      this.#block(node, below)
      if (anchor !== '') this.#anchors.push(anchor)
    } else {
      const inline = this.#flow(node)
      this.#out.push(
        inline === '' ? '' : this.#pick(' ', '   ') + inline,
        this.#pick('', '', ' # why', '   #: {', ' '),
        '\n',
      )
    }
  }

  #lines(lines: readonly string[], indent: string): void {
    const [first = '', ...more] = lines
    const text = (line: string) => (line === '' ? '\n' : `${indent}${line}\n`)
    if (first === '' || this.#pick(true, false)) {
      this.#out.push(this.#pick(' |', ' >-', ' | # text'), '\n', ...['first', ...lines].map(text))
    } else {
      const quote = this.#pick('"', "'")
      this.#out.push(` ${quote}${first}\n`, ...more.map(text), `${indent}end${quote}\n`)
    }
  }

  #anchor(): string {
    return this.#pick('', '', '', `a${this.#next}`)
  }

  #flow(node: Data): string {
    const gap = this.#pick('', ' ')
    const comma = this.#pick(',', ', ', ' , ')
    const wrap = (open: string, items: readonly string[], close: string) =>
      `${open}${gap}${items.join(comma)}${items.length > 0 ? this.#pick('', ',') : ''}${gap}${close}`
    switch (node.kind) {
      case 'word':
        return this.#word(node.text)
      case 'map':
        return wrap(
          '{',
          node.entries.map(([key, value]) => `${this.#scalar(key)}: ${this.#flow(value)}`),
          '}',
        )
      case 'list':
        return wrap(
          '[',
          node.items.filter(({ kind }) => kind !== 'nothing').map((item) => this.#flow(item)),
          ']',
        )
      case 'lines':
        return this.#scalar(node.lines.join(' '))
      case 'nothing':
        return ''
    }
  }

  #word(text: string): string {
    const known = this.#pick(undefined, undefined, this.#anchors.at(-1))
    if (known !== undefined) return `*${known}`
    const anchor = this.#anchor()
    if (anchor !== '') this.#anchors.push(anchor)
    return (anchor === '' ? '' : `&${anchor} `) + this.#scalar(text)
  }

  #scalar(text: string): string {
    const single = `'${text.replaceAll("'", "''")}'`
    const double = JSON.stringify(text)
    const escaped = double.replace(/(?<!\\)[a-z]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)
    return isPlain(text) ? this.#pick(text, text, text, single, escaped) : this.#pick(single, double, escaped)
  }
}

/** Documents of the YAML that stands in manifests, in many spellings: all of them correct. */
export const yamlTexts: fc.Arbitrary<string> = fc
  .tuple(maps, fc.array(fc.nat(1000), { minLength: 5, maxLength: 40 }))
  .map(([root, choices]) => new Printer(choices).print(root))
