export const id = 250;
export const ids = [250];
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

/***/ 63250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectionFailure: () => (/* binding */ connectionFailure),
/* harmony export */   createHttp: () => (/* binding */ createHttp)
/* harmony export */ });
/* harmony import */ var node_dns__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40610);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44708);
/* harmony import */ var node_fetch__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66660);
/* harmony import */ var node_fetch__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75156);
/* harmony import */ var node_fetch__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(81538);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/* harmony import */ var _core_holding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31952);
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87000);
/**
 * The one place that speaks HTTP. It knows timeouts, redirects, sizes, forbidden addresses and what a broken connection
 * means for an effect; it knows nothing of Jira or GitHub.
 */







const answerLimit = 10 * 1024 * 1024;
const grace = 5_000;
const redirects = 3;
/** The way out for one batch; connections are kept and shared. */
function createHttp(options) {
    const agents = createAgents(options);
    const agent = (url) => (url.protocol === 'http:' ? agents.http : agents.https);
    const fetch = (url, init) => guarded(options, url, { ...init, agent });
    return {
        fetch,
        async send(request) {
            const { method, headers, body, reads } = request;
            // A client may have waited for its turn since its caller looked.
            if (!isRead(method, reads))
                (0,_core_holding_js__WEBPACK_IMPORTED_MODULE_4__/* .assertHeld */ .mW)();
            const init = { method, headers: { ...headers }, ...(body === undefined ? {} : { body }) };
            const response = await guarded(options, request.url, { ...init, agent }, reads);
            const text = await readText(response, request, options);
            return { status: response.status, headers: response.headers, text };
        },
        close() {
            agents.http.destroy();
            agents.https.destroy();
        },
    };
}
function createAgents({ policy, proxyEnvironment }) {
    const guard = (0,_addresses_js__WEBPACK_IMPORTED_MODULE_5__/* .guardedLookup */ .rN)(policy);
    // A proxy's own address is the operator's choice; what it leads to, it resolves itself. NO_PROXY hosts are ours again.
    const proxies = new Set(Object.values(proxyEnvironment ?? {}).flatMap(proxyHost));
    const lookup = (hostname, options, callback) => proxies.has(hostname) ? (0,node_dns__WEBPACK_IMPORTED_MODULE_0__.lookup)(hostname, options, callback) : guard(hostname, options, callback);
    const way = proxyEnvironment ? { proxyEnv: proxyEnvironment } : {};
    const shared = { keepAlive: true, maxSockets: 16, lookup, ...way };
    return { http: new node_http__WEBPACK_IMPORTED_MODULE_1__.Agent(shared), https: new node_https__WEBPACK_IMPORTED_MODULE_2__.Agent(shared) };
}
const proxyHost = (url) => (URL.canParse(url) ? [new URL(url).hostname] : []);
const isRead = (method, reads) => reads === true || method === undefined || method === 'GET' || method === 'HEAD';
/** One request, and for reads a few redirects as long as they stay on the same origin. */
async function guarded(options, url, init, reads) {
    let target = new URL(url);
    for (let hop = 0;; hop++) {
        (0,_addresses_js__WEBPACK_IMPORTED_MODULE_5__/* .checkHost */ .RC)(target.hostname, options.policy);
        const response = await sendOnce(options, target, init, isRead(init.method, reads));
        const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
        if (location === null || response.status === 304)
            return response;
        const next = URL.canParse(location, target.href) ? new URL(location, target.href) : undefined;
        const stays = next?.origin === target.origin && isRead(init.method, reads) && hop < redirects;
        if (!next || !stays)
            throw redirected(target, next);
        response.body?.resume?.call(response.body);
        target = next;
    }
}
async function sendOnce(options, url, init, reads) {
    if (options.dryRun && !reads)
        throw writeInDryRun(init.method ?? '', url);
    const timeout = AbortSignal.timeout(options.timeout);
    const cancel = withGrace(options.signal, reads ? 0 : grace);
    try {
        // node-fetch follows nothing by itself: a redirect must never carry a credential to another host.
        return await (0,node_fetch__WEBPACK_IMPORTED_MODULE_6__/* ["default"] */ .Ay)(url.href, {
            ...init,
            redirect: 'manual',
            size: answerLimit,
            signal: AbortSignal.any([timeout, cancel.signal]),
        });
    }
    catch (error) {
        throw connectionFailure(error, url, { timedOut: timeout.aborted, cancelled: cancel.signal.aborted, reads, options });
    }
    finally {
        cancel.release();
    }
}
/** A signal that follows another after `ms`: a write that is on its way is given time to be answered. */
function withGrace(signal, ms) {
    const controller = new AbortController();
    let timer;
    const start = () => {
        timer = setTimeout(() => controller.abort(), ms);
    };
    if (signal.aborted)
        start();
    else
        signal.addEventListener('abort', start, { once: true });
    return {
        signal: controller.signal,
        release() {
            signal.removeEventListener('abort', start);
            clearTimeout(timer);
        },
    };
}
async function readText(response, { method, url }, options) {
    try {
        return await response.text();
    }
    catch (error) {
        const state = { timedOut: false, cancelled: false, reads: isRead(method, false), options };
        throw connectionFailure(error, new URL(url), state);
    }
}
/** Errors after which it is certain that the request never reached the server. */
const neverArrived = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);
/** What a foreign network error means. Its own text is not repeated: it can hold the URL and headers. */
function connectionFailure(error, url, { timedOut, cancelled, reads, options }) {
    if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
        return error;
    const nested = Error.isError(error) && error.cause instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR ? error.cause : undefined;
    if (nested)
        return nested;
    const host = url.host;
    if (cancelled && reads) {
        return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('interrupted', 'The run was cancelled while it was reading.', 'Run the same batch again.', { host });
    }
    if (timedOut) {
        return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('timed-out', `${host} did not answer within ${options.timeout / 1000} s.`, 'Look at the state of that server; the same batch can be run again safely.', { host });
    }
    const code = error instanceof node_fetch__WEBPACK_IMPORTED_MODULE_7__/* .FetchError */ .f ? (error.code ?? error.type) : error instanceof node_fetch__WEBPACK_IMPORTED_MODULE_8__/* .AbortError */ .l ? 'ABORTED' : '';
    // What the guarded look-up threw: node-fetch hands on its code only.
    if (code === 'address-not-allowed')
        return (0,_addresses_js__WEBPACK_IMPORTED_MODULE_5__/* .addressNotAllowed */ .Wg)(url.hostname);
    // The same codes from a connection that stood (`read`, `write`) come after the request may have gone out.
    const stood = error instanceof node_fetch__WEBPACK_IMPORTED_MODULE_7__/* .FetchError */ .f && 'erroredSysCall' in error && /^(read|write)$/.test(String(error.erroredSysCall));
    if (neverArrived.has(code) && !stood) {
        return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('connection-refused', `${host} cannot be reached (${code}).`, 'Check the host name, the network of the runner, and a proxy that may be needed (NODE_USE_ENV_PROXY, HTTPS_PROXY).', { host, reason: code });
    }
    if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code)) {
        return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('connection-refused', `The certificate of ${host} is not trusted (${code}).`, 'Name the CA that signed it in NODE_EXTRA_CA_CERTS.', { host, reason: code });
    }
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('connection-lost', `The connection to ${host} broke before the answer was complete.`, 'The same batch can be run again safely: it first looks whether the effect is there.', { host, reason: code || 'unknown' }, error);
}
function redirected(from, to) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('redirected', `${from.host} redirects to ${to?.host ?? 'an address that is none'}, and credentials are not sent elsewhere.`, 'Use the address that it redirects to in the request, if that server is yours.', { from: from.host, to: to?.host ?? null });
}
function writeInDryRun(method, url) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('write-in-dry-run', `A dry run was about to send ${method} ${url.pathname}, and was stopped.`, 'This is a fault of create-issues-and-prs: please report it. Nothing was changed.', { method, host: url.host });
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
