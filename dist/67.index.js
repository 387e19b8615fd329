export const id = 67;
export const ids = [67];
export const modules = {

/***/ 93655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   TX: () => (/* binding */ fittingOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   n7: () => (/* binding */ plainAddress)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12311);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/** Answers of far sides, read by schemas: what they hold goes into branches, commits, texts and addresses. */


/** Reads an answer. Throws `answer-malformed`, which names the members that do not fit, and no value. */
function readAnswer(schema, value, { from, doing }) {
    const outcome = schema.safeParse(value, { reportInput: false });
    if (outcome.success)
        return outcome.data;
    const members = outcome.error.issues.slice(0, 5).map(({ path }) => path.join('.') || 'the whole');
    throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('answer-malformed', `${from}'s answer to the call to ${doing} is not what ${from} answers.`, from === 'GitHub'
        ? 'Check the API address (github-api-url), and whether a proxy answers in its place; the same batch can be run again safely.'
        : 'Check that server_url is the address of Jira itself, not of a login page or proxy; the same batch can be run again safely.', { members: members.join(', ') });
}
/** A web address that is no markup anywhere, whoever gave it. */
const plainAddress = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^https?:\/\/[\w.:[\]-]{1,255}(\/[\w.~-]{1,255}){1,20}$/);
/** The entries of a list that fit; the others are left out. */
const fittingOf = (entry) => zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).transform((list) => list.flatMap((one) => {
    const outcome = entry.safeParse(one);
    return outcome.success ? [outcome.data] : [];
}));
/** The same of a list that may be absent. */
const listOf = (entry) => fittingOf(entry).catch([]);


/***/ }),

/***/ 77067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createIssueTracker: () => (/* binding */ createIssueTracker)
});

// EXTERNAL MODULE: ./lib/adapters/answers.js
var answers = __webpack_require__(93655);
// EXTERNAL MODULE: ./lib/adapters/jira/answers.js
var jira_answers = __webpack_require__(4586);
// EXTERNAL MODULE: ./lib/adapters/jira/client.js + 1 modules
var jira_client = __webpack_require__(38679);
;// CONCATENATED MODULE: ./lib/adapters/jira/neighbours.js
/** The most keys below the new one that are read. */
const mostRead = 50;
/** How often, and with which pause (milliseconds), a key is read that is not there: its issue may be coming into being. */
const gapReads = 4;
const gapPause = 500;
/** What is known of the newest issues, for the runs of one batch. */
class Neighbours {
    #read;
    #clock;
    #signal;
    /** By address without the number: the newest number that the first look knew. */
    #newest = new Map();
    /** By address: the item key, or null for an issue (or a gap) without one. */
    #itemKeys = new Map();
    constructor(read, way) {
        this.#read = read;
        this.#clock = way.clock;
        this.#signal = way.signal;
    }
    /** A look has read everything up to this key. */
    lookedUpTo(client, issueKey) {
        const { series, number } = placeOf(client, issueKey);
        this.#newest.set(series, Math.min(number, this.#newest.get(series) ?? number));
    }
    /** This run made the issue. */
    made(client, issueKey, itemKey) {
        this.#itemKeys.set(client.browseUrl(issueKey), itemKey);
    }
    /** The oldest issue of the item that came between the look and `issueKey`. Reads only. */
    async olderThan(client, itemKey, issueKey) {
        const { series, number } = placeOf(client, issueKey);
        const newest = this.#newest.get(series);
        if (newest === undefined)
            return undefined;
        const prefix = issueKey.replace(/\d+$/, '');
        const first = Math.max(newest + 1, number - mostRead);
        const between = Array.from({ length: Math.max(0, number - first) }, (_, index) => `${prefix}${first + index}`);
        await this.#readAll(client, between);
        return between.find((key) => this.#itemKeys.get(client.browseUrl(key)) === itemKey);
    }
    async #readAll(client, keys) {
        const unknown = () => keys.filter((key) => !this.#itemKeys.has(client.browseUrl(key)));
        for (let left = gapReads; left > 0 && unknown().length > 0; left--) {
            if (left < gapReads)
                await this.#clock.sleep(gapPause, this.#signal);
            for (const key of unknown()) {
                const itemKey = await this.#read(client, key);
                if (itemKey !== undefined)
                    this.#itemKeys.set(client.browseUrl(key), itemKey);
            }
        }
        for (const key of unknown())
            this.#itemKeys.set(client.browseUrl(key), null);
    }
}
/** `https://jira.example/browse/SEC-7`: the 7th of the series `https://jira.example/browse/SEC-`. */
function placeOf(client, issueKey) {
    const address = client.browseUrl(issueKey);
    return { series: address.replace(/\d+$/, ''), number: Number(/\d+$/.exec(address)?.[0] ?? 0) };
}

;// CONCATENATED MODULE: ./lib/adapters/jira/rich-text.js
/** Atlassian Document Format: plain text in, a document out, and back to text for comparing. */
/** Is this value an ADF document already? */
function isAdf(value) {
    return typeof value === 'object' && value !== null && value.type === 'doc' && 'content' in value;
}
const rich_text_link = /https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,;:!?]/g;
/**
 * A document with the same words: a paragraph a blank-line block, a hard break a line, addresses as links. Nothing of
 * the text is read as markup, so no wiki macro or mention in it comes alive.
 */
function toAdf(text) {
    const blocks = text.replace(/\r\n?/g, '\n').split(/\n{2,}/);
    const content = blocks.map((block) => ({ type: 'paragraph', content: lines(block.replace(/^\n+|\n+$/g, '')) }));
    return { type: 'doc', version: 1, content: content.map(({ type, content: inner }) => ({ type, ...some(inner) })) };
}
const some = (content) => (content.length > 0 ? { content } : {});
function lines(block) {
    return block.split('\n').flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...inline(line)]);
}
function inline(line) {
    const nodes = [];
    let at = 0;
    for (const match of line.matchAll(rich_text_link)) {
        if (match.index > at)
            nodes.push({ type: 'text', text: line.slice(at, match.index) });
        const href = match[0];
        nodes.push({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] });
        at = match.index + href.length;
    }
    if (at < line.length)
        nodes.push({ type: 'text', text: line.slice(at) });
    return nodes;
}
/** The words of a comment or description in either form, white space folded: what two texts are compared by. */
function foldedText(value) {
    const text = typeof value === 'string' ? value : isAdf(value) ? textOf(value) : '';
    return text.replace(/\s+/g, ' ').trim();
}
function textOf(node) {
    if (node.type === 'hardBreak')
        return '\n';
    const inner = (node.content ?? []).map(textOf).join('');
    const own = node.text ?? String(node.attrs?.url ?? '');
    return node.type === 'paragraph' ? `${inner}\n\n` : own + inner;
}

// EXTERNAL MODULE: ./lib/core/project.js
var core_project = __webpack_require__(26478);
;// CONCATENATED MODULE: ./lib/adapters/jira/search.js

/** The entity property that holds the item key; it shows nowhere in the issue. */
const itemProperty = 'create-issues-and-prs';
const summariesAtOnce = 20;
/** A large batch has dozens of them, and no issue is made before the last is answered. */
const queriesAtOnce = 4;
const pageSize = 100;
/** How many keys in a row must not be there for the newest issue to be known: numbers are lost now and then. */
const gap = 5;
/** The most keys that are read so, for each project. */
const mostNew = 200;
const mostPages = 20;
/** All issues that carry one of the wanted item keys, by item key. Reads only. `lookedUpTo` hears how far that look went. */
async function searchByItemKey(client, wanted, lookedUpTo = () => { }) {
    const keys = new Set(wanted.map(({ itemKey }) => itemKey));
    const found = new Map();
    const keep = (issue) => {
        const itemKey = itemKeyOf(issue);
        if (itemKey === undefined || !keys.has(itemKey))
            return;
        const issues = found.get(itemKey) ?? new Map();
        issues.set(issue.key, { key: issue.key, url: client.browseUrl(issue.key) });
        found.set(itemKey, issues);
    };
    for (const key of new Set(wanted.flatMap(({ candidates }) => candidates ?? []))) {
        const issue = await client.issue(key, itemProperty);
        if (issue)
            keep(issue);
    }
    const unseen = wanted.filter(({ itemKey }) => !found.has(itemKey));
    for (const some of chunks(queries(unseen), queriesAtOnce)) {
        for (const issue of (await Promise.all(some.map((jql) => allPages(client, jql)))).flat())
            keep(issue);
    }
    const unfound = unseen.filter(({ itemKey }) => !found.has(itemKey));
    for (const project of projectsOf(unfound)) {
        for (const issue of await notSearchableYet(client, project, lookedUpTo))
            keep(issue);
    }
    return new Map([...found].map(([itemKey, issues]) => [itemKey, [...issues.values()]]));
}
/**
 * Issues that are too new to be searched for. The index lags behind, but an issue can be read by its key at once, and keys
 * are counted up: so the keys after the newest one that the search knows are read, until a few in a row are not there.
 */
async function notSearchableYet(client, project, lookedUpTo) {
    const jql = `project = ${quoted(project)} ORDER BY created DESC`;
    const { issues } = await client.search({
        jql,
        fields: ['summary'],
        property: itemProperty,
        pageSize: 20,
        next: undefined,
    });
    const keys = issues.map(({ key }) => key);
    const prefix = keys[0]?.replace(/\d+$/, '') ?? (/^\d+$/.test(project) ? undefined : `${project}-`);
    if (prefix === undefined)
        return [];
    const read = [];
    let last = Math.max(0, ...keys.map(numberOf));
    for (const end = last + mostNew; last < end;) {
        const next = Array.from({ length: gap }, (_, index) => last + 1 + index);
        const there = await Promise.all(next.map((number) => client.issue(prefix + number, itemProperty)));
        const newest = there.findLastIndex((issue) => issue !== undefined);
        if (newest < 0)
            break;
        read.push(...there.filter((issue) => issue !== undefined));
        last += newest + 1;
    }
    lookedUpTo(prefix + last);
    return read;
}
/** The item key that an issue carries: null for none, undefined where there is no such issue. */
async function readItemKey(client, key) {
    const issue = await client.issue(key, itemProperty);
    return issue === undefined ? undefined : (itemKeyOf(issue) ?? null);
}
const numberOf = (key) => Number(key.slice(key.lastIndexOf('-') + 1));
function itemKeyOf({ properties }) {
    const value = properties?.[itemProperty];
    const item = typeof value === 'object' && value !== null ? value.item : undefined;
    return typeof item === 'string' ? item : undefined;
}
/** A few queries for however many items: by project, with the words of their summaries. */
function queries(wanted) {
    const byProject = new Map();
    for (const { fields } of wanted) {
        const project = (0,core_project/* projectOf */.v)(fields);
        if (project === undefined)
            continue;
        const conditions = byProject.get(project) ?? new Set();
        conditions.add(condition(fields.summary));
        byProject.set(project, conditions);
    }
    return [...byProject].flatMap(([project, conditions]) => chunks([...conditions], summariesAtOnce).map((some) => `project = ${quoted(project)} AND (${some.join(' OR ')}) ORDER BY created ASC`));
}
const projectsOf = (wanted) => new Set(wanted.flatMap(({ fields }) => (0,core_project/* projectOf */.v)(fields) ?? []));
/** Plain words only: Jira's text search has an operator for nearly every other character. */
function condition(summary) {
    const words = typeof summary === 'string' ? (summary.match(/[A-Za-z][A-Za-z0-9]{2,}/g) ?? []) : [];
    const some = [...new Set(words)].slice(0, 8);
    return some.length > 0 ? `summary ~ ${quoted(some.join(' '))}` : 'created >= -30d';
}
const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;
async function allPages(client, jql) {
    const all = [];
    let next = client.isCloud ? undefined : 0;
    for (let page = 0; page < mostPages; page++) {
        const answer = await client.search({ jql, fields: ['summary'], property: itemProperty, pageSize, next });
        all.push(...answer.issues);
        next = answer.next;
        if (next === undefined)
            break;
    }
    return all;
}
function chunks(list, size) {
    return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}

;// CONCATENATED MODULE: ./lib/adapters/jira.js






/** Creates the port. One batch uses one; credentials come with each request. */
function createIssueTracker(way) {
    const client = (site) => new jira_client/* JiraClient */.E(site, way);
    const clean = way.redact ?? ((text) => text);
    const neighbours = new Neighbours(readItemKey, way);
    return {
        issueUrl: (site, key) => client(site).browseUrl(key),
        findIssues: (site, wanted) => {
            const jira = client(site);
            return searchByItemKey(jira, wanted, (newest) => neighbours.lookedUpTo(jira, newest));
        },
        findOlder: async (site, itemKey, issueKey) => {
            const jira = client(site);
            const key = await neighbours.olderThan(jira, itemKey, issueKey);
            return key === undefined ? undefined : { key, url: jira.browseUrl(key) };
        },
        createIssue: async (request, itemKey) => {
            const jira = client(request.site);
            const issue = await createIssue(jira, request, itemKey);
            neighbours.made(jira, issue.key, itemKey);
            return issue;
        },
        previewIssue: ({ site, fields }, itemKey) => ({
            call: `POST ${client(site).url('/issue')}`,
            body: issueBody(site, fields, itemKey),
        }),
        findComments: (site, key, text) => findComments(client(site), key, isWanted(site, text, clean)),
        addComment: (site, key, body) => addComment(client(site), key, clean(body)),
        previewComment: (site, key, body) => ({
            call: `POST ${client(site).url(`/issue/${key}/comment`)}`,
            body: { body: richText(site, clean(body)) },
        }),
        findLink: (site, key, globalId) => findLink(client(site), key, globalId),
        linkPullRequest: (site, key, link) => linkPullRequest(client(site), key, link),
        previewLink: (site, key, link) => ({
            call: `POST ${client(site).url(`/issue/${key}/remotelink`)}`,
            body: linkBody(link),
        }),
    };
}
/** v3 wants ADF where v2 takes plain text (wiki markup). */
const richText = (site, text) => (site.apiVersion === '3' ? toAdf(text) : text);
/** The fields whose text is rich in every project; a custom field's kind is known to Jira only. */
const richFields = ['description', 'environment'];
function issueBody(site, fields, itemKey) {
    const texts = site.apiVersion === '3' ? richFields.filter((name) => typeof fields[name] === 'string') : [];
    const documents = texts.map((name) => [name, toAdf(String(fields[name]))]);
    return {
        fields: { ...fields, ...Object.fromEntries(documents) },
        properties: [{ key: itemProperty, value: { item: itemKey } }],
    };
}
async function createIssue(client, request, itemKey) {
    const body = issueBody(request.site, request.fields, itemKey);
    const answer = await client.call({ method: 'POST', path: '/issue', body, doing: 'create the issue', reads: false });
    const { key } = (0,answers/* readAnswer */.JN)(jira_answers/* createdAnswer */.H5, answer, { from: 'Jira', doing: 'create the issue' });
    return { key, url: client.browseUrl(key) };
}
const commentPath = (key) => `/issue/${encodeURIComponent(key)}/comment`;
/** Compares as the comment looks, white space folded, so that text and ADF are the same. */
function isWanted(site, text, clean) {
    const folded = (words) => foldedText(richText(site, clean(words)));
    if ('begins' in text) {
        const beginning = folded(text.begins);
        return (body) => foldedText(body).startsWith(beginning);
    }
    const whole = folded(text.is);
    return (body) => foldedText(body) === whole;
}
/** From the newest page to the one that has it: copies of one comment stand close together. */
async function findComments(client, key, isWanted) {
    for (let startAt = 0;;) {
        const query = { startAt: String(startAt), maxResults: '100', orderBy: '-created' };
        const doing = `show the comments of ${key}`;
        const answer = await client.call({ method: 'GET', path: commentPath(key), query, doing, reads: true });
        const { comments, total } = (0,answers/* readAnswer */.JN)(jira_answers/* commentsAnswer */.Dr, answer, { from: 'Jira', doing });
        const found = jira_answers/* commentsOf */.u3.parse(comments).filter(({ body }) => isWanted(body));
        if (found.length > 0)
            return found.map(({ id }) => ({ id })).reverse();
        startAt += comments.length;
        if (comments.length === 0 || startAt >= total)
            return [];
    }
}
async function addComment(client, key, text) {
    const body = { body: richText(client.site, text) };
    const doing = `add the comment to ${key}`;
    const answer = await client.call({ method: 'POST', path: commentPath(key), body, doing, reads: false });
    return (0,answers/* readAnswer */.JN)(jira_answers/* commentAnswer */.EF, answer, { from: 'Jira', doing });
}
const linkPath = (key) => `/issue/${encodeURIComponent(key)}/remotelink`;
function linkBody({ globalId, url, title }) {
    return { globalId, relationship: 'pull request', object: { url, title } };
}
async function findLink(client, key, globalId) {
    const doing = `show the links of ${key}`;
    const answer = await client.call({ method: 'GET', path: linkPath(key), doing, reads: true });
    const found = (0,answers/* readAnswer */.JN)(jira_answers/* linksAnswer */.Eh, answer, { from: 'Jira', doing }).find((link) => link.globalId === globalId);
    return found ? { id: found.id } : undefined;
}
async function linkPullRequest(client, key, link) {
    const doing = `link the pull request to ${key}`;
    const answer = await client.call({ method: 'POST', path: linkPath(key), body: linkBody(link), doing, reads: false });
    return { id: (0,answers/* readAnswer */.JN)(jira_answers/* linkAnswer */.dT, answer, { from: 'Jira', doing }).id ?? '' };
}


/***/ }),

/***/ 4586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $c: () => (/* binding */ issuesAnswer),
/* harmony export */   C7: () => (/* binding */ issueAnswer),
/* harmony export */   Dr: () => (/* binding */ commentsAnswer),
/* harmony export */   EF: () => (/* binding */ commentAnswer),
/* harmony export */   Eh: () => (/* binding */ linksAnswer),
/* harmony export */   H5: () => (/* binding */ createdAnswer),
/* harmony export */   XD: () => (/* binding */ permissionsAnswer),
/* harmony export */   cx: () => (/* binding */ userAnswer),
/* harmony export */   dT: () => (/* binding */ linkAnswer),
/* harmony export */   kH: () => (/* binding */ pageAnswer),
/* harmony export */   u3: () => (/* binding */ commentsOf),
/* harmony export */   z2: () => (/* binding */ cloudPageAnswer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12311);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93655);
/** Jira's answers, as much of them as is read. */


/** An issue's key goes into branches, commits and addresses. */
const issueKey = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z][A-Za-z0-9_]{0,99}-\d{1,15}$/);
const id = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[\w-]{1,64}$/), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()]).transform(String);
const createdAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ key: issueKey });
const issueAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    key: issueKey,
    properties: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).optional().catch(undefined),
});
/** Of a page of many, those that can be read; how many there were counts for the next page. */
const issuesAnswer = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .fittingOf */ .TX)(issueAnswer);
const cloudPageAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    issues: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()),
    nextPageToken: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
});
const pageAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ issues: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()), total: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() });
const commentsAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ comments: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()), total: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig() });
const commentsOf = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .fittingOf */ .TX)(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id, body: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J() }));
const commentAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id });
const linksAnswer = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .fittingOf */ .TX)(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id, globalId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }));
const linkAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ id: id.optional().catch(undefined) });
const userAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    displayName: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
    accountId: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().catch(undefined),
});
const permissionsAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    permissions: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ havePermission: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional().catch(undefined) }).catch({})),
});


/***/ }),

/***/ 38679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ JiraClient)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/adapters/answers.js
var answers = __webpack_require__(93655);
// EXTERNAL MODULE: ./lib/adapters/jira/answers.js
var jira_answers = __webpack_require__(4586);
// EXTERNAL MODULE: ./lib/adapters/retry-after.js
var retry_after = __webpack_require__(59821);
;// CONCATENATED MODULE: ./lib/adapters/jira/failures.js
/** Jira's answers that are no success, in words that say what to do. */


/** Characters of Jira's words that are shown. */
const longestWords = 1000;
/** Jira's own words, field by field. Empty for a page of HTML. */
function jiraWords(text) {
    try {
        const body = JSON.parse(text);
        const messages = Array.isArray(body.errorMessages) ? body.errorMessages.map(String) : [];
        if (typeof body.message === 'string')
            messages.push(body.message);
        const fields = typeof body.errors === 'object' && body.errors !== null ? Object.entries(body.errors) : [];
        return { messages, fields: Object.fromEntries(fields.map(([field, words]) => [field, String(words)])) };
    }
    catch {
        return { messages: [], fields: {} };
    }
}
/** The failure that an unsuccessful answer means. */
function jiraFailure(answer, attempt) {
    const { status } = answer;
    const { messages, fields } = jiraWords(answer.text);
    const all = [...Object.entries(fields).map(([field, words]) => `${field}: ${words}`), ...messages].join(' ');
    const said = all.length > longestWords ? `${all.slice(0, longestWords)}…` : all;
    const facts = { host: attempt.host, status, ...(said ? { jira: said } : {}) };
    const to = `Jira did not ${attempt.doing}`;
    if (answer.headers.get('x-authentication-denied-reason')?.includes('CAPTCHA'))
        return captcha(attempt.host, facts);
    if (status === 401)
        return unauthenticated(to, facts, attempt);
    if (status === 403) {
        return (0,errors/* fail */.fJ)('jira-permission', `${to}: the user of this token may not.`, 'Give that user the permission in the Jira project (browse, create issues, add comments, link issues).', facts);
    }
    if (status === 404) {
        return (0,errors/* fail */.fJ)('jira-not-found', `${to}: it is not there, or this token may not see it.`, notFoundHint(attempt), facts);
    }
    if (status === 429)
        return limited(answer, attempt, facts);
    // 408: it gave up on the request, and may have begun on it.
    if (status >= 500 || status === 408) {
        return (0,errors/* fail */.fJ)('jira-unavailable', `${to}: ${attempt.host} answered ${status}.`, 'Look at the state of Jira; the same batch can be run again safely.', facts, undefined, retryAt(answer, attempt));
    }
    return (0,errors/* fail */.fJ)('jira-refused', said ? `${to}. ${said}` : `${to} (status ${status}).`, fieldHint(fields, messages), facts);
}
function captcha(host, facts) {
    return (0,errors/* fail */.fJ)('jira-authentication', `${host} wants a CAPTCHA to be solved for this user first.`, 'Log in to Jira once in a browser as that user, or use a personal access token.', facts);
}
function unauthenticated(to, facts, { basic }) {
    const hint = basic
        ? 'Check jira-email and the API token (it may have expired). A scoped token works only with https://api.atlassian.com/ex/jira/<cloudId> as server_url.'
        : 'Check the personal access token. Jira Cloud wants an API token together with an email.';
    return (0,errors/* fail */.fJ)('jira-authentication', `${to}: the credentials were not accepted.`, hint, facts);
}
function notFoundHint({ basic }) {
    return basic
        ? 'Check the project key, and the token: Jira Cloud answers "not found" to credentials that it does not accept.'
        : 'Check server_url (with its context path) and the project key, and that the user of the token may browse the project.';
}
function limited(answer, attempt, facts) {
    const reason = answer.headers.get('ratelimit-reason');
    const all = { ...facts, ...(reason ? { reason } : {}) };
    const at = retryAt(answer, attempt);
    const when = at === undefined ? '' : ` until ${new Date(at).toISOString()}`;
    return (0,errors/* fail */.fJ)('jira-rate-limited', `Jira asks to be left alone${when}.`, 'Run the same batch again then; what is done is kept.', all, undefined, at);
}
function retryAt(answer, { now }) {
    const wait = (0,retry_after/* waitAskedFor */.P)(answer.headers, now);
    return wait === undefined ? undefined : now + wait;
}
const hints = [
    [/must be an Atlassian Document/i, 'Send that field as an ADF object, or use api_version "2" and plain text.'],
    [/must be a string/i, 'Send that field as plain text, or use api_version "3" for ADF.'],
    [/not on the appropriate screen/i, 'Remove the field from `fields`, or put it on the create screen of the project.'],
    [/too long/i, 'Shorten that text.'],
    [/is required/i, 'Add the field to `fields` as the project demands it.'],
    [/issue ?type/i, 'Use an issue type of that project, by name or id.'],
];
function fieldHint(fields, messages) {
    const words = [...Object.entries(fields).map(([field, text]) => `${field} ${text}`), ...messages].join('\n');
    return (hints.find(([pattern]) => pattern.test(words))?.[1] ?? 'Correct `fields` as Jira says and send the batch again.');
}

;// CONCATENATED MODULE: ./lib/adapters/jira/client.js




/** Tries of one call in all: reads are tried again after any passing fault, writes only after one that had no effect. */
const tries = 4;
/** The longest wait inside a run that a server may ask for, in milliseconds; a longer one ends in a resumable failure. */
const longestWait = 120_000;
class JiraClient {
    site;
    isCloud;
    #http;
    #clock;
    #log;
    #signal;
    #host;
    constructor(site, way) {
        this.site = site;
        const { host, hostname } = new URL(site.serverUrl);
        this.#host = host;
        this.isCloud =
            site.apiVersion === '3' || site.email !== undefined || /(^|\.)(atlassian\.net|atlassian\.com)$/i.test(hostname);
        this.#http = way.http;
        this.#clock = way.clock;
        this.#log = way.log;
        this.#signal = way.signal;
    }
    url(path, version = this.site.apiVersion) {
        return `${this.site.serverUrl}/rest/api/${version}${path}`;
    }
    browseUrl(key) {
        return `${this.site.serverUrl}/browse/${key}`;
    }
    /** An issue with one entity property, or undefined when it is not there or hidden. */
    async issue(key, property) {
        const path = `/issue/${encodeURIComponent(key)}`;
        const query = { fields: 'summary', properties: property };
        const doing = `show ${key}`;
        try {
            const answer = await this.call({ method: 'GET', path, query, doing, reads: true });
            return (0,answers/* readAnswer */.JN)(jira_answers/* issueAnswer */.C7, answer, { from: 'Jira', doing });
        }
        catch (error) {
            if (error instanceof errors/* Failure */.HR && error.code === 'jira-not-found')
                return undefined;
            throw error;
        }
    }
    /** One page of a search, the way this kind of Jira wants to be searched. */
    async search(ask) {
        const common = { jql: ask.jql, maxResults: ask.pageSize, fields: ask.fields, properties: [ask.property] };
        const doing = 'search for issues of earlier runs';
        if (this.isCloud) {
            const body = { ...common, ...(ask.next === undefined ? {} : { nextPageToken: String(ask.next) }) };
            const answer = await this.call({ method: 'POST', path: '/search/jql', body, doing, reads: true, version: '3' });
            const page = (0,answers/* readAnswer */.JN)(jira_answers/* cloudPageAnswer */.z2, answer, { from: 'Jira', doing });
            return { issues: jira_answers/* issuesAnswer */.$c.parse(page.issues), next: page.nextPageToken };
        }
        const startAt = Number(ask.next ?? 0);
        const body = { ...common, startAt };
        const answer = await this.call({ method: 'POST', path: '/search', body, doing, reads: true });
        const { issues, total } = (0,answers/* readAnswer */.JN)(jira_answers/* pageAnswer */.kH, answer, { from: 'Jira', doing });
        const end = startAt + issues.length;
        return { issues: jira_answers/* issuesAnswer */.$c.parse(issues), next: issues.length > 0 && end < total ? end : undefined };
    }
    /** A call whose answer is parsed JSON. Throws the Failure that the answer, or its absence, means. */
    async call(call) {
        for (let attempt = 1;; attempt++) {
            try {
                return parsed(await this.#send(call), call);
            }
            catch (error) {
                const pause = this.#pauseBefore(attempt, call, error);
                if (pause === undefined)
                    throw error;
                this.#log.write('warn', `Jira: waiting ${Math.ceil(pause / 1000)} s, then trying again to ${call.doing}`, {
                    host: this.#host,
                });
                await this.#clock.sleep(pause, this.#signal);
            }
        }
    }
    /** Milliseconds before the next try, or undefined when there must be none. */
    #pauseBefore(attempt, call, error) {
        if (!(error instanceof errors/* Failure */.HR) || attempt >= tries || error.code === 'interrupted')
            return undefined;
        const again = error.retry === 'safe' || (call.reads && error.retry === 'ambiguous');
        if (!again)
            return undefined;
        const asked = error.retryAt === undefined ? undefined : error.retryAt - this.#clock.now();
        const pause = asked ?? 2 ** attempt * 500;
        return pause <= longestWait ? Math.max(0, pause) : undefined;
    }
    async #send(call) {
        const query = call.query ? `?${new URLSearchParams(call.query)}` : '';
        const request = {
            method: call.method,
            url: this.url(call.path, call.version) + query,
            headers: this.#headers(call),
            reads: call.reads,
            ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        };
        const answer = await this.#http.send(request);
        if (answer.status >= 200 && answer.status < 300)
            return answer;
        const attempt = {
            host: this.#host,
            doing: call.doing,
            now: this.#clock.now(),
            basic: this.site.email !== undefined,
        };
        throw jiraFailure(answer, attempt);
    }
    #headers(call) {
        const { email, token } = this.site;
        const authorization = email === undefined
            ? `Bearer ${token.reveal()}`
            : `Basic ${Buffer.from(`${email}:${token.reveal()}`).toString('base64')}`;
        return {
            accept: 'application/json',
            authorization,
            'user-agent': 'create-issues-and-prs',
            ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        };
    }
}
function parsed(answer, call) {
    try {
        return answer.text === '' ? {} : JSON.parse(answer.text);
    }
    catch {
        throw (0,errors/* fail */.fJ)('answer-malformed', `Jira's answer to the call to ${call.doing} is no JSON.`, 'Check that server_url is the address of Jira itself, not of a login page or proxy in front of it.', { status: answer.status });
    }
}


/***/ }),

/***/ 59821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ waitAskedFor)
/* harmony export */ });
/** How long a server asks to be left alone, from the many forms in which servers say so. */
/**
 * Milliseconds to wait from `now` (epoch milliseconds), or undefined when the headers say nothing usable. Understands
 * `Retry-After` in seconds and as an HTTP date, Jira Cloud's `X-RateLimit-Reset` (ISO 8601) and GitHub's (epoch seconds).
 * Jira Data Center sends `retry-after: 0` with every answer: that is no request to wait.
 */
function waitAskedFor(headers, now) {
    const after = headers.get('retry-after')?.trim();
    if (after && /^\d+(\.\d+)?$/.test(after))
        return Number(after) > 0 ? Math.ceil(Number(after) * 1000) : undefined;
    if (after)
        return until(Date.parse(after), now);
    const reset = headers.get('x-ratelimit-reset')?.trim();
    if (!reset)
        return undefined;
    return until(/^\d+$/.test(reset) ? Number(reset) * 1000 : Date.parse(reset), now);
}
function until(time, now) {
    return Number.isFinite(time) && time > now ? time - now : undefined;
}


/***/ }),

/***/ 26478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ projectOf)
/* harmony export */ });
/** The project that an issue's `fields` name, by key or id. */
function projectOf(fields) {
    const { project } = fields;
    if (typeof project === 'string')
        return project;
    const { key, id } = (project ?? {});
    return typeof key === 'string' ? key : typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}


/***/ })

};
