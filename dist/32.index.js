export const id = 32;
export const ids = [32];
export const modules = {

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

/***/ 12032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubLimits: () => (/* binding */ githubLimits),
/* harmony export */   pacedHttp: () => (/* binding */ pacedHttp)
/* harmony export */ });
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53871);
/* harmony import */ var _core_holding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31952);
/* harmony import */ var _github_pace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37779);
/* harmony import */ var _retry_after_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59821);
/**
 * The way out with turns taken in Redis: all hosts that use a token at a far side keep together to the pace that one of
 * them would keep, and when the far side asks one to wait, all do. A Redis that is away stops nobody for long: then each
 * host keeps its own pace.
 */




/** Milliseconds after which pacing goes on without Redis. */
const patience = 1_000;
/** A bar that is longer is not waited for: the far side's own answer ends the run in a way that can be resumed. */
const longestBar = 120_000;
/** The wait where a limit was met and nothing was said of its end (GitHub's rule: a minute at least). */
const unsaid = 60_000;
/** GitHub's own hosts have its limits; an Enterprise Server sets them itself. */
const githubLimits = (host) => host === 'api.github.com' || host.endsWith('.ghe.com') ? 'github' : 'none';
/**
 * GitHub's published limits for one user, kept a little below: 900 points a minute (a read is one, a write five), writes
 * one second apart, those that notify three.
 */
function bucketsOf({ method, url }, limits) {
    if (limits(url.host) === 'none')
        return [];
    const writes = method !== 'GET' && method !== 'HEAD';
    const points = { name: 'points', cost: 75, burst: 100, weight: writes ? 5 : 1 };
    if (!writes)
        return [points];
    const write = { name: 'writes', cost: 1_050, burst: 1, weight: 1 };
    if (!_github_pace_js__WEBPACK_IMPORTED_MODULE_2__/* .notifying */ .Cm.test(url.pathname))
        return [points, write];
    return [points, write, { name: 'notifications', cost: 3_050, burst: 1, weight: 1 }];
}
/** `http` with turns taken before each call. */
function pacedHttp(http, options) {
    const pace = new Pace(options);
    return {
        async fetch(url, init) {
            const call = { method: init.method ?? 'GET', url: new URL(url), credential: credentialOf(init.headers) };
            await pace.turn(call);
            const answer = await http.fetch(url, init);
            await pace.learn(call, answer);
            return answer;
        },
        async send(request) {
            const { method, url, headers } = request;
            const call = { method, url: new URL(url), credential: credentialOf(headers) };
            await pace.turn(call);
            if (!request.reads)
                await (0,_core_holding_js__WEBPACK_IMPORTED_MODULE_1__/* .assertHeld */ .mW)();
            const answer = await http.send(request);
            await pace.learn(call, answer);
            return answer;
        },
        close: () => http.close(),
    };
}
function credentialOf(headers) {
    const found = Object.entries((headers ?? {})).find(([name]) => /^authorization$/i.test(name));
    return typeof found?.[1] === 'string' ? found[1] : '';
}
class Pace {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** Waits for this call's turn among all hosts. Throws `interrupted` when the run is cancelled meanwhile. */
    async turn(call) {
        const buckets = bucketsOf(call, this.#options.limits);
        const keys = [barOf(call), ...buckets.map(({ name }) => `${paceOf(call)}:${name}`)];
        const args = buckets.flatMap(({ cost, burst, weight }) => [cost, burst, weight]);
        const [own, bar] = await this.#ask('takeTurn', keys, args);
        const wait = Math.max(own, bar > longestBar ? 0 : bar);
        if (bar > 0 && bar <= longestBar) {
            const seconds = Math.ceil(bar / 1000);
            this.#options.log.write('warn', `another host was asked to wait: waiting ${seconds} s`, { host: call.url.host });
        }
        if (wait > 0)
            await this.#options.clock.sleep(wait, this.#options.signal);
    }
    async #ask(name, keys, args) {
        try {
            const [own, bar] = await this.#options.link.run(name, keys, args, () => patience);
            return [Number(own ?? 0), Number(bar ?? 0)];
        }
        catch {
            return [0, 0];
        }
    }
    /** Tells the other hosts when the far side wants to be left alone. */
    async learn(call, { status, headers }) {
        const isSpent = status === 403 && headers.get('x-ratelimit-remaining') === '0';
        const isAsked = status === 429 || ((status === 403 || status === 503) && headers.get('retry-after') !== null);
        if (!isSpent && !isAsked)
            return;
        const wait = (0,_retry_after_js__WEBPACK_IMPORTED_MODULE_3__/* .waitAskedFor */ .P)(headers, this.#options.clock.now()) ?? unsaid;
        await this.#ask('bar', [barOf(call)], [Math.ceil(wait)]);
    }
}
/** One line for each far side and credential, of which only a digest leaves this process. */
const paceOf = ({ url, credential }) => `pace:${url.host}:${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(credential).slice(0, 32)}`;
const barOf = (call) => `${paceOf(call)}:bar`;


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


/***/ }),

/***/ 31952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ holding),
/* harmony export */   K1: () => (/* binding */ overtaken),
/* harmony export */   mW: () => (/* binding */ assertHeld)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/** Whose lease an effect is made under, for whoever sends it: the last look before the wire, after every wait. */


const current = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
/** Does the work as the holder of the lease. */
function holding(lease, work) {
    return current.run(lease, work);
}
/**
 * Throws `already-running` when the work that calls this is done under a lease that was lost meanwhile. Where that is not
 * known the store is asked, and waited for.
 */
async function assertHeld() {
    const lease = current.getStore();
    if (lease?.held(true) !== false)
        return;
    if ((await lease.confirm?.()) !== true)
        throw overtaken();
}
/** The failure of who was paused so long that another took its item over. */
function overtaken() {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)('already-running', 'Another runner took this item over while this one was paused.', 'Nothing to do: the other runner finishes it. Run the same batch again to see its result.');
}


/***/ })

};
