export const id = 272;
export const ids = [272];
export const modules = {

/***/ 89953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WK: () => (/* binding */ toWireResult),
/* harmony export */   WN: () => (/* binding */ hasFailed),
/* harmony export */   Zr: () => (/* binding */ toResponse)
/* harmony export */ });
/** The response of a batch. Totals count what this run made itself, not what it found. */
function toResponse(result) {
    const made = (step) => result.results.filter((item) => item.made.includes(step)).length;
    return {
        status: result.status,
        batch_id: result.batchId,
        dry_run: result.dryRun,
        total_issues_created: made('issue'),
        total_prs_created: made('pull-request'),
        total_comments_created: made('comment') + made('explanation'),
        failed_count: result.results.filter(({ error }) => error !== null).length,
        results: result.results.map((item) => toWireResult(item, result.dryRun)),
        warnings: result.warnings,
        ...(result.resumeAt === undefined ? {} : { resume_at: result.resumeAt }),
    };
}
/** One item's part of the response. */
function toWireResult(item, dryRun) {
    return {
        index: item.index,
        package_name: item.packageName,
        current_version: item.from,
        safe_version: item.to,
        severity: item.severity,
        status: item.status,
        jira_ticket: item.jiraKey,
        jira_url: item.jiraUrl,
        pull_request_url: item.pullRequestUrl,
        pull_request_number: item.pullRequestNumber,
        fix_branch: item.branch,
        commit: item.commit,
        edits: item.edits,
        warnings: item.warnings,
        error: item.error,
        ...(dryRun ? { diffs: item.diffs, planned_calls: item.plannedCalls } : {}),
    };
}
/** Did the run come to what the caller wants, by `fail-on`? An item with an error has failed, planned or not. */
function hasFailed(response, failOn) {
    if (failOn === 'never')
        return false;
    if (failOn === 'any')
        return response.failed_count > 0 || response.status === 'interrupted';
    return response.results.length > 0 && response.failed_count === response.results.length;
}


/***/ }),

/***/ 54385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ groupByRepository),
  Y: () => (/* binding */ runRepository)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/holding.js
var holding = __webpack_require__(31952);
;// CONCATENATED MODULE: ./lib/batch/once.js


/** Pauses between look-ups while an effect is in doubt, in milliseconds; the last one repeats. */
const lookUpPauses = [1_000, 2_000, 4_000, 8_000, 15_000];
/** Brings one effect about, at most once. Throws the step's own Failure, `in-doubt`, or `interrupted`. */
async function once(context, itemKey, step) {
    const known = await context.journal.step(itemKey, step.name);
    const mine = known?.run !== undefined && known.run === context.run;
    if (known?.state === 'done')
        return { ...(await recorded(step, known)), ...(mine ? { mine } : {}) };
    const openUntil = whenSettled(context.clock.now(), step, known);
    const found = openUntil === undefined ? await step.find(false) : await settled(context, step, openUntil);
    if (context.dryRun)
        return found === undefined ? previewed(step) : { how: 'found', value: found, twins: [] };
    const attempt = new Attempt(context, itemKey, step, openUntil !== undefined);
    return found === undefined ? attempt.make() : attempt.record('found', found, mine);
}
/**
 * Until when (epoch milliseconds) an earlier or another's attempt may still come to light; undefined when there is none. An
 * intent of the future (the clock was set back) is as new as now.
 */
function whenSettled(now, step, known) {
    const own = known && Math.min(known.at, now) + step.settle;
    const others = step.contested !== undefined && step.contested > now ? step.contested : undefined;
    return own === undefined ? others : Math.max(own, others ?? own);
}
/** What was made in doubt may have a twin that came to light since. That look is no reason to fail what is done. */
async function recorded(step, known) {
    const value = known.value;
    if (!known.doubtful || !step.twins)
        return { how: 'recorded', value, twins: [] };
    await step.find(false).catch(() => undefined);
    return { how: 'recorded', value, twins: step.twins(value) };
}
function previewed(step) {
    return { how: 'previewed', ...step.preview() };
}
/** The writing half of `once`. `doubtful`: an earlier attempt may still come to light, and later runs look for it. */
class Attempt {
    #context;
    #itemKey;
    #step;
    #doubtful;
    constructor(context, itemKey, step, doubtful) {
        this.#context = context;
        this.#itemKey = itemKey;
        this.#step = step;
        this.#doubtful = doubtful;
    }
    async make() {
        const failure = await this.#try();
        if (!(failure instanceof Doubt))
            return failure;
        const found = await settled(this.#context, this.#step, this.#context.clock.now() + this.#step.settle);
        if (found !== undefined)
            return this.record('made', found);
        // It has settled and is not there: the second and last time. The first may still arrive beyond the promise.
        this.#doubtful = true;
        const again = await this.#try();
        if (!(again instanceof Doubt))
            return again;
        throw inDoubt(this.#step.name, failure.why, again.why);
    }
    /** Writes the result down. A holder that lost its lease leaves that to the one who has it now. */
    async record(how, value, mine = false) {
        const { journal, run } = this.#context;
        stillHeld(this.#context);
        const twins = this.#step.twins && (how === 'found' || this.#doubtful) ? this.#step.twins(value) : [];
        const isMade = how === 'made' || mine;
        await journal.record(this.#itemKey, this.#step.name, value, this.#doubtful || twins.length > 0, isMade ? run : undefined);
        return { how, value, twins, ...(mine ? { mine } : {}) };
    }
    async #try() {
        const { journal, run } = this.#context;
        mayGoOn(this.#context);
        await journal.intend(this.#itemKey, this.#step.name, run);
        // Between the check and the intent this process may have stood still while another took the item over.
        stillHeld(this.#context);
        const made = await (0,holding/* holding */.G)(this.#context.lease, () => this.#step.make()).then((value) => ({ value }), (error) => (0,errors/* asFailure */.h_)(error));
        if ('value' in made)
            return this.record('made', made.value);
        if (made.retry === 'ambiguous')
            return new Doubt(made);
        // It certainly did not happen. An older attempt's doubt outlives it, and an intent that stands after this lease was
        // lost is another's: only a first intent of our own is taken back.
        if (!this.#doubtful && this.#context.lease?.held() !== false)
            await journal.retract(this.#itemKey, this.#step.name);
        throw made;
    }
}
/** The far side may or may not have taken it. */
class Doubt {
    why;
    constructor(why) {
        this.why = why;
    }
}
function inDoubt(step, first, second) {
    return (0,errors/* fail */.fJ)('in-doubt', `${first.message} It was looked for, not found, tried once more, and is in doubt again.`, 'Run the same batch again later: it first looks whether the effect is there, and goes on from that.', { ...first.facts, step }, second);
}
/**
 * Looks for the effect again and again until `until` (epoch milliseconds), and once after it. A dry run makes nothing that
 * could be there twice: it looks once.
 */
async function settled(context, step, until) {
    for (let round = 0;; round++) {
        const late = context.dryRun || context.clock.now() >= until;
        const found = await step.find(true);
        if (found !== undefined || late)
            return found;
        const pause = lookUpPauses[Math.min(round, lookUpPauses.length - 1)] ?? 0;
        await context.clock.sleep(Math.min(pause, Math.max(0, until - context.clock.now())), context.signal);
    }
}
function mayGoOn(context) {
    if (context.signal.aborted)
        throw interrupted();
    stillHeld(context);
}
function stillHeld({ lease }) {
    if (!lease || lease.held())
        return;
    throw (0,errors/* fail */.fJ)('already-running', 'Another runner took this item over while this one was paused.', 'Nothing to do: the other runner finishes it. Run the same batch again to see its result.');
}
/** The failure of everything that did not begin because the run was cancelled. */
function interrupted() {
    return (0,errors/* fail */.fJ)('interrupted', 'The run was cancelled before this step.', 'Run the same batch again: what is done is kept, and the rest goes on from here.');
}

// EXTERNAL MODULE: ./lib/manifests/index.js + 141 modules
var lib_manifests = __webpack_require__(77807);
// EXTERNAL MODULE: ./lib/batch/diff.js
var diff = __webpack_require__(12589);
;// CONCATENATED MODULE: ./lib/batch/find-manifests.js
/**
 * Which files of a repository to read for an item, and reading them: all in as few batches as the files' own includes
 * allow. Nothing is decided about versions here.
 */


/** Bytes. GitHub shows no manifest near this size; a larger one is not a manifest. */
const manifestLimit = 5 * 1024 * 1024;
/** What runs in GitHub's own name is out of reach, in any spelling that a file system may take for it. */
const isGitHubsOwn = (path) => /^\.github\//i.test(path);
const regularFile = (entry) => entry.mode === '100644' || entry.mode === '100755';
/**
 * Checks the files that a caller named, as far as their names tell. Throws `file-not-found`, `file-not-regular` or
 * `not-a-manifest`; beside a manifest a file of any name may stand, as that manifest may lean on it (`-r base.lst`).
 */
function namedPaths(snapshot, paths) {
    const byPath = new Map(snapshot.tree.map((entry) => [entry.path, entry]));
    const hasManifest = paths.some((path) => (0,lib_manifests/* manifestFormatOf */.Sd)(path));
    return paths.map((path) => {
        const entry = byPath.get(path);
        if (!entry)
            throw fileNotFound(snapshot, path);
        if (!regularFile(entry)) {
            throw (0,errors/* fail */.fJ)('file-not-regular', `"${path}" is a ${entry.mode === '120000' ? 'symbolic link' : 'submodule'}, not a file.`, 'Name the file that it points to.', { path, base: snapshot.base });
        }
        if (!hasManifest)
            throw notAManifest(path);
        return path;
    });
}
function notAManifest(path) {
    return (0,errors/* fail */.fJ)('not-a-manifest', `"${path}" is no dependency file that can be edited.`, 'Name a manifest (package.json, requirements.txt, go.mod, pom.xml, build.gradle, Gemfile, …), or leave dependency_files out to have them found.', { path });
}
function fileNotFound(snapshot, path) {
    const name = path.split('/').at(-1)?.toLowerCase();
    const near = snapshot.tree.find((entry) => entry.path.toLowerCase().split('/').at(-1) === name);
    const advice = near ? `Did you mean "${near.path}"?` : 'Check the path, from the root of the repository.';
    return (0,errors/* fail */.fJ)('file-not-found', `"${path}" is not in branch "${snapshot.base}".`, advice, { path, base: snapshot.base });
}
/** Contents by path; grows, so that a file is fetched once for all items of a repository. */
class ManifestShelf {
    snapshot;
    #paths;
    #texts = new Map();
    /** How to read files that others lean on and whose own names say nothing. */
    #adopted = new Map();
    #searched;
    constructor(snapshot) {
        this.snapshot = snapshot;
        const files = snapshot.tree.filter(regularFile).map(({ path }) => path);
        this.#paths = files.filter((path) => !isGitHubsOwn(path));
    }
    /** Reads, in one batch, whichever of these paths are files of the tree. */
    async prefetch(paths) {
        const inTree = new Set(this.#paths);
        await this.fetch([...new Set(paths)].filter((path) => inTree.has(path) && (0,lib_manifests/* manifestFormatOf */.Sd)(path)), true);
    }
    /** All searchable manifests of the tree. One fetch for however many items ask. */
    searched() {
        this.#searched ??= this.withRelated((0,lib_manifests/* findableManifests */.Ce)(this.#paths), true);
        return this.#searched;
    }
    /** The given files and, again and again, the files that these lean on. */
    async withRelated(paths, tolerant = false) {
        const wanted = new Set();
        let next = [...paths];
        while (next.length > 0) {
            await this.fetch(next, tolerant);
            for (const path of next)
                wanted.add(path);
            next = [...new Set(next.flatMap((path) => this.#leansOn(path)))].filter((path) => !wanted.has(path));
        }
        return [...wanted].map((path) => this.#texts.get(path)).filter((file) => file !== undefined);
    }
    /** Reads the missing ones of these paths in one batch. Text that is not UTF-8 is set aside as undefined. */
    async fetch(paths, tolerant = false) {
        const missing = paths.filter((path) => !this.#texts.has(path));
        if (missing.length === 0)
            return;
        const contents = await (tolerant ? this.#readWhatFits(missing) : this.snapshot.read(missing, manifestLimit));
        for (const path of missing) {
            const bytes = contents.get(path);
            const text = bytes === undefined ? undefined : (0,lib_manifests/* decodeManifest */.MK)(bytes);
            this.#texts.set(path, typeof text === 'string' ? { path, text } : undefined);
        }
    }
    /** Throws `not-a-manifest` for a path that is none by its name, and that no manifest read so far leans on. */
    refuseStrangers(paths) {
        const stranger = paths.find((path) => !(0,lib_manifests/* manifestFormatOf */.Sd)(path) && !this.#adopted.has(path));
        if (stranger !== undefined)
            throw notAManifest(stranger);
    }
    /** True when the file was read and is not UTF-8 text. */
    isUndecodable(path) {
        return this.#texts.has(path) && this.#texts.get(path) === undefined;
    }
    /** A file over the limit is passed over in a search: it was not asked for, and cannot be a manifest. */
    async #readWhatFits(paths) {
        let left = paths;
        for (;;) {
            try {
                return await this.snapshot.read(left, manifestLimit);
            }
            catch (error) {
                const path = error instanceof errors/* Failure */.HR && error.code === 'file-too-large' ? error.facts.path : undefined;
                if (path === undefined || !left.includes(String(path)))
                    throw error;
                left = left.filter((candidate) => candidate !== path);
            }
        }
    }
    #leansOn(path) {
        const file = this.#texts.get(path);
        const format = (0,lib_manifests/* manifestFormatOf */.Sd)(path) ?? this.#adopted.get(path);
        if (!file || !format)
            return [];
        const related = (0,lib_manifests/* relatedPaths */.Sq)(path, file.text, this.#paths, format);
        for (const other of related) {
            const adopted = (0,lib_manifests/* adoptedFormat */.Dw)(other, format);
            if (adopted)
                this.#adopted.set(other, adopted);
        }
        return related;
    }
}

;// CONCATENATED MODULE: ./lib/batch/lockfiles.js


/** Bytes of a lockfile that is looked at. */
const lockfileLimit = 20 * 1024 * 1024;
const folderOf = (path) => path.slice(0, path.lastIndexOf('/') + 1);
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
/** What becomes of the lockfiles of these edited manifests. `lockfiles` absent: all are only named. */
async function lockfileChanges(item, edited, snapshot, lockfiles) {
    const contents = new Map();
    const diffs = [];
    const warnings = [];
    for (const path of staleLockfiles(edited, snapshot)) {
        const outcome = lockfiles ? await refresh(item, path, edited, snapshot, lockfiles) : undefined;
        if (outcome?.status === 'refreshed') {
            contents.set(path, outcome.content);
            diffs.push((0,diff/* fileDiff */.e)(path, outcome.before, Buffer.from(outcome.content).toString('utf8')));
        }
        else
            warnings.push(stale(path, outcome));
    }
    return { contents, diffs, warnings };
}
/** Beside an edited manifest, or above it in the same workspace: they do not know the new version yet. */
function staleLockfiles(edited, snapshot) {
    const inTree = new Set(snapshot.tree.map(({ path }) => path));
    const found = edited.flatMap(({ path }) => {
        const there = (0,lib_manifests/* lockfilesOf */.O4)(path).filter((candidate) => inTree.has(candidate));
        return there.filter((candidate) => folderOf(candidate) === folderOf(there[0] ?? ''));
    });
    return [...new Set(found)];
}
async function refresh(item, path, edited, snapshot, lockfiles) {
    const beside = edited.filter((file) => folderOf(file.path) === folderOf(path));
    const lockfile = (await snapshot.read([path], lockfileLimit)).get(path);
    if (!lockfile || beside.length !== edited.length) {
        return {
            status: 'left',
            message: `"${path}" belongs to a workspace.`,
            hint: 'Refresh it on the branch with the package manager.',
        };
    }
    const manifests = new Map(beside.map((file) => [nameOf(file.path), (0,lib_manifests/* encodeManifest */.Gb)(file.text)]));
    const outcome = await lockfiles.refresh({
        name: nameOf(path),
        lockfile,
        manifests,
        packageName: item.change.packageName,
    });
    return { ...outcome, before: Buffer.from(lockfile).toString('utf8') };
}
function stale(path, left) {
    return {
        code: 'lockfile-stale',
        message: `"${path}" still records the old version.${left?.message ? ` ${left.message}` : ''}`,
        hint: left?.hint ?? 'Refresh it on the branch with the package manager, or run with update-lockfiles: true.',
    };
}

;// CONCATENATED MODULE: ./lib/batch/decide.js





/** The trailers by which a later run knows a branch of its own. */
const itemTrailer = 'Batch-Item';
const issueTrailer = 'Jira-Issue';
/** Decides one item. Never throws: a failure is a decision too. */
async function decide(item, snapshot, shelf, tips, lockfiles) {
    try {
        const files = await filesFor(item, snapshot, shelf);
        const plan = (0,lib_manifests/* planEdit */.q3)(files, item.change);
        const warnings = plan.notes.map(({ code, message, hint }) => ({ code, message, hint }));
        if (plan.status === 'already')
            return { kind: 'already', warnings };
        if (plan.status === 'refused')
            return { kind: 'refused', refusal: plan.refusal, warnings };
        const mine = tips.find((tip) => tip.trailers.get(itemTrailer) === item.key);
        if (!mine)
            refuseForeign(item, tips);
        const own = plan.files.map(({ path, text }) => [path, (0,lib_manifests/* encodeManifest */.Gb)(text)]);
        // A branch that an earlier run pushed holds its lockfiles already.
        const locked = await lockfileChanges(item, plan.files, snapshot, mine ? undefined : lockfiles);
        return {
            kind: 'edit',
            snapshot,
            plan,
            contents: new Map([...own, ...locked.contents]),
            diffs: [...plan.files.map(({ path, text }) => (0,diff/* fileDiff */.e)(path, textOf(files, path), text)), ...locked.diffs],
            warnings: [...warnings, ...locked.warnings],
            mine,
        };
    }
    catch (error) {
        return { kind: 'failed', phase: 'read', failure: (0,errors/* asFailure */.h_)(error) };
    }
}
async function filesFor(item, snapshot, shelf) {
    const named = item.pullRequest.dependencyFiles;
    if (named.length === 0)
        return shelf.searched();
    const paths = namedPaths(snapshot, named);
    const files = await shelf.withRelated(paths);
    shelf.refuseStrangers(paths);
    const broken = paths.find((path) => shelf.isUndecodable(path));
    if (broken !== undefined) {
        throw (0,errors/* fail */.fJ)('not-a-manifest', `"${broken}" is not UTF-8 text.`, 'Save the file as UTF-8 and send the batch again.', {
            path: broken,
        });
    }
    return files;
}
function textOf(files, path) {
    return files.find((file) => file.path === path)?.text ?? '';
}
/** A branch with the wanted name that is not this item's is somebody's work: found out before the issue is created. */
function refuseForeign(item, tips) {
    const foreign = tips.find(({ branch }) => branch === item.pullRequest.branchName);
    if (foreign)
        throw foreignBranch(foreign.branch, foreign);
}
/** The failure that names the commit that stands in the way, and its author. */
function foreignBranch(branch, tip) {
    const whose = tip ? ` with commit ${tip.oid.slice(0, 12)} by ${tip.author.name}` : '';
    return (0,errors/* fail */.fJ)('branch-foreign', `Branch "${branch}" already exists${whose}, and was not made for this item.`, 'Choose another branch_name (with {{jira_key}} in it, it is new each time), or delete that branch if nobody needs it.', tip ? { branch, commit: tip.oid, author: tip.author.name } : { branch });
}

;// CONCATENATED MODULE: ./lib/batch/placeholders.js
/**
 * Replaces `{{jira_key}}` and `{{pull_request_url}}` where the value is known; anything else in braces stays as it is.
 * Values are put in literally: a `$&` in a URL means nothing here.
 */
function fillIn(text, known) {
    return text.replace(/\{\{\s*(jira_key|pull_request_url)\s*\}\}/g, (whole, name) => {
        const value = name === 'jira_key' ? known.jiraKey : known.pullRequestUrl;
        return value ?? whole;
    });
}
/** The branch name as a pattern for looking: a placeholder that is not known yet becomes `*`. */
function branchPattern(branchName) {
    return branchName.replace(/\{\{\s*jira_key\s*\}\}/g, '*');
}

;// CONCATENATED MODULE: ./lib/batch/steps.js



/** Jira's search may lag; GitHub refuses a second pull request by itself; a push and a link may be repeated. */
const lagging = 90_000;
const consistent = 0;
const call = (step, planned) => ({ step, ...planned });
/** 1. The Jira issue, with the fields as given. `candidate`: a key that a branch of this item names in its trailer. */
function issueStep(work, candidate) {
    const { ports, item, recovery } = work;
    return {
        name: 'issue',
        settle: lagging,
        find: (fresh) => recovery.issue(item, fresh, candidate),
        twins: (issue) => {
            const others = recovery.seen(item).filter(({ key }) => key !== issue.key);
            return others.map(({ key }) => key);
        },
        make: () => ports.issues.createIssue(item.issue, item.key),
        preview: () => ({
            calls: [call('issue', ports.issues.previewIssue(item.issue, item.key))],
            value: { key: '{{jira_key}}', url: '' },
        }),
    };
}
/** 2. The commit, and its branch in the one push of the repository. */
function branchStep(work, decision, known) {
    const branch = fillIn(work.item.pullRequest.branchName, known);
    return {
        name: 'branch',
        settle: consistent,
        find: async (fresh) => {
            const tip = fresh ? await tipOf(work, branch) : decision.mine;
            if (!tip)
                return refuseClosed(work, branch, decision.snapshot.base, known);
            if (tip.trailers.get(itemTrailer) !== work.item.key)
                throw foreignBranch(branch, tip);
            return adopted(tip, work.ports.clock.now());
        },
        make: () => push(work, decision, known, branch),
        preview: () => ({
            calls: [{ step: 'branch', call: previewPush(work, branch) }],
            value: { branch, commit: '' },
        }),
    };
}
/** The push as a dry run shows it. The commit has no id yet: its message will name the issue. */
function previewPush({ facts }, branch) {
    return `git push --force-with-lease=refs/heads/${branch}: ${facts.url} <commit>:refs/heads/${branch}`;
}
/**
 * Throws when a pull request of this item was closed by a person, and its branch perhaps deleted. Known by its title,
 * since the commit that it had may be gone. A merged one is history: its head name may be used again.
 */
async function refuseClosed(work, head, base, known) {
    const { item, ports } = work;
    const there = await ports.pullRequests.findPullRequest(targetOf(work), head, base);
    if (there?.state === 'closed' && there.title === fillIn(item.pullRequest.title, known))
        throw closedByAPerson(there);
    return undefined;
}
/** The repository under its present name: a renamed one answers only there. */
function targetOf({ item, facts }) {
    return { ...item.pullRequest.repository, url: facts.url, owner: facts.owner, name: facts.name };
}
function adopted(tip, now) {
    const issueKey = tip.trailers.get(issueTrailer);
    const contested = Math.min(tip.time * 1000, now) + lagging;
    return { branch: tip.branch, commit: tip.oid, contested, ...(issueKey === undefined ? {} : { issueKey }) };
}
async function tipOf(work, branch) {
    const tips = await work.repository.tips([branch]);
    return tips.find((tip) => tip.branch === branch);
}
async function push(work, decision, known, branch) {
    const author = work.options.author ?? work.facts.identity ?? ownIdentity;
    const commit = await decision.snapshot.commit({
        parent: decision.snapshot.head,
        files: decision.contents,
        message: commitMessage(work.item, known),
        author,
        committer: work.options.committer ?? author,
        time: Math.floor(work.ports.clock.now() / 1000),
    });
    const { key, pullRequest } = work.item;
    const request = {
        branch,
        oid: commit,
        expect: undefined,
        itemKey: key,
        pattern: branchPattern(pullRequest.branchName),
    };
    const outcome = await work.gate.submit(request);
    if (outcome.status === 'pushed')
        return { branch, commit };
    if (outcome.status === 'stale') {
        const tip = await tipOf(work, outcome.branch);
        if (tip?.trailers.get(itemTrailer) === key)
            return adopted(tip, work.ports.clock.now());
        throw foreignBranch(branch, tip);
    }
    throw rejected(branch, outcome.reason);
}
/** Who commits where the token is no bot that is known by name. */
const ownIdentity = {
    name: 'create-issues-and-prs[bot]',
    email: 'create-issues-and-prs[bot]@users.noreply.github.com',
};
/** The caller's message or the default one, and always the trailers by which a later run knows the commit. */
function commitMessage(item, known) {
    const { packageName, from, to } = item.change;
    const text = item.pullRequest.commitMessage ?? `fix(deps): update ${packageName} from ${from} to ${to}`;
    const trailers = [...(known.jiraKey ? [`${issueTrailer}: ${known.jiraKey}`] : []), `${itemTrailer}: ${item.key}`];
    return `${fillIn(text, known).trimEnd()}\n\n${trailers.join('\n')}\n`;
}
function rejected(branch, reason) {
    const isProtected = /protected branch|rule violations|GH006|GH013/i.test(reason);
    const isWorkflow = /workflow/i.test(reason) && /scope|permission/i.test(reason);
    return (0,errors/* fail */.fJ)(isProtected ? 'branch-protected' : 'push-rejected', `GitHub refused the push of branch "${branch}": ${reason}`, isWorkflow
        ? 'Give the token the right to change workflow files (classic: `workflow` scope, fine-grained or App: Workflows read and write).'
        : isProtected
            ? 'Choose a branch_name that no ruleset covers, or let the token bypass that rule.'
            : 'Read the reason; a server-side hook or a rule of the repository does not take this branch.', { branch });
}
/** 3. The pull request. An open one of the same head and base is adopted. */
function pullRequestStep(work, decision, branch, known) {
    const { ports, item } = work;
    const target = targetOf(work);
    const content = {
        head: branch.branch,
        base: decision.snapshot.base,
        title: fillIn(item.pullRequest.title, known),
        body: fillIn(item.pullRequest.body, known),
        draft: item.pullRequest.draft,
    };
    // What is found after this run has asked for it is its own, though the answer was lost.
    let asked = false;
    return {
        name: 'pull-request',
        settle: consistent,
        find: async () => {
            const there = await ports.pullRequests.findPullRequest(target, content.head, content.base);
            if (there?.state === 'open')
                return { ...there, adopted: !asked };
            // Closed with our own commit or title: a person has decided. Anything else under that name is history.
            const ours = there?.head === branch.commit || there?.title === content.title;
            if (there?.state === 'closed' && ours)
                throw closedByAPerson(there);
            return undefined;
        },
        make: () => {
            asked = true;
            return ports.pullRequests.openPullRequest(target, content);
        },
        preview: () => ({
            calls: [call('pull-request', ports.pullRequests.previewPullRequest(target, content))],
            value: {
                number: 0,
                url: '{{pull_request_url}}',
                state: 'open',
                head: branch.commit,
                title: content.title,
                createdAt: 0,
                startsNoWorkflows: false,
            },
        }),
    };
}
/** Told as it is and never reopened. */
function closedByAPerson(pull) {
    return (0,errors/* fail */.fJ)('pull-request-closed', `Pull request #${pull.number} for this item was closed by a person, and stays closed.`, 'Reopen it on GitHub if it is wanted after all, or send the item with a new idempotency_key and another branch_name.', { pull_request: pull.url });
}
/** 4. Labels, reviewers, assignees. Undefined when none were asked for. Its failures are warnings. */
function metadataStep(work, pull, opened) {
    const { ports, item } = work;
    const { labels, reviewers, teamReviewers, assignees } = item.pullRequest;
    const wanted = { labels, reviewers, teamReviewers, assignees };
    if ([labels, reviewers, teamReviewers, assignees].every((list) => list.length === 0))
        return undefined;
    const target = targetOf(work);
    let missing = wanted;
    return {
        name: 'metadata',
        settle: consistent,
        find: async () => {
            if (opened)
                return undefined;
            const rest = await ports.pullRequests.missingMetadata(target, pull.number, wanted);
            missing = rest ?? wanted;
            return rest === undefined ? [] : undefined;
        },
        make: async () => [...(await ports.pullRequests.addMetadata(target, pull.number, missing))],
        preview: () => ({
            calls: ports.pullRequests.previewMetadata(target, wanted).map((planned) => call('metadata', planned)),
            value: [],
        }),
    };
}

;// CONCATENATED MODULE: ./lib/batch/wiki.js
/** Foreign text inside Jira's wiki markup: it must stay text, whatever it holds. */
/** Escapes what begins markup: macros, links, mentions, images, tables, emphasis. */
function literalWiki(text) {
    return text.replace(/[\\{}[\]!|*_+^~?#-]/g, '\\$&').replace(/(^|\n)(h[1-6]|bq)\./g, '$1$2\\.');
}

;// CONCATENATED MODULE: ./lib/batch/issue-steps.js



/** 5. The comment with the pull request's link, on the issue it names or on the item's own. */
function commentStep(work, issue, known) {
    const { item } = work;
    const link = known.pullRequestUrl ?? '';
    const given = item.comment ? fillIn(item.comment.body, known) : `Pull request: ${link}`;
    const body = given.includes(link) ? given : `${given.trimEnd()}\n\n${link}`;
    const on = { site: item.comment?.site ?? item.issue.site, key: item.comment?.issueKey ?? issue.key };
    return textOnIssue(work, 'comment', on, body, { is: body });
}
/**
 * In place of 5 where no pull request can be opened: one comment that says why. A later run may fail for another reason, or
 * say it in other words (a hook's message holds a number): one comment is enough, so it is known by how it begins.
 */
function explanationStep(work, issue, why) {
    const { packageName, to } = work.item.change;
    // On v2 a comment is wiki markup; names and reasons in it are others' words.
    const literal = (text) => (work.item.issue.site.apiVersion === '2' ? literalWiki(text) : text);
    const begins = `No pull request was opened that raises ${literal(packageName)} to ${literal(to)}.`;
    const on = { site: work.item.issue.site, key: issue.key };
    return textOnIssue(work, 'explanation', on, `${begins}\n\n${literal(why)}`, { begins });
}
function textOnIssue({ ports }, name, { site, key }, body, known) {
    let seen = [];
    return {
        name,
        settle: lagging,
        find: async () => {
            seen = await ports.issues.findComments(site, key, known);
            return seen[0];
        },
        twins: (comment) => seen.filter(({ id }) => id !== comment.id).map(({ id }) => id),
        make: () => ports.issues.addComment(site, key, body),
        preview: () => ({ calls: [call(name, ports.issues.previewComment(site, key, body))], value: { id: '' } }),
    };
}
/** 6. The remote link, when asked for. Its globalId is the pull request's URL: setting it again is harmless. */
function linkStep({ ports, item }, issue, pull) {
    const link = { globalId: pull.url, url: pull.url, title: `Pull request #${pull.number}: ${pull.title}` };
    return {
        name: 'link',
        settle: consistent,
        find: () => ports.issues.findLink(item.issue.site, issue.key, link.globalId),
        make: () => ports.issues.linkPullRequest(item.issue.site, issue.key, link),
        preview: () => ({
            calls: [call('link', ports.issues.previewLink(item.issue.site, issue.key, link))],
            value: { id: '' },
        }),
    };
}

;// CONCATENATED MODULE: ./lib/batch/result-draft.js
class ResultDraft {
    #item;
    #warnings = [];
    #plannedCalls = [];
    #made = [];
    #edit;
    #issue;
    #branch;
    #pull;
    #error = null;
    #unchanged = false;
    #closed = false;
    constructor(item) {
        this.#item = item;
    }
    warn(...warnings) {
        this.#warnings.push(...warnings);
    }
    edit(decision) {
        this.#edit = decision;
    }
    unchanged() {
        this.#unchanged = true;
    }
    /** Notes what a step came to. Previewed values are shown as calls, not as results. */
    did(step, outcome) {
        if (outcome.how === 'made' || ('mine' in outcome && outcome.mine))
            this.#made.push(step);
        if (outcome.how === 'previewed')
            this.#plannedCalls.push(...outcome.calls);
    }
    issue(outcome) {
        if (outcome.how !== 'previewed')
            this.#issue = outcome.value;
    }
    branch(outcome) {
        this.#branch = outcome.value;
    }
    pullRequest(outcome) {
        if (outcome.how !== 'previewed')
            this.#pull = outcome.value;
    }
    failed(step, failure) {
        const { code, message, hint, facts } = failure;
        if (code === 'pull-request-closed') {
            this.#closed = true;
            this.warn({ code, message, hint });
            return;
        }
        this.#error ??= { code, step, message, hint, facts };
    }
    refused(refusal) {
        const { code, message, hint, path, line } = refusal;
        const facts = { ...(path === undefined ? {} : { path }), ...(line === undefined ? {} : { line }) };
        this.#error = { code, step: 'plan', message, hint, facts };
    }
    get hasIssue() {
        return this.#issue !== undefined;
    }
    end() {
        const { change, index, pullRequest } = this.#item;
        const base = { index, packageName: change.packageName, from: change.from, to: change.to };
        return {
            ...base,
            severity: this.#item.severity ?? null,
            status: this.#status(),
            jiraKey: this.#issue?.key ?? null,
            jiraUrl: this.#issue?.url ?? null,
            pullRequestUrl: this.#pull?.url ?? null,
            pullRequestNumber: this.#pull?.number ?? null,
            branch: this.#branch?.branch ?? (this.#edit ? pullRequest.branchName : null),
            commit: this.#branch?.commit || null,
            edits: this.#edit?.plan.evidence ?? [],
            diffs: this.#edit?.diffs ?? [],
            warnings: this.#warnings,
            error: this.#error,
            plannedCalls: this.#plannedCalls,
            made: this.#made,
        };
    }
    #status() {
        if (this.#closed && this.#error === null)
            return 'existing';
        if (this.#plannedCalls.length > 0)
            return 'planned';
        if (this.#error)
            return this.#issue || this.#made.length > 0 ? 'partial' : 'failed';
        if (this.#unchanged)
            return 'unchanged';
        return this.#made.length > 0 ? 'created' : 'existing';
    }
}

;// CONCATENATED MODULE: ./lib/batch/process-item.js





/** The warning for what stands twice at the far side. It is never deleted: a person may have gone on with either. */
function doubled(step, twins) {
    const names = twins.join(', ');
    if (step === 'issue') {
        return {
            code: 'duplicate-issue',
            message: `Jira holds further issues of this item: ${names}.`,
            hint: 'Keep the issue of this result, and close the others as duplicates.',
        };
    }
    return {
        code: `duplicate-${step}`,
        message: `The issue holds further copies of this comment: ${names}.`,
        hint: 'Delete the copies by hand if they disturb.',
    };
}
const startsNoWorkflows = {
    code: 'starts-no-workflows',
    message: 'Pull requests opened with GITHUB_TOKEN start no workflows, so their checks will not run.',
    hint: "Use a GitHub App's token or a personal access token as github-token, or close and reopen a pull request by hand.",
};
/** Never throws: what goes wrong is told in the result, and the other items go on. */
async function processItem(work, decision, carry, reached) {
    const story = new Story(work, carry, reached, decision.kind === 'edit' && decision.mine !== undefined);
    try {
        await tell(story, work, decision);
    }
    catch (error) {
        await story.fail((0,errors/* asFailure */.h_)(error));
    }
    finally {
        work.gate.leave();
    }
    return story.draft.end();
}
async function tell(story, work, decision) {
    const { draft } = story;
    if (decision.kind === 'failed')
        return void draft.failed(decision.phase, decision.failure);
    draft.warn(...decision.warnings);
    if (decision.kind === 'already')
        return draft.unchanged();
    if (decision.kind === 'refused')
        return tellRefused(story, work, decision);
    draft.edit(decision);
    const own = await story.issue(decision.mine?.trailers.get(issueTrailer));
    const branch = await story.step(branchStep(work, decision, { jiraKey: own.value.key }));
    draft.branch(branch);
    const issue = await story.issueOf(branch.value, own);
    const known = { jiraKey: issue.value.key };
    const pull = await story.step(pullRequestStep(work, decision, branch.value, known));
    draft.pullRequest(pull);
    story.isOpened(pull.value);
    if (pull.how === 'made' && pull.value.startsNoWorkflows)
        work.sayOnce(startsNoWorkflows);
    const metadata = metadataStep(work, pull.value, pull.how === 'made');
    if (metadata)
        draft.warn(...(await story.step(metadata)).value);
    const told = { ...known, pullRequestUrl: pull.value.url };
    if (work.options.commentOnIssue || work.item.comment)
        await story.attempt(commentStep(work, issue.value, told));
    if (work.options.linkPullRequest)
        await story.attempt(linkStep(work, issue.value, pull.value));
}
/** No safe edit: the caller asked for an issue all the same, unless the run says to skip such items. */
async function tellRefused(story, work, { refusal }) {
    story.draft.refused(refusal);
    if (work.options.whenUnfixable === 'skip')
        return;
    const issue = await story.issue(undefined);
    if (work.options.commentOnIssue) {
        const where = refusal.path === undefined ? '' : ` (${refusal.path}${refusal.line ? `:${refusal.line}` : ''})`;
        await story.attempt(explanationStep(work, issue.value, `${refusal.message}${where} ${refusal.hint}`));
    }
}
const onIssue = new Set(['comment', 'explanation', 'link']);
/** Two of them stand where two runs made them: nothing refuses the second. */
const texts = new Set(['comment', 'explanation']);
/** The item's draft, the step it is at, and what that means when something fails. */
class Story {
    draft;
    #work;
    #carry;
    #reached;
    /** An earlier run has pushed: where its issue is gone, there may still be a pull request. */
    #sawBranch;
    #at = 'issue';
    #issue;
    /** A run that shares no journal with this one may write on the issue until then: it was faster, so that is for it to do. */
    #contested;
    constructor(work, carry, reached, sawBranch) {
        this.draft = new ResultDraft(work.item);
        this.#work = work;
        this.#carry = carry;
        this.#reached = reached;
        this.#sawBranch = sawBranch;
    }
    /** One step. Below an issue that is new, or only previewed, there is nothing to find. */
    async step(step) {
        this.#at = step.name;
        this.#reached(step.name);
        const isNew = this.#issue?.how === 'made' || this.#issue?.how === 'previewed';
        const isFirst = isNew && (!this.#sawBranch || onIssue.has(step.name));
        const find = (fresh) => (fresh || !isFirst ? step.find(fresh) : Promise.resolve(undefined));
        const outcome = await this.#carry({
            ...step,
            find,
            ...(texts.has(step.name) ? { contested: this.#contested } : {}),
        });
        this.draft.did(step.name, outcome);
        if (outcome.how !== 'previewed' && outcome.twins.length > 0)
            this.draft.warn(doubled(step.name, outcome.twins));
        return outcome;
    }
    /** A step whose failure does not keep the next one from being tried. */
    async attempt(step) {
        try {
            await this.step(step);
        }
        catch (error) {
            this.draft.failed(step.name, (0,errors/* asFailure */.h_)(error));
        }
    }
    /** 1. Where another run made one for the same item at the same time, the older of the two is the item's. */
    async issue(candidate) {
        const { item, ports, recovery } = this.#work;
        const own = await this.step(issueStep(this.#work, candidate));
        this.#issueIs(own);
        const older = own.how === 'made' ? await recovery.older(item, own.value.key) : undefined;
        if (!older)
            return own;
        this.#contested = ports.clock.now() + lagging;
        return this.#goOnWith(older, own);
    }
    /**
     * The issue that the item's branch names. It is another than this run's own where a run that this one could not see
     * was faster: its branch stands, so its issue is the item's, and the one made here is told as what it is, a duplicate.
     */
    async issueOf({ issueKey, contested }, own) {
        const { item, recovery } = this.#work;
        this.#contested = contested;
        if (issueKey === undefined || issueKey === own.value.key || own.how === 'previewed')
            return own;
        const named = await recovery.issue(item, true, issueKey);
        return named?.key === issueKey ? this.#goOnWith(named, own) : own;
    }
    /** Who opened it comments. One that was there may be another run's, which is to comment within a moment. */
    isOpened({ adopted, createdAt }) {
        this.#contested = adopted ? Math.min(createdAt, this.#work.ports.clock.now()) + lagging : undefined;
    }
    #issueIs(issue) {
        this.#issue = issue;
        this.draft.issue(issue);
    }
    async #goOnWith(issue, own) {
        const { item, ports } = this.#work;
        await ports.journal.record(item.key, 'issue', issue, true);
        this.draft.warn(doubled('issue', [own.value.key]));
        const found = { how: 'found', value: issue, twins: [own.value.key] };
        this.#issueIs(found);
        return found;
    }
    /** An issue that must stay without a pull request says so itself, once, where comments are on. */
    async fail(failure) {
        const at = this.#at;
        this.draft.failed(at, failure);
        const final = failure.retry === 'never' && (at === 'branch' || at === 'pull-request');
        if (!final || failure.code === 'pull-request-closed' || !this.#issue || !this.#work.options.commentOnIssue)
            return;
        await this.attempt(explanationStep(this.#work, this.#issue.value, (0,errors/* describe */.q0)(failure)));
    }
}

;// CONCATENATED MODULE: ./lib/batch/push-gate.js
/** Opens when each of the `expected` items has submitted or left. A later submit (a second try) is pushed by itself. */
class PushGate {
    #awaited;
    #waiting = [];
    #push;
    constructor(expected, push) {
        this.#awaited = expected;
        this.#push = push;
    }
    ticket() {
        let counted = false;
        const count = () => {
            if (counted)
                return;
            counted = true;
            this.#awaited--;
        };
        return {
            submit: (request) => new Promise((resolve, reject) => {
                this.#waiting.push({ request, resolve, reject });
                count();
                this.#openWhenAllAreHere();
            }),
            leave: () => {
                count();
                this.#openWhenAllAreHere();
            },
        };
    }
    #openWhenAllAreHere() {
        if (this.#awaited > 0 || this.#waiting.length === 0)
            return;
        const waiting = this.#waiting;
        this.#waiting = [];
        this.#push(waiting.map(({ request }) => request)).then((outcomes) => {
            waiting.forEach(({ resolve }, index) => {
                resolve(outcomes[index]);
            });
        }, (error) => {
            for (const { reject } of waiting)
                reject(error);
        });
    }
}

;// CONCATENATED MODULE: ./lib/batch/push-new.js

/** Pushes all but those that are there already: these are `stale`, under the name of the branch that is there. */
async function pushNew(repository, requests) {
    const patterns = requests.filter(({ branch, pattern }) => pattern !== branch).map(({ pattern }) => pattern);
    const tips = patterns.length > 0 ? await repository.tips([...new Set(patterns)]) : [];
    const thereOf = ({ itemKey }) => tips.find(({ trailers }) => trailers.get(itemTrailer) === itemKey);
    const open = requests.filter((request) => !thereOf(request));
    const pushed = open.length > 0 ? await repository.push(open.map(bare)) : [];
    return requests.map((request) => {
        const there = thereOf(request);
        return there ? { branch: there.branch, status: 'stale' } : pushed[open.indexOf(request)];
    });
}
const bare = ({ branch, oid, expect }) => ({ branch, oid, expect });

;// CONCATENATED MODULE: ./lib/batch/read-repository.js






/** Reads the repository of these items, which is one, and decides them all. Throws what concerns all of them. */
async function readRepository(shared, items) {
    const { run, ports } = shared;
    if (run.signal.aborted)
        throw interrupted();
    for (const item of items)
        reached(shared, item, 'read');
    const target = items[0]?.pullRequest.repository;
    const facts = await ports.pullRequests.repository(target);
    if (facts.archived)
        throw archived(facts);
    if (!facts.mayPush && !run.batch.dryRun)
        throw mayNotPush(facts);
    const repository = await ports.repositories.open({ ...target, url: facts.url, owner: facts.owner, name: facts.name }, { readOnly: run.batch.dryRun, signal: run.signal });
    try {
        const decisions = await decideAll(shared, repository, facts, items);
        const decided = items.map((item, index) => ({ item, decision: decisions[index] }));
        return { repository, facts, decided };
    }
    catch (error) {
        await repository.close();
        throw error;
    }
}
/** Tells who watches the run where an item has come to. */
function reached(shared, { index }, phase) {
    shared.run.observe?.({ index, phase });
}
function archived(facts) {
    return (0,errors/* fail */.fJ)('repository-not-found', `Repository ${facts.owner}/${facts.name} is archived and takes no changes.`, 'Unarchive it, or leave its items out of the batch.', { repository: facts.url });
}
function mayNotPush(facts) {
    return (0,errors/* fail */.fJ)('github-permission', `This token may not push to ${facts.owner}/${facts.name}.`, 'Give it "Contents: read and write" and "Pull requests: read and write" (classic: `repo`), or use another token.', { repository: facts.url });
}
/** The tips of branches and the bases are read side by side: git keeps them in stores of their own. */
async function decideAll(shared, repository, facts, items) {
    const baseOf = ({ pullRequest }) => pullRequest.baseBranch ?? facts.defaultBranch;
    const shelves = new Map();
    for (const [base, here] of Map.groupBy(items, baseOf))
        shelves.set(base, openShelf(repository, base, here));
    // A base that cannot be read is the failure of its own items, each of which meets it below.
    const settled = Promise.allSettled(shelves.values());
    const tips = await repository.tips([...new Set(items.map((item) => branchPattern(item.pullRequest.branchName)))]);
    await settled;
    return Promise.all(items.map(async (item) => {
        try {
            const shelf = (await shelves.get(baseOf(item)));
            reached(shared, item, 'plan');
            const decision = await decide(item, shelf.snapshot, shelf, tips, shared.ports.lockfiles);
            await refuseClosedEarly(shared, facts, item, decision);
            return decision;
        }
        catch (error) {
            return { kind: 'failed', phase: 'read', failure: (0,errors/* asFailure */.h_)(error) };
        }
    }));
}
/** Reads all files that these items of one base name, in one batch, before the first item asks for its own. */
async function openShelf(repository, base, items) {
    const shelf = new ManifestShelf(await repository.snapshot(base));
    await shelf.prefetch(items.flatMap(({ pullRequest }) => pullRequest.dependencyFiles));
    return shelf;
}
/** Where the branch's name is known already, a pull request closed by a person is met before the issue is created. */
async function refuseClosedEarly(shared, facts, item, decision) {
    const head = item.pullRequest.branchName;
    if (decision.kind !== 'edit' || decision.mine || branchPattern(head) !== head)
        return;
    await refuseClosed({ ports: shared.ports, item, facts }, head, decision.snapshot.base, {});
}

;// CONCATENATED MODULE: ./lib/batch/run-repository.js







/** Items that share a repository and a credential, in the order of the request. */
function groupByRepository(items) {
    const name = ({ url, token }) => JSON.stringify([url.toLowerCase(), token.reveal()]);
    return [...Map.groupBy(items, ({ pullRequest }) => name(pullRequest.repository)).values()];
}
/** One result for each item, whatever happens. */
async function runRepository(shared, items) {
    let open;
    try {
        open = await shared.reading.run(() => readRepository(shared, items));
        return await carryOut(shared, open);
    }
    catch (error) {
        return items.map((item) => ended(shared, unreadable(item, (0,errors/* asFailure */.h_)(error))));
    }
    finally {
        await open?.repository.close();
    }
}
/**
 * Carries out the items whose leases are free, and then those that another run held meanwhile: never an item that waits
 * while its neighbours' branches wait for it, or two runs could wait for each other for ever.
 */
async function carryOut(shared, open) {
    const { decided } = open;
    if (shared.run.batch.dryRun)
        return together(shared, open, decided);
    const { clock } = shared.ports;
    const until = clock.now() + longestWait;
    const results = [];
    let waiting = decided;
    try {
        while (waiting.length > 0) {
            const leased = await acquireAll(shared, waiting);
            const free = leased.filter(({ lease }) => lease !== undefined);
            waiting = leased.filter(({ lease }) => lease === undefined);
            results.push(...(await together(shared, open, free)));
            if (waiting.length > 0 && clock.now() >= until)
                throw heldByAnother();
            if (waiting.length > 0)
                await clock.sleep(1_000, shared.run.signal);
        }
    }
    catch (error) {
        // What was carried out before is told as what it is.
        results.push(...waiting.map(({ item }) => ended(shared, unreadable(item, (0,errors/* asFailure */.h_)(error)))));
    }
    return results;
}
/** The lease of each item that is free. All or none: a journal that fails half-way keeps no item. */
async function acquireAll(shared, items) {
    const asked = await Promise.allSettled(items.map(({ item }) => shared.ports.journal.acquire(item.key)));
    const failed = asked.find((answer) => answer.status === 'rejected');
    if (!failed)
        return items.map((one, index) => ({ ...one, lease: leaseOf(asked[index]) }));
    await Promise.all(asked.map((answer) => giveBack(leaseOf(answer))));
    throw failed.reason;
}
function leaseOf(answer) {
    return answer?.status === 'fulfilled' ? answer.value : undefined;
}
/** A lease that cannot be given back runs out by itself: no reason to fail what is done. */
async function giveBack(lease) {
    await lease?.release().catch(() => undefined);
}
/** Milliseconds to wait for another run that works on the same item: its result is then this run's too. */
const longestWait = 10 * 60_000;
async function together(shared, { repository, facts }, decided) {
    const { ports, run, recovery } = shared;
    const sayOnce = (warning) => void shared.warnings.set(warning.code, warning);
    const gate = new PushGate(decided.length, (requests) => pushNew(repository, requests));
    return Promise.all(decided.map(async ({ item, decision, lease }) => {
        const { options } = run;
        const work = { ports, options, item, facts, repository, recovery, gate: gate.ticket(), sayOnce };
        try {
            const result = await processItem(work, decision, carrier(shared, item, lease), (at) => reached(shared, item, at));
            return ended(shared, result);
        }
        finally {
            await giveBack(lease);
        }
    }));
}
function heldByAnother() {
    return (0,errors/* fail */.fJ)('already-running', 'Another run is working on this very item at the moment.', 'Wait for it to end; sending the batch again then shows its result.');
}
/** `once` within the batch's limits: slots for all steps but the push, where items wait for one another. */
function carrier(shared, item, lease) {
    const { ports, run } = shared;
    const context = {
        clock: ports.clock,
        journal: ports.journal,
        dryRun: run.batch.dryRun,
        signal: run.signal,
        run: run.name,
        ...(lease ? { lease } : {}),
    };
    return async (step) => {
        const isPaced = step.name === 'pull-request' || step.name === 'metadata';
        if (shared.halted && isPaced)
            throw shared.halted;
        try {
            const carry = () => once(context, item.key, step);
            if (step.name === 'branch')
                return await carry();
            return await (isPaced ? shared.pacedSlots : shared.slots).run(carry, shared.ranks.get(item.key));
        }
        catch (error) {
            if (error instanceof errors/* Failure */.HR && error.code === 'github-hour-limit')
                shared.halted ??= error;
            throw error;
        }
    };
}
function unreadable(item, failure) {
    const draft = new ResultDraft(item);
    draft.failed('read', failure);
    return draft.end();
}
function ended(shared, result) {
    shared.run.observe?.({ index: result.index, phase: 'done', result });
    return result;
}


/***/ }),

/***/ 84809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ Slots)
/* harmony export */ });
/** A limit on how many tasks run at the same time; the rest wait by rank, the lowest first, and in the order they came. */
class Slots {
    #free;
    #queue = [];
    constructor(count) {
        this.#free = count;
    }
    async run(task, rank = 0) {
        await this.#take(rank);
        try {
            return await task();
        }
        finally {
            this.#give();
        }
    }
    #take(rank) {
        if (this.#free > 0) {
            this.#free--;
            return undefined;
        }
        return new Promise((begin) => {
            const before = this.#queue.findLastIndex((waiting) => waiting.rank <= rank);
            this.#queue.splice(before + 1, 0, { rank, begin });
        });
    }
    #give() {
        const next = this.#queue.shift();
        if (next)
            next.begin();
        else
            this.#free++;
    }
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


/***/ }),

/***/ 68272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ds: () => (/* binding */ checkClock),
  km: () => (/* binding */ endBatch),
  OB: () => (/* binding */ performBatch)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/batch/response.js
var response = __webpack_require__(89953);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
;// CONCATENATED MODULE: ./lib/batch/recovery.js

/** Finds the issues of earlier runs. The first question about a site reads for all items of that site. */
class Recovery {
    #issues;
    #items;
    #sites = new Map();
    #seen = new Map();
    constructor(issues, items) {
        this.#issues = issues;
        this.#items = items;
    }
    /**
     * The issue that carries this item's key, if any: the one that the item's branch names (`candidate`, adopted only when
     * it carries the key), else the oldest. `fresh` asks anew, for this item alone.
     */
    async issue(item, fresh, candidate) {
        const issues = fresh ? await this.#alone(item, candidate) : await this.#amongAll(item, candidate);
        this.#seen.set(item.key, issues);
        return issues.find(({ key }) => key === candidate) ?? issues[0];
    }
    /**
     * The older issue of this item that another run made while this one made `issueKey`, and which therefore is the item's.
     * The look is a precaution: where it fails, the item goes on with its own.
     */
    older(item, issueKey) {
        return this.#issues.findOlder(item.issue.site, item.key, issueKey).catch(() => undefined);
    }
    /** All issues that carry this item's key, as they were last seen, the oldest first. */
    seen(item) {
        return this.#seen.get(item.key) ?? [];
    }
    /** Searching lags behind; a candidate that the search does not show is read by its key, which does not. */
    async #amongAll(item, candidate) {
        const all = await this.#all(item.issue.site);
        // One item's project that is not there makes Jira refuse the question for all: the others must not suffer for it.
        if (all === 'refused')
            return this.#alone(item, candidate);
        const issues = sorted(all.get(item.key) ?? []);
        if (candidate === undefined || issues.some(({ key }) => key === candidate))
            return issues;
        const named = await this.#alone(item, candidate);
        return sorted([...issues, ...named.filter(({ key }) => !issues.some((issue) => issue.key === key))]);
    }
    async #alone(item, candidate) {
        const found = await this.#issues.findIssues(item.issue.site, [wanted(item, candidate)]);
        return sorted(found.get(item.key) ?? []);
    }
    #all(site) {
        const name = siteName(site);
        const running = this.#sites.get(name);
        if (running)
            return running;
        const items = this.#items.filter((item) => siteName(item.issue.site) === name);
        const question = items.map((item) => wanted(item));
        const asked = this.#issues.findIssues(site, question).catch((error) => {
            if (error instanceof errors/* Failure */.HR && error.retry === 'never')
                return 'refused';
            throw error;
        });
        this.#sites.set(name, asked);
        return asked;
    }
}
const wanted = (item, candidate) => ({
    itemKey: item.key,
    fields: item.issue.fields,
    ...(candidate === undefined ? {} : { candidates: [candidate] }),
});
/** Two credentials for one site may see different issues, so they are asked for apart. */
const siteName = (site) => JSON.stringify([site.serverUrl, site.apiVersion, site.email ?? '', site.token.reveal()]);
/** `SEC-9` before `SEC-10`. */
function sorted(issues) {
    const number = ({ key }) => Number(key.slice(key.lastIndexOf('-') + 1));
    return [...issues].sort((a, b) => number(a) - number(b));
}

// EXTERNAL MODULE: ./lib/batch/run-repository.js + 13 modules
var run_repository = __webpack_require__(54385);
// EXTERNAL MODULE: ./lib/batch/slots.js
var slots = __webpack_require__(84809);
;// CONCATENATED MODULE: ./lib/batch/run-batch.js



/**
 * Repositories that are open at the same time, for each that is read: while some wait for GitHub's pace, the next ones are
 * prepared. Each holds its tree in memory, so not more than that.
 */
const openForEachRead = 2;
/** Runs a whole batch. Throws only when the journal cannot be written; everything else is told in the results. */
async function runBatch(ports, run) {
    const { batch, options } = run;
    if (!batch.dryRun) {
        await ports.journal.beginBatch({ id: batch.id, digest: batch.digest, itemKeys: batch.itemKeys });
    }
    const bySize = (0,run_repository/* groupByRepository */.f)(batch.items).sort((a, b) => a.length - b.length);
    const shared = {
        ports,
        run,
        recovery: new Recovery(ports.issues, batch.items),
        reading: new slots/* Slots */.W(options.concurrency),
        slots: new slots/* Slots */.W(options.concurrency),
        pacedSlots: new slots/* Slots */.W(options.concurrency),
        ranks: new Map(bySize.flatMap((items, rank) => items.map(({ key }) => [key, rank]))),
        warnings: new Map(),
        halted: undefined,
    };
    const open = new slots/* Slots */.W(options.concurrency * openForEachRead);
    const results = await Promise.all(inOrderOfOpening(bySize).map((items) => open.run(() => (0,run_repository/* runRepository */.Y)(shared, items))));
    return conclude(shared, results.flat());
}
/**
 * The smallest is opened first, so that there is soon a pull request to open; then the largest ones, whose issues take the
 * longest until the one push: so they are made while others' pull requests keep GitHub's pace.
 */
function inOrderOfOpening(bySize) {
    const [smallest, ...others] = bySize;
    return smallest ? [smallest, ...others.toSorted((a, b) => b.length - a.length)] : [];
}
/** What the same batch, run again later, brings to its end: a cancel, a limit of the hour class, another run's item. */
const passing = ['interrupted', 'github-hour-limit', 'already-running'];
function conclude(shared, results) {
    const { batch } = shared.run;
    const open = results.some(({ error }) => passing.includes(error?.code));
    const retryAt = shared.halted?.retryAt;
    return {
        batchId: batch.id,
        status: open ? 'interrupted' : 'completed',
        dryRun: batch.dryRun,
        results: [...results].sort((a, b) => a.index - b.index),
        warnings: [...shared.warnings.values()],
        ...(retryAt === undefined ? {} : { resumeAt: new Date(retryAt).toISOString() }),
    };
}

;// CONCATENATED MODULE: ./lib/faces/perform.js
/** What every face does with a batch once it is accepted: open the ports, run it, keep the response, close. */




/** Runs a batch to its end, or to where a cancel left it. */
async function performBatch(services, performance) {
    const { config, log, batch, signal, journalPath, observe, observeCall, observeWait } = performance;
    const { ports, close } = await services.ports({
        ...{ config, log, dryRun: batch.dryRun, signal, journalPath },
        ...(observeCall ? { observeCall } : {}),
        ...(observeWait ? { observeWait } : {}),
    });
    try {
        const options = runOptions(config);
        const name = performance.run ?? (0,external_node_crypto_.randomUUID)();
        const result = await runBatch(ports, { name, batch, options, signal, ...(observe ? { observe } : {}) });
        const told = { ...result, warnings: [...performance.warnings, ...result.warnings] };
        const ends = !batch.dryRun && told.status === 'completed' && performance.isPart !== true;
        if (ends)
            await keepResponse(ports, batch.id, services.redactor.redactAll((0,response/* toResponse */.Zr)(told)));
        return told;
    }
    finally {
        await close();
    }
}
/** Keeps the response of a batch whose parts were carried out one by one. Never fails. */
async function endBatch(services, { config, log, journalPath }, response) {
    try {
        const journal = await services.journal(journalPath, false, config.REDIS_URL);
        await keepResponse({ journal, log }, response.batch_id, response);
        await journal.close();
    }
    catch (error) {
        log.write('warn', `the end of the batch was not recorded: ${(0,errors/* describe */.q0)((0,errors/* asFailure */.h_)(error))}`);
    }
}
/** Everything is done and recorded by now: a journal that cannot keep the response too must not lose it for the caller. */
async function keepResponse({ journal, log }, batchId, response) {
    try {
        await journal.endBatch(batchId, response);
    }
    catch (error) {
        log.write('warn', `the end of the batch was not recorded: ${(0,errors/* describe */.q0)((0,errors/* asFailure */.h_)(error))}`);
    }
}
function runOptions(config) {
    return {
        concurrency: config.CONCURRENCY,
        whenUnfixable: config.WHEN_UNFIXABLE,
        commentOnIssue: config.COMMENT_ON_ISSUE,
        linkPullRequest: config.LINK_PULL_REQUEST,
        ...(config.COMMIT_AUTHOR ? { author: config.COMMIT_AUTHOR } : {}),
        ...(config.COMMIT_COMMITTER ? { committer: config.COMMIT_COMMITTER } : {}),
    };
}
/** Logs how far this machine's clock is off. Never fails: a clock that cannot be checked is a warning. */
async function checkClock(services, config, log) {
    const server = config.NTP_SERVER;
    if (server === 'off')
        return undefined;
    const drift = await services.drift(server);
    if (!drift) {
        log.write('warn', 'clock not checked: the time server did not answer', { server });
        return undefined;
    }
    const much = Math.abs(drift.driftMs) > 1000;
    log.write(much ? 'warn' : 'info', much ? 'clock is off: tokens may be refused' : 'clock checked', {
        server,
        drift_ms: drift.driftMs,
    });
    return drift.driftMs;
}


/***/ })

};
