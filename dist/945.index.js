export const id = 945;
export const ids = [945,909];
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

/***/ 97909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  defaultJournal: () => (/* binding */ defaultJournal),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/batch/report.js + 1 modules
var report = __webpack_require__(6070);
// EXTERNAL MODULE: ./lib/batch/response.js
var batch_response = __webpack_require__(89953);
// EXTERNAL MODULE: ./lib/batch/shard.js
var batch_shard = __webpack_require__(39560);
// EXTERNAL MODULE: ./lib/core/config.js
var core_config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/harmless.js
var harmless = __webpack_require__(28480);
// EXTERNAL MODULE: ./lib/core/own-secrets.js
var own_secrets = __webpack_require__(23859);
// EXTERNAL MODULE: ./lib/request/accept.js + 6 modules
var accept = __webpack_require__(7440);
// EXTERNAL MODULE: ./lib/faces/perform.js + 2 modules
var perform = __webpack_require__(68272);
// EXTERNAL MODULE: ./lib/faces/cli/options.js
var options = __webpack_require__(1585);
;// CONCATENATED MODULE: ./lib/faces/cli/progress.js
/** Progress on standard error: on a terminal one line an item that changes in place, elsewhere one line when it ends. */


const words = {
    read: 'reading the repository',
    plan: 'planning the edit',
    issue: 'creating the issue',
    branch: 'pushing the branch',
    'pull-request': 'opening the pull request',
    metadata: 'setting labels and reviewers',
    comment: 'commenting on the issue',
    link: 'linking the pull request',
    explanation: 'explaining on the issue',
};
const marks = {
    created: '\u001b[32m✓\u001b[0m',
    existing: '\u001b[32m=\u001b[0m',
    unchanged: '\u001b[2m-\u001b[0m',
    planned: '\u001b[36m•\u001b[0m',
    partial: '\u001b[33m!\u001b[0m',
    failed: '\u001b[31m✗\u001b[0m',
};
function showProgress(batch, stream, redactor) {
    const fits = batch.items.length < (stream.rows || 24);
    return stream.isTTY && fits ? inPlace(batch, stream) : lineByLine(batch, stream, redactor);
}
/** For logs: an item when it ends, with a count. */
function lineByLine(batch, stream, redactor) {
    let done = 0;
    return {
        observe(event) {
            if (event.phase !== 'done' || !('result' in event))
                return;
            done++;
            stream.write(`${(0,harmless/* harmless */.Is)(`[${done}/${batch.items.length}] ${redactor.redact((0,report/* itemLine */.wD)(event.result))}`)}\n`);
        },
        end() { },
    };
}
function inPlace(batch, stream) {
    const columns = stream.columns || 80;
    const lines = batch.items.map(({ change }) => `  ${change.packageName} ${change.from} → ${change.to}`);
    // A shard's items keep their positions in the whole batch.
    const rows = new Map(batch.items.map(({ index }, row) => [index, row]));
    let drawn = 0;
    const draw = () => {
        const up = drawn > 0 ? `\u001b[${drawn}A` : '';
        stream.write(`${up}${lines.map((line) => `\u001b[2K${line}`).join('\n')}\n`);
        drawn = lines.length;
    };
    draw();
    return {
        observe(event) {
            const row = rows.get(event.index);
            const { change } = batch.items[row];
            const done = 'result' in event ? event.result : undefined;
            const mark = done ? marks[done.status] : '\u001b[2m…\u001b[0m';
            const doing = done ? (done.jiraKey ?? done.error?.code ?? done.status) : words[event.phase];
            lines[row] = `${mark} ${`${change.packageName} ${change.from} → ${change.to}  ${doing}`.slice(0, columns - 4)}`;
            draw();
        },
        end() { },
    };
}

;// CONCATENATED MODULE: ./lib/faces/cli/run.js
/** `run`: a batch from this machine, for a person at a terminal or a script. */












const run_options = {
    request: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    journal: { type: 'string' },
    shard: { type: 'string' },
};
async function run({ services, args, env }) {
    const { values } = (0,options/* readOptions */.Tt)(args, run_options);
    const config = (0,core_config/* readConfig */.Xg)(env);
    const { redactor } = services;
    (0,own_secrets/* learnOwnSecrets */.a)(config, redactor);
    const log = services.log(config, (line) => process.stderr.write(`${line}\n`));
    const text = await (0,options/* readSource */.o$)((0,options/* required */.mw)(values.request, '--request'), '--request');
    const { incoming } = await (0,accept/* openRequest */.Gh)({ incoming: { text }, jwt: undefined }, { config, redactor, log });
    const shardText = values.shard ?? config.SHARD;
    const shard = shardText === undefined ? undefined : (0,batch_shard/* parseShard */.uK)(shardText);
    const { batch: whole, warnings } = (0,accept/* acceptRequest */.Ym)(incoming, {
        config,
        redactor,
        credentials: { githubToken: config.GITHUB_TOKEN, jiraToken: config.JIRA_TOKEN, jiraEmail: config.JIRA_EMAIL },
        ...(values['dry-run'] ? { dryRun: true } : {}),
        ...(shard ? { limits: accept/* shardedLimits */.Wh } : {}),
    });
    const batch = shard ? (0,batch_shard/* shardOf */.IS)(whole, shard) : whole;
    const clock = (0,perform/* checkClock */.Ds)(services, config, log);
    const cancel = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => cancel.abort());
    const journalPath = values.journal ?? config.JOURNAL ?? defaultJournal(env);
    const progress = showProgress(batch, process.stderr, redactor);
    const performance = { config, log, batch, warnings, signal: cancel.signal, journalPath, observe: progress.observe };
    const result = await (0,perform/* performBatch */.OB)(services, { ...performance, isPart: shard !== undefined && shard.count > 1 });
    progress.end();
    const response = redactor.redactAll((0,batch_response/* toResponse */.Zr)(result));
    if (values.json)
        process.stdout.write(`${(0,harmless/* harmlessJson */.EL)(JSON.stringify(response, null, 2))}\n`);
    else
        process.stdout.write((0,harmless/* harmlessLines */.vL)(redactor.redact(run_report(result))));
    await clock;
    return (0,batch_response/* hasFailed */.WN)(response, config.FAIL_ON) ? 1 : 0;
}
/** defaultJournal: `~/.local/state/create-issues-and-prs/journal.sqlite`, or below XDG_STATE_HOME. */
function defaultJournal(env) {
    const state = env.XDG_STATE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.local', 'state');
    return (0,external_node_path_.join)(state, 'create-issues-and-prs', 'journal.sqlite');
}
/** The results as plain lines, with the diffs of a dry run below them. */
function run_report(result) {
    const lines = result.results.map(report/* itemLine */.wD);
    const diffs = result.dryRun
        ? result.results.flatMap(({ diffs: files }) => files.map(({ diff }) => diff.trimEnd()))
        : [];
    const warnings = result.warnings.map(({ message, hint }) => `warning: ${message} ${hint}`);
    return `${[...lines, ...warnings, ...diffs].join('\n')}\n`;
}


/***/ }),

/***/ 88256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serve: () => (/* binding */ serve)
/* harmony export */ });
/* harmony import */ var _core_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6641);
/* harmony import */ var _core_own_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23859);
/* harmony import */ var _http_serve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45316);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1585);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97909);
/** `serve`: the HTTP mode on this machine, until it gets SIGTERM or SIGINT. */





const options = {
    host: { type: 'string' },
    port: { type: 'string' },
    journal: { type: 'string' },
    'serve-for': { type: 'string' },
};
const settings = { host: 'HOST', port: 'PORT', journal: 'JOURNAL', 'serve-for': 'SERVE_FOR' };
async function serve({ services, args, env }) {
    const { values } = (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .readOptions */ .Tt)(args, options);
    const given = Object.entries(settings).flatMap(([option, setting]) => {
        const value = values[option];
        return value === undefined ? [] : [[setting, value]];
    });
    const config = (0,_core_config_js__WEBPACK_IMPORTED_MODULE_0__/* .readConfig */ .Xg)({ ...env, ...Object.fromEntries(given) });
    (0,_core_own_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .learnOwnSecrets */ .a)(config, services.redactor);
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => stop.abort());
    await (0,_http_serve_js__WEBPACK_IMPORTED_MODULE_1__/* .serve */ .w)(services, {
        config,
        write: (line) => void process.stdout.write(`${line}\n`),
        journalPath: config.JOURNAL ?? (0,_run_js__WEBPACK_IMPORTED_MODULE_3__.defaultJournal)(env),
        stop: stop.signal,
    });
    return 0;
}


/***/ })

};
