export const id = 394;
export const ids = [394];
export const modules = {

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
        createdAt: Date.parse(pull.created_at),
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
            return { ...there, adopted: true };
        throw error;
    }
}


/***/ })

};
