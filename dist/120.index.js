export const id = 120;
export const ids = [120];
export const modules = {

/***/ 29120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  edit: () => (/* binding */ edit)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./lib/batch/diff.js
var diff = __webpack_require__(12589);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/harmless.js
var harmless = __webpack_require__(28480);
// EXTERNAL MODULE: ./lib/manifests/index.js + 141 modules
var manifests = __webpack_require__(77807);
// EXTERNAL MODULE: ./lib/request/schema.js
var schema = __webpack_require__(40838);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./lib/request/read-json.js
var read_json = __webpack_require__(32672);
;// CONCATENATED MODULE: ./lib/faces/cli/edit-ndjson.js
/** One line of `edit --ndjson`: a request as JSON in, an answer as a value out. Pure, and never throws. */




const file = schemas/* object */.Ikc({ path: schemas/* string */.YjP().min(1), content: schemas/* string */.YjP() });
const change = {
    id: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* null */.chJ()]).optional(),
    package: schemas/* string */.YjP().min(1),
    from: schemas/* string */.YjP(),
    to: schemas/* string */.YjP().min(1),
    ecosystem: schemas/* enum */.k5n(schema/* ecosystems */.uU).optional(),
    strict_floor: schemas/* boolean */.zMY().optional(),
    allow_shared_versions: schemas/* boolean */.zMY().optional(),
    hashes: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
};
const single = schemas/* object */.Ikc({ ...change, path: schemas/* string */.YjP().min(1), content: schemas/* string */.YjP(), context: schemas/* array */.YOg(file).optional() });
const several = schemas/* object */.Ikc({ ...change, files: schemas/* array */.YOg(file).min(1) });
/** Answers one line. A line that is no request is refused with `invalid-request`. */
function answerLine(line) {
    const value = readLine(line);
    if (Error.isError(value))
        return invalid(null, value.message);
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
    const isSeveral = typeof value === 'object' && value !== null && 'files' in value;
    const parsed = isSeveral ? several.safeParse(value) : single.safeParse(value);
    if (!parsed.success) {
        return invalid(id, parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`).join('; '));
    }
    const request = parsed.data;
    if ('files' in request) {
        const files = request.files.map(({ path, content }) => ({ path, text: content }));
        return { id, ...answerOf((0,manifests/* planEdit */.q3)(files, changeOf(request))) };
    }
    const main = { path: request.path, text: request.content };
    const context = (request.context ?? []).map(({ path, content }) => ({ path, text: content }));
    const { files = [], ...answer } = answerOf((0,manifests/* planEdit */.q3)([main, ...context], changeOf(request)));
    const content = files.find(({ path }) => path === main.path)?.content ?? main.text;
    return { id, ...answer, content, files: files.filter(({ path }) => path !== main.path) };
}
function readLine(line) {
    try {
        if ((0,read_json/* isDeeplyNested */.Rz)(line))
            return new Error('the line is nested too deep');
        return JSON.parse(line);
    }
    catch {
        return new Error('the line is not JSON');
    }
}
function invalid(id, message) {
    const hint = 'Send {"id", "path", "content", "package", "from", "to"} on one line; see edit --help.';
    return { id, status: 'refused', edits: [], refusal: { code: 'invalid-request', message, hint } };
}
function changeOf(request) {
    return {
        packageName: request.package,
        from: request.from,
        to: request.to,
        ...(request.ecosystem === undefined ? {} : { ecosystem: request.ecosystem }),
        ...(request.strict_floor ? { strictFloor: true } : {}),
        ...(request.allow_shared_versions ? { allowSharedVersions: true } : {}),
        ...(request.hashes ? { hashes: request.hashes } : {}),
    };
}
function answerOf(plan) {
    const { notes } = plan;
    if (plan.status === 'refused')
        return { status: 'refused', files: [], edits: [], notes, refusal: told(plan.refusal) };
    if (plan.status === 'already')
        return { status: 'unchanged', files: [], edits: [], notes };
    return { status: 'updated', files: plan.files.map(wire), edits: plan.evidence, notes };
}
const wire = ({ path, text }) => ({ path, content: text });
function told({ code, message, hint, path, line }) {
    return { code, message, hint, ...(path === undefined ? {} : { path }), ...(line === undefined ? {} : { line }) };
}

// EXTERNAL MODULE: ./lib/faces/cli/options.js
var options = __webpack_require__(1585);
;// CONCATENATED MODULE: ./lib/faces/cli/edit.js
/** `edit`: the editor alone, over files or over lines of JSON. */










const edit_options = {
    package: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    ecosystem: { type: 'string' },
    'strict-floor': { type: 'boolean' },
    'allow-shared-versions': { type: 'boolean' },
    check: { type: 'boolean' },
    diff: { type: 'boolean' },
    write: { type: 'boolean' },
    ndjson: { type: 'boolean' },
};
async function edit({ args }) {
    const { values, positionals } = (0,options/* readOptions */.Tt)(args, edit_options, true);
    if (values.ndjson)
        return editLines();
    if (positionals.length === 0)
        throw (0,errors/* fail */.fJ)('usage', 'No file is named.', 'Name the manifests to edit after the options.');
    const change = {
        packageName: (0,options/* required */.mw)(values.package, '--package'),
        from: (0,options/* required */.mw)(values.from, '--from'),
        to: (0,options/* required */.mw)(values.to, '--to'),
        ...(values.ecosystem === undefined ? {} : { ecosystem: readEcosystem(values.ecosystem) }),
        ...(values['strict-floor'] ? { strictFloor: true } : {}),
        ...(values['allow-shared-versions'] ? { allowSharedVersions: true } : {}),
    };
    const files = positionals.map(readManifest);
    const plan = (0,manifests/* planEdit */.q3)(files, change);
    for (const { message, hint } of plan.notes)
        process.stderr.write(`${(0,harmless/* harmless */.Is)(`note: ${message} ${hint}`)}\n`);
    if (plan.status === 'refused') {
        const { code, message, hint, path, line } = plan.refusal;
        const place = path ? `${path}${line ? `:${line}` : ''}: ` : '';
        process.stderr.write(`${(0,harmless/* harmless */.Is)(`refused (${code}): ${place}${message} ${hint}`)}\n`);
        return 1;
    }
    const changed = plan.status === 'edit' ? plan.files : [];
    if (values.write)
        for (const { path, text } of changed)
            (0,external_node_fs_.writeFileSync)(path, (0,manifests/* encodeManifest */.Gb)(text));
    else
        for (const { path, text } of changed)
            process.stdout.write((0,harmless/* harmlessLines */.vL)((0,diff/* fileDiff */.e)(path, textOf(files, path), text).diff));
    return values.check && changed.length > 0 ? 1 : 0;
}
function readEcosystem(text) {
    if (schema/* ecosystems */.uU.includes(text))
        return text;
    throw (0,errors/* fail */.fJ)('usage', `--ecosystem: "${text}" is not known.`, `Use one of ${schema/* ecosystems */.uU.join(', ')}.`);
}
/** Paths are taken relative to here, with `/`, since formats know manifests by their paths. */
function readManifest(name) {
    const path = ((0,external_node_path_.relative)('.', name) || name).split(external_node_path_.sep).join('/');
    let bytes;
    try {
        bytes = (0,external_node_fs_.readFileSync)(name);
    }
    catch (error) {
        const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown';
        throw (0,errors/* fail */.fJ)('usage', `The file "${name}" cannot be read (${code}).`, 'Check the path.', {}, error);
    }
    const text = (0,manifests/* decodeManifest */.MK)(bytes, path);
    if (typeof text !== 'string')
        throw (0,errors/* fail */.fJ)('usage', text.message, text.hint);
    return { path, text };
}
const textOf = (files, path) => files.find((file) => file.path === path)?.text ?? '';
/** One answer a line, flushed before the next request is read. */
async function editLines() {
    const lines = (0,external_node_readline_.createInterface)({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
        if (line.trim() === '')
            continue;
        const answer = `${(0,harmless/* harmlessJson */.EL)(JSON.stringify(answerLine(line)))}\n`;
        if (!process.stdout.write(answer))
            await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
    return 0;
}


/***/ }),

/***/ 1585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tt: () => (/* binding */ readOptions),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   o$: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/** Reading a command's arguments and files; what is wrong becomes a usage failure that names it. */




/** Parses strictly. Throws `usage`; Node's own words name the option only. */
function readOptions(args, options, positionals = false) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_2__.parseArgs)({ args: [...args], options, allowPositionals: positionals, strict: true });
    }
    catch (error) {
        const words = Error.isError(error) ? error.message.split('. ')[0] : 'the arguments are wrong';
        throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('usage', `${words}.`, 'Add --help to see the options and examples.');
    }
}
/** The text of a file, or of standard input for `-`. Throws `usage` when it cannot be read. */
async function readSource(name, option) {
    if (name === '-')
        return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(process.stdin);
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(name, 'utf8');
    }
    catch (error) {
        const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown';
        throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('usage', `${option}: the file "${name}" cannot be read (${code}).`, 'Check the path.', {}, error);
    }
}
/** A value that must be there. */
function required(value, option) {
    if (value === undefined || value === '')
        throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('usage', `${option} is missing.`, 'Add --help to see the options and examples.');
    return value;
}


/***/ }),

/***/ 32672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ isDeeplyNested),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   bl: () => (/* binding */ requestLimit),
/* harmony export */   o9: () => (/* binding */ isDeepValue),
/* harmony export */   oZ: () => (/* binding */ requireShallow)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/** JSON from outside: bounded in size and depth before it is parsed, and never echoed when it cannot be. */

/** Bytes of a request, whichever way it comes in. */
const requestLimit = 5 * 1024 * 1024;
const deepest = 64;
/** Parses a request's bytes or text. Throws `request-too-large` or `request-invalid`. */
function readJson(source, limit = requestLimit) {
    const size = typeof source === 'string' ? Buffer.byteLength(source) : source.byteLength;
    if (size > limit)
        throw tooLarge(size, limit);
    const text = typeof source === 'string' ? source : decoded(source);
    if (isDeeplyNested(text))
        throw tooDeep();
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw invalid(`it is not JSON${place(text, error)}`, 'Check it with `jq .` or an editor; the README shows a request.');
    }
}
function decoded(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    }
    catch {
        throw invalid('it is not UTF-8', 'Save it as UTF-8.');
    }
}
/** The parser's own words can quote the text, and with it a credential: only the position is taken from them. */
function place(text, error) {
    const position = Error.isError(error) ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    if (position === undefined)
        return '';
    const before = text.slice(0, Number(position)).split('\n');
    return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}
/** Is this JSON text nested deeper than any request? Counts brackets outside strings, up to the first too many. */
function isDeeplyNested(text) {
    let depth = 0;
    let inString = false;
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (inString) {
            if (code === 0x5c)
                index++;
            else if (code === 0x22)
                inString = false;
        }
        else if (code === 0x22)
            inString = true;
        else if (code === 0x5b || code === 0x7b) {
            depth++;
            if (depth > deepest)
                return true;
        }
        else if (code === 0x5d || code === 0x7d)
            depth--;
    }
    return false;
}
/**
 * The same of a value that was parsed elsewhere (an event file). Without recursion, since what this guards would run out
 * of stack.
 */
function isDeepValue(value) {
    let level = [value].filter(isContainer);
    for (let depth = 1; level.length > 0 && depth <= deepest; depth++)
        level = level.flatMap((container) => Object.values(container)).filter(isContainer);
    return level.length > 0;
}
/** Throws `request-invalid` for a value whose text `readJson` would refuse as nested too deep. */
function requireShallow(value) {
    if (isDeepValue(value))
        throw tooDeep();
}
const isContainer = (value) => typeof value === 'object' && value !== null;
function tooDeep() {
    return invalid(`it is nested more than ${deepest} levels deep`, 'Send a flat request as in the README.');
}
function tooLarge(size, limit) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('request-too-large', `The request has ${size} bytes; at most ${limit} are taken.`, limit === requestLimit
        ? 'Cut the batch into several, or give it as a file to mode: plan and its shards, which take more.'
        : 'Cut the batch into several.', { size });
}
function invalid(why, hint) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('request-invalid', `The request cannot be read: ${why}.`, hint);
}


/***/ }),

/***/ 40838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ jiraCommentSchema),
/* harmony export */   MH: () => (/* binding */ pullRequestSchema),
/* harmony export */   Mo: () => (/* binding */ mostItems),
/* harmony export */   Qr: () => (/* binding */ requestSchemaOf),
/* harmony export */   RJ: () => (/* binding */ jiraIssueSchema),
/* harmony export */   TF: () => (/* binding */ requestSchema),
/* harmony export */   po: () => (/* binding */ itemSchema),
/* harmony export */   uU: () => (/* binding */ ecosystems)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12311);
/** The request as it stands on the wire: names and shapes of the Python service, and what came since. */

/** Purl types. */
const ecosystems = ['npm', 'pypi', 'golang', 'maven', 'gem', 'cargo', 'composer', 'nuget'];
const oneLine = /^[^\u0000-\u001f\u007f]*$/;
const text = (most) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(most);
const line = (most) => text(most).regex(oneLine, 'one line without control characters');
/** What only describes may be empty: not every hole has a number. */
const lineOrNone = (most) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(most).regex(oneLine, 'one line without control characters');
const version = line(128).regex(/^[^\s"'`<>|&;$(){}[\]\\,]+$/, 'one version, like 4.17.21, not a range');
const credential = line(4096);
const itemSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    package_name: line(512).describe('The package as its ecosystem spells it; for Maven group:artifact.'),
    current_version: line(128).describe('The version believed to be in use.'),
    safe_version: version.describe('The lowest version that may be admitted after the update.'),
    severity: lineOrNone(64).optional(),
    cve: lineOrNone(256).optional(),
    description: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(65_536).optional(),
    advisory_link: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(2048).optional(),
    ecosystem: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(ecosystems).optional().describe('The purl type; needed only where a name exists in two.'),
})
    .describe('One package to raise. Other members are kept and ignored.');
const site = {
    server_url: line(2048).describe('The Jira site, with its context path if it has one.'),
    pat: credential.optional().describe('Left out: the jira-token input or JIRA_TOKEN.'),
    email: line(320)
        .optional()
        .describe('Given: Basic auth, as Jira Cloud wants. Left out: Bearer, as Data Center wants.'),
    api_version: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['2', '3']).optional(),
};
const jiraIssueSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...site,
    fields: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).describe('The fields of the issue, sent as given.'),
});
const people = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(line(256)).max(100);
const pullRequestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repo_url: line(2048).optional().describe('https://host/owner/name; left out: repo_url of the request.'),
    github_pat: credential
        .optional()
        .describe('Left out: github_pat of the request, the github-token input, or GITHUB_TOKEN.'),
    branch_name: line(255).describe('The new branch; may hold {{jira_key}}.'),
    base_branch: line(255).optional().describe("Left out: the repository's default branch."),
    title: line(256),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(65_536),
    package_name: line(512),
    current_version: line(128),
    safe_version: version,
    dependency_files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(1024)).max(200).optional().describe('Left out or empty: they are found.'),
    commit_message: text(10_000).optional(),
    draft: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    labels: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(line(50)).max(100).optional(),
    reviewers: people.optional(),
    team_reviewers: people.optional(),
    assignees: people.max(10).optional(),
    strict_floor: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional().describe('True: an unbounded constraint gets a floor too.'),
    allow_shared_versions: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional().describe('True: a variable that other packages share may be raised.'),
});
const jiraCommentSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...site,
    server_url: site.server_url.optional(),
    issue_key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(255).optional(),
    body: text(32_767),
});
/** Items of one run, whichever way the request comes in; a file that is cut into shards may hold more. */
const mostItems = 500;
/** The request with lists of at most `most` entries. */
function requestSchemaOf(most) {
    const list = (schema) => zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(schema).min(1).max(most);
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        items: list(itemSchema).optional(),
        vulnerabilities: list(itemSchema).optional().describe('The older name of `items`.'),
        repo_url: line(2048).optional(),
        github_pat: credential.optional(),
        jira_issue_requests: list(jiraIssueSchema),
        github_pr_requests: list(pullRequestSchema),
        jira_comment_requests: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(jiraCommentSchema).max(most).optional(),
        dry_run: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        idempotency_key: line(255).optional(),
    })
        .describe('A batch: the lists belong together by position. Null in an optional member is the same as leaving it out.');
}
const requestSchema = requestSchemaOf(mostItems);


/***/ })

};
