export const id = 3;
export const ids = [3];
export const modules = {

/***/ 79003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAccess: () => (/* binding */ createAccess)
});

// EXTERNAL MODULE: ./lib/adapters/answers.js
var answers = __webpack_require__(93655);
// EXTERNAL MODULE: ./lib/adapters/github/answers.js
var github_answers = __webpack_require__(26733);
// EXTERNAL MODULE: ./lib/adapters/github/client.js
var client = __webpack_require__(22563);
// EXTERNAL MODULE: ./lib/adapters/github/failures.js
var failures = __webpack_require__(10679);
// EXTERNAL MODULE: ./lib/adapters/github/token-facts.js
var token_facts = __webpack_require__(55769);
;// CONCATENATED MODULE: ./lib/adapters/github/access.js





const kindNames = {
    classic: 'classic token',
    'fine-grained': 'fine-grained token',
    installation: "a GitHub App's token",
    actions: "Actions' own GITHUB_TOKEN",
    other: 'token of a kind that is not known',
};
const untold = 'no read tells it; GitHub shows it at the first write';
const yes = (name, purpose, seen) => ({ name, purpose, held: 'yes', seen, advice: '' });
/** Asks GitHub. Never throws: what keeps it from answering is a missing right. */
async function repositoryAccess(needs, options) {
    const { target } = needs;
    const place = `${target.owner}/${target.name} on ${target.host}`;
    const octokit = (0,client/* createOctokit */.Qi)(target, options);
    const ask = (doing, call) => call().catch(throwFailure(doing, target, options));
    try {
        const repository = await ask('read the repository', () => octokit.rest.repos.get({ owner: target.owner, repo: target.name }));
        const { headers } = repository;
        const data = (0,answers/* readAnswer */.JN)(github_answers/* repositoryAnswer */.XQ, repository.data, { from: 'GitHub', doing: 'read the repository' });
        const [owner = target.owner, name = target.name] = data.full_name.split('/');
        const seen = {
            target: { ...target, url: `${new URL(target.url).origin}/${owner}/${name}`, owner, name },
            facts: (0,token_facts/* tokenFacts */.XR)(target.token.reveal(), headers),
            isPrivate: data.private,
            archived: data.archived,
            role: data.permissions?.push,
            defaultBranch: data.default_branch,
        };
        return {
            place,
            token: describeToken(seen.facts, await loginOf(octokit, seen, options)),
            rights: [
                await readRight(octokit, needs, seen, ask),
                await pushRight(seen, options),
                await pullRight(octokit, seen, ask),
                ...extraRights(needs, seen),
            ],
            surplus: surplusScopes(needs, seen),
        };
    }
    catch (error) {
        return { place, token: 'not accepted, or not seen', rights: [unreachable(error)], surplus: [] };
    }
}
function throwFailure(doing, { owner, name }, { clock }) {
    return (error) => {
        throw (0,failures/* githubFailure */.e)(error, { doing, repository: `${owner}/${name}`, now: clock.now() });
    };
}
function unreachable({ message, hint }) {
    return { name: 'Metadata: read', purpose: 'see the repository', held: 'no', seen: message, advice: hint };
}
/** Only a token that acts as a person can be asked whose it is. */
function loginOf(octokit, { target, facts }, { logins }) {
    if (facts.kind === 'installation' || facts.kind === 'actions')
        return undefined;
    const name = JSON.stringify([target.host, target.token.reveal()]);
    const known = logins.get(name);
    if (known)
        return known;
    const asked = octokit.rest.users.getAuthenticated().then(({ data }) => (typeof data?.login === 'string' ? data.login : undefined), () => undefined);
    logins.set(name, asked);
    return asked;
}
function describeToken({ kind, scopes, expires }, login) {
    const whose = login === undefined ? '' : ` of ${login}`;
    const told = scopes === undefined ? '' : `, scopes: ${scopes.join(', ') || 'none'}`;
    return `${kindNames[kind]}${whose}${told}${expires === undefined ? '' : `, expires ${expires}`}`;
}
async function readRight(octokit, { bases }, seen, ask) {
    const [name, purpose] = ['Contents: read', 'read the base branch and its manifests'];
    const { owner, name: repo } = seen.target;
    try {
        for (const base of bases) {
            const branch = base ?? seen.defaultBranch;
            await ask(`read the branch ${branch}`, () => octokit.rest.repos.getBranch({ owner, repo, branch }));
        }
        return yes(name, purpose, seen.isPrivate ? 'branches are shown' : 'the repository is public');
    }
    catch (error) {
        const { code, message } = error;
        // A branch that is not there is no question of rights: the dry run names it.
        if (code === 'repository-not-found')
            return yes(name, purpose, 'the repository is shown');
        return { name, purpose, held: 'no', seen: message, advice: adviceFor(seen, 'Contents: read and write') };
    }
}
async function pushRight(seen, { http }) {
    const [name, purpose] = ['Contents: write', 'push branches'];
    const missing = (why, advice) => ({ name, purpose, held: 'no', seen: why, advice });
    if (seen.archived)
        return missing('the repository is archived', 'Unarchive it, or leave its items out.');
    const may = await (0,token_facts/* mayPush */.OR)(http, seen.target, { facts: seen.facts, role: seen.role, isPrivate: seen.isPrivate });
    if (may === true)
        return yes(name, purpose, seen.facts.scopes ? 'by its scopes' : 'git offers to take a push');
    if (may === undefined)
        return { name, purpose, held: 'unknown', seen: untold, advice: adviceFor(seen, 'Contents: read and write') };
    return seen.role === false && seen.facts.scopes !== undefined
        ? missing('its user may only read here', 'Give that user write access to the repository, or use another token.')
        : missing('git does not take a push with it', adviceFor(seen, 'Contents: read and write'));
}
async function pullRight(octokit, seen, ask) {
    const { target, facts } = seen;
    const [name, purpose] = ['Pull requests: write', 'open pull requests, set labels, assignees and reviewers'];
    const advice = adviceFor(seen, 'Pull requests: read and write');
    if (facts.scopes) {
        const isScoped = (0,token_facts/* isScopedFor */.oF)(facts.scopes, { private: seen.isPrivate });
        return isScoped
            ? yes(name, purpose, 'by its scopes')
            : { name, purpose, held: 'no', seen: 'not by its scopes', advice };
    }
    try {
        const { owner, name: repo } = target;
        await ask('list the pull requests', () => octokit.rest.pulls.list({ owner, repo, per_page: 1 }));
    }
    catch (error) {
        return { name, purpose, held: 'no', seen: `not even to read: ${error.message}`, advice };
    }
    return { name, purpose, held: 'unknown', seen: untold, advice };
}
/** Team reviewers are the one thing that asks for more than the pull request does. */
function extraRights({ extras }, { facts }) {
    if (!extras.includes('team reviewers'))
        return [];
    const [name, purpose] = ['Members: read (organisation)', 'ask teams for their review'];
    if (facts.kind === 'actions') {
        const advice = "Use a GitHub App's or a person's token, or leave team_reviewers out.";
        return [{ name, purpose, held: 'no', seen: 'GITHUB_TOKEN never has it', advice }];
    }
    const advice = facts.scopes ? 'Give the token the scope `read:org`.' : `Give it "${name}".`;
    if (!facts.scopes)
        return [{ name, purpose, held: 'unknown', seen: untold, advice }];
    return facts.scopes.some((scope) => /^(read|write|admin):org$/.test(scope))
        ? [yes(name, purpose, 'by its scopes')]
        : [{ name, purpose, held: 'no', seen: 'not by its scopes', advice }];
}
function adviceFor({ facts, isPrivate, target }, permission) {
    switch (facts.kind) {
        case 'classic':
            return `Give the token the scope ${isPrivate ? '`repo`' : '`public_repo` (or `repo`)'}.`;
        case 'actions':
            return permission.startsWith('Pull')
                ? 'In the workflow: `permissions: contents: write, pull-requests: write`; and "Allow GitHub Actions to create and approve pull requests" in the settings.'
                : 'In the workflow: `permissions: contents: write, pull-requests: write`.';
        case 'installation':
            return `Give the App "${permission}" and let it be installed for ${target.owner}/${target.name}.`;
        default:
            return `Give the token "${permission}" for ${target.owner}/${target.name}.`;
    }
}
/** Scopes of a classic token that nothing here asks for. */
function surplusScopes({ extras }, { facts, isPrivate }) {
    const needed = new Set(['repo', ...(extras.includes('team reviewers') ? ['read:org'] : [])]);
    if (!isPrivate)
        needed.add('public_repo');
    const surplus = (facts.scopes ?? []).filter((scope) => !needed.has(scope));
    const wide = !isPrivate && facts.scopes?.includes('repo') ? ['repo (public_repo is enough here)'] : [];
    return [...wide, ...surplus];
}

// EXTERNAL MODULE: ./lib/adapters/jira/answers.js
var jira_answers = __webpack_require__(4586);
;// CONCATENATED MODULE: ./lib/adapters/jira/access.js


/** Jira's keys, the same on Cloud and Data Center, and what each is for here. */
const permissions = {
    browse: ['BROWSE_PROJECTS', 'find issues of earlier runs'],
    create: ['CREATE_ISSUES', 'create issues'],
    comment: ['ADD_COMMENTS', 'comment on issues'],
    link: ['LINK_ISSUES', 'link pull requests to issues'],
    'set the assignee': ['ASSIGN_ISSUES', 'set `assignee`'],
    'set the reporter': ['MODIFY_REPORTER', 'set `reporter`'],
    'set the due date': ['SCHEDULE_ISSUES', 'set `duedate`'],
    'set fix versions': ['RESOLVE_ISSUES', 'set `fixVersions`'],
    'set the security level': ['SET_ISSUE_SECURITY', 'set `security`'],
};
/** The right over all of Jira, which nothing here needs. */
const tooMuch = 'ADMINISTER';
/** Asks Jira. Never throws: what keeps it from answering is a missing right. */
async function projectAccess(client, needs) {
    const { host } = new URL(needs.site.serverUrl);
    const who = await whoAsks(client);
    const report = { place: `${needs.project ?? '(no project)'} on ${host}`, token: who.told };
    if (needs.project === undefined) {
        const advice = 'Name the project in `fields`, as {"project": {"key": "SEC"}}.';
        const nothing = { name: 'project', purpose: 'create issues', seen: 'the request names none' };
        return { ...report, rights: [{ ...nothing, held: 'no', advice }], surplus: [] };
    }
    const keys = [...needs.actions.map((action) => permissions[action][0]), tooMuch];
    try {
        const held = await heldPermissions(client, needs.project, keys);
        const rights = needs.actions.map((action) => right(action, held, needs.project, who.refusal));
        return {
            ...report,
            rights: [...rights, ...scopedToken(needs)],
            surplus: held.get(tooMuch) === true ? [tooMuch] : [],
        };
    }
    catch (error) {
        const { message, hint } = who.refusal ?? error;
        return {
            ...report,
            rights: needs.actions.map((action) => missing(action, message, hint)),
            surplus: [],
        };
    }
}
async function whoAsks(client) {
    try {
        const doing = 'say whose the token is';
        const answer = await client.call({ method: 'GET', path: '/myself', doing, reads: true });
        const { displayName, name, accountId } = (0,answers/* readAnswer */.JN)(jira_answers/* userAnswer */.cx, answer, { from: 'Jira', doing });
        const who = displayName ?? name ?? accountId ?? 'a user without a name';
        return { told: `token of ${who.slice(0, 100)}`, refusal: undefined };
    }
    catch (error) {
        return { told: 'not accepted, or not seen', refusal: error };
    }
}
async function heldPermissions(client, project, keys) {
    const which = /^\d+$/.test(project) ? { projectId: project } : { projectKey: project };
    const doing = `show the permissions in ${project}`;
    const query = { ...which, permissions: keys.join(',') };
    const answer = await client.call({ method: 'GET', path: '/mypermissions', query, doing, reads: true });
    const { permissions: held } = (0,answers/* readAnswer */.JN)(jira_answers/* permissionsAnswer */.XD, answer, { from: 'Jira', doing });
    return new Map(keys.map((key) => [key, held[key]?.havePermission]));
}
function missing(action, seen, advice) {
    const [name, purpose] = permissions[action];
    return { name, purpose, held: 'no', seen, advice };
}
function right(action, held, project, refusal) {
    const [name, purpose] = permissions[action];
    const has = held.get(name);
    if (has === true)
        return { name, purpose, held: 'yes', seen: 'Jira says so', advice: '' };
    const advice = `Give the token's user ${name} in ${project}.`;
    if (has === false)
        return missing(action, refusal?.message ?? 'Jira says that it has not', refusal?.hint ?? advice);
    return { name, purpose, held: 'unknown', seen: 'this Jira does not say', advice };
}
/** Jira lists what the user may. A token with scopes may do less, and nothing lists those. */
function scopedToken({ site, actions }) {
    if (!/^\/ex\/jira\//.test(new URL(site.serverUrl).pathname))
        return [];
    const writes = actions.some((action) => action !== 'browse');
    const name = `scopes read:jira-work${writes ? ', write:jira-work' : ''}`;
    const advice = `Make sure that the token was made with the ${name}.`;
    return [
        { name, purpose: 'read and write issues', held: 'unknown', seen: 'no read tells the scopes of a token', advice },
    ];
}

// EXTERNAL MODULE: ./lib/adapters/jira/client.js + 1 modules
var jira_client = __webpack_require__(38679);
;// CONCATENATED MODULE: ./lib/adapters/access.js



/** Creates the port, which closes `http` in the end. */
function createAccess(options) {
    const github = { ...options, logins: new Map() };
    return {
        repository: (needs) => repositoryAccess(needs, github),
        project: (needs) => projectAccess(new jira_client/* JiraClient */.E(needs.site, options), needs),
        close: () => options.http.close(),
    };
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


/***/ })

};
