export const id = 298;
export const ids = [298];
export const modules = {

/***/ 59807:
/***/ ((module) => {

function webpackEmptyAsyncContext(req) {
	// Here Promise.resolve().then() is used instead of new Promise() to prevent
	// uncaught exception popping up in devtools
	return Promise.resolve().then(() => {
		var e = new Error("Cannot find module '" + req + "'");
		e.code = 'MODULE_NOT_FOUND';
		throw e;
	});
}
webpackEmptyAsyncContext.keys = () => ([]);
webpackEmptyAsyncContext.resolve = webpackEmptyAsyncContext;
webpackEmptyAsyncContext.id = 59807;
module.exports = webpackEmptyAsyncContext;

/***/ }),

/***/ 83188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openBullmqQueue: () => (/* binding */ openBullmqQueue)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/bullmq/dist/cjs/index.js
var cjs = __webpack_require__(11365);
// EXTERNAL MODULE: ./node_modules/ioredis/built/index.js
var built = __webpack_require__(67796);
// EXTERNAL MODULE: ./lib/core/digest.js
var digest = __webpack_require__(53871);
// EXTERNAL MODULE: ./lib/adapters/redis/link.js + 4 modules
var redis_link = __webpack_require__(4031);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./lib/adapters/redis/queue-events.js
/**
 * What happens to batches, told on every host. Redis publishes to whoever listens at that moment; a look at each batch that
 * is listened to, every second, makes good what was said while nobody could hear it.
 */


const channel = `${redis_link/* prefix */.Pl}:events`;
const looks = 1_000;
class QueueEvents {
    #publisher;
    #subscriber;
    #find;
    #events = new external_node_events_.EventEmitter().setMaxListeners(0);
    /** What was told last of each batch that is listened to. */
    #told = new Map();
    #timer;
    constructor(redis, find) {
        this.#publisher = redis;
        this.#find = find;
        this.#subscriber = redis.duplicate();
        this.#subscriber.on('error', () => { });
        this.#subscriber.on('message', (_channel, text) => this.#hear(JSON.parse(text)));
        this.#subscriber.subscribe(channel).catch(() => { });
        this.#timer = setInterval(() => this.#lookAtAll(), looks);
        this.#timer.unref();
    }
    changed(id) {
        this.#publish({ id });
    }
    moved(id, item) {
        this.#publish({ id, item });
    }
    #publish(message) {
        if (this.#publisher.status === 'ready')
            this.#publisher.publish(channel, JSON.stringify(message)).catch(() => { });
    }
    #hear({ id, item }) {
        if (this.#events.listenerCount(id) === 0)
            return;
        if (item)
            this.#events.emit(id, { kind: 'item', item });
        else
            void this.#look(id);
    }
    #lookAtAll() {
        for (const id of this.#events.eventNames())
            void this.#look(String(id));
    }
    async #look(id) {
        const batch = await this.#find(id).catch(() => undefined);
        if (!batch || this.#events.listenerCount(id) === 0)
            return;
        const news = `${batch.state} ${batch.notBefore} ${batch.acceptedAt}`;
        if (this.#told.get(id) === news)
            return;
        this.#told.set(id, news);
        this.#events.emit(id, { kind: 'batch', batch });
    }
    listen(id, listener) {
        this.#events.on(id, listener);
        return () => {
            this.#events.off(id, listener);
            if (this.#events.listenerCount(id) === 0)
                this.#told.delete(id);
        };
    }
    close() {
        clearInterval(this.#timer);
        this.#events.removeAllListeners();
        this.#subscriber.disconnect();
    }
}

;// CONCATENATED MODULE: ./lib/adapters/redis/queued-batches.js
/** The batches of the queue as they stand in Redis: hashes, and sets of their ids by time. */


/** Milliseconds for which a batch is kept: as long as the journal keeps its effects, and a dry run for a day. */
const retention = { real: 90 * 24 * 60 * 60_000, dryRun: 24 * 60 * 60_000 };
/** Milliseconds that a call waits for a Redis that is away: a caller is waiting too. */
const patience = 60_000;
/** How many open batches one round looks at. */
const roundSize = 200;
const outline = ['digest', 'dryRun', 'items', 'state', 'accepted', 'ended', 'notBefore', 'answer'];
class QueuedBatches {
    #link;
    constructor(link) {
        this.#link = link;
    }
    #run(name, keys, args, wait = patience) {
        return this.#link.run(name, keys, args, () => wait);
    }
    #read(work, wait = patience) {
        return this.#link.patiently(work, () => wait);
    }
    async enqueue(ticket, { limit, replaceDone }) {
        const { id, digest, dryRun, items, sealed, acceptedAt } = ticket;
        const [outcome] = await this.#run('enqueue', [`queued:${id}`, 'queue:waiting', 'queue:open', 'queue:all', `progress:${id}`], [
            ...[id, (0,external_node_crypto_.randomUUID)(), digest, dryRun ? 1 : 0, JSON.stringify(items), Buffer.from(sealed).toString('base64')],
            ...[limit, replaceDone ? 1 : 0, retention.real, acceptedAt ?? ''],
        ]);
        return outcome;
    }
    async take(id, worker, stale) {
        const [outcome] = await this.#run('take', [`queued:${id}`, 'queue:waiting'], [id, worker, stale]);
        return outcome;
    }
    async beat(ids, worker) {
        const keys = ids.map((id) => `queued:${id}`);
        await this.#run('beat', keys, [worker], 0);
    }
    /** `notBefore` null: at once, by any host. */
    async settle(id, worker, outcome) {
        const isAgain = outcome.state === 'again';
        const { dryRun } = (await this.find(id)) ?? { dryRun: false };
        const keep = dryRun ? retention.dryRun : retention.real;
        const [kept] = await this.#run('settle', [`queued:${id}`, 'queue:waiting', 'queue:open', `progress:${id}`], [
            ...[id, worker, isAgain ? 'waiting' : outcome.state, JSON.stringify(outcome.answer ?? null)],
            ...[isAgain ? (outcome.notBefore ?? '') : '', keep],
        ]);
        return kept;
    }
    async find(id) {
        return toBatch(id, await this.#read((redis) => redis.hmget(`${redis_link/* prefix */.Pl}:queued:${id}`, ...outline)));
    }
    async state(id) {
        const state = await this.#read((redis) => redis.hget(`${redis_link/* prefix */.Pl}:queued:${id}`, 'state'), 0);
        return (state ?? undefined);
    }
    /** A batch with its sealed request. */
    async whole(id) {
        const fields = await this.#read((redis) => redis.hmget(`${redis_link/* prefix */.Pl}:queued:${id}`, ...outline, 'sealed'));
        const batch = toBatch(id, fields);
        const sealed = fields[outline.length];
        return batch && typeof sealed === 'string' ? { batch, sealed: Buffer.from(sealed, 'base64') } : undefined;
    }
    async recent(limit) {
        if (limit < 1)
            return [];
        const ids = await this.#read((redis) => redis.zrevrange(`${redis_link/* prefix */.Pl}:queue:all`, 0, limit - 1));
        const found = await Promise.all(ids.map((id) => this.find(id)));
        return found.filter((batch) => batch !== undefined);
    }
    async depth() {
        const [waiting, open] = await this.#read((redis) => Promise.all([redis.zcard(`${redis_link/* prefix */.Pl}:queue:waiting`), redis.zcard(`${redis_link/* prefix */.Pl}:queue:open`)]), 2_000);
        return { waiting, running: Math.max(0, open - waiting) };
    }
    /** Ids of batches that wait or run, the oldest first. */
    open() {
        return this.#read((redis) => redis.zrange(`${redis_link/* prefix */.Pl}:queue:open`, '0', String(roundSize - 1)), 0);
    }
    /** Not durable: what does not arrive is told by the next phase, or by the answer. */
    keepProgress(id, item) {
        const key = `${redis_link/* prefix */.Pl}:progress:${id}`;
        const keep = async (redis) => {
            await redis.multi().hset(key, String(item.index), JSON.stringify(item)).pexpire(key, retention.dryRun).exec();
        };
        void this.#link.patiently(keep, () => 0).catch(() => { });
    }
    async progress(id) {
        const items = await this.#read((redis) => redis.hgetall(`${redis_link/* prefix */.Pl}:progress:${id}`));
        return Object.values(items)
            .map((text) => JSON.parse(text))
            .sort((a, b) => a.index - b.index);
    }
}
function toBatch(id, fields) {
    const [digest, dryRun, items, state, accepted, ended, notBefore, answer] = fields;
    if (typeof state !== 'string' || typeof digest !== 'string')
        return undefined;
    return {
        id,
        digest,
        dryRun: dryRun === '1',
        items: JSON.parse(items ?? '[]'),
        state: state,
        acceptedAt: Number(accepted),
        endedAt: ended ? Number(ended) : null,
        notBefore: notBefore ? Number(notBefore) : null,
        answer: answer ? JSON.parse(answer) : null,
    };
}

;// CONCATENATED MODULE: ./lib/adapters/bullmq-queue.js
/**
 * The queue of many hosts. Any host takes batches in and any host works on them. BullMQ hands out ids and takes back those
 * of hosts that died; the batches themselves stand in hashes of ours, written by scripts, so that an answer is kept, a
 * batch is never known and forgotten, and everything can be told again to a Redis that lost its memory.
 */







const queueName = 'batches';
/** Milliseconds between looks for batches that no job carries, and for those that Redis lost. */
const rounds = 2_000;
/** Milliseconds after which a batch that another host works on is looked at again. */
const busyPause = 5_000;
const stalledDefault = 15_000;
/** How often hosts may die on one batch before BullMQ gives it up; the next round takes it up again all the same. */
const maxStalledCount = 1_000;
/** Milliseconds that a start waits for a Redis that is not there yet. */
const startPatience = 30_000;
/** Opens the queue. Throws `journal-unavailable` when Redis cannot be reached. */
async function openBullmqQueue(options) {
    await options.shared.link.patiently((redis) => redis.ping(), () => startPatience);
    return new BullmqQueue(options);
}
class BullmqQueue {
    kind = 'redis';
    #options;
    #batches;
    #events;
    #jobs;
    #connections = [];
    #worker = `${(0,external_node_crypto_.randomUUID)()}`;
    /** Batches that this host has taken in or works on: what it can tell Redis again. */
    #wards = new Map();
    #underWork = new Set();
    #rounds;
    #stopListening;
    #isMakingRound = false;
    #isStopping = false;
    constructor(options) {
        this.#options = options;
        this.#batches = new QueuedBatches(options.shared.link);
        this.#events = new QueueEvents(this.#connect(), (id) => this.#batches.find(id));
        this.#jobs = new cjs.Queue(queueName, { connection: this.#connect(), prefix: redis_link/* prefix */.Pl });
        this.#jobs.on('error', () => { });
        this.#rounds = setInterval(() => void this.#round(), rounds);
        this.#rounds.unref();
        this.#stopListening = options.shared.link.onLoss(() => void this.#round());
    }
    /** BullMQ wants connections that wait for ever; errors show as commands that do not end, and the link tells of them. */
    #connect() {
        const redis = new built.Redis(this.#options.url, (0,redis_link/* connectionOptions */.HZ)());
        redis.on('error', () => { });
        this.#connections.push(redis);
        return redis;
    }
    async add(ticket, { limit, replaceDone }) {
        for (;;) {
            const outcome = await this.#batches.enqueue(ticket, { limit, replaceDone });
            if (outcome === 'full')
                return { outcome };
            const batch = await this.#batches.find(ticket.id);
            // Flushed between the two.
            if (!batch)
                continue;
            if (outcome === 'added') {
                this.#wards.set(ticket.id, { ...ticket, acceptedAt: batch.acceptedAt });
                void this.#carry(ticket.id, 0);
                this.#events.changed(ticket.id);
            }
            return { outcome, batch };
        }
    }
    /** Gives the id to BullMQ; one that it has already is not given twice. A failure is made good by the next round. */
    async #carry(id, delay) {
        try {
            const jobId = jobOf(id);
            await this.#jobs.add('batch', { id }, { jobId, delay, removeOnComplete: true, removeOnFail: true });
        }
        catch {
            // Closing, or Redis is away.
        }
    }
    find(id) {
        return this.#batches.find(id);
    }
    recent(limit) {
        return this.#batches.recent(limit);
    }
    depth() {
        return this.#batches.depth();
    }
    start(concurrency, work) {
        const stalled = this.#options.stalled ?? stalledDefault;
        const worker = new cjs.Worker(queueName, (job, token) => this.#process(job, token ?? '', work), {
            connection: this.#connect(),
            prefix: redis_link/* prefix */.Pl,
            concurrency,
            lockDuration: stalled,
            stalledInterval: stalled / 2,
            maxStalledCount,
        });
        // A lock that was lost while the host was cut off: the batch itself is kept by `settle`.
        worker.on('error', () => { });
        return {
            stop: async () => {
                this.#isStopping = true;
                await worker.close();
            },
        };
    }
    async #process(job, token, work) {
        const { id } = job.data;
        const taken = this.#underWork.has(id) ? 'busy' : await this.#take(id);
        if (taken === 'over')
            return;
        if (taken === 'busy')
            return this.#later(job, token, busyPause);
        try {
            const outcome = await work(taken.batch, taken.sealed);
            await this.#settle(taken, outcome);
            this.#underWork.delete(id);
            if (outcome.state !== 'again')
                return;
            const pause = outcome.notBefore === null ? 0 : outcome.notBefore - this.#options.clock.now();
            await this.#later(job, token, Math.max(0, pause));
        }
        finally {
            this.#underWork.delete(id);
        }
    }
    async #take(id) {
        this.#underWork.add(id);
        const outcome = await this.#batches.take(id, this.#worker, this.#options.stalled ?? stalledDefault);
        const taken = outcome === 'taken' ? await this.#batches.whole(id) : undefined;
        if (!taken) {
            this.#underWork.delete(id);
            return outcome === 'busy' ? 'busy' : 'over';
        }
        const { batch, sealed } = taken;
        this.#wards.set(id, { ...batch, sealed });
        this.#events.changed(id);
        return taken;
    }
    /** Puts the job back, for any host. The error tells BullMQ that this was done. */
    async #later(job, token, pause) {
        await job.moveToDelayed(this.#options.clock.now() + pause, token);
        throw new cjs.DelayedError();
    }
    /** Told until Redis takes it; one that was lost with its memory meanwhile is first made known again. */
    async #settle({ batch, sealed }, outcome) {
        for (;;) {
            try {
                const kept = await this.#batches.settle(batch.id, this.#worker, outcome);
                if (kept !== 'gone')
                    break;
                await this.#batches.enqueue({ ...batch, sealed }, { limit: Number.MAX_SAFE_INTEGER, replaceDone: false });
            }
            catch {
                // Stopped meanwhile: it still counts as running, and another host, or the next start, goes on with it.
                if (this.#isStopping)
                    return;
            }
        }
        if (outcome.state !== 'again')
            this.#wards.delete(batch.id);
        this.#events.changed(batch.id);
    }
    /** Every host, every two seconds: a sign of life, what Redis lost is told again, and what no job carries gets one. */
    async #round() {
        if (this.#isMakingRound)
            return;
        this.#isMakingRound = true;
        try {
            await this.#batches.beat([...this.#underWork], this.#worker);
            await this.#remind();
            for (const id of await this.#batches.open())
                await this.#carryOn(id);
        }
        catch {
            // Redis is away: the next round.
        }
        finally {
            this.#isMakingRound = false;
        }
    }
    /**
     * A job for a batch whose job is in none of BullMQ's lists: its host died between two writes, or Redis lost it. What is
     * left of it is removed first, or BullMQ would take the new one for known.
     */
    async #carryOn(id) {
        const state = await this.#jobs.getJobState(jobOf(id));
        if (state !== 'unknown' && state !== 'completed' && state !== 'failed')
            return;
        await this.#jobs.remove(jobOf(id)).catch(() => { });
        const notBefore = (await this.#batches.find(id))?.notBefore ?? 0;
        await this.#carry(id, Math.max(0, notBefore - this.#options.clock.now()));
    }
    async #remind() {
        for (const [id, ticket] of this.#wards) {
            const state = await this.#batches.state(id);
            if (state === 'done' || state === 'lost')
                this.#wards.delete(id);
            if (state !== undefined)
                continue;
            await this.#batches.enqueue(ticket, { limit: Number.MAX_SAFE_INTEGER, replaceDone: false });
            if (this.#underWork.has(id))
                await this.#batches.take(id, this.#worker, 0);
            this.#events.changed(id);
        }
    }
    tell(id, item) {
        this.#events.moved(id, item);
        this.#batches.keepProgress(id, item);
    }
    progress(id) {
        return this.#batches.progress(id);
    }
    listen(id, listener) {
        return this.#events.listen(id, listener);
    }
    async close() {
        clearInterval(this.#rounds);
        this.#stopListening();
        this.#events.close();
        await this.#jobs.close().catch(() => { });
        for (const redis of this.#connections)
            redis.disconnect();
        await this.#options.shared.release();
    }
}
/** BullMQ takes no `:` and no bare number as an id, and callers choose theirs. */
const jobOf = (id) => `batch-${(0,digest/* sha256 */.s)(id)}`;


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
