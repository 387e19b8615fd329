export const id = 913;
export const ids = [913];
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


/** Without one, or with one that is no time, long ago: nothing is waited for because of it. */
const moment = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .refine((text) => !Number.isNaN(Date.parse(text)))
    .catch('1970-01-01T00:00:00Z');
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
    created_at: moment,
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
    created_at: moment,
    updated_at: moment,
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
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(86856);
/* harmony import */ var bottleneck_light_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63251);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53871);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37779);
/** Octokit for one host and token: which API to speak to; rate limits are met by Octokit's own plugins. */







/** A refusal of our own way out (a redirect, an address) stays the same however often it is met: no try after it. */
const giveUp = (octokit) => {
    octokit.hook.error('request', (error) => {
        const cause = Error.isError(error) ? error.cause : undefined;
        throw cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR && cause.retry === 'never' ? cause : error;
    });
};
const Kit = _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_0__/* .GitHub */ .gq.plugin(giveUp, _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_6__/* .throttling */ .A);
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
/** In place of the plugin's own pace. */
const unpaced = () => ({
    write: new bottleneck_light_js__WEBPACK_IMPORTED_MODULE_1__.Group({ maxConcurrent: 1 }),
    notifications: new bottleneck_light_js__WEBPACK_IMPORTED_MODULE_1__.Group({ maxConcurrent: 1 }),
});
/** Makes the client of one token. `http.fetch` carries the dry-run guard and the cancel. */
function createOctokit(target, options) {
    const { http, log, apiUrl, alwaysPaced } = options;
    // GitHub counts by user, whoever owns the repositories: all of a token's calls keep one pace.
    const id = `${target.host} ${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .s)(target.token.reveal())}`;
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
        request: { fetch: alwaysPaced || isPaced(target.host) ? pacedFetch(id, options) : http.fetch, agent: undefined },
        // Only reads are tried again after a 5xx: a create that was answered so may have happened.
        retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] },
        throttle: {
            id,
            ...unpaced(),
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
        const { fetch: send } = options.request;
        let idleSince = clock.now();
        const watched = async (url, init) => {
            const waited = clock.now() - idleSince;
            if (waited >= shortestWait)
                observeWait(waited);
            try {
                return await send(url, init);
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
/** Writes wait for their turn here, where a cancel reaches them. */
function pacedFetch(id, { http, clock, signal, observeWait }) {
    const pace = (0,_pace_js__WEBPACK_IMPORTED_MODULE_4__/* .paceOf */ .x3)(id, clock);
    const { fetch: send } = http;
    return async (url, init) => {
        if (init.method === undefined || init.method === 'GET')
            return send(url, init);
        const began = clock.now();
        await pace.turn(_pace_js__WEBPACK_IMPORTED_MODULE_4__/* .notifying */ .Cm.test(new URL(url).pathname), signal);
        const waited = clock.now() - began;
        if (waited >= shortestWait)
            observeWait?.(waited);
        return send(url, init);
    };
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
            // 408: it gave up on the request, and may have begun on it.
            return status >= 500 || status === 408
                ? (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-unavailable', `GitHub answered ${status} when asked to ${attempt.doing}.`, 'Look at githubstatus.com; the same batch can be run again safely.', facts)
                : (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('github-refused', `GitHub did not ${attempt.doing} (status ${status})${said}.`, 'Correct the request as GitHub says and send the batch again.', facts);
    }
}


/***/ }),

/***/ 37779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ notifying),
/* harmony export */   x3: () => (/* binding */ paceOf)
/* harmony export */ });
/* unused harmony export Pace */
/** Milliseconds between two writes, by GitHub's rules. */
const betweenWrites = 1_000;
/** Milliseconds between two writes that notify people. */
const betweenNotifying = 3_000;
/** What GitHub counts as notifying people: pull requests, comments, reviewers. */
const notifying = /\/(pulls|issues|comments|reviews|requested_reviewers|merge)$/;
/** Turns for the writes of one token. */
class Pace {
    #clock;
    /** In the order they came. */
    #waiting = new Set();
    #nextWrite = 0;
    #nextNotifying = 0;
    constructor(clock) {
        this.#clock = clock;
    }
    /** Resolves when a write may go out, which is then taken as sent. Throws `interrupted` when the signal aborts first. */
    async turn(notifies, signal) {
        const own = { notifies };
        this.#waiting.add(own);
        try {
            for (let wait = this.#wait(own); wait > 0; wait = this.#wait(own))
                await this.#clock.sleep(wait, signal);
            const now = this.#clock.now();
            this.#nextWrite = now + betweenWrites;
            if (notifies)
                this.#nextNotifying = now + betweenNotifying;
        }
        finally {
            this.#waiting.delete(own);
        }
    }
    /** True when it has nothing to remember: whoever comes next may write at once. */
    isIdle() {
        return this.#waiting.size === 0 && this.#clock.now() >= Math.max(this.#nextWrite, this.#nextNotifying);
    }
    /** Milliseconds until this one can be next; 0: now. It may find another in its place then, and waits again. */
    #wait(own) {
        const now = this.#clock.now();
        const free = Math.max(now, this.#nextWrite, own.notifies ? this.#nextNotifying : 0);
        if (this.#first(own.notifies) !== own)
            return free + (own.notifies ? betweenNotifying : betweenWrites) - now;
        return (own.notifies ? free : this.#beside(free)) - now;
    }
    /** Those that notify are what takes the time: the others go between them, and never so late that one is held up. */
    #beside(free) {
        const holdsUp = this.#first(true) !== undefined && free + betweenWrites > this.#nextNotifying;
        return holdsUp ? Math.max(free, this.#nextNotifying) + betweenWrites : free;
    }
    #first(notifies) {
        for (const one of this.#waiting)
            if (one.notifies === notifies)
                return one;
        return undefined;
    }
}
const paces = new Map();
/** The one pace of a token in this process, by a name that is not the token itself. */
function paceOf(name, clock) {
    for (const [other, pace] of paces)
        if (pace.isIdle())
            paces.delete(other);
    const pace = paces.get(name) ?? new Pace(clock);
    paces.set(name, pace);
    return pace;
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
