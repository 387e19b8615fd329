import { describe, expect, test } from '@jest/globals'
import { ManifestSyntaxError } from '../../../src/manifests/format.ts'
import { readXml, readXmlAgain } from '../../../src/manifests/syntax/xml.ts'
import { childrenOf, contentOf, elementsOf, textOf } from '../../../src/manifests/syntax/xml-tree.ts'

describe('readXml', () => {
  test('gives elements, attributes and runs with exact spans', () => {
    const text = `<?xml version="1.0"?>\r\n<!-- c --><a x = 'y&gt;'>t&#65;<b/><![CDATA[<&]]></a >\r\n`
    const root = readXml(text)
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
    expect(at(root.span)).toBe(`<a x = 'y&gt;'>t&#65;<b/><![CDATA[<&]]></a >`)
    expect(root.attributes.map(({ name, span, text: value }) => [name, at(span), value])).toEqual([
      ['x', 'y&gt;', 'y>'],
    ])
    expect(
      root.children.map((child) => [child.kind, at(child.span), child.kind === 'element' ? child.name : child.text]),
    ).toEqual([
      ['text', 't&#65;', 'tA'],
      ['element', '<b/>', 'b'],
      ['cdata', '<&', '<&'],
    ])
  })

  test('walks elements in document order, however deep', () => {
    expect([...elementsOf(readXml('<a><b><c/></b><d/></a>'))].map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd'])
    const depth = 100_000
    expect([...elementsOf(readXml('<a>'.repeat(depth) + '</a>'.repeat(depth)))]).toHaveLength(depth)
  })

  test.each([
    ['', 0],
    ['  \n', 3],
    ['x', 0],
    ['<a>', 0],
    ['<a></b>', 3],
    ['</a>', 0],
    ['<a/><b/>', 4],
    ['<a/>x', 4],
    ['<a b/>', 4],
    ['<a b=c/>', 5],
    ['<a b="c"d="e"/>', 8],
    ['<a b="1" b="2"/>', 9],
    ['<a b="<"/>', 6],
    ['<a b="/>', 5],
    ['<a>&</a>', 3],
    ['<a>& amp;</a>', 3],
    ['<a>&#0;</a>', 3],
    ['<a>&#xD800;</a>', 3],
    ['<a>&#x110000;</a>', 3],
    ['<a>]]></a>', 3],
    ['<a><!-- -- --></a>', 8],
    ['<a><!-- </a>', 3],
    ['<a><![CDATA[</a>', 3],
    ['<a><? x </a>', 3],
    ['<![CDATA[x]]>', 0],
    [' <?xml version="1.0"?><a/>', 1],
    ['<a>\u0000</a>', 3],
    ['<1/>', 1],
  ])('refuses %j at %i', (text, offset) => {
    expect(syntaxError(() => readXml(text))).toBe(offset)
  })

  test.each([
    '<!DOCTYPE a><a/>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<!DOCTYPE a [<!ENTITY v "1.0">]><a>&v;</a>',
    '<a><!ENTITY v "1.0"></a>',
    '<!doctype a><a/>',
    '<a/><!DOCTYPE a>',
  ])('refuses the document type of %j, and so does the second reading', (text) => {
    expect(syntaxError(() => readXml(text))).toBe(text.indexOf('<!'))
    expect(syntaxError(() => readXmlAgain(text))).toBe(text.indexOf('<!'))
  })

  test('leaves a named reference it does not know as written', () => {
    expect(textOf(readXml('<a>J&oslash;rn</a>'))).toBe('J&oslash;rn')
  })
})

test.each([
  ['<a> \n1.0\t</a>', '1.0', 5, 8],
  ['<a><!-- 2 --> 1.0 <!-- 3 --></a>', '1.0', 14, 17],
  ['<a><![CDATA[ 1.0 ]]></a>', '1.0', 13, 16],
  ['<a>&#49;.0</a>', '1.0', 3, 10],
])('contentOf %j is its one run', (text, content, start, end) => {
  expect(contentOf(readXml(text))).toEqual({ text: content, span: { start, end } })
})

test.each([
  ['<a/>', 'blank'],
  ['<a> <!-- x --> </a>', 'blank'],
  ['<a>1.<!-- x -->0</a>', 'mixed'],
  ['<a>1.0<b/></a>', 'mixed'],
])('contentOf %j is %s', (text, verdict) => {
  expect(contentOf(readXml(text))).toBe(verdict)
})

test('childrenOf gives direct children only, by name if asked', () => {
  const root = readXml('<a><b/>x<c><b/></c><b/></a>')
  expect(childrenOf(root).map(({ name }) => name)).toEqual(['b', 'c', 'b'])
  expect(childrenOf(root, 'b')).toHaveLength(2)
})

describe('readXmlAgain', () => {
  test('sees text, attributes, comments and CDATA, and no more than they hold', () => {
    const seen = JSON.stringify(readXmlAgain('<a b="1.0"><!-- 1.1 --><c> 1.2 </c><![CDATA[1.3]]></a>'))
    for (const version of ['1.0', '1.1', '1.2', '1.3']) expect(seen).toContain(version)
  })

  test('says so when a document is out of its reach', () => {
    expect(syntaxError(() => readXmlAgain(`<a>${' '.repeat(2 ** 21)}</a>`))).toBe(2 ** 21)
    expect(syntaxError(() => readXmlAgain('<a>'.repeat(1e5) + '</a>'.repeat(1e5)))).toBe(0)
  })
})

function syntaxError(read: () => unknown): number | undefined {
  try {
    read()
  } catch (error) {
    if (error instanceof ManifestSyntaxError) return error.offset
    throw error
  }
  return undefined
}
