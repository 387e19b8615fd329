export const id = 153;
export const ids = [153];
export const modules = {

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


/***/ }),

/***/ 57153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: ./lib/core/config.js
var core_config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/harmless.js
var harmless = __webpack_require__(28480);
// EXTERNAL MODULE: ./lib/core/ist.js
var ist = __webpack_require__(91779);
// EXTERNAL MODULE: ./lib/core/own-secrets.js
var own_secrets = __webpack_require__(23859);
// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
// EXTERNAL MODULE: ./lib/request/accept.js + 6 modules
var accept = __webpack_require__(7440);
// EXTERNAL MODULE: ./lib/request/jwt-key.js
var jwt_key = __webpack_require__(13458);
// EXTERNAL MODULE: ./lib/request/sealed.js
var sealed = __webpack_require__(55553);
// EXTERNAL MODULE: ./lib/request/ways-in.js
var ways_in = __webpack_require__(55429);
// EXTERNAL MODULE: ./lib/faces/perform.js + 2 modules
var perform = __webpack_require__(68272);
// EXTERNAL MODULE: ./lib/core/project.js
var core_project = __webpack_require__(26478);
// EXTERNAL MODULE: ./lib/batch/run-repository.js + 13 modules
var run_repository = __webpack_require__(54385);
;// CONCATENATED MODULE: ./lib/batch/needs.js


/** One entry for each repository and token, in the order of the request. */
function repositoryNeeds(items) {
    return (0,run_repository/* groupByRepository */.f)(items).map((group) => {
        const pulls = group.map(({ pullRequest }) => pullRequest);
        const extras = {
            labels: pulls.some(({ labels }) => labels.length > 0),
            assignees: pulls.some(({ assignees }) => assignees.length > 0),
            reviewers: pulls.some(({ reviewers }) => reviewers.length > 0),
            'team reviewers': pulls.some(({ teamReviewers }) => teamReviewers.length > 0),
        };
        return {
            target: group[0].pullRequest.repository,
            bases: [...new Set(pulls.map(({ baseBranch }) => baseBranch))],
            extras: Object.keys(extras).filter((extra) => extras[extra]),
        };
    });
}
/** Fields that Jira guards with a permission of their own. */
const guardedFields = {
    assignee: 'set the assignee',
    reporter: 'set the reporter',
    duedate: 'set the due date',
    fixVersions: 'set fix versions',
    security: 'set the security level',
};
/** One entry for each Jira project and token, in the order of the request. */
function projectNeeds(items, options) {
    const needs = new Map();
    const need = (site, project, actions) => {
        const name = JSON.stringify([site.serverUrl, site.email ?? '', site.token.reveal(), project ?? '']);
        const known = needs.get(name) ?? { site, project, actions: new Set() };
        for (const action of actions)
            known.actions.add(action);
        needs.set(name, known);
    };
    for (const { issue, comment } of items) {
        const project = (0,core_project/* projectOf */.v)(issue.fields);
        const guarded = Object.keys(issue.fields).flatMap((field) => guardedFields[field] ?? []);
        need(issue.site, project, ['browse', 'create', ...guarded]);
        if (comment)
            need(comment.site, comment.issueKey?.replace(/-\d+$/, '') ?? project, ['browse', 'comment']);
        else if (options.commentOnIssue)
            need(issue.site, project, ['comment']);
        if (options.linkPullRequest)
            need(issue.site, project, ['link']);
    }
    return [...needs.values()].map(({ site, project, actions }) => ({ site, project, actions: [...actions] }));
}

// EXTERNAL MODULE: ./lib/batch/slots.js
var batch_slots = __webpack_require__(84809);
;// CONCATENATED MODULE: ./lib/faces/cli/check-access.js
/** The part of `check` that tells of every token which rights it needs and which it is seen to have. */



/** Places that are asked at the same time. */
const atOnce = 4;
/** Asks every repository and Jira project of the batch, with the token that the batch would use there. Reads only. */
async function readAccess(services, { config, log, batch }) {
    const access = await services.access({ config, log, signal: new AbortController().signal });
    const slots = new batch_slots/* Slots */.W(atOnce);
    const options = { commentOnIssue: config.COMMENT_ON_ISSUE, linkPullRequest: config.LINK_PULL_REQUEST };
    try {
        return await Promise.all([
            ...repositoryNeeds(batch.items).map((needs) => slots.run(() => access.repository(needs))),
            ...projectNeeds(batch.items, options).map((needs) => slots.run(() => access.project(needs))),
        ]);
    }
    finally {
        access.close();
    }
}
const isMissing = ({ held }) => held === 'no';
const marks = { yes: 'yes', no: 'MISSING', unknown: 'unknown' };
/** A table for each place: has it, what is needed, what for, how that was seen; below a right what to do about it. */
function accessTable(reports) {
    const heads = { held: 'has', name: 'needed', purpose: 'to', seen: 'seen' };
    const cells = reports.map(({ rights }) => [heads, ...rights.map((right) => ({ ...right, held: marks[right.held] }))]);
    const wide = (column) => Math.max(...cells.flat().map((row) => row[column].length));
    const [marked, named, meant] = [wide('held'), wide('name'), wide('purpose')];
    const lines = reports.flatMap(({ place, token, surplus }, at) => [
        ...['', `${place}: ${token}`],
        ...(cells[at] ?? []).flatMap((row) => [
            `  ${row.held.padEnd(marked)}  ${row.name.padEnd(named)}  ${row.purpose.padEnd(meant)}  ${row.seen}`,
            ...('advice' in row && row.advice !== '' ? [`  ${' '.repeat(marked)}  → ${row.advice}`] : []),
        ]),
        ...(surplus.length > 0 ? [`  more than is needed: ${surplus.join(', ')}`] : []),
    ]);
    // A name that a server gave must not begin a line of its own.
    return lines.map(harmless/* harmless */.Is).join('\n');
}

// EXTERNAL MODULE: ./lib/faces/cli/options.js
var options = __webpack_require__(1585);
;// CONCATENATED MODULE: ./lib/faces/cli/check.js













const check_options = { request: { type: 'string' }, json: { type: 'boolean' } };
async function check({ services, args, env }) {
    const { values } = (0,options/* readOptions */.Tt)(args, check_options);
    const config = (0,core_config/* readConfig */.Xg)(env);
    (0,own_secrets/* learnOwnSecrets */.a)(config, services.redactor);
    const log = services.log(config, (line) => process.stderr.write(`${line}\n`));
    const invocation = { services, args, env };
    const own = [
        { name: 'create-issues-and-prs', ok: true, detail: version/* version */.r },
        { name: 'node', ok: true, detail: process.versions.node },
        ...(await tools(invocation, config, log)),
        tokenKey(config),
    ];
    const batch = values.request === undefined ? nothing : await reach(invocation, config, log, values.request);
    const findings = [...own, ...batch.findings];
    const ok = findings.every((finding) => finding.ok) && !batch.access.some(({ rights }) => rights.some(isMissing));
    const text = values.json
        ? `${JSON.stringify({ ok, findings, access: batch.access }, null, 2)}\n`
        : `${findings.map(line).join('')}${batch.access.length > 0 ? `${accessTable(batch.access)}\n` : ''}`;
    process.stdout.write((0,harmless/* harmlessLines */.vL)(services.redactor.redact(text)));
    return ok ? 0 : 1;
}
const line = ({ name, ok, detail }) => `${(0,harmless/* harmless */.Is)(`${ok ? 'ok     ' : 'MISSING'} ${name}: ${detail}`)}\n`;
const nothing = { findings: [], access: [] };
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
        const { isWeak } = (0,jwt_key/* readVerificationKey */.v)(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET);
        return { name: 'JWT_SECRET_KEY', ok: true, detail: `${config.JWT_ALGORITHM}${isWeak ? ', too short' : ''}` };
    }
    catch (error) {
        return { name: 'JWT_SECRET_KEY', ok: false, detail: (0,errors/* describe */.q0)((0,errors/* asFailure */.h_)(error)) };
    }
}
/** A dry run reads everything that the real one would: what it meets is what is missing. Before it, each token is judged. */
async function reach({ services }, config, log, name) {
    const text = await (0,options/* readSource */.o$)(name, '--request');
    const { redactor } = services;
    const { incoming, jwt } = await (0,accept/* openRequest */.Gh)({ incoming: { text }, jwt: undefined }, { config, redactor, log });
    const { batch, warnings } = (0,accept/* acceptRequest */.Ym)(incoming, {
        config,
        redactor,
        credentials: { githubToken: config.GITHUB_TOKEN, jiraToken: config.JIRA_TOKEN, jiraEmail: config.JIRA_EMAIL },
        dryRun: true,
        limits: accept/* shardedLimits */.Wh,
    });
    const token = jwt === undefined ? [] : [await sealedToken(jwt, incoming, config, log, services.clock.now())];
    const access = await readAccess(services, { config, log, batch });
    const signal = new AbortController().signal;
    const journalPath = config.JOURNAL ?? ':memory:';
    const result = await (0,perform/* performBatch */.OB)(services, { config, log, batch, warnings, signal, journalPath });
    const items = result.results.map(({ packageName, error, status }) => ({
        name: `item ${packageName}`,
        ok: error === null,
        detail: error ? `${error.step}: ${(0,errors/* describe */.q0)(error)}` : status,
    }));
    return { findings: [...token, ...throughWhichWays(text, batch.items.length), ...items], access };
}
/** The token that a sealed request carries. It is not used up: the replay guard is left out. */
async function sealedToken(jwt, incoming, config, log, now) {
    const name = 'token inside';
    try {
        const { expires } = await (0,accept/* verifyToken */.nr)(jwt, (0,accept/* requestDigest */.ud)(incoming), {
            config: { ...config, JWT_REPLAY_GUARD: false },
            log,
            now,
        });
        return { name, ok: true, detail: expires === undefined ? 'accepted' : `accepted until ${(0,ist/* ist */.R)(expires * 1000)}` };
    }
    catch (error) {
        return { name, ok: false, detail: (0,errors/* describe */.q0)((0,errors/* asFailure */.h_)(error)) };
    }
}
/** A way that is too narrow is no fault: there is always one that is not. */
function throughWhichWays(text, items) {
    const sent = (0,sealed/* isSealed */.dy)(text) ? JSON.stringify(text.trim()) : JSON.stringify(JSON.parse(text));
    return (0,ways_in/* fitsOf */.Q)(sent, items).map(({ way, fits, detail }) => {
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
