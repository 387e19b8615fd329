export const id = 754;
export const ids = [754];
export const modules = {

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

/***/ 55464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ matchesHost),
/* harmony export */   z: () => (/* binding */ foldedHost)
/* harmony export */ });
/** Names of hosts, as lists of them are written: `jira.example.com`, `*.example.com`. */
/** A host name as names are compared: lower case, without the dot at its end. */
const foldedHost = (host) => host.toLowerCase().replace(/\.+$/, '');
/** Does `host` match one of the exact names and `*.suffix` patterns? */
function matchesHost(host, patterns) {
    const name = foldedHost(host);
    return patterns.some((pattern) => pattern.startsWith('*.') ? name.endsWith(foldedHost(pattern.slice(1))) : name === foldedHost(pattern));
}


/***/ }),

/***/ 23859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ learnOwnSecrets)
/* harmony export */ });
/** Makes them known to the redactor. First of all, before anything is said. */
function learnOwnSecrets(config, redactor) {
    const { JWT_SECRET_KEY, SEAL_PRIVATE_KEY, STATE_KEY, STATE_KEY_OLD, GITHUB_TOKEN, JIRA_TOKEN, JIRA_EMAIL } = config;
    for (const secret of [JWT_SECRET_KEY, SEAL_PRIVATE_KEY, STATE_KEY, STATE_KEY_OLD, GITHUB_TOKEN, JIRA_TOKEN])
        if (secret !== undefined)
            redactor.add(secret, JIRA_EMAIL);
    const secretMember = /"d"\s*:\s*"([^"]+)"/.exec(SEAL_PRIVATE_KEY ?? '')?.[1];
    if (secretMember !== undefined)
        redactor.add(secretMember);
    for (const url of [config.REDIS_URL, ...Object.values(config.childEnvironment)])
        learnPassword(url, redactor);
}
/** The password in an address: of Redis, of a proxy. */
function learnPassword(url, redactor) {
    if (url === undefined || !URL.canParse(url))
        return;
    const { username, password } = new URL(url);
    if (password === '')
        return;
    redactor.add(password);
    try {
        redactor.add(decodeURIComponent(password), decodeURIComponent(username));
    }
    catch {
        // Not percent-encoded: it stands there as it is.
    }
}


/***/ }),

/***/ 7440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ym: () => (/* binding */ acceptRequest),
  fY: () => (/* binding */ bindToken),
  Gh: () => (/* binding */ openRequest),
  ud: () => (/* binding */ requestDigest),
  Wh: () => (/* binding */ shardedLimits),
  ND: () => (/* binding */ verifyBeforeBody),
  nr: () => (/* binding */ verifyToken)
});

// EXTERNAL MODULE: ./lib/core/digest.js
var core_digest = __webpack_require__(53871);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/request/authenticate.js
var authenticate = __webpack_require__(45452);
// EXTERNAL MODULE: ./lib/request/jwt-key.js
var jwt_key = __webpack_require__(13458);
;// CONCATENATED MODULE: ./lib/core/batch.js
/** A credential in memory. The class keeps it out of `JSON.stringify`, template strings and `console.log`. */
class Secret {
    #text;
    constructor(text) {
        this.#text = text;
    }
    /** The credential itself: only adapters that put it into a header or a child's environment call this. */
    reveal() {
        return this.#text;
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return '***';
    }
}

// EXTERNAL MODULE: ./lib/request/faults.js
var request_faults = __webpack_require__(50556);
;// CONCATENATED MODULE: ./lib/request/rules.js
/** Values that are well-formed text and still never accepted. Each answers why not, or undefined when it is fine. */
/** Git's own rules for a branch name (git-check-ref-format --branch), and none that could be an option. */
function branchProblem(name) {
    if (name.length > 244)
        return 'a branch name of at most 244 characters';
    const bad = /^[-+]|^\/|\/$|\/\/|\.\.|@\{|\.$|\\|^@$/.test(name) ||
        /[\u0000-\u0020\u007f~^:?*[]/.test(name) ||
        name
            .split('/')
            .some((part) => part === '' || part.startsWith('.') || part.endsWith('.lock') || part.startsWith('-'));
    const odd = name.startsWith('refs/') || name === 'HEAD';
    // Not forbidden by git, and of no use in a branch name but to shells and terminals.
    const shell = /[$`;|&<>"'!(){}]|[\u0080-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u.test(withoutPlaceholders(name));
    return bad || odd || shell || !wellFormed(name)
        ? 'a branch name that git accepts, without spaces or shell characters'
        : undefined;
}
/** No half of a surrogate pair, which no file system or git can store. */
const wellFormed = (text) => !/\p{Surrogate}/u.test(text);
const withoutPlaceholders = (name) => name.replace(/\{\{\s*jira_key\s*\}\}/g, 'KEY-1');
/** For checking: the name with its placeholder filled in as it may be. */
function filledBranch(name) {
    return withoutPlaceholders(name);
}
/** A path inside the repository, as git stores it, that no file system or git reads in a second way. */
function pathProblem(path) {
    const expected = 'a path from the root of the repository, like services/api/package.json';
    if (path.length > 1024 || path === '' || !wellFormed(path))
        return expected;
    if (/[\u0000-\u001f\u007f\\:]/.test(path) || path.startsWith('/') || path.startsWith('~'))
        return expected;
    // Code points that HFS+ ignores or that hide: `.g\u200cit` would be `.git` there.
    if (/[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u.test(path))
        return expected;
    const parts = path.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..'))
        return expected;
    if (parts.some((part) => /^\.?git(~\d+)?[ .]*$/i.test(part)))
        return `${expected} (nothing of git's own)`;
    if (parts.some((part) => /[ .]$/.test(part)))
        return expected;
    if (/^\.github(\/|$)/i.test(path))
        return 'a dependency manifest; nothing below .github is edited';
    return undefined;
}
/** Loopback may be spoken to in clear, where that is allowed at all: it never leaves the machine. */
const isLoopback = (hostname) => /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname);
/** A web address without userinfo, query or fragment; `https` unless it is a loopback address that is allowed. */
function webAddress(text, allowLoopback) {
    if (/[\u0000-\u0020\u007f\\]/.test(text) || !URL.canParse(text))
        return undefined;
    const url = new URL(text);
    const secure = url.protocol === 'https:' || (url.protocol === 'http:' && allowLoopback && isLoopback(url.hostname));
    const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '' && !/[?#@]/.test(text);
    return secure && plain && url.hostname !== '' ? url : undefined;
}
/** `https://github.com/owner/name`, with or without `.git`; undefined for anything else. */
function readRepositoryUrl(text, allowLoopback) {
    const url = webAddress(text, allowLoopback);
    const match = url && /^\/([A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}))\/([A-Za-z0-9._-]{1,100})\/?$/.exec(url.pathname);
    if (!url || !match)
        return undefined;
    const owner = match[1];
    const name = match[2].replace(/\.git$/, '');
    if (name === '' || name === '.' || name === '..')
        return undefined;
    return { url: `${url.origin}/${owner}/${name}`, host: url.host, owner, name };
}
/** The address of a Jira site, possibly with a context path, without a slash at its end; undefined for anything else. */
function readSiteUrl(text, allowLoopback) {
    const url = webAddress(text, allowLoopback);
    if (!url || url.pathname.split('/').some((part) => part === '..' || part.includes('%')))
        return undefined;
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./lib/request/normalise.js
/** From a checked wire request to the Batch: defaults filled in, credentials wrapped, keys made from the content. */




/** Throws one Failure with every fault: a credential or address that nothing gives, equal items, equal branches. */
function normalise(parsed, options) {
    const { request, items: wireItems } = parsed;
    const faults = [];
    const key = options.idempotencyKey ?? request.idempotency_key;
    const items = wireItems.flatMap((wire, index) => {
        const item = oneItem(parsed, options, key, wire, index, faults);
        return item ? [item] : [];
    });
    if (faults.length === 0)
        faults.push(...equalItems(items, parsed.itemsName), ...equalBranches(items));
    if (faults.length > 0)
        throw (0,request_faults/* requestInvalid */.Rq)(faults);
    const digest = (0,core_digest/* sha256 */.s)((0,core_digest/* canonicalJson */.d)([items.map((item) => item.key)]));
    return {
        id: (0,core_digest/* sha256 */.s)(key === undefined ? `content ${digest}` : `key ${key}`).slice(0, 16),
        digest,
        dryRun: options.dryRun === true || request.dry_run === true,
        items,
        itemKeys: items.map((item) => item.key),
    };
}
function oneItem({ request }, options, idempotencyKey, wire, index, faults) {
    const wireIssue = request.jira_issue_requests[index];
    const wirePull = request.github_pr_requests[index];
    const wireComment = request.jira_comment_requests?.[index];
    const before = faults.length;
    const site = jiraSite(wireIssue, `/jira_issue_requests/${index}`, options, faults);
    const pullRequest = pull(request, wirePull, index, options, faults);
    const comment = wireComment && site ? commentOf(wireComment, site, index, options, faults) : undefined;
    if (faults.length > before || !site || !pullRequest)
        return undefined;
    const change = changeOf(wire, wirePull);
    const issue = { site, fields: wireIssue.fields };
    return {
        index,
        key: itemKey({ idempotencyKey, change, issue, pullRequest, comment }),
        change,
        ...(wire.severity === undefined ? {} : { severity: wire.severity }),
        issue,
        pullRequest,
        ...(comment ? { comment } : {}),
    };
}
function changeOf(wire, pull) {
    return {
        packageName: wire.package_name,
        from: wire.current_version,
        to: wire.safe_version,
        ...(wire.ecosystem === undefined ? {} : { ecosystem: wire.ecosystem }),
        ...(pull.strict_floor ? { strictFloor: true } : {}),
        ...(pull.allow_shared_versions ? { allowSharedVersions: true } : {}),
    };
}
function missingCredential(pointer, what, hint) {
    return { pointer, expected: what, hint, kind: 'shape' };
}
/** The operator's token is for the operator's hosts: a request cannot have it sent to one that it alone names. */
function strangeHost(pointer, member, input) {
    return {
        pointer,
        expected: `a host that ${input} is meant for, since there is no \`${member}\` beside it`,
        hint: `Give \`${member}\`; or, if the host is yours, name it in allowed-hosts (ALLOWED_HOSTS) with all others that are used, like github.com and api.github.com.`,
        kind: 'rule',
    };
}
function jiraSite(wire, at, options, faults) {
    const token = wire.pat ?? options.credentials.jiraToken;
    if (token === undefined) {
        faults.push(missingCredential(`${at}/pat`, 'a Jira token', 'Give `pat`, or the jira-token input (JIRA_TOKEN).'));
        return undefined;
    }
    const serverUrl = readSiteUrl(wire.server_url, options.allowLoopback);
    if (wire.pat === undefined && !options.ownHosts.jira(new URL(serverUrl).hostname)) {
        faults.push(strangeHost(`${at}/server_url`, 'pat', 'jira-token (JIRA_TOKEN)'));
        return undefined;
    }
    const email = wire.email ?? (wire.pat === undefined ? options.credentials.jiraEmail : undefined);
    return {
        serverUrl,
        apiVersion: wire.api_version ?? '2',
        ...(email === undefined ? {} : { email }),
        token: new Secret(token),
    };
}
function pull(request, wire, index, options, faults) {
    const at = `/github_pr_requests/${index}`;
    const url = wire.repo_url ?? request.repo_url;
    const repository = url === undefined ? undefined : readRepositoryUrl(url, options.allowLoopback);
    const given = wire.github_pat ?? request.github_pat;
    const token = given ?? options.credentials.githubToken;
    if (!repository) {
        faults.push(missingCredential(`${at}/repo_url`, 'https://<host>/<owner>/<name>', 'Give `repo_url` here or for the whole request.'));
    }
    if (token === undefined) {
        faults.push(missingCredential(`${at}/github_pat`, 'a GitHub token', 'Give `github_pat` here or for the whole request, or the github-token input (GITHUB_TOKEN).'));
    }
    if (!repository || token === undefined)
        return undefined;
    if (given === undefined && !options.ownHosts.github(new URL(repository.url).hostname)) {
        const pointer = wire.repo_url === undefined ? '/repo_url' : `${at}/repo_url`;
        if (!faults.some((fault) => fault.pointer === pointer))
            faults.push(strangeHost(pointer, 'github_pat', 'github-token (GITHUB_TOKEN)'));
        return undefined;
    }
    return {
        repository: { ...repository, token: new Secret(token) },
        branchName: wire.branch_name,
        ...(wire.base_branch === undefined ? {} : { baseBranch: wire.base_branch }),
        title: wire.title,
        body: wire.body,
        dependencyFiles: [...new Set(wire.dependency_files ?? [])],
        ...(wire.commit_message === undefined ? {} : { commitMessage: wire.commit_message }),
        draft: wire.draft ?? false,
        labels: wire.labels ?? [],
        reviewers: wire.reviewers ?? [],
        teamReviewers: wire.team_reviewers ?? [],
        assignees: wire.assignees ?? [],
    };
}
/** A comment request without an address of its own speaks to the issue's site, with the issue's credentials. */
function commentOf(wire, issueSite, index, options, faults) {
    const { issue_key, body } = wire;
    const sameSite = wire.server_url === undefined || readSiteUrl(wire.server_url, options.allowLoopback) === issueSite.serverUrl;
    const own = { ...wire, server_url: wire.server_url ?? issueSite.serverUrl };
    const pat = wire.pat ?? (sameSite ? issueSite.token.reveal() : undefined);
    const email = wire.email ?? (sameSite && wire.pat === undefined ? issueSite.email : undefined);
    const site = jiraSite({
        server_url: own.server_url,
        fields: {},
        api_version: wire.api_version ?? (sameSite ? issueSite.apiVersion : '2'),
        ...(pat === undefined ? {} : { pat }),
        ...(email === undefined ? {} : { email }),
    }, `/jira_comment_requests/${index}`, options, faults);
    // `{{jira_key}}` and an empty text mean the item's own new issue, which the caller cannot name yet.
    const named = issue_key !== undefined && /^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(issue_key);
    return site ? { site, body, ...(named ? { issueKey: issue_key } : {}) } : undefined;
}
/** What an item is, without who does it: the same content is the same item whatever token it comes with. */
function itemKey(content) {
    const { change, issue, pullRequest, comment, idempotencyKey } = content;
    const { repository, ...pullRequestText } = pullRequest;
    return (0,core_digest/* sha256 */.s)((0,core_digest/* canonicalJson */.d)({
        idempotencyKey,
        change,
        jira: { server: issue.site.serverUrl, fields: issue.fields },
        repository: repository.url.toLowerCase(),
        pullRequest: pullRequestText,
        comment: comment && { server: comment.site.serverUrl, issue: comment.issueKey, body: comment.body },
    }));
}
function equalItems(items, list) {
    const first = new Map();
    return items.flatMap(({ key, index }) => {
        const earlier = first.get(key);
        if (earlier === undefined) {
            first.set(key, index);
            return [];
        }
        return [
            {
                pointer: `/${list}/${index}`,
                expected: `an item that differs from the one at position ${earlier}`,
                hint: 'Leave one of the two out, or let their summaries, titles or branches differ.',
                kind: 'shape',
            },
        ];
    });
}
function equalBranches(items) {
    const first = new Map();
    return items.flatMap(({ index, pullRequest: { repository, branchName } }) => {
        if (/\{\{\s*jira_key\s*\}\}/.test(branchName))
            return [];
        const name = `${repository.url.toLowerCase()} ${branchName}`;
        const earlier = first.get(name);
        if (earlier === undefined) {
            first.set(name, index);
            return [];
        }
        return [
            {
                pointer: `/github_pr_requests/${index}/branch_name`,
                expected: `another branch than the entry at position ${earlier} has in the same repository`,
                hint: 'Put {{jira_key}} into the name: then each item has a branch of its own.',
                kind: 'shape',
            },
        ];
    });
}

// EXTERNAL MODULE: ./lib/core/hosts.js
var hosts = __webpack_require__(55464);
;// CONCATENATED MODULE: ./lib/request/own-hosts.js

/** Run by the vendors themselves: no caller can listen there. */
const vendors = { github: ['github.com', '*.ghe.com'], jira: ['*.atlassian.net', 'api.atlassian.com'] };
/** The hosts that the operator has named, and those of the vendors. */
function ownHosts(config) {
    const { ALLOWED_HOSTS: named, ALLOW_LOOPBACK } = config;
    // Tests and demonstrations: what is sent there never leaves the machine.
    const local = ALLOW_LOOPBACK ? ['127.0.0.1', '[::1]', 'localhost'] : [];
    const servers = [config.GITHUB_SERVER_URL, config.GITHUB_API_URL].flatMap((url) => url === undefined ? [] : hostOf(url));
    const own = (patterns) => (host) => (0,hosts/* matchesHost */.q)(host, [...named, ...local, ...patterns]);
    return { github: own([...vendors.github, ...servers]), jira: own(vendors.jira) };
}
/** `https://api.tenant.ghe.com` is the API of `tenant.ghe.com`. */
const hostOf = (url) => new URL(url).hostname.replace(/^api\./, '');

;// CONCATENATED MODULE: ./lib/request/rule-faults.js

/** What rules can be told of in a request whose shape is wrong: so that every fault is said at once. */
function readable(value) {
    const root = members(value);
    return {
        repo_url: textOf(root.repo_url),
        github_pr_requests: listOf(root.github_pr_requests).map((pull) => ({
            repo_url: textOf(pull.repo_url),
            branch_name: textOf(pull.branch_name),
            base_branch: textOf(pull.base_branch),
            dependency_files: Array.isArray(pull.dependency_files) ? pull.dependency_files.map(textOf) : undefined,
        })),
        jira_issue_requests: listOf(root.jira_issue_requests).map(({ server_url }) => ({ server_url: textOf(server_url) })),
        jira_comment_requests: listOf(root.jira_comment_requests).map(({ server_url }) => ({
            server_url: textOf(server_url),
        })),
    };
}
const textOf = (value) => (typeof value === 'string' ? value : undefined);
const members = (value) => typeof value === 'object' && value !== null ? value : {};
/** At most as many as a request may have: a longer list is refused for its length. */
const listOf = (value) => (Array.isArray(value) ? value.slice(0, 500).map(members) : []);
/** Values of a request that are never accepted, each with its pointer. */
function ruleFaults(request, allowLoopback) {
    const faults = [];
    const rule = (pointer, expected, hint) => {
        if (expected !== undefined)
            faults.push({ pointer, expected, hint, kind: 'rule' });
    };
    const repository = (pointer, text) => {
        if (text === undefined || readRepositoryUrl(text, allowLoopback))
            return;
        rule(pointer, 'https://<host>/<owner>/<name>', 'Use the https address of the repository, without credentials in it.');
    };
    const site = (pointer, text) => {
        if (text === undefined || readSiteUrl(text, allowLoopback) !== undefined)
            return;
        rule(pointer, 'https://<host> of the Jira site', 'Use the https address of Jira, without credentials in it.');
    };
    repository('/repo_url', request.repo_url);
    request.github_pr_requests.forEach((pull, index) => {
        const at = `/github_pr_requests/${index}`;
        repository(`${at}/repo_url`, pull.repo_url);
        rule(`${at}/branch_name`, pull.branch_name === undefined ? undefined : branchProblem(filledBranch(pull.branch_name)), 'Use letters, digits, /, - and _, for example fix/{{jira_key}}.');
        if (pull.base_branch !== undefined)
            rule(`${at}/base_branch`, branchProblem(pull.base_branch), 'Name an existing branch, or leave it out.');
        pull.dependency_files?.forEach((path, file) => {
            if (path === undefined)
                return;
            rule(`${at}/dependency_files/${file}`, pathProblem(path), 'Name a manifest inside the repository, or leave the list out.');
        });
    });
    request.jira_issue_requests.forEach(({ server_url }, index) => {
        site(`/jira_issue_requests/${index}/server_url`, server_url);
    });
    request.jira_comment_requests?.forEach(({ server_url }, index) => {
        site(`/jira_comment_requests/${index}/server_url`, server_url);
    });
    return faults;
}

// EXTERNAL MODULE: ./lib/request/schema.js
var request_schema = __webpack_require__(40838);
;// CONCATENATED MODULE: ./lib/request/parse.js



/** Throws one `request-invalid` or `request-refused` Failure that holds every fault. `items`: how many at most. */
function parseRequest(given, options) {
    const value = withoutNulls(given);
    const schema = options.items === undefined ? request_schema/* requestSchema */.TF : (0,request_schema/* requestSchemaOf */.Qr)(options.items);
    const outcome = schema.safeParse(value, { reportInput: false });
    if (!outcome.success) {
        const faults = [...outcome.error.issues.flatMap((issue) => shapeFaults(issue)), ...countFaults(value)];
        const said = new Set(faults.map(({ pointer }) => pointer));
        const rules = ruleFaults(readable(value), options.allowLoopback).filter(({ pointer }) => !said.has(pointer));
        throw (0,request_faults/* requestInvalid */.Rq)([...faults, ...rules]);
    }
    const request = outcome.data;
    const faults = [...countFaults(value), ...ruleFaults(request, options.allowLoopback), ...agreementFaults(request)];
    if (faults.length > 0)
        throw (0,request_faults/* requestInvalid */.Rq)(faults);
    const itemsName = request.items ? 'items' : 'vulnerabilities';
    return { request, items: request.items ?? request.vulnerabilities ?? [], itemsName, warnings: unknownMembers(value) };
}
const optionalIn = (shape) => new Set(Object.keys(shape).filter((name) => shape[name]?.safeParse(undefined).success));
const optionalMembers = optionalIn(request_schema/* requestSchema */.TF.shape);
const optionalInLists = {
    items: optionalIn(request_schema/* itemSchema */.po.shape),
    vulnerabilities: optionalIn(request_schema/* itemSchema */.po.shape),
    jira_issue_requests: optionalIn(request_schema/* jiraIssueSchema */.RJ.shape),
    github_pr_requests: optionalIn(request_schema/* pullRequestSchema */.MH.shape),
    jira_comment_requests: optionalIn(request_schema/* jiraCommentSchema */.F0.shape),
};
/** `null` in a member that may be left out is the same as leaving it out: so do Python's and Java's serialisers write it. */
function withoutNulls(value) {
    const root = leaveOut(value, optionalMembers);
    if (!isObject(root))
        return root;
    return Object.fromEntries(Object.entries(root).map(([name, member]) => {
        const optional = Object.hasOwn(optionalInLists, name) ? optionalInLists[name] : undefined;
        return [name, optional && Array.isArray(member) ? member.map((entry) => leaveOut(entry, optional)) : member];
    }));
}
function leaveOut(value, optional) {
    if (!isObject(value) || !Object.values(value).includes(null))
        return value;
    return Object.fromEntries(Object.entries(value).filter(([name, member]) => member !== null || !optional.has(name)));
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function shapeFaults(issue) {
    const pointer = (0,request_faults/* pointerTo */.xH)(issue.path);
    const name = String(issue.path.findLast((part) => typeof part === 'string') ?? '');
    // A text of the wrong form is well-formed JSON all the same: a value that is never accepted.
    const kind = issue.code === 'invalid_format' ? 'rule' : 'shape';
    return [{ pointer, expected: expectation(issue), hint: hintFor(name, issue), kind }];
}
function expectation(issue) {
    switch (issue.code) {
        case 'invalid_type':
            return `${article(issue.expected)}`;
        case 'too_small':
            return issue.origin === 'array' ? `a list of at least ${issue.minimum}` : 'a text that is not empty';
        case 'too_big':
            return issue.origin === 'array' ? `a list of at most ${issue.maximum}` : `at most ${issue.maximum} characters`;
        case 'invalid_value':
            return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
        default:
            return issue.message;
    }
}
const article = (type) => ({
    string: 'a text',
    array: 'a list',
    object: 'an object',
    boolean: 'true or false',
    record: 'an object',
    number: 'a number',
})[type] ?? type;
const hints = {
    items: 'List the packages to raise, each with package_name, current_version and safe_version.',
    vulnerabilities: 'List the packages to raise, each with package_name, current_version and safe_version.',
    jira_issue_requests: 'Give one {server_url, fields} for each item, in the same order.',
    github_pr_requests: 'Give one {branch_name, title, body, package_name, current_version, safe_version} for each item, in the same order.',
    jira_comment_requests: 'Give {body} for each item, in the same order, or leave the list out.',
    ecosystem: 'Use the purl type: PyPI is pypi, Go is golang, Maven and Gradle are maven, RubyGems is gem, NuGet is nuget.',
    api_version: 'Use "2" (the default) or "3", as texts.',
    safe_version: 'Name one version; how constraints are rewritten is decided by the editor.',
    fields: 'Give the fields of the Jira issue as an object: project, summary, issuetype, …',
    dry_run: 'Use true or false without quotes.',
};
const tooManyItems = 'Cut the batch into several, or give it as a file to mode: plan, whose shards share 10,000 items.';
function hintFor(name, issue) {
    if (issue.code === 'too_big' && issue.origin === 'array' && issue.maximum === request_schema/* mostItems */.Mo)
        return tooManyItems;
    const missing = issue.code === 'invalid_type' && issue.message.includes('undefined');
    return hints[name] ?? (missing ? 'Add it.' : 'Correct it.');
}
/** Lists that belong together have one length; said with the numbers, and also when other things are wrong. */
function countFaults(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return [];
    const lists = value;
    const length = (name) => (Array.isArray(lists[name]) ? lists[name].length : undefined);
    const fault = (pointer, expected, hint) => ({ pointer, expected, hint, kind: 'shape' });
    if ('items' in lists && 'vulnerabilities' in lists) {
        return [
            fault('/vulnerabilities', 'either `items` or `vulnerabilities`, not both', 'Keep `items`; the other is its older name.'),
        ];
    }
    const name = 'vulnerabilities' in lists ? 'vulnerabilities' : 'items';
    const count = length(name);
    if (!(name in lists))
        return [fault('/items', 'a list', hints.items)];
    if (count === undefined)
        return [];
    const unequal = ['jira_issue_requests', 'github_pr_requests'].filter((list) => length(list) !== undefined && length(list) !== count);
    const faults = unequal.map((list) => fault(`/${list}`, `${count} entries, as many as ${name} has, and not ${length(list)}`, 'The lists belong together by position: give each item one entry.'));
    const comments = length('jira_comment_requests');
    if (comments !== undefined && comments > count) {
        faults.push(fault('/jira_comment_requests', `at most ${count} entries, as ${name} has, and not ${comments}`, 'Comments belong to the items by position.'));
    }
    return faults;
}
// ---------------------------------------------------------------- rules
/** The two places that name a package must name the same one: otherwise the lists are out of step. */
function agreementFaults(request) {
    const items = request.items ?? request.vulnerabilities ?? [];
    return items.flatMap((item, index) => {
        const pull = request.github_pr_requests[index];
        if (!pull)
            return [];
        const members = ['package_name', 'current_version', 'safe_version'];
        return members
            .filter((member) => item[member] !== pull[member])
            .map((member) => ({
            pointer: `/github_pr_requests/${index}/${member}`,
            expected: `the same ${member} as the item at position ${index} has`,
            hint: 'The lists belong together by position: check their order.',
            kind: 'shape',
        }));
    });
}
// ---------------------------------------------------------------- warnings
/** Members that nobody reads are said, since one of them may be a misspelled one. */
function unknownMembers(value) {
    const root = value;
    const found = [...unknownIn(root, Object.keys(request_schema/* requestSchema */.TF.shape), '')];
    const lists = {
        jira_issue_requests: request_schema/* jiraIssueSchema */.RJ,
        github_pr_requests: request_schema/* pullRequestSchema */.MH,
        jira_comment_requests: request_schema/* jiraCommentSchema */.F0,
    };
    for (const [name, schema] of Object.entries(lists)) {
        const entries = Array.isArray(root[name]) ? root[name] : [];
        entries.forEach((entry, index) => {
            found.push(...unknownIn(entry, Object.keys(schema.shape), `/${name}/${index}`));
        });
    }
    return found.map((pointer) => ({
        code: 'unknown-member',
        message: `${pointer} is not known and was ignored.`,
        hint: 'Check its spelling, or leave it out.',
    }));
}
function unknownIn(object, known, at) {
    return Object.keys(object)
        .filter((name) => !known.includes(name))
        .map((name) => `${at}${(0,request_faults/* pointerTo */.xH)([name.slice(0, 64)])}`);
}

// EXTERNAL MODULE: ./lib/request/read-json.js
var read_json = __webpack_require__(32672);
// EXTERNAL MODULE: ./lib/request/sealed.js
var sealed = __webpack_require__(55553);
;// CONCATENATED MODULE: ./lib/request/accept.js









/** SHA-256 (hex) that a token's `request_sha256` names: of the exact bytes, or of the canonical JSON of a value. */
function requestDigest(incoming) {
    return (0,core_digest/* sha256 */.s)('text' in incoming ? incoming.text : (0,core_digest/* canonicalJson */.d)(incoming.value));
}
/**
 * Opens a sealed request (its own token then counts, where it has one), and makes the credentials of any request known to
 * the redactor: this comes first, before anything is said. Throws `token-refused` for whatever is wrong with a sealed one,
 * after logging what, and `request-invalid` for a value that is nested too deep to be worked on.
 */
async function openRequest(received, { config, redactor, log }) {
    if (received.jwt !== undefined)
        redactor.add(received.jwt);
    const { incoming } = received;
    if ('value' in incoming)
        (0,read_json/* requireShallow */.oZ)(incoming.value);
    const text = 'text' in incoming ? sealedText(incoming.text) : undefined;
    if (text === undefined) {
        learnEarly(incoming, redactor);
        return received;
    }
    const secret = config.JWT_ALGORITHM.startsWith('HS') ? config.JWT_SECRET_KEY : undefined;
    const content = await (0,sealed/* openSealed */.j5)(text, { secret, privateKey: (0,sealed/* readSealPrivateKey */.c2)(config.SEAL_PRIVATE_KEY) });
    if (typeof content === 'string') {
        log.write('warn', 'sealed request refused', { reason: content });
        throw (0,authenticate/* refused */.J5)(content);
    }
    learnCredentials(content, redactor);
    return { incoming: { value: content.request }, jwt: content.jwt ?? received.jwt };
}
function sealedText(source) {
    const start = typeof source === 'string' ? source.slice(0, 64) : Buffer.from(source.subarray(0, 64)).toString('latin1');
    if (/^\s*[^\sA-Za-z0-9_-]/.test(start))
        return undefined;
    const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1');
    return (0,sealed/* isSealed */.dy)(text) ? text : undefined;
}
/** What is wrong with the request is said later, by `acceptRequest`. */
function learnEarly(incoming, redactor) {
    try {
        learnCredentials('text' in incoming ? (0,read_json/* readJson */.Vh)(incoming.text, shardedLimits.bytes) : incoming.value, redactor);
    }
    catch {
        // Not JSON: nothing of it is repeated anywhere.
    }
}
/**
 * Verifies the token of a request by the configuration. `uses` remembers tokens for the replay guard. Throws
 * `token-refused`, after logging why.
 */
async function verifyToken(token, digest, verification) {
    const claims = await verifyBeforeBody(token, verification);
    await bindToken(claims, digest, verification);
    return claims;
}
/** All of it that can be verified before the body is there. To be followed by `bindToken`. Throws `token-refused`. */
async function verifyBeforeBody(token, { config, log, now }) {
    const { key, isWeak } = (0,jwt_key/* readVerificationKey */.v)(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET);
    if (isWeak)
        log.write('warn', 'JWT_SECRET_KEY is shorter than its hash: anyone who can guess it can send batches. Make a new one.');
    const rules = {
        key,
        algorithm: config.JWT_ALGORITHM,
        issuer: config.JWT_ISSUER,
        audience: config.JWT_AUDIENCE,
        requireExp: config.JWT_REQUIRE_EXP,
    };
    return loggingRefusals(log, () => (0,authenticate/* authenticate */.QF)(token, rules, now));
}
/** Is this verified token for this request, and, where each may be used once, not used yet? Throws `token-refused`. */
function bindToken(claims, digest, { config, log, uses }) {
    return loggingRefusals(log, async () => {
        const problem = (0,authenticate/* digestProblem */.WQ)(claims, digest, config.REQUIRE_REQUEST_DIGEST);
        if (problem !== undefined)
            throw (0,authenticate/* refused */.J5)(problem);
        if (config.JWT_REPLAY_GUARD)
            await useOnce(claims, uses);
    });
}
async function loggingRefusals(log, check) {
    try {
        return await check();
    }
    catch (error) {
        const failure = (0,errors/* asFailure */.h_)(error);
        if (failure.code === 'token-refused')
            log.write('warn', 'token refused', { reason: (0,authenticate/* refusalReason */.b)(failure) });
        throw failure;
    }
}
/** The replay guard: a token is used once, so it needs a name and an end. */
async function useOnce({ id, expires }, uses) {
    if (!uses) {
        throw (0,errors/* fail */.fJ)('configuration-invalid', 'JWT_REPLAY_GUARD is on, and this way in keeps no memory of tokens.', 'Turn it off here, or use the action or the HTTP mode.');
    }
    if (id === undefined)
        throw (0,authenticate/* refused */.J5)('it has no jti, and JWT_REPLAY_GUARD wants one');
    if (expires === undefined)
        throw (0,authenticate/* refused */.J5)('it has no exp, and JWT_REPLAY_GUARD wants one');
    if (!(await uses.claim((0,core_digest/* sha256 */.s)(id), (expires + authenticate/* skew */.Ly) * 1000)))
        throw (0,authenticate/* refused */.J5)('its jti was used before');
}
/** What a file may hold that is cut into shards: each of them is a run of its own. */
const shardedLimits = { items: 10_000, bytes: 100 * 1024 * 1024 };
/** Parses and checks a request, and makes its credentials known to the redactor before anything is said of it. */
function acceptRequest(incoming, options) {
    const { limits } = options;
    const value = parsedValue(incoming, limits?.bytes);
    learnCredentials(value, options.redactor);
    const { githubToken, jiraToken, jiraEmail } = options.credentials;
    for (const token of [githubToken, jiraToken])
        if (token)
            options.redactor.add(token, jiraEmail);
    const allowLoopback = options.config.ALLOW_LOOPBACK;
    const parsed = parseRequest(value, { allowLoopback, ...(limits ? { items: limits.items } : {}) });
    const batch = normalise(parsed, {
        credentials: options.credentials,
        ownHosts: ownHosts(options.config),
        allowLoopback,
        ...(options.dryRun === undefined ? {} : { dryRun: options.dryRun }),
        ...(options.idempotencyKey === undefined ? {} : { idempotencyKey: options.idempotencyKey }),
    });
    return { batch, warnings: parsed.warnings };
}
function parsedValue(incoming, limit) {
    if ('text' in incoming)
        return (0,read_json/* readJson */.Vh)(incoming.text, limit);
    (0,read_json/* requireShallow */.oZ)(incoming.value);
    return incoming.value;
}
/** Members that hold a credential, wherever they stand, in a valid request or not. */
const credentialMembers = new Set(['pat', 'github_pat', 'jwt', 'token', 'password', 'api_token']);
function learnCredentials(value, redactor) {
    const open = [value];
    const known = new Set();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (typeof next !== 'object' || next === null)
            continue;
        const user = 'email' in next && typeof next.email === 'string' ? next.email : undefined;
        for (const [name, member] of Object.entries(next)) {
            if (credentialMembers.has(name) && typeof member === 'string') {
                const pair = JSON.stringify([member, user]);
                if (!known.has(pair))
                    redactor.add(member, user);
                known.add(pair);
            }
            else if (typeof member === 'object')
                open.push(member);
        }
    }
}


/***/ }),

/***/ 45452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Ly: () => (/* binding */ skew),
/* harmony export */   QF: () => (/* binding */ authenticate),
/* harmony export */   WQ: () => (/* binding */ digestProblem),
/* harmony export */   b: () => (/* binding */ refusalReason)
/* harmony export */ });
/* unused harmony export signatureProblem */
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95705);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _jwt_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6762);



/** Seconds by which the caller's clock may differ. */
const skew = 60;
/**
 * Verifies everything of a token that does not need the request. `now` is in epoch milliseconds. Throws `token-refused`;
 * its cause is the reason, for the log.
 */
async function authenticate(token, rules, now) {
    if (token === undefined || token === '')
        throw refused('there is none');
    const parts = (0,_jwt_text_js__WEBPACK_IMPORTED_MODULE_1__/* .readToken */ .AI)(token);
    if (typeof parts === 'string')
        throw refused(parts);
    const { claims } = parts;
    const problem = (0,_jwt_text_js__WEBPACK_IMPORTED_MODULE_1__/* .headerProblem */ .b2)(parts.header, rules.algorithm) ??
        claimsProblem(claims, rules, now / 1000) ??
        (await signatureProblem(token, rules));
    if (problem !== undefined)
        throw refused(problem);
    return {
        subject: claims.sub,
        id: claims.jti,
        expires: claims.exp,
        requestDigest: claims.request_sha256,
    };
}
/**
 * Why a verified token is not for the request with this SHA-256 (hex); undefined when it is. `required`: a token without
 * `request_sha256` is for none. One that has it is always held to it.
 */
function digestProblem({ requestDigest: bound }, digest, required) {
    if (bound === undefined)
        return required ? 'it has no request_sha256' : undefined;
    return bound === digest ? undefined : 'its request_sha256 is that of another request';
}
/** Why the signature of a compact JWS does not hold with exactly this key and algorithm; undefined when it does. */
async function signatureProblem(token, rules) {
    const header = (0,_jwt_text_js__WEBPACK_IMPORTED_MODULE_1__/* .readHeader */ .ay)(token);
    const problem = typeof header === 'string' ? header : (0,_jwt_text_js__WEBPACK_IMPORTED_MODULE_1__/* .headerProblem */ .b2)(header, rules.algorithm);
    if (problem !== undefined)
        return problem;
    try {
        await (0,jose__WEBPACK_IMPORTED_MODULE_2__/* .compactVerify */ .B)(token, rules.key, { algorithms: [rules.algorithm] });
        return undefined;
    }
    catch {
        return 'its signature does not fit the key';
    }
}
function claimsProblem(claims, rules, now) {
    const { exp, nbf, iat, jti, sub, iss, aud } = claims;
    for (const [name, value] of Object.entries({ exp, nbf, iat })) {
        if (value !== undefined && (typeof value !== 'number' || !Number.isFinite(value) || value < 0))
            return `its ${name} is no time`;
    }
    for (const [name, value] of Object.entries({ jti, sub })) {
        if (value !== undefined && typeof value !== 'string')
            return `its ${name} is no text`;
    }
    if (exp === undefined && rules.requireExp)
        return 'it has no exp';
    if (typeof exp === 'number' && now >= exp + skew)
        return 'it has expired';
    if (typeof nbf === 'number' && now < nbf - skew)
        return 'it is not valid yet (nbf)';
    if (typeof iat === 'number' && now < iat - skew)
        return 'it was issued in the future (iat)';
    if (rules.issuer !== undefined && iss !== rules.issuer)
        return 'its iss is another';
    const audiences = Array.isArray(aud) ? aud : [aud];
    return rules.audience !== undefined && !audiences.includes(rules.audience) ? 'its aud is another' : undefined;
}
/** The one refusal. `reason` is for the log only. */
function refused(reason) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('token-refused', 'The token was refused.', 'Send a valid, unexpired JWT signed with the configured key; the reason is in the log of the service.', {}, reason);
}
/** Why a token was refused, for the log: never for the caller. */
function refusalReason(failure) {
    return typeof failure.cause === 'string' ? failure.cause : 'unknown';
}


/***/ }),

/***/ 50556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rq: () => (/* binding */ requestInvalid),
/* harmony export */   xH: () => (/* binding */ pointerTo),
/* harmony export */   xm: () => (/* binding */ faultsOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/** Faults of a request: where, what was expected, what to do. Values are never repeated: one of them may be a credential. */

/** `/items/0/safe_version` from path segments. */
function pointerTo(path) {
    return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
const shown = 50;
/** One Failure for all faults. 400 for shape, 422 when all are rules. */
function requestInvalid(faults) {
    const lines = faults
        .slice(0, shown)
        .map(({ pointer, expected, hint }) => `${pointer || '(the request)'}: expected ${expected}. ${hint}`);
    const more = faults.length > shown ? [`… and ${faults.length - shown} more.`] : [];
    const code = faults.every(({ kind }) => kind === 'rule') ? 'request-refused' : 'request-invalid';
    const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)(code, `The request has ${count}; nothing was contacted.\n${[...lines, ...more].map((line) => `  ${line}`).join('\n')}`, 'Correct the request and send it again.', { faults: faults.length }, faults);
}
/** The faults that a Failure of `requestInvalid` was made of. */
function faultsOf(failure) {
    return Array.isArray(failure.cause) ? failure.cause : [];
}


/***/ }),

/***/ 13458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ readVerificationKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/** The key that tokens are verified with: read, and refused when it is weak or of the wrong kind. */


/** Bytes of a secret, as many as the hash has (RFC 7518, 3.2). */
const leastBytes = { HS256: 32, HS384: 48, HS512: 64 };
const wrong = (why, hint) => (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)('configuration-invalid', `JWT_SECRET_KEY ${why}.`, hint);
/** Throws `configuration-invalid`; its text never holds the key. */
function readVerificationKey(text, algorithm, allowWeak) {
    if (text === undefined || text.trim() === '') {
        throw wrong('is not set', 'Set it to the secret the tokens are signed with (the jwt-secret-key input in a workflow).');
    }
    return algorithm.startsWith('HS')
        ? readSecret(text, algorithm, allowWeak)
        : { key: readPublicKey(text, algorithm), isWeak: false };
}
function readSecret(text, algorithm, allowWeak) {
    const bytes = Buffer.from(text);
    if (looksLikeKey(text)) {
        throw wrong(`is a public or private key, and ${algorithm} wants a shared secret`, 'Set JWT_ALGORITHM to the algorithm of that key (RS256, ES256, …), or use a random secret: openssl rand -hex 32.');
    }
    const least = leastBytes[algorithm] ?? 64;
    const isWeak = bytes.length < least;
    if (isWeak && !allowWeak) {
        throw wrong(`has ${bytes.length} ${bytes.length === 1 ? 'byte' : 'bytes'}, and ${algorithm} needs at least ${least}`, `Make a new one (openssl rand -hex ${least}) or, until then, set JWT_ALLOW_WEAK_SECRET=true.`);
    }
    return { key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createSecretKey)(bytes), isWeak };
}
/** A PEM, a JWK, or DER in any coding, with white space around it or not: a public key used as a secret is no secret. */
function looksLikeKey(text) {
    const trimmed = text.trim();
    if (/-----BEGIN [A-Z0-9 ]+-----/.test(trimmed) || /^(ssh-(rsa|dss|ed25519)|ecdsa-sha2-|sk-)/.test(trimmed))
        return true;
    if (/^\{[\s\S]*"kty"[\s\S]*\}$/.test(trimmed))
        return true;
    const bare = trimmed.replace(/\s+/g, '');
    const codings = [/^[0-9a-f]+$/i.test(bare) ? 'hex' : undefined, /^[\w+/=-]+$/.test(bare) ? 'base64' : undefined];
    const read = codings.flatMap((coding) => (coding ? [Buffer.from(bare, coding)] : []));
    return [...read, Buffer.from(text, 'latin1')].some((der) => der.length > 32 && der[0] === 0x30 && isKeyDer(der));
}
function isKeyDer(der) {
    const readings = [
        ...['spki', 'pkcs1'].map((type) => () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: der, format: 'der', type })),
        ...['pkcs8', 'pkcs1', 'sec1'].map((type) => () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: der, format: 'der', type })),
        () => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(der),
    ];
    return readings.some((read) => {
        try {
            read();
            return true;
        }
        catch {
            return false;
        }
    });
}
/** Which kinds of key an algorithm is verified with. */
const keyTypes = {
    RS: ['rsa'],
    PS: ['rsa', 'rsa-pss'],
    ES: ['ec'],
    Ed: ['ed25519'],
};
function readPublicKey(text, algorithm) {
    const key = parsePublicKey(text.trim());
    const right = keyTypes[algorithm.slice(0, 2)] ?? [];
    if (!right.includes(key.asymmetricKeyType ?? '')) {
        throw wrong(`is a key of another kind (${key.asymmetricKeyType}) than ${algorithm} uses`, 'Set JWT_ALGORITHM to the algorithm of that key.');
    }
    const bits = key.asymmetricKeyDetails?.modulusLength;
    if (bits !== undefined && bits < 2048)
        throw wrong(`is an RSA key of ${bits} bits`, 'Use one of at least 2048 bits.');
    return key;
}
function parsePublicKey(text) {
    if (/PRIVATE KEY/.test(text) || /"d"\s*:/.test(text)) {
        throw wrong('is a private key', 'Give the public key only: verifying needs no more.');
    }
    try {
        return text.startsWith('{') ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: JSON.parse(text), format: 'jwk' }) : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(text);
    }
    catch {
        throw wrong('is no public key in PEM or JWK form', 'Give the public key as it is, with its BEGIN and END lines.');
    }
}


/***/ }),

/***/ 6762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ readToken),
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   ZY: () => (/* binding */ isCanonical),
/* harmony export */   ay: () => (/* binding */ readHeader),
/* harmony export */   b2: () => (/* binding */ headerProblem)
/* harmony export */ });
/* unused harmony export longestToken */
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99547);
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32672);
/**
 * The token's text, looked at before any library sees it: libraries accept more spellings than one token should have
 * (padding, other last characters, duplicate members, infinite times).
 */


/** Characters of a whole token. */
const longestToken = 8 * 1024;
/** The parts of a compact JWS, or the reason why this is none that is accepted. The reason is for the log only. */
function readToken(token) {
    const header = readHeader(token);
    if (typeof header === 'string')
        return header;
    const claims = readObject(token.split('.')[1]);
    return typeof claims === 'string' ? `its payload ${claims}` : { header, claims };
}
/** The header of a compact JWS with any payload, or the reason why this is none that is accepted. */
function readHeader(token) {
    if (token.length > longestToken)
        return `it is longer than ${longestToken} characters`;
    const parts = token.split('.');
    if (parts.length !== 3 || parts.some((part) => part === ''))
        return 'it has not three parts';
    if (!parts.every(isCanonical))
        return 'a part is not canonical base64url';
    const header = readObject(parts[0]);
    return typeof header === 'string' ? `its header ${header}` : header;
}
/** Base64url as an encoder writes it: no padding, no other character, no bits left over. */
function isCanonical(part) {
    // No quantifier: over megabytes it would fill the stack of the matcher.
    return part !== '' && !/[^A-Za-z0-9_-]/.test(part) && Buffer.from(part, 'base64url').toString('base64url') === part;
}
/** A JSON object in base64url, no member named twice; or what is wrong with it. */
function readObject(part) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(part, 'base64url'));
    }
    catch {
        return 'is not UTF-8';
    }
    if ((0,_read_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isDeeplyNested */ .Rz)(text))
        return 'is nested too deep';
    try {
        const value = JSON.parse(text);
        if (typeof value !== 'object' || value === null || Array.isArray(value))
            return 'is no object';
        return hasEqualNames(text) ? 'names a member twice' : value;
    }
    catch {
        return 'is not JSON';
    }
}
/** Does any object of this JSON text name a member twice, however it is escaped? The parser would take the last. */
function hasEqualNames(text) {
    const open = [];
    let twice = false;
    (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.visit)(text, {
        onObjectBegin: () => void open.push(new Set()),
        onObjectEnd: () => void open.pop(),
        onObjectProperty(name) {
            const names = open.at(-1);
            if (names?.has(name))
                twice = true;
            names?.add(name);
        },
    });
    return twice;
}
/** The header members that are read; every other one would ask for something that is not done here. */
const members = new Set(['alg', 'typ', 'kid']);
/** Why this header is not accepted with exactly this algorithm; undefined when it is. */
function headerProblem(header, algorithm) {
    const odd = Object.keys(header).find((name) => !members.has(name));
    if (odd !== undefined)
        return 'its header has a member other than alg, typ and kid';
    if (header.alg !== algorithm)
        return `its alg is not ${algorithm}`;
    if (header.typ !== undefined && !(typeof header.typ === 'string' && /^([a-z]+\+)?jwt$/i.test(header.typ)))
        return 'its typ is not JWT';
    if (header.kid !== undefined && !(typeof header.kid === 'string' && /^[A-Za-z0-9._:@=-]{1,128}$/.test(header.kid)))
        return 'its kid is no plain name';
    return undefined;
}


/***/ }),

/***/ 32672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ isDeeplyNested),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   bl: () => (/* binding */ requestLimit),
/* harmony export */   o9: () => (/* binding */ isDeepValue),
/* harmony export */   oZ: () => (/* binding */ requireShallow)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/** JSON from outside: bounded in size and depth before it is parsed, and never echoed when it cannot be. */

/** Bytes of a request, whichever way it comes in. */
const requestLimit = 5 * 1024 * 1024;
const deepest = 64;
/** Parses a request's bytes or text. Throws `request-too-large` or `request-invalid`. */
function readJson(source, limit = requestLimit) {
    const size = typeof source === 'string' ? Buffer.byteLength(source) : source.byteLength;
    if (size > limit)
        throw tooLarge(size, limit);
    const text = typeof source === 'string' ? source : decoded(source);
    if (isDeeplyNested(text))
        throw tooDeep();
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw invalid(`it is not JSON${place(text, error)}`, 'Check it with `jq .` or an editor; the README shows a request.');
    }
}
function decoded(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    }
    catch {
        throw invalid('it is not UTF-8', 'Save it as UTF-8.');
    }
}
/** The parser's own words can quote the text, and with it a credential: only the position is taken from them. */
function place(text, error) {
    const position = Error.isError(error) ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    if (position === undefined)
        return '';
    const before = text.slice(0, Number(position)).split('\n');
    return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}
/** Is this JSON text nested deeper than any request? Counts brackets outside strings, up to the first too many. */
function isDeeplyNested(text) {
    let depth = 0;
    let inString = false;
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        if (inString) {
            if (code === 0x5c)
                index++;
            else if (code === 0x22)
                inString = false;
        }
        else if (code === 0x22)
            inString = true;
        else if (code === 0x5b || code === 0x7b) {
            depth++;
            if (depth > deepest)
                return true;
        }
        else if (code === 0x5d || code === 0x7d)
            depth--;
    }
    return false;
}
/**
 * The same of a value that was parsed elsewhere (an event file). Without recursion, since what this guards would run out
 * of stack.
 */
function isDeepValue(value) {
    let level = [value].filter(isContainer);
    for (let depth = 1; level.length > 0 && depth <= deepest; depth++)
        level = level.flatMap((container) => Object.values(container)).filter(isContainer);
    return level.length > 0;
}
/** Throws `request-invalid` for a value whose text `readJson` would refuse as nested too deep. */
function requireShallow(value) {
    if (isDeepValue(value))
        throw tooDeep();
}
const isContainer = (value) => typeof value === 'object' && value !== null;
function tooDeep() {
    return invalid(`it is nested more than ${deepest} levels deep`, 'Send a flat request as in the README.');
}
function tooLarge(size, limit) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('request-too-large', `The request has ${size} bytes; at most ${limit} are taken.`, limit === requestLimit
        ? 'Cut the batch into several, or give it as a file to mode: plan and its shards, which take more.'
        : 'Cut the batch into several.', { size });
}
function invalid(why, hint) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('request-invalid', `The request cannot be read: ${why}.`, hint);
}


/***/ }),

/***/ 40838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ jiraCommentSchema),
/* harmony export */   MH: () => (/* binding */ pullRequestSchema),
/* harmony export */   Mo: () => (/* binding */ mostItems),
/* harmony export */   Qr: () => (/* binding */ requestSchemaOf),
/* harmony export */   RJ: () => (/* binding */ jiraIssueSchema),
/* harmony export */   TF: () => (/* binding */ requestSchema),
/* harmony export */   po: () => (/* binding */ itemSchema),
/* harmony export */   uU: () => (/* binding */ ecosystems)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12311);
/** The request as it stands on the wire: names and shapes of the Python service, and what came since. */

/** Purl types. */
const ecosystems = ['npm', 'pypi', 'golang', 'maven', 'gem', 'cargo', 'composer', 'nuget'];
const oneLine = /^[^\u0000-\u001f\u007f]*$/;
const text = (most) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).max(most);
const line = (most) => text(most).regex(oneLine, 'one line without control characters');
/** What only describes may be empty: not every hole has a number. */
const lineOrNone = (most) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(most).regex(oneLine, 'one line without control characters');
const version = line(128).regex(/^[^\s"'`<>|&;$(){}[\]\\,]+$/, 'one version, like 4.17.21, not a range');
const credential = line(4096);
const itemSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    package_name: line(512).describe('The package as its ecosystem spells it; for Maven group:artifact.'),
    current_version: line(128).describe('The version believed to be in use.'),
    safe_version: version.describe('The lowest version that may be admitted after the update.'),
    severity: lineOrNone(64).optional(),
    cve: lineOrNone(256).optional(),
    description: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(65_536).optional(),
    advisory_link: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(2048).optional(),
    ecosystem: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(ecosystems).optional().describe('The purl type; needed only where a name exists in two.'),
})
    .describe('One package to raise. Other members are kept and ignored.');
const site = {
    server_url: line(2048).describe('The Jira site, with its context path if it has one.'),
    pat: credential.optional().describe('Left out: the jira-token input or JIRA_TOKEN.'),
    email: line(320)
        .optional()
        .describe('Given: Basic auth, as Jira Cloud wants. Left out: Bearer, as Data Center wants.'),
    api_version: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['2', '3']).optional(),
};
const jiraIssueSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...site,
    fields: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).describe('The fields of the issue, sent as given.'),
});
const people = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(line(256)).max(100);
const pullRequestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    repo_url: line(2048).optional().describe('https://host/owner/name; left out: repo_url of the request.'),
    github_pat: credential
        .optional()
        .describe('Left out: github_pat of the request, the github-token input, or GITHUB_TOKEN.'),
    branch_name: line(255).describe('The new branch; may hold {{jira_key}}.'),
    base_branch: line(255).optional().describe("Left out: the repository's default branch."),
    title: line(256),
    body: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(65_536),
    package_name: line(512),
    current_version: line(128),
    safe_version: version,
    dependency_files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(1024)).max(200).optional().describe('Left out or empty: they are found.'),
    commit_message: text(10_000).optional(),
    draft: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    labels: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(line(50)).max(100).optional(),
    reviewers: people.optional(),
    team_reviewers: people.optional(),
    assignees: people.max(10).optional(),
    strict_floor: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional().describe('True: an unbounded constraint gets a floor too.'),
    allow_shared_versions: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional().describe('True: a variable that other packages share may be raised.'),
});
const jiraCommentSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...site,
    server_url: site.server_url.optional(),
    issue_key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(255).optional(),
    body: text(32_767),
});
/** Items of one run, whichever way the request comes in; a file that is cut into shards may hold more. */
const mostItems = 500;
/** The request with lists of at most `most` entries. */
function requestSchemaOf(most) {
    const list = (schema) => zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(schema).min(1).max(most);
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        items: list(itemSchema).optional(),
        vulnerabilities: list(itemSchema).optional().describe('The older name of `items`.'),
        repo_url: line(2048).optional(),
        github_pat: credential.optional(),
        jira_issue_requests: list(jiraIssueSchema),
        github_pr_requests: list(pullRequestSchema),
        jira_comment_requests: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(jiraCommentSchema).max(most).optional(),
        dry_run: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
        idempotency_key: line(255).optional(),
    })
        .describe('A batch: the lists belong together by position. Null in an optional member is the same as leaving it out.');
}
const requestSchema = requestSchemaOf(mostItems);


/***/ }),

/***/ 55553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GK: () => (/* binding */ readSealPublicKey),
/* harmony export */   c2: () => (/* binding */ readSealPrivateKey),
/* harmony export */   dy: () => (/* binding */ isSealed),
/* harmony export */   j5: () => (/* binding */ openSealed),
/* harmony export */   od: () => (/* binding */ seal)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74060);
/* harmony import */ var jose__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(73587);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _jwt_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6762);
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32672);
/**
 * Sealed requests: the request and its token encrypted as one compact JWE, so that no credential can be read where a
 * dispatch is stored or shown. Two ways: `dir` with a key derived from the JWT secret, or `ECDH-ES` to a public key;
 * always `A256GCM`.
 */





/** Changing it makes every sealed request of before unreadable. */
const label = 'create-issues-and-prs sealed request v1';
const encryption = 'A256GCM';
/** Characters of the longest sealed request: base64url of the largest content, and its header. */
const longest = Math.ceil((_read_json_js__WEBPACK_IMPORTED_MODULE_3__/* .requestLimit */ .bl * 4) / 3) + 8192;
/** Is this the text of a compact JWE rather than of JSON? */
function isSealed(text) {
    return /^\s*[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}\s*$/.test(text);
}
/**
 * Opens a sealed request, or says why not. The reason is for the log only: until the token inside is verified, a caller
 * is to learn nothing but that it was refused.
 */
async function openSealed(text, keys) {
    const sealed = text.trim();
    if (sealed.length > longest)
        return 'it is longer than any request';
    const parts = sealed.split('.');
    if (!parts.every((part) => part === '' || (0,_jwt_text_js__WEBPACK_IMPORTED_MODULE_2__/* .isCanonical */ .ZY)(part)))
        return 'a part is not canonical base64url';
    const header = (0,_jwt_text_js__WEBPACK_IMPORTED_MODULE_2__/* .readObject */ .Ag)(parts[0]);
    if (typeof header === 'string')
        return `its header ${header}`;
    const key = headerFault(header) ?? keyFor(header, keys);
    if (typeof key === 'string')
        return key;
    const plaintext = await decrypted(sealed, header.alg, key);
    if (plaintext === undefined)
        return 'it cannot be decrypted with this key';
    try {
        return contentOf((0,_read_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readJson */ .Vh)(plaintext));
    }
    catch (error) {
        return `what it holds cannot be read: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(error).message}`;
    }
}
/** Only what one of the two ways needs: no compression, no extensions, no party information. */
function headerFault(header) {
    const known = header.alg === 'ECDH-ES' ? ['alg', 'enc', 'typ', 'kid', 'epk'] : ['alg', 'enc', 'typ', 'kid'];
    if (!Object.keys(header).every((name) => known.includes(name)))
        return 'its header has a member that is not known';
    return header.enc === encryption ? undefined : `its enc is not ${encryption}`;
}
function keyFor({ alg }, keys) {
    if (alg === 'dir')
        return keys.secret === undefined ? 'there is no shared secret to open it with' : derive(keys.secret);
    if (alg === 'ECDH-ES')
        return keys.privateKey ?? 'there is no SEAL_PRIVATE_KEY to open it with';
    return 'its alg is neither dir nor ECDH-ES';
}
async function decrypted(sealed, alg, key) {
    try {
        const options = { keyManagementAlgorithms: [alg], contentEncryptionAlgorithms: [encryption] };
        return (await (0,jose__WEBPACK_IMPORTED_MODULE_4__/* .compactDecrypt */ .d)(sealed, key, options)).plaintext;
    }
    catch {
        return undefined;
    }
}
function contentOf(value) {
    if (typeof value !== 'object' || value === null || !('request' in value))
        return 'it holds no request';
    const { request } = value;
    const jwt = 'jwt' in value ? value.jwt : undefined;
    if (typeof request !== 'object' || request === null)
        return 'its request is no object';
    if (jwt !== undefined && typeof jwt !== 'string')
        return 'its jwt is no text';
    return { request, ...(jwt === undefined ? {} : { jwt }) };
}
/** Seals with a shared secret or to a public key. */
async function seal(content, key) {
    const jwe = new jose__WEBPACK_IMPORTED_MODULE_5__/* .CompactEncrypt */ .j(new TextEncoder().encode(JSON.stringify(content)));
    return 'secret' in key
        ? jwe.setProtectedHeader({ alg: 'dir', enc: encryption }).encrypt(derive(key.secret))
        : jwe.setProtectedHeader({ alg: 'ECDH-ES', enc: encryption }).encrypt(key.publicKey);
}
/** A key of its own for sealing: whoever sees how one is used learns nothing of the other. */
function derive(secret) {
    return new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)('sha256', Buffer.from(secret), Buffer.alloc(0), label, 32));
}
const curves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
/** Reads the public key that requests are sealed to (PEM or JWK). Throws `usage`. */
function readSealPublicKey(text) {
    const key = parsed(text, (source) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(source));
    if (key)
        return key;
    throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)('usage', 'The public key is no EC (P-256, P-384, P-521) or X25519 key in PEM or JWK form.', 'Make a pair with: openssl genpkey -algorithm X25519 -out seal.pem && openssl pkey -in seal.pem -pubout.');
}
/** Reads SEAL_PRIVATE_KEY (PEM or JWK); undefined where it is not set. Throws `configuration-invalid`. */
function readSealPrivateKey(text) {
    if (text === undefined)
        return undefined;
    const key = parsed(text, (source) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(source));
    if (key)
        return key;
    throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)('configuration-invalid', 'SEAL_PRIVATE_KEY is no EC (P-256, P-384, P-521) or X25519 private key in PEM or JWK form.', 'Make one with: openssl genpkey -algorithm X25519.');
}
function parsed(text, read) {
    try {
        const trimmed = text.trim();
        const source = trimmed.startsWith('{') ? { key: JSON.parse(trimmed), format: 'jwk' } : trimmed;
        const key = read(source);
        const fits = key.asymmetricKeyType === 'x25519' ||
            (key.asymmetricKeyType === 'ec' && curves.has(key.asymmetricKeyDetails?.namedCurve ?? ''));
        return fits ? key : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ })

};
