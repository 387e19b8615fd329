export const id = 803;
export const ids = [803];
export const modules = {

/***/ 12589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ fileDiff)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37291);

/** A unified diff of one file with three lines of context, as `git diff` would show it. */
function fileDiff(path, before, after) {
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .createTwoFilesPatch */ .ss)(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
    // The first line is a ruler of jsdiff's own that no diff viewer needs.
    const diff = patch.replace(/^=+\n/, '');
    return { path, diff };
}


/***/ }),

/***/ 77807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Dw: () => (/* reexport */ adoptedFormat),
  MK: () => (/* reexport */ decodeManifest),
  Gb: () => (/* reexport */ encodeManifest),
  Ce: () => (/* reexport */ findableManifests),
  O4: () => (/* reexport */ lockfilesOf),
  Sd: () => (/* reexport */ manifestFormatOf),
  q3: () => (/* reexport */ planEdit),
  Sq: () => (/* reexport */ relatedPaths)
});

// EXTERNAL MODULE: ./node_modules/@iarna/toml/toml.js
var toml = __webpack_require__(64572);
;// CONCATENATED MODULE: ./lib/manifests/syntax/toml.js

/**
 * tomlData is the second reading, by another parser. Throws where that parser, which knows TOML 0.5 only, does not
 * follow: then there is no second reading.
 */
function tomlData(text) {
    return toml.parse(text);
}
/** tomlAt is the node under the keys; undefined when one is missing or no table holds it. */
function tomlAt(from, ...keys) {
    let node = from;
    for (const key of keys)
        node = node?.kind === 'table' ? node.entries.get(key)?.node : undefined;
    return node;
}
/** tomlEntries lists a table's keys with their values; nothing for any other node. */
function tomlEntries(node) {
    return node?.kind === 'table' ? node.entries : [];
}
/** tomlText is what a string node means; undefined for any other node. */
function tomlText(node) {
    return node?.kind === 'string' ? node.content.text : undefined;
}
/** isTrue tells a flag that is set. */
function isTrue(node) {
    return node?.kind === 'scalar' && node.text === 'true';
}

;// CONCATENATED MODULE: ./lib/manifests/format.js
/**
 * The words of the manifests room: text in, splices out. Types only, so that every other file of the room, and the
 * rooms above it, can stand on them without a circle.
 */
/** A text that does not follow its format's grammar; `offset` points into the text that was scanned. */
class ManifestSyntaxError extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.name = 'ManifestSyntaxError';
        this.offset = offset;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/logical-text.js
/** LogicalTextBuilder collects pieces of one source in order; both methods take half-open ranges of it. */
class LogicalTextBuilder {
    #source;
    #pieces = [];
    #runs = [];
    #length = 0;
    constructor(source) {
        this.#source = source;
    }
    /** Adds the source from `start` to `end` as it stands. */
    copy(start, end) {
        if (end > start)
            this.#add(this.#source.slice(start, end), start, end - start);
    }
    /** Adds `decoded`, which is what the source from `start` to `end` means (an escape, a line end). */
    decode(decoded, start, end) {
        if (decoded !== '')
            this.#add(decoded, start, end - start);
    }
    build() {
        return { source: this.#source, text: this.#pieces.join(''), runs: this.#runs };
    }
    #add(piece, source, width) {
        this.#pieces.push(piece);
        this.#runs.push({ at: this.#length, length: piece.length, source, width });
        this.#length += piece.length;
    }
}
/** plainText is the logical text of source that means itself. */
function plainText(source, start = 0, end = source.length) {
    const length = end - start;
    const runs = length === 0 ? [] : [{ at: 0, length, source: start, width: length }];
    return { source, text: source.slice(start, end), runs };
}
/** The index of the run that holds the logical offset; the last one for the offset after the end. */
function runAt({ runs }, offset) {
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (runs[middle].at <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
function isCopied(run) {
    return run.length === run.width;
}
/** The source offset where the logical character at `offset` starts; after the last one, the end of it. */
function sourceStart(logical, offset) {
    const run = logical.runs[runAt(logical, offset)];
    if (run === undefined)
        return 0;
    const inside = offset - run.at;
    if (inside >= run.length)
        return run.source + run.width;
    return isCopied(run) ? run.source + inside : run.source;
}
/** The source offset just behind the logical character before `offset`. */
function sourceEnd(logical, offset) {
    if (offset === 0)
        return sourceStart(logical, 0);
    const run = logical.runs[runAt(logical, offset - 1)];
    return isCopied(run) ? run.source + offset - run.at : run.source + run.width;
}
/** spanOf is the source span of the logical range; for an empty range, the point behind the character before it. */
function spanOf(logical, from, to) {
    if (from >= to) {
        const at = sourceEnd(logical, from);
        return { start: at, end: at };
    }
    return { start: sourceStart(logical, from), end: sourceEnd(logical, to) };
}
/** True when nothing of the source between the ends of the range is left out of the logical text. */
function isUnbroken(logical, from, to) {
    if (from >= to)
        return true;
    const last = runAt(logical, to - 1);
    for (let index = runAt(logical, from); index < last; index += 1) {
        const run = logical.runs[index];
        if (run.source + run.width !== logical.runs[index + 1].source)
            return false;
    }
    return true;
}
/** partOf is the constraint part that stands at the logical range. */
function partOf(logical, from, to) {
    return { span: spanOf(logical, from, to), text: logical.text.slice(from, to) };
}
/** joined is the texts of one source, one behind the other. */
function joined(texts) {
    const [only] = texts;
    if (only !== undefined && texts.length === 1)
        return only;
    const runs = [];
    let length = 0;
    for (const { text, runs: own } of texts) {
        for (const run of own)
            runs.push({ ...run, at: run.at + length });
        length += text.length;
    }
    return { source: only?.source ?? '', text: texts.map(({ text }) => text).join(''), runs };
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/toml-strings.js


const shortEscapes = {
    b: '\b',
    t: '\t',
    n: '\n',
    f: '\f',
    r: '\r',
    e: '\u001b',
    '"': '"',
    '\\': '\\',
};
const hexLength = { x: 2, u: 4, U: 8 };
const lineContinuation = /\\[ \t]*\r?\n[ \t\r\n]*/y;
/** readTomlString reads the string whose opening quote stands at `at`. Multi-line ones only where a value may stand. */
function readTomlString(text, at, multiline) {
    const quote = text[at];
    const escapes = quote === '"';
    const triple = quote.repeat(3);
    if (!text.startsWith(triple, at))
        return readContent(text, at + 1, quote, escapes);
    if (!multiline)
        throw new ManifestSyntaxError('a key takes no multi-line string', at);
    return readContent(text, at + 3 + lineEndLength(text, at + 3), triple, escapes);
}
/** The length of the line end at `at`: 0, 1 or 2. A carriage return alone is none. */
function lineEndLength(text, at) {
    if (text[at] === '\n')
        return 1;
    return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 0;
}
function readContent(text, start, closing, escapes) {
    let builder;
    let copied = start;
    const decode = (meaning, from, end) => {
        builder ??= new LogicalTextBuilder(text);
        builder.copy(copied, from);
        builder.decode(meaning, from, end);
        copied = end;
        return end;
    };
    for (let at = start; at < text.length;) {
        const character = text[at];
        if (character === closing[0] && text.startsWith(closing, at)) {
            const stop = contentEnd(text, at, closing);
            builder?.copy(copied, stop);
            return { content: builder?.build() ?? plainText(text, start, stop), end: stop + closing.length };
        }
        if (character === '\\' && escapes)
            at = readEscape(text, at, closing.length === 3, decode);
        else
            at = readCharacter(text, at, closing.length === 3, decode);
    }
    throw new ManifestSyntaxError('a string is not closed', start - closing.length);
}
/** One or two quotes right before the closing three belong to the content. */
function contentEnd(text, at, closing) {
    if (closing.length === 1)
        return at;
    let end = at;
    while (end < at + 2 && text[end + 3] === closing[0])
        end += 1;
    return end;
}
/** A character that means itself; a CRLF, which means LF. */
function readCharacter(text, at, multiline, decode) {
    const code = text.charCodeAt(at);
    if ((code >= 0x20 && code !== 0x7f) || code === 0x09)
        return at + 1;
    const lineEnd = multiline ? lineEndLength(text, at) : 0;
    if (lineEnd === 0)
        throw new ManifestSyntaxError('a string holds a line end or control character', at);
    return lineEnd === 2 ? decode('\n', at, at + 2) : at + 1;
}
function readEscape(text, at, multiline, decode) {
    const letter = text[at + 1] ?? '';
    const short = shortEscapes[letter];
    if (short !== undefined)
        return decode(short, at, at + 2);
    const length = hexLength[letter];
    if (length !== undefined)
        return decode(codePoint(text, at + 2, length), at, at + 2 + length);
    lineContinuation.lastIndex = at;
    if (multiline && lineContinuation.test(text))
        return decode('', at, lineContinuation.lastIndex);
    throw new ManifestSyntaxError('an escape that TOML does not know', at);
}
function codePoint(text, at, length) {
    const digits = text.slice(at, at + length);
    const code = digits.length === length && /^[\da-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
    const isScalar = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    if (!isScalar)
        throw new ManifestSyntaxError('an escape that is no character', at);
    return String.fromCodePoint(code);
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/toml-reader.js


/**
 * readToml reads a TOML 1.1 document into one tree, in which headers, inline tables and dotted keys are merged. Throws
 * ManifestSyntaxError for what the grammar rejects, repeated keys included, and for brackets nested deeper than 200.
 */
function readToml(text) {
    return new TomlReader(text).document();
}
const maxDepth = 200;
const blank = /[ \t]*/y;
const bareKey = /[A-Za-z0-9_-]+/y;
const comment = /#[^\x00-\x08\x0a-\x1f\x7f]*/y;
const scalar = /\d{4}-\d\d-\d\d [\d:.Zz+-]+|[A-Za-z0-9_.:+-]+/y;
const scalarShapes = [
    /^(?:true|false)$/,
    /^[+-]?(?:inf|nan)$/,
    /^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/,
    /^0(?:x[\da-fA-F](?:_?[\da-fA-F])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/,
    /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/,
];
const date = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/;
class TomlReader {
    #text;
    #at = 0;
    /** Arrays that `[[name]]` headers opened: only those may grow. */
    #grown = new Set();
    constructor(text) {
        this.#text = text;
    }
    document() {
        const root = newTable(0, 'header');
        let current = root;
        for (this.#space(); this.#at < this.#text.length; this.#space()) {
            if (this.#text[this.#at] === '[')
                current = this.#header(root);
            else
                this.#pair(current, 0);
            this.#endOfLine();
        }
        return root;
    }
    #header(root) {
        const brackets = this.#text.startsWith('[[', this.#at) ? 2 : 1;
        this.#at += brackets;
        const keys = this.#keys();
        if (!this.#text.startsWith(']'.repeat(brackets), this.#at))
            throw this.#error('a table header is not closed');
        this.#at += brackets;
        const last = keys.pop();
        let table = root;
        for (const key of keys)
            table = this.#enter(table, key);
        return brackets === 2 ? this.#element(table, last) : this.#opened(table, last);
    }
    /** The table that a header goes through; the last element of an array of tables. */
    #enter(table, key) {
        const known = table.entries.get(key.name)?.node;
        const node = known?.kind === 'array' && this.#grown.has(known) ? known.items[known.items.length - 1] : known;
        if (node === undefined)
            return put(table, key, newTable(key.at, 'implicit'));
        if (node.kind !== 'table' || node.origin === 'inline')
            throw repeated(key);
        return node;
    }
    #opened(table, key) {
        const known = table.entries.get(key.name)?.node;
        if (known === undefined)
            return put(table, key, newTable(key.at, 'header'));
        if (known.kind !== 'table' || known.origin !== 'implicit')
            throw repeated(key);
        known.origin = 'header';
        return known;
    }
    #element(table, key) {
        const known = table.entries.get(key.name)?.node;
        if (known !== undefined && !this.#grown.has(known))
            throw repeated(key);
        const array = known?.kind === 'array' ? known : put(table, key, { kind: 'array', at: key.at, items: [] });
        this.#grown.add(array);
        const element = newTable(key.at, 'header');
        array.items.push(element);
        return element;
    }
    /** `key = value`; a dotted key makes tables of its own. */
    #pair(table, depth) {
        const keys = this.#keys();
        const last = keys.pop();
        let owner = table;
        for (const key of keys) {
            const known = owner.entries.get(key.name)?.node;
            if (known !== undefined && (known.kind !== 'table' || known.origin !== 'dotted'))
                throw repeated(key);
            owner = known ?? put(owner, key, newTable(key.at, 'dotted'));
        }
        if (owner.entries.has(last.name))
            throw repeated(last);
        if (this.#text[this.#at] !== '=')
            throw this.#error('"=" is missing');
        this.#at += 1;
        this.#blank();
        put(owner, last, this.#value(depth));
    }
    #keys() {
        const keys = [];
        do {
            if (keys.length > 0)
                this.#at += 1;
            this.#blank();
            keys.push(this.#key());
            this.#blank();
        } while (this.#text[this.#at] === '.');
        return keys;
    }
    #key() {
        const at = this.#at;
        const quote = this.#text[at];
        if (quote === '"' || quote === "'") {
            const { content, end } = readTomlString(this.#text, at, false);
            this.#at = end;
            return { name: content.text, at };
        }
        if (!this.#skip(bareKey))
            throw this.#error('a key is missing');
        return { name: this.#text.slice(at, this.#at), at };
    }
    #value(depth) {
        const at = this.#at;
        const character = this.#text[at];
        if (depth > maxDepth)
            throw this.#error('brackets are nested too deeply');
        if (character === '[')
            return this.#array(depth);
        if (character === '{')
            return this.#inlineTable(depth);
        if (character !== '"' && character !== "'")
            return this.#scalar();
        const { content, end } = readTomlString(this.#text, at, true);
        this.#at = end;
        return { kind: 'string', at, content };
    }
    #array(depth) {
        const at = this.#at;
        const items = [];
        this.#list(']', () => items.push(this.#value(depth + 1)));
        return { kind: 'array', at, items };
    }
    #inlineTable(depth) {
        const table = newTable(this.#at, 'inline');
        this.#list('}', () => this.#pair(table, depth + 1));
        return table;
    }
    /** Reads items with commas between them, from behind the opening bracket to behind the closing one. */
    #list(closing, readItem) {
        const open = this.#at;
        this.#at += 1;
        for (this.#space(); this.#text[this.#at] !== closing; this.#space()) {
            if (this.#at >= this.#text.length)
                throw new ManifestSyntaxError('a bracket is not closed', open);
            readItem();
            this.#space();
            if (this.#text[this.#at] === ',')
                this.#at += 1;
            else if (this.#text[this.#at] !== closing)
                throw this.#error('a comma is missing');
        }
        this.#at += 1;
    }
    #scalar() {
        const at = this.#at;
        const text = this.#skip(scalar) ? this.#text.slice(at, this.#at) : '';
        if (!isDate(text) && !scalarShapes.some((shape) => shape.test(text)))
            throw new ManifestSyntaxError('a value is missing or wrong', at);
        return { kind: 'scalar', at, text };
    }
    #endOfLine() {
        this.#blank();
        this.#skip(comment);
        if (this.#at < this.#text.length && !this.#lineEnd())
            throw this.#error('a line end is missing');
    }
    /** White space, line ends and comments. */
    #space() {
        do {
            this.#blank();
            this.#skip(comment);
        } while (this.#lineEnd());
    }
    #lineEnd() {
        const length = this.#text[this.#at] === '\n' ? 1 : this.#text.startsWith('\r\n', this.#at) ? 2 : 0;
        this.#at += length;
        return length > 0;
    }
    #blank() {
        this.#skip(blank);
    }
    /** Goes over what the pattern takes here; false when that is nothing. */
    #skip(pattern) {
        pattern.lastIndex = this.#at;
        if (!pattern.test(this.#text) || pattern.lastIndex === this.#at)
            return false;
        this.#at = pattern.lastIndex;
        return true;
    }
    #error(message) {
        return new ManifestSyntaxError(message, this.#at);
    }
}
function isDate(text) {
    const [, year, month, day] = date.exec(text) ?? [];
    return day !== undefined && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}
function newTable(at, origin) {
    return { kind: 'table', at, entries: new Map(), origin };
}
function put(table, key, node) {
    table.entries.set(key.name, { at: key.at, node });
    return node;
}
function repeated({ name, at }) {
    return new ManifestSyntaxError(`"${name}" is defined twice`, at);
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/requirement.js
const namePattern = /[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/y;
const spacePattern = /\s*/y;
const extrasPattern = /\s*\[[A-Za-z0-9._\-,\s]*\]/y;
const clausePattern = /\s*(?:===|~=|==|!=|<=|>=|<|>)\s*[A-Za-z0-9._*+!-]+\s*/y;
function skip(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
}
/** readRequirement reads one requirement in the range; undefined when no name starts it. */
function readRequirement(text, from, to) {
    const line = text.slice(0, to);
    const at = skip(spacePattern, line, from);
    const afterName = skip(namePattern, line, at);
    if (afterName === at)
        return undefined;
    const nameEnd = skip(extrasPattern, line, afterName);
    const name = line.slice(at, afterName);
    const next = skip(spacePattern, line, nameEnd);
    // A name that ends in a separator is none, and words in a row are a sentence.
    if (/[._-]/.test(line[afterName] ?? '') || /[\p{L}\p{N}'"/]/u.test(line[next] ?? ''))
        return undefined;
    if (line[next] === '@')
        return { name, at, nameEnd, source: { kind: 'url', range: urlRange(line, next + 1) } };
    return { name, at, nameEnd, source: specifier(line, next) };
}
/** A URL runs to the first white space; only then may a marker follow. */
function urlRange(line, from) {
    const start = skip(spacePattern, line, from);
    return { from: start, to: skip(/\S*/y, line, start) };
}
function specifier(line, from) {
    const semicolon = line.indexOf(';', from);
    const end = semicolon === -1 ? line.length : semicolon;
    if (line[from] !== '(')
        return trimmedSpecifier(line, from, end);
    const close = line.lastIndexOf(')', end - 1);
    if (close < from || line.slice(close + 1, end).trim() !== '') {
        return { kind: 'specifier', range: { from, to: end }, wellFormed: false };
    }
    return trimmedSpecifier(line, from + 1, close);
}
function trimmedSpecifier(line, from, end) {
    const start = Math.min(skip(spacePattern, line, from), end);
    const to = start + line.slice(start, end).trimEnd().length;
    return {
        kind: 'specifier',
        range: { from: start, to },
        wellFormed: start === to || isSpecifierSet(line.slice(start, to)),
    };
}
/** Clauses with commas between them; one comma may trail. */
function isSpecifierSet(text) {
    let at = 0;
    while (at < text.length) {
        const end = skip(clausePattern, text, at);
        if (end === at)
            return false;
        at = end;
        if (at < text.length && text[at] !== ',')
            return false;
        at += 1;
    }
    return true;
}
/** A scheme, an optional user, the host with its port. */
const urlHead = /(?:[a-z][a-z0-9+.-]*:\/\/)(?:[^/@\s]*@)?([^/\s]*?)(?::\d+)?\//iy;
/** `git@github.com:owner/repo`, with or without `git+` and `ssh://` in front. */
const scpHead = /(?:git\+)?(?:ssh:\/\/)?[^/@:\s]+@([^/:\s]+):(?!\d+\/)/iy;
/** readVcsUrl reads the URL in the range: `git+https://host/o/b.git@v1#egg=b`. Undefined when it has no host or path. */
function readVcsUrl(text, { from, to }) {
    const url = text.slice(from, to);
    const head = matchAt(scpHead, url) ?? matchAt(urlHead, url);
    if (head === undefined)
        return undefined;
    const pathStart = head[0].length;
    const hash = url.indexOf('#', pathStart);
    const pathEnd = hash === -1 ? url.length : hash;
    const marker = url.lastIndexOf('@', pathEnd - 1);
    const hasRef = marker >= pathStart;
    const repository = repositoryPath(url.slice(pathStart, hasRef ? marker : pathEnd));
    if (repository === '')
        return undefined;
    const egg = hash === -1 ? undefined : /[#&]egg=([A-Za-z0-9._-]+)/.exec(url.slice(hash))?.[1];
    return {
        location: `${head[1]}/${repository}`,
        repository,
        ...(hasRef ? { ref: { from: from + marker + 1, to: from + pathEnd } } : {}),
        ...(egg === undefined ? {} : { egg }),
    };
}
function matchAt(pattern, text) {
    pattern.lastIndex = 0;
    return pattern.exec(text) ?? undefined;
}
function repositoryPath(path) {
    const parts = path.split('?')[0]?.split('/').filter(Boolean) ?? [];
    return parts.join('/').replace(/\.git$/i, '');
}

;// CONCATENATED MODULE: ./lib/manifests/formats/python-requirement.js


const vcsScheme = /^(?:(?:git|hg|svn|bzr)\+|git:\/\/)/i;
const placeholder = /\$\{[A-Za-z0-9_]+\}|%\(|\{\{/;
/**
 * requirementDeclaration is what one requirement (PEP 508) in the logical range declares; undefined when the text
 * starts with no package name. `options` tells of text behind the requirement that binds it to one file.
 */
function requirementDeclaration(logical, { from, to }, group, hashPinned = false) {
    const requirement = readRequirement(logical.text, from, to);
    if (requirement === undefined)
        return undefined;
    const { name, source, nameEnd } = requirement;
    const at = sourceStart(logical, requirement.at);
    if (source.kind === 'url')
        return urlDeclaration(logical, source.range, name, group, at);
    const value = source.wellFormed
        ? specifierValue(logical, source.range, nameEnd)
        : unsupported(logical.text.slice(source.range.from, source.range.to));
    return { role: 'package', names: [name], group, at, value: hashPinned ? pinnedByHash() : value };
}
function pinnedByHash() {
    return {
        kind: 'opaque',
        reason: 'hash-pinned',
        detail: 'the requirement is pinned by --hash, and the new version has other hashes',
        hint: 'Regenerate the file with the tool that wrote it (pip-compile --generate-hashes, uv pip compile), or give the new hashes.',
    };
}
function specifierValue(logical, range, nameEnd) {
    if (range.from === range.to) {
        const slot = { at: sourceEnd(logical, nameEnd), open: '', close: '' };
        return { kind: 'literal', dialect: 'pep440', parts: [], slot };
    }
    const part = specifierPart(logical, range);
    return part === undefined
        ? unsupported(logical.text.slice(range.from, range.to))
        : { kind: 'literal', dialect: 'pep440', parts: [part] };
}
/** A specifier that a continuation splits is taken as it stands: the dialect reads the line end as white space. */
function specifierPart(logical, { from, to }) {
    const part = partOf(logical, from, to);
    if (isUnbroken(logical, from, to))
        return part;
    const text = logical.text.slice(from, to);
    const raw = logical.source.slice(part.span.start, part.span.end);
    return raw.replace(/\\\r?\n/g, '') === text ? { span: part.span, text: raw } : undefined;
}
function unsupported(text) {
    const shown = text.trim().slice(0, 80);
    return placeholder.test(text)
        ? { kind: 'opaque', reason: 'unresolved-variable', detail: `"${shown}" takes its version from a variable` }
        : { kind: 'opaque', reason: 'unsupported-constraint', detail: `"${shown}" is no version specifier` };
}
/** `name @ git+https://…@tag`, or a direct reference to an archive. */
function urlDeclaration(logical, range, name, group, at) {
    const text = logical.text.slice(range.from, range.to);
    const url = vcsScheme.test(text) ? readVcsUrl(logical.text, range) : undefined;
    if (url !== undefined) {
        return { role: 'package', names: [name, ...vcsNames(url)], group, at, value: refValue(logical, url) };
    }
    const value = /^file:|^\.{0,2}\//.test(text)
        ? { kind: 'local', what: 'a local file' }
        : { kind: 'opaque', reason: 'unsupported-constraint', detail: 'the version is part of a URL' };
    return { role: 'package', names: [name], group, at, value };
}
/** vcsNames are the names a repository answers to: `owner/repo` and `github.com/owner/repo`. */
function vcsNames(url) {
    return [url.repository, url.location];
}
function refValue(logical, { ref }) {
    if (ref === undefined || ref.from === ref.to)
        return withoutTag();
    const text = logical.text.slice(ref.from, ref.to);
    if (placeholder.test(text))
        return unsupported(text);
    return { kind: 'literal', dialect: 'tag', parts: [partOf(logical, ref.from, ref.to)] };
}
/** withoutTag is the value of a git dependency that names no tag. */
function withoutTag() {
    return {
        kind: 'opaque',
        reason: 'unsupported-constraint',
        detail: 'the dependency is taken from a repository without naming a tag',
        hint: 'Pin it to the tag of the safe version by hand.',
    };
}
/**
 * urlLineDeclaration is what a line that is a URL itself declares (`git+https://…@v1#egg=b`, with or without `-e`):
 * the `#egg=` name is weak, because a plain requirement of that name means the package on the index.
 */
function urlLineDeclaration(logical, range, group) {
    const text = logical.text.slice(range.from, range.to);
    const { start: at } = spanOf(logical, range.from, range.to);
    const url = readVcsUrl(logical.text, range);
    if (url !== undefined && vcsScheme.test(text)) {
        const weakNames = url.egg === undefined ? [] : [url.egg];
        return { role: 'package', names: vcsNames(url), weakNames, group, at, value: refValue(logical, url) };
    }
    const egg = /[#&]egg=([A-Za-z0-9._-]+)/.exec(text)?.[1];
    if (egg === undefined)
        return undefined;
    const value = /^https?:/i.test(text)
        ? { kind: 'opaque', reason: 'unsupported-constraint', detail: 'the version is part of a URL' }
        : { kind: 'local', what: 'a local path' };
    return { role: 'package', names: [text], weakNames: [egg], group, at, value };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/toml-git.js




/** wholePart is a string node's whole text as one constraint of a dialect. */
function wholePart(node, dialect) {
    return { kind: 'literal', dialect, parts: [partOf(node.content, 0, node.content.text.length)] };
}
/**
 * gitDeclaration is the declaration of a table with a `git` key: the reference under the first of `refKeys` that is
 * there is the version; without one it cannot be raised. Undefined when the table has no `git` key.
 */
function gitDeclaration(name, spec, refKeys, group, at) {
    const git = tomlText(tomlAt(spec, 'git'));
    if (git === undefined)
        return undefined;
    const url = readVcsUrl(git, { from: 0, to: git.length });
    const names = [name, ...(url === undefined ? [] : vcsNames(url))];
    const ref = refKeys.map((key) => tomlAt(spec, key)).find((node) => node?.kind === 'string');
    const value = ref?.kind === 'string' ? wholePart(ref, 'tag') : withoutTag();
    return { role: 'package', names, group, at, value };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/cargo-toml.js



const dependencyTables = [
    'dependencies',
    'dev-dependencies',
    'dev_dependencies',
    'build-dependencies',
    'build_dependencies',
];
/** The Cargo.toml format: dependencies of every kind, target and workspace, `[patch]` and `[replace]`. */
const cargoToml = {
    id: 'Cargo.toml',
    ecosystem: 'cargo',
    matches: (path) => /(?:^|\/)Cargo\.toml$/.test(path),
    scan: (text) => {
        const root = readToml(text);
        return tables(root)
            .flatMap(([group, node]) => [...tomlEntries(node)].flatMap(([key, entry]) => dependency(key, entry, group)))
            .sort((one, other) => one.at - other.at);
    },
    related: workspaceRoots,
    read: tomlData,
    lockfiles: ['Cargo.lock'],
};
function tables(root) {
    const targets = [...tomlEntries(tomlAt(root, 'target'))];
    const patches = [...tomlEntries(tomlAt(root, 'patch'))];
    return [
        ...kinds(root, ''),
        ['workspace.dependencies', tomlAt(root, 'workspace', 'dependencies')],
        ...targets.flatMap(([target, { node }]) => kinds(node, `target.${target}.`)),
        ...patches.map(([registry, { node }]) => [`patch.${registry}`, node]),
        ['replace', tomlAt(root, 'replace')],
    ];
}
function kinds(from, prefix) {
    return dependencyTables.map((kind) => [prefix + kind, tomlAt(from, kind)]);
}
function dependency(key, { at, node }, group) {
    if (node.kind === 'string')
        return [{ role: 'package', names: [key], group, at, value: wholePart(node, 'cargo') }];
    if (node.kind !== 'table')
        return [];
    const name = tomlText(tomlAt(node, 'package')) ?? (group === 'replace' ? replacedName(key) : key);
    const version = tomlAt(node, 'version');
    const registry = version?.kind === 'string' && tomlAt(node, 'path') === undefined
        ? [{ role: 'package', names: [name], group, at, value: wholePart(version, 'cargo') }]
        : [];
    const git = gitDeclaration(name, node, ['tag', 'rev'], group, at);
    if (git !== undefined)
        return [...registry, git];
    return registry.length > 0 ? registry : [{ role: 'package', names: [name], group, at, value: unversioned(node) }];
}
/** A key of `[replace]` is a package id: `name:version`, with a URL before `#` where needed. */
function replacedName(key) {
    return (key.split('#').pop() ?? key).split(/[:@]/)[0] ?? key;
}
function unversioned(spec) {
    const path = tomlText(tomlAt(spec, 'path'));
    if (path !== undefined)
        return { kind: 'local', what: `the path ${path}` };
    if (isTrue(tomlAt(spec, 'workspace')))
        return { kind: 'managed', by: 'the workspace' };
    return {
        kind: 'opaque',
        reason: 'unsupported-constraint',
        detail: 'the dependency names no version',
        hint: 'Write a version to it first.',
    };
}
/** Members that inherit (`workspace = true`) lean on a Cargo.toml in a folder above. */
function workspaceRoots(path, text, tree) {
    if (!/\bworkspace\b/.test(text))
        return [];
    const known = new Set(tree);
    const folders = path.split('/').slice(0, -1);
    return folders
        .map((_, depth) => [...folders.slice(0, folders.length - 1 - depth), 'Cargo.toml'].join('/'))
        .filter((candidate) => known.has(candidate));
}

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(99547);
;// CONCATENATED MODULE: ./lib/manifests/syntax/json.js


/** Deeper nesting is no manifest; the limit keeps the parser's recursion harmless. */
const MAX_DEPTH = 500;
/** Reads strict JSON (no comments, no trailing commas) into a tree with places. Throws a ManifestSyntaxError only. */
function parseJson(text) {
    const builder = new TreeBuilder(text);
    (0,main.visit)(text, builder.visitor(), { disallowComments: true, allowTrailingComma: false });
    try {
        // The visitor forgives some things that no package manager does.
        JSON.parse(text);
    }
    catch {
        throw new ManifestSyntaxError('this is not JSON', 0);
    }
    if (!builder.root)
        throw new ManifestSyntaxError('the document is empty', 0);
    return builder.root;
}
class TreeBuilder {
    root;
    text;
    open = [];
    constructor(text) {
        this.text = text;
    }
    visitor() {
        return {
            onObjectBegin: (offset) => this.enter({ kind: 'object', members: new Map() }, offset),
            onObjectProperty: (_, offset, length) => {
                const top = this.open.at(-1);
                if (top?.kind === 'object')
                    top.key = this.stringAt(offset, length);
            },
            onObjectEnd: () => this.leave(),
            onArrayBegin: (offset) => this.enter({ kind: 'array', items: [] }, offset),
            onArrayEnd: () => this.leave(),
            onLiteralValue: (value, offset, length) => this.add(typeof value === 'string' ? this.stringAt(offset, length) : { kind: 'scalar' }),
            onError: (error, offset) => {
                throw new ManifestSyntaxError(`this is not JSON (${spoken(error)})`, offset);
            },
        };
    }
    enter(container, offset) {
        if (this.open.length >= MAX_DEPTH)
            throw new ManifestSyntaxError('the document is nested too deep', offset);
        this.add(container);
        this.open.push(container);
    }
    leave() {
        this.open.pop();
    }
    add(node) {
        const top = this.open.at(-1);
        if (!top)
            this.root = node;
        else if (top.kind === 'array')
            top.items.push(node);
        else if (top.key) {
            // Deleted first, so that the order of the map is that of the members that count.
            top.members.delete(top.key.text);
            top.members.set(top.key.text, { key: top.key, value: node });
        }
    }
    stringAt(offset, length) {
        const span = { start: offset + 1, end: offset + length - 1 };
        const raw = this.text.slice(span.start, span.end);
        const verbatim = !raw.includes('\\');
        return { kind: 'string', text: verbatim ? raw : decoded(raw, offset), span, verbatim, escape: escaped };
    }
}
function decoded(raw, offset) {
    try {
        return JSON.parse(`"${raw}"`);
    }
    catch {
        throw new ManifestSyntaxError('this is not JSON (invalid string)', offset);
    }
}
function escaped(text) {
    return JSON.stringify(text).slice(1, -1);
}
function spoken(error) {
    return (0,main.printParseErrorCode)(error)
        .replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
        .toLowerCase();
}
/** The member of an object, or undefined when the node is no object or has no such key. */
function member(node, ...path) {
    let current = node;
    for (const key of path)
        current = current?.kind === 'object' ? current.members.get(key)?.value : undefined;
    return current;
}
/** The members of an object in the order of the text; none for any other node. */
function membersOf(node) {
    return node?.kind === 'object' ? [...node.members.values()] : [];
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/quoted-text.js
/**
 * A part over `text.slice(start, end)`. Where offsets of the text are none of the source (escapes), or where the whole
 * text decides on its quotes, the part spans all of the string and writes the rest along.
 */
function partWithin(source, start, end) {
    const text = source.text.slice(start, end);
    if (source.verbatim && !source.unquoted) {
        return { span: { start: source.span.start + start, end: source.span.start + end }, text };
    }
    const [head, tail] = [source.text.slice(0, start), source.text.slice(end)];
    return { span: source.span, text, write: (constraint) => source.escape(head + constraint + tail) };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/composer-json.js


/** composer.json: `require`, `require-dev`, and `conflict` as versions that the author ruled out. */
const composerJson = {
    id: 'composer.json',
    ecosystem: 'composer',
    lockfiles: ['composer.lock'],
    matches: (path) => /(?:^|\/)composer\.json$/.test(path),
    scan(text) {
        const root = parseJson(text);
        const found = [
            ...section(root, 'require', 'package'),
            ...section(root, 'require-dev', 'package'),
            ...section(root, 'conflict', 'exclusion'),
            ...inlinePackages(member(root, 'repositories')),
        ];
        return found.sort((a, b) => a.at - b.at);
    },
    read: (text) => JSON.parse(text),
};
function section(root, group, role) {
    return membersOf(member(root, group)).map(({ key, value }) => ({
        role,
        names: [key.text],
        group,
        ...vendorOf(key.text),
        at: key.span.start,
        value: value.kind === 'string' ? constraint(value) : composer_json_unsupported(`the version of ${key.text} is no string`),
    }));
}
/** `1.2 as 1.0` and `dev-main#sha` hold more than the constraint; a stability flag such as `@dev` belongs to it. */
function constraint(node) {
    const { text } = node;
    if (/^\s*self\.version\s*$/.test(text))
        return { kind: 'managed', by: 'the version of the package itself' };
    if (/#[0-9a-f]{7,}/i.test(text))
        return composer_json_unsupported('the version is pinned to a commit');
    const start = text.length - text.trimStart().length;
    const end = / +as +\S+\s*$/.exec(text)?.index ?? text.trimEnd().length;
    return { kind: 'literal', dialect: 'composer', parts: [partWithin(node, start, Math.max(start, end))] };
}
/** A repository of type `package` spells the whole package out: raising the requirement alone would find nothing. */
function inlinePackages(repositories) {
    const entries = repositories?.kind === 'array' ? repositories.items : membersOf(repositories).map(({ value }) => value);
    return entries.flatMap((entry) => {
        const packages = member(entry, 'package');
        const all = packages?.kind === 'array' ? packages.items : packages ? [packages] : [];
        return all.flatMap((one) => {
            const name = member(one, 'name');
            if (name?.kind !== 'string')
                return [];
            const value = composer_json_unsupported('the package is spelled out under `repositories`');
            return [{ role: 'package', names: [name.text], group: 'repositories', at: name.span.start, value }];
        });
    });
}
function vendorOf(name) {
    const slash = name.indexOf('/');
    return slash > 0 ? { family: name.slice(0, slash).toLowerCase() } : {};
}
function composer_json_unsupported(detail) {
    return { kind: 'opaque', reason: 'unsupported-constraint', detail, hint: 'Raise it by hand.' };
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/ruby-escapes.js
const SIMPLE = new Map([
    ['n', '\n'],
    ['t', '\t'],
    ['s', ' '],
    ['r', '\r'],
    ['0', '\0'],
    ['e', '\u001b'],
    ['a', '\u0007'],
    ['b', '\b'],
    ['f', '\f'],
    ['v', '\v'],
    ['\n', ''],
]);
const CODED = /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{1,2})|([0-7]{1,3}))/y;
/** escapeAt reads the escape that begins at a backslash, by the rules of an interpolating string. */
function escapeAt(source, at) {
    CODED.lastIndex = at;
    const coded = CODED.exec(source);
    if (coded) {
        const [whole, braced, four, hex, octal] = coded;
        const code = octal === undefined ? Number.parseInt(braced ?? four ?? hex ?? '', 16) : Number.parseInt(octal, 8);
        return { length: whole.length, text: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd' };
    }
    if (source.startsWith('\r\n', at + 1))
        return { length: 3, text: '' };
    const next = source[at + 1] ?? '';
    return { length: 1 + next.length, text: SIMPLE.get(next) ?? next };
}
/** plainEscapeAt reads a backslash by the rules of a string that does not interpolate: only delimiters are escaped. */
function plainEscapeAt(source, at, open, close) {
    const next = source[at + 1] ?? '';
    return { length: 1 + next.length, text: next === '\\' || next === open || next === close ? next : `\\${next}` };
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/ruby-strings.js


/**
 * readString reads a string's content up to its closing delimiter; delimiters in pairs may nest. `interpolation` reads
 * a `#{…}` that begins at the given offset. Throws a ManifestSyntaxError when the string never ends.
 */
function readString(source, { open, close, interpolates, from }, interpolation) {
    const content = new Content(source, from);
    let depth = 0;
    for (let at = from;;) {
        const character = source[at];
        if (character === undefined)
            throw new ManifestSyntaxError('a string is never closed', from - 1);
        if (character === '\\') {
            const sequence = interpolates ? escapeAt(source, at) : plainEscapeAt(source, at, open, close);
            at = content.skip(at, at + sequence.length, sequence.text);
        }
        else if (interpolates && character === '#' && source[at + 1] === '{') {
            at = content.add(interpolation(at));
        }
        else if (character === close && depth === 0) {
            return { span: { start: from, end: at }, open, close, pieces: content.end(at) };
        }
        else {
            if (open !== close)
                depth += character === open ? 1 : character === close ? -1 : 0;
            at += 1;
        }
    }
}
/** The pieces of one string while it is read. */
class Content {
    source;
    pieces = [];
    text = '';
    /** Where the current piece begins. */
    start;
    /** Where the source not yet copied into `text` begins. */
    run;
    constructor(source, from) {
        this.source = source;
        this.start = from;
        this.run = from;
    }
    skip(from, to, meaning) {
        this.text += this.source.slice(this.run, from) + meaning;
        this.run = to;
        return to;
    }
    add(code) {
        this.end(code.span.start);
        this.pieces.push(code);
        this.start = code.span.end;
        this.run = code.span.end;
        return code.span.end;
    }
    end(at) {
        const text = this.text + this.source.slice(this.run, at);
        if (at > this.start)
            this.pieces.push({ kind: 'text', span: { start: this.start, end: at }, text });
        this.text = '';
        return this.pieces;
    }
}
/** wordsOf gives the words of a `%w` list, when each is written as it means. */
function wordsOf({ span, pieces }) {
    const [only, second] = pieces;
    if (!only)
        return [];
    if (second || only.kind !== 'text' || only.text.length !== span.end - span.start || only.text.includes('\\'))
        return undefined;
    return [...only.text.matchAll(/\S+/g)].map((match) => {
        const start = span.start + match.index;
        return { span: { start, end: start + match[0].length }, text: match[0] };
    });
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/ruby-tokens.js
const KEYWORDS = new Set(('alias and begin BEGIN break case class def defined? do else elsif end END ensure false for if in module next nil ' +
    'not or redo rescue retry return self super then true undef unless until when while yield __FILE__ __LINE__ __dir__').split(' '));
const VALUE_KEYWORDS = new Set('end false nil redo retry self super true __FILE__ __LINE__ __dir__'.split(' '));
/** isKeyword tells Ruby's own words from names. */
function isKeyword(word) {
    return KEYWORDS.has(word);
}
/** endsValue is true when a value may end with this token, so that `/` divides and `if` is a modifier. */
function endsValue(token) {
    switch (token?.kind) {
        case undefined:
        case 'newline':
        case 'label':
            return false;
        case 'keyword':
            return VALUE_KEYWORDS.has(token.text);
        case 'operator':
            return token.text === ')' || token.text === ']' || token.text === '}';
        default:
            return true;
    }
}
const OPERATORS = /\*\*=|<=>|===|\.\.\.|<<=|>>=|&&=|\|\|=|&\.|::|\*\*|==|!=|>=|<=|&&|\|\||=~|!~|\.\.|->|=>|<<|>>|[-+*/%|&^]=|./sy;
/** operatorAt gives the longest operator that begins here, or the single character. */
function operatorAt(source, at) {
    OPERATORS.lastIndex = at;
    return OPERATORS.exec(source)?.[0] ?? '';
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/ruby.js



/** How deep strings and interpolations may hold each other. */
const MAX_NESTING = 64;
const CLOSING = new Map([
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
    ['<', '>'],
]);
const BLANK = /(?:[ \t\r\f\v]|\\\r?\n)+/y;
const NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const SIGILED = /@@?[A-Za-z_]\w*|\$(?:[A-Za-z_]\w*|\d+|-\w|[^\s\w])/y;
const NUMBER = /\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?\w*/y;
const SYMBOL = /:(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:[?!]|=(?![>~=]))?|\[\]=?|<=>|[<>]=|[-+*/%<>!~^&|]+|===?)/y;
const CHARACTER = /\?(?:\\.|[^\s\\])(?!\w)/y;
const PERCENT = /%([qQwWiIrsx]?)([^\w\s])/y;
const HEREDOC = /<<([~-]?)(?:(["'`])([^"'`\r\n]+)\2|([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*))/y;
const COMMENT_BLOCK = /=begin(?=\s|$)/y;
const END_OF_CODE = /__END__\r?(?:\n|$)/y;
/**
 * tokenizeRuby reads Ruby as tokens with exact offsets: every string form, heredocs, comments and `__END__`, but no
 * grammar. Linear in the text. Throws a ManifestSyntaxError for a literal or comment that never ends.
 */
function tokenizeRuby(source) {
    return new Tokenizer(source).all();
}
class Tokenizer {
    source;
    at = 0;
    nesting = 0;
    tokens = [];
    previous;
    heredocs = [];
    constructor(source) {
        this.source = source;
    }
    all() {
        this.lineStart();
        this.run(false);
        const [open] = this.heredocs;
        if (open)
            throw new ManifestSyntaxError(`the heredoc ${open.name} is never closed`, open.at);
        return this.tokens;
    }
    /** Reads until the end of the text or, within an interpolation, until the brace that closes it. */
    run(embedded) {
        let braces = 0;
        while (this.at < this.source.length) {
            const spaced = this.match(BLANK) !== undefined;
            const character = this.source[this.at];
            if (embedded && character === '}' && braces === 0)
                return;
            if (embedded && character === '{')
                braces += 1;
            if (embedded && character === '}')
                braces -= 1;
            if (character !== undefined)
                this.token(character, spaced || this.previous?.kind === 'newline');
        }
        if (embedded)
            throw new ManifestSyntaxError('an interpolation is never closed', this.at);
    }
    token(character, spaced) {
        if (character === '\n')
            this.newline(spaced);
        else if (character === '#')
            this.comment();
        else if (character === '"' || character === "'")
            this.quoted(character, spaced);
        else if (character === '`')
            this.command(spaced);
        else if (!this.literal(character, spaced))
            this.word(character, spaced);
    }
    newline(spaced) {
        const start = this.at;
        this.at += 1;
        if (this.previous?.kind !== 'newline')
            this.push('newline', '\n', start, spaced);
        if (this.heredocs.length > 0)
            for (const heredoc of this.heredocs.splice(0))
                this.heredocBody(heredoc);
        this.lineStart();
    }
    comment() {
        const end = this.source.indexOf('\n', this.at);
        this.at = end < 0 ? this.source.length : end;
    }
    /** At the start of a line: a comment block, or the end of the code. */
    lineStart() {
        if (this.nesting > 0)
            return;
        while (this.looking(COMMENT_BLOCK)) {
            const found = this.source.indexOf('\n=end', this.at);
            if (found < 0)
                throw new ManifestSyntaxError('=begin has no =end', this.at);
            const line = this.source.indexOf('\n', found + 1);
            this.at = line < 0 ? this.source.length : line + 1;
        }
        if (this.looking(END_OF_CODE))
            this.at = this.source.length;
    }
    quoted(quote, spaced) {
        const start = this.at;
        const before = this.previous;
        const string = this.string(quote, quote, quote === '"', start + 1);
        const colon = this.source[this.at] === ':' && this.source[this.at + 1] !== ':';
        const isLabel = colon && !(before?.kind === 'operator' && before.text === '?');
        if (isLabel)
            this.at += 1;
        if (isLabel)
            this.push('label', this.source.slice(string.span.start, string.span.end), start, spaced);
        else
            this.push('string', this.source.slice(start, this.at), start, spaced, string);
    }
    command(spaced) {
        const start = this.at;
        this.string('`', '`', true, start + 1);
        this.push('opaque', '`', start, spaced);
    }
    /** Literals whose first character is an operator elsewhere: `%w`, `/…/`, `<<~A`, `?a`, `:a`. */
    literal(character, spaced) {
        switch (character) {
            case '%':
                return this.startsLiteral(spaced, /[^\s=]/) && this.percent(spaced);
            case '/':
                return this.startsLiteral(spaced, /[^\s=]/) && this.regexp(spaced);
            case '<':
                return this.startsLiteral(spaced, /</) && this.heredoc(spaced);
            case '?':
                return this.startsLiteral(spaced, /\w/) && this.simple(CHARACTER, 'opaque', spaced);
            case ':':
                return this.symbol(spaced);
            case '@':
            case '$':
                return this.simple(SIGILED, 'identifier', spaced);
            default:
                return /\d/.test(character) && this.simple(NUMBER, 'number', spaced);
        }
    }
    /** Behind a value these begin an operator; behind a name (`gem %q(a)`) the white space around decides, as in Ruby. */
    startsLiteral(spaced, next) {
        if (!endsValue(this.previous))
            return true;
        return this.previous?.kind === 'identifier' && spaced && next.test(this.source[this.at + 1] ?? '');
    }
    percent(spaced) {
        const start = this.at;
        PERCENT.lastIndex = start;
        const match = PERCENT.exec(this.source);
        if (!match)
            return false;
        const [whole, type = '', open = ''] = match;
        const close = CLOSING.get(open) ?? open;
        const interpolates = type === '' || /[QWIrx]/.test(type);
        const string = this.string(open, close, interpolates, start + whole.length);
        if (type === '' || /q/i.test(type))
            this.push('string', whole, start, spaced, { ...string, open: whole });
        else if (/w/i.test(type))
            this.push('words', whole, start, spaced, string);
        else
            this.push('opaque', whole, start, spaced);
        return true;
    }
    regexp(spaced) {
        const start = this.at;
        this.string('/', '/', true, start + 1);
        this.match(/[a-z]*/y);
        this.push('opaque', '/', start, spaced);
        return true;
    }
    heredoc(spaced) {
        const start = this.at;
        HEREDOC.lastIndex = start;
        const match = HEREDOC.exec(this.source);
        if (!match || (this.previous?.kind === 'keyword' && this.previous.text === 'class'))
            return false;
        const [whole, indent, , quoted, bare = ''] = match;
        this.at += whole.length;
        this.heredocs.push({ name: quoted ?? bare, indented: indent !== '', at: start });
        this.push('opaque', whole, start, spaced);
        return true;
    }
    heredocBody({ name, indented, at }) {
        while (this.at < this.source.length) {
            const found = this.source.indexOf('\n', this.at);
            const end = found < 0 ? this.source.length : found;
            const line = this.source.slice(this.at, end).replace(/\r$/, '');
            this.at = found < 0 ? end : end + 1;
            if ((indented ? line.trimStart() : line) === name)
                return;
        }
        throw new ManifestSyntaxError(`the heredoc ${name} is never closed`, at);
    }
    symbol(spaced) {
        const start = this.at;
        const quote = this.source[start + 1];
        if (quote === ':' || (endsValue(this.previous) && !spaced))
            return false;
        if (quote !== '"' && quote !== "'") {
            const match = this.match(SYMBOL);
            if (match !== undefined)
                this.push('symbol', match.slice(1), start, spaced);
            return match !== undefined;
        }
        const { span } = this.string(quote, quote, quote === '"', start + 2);
        this.push('symbol', this.source.slice(span.start, span.end), start, spaced);
        return true;
    }
    word(character, spaced) {
        const start = this.at;
        const name = this.match(NAME);
        if (name === undefined)
            this.operator(spaced);
        else if (this.source[this.at] === ':' && this.source[this.at + 1] !== ':')
            this.label(name, start, spaced);
        else
            this.name(character, start, spaced);
    }
    operator(spaced) {
        const start = this.at;
        const operator = operatorAt(this.source, start);
        this.at += operator.length;
        this.push('operator', operator, start, spaced);
    }
    label(name, start, spaced) {
        this.at += 1;
        this.push('label', name, start, spaced);
    }
    name(character, start, spaced) {
        if (/[?!]/.test(this.source[this.at] ?? '') && !/[=:]/.test(this.source[this.at + 1] ?? ''))
            this.at += 1;
        const word = this.source.slice(start, this.at);
        const isMethod = this.previous?.kind === 'operator' && /^&?\.$/.test(this.previous.text);
        if (!isMethod && isKeyword(word))
            this.push('keyword', word, start, spaced);
        else
            this.push(!isMethod && /[A-Z]/.test(character) ? 'constant' : 'identifier', word, start, spaced);
    }
    string(open, close, interpolates, from) {
        if (this.nesting >= MAX_NESTING)
            throw new ManifestSyntaxError('strings are nested too deeply', from);
        const string = readString(this.source, { open, close, interpolates, from }, (at) => this.interpolation(at));
        this.at = string.span.end + 1;
        return string;
    }
    interpolation(start) {
        const { tokens, previous } = this;
        this.tokens = [];
        this.previous = undefined;
        this.at = start + 2;
        this.nesting += 1;
        this.run(true);
        this.nesting -= 1;
        this.at += 1;
        const code = { kind: 'code', span: { start, end: this.at }, tokens: this.tokens };
        this.tokens = tokens;
        this.previous = previous;
        return code;
    }
    simple(pattern, kind, spaced) {
        const start = this.at;
        const text = this.match(pattern);
        if (text !== undefined)
            this.push(kind, text, start, spaced);
        return text !== undefined;
    }
    push(kind, text, start, spaced, string) {
        const words = string && kind === 'words' ? wordsOf(string) : undefined;
        const leads = !endsValue(this.previous);
        const own = kind === 'string' ? string : undefined;
        this.previous = { kind, text, start, end: this.at, spaced, leads, string: own, words };
        this.tokens.push(this.previous);
    }
    match(pattern) {
        pattern.lastIndex = this.at;
        const match = pattern.exec(this.source);
        if (!match)
            return undefined;
        this.at = pattern.lastIndex;
        return match[0];
    }
    looking(pattern) {
        pattern.lastIndex = this.at;
        return pattern.test(this.source);
    }
}

;// CONCATENATED MODULE: ./lib/manifests/formats/paths.js
/** Repository paths: `/` between segments, no leading slash; a folder ends with `/`, the root is the empty string. */
/** folderOf gives the folder a path stands in. */
function folderOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}
/** ancestorsOf gives the folder itself and every folder above it, nearest first. */
function ancestorsOf(folder) {
    const folders = [folder];
    for (let at = folder.length - 1; at > 0;) {
        at = folder.lastIndexOf('/', at - 1);
        folders.push(folder.slice(0, at + 1));
    }
    return folders;
}
/** resolvePath follows a relative path (either slash) from a folder; undefined when it leaves the repository. */
function resolvePath(folder, relative) {
    const segments = [];
    for (const segment of `${folder}${relative.replaceAll('\\', '/')}`.split('/')) {
        if (segment === '' || segment === '.')
            continue;
        if (segment !== '..')
            segments.push(segment);
        else if (segments.pop() === undefined)
            return undefined;
    }
    return segments.join('/');
}

;// CONCATENATED MODULE: ./lib/manifests/formats/ruby-calls.js


const OPENING = new Set(['(', '[', '{']);
const BLOCK_OPENING = new Set(['if', 'unless', 'case', 'begin', 'while', 'until', 'for', 'def', 'class', 'module']);
/**
 * callAt reads the arguments that follow the method name at `index`, in parentheses or not, over as many lines as they
 * take; undefined when nothing like an argument follows. Throws a ManifestSyntaxError for a bracket that never closes.
 */
function callAt(tokens, index) {
    const next = tokens[index + 1];
    if (!next || !startsArgument(next))
        return undefined;
    if (!isOperator(next, '('))
        return argumentsFrom(tokens, index + 1);
    const call = argumentsFrom(tokens, index + 2, ')');
    // `gem ('a'), '1'`: the parenthesis holds the first argument only.
    return next.spaced && isOperator(tokens[call.end], ',') ? argumentsFrom(tokens, index + 1) : call;
}
function startsArgument(next) {
    if (next.kind === 'newline')
        return false;
    if (next.kind === 'operator')
        return next.text === '(' || (/^(?:\[|\*\*?)$/.test(next.text) && next.spaced);
    return next.kind !== 'keyword' || endsValue(next);
}
/** rightSideAt reads what is assigned behind the `=` at `index`. */
function rightSideAt(tokens, index) {
    return argumentsFrom(tokens, tokens[index + 1]?.kind === 'newline' ? index + 2 : index + 1);
}
/** bracketAt reads the items of the list, hash or argument list whose opening bracket is at `index`. */
function bracketAt(tokens, index) {
    const close = { '[': ']', '(': ')' }[tokens[index]?.text ?? ''] ?? '}';
    return argumentsFrom(tokens, index + 1, close);
}
function argumentsFrom(tokens, start, close) {
    const list = [];
    let from = start;
    let at = start;
    for (; !isEnd(tokens, at, close !== undefined); at = behind(tokens, at)) {
        if (!isOperator(tokens[at], ','))
            continue;
        list.push(without(tokens.slice(from, at)));
        from = at + 1;
    }
    if (close !== undefined && !isOperator(tokens[at], close)) {
        throw new ManifestSyntaxError(`${close} is missing`, tokens[start - 1]?.start ?? 0);
    }
    list.push(without(tokens.slice(from, at)));
    return { ...sorted(list.filter(({ length }) => length > 0)), end: close === undefined ? at : at + 1 };
}
function isEnd(tokens, at, bracketed) {
    const token = tokens[at];
    if (!token || (token.kind === 'operator' && /^[)\]}]$/.test(token.text)))
        return true;
    if (bracketed)
        return false;
    if (token.kind === 'newline')
        return !continues(tokens, at);
    return isOperator(token, ';') || (token.kind === 'keyword' && ENDING.has(token.text) && !startsBlock(token));
}
function startsBlock(token) {
    return token.leads && BLOCK_OPENING.has(token.text);
}
/** Words that cannot stand inside an argument without brackets. */
const ENDING = new Set('if unless while until rescue and or do then else elsif when in ensure end'.split(' '));
/** A line goes on after a comma or an operator, and before a leading dot. */
function continues(tokens, newline) {
    const last = tokens[newline - 1];
    if (last?.kind === 'label')
        return true;
    if (last?.kind === 'operator' && !endsValue(last))
        return true;
    const next = tokens[newline + 1];
    return isOperator(next, '.') || isOperator(next, '&.');
}
/** withBracedOptions moves what stands in `{ … }` among the arguments to the options. */
function withBracedOptions(call) {
    const braced = call.positional.filter(([first]) => isOperator(first, '{'));
    if (braced.length === 0)
        return call;
    const inner = braced.flatMap((tokens) => [...bracketAt(tokens, 0).options]);
    const positional = call.positional.filter((tokens) => !braced.includes(tokens));
    return { ...call, positional, options: new Map([...inner, ...call.options]) };
}
/** behind gives the index behind this token, or behind the bracket or block that it opens. */
function behind(tokens, at) {
    const open = [];
    let index = at;
    do {
        const token = tokens[index];
        if (!token)
            throw new ManifestSyntaxError('a bracket or block is never closed', open[0]?.start ?? 0);
        if (opens(token, open))
            open.push(token);
        else if (closes(token))
            open.pop();
        index += 1;
    } while (open.length > 0);
    return index;
}
function opens(token, open) {
    if (token.kind === 'operator')
        return OPENING.has(token.text);
    if (token.kind !== 'keyword')
        return false;
    if (token.text === 'do')
        return open.at(-1)?.kind !== 'keyword' || !/^(?:while|until|for)$/.test(open.at(-1)?.text ?? '');
    return startsBlock(token);
}
function closes(token) {
    if (token.kind === 'operator')
        return token.text === ')' || token.text === ']' || token.text === '}';
    return token.kind === 'keyword' && token.text === 'end';
}
function sorted(list) {
    const positional = [];
    const options = new Map();
    for (const tokens of list) {
        const [first, second] = tokens;
        if (first?.kind === 'label')
            options.set(first.text, tokens.slice(1));
        else if (first && isOperator(second, '=>'))
            options.set(plainName(first), tokens.slice(2));
        else if (!isOperator(first, '**') && !isOperator(first, '&'))
            positional.push(tokens);
    }
    return { positional, options };
}
function plainName(token) {
    const [piece] = token.string?.pieces ?? [];
    return piece?.kind === 'text' ? piece.text : token.text;
}
/** isOperator is true for the operator of that text. */
function isOperator(token, text) {
    return token?.kind === 'operator' && token.text === text;
}
/** The tokens without line breaks at either end. */
function without(tokens) {
    const from = tokens.findIndex(({ kind }) => kind !== 'newline');
    const to = tokens.findLastIndex(({ kind }) => kind !== 'newline');
    return from < 0 ? [] : tokens.slice(from, to + 1);
}

;// CONCATENATED MODULE: ./lib/manifests/formats/ruby-choices.js

/**
 * optionsOf gives the expressions one of which an expression takes: both sides of `c ? a : b` and of `a || b`, and
 * `ENV.fetch('V', '1.0')` with its default, also in a block. Undefined when there is no choice.
 */
function optionsOf(tokens) {
    return eitherOf(tokens) ?? alternativesOf(tokens) ?? fetchedOrDefault(tokens);
}
function eitherOf(tokens) {
    const question = indexOf(tokens, '?', 0);
    if (question < 0)
        return undefined;
    let open = 1;
    for (let at = question + 1; at < tokens.length; at = behind(tokens, at)) {
        if (isOperator(tokens[at], '?'))
            open += 1;
        else if (isOperator(tokens[at], ':'))
            open -= 1;
        if (open === 0)
            return [tokens.slice(question + 1, at), tokens.slice(at + 1)];
    }
    return undefined;
}
function alternativesOf(tokens) {
    const options = [];
    let from = 0;
    for (let at = indexOf(tokens, '||', 0); at >= 0; at = indexOf(tokens, '||', at + 1)) {
        options.push(tokens.slice(from, at));
        from = at + 1;
    }
    return options.length === 0 ? undefined : [...options, tokens.slice(from)];
}
function fetchedOrDefault(tokens) {
    const [owner, dot, fetch, open] = tokens;
    if (owner?.text !== 'ENV' || !isOperator(dot, '.') || fetch?.text !== 'fetch' || !isOperator(open, '('))
        return undefined;
    const { positional, end } = bracketAt(tokens, 3);
    const [name, fallback] = positional;
    if (!name)
        return undefined;
    const looked = [...tokens.slice(0, 4), ...name, ...tokens.slice(end - 1, end)];
    if (fallback)
        return end === tokens.length && positional.length === 2 ? [looked, fallback] : undefined;
    if (!isOperator(tokens[end], '{') || !isOperator(tokens.at(-1), '}'))
        return undefined;
    return [looked, tokens.slice(end + 1, -1)];
}
/** The index of an operator outside all brackets and blocks, or -1. */
function indexOf(tokens, text, from) {
    for (let at = from; at < tokens.length; at = behind(tokens, at))
        if (isOperator(tokens[at], text))
            return at;
    return -1;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/ruby-expressions.js


/** How deep lists and parentheses may stand in each other. */
const ruby_expressions_MAX_DEPTH = 8;
const ADVICE = 'Write the version as a string, or as one variable with a string.';
/** The gem dialect takes several strings, so a further one can be written behind the last. */
function constraintOf(args, reading = { dialect: 'gem' }) {
    const values = args.map((tokens) => expressionValue(tokens, reading));
    const [first, second] = values;
    const last = args.at(-1)?.at(-1);
    if (!first || !last)
        return opaque('the version is no string');
    const alone = !second && (first.kind !== 'template' || reading.dialect !== 'gem');
    return alone ? first : together(values, reading, last.end);
}
/** Constraints in a row, the last of which ends at `end`. */
function together(values, { dialect, quotes }, end) {
    const odd = values.find((value) => !isConstraint(value));
    if (odd)
        return odd;
    const constraints = values.filter(isConstraint);
    const literals = constraints.filter((value) => value.kind === 'literal');
    if (literals.length === constraints.length)
        return ruby_expressions_joined(literals, dialect);
    const members = constraints.flatMap(ruby_expressions_membersOf);
    const around = literals.findLast(({ slot }) => slot)?.slot ?? quotes ?? { open: ", '", close: "'" };
    return { kind: 'joint', dialect, members, slot: { ...around, at: end } };
}
function isConstraint(value) {
    return value.kind === 'literal' || value.kind === 'template' || value.kind === 'joint';
}
function ruby_expressions_membersOf(value) {
    if (value.kind === 'joint')
        return value.members;
    return value.kind === 'template' ? [value.pieces] : value.parts.map((literal) => [{ literal }]);
}
/** Reads one expression as a version: strings, lists of them, variables, and what is put together of both. */
function expressionValue(tokens, reading, depth = 0) {
    const { dialect } = reading;
    const bare = withoutSuffix(tokens);
    const [first] = bare;
    if (!first || depth > ruby_expressions_MAX_DEPTH)
        return opaque('the version is no string');
    if (bare.length === 1)
        return atom(first, tokens.at(-1)?.end ?? first.end, dialect);
    const options = optionsOf(bare);
    if (options)
        return choiceValue(options, first.start, reading, depth);
    if (isOperator(first, '*'))
        return expressionValue(bare.slice(1), reading, depth + 1);
    if (isOperator(first, '(') && isOperator(bare.at(-1), ')'))
        return expressionValue(bare.slice(1, -1), reading, depth + 1);
    if (isOperator(first, '['))
        return listValue(bare, reading, depth);
    const name = variableName(bare);
    if (name !== undefined)
        return { kind: 'template', dialect, pieces: [{ variable: name }] };
    return sumValue(bare, dialect) ?? opaque('the version is computed');
}
/** One of several values: a variable that is defined by each of them. What the environment may give is optional. */
function choiceValue(options, at, reading, depth) {
    const { dialect, choose } = reading;
    const values = options.map((tokens) => {
        const value = expressionValue(tokens, reading, depth + 1);
        if (value.kind === 'template')
            return { ...value, pieces: value.pieces.map(optionalOutside) };
        // A further string has no place between `?` and `:`.
        return isOperator(tokens[0], '[') ? value : withoutSlot(value);
    });
    const odd = values.find((value) => !isConstraint(value));
    if (odd || !choose)
        return odd ?? opaque('the version is computed');
    return { kind: 'template', dialect, pieces: [{ variable: choose(values, at) }] };
}
function optionalOutside(piece) {
    return 'variable' in piece && piece.variable.startsWith('ENV.') ? { ...piece, optional: 'anywhere' } : piece;
}
/** withoutSlot takes away the place for a further constraint. */
function withoutSlot(value) {
    if (value.kind !== 'literal' && value.kind !== 'joint')
        return value;
    const { slot: _, ...rest } = value;
    return rest;
}
/** stringOf gives the meaning of a plain string, `.freeze` or not. */
function stringOf(tokens) {
    const bare = tokens && withoutSuffix(tokens);
    const string = bare?.length === 1 ? bare[0]?.string : undefined;
    return string && plainPart(string)?.text;
}
/** symbolOrString gives the text of `:a` or `'a'`. */
function symbolOrString(tokens) {
    const [only, second] = tokens ?? [];
    return only?.kind === 'symbol' && !second ? only.text : stringOf(tokens);
}
/** Names `v`, `V`, `A::V` (by its last name) and `V[:k]` or `V.fetch(:k)` (as `V.k`). */
function variableName(tokens) {
    let end = 0;
    while (isOperator(tokens[end + 1], '::'))
        end += 2;
    const token = tokens[end];
    if (token?.kind !== 'constant' && token?.kind !== 'identifier')
        return undefined;
    if (tokens.length === end + 1)
        return token.text;
    const rest = tokens.slice(end + 1);
    const key = keyOf(rest);
    return key === undefined ? undefined : `${token.text}.${key}`;
}
function keyOf(rest) {
    const inner = isOperator(rest[0], '.') && rest[1]?.text === 'fetch' ? rest.slice(2) : rest;
    const [open, key, close, more] = inner;
    const bracketed = isOperator(open, '[') && isOperator(close, ']');
    const called = inner !== rest && isOperator(open, '(') && isOperator(close, ')');
    return key && !more && (bracketed || called) ? symbolOrString([key]) : undefined;
}
function atom(token, end, dialect) {
    if (token.string)
        return stringValue(token.string, end, dialect);
    if (token.words)
        return { kind: 'literal', dialect, parts: token.words };
    const name = variableName([token]);
    if (name !== undefined)
        return { kind: 'template', dialect, pieces: [{ variable: name }] };
    return opaque('the version is no string');
}
function stringValue(string, end, dialect) {
    const part = plainPart(string);
    if (part)
        return { kind: 'literal', dialect, parts: [part], slot: { at: end, ...slotQuotes(string) } };
    const pieces = piecesOf(string);
    return pieces ? { kind: 'template', dialect, pieces } : opaque('the version is interpolated');
}
/** slotQuotes gives the text around one more string behind this one, in its author's quotes. */
function slotQuotes({ open, close }) {
    const quote = open === close && (open === '"' || open === "'") ? open : "'";
    return { open: `, ${quote}`, close: quote };
}
function plainPart({ span, pieces }) {
    const [only, second] = pieces;
    if (!only)
        return { span, text: '' };
    return only.kind === 'text' && !second ? { span, text: only.text } : undefined;
}
function piecesOf({ pieces }) {
    const found = pieces.map((piece) => {
        if (piece.kind === 'text')
            return { literal: { span: piece.span, text: piece.text } };
        const variable = variableName(piece.tokens);
        return variable === undefined ? undefined : { variable };
    });
    return found.includes(undefined) ? undefined : found;
}
function listValue(tokens, reading, depth) {
    const list = bracketAt(tokens, 0);
    if (list.end !== tokens.length || list.options.size > 0)
        return opaque('the version is computed');
    const values = list.positional.map((item) => expressionValue(item, reading, depth + 1));
    const last = list.positional.at(-1)?.at(-1);
    if (!last)
        return ruby_expressions_joined([], reading.dialect);
    const odd = values.some((value) => !isConstraint(value));
    return odd ? opaque('the list of constraints holds more than strings') : together(values, reading, last.end);
}
function ruby_expressions_joined(literals, dialect) {
    const slot = literals.at(-1)?.slot;
    return { kind: 'literal', dialect, parts: literals.flatMap(({ parts }) => parts), ...(slot && { slot }) };
}
/** `'~> ' + V`: strings and variables in a row. */
function sumValue(tokens, dialect) {
    const pieces = [];
    let start = 0;
    for (let at = 0; at <= tokens.length; at++) {
        if (at < tokens.length && !isOperator(tokens[at], '+'))
            continue;
        const term = tokens.slice(start, at);
        const string = withoutSuffix(term)[0]?.string;
        const variable = variableName(term);
        const own = string ? piecesOf(string) : variable === undefined ? undefined : [{ variable }];
        if (!own || (string && withoutSuffix(term).length > 1))
            return undefined;
        for (const piece of own)
            pieces.push(piece);
        start = at + 1;
    }
    return { kind: 'template', dialect, pieces };
}
/** Drops `.freeze` and `.dup`, which change nothing. */
function withoutSuffix(tokens) {
    let end = tokens.length;
    while (end > 2 && isOperator(tokens[end - 2], '.') && /^(?:freeze|dup)$/.test(tokens[end - 1]?.text ?? ''))
        end -= 2;
    return tokens.slice(0, end);
}
function opaque(detail) {
    return { kind: 'opaque', reason: 'unsupported-constraint', detail, hint: ADVICE };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/ruby-git.js

const HOSTS = new Map([
    ['github', 'github.com'],
    ['gitlab', 'gitlab.com'],
    ['bitbucket', 'bitbucket.org'],
]);
/** gitSourceOf reads `git:`, `github:` and their like from a gem's options; undefined when there is none. */
function gitSourceOf({ options }) {
    const method = ['git', ...HOSTS.keys(), 'gist'].find((name) => options.has(name));
    if (method !== undefined)
        return gitSource(method, stringOf(options.get(method)), options);
    // A source that `git_source` names: only git has these.
    const isGit = ['tag', 'ref', 'branch'].some((name) => options.has(name));
    return isGit ? gitSource('git', undefined, options) : undefined;
}
/** gitBlockOf reads the same from a `git '…', tag: '…' do` block. */
function gitBlockOf(method, { positional, options }) {
    return gitSource(method, stringOf(positional[0]), options);
}
function gitSource(method, address, options) {
    const names = address === undefined ? [] : repositoryNames(method, address);
    const ref = options.get('ref');
    const tag = options.get('tag') ?? (isTag(stringOf(ref)) ? ref : undefined);
    if (tag)
        return { names, pin: 'tag', tag: withoutSlot(constraintOf([tag], { dialect: 'tag' })) };
    return { names, pin: options.has('ref') ? 'commit' : 'branch' };
}
/** `ref:` takes a tag as well; digits and letters without a dot are a commit or a branch. */
function isTag(ref) {
    return ref !== undefined && /^v?\d+(?:\.\d+)+/.test(ref);
}
function repositoryNames(method, address) {
    const host = HOSTS.get(method);
    if (host !== undefined) {
        const path = address.includes('/') ? address : `${address}/${address}`;
        return [path, `${host}/${path}`];
    }
    const match = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]+)[/:](.+?)(?:\.git)?\/?$/i.exec(address.slice(0, 500));
    return match?.[1] && match[2] ? [match[2], `${match[1]}/${match[2]}`] : [];
}
/** pinnedValue says why a gem from git without a tag cannot be raised here. */
function pinnedValue(source) {
    const isBranch = source.pin === 'branch';
    const detail = isBranch ? 'it is taken from a git branch' : 'it is pinned to a commit';
    const hint = isBranch
        ? 'Check that the branch holds the safe version and refresh the lockfile, or pin the repository to a tag.'
        : 'Pin the repository to a tag, or move the commit by hand.';
    return { kind: 'opaque', reason: 'unsupported-constraint', detail, hint };
}
/** tagDeclaration is the declaration of a tag that serves these gems. */
function tagDeclaration(gems, source, group, at) {
    if (!source.tag)
        return [];
    return [{ role: 'package', names: [...gems, ...source.names], group, at, value: source.tag }];
}

;// CONCATENATED MODULE: ./lib/manifests/formats/ruby-script.js




const BLOCK_METHODS = new Set('group groups source git github gitlab bitbucket gist path platform platforms install_if env'.split(' '));
const GIT_METHODS = new Set('git github gitlab bitbucket gist'.split(' '));
const OPENING_KEYWORDS = new Set('begin case class def for if module unless until while'.split(' '));
const TOP = { label: '' };
/** Longer lists than this in front of `.each` are not looked through. */
const MAX_LIST = 100;
const MAX_LABEL = 200;
/** readScript walks the tokens once; `declares` tells by name and receiver which calls are wanted. */
function readScript(tokens, declares) {
    return new Walk(tokens, declares).run();
}
class Walk {
    tokens;
    declares;
    calls = [];
    assignments = [];
    /** One entry for each open block: the scope outside it, and whether a `while … do` still waits for its `do`. */
    blocks = [];
    brackets = [];
    scope = TOP;
    lastList = -1;
    /** Where the right side of the outermost assignment around ends. */
    rightEnd = -1;
    at = 0;
    constructor(tokens, declares) {
        this.tokens = tokens;
        this.declares = declares;
    }
    run() {
        for (let token = this.tokens[0]; token; token = this.tokens[this.at]) {
            this.at = this.step(token);
        }
        return { calls: this.calls, assignments: this.assignments };
    }
    /** Handles the token and gives the index to go on at. */
    step(token) {
        if (token.kind === 'keyword')
            this.keyword(token);
        else if (token.kind === 'operator')
            this.bracket(token);
        else if (token.kind === 'identifier' || token.kind === 'constant')
            return this.name(token);
        return this.at + 1;
    }
    keyword(token) {
        if (token.text === 'end')
            this.scope = this.blocks.pop()?.outer ?? TOP;
        else if (token.text === 'do')
            this.doBlock();
        else if (OPENING_KEYWORDS.has(token.text) && this.opensBlock(token)) {
            if (token.text === 'def')
                this.method();
            this.open(this.scope, /^(?:for|until|while)$/.test(token.text));
        }
    }
    opensBlock(token) {
        // `return if x`: a modifier, although nothing stands between the two words.
        const jumps = /^(?:return|next|break|yield)$/.test(this.tokens[this.at - 1]?.text ?? '');
        return token.leads && !jumps && !this.isEndless(token);
    }
    /** A method that says one string and nothing more is a name for it. */
    method() {
        const [name, ...rest] = this.tokens.slice(this.at + 1, this.at + 14);
        const text = rest.findIndex(({ kind }) => kind === 'string');
        const body = rest.filter(({ kind, text: word }) => kind !== 'newline' && !/^(?:[().;]|freeze)$/.test(word));
        if (name?.kind === 'identifier' && text >= 0 && body[0] === rest[text] && body[1]?.text === 'end')
            this.assignments.push({ name: name.text, at: name.start, right: rightSideAt(rest, text - 1) });
    }
    doBlock() {
        const top = this.blocks.at(-1);
        if (top?.waits)
            top.waits = false;
        else
            this.open(this.scope);
    }
    /** `def a = 1` and `def a(b) = 1` have no `end`. */
    isEndless(token) {
        if (token.text !== 'def')
            return false;
        let index = this.at + 2;
        if (isOperator(this.tokens[index], '(')) {
            while (index - this.at < 100 && this.tokens[index] && !isOperator(this.tokens[index], ')'))
                index += 1;
            index += 1;
        }
        return isOperator(this.tokens[index], '=');
    }
    bracket({ text }) {
        if (text === '{')
            this.open(this.scope);
        else if (text === '}')
            this.scope = this.blocks.pop()?.outer ?? TOP;
        else if (text === '(' || text === '[')
            this.brackets.push(this.at);
        else if (text === ')' || text === ']')
            this.lastList = this.brackets.pop() ?? -1;
    }
    name(token) {
        const previous = this.tokens[this.at - 1];
        const hasReceiver = isOperator(previous, '.') || isOperator(previous, '&.');
        const free = !endsValue(previous) && !isOperator(previous, '::') && !/^(?:def|alias|undef)$/.test(previous?.text ?? '');
        if ((hasReceiver || free) && this.declares(token.text, hasReceiver))
            return this.declaringCall(token);
        if (hasReceiver)
            return /^each(?:_entry|_with_index)?$/.test(token.text) ? this.loop() : this.at + 1;
        if (free && BLOCK_METHODS.has(token.text))
            return this.blockCall(token);
        return this.assignment(token);
    }
    declaringCall(method) {
        const call = callAt(this.tokens, this.at);
        if (!call)
            return this.assignment(method);
        this.calls.push({ method, call, scope: this.scope });
        return call.end;
    }
    blockCall(method) {
        const call = callAt(this.tokens, this.at);
        if (!call)
            return this.assignment(method);
        if (!this.isBlockStart(call.end))
            return call.end;
        const names = call.positional.map((tokens) => symbolOrString(tokens) ?? '…').join(' ');
        const label = [this.scope.label, `${method.text} ${names}`.trim()].filter((words) => words !== '').join(', ');
        const outer = this.scope;
        const source = GIT_METHODS.has(method.text)
            ? { git: gitBlockOf(method.text, call), at: method.start }
            : outer.source;
        const own = method.text === 'path' ? { at: method.start } : source;
        this.open({ ...outer, label: label.length > MAX_LABEL ? outer.label : label, ...(own && { source: own }) });
        return call.end + 1;
    }
    /** `%w[a b].each do |name|`, `['a', 'b'].each { |name| … }` */
    loop() {
        const start = this.at + 1;
        const bar = isOperator(this.tokens[start + 1], '|');
        const variable = this.tokens[start + 2];
        const items = this.isBlockStart(start) && bar && variable ? this.listBehind(this.at - 2) : undefined;
        if (!items || !variable)
            return this.at + 1;
        const outer = this.scope;
        this.open({ ...outer, loop: { variable: variable.text, items, outer } });
        return start + 3;
    }
    listBehind(index) {
        const token = this.tokens[index];
        const items = token?.kind === 'words' ? token.words?.map(({ text }) => text) : this.bracketBehind(index);
        if (!items || items.length > MAX_LIST || items.includes(undefined))
            return undefined;
        return items;
    }
    bracketBehind(index) {
        const isNear = this.lastList >= 0 && index - this.lastList <= 4 * MAX_LIST;
        if (!isOperator(this.tokens[index], ']') || !isNear)
            return undefined;
        return bracketAt(this.tokens, this.lastList).positional.map(stringOf);
    }
    isBlockStart(index) {
        const token = this.tokens[index];
        return isOperator(token, '{') || (token?.kind === 'keyword' && token.text === 'do');
    }
    assignment({ text: name, start: at }) {
        const operator = this.tokens[this.at + 1];
        if (operator?.kind !== 'operator' || this.brackets.length > 0)
            return this.at + 1;
        const previous = this.tokens[this.at - 1];
        const begins = !previous || previous.kind === 'newline' || previous.kind === 'keyword' || /^[;|{]$/.test(previous.text);
        const followable = begins && /^(?:\|\|)?=$/.test(operator.text);
        const severalLeft = isOperator(operator, ',') ? begins : isOperator(operator, '=') && isOperator(previous, ',');
        const changed = begins && /^(?:[-+*/%|&^]|<<|>>|\*\*|&&)=$|^<<$/.test(operator.text);
        if (severalLeft || changed)
            this.assignments.push({ name, at });
        if (!followable)
            return this.at + 1;
        const first = this.tokens[this.at + 2];
        if (first?.kind === 'keyword' && OPENING_KEYWORDS.has(first.text)) {
            this.assignments.push({ name, at });
            return this.at + 2;
        }
        const right = rightSideAt(this.tokens, this.at + 1);
        this.assignments.push({ name, at, right });
        // `spec = Gem::Specification.new { |s| … }`: there may be calls on the right. One level only keeps the time linear.
        if (this.at < this.rightEnd)
            return right.end;
        this.rightEnd = right.end;
        return this.at + 2;
    }
    open(inner, waits = false) {
        this.blocks.push({ outer: this.scope, waits });
        this.scope = inner;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/formats/ruby-variables.js


const ruby_variables_ADVICE = 'Write the version as a string, or give the variable one string before it is used.';
/** Values one of which is taken, under names that no variable of a script can have. */
class Choices {
    declarations = [];
    count = 0;
    /** choose keeps the values and gives the name of the variable that each of them defines. */
    choose = (options, at) => {
        this.count += 1;
        const name = `${CHOICE}${this.count}`;
        const seen = options.map((value) => ({ role: 'variable', names: [name], group: 'variable', at, value }));
        this.declarations.push(...seen);
        return name;
    };
}
const CHOICE = 'choice #';
/** variablesIn gives every variable and constant that holds a version, or that a version refers to. */
function variablesIn(assignments, packages, choices) {
    const all = assignments.flatMap((assignment) => entries(assignment, choices));
    const wanted = new Set([...packages, ...choices.declarations].flatMap(({ value }) => variablesOf(value)));
    const byName = Map.groupBy(all, ({ name }) => name);
    const named = [...byName].flatMap(([name, [first, second]]) => {
        if (!first)
            return [];
        const value = second ? reassigned(name) : first.value;
        const useful = value.kind === 'literal' || value.kind === 'template' || value.kind === 'joint' || wanted.has(name);
        return useful ? [{ role: 'variable', names: [name], group: 'variable', at: first.at, value }] : [];
    });
    return [...named, ...choices.declarations];
}
/** firstAssigned gives the offset at which each variable first gets a value. */
function firstAssigned(assignments) {
    const first = new Map();
    for (const { name, at } of assignments)
        first.set(name, Math.min(at, first.get(name) ?? at));
    return first;
}
/**
 * resolvable replaces the value of a declaration whose variable has no value where it is used. A constant that this file
 * does not know may come from a file that evaluates this one; a local variable cannot.
 */
function resolvable(declaration, first) {
    for (const variable of variablesOf(declaration.value)) {
        if (variable.startsWith(CHOICE))
            continue;
        const base = variable.split('.')[0] ?? '';
        const assigned = first.get(base);
        if (assigned === undefined ? /^[A-Z]/.test(base) : assigned <= declaration.at)
            continue;
        const detail = `${base} has no value that can be followed where ${declaration.names[0]} uses it`;
        return { ...declaration, value: { kind: 'opaque', reason: 'unresolved-variable', detail, hint: ruby_variables_ADVICE } };
    }
    return declaration;
}
function variablesOf(value) {
    const pieces = value.kind === 'joint' ? value.members.flat() : value.kind === 'template' ? value.pieces : [];
    return pieces.flatMap((piece) => ('variable' in piece ? [piece.variable] : []));
}
/** `V = '1.0'` is one entry; `V = { a: '1.0' }` is one for each key, as `V.a`. */
function entries({ name, at, right }, { choose }) {
    const reading = { dialect: 'gem', choose };
    const [tokens, second] = right?.positional ?? [];
    const [open] = tokens ?? [];
    if (tokens && open && !second && isOperator(open, '{')) {
        return [...bracketAt(tokens, 0).options].map(([key, value]) => {
            return { name: `${name}.${key}`, at: value[0]?.start ?? at, value: assigned(constraintOf([value], reading)) };
        });
    }
    if (!right || right.options.size > 0 || right.positional.length === 0)
        return [{ name, at, value: unknown(name) }];
    const value = constraintOf(right.positional, reading);
    // `V = 'a', 'b'` is a list already; behind a lone string a second one would make it one, which `"#{V}"` cannot take.
    return [{ name, at, value: right.positional.length > 1 || isOperator(open, '[') ? value : assigned(value) }];
}
function assigned(value) {
    const [pieces, ...more] = value.kind === 'joint' ? value.members : [];
    if (value.kind === 'joint' && pieces && more.length === 0)
        return { kind: 'template', dialect: value.dialect, pieces };
    return withoutSlot(value);
}
function unknown(name) {
    const detail = `the value of ${name} is computed`;
    return { kind: 'opaque', reason: 'unresolved-variable', detail, hint: ruby_variables_ADVICE };
}
function reassigned(name) {
    const detail = `${name} gets its value in several places`;
    return {
        kind: 'opaque',
        reason: 'ambiguous',
        detail,
        hint: 'Raise it by hand, or give each version a name of its own.',
    };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/ruby-declarations.js






/** scanRuby finds what the wanted calls declare, and the variables their versions are written with. */
function scanRuby(text, declares) {
    const { calls, assignments } = readScript(tokenizeRuby(text), declares);
    const constants = new Map(assignments.map(({ name, right }) => [name, stringOf(right?.positional[0])]));
    const choices = new Choices();
    const found = [...calls.flatMap((call) => declarationsOf(call, constants, choices)), ...blockTags(calls, constants)];
    const first = firstAssigned(assignments);
    const packages = found.map((declaration) => resolvable(declaration, first));
    const variables = variablesIn(assignments, packages, choices).map((declaration) => resolvable(declaration, first));
    return [...packages, ...variables].sort((a, b) => a.at - b.at);
}
function declarationsOf({ method, call: written, scope }, constants, choices) {
    const call = withBracedOptions(written);
    const [name, ...versions] = call.positional;
    const names = name ? gemNames(name, scope, constants) : [];
    const [only, second] = names;
    if (!name || only === undefined)
        return [];
    const group = groupOf(method, scope);
    const at = method.start;
    if (second !== undefined)
        return [{ role: 'package', names, group, at, value: oneForSeveral(versions.length) }];
    const declaration = { role: 'package', names: [only], group, at };
    const source = gitSourceOf(call);
    const tags = source ? tagDeclaration([only], source, group, at) : [];
    const value = valueOfGem({ method, call, scope }, name, versions, choices);
    return value ? [...tags, { ...declaration, value }] : tags;
}
/** What the gem's own line says about its version; undefined when only a tag gives it. */
function valueOfGem({ call, scope }, name, versions, { choose }) {
    const source = gitSourceOf(call) ?? scope.source?.git;
    if (call.options.has('path') || (scope.source && !source))
        return { kind: 'local', what: 'a path' };
    if (source?.pin === 'commit')
        return pinnedValue(source);
    if (versions.length > 0) {
        const quotes = name[0]?.string && slotQuotes(name[0].string);
        return constraintOf(versions, { dialect: 'gem', choose, ...(quotes && { quotes }) });
    }
    if (source)
        return source.pin === 'tag' ? undefined : pinnedValue(source);
    return bareName(name);
}
/** No constraint at all: a first one can be written behind the name, in the author's quotes. */
function bareName(name) {
    const [first] = name;
    const at = name.at(-1)?.end;
    const slot = first?.string && at !== undefined ? { at, ...slotQuotes(first.string) } : undefined;
    return { kind: 'literal', dialect: 'gem', parts: [], ...(slot && { slot }) };
}
function gemNames(tokens, scope, constants) {
    const plain = stringOf(tokens);
    if (plain !== undefined)
        return [plain];
    const [only, second] = tokens;
    if (!only || second)
        return [];
    let { loop } = scope;
    // A hostile file may nest loops without end.
    for (let steps = 0; loop && steps < 32; steps++) {
        if (loop.variable === only.text)
            return loop.items;
        loop = loop.outer.loop;
    }
    const constant = constants.get(only.text);
    return constant === undefined ? [] : [constant];
}
function oneForSeveral(versions) {
    if (versions === 0)
        return { kind: 'literal', dialect: 'gem', parts: [] };
    const detail = 'one call in a loop declares several gems';
    return { kind: 'opaque', reason: 'ambiguous', detail, hint: 'Write one line for each gem.' };
}
function groupOf(method, scope) {
    return scope.label === '' ? method.text : scope.label;
}
/** A `git '…', tag: '…' do` block has one tag for all the gems in it. */
function blockTags(calls, constants) {
    const byBlock = Map.groupBy(calls.filter(({ scope }) => scope.source?.git), ({ scope }) => scope.source);
    return [...byBlock].flatMap(([block, own]) => {
        if (!block?.git)
            return [];
        const gems = own.flatMap(({ call: { positional: [name], }, scope, }) => (name ? gemNames(name, scope, constants) : []));
        return tagDeclaration(gems, block.git, own[0]?.scope.label ?? '', block.at);
    });
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gemfile.js





const LOCKFILE = /\.(?:lock|locked)(?:\.|$)/;
/** Bundler's manifests: `Gemfile` and its variants, `gems.rb`, `*.gemfile`. */
const gemfile = {
    id: 'Gemfile',
    ecosystem: 'gem',
    matches: (path) => /(?:^|\/)(?:Gemfile(?:[-._][^/]*)?|gems\.rb|[^/]+\.gemfile)$/.test(path) && !LOCKFILE.test(path),
    scan: (text) => scanRuby(text, (method, hasReceiver) => method === 'gem' && !hasReceiver),
    related,
    visibility,
    lockfiles: ['Gemfile.lock', 'gems.locked'],
};
function related(path, text, tree) {
    const present = new Set(tree);
    const found = leaningCalls(text).flatMap(([method, call]) => {
        if (method === 'gemspec')
            return gemspecsIn(resolvePath(folderOf(path), stringOf(call?.options.get('path')) ?? '.'), tree);
        const target = (call?.positional ?? []).flatMap(textsIn).join('/');
        // `File.expand_path('../x', __FILE__)` counts from the file, not from its folder.
        const candidates = [target, target.replace(/^\.\.\//, '')].map((other) => resolvePath(folderOf(path), other));
        return candidates.filter((other) => other !== undefined && present.has(other)).slice(0, 1);
    });
    return [...new Set(found)].filter((other) => other !== undefined && other !== path);
}
/** The `gemspec` and `eval_gemfile` calls of a text; none of one that cannot be read, which its own scan reports. */
function leaningCalls(text) {
    const found = [];
    try {
        const tokens = tokenizeRuby(text);
        for (let at = 0; at < tokens.length; at++) {
            const token = tokens[at];
            if (token?.kind !== 'identifier' || !isCall(tokens, at) || !/^(?:gemspec|eval_gemfile)$/.test(token.text))
                continue;
            const call = callAt(tokens, at);
            found.push([token.text, call]);
            at = Math.max(at, (call?.end ?? 0) - 1);
        }
    }
    catch {
        return [];
    }
    return found;
}
function isCall(tokens, at) {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    return tokens[at]?.leads === true && !isOperator(before, '.') && !isOperator(before, '&.') && !isOperator(after, '=');
}
function gemspecsIn(folder, tree) {
    const home = folder === '' ? '' : `${folder}/`;
    return tree.filter((other) => other.endsWith('.gemspec') && folderOf(other) === home);
}
function textsIn(tokens) {
    return tokens.flatMap((token) => stringOf([token]) ?? (token.kind === 'operator' ? [] : listedTexts(token)));
}
/** `"#{__dir__}/x"`: what is text in an interpolated path. */
function listedTexts({ string }) {
    const text = string?.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
    return text === undefined ? [] : [text];
}
/**
 * Only constants reach from file to file, by `eval_gemfile`, and scans let nothing else out: from a folder above, or
 * from one below.
 */
function visibility(definition, reference) {
    if (definition === reference)
        return 0;
    const [from, to] = [folderOf(definition), folderOf(reference)];
    const above = ancestorsOf(to).indexOf(from);
    if (above >= 0)
        return 1 + above;
    const below = ancestorsOf(from).indexOf(to);
    return below < 0 ? undefined : 1 + below;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gemspec.js

const METHODS = new Set(['add_dependency', 'add_runtime_dependency', 'add_development_dependency']);
/** A gem's own description: `*.gemspec`. */
const gemspec = {
    id: '*.gemspec',
    ecosystem: 'gem',
    matches: (path) => /(?:^|\/)[^/]*\.gemspec$/.test(path),
    scan: (text) => scanRuby(text, (method, hasReceiver) => hasReceiver && METHODS.has(method)),
    lockfiles: ['Gemfile.lock', 'gems.locked'],
};

;// CONCATENATED MODULE: ./lib/manifests/syntax/go-mod.js

/** readGoMod reads the lines that say something. Throws ManifestSyntaxError for unclosed quotes and blocks. */
function readGoMod(text) {
    const lines = [];
    let block;
    for (const { at, tokens, comment } of wordLines(text)) {
        const [first, second] = tokens;
        if (block !== undefined) {
            if (isPunctuation(first, ')'))
                block = undefined;
            else
                lines.push({ verb: block.verb, at, args: tokens, comment });
        }
        else if (second !== undefined && isPunctuation(second, '(') && tokens.length === 2) {
            block = { verb: first.text, at };
        }
        else if (tokens.length > 3 || !isEmptyBlock(tokens)) {
            lines.push({ verb: first.text, at, args: tokens.slice(1), comment });
        }
    }
    if (block !== undefined)
        throw new ManifestSyntaxError(`the block of ${block.verb} is not closed`, block.at);
    return lines;
}
function isPunctuation({ text, span }, punctuation) {
    return text === punctuation && span.end - span.start === punctuation.length;
}
function isEmptyBlock(tokens) {
    return tokens.length === 3 && tokens[1]?.text === '(' && tokens[2]?.text === ')';
}
const space = /[ \t\r]*/y;
const go_mod_comment = /\/\/[^\n]*/y;
/** A word ends at white space, punctuation or a comment. */
const word = /(?:(?!\/\/)[^\s()[\]{},"'`])+/y;
const interpreted = /"((?:[^"\\\n]|\\[^\n])*)"/y;
const raw = /`([^`\n]*)`/y;
function* wordLines(text) {
    for (let at = 0; at < text.length;) {
        const lineAt = go_mod_skip(space, text, at);
        const tokens = [];
        at = lineAt;
        while (at < text.length && text[at] !== '\n' && !text.startsWith('//', at)) {
            const token = readToken(text, at);
            tokens.push(token.word);
            at = go_mod_skip(space, text, token.end);
        }
        const end = go_mod_skip(go_mod_comment, text, at);
        if (tokens.length > 0)
            yield { at: lineAt, tokens, comment: text.slice(at, end).trimEnd() };
        at = end + 1;
    }
}
function go_mod_skip(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
}
function readToken(text, at) {
    const quote = text[at];
    if (quote === '"' || quote === '`')
        return readQuoted(text, at, quote);
    if (text.startsWith('/*', at))
        throw new ManifestSyntaxError('a go.mod file takes // comments only', at);
    const end = text.startsWith('=>', at) ? at + 2 : Math.max(go_mod_skip(word, text, at), at + 1);
    return { word: { text: text.slice(at, end), span: { start: at, end } }, end };
}
function readQuoted(text, at, quote) {
    const end = go_mod_skip(quote === '"' ? interpreted : raw, text, at);
    if (end === at)
        throw new ManifestSyntaxError('a quoted string is not closed', at);
    const span = { start: at + 1, end: end - 1 };
    const content = text.slice(span.start, span.end);
    return { word: { text: quote === '"' ? unescaped(content) : content, span }, end };
}
const escapeSequence = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/g;
function unescaped(content) {
    return content.replace(escapeSequence, (_, x, u, long, octal, other) => {
        if (octal !== undefined)
            return String.fromCharCode(Number.parseInt(octal, 8));
        const hex = x ?? u ?? long;
        if (hex === undefined)
            return other ?? '';
        const code = Number.parseInt(hex, 16);
        return code > 0x10ffff ? '' : String.fromCodePoint(code);
    });
}

;// CONCATENATED MODULE: ./lib/manifests/formats/go-mod.js


/** The go.mod format, and the `replace` lines of go.work. */
const goMod = {
    id: 'go.mod',
    ecosystem: 'golang',
    matches: (path) => /(?:^|\/)go\.(?:mod|work)$/.test(path),
    scan: (text) => readGoMod(text).flatMap(lineDeclarations),
    lockfiles: ['go.sum', 'go.work.sum'],
};
function lineDeclarations(line) {
    switch (line.verb) {
        case 'require':
            return [moduleVersion(line, 'package', isIndirect(line) ? 'require // indirect' : 'require')];
        case 'exclude':
            return [moduleVersion(line, 'exclusion', 'exclude', 'exact')];
        case 'replace':
            return replacement(line);
        default:
            return [];
    }
}
/** The go command's own test: the comment is `indirect`, alone or before a semicolon. */
function isIndirect({ comment }) {
    return /^\/\/[ \t]*indirect[ \t]*(?:;|$)/.test(comment);
}
/** `exclude` names single versions; a required one is the lowest that may be taken. */
function moduleVersion(line, role, group, dialect = 'go') {
    const [path, version] = line.args;
    if (path === undefined || version === undefined || line.args.length !== 2) {
        throw new ManifestSyntaxError(`${line.verb} takes a module path and a version`, line.at);
    }
    return { role, names: [path.text], group, at: path.span.start, value: versionValue(version, dialect) };
}
function versionValue({ text, span }, dialect) {
    return { kind: 'literal', dialect, parts: [{ span, text }] };
}
/** `old [version] => new version` or `old [version] => ./path`. The version on the left selects and is never raised. */
function replacement(line) {
    const arrow = line.args.findIndex(({ text }) => text === '=>');
    const [old, selected, ...surplus] = line.args.slice(0, Math.max(arrow, 0));
    const [target, version, ...rest] = line.args.slice(arrow + 1);
    if (old === undefined || target === undefined || surplus.length > 0 || rest.length > 0) {
        throw new ManifestSyntaxError('replace takes a module, "=>" and its replacement', line.at);
    }
    const group = `replace ${old.text}`;
    if (version === undefined) {
        const value = { kind: 'local', what: `the folder ${target.text}` };
        return [{ role: 'package', names: [old.text], group, at: old.span.start, value }];
    }
    const raised = {
        role: 'package',
        names: [target.text],
        group,
        at: target.span.start,
        value: versionValue(version, 'go'),
    };
    // A replacement of every version by another module makes the require line of the old one ineffective.
    if (selected !== undefined || old.text === target.text)
        return [raised];
    const value = { kind: 'managed', by: `replace ${old.text} => ${target.text}` };
    return [{ role: 'package', names: [old.text], group, at: old.span.start, value }, raised];
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/places.js

/** Names of the files that pin what a Gradle build resolved. */
const GRADLE_LOCKFILES = [
    'gradle.lockfile',
    'buildscript-gradle.lockfile',
    'settings-gradle.lockfile',
    'versions.lock',
    'gradle/verification-metadata.xml',
];
const LOGIC = /^(.*?)(?:^|(?<=\/))(?:buildSrc|build-?logic|build-conventions|build-plugins|includeBuild|gradle\/plugins|convention-plugins)\/(?:.*\/)?[^/]+\.(?:kt|groovy|java)$/;
/** The kind of a path, or undefined when it is no file of a Gradle build. */
function gradleFileKind(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (/^build\.gradle(?:\.kts)?$/.test(name))
        return 'build';
    if (/^settings\.gradle(?:\.kts)?$/.test(name))
        return 'settings';
    if (/\.gradle(?:\.kts)?$/.test(name))
        return 'script';
    if (name === 'gradle.properties')
        return 'properties';
    if (name.endsWith('.versions.toml'))
        return 'catalog';
    if (name === 'versions.props')
        return 'versions';
    return LOGIC.test(path) ? 'logic' : undefined;
}
/** The folder of the build that a file of build logic serves: the one that holds `buildSrc`. */
function servedFolder(path) {
    return LOGIC.exec(path)?.[1] ?? folderOf(path);
}
const STEP = 10;
const FAR = 500;
/**
 * How near a variable of `definition` is to a reference in `reference`, for every file of a Gradle build: first the
 * file itself, then folder by folder upwards the build script, scripts that may be applied, `gradle.properties`,
 * settings, catalogs, build logic. Build scripts of other subprojects cannot be seen.
 */
function gradleVisibility(definition, reference) {
    if (definition === reference)
        return 0;
    // A file of any other name is here because a script applies it; poms are Maven's.
    const kind = gradleFileKind(definition) ?? (/\.(?:xml|pom)$/i.test(definition) ? undefined : 'script');
    const folders = ancestorsOf(folderOf(reference));
    const distance = folders.indexOf(homeOf(definition, kind));
    switch (kind) {
        case 'build':
            return distance < 0 ? undefined : distance * STEP + 1;
        case 'script':
            // A script is applied from anywhere.
            return distance < 0 ? FAR : distance * STEP + 2;
        case 'properties':
            return distance < 0 ? undefined : distance * STEP + 3;
        case 'settings':
        case 'versions':
            return distance < 0 ? undefined : distance * STEP + 4;
        case 'catalog':
            return distance < 0 ? FAR + 1 : distance * STEP + 5;
        case 'logic':
            return distance < 0 ? undefined : distance * STEP + 6;
        default:
            return undefined;
    }
}
/** The folder a file speaks for: `gradle/deps.gradle` and `gradle/libs.versions.toml` for the one above. */
function homeOf(path, kind) {
    if (kind === 'logic')
        return servedFolder(path);
    const folder = folderOf(path);
    return (kind === 'script' || kind === 'catalog') && /(?:^|\/)gradle\/$/.test(folder) ? folder.slice(0, -7) : folder;
}
const APPLIED = /\b(?:from|file|rootProject\.file|project\.file)\s*[(=:]?\s*\(?\s*["']([^"'\r\n]{1,300})["']/g;
/** The files of the tree that a Gradle file may take versions from, nearest first. */
function gradleRelatives(path, text, tree) {
    const folders = ancestorsOf(folderOf(path));
    const applied = new Set(appliedPaths(path, text));
    const ranked = tree.flatMap((other) => {
        if (other === path)
            return [];
        if (applied.has(other))
            return [{ other, rank: 0 }];
        const rank = isLeanedOn(other, folders) ? gradleVisibility(other, path) : undefined;
        return rank === undefined ? [] : [{ other, rank }];
    });
    return ranked.sort((one, two) => one.rank - two.rank).map(({ other }) => other);
}
function isLeanedOn(path, folders) {
    const kind = gradleFileKind(path);
    if (kind === undefined)
        return false;
    if (kind !== 'script')
        return true;
    const folder = folderOf(path);
    return folders.some((above) => folder === above || folder === `${above}gradle/`);
}
/** `apply from: "$rootDir/gradle/deps.gradle"`, from the folder of the file, and from every folder that may be the root. */
function appliedPaths(path, text) {
    const folders = ancestorsOf(folderOf(path));
    const paths = [];
    for (const [, target = ''] of text.matchAll(APPLIED)) {
        const relative = target.replace(/^\$\{?(?:\w+\.)*(?:rootDir|projectDir|projectRoot)\}?\/?/, '');
        if (/[$:]/.test(relative))
            continue;
        for (const folder of folders) {
            const found = resolvePath(folder, relative);
            if (found !== undefined)
                paths.push(found);
        }
    }
    return paths;
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/gradle-reader.js

const gradle_reader_MAX_DEPTH = 150;
const gradle_reader_CLOSING = { '(': ')', '[': ']', '{': '}' };
/** A reader over tokens; `depth` is that of the string they were interpolated in. */
function readerOf(grammar, tokens, language, origin, depth) {
    const closing = matchBrackets(tokens);
    return { grammar, tokens, closing, language, origin, at: 0, end: tokens.length, enclosed: false, depth };
}
function matchBrackets(tokens) {
    const closing = new Int32Array(tokens.length);
    const open = [];
    for (const [i, token] of tokens.entries()) {
        if (token.kind === 'open') {
            open.push(i);
            if (open.length > gradle_reader_MAX_DEPTH)
                throw new ManifestSyntaxError('brackets are nested too deep', token.start);
        }
        else if (token.kind === 'close') {
            const opening = open.pop();
            if (opening === undefined || gradle_reader_CLOSING[tokens[opening]?.text ?? ''] !== token.text) {
                throw new ManifestSyntaxError(`"${token.text}" closes nothing`, token.start);
            }
            closing[opening] = i;
        }
    }
    const left = tokens[open.at(-1) ?? -1];
    if (left)
        throw new ManifestSyntaxError(`"${left.text}" is not closed`, left.start);
    return closing;
}
/** The token that comes next inside the current bracket, or the one `ahead` after it. */
function peek(reader, ahead = 0) {
    return reader.at + ahead < reader.end ? reader.tokens[reader.at + ahead] : undefined;
}
/** Reads what stands in the bracket that opens at the cursor, and leaves the cursor behind the closing one. */
function inBracket(reader, enclosed, read) {
    const close = reader.closing[reader.at] ?? 0;
    const saved = { end: reader.end, enclosed: reader.enclosed };
    reader.at += 1;
    reader.end = close;
    reader.enclosed = enclosed;
    const result = deeper(reader, read);
    reader.at = close + 1;
    reader.end = saved.end;
    reader.enclosed = saved.enclosed;
    return result;
}
/** Guards the call stack against hostile nesting. */
function deeper(reader, read) {
    reader.depth += 1;
    if (reader.depth > 2 * gradle_reader_MAX_DEPTH) {
        throw new ManifestSyntaxError('expressions are nested too deep', peek(reader)?.start ?? reader.origin);
    }
    const result = read();
    reader.depth -= 1;
    return result;
}
/** The end of the token that was read last. */
function endOfLast(reader) {
    return reader.tokens[reader.at - 1]?.end ?? reader.origin;
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/gradle-arguments.js

/** Reads the arguments or elements in the bracket that opens at the cursor. */
function readArguments(reader) {
    return inBracket(reader, true, () => {
        const args = [];
        while (peek(reader)) {
            const argument = readArgument(reader);
            if (argument)
                args.push(argument);
            skipToComma(reader, args);
        }
        return args;
    });
}
/** Reads arguments without brackets around them, up to the end of the command. */
function readArgumentList(reader) {
    const args = [];
    for (;;) {
        const argument = readArgument(reader);
        if (argument)
            args.push(argument);
        if (peek(reader)?.kind !== 'comma')
            return args;
        reader.at += 1;
    }
}
/** What an argument could not take is read as further expressions, so that nothing in it is overlooked. */
function skipToComma(reader, args) {
    for (let token = peek(reader); token; token = peek(reader)) {
        if (token.kind === 'comma' || token.kind === 'semicolon') {
            reader.at += 1;
            return;
        }
        const before = reader.at;
        const value = reader.grammar.expression(reader);
        if (value)
            args.push({ value: { type: 'operation', ...gradle_arguments_spanOf(value), operands: [value], operators: [] } });
        if (reader.at === before)
            reader.at += 1;
    }
}
function gradle_arguments_spanOf({ start, end }) {
    return { start, end };
}
function readArgument(reader) {
    const name = readKey(reader);
    const value = reader.grammar.expression(reader);
    if (!value)
        return undefined;
    return name === undefined ? { value } : { name, value };
}
/** `key:` in Groovy, `key =` in Kotlin. A computed key is stepped over and gives an empty name. */
function readKey(reader) {
    const token = peek(reader);
    const sign = reader.language === 'groovy' ? ':' : '=';
    if (token?.text === '(' && reader.language === 'groovy') {
        const ahead = (reader.closing[reader.at] ?? 0) + 1 - reader.at;
        if (peek(reader, ahead)?.text !== ':')
            return undefined;
        reader.at += ahead + 1;
        return '';
    }
    if (!token || peek(reader, 1)?.text !== sign)
        return undefined;
    const name = token.kind === 'word' || token.kind === 'number' ? token.text : gradle_arguments_plainText(token);
    if (name !== undefined)
        reader.at += 2;
    return name;
}
/** The text of a string token without interpolation. */
function gradle_arguments_plainText(token) {
    if (token.kind !== 'string' || !token.pieces)
        return undefined;
    let text = '';
    for (const piece of token.pieces) {
        if (piece.kind !== 'text')
            return undefined;
        text += piece.value;
    }
    return text;
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/gradle-expressions.js



const MAX_CHAIN = 400;
/** Operators that carry an expression over a line break in front of them. */
const CONTINUING = new Set(['.', '?.', '*.', '?:', '&&', '||', '::']);
/** Words that stand between two operands like an operator. */
const WORD_OPERATORS = new Set(['in', 'is', 'as', 'instanceof']);
/** Words that end an expression. */
const gradle_expressions_ENDING = new Set(['else', 'by', 'catch', 'finally']);
/** Reads one expression; undefined when none begins here. `command` allows a Groovy call without parentheses. */
function readExpression(reader, command = false) {
    return deeper(reader, () => {
        const first = readOperand(reader, command);
        if (!first)
            return undefined;
        const operands = [first];
        const operators = [];
        for (let operator = nextOperator(reader); operator; operator = nextOperator(reader)) {
            reader.at += 1;
            const operand = readOperand(reader, false);
            if (!operand)
                break;
            // A cast changes nothing that matters here.
            if (operator === 'as') {
                if (reader.language === 'kotlin' && peek(reader)?.text === '?')
                    reader.at += 1;
                continue;
            }
            operators.push(operator);
            operands.push(operand);
        }
        if (operands.length === 1)
            return first;
        return { type: 'operation', start: first.start, end: endOfLast(reader), operands, operators };
    });
}
function nextOperator(reader) {
    const token = peek(reader);
    if (!token)
        return undefined;
    if (token.newline && !reader.enclosed && !CONTINUING.has(token.text))
        return undefined;
    if (token.kind === 'word')
        return WORD_OPERATORS.has(token.text) ? token.text : undefined;
    if (token.kind !== 'operator' || token.text === '=' || token.text === '+=')
        return undefined;
    return token.text;
}
function readOperand(reader, command) {
    let isPattern = false;
    while (peek(reader)?.kind === 'operator' && peek(reader)?.text !== '=') {
        // Groovy's `~/…/` is a regular expression.
        isPattern = peek(reader)?.text === '~';
        reader.at += 1;
    }
    const primary = readPrimary(reader);
    if (primary && isPattern)
        return { type: 'other', start: primary.start, end: primary.end };
    return primary && readPostfixes(reader, primary, command);
}
function readPrimary(reader) {
    const token = peek(reader);
    if (!token)
        return undefined;
    const { start, end } = token;
    if (token.kind === 'string') {
        reader.at += 1;
        return { type: 'string', start, end, pieces: gradle_expressions_piecesOf(reader, token.pieces ?? []) };
    }
    if (token.kind === 'word')
        return token.text === 'if' ? readIf(reader) : readWord(reader, token);
    if (token.kind === 'number') {
        reader.at += 1;
        return { type: 'other', start, end };
    }
    if (token.kind !== 'open')
        return undefined;
    if (token.text === '{')
        return { type: 'block', start, end: closeOf(reader), block: reader.grammar.block(reader) };
    if (token.text === '[')
        return { type: 'list', start, end: closeOf(reader), elements: readArguments(reader) };
    const inner = readArguments(reader);
    const [only] = inner;
    if (inner.length === 1 && only)
        return only.value;
    return { type: 'list', start, end: endOfLast(reader), elements: inner };
}
function closeOf(reader) {
    return reader.tokens[reader.closing[reader.at] ?? 0]?.end ?? reader.origin;
}
function readWord(reader, token) {
    reader.at += 1;
    return { type: 'name', start: token.start, end: token.end, name: token.text };
}
function gradle_expressions_piecesOf(reader, pieces) {
    return pieces.map((piece) => {
        if (piece.kind === 'text')
            return { text: piece.value, start: piece.start, end: piece.end };
        const { start, end } = piece;
        const inner = readerOf(reader.grammar, piece.tokens, reader.language, start, reader.depth);
        inner.enclosed = true;
        const expression = readExpression(inner);
        const whole = expression && inner.at === piece.tokens.length;
        return { expression: whole ? expression : { type: 'other', start, end } };
    });
}
/** `if (condition) branch else branch`, as a statement or as a value. */
function readIf(reader) {
    const start = peek(reader)?.start ?? reader.origin;
    reader.at += 1;
    if (peek(reader)?.text !== '(')
        return { type: 'name', start, end: endOfLast(reader), name: 'if' };
    const elements = readArguments(reader);
    const condition = elements[0]?.value ?? { type: 'other', start, end: endOfLast(reader) };
    const branches = [];
    const first = readBranch(reader);
    if (first)
        branches.push(first);
    if (peek(reader)?.text === 'else') {
        reader.at += 1;
        const second = readBranch(reader);
        if (second)
            branches.push(second);
    }
    return { type: 'if', start, end: endOfLast(reader), condition, branches };
}
function readBranch(reader) {
    return deeper(reader, () => reader.grammar.block(reader));
}
function readPostfixes(reader, primary, command) {
    let current = primary;
    for (let length = 0;; length += 1) {
        const next = readPostfix(reader, current) ?? (command ? readCommand(reader, current) : undefined) ?? readInfix(reader, current);
        if (!next)
            return current;
        current = chained(next, length);
    }
}
/** A chain is a tree as deep as it is long, and read by recursion later. */
function chained(next, length) {
    if (length > MAX_CHAIN)
        throw new ManifestSyntaxError('a chain of calls is too long', next.start);
    return next;
}
function readPostfix(reader, current) {
    const token = peek(reader);
    if (!token)
        return undefined;
    const { start } = current;
    if (token.text === '.' || token.text === '?.' || token.text === '*.')
        return readMember(reader, current);
    if (token.text === '!!') {
        reader.at += 1;
        return current;
    }
    const callable = current.type === 'name' || current.type === 'member';
    if (token.kind === 'open' && token.text === '{' && current.type !== 'list' && current.type !== 'other') {
        if (token.newline && !(callable || current.type === 'call'))
            return undefined;
        return withBody(current, reader.grammar.block(reader));
    }
    if (token.newline && !reader.enclosed)
        return undefined;
    if (token.text === '(' && current.type !== 'list' && current.type !== 'other') {
        const args = readArguments(reader);
        return { type: 'call', start, end: endOfLast(reader), target: current, args };
    }
    if (token.text === '[' && !(token.spaced && callable && reader.language === 'groovy')) {
        const key = readArguments(reader)[0]?.value ?? { type: 'other', start: token.start, end: token.end };
        return { type: 'index', start, end: endOfLast(reader), target: current, key };
    }
    if (token.text === '<' && callable && !token.spaced && skipTypeArguments(reader))
        return current;
    return undefined;
}
function readMember(reader, target) {
    const name = peek(reader, 1);
    const text = name?.kind === 'word' ? name.text : name && gradle_arguments_plainText(name);
    if (text === undefined)
        return undefined;
    reader.at += 2;
    return { type: 'member', start: target.start, end: endOfLast(reader), target, name: text };
}
function withBody(current, body) {
    const { start } = current;
    if (current.type === 'call' && !current.body)
        return { ...current, end: body.end, body };
    return { type: 'call', start, end: body.end, target: current, args: [], body };
}
/** Steps over `<String, List<Int>>` when a call follows it; leaves a comparison alone. */
function skipTypeArguments(reader) {
    let depth = 0;
    for (let ahead = 0; ahead < 40; ahead += 1) {
        const token = peek(reader, ahead);
        if (!token)
            return false;
        if (token.text === '<')
            depth += 1;
        else if (token.text === '>')
            depth -= 1;
        else if (token.kind !== 'word' && token.kind !== 'comma' && !'.?*:'.includes(token.text || ' '))
            return false;
        if (depth === 0) {
            const after = peek(reader, ahead + 1);
            if (after?.kind !== 'open' || after.text === '[')
                return false;
            reader.at += ahead + 1;
            return true;
        }
    }
    return false;
}
/**
 * Groovy's call without parentheses: `implementation 'g:b:1.0'`, `id 'x' version 'v'`. A name before a string is no Kotlin,
 * but written in `.kts` files that were Groovy.
 */
function readCommand(reader, current) {
    const token = peek(reader);
    if (!token || token.newline)
        return undefined;
    if (reader.language !== 'groovy' && (token.kind !== 'string' || current.type !== 'name'))
        return undefined;
    const { start } = current;
    if (current.type === 'call') {
        if (token.kind !== 'word' || WORD_OPERATORS.has(token.text) || gradle_expressions_ENDING.has(token.text))
            return undefined;
        reader.at += 1;
        return { type: 'member', start, end: token.end, target: current, name: token.text };
    }
    const callable = current.type === 'name' || current.type === 'member' || current.type === 'string';
    if (!callable || !opensArgument(reader, token, current))
        return undefined;
    const args = readArgumentList(reader);
    return { type: 'call', start, end: endOfLast(reader), target: current, args };
}
function opensArgument(reader, token, current) {
    if (token.kind === 'string')
        return true;
    if (current.type === 'string')
        return false;
    if (token.kind === 'number')
        return true;
    if (token.kind === 'word')
        return !WORD_OPERATORS.has(token.text) && !gradle_expressions_ENDING.has(token.text);
    return token.text === '[' && reader.language === 'groovy';
}
/** Kotlin's infix call: `"a" to "b"`, `id("x") version "v"`. */
function readInfix(reader, current) {
    const token = peek(reader);
    if (reader.language !== 'kotlin' || token?.kind !== 'word' || (token.newline && !reader.enclosed))
        return undefined;
    if (WORD_OPERATORS.has(token.text) || gradle_expressions_ENDING.has(token.text))
        return undefined;
    const { start } = current;
    reader.at += 1;
    const target = { type: 'member', start, end: token.end, target: current, name: token.text };
    const value = deeper(reader, () => readInfixOperand(reader));
    return { type: 'call', start, end: endOfLast(reader), target, args: value ? [{ value }] : [] };
}
function readInfixOperand(reader) {
    let current = readPrimary(reader);
    for (let length = 0;; length += 1) {
        const next = current && readPostfix(reader, current);
        if (!next)
            return current;
        current = chained(next, length);
    }
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/gradle-statements.js



const MODIFIERS = new Set('private public protected internal static final const lateinit override open abstract data inline sealed companion enum suspend operator infix'.split(' '));
const DECLARING = new Set(['def', 'val', 'var']);
const CLASSES = new Set(['class', 'object', 'interface', 'trait']);
const PRIMITIVES = new Set(['void', 'int', 'boolean', 'long', 'double', 'char']);
/** Reads statements up to the end of the current bracket. */
function readStatements(reader) {
    const statements = [];
    while (peek(reader)) {
        const before = reader.at;
        const statement = readStatement(reader);
        if (statement)
            statements.push(statement);
        if (reader.at === before)
            reader.at += 1;
    }
    return statements;
}
/** Reads a block in braces, or the single statement that stands where a block could. */
function readBlock(reader) {
    const token = peek(reader);
    const start = token?.start ?? reader.origin;
    if (token?.text !== '{' || token.kind !== 'open') {
        const statement = token && token.kind !== 'close' ? readStatement(reader) : undefined;
        return { start, end: endOfLast(reader), parameters: [], statements: statement ? [statement] : [] };
    }
    return inBracket(reader, false, () => {
        const parameters = readParameters(reader);
        const statements = readStatements(reader);
        return { start, end: reader.tokens[reader.end]?.end ?? start, parameters, statements };
    });
}
/** `a, b ->` at the beginning of a closure. */
function readParameters(reader) {
    const names = [];
    for (let ahead = 0; ahead < 16; ahead += 1) {
        const token = peek(reader, ahead);
        if (!token || (ahead > 0 && token.newline) || token.kind === 'string' || token.text === '{')
            return [];
        if (token.kind === 'word')
            names.push(token.text);
        if (token.text === '->') {
            reader.at += ahead + 1;
            return names;
        }
    }
    return [];
}
function readStatement(reader) {
    skipAnnotations(reader);
    const token = peek(reader);
    if (!token)
        return undefined;
    if (token.kind === 'semicolon' || token.kind === 'comma') {
        reader.at += 1;
        return undefined;
    }
    return readKeyword(reader, token) ?? readDeclaration(reader) ?? readAssignmentOrExpression(reader, false);
}
function skipAnnotations(reader) {
    while (peek(reader)?.text === '@' && peek(reader, 1)?.kind === 'word') {
        reader.at += 2;
        while ((peek(reader)?.text === ':' || peek(reader)?.text === '.') && peek(reader, 1)?.kind === 'word')
            reader.at += 2;
        if (peek(reader)?.text === '(' && !peek(reader)?.spaced)
            reader.at = (reader.closing[reader.at] ?? 0) + 1;
    }
}
function readKeyword(reader, token) {
    if (token.kind !== 'word')
        return undefined;
    const next = peek(reader, 1);
    if ((token.text === 'package' || token.text === 'import') && next?.kind === 'word' && !next.newline) {
        return readPackage(reader, token);
    }
    if (reader.language === 'groovy' && (token.text === 'case' || token.text === 'default'))
        return readLabel(reader);
    if (token.text === 'return' && next && !next.newline) {
        reader.at += 1;
        const value = readExpression(reader, true);
        return value && { type: 'return', start: token.start, end: endOfLast(reader), value };
    }
    return undefined;
}
/** Steps over `case 'x':`, so that the statement behind it is read as one. */
function readLabel(reader) {
    for (let ahead = 1; ahead < 20; ahead += 1) {
        const token = peek(reader, ahead);
        if (!token || token.newline)
            return;
        if (token.text === ':') {
            reader.at += ahead + 1;
            return;
        }
    }
}
function readPackage(reader, { start, text }) {
    let name = '';
    for (reader.at += 1;; reader.at += 1) {
        const token = peek(reader);
        if (!token || token.newline || token.kind === 'semicolon')
            break;
        name += token.text;
    }
    return text === 'package' ? { type: 'package', start, end: endOfLast(reader), name } : undefined;
}
/** Index, relative to the cursor, of the first token behind modifiers such as `private static final`. */
function modifiers(reader) {
    let ahead = 0;
    for (; MODIFIERS.has(peek(reader, ahead)?.text ?? ''); ahead += 1) {
        const next = peek(reader, ahead + 1);
        if (next?.kind !== 'word' || next.newline)
            break;
    }
    return ahead;
}
function readDeclaration(reader) {
    const skipped = modifiers(reader);
    const token = peek(reader, skipped);
    const next = peek(reader, skipped + 1);
    if (token?.kind !== 'word')
        return undefined;
    if (CLASSES.has(token.text) && (next?.kind === 'word' || next?.text === '{'))
        return readClass(reader, skipped);
    if (token.text === 'fun' && next && !next.newline)
        return readFunction(reader, skipped + 1);
    if (DECLARING.has(token.text) && next?.kind === 'word')
        return readVariable(reader, skipped + 1);
    const finals = skipped > 0 && peek(reader, skipped - 1)?.text === 'final';
    if (finals && next?.text === '=')
        return readVariable(reader, skipped);
    if (reader.language === 'kotlin')
        return undefined;
    const name = afterType(reader, skipped);
    if (name === undefined)
        return undefined;
    if (peek(reader, name + 1)?.text === '=')
        return readVariable(reader, name);
    return isMethod(reader, token, name) ? readFunction(reader, name) : undefined;
}
/** `String v`, `Map<String, String> v`, `java.lang.String v`: the index of the name behind a type. */
function afterType(reader, from) {
    let ahead = from + 1;
    while (peek(reader, ahead)?.text === '.' && peek(reader, ahead + 1)?.kind === 'word')
        ahead += 2;
    if (peek(reader, ahead)?.text === '<') {
        while (ahead < from + 24 && peek(reader, ahead)?.text !== '>')
            ahead += 1;
        ahead += 1;
    }
    if (peek(reader, ahead)?.text === '[' && peek(reader, ahead + 1)?.text === ']')
        ahead += 2;
    const name = peek(reader, ahead);
    return name?.kind === 'word' && !name.newline ? ahead : undefined;
}
/** Tells `String name(x) {` from the command call `implementation project(x) {`. */
function isMethod(reader, type, name) {
    if (!/^\p{Lu}/u.test(type.text) && !PRIMITIVES.has(type.text))
        return false;
    if (peek(reader, name + 1)?.text !== '(')
        return false;
    const after = reader.tokens[(reader.closing[reader.at + name + 1] ?? 0) + 1];
    return after?.text === '{' || after?.text === 'throws';
}
function readClass(reader, skipped) {
    const start = peek(reader)?.start ?? reader.origin;
    const companion = peek(reader, skipped - 1)?.text === 'companion';
    reader.at += skipped + 1;
    const name = peek(reader)?.kind === 'word' && !companion ? (peek(reader)?.text ?? '') : '';
    for (let token = peek(reader); token; token = peek(reader)) {
        if (token.text === '{' && token.kind === 'open') {
            const body = readBlock(reader);
            return { type: 'class', start, end: body.end, name, body };
        }
        const runsOn = token.text === ':' || token.text === ',' || reader.tokens[reader.at - 1]?.kind !== 'word';
        if (token.newline && !runsOn)
            return undefined;
        reader.at = token.kind === 'open' ? (reader.closing[reader.at] ?? 0) + 1 : reader.at + 1;
    }
    return undefined;
}
/** Reads a function whose name, or receiver or type parameters in front of it, stands `ahead`. */
function readFunction(reader, ahead) {
    const start = peek(reader)?.start ?? reader.origin;
    reader.at += ahead;
    let name = '';
    for (let token = peek(reader); token && token.text !== '('; token = peek(reader)) {
        if (token.kind === 'open' || token.kind === 'close' || token.kind === 'semicolon')
            return undefined;
        if (token.kind === 'word')
            name = token.text;
        reader.at += 1;
    }
    if (!peek(reader))
        return undefined;
    const parameters = wordsInBracket(reader);
    const body = readFunctionBody(reader);
    return body && { type: 'function', start, end: body.end, name, body: { ...body, parameters } };
}
function wordsInBracket(reader) {
    const close = reader.closing[reader.at] ?? 0;
    const words = reader.tokens.slice(reader.at, close).flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));
    reader.at = close + 1;
    return words;
}
function readFunctionBody(reader) {
    for (let token = peek(reader); token; token = peek(reader)) {
        if (token.text === '{')
            return readBlock(reader);
        if (token.text === '=') {
            reader.at += 1;
            const value = readExpression(reader);
            if (!value)
                return undefined;
            const { start, end } = value;
            return { start, end, parameters: [], statements: [{ type: 'return', start, end, value }] };
        }
        if (token.newline || token.kind === 'close' || token.kind === 'semicolon')
            return undefined;
        reader.at += 1;
    }
    return undefined;
}
/** Reads a variable whose name stands `ahead`: its type is stepped over, and so is `get()` in front of `=`. */
function readVariable(reader, ahead) {
    const start = peek(reader)?.start ?? reader.origin;
    reader.at += ahead;
    const name = peek(reader);
    if (!name)
        return undefined;
    reader.at += 1;
    const target = { type: 'name', start: name.start, end: name.end, name: name.text };
    // `def name(arguments) {` is a method.
    if (peek(reader)?.text === '(' && reader.language === 'groovy') {
        reader.at -= 1;
        return readFunction(reader, 0);
    }
    for (let token = peek(reader); token && !token.newline; token = peek(reader)) {
        if (token.text === '=')
            return finishAssignment(reader, true, start, target, '=');
        if (token.text === 'by')
            return finishAssignment(reader, true, start, target, 'by');
        if (token.text === '{' || token.kind === 'semicolon' || token.kind === 'close')
            break;
        reader.at = token.kind === 'open' ? (reader.closing[reader.at] ?? 0) + 1 : reader.at + 1;
    }
    return { type: 'assignment', start, end: endOfLast(reader), local: true, target, operator: '=' };
}
function finishAssignment(reader, local, start, target, operator) {
    reader.at += 1;
    const value = readExpression(reader, operator !== 'by') ?? { type: 'other', start, end: endOfLast(reader) };
    return { type: 'assignment', start, end: endOfLast(reader), local, target, operator, value };
}
function readAssignmentOrExpression(reader, local) {
    const start = peek(reader)?.start ?? reader.origin;
    const first = readExpression(reader, true);
    if (!first) {
        if (peek(reader)?.kind === 'open')
            readArguments(reader);
        return undefined;
    }
    const sign = peek(reader);
    if (sign?.kind === 'operator' && (sign.text === '=' || sign.text === '+=')) {
        return finishAssignment(reader, local, start, first, sign.text);
    }
    return { type: 'expression', start, end: endOfLast(reader), expression: first };
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/gradle-cursor.js
/** The text a sticky expression finds exactly at an offset. */
function match(expression, text, at) {
    expression.lastIndex = at;
    return expression.exec(text)?.[0];
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/gradle-strings.js


const gradle_strings_MAX_DEPTH = 20;
const gradle_strings_NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const DOTTED_NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy;
/**
 * Reads the string that begins at the cursor and gives its pieces; undefined, with the cursor unmoved, when none begins
 * there. `before` is the token in front: it tells whether a `/` may open a Groovy slashy string.
 */
function gradle_strings_readString(cursor, before, spaced) {
    const quoting = quotingAt(cursor, before, spaced);
    if (!quoting)
        return undefined;
    const opened = cursor.at;
    cursor.at += quoting.open.length;
    const pieces = [];
    while (!cursor.text.startsWith(quoting.close, cursor.at)) {
        const piece = readPiece(cursor, quoting);
        if (!piece)
            throw new ManifestSyntaxError('a string is not closed', opened);
        pieces.push(piece);
    }
    cursor.at += quoting.close.length;
    return withTrailingQuotes(cursor, quoting, pieces);
}
function quotingAt(cursor, before, spaced) {
    const { text, at, language } = cursor;
    const groovy = language === 'groovy';
    const interpolates = language !== 'java';
    switch (text[at]) {
        case '"': {
            const long = text.startsWith('"""', at);
            const quote = long ? '"""' : '"';
            return { open: quote, close: quote, multiline: long, escapes: !long || language !== 'kotlin', interpolates };
        }
        case "'": {
            const quote = groovy && text.startsWith("'''", at) ? "'''" : "'";
            return { open: quote, close: quote, multiline: quote.length > 1, escapes: true, interpolates: false };
        }
        case '/':
            return groovy && opensSlashy(cursor, before, spaced)
                ? { open: '/', close: '/', multiline: false, escapes: false, interpolates: true }
                : undefined;
        case '$':
            return groovy && opensDollarSlashy(cursor, before, spaced)
                ? { open: '$/', close: '/$', multiline: true, escapes: false, interpolates: true }
                : undefined;
        default:
            return undefined;
    }
}
/** A `/` opens a string only where an operand is due and the line holds the closing one; else it is a division. */
function opensSlashy(cursor, before, spaced) {
    const { text, at } = cursor;
    if (at < cursor.noSlashyBefore || !opensOperand(before, spaced))
        return false;
    if (text[at + 1] === ' ' || text[at + 1] === '=')
        return false;
    let i = at + 1;
    for (; i < text.length && text[i] !== '\n' && text[i] !== '\r'; i += 1) {
        if (text[i] === '\\')
            i += 1;
        else if (text[i] === '/')
            return true;
    }
    cursor.noSlashyBefore = i;
    return false;
}
function opensDollarSlashy(cursor, before, spaced) {
    const { text, at } = cursor;
    if (cursor.noMoreDollarSlashy || !text.startsWith('$/', at) || !opensOperand(before, spaced))
        return false;
    cursor.noMoreDollarSlashy = !text.includes('/$', at + 2);
    return !cursor.noMoreDollarSlashy;
}
function opensOperand(before, spaced) {
    if (!before)
        return true;
    if (before.kind === 'operator')
        return before.text !== '!!';
    if (before.kind === 'word')
        return spaced;
    return before.kind === 'open' || before.kind === 'comma' || before.kind === 'semicolon';
}
function readPiece(cursor, quoting) {
    const { text, at } = cursor;
    const char = text[at];
    if (char === undefined || (!quoting.multiline && (char === '\n' || char === '\r')))
        return undefined;
    if (char === '\\' && quoting.escapes)
        return gradle_strings_readEscape(cursor);
    if (char === '\\' && quoting.open === '/')
        return readSlashyEscape(cursor);
    if (char === '$' && quoting.interpolates)
        return readInterpolation(cursor) ?? readText(cursor, quoting);
    return readText(cursor, quoting);
}
function readText(cursor, quoting) {
    const { text, at } = cursor;
    let end = at + 1;
    for (; end < text.length; end += 1) {
        const char = text[end];
        if (char === quoting.close[0] && text.startsWith(quoting.close, end))
            break;
        if (char === '\\' && (quoting.escapes || quoting.open === '/'))
            break;
        if (char === '$' && quoting.interpolates)
            break;
        if (!quoting.multiline && (char === '\n' || char === '\r'))
            break;
    }
    cursor.at = end;
    return { kind: 'text', start: at, end, value: text.slice(at, end) };
}
const ESCAPES = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ' };
function gradle_strings_readEscape(cursor) {
    const { text, at } = cursor;
    const char = text[at + 1];
    if (char === undefined)
        return undefined;
    const hex = char === 'u' ? /^u+([0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 12)) : undefined;
    const length = hex ? hex[0].length + 1 : text.startsWith('\r\n', at + 1) ? 3 : 2;
    cursor.at = at + length;
    const lineBreak = char === '\n' || char === '\r';
    const value = hex ? String.fromCharCode(Number.parseInt(hex[1] ?? '0', 16)) : lineBreak ? '' : (ESCAPES[char] ?? char);
    return { kind: 'text', start: at, end: cursor.at, value };
}
function readSlashyEscape(cursor) {
    const { text, at } = cursor;
    const slash = text[at + 1] === '/';
    cursor.at = slash ? at + 2 : at + 1;
    return { kind: 'text', start: at, end: cursor.at, value: slash ? '/' : '\\' };
}
/** `$name` (in Groovy with `.name` behind it) or `${expression}`; undefined when the dollar is only a dollar. */
function readInterpolation(cursor) {
    const { text, at } = cursor;
    if (text[at + 1] === '{')
        return readBraced(cursor);
    const name = match(cursor.language === 'groovy' ? DOTTED_NAME : gradle_strings_NAME, text, at + 1);
    if (!name)
        return undefined;
    cursor.at = at + 1 + name.length;
    return { kind: 'expression', start: at + 1, end: cursor.at, tokens: pathTokens(name, at + 1) };
}
function pathTokens(path, at) {
    const tokens = [];
    let start = at;
    const add = (kind, text) => {
        tokens.push({ kind, start, end: start + text.length, text, newline: false, spaced: false });
        start += text.length;
    };
    for (const [i, name] of path.split('.').entries()) {
        if (i > 0)
            add('operator', '.');
        add('word', name);
    }
    return tokens;
}
function readBraced(cursor) {
    const { text, at } = cursor;
    if (cursor.depth >= gradle_strings_MAX_DEPTH)
        throw new ManifestSyntaxError('interpolations are nested too deep', at);
    cursor.at = at + 2;
    cursor.depth += 1;
    const tokens = cursor.readNested(cursor);
    cursor.depth -= 1;
    if (text[cursor.at] !== '}')
        throw new ManifestSyntaxError('an interpolation is not closed', at);
    const end = cursor.at;
    cursor.at += 1;
    return { kind: 'expression', start: at + 2, end, tokens };
}
/** In a Kotlin raw string the last three of several quotes close it; those before belong to the text. */
function withTrailingQuotes(cursor, quoting, pieces) {
    if (quoting.open !== '"""' || cursor.language !== 'kotlin')
        return pieces;
    const start = cursor.at - 3;
    let count = 0;
    while (cursor.text[cursor.at] === '"') {
        cursor.at += 1;
        count += 1;
    }
    if (count > 0)
        pieces.push({ kind: 'text', start, end: start + count, value: '"'.repeat(count) });
    return pieces;
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/gradle-tokens.js



const WORD_REST = /[\p{L}\p{N}_$]*/uy;
const LETTER = /[\p{L}_$]/uy;
const gradle_tokens_NUMBER = /\d[\p{L}\p{N}_]*(?:\.\d[\p{L}\p{N}_]*)?/uy;
const OPERATOR = /->|\?:|\?\.|!!|===?~?|!==?|=~|&&|\|\||[-+*/%]=|<<|<=>?|>=|::|\.\.<?|\*\.|[^\s]/uy;
/**
 * Splits Groovy, Kotlin or Java source into tokens; comments and white space are left out. Throws a
 * `ManifestSyntaxError` for a string or comment without an end.
 */
function gradleTokens(text, language) {
    const at = text.startsWith('#!') ? lineEnd(text, 0) : 0;
    const cursor = {
        readNested: readTokens,
        text,
        language,
        at,
        depth: 0,
        noMoreDollarSlashy: false,
        noSlashyBefore: 0,
    };
    return readTokens(cursor);
}
/** Reads tokens up to the closing brace of an interpolation (left unread), or to the end of the text. */
function readTokens(cursor) {
    const tokens = [];
    const nested = cursor.depth > 0;
    let braces = 0;
    for (;;) {
        const gap = skipGap(cursor);
        if (cursor.at >= cursor.text.length)
            return tokens;
        const token = gradle_tokens_readToken(cursor, tokens.at(-1), gap);
        if (token.text === '{')
            braces += 1;
        if (token.text === '}')
            braces -= 1;
        if (nested && braces < 0) {
            cursor.at = token.start;
            return tokens;
        }
        tokens.push(token);
    }
}
function skipGap(cursor) {
    const { text } = cursor;
    const from = cursor.at;
    let newline = from === 0;
    for (; cursor.at < text.length;) {
        const char = text[cursor.at];
        if (char === '\n' || char === '\r') {
            newline = true;
            cursor.at += 1;
        }
        else if (isBlank(char))
            cursor.at += 1;
        else if (char === '\\' && isLineBreak(text, cursor.at + 1))
            cursor.at = afterLineBreak(text, cursor.at + 1);
        else if (char !== '/' || !skipComment(cursor))
            break;
    }
    return { newline, spaced: cursor.at > from };
}
function isBlank(char) {
    return char === ' ' || char === '\t' || char === '\f' || char === '\u00a0' || char === '\ufeff';
}
function isLineBreak(text, at) {
    return text[at] === '\n' || text[at] === '\r';
}
function afterLineBreak(text, at) {
    return text.startsWith('\r\n', at) ? at + 2 : at + 1;
}
function skipComment(cursor) {
    const { text, at } = cursor;
    if (text[at + 1] === '/') {
        cursor.at = lineEnd(text, at);
        return true;
    }
    if (text[at + 1] !== '*')
        return false;
    cursor.at = cursor.language === 'kotlin' ? nestedCommentEnd(text, at) : plainCommentEnd(text, at);
    return true;
}
function plainCommentEnd(text, at) {
    const end = text.indexOf('*/', at + 2);
    if (end < 0)
        throw new ManifestSyntaxError('a comment is not closed', at);
    return end + 2;
}
function nestedCommentEnd(text, at) {
    const mark = /\/\*|\*\//g;
    mark.lastIndex = at;
    let depth = 0;
    for (let found = mark.exec(text); found; found = mark.exec(text)) {
        depth += found[0] === '/*' ? 1 : -1;
        if (depth === 0)
            return mark.lastIndex;
    }
    throw new ManifestSyntaxError('a comment is not closed', at);
}
function lineEnd(text, at) {
    for (let i = at; i < text.length; i += 1)
        if (isLineBreak(text, i))
            return i;
    return text.length;
}
function gradle_tokens_readToken(cursor, before, gap) {
    const { text, at } = cursor;
    const char = text[at] ?? '';
    const kind = KINDS[char];
    if (kind)
        return finish(cursor, kind, at + 1, gap);
    if (isWordStart(text, at)) {
        const dollar = char === '$' ? gradle_strings_readString(cursor, before, gap.spaced) : undefined;
        return dollar ? stringToken(cursor, at, gap, dollar) : finish(cursor, 'word', wordEnd(text, at), gap);
    }
    if (isDigit(text.charCodeAt(at)))
        return finish(cursor, 'number', at + (match(gradle_tokens_NUMBER, text, at)?.length ?? 1), gap);
    if (char === '`')
        return quotedWord(cursor, gap);
    const pieces = gradle_strings_readString(cursor, before, gap.spaced);
    if (pieces)
        return stringToken(cursor, at, gap, pieces);
    return finish(cursor, 'operator', at + (match(OPERATOR, text, at) ?? char).length, gap);
}
const KINDS = {
    '(': 'open',
    '[': 'open',
    '{': 'open',
    ')': 'close',
    ']': 'close',
    '}': 'close',
    ',': 'comma',
    ';': 'semicolon',
};
function stringToken(cursor, start, gap, pieces) {
    const { newline, spaced } = gap;
    return { kind: 'string', start, end: cursor.at, text: '', newline, spaced, pieces };
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}
function isAsciiWord(code) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36;
}
function isWordStart(text, at) {
    const code = text.charCodeAt(at);
    return isAsciiWord(code) || (code > 127 && match(LETTER, text, at) !== undefined);
}
function wordEnd(text, from) {
    for (let at = from;; at += 1) {
        const code = text.charCodeAt(at);
        if (isAsciiWord(code) || isDigit(code))
            continue;
        return code > 127 ? at + (match(WORD_REST, text, at)?.length ?? 0) : at;
    }
}
/** A Kotlin name in backticks: `` `kotlin-dsl` ``. */
function quotedWord(cursor, gap) {
    const { text, at } = cursor;
    const end = text.indexOf('`', at + 1);
    if (end < 0 || end - at > 200 || /[\r\n]/.test(text.slice(at, end)))
        return finish(cursor, 'operator', at + 1, gap);
    cursor.at = end + 1;
    return { kind: 'word', start: at, end: end + 1, text: text.slice(at + 1, end), ...gap };
}
function finish(cursor, kind, end, { newline, spaced }) {
    const start = cursor.at;
    cursor.at = end;
    return { kind, start, end, text: cursor.text.slice(start, end), newline, spaced };
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/gradle-parser.js




const GRAMMAR = { expression: readExpression, block: readBlock };
/**
 * Reads Groovy, Kotlin or Java source into a tree of blocks, calls and assignments. It knows the shapes builds are
 * written in and keeps everything else as operations over what it knows. Throws a `ManifestSyntaxError` for a string,
 * comment or bracket without an end.
 */
function parseGradle(text, language) {
    const reader = readerOf(GRAMMAR, gradleTokens(text, language), language, 0, 0);
    return { start: 0, end: text.length, parameters: [], statements: readStatements(reader) };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/scope.js
/** A new scope inside another, or the outermost one. */
function openScope(kind, parent, name = '', parameters = []) {
    return { kind, name, parent, parameters: new Set(parameters), variables: new Map(), collections: new Set() };
}
/** The outermost scope. */
function fileScope(scope) {
    let outermost = scope;
    while (outermost.parent)
        outermost = outermost.parent;
    return outermost;
}
/** Adds an assignment to the variable of this path in a scope; a member of an object is known outside by `Object.path`. */
function scope_define(scope, path, definition) {
    const known = scope.variables.get(path);
    if (known) {
        known.definitions.push(definition);
        return known;
    }
    const variable = {
        path,
        local: scope.kind === 'block',
        member: scope.kind === 'class',
        definitions: [definition],
        name: path,
    };
    scope.variables.set(path, variable);
    let outer = scope;
    let full = path;
    while (outer.kind === 'class' && outer.parent) {
        full = outer.name === '' ? full : `${outer.name}.${full}`;
        outer = outer.parent;
        if (!outer.variables.has(full))
            outer.variables.set(full, variable);
    }
    variable.name = full;
    return variable;
}
/** The scope around this one that knows the path, from the inside out. */
function scopeKnowing(scope, path) {
    for (let at = scope; at; at = at.parent)
        if (at.variables.has(path))
            return at;
    return undefined;
}
/** The scope around this one in which the path is a list or a map. */
function scopeHolding(scope, path) {
    for (let at = scope; at; at = at.parent)
        if (at.collections.has(path))
            return at;
    return undefined;
}
/** The variable a path means here; `parameter` when it is one of a function or closure; undefined when unknown here. */
function lookUp(scope, path) {
    const head = path.split('.', 1)[0] ?? path;
    if (head === 'it')
        return 'parameter';
    for (let at = scope; at; at = at.parent) {
        const variable = at.variables.get(path);
        if (variable)
            return variable;
        if (at.parameters.has(head))
            return 'parameter';
    }
    return undefined;
}
const scope_MAX_DEPTH = 10;
/** The text with every name put in whose value is written in this file; undefined where one is not. */
function constantText(text, scope, depth = 0) {
    if (depth > scope_MAX_DEPTH)
        return undefined;
    let result = '';
    for (const piece of text) {
        if (piece.kind === 'unknown')
            return undefined;
        const value = piece.kind === 'text' ? piece.text : constantOf(piece.path, scope, depth);
        if (value === undefined || result.length > 1000)
            return undefined;
        result += value;
    }
    return result;
}
function constantOf(path, scope, depth) {
    const variable = lookUp(scope, path);
    if (!variable || variable === 'parameter')
        return undefined;
    const [only, ...more] = variable.definitions;
    return only && more.length === 0 ? constantText(only.text, scope, depth + 1) : undefined;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/text.js
/** Owners of properties that do not belong to a property's name: `rootProject.ext.v` is `v`. */
const OWNERS = new Set('rootProject project ext extra this gradle settings parent delegate owner properties extensions extraProperties'.split(' '));
const PROPERTY_CALLS = new Set(['property', 'findProperty', 'getProperty', 'gradleProperty']);
const ELEMENT_CALLS = new Set(['get', 'getAt', 'getValue', 'getByName']);
const VALUE_CALLS = new Set(['get', 'getOrNull', 'toString', 'trim', 'asProvider']);
const VALUE_MEMBERS = new Set(['orNull', 'requiredVersion', 'strictVersion', 'preferredVersion', 'value']);
const DEFAULT_CALLS = new Set(['getOrElse', 'getOrDefault', 'orElse']);
/** The name of a variable as both its definition and its references spell it: without the owners in front. */
function text_variableName(path) {
    return withoutOwners(path.split('.')).join('.');
}
function withoutOwners(segments) {
    let skipped = 0;
    while (skipped < segments.length - 1 && OWNERS.has(segments[skipped] ?? ''))
        skipped += 1;
    return segments.slice(skipped);
}
/** A catalog alias as accessors spell it: `a-b_c` is `a.b.c`. */
function aliasPath(alias) {
    return alias.replace(/[-_]/g, '.');
}
/** The variable an expression names (`ext.v`, `versions['a']`, `project.property("v")`), or undefined. */
function referencedPath(expression) {
    const segments = segmentsOf(expression);
    return segments && withoutOwners(segments).join('.');
}
/** The dotted path of an expression as written, owners included. */
function segmentsOf(expression) {
    switch (expression.type) {
        case 'name':
            return [expression.name];
        case 'member': {
            const target = segmentsOf(expression.target);
            if (!target)
                return undefined;
            return expression.target.type === 'call' && VALUE_MEMBERS.has(expression.name)
                ? target
                : [...target, expression.name];
        }
        case 'index': {
            const target = segmentsOf(expression.target);
            const key = staticText(expression.key);
            return target && key !== undefined ? [...target, key] : undefined;
        }
        case 'call':
            return callSegments(expression);
        default:
            return undefined;
    }
}
function callSegments({ target, args, body }) {
    if (body || args.length > 1 || (target.type !== 'name' && target.type !== 'member'))
        return undefined;
    const receiver = target.type === 'member' ? segmentsOf(target.target) : [];
    const [argument] = args;
    if (!argument) {
        if (target.type === 'member' && VALUE_CALLS.has(target.name))
            return receiver;
        return receiver && [...receiver, methodName(target.name)];
    }
    const key = staticText(argument.value);
    if (key === undefined)
        return undefined;
    if (PROPERTY_CALLS.has(target.name))
        return receiver?.[0] === 'System' ? undefined : [key];
    if (!receiver || receiver.length === 0)
        return undefined;
    if (target.name === 'findVersion')
        return [...receiver, 'versions', ...aliasPath(key).split('.')];
    return ELEMENT_CALLS.has(target.name) ? [...receiver, key] : undefined;
}
/** How a method without parameters is known among the variables. */
function methodName(name) {
    return `${name}()`;
}
/** What a string without interpolation says. */
function staticText(expression) {
    if (expression.type !== 'string')
        return undefined;
    let text = '';
    for (const piece of expression.pieces) {
        if (!('text' in piece))
            return undefined;
        text += piece.text;
    }
    return text;
}
/**
 * The pieces of a string, a concatenation or a variable; what is none of these is one unknown piece, and so is a choice
 * for which there is no `choose`.
 */
function textOf(expression, choose) {
    if (expression.type === 'string') {
        return expression.pieces.flatMap((piece) => 'text' in piece ? [{ kind: 'text', ...piece }] : textOf(piece.expression, choose));
    }
    if (expression.type === 'operation' && expression.operators.every((operator) => operator === '+')) {
        return expression.operands.flatMap((operand) => textOf(operand, choose));
    }
    const format = formatOf(expression);
    if (format)
        return filledIn(...format, choose);
    const choices = choose ? text_alternativesOf(expression) : [];
    if (choose && choices.length > 1)
        return [choose(choices, expression)];
    const path = referencedPath(expression);
    const at = expression.start;
    return path === undefined ? [{ kind: 'unknown', at }] : [{ kind: 'reference', path, at }];
}
/** `String.format("g:b:%s", v)`, `"g:b:%s".formatted(v)` and Kotlin's `"g:b:%s".format(v)`: the text and what goes in. */
function formatOf(expression) {
    if (expression.type !== 'call' || expression.target.type !== 'member')
        return undefined;
    const { target, name } = expression.target;
    const values = expression.args.map(({ value }) => value);
    if (target.type === 'string' && (name === 'format' || name === 'formatted'))
        return [target, values];
    const [format, ...rest] = values;
    const ofString = name === 'format' && target.type === 'name' && target.name === 'String';
    return ofString && format?.type === 'string' ? [format, rest] : undefined;
}
/** The pieces of a text with `%s` in it; one unknown piece where it says more than that, or is written with escapes. */
function filledIn(format, values, choose) {
    const filled = [];
    let next = 0;
    for (const piece of textOf(format, choose)) {
        if (piece.kind !== 'text' || piece.end - piece.start !== piece.text.length) {
            return [{ kind: 'unknown', at: format.start }];
        }
        let start = piece.start;
        for (const [i, text] of piece.text.split('%s').entries()) {
            const value = i > 0 ? values[next++] : undefined;
            if (text.includes('%') || (i > 0 && !value))
                return [{ kind: 'unknown', at: format.start }];
            if (value)
                filled.push(...textOf(value, choose));
            start += i > 0 ? 2 : 0;
            if (text !== '')
                filled.push({ kind: 'text', text, start, end: start + text.length });
            start += text.length;
        }
    }
    return filled;
}
/** True for a string or a concatenation that begins with one: something that may be a text in its own right. */
function isText(expression) {
    if (expression.type === 'string' || formatOf(expression))
        return true;
    return (expression.type === 'operation' &&
        expression.operators.every((operator) => operator === '+') &&
        expression.operands.some((operand) => operand.type === 'string'));
}
/**
 * The expressions one of which gives the value: both sides of `?:` and of `a ? b : c`, the branches of `if`, a provider
 * and its default. A single expression when there is no choice.
 */
function text_alternativesOf(expression) {
    if (expression.type === 'if')
        return expression.branches.flatMap((branch) => lastValue(branch.statements.at(-1)));
    if (expression.type === 'call') {
        const { target, args } = expression;
        if (target.type !== 'member')
            return [expression];
        if (VALUE_CALLS.has(target.name) && args.length === 0) {
            const inner = text_alternativesOf(target.target);
            return inner.length > 1 ? inner : [expression];
        }
        const fallback = args.at(-1)?.value;
        // `System.getProperty('v', '1.0')`
        if (args.length === 2 && fallback && isExternal(expression))
            return [expression, fallback];
        return DEFAULT_CALLS.has(target.name) && fallback
            ? [...receiverOf(target.target, args.length, args[0]?.value), fallback]
            : [expression];
    }
    if (expression.type !== 'operation')
        return [expression];
    const { operands, operators } = expression;
    if (operators.every((operator) => operator === '?:'))
        return operands.flatMap(text_alternativesOf);
    const question = operators.indexOf('?');
    const colon = operators.indexOf(':');
    const [yes, no] = [operands[question + 1], operands[colon + 1]];
    if (question < 0 || colon !== question + 1 || colon !== operators.length - 1 || !yes || !no)
        return [expression];
    return [yes, ...text_alternativesOf(no)];
}
/** `versions.getOrDefault("a", "1")` reads `versions.a`, `provider.getOrElse("1")` the provider. */
function receiverOf(target, count, key) {
    if (count < 2 || !key)
        return [target];
    return [{ type: 'index', start: target.start, end: key.end, target, key }];
}
function lastValue(statement) {
    const value = statement?.expression ?? statement?.value;
    return value ? [...text_alternativesOf(value)] : [];
}
/** True for a property that is looked up by its name and may be absent: `findProperty('v')`, `properties['v']`. */
function isLookUp(expression) {
    if (expression.type === 'index')
        return segmentsOf(expression.target)?.at(-1) === 'properties';
    if (expression.type === 'member')
        return isLookUp(expression.target);
    if (expression.type !== 'call')
        return false;
    const { target, args } = expression;
    if (args.length === 0)
        return target.type === 'member' && isLookUp(target.target);
    const name = target.type === 'member' || target.type === 'name' ? target.name : '';
    return PROPERTY_CALLS.has(name) && referencedPath(expression) !== undefined;
}
/** The properties that an expression asks for by `hasProperty('v')` before it takes one. */
function askedFor(expression) {
    return new Set(questions(expression));
}
function questions(expression) {
    if (expression.type === 'if')
        return questions(expression.condition);
    if (expression.type === 'operation')
        return expression.operands.flatMap(questions);
    if (expression.type !== 'call')
        return [];
    const { target, args } = expression;
    const name = target.type === 'member' || target.type === 'name' ? target.name : '';
    const key = name === 'hasProperty' && args[0] ? staticText(args[0].value) : undefined;
    return key === undefined ? [] : [key];
}
/** True for what comes from outside the repository: the environment, a system property. */
function isExternal(expression) {
    if (expression.type === 'member' || expression.type === 'index')
        return isExternal(expression.target);
    if (expression.type !== 'call')
        return false;
    const { target } = expression;
    if (target.type !== 'member')
        return isExternal(target);
    if (['getenv', 'environmentVariable', 'systemProperty'].includes(target.name))
        return true;
    const system = target.target.type === 'name' && target.target.name === 'System';
    return (system && target.name === 'getProperty') || isExternal(target.target);
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/context.js


/** The context of a place that has nothing to do with the blocks around it. */
function elsewhere(context) {
    return {
        ...context,
        dependencies: false,
        project: false,
        extra: false,
        plugins: false,
        substitution: false,
        catalog: undefined,
        guard: undefined,
    };
}
/** The calls of a chain, innermost first, and the expression the first one is called on, if it is no plain path. */
function chainOf(expression) {
    const links = [];
    let current = expression;
    while (current?.type === 'call') {
        const { target, args, body } = current;
        const { path, receiver } = calleeOf(target);
        links.push({ name: path.at(-1) ?? '', path, args, body, at: args[0]?.value.start ?? current.start });
        current = receiver;
    }
    return { links: links.reverse(), receiver: current };
}
function calleeOf(target) {
    const path = [];
    let current = target;
    while (current?.type === 'member') {
        path.unshift(current.name);
        current = current.target;
    }
    if (current.type === 'name')
        return { path: [current.name, ...path], receiver: undefined };
    const name = path.length === 0 ? staticText(current) : undefined;
    if (name !== undefined)
        return { path: [name], receiver: undefined };
    const segments = current.type === 'index' ? segmentsOf(current) : undefined;
    return segments ? { path: [...segments, ...path], receiver: undefined } : { path, receiver: current };
}
/** Notes an assignment. Extra properties belong to the file whatever block sets them. */
function defineHere(context, path, text, at, how = {}) {
    const { collector, scope } = context;
    const home = how.scope ?? fileScope(scope);
    const variable = scope_define(home, path, {
        text,
        at,
        scope,
        branch: how.branch ?? context.branch,
        label: how.label ?? labelOf(context, 'variable'),
        ...(how.overriding ? { overriding: true } : {}),
        ...(how.untouchable === undefined ? {} : { untouchable: how.untouchable }),
    });
    collector.variables.add(variable);
}
/** The pieces of a text; a choice inside it, `"${findProperty('v') ?: '1.0'}"`, becomes a variable of its own. */
function textHere(expression, context) {
    return textOf(expression, (choices, whole) => {
        context.collector.serial += 1;
        const path = `choice #${context.collector.serial}`;
        const asked = askedFor(whole);
        for (const [i, choice] of choices.entries()) {
            if (isExternal(choice))
                continue;
            const branch = `${context.branch}?${i}`;
            defineHere(context, path, choiceText(choice, asked, context), choice.start, { branch });
        }
        return { kind: 'reference', path, at: whole.start };
    });
}
/**
 * The text of one of several values; a property that may be absent is optional, as another value stands in for it.
 * `asked` are the properties whose absence is asked for.
 */
function choiceText(choice, asked, context) {
    const text = textHere(choice, context);
    const [only, ...more] = text;
    if (only?.kind !== 'reference' || more.length > 0)
        return text;
    if (!isLookUp(choice) && !asked.has(only.path))
        return text;
    return [{ ...only, optional: 'anywhere' }];
}
/** Where something stands, in words for the evidence. */
function labelOf({ blocks }, name) {
    return [...blocks.slice(-4), name].join('.').slice(0, 120);
}
/** The named argument's value. */
function argumentNamed(args, name) {
    return args.find((argument) => argument.name === name)?.value;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/coordinates.js
const GROUP_OR_NAME = /^[A-Za-z0-9_.-]+$/;
const VERSION = /^[A-Za-z0-9_.+!,()[\]\- ]*$/;
/**
 * Splits a text at its colons; undefined when it is no dependency notation. Only text that is written out is looked at
 * for colons: callers put the values of names in beforehand.
 */
function coordinatesOf(text) {
    const [group, name, version, classifier, ...more] = splitAtColons(withoutExtension(text));
    if (!group || !name || more.length > 0)
        return undefined;
    if (!isGroupOrName(group) || !isGroupOrName(name) || (classifier && !isGroupOrName(classifier)))
        return undefined;
    if (!version)
        return { group, name };
    return isVersion(version) ? { group, name, version } : undefined;
}
/** How many colons are written out in the text. */
function colonsIn(text) {
    return text.reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.split(':').length - 1 : 0), 0);
}
function withoutExtension(text) {
    const kept = [];
    for (const piece of text) {
        const at = piece.kind === 'text' ? piece.text.indexOf('@') : -1;
        if (piece.kind !== 'text' || at < 0) {
            kept.push(piece);
            continue;
        }
        if (at > 0)
            kept.push(slice(piece, 0, at));
        break;
    }
    return kept;
}
function splitAtColons(text) {
    const segments = [[]];
    for (const piece of text) {
        if (piece.kind !== 'text') {
            segments.at(-1)?.push(piece);
            continue;
        }
        let from = 0;
        for (const [i, part] of piece.text.split(':').entries()) {
            if (i > 0)
                segments.push([]);
            if (part !== '')
                segments.at(-1)?.push(slice(piece, from, from + part.length));
            from += part.length + 1;
            if (segments.length > 5)
                return segments;
        }
    }
    return segments;
}
/** Part of a written piece. One that holds an escape has another length in the source and is never cut, but kept whole. */
function slice(piece, from, to) {
    const { text, start, end } = piece;
    if (end - start !== text.length)
        return { ...piece, text: text.slice(from, to) };
    return { kind: 'text', text: text.slice(from, to), start: start + from, end: start + to };
}
function isGroupOrName(segment) {
    return segment.length > 0 && segment.every((piece) => piece.kind !== 'text' || GROUP_OR_NAME.test(piece.text));
}
function isVersion(segment) {
    return segment.length > 0 && segment.every((piece) => piece.kind !== 'text' || VERSION.test(piece.text));
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/tools.js

/** Extensions whose version setting decides which version of a package is used: block, property, packages. */
const TOOLS = {
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
};
/** Test suites' methods that take the version of a framework. */
const FRAMEWORKS = {
    useJUnit: ['junit:junit'],
    useJUnitJupiter: ['org.junit.jupiter:junit-jupiter'],
    useKotlinTest: ['org.jetbrains.kotlin:kotlin-test-junit5', 'org.jetbrains.kotlin:kotlin-test'],
    useSpock: ['org.spockframework:spock-core'],
    useTestNG: ['org.testng:testng'],
};
/** Steps of the Spotless plugin that take the version of a formatter. */
const FORMATTERS = {
    googleJavaFormat: ['com.google.googlejavaformat:google-java-format'],
    palantirJavaFormat: ['com.palantir.javaformat:palantir-java-format'],
    ktfmt: ['com.facebook:ktfmt'],
    ktlint: ['com.pinterest.ktlint:ktlint-cli', 'com.pinterest:ktlint'],
    cleanthat: ['io.github.solven-eu.cleanthat:java'],
};
/** Takes `checkstyle.toolVersion = '…'` or `toolVersion = '…'` in the tool's block; false when it is neither. */
function toolAssignment(segments, value, context) {
    const [block, property] = [...context.blocks.slice(-1), ...segments].slice(-2);
    return setsTool(block, property, value, context);
}
/** Takes `toolVersion '…'`, `toolVersion.set("…")`, `useJUnitJupiter("…")` and Spotless's steps. */
function toolCall({ name, path, args }, context) {
    const value = args[0]?.value;
    if (!value || args.length > 1)
        return false;
    const frameworks = Object.hasOwn(FRAMEWORKS, name) ? FRAMEWORKS[name] : undefined;
    if (frameworks)
        return add(frameworks, textHere(value, context), value.start, name, context);
    const formatters = context.blocks.includes('spotless') && Object.hasOwn(FORMATTERS, name) ? FORMATTERS[name] : undefined;
    if (formatters)
        return add(formatters, textHere(value, context), value.start, name, context);
    const setting = name === 'set' ? path.slice(0, -1) : path;
    const [block, property] = [...context.blocks.slice(-1), ...setting].slice(-2);
    return setsTool(block, property, value, context);
}
function setsTool(block = '', property = '', value, context) {
    const tool = Object.hasOwn(TOOLS, block) ? TOOLS[block] : undefined;
    if (!tool || tool[0] !== property)
        return false;
    return add(tool.slice(1), textHere(value, context), value.start, property, context);
}
function add(names, version, at, label, context) {
    const family = names[0]?.split(':')[0] ?? '';
    const { collector, scope } = context;
    const subject = { kind: 'named', names, family };
    collector.drafts.push({ role: 'package', subject, version, label: labelOf(context, label), at, scope });
    return true;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/assignments.js





const COLLECTIONS = new Set('listOf setOf arrayOf mapOf mutableListOf mutableSetOf mutableMapOf arrayListOf hashMapOf linkedMapOf sortedMapOf List.of Set.of Map.of Arrays.asList Pair to'.split(' '));
/** What stands here is prose, even when it looks like a dependency. */
const PROSE = new Set(['description', 'message', 'because', 'reason', 'displayName', 'text', 'title', 'comment']);
/** What stands behind a module where artifacts are verified: a SHA-256 or a longer hash. */
const CHECKSUM = /^[0-9a-f]{64,}$/i;
const EXTRA = new Set(['ext', 'extra']);
/** Visits an assignment: a variable, a table of variables, a dependency notation kept for later, a tool's version. */
function visitAssignment(statement, context) {
    const { target, value, operator, local } = statement;
    if (!value)
        return;
    const segments = segmentsOf(target);
    if (operator === 'by') {
        visitDelegate(segments?.[0], value, context);
        return;
    }
    if (!segments) {
        visitValue(value, context);
        return;
    }
    if (toolAssignment(segments, value, context))
        return;
    if (PROSE.has(segments.at(-1) ?? ''))
        return;
    const home = assignments_homeOf(segments, local, context);
    const path = text_variableName(segments.join('.'));
    const own = path === 'version' && !local && !context.extra && segments.length === 1 && home?.kind === 'file';
    assignments_assign(path, value, context, home, own);
}
/** The scope an assignment belongs to; undefined when it sets a property of something that is no variable. */
function assignments_homeOf(segments, local, context) {
    const { scope } = context;
    if (local)
        return scope;
    if (segments.length > 1 && segments.some((segment) => EXTRA.has(segment)))
        return fileScope(scope);
    const known = scopeKnowing(scope, segments.join('.')) ?? scopeKnowing(scope, segments[0] ?? '');
    if (known)
        return known;
    return context.extra || context.project ? fileScope(scope) : undefined;
}
const OWN_VERSION = "it is the project's own version, which is not a dependency's to raise";
/** Follows a value to its texts; `home` absent means that only dependency notations in it count. */
function assignments_assign(path, value, context, home, own = false) {
    const elements = elementsOf(value);
    if (elements) {
        assignElements(path, elements, value, context, home);
        return;
    }
    assignChoices(path, text_alternativesOf(value), askedFor(value), context, home, own);
    if (value.type === 'block' && home)
        assignMethod(path, value.block, context, home);
    context.walk.expression(value, context);
}
/** Every value a variable may take; `asked` are the properties whose absence is asked for. */
function assignChoices(path, choices, asked, context, home, own = false) {
    for (const [i, choice] of choices.entries()) {
        if (isText(choice) && isNotation(choice))
            visitValue(choice, context);
        else if (choices.length > 1 && isExternal(choice))
            continue;
        else if (home && choice.type !== 'block') {
            const branch = choices.length > 1 ? `${context.branch}?${i}` : context.branch;
            defineHere(context, path, choices.length > 1 ? choiceText(choice, asked, context) : textHere(choice, context), choice.start, {
                scope: home,
                branch,
                ...(own ? { untouchable: OWN_VERSION } : {}),
            });
        }
    }
}
/** What a method gives back is a variable of its own, `b()`; names in it are looked up in `context`, its inside. */
function assignMethod(name, body, context, home) {
    const values = returnsOf(body);
    const choices = values.flatMap(text_alternativesOf).filter((choice) => !(isText(choice) && isNotation(choice)));
    const asked = new Set(values.flatMap((value) => [...askedFor(value)]));
    assignChoices(methodName(name), choices, asked, context, home);
}
/** The values of all `return`s, and of the last statement where that is an expression. */
function returnsOf({ statements }) {
    return statements.flatMap((statement, i) => {
        if (statement.type === 'return')
            return [statement.value];
        if (statement.type !== 'expression')
            return [];
        const { expression } = statement;
        if (expression.type === 'if' && i < statements.length - 1)
            return expression.branches.flatMap(returnsOf);
        return i === statements.length - 1 ? [expression] : [];
    });
}
function assignElements(path, elements, value, context, home) {
    if (moduleOf(elements)) {
        visitValue(value, context);
        return;
    }
    home?.collections.add(path);
    for (const { name, value: element } of elements) {
        if (name)
            assignments_assign(`${path}.${name}`, element, context, home);
        else
            visitValue(element, context);
    }
}
/** The elements of a list, a map, `listOf(…)` or `mapOf("a" to …)`, with their keys. */
function elementsOf(value) {
    if (value.type === 'list')
        return value.elements;
    if (value.type !== 'call' || value.body)
        return undefined;
    const { target, args } = value;
    const name = target.type === 'member' && target.name === 'to' ? 'to' : segmentsOf(target)?.join('.');
    if (name === undefined || !COLLECTIONS.has(name))
        return undefined;
    return args.map((argument) => pairOf(argument.value) ?? argument);
}
function pairOf(value) {
    if (value.type !== 'call' || value.target.type !== 'member' || value.target.name !== 'to')
        return undefined;
    const name = staticText(value.target.target);
    const [argument] = value.args;
    return name !== undefined && argument ? { name, value: argument.value } : undefined;
}
/** `val v by extra("1.0")`, `by extra { "1.0" }`, `by lazy { "1.0" }`; `by project` says nothing new. */
function visitDelegate(name, value, context) {
    if (name === undefined || value.type !== 'call') {
        context.walk.expression(value, context);
        return;
    }
    const delegate = segmentsOf(value.target)?.at(-1);
    const last = value.body?.statements.at(-1);
    const inner = value.args[0]?.value ?? (last?.type === 'expression' ? last.expression : undefined);
    if (inner && delegate && (EXTRA.has(delegate) || delegate === 'lazy')) {
        assignments_assign(name, inner, context, delegate === 'lazy' ? context.scope : fileScope(context.scope));
        return;
    }
    if (value.body)
        context.walk.block(value.body, { ...context, project: false, blocks: [...context.blocks, name] });
}
/** Sets an extra property by name: `set("v", "1.0")`. */
function assignExtra(path, value, context) {
    assignments_assign(text_variableName(path), value, context, fileScope(context.scope));
}
/** Takes `versions.put('a', '1.0')`, `libs.addAll(…)` and their like; false when it is none. */
function assignEntry({ name, path, args }, context) {
    const [key, value, ...more] = args;
    const owner = path.slice(0, -1);
    if (owner.length === 0)
        return false;
    if (key && !value && /^(?:add|addAll|putAll)$/.test(name))
        return assignMore(owner, [key.value], context);
    const entry = name === 'put' && key && staticText(key.value);
    if (!entry || !value || more.length > 0)
        return false;
    const segments = [...owner, entry];
    assignments_assign(text_variableName(segments.join('.')), value.value, context, assignments_homeOf(segments, false, context));
    return true;
}
/** Takes `libs << [b: 'g:b:1.0']` and `list << 'g:b:1.0'`; false when it is no such addition. */
function visitAddition({ operands, operators }, context) {
    const [target, ...added] = operands;
    const segments = target && segmentsOf(target);
    return (segments !== undefined && operators.every((operator) => operator === '<<') && assignMore(segments, added, context));
}
/** Adds to a collection that a variable of this file holds; false when there is no such variable. */
function assignMore(owner, values, context) {
    const path = text_variableName(owner.join('.'));
    const home = scopeHolding(context.scope, path);
    const extra = owner.some((segment) => EXTRA.has(segment)) ? fileScope(context.scope) : undefined;
    if (!home && !extra)
        return false;
    for (const value of values)
        assignments_assign(path, value, context, home ?? extra);
    return true;
}
/** Visits a value that is kept for later: dependency notations in it count. */
function visitValue(value, context) {
    const elements = elementsOf(value);
    const module = elements && moduleOf(elements);
    if (module) {
        addModule(module, value, context);
        return;
    }
    if (elements) {
        for (const element of elements)
            visitValue(element.value, context);
        return;
    }
    const choices = text_alternativesOf(value);
    if (choices.length > 1) {
        for (const choice of choices)
            visitValue(choice, context);
        return;
    }
    if (!isText(value)) {
        context.walk.expression(value, context);
        return;
    }
    if (!isNotation(value))
        return;
    const { collector, scope } = context;
    const subject = { kind: 'notation', text: textHere(value, context) };
    collector.drafts.push({ role: 'package', subject, label: labelOf(context, 'notation'), at: value.start, scope });
}
/** A whole notation with its version written out or behind two written colons. */
function isNotation(value) {
    const text = textOf(value);
    const version = colonsIn(text) >= 2 ? coordinatesOf(text)?.version : undefined;
    return version !== undefined && !version.some((piece) => piece.kind === 'text' && CHECKSUM.test(piece.text));
}
/** The parts of `group: 'g', name: 'b', version: '1.0'` in any order. */
function moduleOf(args) {
    const group = argumentNamed(args, 'group');
    const name = argumentNamed(args, 'name');
    return group && name ? { group, name, version: argumentNamed(args, 'version') } : undefined;
}
function addModule({ group, name, version }, value, context) {
    if (!version)
        return;
    const subject = { kind: 'module', group: textOf(group), name: textOf(name) };
    const { collector, scope } = context;
    const label = labelOf(context, 'notation');
    collector.drafts.push({
        role: 'package',
        subject,
        version: textHere(version, context),
        label,
        at: value.start,
        scope,
    });
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/rules.js


/** What `requested` is narrowed to inside an `if` with this condition. */
function narrowed(guard, condition) {
    const found = guardOf(condition);
    return found && { ...guard, ...found };
}
function guardOf(condition) {
    if (condition.type === 'call')
        return comparedByCall(condition);
    if (condition.type !== 'operation')
        return {};
    const { operands, operators } = condition;
    if (operators.includes('||'))
        return anyOf(operands, operators);
    const comparisons = splitBy(operands, operators, '&&');
    return allOf(comparisons);
}
function allOf(comparisons) {
    return Object.assign({}, ...comparisons.map(comparison));
}
function splitBy(operands, operators, at) {
    const parts = [{ operands: [], operators: [] }];
    for (const [i, operand] of operands.entries()) {
        const operator = operators[i - 1];
        if (operator === at)
            parts.push({ operands: [operand], operators: [] });
        else {
            parts.at(-1)?.operands.push(operand);
            if (operator !== undefined)
                parts.at(-1)?.operators.push(operator);
        }
    }
    return parts;
}
/** `a || b`: the modules of all sides; when one side names no module, nothing is certain. */
function anyOf(operands, operators) {
    const modules = [];
    const plugins = [];
    for (const side of splitBy(operands, operators, '||')) {
        const guard = allOf(splitBy(side.operands, side.operators, '&&'));
        modules.push(...modulesOf(guard ?? {}));
        plugins.push(...(guard?.plugins ?? []));
    }
    return { modules, plugins };
}
function comparison({ operands, operators }) {
    const [left, right] = operands;
    if (!left)
        return {};
    if (operators.length === 0)
        return left.type === 'call' || left.type === 'operation' ? (guardOf(left) ?? {}) : {};
    if (!right || operators.length > 1)
        return {};
    if (operators[0] === 'in')
        return compared(left, listed(right));
    if (operators[0] !== '==' && operators[0] !== '===')
        return {};
    const text = staticText(right);
    if (text !== undefined)
        return compared(left, [text]);
    const flipped = staticText(left);
    return flipped === undefined ? {} : compared(right, [flipped]);
}
function listed(list) {
    const elements = list.type === 'list' ? list.elements : list.type === 'call' ? list.args : [];
    return elements.flatMap(({ value }) => staticText(value) ?? []);
}
function comparedByCall(call) {
    const { target, args } = call;
    const [argument] = args;
    if (target.type !== 'member' || !argument)
        return {};
    const text = staticText(argument.value);
    const flipped = staticText(target.target);
    if (target.name === 'equals' && flipped !== undefined)
        return compared(argument.value, [flipped]);
    if (target.name === 'equals' && text !== undefined)
        return compared(target.target, [text]);
    if (target.name === 'startsWith' && text !== undefined)
        return beginning(target.target, text);
    return target.name === 'contains' ? compared(argument.value, listed(target.target)) : {};
}
/** What is said by the subject of a comparison being one of these texts. */
function compared(subject, texts) {
    if (texts.length === 0)
        return {};
    if (subject.type === 'string')
        return isGroupAndName(subject) ? { modules: texts } : {};
    const segments = segmentsOf(subject) ?? [];
    const last = segments.at(-1);
    if (!segments.includes('requested') && segments.length > 2)
        return {};
    if (last === 'group')
        return { groups: texts };
    if (last === 'name')
        return { names: texts };
    if (last === 'id')
        return { plugins: texts };
    return last === 'module' || last === 'requested' ? { modules: texts } : {};
}
/** `requested.group.startsWith('g')`. */
function beginning(subject, text) {
    const last = segmentsOf(subject)?.at(-1);
    if (last === 'name')
        return { nameBegin: text };
    return last === 'group' || last === 'module' || last === 'requested' ? { begin: text } : {};
}
/** `"${requested.group}:${requested.name}"`. */
function isGroupAndName({ pieces }) {
    const [group, colon, name, ...more] = pieces;
    if (!group || !colon || !name || more.length > 0 || !('expression' in group) || !('expression' in name))
        return false;
    const ends = [group.expression, name.expression].map((expression) => segmentsOf(expression)?.at(-1));
    return 'text' in colon && colon.text === ':' && ends[0] === 'group' && ends[1] === 'name';
}
function modulesOf({ groups = [], names = [], modules = [] }) {
    return [...modules, ...groups.flatMap((group) => names.map((name) => `${group}:${name}`))].slice(0, 100);
}
/** `useVersion '1.0'` inside `eachDependency` or `eachPlugin`: the version of what the conditions around it name. */
function useVersion({ args, at }, context) {
    const { guard, scope, collector } = context;
    const value = args[0]?.value;
    if (!value)
        return;
    const modules = modulesOf(guard ?? {}).filter((module) => module.split(':').length === 2);
    const subjects = [
        ...modules.map((module) => ({ kind: 'named', names: [module], family: module.split(':')[0] ?? '' })),
        ...(guard?.plugins ?? []).map((id) => ({ kind: 'plugin', id: [{ kind: 'text', text: id, start: -1, end: -1 }] })),
    ];
    const label = labelOf(context, 'useVersion');
    const version = textHere(value, context);
    if (subjects.length === 0) {
        const { groups, names, begin, nameBegin } = guard ?? {};
        const certain = [groups, names, begin, nameBegin].some((part) => part !== undefined);
        // Behind a condition that cannot be read, a version that is written out may be anybody's.
        const anyone = context.blocks.includes('eachDependency') && version.every(({ kind }) => kind === 'text');
        if (!certain && !anyone)
            return;
        const subject = { kind: 'pattern', groups, names, begin, nameBegin };
        const refused = 'useVersion here sets the version of more than one package';
        collector.drafts.push({ role: 'package', subject, version, refused, label, at, scope });
        return;
    }
    addShared(subjects, version, label, at, context);
}
/** Declares several packages whose version is one and the same text: it is a variable that they share. */
function addShared(subjects, version, label, at, context) {
    const { collector, scope } = context;
    let shared = version;
    if (subjects.length > 1 && version.some(({ kind }) => kind === 'text')) {
        collector.serial += 1;
        const path = `${label} #${collector.serial}`;
        defineHere(context, path, version, at, { label });
        shared = [{ kind: 'reference', path, at }];
    }
    for (const subject of subjects) {
        collector.drafts.push({ role: 'package', subject, version: shared, label, at, scope });
    }
}
const rules_METHODS = new Set(['strictly', 'require', 'prefer', 'reject']);
/** The methods called in the `version { … }` blocks of a dependency's body. What else stands there is visited. */
function richVersionsIn(body, context) {
    return body.statements.flatMap((statement) => {
        if (statement.type !== 'expression' || statement.expression.type !== 'call')
            return [];
        const [link, ...more] = chainOf(statement.expression).links;
        if (link?.name === 'version' && link.body && more.length === 0)
            return richVersions(link.body, context);
        context.walk.expression(statement.expression, context);
        return [];
    });
}
/** The methods called in a `version { … }` block itself. */
function richVersions(body, context) {
    return body.statements.flatMap((statement) => {
        if (statement.type !== 'expression' || statement.expression.type !== 'call')
            return [];
        return chainOf(statement.expression).links.flatMap(({ name, args, at }) => {
            if (name === 'rejectAll')
                return [{ method: name, text: [], at }];
            return rules_METHODS.has(name)
                ? args.map(({ value }) => ({
                    method: name,
                    text: textHere(value, context),
                    at: value.start,
                }))
                : [];
        });
    });
}
/** The drafts of a rich version. */
function richDrafts(subject, versions, label, context) {
    return versions.map(({ method, text, at }) => ({
        role: method === 'reject' ? 'exclusion' : 'package',
        subject,
        ...(method === 'rejectAll' ? { excluded: 'rejectAll() is set' } : { version: text }),
        label: `${label} version.${method}`,
        at,
        scope: context.scope,
    }));
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/catalog-dsl.js



/** Takes what a catalog in a settings script declares: `version`, `library`, `plugin`, `alias`, `from`. */
function visitCatalog(links, context) {
    const [first, ...more] = links;
    if (!first)
        return false;
    switch (first.name) {
        case 'version':
            return catalogVersion(first, context);
        case 'library':
            return declare(first, valuesOf(first).slice(1), 'library', more, context);
        case 'plugin':
            return declare(first, valuesOf(first).slice(1), 'plugin', more, context);
        case 'alias': {
            const [to, ...rest] = more;
            return !to || declare(first, valuesOf(to), to.name === 'toPluginId' ? 'plugin' : 'library', rest, context);
        }
        case 'from':
            return declare(first, valuesOf(first), 'library', more, context);
        default:
            return false;
    }
}
function valuesOf({ args }) {
    return args.map(({ value }) => value);
}
/** The name of a catalog's version as accessors spell it. */
function versionPath(alias, { catalog }) {
    return `${catalog}.versions.${aliasPath(alias)}`;
}
function catalogVersion({ args, body, at }, context) {
    const alias = args[0] && staticText(args[0].value);
    if (alias === undefined)
        return true;
    const path = versionPath(alias, context);
    const label = labelOf(context, 'version');
    const value = args[1]?.value;
    if (value)
        defineHere(context, path, textHere(value, context), at, { label, overriding: true });
    for (const version of body ? richVersions(body, context) : []) {
        const { method, text, at: place } = version;
        if (method === 'reject' || method === 'rejectAll')
            context.collector.catalogRejects.push({ path, version, label });
        else
            defineHere(context, path, text, place, { label, branch: `?${method}`, overriding: true });
    }
    return true;
}
/** What a catalog's versions reject, for each library that takes its version from one of them. */
function catalogExclusions(context) {
    const { catalogRejects, catalogUsers } = context.collector;
    return catalogRejects.flatMap(({ path, version, label }) => catalogUsers
        .filter((user) => user.path === path)
        .flatMap(({ subject }) => richDrafts(subject, [version], label, context)));
}
function declare({ at }, [first, second], kind, more, context) {
    const subject = first && subjectOf(first, second, kind);
    if (!subject)
        return true;
    const label = labelOf(context, kind);
    const { collector, scope } = context;
    for (const { name, body, args } of more) {
        if (name === 'version' && body)
            collector.drafts.push(...richDrafts(subject, richVersions(body, context), label, context));
        const value = args[0]?.value;
        const path = name === 'versionRef' && value ? refOf(value, context) : undefined;
        if (path !== undefined)
            collector.catalogUsers.push({ path, subject });
        const version = value && versionOf(name, value, context);
        if (version)
            collector.drafts.push({ role: 'package', subject, version, label, at: value.start, scope });
    }
    // A notation may hold its version itself.
    if (subject.kind === 'notation')
        collector.drafts.push({ role: 'package', subject, label, at, scope });
    return true;
}
function subjectOf(first, second, kind) {
    if (kind === 'plugin')
        return { kind: 'plugin', id: textOf(first) };
    if (second)
        return { kind: 'module', group: textOf(first), name: textOf(second) };
    return isText(first) ? { kind: 'notation', text: textOf(first) } : undefined;
}
function versionOf(name, value, context) {
    if (name === 'version')
        return textHere(value, context);
    const path = name === 'versionRef' ? refOf(value, context) : undefined;
    return path === undefined ? undefined : [{ kind: 'reference', path, at: value.start }];
}
function refOf(value, context) {
    const alias = staticText(value);
    return alias === undefined ? undefined : versionPath(alias, context);
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/plugins.js


const KOTLIN = { kind: 'text', text: 'org.jetbrains.kotlin.', start: -1, end: -1 };
/** Takes `id 'x' version 'v'`, `kotlin("jvm") version "v"` inside `plugins { }`; false for anything else. */
function visitPlugin(links, context) {
    const [first, ...more] = links;
    const id = first?.args[0];
    if (!first || !id || (first.name !== 'id' && first.name !== 'kotlin'))
        return false;
    const text = first.name === 'kotlin' ? [KOTLIN, ...textOf(id.value)] : textOf(id.value);
    const subject = { kind: 'plugin', id: text };
    const version = more.find(({ name }) => name === 'version')?.args[0]?.value;
    const { collector, scope } = context;
    collector.drafts.push({
        role: 'package',
        subject,
        ...(version ? { version: textHere(version, context) } : {}),
        managedBy: 'pluginManagement, a catalog or the build classpath',
        label: labelOf(context, first.name),
        at: version?.start ?? id.value.start,
        scope,
    });
    return true;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/calls.js








/** Calls whose arguments are never dependencies, wherever they stand. */
const NO_DEPENDENCY = new Set('because reason println print printf exclude project files fileTree file uri url npm devNpm peerNpm optionalNpm substitute withModule requireCapability requireCapabilities capability capabilities attribute bomProperty bomProperties error warn info debug lifecycle quiet trace log GradleException require check assert gradleApi localGroovy replacedBy apply'.split(' '));
/** Calls that name dependencies outside `dependencies { }` too. */
const DEPENDENCY = /^(?:\w*[iI]mplementation|(?:\w*A|a)pi|(?:\w*C|c)ompile(?:Only|OnlyApi)?|\w*[rR]untimeOnly|\w*[aA]nnotationProcessor|(?:\w*C|c)lasspath|kapt\w*|ksp\w*|platform|enforcedPlatform|testFixtures|force|setForcedModules|mavenBom|useTarget|useModule|detektPlugins|coreLibraryDesugaring|developmentOnly|provided\w*)$/;
/** Owners that make any call on them name a dependency: `dependencies.add(…)`. */
const calls_OWNERS = new Set(['dependencies', 'constraints']);
/** Blocks that run their body where they stand. */
const TRANSPARENT = new Set('each forEach eachWithIndex forEachIndexed all configureEach apply also let run with when switch for while try catch finally do matching withType afterEvaluate'.split(' '));
/** Blocks whose body speaks of a project. */
const PROJECT_BLOCKS = new Set('allprojects subprojects buildscript project rootProject configure projectsEvaluated settingsEvaluated beforeProject afterProject projectsLoaded rootProject'.split(' '));
/** Visits a chain of calls; gives the packages it declares, for a body that says more about them. */
function visitCall(expression, context) {
    const { links, receiver } = chainOf(expression);
    if (receiver)
        context.walk.expression(receiver, context);
    if (context.plugins && visitPlugin(links, context))
        return [];
    if (context.catalog !== undefined && visitCatalog(links, context))
        return [];
    return links.flatMap((link) => visitLink(link, context));
}
function visitLink(link, context) {
    const { name, args, body } = link;
    if (name === 'useVersion')
        useVersion(link, context);
    else if (name === 'set' || name === 'setProperty')
        return visitSetter(link, context);
    else if (name === 'dependencySet')
        return visitDependencySet(link, context);
    else if (assignEntry(link, context))
        return [];
    else if (NO_DEPENDENCY.has(name)) {
        if (body)
            context.walk.block(body, inside(name, link, context));
    }
    else if (!toolCall(link, context)) {
        if (isDependency(link, context))
            return visitDependency(link, context);
        if (context.dependencies && (name === 'listOf' || name === 'setOf')) {
            for (const { value } of args)
                visitValue(value, context);
        }
        else
            for (const { value } of args)
                context.walk.expression(value, context);
        if (body)
            context.walk.block(body, inside(name, link, context));
    }
    return [];
}
function isDependency({ name, path, args, body }, context) {
    if (args.length === 0)
        return false;
    if (path.slice(0, -1).some((owner) => calls_OWNERS.has(owner)))
        return true;
    if (name === 'module')
        return context.substitution || context.dependencies;
    if (name === 'from')
        return false;
    if (body && TRANSPARENT.has(name))
        return false;
    return (context.dependencies && name !== 'listOf' && name !== 'setOf') || DEPENDENCY.test(name);
}
/** The context of a call's body. */
function inside(name, link, context) {
    const blocks = [...context.blocks, name];
    if (TRANSPARENT.has(name) && !isExtra(link))
        return context;
    const body = { ...elsewhere(context), blocks, guard: context.guard };
    const catalogs = context.blocks.at(-1) === 'versionCatalogs';
    return {
        ...body,
        dependencies: calls_OWNERS.has(name) || (name === 'imports' && context.dependencies) || name === 'dependencyManagement',
        project: context.project && PROJECT_BLOCKS.has(name),
        extra: isExtra(link),
        plugins: name === 'plugins',
        substitution: name === 'dependencySubstitution' || context.substitution,
        catalog: catalogs ? catalogName(link) : undefined,
    };
}
/** `libs { }`, `create("libs") { }`. */
function catalogName({ name, args }) {
    const [argument] = args;
    return (argument && staticText(argument.value)) ?? name;
}
/** `ext { }`, `extra.apply { }`, `with(extra) { }`. */
function isExtra({ name, path, args }) {
    if (path.some((segment) => segment === 'ext' || segment === 'extra'))
        return true;
    const [argument] = args;
    const owner = name === 'with' && argument ? referencedPath(argument.value) : undefined;
    return owner === 'ext' || owner === 'extra';
}
/** `set("v", "1.0")` on extra properties; elsewhere a tool's property may be set. */
function visitSetter(link, context) {
    const { path, args } = link;
    const [key, value] = args;
    const name = key && staticText(key.value);
    const owned = path.includes('ext') || path.includes('extra') || context.extra || path.at(-1) === 'setProperty';
    if (name !== undefined && value && owned)
        assignExtra(name, value.value, context);
    else if (!toolCall(link, context))
        for (const { value: argument } of args)
            context.walk.expression(argument, context);
    return [];
}
function visitDependency(link, context) {
    const { name, args, body, at } = link;
    const label = labelOf(context, name || 'dependency');
    const drafts = name === 'kotlin' || name === 'embeddedKotlin' ? kotlinModule(link, label, context) : undefined;
    const found = drafts ?? draftsOf(name === 'add' ? args.slice(1) : args, label, at, context);
    if (body) {
        // What a client module needs is written in its body.
        const around = { ...elsewhere(context), blocks: [...context.blocks, name], dependencies: name === 'module' };
        const rich = richVersionsIn(body, around);
        for (const draft of found) {
            const more = richDrafts(draft.subject, rich, label, context);
            if (more.length > 0)
                delete draft.managedBy;
            context.collector.drafts.push(...more);
        }
        const alias = found.length === 0 ? aliasOf(args) : undefined;
        if (alias)
            context.collector.drafts.push(...richDrafts(alias, rich, label, context));
    }
    return found;
}
/** `libs.b` or `platform(libs.b)`. */
function aliasOf([argument]) {
    if (!argument)
        return undefined;
    const { value } = argument;
    if (value.type === 'call' && value.args.length === 1)
        return aliasOf(value.args);
    const path = referencedPath(value);
    return path?.includes('.') ? { kind: 'alias', path } : undefined;
}
function draftsOf(args, label, at, context) {
    const module = moduleOf(args) ?? positional(args);
    if (!module)
        return args.flatMap(({ value }) => notation(value, label, context));
    const subject = { kind: 'module', group: textOf(module.group), name: textOf(module.name) };
    return [
        calls_add({ subject, ...(module.version ? { version: textHere(module.version, context) } : {}) }, label, at, context),
    ];
}
/** `("g", "b", "1.0")`: texts none of which holds a colon. */
function positional(args) {
    const [group, name, version] = args;
    if (!group || !name || args.some((argument) => argument.name !== undefined && argument !== version))
        return undefined;
    const plain = [group, name].every(({ value }) => isText(value) && colonsIn(textOf(value)) === 0);
    if (!plain || (version && isText(version.value) && colonsIn(textOf(version.value)) > 0))
        return undefined;
    return { group: group.value, name: name.value, version: version?.value };
}
function notation(value, label, context) {
    const choices = text_alternativesOf(value);
    if (choices.length > 1)
        return choices.flatMap((choice) => notation(choice, label, context));
    const elements = elementsOf(value);
    if (elements)
        return draftsOf(elements, label, value.start, context);
    if (value.type === 'operation' && value.operators.length === 0) {
        return value.operands.flatMap((operand) => notation(operand, label, context));
    }
    if (value.type === 'call' && !isText(value) && referencedPath(value) === undefined) {
        return visitCall(value, { ...context, dependencies: true });
    }
    if (!isText(value)) {
        context.walk.expression(value, context);
        return [];
    }
    const text = textHere(value, context);
    // Only text that could be a notation: `"$base:1.0"` has one written colon, `"${libs.b}"` none.
    if (colonsIn(text) === 0 || !coordinatesOf(text))
        return [];
    return [calls_add({ subject: { kind: 'notation', text } }, label, value.start, context)];
}
function calls_add(what, label, at, { collector, scope }) {
    const draft = { role: 'package', ...what, managedBy: 'a platform or constraint', label, at, scope };
    collector.drafts.push(draft);
    return draft;
}
/** `kotlin("bom", "1.7.21")` is org.jetbrains.kotlin:kotlin-bom. */
function kotlinModule({ args, at, name }, label, context) {
    const [module] = args;
    const artifact = module && staticText(module.value);
    if (artifact === undefined)
        return [];
    const version = argumentNamed(args, 'version') ?? args[1]?.value;
    const subject = {
        kind: 'named',
        names: [`org.jetbrains.kotlin:kotlin-${artifact}`],
        family: 'org.jetbrains.kotlin',
    };
    return [
        calls_add({ subject, ...(version && name === 'kotlin' ? { version: textHere(version, context) } : {}) }, label, at, context),
    ];
}
/** Spring's `dependencySet(group: 'g', version: '1.0') { entry 'b' }`, also as `dependencySet('g:1.0')`. */
function visitDependencySet({ args, body, at }, context) {
    const [group, version] = dependencySetOf(args);
    if (!group || !version || !body)
        return [];
    const subjects = [];
    for (const statement of body.statements) {
        if (statement.type !== 'expression' || statement.expression.type !== 'call')
            continue;
        for (const { name, args: entries } of chainOf(statement.expression).links) {
            const entry = name === 'entry' ? entries[0] : undefined;
            if (entry)
                subjects.push({ kind: 'module', group, name: textOf(entry.value) });
        }
    }
    addShared(subjects, version, labelOf(context, 'dependencySet'), at, context);
    return [];
}
function dependencySetOf(args) {
    const group = argumentNamed(args, 'group') ?? (args.length > 1 ? args[0]?.value : undefined);
    const version = argumentNamed(args, 'version') ?? args[1]?.value;
    if (group && version)
        return [textOf(group), textOf(version)];
    const [only] = args;
    const text = only && isText(only.value) ? textOf(only.value) : [];
    // `group:version` has the shape of a notation that lacks its version.
    const pair = coordinatesOf(text);
    return pair && !pair.version ? [pair.group, pair.name] : [];
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/values.js

/** A value that is there and must not be edited. */
function values_opaque(reason, detail) {
    return { kind: 'opaque', reason, detail };
}
/** The value a text comes to: a literal, a template over variables, or opaque where it cannot be followed. */
function values_versionValue(text, scope) {
    const pieces = [];
    let variables = 0;
    for (const piece of text) {
        const next = pieceOf(piece, scope);
        if (!next)
            return values_opaque('unresolved-variable', 'the version is computed by an expression that cannot be followed');
        if ('variable' in next)
            variables += 1;
        const last = pieces.at(-1);
        if (last && 'literal' in last && 'literal' in next && last.literal.span.end === next.literal.span.start) {
            pieces[pieces.length - 1] = { literal: values_joined(last.literal, next.literal) };
        }
        else
            pieces.push(next);
    }
    if (text.some((piece) => piece.kind === 'text' && piece.start < 0)) {
        return values_opaque('unsupported-constraint', 'the version is cut out of a longer constant');
    }
    if (variables > 0)
        return { kind: 'template', dialect: 'gradle', pieces };
    const parts = pieces.flatMap((piece) => ('literal' in piece ? [piece.literal] : []));
    if (parts.length === 1)
        return { kind: 'literal', dialect: 'gradle', parts };
    return values_opaque('unsupported-constraint', parts.length === 0 ? 'the version is empty' : 'the version is put together from several strings');
}
function pieceOf(piece, scope) {
    if (piece.kind === 'unknown')
        return undefined;
    if (piece.kind === 'text') {
        return { literal: { span: { start: piece.start, end: piece.end }, text: piece.text } };
    }
    const { path, optional } = piece;
    // A property is no local variable of that name.
    if (optional === 'elsewhere')
        return { variable: path, optional };
    if (optional)
        return { variable: fileScope(scope).variables.get(path)?.name ?? path, optional };
    const variable = lookUp(scope, path);
    if (variable === 'parameter')
        return undefined;
    return { variable: variable?.name ?? path };
}
function values_joined(one, other) {
    return { span: { start: one.span.start, end: other.span.end }, text: one.text + other.text };
}
/** Names that mean the project itself when nothing in front of them says otherwise. */
const PROJECT_NAMES = new Set(['version', 'name', 'group', 'description']);
/**
 * Gives every variable its names: a member of an object is known as `Object.member`, behind its package too, and by
 * every shorter ending that is its own alone; one that is local to a block gets a name nobody outside can use.
 */
function nameVariables(variables, packageName) {
    const locals = new Map();
    const endings = new Map();
    for (const { name, member } of variables) {
        for (const ending of member ? [name, ...endingsOf(name)] : [name])
            count(endings, ending);
    }
    const names = new Map();
    for (const variable of variables) {
        if (variable.local)
            variable.name = `${variable.path} (local ${count(locals, variable.path)})`;
        names.set(variable, variable.local ? [variable.name] : namesOf(variable, packageName, endings));
    }
    return names;
}
function count(counts, key) {
    const next = (counts.get(key) ?? 0) + 1;
    counts.set(key, next);
    return next;
}
function namesOf({ name, member }, packageName, endings) {
    const shorter = member
        ? endingsOf(name).filter((ending) => endings.get(ending) === 1 && !PROJECT_NAMES.has(ending))
        : [];
    return [name, ...(packageName === '' ? [] : [`${packageName}.${name}`]), ...shorter];
}
/** `b.c` and `c` for `a.b.c`; very long paths have none. */
function endingsOf(name) {
    const segments = name.split('.');
    return segments.length > 10 ? [] : segments.slice(1).map((_, i) => segments.slice(i + 1).join('.'));
}
/** The declarations of one variable, one for each assignment. */
function settleVariable(variable, names) {
    const { definitions } = variable;
    const real = definitions.flatMap((definition) => withoutItself(definition, variable));
    const doubt = doubtAbout(variable, real);
    const conditional = mayStayUnset(real) ? { conditional: true } : {};
    return real.map((definition) => ({
        role: 'variable',
        names,
        group: definition.label,
        at: definition.at,
        ...conditional,
        ...(definition.overriding ? { overriding: true } : {}),
        value: doubt ?? definedValue(definition),
    }));
}
/** True when every assignment stands in an `if` whose other branch leaves the variable as another file set it. */
function mayStayUnset(definitions) {
    const branches = new Set(definitions.map(({ branch }) => /^\/\d+\.\d/.exec(branch)?.[0]));
    if (branches.has(undefined))
        return false;
    return ![...branches].some((branch) => branch?.endsWith('.0') && branches.has(`${branch.slice(0, -1)}1`));
}
function definedValue({ text, untouchable, scope }) {
    return untouchable ? values_opaque('ambiguous', untouchable) : values_versionValue(text, scope);
}
/** `ext.v = v` says nothing new; `v = findProperty('v') ?: '1.0'` says what another file does, which counts. */
function withoutItself(definition, variable) {
    const [only, ...more] = definition.text;
    if (only?.kind !== 'reference' || more.length > 0)
        return [definition];
    const { path, optional } = only;
    if (!optional)
        return lookUp(definition.scope, path) === variable ? [] : [definition];
    const known = fileScope(definition.scope).variables.get(path);
    const itself = known === variable || (variable.member && variable.path === path);
    return [itself ? { ...definition, text: [{ ...only, optional: 'elsewhere' }] } : definition];
}
function doubtAbout({ path, definitions }, real) {
    if (real.length < definitions.length && real.some(({ branch }) => branch.includes('?'))) {
        return values_opaque('unresolved-variable', `${path} has a default here that a property of the same name replaces`);
    }
    if (real.length < 2)
        return undefined;
    const values = new Map();
    for (const { text, branch } of real) {
        const value = JSON.stringify(text.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'reference' ? [piece.path] : null)));
        if (values.has(branch) && values.get(branch) !== value) {
            return values_opaque('ambiguous', `${path} is assigned more than once, with different values`);
        }
        values.set(branch, value);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/drafts.js



/** Turns drafts into declarations; a draft whose name cannot be told from this file declares nothing. */
function settleDrafts(drafts) {
    const settled = drafts.flatMap((draft) => (draft.subject.kind === 'pattern' ? [] : settleDraft(draft)));
    const known = new Set(settled.flatMap(({ names }) => names));
    const patterns = drafts.flatMap((draft) => {
        const { subject } = draft;
        if (subject.kind !== 'pattern')
            return [];
        const names = [...known].filter((name) => fits(name, subject));
        return names.length === 0 ? [] : [declaration(draft, { names })];
    });
    return [...settled, ...patterns];
}
function fits(module, pattern) {
    const { groups, names, begin, nameBegin } = pattern;
    const [group = '', name] = module.split(':');
    if (name === undefined)
        return false;
    if (groups && !groups.includes(group))
        return false;
    if (nameBegin !== undefined && !name.startsWith(nameBegin))
        return false;
    return (!names || names.includes(name)) && (begin === undefined || module.startsWith(begin));
}
function settleDraft(draft) {
    const identity = identityOf(draft);
    if (!identity)
        return [];
    const version = draft.version ?? identity.version;
    if (!version && !draft.managedBy && !draft.refused && !draft.excluded)
        return [];
    return [declaration(draft, identity)];
}
function declaration(draft, { names, family, version }) {
    const { role, label, at } = draft;
    const value = draftValue(draft, draft.version ?? version);
    return { role, names, group: label, ...(family === undefined ? {} : { family }), at, value };
}
function draftValue({ scope, refused, excluded, managedBy }, text) {
    if (refused)
        return values_opaque('ambiguous', refused);
    if (excluded)
        return values_opaque('excluded-by-author', excluded);
    return text ? values_versionValue(text, scope) : { kind: 'managed', by: managedBy ?? 'another declaration' };
}
function identityOf({ subject, scope }) {
    switch (subject.kind) {
        case 'named':
            return subject;
        case 'pattern':
            return undefined;
        case 'alias':
            return { names: [`\${${subject.path}}`], family: `\${${subject.path}}` };
        case 'plugin': {
            const id = constantText(subject.id, scope);
            return id ? pluginIdentity(id) : undefined;
        }
        case 'module':
            return moduleIdentity(subject, scope);
        case 'notation': {
            const coordinates = coordinatesOf(withNamesPutIn(subject.text, scope));
            return coordinates && moduleIdentity(coordinates, scope);
        }
    }
}
/** The names a Gradle plugin answers to: its id, and the marker artifact that carries its version. */
function pluginIdentity(id) {
    // Kotlin's plugins are released with its libraries, under their group.
    const family = id.startsWith('org.jetbrains.kotlin.') ? 'org.jetbrains.kotlin' : id;
    return { names: [id, `${id}:${id}.gradle.plugin`], family };
}
function moduleIdentity({ group, name, version }, scope) {
    const family = constantText(group, scope);
    const artifact = constantText(name, scope);
    if (!family || !artifact || /[:\s]/.test(family + artifact))
        return undefined;
    return { names: [`${family}:${artifact}`], family, ...(version ? { version } : {}) };
}
/** Puts constants of this file in the place of their names, up to the version: `"$base:b:1.0"`. */
function withNamesPutIn(text, scope) {
    const result = [];
    for (const piece of text) {
        const value = piece.kind === 'reference' && colonsIn(result) < 2 ? constantText([piece], scope) : undefined;
        result.push(value === undefined ? piece : { kind: 'text', text: value, start: -1, end: -1 });
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle/walk.js









const WALK = { block: visitBlock, expression: visitExpression };
/** Every declaration of a build script or of build logic, in the order of their offsets. */
function scanGradle(text, language) {
    const tree = parseGradle(text, language);
    const collector = {
        drafts: [],
        variables: new Set(),
        catalogRejects: [],
        catalogUsers: [],
        packageName: '',
        serial: 0,
    };
    const context = {
        walk: WALK,
        collector,
        scope: openScope('file'),
        blocks: [],
        branch: '',
        dependencies: false,
        project: true,
        extra: false,
        plugins: false,
        substitution: false,
        catalog: undefined,
        guard: undefined,
    };
    for (const statement of tree.statements)
        visitStatement(statement, context);
    const variables = [...collector.variables];
    const names = nameVariables(variables, collector.packageName);
    const declarations = [
        ...settleDrafts([...collector.drafts, ...catalogExclusions(context)]),
        ...variables.flatMap((variable) => settleVariable(variable, names.get(variable) ?? [])),
    ];
    return declarations.sort((one, other) => one.at - other.at);
}
/** Visits the statements of a block in a scope of their own. */
function visitBlock(block, context) {
    const scope = openScope('block', context.scope, '', block.parameters);
    for (const statement of block.statements)
        visitStatement(statement, { ...context, scope });
}
function visitStatement(statement, context) {
    switch (statement.type) {
        case 'expression':
            visitExpression(statement.expression, context);
            return;
        case 'assignment':
            visitAssignment(statement, context);
            return;
        case 'return':
            visitValue(statement.value, context);
            return;
        case 'class': {
            const scope = openScope('class', context.scope, statement.name);
            const inside = { ...elsewhere(context), scope, blocks: [...context.blocks, statement.name || 'companion'] };
            for (const member of statement.body.statements)
                visitStatement(member, inside);
            return;
        }
        case 'function':
            visitFunction(statement, context);
            return;
        case 'package':
            context.collector.packageName = statement.name;
    }
}
function visitFunction({ name, body }, context) {
    const scope = openScope('block', context.scope, '', body.parameters);
    const inside = { ...elsewhere(context), blocks: [...context.blocks, name], scope };
    for (const statement of body.statements)
        visitStatement(statement, inside);
    assignMethod(name, body, inside, context.scope);
}
/** Visits an expression whose value goes nowhere: only the calls in it matter. */
function visitExpression(expression, context) {
    switch (expression.type) {
        case 'call':
            visitCall(expression, context);
            return;
        case 'member':
        case 'index':
            visitExpression(expression.target, context);
            return;
        case 'list':
            // `['g:b:1.0'].each { … }` inside `dependencies`.
            if (context.dependencies)
                visitValue(expression, context);
            else
                for (const { value } of expression.elements)
                    visitExpression(value, context);
            return;
        case 'block':
            visitBlock(expression.block, context);
            return;
        case 'operation':
            if (!visitAddition(expression, context))
                for (const operand of expression.operands)
                    visitExpression(operand, context);
            return;
        case 'if':
            visitIf(expression, context);
            return;
    }
}
function visitIf({ condition, branches, start }, context) {
    for (const [i, branch] of branches.entries()) {
        const guard = i === 0 ? narrowed(context.guard, condition) : context.guard;
        visitBlock(branch, { ...context, guard, branch: `${context.branch}/${start}.${i}` });
    }
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle-build.js


/** The Gradle build script format: `build.gradle(.kts)`, `settings.gradle(.kts)` and the scripts they apply. */
const gradleBuild = {
    id: 'build.gradle',
    ecosystem: 'maven',
    matches: (path) => /\.gradle(?:\.kts)?$/.test(path) && gradleFileKind(path) !== undefined,
    scan: (text, path) => scanGradle(text, path.endsWith('.kts') ? 'kotlin' : 'groovy'),
    related: gradleRelatives,
    visibility: gradleVisibility,
    lockfiles: GRADLE_LOCKFILES,
};

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle-logic.js


/** Kotlin, Groovy and Java sources of a Gradle build's own logic (`buildSrc`, `build-logic`): constants and conventions. */
const gradleLogic = {
    id: 'buildSrc',
    ecosystem: 'maven',
    matches: (path) => gradleFileKind(path) === 'logic',
    scan: (text, path) => scanGradle(text, path.endsWith('.kt') ? 'kotlin' : path.endsWith('.java') ? 'java' : 'groovy'),
    related: gradleRelatives,
    visibility: gradleVisibility,
    lockfiles: GRADLE_LOCKFILES,
};

;// CONCATENATED MODULE: ./lib/manifests/syntax/java-properties.js
/**
 * Reads a Java properties file: `key=value`, `key: value`, `key value`, comments with `#` and `!`, escapes, lines that
 * go on behind a backslash. Every text is one: nothing is thrown.
 */
function javaProperties(text) {
    const properties = [];
    for (let at = java_properties_skip(text, 0, /[\s]*/y); at < text.length; at = java_properties_skip(text, at, /[\s]*/y)) {
        const comment = text[at] === '#' || text[at] === '!';
        if (comment) {
            at = java_properties_skip(text, at, /[^\r\n]*/y);
            continue;
        }
        const key = readUntil(text, at, (char) => char === '=' || char === ':' || java_properties_isBlank(char));
        const separator = java_properties_skip(text, key.end, /(?:[ \t\f]|\\(?:\r\n|\r|\n))*[=:]?(?:[ \t\f]|\\(?:\r\n|\r|\n))*/y);
        const value = readUntil(text, separator, () => false);
        properties.push({ key: key.text, at, value: { span: { start: separator, end: value.end }, text: value.text } });
        at = Math.max(value.end, at + 1);
    }
    return properties;
}
function java_properties_skip(text, at, expression) {
    expression.lastIndex = at;
    expression.test(text);
    return Math.max(at, expression.lastIndex);
}
function java_properties_isBlank(char) {
    return char === ' ' || char === '\t' || char === '\f';
}
/** Reads with escapes up to a character that stops, or the end of the logical line. */
function readUntil(text, from, stops) {
    let result = '';
    let at = from;
    while (at < text.length) {
        const char = text[at] ?? '';
        if (char === '\n' || char === '\r' || stops(char))
            break;
        if (char !== '\\') {
            result += char;
            at += 1;
            continue;
        }
        const escaped = java_properties_readEscape(text, at);
        result += escaped.text;
        at = escaped.end;
    }
    return { text: result, end: at };
}
const java_properties_ESCAPES = { n: '\n', t: '\t', r: '\r', f: '\f' };
function java_properties_readEscape(text, at) {
    const char = text[at + 1];
    if (char === undefined)
        return { text: '', end: at + 1 };
    if (char === '\n' || char === '\r') {
        const lineBreak = text.startsWith('\r\n', at + 1) ? 2 : 1;
        return { text: '', end: java_properties_skip(text, at + 1 + lineBreak, /[ \t\f]*/y) };
    }
    const hex = char === 'u' ? /^[0-9a-fA-F]{4}/.exec(text.slice(at + 2, at + 6)) : null;
    if (hex)
        return { text: String.fromCharCode(Number.parseInt(hex[0], 16)), end: at + 6 };
    return { text: java_properties_ESCAPES[char] ?? char, end: at + 2 };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle-properties.js



/** The Gradle properties format (`gradle.properties`): every key is a variable of the build scripts. */
const gradleProperties = {
    id: 'gradle.properties',
    ecosystem: 'maven',
    matches: (path) => /(?:^|\/)gradle\.properties$/.test(path),
    scan: (text) => {
        // The last of several equal keys is the one that counts.
        const byName = new Map(javaProperties(text).map((property) => [text_variableName(property.key), property]));
        return [...byName].map(([name, property]) => gradle_properties_declaration(name, property)).sort((one, other) => one.at - other.at);
    },
    visibility: gradleVisibility,
};
function gradle_properties_declaration(name, property) {
    return {
        role: 'variable',
        names: [name],
        group: 'gradle.properties',
        at: property.at,
        value: propertyValue(name, property),
    };
}
function propertyValue(name, { value }) {
    if (name === 'version') {
        return {
            kind: 'opaque',
            reason: 'ambiguous',
            detail: "version is the project's own version, which is not a dependency's to raise",
        };
    }
    return { kind: 'literal', dialect: 'gradle', parts: [trimmed(value)] };
}
/** White space behind a value belongs to it in Java, but a version has none: it stays where it is. */
function trimmed({ span, text }) {
    const rest = text.length - text.trimEnd().length;
    if (rest === 0 || span.end - span.start !== text.length)
        return { span, text };
    return { span: { start: span.start, end: span.end - rest }, text: text.trimEnd() };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/gradle-versions-props.js

const LINE = /^([ \t]*)([A-Za-z0-9_.*-]+):([A-Za-z0-9_.*-]+)([ \t]*=[ \t]*|[ \t]+)([^\s#]+)/gm;
/** The gradle-consistent-versions format (`versions.props`): `group:name = version`, one a line, `*` in the name. */
const gradleVersionsProps = {
    id: 'versions.props',
    ecosystem: 'maven',
    matches: (path) => /(?:^|\/)versions\.props$/.test(path),
    scan: (text) => [...text.matchAll(LINE)].flatMap(declarations),
    visibility: gradleVisibility,
    lockfiles: GRADLE_LOCKFILES,
};
/** A line with `*` speaks of many packages: it is shown as what it is, and answers to no single name. */
function declarations(line) {
    const [, indent = '', group = '', name = '', sign = '', version = ''] = line;
    const at = line.index + indent.length;
    const start = at + group.length + 1 + name.length + sign.length;
    const parts = [{ span: { start, end: start + version.length }, text: version }];
    const value = { kind: 'literal', dialect: 'gradle', parts };
    return [{ role: 'package', names: [`${group}:${name}`], group: 'versions.props', family: group, at, value }];
}

// EXTERNAL MODULE: ./node_modules/fast-xml-parser/src/xmlparser/XMLParser.js + 28 modules
var XMLParser = __webpack_require__(88879);
;// CONCATENATED MODULE: ./lib/manifests/syntax/xml.js


const xml_BLANK = /[ \t\r\n]*/y;
const xml_NAME = /[A-Za-z_:\u0080-\uffff][-.\w:\u0080-\uffff]*/y;
const REFERENCE = /&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z_][\w.-]*));/y;
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const PREDEFINED = new Map([
    ['lt', '<'],
    ['gt', '>'],
    ['amp', '&'],
    ['quot', '"'],
    ['apos', "'"],
]);
/**
 * readXml reads a well-formed document into a tree with exact spans. No recursion, linear in the text. Throws a
 * ManifestSyntaxError for anything that is not well-formed, and for a DOCTYPE: entities could put a version anywhere.
 */
function readXml(text) {
    return new Reader(text).document();
}
class Reader {
    source;
    at = 0;
    root;
    current;
    open = [];
    constructor(source) {
        this.source = source;
    }
    document() {
        const forbidden = FORBIDDEN.exec(this.source);
        if (forbidden)
            throw new ManifestSyntaxError('a control character that XML does not allow', forbidden.index);
        while (this.at < this.source.length)
            this.node();
        if (this.current)
            throw new ManifestSyntaxError(`<${this.current.name}> is never closed`, this.current.span.start);
        if (!this.root)
            throw new ManifestSyntaxError('no root element', this.source.length);
        return this.root;
    }
    node() {
        const { source, at } = this;
        if (source[at] !== '<')
            this.characters();
        else if (source.startsWith('</', at))
            this.endTag();
        else if (source.startsWith('<!--', at))
            this.comment();
        else if (source.startsWith('<![CDATA[', at))
            this.cdata();
        else if (source.startsWith('<?', at))
            this.instruction();
        else if (source.startsWith('<!', at))
            throw new ManifestSyntaxError('a document type is not accepted', at);
        else
            this.startTag();
    }
    characters() {
        const start = this.at;
        const found = this.source.indexOf('<', start);
        const end = found < 0 ? this.source.length : found;
        this.at = end;
        const raw = this.source.slice(start, end);
        if (!this.current) {
            if (/[^ \t\r\n]/.test(raw))
                throw new ManifestSyntaxError('text outside the root element', start);
            return;
        }
        const bad = raw.indexOf(']]>');
        if (bad >= 0)
            throw new ManifestSyntaxError(']]> outside a CDATA section', start + bad);
        this.current.children.push({ kind: 'text', span: { start, end }, text: this.resolve(raw, start) });
    }
    comment() {
        const end = this.source.indexOf('--', this.at + 4);
        if (end < 0)
            throw new ManifestSyntaxError('a comment is never closed', this.at);
        if (this.source[end + 2] !== '>')
            throw new ManifestSyntaxError('-- inside a comment', end);
        this.at = end + 3;
    }
    cdata() {
        const start = this.at + 9;
        const end = this.source.indexOf(']]>', start);
        if (end < 0)
            throw new ManifestSyntaxError('a CDATA section is never closed', this.at);
        if (!this.current)
            throw new ManifestSyntaxError('a CDATA section outside the root element', this.at);
        this.current.children.push({ kind: 'cdata', span: { start, end }, text: this.source.slice(start, end) });
        this.at = end + 3;
    }
    instruction() {
        const start = this.at;
        const end = this.source.indexOf('?>', start + 2);
        if (end < 0)
            throw new ManifestSyntaxError('a processing instruction is never closed', start);
        this.at += 2;
        const target = this.name();
        if (target.toLowerCase() === 'xml' && start > 0) {
            throw new ManifestSyntaxError('the XML declaration does not stand at the very start', start);
        }
        this.at = end + 2;
    }
    endTag() {
        const start = this.at;
        this.at += 2;
        const name = this.name();
        this.blank();
        this.expect('>');
        const element = this.current;
        if (element?.name !== name)
            throw new ManifestSyntaxError(`</${name}> closes nothing`, start);
        element.span.end = this.at;
        this.open.pop();
        this.current = this.open.at(-1);
    }
    startTag() {
        const start = this.at;
        this.at += 1;
        const element = {
            kind: 'element',
            name: this.name(),
            parent: this.current,
            attributes: [],
            children: [],
            span: { start, end: start },
        };
        this.attributes(element.attributes);
        const empty = this.source[this.at] === '/';
        if (empty)
            this.at += 1;
        this.expect('>');
        element.span.end = this.at;
        if (this.current)
            this.current.children.push(element);
        else if (this.root)
            throw new ManifestSyntaxError('a second root element', start);
        else
            this.root = element;
        if (empty)
            return;
        this.open.push(element);
        this.current = element;
    }
    attributes(into) {
        const seen = new Set();
        for (;;) {
            const gap = this.blank();
            const next = this.source[this.at];
            if (next === '>' || next === '/' || next === undefined)
                return;
            if (!gap)
                throw new ManifestSyntaxError('white space is missing in a tag', this.at);
            const start = this.at;
            const name = this.name();
            if (seen.has(name))
                throw new ManifestSyntaxError(`the attribute ${name} stands twice`, start);
            seen.add(name);
            this.blank();
            this.expect('=');
            this.blank();
            into.push(this.attributeValue(name));
        }
    }
    attributeValue(name) {
        const quote = this.source[this.at];
        if (quote !== '"' && quote !== "'")
            throw new ManifestSyntaxError(`the value of ${name} is not quoted`, this.at);
        const start = this.at + 1;
        const end = this.source.indexOf(quote, start);
        if (end < 0)
            throw new ManifestSyntaxError(`the value of ${name} is never closed`, this.at);
        const raw = this.source.slice(start, end);
        if (raw.includes('<'))
            throw new ManifestSyntaxError(`< in the value of ${name}`, start);
        this.at = end + 1;
        return { name, span: { start, end }, text: this.resolve(raw, start) };
    }
    /** Named references other than the five stay as written: Maven knows some of HTML's, and none occurs in a version. */
    resolve(raw, offset) {
        let from = raw.indexOf('&');
        if (from < 0)
            return raw;
        let resolved = raw.slice(0, from);
        while (from >= 0) {
            REFERENCE.lastIndex = from;
            const match = REFERENCE.exec(raw);
            if (!match)
                throw new ManifestSyntaxError('& that begins no reference', offset + from);
            resolved += this.referenced(match, offset + from);
            const rest = REFERENCE.lastIndex;
            from = raw.indexOf('&', rest);
            resolved += raw.slice(rest, from < 0 ? raw.length : from);
        }
        return resolved;
    }
    referenced([whole, hex, decimal, name], offset) {
        if (name !== undefined)
            return PREDEFINED.get(name) ?? whole;
        const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
        const allowed = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
        if (!allowed || FORBIDDEN.test(String.fromCodePoint(code))) {
            throw new ManifestSyntaxError('a reference to a character that XML does not allow', offset);
        }
        return String.fromCodePoint(code);
    }
    name() {
        xml_NAME.lastIndex = this.at;
        const match = xml_NAME.exec(this.source);
        if (!match)
            throw new ManifestSyntaxError('a name is missing', this.at);
        this.at = xml_NAME.lastIndex;
        return match[0];
    }
    blank() {
        const start = this.at;
        xml_BLANK.lastIndex = start;
        xml_BLANK.test(this.source);
        this.at = xml_BLANK.lastIndex;
        return this.at > start;
    }
    expect(character) {
        if (this.source[this.at] !== character)
            throw new ManifestSyntaxError(`${character} is missing`, this.at);
        this.at += 1;
    }
}
const BOUND = 1 << 21;
/**
 * readXmlAgain reads with another parser, as plain data: order, comments and CDATA included. Throws a
 * ManifestSyntaxError for what is out of that parser's reach (a document type, very large or very deep documents).
 */
function readXmlAgain(text) {
    if (text.length > BOUND)
        throw new ManifestSyntaxError('too large for a second reading', BOUND);
    const type = /<!(?:DOCTYPE|ENTITY)/i.exec(text);
    if (type)
        throw new ManifestSyntaxError('a document type is not accepted', type.index);
    try {
        return secondParser().parse(text);
    }
    catch (error) {
        throw new ManifestSyntaxError(Error.isError(error) ? error.message : String(error), 0);
    }
}
function secondParser() {
    return new XMLParser/* default */.A({
        preserveOrder: true,
        ignoreAttributes: false,
        processEntities: false,
        parseTagValue: false,
        parseAttributeValue: false,
        trimValues: false,
        commentPropName: '#comment',
        cdataPropName: '#cdata',
    });
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/xml-tree.js
/** elementsOf yields the element and everything below it, in document order, whatever the depth. */
function* xml_tree_elementsOf(root) {
    const waiting = [root];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
        yield next;
        for (let i = next.children.length - 1; i >= 0; i--) {
            const child = next.children[i];
            if (child?.kind === 'element')
                waiting.push(child);
        }
    }
}
/** childrenOf gives the direct child elements, only those of that name if one is given. */
function childrenOf(element, name) {
    return element.children.filter((child) => child.kind === 'element' && (name === undefined || child.name === name));
}
/**
 * contentOf gives the one non-blank run of an element without its outer white space: `blank` when there is none, `mixed`
 * when child elements or several runs (split by a comment) make it up. The part's span never covers a CDATA's brackets.
 */
function contentOf(element) {
    let only;
    for (const child of element.children) {
        if (child.kind === 'element')
            return 'mixed';
        if (/^[ \t\r\n]*$/.test(child.text))
            continue;
        if (only)
            return 'mixed';
        only = xml_tree_trimmed(child.span, child.text);
    }
    return only ?? 'blank';
}
/**
 * trimmed narrows a run to its content without outer white space. Where entities stand, source and text differ in
 * length, so the span stays whole: such white space would be the reference's own.
 */
function xml_tree_trimmed(span, text) {
    if (text.length !== span.end - span.start)
        return { span, text: text.trim() };
    const lead = text.length - text.trimStart().length;
    const start = span.start + lead;
    return { span: { start, end: start + text.trim().length }, text: text.trim() };
}
/** textOf gives an element's trimmed content when it is one plain run. */
function xml_tree_textOf(element) {
    const content = element && contentOf(element);
    return typeof content === 'object' ? content.text : undefined;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/maven-coordinates.js

/** Elements that name an artifact even when they leave the version to someone else. */
const MANAGED_BY = new Map([
    ['dependency', 'dependencyManagement'],
    ['path', 'dependencyManagement'],
    ['annotationProcessorPath', 'dependencyManagement'],
    ['artifactItem', 'dependencyManagement'],
    ['plugin', 'pluginManagement'],
    ['extension', 'Maven itself'],
    ['parent', 'the parent in this repository'],
]);
/** Elements whose coordinates say what is not taken, or where this project itself has gone. */
const NOT_TAKEN = new Set(['exclusion', 'exclude', 'relocation']);
/** Containers worth naming in a group. */
const CONTAINERS = new Set([
    'dependencies',
    'dependencyManagement',
    'plugins',
    'pluginManagement',
    'reporting',
    'extensions',
    'annotationProcessorPaths',
    'artifactItems',
    'properties',
]);
/** coordinatesIn finds every element of the document, below the root, that names an artifact. */
function coordinatesIn(root, names) {
    const places = placesIn(root);
    const found = [];
    for (const element of xml_tree_elementsOf(root)) {
        if (element === root || NOT_TAKEN.has(element.name))
            continue;
        const declaration = coordinate(element, names, places);
        if (declaration)
            found.push(declaration);
    }
    return found;
}
/** placesIn names the containers of every element once, from the root down. */
function placesIn(root) {
    const inside = new Map();
    for (const element of xml_tree_elementsOf(root)) {
        const outer = (element.parent && inside.get(element.parent)) ?? '';
        // A hostile file may nest containers without end.
        const word = outer.length < 200 ? containerWord(element) : '';
        inside.set(element, word === '' ? outer : `${outer} ${word}`.trim());
    }
    return (element) => (element.parent && inside.get(element.parent)) || element.name;
}
function containerWord(element) {
    if (element.name === 'profile')
        return `profile ${xml_tree_textOf(childrenOf(element, 'id')[0]) ?? ''}`.trim();
    const outer = element.parent?.name;
    // `dependencyManagement` always holds one `dependencies`, and `pluginManagement` one `plugins`: named once.
    const wrapped = outer === 'dependencyManagement' || outer === 'pluginManagement';
    return CONTAINERS.has(element.name) && !wrapped ? element.name : '';
}
function coordinate(element, names, places) {
    const artifact = xml_tree_textOf(childrenOf(element, 'artifactId')[0]);
    const groupElement = childrenOf(element, 'groupId')[0];
    const family = groupElement ? xml_tree_textOf(groupElement) : defaultGroup(element);
    if (artifact === undefined || family === undefined)
        return undefined;
    const value = maven_coordinates_versionOf(element, names);
    if (!value)
        return undefined;
    const group = names.literal(family);
    return {
        role: 'package',
        names: [`${group}:${names.literal(artifact)}`],
        group: places(element),
        family: group,
        at: element.span.start,
        value,
    };
}
function defaultGroup(element) {
    return element.name === 'plugin' ? 'org.apache.maven.plugins' : undefined;
}
function maven_coordinates_versionOf(element, names) {
    const versions = childrenOf(element, 'version');
    const [version, second] = versions;
    if (!version) {
        const by = MANAGED_BY.get(element.name);
        return by === undefined ? undefined : { kind: 'managed', by };
    }
    if (second)
        return maven_coordinates_opaque('ambiguous', 'two <version> elements stand in one declaration', 'Keep one of them.');
    if (xml_tree_textOf(childrenOf(element, 'systemPath')[0]) !== undefined)
        return { kind: 'local', what: 'a systemPath' };
    return writtenValue(version, names);
}
/** writtenValue reads the content of a <version> or a property. */
function writtenValue(element, names) {
    const content = contentOf(element);
    if (content === 'blank')
        return maven_coordinates_opaque('unsupported-constraint', `<${element.name}> is empty`, 'Write a version there.');
    if (content === 'mixed') {
        return maven_coordinates_opaque('unsupported-constraint', `<${element.name}> is made of several pieces`, 'Write the version as one piece, without a comment in its middle.');
    }
    return content.text.includes('${') ? composed(content, names) : literalValue(content);
}
function literalValue(part) {
    return { kind: 'literal', dialect: 'maven', parts: [part] };
}
const VARIABLE = /\$\{([^${}\s]+)\}/g;
function composed(part, names) {
    if (part.text.length !== part.span.end - part.span.start) {
        return maven_coordinates_opaque('unsupported-constraint', 'a reference stands beside an entity', 'Write the version without entities.');
    }
    const pieces = [];
    let from = 0;
    for (const match of part.text.matchAll(VARIABLE)) {
        const name = match[1] ?? '';
        const dead = names.unresolvable(name);
        if (dead)
            return maven_coordinates_opaque('unresolved-variable', dead.detail, dead.hint);
        if (match.index > from)
            pieces.push({ literal: maven_coordinates_slice(part, from, match.index) });
        pieces.push({ variable: name });
        from = match.index + match[0].length;
    }
    if (from < part.text.length)
        pieces.push({ literal: maven_coordinates_slice(part, from, part.text.length) });
    const broken = pieces.some((piece) => 'literal' in piece && /[${}]/.test(piece.literal.text));
    if (broken)
        return maven_coordinates_opaque('unresolved-variable', `${part.text} cannot be read`, 'Write the version or one property.');
    return { kind: 'template', dialect: 'maven', pieces };
}
function maven_coordinates_slice(part, from, to) {
    return { span: { start: part.span.start + from, end: part.span.start + to }, text: part.text.slice(from, to) };
}
function maven_coordinates_opaque(reason, detail, hint) {
    return { kind: 'opaque', reason, detail, hint };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/maven-extensions.js


/** Core extensions are read before any pom, and a target platform beside them: neither has properties of its own. */
const NO_NAMES = {
    literal: (text) => text,
    unresolvable: (name) => ({
        detail: `\${${name}} comes from outside this file`,
        hint: 'Write the version itself.',
    }),
};
function scan(text) {
    return coordinatesIn(readXml(text), NO_NAMES);
}
/** Maven's core extensions: `.mvn/extensions.xml`. */
const mavenExtensions = {
    id: '.mvn/extensions.xml',
    ecosystem: 'maven',
    matches: (path) => /(?:^|\/)\.mvn\/extensions\.xml$/.test(path),
    scan,
    read: readXmlAgain,
};
/** Tycho's target platforms with Maven locations: `*.target`. */
const tychoTarget = {
    id: '*.target',
    ecosystem: 'maven',
    matches: (path) => /[^/]\.target$/.test(path),
    scan,
    read: readXmlAgain,
};

;// CONCATENATED MODULE: ./lib/manifests/formats/maven-pom.js




/** Maven projects: every coordinate of the document, and the properties versions are written with. */
const mavenPom = {
    id: 'pom.xml',
    ecosystem: 'maven',
    matches: (path) => /(?:^|\/)(?:pom\.xml|pom[-_][^/]*\.xml|[^/]+\.pom)$/.test(path),
    scan: maven_pom_scan,
    related: maven_pom_related,
    lineage,
    read: readXmlAgain,
};
function maven_pom_scan(text) {
    const project = readXml(text);
    const names = pomNames(project);
    const found = [...coordinatesIn(project, names), ...propertiesIn(project, names)];
    return found.sort((a, b) => a.at - b.at);
}
/** Every element of every <properties>, the project's own and the profiles'. Of two equal ones Maven obeys the last. */
function propertyElements(project) {
    const profiles = childrenOf(project, 'profiles').flatMap((list) => childrenOf(list, 'profile'));
    return [project, ...profiles].flatMap((owner) => {
        const effective = new Map();
        for (const list of childrenOf(owner, 'properties')) {
            for (const property of childrenOf(list))
                effective.set(property.name, property);
        }
        return [...effective.values()];
    });
}
function propertiesIn(project, names) {
    const places = placesIn(project);
    const own = xml_tree_textOf(childrenOf(project, 'version')[0]) ?? '';
    const overriding = parentOf(project) ? { overriding: true } : {};
    return propertyElements(project)
        .filter((property) => contentOf(property) !== 'blank')
        .map((property) => ({
        role: 'variable',
        names: [property.name],
        group: places(property),
        at: property.span.start,
        ...(property.parent?.parent?.name === 'profile' ? { conditional: true } : {}),
        ...overriding,
        value: own.includes(`\${${property.name}}`) ? maven_pom_OWN_VERSION : writtenValue(property, names),
    }));
}
/** What `<version>${revision}</version>` is made of is released with the project, and is no dependency's to raise. */
const maven_pom_OWN_VERSION = {
    kind: 'opaque',
    reason: 'ambiguous',
    detail: "the property makes the project's own version, which is not a dependency's to raise",
    hint: 'Give the dependency a version or a property of its own.',
};
/** The model's own values, which a property of that name cannot replace. */
const MODEL = /^(?:(?:project|pom)\.(?:parent\.)?)?(?:groupId|artifactId|version)$/;
const OUTSIDE = /^(?:env|settings)\./;
const maven_pom_ADVICE = 'Write the version here, or as a property of this pom or of a parent pom in this repository.';
function pomNames(project) {
    const properties = new Map();
    for (const property of propertyElements(project)) {
        // The same name with two values (a profile's) is no name one could rely on.
        properties.set(property.name, properties.has(property.name) ? undefined : xml_tree_textOf(property));
    }
    const model = modelOf(project);
    const inherits = parentOf(project) !== undefined;
    return {
        literal: (text) => literal(text, (name) => model.get(name) ?? properties.get(name)),
        unresolvable(name) {
            if (MODEL.test(name) && (name.includes('.') || !properties.has(name))) {
                const detail = `\${${name}} is the version of the project itself, not of this dependency`;
                return { detail, hint: maven_pom_ADVICE };
            }
            if (OUTSIDE.test(name))
                return { detail: `\${${name}} is set outside the repository`, hint: maven_pom_ADVICE };
            if (properties.has(name) || inherits)
                return undefined;
            return { detail: `\${${name}} is not a property of this pom, which has no parent`, hint: maven_pom_ADVICE };
        },
    };
}
function literal(text, find) {
    let resolved = text;
    // Properties of properties: a few rounds; what then still holds a reference names nothing.
    for (let round = 0; round < 5 && resolved.includes('${') && resolved.length < 300; round++) {
        resolved = resolved.replace(/\$\{([^${}\s]+)\}/g, (whole, name) => {
            const value = find(name);
            return value !== undefined && value.length < 300 ? value : whole;
        });
    }
    return resolved;
}
/** The project's own coordinates under every name a pom may call them by. */
function modelOf(project) {
    const parent = parentOf(project);
    const model = new Map();
    for (const field of ['groupId', 'artifactId', 'version']) {
        const inherited = parent && xml_tree_textOf(childrenOf(parent, field)[0]);
        const own = xml_tree_textOf(childrenOf(project, field)[0]) ?? (field === 'artifactId' ? undefined : inherited);
        for (const prefix of ['project.', 'pom.']) {
            model.set(`${prefix}${field}`, own).set(`${prefix}parent.${field}`, inherited);
        }
        model.set(field, own);
    }
    return model;
}
/** The pom's own coordinates and its parent's, and where Maven looks for that first; a range fits any version. */
function lineage(text, path) {
    const project = readXml(text);
    const parent = parentOf(project);
    const of = (element, field) => xml_tree_textOf(element && childrenOf(element, field)[0]);
    const inherited = ['groupId', 'artifactId', 'version'].map((field) => of(parent, field));
    const [group, artifact, version] = inherited;
    const own = [of(project, 'groupId') ?? group, of(project, 'artifactId'), of(project, 'version') ?? version];
    if (!parent)
        return { own };
    const name = [group, artifact, version !== undefined && /[[(,]/.test(version) ? undefined : version];
    return { own, parent: { name, path: parentPath(project, path) } };
}
function parentOf(project) {
    return childrenOf(project, 'parent')[0];
}
function maven_pom_related(path, text, tree) {
    const parent = parentPathOf(text, path);
    if (parent === undefined)
        return [];
    const present = new Set(tree);
    const above = ancestorsOf(folderOf(parent)).map((folder) => `${folder}pom.xml`);
    return [...new Set([parent, ...above])].filter((candidate) => candidate !== path && present.has(candidate));
}
/** A broken pom is reported by its own scan; it leans on nothing. */
function parentPathOf(text, path) {
    try {
        return parentPath(readXml(text), path);
    }
    catch {
        return undefined;
    }
}
/** Where Maven looks for the parent before it asks a repository: nowhere for an empty `<relativePath/>`. */
function parentPath(project, path) {
    const parent = parentOf(project);
    const relative = parent && childrenOf(parent, 'relativePath')[0];
    if (!parent || (relative && contentOf(relative) === 'blank'))
        return undefined;
    const written = xml_tree_textOf(relative) ?? '../pom.xml';
    const target = /\.(?:xml|pom)$/.test(written) ? written : `${written}/pom.xml`;
    return resolvePath(folderOf(path), target);
}

;// CONCATENATED MODULE: ./lib/manifests/formats/nuget-json.js


/** The SDKs that a repository's builds load from NuGet: `msbuild-sdks` of `global.json`. */
const globalJson = {
    id: 'global.json',
    ecosystem: 'nuget',
    matches: (path) => /(?:^|\/)global\.json$/.test(path),
    scan: (text) => {
        return [...members(nuget_json_member(parseJson(blankComments(text)), 'msbuild-sdks'))].flatMap(([key, node]) => nuget_json_declaration(key, 'msbuild-sdks', node));
    },
    read: (text) => JSON.parse(blankComments(text)),
};
/** The .NET tools of a repository: `.config/dotnet-tools.json`. */
const dotnetTools = {
    id: 'dotnet-tools.json',
    ecosystem: 'nuget',
    matches: (path) => /(?:^|\/)dotnet-tools\.json$/.test(path),
    scan: (text) => {
        return [...members(nuget_json_member(parseJson(blankComments(text)), 'tools'))].flatMap(([key, tool]) => nuget_json_declaration(key, 'tools', nuget_json_member(tool, 'version')));
    },
    read: (text) => JSON.parse(blankComments(text)),
};
function* members(node) {
    if (node?.kind !== 'object')
        return;
    for (const { key, value } of node.members.values())
        yield [key, value];
}
function nuget_json_member(node, name) {
    return node?.kind === 'object' ? node.members.get(name)?.value : undefined;
}
function nuget_json_declaration(key, group, node) {
    return [{ role: 'package', names: [key.text], group, at: key.span.start, value: nuget_json_versionOf(node) }];
}
function nuget_json_versionOf(node) {
    if (node?.kind !== 'string') {
        const hint = 'Write the version as a string.';
        return { kind: 'opaque', reason: 'unsupported-constraint', detail: 'the version is no string', hint };
    }
    const text = node.text.trim();
    const start = node.text.indexOf(text);
    return { kind: 'literal', dialect: 'nuget', parts: [partWithin(node, start, start + text.length)] };
}
const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*/g;
/** .NET reads comments in these files: they become spaces, so that every offset stays. */
function blankComments(text) {
    let blanked = '';
    let from = 0;
    STRING_OR_COMMENT.lastIndex = 0;
    for (let match = STRING_OR_COMMENT.exec(text); match; match = STRING_OR_COMMENT.exec(text)) {
        if (match[0].startsWith('"'))
            continue;
        const close = match[0] === '/*' ? text.indexOf('*/', match.index + 2) : STRING_OR_COMMENT.lastIndex - 2;
        const end = close < 0 ? text.length : close + 2;
        blanked += text.slice(from, match.index) + text.slice(match.index, end).replace(/[^\r\n]/g, ' ');
        from = end;
        STRING_OR_COMMENT.lastIndex = end;
    }
    return blanked + text.slice(from);
}

;// CONCATENATED MODULE: ./lib/manifests/formats/msbuild-values.js

/** attributeOf finds an attribute by its name; MSBuild does not tell upper from lower case. */
function attributeOf(element, name) {
    return element.attributes.find((attribute) => attribute.name.toLowerCase() === name);
}
/**
 * metadataOf gives an item's metadata of that lower-case name as written: its attribute and its child elements, of which
 * there may be one for each condition.
 */
function metadataOf(element, name) {
    const attribute = attributeOf(element, name);
    const children = childrenOf(element).filter((metadata) => metadata.name.toLowerCase() === name);
    return [...(attribute ? [msbuild_values_partOf(attribute)] : []), ...children.map(contentOf)];
}
/** partOf gives the attribute's value without outer white space. */
function msbuild_values_partOf({ span, text }) {
    return text.trim() === '' ? 'blank' : xml_tree_trimmed(span, text);
}
/** msbuildValue reads a version as MSBuild would: text, `$(Property)`s, or something only a build can evaluate. */
function msbuildValue(content) {
    if (content === 'blank')
        return msbuild_values_opaque('unsupported-constraint', 'the version is empty');
    if (content === 'mixed')
        return msbuild_values_opaque('unsupported-constraint', 'the version is made of several pieces');
    if (!/[$@%]\(/.test(content.text))
        return { kind: 'literal', dialect: 'nuget', parts: [content] };
    const pieces = msbuild_values_piecesOf(content);
    if (pieces)
        return { kind: 'template', dialect: 'nuget', pieces };
    return msbuild_values_opaque('unresolved-variable', `${content.text} is evaluated by the build only`);
}
const msbuild_values_REFERENCE = /\$\(([A-Za-z_][\w-]*)\)/g;
function msbuild_values_piecesOf(part) {
    if (part.text.length !== part.span.end - part.span.start)
        return undefined;
    const pieces = [];
    let from = 0;
    for (const match of part.text.matchAll(msbuild_values_REFERENCE)) {
        if (match.index > from)
            pieces.push({ literal: msbuild_values_slice(part, from, match.index) });
        pieces.push({ variable: (match[1] ?? '').toLowerCase() });
        from = match.index + match[0].length;
    }
    if (from < part.text.length)
        pieces.push({ literal: msbuild_values_slice(part, from, part.text.length) });
    return pieces.some((piece) => 'literal' in piece && /[$@%]\(/.test(piece.literal.text)) ? undefined : pieces;
}
function msbuild_values_slice(part, from, to) {
    return { span: { start: part.span.start + from, end: part.span.start + to }, text: part.text.slice(from, to) };
}
function msbuild_values_opaque(reason, detail) {
    return { kind: 'opaque', reason, detail, hint: 'Write the version itself, or as one property of this repository.' };
}
/**
 * propertiesIn gives the properties of a project. An unconditional definition makes the earlier ones void; conditional
 * ones all count. Names come in lower case, as MSBuild compares them.
 */
function msbuild_values_propertiesIn(project) {
    const effective = new Map();
    const conditional = new Set();
    for (const element of xml_tree_elementsOf(project)) {
        const { parent } = element;
        if ((parent && conditional.has(parent)) || isConditional(element))
            conditional.add(element);
        if (parent?.name.toLowerCase() !== 'propertygroup' || contentOf(element) === 'blank')
            continue;
        const name = element.name.toLowerCase();
        const earlier = conditional.has(element) ? effective.get(name) : undefined;
        if (earlier)
            earlier.push(element);
        else
            effective.set(name, [element]);
    }
    return [...effective].flatMap(([name, definitions]) => definitions.map((property) => variable(name, property, conditional.has(property))));
}
/** A condition of its own, the last branch of a Choose, or a target: what that sets is known only while it runs. */
function isConditional(element) {
    return attributeOf(element, 'condition') !== undefined || /^(?:otherwise|target)$/i.test(element.name);
}
/** What the project itself is released as; a dependency that takes it is built from the same sources. */
const OWN = new Set(['version', 'versionprefix', 'packageversion', 'assemblyversion', 'fileversion']);
function variable(name, property, isConditional) {
    const value = OWN.has(name)
        ? msbuild_values_opaque('ambiguous', `${property.name} is the project's own version, which is not a dependency's to raise`)
        : msbuildValue(contentOf(property));
    const condition = isConditional ? { conditional: true } : {};
    return { role: 'variable', names: [name], group: 'PropertyGroup', at: property.span.start, ...condition, value };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/nuget-packages-config.js




/** NuGet's older list of packages, one exact version each: `packages.config`. */
const nugetPackagesConfig = {
    id: 'packages.config',
    ecosystem: 'nuget',
    matches: (path) => /(?:^|\/)packages(?:\.[^/]+)?\.config$/i.test(path),
    scan: nuget_packages_config_scan,
    related: nuget_packages_config_related,
    read: readXmlAgain,
    lockfiles: ['packages.lock.json'],
};
function nuget_packages_config_scan(text) {
    return childrenOf(readXml(text), 'package').flatMap((element) => {
        const id = attributeOf(element, 'id')?.text.trim();
        const version = attributeOf(element, 'version');
        if (!id || !version)
            return [];
        const value = msbuildValue(msbuild_values_partOf(version));
        return [{ role: 'package', names: [id], group: 'packages', at: element.span.start, value }];
    });
}
/** The projects beside it name the packages' folders, version included. */
function nuget_packages_config_related(path, _text, tree) {
    const folder = folderOf(path);
    return tree.filter((other) => folderOf(other) === folder && /\.(?:cs|fs|vb)proj$/i.test(other));
}

;// CONCATENATED MODULE: ./lib/manifests/formats/nuget-folders.js

/** `packages\Newtonsoft.Json.13.0.1\lib\…`: the folder name is the id, a dot, and the version. */
const FOLDER = /[\\/]packages[\\/]([^\\/'"<>;()]{1,200})(?=[\\/])/gi;
const ID_VERSION = /^(.*?)\.(\d+(?:\.\d+){1,3}(?:[-+][\w.+-]*)?)$/;
/**
 * packageFolders finds the versions in paths to packages that `packages.config` puts beside the solution: a reference's
 * HintPath, an Import, and the conditions that guard it. They must move with `packages.config` or the build breaks.
 */
function packageFolders(project) {
    return [...xml_tree_elementsOf(project)].flatMap((element) => {
        const runs = element.name === 'HintPath' ? element.children.filter((child) => child.kind !== 'element') : [];
        return [...element.attributes, ...runs].flatMap(({ text, span }) => foldersIn(text, span, element));
    });
}
function foldersIn(text, span, element) {
    // Entities would shift the offsets; paths to packages have none.
    if (text.length !== span.end - span.start || !/packages/i.test(text))
        return [];
    return [...text.matchAll(FOLDER)].flatMap((match) => {
        const parts = ID_VERSION.exec(match[1] ?? '');
        if (!parts)
            return [];
        const [, id = '', version = ''] = parts;
        const end = span.start + match.index + match[0].length;
        const part = { span: { start: end - version.length, end }, text: version };
        const value = { kind: 'literal', dialect: 'nuget', parts: [part] };
        return [{ role: 'package', names: [id], group: element.name, at: element.span.start, value }];
    });
}

;// CONCATENATED MODULE: ./lib/manifests/formats/nuget-project.js





/** MSBuild projects and the files they share: package references, central versions, SDKs, properties. */
const nugetProject = {
    id: '*.csproj',
    ecosystem: 'nuget',
    matches: (path) => /[^/]\.(?:(?:cs|fs|vb|sql|msbuild)?proj|props|targets)$/i.test(path),
    scan: nuget_project_scan,
    related: nuget_project_related,
    visibility: nuget_project_visibility,
    read: readXmlAgain,
    lockfiles: ['packages.lock.json'],
};
const GRADLES_OWN = /(?:^|\/)versions\.props$/;
const ITEMS = new Set([
    'packagereference',
    'packageversion',
    'globalpackagereference',
    'dotnetclitoolreference',
    'packagedownload',
]);
function nuget_project_scan(text, path) {
    // Gradle has a `versions.props` of its own, which is no XML.
    if (GRADLES_OWN.test(path) && !/^\s*</.test(text))
        return [];
    const project = readXml(text);
    const items = [...xml_tree_elementsOf(project)].flatMap((element) => ITEMS.has(element.name.toLowerCase()) ? itemIn(element) : sdksOf(element));
    return [...msbuild_values_propertiesIn(project), ...packageFolders(project), ...items].sort((a, b) => a.at - b.at);
}
function itemIn(element) {
    const attribute = attributeOf(element, 'include') ?? attributeOf(element, 'update');
    const names = (attribute?.text ?? '')
        .split(';')
        .map((name) => name.trim())
        .filter((name) => name !== '');
    const versions = ['version', 'versionoverride'].flatMap((name) => metadataOf(element, name));
    const values = versions.length > 0 ? versions.map(msbuildValue) : [{ kind: 'managed', by: 'PackageVersion' }];
    return names.flatMap((name) => values.map((value) => ({
        role: 'package',
        names: [name],
        group: element.name,
        at: element.span.start,
        value: names.length > 1 && value.kind !== 'managed' ? nuget_project_oneForSeveral(names) : value,
    })));
}
function nuget_project_oneForSeveral(names) {
    const detail = `one item gives ${names.slice(0, 5).join(', ')} the same version`;
    return { kind: 'opaque', reason: 'ambiguous', detail, hint: 'Write one item for each package.' };
}
/** `<Project Sdk="X/1.0;Y/2.0">`, `<Import Sdk="X" Version="1.0">` or `Sdk="X/1.0"`, `<Sdk Name="X" Version="1.0">`. */
function sdksOf(element) {
    const kind = element.name.toLowerCase();
    if (kind !== 'project' && kind !== 'import' && kind !== 'sdk')
        return [];
    const sdk = attributeOf(element, kind === 'sdk' ? 'name' : 'sdk');
    if (!sdk)
        return [];
    const version = kind === 'project' ? undefined : attributeOf(element, 'version');
    if (version)
        return [sdkDeclaration(sdk.text.trim(), element, msbuildValue(msbuild_values_partOf(version)))];
    return kind === 'sdk'
        ? []
        : versionedNames(sdk).map(([name, part]) => sdkDeclaration(name, element, msbuildValue(part)));
}
/** The `name/version` pairs of a list such as `X/1.0;Y/2.0`. */
function versionedNames({ span, text }) {
    if (text.length !== span.end - span.start)
        return [];
    const found = [];
    let start = span.start;
    for (const entry of text.split(';')) {
        const [name = '', version = '', ...more] = entry.split('/');
        const from = start + name.length + 1;
        if (more.length === 0 && name.trim() !== '' && version.trim() !== '') {
            found.push([name.trim(), xml_tree_trimmed({ start: from, end: from + version.length }, version)]);
        }
        start += entry.length + 1;
    }
    return found;
}
function sdkDeclaration(name, element, value) {
    return { role: 'package', names: [name], group: 'Sdk', at: element.span.start, value };
}
const SHARED = ['Directory.Build.props', 'Directory.Packages.props', 'Directory.Build.targets'];
function nuget_project_related(path, text, tree) {
    const present = new Set(tree);
    const shared = ancestorsOf(folderOf(path)).flatMap((folder) => SHARED.map((name) => folder + name));
    return [...new Set([...shared, ...imports(path, text)])].filter((other) => other !== path && present.has(other));
}
/** Where `<Import Project="…">` leads, from the file's own folder and, behind a property, from every folder above. */
function imports(path, text) {
    let project;
    try {
        project = readXml(text);
    }
    catch {
        // A broken project is reported by its own scan; it leans on nothing.
        return [];
    }
    const folder = folderOf(path);
    return [...xml_tree_elementsOf(project)].flatMap((element) => {
        const target = element.name === 'Import' ? attributeOf(element, 'project')?.text : undefined;
        if (target === undefined || target.length > 500)
            return [];
        const relative = target.replace(/^\$\([^()]*\)[\\/]?/, '');
        if (/[$()*]/.test(relative))
            return [];
        const homes = relative === target || /^\$\(MSBuildThis/i.test(target) ? [folder] : ancestorsOf(folder);
        return homes.flatMap((home) => resolvePath(home, relative) ?? []);
    });
}
/**
 * A property is seen in its own file; one of a `.props` or `.targets` file also in the folders below its own, and, since
 * such files are often kept in a folder of their own (`eng/Versions.props`), below the folder around that. The nearest wins.
 */
function nuget_project_visibility(definition, reference) {
    if (definition === reference)
        return 0;
    if (!/\.(?:props|targets)$/i.test(definition))
        return undefined;
    const folders = ancestorsOf(folderOf(reference));
    const home = folderOf(definition);
    const distance = folders.indexOf(home);
    if (distance >= 0)
        return distance + 1;
    const outer = folders.indexOf(home.slice(0, home.lastIndexOf('/', home.length - 2) + 1));
    return outer < 0 ? undefined : folders.length + 1 + outer;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/npm-specifier.js

/** Reads a specifier: a range, a tag, an alias, a git or local source. `key` is the name at its left. */
function readSpecifier(key, source) {
    const start = source.text.length - source.text.trimStart().length;
    const text = source.text.trim();
    const protocol = /^([a-z][a-z+]*):/i.exec(text)?.[1]?.toLowerCase();
    if (protocol === 'npm' || protocol === 'jsr')
        return registry(key, source, start, start + protocol.length + 1);
    if (protocol === 'patch')
        return patch(key, source, start);
    const fixed = npm_specifier_elsewhere(text, protocol);
    if (fixed)
        return { names: [key], value: fixed };
    const git = npm_specifier_gitSource(text);
    if (git)
        return { names: [key, git.repository, git.address], value: gitValue(source, start, text) };
    if (protocol !== undefined)
        return { names: [key], value: unknownSource(text) };
    return { names: [key], value: npm_specifier_literal('npm', source, start, start + text.length) };
}
/** The `family` of an npm package: its scope; none without one. */
function scopeOf(name) {
    const scope = /^(@[^/]+)\//.exec(name)?.[1];
    return scope ? { family: scope } : {};
}
/** `npm:^1.0.0`, `npm:b@^1.0.0`, `npm:b`, and the same with `jsr:`. */
function registry(key, source, start, after) {
    const end = start + source.text.trim().length;
    const rest = source.text.slice(after, end);
    const at = rest.indexOf('@', 1);
    if (at > 0)
        return { names: [rest.slice(0, at)], value: npm_specifier_literal('npm', source, after + at + 1, end) };
    const isAlias = rest.startsWith('@') || (/^[a-z_-]/i.test(rest) && !/^(?:v\d|x\b|latest$|next$)/i.test(rest));
    if (!isAlias)
        return { names: [key], value: npm_specifier_literal('npm', source, after, end) };
    const slot = { at: source.span.start + end, open: '@', close: '' };
    return { names: [rest], value: { kind: 'literal', dialect: 'npm', parts: [], ...(source.verbatim ? { slot } : {}) } };
}
/**
 * `patch:b@npm:1.0.0#./p.patch`, as written by Yarn `patch:b@npm%3A1.0.0#…`: the version to raise stands in the middle.
 * Whether the patch still fits is for `yarn install` to say.
 */
function patch(key, source, start) {
    const [, head = '', name = key, version = ''] = /^(patch:((?:@[^/@]+\/)?[^/@]+)@npm(?:%3A|:))([^#%:@]+)#[^:]+$/i.exec(source.text.trim()) ?? [];
    if (version !== '') {
        const from = start + head.length;
        return { names: [name], value: npm_specifier_literal('npm', source, from, from + version.length), patched: true };
    }
    const value = npm_specifier_opaque('the package is patched locally, in a way that does not show its version', 'Make the patch for the safe version (`yarn patch`), then raise it by hand.');
    return { names: [key], value };
}
function npm_specifier_elsewhere(text, protocol) {
    if (protocol === 'workspace')
        return { kind: 'local', what: 'this workspace' };
    if (protocol === 'file' || protocol === 'link' || protocol === 'portal')
        return { kind: 'local', what: `a ${protocol}: path` };
    if (/^(?:\.{0,2}\/|~\/|\.{1,2}$|[a-z]:[\\/])/i.test(text))
        return { kind: 'local', what: 'a local path' };
    if (protocol === 'catalog')
        return { kind: 'managed', by: `the workspace catalog (${text})` };
    if (text.startsWith('$'))
        return { kind: 'managed', by: `the direct dependency that ${text} refers to` };
    if (/^https?:/.test(text) && !/\.git(?:#|$)/.test(text) && !npm_specifier_gitSource(text)) {
        return npm_specifier_opaque('the package is fetched from the URL of a tarball', 'Put the URL of the safe version there by hand.');
    }
    return undefined;
}
function unknownSource(text) {
    return npm_specifier_opaque(`"${text.slice(0, 60)}" is no source that can be raised`, 'Raise it by hand.');
}
const npm_specifier_HOSTS = {
    github: 'github.com',
    gitlab: 'gitlab.com',
    bitbucket: 'bitbucket.org',
};
function npm_specifier_gitSource(text) {
    const [location = ''] = text.split('#', 1);
    const short = /^(?:(github|gitlab|bitbucket):)?([\w.-]+\/[\w.-]+)$/.exec(location);
    const long = /^(?:git\+)?(?:https?|ssh|git|file):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?[/:]([\w./~-]+)$/.exec(location) ??
        /^(?:git\+ssh:\/\/)?[\w.-]+@([\w.-]+):([\w./~-]+)$/.exec(location);
    const host = short ? npm_specifier_HOSTS[short[1] ?? 'github'] : long?.[1];
    const path = (short?.[2] ?? long?.[2])?.replace(/\.git$/, '');
    if (!host || !path)
        return undefined;
    // A plain web address is git only on the hosts that npm knows as such.
    const isGit = short || /\.git$/.test(location) || /^git/.test(text) || /@[\w.-]+:/.test(location);
    const known = Object.values(npm_specifier_HOSTS).includes(host) && /^[\w.-]+\/[\w.-]+$/.test(path);
    return isGit || known ? { repository: path, address: `${host}/${path}` } : undefined;
}
/** The version behind `#`: `semver:^1.0.0`, `v1.0.0`, `tag=v1.0.0`, with further words after `&`. */
function gitValue(source, start, text) {
    const hash = text.indexOf('#');
    const words = hash < 0 ? [] : text.slice(hash + 1).split('&');
    let position = start + hash + 1;
    for (const word of words) {
        const [, prefix = '', version = ''] = /^(semver[:=]|tag=|)(.*)$/.exec(word) ?? [];
        const from = position + prefix.length;
        const end = position + word.length;
        position = end + 1;
        if (/^(?:path:|workspace=)/.test(word))
            continue;
        if (prefix.startsWith('semver'))
            return npm_specifier_literal('npm', source, from, end);
        if (/^[0-9a-f]{7,40}$/i.test(version) && !/^\d+$/.test(version))
            break;
        if (/\d/.test(version) && !/^(?:commit|head)=/.test(version))
            return npm_specifier_literal('tag', source, from, end);
    }
    const what = words.length === 0 ? 'no tag' : `"${words.join('&').slice(0, 60)}", which is no version`;
    return npm_specifier_opaque(`the package comes from git with ${what}`, 'Put the tag or commit of the safe version there by hand.');
}
function npm_specifier_literal(dialect, source, start, end) {
    return { kind: 'literal', dialect, parts: [partWithin(source, start, end)] };
}
/** A value that is refused as `unsupported-constraint` when the package is the one asked for. */
function npm_specifier_opaque(detail, hint) {
    return { kind: 'opaque', reason: 'unsupported-constraint', detail, hint };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/npm-overrides.js


/**
 * The package that an override's key selects: the last name of a path. Understands npm (`b@^1`), pnpm (`a@1>b@<2`), yarn
 * (`**` + `/b`, `a/b`) and Berry (`a/b@npm:^1`) alike, as one manifest may serve several of them.
 */
function selectedPackage(key) {
    // As pnpm has it: a `>` after a name parts two selectors, after `@`, `|` or a space it is an operator.
    const last = key.slice(lastDelimiter(key));
    const described = /^((?:@[^/@]+\/)?[^/@]+)@(?:patch|git|https?|file|portal|link)[:+]/.exec(last)?.[1];
    return described ?? /(?:^|\/)((?:@[^/@]+\/)?[^/@]+)(?:@[^/]*)?$/.exec(last)?.[1] ?? last;
}
function lastDelimiter(key) {
    for (let i = key.length - 1; i > 0; i--) {
        if (key[i] === '>' && !' |@'.includes(key[i - 1] ?? '') && key[i + 1] !== '=')
            return i + 1;
    }
    return 0;
}
/**
 * The declarations of an `overrides` or `resolutions` object, nested ones too: in `{"a": {".": "1", "b": "2"}}` the dot is
 * `a` itself.
 */
function overrideDeclarations(root, group) {
    const found = [];
    const open = npm_overrides_inside(root, group, '');
    for (let next = open.pop(); next; next = open.pop()) {
        const { entry, parent } = next;
        const key = entry.key.text === '.' && parent ? parent : entry.key.text;
        if (entry.value.kind !== 'object')
            found.push(...overrideDeclaration(entry, selectedPackage(key), next.group));
        else
            for (const inner of npm_overrides_inside(entry.value, `${next.group} > ${key}`, key))
                open.push(inner);
    }
    return found;
}
/** The members of an object as a stack, the first on top. */
function npm_overrides_inside(node, group, parent) {
    return membersOf(node)
        .map((entry) => ({ entry, group, parent }))
        .reverse();
}
function overrideDeclaration({ key, value }, name, group) {
    // pnpm's `-` takes the dependency away: there is no version.
    if (value.kind === 'string' && value.text === '-')
        return [];
    return [dependencyDeclaration(name, key.span.start, value, group)];
}
/** One dependency: a name and what stands at its right. */
function dependencyDeclaration(name, at, value, group) {
    if (value.kind !== 'string') {
        const what = npm_specifier_opaque(`the version of ${name} is no string`, 'Write the version as a string.');
        return { role: 'package', names: [name], group, at, ...scopeOf(name), value: what };
    }
    const { patched, ...specifier } = readSpecifier(name, value);
    const where = patched ? `${group}, under a patch` : group;
    return { role: 'package', group: where, at, ...scopeOf(specifier.names[0] ?? name), ...specifier };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/package-json.js



const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
const OVERRIDES = [['overrides'], ['resolutions'], ['pnpm', 'overrides']];
/** Bun keeps catalogs in package.json, at the top or under `workspaces`. */
const CATALOG_HOMES = [[], ['workspaces']];
/** Lockfiles of the package managers that read package.json. */
const NPM_LOCKFILES = [
    'package-lock.json',
    'npm-shrinkwrap.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    'bun.lock',
    'bun.lockb',
];
/** package.json of npm, yarn, pnpm and bun: sections, overrides in every shape, catalogs, `packageManager`. */
const packageJson = {
    id: 'package.json',
    ecosystem: 'npm',
    lockfiles: NPM_LOCKFILES,
    matches: (path) => /(?:^|\/)package\.json$/.test(path),
    scan(text) {
        const root = parseJson(text);
        const found = [
            ...SECTIONS.flatMap((section) => sectionDeclarations(member(root, section), section)),
            ...OVERRIDES.flatMap((path) => overrideDeclarations(member(root, ...path), path.join('.'))),
            ...CATALOG_HOMES.flatMap((home) => catalogDeclarations(root, home)),
            ...dependenciesMeta(member(root, 'dependenciesMeta')),
            ...packageManager(member(root, 'packageManager')),
            ...tools(root),
        ];
        return found.sort((a, b) => a.at - b.at);
    },
    related: (path, text, tree) => (text.includes('catalog:') ? catalogFiles(path, tree) : []),
    read: (text) => JSON.parse(text),
};
function sectionDeclarations(section, group) {
    return membersOf(section).map(({ key, value }) => dependencyDeclaration(key.text, key.span.start, value, group));
}
function catalogDeclarations(root, home) {
    const named = membersOf(member(root, ...home, 'catalogs'));
    return [
        ...sectionDeclarations(member(root, ...home, 'catalog'), 'catalog'),
        ...named.flatMap(({ key, value }) => sectionDeclarations(value, `catalogs.${key.text}`)),
    ];
}
/** Yarn's `"b@1.0.0": { "unplugged": true }`: the version is part of the key. */
function dependenciesMeta(section) {
    return membersOf(section).flatMap(({ key }) => {
        const [, head = '', name = ''] = /^((@?[^@]+)@(?:npm:)?)[^:]+$/.exec(key.text) ?? [];
        if (!name)
            return [];
        const parts = [partWithin(key, head.length, key.text.length)];
        const value = { kind: 'literal', dialect: 'npm', parts };
        return [{ role: 'package', names: [name], group: 'dependenciesMeta', at: key.span.start, value }];
    });
}
/** `"packageManager": "pnpm@8.0.0+sha512.…"`: one exact version, its hash behind `+`. */
function packageManager(node) {
    const [, head = '', name = ''] = node?.kind === 'string' ? (/^(([\w@/.-]+)@)\S+$/.exec(node.text) ?? []) : [];
    if (node?.kind !== 'string' || !name)
        return [];
    const isUrl = /^https?:/.test(node.text.slice(head.length));
    const value = isUrl
        ? {
            kind: 'opaque',
            reason: 'unsupported-constraint',
            detail: 'the package manager is fetched from a URL',
            hint: 'Put the URL of the safe version there by hand.',
        }
        : { kind: 'literal', dialect: 'exact', parts: [partWithin(node, head.length, node.text.length)] };
    return [{ role: 'package', names: [name], group: 'packageManager', at: node.span.start, value }];
}
/** Tools that run the project: pinned by Volta or `devEngines`, or merely required by `engines`. */
function tools(root) {
    const managers = member(root, 'devEngines', 'packageManager');
    const entries = managers?.kind === 'array' ? managers.items : managers ? [managers] : [];
    return [
        ...entries.flatMap((entry) => devEngine(entry)),
        ...toolVersions(member(root, 'volta'), 'volta'),
        ...toolVersions(member(root, 'engines'), 'engines'),
    ];
}
function devEngine(entry) {
    const name = member(entry, 'name');
    const version = member(entry, 'version');
    if (name?.kind !== 'string' || version?.kind !== 'string')
        return [];
    return [dependencyDeclaration(name.text, version.span.start, version, 'devEngines.packageManager')];
}
/** npm, yarn and pnpm under `volta` are npm packages; all else here is a tool and answers only when no package does. */
function toolVersions(section, group) {
    return membersOf(section).flatMap(({ key, value }) => {
        const name = key.text;
        if (value.kind !== 'string' || name === 'extends')
            return [];
        const parts = [partWithin(value, 0, value.text.length)];
        const isPackage = group === 'volta' && name !== 'node';
        const names = isPackage ? { names: [name] } : { names: [`${group}.${name}`], weakNames: [name] };
        return [{ role: 'package', ...names, group, at: key.span.start, value: { kind: 'literal', dialect: 'npm', parts } }];
    });
}
/** Where the catalogs of this package may be: in the folders above, nearest first. */
function catalogFiles(path, tree) {
    const present = new Set(tree);
    const folders = path.split('/').slice(0, -1);
    return [...folders.keys(), folders.length]
        .reverse()
        .flatMap((depth) => ['pnpm-workspace.yaml', '.yarnrc.yml', 'package.json'].map((name) => [...folders.slice(0, depth), name].join('/')))
        .filter((candidate) => candidate !== path && present.has(candidate));
}

;// CONCATENATED MODULE: ./lib/manifests/formats/pipfile.js



/** Tables that hold no packages; every other one is a package category. */
const otherTables = new Set(['source', 'requires', 'scripts', 'pipenv', 'pipfile']);
/** The Pipfile format: `packages`, `dev-packages` and categories of the project's own. */
const pipfile = {
    id: 'Pipfile',
    ecosystem: 'pypi',
    matches: (path) => /(?:^|\/)Pipfile$/.test(path),
    scan: (text) => [...tomlEntries(readToml(text))]
        .filter(([group]) => !otherTables.has(group))
        .flatMap(([group, { node }]) => [...tomlEntries(node)].flatMap(([name, entry]) => packageEntry(name, entry, group)))
        .sort((one, other) => one.at - other.at),
    read: tomlData,
    lockfiles: ['Pipfile.lock'],
};
function packageEntry(name, { at, node }, group) {
    if (node.kind === 'scalar')
        return [];
    const git = node.kind === 'table' ? gitDeclaration(name, node, ['ref'], group, at) : undefined;
    if (git !== undefined)
        return [git];
    return [{ role: 'package', names: [name], group, at, value: packageValue(node) }];
}
function packageValue(node) {
    const version = node.kind === 'table' ? tomlAt(node, 'version') : node;
    if (version?.kind === 'string')
        return wholePart(version, 'pep440');
    const path = tomlText(tomlAt(node, 'path')) ?? tomlText(tomlAt(node, 'file'));
    if (path === undefined)
        return { kind: 'managed', by: 'the lock file alone' };
    if (!/^https?:/i.test(path))
        return { kind: 'local', what: `the path ${path}` };
    return { kind: 'opaque', reason: 'unsupported-constraint', detail: 'the version is part of a URL' };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./lib/manifests/syntax/yaml-library.js


/**
 * Keys are compared in the tree, as the library's own comparison takes quadratic time. With the log silent a second
 * document would be no error.
 */
const OPTIONS = { schema: 'failsafe', prettyErrors: false, logLevel: 'error', uniqueKeys: false };
/** Characters that are read in a bearable time: the library takes a microsecond and more for each. */
const LIBRARY_LIMIT = 200_000;
/** The library recurses; a line that opens more collections than this is no manifest. */
const MAX_OPENED = 200;
/** Reads one YAML document of at most LIBRARY_LIMIT characters with the `yaml` package. Throws a ManifestSyntaxError only. */
function readYamlByLibrary(text) {
    refuseDepth(text);
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, OPTIONS);
        const [error] = document.errors;
        if (error)
            throw new ManifestSyntaxError(`this is not YAML (${error.message.replace(/\.$/, '')})`, error.pos[0]);
        return new Conversion(text, document).document;
    }
    catch (error) {
        if (error instanceof ManifestSyntaxError)
            throw error;
        throw new ManifestSyntaxError('this YAML cannot be read', 0);
    }
}
/** The same document as plain data, for the proof. Throws whatever the library throws. */
function yamlData(text) {
    return (0,dist/* parse */.qg)(text, { ...OPTIONS, logLevel: 'silent' });
}
/** Guards the library's recursion, and its time, against towers of `[`, `{`, `- ` and indentation. */
function refuseDepth(text) {
    if (text.length > LIBRARY_LIMIT)
        throw new ManifestSyntaxError('the document is too long', LIBRARY_LIMIT);
    let opened = 0;
    for (let i = 0; i < text.length; i++) {
        const unit = text[i];
        if (unit === '[' || unit === '{')
            opened++;
        else if (unit === ']' || unit === '}')
            opened = Math.max(0, opened - 1);
        if (opened > MAX_OPENED)
            throw new ManifestSyntaxError('the document is nested too deep', i);
    }
    const tower = /(?:[-?:][ \t]+){100}|^[ \t]{400}/m.exec(text);
    if (tower)
        throw new ManifestSyntaxError('the document is nested too deep', tower.index);
}
/** From the library's nodes to ours. */
class Conversion {
    document;
    #text;
    #targets = new Map();
    #known = new Map();
    #open = new Set();
    constructor(text, document) {
        this.#text = text;
        const anchors = new Map();
        (0,dist/* visit */.YR)(document, {
            Alias: (_, alias) => void this.#targets.set(alias, anchors.get(alias.source)),
            Value: (_, node) => void (node.anchor && anchors.set(node.anchor, node)),
        });
        const root = this.#convert(document.contents);
        const aliased = new Set([...this.#targets.values()].map((target) => this.#convert(target)));
        this.document = { root, aliased };
    }
    #convert(node) {
        const known = this.#known.get(node);
        if (known)
            return known;
        if (this.#open.has(node))
            throw new ManifestSyntaxError('an alias stands within what it repeats', 0);
        this.#open.add(node);
        const converted = this.#fresh(node);
        this.#open.delete(node);
        if (node)
            this.#known.set(node, converted);
        return converted;
    }
    #fresh(node) {
        if ((0,dist/* isAlias */.Vj)(node))
            return { kind: 'alias', target: this.#convert(this.#targets.get(node)) };
        if ((0,dist/* isScalar */.jn)(node))
            return this.#scalar(node);
        if (!(0,dist/* isMap */.jh)(node))
            return { kind: 'other' };
        return {
            kind: 'map',
            pairs: node.items.map(({ key, value }) => ({ key: this.#convert(key), value: this.#convert(value) })),
        };
    }
    #scalar({ range, type, value }) {
        if (!range || typeof value !== 'string')
            return { kind: 'other' };
        const style = type === 'QUOTE_DOUBLE' ? 'double' : type === 'QUOTE_SINGLE' ? 'single' : 'plain';
        const inside = style === 'plain' ? 0 : 1;
        const span = { start: range[0] + inside, end: range[1] - inside };
        const raw = this.#text.slice(span.start, span.end);
        // A byte order mark within the text counts as space to some and as a character to others.
        if (/[\r\n\uFEFF]/.test(raw))
            return { kind: 'other' };
        if (style === 'plain' && (type !== 'PLAIN' || raw !== value || raw === ''))
            return { kind: 'other' };
        return { kind: 'scalar', style, value, span };
    }
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/yaml-lines.js
/** A text that the reader of YAML does not take on itself to understand; another reader may. */
class BeyondReader extends Error {
    offset;
    constructor(what, offset) {
        super(what);
        this.offset = offset;
    }
}
/** Characters that YAML forbids, or that some readers take for line ends or spaces. */
const STRANGE = /[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|\r(?!\n)/;
/** The lines of a document, one after the other; comments, blank lines and document markers are taken care of here. */
class YamlLines {
    text;
    /** Undefined at the end of the document. */
    line;
    #place = 'before';
    constructor(text) {
        this.text = text;
        const strange = STRANGE.exec(text);
        if (strange)
            throw new BeyondReader('a character that is not of every YAML', strange.index);
        this.line = this.#find(0, false);
    }
    /** Goes on to the next line behind an offset, from where on only blanks and a comment may stand in its own line. */
    nextLine(from) {
        const end = this.#restOfLine(from);
        this.line = this.#find(end + 1, false);
    }
    /**
     * Goes on behind the text of a block scalar whose head ends at an offset: lines that are blank, or indented as deep as
     * its first line.
     */
    skipBlock(head, parent) {
        let start = this.#restOfLine(head) + 1;
        let depth;
        for (; start < this.text.length; start = this.endOfLine(start) + 1) {
            const at = this.skipSpaces(start);
            const indent = at - start;
            if (/[\r\n]|^$/.test(this.text[at] ?? '')) {
                if (depth === undefined && indent > parent + 1)
                    throw new BeyondReader('a blank line that is indented', at);
                continue;
            }
            if (indent <= parent)
                break;
            depth ??= indent;
            if (indent < depth || this.text[start + depth] === '\t')
                throw new BeyondReader('a block of text', at);
        }
        this.line = this.#find(start, false);
    }
    /** Where the line of an offset ends: at its line feed, a carriage return before it included, or the end of the text. */
    endOfLine(at) {
        const end = this.text.indexOf('\n', at);
        return end === -1 ? this.text.length : end;
    }
    /** True when nothing but a comment follows in this line. */
    isAtEnd(at) {
        const unit = this.text[at];
        return unit === undefined || unit === '\n' || unit === '\r' || unit === '#';
    }
    skipSpaces(at) {
        let next = at;
        while (this.text[next] === ' ')
            next++;
        return next;
    }
    #restOfLine(from) {
        const at = this.skipSpaces(from);
        if (!this.isAtEnd(at))
            throw new BeyondReader('something behind a value', at);
        if (this.text[at] === '#' && this.text[at - 1] !== ' ')
            throw new BeyondReader('a number sign behind a value', at);
        return this.endOfLine(at);
    }
    #find(from, seen) {
        let afterComment = seen;
        for (let start = from; start < this.text.length; start = this.endOfLine(start) + 1) {
            const at = this.skipSpaces(start);
            if (this.text[at] === '#')
                afterComment = true;
            else if (this.text[at] === '\t')
                throw new BeyondReader('a tab in front of a text', at);
            else if (!this.isAtEnd(at))
                return this.#significant({ indent: at - start, at, afterComment }, start);
        }
        return undefined;
    }
    /** `---` opens the document when it stands before all else; `...` ends it when nothing follows. */
    #significant(line, start) {
        const marker = line.indent === 0 ? /^(?:---|\.\.\.)(?= |\r|$)|^%/.exec(this.text.slice(line.at, this.endOfLine(start))) : null;
        const after = this.skipSpaces(line.at + 3);
        const opens = marker?.[0] === '---' && this.#place === 'before';
        const ends = marker?.[0] === '...' && this.#place !== 'behind';
        if (this.#place === 'behind' || (marker && !(opens || ends)) || (marker && !this.isAtEnd(after))) {
            throw new BeyondReader('a second document or a directive', line.at);
        }
        this.#place = ends ? 'behind' : 'within';
        return marker ? this.#find(this.endOfLine(start) + 1, false) : line;
    }
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/yaml-anchors.js

const PROPERTIES = /(?:(?:&([\w-]+)|!!(str|map|seq))(?=[ \r\n]|$) *)*/y;
const ALIAS = /\*([\w-]+)(?=[ \r\n,\]}]|$)/y;
/** The anchors of a document, as far as it has been read, and the nodes that aliases repeat. */
class YamlAnchors {
    aliased = new Set();
    #nodes = new Map();
    #text;
    constructor(text) {
        this.#text = text;
    }
    /** The properties at an offset; none is fine. */
    properties(at) {
        if (!'&!'.includes(this.#text[at] ?? ' '))
            return { end: at };
        PROPERTIES.lastIndex = at;
        const [whole = ''] = PROPERTIES.exec(this.#text) ?? [];
        const [anchor, ...anchors] = whole.match(/(?<=&)[\w-]+/g) ?? [];
        const [tag, ...tags] = whole.match(/(?<=!!)\w+/g) ?? [];
        const end = at + whole.length;
        const unread = '&!'.includes(this.#text[end] ?? ' ');
        if (unread || anchors.length > 0 || tags.length > 0)
            throw new BeyondReader('an anchor or tag', at);
        // Until its node has been read in whole, the name stands for nothing.
        if (anchor)
            this.#nodes.delete(anchor);
        return { end, ...(anchor ? { anchor } : {}), ...(tag ? { tag } : {}) };
    }
    /** Gives a node the name of its anchor, and holds it against its tag. */
    name(node, { anchor, tag, end }, kind) {
        if (tag !== undefined && tag !== kind)
            throw new BeyondReader('a tag of another kind', end);
        if (anchor !== undefined)
            this.#nodes.set(anchor, node);
        return node;
    }
    /** The alias at an offset and where it ends; it must repeat what has been read in whole. */
    alias(at) {
        ALIAS.lastIndex = at;
        const [whole, name = ''] = ALIAS.exec(this.#text) ?? [];
        const target = this.#nodes.get(name);
        if (whole === undefined || target === undefined)
            throw new BeyondReader('an alias', at);
        this.aliased.add(target);
        return { node: { kind: 'alias', target }, end: at + whole.length };
    }
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/yaml-scalars.js

const FLOW = ',[]{}';
/** What may open a plain scalar with certainty; YAML would also take `-`, `?` and `:` before a letter. */
const yaml_scalars_OPENING = /[^\s\-?:,[\]{}#&*!|>'"%@`]/;
function opensPlain(unit) {
    return unit !== undefined && yaml_scalars_OPENING.test(unit);
}
/** Reads on in a plain scalar to the end of its line, a comment, a colon that makes it a key, or a sign of the flow. */
function plainStretch(text, from, inFlow) {
    let end = from;
    for (let at = from;; at++) {
        const unit = text[at];
        if (unit === undefined || unit === '\n' || unit === '\r')
            return { end, stop: at, stoppedBy: 'line end' };
        if (unit === '\t')
            throw new BeyondReader('a tab', at);
        if (unit === ' ')
            continue;
        if (unit === '#' && at > from && text[at - 1] === ' ')
            return { end, stop: at, stoppedBy: 'comment' };
        if (unit === ':' && endsKey(text[at + 1], inFlow))
            return { end, stop: at, stoppedBy: 'colon' };
        if (inFlow && FLOW.includes(unit))
            return { end, stop: at, stoppedBy: 'flow' };
        end = at + 1;
    }
}
function endsKey(next, inFlow) {
    return next === undefined || ' \t\r\n'.includes(next) || (inFlow && FLOW.includes(next));
}
function plainScalar(text, start, end) {
    return { kind: 'scalar', style: 'plain', value: text.slice(start, end), span: { start, end } };
}
/** The offset of the quote that closes the one at `from`; a quoted text may run over several lines. */
function closingQuote(text, from) {
    const quote = text[from];
    for (let at = from + 1; at < text.length; at++) {
        if (quote === '"' && text[at] === '\\')
            at++;
        else if (text[at] === quote) {
            if (quote === '"' || text[at + 1] !== "'")
                return at;
            at++;
        }
    }
    throw new BeyondReader('a quote that is not closed', from);
}
/** The quoted text between its quotes, escapes resolved. Only for one that stands on one line. */
function quotedScalar(text, open, close) {
    const span = { start: open + 1, end: close };
    const raw = text.slice(span.start, span.end);
    if (text[open] === "'")
        return { kind: 'scalar', style: 'single', value: raw.replaceAll("''", "'"), span };
    return { kind: 'scalar', style: 'double', value: raw.includes('\\') ? yaml_scalars_unescaped(raw, span.start) : raw, span };
}
const yaml_scalars_ESCAPES = {
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
};
/** Resolves the escapes of a double quoted text; `at` is where it stands. */
function yaml_scalars_unescaped(raw, at) {
    return raw.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.?))/gi, (whole, hex, unicode, letter, offset) => {
        const code = hex ?? unicode;
        const known = code === undefined ? yaml_scalars_ESCAPES[letter] : String.fromCharCode(Number.parseInt(code, 16));
        if (known === undefined || /^\\[XU]/.test(whole))
            throw new BeyondReader('an escape', at + offset);
        return known;
    });
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/yaml-flow.js


const yaml_flow_MAX_DEPTH = 64;
/** YAML ends an implicit key at 1024 characters. */
const LONGEST_KEY = 1000;
/** Reads `{…}` and `[…]`, over several lines too, as long as each is indented deeper than `parent`. */
class YamlFlow {
    #text;
    #anchors;
    #parent;
    #at = 0;
    #depth = 0;
    constructor(text, anchors, parent) {
        this.#text = text;
        this.#anchors = anchors;
        this.#parent = parent;
    }
    /** The collection that opens at an offset, and where it ends. */
    read(at, properties) {
        this.#at = at;
        const node = this.#collection(properties);
        return { node, end: this.#at };
    }
    #collection(properties) {
        this.#depth++;
        if (this.#depth > yaml_flow_MAX_DEPTH)
            throw this.#beyond('deep nesting');
        const isMap = this.#text[this.#at] === '{';
        this.#at++;
        const pairs = [];
        for (this.#gap(); !this.#closes(isMap); this.#comma(isMap)) {
            if (isMap)
                pairs.push(this.#pair());
            else
                this.#value();
        }
        this.#at++;
        this.#depth--;
        const node = isMap ? { kind: 'map', pairs } : { kind: 'other' };
        return this.#anchors.name(node, properties, isMap ? 'map' : 'seq');
    }
    #closes(isMap) {
        const unit = this.#text[this.#at];
        if (unit !== ']' && unit !== '}')
            return false;
        if (unit !== (isMap ? '}' : ']'))
            throw this.#beyond('a bracket of the other kind');
        return true;
    }
    #comma(isMap) {
        this.#gap();
        if (this.#text[this.#at] === ',') {
            this.#at++;
            this.#gap();
        }
        else if (!this.#closes(isMap))
            throw this.#beyond('no comma');
    }
    #pair() {
        const start = this.#at;
        const key = this.#scalar();
        const from = this.#at;
        if (from - start > LONGEST_KEY)
            throw this.#beyond('a long key');
        this.#gap();
        if (this.#text[this.#at] !== ':')
            return { key, value: { kind: 'other' } };
        if (this.#text.slice(from, this.#at).includes('\n'))
            throw this.#beyond('a key over several lines');
        this.#at++;
        this.#gap();
        const isEmpty = /[,}]/.test(this.#text[this.#at] ?? '');
        return { key, value: isEmpty ? { kind: 'other' } : this.#value() };
    }
    #value() {
        const unit = this.#text[this.#at];
        if (unit === '*') {
            const { node, end } = this.#anchors.alias(this.#at);
            this.#at = end;
            return node;
        }
        const properties = this.#anchors.properties(this.#at);
        this.#at = properties.end;
        const first = this.#text[this.#at];
        if (first === '{' || first === '[')
            return this.#collection(properties);
        return this.#anchors.name(this.#scalar(), properties, 'str');
    }
    #scalar() {
        const from = this.#at;
        const first = this.#text[from];
        if (first === '"' || first === "'") {
            const close = closingQuote(this.#text, from);
            if (this.#text.slice(from, close).includes('\n'))
                throw this.#beyond('a text over several lines');
            this.#at = close + 1;
            return quotedScalar(this.#text, from, close);
        }
        if (!opensPlain(first))
            throw this.#beyond('a sign');
        const { end, stop } = plainStretch(this.#text, from, true);
        this.#at = stop;
        return plainScalar(this.#text, from, end);
    }
    /** Blanks, line ends and comments; a line may not be indented less than its collection asks for. */
    #gap() {
        for (;;) {
            const unit = this.#text[this.#at];
            if (unit === '\n')
                this.#indentation();
            else if (unit === '#' && /[ \n]/.test(this.#text[this.#at - 1] ?? ''))
                this.#comment();
            else if (unit === '#' || unit === '\t')
                throw this.#beyond('a tab or a number sign');
            else if (unit === ' ' || unit === '\r')
                this.#at++;
            else
                return;
        }
    }
    #comment() {
        const end = this.#text.indexOf('\n', this.#at);
        this.#at = end === -1 ? this.#text.length : end;
    }
    #indentation() {
        const start = this.#at + 1;
        let at = start;
        while (this.#text[at] === ' ')
            at++;
        this.#at = at;
        const unit = this.#text[at];
        const indent = at - start;
        const isClosing = this.#depth === 1 && indent === this.#parent && (unit === ']' || unit === '}');
        const isNothing = unit === '\n' || unit === '\r' || unit === undefined || unit === '#';
        if (indent <= this.#parent && !isClosing && !isNothing)
            throw this.#beyond('too little indentation');
        if (indent === 0 && /---|\.\.\./.test(this.#text.slice(at, at + 3)))
            throw this.#beyond('a document marker');
    }
    #beyond(what) {
        return new BeyondReader(what, Math.min(this.#at, this.#text.length));
    }
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/yaml-reader.js




const yaml_reader_MAX_DEPTH = 64;
const NOTHING = { end: 0 };
/**
 * Reads one YAML document of block and flow collections, in one pass over its lines. Throws a BeyondReader for whatever
 * it is not certain of, be that a mistake or a rare construct: what it gives back is what every reader of YAML sees.
 */
function readYaml(text) {
    return new BlockReader(text).document();
}
class BlockReader {
    #text;
    #lines;
    #anchors;
    #depth = 0;
    constructor(text) {
        this.#text = text;
        this.#lines = new YamlLines(text);
        this.#anchors = new YamlAnchors(text);
    }
    document() {
        const root = this.#lines.line ? this.#block(-1, NOTHING) : { kind: 'other' };
        this.#expectEnd();
        return { root, aliased: this.#anchors.aliased };
    }
    #expectEnd() {
        if (this.#lines.line)
            throw new BeyondReader('a line of no collection', this.#lines.line.at);
    }
    /** A node on lines of its own, indented deeper than `parent`. */
    #block(parent, properties) {
        this.#depth++;
        const { at = 0, indent = 0 } = this.#lines.line ?? {};
        if (this.#depth > yaml_reader_MAX_DEPTH)
            throw new BeyondReader('deep nesting', at);
        const node = this.#collection(at, indent, properties) ?? this.#inline(at, parent, properties);
        this.#depth--;
        return node;
    }
    /** The mapping or sequence that begins at an offset, which is the given column; undefined when none does. */
    #collection(at, column, properties) {
        if (this.#isDash(at))
            return this.#anchors.name(this.#sequence(at, column), properties, 'seq');
        const key = this.#key(at);
        return key && this.#anchors.name(this.#mapping(key, column), properties, 'map');
    }
    #mapping(first, column) {
        const pairs = [];
        for (let key = first; key;) {
            pairs.push({ key: key.node, value: this.#mapValue(key.end, column) });
            const { line } = this.#lines;
            if (!line || line.indent < column)
                break;
            key = line.indent === column ? this.#key(line.at) : undefined;
            if (!key)
                throw new BeyondReader('no key', line.at);
        }
        return { kind: 'map', pairs };
    }
    #mapValue(from, column) {
        const at = this.#lines.skipSpaces(from);
        const properties = this.#anchors.properties(at);
        if (!this.#lines.isAtEnd(properties.end))
            return this.#inline(properties.end, column, properties);
        this.#lines.nextLine(properties.end);
        const { line } = this.#lines;
        if (line && line.indent > column)
            return this.#block(column, properties);
        // A sequence may stand in the column of the key that it belongs to.
        if (line?.indent === column && this.#isDash(line.at)) {
            if (properties.end > at)
                throw new BeyondReader('an anchor or tag', at);
            return this.#sequence(line.at, column);
        }
        if (properties.end > at)
            throw new BeyondReader('an anchor or tag of nothing', at);
        return { kind: 'other' };
    }
    #sequence(first, column) {
        this.#depth++;
        if (this.#depth > yaml_reader_MAX_DEPTH)
            throw new BeyondReader('deep nesting', first);
        for (let at = first;;) {
            this.#item(at, column);
            const { line } = this.#lines;
            if (!line || line.indent < column)
                break;
            if (line.indent > column)
                throw new BeyondReader('an item in another column', line.at);
            // In the column of a key, what follows may be the next key.
            if (!this.#isDash(line.at))
                break;
            at = line.at;
        }
        this.#depth--;
        return { kind: 'other' };
    }
    #item(dash, column) {
        const start = this.#lines.skipSpaces(dash + 1);
        const properties = this.#anchors.properties(start);
        const at = properties.end;
        if (this.#lines.isAtEnd(at)) {
            this.#lines.nextLine(at);
            const { line } = this.#lines;
            if (line && line.indent > column)
                this.#block(column, properties);
            else if (at > start)
                throw new BeyondReader('an anchor or tag of nothing', start);
            return;
        }
        const compact = at > start ? undefined : this.#collection(at, column + at - dash, properties);
        if (!compact)
            this.#inline(at, column, properties);
    }
    #isDash(at) {
        return this.#text[at] === '-' && / |\r|\n|^$/.test(this.#text[at + 1] ?? '');
    }
    /** A key on one line with its colon; undefined when the line is no entry of a mapping. */
    #key(at) {
        const first = this.#text[at];
        const key = first === '"' || first === "'" ? this.#quotedKey(at) : opensPlain(first) ? this.#plainKey(at) : undefined;
        if (key && key.end - at > LONGEST_KEY)
            throw new BeyondReader('a long key', at);
        return key;
    }
    #plainKey(at) {
        const { end, stop, stoppedBy } = plainStretch(this.#text, at, false);
        return stoppedBy === 'colon' ? { node: plainScalar(this.#text, at, end), end: stop + 1 } : undefined;
    }
    #quotedKey(at) {
        const close = closingQuote(this.#text, at);
        if (close > this.#lines.endOfLine(at))
            return undefined;
        const colon = this.#lines.skipSpaces(close + 1);
        const isKey = this.#text[colon] === ':' && / |\r|\n|^$/.test(this.#text[colon + 1] ?? '');
        return isKey ? { node: quotedScalar(this.#text, at, close), end: colon + 1 } : undefined;
    }
    /** A node that begins in the line of its key or dash, or a scalar or flow collection on lines of its own. */
    #inline(at, parent, properties) {
        switch (this.#text[at]) {
            case '"':
            case "'":
                return this.#anchors.name(this.#quoted(at, parent), properties, 'str');
            case '|':
            case '>':
                return this.#anchors.name(this.#blockScalar(at, parent), properties, 'str');
            case '{':
            case '[': {
                const { node, end } = new YamlFlow(this.#text, this.#anchors, parent).read(at, properties);
                return this.#ended(node, end, parent);
            }
            case '*': {
                const { node, end } = this.#anchors.alias(at);
                if (properties.anchor ?? properties.tag)
                    throw new BeyondReader('an anchor or tag of an alias', at);
                return this.#ended(node, end, parent);
            }
            default:
                return this.#anchors.name(this.#plain(at, parent), properties, 'str');
        }
    }
    /** Nothing may follow in the line of a value, and no deeper line may follow it. */
    #ended(node, end, parent) {
        this.#lines.nextLine(end);
        const { line } = this.#lines;
        if (line && line.indent > parent)
            throw new BeyondReader('a line that is indented too deep', line.at);
        return node;
    }
    #quoted(at, parent) {
        const close = closingQuote(this.#text, at);
        const text = this.#text.slice(at, close + 1);
        if (!text.includes('\n'))
            return this.#ended(quotedScalar(this.#text, at, close), close + 1, parent);
        for (const { index, 1: blanks = '', 2: next } of text.matchAll(/\n( *)([^ \r\n])/g)) {
            if (blanks.length > parent && parent >= 0 && next !== '\t')
                continue;
            throw new BeyondReader('a quoted text that is indented too little', at + index);
        }
        if (text.startsWith('"'))
            yaml_scalars_unescaped(text.slice(1, -1).replace(/\\\r?\n/g, ''), at + 1);
        return this.#ended({ kind: 'other' }, close + 1, parent);
    }
    #plain(at, parent) {
        if (!opensPlain(this.#text[at]))
            throw new BeyondReader('a sign', at);
        let { end, stop, stoppedBy } = plainStretch(this.#text, at, false);
        const first = plainScalar(this.#text, at, end);
        this.#lines.nextLine(this.#behind(stop, stoppedBy));
        let goesOn = false;
        for (let { line } = this.#lines; line && line.indent > parent; { line } = this.#lines) {
            if (stoppedBy === 'comment' || line.afterComment || parent < 0)
                throw new BeyondReader('a line too many', line.at);
            goesOn = true;
            ({ end, stop, stoppedBy } = plainStretch(this.#text, line.at, false));
            this.#lines.nextLine(this.#behind(stop, stoppedBy));
        }
        return goesOn ? { kind: 'other' } : first;
    }
    #behind(stop, stoppedBy) {
        if (stoppedBy === 'colon')
            throw new BeyondReader('a colon within a value', stop);
        return stop;
    }
    /** `|` and `>`: every line that is indented deeper than the parent. */
    #blockScalar(at, parent) {
        const header = /[|>][+-]?(?= *\r?$| +#)/my;
        header.lastIndex = at;
        if (!header.test(this.#text) || parent < 0)
            throw new BeyondReader('the head of a block of text', at);
        this.#lines.skipBlock(header.lastIndex, parent);
        return { kind: 'other' };
    }
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/yaml-tree.js

const OTHER = { kind: 'other' };
/** Aliases within aliases can stand for more nodes than there are atoms. */
const MOST_REPEATED = 50_000;
/** The tree of a document with its aliases followed. Throws a ManifestSyntaxError for equal keys in one mapping. */
function yamlTree({ root, aliased }) {
    let repeated = 0;
    const read = (node, within, repeating) => {
        if (repeating)
            repeated++;
        if (repeated > MOST_REPEATED)
            throw new ManifestSyntaxError('too many aliases', 0);
        if (node.kind === 'alias')
            return { kind: 'alias', target: read(node.target, true, true) };
        const shared = within || aliased.has(node);
        if (node.kind === 'scalar')
            return yamlString(node, shared);
        if (node.kind === 'other')
            return OTHER;
        const seen = new Set();
        const members = node.pairs.flatMap(({ key, value }) => {
            if (key.kind !== 'scalar')
                return [];
            refuseRepetition(key, seen);
            return [{ key: yamlString(key, false), value: read(value, shared, repeating) }];
        });
        return { kind: 'map', members };
    };
    return read(root, false, false);
}
function refuseRepetition({ value, span }, seen) {
    if (value === '<<' || seen.size !== seen.add(value).size)
        return;
    throw new ManifestSyntaxError(`the key "${value.slice(0, 60)}" stands twice in one mapping`, span.start);
}
function yamlString({ style, value, span }, shared) {
    // Every escape is longer than what it stands for.
    const verbatim = span.end - span.start === value.length;
    const unquoted = style === 'plain' ? { unquoted: true } : {};
    return { kind: 'string', text: value, span, verbatim, shared, escape: escapes[style], ...unquoted };
}
const escapes = { plain: plainOrQuoted, single: doubled, double: backslashed };
/** As it is, where a scalar without quotes may begin and go on like that: `>=1` and `*` may not. */
function plainOrQuoted(text) {
    const isPlain = /^[\w^~=<.][^,[\]{}\t\r\n]*$/.test(text) && !/:(?:\s|$)|\s(?:#|$)/.test(text);
    return isPlain ? text : `"${backslashed(text)}"`;
}
function doubled(text) {
    return text.replace(/'/g, "''");
}
function backslashed(text) {
    return JSON.stringify(text).slice(1, -1);
}
/** The value of a key of a mapping; undefined for any other node. Follows no alias. */
function yamlMember(node, key) {
    return node?.kind === 'map' ? node.members.find((member) => member.key.text === key)?.value : undefined;
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/yaml.js






/**
 * Reads one YAML document into a tree with places. Our own reader does that in linear time; what it leaves alone goes to
 * the `yaml` package, if the document is short enough for it. Throws a ManifestSyntaxError only.
 */
function parseYaml(text) {
    return yamlTree(documentOf(text));
}
function documentOf(text) {
    try {
        return readYaml(text);
    }
    catch (error) {
        if (!(error instanceof BeyondReader))
            throw error;
        if (text.length <= LIBRARY_LIMIT)
            return readYamlByLibrary(text);
        const what = `${error.message} stands there, which is not read in a document of more than ${LIBRARY_LIMIT} characters`;
        throw new ManifestSyntaxError(what, error.offset);
    }
}

;// CONCATENATED MODULE: ./lib/manifests/formats/yaml-catalogs.js



/** The entries of `catalog:` and of each of `catalogs:`. */
function yaml_catalogs_catalogDeclarations(root) {
    const named = entriesOf(yamlMember(root, 'catalogs'), false);
    return [
        ...versionMap(yamlMember(root, 'catalog'), 'catalog', (key) => key),
        ...named.flatMap(({ key, value, aliased }) => versionMap(aliased ? { kind: 'alias', target: value } : value, `catalogs.${key.text}`, (name) => name)),
    ];
}
/** The entries of `overrides:`, whose keys are selectors. */
function yamlOverrides(root) {
    return versionMap(yamlMember(root, 'overrides'), 'overrides', selectedPackage);
}
function entriesOf(node, aliased) {
    if (node?.kind === 'alias')
        return entriesOf(node.target, true);
    if (node?.kind !== 'map')
        return [];
    return node.members.flatMap((member) => member.key.text === '<<' ? entriesOf(member.value, true) : [{ ...member, aliased }]);
}
function versionMap(node, group, nameOf) {
    return entriesOf(node, false).flatMap(({ key, value, aliased }) => {
        const name = nameOf(key.text);
        const base = { role: 'package', group, at: key.span.start };
        if (value.kind === 'string' && value.text === '-')
            return [];
        if (aliased || value.kind === 'alias' || (value.kind === 'string' && value.shared)) {
            return [{ ...base, names: [name], ...scopeOf(name), value: anchored(name) }];
        }
        if (value.kind === 'string') {
            const { names, value: version } = readSpecifier(name, value);
            return [{ ...base, ...scopeOf(names[0] ?? name), names, value: version }];
        }
        const unread = npm_specifier_opaque(`the version of ${name} is no text on one line`, 'Write it as one string on its own line.');
        return [{ ...base, names: [name], ...scopeOf(name), value: unread }];
    });
}
function anchored(name) {
    return {
        kind: 'opaque',
        reason: 'ambiguous',
        detail: `the version of ${name} is shared through a YAML anchor`,
        hint: 'Write the version out where the alias stands, or raise the anchor by hand.',
    };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/pnpm-workspace.js



/** pnpm-workspace.yaml: the default catalog, named catalogs and overrides. */
const pnpmWorkspace = {
    id: 'pnpm-workspace.yaml',
    ecosystem: 'npm',
    lockfiles: ['pnpm-lock.yaml'],
    matches: (path) => /(?:^|\/)pnpm-workspace\.ya?ml$/.test(path),
    scan(text) {
        const root = parseYaml(text);
        return [...yaml_catalogs_catalogDeclarations(root), ...yamlOverrides(root)].sort((a, b) => a.at - b.at);
    },
    read: yamlData,
    readUpTo: LIBRARY_LIMIT,
};

;// CONCATENATED MODULE: ./lib/manifests/formats/requirements.js



const fileName = /(?:^|\/)(?:(?:requirements|constraints)[^/]*\.(?:txt|in)|[^/]+[-._](?:requirements|constraints)\.(?:txt|in)|requirements\/(?:[^/]+\/)*[^/]+\.(?:txt|in))$/i;
/** The pip requirements format: requirement and constraint files, and the `.in` files they are compiled from. */
const requirements = {
    id: 'requirements.txt',
    ecosystem: 'pypi',
    matches: (path) => fileName.test(path),
    scan: (text, path) => [...logicalLines(text)].flatMap((line) => lineDeclaration(line, path) ?? []),
    related: (path, text, tree) => {
        const known = new Set(tree);
        return [...logicalLines(text)].flatMap((line) => {
            const target = includeTarget(line);
            const resolved = target === undefined ? undefined : resolvePath(folderOf(path), target);
            return resolved !== undefined && known.has(resolved) ? [resolved] : [];
        });
    },
};
/**
 * The lines as pip joins them: a backslash at the end continues, unless the line is a comment of its own; then
 * comments go, which start at the line or behind white space.
 */
function* logicalLines(text) {
    let builder;
    for (const { start, end } of physicalLines(text)) {
        const comment = isComment(text, start, end);
        const continues = !comment && text[end - 1] === '\\' && end > start;
        if (builder === undefined && !continues) {
            if (!comment)
                yield withoutComment(plainText(text, start, end));
            continue;
        }
        builder ??= new LogicalTextBuilder(text);
        if (!comment)
            builder.copy(start, continues ? beforeBackslashes(text, start, end) : end);
        if (continues)
            continue;
        yield withoutComment(builder.build());
        builder = undefined;
    }
    if (builder !== undefined)
        yield withoutComment(builder.build());
}
function* physicalLines(text) {
    const lineEnd = /\r\n|\n|\r/g;
    let start = 0;
    for (const match of text.matchAll(lineEnd)) {
        yield { start, end: match.index };
        start = match.index + match[0].length;
    }
    if (start < text.length)
        yield { start, end: text.length };
}
function isComment(text, start, end) {
    let at = start;
    while (at < end && (text[at] === ' ' || text[at] === '\t'))
        at += 1;
    return text[at] === '#' && at < end;
}
function beforeBackslashes(text, start, end) {
    let at = end;
    while (at > start && text[at - 1] === '\\')
        at -= 1;
    return at;
}
/** Comments run from `#` at the start or behind white space to the end of the joined line. */
function withoutComment(line) {
    const comment = /(?:^|\s)#/.exec(line.text);
    return comment === null ? line : { ...line, text: line.text.slice(0, comment.index) };
}
const urlStart = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:git|hg|svn|bzr)\+)/i;
const editable = /^(?:-e|--editable)(?:\s*=\s*|\s*)/;
const include = /^(?:-r|-c|--requirement|--constraint)(?:\s*=\s*|\s+|(?<=-[rc]))(\S+)/;
function lineDeclaration(line, path) {
    const group = path.slice(path.lastIndexOf('/') + 1);
    const range = contentRange(line.text);
    if (range === undefined)
        return undefined;
    const content = line.text.slice(range.from, range.to);
    const flag = editable.exec(content);
    if (flag !== null)
        return urlDeclarationAt(line, { from: range.from + flag[0].length, to: range.to }, `${group} -e`);
    if (content.startsWith('-'))
        return undefined;
    if (urlStart.test(content))
        return urlDeclarationAt(line, range, group);
    return plainRequirement(line, range, group);
}
function contentRange(text) {
    const from = text.search(/\S/);
    return from === -1 ? undefined : { from, to: text.trimEnd().length };
}
function urlDeclarationAt(line, range, group) {
    const length = line.text.slice(range.from, range.to).search(/\s/);
    return urlLineDeclaration(line, { from: range.from, to: length === -1 ? range.to : range.from + length }, group);
}
function plainRequirement(line, { from, to }, group) {
    const content = line.text.slice(from, to);
    // A path, which pip tells by its slashes; in a direct reference or a marker they stand behind `@` or `;`.
    if (/^[^@;\s]*[/\\]/.test(content))
        return undefined;
    const options = content.search(/\s-/);
    const hashPinned = options !== -1 && /(?:^|\s)--hash(?=[=\s])/.test(content.slice(options));
    return requirementDeclaration(line, { from, to: options === -1 ? to : from + options }, group, hashPinned);
}
function includeTarget(line) {
    const target = include.exec(line.text.trim())?.[1];
    return target === undefined || urlStart.test(target) || target.includes('$') ? undefined : target;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/pyproject.js






/** Arrays of requirement strings, by their place; `*` stands for any key. */
const requirementLists = [
    'project.dependencies',
    'project.optional-dependencies.*',
    'dependency-groups.*',
    'build-system.requires',
    'tool.pdm.dev-dependencies.*',
    'tool.hatch.envs.*.dependencies',
    'tool.hatch.envs.*.extra-dependencies',
    'tool.hatch.env.requires',
    'tool.hatch.build.dependencies',
    'tool.hatch.build.hooks.*.dependencies',
    'tool.hatch.build.targets.*.dependencies',
    'tool.hatch.build.targets.*.hooks.*.dependencies',
    'tool.uv.dev-dependencies',
    'tool.uv.constraint-dependencies',
    'tool.uv.override-dependencies',
    'tool.uv.build-constraint-dependencies',
    'tool.uv.extra-build-dependencies.*',
    'tool.rye.dev-dependencies',
    'tool.flit.metadata.requires',
    'tool.flit.metadata.requires-extra.*',
];
/** Tables of `name = constraint` in Poetry's grammar, which takes a bare version and a specifier set alike. */
const constraintTables = [
    'tool.poetry.dependencies',
    'tool.poetry.dev-dependencies',
    'tool.poetry.group.*.dependencies',
    'tool.poetry.requires-plugins',
    'tool.pdm.resolution.overrides',
].map((place) => place.split('.'));
/** The pyproject.toml format: PEP 621, PEP 735, build requirements, Poetry, PDM, Hatch, uv, Rye and Flit. */
const pyproject = {
    id: 'pyproject.toml',
    ecosystem: 'pypi',
    matches: (path) => /(?:^|\/)pyproject\.toml$/.test(path),
    scan: (text) => {
        const root = readToml(text);
        return [
            ...listedRequirements(root, requirementLists),
            ...places(root, constraintTables).flatMap(([group, node]) => constraintTable(node, group)),
        ].sort((one, other) => one.at - other.at);
    },
    readsOthersAs: requirements,
    related: (path, text, tree) => {
        const known = new Set(tree);
        const resolved = dynamicFiles(readToml(text)).map((file) => resolvePath(folderOf(path), file));
        return resolved.filter((file) => file !== undefined && known.has(file));
    },
    read: tomlData,
    lockfiles: ['poetry.lock', 'pdm.lock', 'uv.lock', 'pylock.toml', 'requirements.lock'],
};
/** What the lists of requirements at the given places, and uv's sources, declare; `*` stands for any key. */
function listedRequirements(root, lists) {
    const wanted = lists.map((place) => place.split('.'));
    return [...places(root, wanted).flatMap(([group, node]) => requirementList(node, group)), ...sources(root)];
}
/** The nodes at the places, each with its place in full. */
function places(root, wanted) {
    return wanted.flatMap((keys) => {
        let found = [['', root]];
        for (const key of keys)
            found = found.flatMap(([place, node]) => children(place, node, key));
        return found;
    });
}
function children(place, node, wanted) {
    const prefix = place === '' ? '' : `${place}.`;
    if (wanted === '*')
        return [...tomlEntries(node)].map(([key, entry]) => [prefix + key, entry.node]);
    const child = tomlAt(node, wanted);
    return child === undefined ? [] : [[prefix + wanted, child]];
}
function requirementList(node, group) {
    const items = node.kind === 'array' ? node.items : [];
    return items.flatMap((item) => (item.kind === 'string' ? (requirementText(item, group) ?? []) : []));
}
const pyproject_editable = /^\s*(?:-e|--editable)[\s=]+/;
const bareUrl = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/)/i;
function requirementText({ content }, group) {
    const range = { from: 0, to: content.text.length };
    const flag = pyproject_editable.exec(content.text);
    if (flag !== null)
        return urlLineDeclaration(content, { from: flag[0].length, to: content.text.trimEnd().length }, group);
    if (bareUrl.test(content.text))
        return urlLineDeclaration(content, range, group);
    return requirementDeclaration(content, range, group);
}
/** `python` in these tables is the interpreter, not a package. */
function constraintTable(node, group) {
    return [...tomlEntries(node)].flatMap(([name, entry]) => (name === 'python' ? [] : constraints(name, entry, group)));
}
function constraints(name, { at, node }, group) {
    if (node.kind === 'array')
        return node.items.flatMap((item) => constraints(name, { at: item.at, node: item }, group));
    if (node.kind === 'string')
        return [stringConstraint(name, node, group, at)];
    return node.kind === 'table' ? [tableConstraint(name, node, group, at)] : [];
}
function stringConstraint(name, node, group, at) {
    const value = bareUrl.test(node.content.text) ? fromUrl : wholePart(node, 'poetry');
    return { role: 'package', names: [name], group, at, value };
}
const fromUrl = {
    kind: 'opaque',
    reason: 'unsupported-constraint',
    detail: 'the version is part of a URL',
};
function tableConstraint(name, spec, group, at) {
    const git = gitDeclaration(name, spec, ['tag', 'rev'], group, at);
    if (git !== undefined)
        return git;
    const version = tomlAt(spec, 'version');
    if (version?.kind === 'string')
        return stringConstraint(name, version, group, at);
    return { role: 'package', names: [name], group, at, value: withoutVersion(spec) };
}
function withoutVersion(spec) {
    const path = tomlText(tomlAt(spec, 'path')) ?? tomlText(tomlAt(spec, 'file'));
    if (path !== undefined)
        return { kind: 'local', what: `the path ${path}` };
    if (isTrue(tomlAt(spec, 'workspace')))
        return { kind: 'local', what: 'the workspace' };
    if (tomlAt(spec, 'url') !== undefined)
        return fromUrl;
    return { kind: 'managed', by: 'project.dependencies' };
}
/** uv's `sources` say where a package comes from; one that only names an index leaves the version to the requirement. */
function sources(root) {
    const group = 'tool.uv.sources';
    return [...tomlEntries(tomlAt(root, 'tool', 'uv', 'sources'))].flatMap(([name, { at, node }]) => {
        const specs = node.kind === 'array' ? node.items : [node];
        return specs.flatMap((spec) => {
            if (spec.kind !== 'table')
                return [];
            const git = gitDeclaration(name, spec, ['tag', 'rev'], group, node === spec ? at : spec.at);
            if (git !== undefined)
                return [git];
            const value = withoutVersion(spec);
            return value.kind === 'managed' ? [] : [{ role: 'package', names: [name], group, at: spec.at, value }];
        });
    });
}
/** Files from which setuptools takes the dependencies. */
function dynamicFiles(root) {
    const dynamic = tomlAt(root, 'tool', 'setuptools', 'dynamic');
    const optional = [...tomlEntries(tomlAt(dynamic ?? root, 'optional-dependencies'))].map(([, entry]) => entry.node);
    return [tomlAt(dynamic ?? root, 'dependencies'), ...optional].flatMap((node) => {
        const file = node === undefined ? undefined : tomlAt(node, 'file');
        const files = file?.kind === 'array' ? file.items : [file];
        return files.flatMap((item) => tomlText(item) ?? []);
    });
}

;// CONCATENATED MODULE: ./lib/manifests/formats/python-script.js




const lists = [
    'dependencies',
    'tool.uv.constraint-dependencies',
    'tool.uv.override-dependencies',
    'tool.uv.build-constraint-dependencies',
    'tool.uv.extra-build-dependencies.*',
];
/** Python scripts with inline metadata (https://peps.python.org/pep-0723/): what uv, pipx, Hatch and PDM run. */
const pythonScript = {
    id: 'script.py',
    ecosystem: 'pypi',
    byHand: true,
    matches: (path) => /\.pyw?$/.test(path),
    scan: (text) => listedRequirements(readToml(metadata(text)), lists).sort((one, other) => one.at - other.at),
    read: (text) => tomlData(metadata(text)),
};
/**
 * The TOML of the `script` block, with blanks for all else, so that every character stands where it stood. Throws a
 * ManifestSyntaxError for a second block, and for text over several lines, which would hold the comment signs.
 */
function metadata(text) {
    let found;
    let end = 0;
    for (const { 0: opening, index } of text.matchAll(/^# \/\/\/ script(?=\r?$)/gm)) {
        if (index < end)
            continue;
        const start = index + opening.length;
        end = blockEnd(text, start);
        if (end === -1)
            break;
        if (found !== undefined)
            throw new ManifestSyntaxError('a second block of script metadata', index);
        found = python_script_blank(text.slice(0, start)) + text.slice(start, end).replace(/^#/gm, ' ') + python_script_blank(text.slice(end));
        const severalLines = /"""|'''/.exec(found);
        if (severalLines)
            throw new ManifestSyntaxError('a text over several lines in script metadata', severalLines.index);
    }
    return found ?? '';
}
/** Where the last `# ///` of the comment lines that follow begins; -1 when none closes the block. */
function blockEnd(text, from) {
    const line = /\r?\n(#(?: .*)?)(?=\r?$|\r?\n)/my;
    let end = -1;
    line.lastIndex = from;
    for (let match = line.exec(text); match; match = line.exec(text)) {
        if (match[1] === '# ///')
            end = line.lastIndex - (match[1]?.length ?? 0);
    }
    return end;
}
function python_script_blank(text) {
    return text.replace(/[^\r\n]/g, ' ');
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/ini.js

const header = /^\[([^\]\r\n]+)\]/;
/**
 * readIni reads the options as Python's configparser does: `#` and `;` comment whole lines, deeper indented lines
 * continue a value. Throws ManifestSyntaxError for what configparser rejects, repeated sections and options included.
 */
function readIni(text) {
    const options = [];
    const seen = new Set();
    let section;
    let open;
    for (const { start, end } of lineSpans(text)) {
        const line = text.slice(start, end);
        const indent = line.length - line.trimStart().length;
        const content = line.trim();
        if (content === '' || content.startsWith('#') || content.startsWith(';'))
            continue;
        if (open !== undefined && indent > open.indent) {
            open.lines.push({ start: start + indent, end: start + indent + content.length });
            open.multiline = true;
            continue;
        }
        const named = header.exec(content)?.[1];
        if (named !== undefined) {
            once(seen, `[${named}]`, start);
            section = named;
            open = undefined;
            continue;
        }
        open = openOption(content, start + indent, indent, section);
        once(seen, `[${section}] ${open.key}`, start);
        options.push(open);
    }
    return options;
}
function* lineSpans(text) {
    let start = 0;
    for (const match of text.matchAll(/\r\n|\n|\r/g)) {
        yield { start, end: match.index };
        start = match.index + match[0].length;
    }
    if (start < text.length)
        yield { start, end: text.length };
}
function once(seen, what, at) {
    if (seen.has(what))
        throw new ManifestSyntaxError(`${what} stands there twice`, at);
    seen.add(what);
}
function openOption(content, at, indent, section) {
    if (section === undefined)
        throw new ManifestSyntaxError('an option stands before any section', at);
    const delimiter = content.search(/[:=]/);
    if (delimiter < 1)
        throw new ManifestSyntaxError('neither a section nor an option', at);
    const key = content.slice(0, delimiter).trimEnd();
    const value = content.slice(delimiter + 1).trimStart();
    const start = at + content.length - value.length;
    const lines = value === '' ? [] : [{ start, end: at + content.length }];
    return { section, key, at, indent, lines, multiline: false };
}

;// CONCATENATED MODULE: ./lib/manifests/formats/setup-cfg.js





const requirementOptions = new Set(['install_requires', 'setup_requires', 'tests_require']);
/** The setup.cfg format: the requirement options of setuptools and its extras. */
const setupCfg = {
    id: 'setup.cfg',
    ecosystem: 'pypi',
    matches: (path) => /(?:^|\/)setup\.cfg$/.test(path),
    scan: (text) => setup_cfg_requirementLists(text).flatMap((option) => setup_cfg_listed(option, text)),
    readsOthersAs: requirements,
    related: (path, text, tree) => {
        const known = new Set(tree);
        return setup_cfg_requirementLists(text)
            .flatMap((option) => includedFiles(option, text))
            .map((file) => resolvePath(folderOf(path), file))
            .filter((file) => file !== undefined && known.has(file));
    },
};
function setup_cfg_requirementLists(text) {
    return readIni(text).filter(({ section, key }) => section === 'options' ? requirementOptions.has(key.replaceAll('-', '_')) : section === 'options.extras_require');
}
function setup_cfg_listed(option, text) {
    const group = `${option.section} ${option.key}`;
    if (includedFiles(option, text).length > 0)
        return [];
    return items(option, text).flatMap(({ start, end }) => {
        const logical = plainText(text, start, end);
        // setuptools drops what stands behind ` #`.
        const comment = logical.text.search(/\s#/);
        const to = comment === -1 ? logical.text.length : comment;
        return requirementDeclaration(logical, { from: 0, to }, group) ?? [];
    });
}
/** A value on one line is a list with semicolons; on several lines, each is an item. */
function items({ lines, multiline }, text) {
    const [only] = lines;
    if (multiline || only === undefined)
        return lines;
    const found = [];
    for (let start = only.start; start <= only.end;) {
        const semicolon = text.indexOf(';', start);
        const end = semicolon === -1 || semicolon > only.end ? only.end : semicolon;
        found.push({ start, end });
        start = end + 1;
    }
    return found;
}
/** `file: a.txt, b.txt`: the requirements stand in those files. */
function includedFiles({ lines }, text) {
    const [first] = lines;
    const value = first === undefined ? '' : text.slice(first.start, first.end);
    if (first === undefined || !value.startsWith('file:'))
        return [];
    const rest = lines.slice(1).map(({ start, end }) => text.slice(start, end));
    return [value.slice('file:'.length), ...rest].flatMap((line) => line.split(',')).map((file) => file.trim());
}

;// CONCATENATED MODULE: ./lib/manifests/syntax/python.js


const python_space = /(?:[ \t\f\v]|\\\r?\n|#[^\r\n]*)+/y;
const python_name = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const number = /\.?\d[\w.]*/y;
const operator = /(?:\*\*|\/\/|<<|>>|[-+*/%@&|^<>=!:])=?|->|[~.,;]/y;
const stringStart = /(?:[rR]?[bB]|[bB][rR]|[uU]|[fFtT][rR]?|[rR][fFtT]?)?("""|'''|"|')/y;
const closers = { '(': ')', '[': ']', '{': '}' };
/**
 * readPython reads source into words, strings and bracket groups; comments are left out. Throws ManifestSyntaxError for
 * open strings and brackets that do not match.
 */
function readPython(text) {
    const root = [];
    const open = [];
    for (let at = python_skip(python_space, text, 0); at < text.length; at = python_skip(python_space, text, at)) {
        const nodes = open.at(-1)?.nodes ?? root;
        const character = text[at];
        if (character === '\n' || character === '\r') {
            if (open.length === 0)
                nodes.push({ kind: 'line-end', at });
            at += 1;
        }
        else if (character === '(' || character === '[' || character === '{') {
            const group = { kind: 'group', at, open: character, nodes: [] };
            nodes.push(group);
            open.push(group);
            at += 1;
        }
        else if (character === ')' || character === ']' || character === '}') {
            const group = open.pop();
            if (group === undefined || closers[group.open] !== character)
                throw unmatched(character, at);
            at += 1;
        }
        else {
            at = python_readWord(text, at, nodes);
        }
    }
    const [unclosed] = open;
    if (unclosed !== undefined)
        throw unmatched(unclosed.open, unclosed.at);
    return root;
}
function unmatched(bracket, at) {
    return new ManifestSyntaxError(`"${bracket}" has no partner`, at);
}
function python_skip(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
}
/** Reads one string, name, number or operator into `nodes`; gives the offset behind it. */
function python_readWord(text, at, nodes) {
    stringStart.lastIndex = at;
    const start = stringStart.exec(text);
    if (start !== null)
        return python_readString(text, at, start[0], nodes);
    for (const [kind, pattern] of [
        ['name', python_name],
        ['number', number],
        ['operator', operator],
    ]) {
        const end = python_skip(pattern, text, at);
        if (end === at)
            continue;
        nodes.push({ kind, at, text: text.slice(at, end) });
        return end;
    }
    return at + 1;
}
function python_readString(text, at, opening, nodes) {
    const prefix = opening.replace(/['"]+$/, '').toLowerCase();
    const quote = opening.slice(prefix.length);
    const start = at + opening.length;
    const end = python_closingQuote(text, start, quote);
    if (end === undefined)
        throw new ManifestSyntaxError('a string is not closed', at);
    const content = prefix.includes('r') ? plainText(text, start, end) : python_unescaped(text, start, end);
    nodes.push({ kind: 'string', at, content, formatted: /[ft]/.test(prefix) });
    return end + quote.length;
}
function python_closingQuote(text, start, quote) {
    for (let at = start; at < text.length; at += 1) {
        const character = text[at];
        if (character === '\\')
            at += text.startsWith('\\\r\n', at) ? 2 : 1;
        else if (text.startsWith(quote, at))
            return at;
        else if (quote.length === 1 && (character === '\n' || character === '\r'))
            return undefined;
    }
    return undefined;
}
const python_escapeSequence = /\\(?:\r\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[\w -]{1,100}\}|[0-7]{1,3}|.)/gs;
const python_shortEscapes = {
    '\n': '',
    '\r': '',
    '\r\n': '',
    '\\': '\\',
    "'": "'",
    '"': '"',
    a: '\u0007',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
function python_unescaped(text, start, end) {
    const raw = text.slice(start, end);
    if (!raw.includes('\\'))
        return plainText(text, start, end);
    const builder = new LogicalTextBuilder(text);
    let copied = start;
    for (const match of raw.matchAll(python_escapeSequence)) {
        const at = start + match.index;
        builder.copy(copied, at);
        copied = at + match[0].length;
        builder.decode(meaning(match[0].slice(1)), at, copied);
    }
    builder.copy(copied, end);
    return builder.build();
}
function meaning(sequence) {
    const short = python_shortEscapes[sequence];
    if (short !== undefined)
        return short;
    if (/^[0-7]+$/.test(sequence))
        return String.fromCharCode(Number.parseInt(sequence, 8));
    if (/^[xuU]./.test(sequence)) {
        const code = Number.parseInt(sequence.slice(1), 16);
        return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    }
    // An unknown escape keeps its backslash; a named character is never part of a requirement.
    return sequence.startsWith('N{') ? '\ufffd' : `\\${sequence}`;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/setup-py-strings.js



/**
 * stringDeclarations are the requirements in a string: one for each line, as setuptools reads it, or for each piece
 * between separators.
 */
function stringDeclarations(strings, group, separator = /\r\n|\n|\r/) {
    if (strings.some(({ formatted }) => formatted))
        return templateDeclarations(strings, group);
    const logical = joined(strings.map(({ content }) => content));
    return pieces(logical.text, separator).flatMap((range) => requirementDeclaration(logical, range, group) ?? []);
}
/** Pieces without the comment that setuptools drops: behind ` #`, or the whole of it. */
function pieces(text, separator) {
    const found = [];
    let from = 0;
    for (const piece of text.split(separator)) {
        from = text.indexOf(piece, from);
        const comment = piece.search(/(?:^|\s)#/);
        found.push({ from, to: from + (comment === -1 ? piece.length : comment) });
        from += piece.length;
    }
    return found;
}
/**
 * templateDeclarations tells of a requirement whose text is made at run time: the name is known when something that
 * ends a name follows it in the literal text.
 */
function templateDeclarations(strings, group) {
    const logical = joined(strings.map(({ content }) => content));
    const fixed = fixedText(logical);
    const requirement = readRequirement(fixed, 0, fixed.length);
    if (requirement === undefined || requirement.nameEnd === fixed.length)
        return [];
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
    ];
}
function fixedText({ text }) {
    const end = text.search(/[{%]/);
    return end === -1 ? text : text.slice(0, end);
}

;// CONCATENATED MODULE: ./lib/manifests/formats/setup-py-expressions.js

const keywords = new Set(['install_requires', 'setup_requires', 'tests_require', 'extras_require']);
/** Calls that hand their arguments on as the list they are. */
const transparentCalls = new Set(['list', 'tuple', 'sorted', 'set', 'frozenset', 'dict']);
const addingMethods = new Set(['append', 'extend', 'insert', 'add', 'update']);
/** Deeper nesting is no list of requirements any more. */
const setup_py_expressions_maxDepth = 40;
/**
 * requirementExpressions finds what is given to setuptools: keyword arguments and dictionary keys of its names,
 * variables of those names, and whatever variables these expressions mention. One text may come more than once.
 */
function requirementExpressions(nodes) {
    const assigned = new Map();
    const roots = [];
    for (const line of split(nodes, (node) => node.kind === 'line-end' || setup_py_expressions_isOperator(node, ';'))) {
        for (const [target, expression] of assignments(line)) {
            if (keywords.has(target))
                roots.push([target, expression]);
            const known = assigned.get(target);
            if (known === undefined)
                assigned.set(target, [expression]);
            else
                known.push(expression);
        }
    }
    roots.push(...givenByKeyword(nodes));
    const reader = new ExpressionReader(assigned);
    for (const [keyword, expression] of roots)
        reader.read(expression, keyword, 0);
    return reader.found;
}
/** `a = x`, `a: T = x`, `a += x`, `a["k"] = x`, `a.append(x)`: what is put where. */
function assignments(line) {
    const [first, second, third] = line;
    if (first?.kind !== 'name' || second === undefined)
        return [];
    if (setup_py_expressions_isOperator(second, '.') && third?.kind === 'name' && addingMethods.has(third.text)) {
        return line[3]?.kind === 'group' ? [[first.text, [line[3]]]] : [];
    }
    const equals = line.findIndex((node) => setup_py_expressions_isOperator(node, '=') || setup_py_expressions_isOperator(node, '+='));
    if (equals === -1)
        return [];
    const expression = line.slice(equals + 1);
    const key = second.kind === 'group' && second.open === '[' ? second.nodes[0] : undefined;
    const named = key?.kind === 'string' && keywords.has(key.content.text) ? key.content.text : first.text;
    return [[named, expression]];
}
/** Every `install_requires=…` argument and `"install_requires": …` entry, however deep. */
function givenByKeyword(nodes) {
    const found = [];
    const open = nodes.filter((node) => node.kind === 'group');
    for (let group = open.pop(); group !== undefined; group = open.pop()) {
        for (const node of group.nodes)
            if (node.kind === 'group')
                open.push(node);
        for (const item of setup_py_expressions_items(group)) {
            const [key, sign] = item;
            if (key?.kind === 'name' && keywords.has(key.text) && sign && setup_py_expressions_isOperator(sign, '=')) {
                found.push([key.text, item.slice(2)]);
            }
            else if (key?.kind === 'string' && keywords.has(key.content.text) && sign && setup_py_expressions_isOperator(sign, ':')) {
                found.push([key.content.text, item.slice(2)]);
            }
        }
    }
    return found;
}
class ExpressionReader {
    found = [];
    #assigned;
    #followed = new Set();
    constructor(assigned) {
        this.#assigned = assigned;
    }
    /** Reads `x if c else y`, `x or y` and `x + y` as all of their values. */
    read(expression, group, depth) {
        if (depth > setup_py_expressions_maxDepth)
            return;
        for (const value of alternatives(expression)) {
            const operands = split(value, (node) => setup_py_expressions_isOperator(node, '+'));
            const [first] = operands;
            if (operands.length > 1 && operands.some(startsWithString)) {
                if (first !== undefined && startsWithString(first)) {
                    this.found.push(...templateDeclarations(leadingStrings(first), group));
                }
            }
            else
                for (const operand of operands)
                    this.#operand(operand, group, depth);
        }
    }
    #operand(operand, group, depth) {
        const start = operand.findIndex(({ kind }) => kind !== 'operator');
        const [first, second] = operand.slice(start, start + 2);
        if (start === -1 || first === undefined)
            return;
        if (first.kind === 'string')
            this.#strings(operand.slice(start), group, depth);
        else if (first.kind === 'group')
            this.#group(first, group, depth);
        else if (first.kind === 'name') {
            if (second?.kind !== 'group' || second.open !== '(')
                this.#variable(first.text, group, depth);
            else if (transparentCalls.has(first.text))
                this.#group(second, group, depth);
        }
    }
    #variable(name, group, depth) {
        if (this.#followed.has(name))
            return;
        this.#followed.add(name);
        for (const expression of this.#assigned.get(name) ?? [])
            this.read(expression, group, depth + 1);
    }
    #group(bracket, group, depth) {
        for (const item of setup_py_expressions_items(bracket)) {
            const loop = item.findIndex((node) => isName(node, 'for'));
            if (loop !== -1) {
                this.read(iterable(item.slice(loop)), group, depth + 1);
                continue;
            }
            const mark = item.findIndex((node) => setup_py_expressions_isOperator(node, bracket.open === '{' ? ':' : '='));
            this.read(item.slice(mark + 1), group, depth + 1);
        }
    }
    /** Adjacent strings are one; a method call behind them splits them or fills them in. */
    #strings(nodes, group, depth) {
        const strings = leadingStrings(nodes);
        const [dot, method, call] = nodes.slice(strings.length);
        if (dot === undefined)
            this.found.push(...stringDeclarations(strings, group));
        else if (setup_py_expressions_isOperator(dot, '.') && method?.kind === 'name' && call?.kind === 'group') {
            if (/^(?:splitlines|strip|lstrip|rstrip|split)$/.test(method.text)) {
                this.found.push(...stringDeclarations(strings, group, method.text === 'split' ? separator(call) : undefined));
            }
            else if (method.text === 'join')
                this.#group(call, group, depth);
            else
                this.found.push(...templateDeclarations(strings, group));
        }
        else if (setup_py_expressions_isOperator(dot, '%'))
            this.found.push(...templateDeclarations(strings, group));
    }
}
/** What `split` splits at: its argument, or white space. */
function separator(call) {
    const [argument] = call.nodes;
    return argument?.kind === 'string' && argument.content.text !== '' ? argument.content.text : /\s+/;
}
/** The values an expression may have: both sides of `if … else`, and of `or` and `and`. */
function alternatives(expression) {
    const found = [[]];
    let isCondition = false;
    for (const node of expression) {
        if (isName(node, 'if'))
            isCondition = true;
        else if (isName(node, 'else') || (!isCondition && (isName(node, 'or') || isName(node, 'and')))) {
            isCondition = false;
            found.push([]);
        }
        else if (!isCondition)
            found.at(-1)?.push(node);
    }
    return found.filter(({ length }) => length > 0);
}
/** What a comprehension walks over. */
function iterable(loop) {
    const from = loop.findIndex((node) => isName(node, 'in')) + 1;
    const length = loop.slice(from).findIndex((node) => isName(node, 'if') || isName(node, 'for'));
    return loop.slice(from, length === -1 ? undefined : from + length);
}
function setup_py_expressions_items(group) {
    return split(group.nodes, (node) => setup_py_expressions_isOperator(node, ','));
}
function split(nodes, at) {
    const found = [[]];
    for (const node of nodes) {
        if (at(node))
            found.push([]);
        else
            found.at(-1)?.push(node);
    }
    return found.filter(({ length }) => length > 0);
}
function startsWithString([first]) {
    return first?.kind === 'string';
}
function leadingStrings(nodes) {
    const end = nodes.findIndex(({ kind }) => kind !== 'string');
    return nodes.slice(0, end === -1 ? undefined : end);
}
function setup_py_expressions_isOperator(node, text) {
    return node.kind === 'operator' && node.text === text;
}
function isName(node, text) {
    return node.kind === 'name' && node.text === text;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/setup-py.js




/** The setup.py format: string literals that reach setuptools as requirements. */
const setupPy = {
    id: 'setup.py',
    ecosystem: 'pypi',
    matches: (path) => /(?:^|\/)setup\.py$/.test(path),
    scan: (text) => {
        const found = new Map();
        for (const declaration of requirementExpressions(readPython(text))) {
            if (!found.has(declaration.at))
                found.set(declaration.at, declaration);
        }
        return [...found.values()].sort((one, other) => one.at - other.at);
    },
    related: (path, text, tree) => {
        const known = new Set(tree);
        return strings(readPython(text))
            .map((name) => resolvePath(folderOf(path), name))
            .filter((file) => file !== undefined && known.has(file) && requirements.matches(file));
    },
};
function strings(nodes) {
    const found = [];
    const open = [...nodes];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
        if (node.kind === 'string')
            found.push(node.content.text);
        if (node.kind === 'group')
            for (const inner of node.nodes)
                open.push(inner);
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/manifests/formats/version-catalog.js





/** The Gradle version catalog format (`gradle/libs.versions.toml`). */
const versionCatalog = {
    id: 'libs.versions.toml',
    ecosystem: 'maven',
    matches: (path) => /(?:^|\/)[^/]+\.versions\.toml$/.test(path),
    scan: (text, path) => {
        const root = readToml(text);
        const nameOf = versionNames(path);
        const libraries = version_catalog_entries(root, 'libraries');
        const users = libraries.flatMap(([alias, entry]) => library(alias, entry, nameOf));
        const plugins = version_catalog_entries(root, 'plugins').flatMap(([alias, entry]) => version_catalog_plugin(alias, entry, nameOf));
        const named = namesByVersion([...users, ...plugins]);
        return [
            ...version_catalog_entries(root, 'versions').flatMap(([key, entry]) => version(nameOf(key), entry, named.get(nameOf(key)) ?? [])),
            ...users,
            ...plugins,
            ...libraries.flatMap(([alias, entry]) => accessor(nameOf(alias).replace('.versions.', '.'), entry)),
        ].sort((one, other) => one.at - other.at);
    },
    read: tomlData,
    visibility: gradleVisibility,
    lockfiles: GRADLE_LOCKFILES,
};
function version_catalog_entries(root, section) {
    return [...tomlEntries(tomlAt(root, section))];
}
function versionNames(path) {
    const catalog = path.slice(path.lastIndexOf('/') + 1).split('.')[0];
    return (key) => `${catalog}.versions.${key.replace(/[-_]/g, '.')}`;
}
function namesByVersion(users) {
    const named = new Map();
    for (const { names, value } of users) {
        const piece = value.kind === 'template' ? value.pieces[0] : undefined;
        if (piece === undefined || !('variable' in piece))
            continue;
        const known = named.get(piece.variable);
        if (known === undefined)
            named.set(piece.variable, [...names]);
        else
            known.push(...names);
    }
    return named;
}
function version(name, { at, node }, users) {
    const group = '[versions]';
    return versionValues(node).map(([member, memberAt, value]) => member === 'reject'
        ? { role: 'exclusion', names: users, group: `${group} ${name} reject`, at: memberAt, value }
        : { role: 'variable', names: [name], group, at: member === '' ? at : memberAt, value });
}
const richMembers = ['strictly', 'require', 'prefer'];
/** The values of a version: a string's own, or those of the rich version's members, with what was rejected. */
function versionValues(node) {
    if (node.kind === 'string')
        return [['', node.at, wholeValue(node.content)]];
    if (node.kind !== 'table')
        return [];
    const values = richMembers.flatMap((member) => {
        const text = tomlAt(node, member);
        return text?.kind === 'string' ? [[member, text.at, wholeValue(text.content)]] : [];
    });
    return [...values, ...rejected(node)];
}
function rejected(node) {
    const reject = tomlAt(node, 'reject');
    const items = reject?.kind === 'array' ? reject.items : [reject];
    const texts = items.flatMap((item) => item?.kind === 'string' ? [['reject', item.at, wholeValue(item.content)]] : []);
    const all = tomlAt(node, 'rejectAll');
    if (all === undefined || !isTrue(all))
        return texts;
    return [...texts, ['rejectAll', all.at, { kind: 'opaque', reason: 'excluded-by-author', detail: 'rejectAll is set' }]];
}
function wholeValue(content) {
    return version_catalog_literal(partOf(content, 0, content.text.length));
}
function version_catalog_literal(part) {
    return { kind: 'literal', dialect: 'gradle', parts: [part] };
}
function library(alias, { at, node }, nameOf) {
    const group = `[libraries] ${alias}`;
    if (node.kind === 'string')
        return libraryString(node.content, group, at);
    if (node.kind !== 'table')
        return [];
    const module = tomlText(tomlAt(node, 'module')) ?? version_catalog_moduleOf(node);
    const family = module?.split(':')[0];
    if (module === undefined || family === undefined)
        return [];
    return versioned({ names: [module], family, group, at }, tomlAt(node, 'version'), nameOf);
}
/** Which module an accessor (`libs.b`) means, for scripts that say more about its version. */
function accessor(name, { at, node }) {
    const module = node.kind === 'string'
        ? node.content.text.split(':', 2).join(':')
        : node.kind === 'table'
            ? (tomlText(tomlAt(node, 'module')) ?? version_catalog_moduleOf(node))
            : undefined;
    if (module === undefined)
        return [];
    return [{ role: 'variable', names: [name], group: '[libraries]', at, value: { kind: 'name', text: module } }];
}
function version_catalog_moduleOf(node) {
    const group = tomlText(tomlAt(node, 'group'));
    const name = tomlText(tomlAt(node, 'name'));
    return group === undefined || name === undefined ? undefined : `${group}:${name}`;
}
function libraryString(content, group, at) {
    const [family, name] = content.text.split(':');
    if (!family || !name)
        return [];
    const from = family.length + name.length + 2;
    const value = from < content.text.length ? version_catalog_literal(partOf(content, from, content.text.length)) : version_catalog_unversioned;
    return [{ role: 'package', names: [`${family}:${name}`], family, group, at, value }];
}
const version_catalog_unversioned = { kind: 'managed', by: 'a platform or constraint' };
function version_catalog_plugin(alias, { at, node }, nameOf) {
    const group = `[plugins] ${alias}`;
    if (node.kind === 'string') {
        const { content } = node;
        const colon = content.text.indexOf(':');
        if (colon === -1)
            return [];
        const value = version_catalog_literal(partOf(content, colon + 1, content.text.length));
        return [{ role: 'package', ...pluginIdentity(content.text.slice(0, colon)), group, at, value }];
    }
    const id = tomlText(tomlAt(node, 'id'));
    return id === undefined ? [] : versioned({ ...pluginIdentity(id), group, at }, tomlAt(node, 'version'), nameOf);
}
/** A string, `{ ref = "key" }` or a rich version; one declaration for each text that carries a version. */
function versioned(owner, node, nameOf) {
    const reference = node === undefined ? undefined : tomlText(tomlAt(node, 'ref'));
    if (reference !== undefined) {
        const pieces = [{ variable: nameOf(reference) }];
        return [{ role: 'package', ...owner, value: { kind: 'template', dialect: 'gradle', pieces } }];
    }
    const values = node === undefined ? [] : versionValues(node);
    if (values.length === 0)
        return [{ role: 'package', ...owner, value: version_catalog_unversioned }];
    return values.map(([member, at, value]) => member === 'reject'
        ? { role: 'exclusion', names: owner.names, group: `${owner.group} reject`, at, value }
        : { role: 'package', ...owner, at: member === '' ? owner.at : at, value });
}

;// CONCATENATED MODULE: ./lib/manifests/formats/yarnrc.js



/** .yarnrc.yml: the default catalog and named catalogs. */
const yarnrc = {
    id: '.yarnrc.yml',
    ecosystem: 'npm',
    lockfiles: ['yarn.lock'],
    matches: (path) => /(?:^|\/)\.yarnrc\.yml$/.test(path),
    scan: (text) => [...yaml_catalogs_catalogDeclarations(parseYaml(text))].sort((a, b) => a.at - b.at),
    read: yamlData,
    readUpTo: LIBRARY_LIMIT,
};

;// CONCATENATED MODULE: ./lib/manifests/formats/index.js
























/** Every format there is. A new manifest is one file and one line here. */
const formats = [
    pnpmWorkspace,
    yarnrc,
    packageJson,
    composerJson,
    mavenPom,
    // Before MSBuild's, whose files may have the same name.
    gradleVersionsProps,
    nugetProject,
    nugetPackagesConfig,
    globalJson,
    dotnetTools,
    mavenExtensions,
    tychoTarget,
    requirements,
    pyproject,
    pipfile,
    goMod,
    cargoToml,
    versionCatalog,
    gradleBuild,
    gradleProperties,
    gradleLogic,
    setupCfg,
    setupPy,
    // Behind setup.py, which is a script too.
    pythonScript,
    gemfile,
    gemspec,
];

;// CONCATENATED MODULE: ./lib/manifests/splice.js
const BOM = '\uFEFF';
/**
 * Decodes a manifest without loss: strict UTF-8, a BOM stays in front of the text. Bytes that are no UTF-8 come back as
 * an `unparseable` refusal (a value, not a throw).
 */
function decodeManifest(bytes, path) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return {
            code: 'unparseable',
            message: `${path ?? 'The manifest'} is not UTF-8${looksLikeUtf16(bytes) ? ' (it starts like UTF-16)' : ''}.`,
            hint: 'Save the file as UTF-8, or raise the version there by hand.',
            ...(path === undefined ? {} : { path }),
        };
    }
}
function looksLikeUtf16(bytes) {
    return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
/** The UTF-8 bytes of a manifest's text; the inverse of `decodeManifest`, BOM included. */
function encodeManifest(text) {
    return new TextEncoder().encode(text);
}
/** A text without its byte order mark, and the mark (empty when there was none). */
function splitBom(text) {
    return text.startsWith(BOM) ? { bom: BOM, body: text.slice(1) } : { bom: '', body: text };
}
/**
 * Applies splices given in any order. Throws a RangeError when one lies outside the text or two overlap: the caller made
 * them, so that is a fault of the program. Two insertions at one place count as an overlap, their order being unsaid.
 */
function applySplices(text, splices) {
    const ordered = inOrder(splices);
    let result = '';
    let position = 0;
    let previous;
    for (const { span, text: replacement } of ordered) {
        if (!isWithin(span, text.length))
            throw new RangeError(`splice ${span.start}-${span.end} is outside the text`);
        if (previous && (span.start < previous.end || span.start === previous.start)) {
            throw new RangeError(`splices ${previous.start}-${previous.end} and ${span.start}-${span.end} overlap`);
        }
        result += text.slice(position, span.start) + replacement;
        position = span.end;
        previous = span;
    }
    return result + text.slice(position);
}
/** The splices that turn `applySplices(text, splices)` back into `text`. */
function inverseSplices(text, splices) {
    let shift = 0;
    return inOrder(splices).map(({ span, text: replacement }) => {
        const start = span.start + shift;
        shift += replacement.length - (span.end - span.start);
        return { span: { start, end: start + replacement.length }, text: text.slice(span.start, span.end) };
    });
}
/** The 1-based line of an offset; `\n`, `\r\n` and a lone `\r` each end one line. */
function lineOf(text, offset) {
    return linesOf(text)(offset);
}
/** As `lineOf`, for many offsets of one text: the lines are counted once, and each look-up halves its way to the answer. */
function linesOf(text) {
    const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)];
    return (offset) => {
        let low = 0;
        let high = starts.length;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        return low + 1;
    };
}
function inOrder(splices) {
    return [...splices].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
function isWithin({ start, end }, length) {
    return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
}

;// CONCATENATED MODULE: ./lib/manifests/plan/adopt.js


/** The format that reads this path, the wanted ecosystem's first; undefined when the path is no known manifest. */
function adopt_formatOf(path, ecosystem) {
    const place = cleanPath(path);
    return formats.find((format) => (!ecosystem || format.ecosystem === ecosystem) && format.matches(place));
}
/** The paths of `tree` that a manifest read with `format` leans on; none when its text cannot be read. */
function leansOn({ path, text }, format, tree) {
    try {
        const found = format.related?.(cleanPath(path), splitBom(text).body, tree) ?? [];
        return [...new Set(found)].filter((other) => other !== path);
    }
    catch {
        return [];
    }
}
/** The format of a file that a manifest in `format` leans on and whose own name says nothing (`-r base.lst`). */
function adoptedFormat(path, format) {
    return adopt_formatOf(path) ? undefined : (format.readsOthersAs ?? format);
}
/**
 * Formats for those of the files, by clean path, whose names say nothing, from the files that lean on them, however
 * many steps away.
 */
function adoptedFormats(manifests, ecosystem) {
    const nameless = new Map(manifests.filter(({ path }) => !adopt_formatOf(path)).map((manifest) => [cleanPath(manifest.path), manifest]));
    const adopted = new Map();
    if (nameless.size === 0)
        return adopted;
    const tree = [...nameless.keys()];
    const lastNames = tree.map((path) => path.slice(path.lastIndexOf('/') + 1));
    const open = manifests.flatMap((manifest) => {
        const format = adopt_formatOf(manifest.path, ecosystem);
        return format ? [{ manifest, format }] : [];
    });
    for (let next = open.pop(); next; next = open.pop()) {
        const { manifest, format } = next;
        // Reading for references costs a parse, so only a text that holds one of the names is read.
        if (!format.related || !lastNames.some((name) => manifest.text.includes(name)))
            continue;
        for (const path of leansOn(manifest, format, tree)) {
            const target = nameless.get(path);
            const own = adoptedFormat(path, format);
            if (!target || !own || adopted.has(path))
                continue;
            adopted.set(path, own);
            open.push({ manifest: target, format: own });
        }
    }
    return adopted;
}
/** A path without `./`, empty segments and `..`, so that `./app/../pom.xml` and `pom.xml` are one place. */
function cleanPath(path) {
    const segments = [];
    for (const segment of path.split('/')) {
        if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..')
            segments.pop();
        else if (segment !== '' && segment !== '.')
            segments.push(segment);
    }
    return segments.join('/');
}

;// CONCATENATED MODULE: ./lib/manifests/discovery.js


const SKIPPED = new Set([
    'node_modules',
    'vendor',
    'bower_components',
    'third_party',
    '__tests__',
    '__fixtures__',
    'test',
    'tests',
    'testdata',
    'fixtures',
]);
/** The format that a batch reads this path with, or undefined when it is no known manifest. Looks at the path only. */
function manifestFormatOf(path, ecosystem) {
    const format = adopt_formatOf(path, ecosystem);
    return format?.byHand ? undefined : format;
}
/**
 * The paths of a repository that are manifests and stand in no folder of foreign or test code: where to look when the
 * caller names no files.
 */
function findableManifests(tree, ecosystem) {
    return tree.filter((path) => {
        const folders = path.split('/').slice(0, -1);
        return !folders.some((folder) => SKIPPED.has(folder)) && manifestFormatOf(path, ecosystem) !== undefined;
    });
}
/**
 * The paths of `tree` that this manifest leans on (includes, parents, catalogs), without itself. Empty when the text
 * cannot be read. `format` is wanted for a file whose own name says nothing; `adoptedFormat` gives it.
 */
function relatedPaths(path, text, tree, format = adopt_formatOf(path)) {
    return format ? leansOn({ path, text }, format, tree).filter((other) => !adopt_formatOf(other)?.byHand) : [];
}
/**
 * Where lockfiles that go stale with this manifest may stand: its format's lockfile names beside it and in every folder
 * above, nearest first.
 */
function lockfilesOf(path) {
    const names = adopt_formatOf(path)?.lockfiles ?? [];
    const folders = cleanPath(path).split('/').slice(0, -1);
    return [...folders.keys(), folders.length]
        .reverse()
        .flatMap((depth) => names.map((name) => [...folders.slice(0, depth), name].join('/')));
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./lib/manifests/constraints/segments.js
/** Orders two runs of ASCII digits as numbers of any length. */
function compareDigits(a, b) {
    const left = a.replace(/^0+(?=\d)/, '');
    const right = b.replace(/^0+(?=\d)/, '');
    return left.length - right.length || compareText(left, right);
}
/** Orders two texts by their UTF-16 code units. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** Cuts a version at the end of its leading dotted numbers; undefined when it does not start with a number. */
function numbered(version) {
    const found = /^(v?)(\d+(?:\.\d+)*)(.*)$/is.exec(version);
    if (found === null)
        return undefined;
    const [, prefix = '', digits = '', rest = ''] = found;
    return { prefix, numbers: digits.split('.'), rest };
}
/** `1.5` as an ecosystem whose versions have three numbers spells it: `1.5.0`. Any other text comes back as it is. */
function withThreeNumbers(version) {
    if (!/^v?\d{1,32}(?:\.\d{1,32})?$/.test(version))
        return version;
    return version.includes('.') ? `${version}.0` : `${version}.0.0`;
}
/** The numbers with `index` one higher and everything after it zero, as many as there were or `length`. */
function bump(numbers, index, length = numbers.length) {
    return Array.from({ length: Math.max(length, index + 1) }, (_, at) => {
        if (at > index)
            return '0';
        return at === index ? successor(numbers[at] ?? '0') : (numbers[at] ?? '0');
    });
}
/**
 * The next exclusive ceiling above safe at the granularity of the old one: `2.0` over 2.1 is `3.0`, `1.5.0` over
 * 1.6.2 is `1.7.0`. What follows the numbers stays. Undefined when either does not start with numbers.
 */
function nextCeiling(ceiling, safe) {
    const old = numbered(ceiling);
    const floor = numbered(safe);
    if (old === undefined || floor === undefined)
        return undefined;
    const granularity = Math.max(0, old.numbers.findLastIndex((digits) => /[1-9]/.test(digits)));
    return (old.prefix + bump(floor.numbers, granularity, old.numbers.length).slice(0, old.numbers.length).join('.') + old.rest);
}
/** Versions around and below `version`, to probe a constraint with: neighbours in each number, and pre-releases. */
function lowerNeighbours(version) {
    const cut = numbered(version);
    if (cut === undefined)
        return [];
    const { prefix, numbers } = cut;
    const plain = prefix + numbers.join('.');
    const found = ['0', '0.0.0', '0.0.1', `${plain}-0`, `${plain}-alpha`, `${plain}-alpha.1`, `${plain}-rc.1`];
    found.push(`${plain}-SNAPSHOT`, `${plain}-dev`);
    numbers.forEach((digits, at) => {
        if (!/[1-9]/.test(digits))
            return;
        const head = [...numbers.slice(0, at), predecessor(digits)];
        const tail = numbers.slice(at + 1);
        found.push(...[tail.map(() => '0'), tail.map(() => '9999')].map((end) => prefix + [...head, ...end].join('.')));
        found.push(`${prefix}${[...head, ...tail].join('.')}-rc.1`);
    });
    return found;
}
function successor(digits) {
    return String(BigInt(digits) + 1n);
}
function predecessor(digits) {
    return String(BigInt(digits) - 1n);
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/outcome.js

/** Longest text that counts as one version; Maven and node-semver draw the same line. */
const longestVersion = 256;
/** Longest text that is read as a constraint; a longer one was not written by a person. */
const longestConstraint = 4096;
/** The constraint admits nothing below safe: it stays. */
const already = { kind: 'keep', why: 'already' };
/** The constraint has no floor, as its author chose: it stays and is reported. */
const unbounded = { kind: 'keep', why: 'unbounded' };
/** One new text for each part, in order. */
function write(...parts) {
    return { kind: 'write', parts };
}
/** A refusal of the dialect, with what was met and what a person can do. */
function refuse(code, message, hint) {
    return { kind: 'refuse', code, message, hint };
}
/** The constraint is not in a grammar that can be raised with certainty. */
function outcome_unsupported(constraint, why) {
    return refuse('unsupported-constraint', `The constraint ${shown(constraint)} ${why}.`, 'Change this version by hand, or write it in a form that the package manager documents.');
}
/** A commit of a git repository, as JitPack takes it, or a branch that moves: neither has a place in an order of versions. */
function isRevision(text) {
    if (/^(?:main|master|develop|trunk)-SNAPSHOT$/.test(text))
        return true;
    return /^[0-9a-f]{40}$/i.test(text) || /^(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,40}$/.test(text);
}
/** Safe lies in versions that the author left out on purpose. */
function excludedByAuthor(constraint, safe) {
    return refuse('excluded-by-author', `The constraint ${shown(constraint)} leaves out ${safe} although it admits versions around it.`, 'Ask for a version that the constraint admits, or lift the exclusion by hand.');
}
/** The safe version itself is not a version of this ecosystem. */
function notAVersion(safe) {
    return refuse('unsupported-constraint', `${shown(safe)} is not one version in this ecosystem.`, 'Give the safe version as the registry writes it.');
}
/** A declaration without a version: left alone, or given `floor` when floors are asked for and there is a place. */
function outcome_bareName(options, floor) {
    return options.strictFloor && options.canAppend ? write(floor) : unbounded;
}
/**
 * Lets a rewrite of one part through only when its result would be left alone as already safe (the exact computation),
 * admits safe, and admits none of the versions just below it; anything else is refused. `except` names versions below
 * safe that the ecosystem's own notation cannot shut out.
 */
function proved({ dialect, rewriteOne, except = () => false }, part, safe, options) {
    const rewrite = rewriteOne(part, safe, options);
    const [after] = rewrite.kind === 'write' ? rewrite.parts : [];
    if (after === undefined)
        return rewrite;
    const again = rewriteOne(after, safe, { ...options, strictFloor: true });
    const leaks = (version) => dialect.isVersion(version) &&
        dialect.compare(version, safe) < 0 &&
        !except(version) &&
        dialect.admits([after], version);
    const floored = again.kind === 'keep' && again.why === 'already';
    const proven = floored && dialect.admits([after], safe) && !lowerNeighbours(safe).some(leaks);
    return proven ? rewrite : outcome_unsupported(part, `cannot be raised so that ${safe} is the lowest version it admits`);
}
function shown(text) {
    return text.length > 80 ? `"${text.slice(0, 80)}…"` : `"${text}"`;
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/cargo-clauses.js


const mostComparators = 32;
const comparator = /^((?:[<>]=?|=|~|\^)?\s*)(?:(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?)?)?)?((?:\.?[*xX])*)$/;
/** Reads a requirement into its comparators; undefined when cargo would refuse it. */
function readCargo(text) {
    const clauses = [];
    let at = 0;
    for (const piece of text.split(',', mostComparators + 1)) {
        const trimmed = piece.trim();
        const start = at + piece.length - piece.trimStart().length;
        const clause = trimmed.length > longestVersion ? undefined : clauseOf(trimmed, start);
        if (clause === undefined)
            return undefined;
        clauses.push(clause);
        at += piece.length + 1;
    }
    if (clauses.length > mostComparators)
        return undefined;
    return clauses.length > 1 && clauses.some(({ kind }) => kind === 'any') ? undefined : clauses;
}
function clauseOf(text, start) {
    const found = comparator.exec(text);
    if (found === null)
        return undefined;
    const [, lead = '', major, minor, patch, pre, stars = ''] = found;
    const place = { start, end: start + text.length };
    const operator = lead.trim();
    if (major === undefined) {
        return operator === '' && /^[*xX]$/.test(stars)
            ? { ...place, kind: 'any', raised: (safe) => `>=${safe}` }
            : undefined;
    }
    const numbers = [major, minor, patch].filter((number) => number !== undefined);
    const wild = stars.length / 2;
    if (!/^(?:\.[*xX])*$/.test(stars) || numbers.length + wild > 3)
        return undefined;
    const core = [major, minor ?? '0', patch ?? '0'].join('.');
    const read = {
        text,
        lead,
        operator: wild > 0 && operator === '' ? '*' : operator,
        numbers,
        version: text.slice(lead.length, text.length - stars.length),
        full: pre === undefined ? core : `${core}-${pre}`,
    };
    return { ...place, ...(pre === undefined ? {} : { prereleaseOf: core }), ...cargo_clauses_meaning(read) };
}
function cargo_clauses_meaning(read) {
    const { lead, numbers, full } = read;
    const partial = numbers.length < 3;
    const past = pastPart(numbers, numbers.length - 1);
    const toSafe = (safe) => lead + safe;
    switch (read.operator) {
        case '>=':
            return { kind: 'floor', lower: { version: full, inclusive: true }, raised: toSafe };
        case '>': {
            const lower = partial ? { version: past, inclusive: true } : { version: full, inclusive: false };
            return { kind: 'floor', lower, raised: (safe) => lead.replace('>', '>=') + safe };
        }
        case '<': {
            const upper = { version: partial ? `${full}-0` : full, inclusive: false };
            return { kind: 'ceiling', upper, raised: (safe) => withCeiling(lead, nextCeiling(read.version, safe)) };
        }
        case '<=': {
            const upper = partial ? { version: `${past}-0`, inclusive: false } : { version: full, inclusive: true };
            return { kind: 'ceiling', upper, raised: toSafe };
        }
        default:
            return span(read);
    }
}
function withCeiling(lead, ceiling) {
    return ceiling === undefined ? undefined : lead + ceiling;
}
/** The first version past everything that shares the numbers up to `index`. */
function pastPart(numbers, index) {
    return bump(numbers, index, 3).join('.');
}
function span(read) {
    const reach = reachOf(read.operator, read.numbers);
    const upper = reach === 'exact'
        ? { version: read.full, inclusive: true }
        : { version: `${pastPart(read.numbers, reach)}-0`, inclusive: false };
    return {
        kind: 'span',
        lower: { version: read.full, inclusive: true },
        upper,
        raised: (safe, joiner) => raisedSpan(read, reach, safe, joiner),
    };
}
/** Which number the ceiling is one higher in: 0 major, 1 minor, 2 patch. */
function reachOf(operator, numbers) {
    if (operator === '~')
        return numbers.length === 1 ? 0 : 1;
    if (operator === '=' && numbers.length === 3)
        return 'exact';
    return operator === '=' || operator === '*' ? numbers.length - 1 : caretReach(numbers);
}
function caretReach(numbers) {
    const first = numbers.findIndex((number) => number !== '0');
    return first < 0 ? numbers.length - 1 : first;
}
/**
 * A span says safe with an operator that keeps how far it reaches. Where none does (`^0` reaches 1.0, `^0.5.0` only
 * 0.6), the old comparator stays as the ceiling beside a floor.
 */
function raisedSpan({ lead, operator, numbers, text }, reach, safe, joiner) {
    if (reach === 'exact')
        return lead + safe;
    const target = safe.split('-')[0].split('.');
    const beside = `${text}${joiner}>=${safe}`;
    if (operator === '' || operator === '^') {
        const inside = numbers.slice(0, reach + 1).every((number, at) => number === target[at]);
        return inside && caretReach(target) !== reach ? beside : lead + safe;
    }
    if (reach === 1)
        return (operator === '~' ? lead : '~') + safe;
    return caretReach(target) === 0 ? `^${safe}` : beside;
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/clauses.js
/** Is the version inside the clause's interval? */
function within({ lower, upper }, version, { compare }) {
    return isAbove(version, lower, compare) && isUnder(version, upper, compare);
}
function isAbove(version, bound, compare) {
    if (bound === undefined)
        return true;
    const order = compare(version, bound.version);
    return order > 0 || (order === 0 && bound.inclusive);
}
function isUnder(version, bound, compare) {
    if (bound === undefined)
        return true;
    const order = compare(version, bound.version);
    return order < 0 || (order === 0 && bound.inclusive);
}
/** Does the set of clauses admit nothing below safe? */
function hasFloorOf(clauses, safe, { compare }) {
    return clauses.some(({ lower }) => lower !== undefined && compare(lower.version, safe) >= 0);
}
/** Do the clauses contradict each other, so that no version satisfies them? */
function isEmpty(clauses, grammar) {
    let lower;
    let upper;
    for (const clause of clauses) {
        if (clause.lower !== undefined && (lower === undefined || narrows(clause.lower, lower, grammar, 1)))
            lower = clause.lower;
        if (clause.upper !== undefined && (upper === undefined || narrows(clause.upper, upper, grammar, -1)))
            upper = clause.upper;
    }
    if (lower === undefined || upper === undefined)
        return false;
    const order = grammar.compare(lower.version, upper.version);
    return order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive));
}
function narrows(bound, than, { compare }, side) {
    const order = compare(bound.version, than.version) * side;
    return order > 0 || (order === 0 && !bound.inclusive);
}
/** Is safe above everything that the clauses admit? */
function isBelow(clauses, safe, { compare }) {
    return clauses.some(({ upper }) => !isUnder(safe, upper, compare));
}
/**
 * The text with its clauses raised: a ceiling that shuts safe out goes up, then the highest explicit floor, else the
 * first span; where nothing of the kind is there, a floor is written before the ceiling or, with only holes, at the end.
 * Undefined when a clause cannot be raised.
 */
function raiseClauses(text, clauses, safe, grammar) {
    const joiner = joinerOf(text, clauses, grammar);
    const edits = new Map();
    const raise = (clause) => {
        const raised = clause.raised(safe, joiner);
        if (raised !== undefined)
            edits.set(clause, raised);
        return raised !== undefined;
    };
    const outgrown = clauses.filter((clause) => !isUnder(safe, clause.upper, grammar.compare));
    if (!outgrown.every(raise))
        return undefined;
    const floor = floorToRaise(clauses, safe, grammar, edits);
    if (floor !== undefined && !raise(floor))
        return undefined;
    if (floor === undefined && !outgrown.some(({ kind }) => kind === 'span') && !hasFloorOf(clauses, safe, grammar)) {
        return withFloor(text, clauses, edits, `>=${safe}`, joiner);
    }
    return spliced(text, edits);
}
/** The clause whose lower end has to come up: the highest `>=`, else a span that still reaches below safe. */
function floorToRaise(clauses, safe, grammar, edits) {
    if (hasFloorOf(clauses, safe, grammar))
        return undefined;
    const floors = clauses.filter(({ kind }) => kind === 'floor');
    if (floors.length > 0)
        return floors.reduce((a, b) => (grammar.compare(lowerOf(b), lowerOf(a)) > 0 ? b : a));
    const spans = clauses.filter(({ kind }) => kind === 'span');
    return spans.some((span) => edits.has(span)) ? undefined : spans[0];
}
function lowerOf({ lower }) {
    return lower?.version ?? '';
}
function withFloor(text, clauses, edits, floor, joiner) {
    const before = clauses.find(({ kind }) => kind === 'ceiling');
    if (before !== undefined) {
        const spaced = /^<=?(\s*)/.exec(text.slice(before.start, before.end))?.[1] ?? '';
        const inserted = floor.replace('>=', `>=${spaced}`);
        return spliced(text, new Map([...edits, [before, inserted + joiner + (edits.get(before) ?? clauses_textOf(text, before))]]));
    }
    const last = clauses[clauses.length - 1];
    return spliced(text, new Map([...edits, [last, clauses_textOf(text, last) + joiner + floor]]));
}
/** The author's own separator: what stands between the first two clauses. */
function joinerOf(text, [first, second], { joiner }) {
    return first === undefined || second === undefined ? joiner : text.slice(first.end, second.start);
}
function clauses_textOf(text, { start, end }) {
    return text.slice(start, end);
}
function spliced(text, edits) {
    let out = '';
    let at = 0;
    for (const [{ start, end }, replacement] of [...edits].sort(([a], [b]) => a.start - b.start)) {
        out += text.slice(at, start) + replacement;
        at = end;
    }
    return out + text.slice(at);
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/cargo.js





/**
 * Cargo's version requirements: comparators joined by commas, where a bare version is a caret. A pre-release is
 * admitted only where a comparator names a pre-release of the very same version.
 */
const cargo = { dialect: 'cargo', isVersion: cargo_isVersion, compare, admits, rewrite };
const grammar = { compare, joiner: ', ' };
const shape = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
/** An advisory may say `1.5` for 1.5.0. */
function parsed(version) {
    const text = withThreeNumbers(version);
    return text.length <= longestVersion && shape.test(text) ? semver.parse(text) : null;
}
function cargo_isVersion(text) {
    return parsed(text) !== null;
}
function compare(a, b) {
    const left = parsed(a);
    const right = parsed(b);
    if (left === null || right === null)
        return left !== null ? -1 : right !== null ? 1 : compareText(a, b);
    return left.compare(right);
}
function admits(parts, version) {
    const candidate = parsed(version);
    return candidate !== null && parts.every((part) => admitsAll(readCargo(part), candidate));
}
function admitsAll(clauses, candidate) {
    if (clauses?.every((clause) => within(clause, candidate.version, grammar)) !== true)
        return false;
    const core = `${candidate.major}.${candidate.minor}.${candidate.patch}`;
    return candidate.prerelease.length === 0 || clauses.some(({ prereleaseOf }) => prereleaseOf === core);
}
function rewrite(parts, safe, options) {
    const to = parsed(safe);
    if (to === null)
        return notAVersion(safe);
    const [part, ...others] = parts;
    // A requirement takes no build metadata.
    if (part === undefined)
        return outcome_bareName(options, to.version);
    if (others.length > 0)
        return outcome_unsupported(parts.join(' '), 'is several requirements where cargo takes one');
    return proved({ dialect: cargo, rewriteOne }, part, to.version, options);
}
function rewriteOne(part, safe, { strictFloor }) {
    const clauses = readCargo(part);
    if (clauses === undefined)
        return outcome_unsupported(part, 'is not a version requirement of cargo');
    if (isEmpty(clauses, grammar))
        return outcome_unsupported(part, 'admits no version at all');
    if (hasFloorOf(clauses, safe, grammar))
        return already;
    if (clauses.every(({ kind }) => kind === 'any'))
        return strictFloor ? write(part.replace(/\S+/, `>=${safe}`)) : unbounded;
    const raised = raiseClauses(part, clauses, safe, grammar);
    return raised === undefined ? outcome_unsupported(part, 'has a comparator that cannot be raised') : write(raised);
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/composer-order.js


/** How finished a version is, from the least; `patch` is after the release. */
const stabilities = ['dev', 'alpha', 'beta', 'rc', 'stable', 'patch'];
const composer_order_shape = /^v?(\d+(?:\.\d+){0,3})(?:[._-]?(stable|beta|b|rc|alpha|a|patch|pl|p)((?:[.-]?\d+(?:[.-]\d+)*)?))?([._-]?dev)?(?:\+[^\s,|]+)?$/i;
const composer_order_short = new Map([
    ['a', 'alpha'],
    ['b', 'beta'],
    ['p', 'patch'],
    ['pl', 'patch'],
]);
/** Reads a version; undefined for branches (`dev-main`, `1.x-dev`), dates with dashes, and anything that is no version. */
function readComposer(text) {
    const found = text.length > longestVersion ? null : composer_order_shape.exec(text);
    if (found === null)
        return undefined;
    const [, numbers = '', word, counters = '', dev] = found;
    const named = word?.toLowerCase() ?? 'stable';
    return {
        numbers: numbers.split('.'),
        stability: composer_order_short.get(named) ?? named,
        counters: named === 'stable' ? [] : (counters.match(/\d+/g) ?? []),
        dev: dev !== undefined,
        explicit: word !== undefined || dev !== undefined,
    };
}
/** Orders two versions as Composer does (PHP's `version_compare` over the normalised texts). */
function compareComposer(a, b) {
    for (const at of [0, 1, 2, 3]) {
        const order = compareDigits(a.numbers[at] ?? '0', b.numbers[at] ?? '0');
        if (order !== 0)
            return order;
    }
    return rank(a) - rank(b) || compareCounters(a.counters, b.counters) || Number(b.dev) - Number(a.dev);
}
function rank({ stability, dev }) {
    return stabilities.indexOf(stability === 'stable' && dev ? 'dev' : stability);
}
function compareCounters(a, b) {
    for (let at = 0; at < Math.min(a.length, b.length); at++) {
        const order = compareDigits(a[at], b[at]);
        if (order !== 0)
            return order;
    }
    return a.length - b.length;
}
/** How stable a version is for `minimum-stability`: a patch counts as stable, anything with `-dev` as dev. */
function stabilityOf({ stability, dev }) {
    if (dev)
        return 0;
    return Math.min(stabilities.indexOf(stability), stabilities.indexOf('stable'));
}
/** The rank of a stability flag (`@beta`), without regard to case; undefined when it is none. */
function rankOfFlag(flag) {
    const at = stabilities.indexOf(flag.toLowerCase());
    return at < 0 || flag.toLowerCase() === 'patch' ? undefined : at;
}
/** Orders two texts; texts that are no versions come after all versions, by code unit. */
function compareComposerTexts(a, b) {
    const left = readComposer(a);
    const right = readComposer(b);
    if (left === undefined || right === undefined) {
        return left !== undefined ? -1 : right !== undefined ? 1 : compareText(a, b);
    }
    return compareComposer(left, right);
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/composer-clauses.js



const clause = /((?:<>|!=|[<>]=?|==?)\s*|[~^]|)(v?)([^\s,|@]*)(@[A-Za-z]+)?(?:( +- +)(v?)([^\s,|@]+)(@[A-Za-z]+)?|( +as +[^\s,|]+))?(?=[\s,|]|$)/iy;
/** Reads the clause at an offset of a constraint, and where it ends; undefined when Composer would refuse it. */
function readClause(constraint, at) {
    clause.lastIndex = at;
    const found = clause.exec(constraint);
    if (found === null || found[0] === '' || found[0].length > longestVersion)
        return undefined;
    const [text, lead = '', v = '', token = '', flagged = '', dash, toV = '', to = '', toFlagged = '', alias = ''] = found;
    const flag = (toFlagged || flagged).slice(1);
    if (flag !== '' && rankOfFlag(flag) === undefined)
        return undefined;
    const place = { start: at, end: at + text.length, ...(flag === '' ? {} : { flag: rankOfFlag(flag) }) };
    if (dash !== undefined) {
        const low = readComposer(token);
        const high = readComposer(to);
        if (lead !== '' || flagged !== '' || low === undefined || high === undefined)
            return undefined;
        return { ...place, ...hyphen({ v, token, low, dash, toV, to, high, tail: toFlagged }) };
    }
    if (lead === '' && /^(?:[*x](?:\.[*x])*)?$/i.test(token)) {
        if (token === '' && flag === '')
            return undefined;
        return { ...place, kind: 'any', named: stable, raised: (safe) => `>=${safe}${flagged}` };
    }
    const operator = lead.trim();
    const wildcard = /^(\d+(?:\.\d+){0,2})(?:\.[*x])+$/i.exec(token);
    if (wildcard !== null && operator !== '')
        return undefined;
    const written = wildcard?.[1] ?? token;
    const version = readComposer(written);
    if (version === undefined || (alias !== '' && (operator !== '' || wildcard !== null)))
        return undefined;
    const read = { text, lead: lead + v, operator, version, wild: wildcard !== null, written, tail: flagged + alias };
    return { ...place, named: stabilityOf(version), ...composer_clauses_meaning({ ...read, flag: flag === '' ? undefined : flag }) };
}
const stable = stabilityOf({ numbers: [], stability: 'stable', counters: [], dev: false, explicit: false });
function composer_clauses_meaning(read) {
    const { operator, written, lead, tail } = read;
    const toSafe = (safe) => lead + safe + tail;
    switch (operator) {
        case '>=':
            return { kind: 'floor', lower: incl(written), from: incl(edge(read)), raised: toSafe };
        case '>': {
            const lower = { version: written, inclusive: false };
            const from = { version: suffixed(read) ?? written, inclusive: false };
            return { kind: 'floor', lower, from, raised: (safe) => toSafe(safe).replace('>', '>=') };
        }
        case '<': {
            const raised = (safe) => around(lead, nextCeiling(written, safe), tail);
            return { kind: 'ceiling', upper: { version: edge(read), inclusive: false }, raised };
        }
        case '<=':
            return { kind: 'ceiling', upper: incl(suffixed(read) ?? written), raised: toSafe };
        case '!=':
        case '<>':
            return { kind: 'hole', except: written, raised: () => undefined };
        case '~':
        case '^':
            return composer_clauses_span(read, operator === '^' ? composer_clauses_caretReach(read.version.numbers) : tildeReach(read.version.numbers));
        default:
            return read.wild
                ? composer_clauses_span(read, read.version.numbers.length - 1)
                : { kind: 'span', lower: incl(written), upper: incl(written), from: incl(written), raised: toSafe };
    }
}
function incl(version) {
    return { version, inclusive: true };
}
function around(before, text, after) {
    return text === undefined ? undefined : before + text + after;
}
/** A stable version under a flag (`>=1.0@beta`) stands for that stability of it; undefined when no flag applies. */
function suffixed({ version, flag, written }) {
    const applies = flag !== undefined && flag.toLowerCase() !== 'stable' && stabilityOf(version) === stable;
    return applies && version.stability === 'stable'
        ? `${version.numbers.join('.')}-${flag}`
        : applies
            ? written
            : undefined;
}
/** Where `>=` starts and `<` ends: at the first development version, unless a stability is named. */
function edge(read) {
    return suffixed(read) ?? (read.version.explicit ? read.written : `${read.version.numbers.join('.')}-dev`);
}
/** Which number the ceiling is one higher in, from 0. */
function composer_clauses_caretReach(numbers) {
    const first = numbers.slice(0, 3).findIndex((number) => /[1-9]/.test(number));
    return first < 0 ? Math.min(numbers.length, 3) - 1 : first;
}
function tildeReach(numbers) {
    return Math.max(0, numbers.length - 2);
}
function composer_clauses_span(read, reach) {
    const { numbers } = read.version;
    const from = read.version.explicit ? read.written : `${numbers.join('.')}-dev`;
    return {
        kind: 'span',
        lower: incl(read.written),
        from: incl(from),
        upper: { version: `${bump(numbers, reach, 4).join('.')}-dev`, inclusive: false },
        raised: (safe, joiner) => composer_clauses_raisedSpan(read, reach, safe, joiner),
    };
}
/**
 * A span says safe with an operator that keeps how far it reaches; where none does, the old operator stays as the
 * ceiling (moved to the numbers of safe) beside a floor.
 */
function composer_clauses_raisedSpan(read, reach, safe, joiner) {
    const { lead, operator, tail, wild } = read;
    const old = read.version.numbers;
    const target = readComposer(safe);
    if (target === undefined)
        return undefined;
    const { numbers } = target;
    if (operator === '^') {
        const inside = old.slice(0, reach + 1).every((number, at) => number === (numbers[at] ?? '0'));
        return inside && composer_clauses_caretReach(numbers) !== reach ? `${read.text}${joiner}>=${safe}${tail}` : lead + safe + tail;
    }
    if (operator === '~' && tildeReach(numbers) === reach)
        return lead + safe + tail;
    if (reach > 0 && numbers.length > 1 && tildeReach(numbers) === reach)
        return `~${safe}${tail}`;
    if (composer_clauses_caretReach(numbers) === reach)
        return `^${safe}${tail}`;
    const head = Array.from({ length: old.length }, (_, at) => numbers[at] ?? '0').join('.');
    const moved = lead + head + (wild ? read.text.slice(lead.length + read.written.length) : tail);
    const exact = readComposer(head);
    const reached = exact !== undefined && compareComposer(exact, target) === 0;
    return reached ? moved : `${moved}${joiner}>=${safe}${tail}`;
}
/** `1.0 - 2.0`: a short second version stands for everything that starts with it. */
function hyphen({ v, token, low, dash, toV, to, high, tail }) {
    const open = high.numbers.length < 3 && !high.explicit;
    const upper = open
        ? { version: `${bump(high.numbers, high.numbers.length - 1, 4).join('.')}-dev`, inclusive: false }
        : incl(to);
    const raised = (safe) => {
        const order = compareComposerTexts(safe, upper.version);
        const inside = order < 0 || (order === 0 && upper.inclusive);
        const head = readComposer(safe)?.numbers.slice(0, high.numbers.length).join('.') ?? safe;
        return v + safe + dash + toV + (inside ? to : open ? head : safe) + tail;
    };
    const from = incl(low.explicit ? token : `${low.numbers.join('.')}-dev`);
    return { kind: 'span', named: Math.min(stabilityOf(low), stabilityOf(high)), lower: incl(token), from, upper, raised };
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/composer.js




/**
 * Composer's constraints: clauses joined by comma or space, groups of them by `||` or `|`. As in a root package with
 * the default `minimum-stability`, unstable versions count only where the constraint names a stability.
 */
const composer = {
    dialect: 'composer',
    isVersion: composer_isVersion,
    compare: compareComposerTexts,
    admits: composer_admits,
    rewrite: composer_rewrite,
};
const composer_grammar = { compare: compareComposerTexts, joiner: ',' };
function composer_isVersion(text) {
    return /^[0-9A-Za-z._+-]+$/.test(text) && readComposer(text) !== undefined;
}
/** Reads a constraint; undefined when it is not one, or names a branch. Offsets of clauses are within their group. */
function readGroups(constraint) {
    if (constraint.length > longestConstraint)
        return undefined;
    const pieces = constraint.split(/(\|{1,2})/);
    const groups = [];
    let pending = '';
    for (const [at, piece] of pieces.entries()) {
        if (at % 2 === 1) {
            pending += piece;
            continue;
        }
        const text = piece.trim();
        const start = piece.length - piece.trimStart().length;
        const clauses = readClauses(text);
        if (clauses === undefined)
            return undefined;
        groups.push({ separator: pending + piece.slice(0, start), text, clauses });
        pending = piece.slice(start + text.length);
    }
    return groups;
}
const composer_separator = /\s*,\s*|\s+/y;
function readClauses(text) {
    const clauses = [];
    let at = 0;
    for (;;) {
        const clause = readClause(text, at);
        if (clause === undefined)
            return undefined;
        clauses.push(clause);
        at = clause.end;
        if (at === text.length)
            return clauses;
        composer_separator.lastIndex = at;
        const found = composer_separator.exec(text);
        if (found === null)
            return undefined;
        at += found[0].length;
    }
}
function composer_admits(parts, version) {
    const candidate = composer_isVersion(version) ? readComposer(version) : undefined;
    return candidate !== undefined && parts.every((part) => admitsOne(part, version, stabilityOf(candidate)));
}
function admitsOne(part, version, stability) {
    const groups = readGroups(part);
    if (groups === undefined)
        return false;
    if (leastStable(groups) > stability)
        return false;
    return groups.some((group) => group.clauses.every((clause) => isMet(clause, version)));
}
const composer_stable = 4;
/** The least stable versions that count: as flagged, else as named, else only stable ones. */
function leastStable(groups) {
    const clauses = groups.flatMap((group) => group.clauses);
    const flags = clauses.flatMap(({ flag }) => flag ?? []);
    return Math.min(composer_stable, ...(flags.length > 0 ? flags : clauses.map(({ named }) => named)));
}
function isMet(clause, version) {
    if (clause.except !== undefined)
        return compareComposerTexts(clause.except, version) !== 0;
    const { from } = clause;
    return within(from === undefined ? clause : { ...clause, lower: from }, version, composer_grammar);
}
function composer_rewrite(parts, safe, options) {
    const target = composer_isVersion(safe) ? readComposer(safe) : undefined;
    if (target === undefined)
        return notAVersion(safe);
    const written = safe.replace(/^v/i, '').replace(/\+.*$/, '');
    const [part, ...others] = parts;
    if (part === undefined)
        return outcome_bareName(options, `>=${written}`);
    if (others.length > 0)
        return outcome_unsupported(parts.join(' '), 'is several constraints where Composer takes one');
    // `>=1.5` and `^1.5` start at the development versions of 1.5, which no notation shuts out under a stability flag.
    const except = (version) => {
        const probe = readComposer(version);
        const released = { ...target, stability: 'stable', counters: [], dev: true };
        return target.stability === 'stable' && !target.dev && probe !== undefined && compareComposer(probe, released) >= 0;
    };
    return proved({ dialect: composer, rewriteOne: composer_rewriteOne, except }, part, written, options);
}
function composer_rewriteOne(part, safe, { strictFloor }) {
    const groups = groupsFor(part, safe);
    if (groups === undefined)
        return outcome_unsupported(part, 'names a branch or is not a constraint of Composer');
    if (groups.some(({ clauses }) => isEmpty(clauses, composer_grammar)))
        return outcome_unsupported(part, 'has a part that admits no version');
    if (!strictFloor && groups.some(({ clauses }) => clauses.every(({ kind }) => kind === 'any')))
        return unbounded;
    if (groups.every(({ clauses }) => hasFloorOf(clauses, safe, composer_grammar)))
        return already;
    const kept = keptGroups(groups, safe);
    if (kept === undefined || isLeftOut(kept, safe))
        return excludedByAuthor(part, safe);
    const raised = kept.map((group) => raisedGroup(group, safe));
    if (raised.includes(undefined))
        return outcome_unsupported(part, 'has a part that cannot be raised');
    const lead = groups[0]?.separator ?? '';
    const trail = part.slice(part.trimEnd().length);
    return write(lead + kept.map(({ separator: before }, at) => (at === 0 ? '' : before) + raised[at]).join('') + trail);
}
/**
 * The groups as far as safe is concerned. `>=1.5` is the floor of 1.5, although it starts at 1.5.0.0-dev; but where safe
 * is a pre-release and the constraint admits such, what it really starts at counts.
 */
function groupsFor(part, safe) {
    const groups = readGroups(part);
    const target = readComposer(safe);
    if (groups === undefined || target === undefined || stabilityOf(target) === composer_stable)
        return groups;
    if (leastStable(groups) === composer_stable)
        return groups;
    const real = (clause) => (clause.from === undefined ? clause : { ...clause, lower: clause.from });
    return groups.map((group) => ({ ...group, clauses: group.clauses.map(real) }));
}
/**
 * The groups that stay: all that are not wholly below safe; where none of them holds safe, also the highest below, to be
 * moved up to it. Undefined when the author left out safe itself (`<1.5 || >1.5`).
 */
function keptGroups(groups, safe) {
    const below = groups.filter(({ clauses }) => isBelow(clauses, safe, composer_grammar));
    const staying = groups.filter((group) => !below.includes(group));
    const [first] = below;
    if (first === undefined || staying.some((group) => isHolding(group, safe)))
        return staying;
    if (staying.some(({ clauses }) => clauses.some(({ lower }) => lower !== undefined && isJustAbove(lower, safe))))
        return undefined;
    const highest = below.reduce((a, b) => (isHigher(b, a) ? b : a), first);
    return groups.filter((group) => group === highest || staying.includes(group));
}
function isHolding({ clauses }, safe) {
    return !hasFloorOf(clauses, safe, composer_grammar) || clauses.every((clause) => within(clause, safe, composer_grammar));
}
function isJustAbove({ version, inclusive }, safe) {
    return !inclusive && compareComposerTexts(version, safe) === 0;
}
function isHigher(a, b) {
    return compareComposerTexts(topOf(a), topOf(b)) > 0;
}
function topOf({ clauses }) {
    const tops = clauses.flatMap(({ upper }) => upper?.version ?? []);
    return tops.reduce((a, b) => (compareComposerTexts(a, b) < 0 ? a : b), tops[0] ?? '');
}
function isLeftOut(groups, safe) {
    return groups.every(({ clauses }) => clauses.some(({ except }) => except !== undefined && compareComposerTexts(except, safe) === 0));
}
function raisedGroup({ text, clauses }, safe) {
    if (hasFloorOf(clauses, safe, composer_grammar))
        return text;
    const anyOnly = clauses.every(({ kind }) => kind === 'any');
    return anyOnly ? clauses[0]?.raised(safe, ',') : raiseClauses(text, clauses, safe, composer_grammar);
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/interval.js
/**
 * Sets of versions as intervals over any total order. A bound is a cut: a place in the order just before or just after
 * a version, so inclusive and exclusive bounds are one notion and nothing is decided twice.
 */
/** `versionSets` makes the operations for the order `compare`, under which versions are taken to lie densely. */
function versionSets(compare) {
    const compareCuts = (a, b) => compare(a.at, b.at) || a.side - b.side;
    const from = (v, open) => [{ lo: { at: v, side: open ? 1 : -1 } }];
    const upTo = (v, closed) => [{ hi: { at: v, side: closed ? 1 : -1 } }];
    const and = (a, b) => intersection(a, b, compareCuts);
    const or = (a, b) => merged([...a, ...b], compareCuts);
    return {
        all: [{}],
        from,
        upTo,
        and,
        or,
        compareCuts,
        only: (v) => [{ lo: { at: v, side: -1 }, hi: { at: v, side: 1 } }],
        between: (lo, hi) => and(from(lo), upTo(hi)),
        not: (a) => gaps(a),
        below: (a, v) => and(a, upTo(v)),
        has: (a, v) => a.some(({ lo, hi }) => (!lo || liesAfter(compare(v, lo.at), lo)) && (!hi || !liesAfter(compare(v, hi.at), hi))),
    };
}
function liesAfter(order, cut) {
    return order > 0 || (order === 0 && cut.side === -1);
}
function intersection(a, b, order) {
    const met = [];
    for (let i = 0, k = 0; i < a.length && k < b.length;) {
        const x = a[i];
        const y = b[k];
        const lo = !x.lo ? y.lo : !y.lo ? x.lo : order(x.lo, y.lo) >= 0 ? x.lo : y.lo;
        const firstEnds = !y.hi || (x.hi !== undefined && order(x.hi, y.hi) <= 0);
        const hi = firstEnds ? x.hi : y.hi;
        if (!lo || !hi || order(lo, hi) < 0)
            met.push(interval(lo, hi));
        if (firstEnds)
            i++;
        else
            k++;
    }
    return met;
}
function merged(parts, order) {
    parts.sort((a, b) => (a.lo && b.lo ? order(a.lo, b.lo) : Number(!!a.lo) - Number(!!b.lo)));
    const out = [];
    for (const next of parts) {
        const last = out.at(-1);
        if (!last || (last.hi && next.lo && order(next.lo, last.hi) > 0))
            out.push(next);
        else if (last.hi && (!next.hi || order(next.hi, last.hi) > 0))
            out[out.length - 1] = interval(last.lo, next.hi);
    }
    return out;
}
function gaps(a) {
    if (a.length === 0)
        return [{}];
    const out = [];
    if (a[0]?.lo)
        out.push({ hi: a[0].lo });
    for (let i = 0; i < a.length; i++) {
        const end = a[i]?.hi;
        if (end)
            out.push(interval(end, a[i + 1]?.lo));
    }
    return out;
}
function interval(lo, hi) {
    return { ...(lo && { lo }), ...(hi && { hi }) };
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/npm-parse.js
/** Reads npm ranges: alternatives of comparators, each with its place in the text and the versions it admits. */


/** Sets of versions under SemVer's precedence. */
const npmSets = versionSets((a, b) => a.compare(b));
const COMPARATOR = /(\^|~>|~=|~|<=|>=|<|>|=)?([ \t\r\n]*)/y;
const TOKEN = /(v?)(\d+|[xX*])(?:\.(\d+|[xX*])(?:\.(\d+|[xX*])(-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z.-]+)?)?)?(?=[\s|]|$)/y;
const DASH = /[ \t\r\n]+-[ \t\r\n]+/y;
/** Beyond fifteen digits a segment cannot be counted up with certainty. */
const LONG_NUMBER = /\d{16}/;
const SPACE = /[ \t\r\n]*/y;
/** `parseNpm` gives the alternatives of a range, or undefined when npm would not read it as a range. */
function parseNpm(text) {
    if (semver.validRange(text) === null)
        return undefined;
    const alternatives = [];
    for (let at = 0; at <= text.length;) {
        const bar = text.indexOf('||', at);
        const end = bar < 0 ? text.length : bar;
        const clauses = comparators(text.slice(0, end), at);
        if (!clauses)
            return undefined;
        alternatives.push(alternative(clauses, at));
        if (bar < 0)
            break;
        at = bar + 2;
    }
    return alternatives;
}
function alternative(clauses, at) {
    const set = clauses.reduce((all, clause) => npmSets.and(all, clause.set), npmSets.all);
    const any = clauses.every(({ role, set: own }) => role === 'any' && own.length > 0);
    return { start: clauses[0]?.start ?? at, end: clauses.at(-1)?.end ?? at, clauses, set, any };
}
function comparators(text, from) {
    const clauses = [];
    let at = npm_parse_skip(SPACE, text, from);
    while (at < text.length) {
        const clause = hyphenRange(text, at) ?? npm_parse_comparator(text, at);
        if (!clause)
            return undefined;
        clauses.push(clause);
        at = npm_parse_skip(SPACE, text, clause.end);
    }
    const hyphens = clauses.some(({ to }) => to !== undefined);
    return hyphens && clauses.length > 1 ? undefined : clauses;
}
function npm_parse_skip(pattern, text, at) {
    pattern.lastIndex = at;
    pattern.exec(text);
    return Math.max(at, pattern.lastIndex);
}
function tokenAt(text, at) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match || LONG_NUMBER.test(match[0]))
        return undefined;
    const segments = [match[2], match[3], match[4]].filter((s) => s !== undefined);
    const firstWild = segments.findIndex((s) => !/^\d/.test(s));
    const numbers = (firstWild < 0 ? segments : segments.slice(0, firstWild)).map(Number);
    const wild = firstWild < 0
        ? ''
        : segments
            .slice(firstWild)
            .map((s, i) => (firstWild + i ? `.${s}` : s))
            .join('');
    const prerelease = numbers.length === 3 ? (match[5] ?? '') : '';
    return { token: { v: match[1] ?? '', numbers, wild, prerelease }, end: TOKEN.lastIndex };
}
function hyphenRange(text, start) {
    const from = tokenAt(text, start);
    if (!from)
        return undefined;
    DASH.lastIndex = from.end;
    const dash = DASH.exec(text)?.[0];
    const to = dash === undefined ? undefined : tokenAt(text, from.end + dash.length);
    if (dash === undefined || !to)
        return undefined;
    const set = npmSets.and(comparatorSet('>=', from.token), comparatorSet('<=', to.token));
    const role = from.token.numbers.length + to.token.numbers.length === 0 ? 'any' : 'span';
    return { start, end: to.end, role, op: '', gap: '', token: from.token, dash, to: to.token, set };
}
function npm_parse_comparator(text, start) {
    COMPARATOR.lastIndex = start;
    const match = COMPARATOR.exec(text);
    const found = match && tokenAt(text, COMPARATOR.lastIndex);
    if (!match || !found)
        return undefined;
    const op = match[1] ?? '';
    const { token, end } = found;
    return { start, end, role: roleOf(op, token), op, gap: match[2] ?? '', token, set: comparatorSet(op, token) };
}
function roleOf(op, token) {
    if (token.numbers.length === 0)
        return 'any';
    if (op.startsWith('>'))
        return 'lower';
    if (op.startsWith('<'))
        return 'upper';
    return op.startsWith('^') || op.startsWith('~') || token.numbers.length < 3 ? 'span' : 'pin';
}
/** `comparatorSet` is what one comparator admits by order, leaving npm's rule about prereleases aside. */
function comparatorSet(op, token) {
    const { numbers, prerelease } = token;
    if (numbers.length === 0)
        return op === '<' || op === '>' ? [] : npmSets.all;
    const low = npm_parse_versionOf(numbers, prerelease);
    const partial = numbers.length < 3;
    const after = ceilingOf(numbers, numbers.length);
    if (op === '>=')
        return atLeast(low);
    if (op === '>')
        return partial ? npmSets.from(npm_parse_versionOf(bumped(numbers, numbers.length))) : npmSets.from(low, 'open');
    if (op === '<')
        return npmSets.upTo(partial ? npm_parse_versionOf(numbers, '-0') : low);
    if (op === '<=')
        return partial ? npmSets.upTo(after) : npmSets.upTo(low, 'closed');
    if (op === '^')
        return between(low, ceilingOf(numbers, caretPlace(numbers)));
    if (op.startsWith('~'))
        return between(low, ceilingOf(numbers, Math.min(2, numbers.length)));
    return partial ? between(low, after) : npmSets.only(low);
}
/** To npm `>=0.0.0` says nothing, not even that `0.0.0-0` is below it. */
function atLeast(low) {
    return low.version === '0.0.0' ? npmSets.all : npmSets.from(low);
}
function between(low, high) {
    return npmSets.and(atLeast(low), npmSets.upTo(high));
}
/** The number of leading segments a caret holds fast: up to the first that is not zero, or all that are written. */
function caretPlace(numbers) {
    const first = numbers.findIndex((n) => n !== 0);
    return first < 0 ? numbers.length : first + 1;
}
function bumped(numbers, place) {
    return numbers.slice(0, place).map((n, i) => (i === place - 1 ? n + 1 : n));
}
function ceilingOf(numbers, place) {
    return npm_parse_versionOf(bumped(numbers, place), '-0');
}
/** `versionOf` pads numbers to a whole version. */
function npm_parse_versionOf(numbers, prerelease = '') {
    const [major = 0, minor = 0, patch = 0] = numbers;
    return new semver.SemVer(`${major}.${minor}.${patch}${prerelease}`);
}
/**
 * `lowestAdmitted` is the lowest version an alternative admits under npm's own rule, by which a prerelease counts only
 * where a comparator names a prerelease of the same three numbers. Undefined when nothing is admitted.
 */
function lowestAdmitted({ clauses, set }) {
    const lo = set[0]?.lo;
    const candidates = [lo ? nextRelease(lo.at, lo.side) : npm_parse_versionOf([0])];
    for (const { token, to } of clauses) {
        for (const { numbers, prerelease } of to ? [token, to] : [token]) {
            if (prerelease)
                candidates.push(lowestPrerelease(npm_parse_versionOf(numbers), lo?.at, lo?.side));
        }
    }
    const admitted = candidates.filter((v) => npmSets.has(set, v));
    return admitted.sort((a, b) => a.compare(b))[0];
}
function nextRelease(at, side) {
    const release = [at.major, at.minor, at.patch];
    return npm_parse_versionOf(at.prerelease.length > 0 || side === -1 ? release : bumped(release, 3));
}
function lowestPrerelease(release, lo, side) {
    const first = new semver.SemVer(`${release.version}-0`);
    if (lo?.compareMain(release) !== 0 || lo.prerelease.length === 0)
        return first;
    return side === 1 ? new semver.SemVer(`${lo.version}.0`) : lo;
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/conjunction.js
/**
 * How a conjunction of clauses (`>=1.0,!=1.2,<2`) and a choice of conjunctions (`^1 || ^2`) are raised, whatever the
 * grammar: which clause carries the floor, which ceilings must move, where a missing floor is written. What a single
 * clause looks like afterwards is the grammar's own business.
 */
/** `raiseConjunction` raises clauses joined by AND. Exclusions and clauses that need no change keep place and text. */
function raiseConjunction(clauses, raising) {
    const texts = clauses.map((clause) => moved(clause, raising));
    const carrier = floorCarrier(clauses, raising);
    let floored = clauses.some(({ role }) => role === 'pin');
    if (!floored && carrier !== undefined) {
        const { text, exact } = raising.raise(clauses[carrier]);
        texts[carrier] = text;
        floored = exact;
    }
    if (floored)
        return { texts };
    const ceiling = clauses.findIndex(({ role }) => role === 'upper');
    return { texts, floorAt: ceiling < 0 ? clauses.length : ceiling };
}
function moved(clause, raising) {
    if (clause.role === 'not' || clause.role === 'any')
        return undefined;
    const stays = raising.holds(clause) && !(clause.role === 'pin' && raising.leaks(clause));
    return stays ? undefined : raising.raise(clause).text;
}
function floorCarrier(clauses, raising) {
    for (const role of ['lower', 'span']) {
        let best;
        clauses.forEach((clause, i) => {
            if (clause.role !== role)
                return;
            if (best === undefined || raising.higher(clause, clauses[best]))
                best = i;
        });
        if (best !== undefined)
            return best;
    }
    return undefined;
}
/** `conjunctionEdits` turns a raised conjunction into edits of the string its clauses stand in. */
function conjunctionEdits(clauses, raised, floor, separator) {
    const edits = [];
    clauses.forEach(({ start, end }, i) => {
        if (raised.floorAt === i)
            edits.push({ start, end: start, text: floor + separator });
        const text = raised.texts[i];
        if (text !== undefined)
            edits.push({ start, end, text });
    });
    const last = clauses.at(-1);
    if (last && raised.floorAt === clauses.length)
        edits.push({ start: last.end, end: last.end, text: separator + floor });
    return edits;
}
/** `applyEdits` applies edits that do not overlap. Of two at one place the insertion comes first. */
function applyEdits(text, edits) {
    let out = '';
    let at = 0;
    for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
        out += text.slice(at, edit.start) + edit.text;
        at = edit.end;
    }
    return out + text.slice(at);
}
/**
 * `fates` decides each alternative of a choice: those wholly below safe go, those that reach safe are raised, later
 * ones stay. When none would hold safe, the highest of those below is raised instead of dropped.
 */
function fates(alternatives) {
    const out = alternatives.map(({ leaks, reaches }) => (!leaks ? 'keep' : reaches ? 'raise' : 'drop'));
    if (alternatives.some(({ holds }, i) => holds || out[i] === 'raise'))
        return out;
    let highest = -1;
    alternatives.forEach(({ rank }, i) => {
        if (out[i] === 'drop' && (highest < 0 || rank >= (alternatives[highest]?.rank ?? 0)))
            highest = i;
    });
    if (highest >= 0)
        out[highest] = 'raise';
    return out;
}
/**
 * `withoutDropped` are the edits that take dropped alternatives out of a string, each with one separator. White space in
 * front of the first alternative and behind the last one stays.
 */
function withoutDropped(stretches, fate) {
    const edits = [];
    const firstKept = fate.findIndex((f) => f !== 'drop');
    const first = stretches[0];
    const kept = stretches[firstKept];
    if (first && kept && firstKept > 0)
        edits.push({ start: first.start, end: kept.start, text: '' });
    for (let i = firstKept + 1; i < stretches.length; i++) {
        if (fate[i] === 'drop')
            edits.push({ start: stretches[i - 1]?.end ?? 0, end: stretches[i]?.end ?? 0, text: '' });
    }
    return edits;
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/release.js
/** `resized` is a release (`[1, 2, 3]`) cut or padded with zeros to `length` segments. */
function resized(release, length) {
    return Array.from({ length }, (_, i) => release[i] ?? 0);
}
/** `fitsIn` is true when cutting a release to `length` segments loses nothing but zeros. */
function fitsIn(release, length) {
    return release.slice(length).every((n) => n === 0);
}
/** `next` is the release after this one at its last segment: `[1, 2]` gives `[1, 3]`. */
function next(release) {
    return release.map((n, i) => (i === release.length - 1 ? n + 1 : n));
}
/**
 * `raisedCeiling` is the next ceiling at the author's own granularity that lets `safe` in. An exclusive `2.0` counts
 * majors, because its last segment that is not zero is the major; an inclusive `1.4` counts in its last segment and is
 * raised no further than needed, `reaches` telling whether a candidate already covers safe.
 */
function raisedCeiling(old, safe, closed, reaches) {
    const place = closed
        ? old.length - 1
        : Math.max(0, old.findLastIndex((n) => n !== 0));
    const base = resized(safe, place + 1);
    const candidate = resized(base, old.length);
    return closed && reaches(candidate) ? candidate : resized(next(base), old.length);
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/npm-rewrite.js



/** `raiseRange` writes an npm range anew so that its lowest version is `safe`, in the author's own style. */
function raiseRange(text, alternatives, safe) {
    const fate = fates(alternatives.map((one, i) => seen(one, alternatives, i, safe)));
    const edits = alternatives.flatMap((one, i) => (fate[i] === 'raise' ? raiseAlternative(one, safe) : []));
    return withoutRepeats(applyEdits(text, [...edits, ...withoutDropped(alternatives, fate)]), fate);
}
function seen(one, all, index, safe) {
    const lowest = lowestAdmitted(one);
    return {
        leaks: lowest !== undefined && lowest.compare(safe) < 0,
        reaches: npmSets.and(one.set, npmSets.from(safe)).length > 0,
        holds: npmSets.has(one.set, safe),
        rank: all.filter((other, i) => i !== index && before(other.set, one.set)).length,
    };
}
function before(a, b) {
    const x = a.at(-1)?.hi;
    const y = b.at(-1)?.hi;
    return x !== undefined && (y === undefined || npmSets.compareCuts(x, y) < 0);
}
/** Two alternatives that have become the same text are one. */
function withoutRepeats(text, fate) {
    if (fate.filter((f) => f === 'raise').length < 2)
        return text;
    const sides = text.split('||');
    const kept = sides.filter((side, i) => sides.findIndex((other) => other.trim() === side.trim()) === i);
    return kept.length === sides.length ? text : kept.join('||').trimEnd();
}
function raiseAlternative({ clauses }, safe) {
    const raising = {
        holds: ({ set }) => npmSets.has(set, safe),
        leaks: ({ set }) => npmSets.below(set, safe).length > 0,
        higher: (a, b) => {
            const x = a.set[0]?.lo;
            const y = b.set[0]?.lo;
            return x !== undefined && (y === undefined || npmSets.compareCuts(x, y) > 0);
        },
        raise: (clause) => raiseClause(clause, safe),
    };
    const spaced = clauses.some(({ op, gap }) => op !== '' && gap === ' ') ? ' ' : '';
    return conjunctionEdits(clauses, raiseConjunction(clauses, raising), `>=${spaced}${safe.version}`, ' ');
}
function raiseClause(clause, safe) {
    const { role, op, gap, token } = clause;
    if (clause.to)
        return raiseHyphen(clause, clause.to, safe);
    if (role === 'upper')
        return { text: `${op}${gap}${ceiling(op === '<=', token, safe)}`, exact: false };
    if (role === 'lower')
        return { text: `>=${gap}${token.v}${safe.version}`, exact: true };
    if (role === 'pin')
        return { text: `${op}${gap}${token.v}${safe.version}`, exact: true };
    return { text: raiseSpan(clause, safe), exact: true };
}
function raiseHyphen({ token, dash = ' - ', set }, to, safe) {
    const text = `${to.v}${to.numbers.join('.')}${to.prerelease}${to.wild}`;
    const right = npmSets.has(set, safe) || npmSets.has(comparatorSet('<=', to), safe) ? text : ceiling(true, to, safe);
    const left = `${token.v}${safe.version}`;
    return { text: `${left}${dash}${right}`, exact: true };
}
function ceiling(closed, token, safe) {
    const { v, numbers, wild, prerelease } = token;
    const safeNumbers = [safe.major, safe.minor, safe.patch];
    const kept = !closed && prerelease === '-0' ? '-0' : '';
    const raised = raisedCeiling(numbers, safeNumbers, closed, (candidate) => npmSets.has(comparatorSet('<=', { v, numbers: candidate, wild, prerelease: '' }), safe));
    return `${v}${raised.join('.')}${kept}${wild}`;
}
/**
 * A range by caret, tilde or x says its ceiling by how much is written out, so the operator that keeps the old ceiling is
 * looked for. Where safe lies above, the operator is the one that fits the author's granularity.
 */
function raiseSpan({ op, gap, token, set }, safe) {
    const coarse = token.numbers.length === 1;
    const natural = op === '^' ? '^' : op.startsWith('~') && !coarse ? op : coarse ? '^' : '~';
    const written = (sign) => `${sign}${gap}${token.v}${safe.version}`;
    const full = { ...token, numbers: [safe.major, safe.minor, safe.patch], prerelease: prereleaseOf(safe) };
    if (token.numbers.length === 3 || !npmSets.has(set, safe))
        return written(natural);
    const same = [natural, '^', '~'].find((sign) => sameCeiling(comparatorSet(sign, full), set));
    return same === undefined ? `>=${gap}${token.v}${safe.version} <${endOf(set)}` : written(same);
}
function prereleaseOf(version) {
    return version.prerelease.length > 0 ? `-${version.prerelease.join('.')}` : '';
}
function sameCeiling(a, b) {
    const x = a.at(-1)?.hi;
    const y = b.at(-1)?.hi;
    return x !== undefined && y !== undefined && npmSets.compareCuts(x, y) === 0;
}
function endOf(set) {
    const end = set.at(-1)?.hi?.at;
    return end ? npm_parse_versionOf([end.major, end.minor, end.patch]).version : '';
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/rewriting.js
/** Longer texts are no constraints a person wrote; reading stops here so that no input can cost more than linear time. */
const LONGEST = 1024;
/** Enough for every constraint a person writes; only a monstrous one has more boundaries. */
const MOST_PROBES = 120;
/** `rewriteBy` carries out `ConstraintDialect.rewrite` for a grammar. */
function rewriteBy(grammar, parts, safe, options) {
    if (!grammar.isVersion(safe))
        return rewriting_notAVersion(safe, grammar.dialect);
    const reading = readShort(grammar, parts);
    if (reading === undefined)
        return notUnderstood(parts, grammar.dialect);
    if (grammar.isUnbounded(reading)) {
        if (!options.strictFloor)
            return { kind: 'keep', why: 'unbounded' };
        return rewriting_proved(grammar, parts, grammar.floorParts(parts, safe, options), safe);
    }
    if (grammar.isEmpty(reading))
        return admitsNothing(parts);
    if (!grammar.leaks(reading, safe))
        return { kind: 'keep', why: 'already' };
    if (grammar.excludes(reading, safe))
        return excluded(parts, safe);
    return rewriting_proved(grammar, parts, grammar.raise(reading, safe, options), safe);
}
/** `readShort` reads the parts unless they are too long to be a constraint. */
function readShort(grammar, parts) {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    return length > LONGEST || parts.length > 64 ? undefined : grammar.read(parts);
}
function rewriting_proved(grammar, old, parts, safe) {
    if (!parts)
        return noPlace(old, safe);
    const reading = readShort(grammar, parts);
    const before = grammar.read(old);
    const exact = reading !== undefined && grammar.holds(reading, safe) && !grammar.leaks(reading, safe);
    if (!exact || !before || !grammar.evaluate(reading, safe))
        return unproved(old, safe);
    const tries = new Set([...grammar.probes(reading, safe), ...grammar.probes(before, safe)]);
    for (const version of [...tries].slice(0, MOST_PROBES)) {
        if (grammar.compare(version, safe) < 0 && grammar.evaluate(reading, version))
            return unproved(old, safe);
    }
    return { kind: 'write', parts };
}
/** `refused` is a refusal of a rewrite. */
function refused(code, message, hint) {
    return { kind: 'refuse', code, message, hint };
}
/** `quoted` shows foreign text in a message: short, on one line, without control or direction characters. */
function quoted(text) {
    const plain = text.replace(/[^\x20-\x7e\u00a1-\u024f]/g, '\u00b7');
    return `"${plain.length > 80 ? `${plain.slice(0, 77)}...` : plain}"`;
}
/** `quotedAll` shows the parts of a constraint in a message. */
function quotedAll(parts) {
    return quoted(parts
        .slice(0, 8)
        .map((part) => part.slice(0, 100))
        .join(', '));
}
/** `notAVersion` refuses a safe version that is none in this ecosystem. */
function rewriting_notAVersion(safe, dialect) {
    const message = `${quoted(safe)} is not a version in the ${dialect} grammar.`;
    return refused('unsupported-constraint', message, 'Give the safe version as the registry spells it.');
}
/** `notUnderstood` refuses a constraint that does not follow its grammar. */
function notUnderstood(parts, dialect) {
    const message = `The constraint ${quotedAll(parts)} does not follow the ${dialect} grammar.`;
    return refused('unsupported-constraint', message, 'Raise this declaration by hand.');
}
function admitsNothing(parts) {
    const message = `The constraint ${quotedAll(parts)} admits no version at all.`;
    return refused('unsupported-constraint', message, 'Correct the constraint by hand first.');
}
function excluded(parts, safe) {
    const message = `The constraint ${quotedAll(parts)} rules out ${quoted(safe)} itself.`;
    return refused('excluded-by-author', message, 'Ask for a later safe version, or lift the exclusion by hand.');
}
function noPlace(parts, safe) {
    const message = `A floor of ${quoted(safe)} cannot be written at ${quotedAll(parts)}.`;
    return refused('unsupported-constraint', message, 'Write the lower bound by hand, as a requirement of its own.');
}
function unproved(parts, safe) {
    const message = `No raised form of ${quotedAll(parts)} was found that holds ${quoted(safe)} and nothing below it.`;
    return refused('unsupported-constraint', message, 'Raise this declaration by hand.');
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/npm.js





const npm_VERSION = /^v?\d[0-9A-Za-z.+-]*$/;
const npm_ALIAS = /^(?:npm|jsr):(?:(?:@[^/@\s|]+\/)?[A-Za-z0-9_][^/@\s|]*(?:@|$))?/;
const DIST_TAG = /^[A-Za-z][\w.~-]*$/;
/** Strings that begin like a range, such as `v1.2` or `x.1`, are never dist-tags. */
const LIKE_A_RANGE = /^(?:v?\d|[xX](?:$|\.))/;
function npm_isVersion(text) {
    return text.length <= 200 && npm_VERSION.test(text) && !LONG_NUMBER.test(text) && semver.valid(text) !== null;
}
function npm_compare(a, b) {
    const x = npm_isVersion(a);
    const y = npm_isVersion(b);
    if (x && y)
        return semver.compare(a, b);
    return x === y ? (a < b ? -1 : Number(a > b)) : x ? -1 : 1;
}
function read(parts) {
    if (parts.length > 1)
        return undefined;
    const text = parts[0] ?? '';
    const alias = npm_ALIAS.exec(text)?.[0] ?? '';
    const plain = /^(?:npm|jsr):/.exec(text)?.[0] ?? '';
    for (const prefix of new Set([alias.endsWith('@') ? alias : '', plain, alias])) {
        const found = readRange(prefix, text.slice(prefix.length));
        if (found)
            return found;
    }
    return undefined;
}
function readRange(prefix, range) {
    const bare = range.trim();
    if (DIST_TAG.test(bare) && !LIKE_A_RANGE.test(bare))
        return { prefix, range, alternatives: [] };
    const alternatives = parseNpm(range);
    return alternatives && { prefix, range, alternatives };
}
function lowest({ alternatives }) {
    const all = alternatives.map(lowestAdmitted).filter((v) => v !== undefined);
    return all.sort((a, b) => a.compare(b))[0];
}
const npm_grammar = {
    dialect: 'npm',
    isVersion: npm_isVersion,
    compare: npm_compare,
    read,
    isUnbounded: ({ alternatives }) => alternatives.length === 0 || alternatives.some(({ any }) => any),
    isEmpty: (reading) => lowest(reading) === undefined,
    leaks: (reading, safe) => (lowest(reading)?.compare(safe) ?? 0) < 0,
    holds: ({ alternatives }, safe) => alternatives.some(({ set }) => npmSets.has(set, new semver.SemVer(safe))),
    excludes: () => false,
    floorParts: (parts, safe, { canAppend }) => {
        if (parts.length === 0 && !canAppend)
            return undefined;
        const { prefix = '', alternatives = [] } = read(parts) ?? {};
        // `npm:b` is a package to npm and a tag to Yarn, so there is no one place for a version.
        if (prefix !== '' && !prefix.endsWith('@') && alternatives.length === 0)
            return undefined;
        return [`${prefix}>=${new semver.SemVer(safe).version}`];
    },
    raise: ({ prefix, range, alternatives }, safe) => [prefix + raiseRange(range, alternatives, new semver.SemVer(safe))],
    evaluate,
    probes,
};
function evaluate({ range, alternatives }, version) {
    return alternatives.length === 0 || semver.satisfies(version, range);
}
function npm_admits(parts, version) {
    const reading = readShort(npm_grammar, parts);
    const whole = withThreeNumbers(version);
    return reading !== undefined && npm_isVersion(whole) && evaluate(reading, whole);
}
/** The versions named, each with its neighbours: one patch down, the last of the line below, its lowest prerelease. */
function probes({ alternatives }, safe) {
    const named = alternatives.flatMap(({ set }) => set.flatMap(({ lo, hi }) => [lo?.at, hi?.at]));
    const around = [...named, new semver.SemVer(safe)].filter((v) => v !== undefined);
    return around.flatMap((v) => {
        const { major, minor, patch } = v;
        const below = [
            [major, minor, patch - 1],
            [major, minor - 1, 999],
            [major - 1, 999, 999],
            [major, minor, patch],
        ];
        const releases = below.filter((n) => n.every((x) => x >= 0)).map((n) => n.join('.'));
        return [v.version, ...releases, `${major}.${minor}.${patch}-0`, `${major}.${minor}.${patch}-zz`, '0.0.0'];
    });
}
/** `npm` is the dialect of package.json: node-semver ranges, dist-tags and `npm:` aliases. */
const npm = {
    dialect: 'npm',
    isVersion: npm_isVersion,
    compare: npm_compare,
    admits: npm_admits,
    // An advisory may say `1.5` for 1.5.0.
    rewrite: (parts, safe, options) => rewriteBy(npm_grammar, parts, withThreeNumbers(safe), options),
};

;// CONCATENATED MODULE: ./lib/manifests/constraints/tag-order.js
const LOOSE = /^\d+(?:\.\d+){0,7}(?:[-._]?[A-Za-z][0-9A-Za-z._-]*|-\d[0-9A-Za-z._-]*)?(?:\+[0-9A-Za-z._-]+)?$/;
const LATER = /^(?:post|rev|r|p|patch|sp|final|ga|release)$/i;
/** `parseLoose` reads `1.2.3`, `1.2.3-rc.1`, `1.2.3.post1`, `1.2.3+build`; undefined for everything else. */
function parseLoose(text) {
    if (text.length > 128 || /\d{16}/.test(text) || !LOOSE.test(text))
        return undefined;
    const plain = text.replace(/\+.*/, '');
    const front = /^\d+(?:\.\d+)*/.exec(plain)?.[0] ?? '';
    const rest = plain.slice(front.length).match(/\d+|[A-Za-z]+/g) ?? [];
    return { numbers: front.split('.').map(Number), rest: rest.map((s) => (/\d/.test(s) ? Number(s) : s.toLowerCase())) };
}
/** `compareLoose` orders two of them: `1.2.3-rc1` below `1.2.3`, `1.2.3.post1` above it. */
function compareLoose(a, b) {
    for (let i = 0; i < Math.max(a.numbers.length, b.numbers.length); i++) {
        const order = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0);
        if (order !== 0)
            return order;
    }
    return standing(a) - standing(b) || compareRest(a.rest, b.rest);
}
function standing({ rest: [first] }) {
    if (first === undefined)
        return 0;
    return typeof first === 'string' && LATER.test(first) ? 1 : -1;
}
function compareRest(a, b) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
        const x = a[i] ?? 0;
        const y = b[i] ?? 0;
        if (x === y)
            continue;
        if (typeof x !== typeof y)
            return typeof x === 'number' ? -1 : 1;
        return x < y ? -1 : 1;
    }
    return a.length - b.length;
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/exact.js
/** Single versions that are no ranges: git tags, and the one version of a tool. */





const PREFIXED = /^((?:[A-Za-z@][\w.@/-]*[-_/@])?[vV]?)(\d[0-9A-Za-z.+_-]*)$/;
/**
 * A tag that is a version behind a usual prefix. Words in front ask for three numbers, since `stable-1.2` is a branch,
 * and digits alone may be a commit, so they ask for a dot or a `v`.
 */
function parseTag(text) {
    if (text.length > 256)
        return undefined;
    const [, prefix = '', rest = ''] = PREFIXED.exec(text) ?? [];
    const version = parseLoose(rest);
    if (!version)
        return undefined;
    const numbers = version.numbers.length;
    const enough = prefix.length > 1 ? numbers > 2 : prefix.length === 1 || numbers > 1;
    return enough && !/^[0-9a-f]{7,64}$/i.test(text) ? { prefix, version } : undefined;
}
/** A safe version comes as the ecosystem spells it, with or without `v`. */
function parseSafe(text) {
    const plain = text.replace(/^v/i, '');
    const version = parseLoose(plain);
    return version && { text: plain.replace(/\+.*/, ''), version };
}
function compareTags(a, b) {
    const x = parseSafe(a);
    const y = parseSafe(b);
    if (x && y)
        return compareLoose(x.version, y.version);
    return x || y ? (x ? -1 : 1) : a < b ? -1 : Number(a > b);
}
function rewriteTag(parts, safe) {
    const target = parseSafe(safe);
    if (!target)
        return rewriting_notAVersion(safe, 'tag');
    const tag = parts.length === 1 ? parseTag(parts[0] ?? '') : undefined;
    if (!tag) {
        const message = `The reference ${quotedAll(parts)} is not a version tag.`;
        return refused('unsupported-constraint', message, 'Point it at a commit or branch that holds the fix, by hand.');
    }
    if (compareLoose(tag.version, target.version) >= 0)
        return { kind: 'keep', why: 'already' };
    return { kind: 'write', parts: [tag.prefix + target.text] };
}
/** `tag` is the dialect of git tags: one version behind a prefix that stays. */
const tag = {
    dialect: 'tag',
    isVersion: (text) => parseSafe(text) !== undefined,
    compare: compareTags,
    admits: (parts, version) => {
        const one = parts.length === 1 ? parseTag(parts[0] ?? '') : undefined;
        const other = parseSafe(version);
        return one !== undefined && other !== undefined && compareLoose(one.version, other.version) === 0;
    },
    rewrite: rewriteTag,
};
const EXACT = /^(v?)(\d+\.\d+\.\d+[0-9A-Za-z.-]*)(\+[0-9A-Za-z.+/=_-]*)?$/;
/** The version of a tool without the hash behind it. */
function parseExact(parts) {
    const text = parts.length === 1 ? (parts[0] ?? '') : '';
    const [, v = '', version = ''] = text.length > 512 ? [] : (EXACT.exec(text) ?? []);
    return npm.isVersion(version) ? { v, version } : undefined;
}
function rewriteExact(parts, to) {
    const safe = withThreeNumbers(to);
    if (!npm.isVersion(safe))
        return rewriting_notAVersion(safe, 'exact');
    const old = parseExact(parts);
    if (!old) {
        const message = `${quotedAll(parts)} is not one exact version.`;
        return refused('unsupported-constraint', message, 'Raise this declaration by hand.');
    }
    if (semver.compare(old.version, safe) >= 0)
        return { kind: 'keep', why: 'already' };
    return { kind: 'write', parts: [old.v + new semver.SemVer(safe).version] };
}
/** `exact` is the dialect of `packageManager` and volta: one version; a `+hash` of the old one is never kept. */
const exact = {
    dialect: 'exact',
    isVersion: npm.isVersion,
    compare: npm.compare,
    admits: (parts, version) => {
        const old = parseExact(parts);
        const whole = withThreeNumbers(version);
        return old !== undefined && npm.isVersion(whole) && semver.eq(old.version, whole);
    },
    rewrite: rewriteExact,
};

// EXTERNAL MODULE: ./node_modules/@renovatebot/ruby-semver/dist/index.js
var ruby_semver_dist = __webpack_require__(84382);
;// CONCATENATED MODULE: ./lib/manifests/constraints/gem-version.js
/** Gem versions as keys with RubyGems' order, and the sets its requirements describe. */

const gem_version_VERSION = /^\d+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
/** A segment such as `0rc1` is a number and words to RubyGems; the numbers in front may end inside it. */
const NUMBERS = /^\d+(?:\.\d+)*/;
/** `parseGemVersion` reads one version; undefined when it is none, or has numbers too long to count with. */
function parseGemVersion(text) {
    if (text.length > 200 || /\d{16}/.test(text) || !gem_version_VERSION.test(text))
        return undefined;
    const front = NUMBERS.exec(text)?.[0] ?? '';
    const segments = front.split('.');
    const numbers = segments.map(Number);
    const words = (text
        .slice(front.length)
        .replaceAll('-', '.pre.')
        .match(/\d+|[A-Za-z]+/g) ?? []).map((word) => (/\d/.test(word) ? Number(word) : word));
    const key = [...gem_version_trimmed(numbers), ...gem_version_trimmed(words)];
    return { text, numbers, segments, suffix: text.slice(front.length), key };
}
function gem_version_trimmed(segments) {
    return segments.slice(0, segments.findLastIndex((s) => s !== 0) + 1);
}
/** `compareGemKeys` is RubyGems' order of versions. */
function compareGemKeys(a, b) {
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
        const x = a[i] ?? 0;
        const y = b[i] ?? 0;
        if (x !== y)
            return compareSegments(x, y);
    }
    return 0;
}
function compareSegments(x, y) {
    if (typeof x === typeof y)
        return x < y ? -1 : 1;
    if (x === -Infinity || y === -Infinity)
        return x === -Infinity ? -1 : 1;
    return typeof x === 'string' ? -1 : 1;
}
/** Sets of versions under RubyGems' order. */
const gemSets = versionSets(compareGemKeys);
/** `requirementSet` is what one requirement admits; `~>` bounds by the version with its last number dropped. */
function requirementSet(op, { key, numbers }) {
    if (op === '>=')
        return gemSets.from(key);
    if (op === '>')
        return gemSets.from(key, 'open');
    if (op === '<')
        return gemSets.upTo(key);
    if (op === '<=')
        return gemSets.upTo(key, 'closed');
    if (op === '!=')
        return gemSets.not(gemSets.only(key));
    if (op !== '~>')
        return gemSets.only(key);
    const held = numbers.slice(0, Math.max(1, numbers.length - 1));
    return gemSets.between(key, [...held.map((n, i) => (i === held.length - 1 ? n + 1 : n)), -Infinity]);
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/gem.js





const REQUIREMENT = /\s*(=|!=|~>|>=|<=|>|<|)(\s*)(\d[0-9A-Za-z.-]*)\s*(?:,|$)/y;
const ROLES = {
    '!=': 'not',
    '~>': 'span',
    '>': 'lower',
    '>=': 'lower',
    '<': 'upper',
    '<=': 'upper',
};
function gem_isVersion(text) {
    return parseGemVersion(text) !== undefined;
}
function gem_compare(a, b) {
    const x = parseGemVersion(a);
    const y = parseGemVersion(b);
    if (x && y)
        return compareGemKeys(x.key, y.key);
    return x || y ? (x ? -1 : 1) : a < b ? -1 : Number(a > b);
}
function gem_read(parts) {
    const requirements = [];
    for (const [part, text] of parts.entries()) {
        if (text.trim() === '' && parts.length === 1)
            break;
        const found = readPart(text, part);
        if (!found)
            return undefined;
        requirements.push(...found);
    }
    const set = requirements.reduce((all, { set: own }) => gemSets.and(all, own), gemSets.all);
    return { parts, requirements, set };
}
function readPart(text, part) {
    const found = [];
    for (let at = 0; at < text.length; at = REQUIREMENT.lastIndex) {
        REQUIREMENT.lastIndex = at;
        const match = REQUIREMENT.exec(text);
        const [whole = '', op = '', gap = '', token = ''] = match ?? [];
        const version = parseGemVersion(token);
        if (!match || !version)
            return undefined;
        const start = at + whole.length - whole.trimStart().length;
        const end = start + op.length + gap.length + token.length;
        found.push({ part, start, end, op, gap, version, role: ROLES[op] ?? 'pin', set: requirementSet(op, version) });
    }
    return found.length === 0 || text.trimEnd().endsWith(',') ? undefined : found;
}
function raise({ parts, requirements }, safeText, { canAppend }) {
    const safe = parseGemVersion(safeText);
    if (!safe)
        return undefined;
    const raised = raiseConjunction(requirements, raisingTo(safe));
    const tight = requirements.some(({ op, gap }) => op !== '' && gap === '');
    return writeParts(parts, requirements, raised, `>=${tight ? '' : ' '}${safe.text}`, canAppend);
}
function raisingTo(safe) {
    return {
        holds: ({ set }) => gemSets.has(set, safe.key),
        leaks: ({ set }) => gemSets.below(set, safe.key).length > 0,
        higher: (a, b) => compareGemKeys(a.version.key, b.version.key) > 0,
        raise: (requirement) => raiseRequirement(requirement, safe),
    };
}
/**
 * The parts with their requirements raised. A floor joins a part that already lists several requirements; otherwise it
 * becomes a string of its own, and the strings behind it move along by one into the slot.
 */
function writeParts(parts, requirements, raised, floor, canAppend) {
    const { floorAt } = raised;
    const beside = floorAt === undefined ? undefined : (requirements[floorAt] ?? requirements.at(-1));
    const inPart = beside && requirements.filter(({ part }) => part === beside.part).length > 1;
    const out = parts.map((text, part) => {
        const own = requirements.filter((requirement) => requirement.part === part);
        const first = requirements.findIndex((requirement) => requirement.part === part);
        const texts = raised.texts.slice(first, first + own.length);
        const here = inPart && beside.part === part && floorAt !== undefined ? { floorAt: floorAt - first } : {};
        return applyEdits(text, conjunctionEdits(own, { texts, ...here }, floor, ', '));
    });
    if (!beside || inPart)
        return out;
    if (!canAppend)
        return undefined;
    return out.toSpliced(floorAt === requirements.length ? out.length : beside.part, 0, floor);
}
function raiseRequirement({ role, op, gap, version }, safe) {
    if (role === 'lower')
        return { text: `>=${gap}${safe.text}`, exact: true };
    if (role === 'pin')
        return { text: `${op}${gap}${safe.text}`, exact: true };
    if (role === 'upper')
        return { text: `${op}${gap}${gem_ceiling(op === '<=', version, safe)}`, exact: false };
    // `~>` bounds by its number of segments: safe is cut or padded to as many, and a floor makes up for what is cut.
    const length = version.numbers.length;
    const exact = fitsIn(safe.numbers, length);
    const segments = Array.from({ length }, (_, i) => safe.segments[i] ?? '0');
    return { text: `${op}${gap}${segments.join('.')}${exact ? safe.suffix : ''}`, exact };
}
function gem_ceiling(closed, old, safe) {
    const reaches = (candidate) => compareGemKeys(candidate, safe.key) >= 0;
    const raised = raisedCeiling(old.numbers, safe.numbers, closed, reaches);
    const lowest = !closed && /^[.-](?:a|alpha|dev|pre)0?$/.test(old.suffix);
    return `${raised.join('.')}${lowest ? old.suffix : ''}`;
}
function withKey(text, then, otherwise) {
    const version = parseGemVersion(text);
    return version ? then(version.key) : otherwise;
}
function gem_evaluate({ requirements }, version) {
    return requirements.every(({ op, version: bound }) => ruby_semver_dist/* satisfies */.ib(version, `${op} ${bound.text}`));
}
function gem_admits(parts, version) {
    const reading = readShort(gem_grammar, parts);
    return reading !== undefined && gem_isVersion(version) && gem_evaluate(reading, version);
}
/** The versions named and their neighbours: a segment down, one segment more, the usual prereleases. */
function gem_probes({ requirements }, safe) {
    const named = [...requirements.map(({ version }) => version), parseGemVersion(safe)].filter((v) => v !== undefined);
    return named.flatMap(({ text, numbers }) => {
        const plain = numbers.join('.');
        const down = numbers.flatMap((n, i) => (n > 0 ? [[...numbers.slice(0, i), n - 1, 999].join('.')] : []));
        return [text, plain, `${plain}.a`, `${plain}.rc1`, `${plain}.pre`, `${plain}.0.1`, ...down, '0', '0.a'];
    });
}
const gem_grammar = {
    dialect: 'gem',
    isVersion: gem_isVersion,
    compare: gem_compare,
    read: gem_read,
    isUnbounded: ({ requirements }) => requirements.length === 0,
    isEmpty: ({ set }) => set.length === 0,
    leaks: ({ set }, safe) => withKey(safe, (key) => gemSets.below(set, key).length > 0, true),
    holds: ({ set }, safe) => withKey(safe, (key) => gemSets.has(set, key), false),
    excludes: ({ requirements }, safe) => withKey(safe, (key) => requirements.some(({ role, set }) => role === 'not' && !gemSets.has(set, key)), false),
    floorParts: (parts, safe, { canAppend }) => (parts.length === 0 && !canAppend ? undefined : [`>= ${safe}`]),
    raise,
    evaluate: gem_evaluate,
    probes: gem_probes,
};
/** `gem` is the dialect of Gemfiles and gemspecs: one requirement a string, or several joined by commas. */
const gem = {
    dialect: 'gem',
    isVersion: gem_isVersion,
    compare: gem_compare,
    admits: gem_admits,
    rewrite: (parts, safe, options) => rewriteBy(gem_grammar, parts, safe, options),
};

;// CONCATENATED MODULE: ./lib/manifests/constraints/go.js



/**
 * Go's version requirements: one version, which is the lowest that minimal version selection may take. Written with
 * `v`; `+incompatible` says that the module has no go.mod and so no major version in its path.
 */
const go = { dialect: 'go', isVersion: go_isVersion, compare: go_compare, admits: go_admits, rewrite: go_rewrite };
const go_shape = /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+incompatible)?$/;
const incompatible = '+incompatible';
function go_parsed(text) {
    return text.length <= longestVersion && go_shape.test(text) ? semver.parse(text) : null;
}
/** An advisory may say `1.5` for v1.5.0; a go.mod may not. */
function go_isVersion(text) {
    return go_parsed(withThreeNumbers(text)) !== null;
}
function go_compare(a, b) {
    const left = go_parsed(withThreeNumbers(a));
    const right = go_parsed(withThreeNumbers(b));
    if (left === null || right === null)
        return left !== null ? -1 : right !== null ? 1 : compareText(a, b);
    return left.compare(right);
}
function go_admits(parts, version) {
    return go_isVersion(version) && parts.every((part) => go_parsed(part.trim()) !== null && go_compare(version, part.trim()) >= 0);
}
function go_rewrite(parts, safe, options) {
    if (!go_isVersion(safe))
        return notAVersion(safe);
    const [part, ...others] = parts;
    if (part === undefined || others.length > 0)
        return outcome_unsupported(parts.join(' '), 'is not one version');
    return proved({ dialect: go, rewriteOne: go_rewriteOne }, part, withThreeNumbers(safe), options);
}
function go_rewriteOne(part, safe) {
    const text = part.trim();
    const from = go_parsed(text);
    const to = go_parsed(safe);
    if (from === null || to === null)
        return outcome_unsupported(part, 'is not one semantic version');
    if (from.compare(to) >= 0)
        return already;
    const pathless = text.endsWith(incompatible) || (safe.endsWith(incompatible) && from.major < 2);
    if (!pathless && pathMajor(from) !== pathMajor(to))
        return modulePathChanges(from.major, to.major);
    return write(part.replace(text, `v${to.version}${pathless && to.major > 1 ? incompatible : ''}`));
}
/** v0 and v1 share a module path; every later major version has its own. */
function pathMajor({ major }) {
    return Math.max(major, 1);
}
function modulePathChanges(from, to) {
    return refuse('module-path-changes', `Going from v${from} to v${to} changes the module path, and with it the imports in the code.`, `Require the path that ends in /v${to} (gopkg.in: .v${to}) and change the imports, or ask for a safe v${from} version.`);
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/brackets.js


const opening = /[[\](]/y;
const bound = /(\s*)([^\s,[\]()]*)(\s*)/y;
const brackets_between = /\s*,?\s*/y;
/** Reads a row of intervals; undefined when the text is none from its first to its last character. */
function readBrackets(text) {
    if (text.length > longestConstraint)
        return undefined;
    const intervals = [];
    const separators = [];
    let at = text.length - text.trimStart().length;
    const before = text.slice(0, at);
    const end = text.trimEnd().length;
    while (at < end) {
        if (intervals.length > 0) {
            const separator = brackets_match(brackets_between, text, at);
            if (separator === undefined)
                return undefined;
            separators.push(separator[0]);
            at += separator[0].length;
        }
        const read = readInterval(text, at);
        if (read === undefined)
            return undefined;
        intervals.push(read.interval);
        at = read.end;
    }
    return at === end && intervals.length > 0 ? { before, intervals, separators, after: text.slice(end) } : undefined;
}
function readInterval(text, start) {
    const open = brackets_match(opening, text, start)?.[0];
    if (open === undefined)
        return undefined;
    const first = brackets_match(bound, text, start + 1);
    if (first === undefined)
        return undefined;
    let at = start + 1 + first[0].length;
    let second;
    if (text[at] === ',') {
        second = brackets_match(bound, text, at + 1);
        if (second === undefined)
            return undefined;
        at += 1 + second[0].length;
    }
    const close = text[at];
    if (close !== ']' && close !== ')' && close !== '[')
        return undefined;
    return { interval: { open, lower: padded(first), upper: second && padded(second), close }, end: at + 1 };
}
function brackets_match(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
}
function padded(found) {
    const [, before = '', version = '', after = ''] = found;
    return { before, version, after };
}
/** Writes a row back, to the letter. */
function writeBrackets({ before, intervals, separators, after }) {
    return (before + intervals.map((interval, at) => (at === 0 ? '' : separators[at - 1]) + spelled(interval)).join('') + after);
}
function spelled({ open, lower, upper, close }) {
    return open + spelledBound(lower) + (upper === undefined ? '' : `,${spelledBound(upper)}`) + close;
}
function spelledBound({ before, version, after }) {
    return before + version + after;
}
/** Is every interval well formed, not empty, and above the one before it? */
function isSound(row, grammar) {
    let ceiling;
    return row.intervals.every((interval, at) => {
        const lower = lowestOf(interval, grammar);
        const upper = brackets_ceilingOf(interval);
        if (lower === null || (upper !== undefined && !grammar.isVersion(upper.version)))
            return false;
        if (interval.upper === undefined && (interval.open !== '[' || interval.close !== ']' || lower === undefined))
            return false;
        if (lower !== undefined && upper !== undefined) {
            const order = grammar.compare(lower, upper.version);
            if (order > 0 || (order === 0 && !(interval.open === '[' && upper.inclusive)))
                return false;
        }
        if (at > 0 && (ceiling === undefined || lower === undefined || grammar.compare(lower, ceiling.version) < 0))
            return false;
        ceiling = upper;
        return true;
    });
}
function brackets_ceilingOf({ lower, upper, close }) {
    const { version } = upper ?? lower;
    return version === '' ? undefined : { version, inclusive: close === ']' };
}
/** The version of a lower bound: undefined when there is none, null when it is not a version. */
function lowestOf({ lower }, grammar) {
    if (lower.version === '')
        return undefined;
    const version = grammar.lowest === undefined ? lower.version : grammar.lowest(lower.version);
    return version !== undefined && grammar.isVersion(version) ? version : null;
}
/** Where a version stands to an interval: below it, in it, or above it. */
function placeOf(version, interval, grammar) {
    const lower = lowestOf(interval, grammar);
    if (typeof lower === 'string') {
        const order = grammar.compare(version, lower);
        if (order < 0 || (order === 0 && interval.open !== '['))
            return 'below';
    }
    const upper = brackets_ceilingOf(interval);
    if (upper === undefined)
        return 'inside';
    const order = grammar.compare(version, upper.version);
    if (order > 0 || (order === 0 && !upper.inclusive))
        return 'above';
    return !upper.inclusive && grammar.shutOut?.(upper.version, version) === true ? 'above' : 'inside';
}
/** Does the interval admit nothing below safe? */
function hasFloor(interval, safe, grammar) {
    const lower = lowestOf(interval, grammar);
    return typeof lower === 'string' && grammar.compare(lower, safe) >= 0;
}
/** Does the interval admit every version there is? */
function isBoundless({ lower, upper }) {
    return lower.version === '' && upper !== undefined && upper.version === '';
}
/**
 * What becomes of a row when nothing below safe may be admitted: intervals wholly below go, the one that holds safe is
 * raised, later ones stay. Where none holds safe, the last one below it is moved up to it. `gap` when that one would
 * reach into the next, so that safe is left out on purpose; `stuck` when a ceiling cannot be raised.
 */
function raiseBrackets(row, safe, grammar) {
    const places = row.intervals.map((interval) => placeOf(safe, interval, grammar));
    const holder = places.indexOf('inside');
    const from = holder < 0 ? places.lastIndexOf('above') : holder;
    const interval = row.intervals[from];
    if (interval === undefined)
        return 'gap';
    const raised = raiseInterval(interval, safe, holder < 0);
    if (raised === undefined)
        return 'stuck';
    const { before, after } = row;
    const intervals = [raised, ...row.intervals.slice(from + 1)];
    const result = { before, intervals, separators: row.separators.slice(from), after };
    return isSound(result, grammar) ? result : 'gap';
}
function raiseInterval(interval, safe, ceilingToo) {
    const lower = { ...interval.lower, version: safe };
    const { upper, close } = interval;
    if (upper === undefined)
        return { open: '[', lower, upper, close };
    const inclusive = close === ']';
    const version = !ceilingToo ? upper.version : inclusive ? safe : nextCeiling(upper.version, safe);
    if (version === undefined)
        return undefined;
    if (inclusive && version === safe)
        return { open: '[', lower, upper: undefined, close };
    return { open: '[', lower, upper: { ...upper, version }, close };
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/gradle-order.js

/** What Gradle gives a place of its own among the words; all others stand between `dev` and `rc`, by code unit. */
const special = ['rc', 'snapshot', 'final', 'ga', 'release', 'sp'];
/**
 * Gradle's order of versions (https://docs.gradle.org/current/userguide/dependency_versions.html): parts are cut at
 * `. - _ +` and between digits and letters, and the separators do not count.
 */
function compareGradle(a, b) {
    const left = gradleParts(a);
    const right = gradleParts(b);
    const shared = Math.min(left.length, right.length);
    for (let at = 0; at < shared; at++) {
        const order = compareParts(left[at], right[at]);
        if (order !== 0)
            return order;
    }
    if (left.length === right.length)
        return 0;
    return left.length > right.length ? extra(left[shared]) : -extra(right[shared]);
}
/** Does the version start with all parts of `prefix`? */
function startsWithParts(version, prefix) {
    const parts = gradleParts(version);
    return gradleParts(prefix).every((part, at) => at < parts.length && compareParts(part, parts[at]) === 0);
}
/** The parts of a version; a separator at the very end adds none. */
function gradleParts(version) {
    const parts = version.split(/[._+-]|(?<=\d)(?=[^\d._+-])|(?<=[^\d._+-])(?=\d)/);
    return parts[parts.length - 1] === '' ? parts.slice(0, -1) : parts;
}
function compareParts(a, b) {
    const numeric = [isNumber(a), isNumber(b)];
    if (numeric[0] && numeric[1])
        return compareDigits(a, b);
    if (numeric[0] || numeric[1])
        return numeric[0] ? 1 : -1;
    return gradle_order_rank(a) - gradle_order_rank(b) || (gradle_order_rank(a) === 0 ? compareText(a, b) : 0);
}
function gradle_order_rank(word) {
    const lower = word.toLowerCase();
    return lower === 'dev' ? -1 : special.indexOf(lower) + 1;
}
/** One more part makes a version higher when it is a number, lower when it is a word. */
function extra(part) {
    return isNumber(part) ? 1 : -1;
}
function isNumber(part) {
    return /^\d+$/.test(part);
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/gradle-prefix.js


/** Reads `1.+`, `1.2.+`, `1+`; undefined when the text is no prefix selector. */
function readPrefix(selector) {
    if (selector.length > longestVersion || !/^[0-9A-Za-z][0-9A-Za-z._-]*\+$/.test(selector))
        return undefined;
    const text = selector.slice(0, -1);
    const dot = text.endsWith('.') ? '.' : '';
    const numbers = dot === '' ? text : text.slice(0, -1);
    return { text, numbers: /^\d+(?:\.\d+)*$/.test(numbers) ? numbers.split('.') : undefined, dot };
}
/**
 * A prefix that reaches safe: without a floor it stays, or moves to the numbers of safe when it lies below; with a
 * floor it becomes the interval up to where the prefix ends. Undefined when the prefix is not made of numbers.
 */
function raisePrefix(prefix, safe, strict) {
    const reaches = safe.startsWith(prefix.text);
    if (reaches && !strict)
        return 'reaches';
    const floor = numbered(safe);
    if (prefix.numbers === undefined || floor === undefined || floor.prefix !== '')
        return undefined;
    const width = prefix.numbers.length;
    const head = Array.from({ length: width }, (_, at) => floor.numbers[at] ?? '0');
    const order = compareNumbers(prefix.numbers, head);
    if (order > 0)
        return 'already';
    const moved = head.join('.') + prefix.dot;
    if (strict || !safe.startsWith(moved))
        return `[${safe},${bump(head, width - 1, 2).join('.')})`;
    return `${moved}+`;
}
function compareNumbers(a, b) {
    for (let at = 0; at < a.length; at++) {
        const order = compareDigits(a[at], b[at] ?? '0');
        if (order !== 0)
            return order;
    }
    return 0;
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/gradle.js





/**
 * Gradle's version declarations: a plain version, one interval, a prefix (`1.+`), a status (`latest.release`), and the
 * short form of rich versions, `strictly!!prefer`. Several parts are the parts of one rich version, each on its own.
 */
const gradle = { dialect: 'gradle', isVersion: gradle_isVersion, compare: gradle_compare, admits: gradle_admits, rewrite: gradle_rewrite };
const gradle_grammar = {
    compare: gradle_compare,
    isVersion: gradle_isVersion,
    shutOut: (ceiling, version) => startsWithParts(version, ceiling),
};
function gradle_isVersion(text) {
    return (text.length <= longestVersion && /^[0-9A-Za-z](?:[0-9A-Za-z._+-]*[0-9A-Za-z._-])?$/.test(text) && !isLatest(text));
}
/** The newest of a status, or the newest there is. */
function isLatest(text) {
    return text === '+' || /^latest\.|^latest$/i.test(text);
}
function gradle_compare(a, b) {
    const valid = gradle_isVersion(a);
    if (valid !== gradle_isVersion(b))
        return valid ? -1 : 1;
    return valid ? compareGradle(a, b) : compareText(a, b);
}
function declared(part) {
    const at = part.indexOf('!!');
    return at < 0
        ? { demanded: part, preferred: undefined }
        : { demanded: part.slice(0, at), preferred: part.slice(at + 2) };
}
function gradle_admits(parts, version) {
    if (!gradle_isVersion(version))
        return false;
    const demands = parts.map((part) => declared(part).demanded.trim());
    const ranges = demands.filter((demand) => !gradle_isVersion(demand));
    // A plain version beside a range is what is preferred within it.
    if (ranges.length > 0)
        return ranges.every((range) => admitsRange(range, version));
    return demands.every((demand) => gradle_compare(demand, version) === 0);
}
function admitsRange(text, version) {
    if (isLatest(text))
        return true;
    const prefix = readPrefix(text);
    if (prefix !== undefined)
        return version.startsWith(prefix.text);
    const row = readBrackets(text);
    return (row !== undefined && isGradleRow(row) && row.intervals.every((one) => placeOf(version, one, gradle_grammar) === 'inside'));
}
/** Gradle takes one interval, and writes an absent bound with a round bracket. */
function isGradleRow(row) {
    const [interval, ...more] = row.intervals;
    if (interval === undefined || more.length > 0 || !isSound(row, gradle_grammar))
        return false;
    const { open, lower, upper, close } = interval;
    if (upper === undefined)
        return true;
    if (lower.version === '' && upper.version === '')
        return false;
    return (lower.version !== '' || open === '(') && (upper.version !== '' || close === ')');
}
function gradle_rewrite(parts, safe, options) {
    if (!gradle_isVersion(safe))
        return notAVersion(safe);
    if (parts.length === 0)
        return outcome_bareName(options, `[${safe},)`);
    const ranges = parts.map((part) => (gradle_isVersion(part.trim()) ? undefined : rewritePart(part, safe, options)));
    const reached = ranges.every((range, at) => range === undefined || gradle_admits([after(range, parts[at])], safe));
    const each = parts.map((part, at) => ranges[at] ?? (reached ? rewritePlain(part, safe) : already));
    const refused = each.find(({ kind }) => kind === 'refuse');
    if (refused !== undefined)
        return refused;
    if (each.some(({ kind }) => kind === 'write'))
        return write(...each.map((one, at) => after(one, parts[at])));
    return each.some((one) => one.kind === 'keep' && one.why === 'already') ? already : unbounded;
}
/** The text of a part after its rewrite. */
function after(rewrite, part) {
    return rewrite.kind === 'write' ? rewrite.parts[0] : part;
}
function rewritePlain(part, safe) {
    const text = part.trim();
    if (isRevision(text))
        return outcome_unsupported(part, 'is a commit or a branch, which has no place among versions');
    return gradle_compare(text, safe) >= 0 ? already : write(part.replace(text, safe));
}
/** A part that is not one plain version; with `!!`, its preferred version follows as far as the demanded ones go. */
function rewritePart(part, safe, options) {
    const { demanded, preferred } = declared(part);
    const demand = rewriteDemand(demanded, safe, options);
    if (demand.kind === 'refuse' || preferred === undefined)
        return demand;
    const left = after(demand, demanded);
    const wanted = preferred.trim();
    if (wanted !== '' && !gradle_isVersion(wanted))
        return outcome_unsupported(part, 'prefers something that is not one version');
    const behind = wanted !== '' && gradle_admits([left], safe) && gradle_compare(wanted, safe) < 0;
    const whole = `${left}!!${behind ? preferred.replace(wanted, safe) : preferred}`;
    return whole === part ? demand : write(whole);
}
function rewriteDemand(part, safe, options) {
    const text = part.trim();
    if (isLatest(text) && !options.strictFloor)
        return unbounded;
    const prefix = readPrefix(text);
    const raised = prefix === undefined ? undefined : raisePrefix(prefix, safe, options.strictFloor);
    if (raised === 'reaches')
        return unbounded;
    if (raised !== undefined && raised !== 'already' && readPrefix(raised) !== undefined) {
        return write(part.replace(text, raised));
    }
    return proved({ dialect: gradle, rewriteOne: gradle_rewriteOne }, part, safe, options);
}
function gradle_rewriteOne(part, safe, options) {
    const text = part.trim();
    if (gradle_isVersion(text))
        return rewritePlain(part, safe);
    if (isLatest(text))
        return write(part.replace(text, `[${safe},)`));
    const prefix = readPrefix(text);
    if (prefix === undefined)
        return rewriteInterval(part, safe);
    const raised = raisePrefix(prefix, safe, options.strictFloor);
    if (raised === undefined)
        return outcome_unsupported(part, 'is a prefix that is not made of numbers');
    return raised === 'already' ? already : write(part.replace(text, raised));
}
function rewriteInterval(part, safe) {
    const row = readBrackets(part);
    if (row === undefined || !isGradleRow(row))
        return outcome_unsupported(part, 'is neither a version nor a range of Gradle');
    if (row.intervals.every((interval) => hasFloor(interval, safe, gradle_grammar)))
        return already;
    const raised = raiseBrackets(row, safe, gradle_grammar);
    if (raised === 'gap')
        return excludedByAuthor(part, safe);
    if (raised === 'stuck')
        return outcome_unsupported(part, 'has a ceiling that does not start with a number');
    return write(writeBrackets(raised));
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/maven-order.js

const qualifiers = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const releases = new Set(['', 'ga', 'final', 'release']);
const releaseRank = qualifiers.indexOf('');
const beforeNumber = new Map([
    ['a', 'alpha'],
    ['b', 'beta'],
    ['m', 'milestone'],
]);
/** Orders two versions as Maven does: negative, zero or positive. Any text has a place in it. */
function compareMaven(a, b) {
    const left = levelsOf(a);
    const right = levelsOf(b);
    let leftLevel = 0;
    let rightLevel = 0;
    for (;;) {
        const l = left[leftLevel] ?? [];
        const r = right[rightLevel] ?? [];
        const shared = Math.min(l.length, r.length);
        for (let at = 0; at < shared; at++) {
            const order = compareScalars(l[at], r[at]);
            if (order !== 0)
                return order;
        }
        if (l.length !== r.length) {
            return l.length > r.length
                ? compareTails(l, shared, left, leftLevel, right, rightLevel + 1)
                : 0 - compareTails(r, shared, right, rightLevel, left, leftLevel + 1);
        }
        leftLevel++;
        rightLevel++;
        if (leftLevel >= left.length && rightLevel >= right.length)
            return 0;
        if (leftLevel >= left.length)
            return 0 - compareToNothing(right, rightLevel, 0);
        if (rightLevel >= right.length)
            return compareToNothing(left, leftLevel, 0);
    }
}
/** The longer row against what stands at the same place of the other: its sub-list, or nothing. */
function compareTails(longer, at, chain, level, other, otherLevel) {
    const scalar = longer[at];
    if (otherLevel >= other.length)
        return compareToNothing(chain, level, at);
    if (scalar.kind === 'number')
        return 1;
    const order = -compareListToWord(other, otherLevel, scalar);
    return order !== 0 ? order : compareToNothing(chain, level, at + 1);
}
function compareListToWord(chain, level, word) {
    const [first] = chain[level] ?? [];
    if (first === undefined)
        return -compareScalarToNothing(word);
    const order = compareScalars(first, word);
    return order !== 0 ? order : compareToNothing(chain, level, 1);
}
/** Everything from a place of the chain on against nothing: the first entry that counts decides. */
function compareToNothing(chain, level, at) {
    for (let here = level; here < chain.length; here++) {
        const scalars = chain[here];
        for (let place = here === level ? at : 0; place < scalars.length; place++) {
            const order = compareScalarToNothing(scalars[place]);
            if (order !== 0)
                return order;
        }
    }
    return 0;
}
function compareScalarToNothing(scalar) {
    if (scalar.kind === 'number')
        return isZero(scalar.digits) ? 0 : 1;
    const order = compareWords(scalar.word, '');
    return order !== 0 ? order : scalar.digits === undefined || isZero(scalar.digits) ? 0 : 1;
}
function compareScalars(a, b) {
    if (a.kind === 'number')
        return b.kind === 'number' ? compareDigits(a.digits, b.digits) : 1;
    if (b.kind === 'number')
        return -1;
    const order = compareWords(a.word, b.word);
    if (order !== 0)
        return order;
    if (a.digits !== undefined && b.digits !== undefined)
        return compareDigits(a.digits, b.digits);
    if (a.digits === b.digits)
        return 0;
    return a.digits === undefined ? -numberedOverPlain(b.word, b.digits ?? '0') : numberedOverPlain(a.word, a.digits);
}
/** `rc1` is above `rc`; `ga0` is the release as `ga` is. */
function numberedOverPlain(word, digits) {
    return releases.has(word) && isZero(digits) ? 0 : 1;
}
function compareWords(a, b) {
    return maven_order_rank(a) - maven_order_rank(b) || (maven_order_rank(a) === qualifiers.length ? compareText(a, b) : 0);
}
function maven_order_rank(word) {
    if (releases.has(word))
        return releaseRank;
    const known = qualifiers.indexOf(word);
    return known < 0 ? qualifiers.length : known;
}
function isZero(digits) {
    return /^0*$/.test(digits);
}
/** The chain of levels of a version, trailing nulls trimmed. */
function levelsOf(version) {
    const chain = [[]];
    const text = version.toLowerCase();
    let start = 0;
    let inDigits = false;
    let combined = false;
    const row = () => chain[chain.length - 1];
    const deeper = () => {
        if (row().length > 0)
            chain.push([]);
    };
    const take = (end) => row().push(start === end ? zero : scalarOf(text.slice(start, end), inDigits, combined));
    for (let at = 0; at < text.length; at++) {
        const char = text[at];
        if (char === '.') {
            take(at);
            start = at + 1;
            combined = false;
        }
        else if (char === '-') {
            if (at > start && !inDigits && maven_order_isDigit(text[at + 1])) {
                combined = true;
                continue;
            }
            take(at);
            start = at + 1;
            deeper();
            combined = false;
        }
        else if (maven_order_isDigit(char)) {
            if (!inDigits && at > start) {
                combined = true;
                deeper();
            }
            inDigits = true;
        }
        else {
            if (inDigits && at > start) {
                take(at);
                start = at;
                chain.push([]);
                combined = false;
            }
            inDigits = false;
        }
    }
    if (start < text.length) {
        if (!inDigits)
            deeper();
        take(text.length);
    }
    return maven_order_trimmed(chain);
}
const zero = { kind: 'number', digits: '0' };
function scalarOf(text, inDigits, combined) {
    if (!combined)
        return inDigits ? { kind: 'number', digits: text } : { kind: 'word', word: aliased(text) };
    const glued = text.replaceAll('-', '');
    const split = glued.search(/\d/);
    const word = glued.slice(0, split);
    return { kind: 'word', word: aliased(beforeNumber.get(word) ?? word), digits: glued.slice(split) };
}
function aliased(word) {
    return word === 'cr' ? 'rc' : word;
}
function maven_order_isDigit(char) {
    return char !== undefined && char >= '0' && char <= '9';
}
/** Drops nulls at the end of each level, and those before a qualifier, from the innermost level outwards. */
function maven_order_trimmed(chain) {
    const levels = [];
    for (const level of chain.toReversed()) {
        const inner = levels[levels.length - 1];
        const kept = [];
        let next;
        for (const scalar of level.toReversed()) {
            const last = kept.length === 0;
            if (isNull(scalar) &&
                (last ? inner === undefined || isWord(inner[0]) : isWord(next) && next?.digits === undefined))
                continue;
            kept.push(scalar);
            next = scalar;
        }
        if (kept.length > 0)
            levels.push(kept.toReversed());
    }
    return levels.toReversed();
}
function isNull(scalar) {
    return scalar.kind === 'number' ? isZero(scalar.digits) : scalar.word === '' && scalar.digits === undefined;
}
function isWord(scalar) {
    return scalar?.kind === 'word';
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/maven.js




/**
 * Maven's version requirements: a plain version (a wish for exactly that one), a row of intervals, or the words
 * `LATEST` and `RELEASE`.
 */
const maven = { dialect: 'maven', isVersion: maven_isVersion, compare: maven_compare, admits: maven_admits, rewrite: maven_rewrite };
const maven_grammar = { compare: maven_compare, isVersion: maven_isVersion };
function maven_isVersion(text) {
    return text.length <= longestVersion && /^[0-9A-Za-z][0-9A-Za-z._+-]*$/.test(text) && !maven_isWord(text);
}
function maven_isWord(text) {
    return /^(?:latest|release)$/i.test(text);
}
function maven_compare(a, b) {
    const valid = maven_isVersion(a);
    if (valid !== maven_isVersion(b))
        return valid ? -1 : 1;
    return valid ? compareMaven(a, b) : compareText(a, b);
}
function maven_admits(parts, version) {
    if (!maven_isVersion(version))
        return false;
    return parts.every((part) => {
        const text = part.trim();
        if (maven_isWord(text))
            return true;
        if (maven_isVersion(text))
            return maven_compare(text, version) === 0;
        const row = readBrackets(part);
        return (row !== undefined &&
            isMavenRow(row) &&
            row.intervals.some((interval) => placeOf(version, interval, maven_grammar) === 'inside'));
    });
}
/** Maven knows no turned brackets. */
function isMavenRow(row) {
    return isSound(row, maven_grammar) && row.intervals.every(({ open, close }) => open !== ']' && close !== '[');
}
function maven_rewrite(parts, safe, options) {
    if (!maven_isVersion(safe))
        return notAVersion(safe);
    const [part, ...others] = parts;
    if (part === undefined)
        return outcome_bareName(options, `[${safe},)`);
    if (others.length > 0)
        return outcome_unsupported(parts.join(' '), 'is several constraints where Maven takes one');
    return proved({ dialect: maven, rewriteOne: maven_rewriteOne }, part, safe, options);
}
function maven_rewriteOne(part, safe, { strictFloor }) {
    const text = part.trim();
    if (maven_isWord(text))
        return strictFloor ? write(part.replace(text, `[${safe},)`)) : unbounded;
    if (isRevision(text))
        return outcome_unsupported(part, 'is a commit or a branch, which has no place among versions');
    if (maven_isVersion(text))
        return maven_compare(text, safe) >= 0 ? already : write(part.replace(text, safe));
    const row = readBrackets(part);
    if (row === undefined || !isMavenRow(row))
        return outcome_unsupported(part, 'is neither a version nor a row of Maven ranges');
    if (row.intervals.some(isBoundless) && !strictFloor)
        return unbounded;
    if (row.intervals.every((interval) => hasFloor(interval, safe, maven_grammar)))
        return already;
    const raised = raiseBrackets(row, safe, maven_grammar);
    if (raised === 'gap')
        return excludedByAuthor(part, safe);
    if (raised === 'stuck')
        return outcome_unsupported(part, 'has a ceiling that does not start with a number');
    return write(writeBrackets(raised));
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/nuget.js



/**
 * NuGet's version ranges: a plain version (that one or anything above), one interval, or a floating version such as
 * `1.*`, which takes the highest match and is unbounded above and below its own floor.
 */
const nuget = { dialect: 'nuget', isVersion: nuget_isVersion, compare: nuget_compare, admits: nuget_admits, rewrite: nuget_rewrite };
const nuget_version = /^(\d+(?:\.\d+){0,3})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const floating = /^(?:(\d+(?:\.\d+){0,2})\.)?\*(-\*)?$/;
const floatingLabel = /^(\d+(?:\.\d+){0,3})-([0-9A-Za-z.-]*)\*$/;
const nuget_grammar = { compare: nuget_compare, isVersion: nuget_isVersion, lowest: nuget_lowest };
function nuget_isVersion(text) {
    return text.length <= longestVersion && nuget_version.test(text);
}
function nuget_compare(a, b) {
    const left = nuget_isVersion(a) ? nuget_version.exec(a) : null;
    const right = nuget_isVersion(b) ? nuget_version.exec(b) : null;
    if (left === null || right === null)
        return left !== null ? -1 : right !== null ? 1 : compareText(a, b);
    const [, leftNumbers = '', leftLabels] = left;
    const [, rightNumbers = '', rightLabels] = right;
    return nuget_compareNumbers(leftNumbers.split('.'), rightNumbers.split('.')) || compareLabels(leftLabels, rightLabels);
}
function nuget_compareNumbers(a, b) {
    for (const at of [0, 1, 2, 3]) {
        const order = compareDigits(a[at] ?? '0', b[at] ?? '0');
        if (order !== 0)
            return order;
    }
    return 0;
}
/** SemVer's order of pre-release labels, without regard to case; no label at all is above every label. */
function compareLabels(a, b) {
    if (a === undefined || b === undefined)
        return Number(a === undefined) - Number(b === undefined);
    const left = a.toLowerCase().split('.');
    const right = b.toLowerCase().split('.');
    for (let at = 0; at < Math.min(left.length, right.length); at++) {
        const order = compareLabel(left[at], right[at]);
        if (order !== 0)
            return order;
    }
    return left.length - right.length;
}
function compareLabel(a, b) {
    const numeric = [a, b].map((label) => /^\d+$/.test(label));
    if (numeric[0] && numeric[1])
        return compareDigits(a, b);
    return Number(numeric[1]) - Number(numeric[0]) || compareText(a, b);
}
/** The floor of a floating version: `1.2.*` starts at 1.2, `1.0.0-*` at 1.0.0-0. */
function nuget_lowest(text) {
    if (!text.includes('*'))
        return text;
    const [whole, numbers, labels] = floating.exec(text) ?? [];
    if (whole !== undefined)
        return (numbers ?? '0') + (labels === undefined ? '' : '-0');
    const [label, base, start = ''] = floatingLabel.exec(text) ?? [];
    if (label === undefined)
        return undefined;
    const release = start === '' || start.endsWith('.') ? `${start}0` : start;
    return `${base}-${release}`;
}
function nuget_admits(parts, candidate) {
    return nuget_isVersion(candidate) && parts.every((part) => nuget_admitsOne(part, candidate));
}
function nuget_admitsOne(part, candidate) {
    const text = part.trim();
    const floor = text.length <= longestVersion ? nuget_lowest(text) : undefined;
    if (floor !== undefined && nuget_isVersion(floor))
        return nuget_compare(candidate, floor) >= 0;
    const row = readBrackets(part);
    return (row !== undefined && isNuGetRow(row) && row.intervals.every((one) => placeOf(candidate, one, nuget_grammar) === 'inside'));
}
/** NuGet takes one interval, with round or square brackets. */
function isNuGetRow(row) {
    const [{ open, close } = { open: '', close: '' }, ...more] = row.intervals;
    return more.length === 0 && open !== ']' && close !== '[' && isSound(row, nuget_grammar);
}
function nuget_rewrite(parts, safe, options) {
    if (!nuget_isVersion(safe))
        return notAVersion(safe);
    const [part, ...others] = parts;
    if (part === undefined)
        return outcome_bareName(options, safe);
    if (others.length > 0)
        return outcome_unsupported(parts.join(' '), 'is several constraints where NuGet takes one');
    const floated = rewriteFloating(part, safe, options);
    return floated ?? proved({ dialect: nuget, rewriteOne: nuget_rewriteOne }, part, safe, options);
}
function nuget_rewriteOne(part, safe, { strictFloor }) {
    const text = part.trim();
    const sunk = isFloating(text) ? sunken(text, safe) : undefined;
    if (sunk !== undefined)
        return write(part.replace(text, sunk));
    if (nuget_isVersion(text))
        return nuget_compare(text, safe) >= 0 ? already : write(part.replace(text, safe));
    const row = readBrackets(part);
    if (row === undefined || !isNuGetRow(row))
        return outcome_unsupported(part, 'is neither a version nor a range of NuGet');
    if (row.intervals.some(isBoundless) && !strictFloor)
        return unbounded;
    if (row.intervals.every((interval) => hasFloor(interval, safe, nuget_grammar)))
        return already;
    const raised = raiseBrackets(row, safe, nuget_grammar);
    if (raised === 'gap')
        return excludedByAuthor(part, safe);
    if (raised === 'stuck')
        return outcome_unsupported(part, 'has a ceiling that does not start with a number');
    return write(writeBrackets(raised));
}
function isFloating(text) {
    return text.length <= longestVersion && (floating.test(text) || floatingLabel.test(text));
}
/**
 * A floating version that can reach safe stays, as its author wants the newest; one that floats below safe is moved to
 * float around it. Undefined where a floor has to be written instead.
 */
function rewriteFloating(part, safe, { strictFloor }) {
    const text = part.trim();
    if (!isFloating(text))
        return undefined;
    if (nuget_compare(nuget_lowest(text) ?? '', safe) >= 0)
        return already;
    if (strictFloor)
        return undefined;
    const [, safeNumbers = '', safeLabel] = nuget_version.exec(safe) ?? [];
    const numbers = safeNumbers.split('.');
    const [numeric, prefix, labels = ''] = floating.exec(text) ?? [];
    if (numeric === undefined)
        return rewriteFloatingLabel(part, text, safeNumbers, safeLabel);
    if (prefix === undefined)
        return unbounded;
    const around = prefix.split('.').map((_, at) => numbers[at] ?? '0');
    if (nuget_compareNumbers(prefix.split('.'), around) === 0)
        return unbounded;
    // Only `*-*` floats to a pre-release.
    return safeLabel === undefined ? write(part.replace(text, `${around.join('.')}.*${labels}`)) : undefined;
}
/** `1.0.0-*` floats among the pre-releases of one version, `1.0.0-beta.*` among some of them. */
function rewriteFloatingLabel(part, text, numbers, label) {
    const [, base = '', start = ''] = floatingLabel.exec(text) ?? [];
    const same = nuget_compareNumbers(base.split('.'), numbers.split('.')) === 0;
    if (same && (label ?? start).toLowerCase().startsWith(start.toLowerCase()))
        return unbounded;
    if (start !== '' || label !== undefined)
        return outcome_unsupported(part, 'floats among pre-releases of an older version');
    return write(part.replace(text, `${numbers}-*`));
}
/** A floating version as a floor: the interval that `1.*` floats in, else the plain version, which is a minimum. */
function sunken(text, safe) {
    const prefix = floating.exec(text)?.[1];
    if (prefix === undefined)
        return safe;
    const numbers = (nuget_version.exec(safe)?.[1] ?? '').split('.');
    return `[${safe},${bump(numbers, prefix.split('.').length - 1, 3).join('.')})`;
}

// EXTERNAL MODULE: ./node_modules/@renovatebot/pep440/index.js
var pep440 = __webpack_require__(68898);
;// CONCATENATED MODULE: ./lib/manifests/constraints/pep440-version.js
/** PEP 440 versions as keys with a total order, and the sets that its comparison clauses describe. */


const LETTERS = ['a', 'b', 'rc'];
const RELEASE = /^v?(?:\d+!)?(\d+(?:\.\d+)*)/i;
/** `parsePyVersion` reads one PEP 440 version; undefined when the text is none, or has numbers too long to count with. */
function parsePyVersion(text) {
    if (text.length > 200 || /\d{16}/.test(text) || /[^0-9A-Za-z.!+_-]/.test(text))
        return undefined;
    if (pep440.valid(text) === null)
        return undefined;
    const parsed = pep440.parse(text);
    const release = RELEASE.exec(text);
    if (!parsed || !release)
        return undefined;
    const publicText = text.replace(/^v/i, '').replace(/\+.*/, '');
    const publicKey = { epoch: parsed.epoch, release: pep440_version_trimmed(parsed.release), tail: tailOf(parsed), local: [] };
    return {
        text: text.replace(/^v/i, ''),
        epoch: parsed.epoch,
        release: parsed.release,
        segments: (release[1] ?? '').split('.'),
        suffix: text.slice(release[0].length).replace(/\+.*/, ''),
        publicText,
        isPrerelease: parsed.pre !== null || parsed.dev !== null,
        hasLocal: parsed.local !== null,
        key: { ...publicKey, local: parsed.local ?? [] },
        publicKey,
    };
}
function tailOf({ pre, post, dev }) {
    const missing = !post && dev ? -Infinity : Infinity;
    const rank = pre ? LETTERS.indexOf(pre[0]) : missing;
    return [rank, pre?.[1] ?? 0, post?.[1] ?? -Infinity, dev?.[1] ?? Infinity];
}
function pep440_version_trimmed(release) {
    return release.slice(0, release.findLastIndex((n) => n !== 0) + 1);
}
/** `comparePyKeys` is PEP 440's order of versions. */
function comparePyKeys(a, b) {
    return (a.epoch - b.epoch ||
        compareLists(a.release, b.release) ||
        compareLists(a.tail, b.tail) ||
        compareLocal(a.local, b.local));
}
function compareLists(a, b) {
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
        const x = a[i] ?? 0;
        const y = b[i] ?? 0;
        if (x !== y)
            return x < y ? -1 : 1;
    }
    return 0;
}
function compareLocal(a, b) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
        const x = a[i] ?? 0;
        const y = b[i] ?? 0;
        if (x === y)
            continue;
        if (typeof x !== typeof y)
            return typeof x === 'string' ? -1 : 1;
        return x < y ? -1 : 1;
    }
    return a.length - b.length;
}
/** Sets of versions under PEP 440's order. */
const pySets = versionSets(comparePyKeys);
const ANY_LOCAL = [Infinity];
const FINAL = [Infinity, 0, -Infinity, Infinity];
const FIRST_DEV = [-Infinity, 0, -Infinity, 0];
/** `finalKey` is the final release of a series: no prerelease, post or dev part. */
function finalKey(epoch, release) {
    return { epoch, release: pep440_version_trimmed(release), tail: FINAL, local: [] };
}
/** `firstKey` is the lowest version of a release, its `.dev0`. */
function firstKey(epoch, release) {
    return { epoch, release: pep440_version_trimmed(release), tail: FIRST_DEV, local: [] };
}
/**
 * `clauseSet` is what one comparison clause admits, prereleases included. `<V` leaves out the prereleases of a final V
 * and `>V` its post-releases, as PEP 440 says; a version without a local part stands for itself with every local part.
 */
function clauseSet(op, version) {
    const { key, epoch, release } = version;
    const withLocals = version.hasLocal ? key : { ...key, local: ANY_LOCAL };
    const [pre, , post] = key.tail;
    const final = pre === Infinity && post === -Infinity && key.tail[3] === Infinity;
    if (op === '>=')
        return pySets.from(key);
    if (op === '<=')
        return pySets.upTo(withLocals, 'closed');
    if (op === '<')
        return pySets.upTo(final ? firstKey(epoch, release) : key);
    if (op === '>')
        return pySets.from(final ? { ...key, tail: [Infinity, 0, Infinity, Infinity], local: ANY_LOCAL } : withLocals, 'open');
    const exactly = pySets.and(pySets.from(key), pySets.upTo(withLocals, 'closed'));
    return op === '!=' || op === '<>' ? pySets.not(exactly) : exactly;
}
/** `seriesSet` is what `==1.2.*` admits. */
function seriesSet(epoch, release) {
    const above = release.map((n, i) => (i === release.length - 1 ? n + 1 : n));
    return pySets.between(firstKey(epoch, release), firstKey(epoch, above));
}
/** `hasRelease` is true when a set holds anything that is not a prerelease. */
function hasRelease(set) {
    return set.some(({ lo, hi }) => {
        const first = lo && isPrereleaseKey(lo.at) ? { at: released(lo.at), side: -1 } : (lo ?? START);
        return !hi || pySets.compareCuts(first, hi) < 0;
    });
}
const START = { at: finalKey(0, []), side: -1 };
function isPrereleaseKey({ tail: [pre, , , dev] }) {
    return pre !== Infinity || dev !== Infinity;
}
/** The lowest version at or above a prerelease that is none: `1.5rc1` gives `1.5`, `1.5.post1.dev0` gives `1.5.post1`. */
function released(key) {
    const [pre, , post] = key.tail;
    const tail = pre === Infinity ? [Infinity, 0, post, Infinity] : FINAL;
    return { ...key, tail, local: [] };
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/python-parse.js

const PEP440 = { operator: /(?:===|~=|==|!=|<=|>=|<|>)/y, blanksJoin: false };
const POETRY = { operator: /(?:\^|~=|~|===|==|=|!=|<>|<=|>=|<|>|)/y, or: /\|\|?/g, blanksJoin: true };
/** White space as pip sees it: a backslash at the end of a line continues it. */
const python_parse_BLANK = /(?:\s|\\\r?\n)*/y;
const COMMAS = /(?:\s|\\\r?\n|,)*/y;
const python_parse_TOKEN = /[0-9A-Za-z.!+_*-]+/y;
/** `parsePep440` reads a PEP 440 version specifier, or Pipfile's `*`. */
function parsePep440(text) {
    return parse(text, PEP440);
}
/** `parsePoetry` reads a Poetry constraint. */
function parsePoetry(text) {
    return parse(text, POETRY);
}
function parse(text, flavour) {
    const alternatives = [];
    let at = 0;
    for (const bar of flavour.or ? text.matchAll(flavour.or) : []) {
        const one = python_parse_alternative(text.slice(0, bar.index), at, flavour);
        if (!one || one.clauses.length === 0)
            return undefined;
        alternatives.push(one);
        at = bar.index + bar[0].length;
    }
    const last = python_parse_alternative(text, at, flavour);
    if (!last || (alternatives.length > 0 && last.clauses.length === 0))
        return undefined;
    alternatives.push(last);
    const clauses = alternatives.flatMap((one) => one.clauses);
    const prereleases = clauses.some(({ role, version }) => role !== 'not' && version?.isPrerelease === true);
    return { text, alternatives, prereleases };
}
function python_parse_alternative(text, from, flavour) {
    const clauses = [];
    let at = python_parse_skip(COMMAS, text, from);
    while (at < text.length) {
        const clause = clauseAt(text, at, flavour);
        if (!clause)
            return undefined;
        clauses.push(clause);
        at = python_parse_skip(COMMAS, text, clause.end);
        const joint = text.slice(clause.end, at);
        if (at < text.length && !joint.includes(',') && !(flavour.blanksJoin && joint !== ''))
            return undefined;
    }
    const set = clauses.reduce((all, clause) => pySets.and(all, clause.set), pySets.all);
    const any = clauses.every(({ role }) => role === 'any');
    return { start: clauses[0]?.start ?? from, end: clauses.at(-1)?.end ?? from, clauses, set, any };
}
function python_parse_skip(pattern, text, at) {
    pattern.lastIndex = at;
    pattern.exec(text);
    return Math.max(at, pattern.lastIndex);
}
function clauseAt(text, start, flavour) {
    if (text[start] === '*' && /^(?:\s|,|$)/.test(text.slice(start + 1, start + 2)))
        return star(start);
    flavour.operator.lastIndex = start;
    const op = flavour.operator.exec(text)?.[0];
    if (op === undefined)
        return undefined;
    const from = python_parse_skip(python_parse_BLANK, text, start + op.length);
    python_parse_TOKEN.lastIndex = from;
    const token = python_parse_TOKEN.exec(text)?.[0];
    if (token === undefined)
        return undefined;
    const where = { start, end: from + token.length, op, gap: text.slice(start + op.length, from) };
    const series = token.endsWith('.*');
    const version = parsePyVersion(series ? token.slice(0, -2) : token);
    return version && python_parse_clause(where, /^v/i.test(token) ? (token[0] ?? '') : '', version, series);
}
function star(start) {
    return { start, end: start + 1, role: 'any', op: '', gap: '', v: '', series: false, set: pySets.all };
}
function python_parse_clause(where, v, version, series) {
    const { op } = where;
    const equality = ['', '=', '==', '===', '!=', '<>'].includes(op);
    if (version.hasLocal && (!equality || series))
        return undefined;
    if (series && (!equality || op === '===' || version.suffix !== ''))
        return undefined;
    if (op === '~=' && version.release.length < 2)
        return undefined;
    const set = series ? seriesClauseSet(op, version) : spanSet(op, version);
    return { ...where, role: python_parse_roleOf(op, series), v, version, series, set };
}
function seriesClauseSet(op, { epoch, release }) {
    const set = seriesSet(epoch, release);
    return op === '!=' || op === '<>' ? pySets.not(set) : set;
}
function python_parse_roleOf(op, series) {
    if (op === '!=' || op === '<>')
        return 'not';
    if (series || op.startsWith('~') || op === '^')
        return 'span';
    if (op.startsWith('>'))
        return 'lower';
    return op.startsWith('<') ? 'upper' : 'pin';
}
/** `spanSet` is what a clause without `.*` admits, Poetry's caret and tilde among them. */
function spanSet(op, version) {
    const { key, epoch, release } = version;
    if (op === '~=')
        return pySets.and(pySets.from(key), seriesSet(epoch, release.slice(0, -1)));
    if (op !== '^' && op !== '~')
        return clauseSet(op, version);
    const place = op === '^' ? python_parse_caretPlace(release) : Math.min(2, release.length);
    const above = release.slice(0, place).map((n, i) => (i === place - 1 ? n + 1 : n));
    return pySets.between(key, firstKey(epoch, above));
}
/** How many leading segments a caret holds fast: up to the first that is not zero, of at most three. */
function python_parse_caretPlace(release) {
    const first = release.findIndex((n) => n !== 0);
    return Math.min(3, first < 0 ? release.length : first + 1);
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/python-rewrite.js




/** `leaksBelow` is true when a set admits something below safe; prereleases count only where they are admitted. */
function leaksBelow(set, safe, prereleases) {
    const below = pySets.below(set, safe.publicKey);
    return prereleases ? below.length > 0 : hasRelease(below);
}
/** `alternativeFates` says which alternatives of a constraint stay, are raised, or go. */
function alternativeFates({ alternatives, prereleases }, safe) {
    return fates(alternatives.map(({ set }, i) => ({
        leaks: leaksBelow(set, safe, prereleases),
        reaches: pySets.and(set, pySets.from(safe.publicKey)).length > 0,
        holds: pySets.has(set, safe.key),
        rank: alternatives.filter((other, k) => k !== i && endsBefore(other.set, set)).length,
    })));
}
function endsBefore(a, b) {
    const x = a.at(-1)?.hi;
    const y = b.at(-1)?.hi;
    return x !== undefined && (y === undefined || pySets.compareCuts(x, y) < 0);
}
/** `raisePython` writes a constraint anew so that its lowest version is `safe`, in the author's own style. */
function raisePython(reading, safe) {
    const { text, alternatives } = reading;
    const fate = alternativeFates(reading, safe);
    const raised = alternatives.flatMap((one, i) => (fate[i] === 'raise' ? python_rewrite_raiseAlternative(reading, one, safe) : []));
    return applyEdits(text, [...raised, ...withoutDropped(alternatives, fate)]);
}
function python_rewrite_raiseAlternative(reading, { clauses }, safe) {
    const raising = {
        holds: ({ set }) => pySets.has(set, safe.key),
        leaks: ({ set }) => pySets.below(set, safe.publicKey).length > 0,
        higher: (a, b) => {
            const x = a.set[0]?.lo;
            const y = b.set[0]?.lo;
            return x !== undefined && (y === undefined || pySets.compareCuts(x, y) > 0);
        },
        raise: (clause) => {
            const raised = python_rewrite_raiseClause(clause, safe);
            // `==2.*` begins at 2.dev0, so where prereleases are admitted it is no floor of 2.
            return clause.series && reading.prereleases && raised.text.endsWith('.*') ? { ...raised, exact: false } : raised;
        },
    };
    const spaced = clauses.some(({ op, gap }) => op !== '' && gap === ' ') ? ' ' : '';
    const floor = `>=${spaced}${safe.publicText}`;
    return conjunctionEdits(clauses, raiseConjunction(clauses, raising), floor, python_rewrite_separator(reading.text, clauses, spaced));
}
/** The joint the author uses, or a comma with as much space as there is behind the operator. */
function python_rewrite_separator(text, clauses, spaced) {
    const [first, second] = clauses;
    const joint = first && second ? text.slice(first.end, second.start) : '';
    return /^(?: ?, ?| )$/.test(joint) ? joint : `,${spaced}`;
}
function python_rewrite_raiseClause(clause, safe) {
    const { role, op, gap, v, version } = clause;
    if (!version)
        return { text: '*', exact: false };
    if (role === 'upper')
        return { text: `${op}${gap}${v}${python_rewrite_ceiling(op === '<=', version, safe)}`, exact: false };
    if (role === 'lower')
        return { text: `>=${gap}${v}${safe.publicText}`, exact: true };
    if (role === 'pin')
        return { text: `${op}${gap}${v}${safe.text}`, exact: true };
    if (op === '~=')
        return raiseCompatible(clause, version, safe);
    if (clause.series && (op !== '' || version.release.length > 2))
        return raiseSeries(clause, version, safe);
    return { text: raiseOperator(clause, version, safe), exact: true };
}
function python_rewrite_ceiling(closed, old, safe) {
    const raised = raisedCeiling(old.release, safe.release, closed, (candidate) => {
        return comparePyKeys(finalKey(safe.epoch, candidate), safe.publicKey) >= 0;
    });
    const lowest = !closed && /^[-_.]?(?:dev|a|alpha)0?$/i.test(old.suffix);
    return `${epochOf(safe)}${raised.join('.')}${lowest ? old.suffix : ''}`;
}
function epochOf({ epoch }) {
    return epoch === 0 ? '' : `${epoch}!`;
}
function python_rewrite_segmentsOf({ segments }, length) {
    return Array.from({ length }, (_, i) => segments[i] ?? '0').join('.');
}
/** `~=` bounds by its number of segments, so safe is cut or padded to as many, and a floor makes up for what is cut. */
function raiseCompatible({ op, gap, v }, old, safe) {
    const length = old.release.length;
    const exact = fitsIn(safe.release, length);
    return { text: `${op}${gap}${v}${epochOf(safe)}${python_rewrite_segmentsOf(safe, length)}${exact ? safe.suffix : ''}`, exact };
}
function raiseSeries({ op, gap, v, set }, old, safe) {
    const length = old.release.length;
    const holds = pySets.has(set, safe.key);
    const base = holds ? python_rewrite_segmentsOf(old, length) : python_rewrite_segmentsOf(safe, length);
    const exact = !holds && fitsIn(safe.release, length) && safe.suffix === '';
    return { text: `${op}${gap}${v}${epochOf(safe)}${base}.*`, exact };
}
/**
 * Caret, tilde and a bare `1.2.*` say their ceiling by how much is written out, so the operator that keeps the old
 * ceiling is looked for. Where safe lies above, the operator is the one that fits the author's granularity.
 */
function raiseOperator({ op, gap, v, set }, old, safe) {
    const natural = op === '^' || old.release.length === 1 ? '^' : '~';
    const written = (sign) => `${sign}${gap}${v}${safe.publicText}`;
    if (!pySets.has(set, safe.key))
        return written(natural);
    const same = [natural, '^', '~'].find((sign) => python_rewrite_sameCeiling(spanSet(sign, safe), set));
    return same === undefined ? `>=${gap}${v}${safe.publicText},<${gap}${python_rewrite_endOf(set)}` : written(same);
}
function python_rewrite_sameCeiling(a, b) {
    const x = a.at(-1)?.hi;
    const y = b.at(-1)?.hi;
    return x !== undefined && y !== undefined && pySets.compareCuts(x, y) === 0;
}
function python_rewrite_endOf(set) {
    const end = set.at(-1)?.hi?.at;
    return end ? `${end.epoch === 0 ? '' : `${end.epoch}!`}${end.release.join('.')}` : '';
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/python.js
/** The dialects of Python: PEP 440 specifiers as pip reads them, and Poetry's constraints. */




function python_isVersion(text) {
    return parsePyVersion(text) !== undefined;
}
function python_compare(a, b) {
    const x = parsePyVersion(a);
    const y = parsePyVersion(b);
    if (x && y)
        return comparePyKeys(x.key, y.key);
    return x || y ? (x ? -1 : 1) : a < b ? -1 : Number(a > b);
}
/** `pythonDialect` makes the dialect around one of the two grammars. */
function pythonDialect(dialect, parse) {
    const read = (parts) => (parts.length > 1 ? undefined : parse(parts[0] ?? ''));
    const grammar = {
        dialect,
        isVersion: python_isVersion,
        compare: python_compare,
        read,
        isUnbounded: ({ alternatives }) => alternatives.some(({ any }) => any),
        isEmpty: ({ alternatives }) => alternatives.every(({ set }) => set.length === 0),
        leaks: (reading, safe) => withVersion(safe, (v) => leaks(reading, v), true),
        holds: (reading, safe) => withVersion(safe, (v) => holds(reading, v), false),
        excludes: (reading, safe) => withVersion(safe, (v) => excludes(reading, v), false),
        floorParts: (parts, safe, { canAppend }) => parts.length === 0 && !canAppend ? undefined : [`>=${parsePyVersion(safe)?.publicText ?? safe}`],
        raise: (reading, safe) => withVersion(safe, (v) => [raisePython(reading, v)], undefined),
        evaluate: python_evaluate,
        probes: python_probes,
    };
    return {
        dialect,
        isVersion: python_isVersion,
        compare: python_compare,
        admits: (parts, version) => {
            const reading = readShort({ read }, parts);
            return reading !== undefined && withVersion(version, (v) => holds(reading, v), false);
        },
        rewrite: (parts, safe, options) => rewriteBy(grammar, parts, safe, options),
    };
}
function withVersion(text, then, otherwise) {
    const version = parsePyVersion(text);
    return version ? then(version) : otherwise;
}
function leaks({ alternatives, prereleases }, safe) {
    return alternatives.some(({ set }) => leaksBelow(set, safe, prereleases));
}
function holds({ alternatives, prereleases }, version) {
    if (version.isPrerelease && !prereleases)
        return false;
    return alternatives.some(({ set }) => pySets.has(set, version.key));
}
function excludes(reading, safe) {
    const fate = alternativeFates(reading, safe);
    const left = reading.alternatives.filter((one, i) => fate[i] === 'raise' || pySets.has(one.set, safe.key));
    const ruledOut = ({ clauses }) => clauses.some(({ role, set }) => role === 'not' && !pySets.has(set, safe.key));
    return left.length > 0 && left.every(ruledOut);
}
/**
 * The library's evaluation. It compares a series segment by segment, so a version is also tried with zeros written out
 * (`1` for `==1.0.*`); it takes `<1.5.post1` to leave out 1.5, so there its order alone is asked; and its prereleases are
 * switched on where a clause names one, as pip does.
 */
function python_evaluate({ alternatives, prereleases }, text) {
    const tried = parsePyVersion(text);
    if (!tried)
        return false;
    const spellings = [tried.text, python_padded(tried)];
    const byOrder = ({ op, version }) => op === '<' && !tried.isPrerelease && version?.suffix !== '';
    return alternatives.some(({ clauses }) => {
        const specifier = clauses.filter((clause) => !byOrder(clause)).flatMap(asPep440);
        const below = clauses.filter(byOrder).every(({ version }) => pep440.lt(tried.text, version?.text ?? ''));
        return below && spellings.some((one) => pep440.satisfies(one, specifier.join(','), { prereleases }));
    });
}
function python_padded({ text, publicText, epoch, segments, suffix }) {
    const local = text.slice(publicText.length);
    return `${epoch === 0 ? '' : `${epoch}!`}${[...segments, 0, 0, 0].join('.')}${suffix}${local}`;
}
function asPep440({ role, op, version, series, set }) {
    if (!version || role === 'any')
        return [];
    const star = series ? '.*' : '';
    if (op !== '^' && op !== '~')
        return [`${op === '' || op === '=' ? '==' : op === '<>' ? '!=' : op}${version.text}${star}`];
    const end = set.at(-1)?.hi?.at;
    return [`>=${version.text}`, ...(end ? [`<${end.epoch}!${end.release.join('.')}`] : [])];
}
/** The versions named and their neighbours: a segment down, prereleases, post and dev releases. */
function python_probes({ alternatives }, safe) {
    const named = alternatives.flatMap(({ clauses }) => clauses.map(({ version }) => version));
    const around = [...named, parsePyVersion(safe)].filter((v) => v !== undefined);
    const safeKey = parsePyVersion(safe)?.publicKey;
    const tries = around.flatMap((v) => neighbours(v));
    return tries.filter((text) => {
        const key = parsePyVersion(text)?.publicKey;
        return key !== undefined && safeKey !== undefined && comparePyKeys(key, safeKey) < 0;
    });
}
function neighbours({ publicText, epoch, release }) {
    const front = epoch === 0 ? '' : `${epoch}!`;
    const plain = release.join('.');
    const down = release
        .map((n, i) => [...release.slice(0, i), n - 1, 999].join('.'))
        .filter((_, i) => (release[i] ?? 0) > 0);
    const near = [plain, `${plain}.dev0`, `${plain}a0`, `${plain}rc1`, `${plain}.post0`, `${plain}.0.1`, ...down, '0'];
    return [publicText, ...near.map((text) => front + text)];
}

;// CONCATENATED MODULE: ./lib/manifests/constraints/pep440.js


/** `pep440` is the dialect of requirement lines, PEP 621 and Pipfile: comma-joined specifiers, and Pipfile's `*`. */
const pep440_pep440 = pythonDialect('pep440', parsePep440);

;// CONCATENATED MODULE: ./lib/manifests/constraints/poetry.js


/** `poetry` is the dialect of `[tool.poetry]`: caret, tilde, `1.2.*`, `||`, bare exact versions and PEP 440 clauses. */
const poetry = pythonDialect('poetry', parsePoetry);

;// CONCATENATED MODULE: ./lib/manifests/constraints/index.js











/** The grammar and order of versions of each dialect. */
const dialects = {
    cargo: cargo,
    composer: composer,
    exact: exact,
    gem: gem,
    go: go,
    gradle: gradle,
    maven: maven,
    npm: npm,
    nuget: nuget,
    pep440: pep440_pep440,
    poetry: poetry,
    tag: tag,
};

;// CONCATENATED MODULE: ./lib/manifests/names.js
const names_keyOf = {
    npm: (name) => name,
    pypi: (name) => name.toLowerCase().replace(/[-_.]+/g, '-'),
    golang: (name) => name,
    // A purl writes `group/artifact`; neither part may itself hold a slash.
    maven: (name) => name.replace('/', ':'),
    gem: (name) => name,
    // crates.io takes no two crates that differ in `-` and `_` only.
    cargo: (name) => name.replace(/_/g, '-'),
    composer: (name) => name.toLowerCase(),
    nuget: (name) => name.toLowerCase(),
};
/**
 * The spelling under which two names of one ecosystem are equal exactly when they name the same package: PEP 503 for
 * Python, case-blind for NuGet and Composer, `-` as `_` for crates, to the letter elsewhere. Names match whole.
 */
function nameKey(ecosystem, name) {
    return names_keyOf[ecosystem](name.trim());
}
/** True when `names` holds the name whose key is `key`. */
function answersTo(ecosystem, names, key) {
    return names?.some((name) => nameKey(ecosystem, name) === key) ?? false;
}
/**
 * Could this raw text speak of the package at all? Blind to case, separators and escapes, so a "no" is certain and a
 * "yes" is not. Serves to tell a broken file that does not matter from one that may.
 */
function mayMention(text, packageName) {
    const lastPart = packageName.split(/[/:]/).pop() ?? '';
    // An escaped name cannot be seen in raw text.
    if (/\\[uUx]|&#|&\w+;/.test(text))
        return true;
    return loose(text).includes(loose(lastPart));
}
function loose(text) {
    return text.toLowerCase().replace(/[-_.]+/g, '-');
}

;// CONCATENATED MODULE: ./lib/manifests/plan/survey.js



/**
 * Scans every file that a format (of the wanted ecosystem, if one is wanted) knows, or that another file leans on.
 * Never throws.
 */
function survey(manifests, ecosystem) {
    const files = [];
    const broken = [];
    const unknown = [];
    const adopted = adoptedFormats(manifests, ecosystem);
    for (const manifest of manifests) {
        const format = adopt_formatOf(manifest.path, ecosystem) ?? adopted.get(cleanPath(manifest.path));
        if (!format)
            unknown.push(manifest.path);
        else {
            const outcome = scanOnce(manifest, format);
            if ('reason' in outcome)
                broken.push(outcome);
            else
                files.push(outcome);
        }
    }
    return { files, broken, unknown };
}
/** Scans are kept as long as the caller keeps its files: a batch plans many changes over the same ones. */
const scans = new WeakMap();
function scanOnce(manifest, format) {
    const known = scans.get(manifest);
    const fresh = known && known.path === manifest.path && known.whole === manifest.text && known.format === format;
    if (known && fresh)
        return known;
    const outcome = scanFile(manifest, format);
    scans.set(manifest, outcome);
    return outcome;
}
/** Reads one file with its format; a text that breaks the grammar comes back as a `BrokenFile`. */
function scanFile(manifest, format) {
    const { path } = manifest;
    const place = cleanPath(path);
    const { bom, body: text } = splitBom(manifest.text);
    try {
        return {
            path,
            place,
            whole: manifest.text,
            bom,
            text,
            format,
            declarations: format.scan(text, place),
            lineAt: lazyLines(text),
            lineage: lazyLineage(text, place, format),
        };
    }
    catch (error) {
        const located = error instanceof ManifestSyntaxError;
        const reason = located ? error.message : `the reader of ${format.id} failed, which is a fault of this program`;
        return { path, format, whole: manifest.text, text, reason, line: lineOf(text, located ? error.offset : 0) };
    }
}
/** Most files are never asked for a line. */
function lazyLines(text) {
    let lines;
    return (offset) => {
        lines ??= linesOf(text);
        return lines(offset);
    };
}
function lazyLineage(text, place, format) {
    let asked = false;
    let lineage;
    return () => {
        if (!asked)
            lineage = format.lineage?.(text, place);
        asked = true;
        return lineage;
    };
}
/** Every declaration of a role in the files, with its file. */
function* sitesOf(files, role) {
    for (const file of files) {
        for (const declaration of file.declarations)
            if (declaration.role === role)
                yield { file, declaration };
    }
}

;// CONCATENATED MODULE: ./lib/manifests/plan/lineage.js
/**
 * Follows lineages through the files. The parent is the file at the expected path if its name fits, else the only file
 * of exactly that name; a file of another name is not the parent, wherever it stands.
 */
function ancestry(files) {
    const byPlace = new Map(files.map((file) => [file.place, file]));
    const byName = new Map();
    let indexed = false;
    const named = (name) => {
        if (!indexed) {
            indexed = true;
            for (const file of files) {
                const own = file.lineage()?.own;
                if (!own || own.includes(undefined))
                    continue;
                byName.set(own.join('\0'), [...(byName.get(own.join('\0')) ?? []), file]);
            }
        }
        const [only, ...more] = name.includes(undefined) ? [] : (byName.get(name.join('\0')) ?? []);
        return more.length === 0 ? only : undefined;
    };
    const parentOf = (file) => {
        const parent = file.lineage()?.parent;
        if (!parent)
            return undefined;
        const expected = parent.path === undefined ? undefined : byPlace.get(parent.path);
        const own = expected?.lineage()?.own;
        return own && lineage_fits(parent.name, own) ? expected : named(parent.name);
    };
    const known = new Map();
    return (file) => {
        const found = known.get(file) ?? chain(file, parentOf);
        known.set(file, found);
        return found;
    };
}
function chain(file, parentOf) {
    const ancestors = new Map();
    for (let next = file; next && !ancestors.has(next); next = parentOf(next)) {
        ancestors.set(next, ancestors.size);
    }
    return ancestors;
}
/** A piece that one side does not say contradicts nothing. */
function lineage_fits(wanted, own) {
    return wanted.every((piece, i) => piece === undefined || own[i] === undefined || own[i] === piece);
}

;// CONCATENATED MODULE: ./lib/manifests/plan/variables.js


const variables_MAX_DEPTH = 50;
const MAX_COMBINATIONS = 5000;
const MAX_LEAVES = 64;
const MAX_JOINT = 256;
/** Indexes the variables of the files. */
function variables_variablesOf(files) {
    const byName = new Map();
    for (const site of sitesOf(files, 'variable')) {
        for (const name of site.declaration.names)
            byName.set(name, [...(byName.get(name) ?? []), site]);
    }
    const known = new Map();
    const rank = ranking(ancestry(files));
    const definitions = (from, variable, elsewhere = false) => {
        const key = `${from.place}\0${variable}\0${elsewhere}`;
        const candidates = () => (byName.get(variable) ?? []).filter(({ file }) => !elsewhere || file !== from);
        const found = known.get(key) ?? effective(candidates(), from, rank);
        known.set(key, found);
        return found;
    };
    return {
        definitions,
        reach: (site) => reached(site, definitions).declarations,
        absent: (site) => [...reached(site, definitions).absent],
        expand: (site) => expandWhole(site, definitions),
        expandJoint: (site, joint) => expandJoint(site, joint, definitions),
        spell: speller(definitions),
        builtHere: projects(files),
    };
}
function projects(files) {
    let known;
    return ({ file, declaration: { names, value } }) => {
        const [part, ...more] = value.kind === 'literal' ? value.parts : [];
        if (!file.format.lineage || !part || more.length > 0)
            return undefined;
        known ??= new Map(files.flatMap((one) => (one.lineage() ? [[one.lineage()?.own.join(':') ?? '', one]] : [])));
        return known.get(`${names[0]}:${part.text}`);
    };
}
function referred({ file }, { variable, optional }, definitions) {
    return definitions(file, variable, optional === 'elsewhere');
}
/** The nearest firm definitions, the conditional ones up to them, and those of files that inherit from this one. */
function effective(candidates, from, rankOf) {
    const ranked = candidates.map((site) => ({ site, rank: rankOf(site.file, from) }));
    let best = Number.POSITIVE_INFINITY;
    for (const { site, rank } of ranked) {
        if (rank !== undefined && !site.declaration.conditional)
            best = Math.min(best, rank);
    }
    const counting = ranked.filter(({ site, rank }) => (rank !== undefined && rank <= best) ||
        (site.declaration.overriding && site.file !== from && rankOf(from, site.file) !== undefined));
    return counting.map(({ site }) => site);
}
function ranking(ancestorsOf) {
    return (definition, reference) => {
        const { format } = reference;
        if (format.lineage)
            return ancestorsOf(reference).get(definition);
        if (format.visibility)
            return format.visibility(definition.place, reference.place);
        return definition.place === reference.place ? 0 : undefined;
    };
}
const MAX_NAME = 300;
function speller(definitions) {
    const known = new Map();
    const textOf = (from, variable, depth) => {
        const key = `${from.place}\0${variable}`;
        if (known.has(key))
            return known.get(key);
        // Whoever leads back to here meets an unknown variable.
        known.set(key, undefined);
        const texts = new Set(definitions(from, variable).map((site) => writtenBy(site, depth + 1)));
        const [text] = texts;
        known.set(key, texts.size === 1 ? text : undefined);
        return known.get(key);
    };
    const writtenBy = ({ file, declaration: { value } }, depth) => {
        if (value.kind === 'name')
            return value.text;
        if (value.kind === 'literal')
            return value.parts.length === 1 ? value.parts[0]?.text : undefined;
        if (value.kind !== 'template' || depth > variables_MAX_DEPTH)
            return undefined;
        const texts = value.pieces.map((piece) => 'literal' in piece ? piece.literal.text : textOf(file, piece.variable, depth));
        const whole = texts.includes(undefined) ? undefined : texts.join('');
        return whole === undefined || whole.length > MAX_NAME ? undefined : whole;
    };
    return (from, name) => name.replace(/\$\{([^${}]+)\}/g, (whole, variable) => textOf(from, variable, 0) ?? whole);
}
/** The pieces that a value is put together from, of all its members. */
function variables_piecesOf(value) {
    if (value.kind === 'joint')
        return value.members.flat();
    return value.kind === 'template' ? value.pieces : [];
}
function reached(start, definitions) {
    const seen = new Set();
    const absent = new Set();
    const open = [start];
    for (let site = open.pop(); site; site = open.pop()) {
        for (const piece of variables_piecesOf(site.declaration.value)) {
            if (!('variable' in piece))
                continue;
            const found = referred(site, piece, definitions);
            if (found.length === 0)
                absent.add(piece.variable);
            for (const definition of found) {
                if (seen.has(definition.declaration))
                    continue;
                seen.add(definition.declaration);
                open.push(definition);
            }
        }
    }
    return { declarations: seen, absent };
}
function expandWhole(site, definitions) {
    const expanded = expandSite(site, definitions, []);
    if ('code' in expanded || expanded.length > 0)
        return expanded;
    return unresolved(site, 'nothing in the files defines the properties that its version is taken from');
}
function expandJoint({ file, declaration }, { dialect, members }, definitions) {
    let combinations = [[]];
    for (const pieces of members) {
        const member = { file, declaration: { ...declaration, value: { kind: 'template', dialect, pieces } } };
        const next = expandWhole(member, definitions);
        if ('code' in next)
            return next;
        combinations = combinations.flatMap((head) => next.map((tail) => [...head, tail]));
        if (combinations.length > MAX_JOINT)
            return unresolved(member, 'too many definitions are equally near');
    }
    return combinations;
}
function expandSite(site, definitions, trail) {
    const { value } = site.declaration;
    if (value.kind === 'literal')
        return [[{ origin: 'variable', site, value }]];
    if (value.kind !== 'template')
        return notFollowed(site);
    if (trail.includes(site.declaration) || trail.length > variables_MAX_DEPTH) {
        return unresolved(site, `the variable ${site.declaration.names[0]} leads back to itself or is nested too deep`);
    }
    let combinations = [[]];
    for (const piece of value.pieces) {
        const next = expandPiece(site, piece, definitions, [...trail, site.declaration]);
        if ('code' in next)
            return next;
        combinations = combinations.flatMap((head) => next.map((tail) => [...head, ...tail]));
        if (combinations.length > MAX_COMBINATIONS)
            return unresolved(site, 'too many definitions are equally near');
        if (combinations.some(({ length }) => length > MAX_LEAVES))
            return unresolved(site, 'too many pieces make the version');
    }
    return combinations;
}
function expandPiece(site, piece, definitions, trail) {
    const { value } = site.declaration;
    if ('literal' in piece) {
        const dialect = value.kind === 'template' ? value.dialect : 'exact';
        return [[{ origin: 'text', site, value: { kind: 'literal', dialect, parts: [piece.literal] } }]];
    }
    const found = referred(site, piece, definitions);
    if (found.length === 0 && piece.optional)
        return [];
    if (found.length === 0)
        return unresolved(site, `nothing in the files defines the variable ${piece.variable}`);
    const all = [];
    for (const definition of found) {
        const expanded = expandSite(definition, definitions, trail);
        if ('code' in expanded)
            return expanded;
        all.push(...expanded);
    }
    return all;
}
function unresolved({ file, declaration }, what) {
    const line = file.lineAt(declaration.at);
    return {
        code: 'unresolved-variable',
        message: `${file.path}:${line} (${declaration.names[0]}): ${what}.`,
        hint: 'Add the file that defines it to the list of files, or write the version at the declaration.',
        path: file.path,
        line,
    };
}
function notFollowed(site) {
    const { value, names } = site.declaration;
    if (value.kind === 'opaque') {
        const line = site.file.lineAt(site.declaration.at);
        return {
            code: value.reason,
            message: `${site.file.path}:${line}: ${value.detail}.`.replace(/\.\.$/, '.'),
            hint: value.hint ?? 'Raise the variable by hand.',
            path: site.file.path,
            line,
        };
    }
    const by = value.kind === 'managed' ? value.by : value.kind === 'local' ? value.what : value.kind;
    return unresolved(site, `the variable ${names[0]} takes its value from ${by}`);
}

;// CONCATENATED MODULE: ./lib/manifests/plan/find.js



/** Finds every declaration of the package by its ecosystem's own name equality, or says why none can be named. */
function find(seen, change) {
    const scopes = [...Map.groupBy(seen.files, ({ format }) => format.ecosystem)].map(([ecosystem, files]) => ({ ecosystem, files, variables: variables_variablesOf(files) }));
    const strong = scopes.map((scope) => packageSites(scope, change, 'names'));
    const byScope = strong.some(({ length }) => length > 0)
        ? strong
        : scopes.map((scope) => packageSites(scope, change, 'weakNames'));
    const concerning = seen.broken.filter(({ text }) => mayMention(text, change.packageName));
    const [unreadable] = concerning.length > 0 || seen.files.length > 0 ? concerning : seen.broken;
    if (unreadable)
        return unparseable(unreadable);
    const sites = byScope.flat();
    const [scope, another] = scopes.filter((_, i) => byScope[i]?.length);
    if (!scope)
        return notDeclared(seen, change);
    if (another)
        return severalEcosystems(sites, change);
    return { ...scope, sites, broken: seen.broken.filter((file) => file.format.ecosystem === scope.ecosystem) };
}
/** The package declarations that answer to the change's name by their usual names, or by the weak ones. */
function packageSites({ ecosystem, files, variables }, { packageName }, kind) {
    const key = nameKey(ecosystem, packageName);
    return [...sitesOf(files, 'package')].filter(({ file, declaration }) => {
        const names = declaration[kind]?.map((name) => (name.includes('${') ? variables.spell(file, name) : name));
        return answersTo(ecosystem, names, key);
    });
}
/** The refusal for a file that does not follow its grammar. */
function unparseable({ path, reason, line }) {
    return {
        code: 'unparseable',
        message: `${path}:${line} cannot be read: ${reason}.`,
        hint: 'Mend the file first; nothing is edited while it may hide a declaration of the package.',
        path,
        line,
    };
}
function notDeclared(seen, change) {
    const name = change.packageName;
    if (seen.files.length === 0) {
        const given = seen.unknown.length > 0 ? find_listed(seen.unknown) : 'no file at all';
        return {
            code: 'not-declared',
            message: `None of the files is a ${change.ecosystem ?? 'known'} manifest: ${given}.`,
            hint: 'Name the manifest that declares the package, or leave the list of files empty to have it found.',
        };
    }
    const [only] = seen.files.length === 1 ? seen.files : [];
    const hint = 'Check the spelling of the name and the list of files; a transitive dependency is raised through its parent or an override.';
    const override = versionSetFor(seen.files, name);
    return {
        code: 'not-declared',
        message: `${name} is declared in none of ${find_listed(seen.files.map(({ path }) => path))}.`,
        hint: override ? `${overrideHint(override)} ${hint}` : hint,
        ...(only ? { path: only.path } : {}),
    };
}
/**
 * A variable that by its name gives the version of this package to a declaration outside the repository, as Spring Boot's
 * `<jackson-bom.version>` does. Nothing here proves that, so it is advice and no edit.
 */
function versionSetFor(files, packageName) {
    const words = packageName.toLowerCase().split(/[/:]/);
    const artifact = words.at(-1) ?? '';
    const groups = new Set(words.slice(0, -1).flatMap((group) => group.split('.')));
    for (const site of sitesOf(files, 'variable')) {
        const name = site.declaration.names[0]?.toLowerCase() ?? '';
        const core = name.replace(/^versions?[._-]|[._-]?versions?$|^ext[._-]/g, '').replace(/[._-]bom$/, '');
        if (core.length < 3 || core === name || site.declaration.value.kind !== 'literal')
            continue;
        if (artifact === core || artifact.startsWith(`${core}-`) || groups.has(core))
            return site;
    }
    return undefined;
}
function overrideHint({ file, declaration }) {
    const where = `${file.path}:${file.lineAt(declaration.at)}`;
    return `${where} sets ${declaration.names[0]}: if a BOM or parent outside the repository takes its version from that, raise it there by hand.`;
}
function severalEcosystems(sites, change) {
    const ecosystems = [...new Set(sites.map(({ file }) => file.format.ecosystem))];
    const where = ecosystems.map((ecosystem) => `${ecosystem} (${sites.find(({ file }) => file.format.ecosystem === ecosystem)?.file.path})`);
    return {
        code: 'ambiguous',
        message: `${change.packageName} is declared in more than one ecosystem: ${where.join(' and ')}.`,
        hint: `Say which one is meant with "ecosystem": ${ecosystems.map((name) => `"${name}"`).join(' or ')}.`,
    };
}
/** Names in a row, at most eight of them, the rest counted. */
function find_listed(names) {
    const shown = names.slice(0, 8).join(', ');
    return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}

;// CONCATENATED MODULE: ./lib/manifests/plan/compose.js
/**
 * New texts for the stretches so that together they read `wanted`, changing as few as possible: first one piece of
 * template text that holds a number (`${major}.2`), else one variable (`${v}.RELEASE`), else several variables between
 * separators that stay (`${major}.${minor}`), leading ones that already agree being kept. Undefined: there is no such way.
 */
function compose(stretches, wanted) {
    const texts = stretches.map(({ text }) => text);
    const order = [...stretches.keys()].reverse();
    const candidates = [
        ...order.filter((i) => stretches[i]?.origin === 'text' && /\d/.test(texts[i] ?? '')),
        ...order.filter((i) => stretches[i]?.origin === 'variable'),
    ];
    for (const i of candidates) {
        const changed = changeOne(texts, i, wanted);
        if (changed)
            return changed;
    }
    return changeSeveral(stretches, wanted);
}
function changeOne(texts, index, wanted) {
    const head = texts.slice(0, index).join('');
    const tail = texts.slice(index + 1).join('');
    if (wanted.length < head.length + tail.length || !wanted.startsWith(head) || !wanted.endsWith(tail))
        return undefined;
    const middle = wanted.slice(head.length, wanted.length - tail.length);
    return sameShape(texts[index] ?? '', middle) ? texts.with(index, middle) : undefined;
}
/** Does the new stretch begin and end like the old one? Keeps `1` + `.2` from becoming `1` + `2.5`, as in 12.5. */
function sameShape(before, after) {
    return compose_edge(before[0]) === compose_edge(after[0]) && (compose_edge(before.at(-1)) === compose_edge(after.at(-1)) || endsVersion(after));
}
function compose_edge(character) {
    if (character === undefined)
        return 'nothing';
    return /\d/.test(character) ? 'digit' : /[a-z]/i.test(character) ? 'letter' : character;
}
function endsVersion(text) {
    return /[0-9a-z]$/i.test(text);
}
function changeSeveral(stretches, wanted) {
    const slots = slotsOf(stretches);
    const result = stretches.map(() => '');
    let rest = wanted;
    let agreeing = true;
    for (const [i, slot] of slots.entries()) {
        const taken = slot.fixed ? compose_fixedText(slot, rest) : freeText(slot, slots[i + 1], rest, agreeing);
        if (taken === undefined)
            return undefined;
        if (taken !== slot.text)
            agreeing = false;
        result[slot.owner] += taken;
        rest = rest.slice(taken.length);
    }
    return rest === '' ? result : undefined;
}
/** Template text is fixed; only a number at the very end of it (`${major}.${minor}.0`) may move with the variables. */
function slotsOf(stretches) {
    return stretches.flatMap(({ origin, text }, owner) => {
        const number = origin === 'text' && owner === stretches.length - 1 ? /\d+$/.exec(text) : null;
        if (!number)
            return [{ fixed: origin === 'text', text, owner }];
        return [
            { fixed: true, text: text.slice(0, number.index), owner },
            { fixed: false, text: number[0], owner },
        ];
    });
}
function compose_fixedText(slot, rest) {
    return rest.startsWith(slot.text) ? slot.text : undefined;
}
function freeText(slot, next, rest, agreeing) {
    if (!next)
        return rest === '' ? undefined : rest;
    // Two variables with nothing between them cannot be told apart.
    if (!next.fixed || next.text === '')
        return undefined;
    if (agreeing && rest.startsWith(slot.text + next.text))
        return slot.text;
    const end = rest.indexOf(next.text);
    return end > 0 ? rest.slice(0, end) : undefined;
}

;// CONCATENATED MODULE: ./lib/manifests/plan/hash-pinned.js
const OPTION = /(?<=^|\s)--hash(?:=|[ \t]+)[^\s\\]+/g;
/**
 * What a requirement pinned with pip's `--hash` demands besides: the same text is scanned with blanks for the hashes, so
 * that every place stays what it is. Undefined when there is no plain constraint beneath.
 */
function withoutHashes({ file, declaration }) {
    const blanked = file.text.replace(OPTION, (option) => ' '.repeat(option.length));
    const beneath = file.format
        .scan(blanked, file.place)
        .find(({ at, names }) => at === declaration.at && names[0] === declaration.names[0]);
    if (beneath?.value.kind !== 'literal')
        return undefined;
    return { value: beneath.value, hashes: regionOf(file.text, declaration.at) };
}
/** The hashes of an edited requirement in the layout of the old ones; undefined when they are none. */
function writeHashes(text, { start, end }, hashes) {
    if (!hashes.every(isHash))
        return undefined;
    const old = text.slice(start, end);
    const [first = '', second] = [...old.matchAll(OPTION)];
    const option = old.startsWith('--hash=') ? '--hash=' : '--hash ';
    const between = second === undefined ? undefined : old.slice(first[0]?.length, second.index);
    const separator = between ?? /[ \t]*(?:\\\r?\n)?[ \t]*$/.exec(text.slice(0, start))?.[0] ?? ' ';
    return hashes.map((hash) => option + hash).join(separator);
}
function isHash(hash) {
    return /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/i.test(hash);
}
function regionOf(text, at) {
    const line = logicalLine(text, at);
    const options = [...line.matchAll(OPTION)];
    const [first] = options;
    const last = options.at(-1);
    if (!first || !last)
        return undefined;
    const end = last.index + last[0].length;
    const rest = line.slice(first.index, end).replace(OPTION, '');
    return /^[\s\\]*$/.test(rest) ? { start: at + first.index, end: at + end } : undefined;
}
/** The line at an offset with the lines that a backslash joins to it. */
function logicalLine(text, at) {
    const end = /(?<!\\)\r\n?|(?<![\\\r])\n/g;
    end.lastIndex = at;
    return text.slice(at, end.exec(text)?.index ?? text.length);
}

;// CONCATENATED MODULE: ./lib/manifests/plan/judge.js




/** Judges one declaration of the package; a template gives one verdict for each way its variables can be read. */
function judge(site, change, variables) {
    const { value } = site.declaration;
    switch (value.kind) {
        case 'name':
            return [];
        case 'local':
            return [{ kind: 'local', what: value.what, site }];
        case 'managed':
            return [{ kind: 'managed', by: value.by, site }];
        case 'opaque':
            if (value.reason === 'hash-pinned')
                return [judgeHashPinned(site, value, change)];
            return [judge_refuse(site, value.reason, ended(value.detail), value.hint ?? 'Raise the version there by hand.')];
        case 'literal': {
            const home = variables.builtHere(site);
            if (home && home !== site.file)
                return [{ kind: 'local', what: `the project in ${home.path}`, site }];
            return [judgeLiteral(site, site, value, value.dialect, change)];
        }
        case 'template': {
            const expansions = variables.expand(site);
            if ('code' in expansions)
                return [{ kind: 'refuse', refusal: expansions }];
            const absent = variables.absent(site);
            return expansions.map((leaves) => withAbsent(judgeLeaves(site, leaves, value.dialect, change), absent));
        }
        case 'joint': {
            const expansions = variables.expandJoint(site, value);
            if ('code' in expansions)
                return [{ kind: 'refuse', refusal: expansions }];
            const absent = variables.absent(site);
            return expansions.map((members) => withAbsent(judgeJoint(site, members, value, change), absent));
        }
    }
}
function withAbsent(verdict, absent) {
    return verdict.kind === 'raise' && absent.length > 0 ? { ...verdict, absent } : verdict;
}
/** Pinned by hashes: nothing to do when the version is safe, else raised only together with hashes that the caller gave. */
function judgeHashPinned(site, { detail, hint }, change) {
    const unpinned = withoutHashes(site);
    const verdict = unpinned && judgeLiteral(site, site, unpinned.value, unpinned.value.dialect, change);
    if (verdict && verdict.kind !== 'raise')
        return verdict;
    const { text } = site.file;
    const { hashes } = unpinned ?? {};
    const written = hashes && change.hashes?.length ? writeHashes(text, hashes, change.hashes) : undefined;
    if (!verdict || !hashes || written === undefined) {
        return judge_refuse(site, 'hash-pinned', ended(detail), hint ?? 'Regenerate the file, or give the new hashes.');
    }
    const before = text.slice(hashes.start, hashes.end);
    if (written === before)
        return verdict;
    return { ...verdict, demands: [...verdict.demands, { site, span: hashes, before, after: written, written }] };
}
function judgeLeaves(site, leaves, dialect, change) {
    const [only] = leaves;
    if (only && leaves.length === 1)
        return judgeLiteral(site, only.site, only.value, dialect, change);
    const parts = leaves.map(({ value }) => (value.parts.length === 1 ? value.parts[0] : undefined));
    if (parts.includes(undefined))
        return listInside(site);
    return judgeComposed(site, leaves, parts, dialect, change);
}
function listInside(site) {
    const what = 'a variable in the middle of the version is a list of constraints.';
    return judge_refuse(site, 'unsupported-constraint', what, 'Raise it by hand.');
}
/** A constraint that stands whole in one declaration: `holder`, which is a variable's when `site` refers to one. */
function judgeLiteral(site, holder, value, name, change) {
    const texts = value.parts.map(({ text }) => text);
    const outcome = judge_rewrite(name, texts, change, value.slot !== undefined);
    if (outcome.kind === 'refuse')
        return judge_refuse(site, outcome.code, outcome.message, outcome.hint);
    if (outcome.kind === 'keep')
        return { kind: 'keep', why: outcome.why, site };
    const demands = [];
    for (const [i, part] of value.parts.entries()) {
        const after = outcome.parts[i];
        if (after === undefined)
            throw new Error(`${name}: the rewrite lost a part`);
        if (after !== part.text)
            demands.push(judge_replacement(holder, part, after));
    }
    if (outcome.parts.length > texts.length)
        demands.push(addition(holder, value, outcome.parts.slice(texts.length)));
    if (demands.length === 0)
        throw new Error(`${name}: the rewrite changes nothing`);
    return { kind: 'raise', site, dialect: name, demands, before: texts };
}
function judgeJoint(site, members, joint, change) {
    const { dialect: name, slot } = joint;
    const [[only] = [], ...others] = members;
    // A list that a variable holds has a place of its own for a further constraint.
    if (only?.value.slot && members[0]?.length === 1 && others.length === 0) {
        return judgeLiteral(site, only.site, only.value, name, change);
    }
    const strands = members.flatMap((leaves) => strandsOf(leaves) ?? []);
    if (strands.length < members.length)
        return listInside(site);
    const before = strands.map(({ text }) => text);
    const outcome = judge_rewrite(name, before, change, slot !== undefined);
    if (outcome.kind === 'refuse')
        return judge_refuse(site, outcome.code, outcome.message, outcome.hint);
    if (outcome.kind === 'keep')
        return { kind: 'keep', why: outcome.why, site };
    const { texts, added } = inPlace(before, outcome.parts);
    const demands = strands.map((strand, i) => {
        const after = texts[i] ?? strand.text;
        return after === strand.text ? [] : strand.demandsFor(after);
    });
    if (demands.includes(undefined))
        return notComposable(site, before.join(', '), texts.join(', '));
    const all = demands.flatMap((some) => some ?? []);
    if (added.length > 0)
        all.push(addition(site, joint, added));
    return { kind: 'raise', site, dialect: name, demands: all, before };
}
/** The constraints of one member: those of a variable that holds several, or one that is put together. */
function strandsOf(leaves) {
    const [only] = leaves;
    if (only && leaves.length === 1) {
        return only.value.parts.map((part) => ({
            text: part.text,
            demandsFor: (after) => [judge_replacement(only.site, part, after)],
        }));
    }
    const parts = leaves.map(({ value }) => (value.parts.length === 1 ? value.parts[0] : undefined));
    if (parts.includes(undefined))
        return undefined;
    const text = parts.map((part) => part?.text ?? '').join('');
    return [{ text, demandsFor: (after) => composedDemands(leaves, parts, after) }];
}
/**
 * The order of constraints that all hold says nothing: one that is new goes to the end, so that none moves from one
 * variable to another.
 */
function inPlace(before, parts) {
    if (parts.length <= before.length)
        return { texts: parts, added: [] };
    const moved = (without) => parts.toSpliced(without, 1).filter((text, i) => text !== before[i]).length;
    const fresh = parts.reduce((best, _, i) => (moved(i) <= moved(best) ? i : best), 0);
    return { texts: parts.toSpliced(fresh, 1), added: parts.slice(fresh, fresh + 1) };
}
function judgeComposed(site, leaves, parts, name, change) {
    const whole = parts.map(({ text }) => text).join('');
    const outcome = judge_rewrite(name, [whole], change, false);
    if (outcome.kind === 'refuse')
        return judge_refuse(site, outcome.code, outcome.message, outcome.hint);
    if (outcome.kind === 'keep')
        return { kind: 'keep', why: outcome.why, site };
    const [wanted] = outcome.parts;
    const demands = outcome.parts.length === 1 && wanted !== undefined ? composedDemands(leaves, parts, wanted) : undefined;
    if (!demands)
        return notComposable(site, whole, wanted ?? change.to);
    return { kind: 'raise', site, dialect: name, demands, before: [whole] };
}
function composedDemands(leaves, parts, wanted) {
    const stretches = leaves.map(({ origin }, i) => ({ origin, text: parts[i]?.text ?? '' }));
    const texts = compose(stretches, wanted);
    return (texts &&
        leaves.flatMap(({ site: holder }, i) => {
            const part = parts[i];
            const after = texts[i];
            return part && after !== undefined && after !== part.text ? [judge_replacement(holder, part, after)] : [];
        }));
}
function notComposable(site, whole, wanted) {
    return judge_refuse(site, 'unsupported-constraint', `the version "${whole}" is put together from variables and text, and "${wanted}" does not fit that pattern.`, 'Raise the variables by hand, or write the version in one piece.');
}
function judge_rewrite(name, parts, change, canAppend) {
    const dialect = dialects[name];
    if (!dialect) {
        const hint = 'Raise the version by hand.';
        return { kind: 'refuse', code: 'unsupported-constraint', message: `no grammar for ${name} constraints.`, hint };
    }
    const to = asSpelled(dialect, parts, change.to);
    return judge_notAVersion(dialect, to) ?? dialect.rewrite(parts, to, { strictFloor: change.strictFloor ?? false, canAppend });
}
/**
 * `v1.5` where the ecosystem writes 1.5, and the other way round where a `v` matters to the order and the manifest has it
 * (tags that JitPack serves).
 */
function asSpelled(dialect, parts, to) {
    const bare = to.replace(/^v(?=\d)/i, '');
    const same = dialect.isVersion(to) && dialect.compare(to, bare) === 0;
    const prefixed = parts.length > 0 && parts.every((part) => /^v\d/.test(part.trim()));
    if (bare !== to)
        return !same && !prefixed && dialect.isVersion(bare) ? bare : to;
    const tagged = `v${to}`;
    return prefixed && dialect.isVersion(tagged) && dialect.compare(tagged, to) !== 0 ? tagged : to;
}
function judge_notAVersion(dialect, to) {
    // The text goes into a manifest: whatever a dialect thinks of it, a quote or a line break must not.
    if (/^[\w.+!~-]+$/.test(to) && [to, `v${to}`, withThreeNumbers(to)].some((text) => dialect.isVersion(text)))
        return undefined;
    return {
        kind: 'refuse',
        code: 'unsupported-constraint',
        message: `the safe version "${to.slice(0, 60)}" is not a version of this ecosystem.`,
        hint: 'Give one exact version as the safe version.',
    };
}
function judge_replacement(site, part, after) {
    return { site, span: part.span, before: part.text, after, written: part.write?.(after) ?? after };
}
function addition(site, { slot, dialect }, added) {
    const [after] = added;
    if (!slot || after === undefined || added.length > 1)
        throw new Error(`${dialect}: no place for a further part`);
    return { site, span: { start: slot.at, end: slot.at }, before: '', after, written: slot.open + after + slot.close };
}
function judge_refuse(site, code, what, hint) {
    const { file, declaration } = site;
    const line = file.lineAt(declaration.at);
    const message = `${file.path}:${line} (${declaration.group}): ${what}`;
    return { kind: 'refuse', refusal: { code, message, hint, path: file.path, line } };
}
function ended(sentence) {
    return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

;// CONCATENATED MODULE: ./lib/manifests/plan/notes.js


/** What a reader should know of the verdicts, in their order, each thing once. */
function notesOn(verdicts, change) {
    const notes = verdicts.flatMap((verdict) => noteOn(verdict, change));
    return [...new Map(notes.map((note) => [`${note.code}\0${note.message}`, note])).values()];
}
/** One note for each variable that takes other packages along. */
function sharedNotes(shared) {
    return shared.map(({ variable, others }) => note(variable, 'shared-variable', `the variable ${variable.declaration.names[0]} is also the version of ${find_listed(others)}, which move with it.`, 'Check that those packages exist in the new version.'));
}
function noteOn(verdict, change) {
    switch (verdict.kind) {
        case 'refuse':
            return [];
        case 'local':
            return [
                note(verdict.site, 'local-source', `${change.packageName} comes from ${verdict.what} and is left alone.`, 'Raise it where that source is kept.'),
            ];
        case 'managed':
            return [
                note(verdict.site, 'managed-elsewhere', `${change.packageName} is declared without a version; ${verdict.by} gives it.`, 'Make sure that the place which gives the version is raised too.'),
            ];
        case 'keep':
            return verdict.why === 'unbounded' ? [unboundedNote(verdict.site, change)] : [];
        case 'raise':
            return raiseNotes(verdict, change);
    }
}
function unboundedNote(site, change) {
    return note(site, 'satisfied-unbounded', `the constraint of ${change.packageName} names no version that could be raised; the lockfile decides what is installed.`, 'Refresh the lockfile to take the safe version in, or set "strict_floor" to write a lower bound.');
}
function raiseNotes(verdict, change) {
    const { site, dialect, before } = verdict;
    const notes = [];
    const text = before.join(', ');
    if (!speaksOf(verdict, change.from)) {
        const message = `the file says "${text}" where ${change.from} was expected; it is raised to ${change.to} all the same.`;
        notes.push(note(site, 'current-version-differs', message, 'Check that the advisory was read for this branch.'));
    }
    if (verdict.absent) {
        const message = `no file defines ${find_listed(verdict.absent)}, so the default beside it is raised.`;
        const hint = 'Where the build is given that property from outside (-P, the user home, a CI variable), raise it there.';
        notes.push(note(site, 'external-property', message, hint));
    }
    if (dialect === 'tag') {
        const tag = verdict.demands.map(({ after }) => after).join(', ');
        const message = `${change.packageName} is taken from git; its tag becomes "${tag}".`;
        notes.push(note(site, 'git-tag', message, 'Check that the repository has this tag.'));
    }
    if (dialect === 'exact' &&
        verdict.demands.some(({ before, after }) => before.includes('+') && !after.includes('+'))) {
        const message = `the hash behind ${change.packageName}'s old version was dropped, as it belongs to that version only.`;
        notes.push(note(site, 'hash-dropped', message, "Write the new hash with the package manager's own command, if wanted."));
    }
    return notes;
}
/** Is the caller's idea of the current version in line with the constraint that stood there? */
function speaksOf({ dialect: name, before }, from) {
    const dialect = dialects[name];
    const bare = from.trim().replace(/^v(?=\d)/, '');
    if (bare === '' || !dialect || before.length === 0)
        return true;
    if (dialect.admits(before, from) || dialect.admits(before, bare))
        return true;
    const tokens = before.join(' ').match(/\d[\w.+-]*/g) ?? [];
    return tokens.some((token) => token === bare || token.startsWith(`${bare}+`));
}
function note({ file, declaration }, code, what, hint) {
    const line = file.lineAt(declaration.at);
    return { code, message: `${file.path}:${line}: ${what}`, hint, path: file.path, line };
}

;// CONCATENATED MODULE: ./lib/manifests/plan/reading.js
/**
 * The values (and keys) of `after` that differ from those at the same place in `before`, as text; undefined when the two
 * documents do not have the same shape. Walks without recursion, so depth is no danger.
 */
function differences(before, after) {
    const changed = [];
    const open = [[before, after]];
    for (let pair = open.pop(); pair; pair = open.pop()) {
        const [old, now] = pair.map(reading_entriesOf);
        if (!old || !now) {
            if (old || now)
                return undefined;
            const [a, b] = pair.map(String);
            if (a !== b)
                changed.push(b ?? '');
            continue;
        }
        if (old.length !== now.length)
            return undefined;
        for (const [i, [oldKey, oldValue]] of old.entries()) {
            const [key, value] = now[i] ?? ['', undefined];
            if (key !== oldKey)
                changed.push(key);
            open.push([oldValue, value]);
        }
    }
    return changed;
}
function reading_entriesOf(value) {
    if (value instanceof Map)
        return [...value].map(([key, entry]) => [String(key), entry]);
    if (value === null || typeof value !== 'object' || value instanceof Date)
        return undefined;
    return Object.entries(value);
}

;// CONCATENATED MODULE: ./lib/manifests/plan/prove.js





/** Applies the demands on one file. */
function editFile(file, demands) {
    const splices = demands.map(({ span, written }) => ({ span, text: written }));
    return { file, demands, splices, edited: applySplices(file.text, splices) };
}
/** The whole new text of an edited file, its BOM in front again. */
function wholeText({ file, edited }) {
    return { path: file.path, text: file.bom + edited };
}
/**
 * Reads the edited texts again: exactly the intended declarations differ, to exactly the intended text; every declaration
 * of the package is then at or above safe; a second parser sees the same; nothing outside the splices moved. Gives
 * undefined when all of that holds, else the refusal that says it is a fault of this program.
 */
function prove(edits, files, sites, change) {
    const after = new Map(files.map((file) => [file, file]));
    for (const edit of edits) {
        const again = scanFile({ path: edit.file.path, text: edit.file.bom + edit.edited }, edit.file.format);
        if ('reason' in again)
            return failed(edit.file.path, `the edited text cannot be read: ${again.reason}`);
        const named = nameMoved(edit, again);
        if (named)
            return named;
        const wrong = unlike(edit, again) ?? unevenReading(edit) ?? movedOutside(edit);
        if (wrong)
            return failed(edit.file.path, wrong);
        after.set(edit.file, again);
    }
    return spelledNameMoved(edits, after) ?? stillBelow(sites, after, change);
}
/** A raised variable may also be a piece of some name (`"g:lib_$scala:1.0"`): that is the file's doing, not a fault. */
function nameMoved({ file, demands }, again) {
    const variable = demands.find(({ site }) => site.declaration.role === 'variable');
    const moved = file.declarations.find(({ names }, i) => names[0] !== again.declarations[i]?.names[0]);
    if (!variable || !moved || again.declarations.length !== file.declarations.length)
        return undefined;
    return inName({ file, declaration: moved }, variable.site);
}
/** The same for a name that only another file's variables complete (`<artifactId>lib_${scala}</artifactId>`). */
function spelledNameMoved(edits, after) {
    const variable = edits.flatMap(({ demands }) => demands).find(({ site }) => site.declaration.role === 'variable');
    if (!variable)
        return undefined;
    const [before, now] = [variables_variablesOf([...after.keys()]), variables_variablesOf([...after.values()])];
    for (const site of sitesOf([...after.keys()], 'package')) {
        const [name = ''] = site.declaration.names;
        const again = after.get(site.file) ?? site.file;
        if (name.includes('${') && before.spell(site.file, name) !== now.spell(again, name)) {
            return inName(site, variable.site);
        }
    }
    return undefined;
}
function inName({ file, declaration }, variable) {
    const line = file.lineAt(declaration.at);
    return {
        code: 'ambiguous',
        message: `${file.path}:${line}: the variable ${variable.declaration.names[0]} is also a piece of the name ${declaration.names[0]}.`,
        hint: 'Give the package a variable of its own, or raise it by hand.',
        path: file.path,
        line,
    };
}
function unlike({ file, demands }, again) {
    if (again.declarations.length !== file.declarations.length) {
        return `there were ${file.declarations.length} declarations, and now there are ${again.declarations.length}`;
    }
    const wanted = new Map(demands.map((demand) => [demand.span.start, demand]));
    for (const [i, old] of file.declarations.entries()) {
        const now = again.declarations[i];
        if (!now || !isSame(old, now))
            return `the declaration of ${old.names[0]} became another one`;
        if (!areEqual(textsOf(now.value, none), textsOf(old.value, wanted))) {
            return `${old.names[0]} does not read as intended`;
        }
    }
    return undefined;
}
/** In all but the place and the text of the version. */
function isSame({ at: _, value: old, ...before }, { at: __, value: now, ...after }) {
    const keys = Object.keys(before);
    return (old.kind === now.kind &&
        keys.length === Object.keys(after).length &&
        keys.every((key) => areEqual(before[key], after[key])));
}
function areEqual(a, b) {
    if (!Array.isArray(a) || !Array.isArray(b))
        return a === b;
    return a.length === b.length && a.every((item, i) => item === b[i]);
}
const none = new Map();
/** What the value says, piece by piece, with what is wanted in place of what stands there. */
function textsOf(value, wanted) {
    const textOf = ({ span, text }) => {
        const demand = wanted.get(span.start);
        return demand?.span.end === span.end ? demand.after : text;
    };
    // A space stands in no version and in no name of a variable.
    const pieceText = (piece) => ('variable' in piece ? ` ${piece.variable}` : textOf(piece.literal));
    switch (value.kind) {
        case 'literal':
            return [value.dialect, ...value.parts.map(textOf), ...addedText(value.slot, wanted)];
        case 'template':
            return [value.dialect, ...value.pieces.map(pieceText)];
        case 'joint':
            return [
                value.dialect,
                ...value.members.flatMap((pieces) => pieces.map(pieceText)),
                ...addedText(value.slot, wanted),
            ];
        case 'managed':
            return [value.by];
        case 'name':
            return [value.text];
        case 'local':
            return [value.what];
        case 'opaque':
            return [value.reason];
    }
}
function addedText(slot, wanted) {
    const added = slot && wanted.get(slot.at);
    return added && added.span.end === added.span.start ? [added.after] : [];
}
/** The second parser's word. A text that it could not even read before the edit is out of its reach. */
function unevenReading({ file, edited, demands }) {
    const { read, readUpTo = Number.POSITIVE_INFINITY } = file.format;
    if (!read || file.text.length > readUpTo)
        return undefined;
    let before;
    try {
        before = read.call(file.format, file.text);
    }
    catch {
        return undefined;
    }
    try {
        const changed = differences(before, read.call(file.format, edited));
        if (!changed)
            return 'a second parser sees another structure';
        return unexplained(changed, demands);
    }
    catch {
        return 'a second parser cannot read the edited text';
    }
}
/** The parser gives what texts mean, so they are held against the constraints and not against what was written. */
function unexplained(changed, demands) {
    if (changed.length > demands.length)
        return `a second parser sees ${changed.length} values changed`;
    const texts = [...new Set(demands.map(({ after }) => meat(after)))];
    const values = [...new Set(changed)];
    const stray = values.find((value) => !texts.some((text) => value.includes(text)));
    if (stray !== undefined)
        return 'a second parser sees a value changed that was not meant';
    const lost = texts.find((text) => !values.some((value) => value.includes(text)));
    return lost === undefined ? undefined : 'a second parser does not see the new version';
}
/** The text without quotes and commas around it, which belong to the file's grammar and not to the value. */
function meat(text) {
    return text.replace(/^[\s,"']+|[\s,"']+$/g, '');
}
function movedOutside({ file, edited, splices }) {
    const back = applySplices(edited, inverseSplices(file.text, splices));
    return back === file.text ? undefined : 'text outside the versions moved';
}
/** Judges every declaration of the package again, in the edited files. */
function stillBelow(sites, after, change) {
    const variables = variables_variablesOf([...after.values()]);
    const touched = new Set(sites.map(({ file }) => file));
    const places = new Map([...touched].flatMap(({ declarations }) => declarations.map((one, i) => [one, i])));
    for (const { file, declaration } of sites) {
        const again = after.get(file);
        const now = again?.declarations[places.get(declaration) ?? -1];
        if (!again || !now)
            return failed(file.path, `${declaration.names[0]} is gone`);
        for (const verdict of judge({ file: again, declaration: now }, change, variables)) {
            if (verdict.kind === 'refuse')
                return failed(file.path, `the new constraint is not accepted: ${verdict.refusal.message}`);
            if (verdict.kind === 'raise')
                return failed(file.path, `${declaration.names[0]} is still below ${change.to}`);
        }
    }
    return undefined;
}
function failed(path, what) {
    return {
        code: 'proof-failed',
        message: `The edit of ${path} was made and then withdrawn, because reading it again did not confirm it: ${what}.`,
        hint: 'This is a fault of this program, not of the file: please report it with the file. Raise the version by hand meanwhile.',
        path,
    };
}

;// CONCATENATED MODULE: ./lib/manifests/plan/sharing.js



/**
 * The variables among the demands that other packages share. Refused as `ambiguous` when those belong to other families
 * (Maven groups, npm scopes) and the caller did not allow it: what is safe for one is only a number for the others.
 */
function sharedVariables(demands, { files, sites, variables }, change) {
    const raised = new Set(demands.map(({ site }) => site).filter(({ declaration }) => declaration.role === 'variable'));
    const users = raised.size === 0 ? [] : [...sitesOf(files, 'package')].map((site) => ({ site, reach: variables.reach(site) }));
    const asked = new Set(sites.map(({ declaration }) => declaration));
    const familyOf = ({ file, declaration: { family, names } }) => variables.spell(file, family ?? names[0] ?? '');
    const shared = [];
    for (const variable of uniqueByDeclaration(raised)) {
        const using = users.filter(({ reach }) => reach.has(variable.declaration)).map(({ site }) => site);
        const others = using.filter((site) => !asked.has(site.declaration) && !isAsked(site, change));
        if (others.length === 0)
            continue;
        const names = [...new Set(others.map(({ declaration }) => declaration.names[0] ?? '?'))].sort();
        const families = new Set(using.map(familyOf));
        if (families.size > 1 && !change.allowSharedVersions)
            return refusal(variable, names, change);
        shared.push({ variable, others: names });
    }
    return shared;
}
function uniqueByDeclaration(sites) {
    return new Map([...sites].map((site) => [site.declaration, site])).values();
}
function isAsked({ file, declaration }, change) {
    const { ecosystem } = file.format;
    const key = nameKey(ecosystem, change.packageName);
    return answersTo(ecosystem, declaration.names, key) || answersTo(ecosystem, declaration.weakNames, key);
}
function refusal({ file, declaration }, others, change) {
    const line = file.lineAt(declaration.at);
    return {
        code: 'ambiguous',
        message: `${file.path}:${line}: the variable ${declaration.names[0]} also gives the version of ${find_listed(others)}, so ${change.packageName} cannot be raised alone.`,
        hint: 'Set "allow_shared_versions" to raise them together, or give the package a variable of its own.',
        path: file.path,
        line,
    };
}

;// CONCATENATED MODULE: ./lib/manifests/plan-edit.js








/**
 * Plans the edit that raises a package to its safe version in the given manifests: finds its declarations, follows
 * variables, rewrites the constraints, and proves the result by reading it again. Pure and total: whatever the texts
 * hold, the answer is a plan, and nothing is thrown.
 */
function planEdit(files, change) {
    try {
        return plan(files, change);
    }
    catch (error) {
        const what = Error.isError(error) ? error.message : String(error);
        return plan_edit_refused({
            code: 'proof-failed',
            message: `Planning the edit of ${change.packageName} failed: ${what}.`,
            hint: 'This is a fault of this program, not of the files: please report it with them. Raise the version by hand meanwhile.',
        });
    }
}
function plan(manifests, change) {
    const twice = givenTwice(manifests);
    if (twice)
        return plan_edit_refused(twice);
    const found = find(survey(manifests, change.ecosystem), change);
    if ('code' in found)
        return plan_edit_refused(found);
    const verdicts = found.sites.flatMap((site) => judge(site, change, found.variables));
    const notes = notesOn(verdicts, change);
    const refusal = firstRefusal(verdicts) ?? hiddenVariables(found) ?? onlyManaged(verdicts, change);
    if (refusal)
        return plan_edit_refused(refusal, notes);
    const demands = verdicts.flatMap((verdict) => (verdict.kind === 'raise' ? verdict.demands : []));
    if (demands.length === 0)
        return { status: 'already', ecosystem: found.ecosystem, notes };
    return plan_edit_raise(found, change, demands, notes);
}
function plan_edit_raise(found, change, all, notes) {
    const { ecosystem, files, sites } = found;
    const demands = plan_edit_merged(all);
    if ('code' in demands)
        return plan_edit_refused(demands, notes);
    const shared = sharedVariables(demands, found, change);
    if ('code' in shared)
        return plan_edit_refused(shared, notes);
    const excluded = plan_edit_excludedByAuthor(found, change);
    if (excluded)
        return plan_edit_refused(excluded, notes);
    const byFile = Map.groupBy(demands, ({ site }) => site.file);
    const edits = files.flatMap((file) => {
        const own = byFile.get(file);
        return own ? [editFile(file, own)] : [];
    });
    const fault = prove(edits, files, sites, change);
    if (fault)
        return plan_edit_refused(fault, notes);
    const evidence = edits.flatMap((edit) => evidenceOf(edit, shared));
    return { status: 'edit', ecosystem, files: edits.map(wholeText), evidence, notes: [...notes, ...sharedNotes(shared)] };
}
function plan_edit_refused(refusal, notes = []) {
    return { status: 'refused', refusal, notes };
}
function givenTwice(files) {
    const seen = new Set();
    const twice = files.find(({ path }) => seen.size === seen.add(path).size);
    return twice
        ? {
            code: 'ambiguous',
            message: `${twice.path} is given twice.`,
            hint: 'List every file once.',
            path: twice.path,
        }
        : undefined;
}
function firstRefusal(verdicts) {
    return verdicts.find((verdict) => verdict.kind === 'refuse')?.refusal;
}
/** A broken file may hold a nearer definition of a variable that the package's version is made of. */
function hiddenVariables({ sites, broken }) {
    const [file] = broken;
    const follows = sites.some(({ declaration: { value } }) => value.kind === 'template' || value.kind === 'joint');
    return file && follows ? unparseable(file) : undefined;
}
function onlyManaged(verdicts, change) {
    const editable = verdicts.some(({ kind }) => kind === 'keep' || kind === 'raise');
    const managed = verdicts.filter((verdict) => verdict.kind === 'managed');
    const [first] = managed;
    if (editable || !first)
        return undefined;
    const { file, declaration } = first.site;
    const by = find_listed([...new Set(managed.map((verdict) => verdict.by))]);
    return {
        code: 'not-declared',
        message: `${change.packageName} stands in ${file.path} without a version of its own; ${by} gives it.`,
        hint: 'Add the file that gives the version to the list of files, or raise the package that brings it (a BOM, a parent).',
        path: file.path,
        line: file.lineAt(declaration.at),
    };
}
/** One demand for each span; two declarations may share a text, but not ask for two different ones. */
function plan_edit_merged(demands) {
    const bySpan = new Map();
    for (const demand of demands) {
        const { site, span } = demand;
        const key = `${site.file.path}\0${span.start}-${span.end}`;
        const other = bySpan.get(key);
        if (!other)
            bySpan.set(key, demand);
        else if (other.written !== demand.written)
            return contradiction(other, demand);
    }
    return [...bySpan.values()];
}
function contradiction(one, other) {
    const { file } = one.site;
    const line = file.lineAt(one.span.start);
    return {
        code: 'ambiguous',
        message: `${file.path}:${line}: one version text would have to become both "${one.after}" and "${other.after}".`,
        hint: 'Its users need different texts: give them variables of their own, or raise them by hand.',
        path: file.path,
        line,
    };
}
/** The author's own words against the safe version (go.mod `exclude`, Gradle `reject`), anywhere in the files. */
function plan_edit_excludedByAuthor({ files, ecosystem }, change) {
    const key = nameKey(ecosystem, change.packageName);
    for (const site of sitesOf(files, 'exclusion')) {
        const { file, declaration } = site;
        if (!answersTo(ecosystem, declaration.names, key) || !rulesOut(site, change.to))
            continue;
        const line = file.lineAt(declaration.at);
        return {
            code: 'excluded-by-author',
            message: `${file.path}:${line} (${declaration.group}) rules out ${change.packageName} ${change.to}.`,
            hint: 'Take a later safe version, or lift the exclusion first.',
            path: file.path,
            line,
        };
    }
    return undefined;
}
function rulesOut({ declaration: { value } }, version) {
    if (value.kind !== 'literal')
        return false;
    return value.parts.some(({ text }) => dialects[value.dialect]?.admits([text], version) ?? false);
}
/** One line of evidence for each declaration that changes, in the order of the text. */
function evidenceOf({ file, demands }, shared) {
    const byDeclaration = Map.groupBy(demands, ({ site }) => site.declaration);
    const evidence = [...byDeclaration].map(([declaration, own]) => {
        const changes = new Map(own.map((demand) => [demand.span.start, demand]));
        const { value } = declaration;
        const texts = value.kind === 'literal' ? value.parts : [];
        const whole = value.kind === 'literal' && texts.length > 0;
        const additions = own.filter(({ span }) => isAddition(value, span)).map(({ after }) => after);
        const after = texts.map(({ span, text }) => changes.get(span.start)?.after ?? text);
        const start = Math.min(...own.map((demand) => firstChange(file.text, demand)));
        return {
            start,
            path: file.path,
            line: file.lineAt(start),
            before: (whole ? texts.map(({ text }) => text) : own.map(({ before }) => before)).join(', '),
            after: (whole ? [...after, ...additions] : own.map(({ after }) => after)).join(', '),
            via: viaOf(declaration, shared),
        };
    });
    return evidence.sort((a, b) => a.start - b.start).map(({ start: _, ...line }) => line);
}
/** Where the text first differs; a constraint may run over several lines. */
function firstChange(text, { span, written }) {
    let at = span.start;
    while (at < span.end && text[at] === written[at - span.start])
        at++;
    return at;
}
function isAddition(value, span) {
    return ((value.kind === 'literal' || value.kind === 'joint') && value.slot?.at === span.start && span.start === span.end);
}
function viaOf(declaration, shared) {
    if (declaration.role !== 'variable')
        return declaration.group;
    const others = shared.find(({ variable }) => variable.declaration === declaration)?.others ?? [];
    const name = `${declaration.group} ${declaration.names[0]}`.trim();
    return others.length > 0 ? `${name}, shared with ${find_listed(others)}` : name;
}

;// CONCATENATED MODULE: ./lib/manifests/index.js
/** The manifests room's only door: text in, plans out. */





/***/ })

};
