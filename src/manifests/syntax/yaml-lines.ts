/** A text that the reader of YAML does not take on itself to understand; another reader may. */
export class BeyondReader extends Error {
  readonly offset: number
  constructor(what: string, offset: number) {
    super(what)
    this.offset = offset
  }
}

/** The next line that is neither blank nor a comment. */
export interface YamlLine {
  readonly indent: number
  /** Where its first character stands. */
  readonly at: number
  /** True when a comment line stands between it and the line before. */
  readonly afterComment: boolean
}

/** Characters that YAML forbids, or that some readers take for line ends or spaces. */
const STRANGE = /[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)/

/** The lines of a document, one after the other; comments, blank lines and document markers are taken care of here. */
export class YamlLines {
  readonly text: string
  /** Undefined at the end of the document. */
  line: YamlLine | undefined
  #place: 'before' | 'within' | 'behind' = 'before'

  constructor(text: string) {
    this.text = text
    const strange = STRANGE.exec(text)
    if (strange) throw new BeyondReader('a character that is not of every YAML', strange.index)
    this.line = this.#find(0, false)
  }

  /** Goes on to the next line behind an offset, from where on only blanks and a comment may stand in its own line. */
  nextLine(from: number): void {
    const end = this.#restOfLine(from)
    this.line = this.#find(end + 1, false)
  }

  /**
   * Goes on behind the text of a block scalar whose head ends at an offset: lines that are blank, or indented as deep as
   * its first line.
   */
  skipBlock(head: number, parent: number): void {
    let start = this.#restOfLine(head) + 1
    let depth: number | undefined
    for (; start < this.text.length; start = this.endOfLine(start) + 1) {
      const at = this.skipSpaces(start)
      const indent = at - start
      if (/[\r\n]|^$/.test(this.text[at] ?? '')) {
        if (depth === undefined && indent > parent + 1) throw new BeyondReader('a blank line that is indented', at)
        continue
      }
      if (indent <= parent) break
      depth ??= indent
      if (indent < depth || this.text[start + depth] === '\t') throw new BeyondReader('a block of text', at)
    }
    this.line = this.#find(start, false)
  }

  /** Where the line of an offset ends: at its line feed, a carriage return before it included, or the end of the text. */
  endOfLine(at: number): number {
    const end = this.text.indexOf('\n', at)
    return end === -1 ? this.text.length : end
  }

  /** True when nothing but a comment follows in this line. */
  isAtEnd(at: number): boolean {
    const unit = this.text[at]
    return unit === undefined || unit === '\n' || unit === '\r' || unit === '#'
  }

  skipSpaces(at: number): number {
    let next = at
    while (this.text[next] === ' ') next++
    return next
  }

  #restOfLine(from: number): number {
    const at = this.skipSpaces(from)
    if (!this.isAtEnd(at)) throw new BeyondReader('something behind a value', at)
    if (this.text[at] === '#' && this.text[at - 1] !== ' ') throw new BeyondReader('a number sign behind a value', at)
    return this.endOfLine(at)
  }

  #find(from: number, seen: boolean): YamlLine | undefined {
    let afterComment = seen
    for (let start = from; start < this.text.length; start = this.endOfLine(start) + 1) {
      const at = this.skipSpaces(start)
      if (this.text[at] === '#') afterComment = true
      else if (this.text[at] === '\t') throw new BeyondReader('a tab in front of a text', at)
      else if (!this.isAtEnd(at)) return this.#significant({ indent: at - start, at, afterComment }, start)
    }
    return undefined
  }

  /** `---` opens the document when it stands before all else; `...` ends it when nothing follows. */
  #significant(line: YamlLine, start: number): YamlLine | undefined {
    const marker =
      line.indent === 0 ? /^(?:---|\.\.\.)(?= |\r|$)|^%/.exec(this.text.slice(line.at, this.endOfLine(start))) : null
    const after = this.skipSpaces(line.at + 3)
    const opens = marker?.[0] === '---' && this.#place === 'before'
    const ends = marker?.[0] === '...' && this.#place !== 'behind'
    if (this.#place === 'behind' || (marker && !(opens || ends)) || (marker && !this.isAtEnd(after))) {
      throw new BeyondReader('a second document or a directive', line.at)
    }
    this.#place = ends ? 'behind' : 'within'
    return marker ? this.#find(this.endOfLine(start) + 1, false) : line
  }
}
