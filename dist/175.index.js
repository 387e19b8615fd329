export const id = 175;
export const ids = [175];
export const modules = {

/***/ 59175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRedisTokenUses: () => (/* binding */ openRedisTokenUses),
/* harmony export */   shareLink: () => (/* binding */ shareLink)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53871);
/* harmony import */ var _redis_link_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4031);
/** The one connection to Redis that a process shares, and what stands on it. */



const open = new Map();
/** The link to `url`: made for the first who asks, shared by the others. */
function shareLink(url, clock, log) {
    const entry = open.get(url) ?? { link: new _redis_link_js__WEBPACK_IMPORTED_MODULE_2__/* .RedisLink */ .GA({ url, clock, log }), users: 0 };
    open.set(url, entry);
    entry.users++;
    let isReleased = false;
    return {
        link: entry.link,
        async release() {
            if (isReleased)
                return;
            isReleased = true;
            if (--entry.users > 0)
                return;
            open.delete(url);
            await entry.link.close();
        },
    };
}
/** Milliseconds for which a Redis that is away is waited for before a token is refused. */
const patience = 10_000;
/** The replay guard's memory for all hosts: a token that one has accepted is refused by the others. */
function openRedisTokenUses({ link, release }) {
    return {
        async claim(id, until) {
            const [isFirst] = await link.run('claimToken', [`token:${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(id)}`], [(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), until], () => patience);
            return isFirst === 1;
        },
        close: release,
    };
}


/***/ }),

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


/***/ })

};
