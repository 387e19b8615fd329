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

/***/ 26733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DN: () => (/* binding */ reviewersAnswer),
/* harmony export */   MJ: () => (/* binding */ pullAnswer),
/* harmony export */   XQ: () => (/* binding */ repositoryAnswer),
/* harmony export */   hG: () => (/* binding */ assigneesAnswer),
/* harmony export */   i5: () => (/* binding */ metadataAnswer),
/* harmony export */   n5: () => (/* binding */ pullsAnswer),
/* harmony export */   sZ: () => (/* binding */ labelsAnswer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12311);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93655);
/** GitHub's answers, as much of them as is read. */


const named = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const repositoryAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    full_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
    html_url: _answers_js__WEBPACK_IMPORTED_MODULE_0__/* .plainAddress */ .n7,
    default_branch: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).max(255),
    archived: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(false),
    private: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().default(true),
    permissions: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ push: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional() }).optional().catch(undefined),
});
const pullAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    number: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().positive(),
    html_url: _answers_js__WEBPACK_IMPORTED_MODULE_0__/* .plainAddress */ .n7,
    state: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    merged_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    title: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    head: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/), ref: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }),
    user: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() }).nullish(),
});
const pullsAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(pullAnswer);
const reviewers = {
    requested_reviewers: (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(named),
    requested_teams: (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ slug: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
};
const reviewersAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(reviewers);
const assigneesAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ assignees: (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(named) });
const labelsAnswer = (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .fittingOf */ .TX)(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }));
const metadataAnswer = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ...reviewers,
    created_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    updated_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    labels: (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
    assignees: (0,_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(named),
});


/***/ }),

/***/ 22563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oo: () => (/* binding */ once),
/* harmony export */   Qi: () => (/* binding */ createOctokit),
/* harmony export */   av: () => (/* binding */ apiBase)
/* harmony export */ });
/* harmony import */ var _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85555);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86856);
/* harmony import */ var bottleneck_light_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63251);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53871);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/** Octokit for one host and token: which API to speak to, paced and retried by Octokit's own plugins. */






/** A refusal of our own way out (a redirect, an address) stays the same however often it is met: no try after it. */
const giveUp = (octokit) => {
    octokit.hook.error('request', (error) => {
        const cause = Error.isError(error) ? error.cause : undefined;
        throw cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR && cause.retry === 'never' ? cause : error;
    });
};
const Kit = _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_0__/* .GitHub */ .gq.plugin(giveUp, _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_5__/* .throttling */ .A);
/** The longest wait inside a run for a rate limit, in seconds; a longer one ends in a resumable failure. */
const longestWait = 120;
/** `https://api.github.com`, `https://api.<x>.ghe.com`, or `<server>/api/v3` (Enterprise Server). */
function apiBase(target, override) {
    if (override !== undefined)
        return override.replace(/\/+$/, '');
    if (target.host === 'github.com')
        return 'https://api.github.com';
    if (target.host.endsWith('.ghe.com'))
        return `https://api.${target.host}`;
    return `${new URL(target.url).origin}/api/v3`;
}
/** GitHub's own rules (writes 1 s apart, notifying ones 3 s) hold on its own hosts; a GHES sets its limits itself. */
const isPaced = (host) => host === 'github.com' || host.endsWith('.ghe.com');
const unpaced = () => ({
    write: new bottleneck_light_js__WEBPACK_IMPORTED_MODULE_1__.Group({ maxConcurrent: 1 }),
    notifications: new bottleneck_light_js__WEBPACK_IMPORTED_MODULE_1__.Group({ maxConcurrent: 1 }),
});
/** Makes the client of one token. `http.fetch` carries the dry-run guard and the cancel. */
function createOctokit(target, options) {
    const { http, log, apiUrl, alwaysPaced } = options;
    const wait = (what) => (seconds, request, _, retries) => {
        const worthIt = seconds <= longestWait && retries < 2;
        if (worthIt)
            log.write('warn', `GitHub: ${what}, waiting ${seconds} s`, { host: target.host, method: request.method });
        return worthIt;
    };
    const kit = new Kit((0,_actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_0__/* .getOctokitOptions */ .EG)(target.token.reveal(), {
        baseUrl: apiBase(target, apiUrl),
        userAgent: 'create-issues-and-prs',
        log: quiet,
        request: { fetch: http.fetch, agent: undefined },
        // Only reads are tried again after a 5xx: a create that was answered so may have happened.
        retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
        throttle: {
            // GitHub counts by user, whoever owns the repositories: all of a token's calls keep one pace.
            id: `${target.host} ${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .s)(target.token.reveal())}`,
            ...(alwaysPaced || isPaced(target.host) ? {} : unpaced()),
            onRateLimit: wait('the rate limit is used up'),
            onSecondaryRateLimit: wait('a secondary rate limit was met'),
        },
    }));
    watchWaits(kit, options);
    return kit;
}
/** Shorter pauses are the client's own work. Milliseconds. */
const shortestWait = 20;
/** The plugins hold a call back inside themselves: what passes before each of its requests is what it waited. */
function watchWaits(kit, { clock, observeWait }) {
    if (!observeWait)
        return;
    kit.hook.wrap('request', async (request, options) => {
        const { fetch } = options.request;
        let idleSince = clock.now();
        const watched = async (url, init) => {
            const waited = clock.now() - idleSince;
            if (waited >= shortestWait)
                observeWait(waited);
            try {
                return await fetch(url, init);
            }
            finally {
                idleSince = clock.now();
            }
        };
        // Every hook sees this very object, and none another that is handed on.
        options.request = { ...options.request, fetch: watched };
        return request(options);
    });
}
/** Octokit would print to the console, where a runner reads commands. */
const quiet = { debug() { }, info() { }, warn() { }, error() { } };
/** For every call that writes: plugin-retry would repeat it blindly after a 5xx. */
const once = { request: { retries: 0 } };


/***/ }),

/***/ 10679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ githubFailure)
/* harmony export */ });
/* unused harmony export githubWords */
/* harmony import */ var _octokit_request_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31015);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59821);
/** GitHub's answers that are no success, in words that say what to do (the bodies are those of docs/limits.md). */



/** GitHub's own words: the message and those of `errors`, which is usually but not always a list of objects. */
function githubWords(data) {
    if (typeof data !== 'object' || data === null)
        return '';
    const { message, errors } = data;
    const list = Array.isArray(errors) ? errors.slice(0, 20) : errors === undefined ? [] : [errors];
    const details = list.map((error) => {
        if (typeof error !== 'object' || error === null)
            return error;
        const { message: words, field, code } = error;
        return words || [field, code].filter((part) => typeof part === 'string' && part !== '').join(' is ');
    });
    return [message, ...details]
        .filter((words) => typeof words === 'string' && words !== '')
        .join(': ')
        .slice(0, 1000);
}
/** The Failure that anything thrown by an Octokit call means. */
function githubFailure(error, attempt) {
    if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error;
    if (!(error instanceof _octokit_request_error__WEBPACK_IMPORTED_MODULE_1__/* .RequestError */ .G))
        return unread(error, attempt);
    if (error.cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
        return error.cause;
    if (!error.response)
        return lost(error, attempt);
    const words = githubWords(error.response.data);
    const facts = { repository: attempt.repository, status: error.status, ...(words ? { github: words } : {}) };
    return limitFailure(error, words, attempt, facts) ?? refusal(error.status, words, attempt, facts);
}
/** Octokit looks into answers too, and stumbles over what GitHub never answers. */
function unread(error, { repository, doing }) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('answer-malformed', `GitHub's answer to the call to ${doing} could not be read.`, 'Check the API address (github-api-url), and whether a proxy answers in its place; the same batch can be run again safely.', { repository }, error);
}
function lost(error, { repository, doing }) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('connection-lost', `The connection to GitHub broke while trying to ${doing}.`, 'The same batch can be run again safely: it first looks whether the effect is there.', { repository }, error);
}
function limitFailure(error, words, attempt, facts) {
    if (/was submitted too quickly/i.test(words)) {
        const at = attempt.now + 60 * 60 * 1000;
        return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-hour-limit', 'GitHub takes no more new content from this user for now ("was submitted too quickly").', `Run the same batch again after ${new Date(at).toISOString()}: what is done is kept.`, facts, undefined, at);
    }
    const headers = error.response?.headers ?? {};
    const limited = error.status === 429 || /secondary rate limit|rate limit exceeded|abuse/i.test(words);
    const spent = error.status === 403 && String(headers['x-ratelimit-remaining']) === '0';
    if (!limited && !spent)
        return undefined;
    const source = { get: (name) => (headers[name] === undefined ? null : String(headers[name])) };
    const at = attempt.now + ((0,_retry_after_js__WEBPACK_IMPORTED_MODULE_2__/* .waitAskedFor */ .P)(source, attempt.now) ?? 60_000);
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-rate-limited', `GitHub asks to be left alone until ${new Date(at).toISOString()}.`, 'Run the same batch again then: what is done is kept.', facts, undefined, at);
}
const permission = (what) => (attempt, facts) => (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-permission', `This token may not ${attempt.doing}.`, `${what} In a workflow: \`permissions: contents: write, pull-requests: write\`.`, facts);
const cases = [
    {
        status: 403,
        words: /not permitted to create or approve pull requests/i,
        make: (_, facts) => (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('actions-may-not-open-pull-requests', 'GitHub Actions may not open pull requests in this repository.', 'Turn on "Allow GitHub Actions to create and approve pull requests" (organisation, then repository: Settings → Actions → General), or use an App\'s or a personal token as github-token.', facts),
    },
    {
        status: 403,
        words: /Resource not accessible by/i,
        make: permission('Give it "Contents" and "Pull requests": read and write (classic: `repo`).'),
    },
    {
        status: 422,
        words: /No commits between/i,
        make: (_, facts) => (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-refused', 'The branch holds nothing that the base does not have.', 'The update may have been merged meanwhile: run the batch again to see.', facts),
    },
    {
        status: 422,
        words: /draft pull requests are not supported/i,
        make: (_, facts) => (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-refused', 'This repository has no draft pull requests.', 'Leave "draft" out of the request (private repositories need a paid plan for drafts).', facts),
    },
    {
        status: 422,
        words: /is too long/i,
        make: (_, facts, words) => (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-refused', `GitHub refused a text: ${words}.`, 'Shorten the title to 256 and the body to 65,536 characters.', facts),
    },
    {
        status: 422,
        words: /\b(base|head) is invalid/i,
        make: (_, facts, words) => (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-refused', `GitHub does not know the ${/base/.test(words) ? 'base' : 'head'} branch.`, 'Check base_branch; the repository may have changed while the batch ran: run it again.', facts),
    },
];
function refusal(status, words, attempt, facts) {
    const known = cases.find((one) => one.status === status && one.words.test(words));
    if (known)
        return known.make(attempt, facts, words);
    const said = words ? `: ${words}` : '';
    switch (status) {
        case 401:
            return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-authentication', 'GitHub does not accept this token.', 'Check github_pat / github-token: it may be expired, revoked, or meant for another host.', facts);
        case 403:
            return permission('Give it "Contents" and "Pull requests": read and write (classic: `repo`), and authorise it for SSO where the organisation asks for that.')(attempt, facts);
        case 404:
            return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('repository-not-found', `${attempt.repository} is not there, or this token may not see it.`, 'Check repo_url, and that the token has access to this repository.', facts);
        case 409:
        case 422:
            return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-refused', `GitHub did not ${attempt.doing}${said}.`, 'Correct the request as GitHub says and send the batch again.', facts);
        default:
            return status >= 500
                ? (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-unavailable', `GitHub answered ${status} when asked to ${attempt.doing}.`, 'Look at githubstatus.com; the same batch can be run again safely.', facts)
                : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-refused', `GitHub did not ${attempt.doing} (status ${status})${said}.`, 'Correct the request as GitHub says and send the batch again.', facts);
    }
}


/***/ }),

/***/ 55769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OR: () => (/* binding */ mayPush),
/* harmony export */   XR: () => (/* binding */ tokenFacts),
/* harmony export */   oF: () => (/* binding */ isScopedFor)
/* harmony export */ });
/* unused harmony export takesPush */
const textOf = (headers, name) => (headers[name] === undefined ? undefined : String(headers[name]));
/** From the headers of any answer of the REST API. */
function tokenFacts(token, headers) {
    const scopes = textOf(headers, 'x-oauth-scopes')
        ?.split(',')
        .map((scope) => scope.trim())
        .filter((scope) => scope !== '');
    return {
        kind: kindOf(token, scopes !== undefined, textOf(headers, 'x-ratelimit-limit')),
        scopes,
        expires: textOf(headers, 'github-authentication-token-expiration'),
    };
}
function kindOf(token, hasScopes, limit) {
    // Actions' own token is an installation token with its own, much lower budget: 1,000 calls an hour and repository.
    if (token.startsWith('ghs_'))
        return limit === '1000' ? 'actions' : 'installation';
    if (token.startsWith('github_pat_'))
        return 'fine-grained';
    return hasScopes ? 'classic' : 'other';
}
/** Does the scope allow to push to and to open pull requests in this repository? */
function isScopedFor(scopes, repository) {
    return scopes.includes('repo') || (!repository.private && scopes.includes('public_repo'));
}
/**
 * Would git take a push with this token? Asked by a read: the list of refs that begins a push is shown to those only who
 * may push. Undefined where that cannot be told.
 */
async function takesPush(http, target) {
    const basic = Buffer.from(`x-access-token:${target.token.reveal()}`).toString('base64');
    const headers = { authorization: `Basic ${basic}`, 'user-agent': 'git/2 (create-issues-and-prs)' };
    const url = `${target.url}.git/info/refs?service=git-receive-pack`;
    const response = await http.fetch(url, { method: 'GET', headers });
    // The list itself is of no interest, and can be long.
    if (response.body && 'destroy' in response.body)
        response.body.destroy();
    const isOffer = response.headers.get('content-type')?.startsWith('application/x-git-receive-pack-advertisement');
    if (response.status === 200 && isOffer)
        return true;
    return response.status === 403 ? false : undefined;
}
/**
 * May this token push here, as far as reads tell? `role` is the `push` of the repository's `permissions`: what the
 * token's user may. An installation acts as no user, and gets false there whatever it may.
 */
async function mayPush(http, target, { facts, role, isPrivate }) {
    const isInstallation = facts.kind === 'installation' || facts.kind === 'actions';
    if (role === false && !isInstallation)
        return false;
    if (facts.scopes && isScopedFor(facts.scopes, { private: isPrivate }))
        return true;
    return takesPush(http, target).catch(() => undefined);
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
    if (status >= 500) {
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

/***/ 53871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** SHA-256 as 64 hex digits. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
/**
 * JSON with sorted keys and no white space: the same value gives the same text, however it was written. `undefined`
 * members are left out, as in JSON.
 */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value) ?? 'null';
    const members = Object.entries(value)
        .filter(([, one]) => one !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}


/***/ })

};
