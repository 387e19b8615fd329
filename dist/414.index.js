export const id = 414;
export const ids = [414];
export const modules = {

/***/ 87000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wg: () => (/* binding */ addressNotAllowed),
  RC: () => (/* binding */ checkHost),
  VM: () => (/* binding */ guardedAddresses),
  rN: () => (/* binding */ guardedLookup)
});

// UNUSED EXPORTS: isAddressAllowed, isHostListed

// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(40610);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/hosts.js
var hosts = __webpack_require__(55464);
;// CONCATENATED MODULE: ./lib/adapters/ip-text.js
/** IPv6 texts, and the IPv4 addresses that stand in some of them. */
/** The eight 16-bit words of a valid IPv6 text. */
function wordsOf(address) {
    const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) => [a, c].map((high, at) => ((Number(high) << 8) | Number(at === 0 ? b : d)).toString(16)).join(':'));
    const [left = '', right] = hex.split('::');
    const words = (part) => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)));
    const [head, tail] = [words(left), words(right ?? '')];
    return right === undefined ? head : [...head, ...new Array(8 - head.length - tail.length).fill(0), ...tail];
}
const dotted = (high, low) => [high >> 8, high & 255, low >> 8, low & 255].join('.');
/**
 * The IPv4 address that a packet to this IPv6 address ends at, where a translator or tunnel carries one: mapped,
 * compatible and translated forms, NAT64 (both prefixes), 6to4, Teredo, ISATAP.
 */
function embeddedIPv4(address) {
    const words = wordsOf(address);
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0, w4 = 0, w5 = 0, w6 = 0, w7 = 0] = words;
    const startsWithZeros = (count) => words.slice(0, count).every((word) => word === 0);
    if (startsWithZeros(5) && (w5 === 0 || w5 === 0xffff))
        return dotted(w6, w7);
    if (startsWithZeros(4) && w4 === 0xffff && w5 === 0)
        return dotted(w6, w7);
    if (w0 === 0x64 && w1 === 0xff9b)
        return dotted(w6, w7);
    if (w0 === 0x2002)
        return dotted(w1, w2);
    if (w0 === 0x2001 && w1 === 0)
        return dotted(w6 ^ 0xffff, w7 ^ 0xffff);
    if ((w4 & 0xfdff) === 0 && w5 === 0x5efe && (w0 | w1 | w2 | w3) !== 0)
        return dotted(w6, w7);
    return undefined;
}

;// CONCATENATED MODULE: ./lib/adapters/addresses.js
/**
 * Which addresses may be spoken to. The check sits where the connection is made (the socket's own name look-up, or the
 * address that git is pinned to), so a name that resolves to something else the second time gains nothing.
 */





function listOf(networks) {
    const list = new external_node_net_.BlockList();
    for (const [network, bits] of networks)
        list.addSubnet(network, bits, (0,external_node_net_.isIP)(network) === 6 ? 'ipv6' : 'ipv4');
    return list;
}
/** Never: link-local and metadata services wherever they live, this-network, multicast, documentation, reserved. */
const forbidden = listOf([
    ['0.0.0.0', 8],
    ['169.254.0.0', 16],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
    ['100.100.100.200', 32],
    ['168.63.129.16', 32],
    ['::', 128],
    ['100::', 64],
    ['2001:db8::', 32],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
    ['fd00:ec2::', 32],
    ['fd20:ce::', 32],
]);
const loopback = listOf([
    ['127.0.0.0', 8],
    ['::1', 128],
]);
const privateRanges = listOf([
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['fc00::', 7],
]);
/** Names of metadata services: a proxy would resolve them where this program cannot look. */
const metadataNames = new Set([
    'metadata',
    'metadata.google.internal',
    'metadata.goog',
    'instance-data',
    'instance-data.ec2.internal',
]);
/** May a socket be opened to this IP address (v4 or v6 text)? */
function isAddressAllowed(address, policy) {
    const plain = address.replace(/%.*$/, '');
    const version = (0,external_node_net_.isIP)(plain);
    if (version === 0)
        return false;
    const family = version === 6 ? 'ipv6' : 'ipv4';
    if (forbidden.check(plain, family))
        return false;
    if (loopback.check(plain, family))
        return policy.allowLoopback;
    const inner = version === 6 ? embeddedIPv4(plain) : undefined;
    if (inner !== undefined)
        return isAddressAllowed(inner, policy);
    return !(policy.blockPrivate && privateRanges.check(plain, family));
}
/** Does `host` stand in a list of exact names and `*.suffix` patterns? An empty list allows every host. */
function isHostListed(host, allowedHosts) {
    return allowedHosts.length === 0 || (0,hosts/* matchesHost */.q)(host, allowedHosts);
}
/** Throws `host-not-allowed` or `address-not-allowed` for a host that may not be spoken to, as far as its text says. */
function checkHost(hostname, policy) {
    const host = (0,hosts/* foldedHost */.z)(hostname.replace(/^\[|\]$/g, ''));
    if (!isHostListed(host, policy.allowedHosts)) {
        throw (0,errors/* fail */.fJ)('host-not-allowed', `Host "${host}" is not on the list of allowed hosts.`, 'Add it to allowed-hosts (ALLOWED_HOSTS) if it is yours.', { host });
    }
    if ((0,external_node_net_.isIP)(host) && !isAddressAllowed(host, policy))
        throw addressNotAllowed(host);
    if (metadataNames.has(host))
        throw addressNotAllowed(host);
    if (!policy.allowLoopback && /(^|\.)localhost$/.test(host))
        throw addressNotAllowed(host);
}
/** The failure of an address that is never contacted. */
function addressNotAllowed(host) {
    return (0,errors/* fail */.fJ)('address-not-allowed', `"${host}" leads to an address that is never contacted (this machine, link-local or cloud metadata; with BLOCK_PRIVATE_ADDRESSES private ones too).`, 'Use the public or internal name of your Jira or GitHub server.', { host });
}
/** The socket's name look-up, refusing every answer that holds a forbidden address. */
function guardedLookup(policy) {
    const resolve = policy.resolve ?? external_node_dns_.lookup;
    return (hostname, options, callback) => {
        resolve(hostname, { ...options, all: true }, (error, addresses) => {
            if (error)
                return callback(error, '', 0);
            const bad = addresses.find(({ address }) => !isAddressAllowed(address, policy));
            if (bad)
                return callback(addressNotAllowed(hostname), '', 0);
            if (options.all)
                return callback(null, addresses);
            const first = addresses[0];
            callback(null, first?.address ?? '', first?.family ?? 0);
        });
    };
}
/**
 * The addresses of a host that another program is to be held to; undefined for an IP address, which needs no look-up.
 * Throws what `checkHost` throws, and the error of the look-up as it is.
 */
async function guardedAddresses(hostname, policy) {
    checkHost(hostname, policy);
    if ((0,external_node_net_.isIP)(hostname.replace(/^\[|\]$/g, '')))
        return undefined;
    return new Promise((resolve, reject) => {
        guardedLookup(policy)(hostname, { all: true }, (error, addresses) => {
            if (error)
                reject(error);
            else
                resolve(addresses.map(({ address }) => address));
        });
    });
}


/***/ }),

/***/ 90414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRepositories: () => (/* binding */ createRepositories)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/adapters/addresses.js + 1 modules
var addresses = __webpack_require__(87000);
;// CONCATENATED MODULE: ./lib/adapters/git/names.js
/** What may be said to git at all. Pure: a refused address, branch or path never reaches a process. */

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);
const address = /^(https?):\/\/(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::\d{1,5})?((?:\/[\w.~-]+){2,})$/i;
/**
 * Throws `request-invalid` unless `url` is `https://host/…/owner/name` without userinfo, query or fragment. Plain http
 * is for loopback only, and only when `allowLoopbackHttp`.
 */
function requireUrl(url, allowLoopbackHttp) {
    const [, scheme = '', host = '', path = ''] = address.exec(url) ?? [];
    const secure = scheme.toLowerCase() === 'https';
    const local = scheme.toLowerCase() === 'http' && allowLoopbackHttp && loopback.has(host.toLowerCase());
    const dots = path.split('/').some((segment) => segment === '.' || segment === '..');
    if ((secure || local) && !dots)
        return;
    throw (0,errors/* fail */.fJ)('request-invalid', 'The repository address cannot be used with git.', 'Give it as https://host/owner/name, without user name, token, query or fragment.');
}
/** The first reason why git would not have `name` as a branch, or undefined. Same rules as `check-ref-format --branch`. */
function branchFault(name) {
    if (name === '')
        return 'it is empty';
    if (name.length > 244)
        return 'it is longer than 244 characters';
    if (name.startsWith('-'))
        return 'it begins with "-"';
    if (name === 'HEAD' || name === '@')
        return `"${name}" is reserved`;
    // biome-ignore lint/complexity/useRegexLiterals: control characters are clearer escaped in a string
    if (new RegExp('[\\u0000-\\u0020\\u007f~^:?*\\[\\\\]').test(name))
        return 'it holds a character that git forbids';
    if (/[\ud800-\udfff]/.test(name.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '')))
        return 'it is not valid Unicode';
    if (/\.\.|@\{|\/\//.test(name))
        return 'it holds "..", "@{" or "//"';
    if (/^\/|\/$|\.$/.test(name))
        return 'it begins or ends with "/", or ends with "."';
    if (name.split('/').some((part) => part.startsWith('.') || part.endsWith('.lock'))) {
        return 'a part of it begins with "." or ends with ".lock"';
    }
    return undefined;
}
/** Throws `request-invalid` for a name that git would not have as a branch. */
function requireBranch(name) {
    const fault = branchFault(name);
    if (fault !== undefined)
        throw refusedBranch(name, fault);
}
/** Throws `request-invalid` unless `pattern` becomes a branch name when each `*` is filled in. */
function requirePattern(pattern) {
    const fault = branchFault(pattern.replaceAll('*', 'x'));
    if (fault !== undefined)
        throw refusedBranch(pattern, fault);
}
function refusedBranch(name, fault) {
    return (0,errors/* fail */.fJ)('request-invalid', `The branch name cannot be used: ${fault}.`, 'Choose a name that "git check-ref-format --branch" accepts, like fix/SEC-7.', { branch: printable(name) });
}
/** Whether `branch` is one that `pattern` means; `*` stands for one or more characters other than `/`. */
function matchesPattern(pattern, branch) {
    const source = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    return new RegExp(`^${source.join('[^/]+')}$`, 'u').test(branch);
}
/** Throws `request-invalid` for a path that could leave the tree or mean something else on another file system. */
function requirePath(path) {
    const parts = path.split('/');
    const fine = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !isDotGit(part));
    // biome-ignore lint/complexity/useRegexLiterals: control characters are clearer escaped in a string
    if (fine && !new RegExp('[\\u0000-\\u001f\\u007f\\\\:]').test(path))
        return;
    throw (0,errors/* fail */.fJ)('request-invalid', 'The file path cannot be written to a repository.', 'Give it from the repository root with forward slashes, like services/api/package.json.', { path: printable(path) });
}
/** `.git` as any file system may read it: other case, ignorable code points, trailing dots and spaces, `git~1`. */
function isDotGit(part) {
    const plain = part.replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '').replace(/[. ]+$/, '');
    return /^(\.git|git~\d+)$/i.test(plain);
}
/** Throws `internal` unless `oid` is 40 or 64 lower-case hex digits. */
function requireOid(oid) {
    if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(oid))
        return;
    throw (0,errors/* fail */.fJ)('internal', 'A commit id is not one.', 'Report this: it is a fault of ours.', { oid: printable(oid) });
}
/** Foreign text made fit for one line: no control characters, at most `limit` characters. */
function printable(text, limit = 120) {
    const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    return line.length > limit ? `${line.slice(0, limit)}…` : line;
}

;// CONCATENATED MODULE: ./lib/adapters/git/failures.js


const symptoms = [
    {
        code: 'git-authentication',
        pattern: /returned error: 401|could not read (Username|Password)|Authentication failed|Invalid username or/i,
        message: 'The git host did not accept the token.',
        hint: 'Check that the token is whole, has not expired, and was made for this host.',
    },
    {
        code: 'github-rate-limited',
        pattern: /returned error: 429/,
        message: 'The git host asked to slow down.',
        hint: 'Run the same batch again in a few minutes.',
    },
    {
        code: 'git-authentication',
        pattern: /returned error: 403|Permission to .+ denied|Write access to repository not granted/i,
        message: 'The token may not do this in the repository.',
        hint: 'Give the token "Contents: read and write" for the repository and, where the organisation uses it, authorise it for SSO.',
    },
    {
        code: 'redirected',
        pattern: /returned error: 30\d|unable to update url base from redirection|unable to follow redirect/i,
        message: 'The repository address answers with a redirect, which is not followed with a token.',
        hint: 'Use the address the repository has now; it was renamed or moved.',
    },
    {
        code: 'repository-not-found',
        pattern: /returned error: 404|repository '[^']*' not found|Repository not found|does not appear to be a git repository/i,
        message: 'The repository was not found.',
        hint: 'Check owner and name. A private repository that the token may not see looks the same.',
    },
    {
        code: 'github-unavailable',
        pattern: /returned error: 5\d\d/,
        message: 'The git host answered with a server error.',
        hint: 'Run the same batch again; see the status page of the host if it stays.',
    },
    {
        code: 'git-failed',
        pattern: /SSL certificate|certificate verif|unable to get local issuer|SSL_ERROR|error setting certificate|TLS connect error/i,
        message: 'The certificate of the git host was not accepted.',
        hint: 'If the host uses a private authority, name its certificate file in NODE_EXTRA_CA_CERTS.',
    },
    {
        code: 'timed-out',
        pattern: /Operation too slow|timed? ?out/i,
        message: 'The transfer with the git host stood still and was given up.',
        hint: 'Run it again; if it stays, look at the network path to the git host.',
    },
    {
        code: 'connection-refused',
        pattern: /Could not resolve (host|proxy)|Failed to connect|Couldn't connect|Connection refused|CONNECT tunnel failed/i,
        message: 'The git host could not be reached.',
        hint: 'Check the host name, and https_proxy and NO_PROXY if there is a proxy.',
    },
    {
        code: 'answer-malformed',
        pattern: /not valid: is this a git repository|bad line length|protocol error|invalid info\/refs/i,
        message: 'What answers at the repository address does not speak git.',
        hint: 'Check the address, and whether a proxy or a login page answers in its place.',
    },
    {
        code: 'connection-lost',
        pattern: /RPC failed|hung up unexpectedly|early EOF|unexpected disconnect|Empty reply|Recv failure|Send failure|Connection reset|transfer closed|expected flush|invalid server response/i,
        message: 'The connection to the git host broke off.',
        hint: 'Run the same batch again.',
    },
    {
        code: 'git-failed',
        pattern: /No space left on device|Disk quota exceeded/i,
        message: 'There is no room left for the temporary repository.',
        hint: 'Free some space on the temporary directory, or point it at a larger disk.',
    },
];
/** Git's text on one line, without credentials: userinfo, header-like text and the token in every form are taken out. */
function cleanGitText(text, target, limit = 300) {
    const token = target.token.reveal();
    const forms = [
        token,
        encodeURIComponent(token),
        Buffer.from(`x-access-token:${token}`).toString('base64'),
        Buffer.from(token).toString('base64'),
    ];
    let clean = text;
    for (const form of forms)
        if (form.length >= 4)
            clean = clean.replaceAll(form, '***');
    // Far more than is shown: the patterns are not to be tried on whatever a remote may write.
    clean = clean
        .slice(0, 10 * limit)
        .replace(/(\w+:\/\/)[^\s/@]+@/g, '$1***@')
        .replace(/\b((?:proxy-)?authorization|x-[\w-]*token|cookie)\b\s*[:=].*/gi, '$1: ***')
        .replace(/\b(basic|bearer|token)\s+[\w+/=.~-]{8,}/gi, '$1 ***');
    return printable(clean, limit);
}
/** The lines that say why: `fatal:`, `error:` and what the remote said, without progress. */
function reasons(stderr) {
    const lines = stderr.split(/[\r\n]+/).filter((line) => /^(fatal|error|remote):/.test(line));
    return lines.filter((line) => !/^remote: *$/.test(line)).join('; ');
}
/** Characters of a line that are looked into: git's own words are at its beginning. */
const longestLine = 1000;
/** The Failure for a git process that ended badly while it talked to `target`, or worked on what came from there. */
function gitFailure(command, stderr, target, more = {}) {
    const said = stderr.replace(/[^\r\n]+/g, (line) => line.slice(0, longestLine));
    const symptom = symptoms.find(({ pattern }) => pattern.test(said));
    const says = cleanGitText(reasons(stderr), target);
    const facts = { repository: target.url, command: `git ${command}`, ...(says ? { git: says } : {}), ...more };
    if (symptom)
        return (0,errors/* fail */.fJ)(symptom.code, symptom.message, symptom.hint, facts);
    return (0,errors/* fail */.fJ)('git-failed', `git ${command} failed.`, 'Run it again with LOG_LEVEL=debug; the fact named git holds what git itself said.', facts);
}

;// CONCATENATED MODULE: ./lib/adapters/git/gather.js
/** Asks that come at the same time, or while an earlier run is still going, are answered by one run. */
/**
 * Makes `ask` from `run`. `run` gets all waiting questions and answers each, in order; when it throws, all of them fail
 * with that error. Runs never overlap.
 */
function gather(run) {
    let waiting = [];
    let running = false;
    const drain = async () => {
        while (waiting.length > 0) {
            const taken = waiting;
            waiting = [];
            try {
                const answers = await run(taken.map(({ question }) => question));
                for (const [i, { resolve, reject }] of taken.entries()) {
                    const answer = answers[i];
                    if (answer?.status === 'fulfilled')
                        resolve(answer.value);
                    else
                        reject(answer?.reason);
                }
            }
            catch (error) {
                for (const { reject } of taken)
                    reject(error);
            }
        }
        running = false;
    };
    return (question) => new Promise((resolve, reject) => {
        waiting.push({ question, resolve, reject });
        if (running)
            return;
        running = true;
        // The next turn: whoever asks in this one comes along.
        setImmediate(() => void drain());
    });
}

;// CONCATENATED MODULE: ./lib/adapters/git/objects.js

const utf8 = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');
/**
 * Reads `ls-tree -r`: `<mode> <type> <oid> TAB <path>` a line, unusual paths quoted as in C. Lines and not `-z`, since
 * `@actions/exec` collects what it gets up to the next line feed, and searches all of it again at every chunk. Entries
 * whose path is not UTF-8 are left out: no request can name them.
 */
function parseTree(output) {
    const entries = [];
    for (const line of output.toString('latin1').split('\n')) {
        const tab = line.indexOf('\t');
        if (tab < 0)
            continue;
        const [mode = '', , oid = ''] = line.slice(0, tab).split(' ');
        try {
            entries.push({ path: utf8.decode(unquote(line.slice(tab + 1))), mode, oid });
        }
        catch {
            // Not UTF-8.
        }
    }
    return entries;
}
const escapes = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
/** The bytes of a path (given one character a byte) that git may have quoted. */
function unquote(path) {
    if (!path.startsWith('"'))
        return Buffer.from(path, 'latin1');
    const plain = path.slice(1, -1).replace(/\\([0-7]{3}|.)/g, (_, code) => {
        return code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code);
    });
    return Buffer.from(plain, 'latin1');
}
/** Reads `cat-file --batch`: contents by oid. Objects that are missing are left out. */
function parseBatch(output) {
    const contents = new Map();
    for (let start = 0; start < output.length;) {
        const end = output.indexOf(10, start);
        if (end < 0)
            break;
        const [oid = '', type = '', size = ''] = output.toString('latin1', start, end).split(' ');
        start = end + 1;
        if (type === 'missing')
            continue;
        contents.set(oid, output.subarray(start, start + Number(size)));
        start += Number(size) + 1;
    }
    return contents;
}
/** Reads `cat-file --batch-check`: sizes in bytes by oid. Objects that are missing are left out. */
function parseSizes(output) {
    const sizes = new Map();
    for (const line of output.split('\n')) {
        const [oid = '', type, size] = line.split(' ');
        if (type === 'blob' && size !== undefined)
            sizes.set(oid, Number(size));
    }
    return sizes;
}
/** Reads a commit object. Text that is not UTF-8 is shown with replacement characters. */
function parseCommit(branch, oid, content) {
    const text = lenient.decode(content);
    const split = text.indexOf('\n\n');
    const head = (split < 0 ? text : text.slice(0, split)).split('\n');
    const message = split < 0 ? '' : text.slice(split + 2);
    const author = /^author (.*?) ?<([^>]*)> (\d+)/.exec(head.find((line) => line.startsWith('author ')) ?? '');
    return {
        branch,
        oid,
        parents: head.filter((line) => line.startsWith('parent ')).map((line) => line.slice('parent '.length)),
        author: { name: printable(author?.[1] ?? ''), email: printable(author?.[2] ?? '') },
        time: Number(author?.[3] ?? 0),
        message,
        trailers: parseTrailers(message),
    };
}
/** `Key: value` lines of the last paragraph, which is not the subject. Of equal keys the last one counts. */
function parseTrailers(message) {
    const paragraphs = message
        .replaceAll('\r\n', '\n')
        .trim()
        .split(/\n[ \t]*\n+/);
    const trailers = new Map();
    if (paragraphs.length < 2)
        return trailers;
    for (const line of paragraphs.at(-1)?.split('\n') ?? []) {
        const [, key, value] = /^([A-Za-z0-9][A-Za-z0-9-]*)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
        if (key !== undefined && value !== undefined)
            trailers.set(key, value);
    }
    return trailers;
}
/**
 * A `fast-import` stream that makes each commit on a ref of its own (`refs/made/<first + i>`) and then names the oids, in
 * order, on stdout. Nothing that comes from outside stands outside quotes or a counted block.
 */
function importStream(commits, first) {
    const parts = [];
    const put = (text) => void parts.push(Buffer.from(text));
    const block = (content) => {
        put(`data ${content.length}\n`);
        parts.push(content);
        put('\n');
    };
    for (const [i, { request, modes }] of commits.entries()) {
        put(`commit refs/made/${first + i}\nmark :${i + 1}\n`);
        put(`author ${identity(request.author)} ${request.time} +0000\n`);
        put(`committer ${identity(request.committer)} ${request.time} +0000\n`);
        block(Buffer.from(commitMessage(request.message)));
        put(`from ${request.parent}\n`);
        for (const [path, content] of request.files) {
            put(`M ${modes.get(path)} inline ${quotePath(path)}\n`);
            block(content);
        }
        put('\n');
    }
    for (const i of commits.keys())
        put(`get-mark :${i + 1}\n`);
    put('done\n');
    return Buffer.concat(parts);
}
/** `Name <email>` as git itself cleans it: no angle brackets, no control characters, a name that is not empty. */
function identity({ name, email }) {
    const clean = (text) => text
        .replace(/[<>\p{Cc}]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    const address = clean(email).replaceAll(' ', '');
    return `${clean(name) || address || 'unknown'} <${address}>`;
}
/** Line feeds only, no NUL, exactly one at the end: as `git commit` would store it. */
function commitMessage(message) {
    return `${message.replaceAll('\0', '').replace(/\r\n?/g, '\n').trimEnd()}\n`;
}
function quotePath(path) {
    const escaped = [...Buffer.from(path)].map((byte) => {
        if (byte === 0x22 || byte === 0x5c)
            return `\\${String.fromCharCode(byte)}`;
        return byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte);
    });
    return `"${escaped.join('')}"`;
}

;// CONCATENATED MODULE: ./lib/adapters/git/blobs.js



/** Arguments that every fetch has: nothing comes or is written besides what was asked for. */
const fetchOnly = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-auto-maintenance',
    '--no-recurse-submodules',
];
class BlobReader {
    #store;
    #log;
    #here = new Set();
    #complete = false;
    constructor(store, log) {
        this.#store = store;
        this.#log = log;
    }
    /** Whether the blob has been fetched. */
    has(oid) {
        return this.#complete || this.#here.has(oid);
    }
    /** Takes note of a remote that knows no filters: every blob came with the commit. */
    noteFilter(stderr) {
        if (this.#complete || !/filtering not recognized/.test(stderr))
            return;
        this.#complete = true;
        const repository = this.#store.target.url;
        this.#log.write('warn', 'The git host knows no partial fetch, so whole trees are downloaded.', { repository });
    }
    /** Blobs by oid. Asks that come together share one fetch. Throws `git-failed` for a blob that the remote has not. */
    read = gather((questions) => this.#answer(questions));
    async #answer(questions) {
        const wanted = [...new Set(questions.flatMap(({ oids }) => oids))];
        if (wanted.length === 0)
            return questions.map(() => ({ status: 'fulfilled', value: new Map() }));
        await this.#fetch(wanted.filter((oid) => !this.has(oid)));
        const sizes = parseSizes((await this.#store.local(['cat-file', '--batch-check'], lines(wanted))).toString('latin1'));
        const limit = new Map();
        for (const question of questions) {
            for (const oid of question.oids)
                limit.set(oid, Math.max(limit.get(oid) ?? 0, question.limit));
        }
        const fitting = wanted.filter((oid) => (sizes.get(oid) ?? Number.POSITIVE_INFINITY) <= (limit.get(oid) ?? 0));
        const contents = await this.#contents(fitting);
        return questions.map((question) => ({ status: 'fulfilled', value: pick(question, sizes, contents) }));
    }
    async #fetch(oids) {
        if (oids.length === 0)
            return;
        // Without "noop" the remote would hear that the commit is here and send none of its blobs.
        const args = ['-c', 'fetch.negotiationAlgorithm=noop', ...fetchOnly, '--filter=blob:none', '--stdin', '--'];
        const { target } = this.#store;
        const result = await this.#store.remote('objects', [...args, target.url], lines(oids));
        if (result.exitCode !== 0)
            throw gitFailure('fetch', result.stderr, target, { blobs: oids.length });
        for (const oid of oids)
            this.#here.add(oid);
    }
    async #contents(oids) {
        if (oids.length === 0)
            return new Map();
        return parseBatch(await this.#store.local(['cat-file', '--batch'], lines(oids)));
    }
}
function lines(oids) {
    return Buffer.from(oids.map((oid) => `${oid}\n`).join(''));
}
function pick(question, sizes, contents) {
    const blobs = new Map();
    for (const oid of question.oids) {
        const size = sizes.get(oid);
        if (size === undefined)
            continue;
        blobs.set(oid, { size, content: size <= question.limit ? contents.get(oid) : undefined });
    }
    return blobs;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/adapters/git/tree.js
/** A tree's entries by path, and what may stand where. */


const kinds = { '120000': 'a symbolic link', '160000': 'a submodule' };
class TreeIndex {
    #entries;
    #directories;
    constructor(tree) {
        this.#entries = new Map(tree.map((entry) => [entry.path, entry]));
    }
    entry(path) {
        return this.#entries.get(path);
    }
    /** The regular file at `path`. Throws `file-not-found` and `file-not-regular`. */
    file(path) {
        const entry = this.#entries.get(path);
        if (!entry)
            throw this.#isDirectory(path) ? notRegular(path, 'a directory') : this.#notFound(path);
        return regular(entry);
    }
    /** The mode a file has when it is written again: its own, or `100644` when it is new. Throws `file-not-regular`. */
    modeFor(path) {
        const entry = this.#entries.get(path);
        if (entry)
            return regular(entry).mode;
        if (this.#isDirectory(path))
            throw notRegular(path, 'a directory');
        for (let parent = external_node_path_.posix.dirname(path); parent !== '.'; parent = external_node_path_.posix.dirname(parent)) {
            if (this.#entries.has(parent))
                throw notRegular(parent, 'no directory');
        }
        return '100644';
    }
    #isDirectory(path) {
        this.#directories ??= directoriesOf(this.#entries.keys());
        return this.#directories.has(path);
    }
    #notFound(path) {
        const name = external_node_path_.posix.basename(path);
        const others = [...this.#entries.keys()].filter((other) => external_node_path_.posix.basename(other) === name).slice(0, 3);
        const hint = others.length > 0 ? `Files of that name are at: ${others.join(', ')}.` : 'No file of that name is there.';
        return (0,errors/* fail */.fJ)('file-not-found', 'The file is not on the base branch.', `Check the path. ${hint}`, { path });
    }
}
function directoriesOf(paths) {
    const directories = new Set();
    for (const path of paths) {
        for (let parent = external_node_path_.posix.dirname(path); parent !== '.' && !directories.has(parent); parent = external_node_path_.posix.dirname(parent)) {
            directories.add(parent);
        }
    }
    return directories;
}
function regular(entry) {
    if (entry.mode === '100644' || entry.mode === '100755' || entry.mode === '100664')
        return entry;
    throw notRegular(entry.path, kinds[entry.mode] ?? `of mode ${entry.mode}`);
}
function notRegular(path, what) {
    return (0,errors/* fail */.fJ)('file-not-regular', `The path is ${what}.`, 'Name the regular file that holds the versions.', { path });
}

;// CONCATENATED MODULE: ./lib/adapters/git/commits.js
/** Commits from objects: no work tree, no index, and no blob but the new ones. */





class CommitWriter {
    #store;
    #trees = new Map();
    #paths = new Map();
    #made = 0;
    constructor(store) {
        this.#store = store;
    }
    /** The paths that a commit made here has written, or undefined when it was not made here. */
    pathsOf(commit) {
        return this.#paths.get(commit);
    }
    /** Makes the commit; equal requests make the same one. `index` is the tree of `head`. Throws `file-not-regular`. */
    async commit(request, head, index) {
        requireOid(request.parent);
        if (!Number.isSafeInteger(request.time) || request.time < 0) {
            throw (0,errors/* fail */.fJ)('internal', 'A commit has no usable time.', 'Report this: it is a fault of ours.', {
                time: request.time,
            });
        }
        const tree = request.parent === head ? index : await this.#treeOf(request.parent);
        const modes = new Map();
        for (const path of request.files.keys()) {
            requirePath(path);
            modes.set(path, tree.modeFor(path));
        }
        const oid = await this.#write({ request, modes });
        this.#paths.set(oid, [...request.files.keys()]);
        return oid;
    }
    #treeOf(commit) {
        const known = this.#trees.get(commit);
        if (known)
            return known;
        const listed = this.#store.local(['ls-tree', '-r', '--full-tree', commit]);
        const index = listed.then((output) => new TreeIndex(parseTree(output)));
        this.#trees.set(commit, index);
        return index;
    }
    /** Commits that come together are one process. */
    #write = gather((commits) => this.#writeAll(commits));
    async #writeAll(commits) {
        try {
            const oids = await this.#import(commits);
            return oids.map((value) => ({ status: 'fulfilled', value }));
        }
        catch (reason) {
            if (commits.length === 1)
                return [{ status: 'rejected', reason }];
            // One that git does not like must not take the others with it.
            const alone = [];
            for (const commit of commits)
                alone.push(...(await this.#writeAll([commit])));
            return alone;
        }
    }
    async #import(commits) {
        const stream = importStream(commits, this.#made);
        this.#made += commits.length;
        const args = ['fast-import', '--quiet', '--done', '--date-format=raw'];
        const oids = (await this.#store.local(args, stream)).toString('latin1').split('\n').slice(0, -1);
        if (oids.length === commits.length)
            return oids;
        throw (0,errors/* fail */.fJ)('git-failed', 'git made another number of commits than asked.', 'Run it again with LOG_LEVEL=debug.', {
            asked: commits.length,
            made: oids.length,
        });
    }
}

;// CONCATENATED MODULE: ./lib/adapters/git/environment.js
/** What of the machine's environment a git process may know. */
const passed = [
    'PATH',
    'SystemRoot',
    'http_proxy',
    'https_proxy',
    'HTTPS_PROXY',
    'no_proxy',
    'NO_PROXY',
    'SSL_CERT_DIR',
];
/** In order of preference: git takes one file. */
const authorities = ['GIT_SSL_CAINFO', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];
/** Seconds without a byte after which git gives a transfer up. */
const stalledAfter = 45;
/** Whether git would go through a proxy, which resolves names itself. */
function hasProxy(machine) {
    return ['http_proxy', 'https_proxy', 'HTTPS_PROXY'].some((name) => machine[name]);
}
const quiet = [
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['core.askPass', ''],
    ['core.autocrlf', 'false'],
    ['core.attributesFile', '/dev/null'],
    ['credential.helper', ''],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['fastimport.unpackLimit', '1000000'],
    ['fetch.unpackLimit', '1'],
    ['fetch.recurseSubmodules', 'false'],
    ['fetch.fsckObjects', 'false'],
    ['submodule.recurse', 'false'],
    ['push.recurseSubmodules', 'no'],
    ['push.followTags', 'false'],
    ['push.gpgSign', 'false'],
    ['push.negotiate', 'false'],
    ['commit.gpgSign', 'false'],
    ['transfer.advertiseSID', 'false'],
    ['transfer.bundleURI', 'false'],
    ['advice.pushUpdateRejected', 'false'],
    ['advice.pushFetchFirst', 'false'],
    ['protocol.allow', 'never'],
];
/** `host:port:address,…` as curl takes it: git resolves names itself, and is held to what our own look-up found. */
function pinned(target, addresses) {
    if (addresses.length === 0)
        return [];
    const { hostname, port, protocol } = new URL(target.url);
    const list = addresses.map((address) => (address.includes(':') ? `[${address}]` : address)).join(',');
    return [['http.curloptResolve', `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}:${list}`]];
}
function networkConfig(target, addresses) {
    const scheme = target.url.toLowerCase().startsWith('https:') ? 'https' : 'http';
    const basic = Buffer.from(`x-access-token:${target.token.reveal()}`).toString('base64');
    return [
        [`protocol.${scheme}.allow`, 'always'],
        ['protocol.version', '2'],
        // A followed redirect would carry the header to the other host.
        ['http.followRedirects', 'false'],
        ['http.lowSpeedLimit', '1'],
        ['http.lowSpeedTime', String(stalledAfter)],
        // Up to this many bytes a push is one request instead of a probe and a chunked one.
        ['http.postBuffer', String(16 * 1024 * 1024)],
        // The empty one takes back whatever other configuration had put there; two lines would be refused by GitHub.
        ['http.extraHeader', ''],
        [`http.${target.url}.extraHeader`, `Authorization: Basic ${basic}`],
        ...pinned(target, addresses),
    ];
}
function configVariables(config) {
    const variables = { GIT_CONFIG_COUNT: String(config.length) };
    for (const [i, [key, value]] of config.entries()) {
        variables[`GIT_CONFIG_KEY_${i}`] = key;
        variables[`GIT_CONFIG_VALUE_${i}`] = value;
    }
    return variables;
}
/**
 * The environment of one git process. With a `target` it may talk to that repository, as its token; without, every
 * protocol is off and no credential is in it. `addresses` are the only ones that the target's name may mean; none: any.
 */
function gitEnvironment(place, machine, target, addresses = []) {
    const kept = passed.flatMap((name) => (machine[name] ? [[name, machine[name]]] : []));
    const authority = authorities.map((name) => machine[name]).find((value) => value);
    return {
        ...Object.fromEntries(kept),
        ...(authority ? { GIT_SSL_CAINFO: authority } : {}),
        HOME: place.home,
        TMPDIR: place.home,
        LANG: 'C.UTF-8',
        LC_ALL: 'C.UTF-8',
        GIT_DIR: place.gitDir,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_ATTR_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        SSH_ASKPASS: '',
        // Blobs come in batches that are asked for; one that is missing is an error, not one more round trip.
        GIT_NO_LAZY_FETCH: '1',
        GIT_OPTIONAL_LOCKS: '0',
        ...configVariables(target ? [...quiet, ...networkConfig(target, addresses)] : quiet),
    };
}

// EXTERNAL MODULE: ./lib/adapters/git/process.js
var process = __webpack_require__(48390);
;// CONCATENATED MODULE: ./lib/adapters/git/snapshot.js
/** One base branch, fetched shallow and without blobs; its files read and commits made on top of it. */






/** Fetches `base` and lists its tree. `number` is unlike that of any other snapshot of the store. */
async function takeSnapshot(parts, base, number) {
    requireBranch(base);
    const { store, blobs } = parts;
    const ref = `refs/base/${number}`;
    const args = [...fetchOnly, '--depth=1', '--filter=blob:none', '--', store.target.url, `+refs/heads/${base}:${ref}`];
    const result = await store.remote('objects', args);
    if (result.exitCode !== 0)
        throw await fetchFailure(store, base, result.stderr);
    blobs.noteFilter(result.stderr);
    const [head, tree] = await Promise.all([
        store.local(['rev-parse', '--verify', '--quiet', ref]),
        store.local(['ls-tree', '-r', '--full-tree', ref]),
    ]);
    return new Snapshot(parts, base, head.toString('latin1').trim(), parseTree(tree));
}
async function fetchFailure(store, base, stderr) {
    const { target } = store;
    if (!/couldn't find remote ref/i.test(stderr))
        return gitFailure('fetch', stderr, target);
    const listing = await store.remote('objects', ['ls-remote', '--quiet', '--heads', '--', target.url]);
    if (listing.exitCode !== 0)
        return gitFailure('ls-remote', listing.stderr, target);
    const branches = [...parseHeads(listing.stdout).keys()].map((branch) => printable(branch));
    const facts = { repository: target.url, branch: base };
    if (branches.length === 0) {
        return (0,errors/* fail */.fJ)('repository-empty', 'The repository has no commit yet.', 'Push a first commit to it. If it has one, a proxy or login page answers in its place.', facts);
    }
    const some = `${branches.slice(0, 5).join(', ')}${branches.length > 5 ? ', …' : ''}`;
    return (0,errors/* fail */.fJ)('base-branch-not-found', 'The base branch does not exist in the repository.', `Set base_branch to one that does: ${some}.`, facts);
}
/** Reads `ls-remote --heads`: oids by branch. */
function parseHeads(output) {
    const heads = new Map();
    for (const line of output.toString('utf8').split('\n')) {
        const [oid, ref] = line.split('\t');
        if (oid && ref?.startsWith('refs/heads/'))
            heads.set(ref.slice('refs/heads/'.length), oid);
    }
    return heads;
}
class Snapshot {
    base;
    head;
    tree;
    index;
    #parts;
    constructor(parts, base, head, tree) {
        this.#parts = parts;
        this.base = base;
        this.head = head;
        this.tree = tree;
        this.index = new TreeIndex(tree);
    }
    async read(paths, limit) {
        const files = paths.map((path) => this.index.file(path));
        const blobs = await this.#parts.blobs.read({ oids: files.map(({ oid }) => oid), limit });
        const contents = new Map();
        for (const { path, oid } of files) {
            const blob = blobs.get(oid);
            if (!blob)
                throw this.#lost(path, oid);
            if (!blob.content)
                throw tooLarge(path, blob.size, limit);
            contents.set(path, blob.content);
        }
        return contents;
    }
    async commit(request) {
        return await this.#parts.commits.commit(request, this.head, this.index);
    }
    #lost(path, oid) {
        const facts = { repository: this.#parts.store.target.url, path, oid };
        return (0,errors/* fail */.fJ)('git-failed', 'The git host did not send a file that its tree names.', 'Run it again.', facts);
    }
}
function tooLarge(path, bytes, limit) {
    return (0,errors/* fail */.fJ)('file-too-large', `The file is larger than ${limit} bytes.`, 'Leave it out of dependency_files, and change it by hand.', { path, bytes, limit });
}

;// CONCATENATED MODULE: ./lib/adapters/git/push.js
/** One push for all branches, each with its own lease and its own outcome. */




/** The arguments after `git`. Throws `request-invalid` for a branch that git would not have. */
function pushArguments(url, requests) {
    for (const { branch, oid, expect } of requests) {
        requireBranch(branch);
        requireOid(oid);
        if (expect !== undefined)
            requireOid(expect);
    }
    return [
        'push',
        '--porcelain',
        '--no-progress',
        '--no-verify',
        '--recurse-submodules=no',
        ...requests.map(({ branch, expect }) => `--force-with-lease=refs/heads/${branch}:${expect ?? ''}`),
        '--',
        url,
        ...requests.map(({ branch, oid }) => `${oid}:refs/heads/${branch}`),
    ];
}
/**
 * Pushes. `plain`: without deltas, for when the old contents are not here: over HTTP git always tries to make a delta
 * against them (`--no-thin` does not reach the transport) and would fetch each for it.
 */
async function push(store, requests, plain) {
    const [distinct, doubled] = separate(requests);
    if (distinct.length === 0)
        return [];
    const args = pushArguments(store.target.url, distinct);
    const undeltified = ['-c', 'pack.window=0', ...args];
    let result = await attempt(store, plain ? undeltified : args);
    const lacks = 'exitCode' in result && result.exitCode !== 0 && result.stderr.includes('promisor remote');
    // Packing came before sending: nothing has left the machine.
    if (lacks && !plain)
        result = await attempt(store, undeltified);
    const said = 'exitCode' in result ? parsePorcelain(result.stdout.toString('utf8')) : new Map();
    const first = distinct.map((request) => outcome(store, request, said.get(request.branch)));
    const open = first.includes(undefined);
    const settled = open ? await lookUp(store, distinct, first, said, result) : first;
    const outcomes = new Map(distinct.map(({ branch }, i) => [branch, settled[i]]));
    return requests.map((request) => (doubled.has(request) ? twice(request) : outcomes.get(request.branch))).filter(given);
}
function given(value) {
    return value !== undefined;
}
/** Two commits for one branch: the first is pushed, a different second one is not. */
function separate(requests) {
    const byBranch = new Map();
    const doubled = new Set();
    for (const request of requests) {
        const first = byBranch.get(request.branch);
        if (!first)
            byBranch.set(request.branch, request);
        else if (first.oid !== request.oid)
            doubled.add(request);
    }
    return [[...byBranch.values()], doubled];
}
function twice({ branch }) {
    return { branch, status: 'rejected', reason: 'another change of this batch uses the same branch' };
}
async function attempt(store, args) {
    try {
        return await store.remote('objects', args);
    }
    catch (error) {
        // Stopped half-way: what arrived is looked up like after a broken connection.
        const failure = error;
        if (failure.code === 'timed-out')
            return failure;
        throw error;
    }
}
/** Reads `push --porcelain`: `<flag> TAB <from>:refs/heads/<branch> TAB <summary>`. */
function parsePorcelain(stdout) {
    const statuses = new Map();
    for (const line of stdout.split('\n')) {
        const [, flag, branch, summary] = /^([ *+=!-])\t[^:\t]*:refs\/heads\/([^\t]+)\t(.*)$/.exec(line) ?? [];
        if (flag !== undefined && branch !== undefined)
            statuses.set(branch, { flag, summary: summary ?? '' });
    }
    return statuses;
}
/** Someone was faster between the look and the update (perhaps with this very commit), or a name is in the way. */
const overtaken = /failed to update ref|reference already exists|but expected|incorrect old value|fetch first|non-fast/;
/** The far side has not said what it did. */
const untold = /remote failure|failed to report|unpacker error/;
/** The outcome, where the status alone decides it. */
function outcome(store, { branch }, status) {
    if (!status)
        return undefined;
    if (status.flag !== '!')
        return { branch, status: 'pushed' };
    const { summary } = status;
    if (summary.includes('(stale info)'))
        return { branch, status: 'stale' };
    if (overtaken.test(summary) || untold.test(summary))
        return undefined;
    return { branch, status: 'rejected', reason: reasonIn(store, status) };
}
function reasonIn(store, { summary }) {
    return cleanGitText(/^\[[^\]]*\]\s*\((.*)\)\s*$/s.exec(summary)?.[1] ?? summary, store.target);
}
/** These say that nothing has arrived. */
const certain = new Set([
    'git-authentication',
    'repository-not-found',
    'connection-refused',
    'redirected',
    'github-rate-limited',
]);
/** Looks what is there for those that are still open. Throws when nothing can be told about any of them. */
async function lookUp(store, requests, known, said, result) {
    const failure = 'exitCode' in result ? gitFailure('push', result.stderr, store.target) : result;
    if (said.size === 0 && certain.has(failure.code))
        throw failure;
    const heads = await headsNow(store);
    const found = requests.map((request, i) => {
        const status = said.get(request.branch);
        const reason = status && overtaken.test(status.summary) ? reasonIn(store, status) : undefined;
        return known[i] ?? compare(request, heads, reason ?? failure.message);
    });
    const told = [...said.values()].some(({ summary }) => !untold.test(summary));
    if (!told && found.every(({ status }) => status === 'rejected'))
        throw pushFailure(failure);
    return found;
}
async function headsNow(store) {
    const listing = await store.remote('objects', ['ls-remote', '--quiet', '--heads', '--', store.target.url]);
    return listing.exitCode === 0 ? parseHeads(listing.stdout) : undefined;
}
function compare(request, heads, reason) {
    const { branch, oid, expect } = request;
    const there = heads?.get(branch);
    if (there === oid)
        return { branch, status: 'pushed' };
    if (heads && there !== expect)
        return { branch, status: 'stale' };
    return { branch, status: 'rejected', reason };
}
/** A push that may have arrived in part is never said to be safe to do again. */
function pushFailure(failure) {
    if (failure.code !== 'git-failed')
        return failure;
    return (0,errors/* fail */.fJ)('push-rejected', 'git push failed.', failure.hint, failure.facts, failure.cause);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
;// CONCATENATED MODULE: ./lib/adapters/git/store.js
/**
 * Two bare repositories in one temporary directory. Branch tips are kept apart from base branches: a commit that was
 * fetched without its trees counts as present, and a later fetch of the same commit would not bring them.
 */







/** Runs git in the temporary repositories of one remote. */
class GitStore {
    target;
    #options;
    #machine;
    #home;
    #addresses;
    #stop = new AbortController();
    #made = new Map();
    /** One network process at a time in each: two fetches would trip over the list of shallow commits. */
    #turns = new Map();
    #formats = new Map();
    constructor(target, options, machine, home, addresses) {
        this.target = target;
        this.#addresses = addresses;
        this.#home = home;
        this.#machine = machine;
        const signals = options.signal ? [options.signal, this.#stop.signal] : [this.#stop.signal];
        this.#options = { ...options, signal: AbortSignal.any(signals) };
    }
    /** Makes the temporary directory (mode 0700) under `tempRoot`. `addresses` are those the remote's name may mean. */
    static async create(target, options, machine, tempRoot, addresses) {
        const home = await makeDirectory(tempRoot);
        return new GitStore(target, options, await withAuthorities(machine, home), home, addresses);
    }
    /** Runs git on objects that are here. No network, no credential. A bad end is thrown. */
    async local(args, input) {
        await this.#ensure('objects');
        return (await this.#good('objects', args, input)).stdout;
    }
    /** The same on the repository of the tips. */
    async localTips(args, input) {
        await this.#ensure('tips');
        return (await this.#good('tips', args, input)).stdout;
    }
    /** Runs git against the remote, with its token. A bad end is a result. */
    async remote(name, args, input) {
        const turn = (this.#turns.get(name) ?? Promise.resolve()).then(() => this.#remote(name, args, input));
        this.#turns.set(name, turn.catch(() => { }));
        return await turn;
    }
    async #remote(name, args, input) {
        await this.#ensure(name);
        const result = await this.#run(name, args, input, this.target);
        if (this.#formats.has(name) || !/mismatched algorithms/.test(result.stderr))
            return result;
        this.#formats.set(name, 'sha256');
        await (0,promises_.rm)(this.#directory(name), { recursive: true, force: true });
        this.#made.delete(name);
        await this.#ensure(name);
        return await this.#run(name, args, input, this.target);
    }
    /** Ends what is running and removes everything. */
    async close() {
        this.#stop.abort();
        await Promise.allSettled(this.#turns.values());
        await (0,promises_.rm)(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    }
    #directory(name) {
        return (0,external_node_path_.join)(this.#home, `${name}.git`);
    }
    #ensure(name) {
        const made = this.#made.get(name) ?? this.#init(name);
        this.#made.set(name, made);
        return made;
    }
    async #init(name) {
        const format = this.#formats.get(name) ?? 'sha1';
        const args = ['init', '--quiet', '--bare', '--template=', '--initial-branch=main', `--object-format=${format}`];
        await this.#good(name, args);
    }
    async #good(name, args, input) {
        const result = await this.#run(name, args, input);
        if (result.exitCode === 0)
            return result;
        throw gitFailure((0,process/* commandOf */.N)(args), result.stderr, this.target);
    }
    #run(name, args, input, target) {
        const place = { home: this.#home, gitDir: this.#directory(name) };
        const environment = gitEnvironment(place, this.#machine, target, this.#addresses);
        return (0,process/* runGit */.E)({ args, environment, directory: this.#home, ...(input ? { input } : {}) }, this.#options);
    }
}
async function makeDirectory(tempRoot) {
    try {
        await (0,promises_.mkdir)(tempRoot, { recursive: true });
        const home = await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempRoot, 'git-'));
        await (0,promises_.chmod)(home, 0o700);
        return home;
    }
    catch (error) {
        throw noRoom(error);
    }
}
function noRoom(error) {
    return (0,errors/* fail */.fJ)('git-failed', 'The temporary directory for git could not be made.', 'Check that the temporary directory exists, can be written to, and has space left.', { error: error.code ?? 'unknown' }, error);
}
/**
 * Git takes one file of authorities and then knows no other, while `NODE_EXTRA_CA_CERTS` adds to those Node knows. So the
 * extra ones are joined with the others, and git accepts what the rest of the program accepts.
 */
async function withAuthorities(machine, home) {
    const extra = machine.NODE_EXTRA_CA_CERTS;
    if (!extra || machine.GIT_SSL_CAINFO || machine.SSL_CERT_FILE)
        return machine;
    const added = await (0,promises_.readFile)(extra, 'utf8').catch(() => undefined);
    if (added === undefined)
        return { ...machine, NODE_EXTRA_CA_CERTS: '' };
    const file = (0,external_node_path_.join)(home, 'authorities.pem');
    await (0,promises_.writeFile)(file, [...new Set([...external_node_tls_.rootCertificates, ...(0,external_node_tls_.getCACertificates)('system'), added])].join('\n'));
    return { ...machine, NODE_EXTRA_CA_CERTS: file };
}

;// CONCATENATED MODULE: ./lib/adapters/git/tips.js




/**
 * Fetches the tips that match any pattern. The server filters by the text before the first `*`; an exact name asks for
 * everything that begins with it, as a refspec without `*` would be an error where the branch is absent.
 */
async function fetchTips(store, patterns, number) {
    if (patterns.length === 0)
        return [];
    for (const pattern of patterns)
        requirePattern(pattern);
    const into = `refs/tips/${number}/`;
    const prefixes = new Set(patterns.map((pattern) => pattern.split('*', 1)[0] ?? ''));
    const refspecs = [...prefixes].map((prefix) => `+refs/heads/${prefix}*:${into}${prefix}*\n`);
    const args = [...fetchOnly, '--depth=1', '--filter=tree:0', '--stdin', '--', store.target.url];
    const result = await store.remote('tips', args, Buffer.from(refspecs.join('')));
    if (result.exitCode !== 0 && !foundNothing(result))
        throw gitFailure('fetch', result.stderr, store.target);
    const found = await listTips(store, into);
    const wanted = found.filter(([branch]) => patterns.some((pattern) => matchesPattern(pattern, branch)));
    return await readTips(store, wanted);
}
/** A shallow fetch whose patterns match no branch ends with 1 and says nothing. */
function foundNothing({ exitCode, stderr }) {
    return exitCode === 1 && !/^(fatal|error):/m.test(stderr);
}
async function listTips(store, into) {
    const listed = await store.localTips(['for-each-ref', '--format=%(objectname) %(refname)', into]);
    return listed
        .toString('utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => {
        const [oid = '', ref = ''] = line.split(' ');
        return [ref.slice(into.length), oid];
    });
}
async function readTips(store, tips) {
    if (tips.length === 0)
        return [];
    const oids = [...new Set(tips.map(([, oid]) => oid))];
    const commits = parseBatch(await store.localTips(['cat-file', '--batch'], Buffer.from(`${oids.join('\n')}\n`)));
    return tips.flatMap(([branch, oid]) => {
        const content = commits.get(oid);
        return content ? [parseCommit(branch, oid, content)] : [];
    });
}

;// CONCATENATED MODULE: ./lib/adapters/git.js











const oldestGit = [2, 39];
/** Makes the port to git. `open` throws `request-invalid` for an address git must not have, and `git-missing`. */
function createRepositories(options) {
    const processes = {
        gitPath: options.gitPath ?? 'git',
        timeoutMs: options.timeoutMs ?? 120_000,
        log: options.log,
    };
    let checked;
    return {
        async open(target, { readOnly, signal }) {
            requireUrl(target.url, options.allowLoopbackHttp);
            checked ??= requireGit(processes, options).catch((error) => {
                checked = undefined;
                throw error;
            });
            await checked;
            const own = signal ? { ...processes, signal } : processes;
            const addresses = await addressesOf(target, options);
            const store = await GitStore.create(target, own, options.environment, options.tempRoot, addresses);
            return new Repository(store, target, readOnly, options.log);
        },
    };
}
/** What git is held to for this target; empty where there is no name to resolve, or where a proxy must resolve it. */
async function addressesOf(target, options) {
    const { hostname, host } = new URL(target.url);
    const policy = options.policy ?? { allowedHosts: [], allowLoopback: options.allowLoopbackHttp };
    try {
        return (await (0,addresses/* guardedAddresses */.VM)(hostname, policy)) ?? [];
    }
    catch (error) {
        if (error instanceof errors/* Failure */.HR)
            throw error;
        if (hasProxy(options.environment))
            return [];
        throw (0,errors/* fail */.fJ)('connection-refused', `${host} cannot be reached: its name is not known.`, 'Check the host name, the network of the runner, and a proxy that may be needed (HTTPS_PROXY).', { host }, error);
    }
}
async function requireGit(processes, { environment, tempRoot }) {
    const { stdout } = await (0,process/* runGit */.E)({ args: ['version'], environment: { PATH: environment.PATH ?? '', HOME: tempRoot }, directory: '/' }, processes);
    const version = /git version (\d+)\.(\d+)[.\w]*/.exec(stdout.toString('latin1'));
    const [major, minor] = [Number(version?.[1]), Number(version?.[2])];
    if (major > oldestGit[0] || (major === oldestGit[0] && minor >= oldestGit[1]))
        return;
    throw (0,errors/* fail */.fJ)('git-missing', 'The git of this machine is too old.', 'Install git 2.39 or newer.', {
        version: version?.[0] ?? 'unknown',
    });
}
class Repository {
    #store;
    #target;
    #readOnly;
    #blobs;
    #commits;
    #snapshots = [];
    #number = 0;
    constructor(store, target, readOnly, log) {
        this.#store = store;
        this.#target = target;
        this.#readOnly = readOnly;
        this.#blobs = new BlobReader(store, log);
        this.#commits = new CommitWriter(store);
    }
    async snapshot(base) {
        const parts = { store: this.#store, blobs: this.#blobs, commits: this.#commits };
        const snapshot = await takeSnapshot(parts, base, this.#number++);
        this.#snapshots.push(snapshot);
        return snapshot;
    }
    async tips(patterns) {
        return await fetchTips(this.#store, patterns, this.#number++);
    }
    async push(requests) {
        if (this.#readOnly) {
            throw (0,errors/* fail */.fJ)('write-in-dry-run', 'A push was tried in a dry run.', 'Report this: it is a fault of ours.', {
                repository: this.#target.url,
            });
        }
        return await push(this.#store, requests, !requests.every(({ oid }) => this.#hasOldContents(oid)));
    }
    async close() {
        await this.#store.close();
    }
    /** Whether everything git may make a delta against is here: the files as they are on every base that was fetched. */
    #hasOldContents(commit) {
        const paths = this.#commits.pathsOf(commit);
        if (!paths)
            return false;
        return this.#snapshots.every(({ index }) => paths.every((path) => {
            const entry = index.entry(path);
            return entry === undefined || this.#blobs.has(entry.oid);
        }));
    }
}


/***/ }),

/***/ 48390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runGit),
/* harmony export */   N: () => (/* binding */ commandOf)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53053);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81260);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3828);
/**
 * One git process: argument array, no shell, bounded in time, killed whole. `@actions/exec` starts it but hands out no
 * process, so two things are taken elsewhere: the process ids from git's own trace (it names every process of the tree,
 * also the transport that a killed `git fetch` would leave behind), and a guard on stdin from Node's `child_process`
 * channel (an unguarded EPIPE, when git dies before it has read everything, would end the whole program).
 */





const stderrLimit = 256 * 1024;
/** Between SIGTERM and SIGKILL, and between SIGKILL and giving up on it. */
const graceMs = 1000;
const guarded = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
let guarding = false;
function guardInputs() {
    if (guarding)
        return;
    guarding = true;
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_2__.subscribe)('child_process', (message) => {
        if (!guarded.getStore())
            return;
        const child = message.process;
        // The channel speaks before the pipes exist and before any of their errors.
        process.nextTick(() => child.stdin?.on('error', () => { }));
    });
}
/** The tree of one git process, as its trace on stderr tells it. Lines count only with the run's own random prefix. */
class ProcessTree {
    #started;
    #ended;
    #alive = new Set();
    #stopping;
    #rest = '';
    constructor(run) {
        this.#started = `{"event":"version","sid":"${run}/`;
        this.#ended = `{"event":"atexit","sid":"${run}/`;
    }
    /** Reads more of stderr. */
    read(text) {
        const lines = (this.#rest + text).split('\n');
        this.#rest = lines.pop()?.slice(0, stderrLimit) ?? '';
        for (const line of lines) {
            const pid = Number.parseInt(/^\{"event":"[a-z]+","sid":"[^"]*-P([0-9a-f]{8})"/.exec(line)?.[1] ?? '', 16);
            if (line.startsWith(this.#ended))
                this.#alive.delete(pid);
            else if (line.startsWith(this.#started) && pid > 1)
                this.#add(pid);
        }
    }
    #add(pid) {
        this.#alive.add(pid);
        if (this.#stopping)
            kill(pid, this.#stopping);
    }
    stop(signal) {
        this.#stopping = signal;
        for (const pid of this.#alive)
            kill(pid, signal);
    }
}
function kill(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // It has ended by itself.
    }
}
function interrupted() {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)('interrupted', 'git was stopped because the run was cancelled.', 'Run the same batch again to go on.');
}
function timedOut(command, timeoutMs) {
    const seconds = Math.round(timeoutMs / 1000);
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)('timed-out', `git ${command} did not finish within ${seconds} s and was stopped.`, 'Run it again; if it stays, look at the network path to the git host.', { seconds });
}
function notStarted(error) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)('git-missing', 'git could not be started.', 'Install git 2.39 or newer and make sure that it is on the PATH.', {}, error);
}
/** The command among git's arguments: `push` of `-c pack.window=0 push …`. */
function commandOf(args) {
    return args.find((arg) => /^[a-z][a-z-]*$/.test(arg)) ?? '';
}
/** Runs git to its end. A non-zero exit is a result; thrown are `interrupted`, `timed-out` and `git-missing`. */
async function runGit(run, options) {
    if (options.signal?.aborted)
        throw interrupted();
    guardInputs();
    const started = performance.now();
    const watch = new Watch(run, options);
    try {
        const result = await watch.result();
        const ms = Math.round(performance.now() - started);
        options.log.write('debug', `git ${commandOf(run.args)}`, { exit: result.exitCode, ms });
        return result;
    }
    finally {
        watch.end();
    }
}
class Watch {
    #run;
    #options;
    #id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID)();
    #tree = new ProcessTree(this.#id);
    #stdout = [];
    #stderr = [];
    #timers = [];
    #stderrLength = 0;
    #why;
    #giveUp = () => { };
    #abort = () => this.#stop(interrupted());
    constructor(run, options) {
        this.#run = run;
        this.#options = options;
    }
    async result() {
        const givenUp = new Promise((_, reject) => {
            this.#giveUp = reject;
        });
        const { timeoutMs, signal } = this.#options;
        this.#timers.push(setTimeout(() => this.#stop(timedOut(commandOf(this.#run.args), timeoutMs)), timeoutMs));
        signal?.addEventListener('abort', this.#abort, { once: true });
        const exitCode = await Promise.race([this.#start(), givenUp]);
        if (this.#why)
            throw this.#why;
        return { exitCode, stdout: Buffer.concat(this.#stdout), stderr: this.#said() };
    }
    end() {
        this.#options.signal?.removeEventListener('abort', this.#abort);
        for (const timer of this.#timers)
            clearTimeout(timer);
    }
    async #start() {
        const { args, environment, directory, input } = this.#run;
        const env = { ...environment, GIT_TRACE2_EVENT: '1', GIT_TRACE2_EVENT_BRIEF: '1', GIT_TRACE2_PARENT_SID: this.#id };
        const listeners = {
            stdout: (chunk) => void this.#stdout.push(chunk),
            stderr: (chunk) => this.#hear(chunk),
        };
        // Without an input @actions/exec would leave stdin open.
        const options = { env, cwd: directory, silent: true, ignoreReturnCode: true, delay: graceMs, listeners };
        const started = guarded.run(true, () => (0,_actions_exec__WEBPACK_IMPORTED_MODULE_3__/* .exec */ .m)(`"${this.#options.gitPath}"`, [...args], { ...options, input: Buffer.from(input ?? []) }));
        return await started.catch((error) => {
            throw this.#why ?? notStarted(error);
        });
    }
    #hear(chunk) {
        this.#tree.read(chunk.toString('latin1'));
        if (this.#stderrLength < stderrLimit)
            this.#stderr.push(chunk);
        this.#stderrLength += chunk.length;
    }
    #said() {
        const own = `","sid":"${this.#id}/`;
        const lines = Buffer.concat(this.#stderr).toString('utf8').split('\n');
        return lines.filter((line) => !line.includes(own)).join('\n');
    }
    #stop(why) {
        if (this.#why)
            return;
        this.#why = why;
        this.#tree.stop('SIGTERM');
        this.#timers.push(setTimeout(() => this.#tree.stop('SIGKILL'), graceMs));
        this.#timers.push(setTimeout(() => this.#giveUp(why), 2 * graceMs));
    }
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


/***/ })

};
