export const id = 112;
export const ids = [112];
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

/***/ 76622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openBullmqQueue: () => (/* binding */ openBullmqQueue)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/ioredis/built/index.js
var built = __webpack_require__(67796);
// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/adapters/redis/link.js + 4 modules
var redis_link = __webpack_require__(4031);
// EXTERNAL MODULE: ./node_modules/bullmq/dist/cjs/index.js
var cjs = __webpack_require__(11365);
;// CONCATENATED MODULE: ./lib/adapters/redis/part-jobs.js
/**
 * BullMQ as it is used here: it hands parts of batches to hosts at once, in turn, and takes them back from hosts that died.
 * It holds names only, and nothing depends on its memory: what it loses is handed to it again.
 */



const queueName = 'batches';
/** How often hosts may die on one part before BullMQ drops it; it is handed out again all the same. */
const maxStalledCount = 1_000;
/** Milliseconds that the worker gets to tell Redis of its last jobs when it stops. */
const lastWords = 3_000;
/** Milliseconds that one command of a hand-out may take. */
const commandTimeout = 5_000;
class PartJobs {
    #url;
    #connections = [];
    #queue;
    #worker;
    constructor(url) {
        this.#url = url;
        this.#queue = new cjs.Queue(queueName, {
            connection: this.#connect({ commandTimeout }),
            prefix: redis_link/* prefix */.Pl,
            skipVersionCheck: true,
        });
        this.#queue.on('error', () => { });
    }
    /**
     * Errors show as commands that do not end, and the link tells of them. Connections that BullMQ makes of this one are
     * kept too: a Redis that is away must not hold a process that ends.
     */
    #connect(more = {}) {
        const redis = new built.Redis(this.#url, { ...(0,redis_link/* connectionOptions */.HZ)(), ...more });
        redis.on('error', () => { });
        this.#connections.push(redis);
        const { duplicate } = redis;
        redis.duplicate = (...args) => {
            const copy = duplicate.apply(redis, args);
            copy.on('error', () => { });
            this.#connections.push(copy);
            return copy;
        };
        return redis;
    }
    /** What the key of a job begins with; its name follows. */
    get keyPrefix() {
        return this.#queue.toKey('');
    }
    /**
     * Hands parts out; one that is in BullMQ's lists already is not given twice. The first parts of all batches come before
     * the second of any, so that a large batch does not keep a small one waiting. Throws what Redis throws.
     */
    async add(parts) {
        const jobs = parts.map(({ id, nonce, part }) => ({
            name: 'part',
            data: { id, nonce, part },
            opts: { jobId: `${nonce}-${part}`, priority: part, removeOnComplete: true, removeOnFail: true },
        }));
        if (jobs.length > 0)
            await this.#queue.addBulk(jobs);
    }
    /** Begins to take parts. */
    start({ concurrency, stalled, work }) {
        const worker = new cjs.Worker(queueName, (job) => work(job.data), {
            connection: this.#connect(),
            prefix: redis_link/* prefix */.Pl,
            concurrency,
            lockDuration: stalled,
            stalledInterval: stalled / 2,
            maxStalledCount,
            skipVersionCheck: true,
        });
        // A lock that was lost while the host was cut off: who has the part is decided elsewhere.
        worker.on('error', () => { });
        this.#worker = worker;
    }
    /** Takes no more parts; what is under way goes on. */
    pause() {
        void this.#worker?.pause(true).catch(() => { });
    }
    async close() {
        const closed = [this.#worker?.close(), this.#queue.close()].map((ended) => ended?.catch(() => { }));
        const { promise: over, resolve } = Promise.withResolvers();
        const timer = setTimeout(resolve, lastWords);
        await Promise.race([Promise.all(closed), over]);
        clearTimeout(timer);
        for (const redis of this.#connections)
            if (redis.status !== 'end')
                redis.disconnect();
    }
}

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
    #listeners = new Set();
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
        for (const listener of this.#listeners)
            listener(id);
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
    listenAll(listener) {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
    }
    close() {
        clearInterval(this.#timer);
        this.#events.removeAllListeners();
        this.#subscriber.disconnect();
    }
}

;// CONCATENATED MODULE: ./lib/adapters/redis/queued-batches.js

/** Milliseconds for which a batch is kept: as long as the journal keeps its effects, and a dry run for a day. */
const retention = { real: 90 * 24 * 60 * 60_000, dryRun: 24 * 60 * 60_000 };
/** How many open batches one survey looks at. */
const surveySize = 200;
/** The patience of what is done again soon. */
const atOnce = () => 0;
const outline = ['digest', 'dryRun', 'items', 'state', 'accepted', 'ended', 'notBefore', 'answer'];
const whole = [...outline, 'sealed', 'key', 'parts', 'ticket'];
const keep = (dryRun) => (dryRun ? retention.dryRun : retention.real);
class QueuedBatches {
    #link;
    #patience;
    /** `patience`: milliseconds that a call waits for a Redis that is away. */
    constructor(link, patience) {
        this.#link = link;
        this.#patience = patience;
    }
    #run(name, keys, args, patience = this.#patience) {
        return this.#link.run(name, keys, args, patience);
    }
    #read(work, patience = this.#patience) {
        return this.#link.patiently(work, patience);
    }
    async enqueue(ticket, { limit, replaceDone }) {
        const { id, nonce, digest, dryRun, items, parts, sealed, sealedWith, acceptedAt } = ticket;
        const [outcome] = await this.#run('enqueue', [`queued:${id}`, `parts:${id}`, 'queue:waiting', 'queue:open', 'queue:all', `progress:${id}`], [
            ...[id, nonce, digest, dryRun ? 1 : 0, JSON.stringify(items), Buffer.from(sealed).toString('base64')],
            ...[sealedWith, parts, limit, replaceDone ? 1 : 0, retention.real, acceptedAt ?? ''],
        ]);
        return outcome;
    }
    /** `sealKeys`: those that the taker has. */
    async take({ id, nonce, part }, worker, { stale, grace }, sealKeys) {
        const keys = [`queued:${id}`, `parts:${id}`, 'queue:waiting'];
        const [outcome] = await this.#run('take', keys, [id, nonce, part, worker, stale, grace, ...sealKeys]);
        return outcome;
    }
    async beat(parts, worker) {
        const keys = parts.map(({ id }) => `parts:${id}`);
        await this.#run('beat', keys, [worker, ...parts.map(({ part }) => part)], atOnce);
    }
    /** `wait`: milliseconds until a part that is not at its end may go on. */
    async settle({ id, nonce, part }, worker, outcome, wait) {
        const args = [nonce, part, worker, outcome.state, JSON.stringify(outcome), wait];
        const [kept] = await this.#run('settle', [`queued:${id}`, `parts:${id}`], args);
        return kept;
    }
    /** The outcomes of all parts in their order, as long as each has one. */
    async outcomes(id) {
        const fields = await this.#read((redis) => redis.hgetall(`${redis_link/* prefix */.Pl}:parts:${id}`));
        const count = Object.keys(fields).filter((field) => field.endsWith(':state')).length;
        const texts = Array.from({ length: count }, (_, index) => fields[`${index + 1}:outcome`]);
        if (count === 0 || !texts.every((text) => text !== undefined))
            return undefined;
        return texts.map((text) => JSON.parse(text));
    }
    /** Gives the whole batch its answer. `again`: all its parts wait. */
    async conclude({ id, nonce, dryRun }, outcome) {
        const isAgain = outcome.state === 'again';
        const [kept] = await this.#run('conclude', [`queued:${id}`, `parts:${id}`, 'queue:waiting', 'queue:open', `progress:${id}`], [
            ...[id, nonce, isAgain ? 'waiting' : outcome.state, JSON.stringify(outcome.answer ?? null)],
            ...[keep(dryRun), isAgain ? (outcome.notBefore ?? '') : ''],
        ]);
        return kept;
    }
    async survey(sealKeys, { stale, grace }, jobPrefix) {
        const args = [surveySize, redis_link/* prefix */.Pl, stale, grace, jobPrefix, ...sealKeys];
        const [due, ended, foreign] = await this.#run('survey', ['queue:open'], args, atOnce);
        return {
            due: due.map(([id, nonce, part, since, job]) => {
                return { id, nonce, part: Number(part), since: Number(since), hasJob: job === 1 };
            }),
            ended: ended,
            foreign: foreign,
        };
    }
    async find(id) {
        return toBatch(id, await this.#read((redis) => redis.hmget(`${redis_link/* prefix */.Pl}:queued:${id}`, ...outline)));
    }
    /** Where batches are, for whoever minds them; undefined for those that are not there. */
    whereabouts(ids) {
        const read = async (id) => {
            const row = await this.#read((redis) => redis.hmget(`${redis_link/* prefix */.Pl}:queued:${id}`, 'state', 'ticket'), atOnce);
            return row[0] ? { state: row[0], nonce: row[1] ?? '' } : undefined;
        };
        return Promise.all(ids.map(read));
    }
    /** A batch with its sealed request, as long as that is there. */
    async whole(id) {
        const fields = await this.#read((redis) => redis.hmget(`${redis_link/* prefix */.Pl}:queued:${id}`, ...whole));
        const batch = toBatch(id, fields);
        const [sealed, key, parts, nonce] = fields.slice(outline.length);
        if (!batch || typeof sealed !== 'string' || typeof nonce !== 'string')
            return undefined;
        const more = { nonce, sealed: Buffer.from(sealed, 'base64'), sealedWith: key ?? '', parts: Number(parts) };
        return { batch, ticket: { ...batch, ...more } };
    }
    async recent(limit) {
        if (limit < 1)
            return [];
        const ids = await this.#read((redis) => redis.zrevrange(`${redis_link/* prefix */.Pl}:queue:all`, 0, limit - 1));
        const found = await Promise.all(ids.map((id) => this.find(id)));
        return found.filter((batch) => batch !== undefined);
    }
    async depth() {
        const [waiting, open] = await this.#read((redis) => Promise.all([redis.zcard(`${redis_link/* prefix */.Pl}:queue:waiting`), redis.zcard(`${redis_link/* prefix */.Pl}:queue:open`)]), () => 2_000);
        return { waiting, running: Math.max(0, open - waiting) };
    }
    /** Not durable: what does not arrive is told by the next phase, or by the answer. */
    keepProgress(id, item) {
        const key = `${redis_link/* prefix */.Pl}:progress:${id}`;
        const write = async (redis) => {
            await redis.multi().hset(key, String(item.index), JSON.stringify(item)).pexpire(key, retention.dryRun).exec();
        };
        void this.#link.patiently(write, atOnce).catch(() => { });
    }
    async progress(id) {
        const items = await this.#read((redis) => redis.hgetall(`${redis_link/* prefix */.Pl}:progress:${id}`));
        return Object.values(items)
            .map((text) => JSON.parse(text))
            .sort((a, b) => a.index - b.index);
    }
}
/** Which of how many. */
const partOf = ({ parts }, { part }) => ({ number: part, count: parts });
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

;// CONCATENATED MODULE: ./lib/adapters/redis/wards.js
/** Milliseconds for which the answer of a batch is minded, and of how many batches: callers have yet to fetch it. */
const minded = { time: 15 * 60_000, batches: 200 };
/** Told again after a loss: a batch that was accepted is not turned away. */
const unlimited = { limit: Number.MAX_SAFE_INTEGER, replaceDone: false };
/** Parts that this host works on, and batches that it minds. */
class Wards {
    #options;
    #wards = new Map();
    #underWork = new Map();
    constructor(options) {
        this.#options = options;
    }
    /** Minds a batch from now on; an earlier acceptance of it is forgotten. */
    mind(ticket) {
        if (this.#wards.get(ticket.id)?.ticket.nonce === ticket.nonce)
            return;
        this.#wards.set(ticket.id, { ticket, outcomes: new Map(), memory: this.#options.memory() });
    }
    /** The batch is at its end, which a Redis that loses its memory now forgets before anybody has read it. */
    concluded({ id, nonce }, outcome) {
        const ward = this.#wards.get(id);
        if (ward?.ticket.nonce === nonce && !ward.end)
            ward.end = { outcome, at: this.#options.clock.now() };
    }
    /** False: this host works on that part already. */
    begin(part) {
        if (this.#underWork.has(nameOf(part)))
            return false;
        this.#underWork.set(nameOf(part), part);
        return true;
    }
    end(part) {
        this.#underWork.delete(nameOf(part));
    }
    /** A sign of life for everything under work. */
    async beat() {
        const parts = [...this.#underWork.values()];
        if (parts.length > 0)
            await this.#options.batches.beat(parts, this.#options.worker);
    }
    /**
     * Tells Redis what came of a part. A batch that was lost with its memory meanwhile is first made known again. `last`:
     * now every part has ended or waits. Throws `journal-unavailable`.
     */
    async settle(part, outcome) {
        const { batches, worker, waitOf } = this.#options;
        for (;;) {
            const kept = await batches.settle(part, worker, outcome, waitOf(outcome));
            const ward = this.#wards.get(part.id);
            const mine = ward?.ticket.nonce === part.nonce ? ward : undefined;
            if (kept === 'gone' && mine) {
                await this.#tellAgain(mine);
                continue;
            }
            if (kept === 'gone')
                return 'overtaken';
            if (kept !== 'overtaken')
                mine?.outcomes.set(part.part, outcome);
            return kept;
        }
    }
    /** Tells again what Redis has lost, and forgets what is at its end. */
    async remind() {
        this.#forgetOld();
        const wards = [...this.#wards.values()];
        const found = await this.#options.batches.whereabouts(wards.map(({ ticket }) => ticket.id));
        for (const [index, ward] of wards.entries()) {
            const { id, nonce } = ward.ticket;
            const there = found[index];
            if (there && there.nonce !== nonce)
                this.#wards.delete(id);
            else if (!there || ward.memory !== this.#options.memory())
                await this.#tellAgain(ward);
            else if (!ward.end && (there.state === 'done' || there.state === 'lost'))
                await this.#learnEnd(ward);
        }
    }
    async #learnEnd({ ticket }) {
        const batch = await this.#options.batches.find(ticket.id);
        if (batch?.state === 'done' || batch?.state === 'lost') {
            this.concluded(ticket, { state: batch.state, answer: batch.answer });
        }
    }
    #forgetOld() {
        const ended = [...this.#wards.values()].filter(({ end }) => end !== undefined);
        const old = this.#options.clock.now() - minded.time;
        for (const [index, { ticket, end }] of ended.reverse().entries()) {
            if (index >= minded.batches || (end && end.at < old))
                this.#wards.delete(ticket.id);
        }
    }
    /** That a batch was accepted, which of its parts this host works on, and what came of others. */
    async #tellAgain(ward) {
        const { batches, worker, memory, waitOf, changed } = this.#options;
        const { ticket, outcomes } = ward;
        const { id, nonce, sealedWith } = ticket;
        const before = memory();
        // Somebody sent it anew meanwhile, and that is worked on.
        if ((await batches.enqueue(ticket, unlimited)) === 'known')
            return void this.#wards.delete(id);
        for (const part of this.#underWork.values()) {
            if (part.nonce === nonce)
                await batches.take(part, worker, { stale: 0, grace: 0 }, [sealedWith]);
        }
        for (const [part, outcome] of outcomes)
            await batches.settle({ id, nonce, part }, worker, outcome, waitOf(outcome));
        if (ward.end)
            await this.#tellEnd(ward, ward.end.outcome);
        ward.memory = before;
        changed(id);
    }
    async #tellEnd({ ticket, outcomes }, outcome) {
        const { batches, worker } = this.#options;
        const { id, nonce, parts } = ticket;
        for (let part = 1; part <= parts; part++) {
            if (!outcomes.has(part))
                await batches.settle({ id, nonce, part }, worker, { state: 'done', answer: null }, 0);
        }
        await batches.conclude(ticket, outcome);
    }
}
const nameOf = ({ nonce, part }) => `${nonce}-${part}`;

;// CONCATENATED MODULE: ./lib/adapters/bullmq-queue.js
/**
 * The queue of many hosts. Any host takes batches in, and any host works on any part of them. BullMQ hands parts out; the
 * batches themselves stand in hashes of ours, written by scripts, so that an answer is kept, a batch is never known and
 * forgotten, and everything can be told again to a Redis that lost its memory.
 */








/** Milliseconds between looks for what is to be done, and between signs of life. */
const rounds = 2_000;
const stalledDefault = 15_000;
/** Three rounds: enough for every host that lives to tell what was lost with Redis' memory. */
const graceDefault = 6_000;
/** Milliseconds after which a part that BullMQ has given to nobody is taken without it. */
const slow = 10_000;
/** Milliseconds that a start waits for a Redis that is not there yet. */
const startPatience = 30_000;
/** Milliseconds that a call waits for a Redis that is away, since a caller waits too; and those when this host stops. */
const patience = { running: 60_000, stopping: 2_000 };
/** Opens the queue. Throws `journal-unavailable` when Redis cannot be reached. */
async function openBullmqQueue(options) {
    await options.shared.link.patiently((redis) => redis.ping(), () => startPatience);
    return new BullmqQueue(options);
}
class BullmqQueue {
    kind = 'redis';
    #options;
    #times;
    #batches;
    #events;
    #eventsConnection;
    #jobs;
    /** The name of this host as it works. */
    #name = `${(0,external_node_crypto_.randomUUID)()}`;
    #wards;
    #timers;
    #stopListening;
    #running = new Set();
    #warnedOf = new Set();
    /** Batches that had ended, and no answer, at the last look: their last worker may be about to give it. */
    #endedBefore = [];
    #work;
    #isMakingRound = false;
    #isStopping = false;
    constructor(options) {
        this.#options = options;
        this.#times = { stale: options.stalled ?? stalledDefault, grace: options.grace ?? graceDefault };
        const { link } = options.shared;
        this.#batches = new QueuedBatches(link, () => (this.#isStopping ? patience.stopping : patience.running));
        this.#eventsConnection = new built.Redis(options.url, (0,redis_link/* connectionOptions */.HZ)());
        this.#eventsConnection.on('error', () => { });
        this.#events = new QueueEvents(this.#eventsConnection, (id) => this.#batches.find(id));
        this.#jobs = new PartJobs(options.url);
        this.#wards = new Wards({
            batches: this.#batches,
            worker: this.#name,
            clock: options.clock,
            memory: () => link.memory,
            waitOf: (outcome) => this.#waitOf(outcome),
            changed: (id) => this.#events.changed(id),
        });
        this.#timers = [() => void this.#round(), () => void this.#wards.beat().catch(() => { })].map((work) => setInterval(work, rounds).unref());
        this.#stopListening = options.shared.link.onLoss(() => void this.#round());
    }
    async add(ticket, options) {
        const accepted = { ...ticket, nonce: (0,external_node_crypto_.randomUUID)() };
        for (;;) {
            const outcome = await this.#batches.enqueue(accepted, options);
            if (outcome === 'full')
                return { outcome };
            const batch = await this.#batches.find(ticket.id);
            // Flushed between the two.
            if (!batch)
                continue;
            if (outcome === 'added')
                this.#accepted({ ...accepted, acceptedAt: batch.acceptedAt });
            return { outcome, batch };
        }
    }
    #accepted(ticket) {
        const { id, nonce, parts } = ticket;
        this.#wards.mind(ticket);
        const all = Array.from({ length: parts }, (_, index) => ({ id, nonce, part: index + 1 }));
        // What does not arrive is handed out by the next round of any host.
        this.#jobs.add(all).catch(() => { });
        this.#events.changed(id);
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
        this.#work = { ...work, concurrency };
        this.#jobs.start({ concurrency, stalled: this.#times.stale, work: (part) => this.#workOn(part) });
        return {
            stop: async () => {
                this.#isStopping = true;
                this.#jobs.pause();
                await Promise.all(this.#running);
            },
        };
    }
    /** Works on a part, where this host may have it and has a hand free. Never throws. */
    async #workOn(part) {
        const work = this.#work;
        if (!work || this.#isStopping || this.#running.size >= work.concurrency || !this.#wards.begin(part))
            return;
        const run = this.#takeAndCarryOut(part, work)
            // Redis is away: the part is handed out again once it is back.
            .catch(() => { })
            .finally(() => {
            this.#wards.end(part);
            this.#running.delete(run);
        });
        this.#running.add(run);
        await run;
    }
    async #takeAndCarryOut(part, work) {
        if ((await this.#batches.take(part, this.#name, this.#times, work.keys)) !== 'taken')
            return;
        const whole = await this.#batches.whole(part.id);
        if (whole?.ticket.nonce !== part.nonce)
            return;
        const { batch, ticket } = whole;
        this.#wards.mind(ticket);
        this.#events.changed(part.id);
        const outcome = await work.carryOut(batch, partOf(ticket, part), ticket.sealed);
        if ((await this.#settle(part, outcome)) === 'last')
            await this.#gather(whole, work);
    }
    /** Told until Redis takes it, or this host is to stop. */
    async #settle(part, outcome) {
        for (;;) {
            try {
                return await this.#wards.settle(part, outcome);
            }
            catch {
                // Stopped meanwhile: it still counts as running, and another host, or the next start, goes on with it.
                if (this.#isStopping)
                    return 'kept';
            }
        }
    }
    #waitOf(outcome) {
        const until = outcome.state === 'again' ? outcome.notBefore : null;
        return until === null ? 0 : Math.max(0, Math.ceil(until - this.#options.clock.now()));
    }
    /** Every part has ended or waits for its time: the batch gets its answer, from whichever host sees it. */
    async #gather({ batch, ticket }, work) {
        const outcomes = await this.#batches.outcomes(ticket.id);
        if (!outcomes)
            return;
        const outcome = await work.gather(batch, outcomes);
        if ((await this.#batches.conclude(ticket, outcome)) !== 'kept')
            return;
        if (outcome.state !== 'again')
            this.#wards.concluded(ticket, outcome);
        this.#events.changed(ticket.id);
    }
    /** Every host, every two seconds: what Redis lost is told again, and what is left lying about is taken up. */
    async #round() {
        if (this.#isMakingRound)
            return;
        this.#isMakingRound = true;
        try {
            await this.#wards.remind();
            await this.#lookRound();
        }
        catch {
            // Redis is away: the next round.
        }
        finally {
            this.#isMakingRound = false;
        }
    }
    async #lookRound() {
        const work = this.#work;
        if (!work || this.#isStopping)
            return;
        const survey = await this.#batches.survey(work.keys, this.#times, this.#jobs.keyPrefix);
        this.#warnOfForeign(survey);
        // A Redis that answers here and not there must not keep a round from its end.
        void this.#jobs.add(survey.due.filter(({ hasJob }) => !hasJob)).catch(() => { });
        for (const part of survey.due)
            if (part.since >= slow)
                void this.#workOn(part);
        const left = survey.ended.filter((id) => this.#endedBefore.includes(id));
        this.#endedBefore = survey.ended;
        for (const id of left) {
            const whole = await this.#batches.whole(id);
            if (whole)
                await this.#gather(whole, work);
        }
    }
    #warnOfForeign({ foreign }) {
        for (const batch of foreign) {
            if (this.#warnedOf.has(batch))
                continue;
            this.#warnedOf.add(batch);
            this.#options.log.write('error', (0,errors/* describe */.q0)(foreignKey()), { batch });
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
    listenAll(listener) {
        return this.#events.listenAll(listener);
    }
    async close() {
        for (const timer of this.#timers)
            clearInterval(timer);
        this.#stopListening();
        this.#events.close();
        await this.#jobs.close();
        this.#eventsConnection.disconnect();
        await this.#options.shared.release();
    }
}
function foreignKey() {
    return (0,errors/* fail */.fJ)('configuration-invalid', 'This host cannot open a waiting batch: it was sealed under another key. It is left for a host that has that key.', 'Give all hosts the same STATE_KEY; the one of before may stay as STATE_KEY_OLD until what waits is done.');
}


/***/ })

};
