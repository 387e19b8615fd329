export const id = 15;
export const ids = [15];
export const modules = {

/***/ 99015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   check: () => (/* binding */ check)
/* harmony export */ });
/* harmony import */ var _core_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6641);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_harmless_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(28480);
/* harmony import */ var _core_version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(18067);
/* harmony import */ var _request_accept_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46840);
/* harmony import */ var _request_jwt_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13458);
/* harmony import */ var _request_ways_in_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55429);
/* harmony import */ var _perform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23140);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1585);
/** `check`: what is configured, which tools and versions are there, and, for a batch, what can be reached. Reads only. */









const options = { request: { type: 'string' }, json: { type: 'boolean' } };
async function check({ services, args, env }) {
    const { values } = (0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .readOptions */ .Tt)(args, options);
    const config = (0,_core_config_js__WEBPACK_IMPORTED_MODULE_0__/* .readConfig */ .Xg)(env);
    for (const secret of [config.GITHUB_TOKEN, config.JIRA_TOKEN])
        if (secret)
            services.redactor.add(secret, config.JIRA_EMAIL);
    const log = services.log(config, (line) => process.stderr.write(`${line}\n`));
    const invocation = { services, args, env };
    const findings = [
        { name: 'create-issues-and-prs', ok: true, detail: _core_version_js__WEBPACK_IMPORTED_MODULE_7__/* .version */ .r },
        { name: 'node', ok: true, detail: process.versions.node },
        ...(await tools(invocation, config, log)),
        tokenKey(config),
        ...(values.request === undefined ? [] : await reach(invocation, config, log, values.request)),
    ];
    const text = values.json
        ? `${JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }, null, 2)}\n`
        : findings.map(({ name, ok, detail }) => `${ok ? 'ok     ' : 'MISSING'} ${name}: ${detail}\n`).join('');
    process.stdout.write((0,_core_harmless_js__WEBPACK_IMPORTED_MODULE_8__/* .harmlessLines */ .vL)(services.redactor.redact(text)));
    return findings.every(({ ok }) => ok) ? 0 : 1;
}
async function tools({ services }, config, log) {
    const git = await services.gitVersion(config, log);
    const drift = config.NTP_SERVER === 'off' ? undefined : await services.drift(config.NTP_SERVER);
    const clock = config.NTP_SERVER === 'off'
        ? { ok: true, detail: 'not checked (NTP_SERVER is off)' }
        : drift
            ? { ok: Math.abs(drift.driftMs) <= 1000, detail: `${drift.driftMs} ms off ${config.NTP_SERVER}` }
            : { ok: true, detail: `not checked: ${config.NTP_SERVER} did not answer` };
    return [
        { name: 'git', ok: git !== undefined, detail: git ?? 'not found on the PATH: install git 2.39 or newer' },
        { name: 'clock', ...clock },
    ];
}
function tokenKey(config) {
    try {
        const { isWeak } = (0,_request_jwt_key_js__WEBPACK_IMPORTED_MODULE_3__/* .readVerificationKey */ .v)(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET);
        return { name: 'JWT_SECRET_KEY', ok: true, detail: `${config.JWT_ALGORITHM}${isWeak ? ', too short' : ''}` };
    }
    catch (error) {
        return { name: 'JWT_SECRET_KEY', ok: false, detail: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(error)) };
    }
}
/** A dry run reads everything that the real one would: what it meets is what is missing. */
async function reach({ services }, config, log, name) {
    const text = await (0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .readSource */ .o$)(name, '--request');
    const { batch, warnings } = (0,_request_accept_js__WEBPACK_IMPORTED_MODULE_2__/* .acceptRequest */ .Ym)({ text }, {
        config,
        redactor: services.redactor,
        credentials: { githubToken: config.GITHUB_TOKEN, jiraToken: config.JIRA_TOKEN, jiraEmail: config.JIRA_EMAIL },
        dryRun: true,
        limits: _request_accept_js__WEBPACK_IMPORTED_MODULE_2__/* .shardedLimits */ .Wh,
    });
    const signal = new AbortController().signal;
    const journalPath = config.JOURNAL ?? ':memory:';
    const result = await (0,_perform_js__WEBPACK_IMPORTED_MODULE_5__/* .performBatch */ .O)(services, { config, log, batch, warnings, signal, journalPath });
    const items = result.results.map(({ packageName, error, status }) => ({
        name: `item ${packageName}`,
        ok: error === null,
        detail: error ? `${error.step}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)}` : status,
    }));
    return [...throughWhichWays(text, batch.items.length), ...items];
}
/** A way that is too narrow is no fault: there is always one that is not. */
function throughWhichWays(text, items) {
    return (0,_request_ways_in_js__WEBPACK_IMPORTED_MODULE_4__/* .fitsOf */ .Q)(JSON.stringify(JSON.parse(text)), items).map(({ way, fits, detail }) => {
        return { name: `way in ${way}`, ok: true, detail: `${fits ? 'fits' : 'too large'}: ${detail}` };
    });
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

/***/ 55429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ eventTooLarge),
/* harmony export */   Q: () => (/* binding */ fitsOf)
/* harmony export */ });
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32672);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40838);


const ways = {
    workflow_dispatch: {
        name: 'workflow_dispatch',
        unit: 'characters',
        limit: 65_535,
        what: 'all inputs together, as JSON',
    },
    repository_dispatch: {
        name: 'repository_dispatch',
        unit: 'bytes',
        limit: 64 * 1024 - 1,
        what: 'the client payload, as JSON',
    },
    // Linux hands no longer text to a process: the runner could not even start the action.
    input: { name: 'the input request', unit: 'bytes', limit: 128 * 1024 - 1, what: 'one environment variable' },
    http: { name: 'POST /internal/create-issues-and-prs', unit: 'bytes', limit: _read_json_js__WEBPACK_IMPORTED_MODULE_0__/* .requestLimit */ .bl, what: 'the body' },
};
const whatWorks = 'Put the request into a file: request-file, checked out in the job or downloaded from an artifact of the run (request-artifact of the reusable workflow).';
const sizeOf = (text, unit) => (unit === 'bytes' ? Buffer.byteLength(text) : text.length);
/** For each way in: does this request fit through it? `text` is its compact JSON, as it would be sent. */
function fitsOf(text, items) {
    const inner = { workflow_dispatch: JSON.stringify({ request: text }), repository_dispatch: `{"request":${text}}` };
    const through = Object.entries(ways).map(([key, way]) => {
        const size = sizeOf(key in inner ? inner[key] : text, way.unit);
        return { way: way.name, fits: size <= way.limit && items <= _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .mostItems */ .Mo, detail: share(size, way) };
    });
    const one = items <= _schema_js__WEBPACK_IMPORTED_MODULE_1__/* .mostItems */ .Mo && Buffer.byteLength(text) <= _read_json_js__WEBPACK_IMPORTED_MODULE_0__/* .requestLimit */ .bl;
    const file = one ? 'mode: run' : `mode: plan and shards: more than one run takes (${_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .mostItems */ .Mo} items, 5 MiB)`;
    return [...through, { way: 'request-file', fits: true, detail: file }];
}
/** A warning when the event that started the run is nearly as large as GitHub lets it be, or larger. */
function eventTooLarge(eventName, payload) {
    if (eventName !== 'workflow_dispatch' && eventName !== 'repository_dispatch')
        return undefined;
    const way = ways[eventName];
    const content = (eventName === 'workflow_dispatch' ? payload.inputs : payload.client_payload) ?? {};
    if ((0,_read_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isDeepValue */ .o9)(content))
        return undefined;
    const size = sizeOf(JSON.stringify(content), way.unit);
    if (size <= way.limit * 0.9)
        return undefined;
    const left = size > way.limit ? 'GitHub refuses so large an event' : 'a slightly larger batch will not get through';
    return {
        code: 'event-nearly-full',
        message: `The event holds ${share(size, way)}: ${left}.`,
        hint: whatWorks,
    };
}
const number = (value) => value.toLocaleString('en-US');
const share = (size, { limit, unit, what }) => `${number(size)} of ${number(limit)} ${unit} (${what})`;


/***/ })

};
