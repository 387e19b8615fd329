export const id = 75;
export const ids = [75];
export const modules = {

/***/ 6641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   cA: () => (/* binding */ environment)
/* harmony export */ });
/* unused harmony export jwtAlgorithms */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12311);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/** Everything that is configured, read once and checked at once. The only reader of `process.env`. */


/** The environment as it stands; the action lays its inputs over it. */
function environment() {
    return Object.fromEntries(Object.entries(process.env).filter((entry) => entry[1] !== undefined));
}
const jwtAlgorithms = [
    'HS256',
    'HS384',
    'HS512',
    'RS256',
    'RS384',
    'RS512',
    'PS256',
    'PS384',
    'PS512',
    'ES256',
    'ES384',
    'ES512',
    'EdDSA',
];
const flag = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .optional()
    .refine((text) => text === undefined || /^(true|false|1|0|yes|no|on|off|)$/i.test(text), 'true or false')
    .transform((text) => text !== undefined && /^(true|1|yes|on)$/i.test(text));
const optional = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .optional()
    .transform((text) => (text === undefined || text.trim() === '' ? undefined : text));
const whole = (least, most, otherwise) => optional.pipe(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^\d+$/, `a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `a whole number from ${least} to ${most}`)
    .optional()
    .transform((number) => number ?? otherwise));
const oneOf = (values, otherwise) => optional.pipe(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(values, { error: `one of ${values.join(', ')}` })
    .optional()
    .transform((value) => value ?? otherwise));
const listOf = optional.transform((text) => text?.split(/[\s,]+/).filter(Boolean) ?? []);
/** `90s`, `45m`, `5h30m`, or seconds, as milliseconds. */
const duration = optional.transform((text, context) => {
    if (text === undefined)
        return undefined;
    const match = /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,7})s?)?$/.exec(text.trim());
    const [hours = 0, minutes = 0, seconds = 0] = (match ?? []).slice(1).map((part) => Number(part ?? 0));
    const whole = (hours * 60 + minutes) * 60 + seconds;
    if (whole > 0)
        return whole * 1000;
    context.addIssue({ code: 'custom', message: 'a time like 90s, 45m or 5h30m' });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
});
const webUrl = (protocols, expected) => optional.refine((text) => text === undefined || (URL.canParse(text) && protocols.test(text)), expected);
const identity = optional
    .refine((text) => text === undefined || /^[^<>\r\n]+ <[^<>\s]+>$/.test(text), 'a name and address like `Some Bot <bot@example.com>`')
    .transform((text) => {
    const match = text === undefined ? null : /^(.+) <(.+)>$/.exec(text);
    return match ? { name: match[1], email: match[2] } : undefined;
});
const stateKey = optional.refine((text) => text === undefined || Buffer.byteLength(text) >= 32, 'at least 32 bytes, as `openssl rand -base64 32` makes them');
const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    JWT_SECRET_KEY: optional,
    JWT_ALGORITHM: oneOf(jwtAlgorithms, 'HS256'),
    JWT_ISSUER: optional,
    JWT_AUDIENCE: optional,
    JWT_ALLOW_WEAK_SECRET: flag,
    JWT_REQUIRE_EXP: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .optional()
        .transform((text) => !/^(false|0|no|off)$/i.test(text ?? '')),
    REQUIRE_REQUEST_DIGEST: flag,
    JWT_REPLAY_GUARD: flag,
    SEAL_PRIVATE_KEY: optional,
    REDIS_URL: webUrl(/^rediss?:\/\//, 'an address like redis://host:6379'),
    HOST: optional.transform((text) => text ?? '127.0.0.1'),
    PORT: whole(0, 65_535, 8081),
    SERVE_FOR: duration,
    QUEUE_LIMIT: whole(1, 100_000, 100),
    BATCHES_AT_ONCE: whole(1, 64, 4),
    /** About how many items a host takes at a time of a batch in Redis: a minute of GitHub's pace. */
    PART_SIZE: whole(1, 10_000, 20),
    STATE_KEY: stateKey,
    /** The key of before: opens what was sealed with it, and seals nothing. */
    STATE_KEY_OLD: stateKey,
    JOURNAL: optional,
    LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error'], 'info'),
    LOG_FORMAT: oneOf(['pretty', 'json'], 'pretty'),
    NTP_SERVER: optional.transform((text) => text ?? 'pool.ntp.org'),
    GITHUB_API_URL: webUrl(/^https?:\/\//, 'an https address'),
    /** The GitHub that GITHUB_TOKEN is for; a runner sets it. */
    GITHUB_SERVER_URL: webUrl(/^https?:\/\//, 'an https address'),
    /** `always`: GitHub's own pace also on Enterprise Server, whose administrator may have set rate limits. */
    GITHUB_PACING: oneOf(['auto', 'always'], 'auto'),
    ALLOWED_HOSTS: listOf,
    ALLOW_LOOPBACK: flag,
    BLOCK_PRIVATE_ADDRESSES: flag,
    GITHUB_TOKEN: optional,
    JIRA_TOKEN: optional,
    JIRA_EMAIL: optional,
    USE_SERVER_CREDENTIALS: flag,
    CONCURRENCY: whole(1, 32, 4),
    WHEN_UNFIXABLE: oneOf(['issue', 'skip'], 'issue'),
    COMMENT_ON_ISSUE: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .optional()
        .transform((text) => !/^(false|0|no|off)$/i.test(text ?? '')),
    LINK_PULL_REQUEST: flag,
    UPDATE_LOCKFILES: flag,
    FAIL_ON: oneOf(['any', 'all', 'never'], 'any'),
    COMMIT_AUTHOR: identity,
    COMMIT_COMMITTER: identity,
    SHARD: optional.refine((text) => text === undefined || /^[1-9]\d{0,2}\/[1-9]\d{0,2}$/.test(text), 'a shard like 3/20'),
    SHARD_SIZE: whole(1, 10_000, 100),
    TMPDIR: optional.transform((text) => text ?? '/tmp'),
});
/** What git and HTTP need to know of this machine's network, taken over from the environment as it is. */
const networkVariables = [
    'PATH',
    'LANG',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'ALL_PROXY',
    'all_proxy',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'GIT_SSL_CAINFO',
    'NODE_EXTRA_CA_CERTS',
    'SystemRoot',
    'npm_config_registry',
];
/** Reads settings by the names of SPEC 15 (`JWT_SECRET_KEY`, …). Throws one `configuration-invalid` for all that is wrong. */
function readConfig(env) {
    const outcome = schema.safeParse(env, { reportInput: false });
    if (!outcome.success) {
        const lines = outcome.error.issues.map((issue) => `${issue.path.join('.')}: expected ${issue.message}.`);
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('configuration-invalid', lines.join(' '), 'Correct the input or environment variable of that name.', {
            settings: outcome.error.issues.map((issue) => issue.path.join('.')).join(', '),
        });
    }
    const pick = (names) => Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
    const useProxy = /^(1|true)$/.test(env.NODE_USE_ENV_PROXY ?? '');
    return {
        ...outcome.data,
        childEnvironment: pick(networkVariables),
        proxyEnvironment: useProxy ? pick(networkVariables.filter((name) => /proxy/i.test(name))) : undefined,
    };
}


/***/ }),

/***/ 3828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ kinds),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   fJ: () => (/* binding */ fail),
/* harmony export */   h_: () => (/* binding */ asFailure),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
const kind = (status, exit, retry = 'never') => ({ status, exit, retry });
/** Every code there is. Codes are part of the contract: they stand in responses and logs. */
const kinds = {
    // The door: nothing was contacted.
    'request-invalid': kind(400, 2),
    'request-refused': kind(422, 2),
    'request-too-large': kind(413, 2),
    'request-missing': kind(400, 2),
    'request-unsupported': kind(415, 2),
    'token-refused': kind(401, 2),
    'configuration-invalid': kind(500, 2),
    usage: kind(400, 2),
    'idempotency-mismatch': kind(422, 2),
    'queue-full': kind(429, 1, 'safe'),
    'host-not-allowed': kind(400, 2),
    // Reading.
    'repository-not-found': kind(404, 1),
    'base-branch-not-found': kind(404, 1),
    'repository-empty': kind(409, 1),
    'file-not-found': kind(404, 1),
    'file-not-regular': kind(422, 1),
    'file-too-large': kind(422, 1),
    'not-a-manifest': kind(422, 1),
    'edit-refused': kind(422, 1),
    'git-failed': kind(502, 1),
    'git-authentication': kind(401, 1),
    'git-missing': kind(500, 2),
    // Far sides.
    'github-authentication': kind(401, 1),
    'github-permission': kind(403, 1),
    'github-not-found': kind(404, 1),
    'github-refused': kind(422, 1),
    'github-rate-limited': kind(429, 1, 'safe'),
    'github-hour-limit': kind(429, 1, 'safe'),
    'github-unavailable': kind(502, 1, 'ambiguous'),
    'actions-may-not-open-pull-requests': kind(403, 1),
    'pull-request-closed': kind(409, 1),
    'branch-foreign': kind(409, 1),
    'branch-protected': kind(422, 1),
    'push-rejected': kind(422, 1),
    'jira-authentication': kind(401, 1),
    'jira-permission': kind(403, 1),
    'jira-not-found': kind(404, 1),
    'jira-refused': kind(422, 1),
    'jira-rate-limited': kind(429, 1, 'safe'),
    'jira-unavailable': kind(502, 1, 'ambiguous'),
    'timed-out': kind(504, 1, 'ambiguous'),
    'connection-refused': kind(502, 1, 'safe'),
    'connection-lost': kind(502, 1, 'ambiguous'),
    'answer-malformed': kind(502, 1, 'ambiguous'),
    redirected: kind(502, 1),
    'address-not-allowed': kind(422, 1),
    // Once.
    'in-doubt': kind(409, 1, 'ambiguous'),
    'journal-unavailable': kind(503, 2),
    'already-running': kind(409, 1, 'safe'),
    interrupted: kind(503, 1, 'safe'),
    'write-in-dry-run': kind(500, 1),
    internal: kind(500, 1, 'ambiguous'),
};
/** The one error class. `message` says what happened, `facts` with what, `hint` what to do next. */
class Failure extends Error {
    code;
    hint;
    facts;
    /** When a safe retry is expected to succeed, epoch milliseconds, where the far side said so. */
    retryAt;
    constructor(code, message, hint, facts, cause, retryAt) {
        super(message, cause === undefined ? undefined : { cause });
        this.name = 'Failure';
        this.code = code;
        this.hint = hint;
        this.facts = facts;
        this.retryAt = retryAt;
    }
    get retry() {
        return kinds[this.code].retry;
    }
}
/** Makes a Failure. `cause` is kept for debugging only and is never printed: foreign errors can hold secrets. */
function fail(code, message, hint, facts = {}, cause, retryAt) {
    return new Failure(code, message, hint, facts, cause, retryAt);
}
/** Any thrown value as a Failure. A foreign error's own text is not repeated: it may hold a credential. */
function asFailure(error) {
    if (error instanceof Failure)
        return error;
    const name = Error.isError(error) ? error.name : typeof error;
    return fail('internal', `Something went wrong inside create-issues-and-prs (${name}).`, 'Run it again with LOG_LEVEL=debug and report the log line that names this error.', { error: name }, error);
}
/** `message (fact: value, …) hint` on one line, as every face shows it. Facts that the message names are not repeated. */
function describe({ message, facts, hint }) {
    const told = Object.entries(facts)
        .filter(([, value]) => value !== null && !message.includes(String(value)))
        .map(([name, value]) => `${name}: ${value}`)
        .join(', ');
    const between = message.includes('\n') ? '\n' : ' ';
    return `${message}${told ? ` (${told})` : ''}${between}${hint}`;
}


/***/ }),

/***/ 28480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ harmlessJson),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   vL: () => (/* binding */ harmlessLines)
/* harmony export */ });
/** Foreign text on standard output, where a runner reads commands. */
/**
 * One line that a runner cannot take for a command: no control characters, no `::` at its beginning, no `##[`. A
 * zero-width space would be invisible to people and break copying, so a plain space does it.
 */
function harmless(line) {
    return line
        .replace(/[\u0000-\u0008\u000a-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
        .replace(/^\s*::/, (start) => `${start.slice(0, -1)} :`)
        .replaceAll('##[', '## [');
}
/** The same for a text of many lines, whichever way they end. */
function harmlessLines(text) {
    return text
        .split('\n')
        .map((line) => (line.endsWith('\r') ? `${harmless(line.slice(0, -1))}\r` : harmless(line)))
        .join('\n');
}
/** The same JSON, spelled so that no line of it is a command. */
function harmlessJson(json) {
    return json.replaceAll('##[', '#\\u0023[');
}


/***/ }),

/***/ 91779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ ist)
/* harmony export */ });
/** India Standard Time, which has no summer time: always UTC + 5:30. */
const offset = 330 * 60_000;
/** `2026-11-23T15:04:05.678+05:30` for epoch milliseconds. */
function ist(time) {
    return new Date(time + offset).toISOString().replace('Z', '+05:30');
}


/***/ }),

/***/ 66075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start),
  tellCrash: () => (/* binding */ tellCrash)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/adapters/clock.js

/** The machine's clock. */
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        const stop = () => {
            clearTimeout(timer);
            reject((0,errors/* fail */.fJ)('interrupted', 'The run was cancelled while it was waiting.', 'Run the same batch again.'));
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', stop);
            resolve();
        }, ms);
        if (signal?.aborted)
            stop();
        else
            signal?.addEventListener('abort', stop, { once: true });
    }),
};

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
;// CONCATENATED MODULE: ./lib/adapters/heap.js
/** What V8 does with memory that is there for the taking. */

/**
 * Has V8 clear garbage away soon. On a machine with memory to spare it would rather let its young generation grow with
 * everything that a batch has gone through: a worker that holds 30 MiB took 300 MiB at 1,000 items, and takes 130 MiB so,
 * for some processor time of which a batch, waiting for far sides, has enough. Node has no setting of its own for it after
 * the start, and nothing in the action's metadata can set one before.
 */
function keepHeapSmall() {
    (0,external_node_v8_.setFlagsFromString)('--optimize-for-size');
}

// EXTERNAL MODULE: ./lib/core/harmless.js
var harmless = __webpack_require__(28480);
// EXTERNAL MODULE: ./lib/core/ist.js
var ist = __webpack_require__(91779);
;// CONCATENATED MODULE: ./lib/adapters/logger.js
/** Log lines: IST time, level, sentence, facts; redacted, and harmless for a runner that reads commands from them. */


const order = ['debug', 'info', 'warn', 'error'];
function createLogger({ level, format, clock, redactor, write }) {
    return {
        write(at, message, facts = {}) {
            if (order.indexOf(at) < order.indexOf(level))
                return;
            const time = (0,ist/* ist */.R)(clock.now());
            const line = format === 'json'
                ? JSON.stringify({ time, level: at, message, ...facts })
                : `${time} ${at.padEnd(5)} ${message}${pairs(facts)}`;
            write((0,harmless/* harmless */.Is)(redactor.redact(line)));
        },
    };
}
function pairs(facts) {
    const texts = Object.entries(facts).map(([name, value]) => {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        return `${name}=${/[\s"=]/.test(text ?? '') ? JSON.stringify(text) : text}`;
    });
    return texts.length > 0 ? `  ${texts.join(' ')}` : '';
}

;// CONCATENATED MODULE: ./lib/adapters/standard-error.js
/**
 * Standard error as the last door: what Node's and other packages' own debugging (NODE_DEBUG, DEBUG) and warnings write
 * there, headers and commands with their credentials, goes through here too.
 */
/** From now on every text written to standard error is passed through `clean` first. */
function guardStandardError(clean) {
    const write = process.stderr.write.bind(process.stderr);
    const guarded = (chunk, ...rest) => {
        const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
        return write(clean(text), ...rest);
    };
    process.stderr.write = guarded;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/adapters/temp-root.js
/** The folder below which git works. Its name is known, so on a machine that others use too it may be theirs. */



/** Makes it for this user alone. Throws `configuration-invalid` for one that somebody else could change the contents of. */
function makeTempRoot(path) {
    try {
        (0,external_node_fs_.mkdirSync)(path, { recursive: true, mode: 0o700 });
    }
    catch (error) {
        throw unusable(path, 'cannot be made', error);
    }
    const found = (0,external_node_fs_.lstatSync)(path);
    const { uid } = (0,external_node_os_.userInfo)();
    if (!found.isDirectory())
        throw unusable(path, 'is no folder');
    // Where there are no such owners (Windows) it is -1.
    if (uid >= 0 && found.uid !== uid)
        throw unusable(path, 'belongs to another user');
    if (uid >= 0 && (found.mode & 0o022) !== 0)
        throw unusable(path, 'can be written by other users');
}
function unusable(path, why, cause) {
    return (0,errors/* fail */.fJ)('configuration-invalid', `The temporary folder ${path} ${why}.`, 'Remove it, or set TMPDIR to a folder of your own.', { folder: path }, cause);
}

// EXTERNAL MODULE: ./lib/core/config.js
var config = __webpack_require__(6641);
;// CONCATENATED MODULE: ./lib/core/redact.js
/** Knows every credential of this process, in every form it may take, and takes them out of texts. */
/** Shorter ones are left alone: taking "abc" out of every line would hide more than it protects. */
const shortest = 6;
/**
 * The spellings under which a credential can turn up: raw, base64 at its three offsets whatever stands around it,
 * base64url, percent (some or all characters), JSON, XML, hex, and `user:token` as Basic auth sends it.
 */
function derivedForms(secret, users = ['x-access-token']) {
    const forms = new Set([secret, ...secret.split(/\r?\n/).map((line) => line.trim())]);
    for (const text of [secret, ...users.map((user) => `${user}:${secret}`)]) {
        const bytes = Buffer.from(text);
        const escaped = encodeURIComponent(text);
        const json = JSON.stringify(text).slice(1, -1);
        for (const form of [
            text,
            ...inBase64(bytes),
            ...bothCases(bytes.toString('hex')),
            ...bothCases(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')),
            escaped,
            escaped.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
            json,
            json.replaceAll('/', '\\/'),
            text.replace(/[<>"'&]/g, (char) => xml[char] ?? char),
        ])
            forms.add(form);
    }
    return [...forms].filter((form) => form.length >= shortest);
}
const xml = { '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '&': '&amp;' };
const bothCases = (text) => [text.toLowerCase(), text.toUpperCase()];
/** Base64 and base64url, whole, and at each offset the characters that are the same whatever stands before and after. */
function inBase64(bytes) {
    const inner = [0, 1, 2].map((shift) => {
        const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
        return whole.toString('base64').slice(Math.ceil((shift * 8) / 6), Math.floor((whole.length * 8) / 6));
    });
    return [bytes.toString('base64'), ...inner].flatMap((text) => [
        text,
        text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
    ]);
}
/**
 * Credentials that nobody named as such (put into a title, or a wrong member) and that their own shape gives away:
 * tokens of GitHub and Atlassian, and JWTs.
 */
const tellingShapes = /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{22,255}|ATATT3x[A-Za-z0-9_=-]{20,400}|ATCTT3x[A-Za-z0-9_=-]{20,400}|(?<![\w-])eyJ[A-Za-z0-9_-]{8,4000}\.eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{16,1000})/g;
/** Collects credentials as they become known, and replaces them in texts by `***`. */
class Redactor {
    #forms = new Set();
    #longestFirst = [];
    #listeners = [];
    /** `user`: whom the credential is sent with in Basic auth (a Jira email). */
    add(secret, user) {
        for (const form of derivedForms(secret, ['x-access-token', ...(user === undefined ? [] : [user])])) {
            if (this.#forms.has(form))
                continue;
            this.#forms.add(form);
            for (const listen of this.#listeners)
                listen(form);
        }
        this.#longestFirst = [...this.#forms].sort((a, b) => b.length - a.length);
    }
    /** Called with each new form: the action registers them as masks with the runner. */
    onForm(listen) {
        this.#listeners.push(listen);
    }
    /** The text without any known credential, and without what has the shape of one. */
    redact(text) {
        let clean = text;
        for (const form of this.#longestFirst)
            if (clean.includes(form))
                clean = clean.replaceAll(form, '***');
        return clean.replace(tellingShapes, '***');
    }
    /** The same for every string of a JSON value. */
    redactAll(value) {
        if (typeof value === 'string')
            return this.redact(value);
        if (Array.isArray(value))
            return value.map((one) => this.redactAll(one));
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [this.redact(key), this.redactAll(one)]));
    }
}

;// CONCATENATED MODULE: ./lib/start.js
/** The composition root: which adapters stand behind the ports, and which face is wanted. Nothing else imports adapters. */










/** Milliseconds for one HTTP request with its answer. */
const httpTimeout = 30_000;
/** Runs the face that the arguments ask for: none means the action. Answers the exit code. */
async function start(args) {
    const services = createServices();
    // A terminal shows a progress display, whose control characters are meant.
    guardStandardError((text) => (process.stderr.isTTY ? redactAll(text) : (0,harmless/* harmlessLines */.vL)(redactAll(text))));
    try {
        if (args.length > 0)
            return await (await __webpack_require__.e(/* import() */ 523).then(__webpack_require__.bind(__webpack_require__, 90523))).runCommand(services, args, (0,config/* environment */.cA)());
        return await (await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(68), __webpack_require__.e(569), __webpack_require__.e(119), __webpack_require__.e(260), __webpack_require__.e(555), __webpack_require__.e(264), __webpack_require__.e(754), __webpack_require__.e(803), __webpack_require__.e(272), __webpack_require__.e(193)]).then(__webpack_require__.bind(__webpack_require__, 36193))).runAction(services, (0,config/* environment */.cA)());
    }
    catch (error) {
        const failure = (0,errors/* asFailure */.h_)(error);
        const text = (0,harmless/* harmlessLines */.vL)(services.redactor.redact((0,errors/* describe */.q0)(failure)));
        if (args.length > 0)
            console.error(text);
        else
            (await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(260), __webpack_require__.e(264)]).then(__webpack_require__.bind(__webpack_require__, 57264))).error(text, { title: 'create-issues-and-prs' });
        if (failure.code === 'internal')
            console.error(stackOf(failure.cause));
        return errors/* kinds */.EZ[failure.code].exit;
    }
}
/** Says what there is to say of an exception that nobody caught: never its own words, which Node would print. */
function tellCrash(error) {
    console.error(`${(0,errors/* describe */.q0)((0,errors/* asFailure */.h_)(error))}\n${stackOf(error)}`);
}
/** The redactors of this process: that of the face, and one for each batch of a server as long as it lasts. */
const redactors = new Set();
const forgotten = new FinalizationRegistry((reference) => redactors.delete(reference));
function createRedactor() {
    const redactor = new Redactor();
    const reference = new WeakRef(redactor);
    redactors.add(reference);
    forgotten.register(redactor, reference);
    return redactor;
}
/** Without any credential that any part of this process knows. */
function redactAll(text) {
    let clean = text;
    for (const reference of redactors)
        clean = reference.deref()?.redact(clean) ?? clean;
    return clean;
}
/** Where an error of ours came from, without its message, which may hold anything. */
function stackOf(cause) {
    const stack = Error.isError(cause) ? (cause.stack ?? '') : '';
    return stack
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 12)
        .join('\n');
}
function createServices() {
    const redactor = createRedactor();
    return {
        clock: systemClock,
        redactor,
        scope: createServices,
        log: ({ LOG_LEVEL, LOG_FORMAT }, write) => createLogger({ level: LOG_LEVEL, format: LOG_FORMAT, clock: systemClock, redactor, write }),
        ports: (request) => openPorts(request, redactor),
        tokenUses: openTokenUses,
        journal: async (path, readOnly, redisUrl) => openJournal({ path, readOnly, redisUrl, log: silent }),
        queue: openQueue,
        drift: async (server) => (await __webpack_require__.e(/* import() */ 923).then(__webpack_require__.bind(__webpack_require__, 4923))).measureDrift(server, systemClock.now),
        access: openAccess,
        gitVersion: async (config, log) => (await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(765)]).then(__webpack_require__.bind(__webpack_require__, 95765))).gitVersion(config.childEnvironment, log),
    };
}
async function openLockfiles(config, own) {
    const { createLockfiles } = await __webpack_require__.e(/* import() */ 866).then(__webpack_require__.bind(__webpack_require__, 20866));
    return createLockfiles({ ...own, environment: config.childEnvironment });
}
async function openPorts({ config, log, dryRun, signal, journalPath, ...observers }, redactor) {
    const { observeCall, observeWait } = observers;
    const [{ createHttp }, { measuredHttp, waitingClock }, { createIssueTracker }, { createPullRequests }, { createRepositories },] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(660), __webpack_require__.e(250)]).then(__webpack_require__.bind(__webpack_require__, 63250)),
        __webpack_require__.e(/* import() */ 831).then(__webpack_require__.bind(__webpack_require__, 37831)),
        __webpack_require__.e(/* import() */ 67).then(__webpack_require__.bind(__webpack_require__, 77067)),
        Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(555), __webpack_require__.e(214), __webpack_require__.e(913), __webpack_require__.e(394)]).then(__webpack_require__.bind(__webpack_require__, 12394)),
        Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(414)]).then(__webpack_require__.bind(__webpack_require__, 90414)),
    ]);
    keepHeapSmall();
    const clock = systemClock;
    const redisUrl = config.REDIS_URL;
    const journal = await openJournal({ path: journalPath, readOnly: dryRun, redisUrl, log, signal });
    const policy = addressPolicy(config);
    const http = createHttp({ ...wayOut(config), dryRun, signal });
    const shared = await openShared(redisUrl, log);
    const waiting = (upstream) => waitingClock(clock, upstream, observeWait);
    const paced = await pacing(shared, { config, log, signal }, waiting);
    const seen = (upstream) => paced(measuredHttp(http, upstream, clock, observeCall), upstream);
    const tempRoot = (0,external_node_path_.join)(config.TMPDIR, 'create-issues-and-prs');
    makeTempRoot(tempRoot);
    const ports = {
        clock,
        log,
        journal,
        issues: createIssueTracker({
            ...{ http: seen('jira'), clock: waiting('jira'), log, signal },
            redact: (text) => redactor.redact(text),
        }),
        pullRequests: createPullRequests({
            ...{ http: seen('github'), clock, log, signal, ...githubWay(config) },
            ...(observeWait ? { observeWait: (milliseconds) => observeWait({ upstream: 'github', milliseconds }) } : {}),
        }),
        repositories: createRepositories({
            log,
            tempRoot,
            allowLoopbackHttp: config.ALLOW_LOOPBACK,
            policy,
            environment: config.childEnvironment,
        }),
        ...(config.UPDATE_LOCKFILES ? { lockfiles: await openLockfiles(config, { log, tempRoot, signal }) } : {}),
    };
    return {
        ports,
        async close() {
            http.close();
            await journal.close();
            await shared?.release();
        },
    };
}
async function openAccess({ config, log, signal }) {
    const [{ createAccess }, { createHttp }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(555), __webpack_require__.e(214), __webpack_require__.e(913), __webpack_require__.e(3)]).then(__webpack_require__.bind(__webpack_require__, 79003)),
        Promise.all(/* import() */[__webpack_require__.e(660), __webpack_require__.e(250)]).then(__webpack_require__.bind(__webpack_require__, 63250)),
    ]);
    const http = createHttp({ ...wayOut(config), dryRun: true, signal });
    return createAccess({ http, clock: systemClock, log, signal, ...githubWay(config) });
}
function addressPolicy(config) {
    return {
        allowedHosts: config.ALLOWED_HOSTS,
        allowLoopback: config.ALLOW_LOOPBACK,
        blockPrivate: config.BLOCK_PRIVATE_ADDRESSES,
    };
}
function wayOut(config) {
    const proxy = config.proxyEnvironment ? { proxyEnvironment: config.proxyEnvironment } : {};
    return { policy: addressPolicy(config), timeout: httpTimeout, ...proxy };
}
function githubWay({ GITHUB_PACING, GITHUB_API_URL }) {
    return {
        alwaysPaced: GITHUB_PACING === 'always',
        ...(GITHUB_API_URL === undefined ? {} : { apiUrl: GITHUB_API_URL }),
    };
}
/** In a dry run the journal is only read, and one that is not there is empty. */
async function openJournal({ path, readOnly, redisUrl, log, signal }) {
    const shared = await openShared(redisUrl, log);
    if (shared) {
        const { openRedisJournal } = await Promise.all(/* import() */[__webpack_require__.e(415), __webpack_require__.e(31), __webpack_require__.e(506)]).then(__webpack_require__.bind(__webpack_require__, 97506));
        const { link, release } = shared;
        return openRedisJournal({ link, release, clock: systemClock, readOnly, ...(signal ? { signal } : {}) });
    }
    const [{ existsSync }, { emptyJournal, openSqliteJournal }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 73024, 19)),
        __webpack_require__.e(/* import() */ 639).then(__webpack_require__.bind(__webpack_require__, 38639)),
    ]);
    if (readOnly && !existsSync(path))
        return emptyJournal;
    return openSqliteJournal({ path, clock: systemClock, readOnly });
}
const silent = { write() { } };
/** This process' connection to Redis, where one is configured. */
async function openShared(url, log) {
    return url === undefined ? undefined : (await Promise.all(/* import() */[__webpack_require__.e(415), __webpack_require__.e(31), __webpack_require__.e(175)]).then(__webpack_require__.bind(__webpack_require__, 59175))).shareLink(url, systemClock, log);
}
/** With Redis all hosts keep one pace; without it each client keeps its own. */
async function pacing(shared, way, clockOf) {
    if (!shared)
        return (http) => http;
    const { githubLimits, pacedHttp } = await __webpack_require__.e(/* import() */ 32).then(__webpack_require__.bind(__webpack_require__, 12032));
    const { log, signal, config } = way;
    const github = config.GITHUB_PACING === 'always' ? () => 'github' : githubLimits;
    return (http, upstream) => {
        const limits = upstream === 'github' ? github : () => 'none';
        return pacedHttp(http, { link: shared.link, clock: clockOf(upstream), log, signal, limits });
    };
}
async function openTokenUses(journalPath, redisUrl) {
    const shared = await openShared(redisUrl, silent);
    if (shared)
        return (await Promise.all(/* import() */[__webpack_require__.e(415), __webpack_require__.e(31), __webpack_require__.e(175)]).then(__webpack_require__.bind(__webpack_require__, 59175))).openRedisTokenUses(shared);
    return (await __webpack_require__.e(/* import() */ 346).then(__webpack_require__.bind(__webpack_require__, 76346))).openTokenUses(journalPath, systemClock.now);
}
async function openQueue(config, path, log) {
    const { REDIS_URL: url } = config;
    if (url === undefined)
        return (await __webpack_require__.e(/* import() */ 224).then(__webpack_require__.bind(__webpack_require__, 48224))).openSqliteQueue({ path, clock: systemClock });
    if (config.STATE_KEY === undefined && !config.JWT_ALGORITHM.startsWith('HS'))
        throw noSharedKey();
    const [{ openBullmqQueue }, { shareLink }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(415), __webpack_require__.e(365), __webpack_require__.e(31), __webpack_require__.e(112)]).then(__webpack_require__.bind(__webpack_require__, 76622)),
        Promise.all(/* import() */[__webpack_require__.e(415), __webpack_require__.e(31), __webpack_require__.e(175)]).then(__webpack_require__.bind(__webpack_require__, 59175)),
    ]);
    return openBullmqQueue({ url, shared: shareLink(url, systemClock, log), clock: systemClock, log });
}
function noSharedKey() {
    return (0,errors/* fail */.fJ)('configuration-invalid', 'STATE_KEY is missing: with REDIS_URL every host must be able to open the requests that another took in.', 'Give all hosts the same STATE_KEY, for example the output of: openssl rand -base64 32', { settings: 'STATE_KEY' });
}


/***/ })

};
