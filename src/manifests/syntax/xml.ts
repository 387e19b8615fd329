import { XMLParser } from 'fast-xml-parser'
import { ManifestSyntaxError } from '../format.ts'
import type { XmlAttribute, XmlElement, XmlRun } from './xml-tree.ts'

interface OpenElement {
  kind: 'element'
  name: string
  parent: XmlElement | undefined
  attributes: XmlAttribute[]
  children: (XmlElement | XmlRun)[]
  span: { start: number; end: number }
}

const BLANK = /[ \t\r\n]*/y
const NAME = /[A-Za-z_:\u0080-\uffff][-.\w:\u0080-\uffff]*/y
const REFERENCE = /&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z_][\w.-]*));/y
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * readXml reads a well-formed document into a tree with exact spans. No recursion, linear in the text. Throws a
 * ManifestSyntaxError for anything that is not well-formed, and for a DOCTYPE: entities could put a version anywhere.
 */
export function readXml(text: string): XmlElement {
  return new Reader(text).document()
}

class Reader {
  private readonly source: string
  private at = 0
  private root: OpenElement | undefined
  private current: OpenElement | undefined
  private readonly open: OpenElement[] = []

  constructor(source: string) {
    this.source = source
  }

  document(): XmlElement {
    const forbidden = FORBIDDEN.exec(this.source)
    if (forbidden) throw new ManifestSyntaxError('a control character that XML does not allow', forbidden.index)
    while (this.at < this.source.length) this.node()
    if (this.current) throw new ManifestSyntaxError(`<${this.current.name}> is never closed`, this.current.span.start)
    if (!this.root) throw new ManifestSyntaxError('no root element', this.source.length)
    return this.root
  }

  private node(): void {
    const { source, at } = this
    if (source[at] !== '<') this.characters()
    else if (source.startsWith('</', at)) this.endTag()
    else if (source.startsWith('<!--', at)) this.comment()
    else if (source.startsWith('<![CDATA[', at)) this.cdata()
    else if (source.startsWith('<?', at)) this.instruction()
    else if (source.startsWith('<!', at)) throw new ManifestSyntaxError('a document type is not accepted', at)
    else this.startTag()
  }

  private characters(): void {
    const start = this.at
    const found = this.source.indexOf('<', start)
    const end = found < 0 ? this.source.length : found
    this.at = end
    const raw = this.source.slice(start, end)
    if (!this.current) {
      if (/[^ \t\r\n]/.test(raw)) throw new ManifestSyntaxError('text outside the root element', start)
      return
    }
    const bad = raw.indexOf(']]>')
    if (bad >= 0) throw new ManifestSyntaxError(']]> outside a CDATA section', start + bad)
    this.current.children.push({ kind: 'text', span: { start, end }, text: this.resolve(raw, start) })
  }

  private comment(): void {
    const end = this.source.indexOf('--', this.at + 4)
    if (end < 0) throw new ManifestSyntaxError('a comment is never closed', this.at)
    if (this.source[end + 2] !== '>') throw new ManifestSyntaxError('-- inside a comment', end)
    this.at = end + 3
  }

  private cdata(): void {
    const start = this.at + 9
    const end = this.source.indexOf(']]>', start)
    if (end < 0) throw new ManifestSyntaxError('a CDATA section is never closed', this.at)
    if (!this.current) throw new ManifestSyntaxError('a CDATA section outside the root element', this.at)
    this.current.children.push({ kind: 'cdata', span: { start, end }, text: this.source.slice(start, end) })
    this.at = end + 3
  }

  private instruction(): void {
    const start = this.at
    const end = this.source.indexOf('?>', start + 2)
    if (end < 0) throw new ManifestSyntaxError('a processing instruction is never closed', start)
    this.at += 2
    const target = this.name()
    if (target.toLowerCase() === 'xml' && start > 0) {
      throw new ManifestSyntaxError('the XML declaration does not stand at the very start', start)
    }
    this.at = end + 2
  }

  private endTag(): void {
    const start = this.at
    this.at += 2
    const name = this.name()
    this.blank()
    this.expect('>')
    const element = this.current
    if (element?.name !== name) throw new ManifestSyntaxError(`</${name}> closes nothing`, start)
    element.span.end = this.at
    this.open.pop()
    this.current = this.open.at(-1)
  }

  private startTag(): void {
    const start = this.at
    this.at += 1
    const element: OpenElement = {
      kind: 'element',
      name: this.name(),
      parent: this.current,
      attributes: [],
      children: [],
      span: { start, end: start },
    }
    this.attributes(element.attributes)
    const empty = this.source[this.at] === '/'
    if (empty) this.at += 1
    this.expect('>')
    element.span.end = this.at
    if (this.current) this.current.children.push(element)
    else if (this.root) throw new ManifestSyntaxError('a second root element', start)
    else this.root = element
    if (empty) return
    this.open.push(element)
    this.current = element
  }

  private attributes(into: XmlAttribute[]): void {
    const seen = new Set<string>()
    for (;;) {
      const gap = this.blank()
      const next = this.source[this.at]
      if (next === '>' || next === '/' || next === undefined) return
      if (!gap) throw new ManifestSyntaxError('white space is missing in a tag', this.at)
      const start = this.at
      const name = this.name()
      if (seen.has(name)) throw new ManifestSyntaxError(`the attribute ${name} stands twice`, start)
      seen.add(name)
      this.blank()
      this.expect('=')
      this.blank()
      into.push(this.attributeValue(name))
    }
  }

  private attributeValue(name: string): XmlAttribute {
    const quote = this.source[this.at]
    if (quote !== '"' && quote !== "'") throw new ManifestSyntaxError(`the value of ${name} is not quoted`, this.at)
    const start = this.at + 1
    const end = this.source.indexOf(quote, start)
    if (end < 0) throw new ManifestSyntaxError(`the value of ${name} is never closed`, this.at)
    const raw = this.source.slice(start, end)
    if (raw.includes('<')) throw new ManifestSyntaxError(`< in the value of ${name}`, start)
    this.at = end + 1
    return { name, span: { start, end }, text: this.resolve(raw, start) }
  }

  /** Named references other than the five stay as written: Maven knows some of HTML's, and none occurs in a version. */
  private resolve(raw: string, offset: number): string {
    let from = raw.indexOf('&')
    if (from < 0) return raw
    let resolved = raw.slice(0, from)
    while (from >= 0) {
      REFERENCE.lastIndex = from
      const match = REFERENCE.exec(raw)
      if (!match) throw new ManifestSyntaxError('& that begins no reference', offset + from)
      resolved += this.referenced(match, offset + from)
      const rest = REFERENCE.lastIndex
      from = raw.indexOf('&', rest)
      resolved += raw.slice(rest, from < 0 ? raw.length : from)
    }
    return resolved
  }

  private referenced([whole, hex, decimal, name]: RegExpExecArray, offset: number): string {
    if (name !== undefined) return PREDEFINED.get(name) ?? whole
    const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16)
    const allowed = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    if (!allowed || FORBIDDEN.test(String.fromCodePoint(code))) {
      throw new ManifestSyntaxError('a reference to a character that XML does not allow', offset)
    }
    return String.fromCodePoint(code)
  }

  private name(): string {
    NAME.lastIndex = this.at
    const match = NAME.exec(this.source)
    if (!match) throw new ManifestSyntaxError('a name is missing', this.at)
    this.at = NAME.lastIndex
    return match[0]
  }

  private blank(): boolean {
    const start = this.at
    BLANK.lastIndex = start
    BLANK.test(this.source)
    this.at = BLANK.lastIndex
    return this.at > start
  }

  private expect(character: string): void {
    if (this.source[this.at] !== character) throw new ManifestSyntaxError(`${character} is missing`, this.at)
    this.at += 1
  }
}

const BOUND = 1 << 21

/**
 * readXmlAgain reads with another parser, as plain data: order, comments and CDATA included. Throws a
 * ManifestSyntaxError for what is out of that parser's reach (a document type, very large or very deep documents).
 */
export function readXmlAgain(text: string): unknown {
  if (text.length > BOUND) throw new ManifestSyntaxError('too large for a second reading', BOUND)
  const type = /<!(?:DOCTYPE|ENTITY)/i.exec(text)
  if (type) throw new ManifestSyntaxError('a document type is not accepted', type.index)
  try {
    return secondParser().parse(text)
  } catch (error) {
    throw new ManifestSyntaxError(Error.isError(error) ? error.message : String(error), 0)
  }
}

function secondParser(): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    commentPropName: '#comment',
    cdataPropName: '#cdata',
  })
}
