export const id = 506;
export const ids = [506];
export const modules = {

/***/ 97506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openRedisJournal: () => (/* binding */ openRedisJournal)
});

// UNUSED EXPORTS: retention

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/holding.js
var holding = __webpack_require__(31952);
;// CONCATENATED MODULE: ./lib/adapters/redis/leases.js
/** Leases in Redis: one process of any host works on an item, and one that was paused or cut off learns that it lost it. */

/** Milliseconds for which a lease holds without being renewed. */
const leaseTime = 20_000;
/** Milliseconds between renewals. */
const heartbeat = 2_000;
/** Three heartbeats: enough for every holder that lives to claim again what was lost with Redis' memory. */
const defaultGrace = 6_000;
/** How many leases one script renews. */
const atOnce = 500;
const noClaim = { text: '', renewed: () => { }, lost: () => { } };
class RedisLeases {
    length = leaseTime;
    #options;
    #held = new Map();
    #timer;
    #stopListening;
    #isRenewing = false;
    constructor(options) {
        this.#options = options;
        this.#timer = setInterval(() => void this.#renewAll(), heartbeat);
        this.#timer.unref();
        this.#stopListening = options.link.onLoss(() => void this.#renewAll());
    }
    /** Undefined: another has it, or it may be claimed again by a holder of before a loss. */
    async acquire(itemKey) {
        if (this.#held.has(itemKey))
            return undefined;
        const { link, clock, patience, keep, grace = defaultGrace } = this.#options;
        const now = clock.now();
        const [fence] = await link.run('acquire', [`lease:${itemKey}`], [(0,external_node_crypto_.randomUUID)(), leaseTime, grace, keep], patience);
        if (fence === '')
            return undefined;
        const mine = { fence: String(fence), memory: link.memory, renewed: now, isLost: false };
        this.#held.set(itemKey, mine);
        return {
            fence: Number(fence),
            held: (strictly = false) => this.#held.get(itemKey) === mine && this.#isHeld(mine, strictly),
            confirm: async () => {
                if (this.#held.get(itemKey) === mine && !mine.isLost)
                    await this.#renew([[itemKey, mine]], patience);
                return this.#held.get(itemKey) === mine && !mine.isLost;
            },
            release: () => this.#release(itemKey, mine),
        };
    }
    /** A pause alone loses nothing: the next write asks Redis, and is refused when another took the item meanwhile. */
    #isHeld(mine, strictly) {
        return !mine.isLost && (!strictly || this.#options.clock.now() < mine.renewed + leaseTime);
    }
    async #release(itemKey, mine) {
        if (this.#held.get(itemKey) !== mine)
            return;
        this.#held.delete(itemKey);
        if (mine.isLost)
            return;
        await this.#options.link.run('release', [`lease:${itemKey}`], [mine.fence], this.#options.patience);
    }
    claim(itemKey) {
        const mine = this.#held.get(itemKey);
        if (!mine)
            return noClaim;
        const now = this.#options.clock.now();
        return {
            text: this.#claimText(mine, now),
            renewed: () => {
                mine.renewed = Math.max(mine.renewed, now);
            },
            lost: () => {
                mine.isLost = true;
            },
        };
    }
    /** With `!` where nobody can have overtaken this holder: its time is not over, or it is over because Redis was away. */
    #claimText({ fence, renewed }, now) {
        const unbroken = now < renewed + leaseTime || this.#options.link.wasAway(renewed);
        return unbroken ? `${fence}!` : fence;
    }
    /** True where this process held the item before Redis lost its memory, and holds it still. */
    spansLoss(itemKey) {
        const mine = this.#held.get(itemKey);
        return mine !== undefined && !mine.isLost && mine.memory !== this.#options.link.memory;
    }
    async #renewAll() {
        if (this.#isRenewing)
            return;
        this.#isRenewing = true;
        try {
            const all = [...this.#held].filter(([, { isLost }]) => !isLost);
            for (let i = 0; i < all.length; i += atOnce)
                await this.#renew(all.slice(i, i + atOnce));
        }
        catch {
            // Redis is away: the next heartbeat tries again, and the leases run out if it stays so.
        }
        finally {
            this.#isRenewing = false;
        }
    }
    async #renew(some, patience = () => 0) {
        const { link, clock, keep } = this.#options;
        const now = clock.now();
        const keys = some.map(([itemKey]) => `lease:${itemKey}`);
        const claims = some.map(([, mine]) => this.#claimText(mine, now));
        const [answers] = await link.run('renew', keys, [leaseTime, keep, ...claims], patience);
        for (const [index, [, mine]] of some.entries()) {
            if (answers[index] === 1)
                mine.renewed = Math.max(mine.renewed, now);
            else
                mine.isLost = true;
        }
    }
    close() {
        clearInterval(this.#timer);
        this.#stopListening();
    }
}

// EXTERNAL MODULE: ./lib/adapters/redis/link.js + 4 modules
var redis_link = __webpack_require__(4031);
;// CONCATENATED MODULE: ./lib/adapters/redis-store.js
/**
 * The journal in Redis, for many hosts. Every write is one script that checks the holder's fence, may be sent again when
 * its answer is lost, and waits for a Redis that is away. Where Redis lost what it knew, a step that is not recorded counts
 * as begun when the loss was, so that it is looked up until the far side has settled before it is done.
 */





/** Milliseconds after which a batch and its steps are forgotten. */
const retention = 90 * 24 * 60 * 60 * 1000;
/** Milliseconds for which Redis is waited for: more than the minute that a restart or a failover may take. */
const longPatience = 120_000;
/** The same once the run is cancelled: a runner kills it soon after. */
const shortPatience = 2_000;
const batchesShown = 1_000;
/** Opens the journal. Throws `journal-unavailable` when Redis cannot be reached. */
async function openRedisJournal(options) {
    const journal = new RedisJournal(options);
    await journal.check();
    return journal;
}
class RedisJournal {
    #options;
    #link;
    #clock;
    #leases;
    /** The nonce of each intent of this process, so that a late copy of a command takes back no newer intent. */
    #intents = new Map();
    #begun = new Map();
    #stopListening;
    constructor(options) {
        this.#options = options;
        this.#link = options.link;
        this.#clock = options.clock;
        this.#leases = new RedisLeases({
            link: options.link,
            clock: options.clock,
            patience: this.#patience,
            keep: retention,
            ...(options.grace === undefined ? {} : { grace: options.grace }),
        });
        this.#stopListening = options.link.onLoss(() => void this.#beginAgain());
    }
    /** What was lost with Redis' memory, of the batches that run: who ends one may be another process. */
    async #beginAgain() {
        // What does not arrive now is told by the end of the batch.
        for (const [id, begun] of this.#begun)
            await this.beginBatch({ id, ...begun }).catch(() => { });
    }
    #patience = () => (this.#options.signal?.aborted ? shortPatience : (this.#options.patience ?? longPatience));
    #run(name, keys, args) {
        return this.#link.run(name, keys, args, this.#patience);
    }
    #read(work) {
        return this.#link.patiently(work, this.#patience);
    }
    async check() {
        await this.#read((redis) => redis.ping());
    }
    async beginBatch({ id, digest, itemKeys }) {
        this.#begun.set(id, { digest, itemKeys });
        const keys = [`batch:${id}`, 'batches', ...itemKeys.map((key) => `holders:${key}`)];
        const [row] = await this.#run('beginBatch', keys, [id, digest, JSON.stringify(itemKeys), retention]);
        return toBatch(id, row);
    }
    async endBatch(id, response) {
        const end = () => this.#run('endBatch', [`batch:${id}`], [JSON.stringify(response ?? null), retention]);
        const [known] = await end();
        const begun = this.#begun.get(id);
        if (known === 0 && begun) {
            // Lost with Redis' memory while it ran.
            await this.beginBatch({ id, ...begun });
            await end();
        }
        this.#begun.delete(id);
    }
    async batch(id) {
        const fields = ['digest', 'created', 'state', 'response'];
        return toBatch(id, await this.#read((redis) => redis.hmget(`${redis_link/* prefix */.Pl}:batch:${id}`, ...fields)));
    }
    async step(itemKey, step) {
        if (this.#options.readOnly) {
            const field = await this.#read((redis) => redis.hget(`${redis_link/* prefix */.Pl}:steps:${itemKey}`, step));
            return field === null ? undefined : toRecord(field);
        }
        const [state, field, age] = await this.#step('readStep', itemKey, step);
        const at = this.#clock.now() - Number(age);
        if (state === 'found')
            return toRecord(String(field), at);
        // Who held the item before the loss and still does knows that nobody else began anything.
        const isLost = state === 'doubt' && !this.#leases.spansLoss(itemKey);
        return isLost ? { state: 'intent', at } : undefined;
    }
    async intend(itemKey, step, run) {
        const nonce = (0,external_node_crypto_.randomUUID)();
        await this.#step('intend', itemKey, step, nonce, marked(run));
        this.#intents.set(`${itemKey} ${step}`, nonce);
    }
    async record(itemKey, step, value, doubtful = false, run) {
        await this.#step('record', itemKey, step, `${doubtful ? 1 : 0} ${JSON.stringify(value ?? null)}${marked(run)}`);
        this.#intents.delete(`${itemKey} ${step}`);
    }
    async retract(itemKey, step) {
        await this.#step('retract', itemKey, step, this.#intents.get(`${itemKey} ${step}`) ?? '');
        this.#intents.delete(`${itemKey} ${step}`);
    }
    /** One script on a step, with the claim of this process on its item. Throws `already-running` when it was overtaken. */
    async #step(name, itemKey, step, ...more) {
        const claim = this.#leases.claim(itemKey);
        const answer = await this.#run(name, [`steps:${itemKey}`, `lease:${itemKey}`], [step, claim.text, this.#leases.length, retention, ...more]);
        if (answer[0] !== 'fenced') {
            claim.renewed();
            return answer;
        }
        claim.lost();
        throw (0,holding/* overtaken */.K1)();
    }
    acquire(itemKey) {
        return this.#leases.acquire(itemKey);
    }
    async batches() {
        const ids = await this.#read((redis) => redis.zrevrange(`${redis_link/* prefix */.Pl}:batches`, 0, batchesShown - 1));
        const rows = await Promise.all(ids.map((id) => this.#read((redis) => redis.hmget(`${redis_link/* prefix */.Pl}:batch:${id}`, 'digest', 'created', 'state', 'items'))));
        return rows.flatMap(([digest, created, state, items], index) => typeof digest === 'string'
            ? [
                {
                    id: ids[index],
                    digest,
                    createdAt: Number(created),
                    state: state === 'done' ? 'done' : 'running',
                    items: JSON.parse(items ?? '[]').length,
                },
            ]
            : []);
    }
    async steps(batchId) {
        const items = await this.#read((redis) => redis.hget(`${redis_link/* prefix */.Pl}:batch:${batchId}`, 'items'));
        const keys = JSON.parse(items ?? '[]');
        const all = await Promise.all(keys.map((key) => this.#read((redis) => redis.hgetall(`${redis_link/* prefix */.Pl}:steps:${key}`))));
        return all.flatMap((steps, index) => Object.entries(steps)
            .map(([step, field]) => ({
            itemKey: keys[index],
            step: step,
            record: toRecord(field),
        }))
            .sort((a, b) => a.record.at - b.record.at));
    }
    async forget(batchId) {
        const [outcome] = await this.#run('forget', [`batch:${batchId}`, 'batches'], [batchId, redis_link/* prefix */.Pl]);
        if (outcome === 'busy')
            throw stillRunning(batchId);
        return outcome === 1;
    }
    async close() {
        this.#stopListening();
        this.#leases.close();
        await this.#options.release?.();
    }
}
function toBatch(id, [digest, created, state, response]) {
    if (typeof digest !== 'string')
        return undefined;
    return {
        id,
        digest,
        createdAt: Number(created),
        state: state === 'done' ? 'done' : 'running',
        response: typeof response === 'string' ? JSON.parse(response) : null,
    };
}
/** `at`: by this host's clock, where it is known how long ago it was. */
function toRecord(field, at) {
    const pattern = /^([id]) (\d+) (.*?)(?: @([\w.-]+))?$/s;
    const [, kind, written, rest, by] = pattern.exec(field);
    const time = at ?? Number(written);
    const run = by === undefined ? {} : { run: by };
    if (kind === 'i')
        return { state: 'intent', at: time, ...run };
    return { state: 'done', at: time, value: JSON.parse(rest.slice(2)), doubtful: rest.startsWith('1'), ...run };
}
/** How a run stands behind a step. What stands before ends as JSON or a nonce does: never like this. */
const marked = (run) => (run === undefined ? '' : ` @${run}`);
function stillRunning(batch) {
    return (0,errors/* fail */.fJ)('already-running', `Batch ${batch} is being worked on.`, 'Wait for that run to end, or cancel it first.', { batch });
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


/***/ })

};
