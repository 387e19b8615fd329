export const id = 394;
export const ids = [394];
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

/***/ 12394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createPullRequests: () => (/* binding */ createPullRequests)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/adapters/answers.js
var answers = __webpack_require__(93655);
// EXTERNAL MODULE: ./lib/adapters/github/answers.js
var github_answers = __webpack_require__(26733);
// EXTERNAL MODULE: ./lib/adapters/github/client.js
var client = __webpack_require__(22563);
// EXTERNAL MODULE: ./lib/adapters/github/failures.js
var failures = __webpack_require__(10679);
;// CONCATENATED MODULE: ./lib/adapters/github/metadata.js




const names = ({ owner, name }) => ({ owner, repo: name });
const same = (a, b) => a.toLowerCase() === b.toLowerCase();
const without = (wanted, there) => wanted.filter((name) => !there.some((other) => same(name, other)));
/** A reviewer who has reviewed is no longer "requested": asking again is right only while nothing has happened yet. */
const untouched = 60_000;
async function missingMetadata(octokit, target, number, wanted) {
    const answer = await octokit.rest.pulls.get({ ...names(target), pull_number: number });
    const data = (0,answers/* readAnswer */.JN)(github_answers/* metadataAnswer */.i5, answer.data, { from: 'GitHub', doing: 'read the pull request' });
    const fresh = Date.parse(data.updated_at) - Date.parse(data.created_at) < untouched;
    const asked = data.requested_reviewers.map(({ login }) => login);
    const teams = data.requested_teams.map(({ slug }) => slug);
    const missing = {
        labels: without(wanted.labels, data.labels.map(({ name }) => name)),
        assignees: without(wanted.assignees, data.assignees.map(({ login }) => login)),
        reviewers: fresh ? without(wanted.reviewers, asked) : [],
        teamReviewers: fresh ? without(wanted.teamReviewers, teams) : [],
    };
    return Object.values(missing).some((list) => list.length > 0) ? missing : undefined;
}
/** Sets what is wanted; each kind by itself, so that one refusal does not keep the others from being set. */
async function addMetadata(attempted, target, number, wanted) {
    const warnings = [];
    const add = async (kind, list, call) => {
        if (list.length === 0)
            return;
        try {
            const dropped = without(list, await attempted(target, `set the ${kind}`, call));
            if (dropped.length > 0)
                warnings.push(notSet(kind, dropped, 'GitHub left them out without a word.'));
        }
        catch (error) {
            warnings.push(refused(kind, list, (0,errors/* asFailure */.h_)(error)));
        }
    };
    await add('labels', wanted.labels, async (octokit) => {
        const labels = [...wanted.labels];
        const { data } = await octokit.rest.issues.addLabels({ ...names(target), issue_number: number, labels, ...client/* once */.Oo });
        return (0,answers/* readAnswer */.JN)(github_answers/* labelsAnswer */.sZ, data, { from: 'GitHub', doing: 'set the labels' }).map(({ name }) => name);
    });
    await add('assignees', wanted.assignees, async (octokit) => {
        const assignees = [...wanted.assignees];
        const { data } = await octokit.rest.issues.addAssignees({
            ...names(target),
            issue_number: number,
            assignees,
            ...client/* once */.Oo,
        });
        const told = (0,answers/* readAnswer */.JN)(github_answers/* assigneesAnswer */.hG, data, { from: 'GitHub', doing: 'set the assignees' });
        return told.assignees.map(({ login }) => login);
    });
    await add('reviewers', wanted.reviewers, (octokit) => request(octokit, target, number, { reviewers: [...wanted.reviewers] }));
    await add('team reviewers', wanted.teamReviewers, (octokit) => request(octokit, target, number, { team_reviewers: [...wanted.teamReviewers] }));
    return warnings;
}
async function request(octokit, target, number, who) {
    const { data } = await octokit.rest.pulls.requestReviewers({ ...names(target), pull_number: number, ...who, ...client/* once */.Oo });
    const told = (0,answers/* readAnswer */.JN)(github_answers/* reviewersAnswer */.DN, data, { from: 'GitHub', doing: 'set the reviewers' });
    return [...told.requested_reviewers.map(({ login }) => login), ...told.requested_teams.map(({ slug }) => slug)];
}
function notSet(kind, list, why) {
    return {
        code: 'metadata-not-set',
        message: `The ${kind} ${list.join(', ')} could not be set. ${why}`,
        hint: 'Check the names and that the token may push to the repository; the pull request itself is there.',
    };
}
function refused(kind, list, failure) {
    const words = String(failure.facts.github ?? failure.message);
    const hint = /from pull request author/i.test(words)
        ? 'Leave the user out who opens the pull requests: nobody reviews their own.'
        : /collaborator/i.test(words)
            ? 'Name only people and teams with access to the repository.'
            : /Could not resolve to a node/i.test(words)
                ? 'Team reviewers need a token that may read the organisation (classic: `read:org`), not GITHUB_TOKEN.'
                : failure.hint;
    return { ...notSet(kind, list, `GitHub: ${words}`), hint };
}
/** The calls that a dry run shows. */
function previewMetadata(base, wanted) {
    const issue = `POST ${base}/issues/{{pull_request_number}}`;
    const reviewers = `POST ${base}/pulls/{{pull_request_number}}/requested_reviewers`;
    const calls = [
        [wanted.labels, `${issue}/labels`, 'labels'],
        [wanted.assignees, `${issue}/assignees`, 'assignees'],
        [wanted.reviewers, reviewers, 'reviewers'],
        [wanted.teamReviewers, reviewers, 'team_reviewers'],
    ];
    return calls.filter(([list]) => list.length > 0).map(([list, call, member]) => ({ call, body: { [member]: list } }));
}

// EXTERNAL MODULE: ./lib/adapters/github/token-facts.js
var token_facts = __webpack_require__(55769);
;// CONCATENATED MODULE: ./lib/adapters/github.js







/** The login that Actions' own GITHUB_TOKEN acts as. */
const actionsBot = 'github-actions[bot]';
/** Creates the port; one Octokit for each host and token. */
function createPullRequests(options) {
    const kits = new Map();
    const kit = (target) => {
        const name = JSON.stringify([target.host, target.token.reveal()]);
        const made = kits.get(name) ?? (0,client/* createOctokit */.Qi)(target, options);
        kits.set(name, made);
        return made;
    };
    /** Runs one call and turns whatever it throws into a Failure. */
    const attempt = async (target, doing, call) => {
        try {
            return await call(kit(target));
        }
        catch (error) {
            const repository = `${target.owner}/${target.name}`;
            throw (0,failures/* githubFailure */.e)(error, { doing, repository, now: options.clock.now() });
        }
    };
    const base = (target) => `${(0,client/* apiBase */.av)(target, options.apiUrl)}/repos/${target.owner}/${target.name}`;
    return {
        repository: (target) => attempt(target, 'read the repository', (octokit) => repositoryFacts(octokit, target, options.http)),
        findPullRequest: (target, head, into) => attempt(target, 'look for the pull request', (octokit) => findPullRequest(octokit, target, head, into)),
        openPullRequest: (target, pull) => openPullRequest(attempt, target, pull),
        previewPullRequest: (target, pull) => ({ call: `POST ${base(target)}/pulls`, body: { ...pull } }),
        missingMetadata: (target, number, wanted) => attempt(target, 'read the pull request', (octokit) => missingMetadata(octokit, target, number, wanted)),
        addMetadata: (target, number, wanted) => addMetadata(attempt, target, number, wanted),
        previewMetadata: (target, wanted) => previewMetadata(base(target), wanted),
    };
}
const github_names = ({ owner, name }) => ({ owner, repo: name });
async function repositoryFacts(octokit, target, http) {
    const answer = await octokit.rest.repos.get(github_names(target));
    const data = (0,answers/* readAnswer */.JN)(github_answers/* repositoryAnswer */.XQ, answer.data, { from: 'GitHub', doing: 'read the repository' });
    const [owner = target.owner, name = target.name] = data.full_name.split('/');
    const url = owner === target.owner && name === target.name ? target.url : sameHost(target, data.html_url, owner, name);
    const facts = (0,token_facts/* tokenFacts */.XR)(target.token.reveal(), answer.headers);
    const identity = { name: actionsBot, email: `41898282+${actionsBot}@users.noreply.github.com` };
    const asked = { facts, role: data.permissions?.push, isPrivate: data.private };
    return {
        defaultBranch: data.default_branch,
        url,
        owner,
        name,
        archived: data.archived,
        mayPush: (await (0,token_facts/* mayPush */.OR)(http, { ...target, url, owner, name }, asked)) !== false,
        ...(facts.kind === 'actions' ? { identity } : {}),
    };
}
/** A renamed repository's new address; never one on another host, since the token goes there. */
function sameHost(target, htmlUrl, owner, name) {
    const { origin } = new URL(target.url);
    const url = new URL(htmlUrl);
    if (url.origin === origin)
        return `${origin}/${owner}/${name}`;
    throw (0,errors/* fail */.fJ)('redirected', `${target.url} has moved to ${url.host}, and credentials are not sent elsewhere.`, 'Use the new address as repo_url.', { from: target.host, to: url.host });
}
function told(pull) {
    return {
        number: pull.number,
        url: pull.html_url,
        state: pull.merged_at ? 'merged' : pull.state === 'open' ? 'open' : 'closed',
        head: pull.head.sha,
        title: pull.title,
        startsNoWorkflows: pull.user?.login === actionsBot,
    };
}
/** An open one before a closed one, the newest first. */
async function findPullRequest(octokit, target, head, base) {
    const { data } = await octokit.rest.pulls.list({
        ...github_names(target),
        head: `${target.owner}:${head}`,
        base,
        state: 'all',
        sort: 'created',
        direction: 'desc',
        per_page: 30,
    });
    const pulls = (0,answers/* readAnswer */.JN)(github_answers/* pullsAnswer */.n5, data, { from: 'GitHub', doing: 'look for the pull request' });
    const ours = pulls.filter((pull) => pull.head.ref === head).map(told);
    return ours.find(({ state }) => state === 'open') ?? ours[0];
}
async function openPullRequest(attempt, target, pull) {
    try {
        return await attempt(target, 'open the pull request', async (octokit) => {
            const { data } = await octokit.rest.pulls.create({ ...github_names(target), ...pull, ...client/* once */.Oo });
            return told((0,answers/* readAnswer */.JN)(github_answers/* pullAnswer */.MJ, data, { from: 'GitHub', doing: 'open the pull request' }));
        });
    }
    catch (error) {
        // GitHub refuses a second one for the same head and base: so it is there, made by an attempt whose answer was lost.
        const exists = error instanceof errors/* Failure */.HR && /pull request already exists/i.test(String(error.facts.github));
        const there = exists
            ? await attempt(target, 'look for the pull request', (octokit) => findPullRequest(octokit, target, pull.head, pull.base))
            : undefined;
        if (there?.state === 'open')
            return there;
        throw error;
    }
}


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
