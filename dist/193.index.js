export const id = 193;
export const ids = [193];
export const modules = {

/***/ 71682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   Fo: () => (/* binding */ collect),
/* harmony export */   XC: () => (/* binding */ planOf),
/* harmony export */   nn: () => (/* binding */ joinParts)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _shard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39560);


/** The first member of both files: which of the two it is, and in which shape. */
const planFormat = 'create-issues-and-prs plan 1';
const partFormat = 'create-issues-and-prs part 1';
/** The plan of a batch in `count` shards. */
function planOf(batch, count) {
    const shards = (0,_shard_js__WEBPACK_IMPORTED_MODULE_1__/* .cutIntoShards */ .GY)(batch.items, count).map((items) => items.map(({ index, change, severity }) => {
        return { index, packageName: change.packageName, from: change.from, to: change.to, severity: severity ?? null };
    }));
    return { format: planFormat, batchId: batch.id, dryRun: batch.dryRun, shards };
}
function partOf(result, shard) {
    return { format: partFormat, batchId: result.batchId, shard, result };
}
/**
 * One result of the plan and the parts among `files` (parsed JSON, in any order). A shard without a part is told item by
 * item as interrupted. Throws `request-missing` without exactly one plan, `request-invalid` for parts of another batch.
 */
function collect(files) {
    const plan = onlyPlan(files);
    const parts = files.filter((file) => hasFormat(file, partFormat));
    const stranger = parts.find(({ batchId, shard }) => batchId !== plan.batchId || shard.count !== plan.shards.length);
    if (stranger)
        throw notOfThePlan(plan, stranger);
    const byNumber = new Map(parts.map((part) => [part.shard.number, part.result]));
    const results = plan.shards.flatMap((items, index) => resultsOf(items, byNumber.get(index + 1), index + 1, plan));
    const open = plan.shards.some((items, index) => items.length > 0 && byNumber.get(index + 1)?.status !== 'completed');
    const joined = joinParts(plan, [...byNumber.values()]);
    return {
        ...joined,
        status: open ? 'interrupted' : 'completed',
        results: results.sort((a, b) => a.index - b.index),
    };
}
/** The results of a batch's parts as one, in the order of the request. */
function joinParts({ batchId, dryRun }, parts) {
    const resumeAt = parts.flatMap((part) => part.resumeAt ?? []).sort();
    return {
        batchId,
        status: parts.every(({ status }) => status === 'completed') ? 'completed' : 'interrupted',
        dryRun,
        results: parts.flatMap(({ results }) => results).sort((a, b) => a.index - b.index),
        warnings: saidOnce(parts.flatMap(({ warnings }) => warnings)),
        ...(resumeAt.length > 0 ? { resumeAt: resumeAt.at(-1) } : {}),
    };
}
function onlyPlan(files) {
    const plans = files.filter((file) => hasFormat(file, planFormat));
    if (plans[0] && plans.every(({ batchId }) => batchId === plans[0]?.batchId))
        return plans[0];
    throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('request-missing', plans.length === 0
        ? 'There is no plan among the files to collect.'
        : 'There are plans of several batches among the files to collect.', 'Download the artifact with the plan-file of mode: plan, and the shard-file of each shard, into the folder that results names.', { plans: plans.length });
}
const hasFormat = (file, format) => typeof file === 'object' && file !== null && 'format' in file && file.format === format;
/** Each planned item once: from the part where it has it, else as not done. */
function resultsOf(items, part, number, plan) {
    const told = new Map(part?.results.map((result) => [result.index, result]));
    return items.map((item) => told.get(item.index) ?? untold(item, number, plan));
}
function untold(item, number, { shards }) {
    return {
        ...item,
        status: 'failed',
        ...{ jiraKey: null, jiraUrl: null, pullRequestUrl: null, pullRequestNumber: null, branch: null, commit: null },
        ...{ edits: [], diffs: [], warnings: [], plannedCalls: [], made: [] },
        error: {
            code: 'interrupted',
            step: 'read',
            message: `Shard ${number}/${shards.length} ended without a result; what it did to this item is not known here.`,
            hint: "Run that shard's job again: it finds what it has done and does the rest.",
            facts: { shard: `${number}/${shards.length}` },
        },
    };
}
function notOfThePlan(plan, { batchId, shard }) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('request-invalid', `A part is of batch ${batchId} in ${shard.count} shards, and the plan of ${plan.batchId} in ${plan.shards.length}.`, 'Collect the files of one batch and one plan: give their artifacts names with the batch-id in them.', { shard: `${shard.number}/${shard.count}` });
}
/** Shards meet the same things: equal warnings are told once. */
function saidOnce(warnings) {
    return [...new Map(warnings.map((warning) => [`${warning.code} ${warning.message}`, warning])).values()];
}


/***/ }),

/***/ 6070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hk: () => (/* binding */ annotations),
  wD: () => (/* binding */ itemLine),
  eH: () => (/* binding */ summaryMarkdown)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/batch/markdown.js
/** Foreign text inside Markdown: it must stay text, whatever it holds. */
/** Escapes for a line of prose or a table cell: no markup, no mention, no link, no HTML. */
function plain(text) {
    return text
        .replace(/[\u0000-\u001f\u007f]+/g, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[\\`*_{}[\]()#+!|~$^:]/g, '\\$&')
        .replace(/@/g, '&#64;')
        .replace(/\b(https?|www)\b/gi, (word) => `${word.slice(0, 1)}&#8203;${word.slice(1)}`);
}
/** A fenced block whose fence is longer than any run of backticks inside. */
function fenced(language, text) {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${text.replace(/\n*$/, '')}\n${fence}`;
}
/** Inline code that holds any text. Inside a table a bar must still be escaped. */
function code(text) {
    const clean = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').replaceAll('|', '\\|');
    const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    const space = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
    return `${fence}${space}${clean}${space}${fence}`;
}
/** A link with our own address; an address that is none is shown as text. */
function markdown_link(text, url) {
    if (url === null || !/^https?:\/\/[^\s()<>"'`|]+$/.test(url))
        return plain(text);
    return `[${plain(text)}](${url})`;
}

;// CONCATENATED MODULE: ./lib/batch/report.js


/** UTF-8 bytes of a job summary that GitHub takes, less some for the note about what was cut. */
const summaryLimit = 1024 * 1024 - 4096;
const marks = {
    created: '✅ created',
    existing: '☑️ existing',
    unchanged: '➖ unchanged',
    partial: '⚠️ partial',
    failed: '❌ failed',
    planned: '📝 planned',
};
/** The job summary. Details are left out, the last first, when they would make it too long; the table stays. */
function summaryMarkdown(result) {
    const head = [headline(result), table(result.results), ...warningsOf(result.warnings)].join('\n\n');
    const details = result.results.map(detailsOf).filter((text) => text !== '');
    let size = Buffer.byteLength(head);
    const fitting = [];
    for (const text of details) {
        size += Buffer.byteLength(text) + 2;
        if (size > summaryLimit)
            break;
        fitting.push(text);
    }
    const cut = details.length - fitting.length;
    const note = cut > 0 ? [`_Details of ${cut} more items are in the result file: the summary is full._`] : [];
    return `${[bounded(head), ...fitting, ...note].join('\n\n')}\n`;
}
/** Even the table can be too long: cut at a line. */
function bounded(text) {
    if (Buffer.byteLength(text) <= summaryLimit)
        return text;
    const cut = Buffer.from(text).subarray(0, summaryLimit).toString();
    return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\n_The table was cut: the whole result is in the result file._`;
}
function headline(result) {
    const { results, dryRun, status, resumeAt } = result;
    const counts = Object.keys(marks)
        .map((name) => ({ name, count: results.filter((item) => item.status === name).length }))
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => `${count} ${name}`);
    const wrong = results.filter(({ error, status: at }) => error !== null && at === 'planned').length;
    if (wrong > 0)
        counts.push(`${wrong} of them not fixable`);
    const title = dryRun ? 'Dry run: what would be done' : 'Issues and pull requests';
    const left = status === 'interrupted'
        ? [`**Not finished.** Run the same batch again${resumeAt ? ` after ${resumeAt}` : ''}: what is done is kept.`]
        : [];
    return [
        `## ${title}`,
        `${results.length} ${results.length === 1 ? 'item' : 'items'}: ${counts.join(', ')}.`,
        ...left,
    ].join('\n\n');
}
function table(results) {
    const rows = results.map((item) => {
        const pull = item.pullRequestNumber === null ? '–' : markdown_link(`#${item.pullRequestNumber}`, item.pullRequestUrl);
        const issue = item.jiraKey === null ? '–' : markdown_link(item.jiraKey, item.jiraUrl);
        return `| ${code(item.packageName)} | ${code(item.from)} → ${code(item.to)} | ${issue} | ${pull} | ${markOf(item)} |`;
    });
    return ['| Package | Versions | Jira | Pull request | Status |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}
/** A planned item that will not get its pull request must not look like the others. */
const markOf = ({ status, error }) => status === 'planned' && error ? '⚠️ planned, not fixable' : marks[status];
function warningsOf(warnings) {
    return warnings.map(({ message, hint }) => `> ⚠️ ${plain(message)} ${plain(hint)}`);
}
/** One item in folds: what failed, its warnings, each file's diff, and in a dry run the calls. */
function detailsOf(item) {
    const parts = [];
    if (item.error)
        parts.push(`❌ **${plain(item.error.step)}**: ${plain(item.error.message)}\n\n➡️ ${plain(item.error.hint)}`);
    parts.push(...item.warnings.map(({ message, hint }) => `⚠️ ${plain(message)} ${plain(hint)}`));
    parts.push(...item.edits.map(({ path, line, before, after, via }) => `${code(`${path}:${line}`)} ${code(before || '(none)')} → ${code(after)} (${plain(via)})`));
    parts.push(...item.diffs.map(({ diff }) => fenced('diff', diff)));
    parts.push(...item.plannedCalls.map(({ call, body }) => fenced('http', body === undefined ? call : `${call}\n\n${JSON.stringify(body, null, 2)}`)));
    if (parts.length === 0)
        return '';
    const title = `${escapeHtml(item.packageName)} ${escapeHtml(item.from)} → ${escapeHtml(item.to)}: ${item.status}`;
    return [`<details${item.error ? ' open' : ''}><summary>${title}</summary>`, ...parts, '</details>'].join('\n\n');
}
const escapeHtml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/@/g, '&#64;');
/** GitHub shows ten of a kind for a step. */
const mostAnnotations = 10;
/** Annotations for what failed: at most ten, the last of which counts the rest. */
function annotations(result) {
    const failed = result.results.filter(({ error }) => error !== null);
    const shown = failed.length > mostAnnotations ? failed.slice(0, mostAnnotations - 1) : failed;
    const list = shown.map(({ packageName, error }) => ({
        level: 'error',
        title: `${packageName}: ${error?.step} failed`.slice(0, 255),
        message: error ? (0,errors/* describe */.q0)(error).slice(0, 4000) : '',
    }));
    const rest = failed.length - shown.length;
    if (rest > 0) {
        list.push({
            level: 'error',
            title: 'More failed items',
            message: `${rest} more items failed; see the job summary.`,
        });
    }
    return list;
}
/** One item in one line, for a terminal or a log. */
function itemLine(item) {
    const links = [item.jiraKey, item.pullRequestUrl].filter((text) => text !== null);
    const why = item.error ? `${item.error.step}: ${(0,errors/* describe */.q0)(item.error)}` : '';
    const warned = item.warnings.length > 0 ? `(${item.warnings.map(({ code: name }) => name).join(', ')})` : '';
    return [item.status.padEnd(9), `${item.packageName} ${item.from} → ${item.to}`, ...links, warned, why]
        .filter(Boolean)
        .join('  ');
}


/***/ }),

/***/ 39560:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GY: () => (/* binding */ cutIntoShards),
/* harmony export */   IS: () => (/* binding */ shardOf),
/* harmony export */   o4: () => (/* binding */ shardCount),
/* harmony export */   uK: () => (/* binding */ parseShard)
/* harmony export */ });
/* unused harmony export mostShards */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);

/** GitHub starts at most so many jobs of one matrix. */
const mostShards = 256;
/** Reads `3/20`. Throws `configuration-invalid`. */
function parseShard(text) {
    const match = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text);
    const [number, count] = [Number(match?.[1]), Number(match?.[2])];
    if (match && number <= count && count <= mostShards)
        return { number, count };
    throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('configuration-invalid', `shard: expected i/n with i from 1 to n, and n at most ${mostShards}.`, 'Take it from the matrix that mode: plan puts out.');
}
/** How many shards of about `size` items: never more than there are repositories, or jobs in a matrix. At least one. */
function shardCount(items, size) {
    const repositories = new Set(items.map(repositoryOf)).size;
    return Math.max(1, Math.min(mostShards, repositories, Math.ceil(items.length / size)));
}
/**
 * The items in `count` shards. A repository is never in two of them, whatever tokens its items come with: its branches go
 * up in one push. The largest repository is placed first, each into the shard that has the fewest items so far. Inside a
 * shard the items keep the order of the request.
 */
function cutIntoShards(items, count) {
    const shards = Array.from({ length: count }, () => []);
    for (const group of byRepository(items)) {
        const least = shards.reduce((best, shard) => (shard.length < best.length ? shard : best));
        least.push(...group);
    }
    return shards.map((shard) => shard.sort((a, b) => a.index - b.index));
}
/** The batch with the items of one shard alone. Its id and digest stay those of the whole, the keys and positions too. */
function shardOf(batch, { number, count }) {
    return { ...batch, items: cutIntoShards(batch.items, count)[number - 1] ?? [] };
}
const repositoryOf = ({ pullRequest }) => pullRequest.repository.url.toLowerCase();
/** The largest first; of two that are equal, the one that the request names first. */
function byRepository(items) {
    const groups = new Map();
    for (const item of items) {
        const name = repositoryOf(item);
        const group = groups.get(name);
        if (group)
            group.push(item);
        else
            groups.set(name, [item]);
    }
    return [...groups.values()].sort((a, b) => b.length - a.length);
}


/***/ }),

/***/ 36193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(57264);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/context.js
var context = __webpack_require__(37157);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/utils.js + 19 modules
var utils = __webpack_require__(85555);
;// CONCATENATED MODULE: ./node_modules/@actions/github/lib/github.js


const github_context = new context/* Context */.o();
/**
 * Returns a hydrated octokit ready to use for GitHub Actions
 *
 * @param     token    the repo PAT or GITHUB_TOKEN
 * @param     options  other options to set
 */
function getOctokit(token, options, ...additionalPlugins) {
    const GitHubWithPlugins = GitHub.plugin(...additionalPlugins);
    return new GitHubWithPlugins(getOctokitOptions(token, options));
}
//# sourceMappingURL=github.js.map
// EXTERNAL MODULE: ./lib/batch/collect.js
var collect = __webpack_require__(71682);
// EXTERNAL MODULE: ./lib/batch/report.js + 1 modules
var report = __webpack_require__(6070);
// EXTERNAL MODULE: ./lib/batch/response.js
var batch_response = __webpack_require__(89953);
// EXTERNAL MODULE: ./lib/batch/shard.js
var batch_shard = __webpack_require__(39560);
// EXTERNAL MODULE: ./lib/core/config.js
var core_config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/digest.js
var digest = __webpack_require__(53871);
// EXTERNAL MODULE: ./lib/core/own-secrets.js
var own_secrets = __webpack_require__(23859);
// EXTERNAL MODULE: ./lib/request/accept.js + 6 modules
var accept = __webpack_require__(7440);
// EXTERNAL MODULE: ./lib/request/ways-in.js
var ways_in = __webpack_require__(55429);
// EXTERNAL MODULE: ./lib/faces/perform.js + 2 modules
var perform = __webpack_require__(68272);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/faces/action/files.js
/** Files that the action leaves for later steps. */


/** Writes a value as JSON for this user alone. Answers the file's path. */
function writeJson(folder, name, value) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const file = (0,external_node_path_.join)(folder, name);
    (0,external_node_fs_.writeFileSync)(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    return file;
}

// EXTERNAL MODULE: ./lib/core/harmless.js
var harmless = __webpack_require__(28480);
;// CONCATENATED MODULE: ./lib/faces/action/tell.js
/** The result as a runner takes it: outputs, job summary, annotations. */



/** UTF-16 units that one job's outputs may hold together (1 MB), less what the other outputs need. */
const resultLimit = 480_000;
async function tell(result, response, { file, redactor }) {
    setOutputs(response, file);
    for (const { level, title, message } of (0,report/* annotations */.hk)(result)) {
        const show = level === 'error' ? core.error : core.warning;
        show((0,harmless/* harmlessLines */.vL)(redactor.redact(message)), { title: (0,harmless/* harmlessLines */.vL)(redactor.redact(title)) });
    }
    await core.summary.addRaw(redactor.redact((0,report/* summaryMarkdown */.eH)(result))).write();
}
function setOutputs(response, file) {
    const { results } = response;
    core.setOutput('result', fitting(response));
    core.setOutput('result-file', file);
    core.setOutput('batch-id', response.batch_id);
    core.setOutput('status', response.status);
    core.setOutput('total-issues-created', response.total_issues_created);
    core.setOutput('total-prs-created', response.total_prs_created);
    core.setOutput('total-comments-created', response.total_comments_created);
    core.setOutput('failed-count', response.failed_count);
    core.setOutput('jira-keys', JSON.stringify(results.flatMap(({ jira_ticket: key }) => key ?? [])));
    core.setOutput('pull-request-urls', JSON.stringify(results.flatMap(({ pull_request_url: url }) => url ?? [])));
}
/** The response as JSON, shortened in steps until it fits; what was left out is said in it. */
function fitting(response) {
    const whole = JSON.stringify(response);
    if (whole.length <= resultLimit)
        return whole;
    const short = response.results.map(({ diffs: _, planned_calls: __, edits: ___, warnings: ____, ...rest }) => rest);
    const note = 'Shortened to fit an output: result-file holds the whole.';
    for (let count = short.length; count > 0; count = Math.floor(count / 2)) {
        const text = JSON.stringify({ ...response, note, results: short.slice(0, count) });
        if (text.length <= resultLimit)
            return text;
    }
    return JSON.stringify({ ...response, note, results: [] });
}

;// CONCATENATED MODULE: ./lib/faces/action/collect-shards.js
/** `mode: collect`: the parts that the shards left, told as one result. Nothing is contacted, and no token is needed. */








/** Reads the folder that the input `results` names, from the workspace. Answers the exit code. */
async function collectShards(workspace, { config, log, redactor, folder }) {
    const result = (0,collect/* collect */.Fo)(jsonFiles((0,external_node_path_.resolve)(workspace, core.getInput('results') || '.')));
    const response = redactor.redactAll((0,batch_response/* toResponse */.Zr)(result));
    const file = writeJson(folder, `result-${result.batchId}.json`, response);
    log.write('info', 'shards collected', {
        batch: result.batchId,
        items: result.results.length,
        failed: response.failed_count,
    });
    await tell(result, response, { file, redactor });
    return (0,batch_response/* hasFailed */.WN)(response, config.FAIL_ON) ? 1 : 0;
}
function jsonFiles(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
            .map((entry) => JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(entry.parentPath, entry.name), 'utf8')));
    }
    catch (error) {
        throw (0,errors/* fail */.fJ)('request-missing', 'The results of the shards cannot be read.', 'Download the artifacts of mode: plan and of each shard into the folder that results names.', { results: core.getInput('results') }, error);
    }
}

;// CONCATENATED MODULE: ./lib/faces/action/inputs.js
/** The action's inputs as settings, and the request that came with the run. */




/** Input → the setting of core/config.ts that it stands for. An input that is not empty wins over the environment. */
const settingOfInput = {
    'jwt-secret-key': 'JWT_SECRET_KEY',
    'jwt-algorithm': 'JWT_ALGORITHM',
    'github-token': 'GITHUB_TOKEN',
    'jira-token': 'JIRA_TOKEN',
    'jira-email': 'JIRA_EMAIL',
    concurrency: 'CONCURRENCY',
    'when-unfixable': 'WHEN_UNFIXABLE',
    'comment-on-issue': 'COMMENT_ON_ISSUE',
    'link-pull-request': 'LINK_PULL_REQUEST',
    'update-lockfiles': 'UPDATE_LOCKFILES',
    'fail-on': 'FAIL_ON',
    shard: 'SHARD',
    'shard-size': 'SHARD_SIZE',
    'require-request-digest': 'REQUIRE_REQUEST_DIGEST',
    'seal-private-key': 'SEAL_PRIVATE_KEY',
    journal: 'JOURNAL',
    'redis-url': 'REDIS_URL',
    'ntp-server': 'NTP_SERVER',
    'github-api-url': 'GITHUB_API_URL',
    'allowed-hosts': 'ALLOWED_HOSTS',
    'commit-author': 'COMMIT_AUTHOR',
    host: 'HOST',
    port: 'PORT',
    'serve-for': 'SERVE_FOR',
};
/** Inputs whose values are secrets: masked before anything else is printed. */
const secretInputs = [
    'jwt',
    'jwt-secret-key',
    'seal-private-key',
    'github-token',
    'jira-token',
    'redis-url',
];
/** The environment with the inputs laid over it. GITHUB_API_URL of the runner is no wish of the user's: it is left out. */
function settingsFromInputs(env) {
    const settings = { ...env };
    delete settings.GITHUB_API_URL;
    for (const [input, setting] of Object.entries(settingOfInput)) {
        const value = core.getInput(input);
        if (value !== '')
            settings[setting] = value;
    }
    return settings;
}
const modes = ['run', 'plan', 'collect', 'serve'];
/** The input `mode`; `run` when it is empty. Throws `configuration-invalid`. */
function modeOfRun() {
    const text = core.getInput('mode') || 'run';
    const mode = modes.find((name) => name === text);
    if (mode)
        return mode;
    throw (0,errors/* fail */.fJ)('configuration-invalid', `mode: expected one of ${modes.join(', ')}.`, 'Correct that input.');
}
/** The request: `request`, else `request-file`, else the event itself. Throws `request-missing`. */
function requestOfRun(event, workspace) {
    const inputs = asObject(event.inputs);
    const payload = asObject(event.client_payload);
    const jwt = firstText(core.getInput('jwt'), payload?.jwt, inputs?.jwt);
    const dryRun = firstText(core.getInput('dry-run'), inputs?.['dry-run'], inputs?.dry_run);
    return {
        incoming: incomingOf(inputs, payload, workspace),
        jwt,
        dryRun: dryRun === undefined ? undefined : readFlag(dryRun),
    };
}
function incomingOf(inputs, payload, workspace) {
    // Exactly as given: a token may be bound to its bytes.
    const text = core.getInput('request', { trimWhitespace: false });
    if (text.trim() !== '')
        return { text };
    const file = core.getInput('request-file');
    if (file !== '')
        return { text: readRequestFile((0,external_node_path_.resolve)(workspace, file), file) };
    const given = payload?.request ?? inputs?.request;
    if (typeof given === 'string' && given !== '')
        return { text: given };
    if (typeof given === 'object' && given !== null)
        return { value: given };
    if (payload && ('items' in payload || 'vulnerabilities' in payload))
        return { value: withoutToken(payload) };
    throw (0,errors/* fail */.fJ)('request-missing', 'There is no request: not in the inputs request and request-file, and not in the event.', 'Give request-file, or dispatch with client_payload.request (repository_dispatch) or an input named request (workflow_dispatch).');
}
const asObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
const firstText = (...values) => values
    .map((value) => (typeof value === 'boolean' ? String(value) : value))
    .find((value) => typeof value === 'string' && value !== '');
/** A payload that is the request itself may carry the token beside it. */
function withoutToken({ jwt: _, ...request }) {
    return request;
}
function readFlag(text) {
    if (/^(true|1|yes|on)$/i.test(text))
        return true;
    if (/^(false|0|no|off)$/i.test(text))
        return false;
    throw (0,errors/* fail */.fJ)('configuration-invalid', 'dry-run: expected true or false.', 'Correct that input.');
}
function readRequestFile(path, name) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        throw (0,errors/* fail */.fJ)('request-missing', `The file "${name}" cannot be read.`, 'Give its path from the workspace, and check it out or download it in a step before this one.', { 'request-file': name }, error);
    }
}

// EXTERNAL MODULE: ./lib/core/ist.js
var ist = __webpack_require__(91779);
// EXTERNAL MODULE: ./lib/request/schema.js
var schema = __webpack_require__(40838);
;// CONCATENATED MODULE: ./lib/faces/action/plan.js
/** `mode: plan`: the batch cut into shards, put out as a matrix. Nothing is contacted. */






/** GitHub shows ten annotations of a kind for a step. */
const mostWarnings = 10;
/** Milliseconds between two pull requests of one token, by GitHub's rules. */
const pace = 3_000;
/** Answers the exit code. */
async function planShards(planning) {
    const { config, log, redactor, folder, batch } = planning;
    const plan = (0,collect/* planOf */.XC)(batch, (0,batch_shard/* shardCount */.o4)(batch.items, config.SHARD_SIZE));
    const file = writeJson(folder, `plan-${batch.id}.json`, redactor.redactAll(plan));
    core.setOutput('matrix', JSON.stringify(matrixOf(plan)));
    core.setOutput('shards', plan.shards.length);
    core.setOutput('plan-file', file);
    core.setOutput('batch-id', batch.id);
    log.write('info', 'batch planned', { batch: batch.id, items: batch.items.length, shards: plan.shards.length });
    const warnings = [...largeShard(plan), ...shortToken(planning), ...openFile(planning), ...planning.warnings];
    for (const { message, hint } of warnings.slice(0, mostWarnings))
        core.warning(redactor.redact(`${message} ${hint}`));
    if (plan.shards.length > 1)
        await core.summary.addRaw(summaryOf(plan)).write();
    return 0;
}
/** `fromJSON` of it is a job's matrix: `matrix.shard` for the input, `matrix.name` for artifacts, which take no slash. */
function matrixOf({ shards }) {
    const count = shards.length;
    return {
        include: shards.map((items, index) => ({
            shard: `${index + 1}/${count}`,
            name: `${index + 1}-of-${count}`,
            items: items.length,
        })),
    };
}
function summaryOf({ shards }) {
    const sizes = shards.map(({ length }) => length);
    const items = sizes.reduce((sum, size) => sum + size, 0);
    const each = Math.min(...sizes) === Math.max(...sizes) ? `${sizes[0]}` : `${Math.min(...sizes)} to ${Math.max(...sizes)}`;
    return `## Plan\n\n${items} items in ${shards.length} shards of ${each} items.\n`;
}
/** A repository stays in one shard, so a shard can be larger than one run's request may be. */
function largeShard({ shards }) {
    const largest = Math.max(...shards.map(({ length }) => length));
    if (largest <= schema/* mostItems */.Mo)
        return [];
    return [
        {
            code: 'shard-large',
            message: `The largest shard has ${largest} items, more than the ${schema/* mostItems */.Mo} of one request.`,
            hint: 'A repository stays in one shard: its job may meet the limits of an hour, or of a job; run it again then.',
        },
    ];
}
function shortToken({ batch, expires, now }) {
    const end = now + batch.items.length * pace;
    if (expires === undefined || expires * 1000 >= end)
        return [];
    return [
        {
            code: 'token-short',
            message: `The token ends at ${(0,ist/* ist */.R)(expires * 1000)}, and ${batch.items.length} items take about ${Math.ceil((end - now) / 60_000)} minutes at GitHub's pace.`,
            hint: 'A shard that starts after that is refused: sign a token that lasts as long as the whole run.',
        },
    ];
}
/** Does this request name a credential in clear? A sealed one does not. */
function showsCredential(incoming) {
    if (!('text' in incoming))
        return false;
    const text = typeof incoming.text === 'string' ? incoming.text : Buffer.from(incoming.text).toString('latin1');
    return /"(?:github_)?pat"\s*:\s*"[^"]/.test(text);
}
function openFile({ isOpenFile }) {
    if (!isOpenFile)
        return [];
    return [
        {
            code: 'credentials-in-file',
            message: 'The request file holds credentials in clear.',
            hint: 'Whoever may read the repository may download its artifacts: seal the request, or give github-token and jira-token as secrets.',
        },
    ];
}

;// CONCATENATED MODULE: ./lib/faces/action/run-action.js
/** The action: inputs and event in, a batch run, and the result told as outputs, summary and annotations. */


















/** Runs the action. Answers the exit code; throws a Failure when the batch could not begin. */
async function runAction(services, env) {
    maskInputs(services);
    const config = (0,core_config/* readConfig */.Xg)(settingsFromInputs(env));
    const workspace = env.GITHUB_WORKSPACE ?? '.';
    const folder = (0,external_node_path_.join)(env.RUNNER_TEMP ?? config.TMPDIR, 'create-issues-and-prs');
    const log = services.log(config, (line) => core.info(line));
    // The same for credentials that the environment gives.
    (0,own_secrets/* learnOwnSecrets */.a)(config, services.redactor);
    const mode = modeOfRun();
    if (mode === 'collect')
        return collectShards(workspace, { config, log, redactor: services.redactor, folder });
    if (mode === 'serve') {
        const { serveInJob } = await Promise.all(/* import() */[__webpack_require__.e(586), __webpack_require__.e(316), __webpack_require__.e(836)]).then(__webpack_require__.bind(__webpack_require__, 93550));
        const journalPath = config.JOURNAL ?? (0,external_node_path_.join)(folder, 'journal.sqlite');
        return serveInJob(services, { config, journalPath, stop: cancelOnSignals(log).signal });
    }
    const given = requestOfRun(github_context.payload, workspace);
    const run = { ...given, ...(await (0,accept/* openRequest */.Gh)(given, { config, redactor: services.redactor, log })) };
    const tight = (0,ways_in/* eventTooLarge */.K)(github_context.eventName, github_context.payload);
    if (tight)
        core.warning(`${tight.message} ${tight.hint}`);
    const clock = (0,perform/* checkClock */.Ds)(services, config, log);
    try {
        const isOpenFile = mode === 'plan' && core.getInput('request-file') !== '' && showsCredential(given.incoming);
        return await carryOut(services, { config, log, folder, run, mode, isOpenFile });
    }
    finally {
        await clock;
    }
}
/** Masks come first: the runner hides only what it was told before it is printed. */
function maskInputs({ redactor }) {
    redactor.onForm((form) => core.setSecret(form));
    const email = core.getInput('jira-email');
    for (const input of secretInputs) {
        const value = core.getInput(input);
        if (value !== '')
            redactor.add(value, email === '' ? undefined : email);
    }
}
async function carryOut(services, { config, log, folder, run, mode, isOpenFile }) {
    const { clock, redactor } = services;
    const shard = mode === 'run' && config.SHARD !== undefined ? (0,batch_shard/* parseShard */.uK)(config.SHARD) : undefined;
    const journalPath = config.JOURNAL ?? (0,external_node_path_.join)(folder, 'journal.sqlite');
    // A plan has no effect: it leaves the token unused for the run itself, which may follow in the same job.
    const guard = config.JWT_REPLAY_GUARD && mode === 'run';
    const uses = guard ? await services.tokenUses(journalPath, config.REDIS_URL) : undefined;
    const { expires } = await (0,accept/* verifyToken */.nr)(run.jwt, (0,accept/* requestDigest */.ud)(run.incoming), {
        config: { ...config, JWT_REPLAY_GUARD: guard },
        log,
        now: clock.now(),
        uses: uses && shard ? onceForShard(uses, shard) : uses,
    });
    await uses?.close();
    const { batch, warnings } = (0,accept/* acceptRequest */.Ym)(run.incoming, {
        config,
        redactor,
        credentials: { githubToken: config.GITHUB_TOKEN, jiraToken: config.JIRA_TOKEN, jiraEmail: config.JIRA_EMAIL },
        ...(run.dryRun === undefined ? {} : { dryRun: run.dryRun }),
        ...(mode === 'plan' || shard ? { limits: accept/* shardedLimits */.Wh } : {}),
    });
    if (mode === 'plan')
        return planShards({ config, log, redactor, folder, batch, warnings, expires, isOpenFile, now: clock.now() });
    const part = { batch: shard ? (0,batch_shard/* shardOf */.IS)(batch, shard) : batch, warnings, shard };
    return performAndTell(services, { config, log, folder, journalPath }, part);
}
/** The shards of one batch come with one token: each may use it once. */
function onceForShard(uses, { number, count }) {
    return { claim: (id, until) => uses.claim((0,digest/* sha256 */.s)(`${id} ${number}/${count}`), until), close: () => uses.close() };
}
async function performAndTell(services, { config, log, folder, journalPath }, { batch, warnings, shard }) {
    const { redactor } = services;
    log.write('info', batch.dryRun ? 'dry run begins' : 'batch begins', {
        batch: batch.id,
        items: batch.items.length,
        ...(shard ? { shard: `${shard.number}/${shard.count}` } : {}),
    });
    const cancel = cancelOnSignals(log);
    const observe = (event) => {
        if (event.phase === 'done')
            log.write(event.result.error ? 'warn' : 'info', (0,report/* itemLine */.wD)(event.result));
    };
    const performance = {
        config,
        log,
        batch,
        warnings,
        signal: cancel.signal,
        journalPath,
        observe,
        isPart: shard !== undefined && shard.count > 1,
    };
    const result = await (0,perform/* performBatch */.OB)(services, performance);
    const response = redactor.redactAll((0,batch_response/* toResponse */.Zr)(result));
    const file = writeJson(folder, `result-${batch.id}${shard ? nameOf(shard) : ''}.json`, response);
    if (shard)
        leavePart(services, folder, result, shard);
    await tell(result, response, { file, redactor });
    return (0,batch_response/* hasFailed */.WN)(response, config.FAIL_ON) ? 1 : 0;
}
const nameOf = ({ number, count }) => `-${number}-of-${count}`;
/** For `mode: collect`. */
function leavePart({ redactor }, folder, result, shard) {
    const part = redactor.redactAll((0,collect/* partOf */.BU)(result, shard));
    core.setOutput('shard-file', writeJson(folder, `part-${result.batchId}${nameOf(shard)}.json`, part));
}
/** A cancelled job gets SIGINT, 7.5 s later SIGTERM: the run stops between effects, with the journal whole. */
function cancelOnSignals(log) {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => {
            log.write('warn', 'cancelled: ending what is under way, nothing new begins', { signal });
            controller.abort();
        });
    }
    return controller;
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
