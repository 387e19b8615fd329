export const id = 316;
export const ids = [316];
export const modules = {

/***/ 45316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ serve)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/request/jwt-key.js
var jwt_key = __webpack_require__(13458);
// EXTERNAL MODULE: ./node_modules/hono/dist/index.js + 16 modules
var dist = __webpack_require__(93345);
// EXTERNAL MODULE: ./node_modules/hono/dist/http-exception.js
var http_exception = __webpack_require__(73040);
// EXTERNAL MODULE: ./lib/core/ist.js
var ist = __webpack_require__(91779);
// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
// EXTERNAL MODULE: ./lib/request/authenticate.js
var authenticate = __webpack_require__(45452);
;// CONCATENATED MODULE: ./lib/faces/http/batch-wire.js

/** Batches in a list. */
const listed = 50;
/** The newest batches, the newest first. */
async function summaries(queue) {
    return { batches: await Promise.all((await queue.recent(listed)).map((batch) => summaryOf(queue, batch))) };
}
/** Nothing of it moves any more. */
const isOver = ({ state }) => state === 'done' || state === 'lost';
const time = (at) => (at === null ? null : (0,ist/* ist */.R)(at));
const statusOf = (batch) => (batch.state === 'done' ? 'completed' : batch.state);
/** How far a batch is, in a line. */
async function summaryOf(queue, batch) {
    const results = batch.answer?.results?.length ?? 0;
    const moving = batch.state === 'running' ? await queue.progress(batch.id) : undefined;
    return {
        batch_id: batch.id,
        status: statusOf(batch),
        dry_run: batch.dryRun,
        accepted_at: (0,ist/* ist */.R)(batch.acceptedAt),
        ended_at: time(batch.endedAt),
        items: batch.items.length,
        done: moving ? moving.filter(({ phase }) => phase === 'done').length : results,
        failed_count: batch.state === 'done' ? batch.answer.failed_count : null,
        packages: batch.items.slice(0, 3).map(({ package_name }) => package_name),
    };
}
/** One batch, and how far each of its items is. */
function toWireBatch(batch, progress) {
    const ended = isOver(batch);
    const response = batch.state === 'lost' ? null : batch.answer;
    const known = new Map(progress.map((item) => [item.index, item]));
    for (const result of response?.results ?? []) {
        if (!known.has(result.index))
            known.set(result.index, { index: result.index, phase: 'done', result });
    }
    return {
        batch_id: batch.id,
        status: statusOf(batch),
        dry_run: batch.dryRun,
        accepted_at: (0,ist/* ist */.R)(batch.acceptedAt),
        ended_at: time(batch.endedAt),
        not_before: time(batch.notBefore),
        items: batch.items.map((_, index) => toProgress(batch, known.get(index) ?? { index, phase: null, result: null })),
        response: ended ? response : null,
        problem: batch.state === 'lost' ? batch.answer : null,
    };
}
function toProgress(batch, { index, phase, result }) {
    const { package_name, current_version, safe_version, severity } = batch.items[index];
    return {
        ...{ index, package_name, current_version, safe_version, severity, phase },
        result: result,
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./lib/request/faults.js
var request_faults = __webpack_require__(50556);
;// CONCATENATED MODULE: ./lib/faces/http/problem.js
/** Errors as RFC 9457 problem details, which also carry the `error` and `detail` of the Python service. No value is echoed. */



/** Answers are nobody else's business, and nothing of them is to be sniffed, framed or kept. */
const commonHeaders = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};
/** A problem of this server's own: `code` is a word of the contract. */
function problem(status, code, detail, hint) {
    const title = external_node_http_.STATUS_CODES[status] ?? 'Error';
    return { type: `urn:create-issues-and-prs:problem:${code}`, title, status, detail, code, hint, error: title };
}
/** A failure as the caller may see it: facts stay in the log, since one may be a path of this machine. */
function problemOf(failure) {
    const { code, message, hint } = failure;
    const faults = (0,request_faults/* faultsOf */.xm)(failure).map(({ pointer, expected, hint: advice }) => ({ pointer, expected, hint: advice }));
    return { ...problem(errors/* kinds */.EZ[code].status, code, message, hint), ...(faults.length > 0 ? { faults } : {}) };
}
/** The problem as an answer. A refused token says which scheme is wanted, and nothing else. */
function problemResponse(told, headers = {}) {
    return new Response(JSON.stringify(told), {
        status: told.status,
        headers: {
            'content-type': 'application/problem+json',
            ...(told.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
            ...headers,
        },
    });
}

// EXTERNAL MODULE: ./node_modules/hono/dist/helper/streaming/index.js + 5 modules
var streaming = __webpack_require__(57236);
;// CONCATENATED MODULE: ./lib/faces/http/streams.js


/** Milliseconds between signs of life on a quiet stream: proxies cut those that are silent. */
const heartbeat = 15_000;
/** Streams that are open at the same time. */
const mostStreams = 200;
let openStreams = 0;
/** Opens a stream for as long as `follow` goes on. `ended` is aborted when the reader leaves or the server drains. */
function openStream(c, drain, follow) {
    if (c.req.method === 'HEAD')
        return new Response(null, { headers: { 'content-type': 'text/event-stream' } });
    if (openStreams >= mostStreams) {
        const hint = 'Close streams that nobody looks at, or poll instead.';
        const told = problem(429, 'too-many-streams', 'Too many streams are open.', hint);
        return problemResponse(told, { 'retry-after': '10' });
    }
    openStreams++;
    // Proxies that collect answers would hold the events back.
    c.header('X-Accel-Buffering', 'no');
    return (0,streaming/* streamSSE */.OT)(c, async (stream) => {
        const left = new AbortController();
        stream.onAbort(() => left.abort());
        const beat = setInterval(() => void stream.write(': still here\n\n'), heartbeat);
        try {
            await follow(stream, AbortSignal.any([left.signal, drain]));
        }
        finally {
            clearInterval(beat);
            openStreams--;
        }
    });
}
/** Values in the order in which they came, for one reader. Where they have keys, only the newest of each is kept. */
class Inbox {
    #waiting = new Map();
    #closed = false;
    #wake = () => { };
    put(value, key = Symbol()) {
        this.#waiting.delete(key);
        this.#waiting.set(key, value);
        this.#wake();
    }
    close() {
        this.#closed = true;
        this.#wake();
    }
    /** Undefined once it is closed and empty. */
    async take() {
        while (this.#waiting.size === 0 && !this.#closed) {
            await new Promise((resolve) => {
                this.#wake = resolve;
            });
        }
        for (const [key, value] of this.#waiting) {
            this.#waiting.delete(key);
            return value;
        }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/faces/http/batches.js




async function listBatches({ queue }) {
    return Response.json(await summaries(queue));
}
async function showBatch({ queue }, id) {
    const batch = await queue.find(id);
    if (!batch)
        return notFound();
    return Response.json(toWireBatch(batch, await queue.progress(id)));
}
function notFound() {
    const hint = 'Use the address that the 202 answer gave in Location; answers are kept for 90 days, dry runs for one.';
    return problemResponse(problem(404, 'batch-not-found', 'There is no such batch here.', hint));
}
/** `batch` comes first and whenever its state changes, `item` for each step of an item, `end` last. */
async function streamBatch({ queue, drain }, c, id) {
    if (!(await queue.find(id)))
        return notFound();
    return openStream(c, drain, async (stream, ended) => {
        const events = new Inbox();
        const unlisten = queue.listen(id, (event) => events.put(event));
        ended.addEventListener('abort', () => events.close());
        try {
            const first = await queue.find(id);
            if (!first)
                return;
            const write = (event, data) => stream.writeSSE({ event, data: JSON.stringify(data) });
            await write('batch', toWireBatch(first, await queue.progress(id)));
            let over = isOver(first) || ended.aborted;
            while (!over) {
                const event = await events.take();
                if (event === undefined)
                    break;
                if (event.kind === 'item')
                    await write('item', toProgress(first, event.item));
                else
                    await write('batch', toWireBatch(event.batch, await queue.progress(id)));
                over = event.kind === 'batch' && isOver(event.batch);
            }
            await write('end', {});
        }
        finally {
            unlisten();
        }
    });
}
/** `batches` comes first, all of the list; then `batch` whenever one of it changes. It ends with the reader's token. */
function streamList(context, c, expires) {
    const { queue, feed, drain, services } = context;
    return openStream(c, drain, async (stream, ended) => {
        const inbox = new Inbox();
        const end = () => inbox.close();
        ended.addEventListener('abort', end);
        if (ended.aborted)
            end();
        const rest = expires === undefined ? undefined : (expires + authenticate/* skew */.Ly) * 1000 - services.clock.now();
        const timer = rest === undefined ? undefined : setTimeout(end, Math.min(rest, 2 ** 31 - 1));
        const { missed, leave } = feed.follow(c.req.header('last-event-id'), (one) => inbox.put(one, one.summary.batch_id));
        const write = (id, event, data) => stream.writeSSE({ id, event, data: JSON.stringify(data) });
        try {
            const { position } = feed;
            if (!missed)
                await write(position, 'batches', await summaries(queue));
            for (const { id, summary } of missed ?? [])
                await write(id, 'batch', summary);
            for (let one = await inbox.take(); one && !ended.aborted; one = await inbox.take()) {
                await write(one.id, 'batch', one.summary);
            }
        }
        finally {
            clearTimeout(timer);
            leave();
        }
    });
}

// EXTERNAL MODULE: ./lib/request/accept.js + 6 modules
var accept = __webpack_require__(7440);
// EXTERNAL MODULE: ./lib/request/read-json.js
var read_json = __webpack_require__(32672);
;// CONCATENATED MODULE: ./lib/faces/http/body.js
/** A request's body, never more of it than is taken. */


/** What callers of all kinds name JSON or a sealed request, curl's own default among them. */
const types = /^(?:application\/(?:[\w.+-]+\+)?json|application\/jose|text\/plain|application\/octet-stream|application\/x-www-form-urlencoded)$/;
const charsets = /^(?:utf-?8|us-ascii)$/;
/**
 * Reads the exact bytes. Throws `request-unsupported` for a body that says it is something else, and `request-too-large` as
 * soon as that is certain: before reading, where the length is given. An `AbortError` when the caller leaves before its end.
 */
async function readBody(request, take) {
    checkKind(request.headers);
    const announced = request.headers.get('content-length');
    if (announced !== null && Number(announced) > read_json/* requestLimit */.bl)
        throw tooLarge();
    const isCounted = announced === null || take !== undefined;
    try {
        return isCounted ? await readChunks(request, take) : new Uint8Array(await request.arrayBuffer());
    }
    catch (error) {
        if (error instanceof errors/* Failure */.HR)
            throw error;
        throw new DOMException('the caller left', 'AbortError');
    }
}
async function readChunks(request, take = () => { }) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request.body ?? []) {
        size += chunk.byteLength;
        if (size > read_json/* requestLimit */.bl)
            throw tooLarge();
        take(chunk.byteLength);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
/** Bytes that bodies may take together while nobody answers for them. */
class Allowance {
    #left;
    constructor(bytes) {
        this.#left = bytes;
    }
    /** Runs `work`, which says what it takes; that is given back at its end. `take` throws `queue-full` when nothing is left. */
    async lend(work) {
        let taken = 0;
        const take = (bytes) => {
            if (bytes > this.#left)
                throw nothingLeft();
            this.#left -= bytes;
            taken += bytes;
        };
        try {
            return await work(take);
        }
        finally {
            this.#left += taken;
        }
    }
}
function nothingLeft() {
    return (0,errors/* fail */.fJ)('queue-full', 'More is being sent by callers with no token beside their request than this server reads at once.', 'Send it again after the time in Retry-After, or with a token in Authorization.');
}
function tooLarge() {
    return (0,errors/* fail */.fJ)('request-too-large', `The request is longer than ${read_json/* requestLimit */.bl} bytes.`, 'Cut the batch into several, or run the action with mode: plan.');
}
function checkKind(headers) {
    const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';');
    const charset = parameters.map((text) => /^\s*charset="?([^"]*)"?\s*$/.exec(text)?.[1]).find((name) => name);
    const isText = charset === undefined || charsets.test(charset);
    if ((type.trim() !== '' && !types.test(type.trim())) || !isText)
        throw unsupported('Its type is not one that is read.');
    const coding = headers.get('content-encoding')?.trim().toLowerCase() ?? '';
    if (coding !== '' && coding !== 'identity')
        throw unsupported('It is compressed.');
}
function unsupported(why) {
    const hint = 'Send JSON in UTF-8 as application/json, or a sealed request as application/jose, uncompressed.';
    return (0,errors/* fail */.fJ)('request-unsupported', `The body cannot be read. ${why}`, hint);
}

;// CONCATENATED MODULE: ./lib/faces/http/caller.js


/** The bearer token, or undefined. */
function bearer(request) {
    return /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}
/** For routes that only read: no body, so nothing to be bound to, and a token may be used again and again. */
function mayRead(context, request) {
    const { services, log } = context;
    const config = { ...context.config, REQUIRE_REQUEST_DIGEST: false, JWT_REPLAY_GUARD: false };
    return (0,accept/* verifyToken */.nr)(bearer(request), (0,accept/* requestDigest */.ud)({ text: '' }), { config, log, now: services.clock.now() });
}
/**
 * The request of a caller who may send one. Its body is read only when the token holds in every other way: what nobody may
 * send takes no memory. The token is bound to the exact bytes of the body; a sealed request's own, where it has one, to the
 * value inside. Throws `token-refused`, and what `readBody` throws.
 */
async function admit(context, request) {
    const { config, services, log, uses } = context;
    const verification = { config, log, now: services.clock.now(), uses };
    const jwt = bearer(request);
    if (jwt === undefined && saysItIsSealed(request)) {
        return context.unverified.lend(async (take) => {
            const received = await opened(context, { incoming: { text: await readBody(request, take) }, jwt });
            await (0,accept/* verifyToken */.nr)(received.jwt, (0,accept/* requestDigest */.ud)(received.incoming), verification);
            return received.incoming;
        });
    }
    const claims = await (0,accept/* verifyBeforeBody */.ND)(jwt, verification);
    const sent = { text: await readBody(request) };
    const received = await opened(context, { incoming: sent, jwt });
    if (received.jwt === jwt)
        await (0,accept/* bindToken */.fY)(claims, (0,accept/* requestDigest */.ud)(sent), verification);
    else
        await (0,accept/* verifyToken */.nr)(received.jwt, (0,accept/* requestDigest */.ud)(received.incoming), verification);
    return received.incoming;
}
/** The media type of a JWE in its compact form (RFC 7515, 9.2.1): its token may be inside. */
const saysItIsSealed = (request) => /^application\/jose\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
/** JSON begins with a brace: only what does not may be sealed. */
async function opened(context, received) {
    const { incoming } = received;
    if ('text' in incoming && /^\s*\{/.test(Buffer.from(incoming.text.slice(0, 64)).toString('latin1')))
        return received;
    const { redactor } = context.services.scope();
    return (0,accept/* openRequest */.Gh)(received, { config: context.config, redactor, log: context.log });
}
/** Standing warnings are for the start of a server, not for every request: only lines with facts come through. */
function withoutStandingWarnings(log) {
    return { write: (level, message, facts) => void (facts && log.write(level, message, facts)) };
}

// EXTERNAL MODULE: ./lib/batch/shard.js
var shard = __webpack_require__(39560);
// EXTERNAL MODULE: ./lib/core/digest.js
var core_digest = __webpack_require__(53871);
// EXTERNAL MODULE: ./lib/batch/collect.js
var collect = __webpack_require__(71682);
// EXTERNAL MODULE: ./lib/batch/response.js
var batch_response = __webpack_require__(89953);
// EXTERNAL MODULE: ./lib/faces/perform.js + 2 modules
var perform = __webpack_require__(68272);
;// CONCATENATED MODULE: ./lib/faces/http/worker.js
/** What is done with a queued batch: its parts opened, accepted again, carried out, and told as one. */







/** Milliseconds until a part is tried again that was stopped by something of this machine, or without saying when. */
const pause = 10_000;
/** Failures of an item that say nothing of it: another holds it, or the store went away. It is gone on with later. */
const passing = new Set(['already-running', 'journal-unavailable']);
/** Accepts a request with the credentials that callers of this server may use. */
function acceptQueued(context, services, request) {
    const { config } = context;
    const own = { githubToken: config.GITHUB_TOKEN, jiraToken: config.JIRA_TOKEN, jiraEmail: config.JIRA_EMAIL };
    const credentials = config.USE_SERVER_CREDENTIALS ? own : {};
    const { incoming, idempotencyKey } = request;
    return (0,accept/* acceptRequest */.Ym)(incoming, {
        config,
        redactor: services.redactor,
        credentials,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
}
/** The id under which a batch is kept. A dry run stands beside the real one, so that neither blocks the other. */
function keptId(batch) {
    return batch.dryRun ? `${batch.id}-dry` : batch.id;
}
/** How this server works on what its queue gives it. */
function workOf(context) {
    return {
        keys: context.sealer.keys,
        carryOut: (queued, part, sealed) => carryOut(context, queued, part, sealed),
        gather: (queued, parts) => gather(context, queued, parts),
    };
}
/** Carries out one part. Never throws: what cannot be gone on with is `lost`, and says why. */
async function carryOut(context, queued, part, sealed) {
    const services = context.services.scope();
    const log = services.log(context.config, context.write);
    try {
        const result = services.redactor.redactAll(await worker_perform(context, services, { queued, part, sealed }));
        const isOver = result.status === 'completed' && !result.results.some(({ error }) => passing.has(error?.code));
        if (isOver)
            return { state: 'done', answer: result };
        const answer = { ...result, status: 'interrupted' };
        return { state: 'again', notBefore: resumeTime(context, answer), answer };
    }
    catch (error) {
        const failure = (0,errors/* asFailure */.h_)(error);
        log.write('error', (0,errors/* describe */.q0)(failure), { batch: queued.id, code: failure.code });
        if (failure.code !== 'journal-unavailable' && failure.code !== 'interrupted') {
            return { state: 'lost', answer: services.redactor.redactAll(problemOf(failure)) };
        }
        const notBefore = context.drain.aborted ? null : services.clock.now() + pause;
        return { state: 'again', notBefore, answer: null };
    }
}
/** Null: at once on another host, or at the next start. */
function resumeTime({ drain, services }, { resumeAt }) {
    if (drain.aborted)
        return null;
    return resumeAt === undefined ? services.clock.now() + pause : Date.parse(resumeAt);
}
async function worker_perform(context, services, { queued, part, sealed }) {
    const { config, queue, metrics, drain, journalPath, sealer } = context;
    const text = sealer.open(queued.id, sealed);
    if (text === undefined)
        throw keyLost();
    const { batch: whole, warnings } = acceptQueued(context, services, JSON.parse(text));
    const batch = (0,shard/* shardOf */.IS)(whole, part);
    const log = services.log(config, context.write);
    const facts = part.count > 1 ? { batch: queued.id, part: `${part.number}/${part.count}` } : { batch: queued.id };
    log.write('info', batch.dryRun ? 'dry run begins' : 'batch begins', { ...facts, items: batch.items.length });
    const count = metrics.observer(services.clock);
    const observe = (event) => {
        count(event);
        tell(event);
    };
    const tell = (event) => {
        const { index, phase } = event;
        const result = 'result' in event ? services.redactor.redactAll((0,batch_response/* toWireResult */.WK)(event.result, batch.dryRun)) : null;
        queue.tell(queued.id, { index, phase, result });
    };
    return (0,perform/* performBatch */.OB)(services, {
        ...{ config, log, batch, warnings, signal: drain, journalPath, observe, isPart: true, run: runOf(queued) },
        observeCall: metrics.called,
        observeWait: metrics.waited,
    });
}
/** One acceptance of a batch is one run, whichever hosts work on it and how often. */
const runOf = ({ id, acceptedAt }) => `${id}-${acceptedAt}`;
/** The parts' results as the answer to the whole batch. Holds no credential, since they hold none. */
async function gather(context, queued, parts) {
    const told = (status, failed) => {
        const took = Math.max(0, context.services.clock.now() - queued.acceptedAt);
        context.metrics.batchEnded(status, queued.dryRun, took);
        if (failed !== undefined)
            context.log.write('info', `batch ${status}`, { batch: queued.id, failed });
    };
    const results = parts.flatMap(({ state, answer }) => (state === 'lost' || !answer ? [] : [answer]));
    const joined = (0,collect/* joinParts */.nn)({ batchId: queued.id, dryRun: queued.dryRun }, results);
    const response = (0,batch_response/* toResponse */.Zr)(joined);
    const waiting = parts.flatMap((part) => (part.state === 'again' ? [part.notBefore ?? 0] : []));
    if (waiting.length > 0) {
        told('interrupted', response.failed_count);
        const first = Math.min(...waiting);
        const isWhole = results.length === parts.length;
        return { state: 'again', notBefore: first === 0 ? null : first, answer: isWhole ? response : null };
    }
    const lost = parts.find(({ state }) => state === 'lost');
    told(lost ? 'lost' : 'completed', lost ? undefined : response.failed_count);
    if (lost)
        return lost;
    await end(context, queued, response);
    return { state: 'done', answer: response };
}
async function end({ services, config, log, journalPath }, { dryRun }, answer) {
    if (!dryRun)
        await (0,perform/* endBatch */.km)(services, { config, log, journalPath }, answer);
}
function keyLost() {
    return (0,errors/* fail */.fJ)('configuration-invalid', 'The request was kept under another key than this server has now, so it cannot be read any more.', 'Send the batch again: what was done is found, and the rest is done. Keep STATE_KEY (or JWT_SECRET_KEY) over restarts.');
}

;// CONCATENATED MODULE: ./lib/faces/http/create.js
/** `POST /internal/create-issues-and-prs`: the token, the request, the queue, and either the answer or where it will be. */







/** Seconds after which a caller may ask again, where nothing better is known. */
const askAgain = 5;
const queueFull = 30;
async function create(context, request) {
    const incoming = await admit(context, request);
    const idempotencyKey = readIdempotencyKey(request);
    const kept = {
        incoming: 'text' in incoming ? { text: new TextDecoder().decode(Buffer.from(incoming.text)) } : incoming,
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
    const { batch } = acceptQueued(context, context.services.scope(), kept);
    if (context.state.phase !== 'ready')
        return problemResponse(notReady(), { 'retry-after': String(askAgain) });
    return takeIn(context, request, batch, kept);
}
/** The header as it stands; the draft's quotes around it are taken off, so that both spellings are one key. */
function readIdempotencyKey(request) {
    const text = request.headers.get('idempotency-key');
    if (text === null)
        return undefined;
    const key = /^"(.*)"$/.exec(text.trim())?.[1] ?? text.trim();
    if (key.length >= 1 && key.length <= 255)
        return key;
    throw (0,request_faults/* requestInvalid */.Rq)([
        { pointer: '', expected: 'an Idempotency-Key header of 1 to 255 characters', hint: 'Use a UUID.', kind: 'shape' },
    ]);
}
async function takeIn(context, request, batch, kept) {
    const { queue, sealer, config } = context;
    const id = keptId(batch);
    const wait = waitForEnd(context, id, request.signal);
    try {
        const ticket = {
            id,
            digest: batch.digest,
            dryRun: batch.dryRun,
            items: batch.items.map(({ change, severity }) => ({
                package_name: change.packageName,
                current_version: change.from,
                safe_version: change.to,
                severity: severity ?? null,
            })),
            parts: (0,shard/* shardCount */.o4)(batch.items, config.PART_SIZE),
            ...sealer.seal(id, JSON.stringify(kept)),
        };
        const keyed = isKeyed(batch);
        const taken = await queue.add(ticket, { limit: config.QUEUE_LIMIT, replaceDone: !keyed });
        if (taken.outcome === 'full')
            return problemResponse(fullQueue(), { 'retry-after': String(queueFull) });
        if (taken.outcome === 'known' && keyed)
            return known(context, taken.batch, batch);
        if (prefersAsync(request))
            return accepted(taken.batch);
        if (isHeldUp(context, taken.batch))
            return goesOn(context, taken.batch);
        return told(context, await wait.ended, false);
    }
    finally {
        wait.stop();
    }
}
/** It waits for its time, and what there is of its answer is known: nobody is kept waiting for an hour. */
const isHeldUp = ({ services }, { state, answer, notBefore }) => state === 'waiting' && answer !== null && (notBefore ?? 0) > services.clock.now();
/** A batch without a key of its caller's has an id made of its content. */
const isKeyed = ({ id, digest }) => id !== (0,core_digest/* sha256 */.s)(`content ${digest}`).slice(0, 16);
const prefersAsync = (request) => /(^|[,;\s])respond-async($|[,;\s])/i.test(request.headers.get('prefer') ?? '');
const create_location = (id) => `/internal/batches/${id}`;
function accepted(batch) {
    const body = {
        status: 'accepted',
        batch_id: batch.id,
        location: create_location(batch.id),
        events: `${create_location(batch.id)}/events`,
    };
    return Response.json(body, {
        status: 202,
        headers: { location: create_location(batch.id), 'preference-applied': 'respond-async', 'retry-after': String(askAgain) },
    });
}
/** An idempotency key that was used before: the stored answer, or why there is none. */
function known(context, stored, batch) {
    if (stored.digest !== batch.digest) {
        throw (0,errors/* fail */.fJ)('idempotency-mismatch', 'This idempotency key was used before, for another request.', 'Use a new key for a new request, and the same one only to send the very same request again.');
    }
    if (stored.state === 'done')
        return told(context, stored, true);
    const failure = (0,errors/* fail */.fJ)('already-running', 'The request with this idempotency key is being worked on.', 'Ask again after the time in Retry-After, or look at the address in Location.');
    const wait = secondsUntil(stored.notBefore, context.services.clock.now());
    return problemResponse(problemOf(failure), { 'retry-after': wait, location: create_location(stored.id) });
}
/** The answer of a batch that came to its end, or to a stop. */
function told(context, batch, replayed) {
    const { state } = context;
    if (batch.state === 'lost')
        return problemResponse(batch.answer);
    const headers = replayed ? { 'idempotent-replayed': 'true' } : {};
    if (batch.state === 'done')
        return Response.json(batch.answer, { headers });
    // Held up by a limit of the hour class or by another run: this server goes on by itself, and says how far it is.
    if (batch.answer !== null && state.phase !== 'draining')
        return goesOn(context, batch);
    return problemResponse(interruptedBatch(), { location: create_location(batch.id), 'retry-after': String(queueFull) });
}
function goesOn({ services }, batch) {
    const headers = { location: create_location(batch.id), 'retry-after': secondsUntil(batch.notBefore, services.clock.now()) };
    return Response.json(batch.answer, { status: 202, headers });
}
/** For `Retry-After`, from a time that may be over. */
const secondsUntil = (time, now) => String(Math.max(askAgain, Math.ceil(((time ?? 0) - now) / 1000)));
/** Begins to listen at once, so that nothing is missed that happens while the batch is taken in. */
function waitForEnd({ queue, drain }, id, gone) {
    const { promise, resolve, reject } = Promise.withResolvers();
    promise.catch(() => { });
    let last;
    let began = false;
    const look = (event) => {
        if (event.kind !== 'batch')
            return;
        last = event.batch;
        if (last.state === 'running')
            began = true;
        else if (last.state !== 'waiting' || began || drain.aborted)
            resolve(last);
    };
    // A batch that waits for its turn is not begun any more: its caller is told now.
    const draining = () => void (last?.state === 'waiting' && resolve(last));
    const leave = () => reject(new DOMException('the caller left', 'AbortError'));
    const unlisten = queue.listen(id, look);
    drain.addEventListener('abort', draining);
    gone.addEventListener('abort', leave);
    return {
        ended: promise,
        stop() {
            unlisten();
            drain.removeEventListener('abort', draining);
            gone.removeEventListener('abort', leave);
        },
    };
}
/** What a server that is starting or draining answers to a new batch. */
function notReady() {
    return problem(503, 'not-ready', 'This server is starting or stopping and takes no batch at the moment.', 'Send it again after the time in Retry-After.');
}
function interruptedBatch() {
    return problem(503, 'interrupted', 'The server stops before the batch was done. The batch is kept, and goes on at the next start.', 'Look at the address in Location later, or send the same request again: nothing is done twice.');
}
function fullQueue() {
    const { code, message, hint } = (0,errors/* fail */.fJ)('queue-full', 'As many batches wait as this server takes.', 'Send it again after the time in Retry-After.');
    return problem(429, code, message, hint);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(29396);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./lib/request/schema.js
var schema = __webpack_require__(40838);
;// CONCATENATED MODULE: ./lib/faces/http/examples.js
/** Requests to try things with. The credentials in them are none. */
const versions = { package_name: 'lodash', current_version: '4.17.19', safe_version: '4.17.21' };
/** The request of the Python service, in its words and with its members. */
const pythonExample = {
    vulnerabilities: [
        {
            ...versions,
            severity: 'high',
            cve: 'CVE-2021-23337',
            description: 'Command injection in lodash.template.',
            advisory_link: 'https://github.com/advisories/GHSA-35jh-r3h4-6jhm',
        },
    ],
    repo_url: 'https://github.com/your-org/your-repo',
    github_pat: 'your-github-token',
    jira_issue_requests: [
        {
            server_url: 'https://jira.example.com',
            pat: 'your-jira-token',
            api_version: '2',
            fields: {
                project: { key: 'SEC' },
                issuetype: { name: 'Bug' },
                summary: 'Raise lodash to 4.17.21',
                description: 'CVE-2021-23337 is fixed in 4.17.21.',
            },
        },
    ],
    github_pr_requests: [
        {
            ...versions,
            repo_url: 'https://github.com/your-org/your-repo',
            github_pat: 'your-github-token',
            branch_name: 'defect/{{jira_key}}',
            base_branch: 'main',
            title: 'Raise lodash to 4.17.21',
            body: 'Fixes CVE-2021-23337.',
            dependency_files: ['package.json'],
        },
    ],
    jira_comment_requests: [
        {
            server_url: 'https://jira.example.com',
            pat: 'your-jira-token',
            issue_key: '',
            body: 'Opened {{pull_request_url}}',
        },
    ],
    dry_run: false,
};
const { vulnerabilities, jira_comment_requests: _, ...rest } = pythonExample;
/** The same for a first try: shorter, with the newer name, and without effects. */
const dryRunExample = { items: vulnerabilities, ...rest, dry_run: true };

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
;// CONCATENATED MODULE: ./lib/faces/http/wire.js
/** What the server answers, as schemas: the OpenAPI document is made of them, and the types are held to the program's own. */

const fact = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()]);
const url = schemas/* string */.YjP().nullable();
const warningSchema = schemas/* object */.Ikc({ code: schemas/* string */.YjP(), message: schemas/* string */.YjP(), hint: schemas/* string */.YjP() });
const steps = ['issue', 'branch', 'pull-request', 'metadata', 'comment', 'link', 'explanation'];
const phases = ['read', 'plan', ...steps];
const statuses = ['created', 'existing', 'unchanged', 'partial', 'failed', 'planned'];
const resultSchema = schemas/* object */.Ikc({
    index: schemas/* int */.Whr().describe('Position in the request, from 0.'),
    package_name: schemas/* string */.YjP(),
    current_version: schemas/* string */.YjP(),
    safe_version: schemas/* string */.YjP(),
    severity: schemas/* string */.YjP().nullable(),
    status: schemas/* enum */.k5n(statuses),
    jira_ticket: schemas/* string */.YjP().nullable(),
    jira_url: url,
    pull_request_url: url,
    pull_request_number: schemas/* int */.Whr().nullable(),
    fix_branch: schemas/* string */.YjP().nullable(),
    commit: schemas/* string */.YjP().nullable(),
    edits: schemas/* array */.YOg(schemas/* object */.Ikc({
        path: schemas/* string */.YjP(),
        line: schemas/* int */.Whr(),
        before: schemas/* string */.YjP(),
        after: schemas/* string */.YjP(),
        via: schemas/* string */.YjP().describe('The section, property or variable that it was raised in.'),
    })),
    warnings: schemas/* array */.YOg(warningSchema),
    error: schemas/* object */.Ikc({
        code: schemas/* string */.YjP(),
        step: schemas/* string */.YjP().describe(`One of ${phases.join(', ')}.`),
        message: schemas/* string */.YjP(),
        hint: schemas/* string */.YjP().describe('What to do.'),
        facts: schemas/* record */.g1P(schemas/* string */.YjP(), fact),
    })
        .nullable(),
    diffs: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), diff: schemas/* string */.YjP() }))
        .optional()
        .describe('Dry run only.'),
    planned_calls: schemas/* array */.YOg(schemas/* object */.Ikc({ step: schemas/* enum */.k5n(steps), call: schemas/* string */.YjP(), body: schemas/* unknown */.L5J().optional() }))
        .optional()
        .describe('Dry run only: what would be sent, in order.'),
});
const responseSchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(['completed', 'interrupted']),
    batch_id: schemas/* string */.YjP(),
    dry_run: schemas/* boolean */.zMY(),
    total_issues_created: schemas/* int */.Whr().describe('Made by this run; what was there already is not counted.'),
    total_prs_created: schemas/* int */.Whr(),
    total_comments_created: schemas/* int */.Whr(),
    failed_count: schemas/* int */.Whr(),
    results: schemas/* array */.YOg(resultSchema),
    warnings: schemas/* array */.YOg(warningSchema),
    resume_at: schemas/* string */.YjP().optional().describe('When a limit of GitHub passes and the rest is done. ISO 8601.'),
});
const problemSchema = schemas/* object */.Ikc({
    type: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    status: schemas/* int */.Whr(),
    detail: schemas/* string */.YjP(),
    code: schemas/* string */.YjP(),
    hint: schemas/* string */.YjP(),
    error: schemas/* string */.YjP().describe('The title, under its older name.'),
    faults: schemas/* array */.YOg(schemas/* object */.Ikc({ pointer: schemas/* string */.YjP().describe('JSON Pointer.'), expected: schemas/* string */.YjP(), hint: schemas/* string */.YjP() }))
        .optional(),
})
    .describe('Problem details (RFC 9457). Values of the request are never repeated.');
const states = ['waiting', 'running', 'completed', 'lost'];
const instant = schemas/* string */.YjP().describe('ISO 8601, +05:30.');
const summarySchema = schemas/* object */.Ikc({
    batch_id: schemas/* string */.YjP(),
    status: schemas/* enum */.k5n(states),
    dry_run: schemas/* boolean */.zMY(),
    accepted_at: instant,
    ended_at: instant.nullable(),
    items: schemas/* int */.Whr(),
    done: schemas/* int */.Whr().describe('Items that came to their end.'),
    failed_count: schemas/* int */.Whr().nullable(),
    packages: schemas/* array */.YOg(schemas/* string */.YjP()).describe('The first three.'),
});
const progressSchema = schemas/* object */.Ikc({
    index: schemas/* int */.Whr(),
    package_name: schemas/* string */.YjP(),
    current_version: schemas/* string */.YjP(),
    safe_version: schemas/* string */.YjP(),
    severity: schemas/* string */.YjP().nullable(),
    phase: schemas/* enum */.k5n([...phases, 'done'])
        .nullable()
        .describe('Null: not begun.'),
    result: resultSchema.nullable(),
});
const batchSchema = schemas/* object */.Ikc({
    batch_id: schemas/* string */.YjP(),
    status: schemas/* enum */.k5n(states),
    dry_run: schemas/* boolean */.zMY(),
    accepted_at: instant,
    ended_at: instant.nullable(),
    not_before: instant.nullable().describe('Set while the rest waits for a limit to pass.'),
    items: schemas/* array */.YOg(progressSchema),
    response: responseSchema.nullable().describe('The answer, once all is done.'),
    problem: problemSchema.nullable().describe('Why it was lost.'),
});
const acceptedSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz('accepted'),
    batch_id: schemas/* string */.YjP(),
    location: schemas/* string */.YjP(),
    events: schemas/* string */.YjP(),
});
const healthSchema = schemas/* object */.Ikc({
    status: schemas/* literal */.euz('ok'),
    version: schemas/* string */.YjP(),
    timestamp: instant,
    clock: schemas/* object */.Ikc({ drift_ms: schemas/* number */.aig(), checked_at: instant })
        .nullable()
        .describe('Null: the time server is off or did not answer.'),
    store: schemas/* object */.Ikc({ kind: schemas/* string */.YjP(), state: schemas/* enum */.k5n(['ok', 'away']) }),
});
const readySchema = schemas/* object */.Ikc({ status: schemas/* enum */.k5n(['ready', 'starting', 'draining', 'store away']) });

;// CONCATENATED MODULE: ./lib/faces/http/openapi.js
/** The OpenAPI 3.1 document, made from the schemas that read requests and from those that answers are held to. */





const openapi_schemas = {
    CreateIssuesAndPRsRequest: schema/* requestSchema */.TF,
    Item: schema/* itemSchema */.po,
    JiraIssueRequest: schema/* jiraIssueSchema */.RJ,
    GitHubPRRequest: schema/* pullRequestSchema */.MH,
    JiraCommentRequest: schema/* jiraCommentSchema */.F0,
    CreateIssuesAndPRsResponse: responseSchema,
    Result: resultSchema,
    Warning: warningSchema,
    Accepted: acceptedSchema,
    Batch: batchSchema,
    BatchSummary: summarySchema,
    ItemProgress: progressSchema,
    Health: healthSchema,
    Ready: readySchema,
    Problem: problemSchema,
};
/** OpenAPI 3.1 takes JSON Schema 2020-12 as it is; only the bases are left out, which would turn the references away. */
function components() {
    const registry = registries/* registry */.u5();
    for (const [id, schema] of Object.entries(openapi_schemas))
        registry.add(schema, { id });
    const made = json_schema_processors/* toJSONSchema */.bl(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` }).schemas;
    return Object.fromEntries(Object.entries(made).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema]));
}
const ref = (name) => ({ $ref: `#/components/schemas/${name}` });
const json = (description, schema, headers) => ({
    description,
    content: { 'application/json': { schema } },
    ...(headers ? { headers } : {}),
});
const refusal = (description, headers) => ({
    description,
    content: { 'application/problem+json': { schema: ref('Problem') } },
    ...(headers ? { headers } : {}),
});
const header = (description) => ({ description, schema: { type: 'string' } });
const retryAfter = { 'Retry-After': header('Seconds.') };
const unauthorized = refusal('The token is missing or was refused. Every refusal is the same; the log says why.');
const unknownBatch = refusal('There is no such batch.');
const away = refusal('The server is starting or stopping, or its store is away. Send it again later.', retryAfter);
const batchId = {
    name: 'id',
    in: 'path',
    required: true,
    description: 'As in `batch_id`.',
    schema: { type: 'string' },
};
const openapi_create = {
    operationId: 'createIssuesAndPRs',
    tags: ['batches'],
    summary: 'Create Jira issues and pull requests',
    description: 'Carries out a batch: for each item the Jira issue, the raised version on a new branch, the pull request, and the ' +
        'comment that links the two. The same batch sent again has its effects once.',
    security: [{ jwt: [] }],
    parameters: [
        {
            name: 'Idempotency-Key',
            in: 'header',
            description: 'The same key and request again: the stored answer. Wins over `idempotency_key` in the body.',
            schema: { type: 'string', maxLength: 255 },
        },
        {
            name: 'Prefer',
            in: 'header',
            description: 'With `respond-async` the answer is 202 at once, and `Location` says where the batch can be watched.',
            schema: { type: 'string', enum: ['respond-async'] },
        },
    ],
    requestBody: {
        required: true,
        content: {
            'application/json': {
                schema: ref('CreateIssuesAndPRsRequest'),
                examples: {
                    'dry-run': { summary: 'A dry run: plans everything, changes nothing', value: dryRunExample },
                    python: { summary: 'A request as the Python service took it', value: pythonExample },
                },
            },
            'application/jose': {
                schema: {
                    type: 'string',
                    description: 'A sealed request, as `create-issues-and-prs seal` makes it. Its token is inside: no other is needed.',
                },
            },
        },
    },
    responses: {
        200: json('Every item was brought to an end; one that failed has an `error`.', ref('CreateIssuesAndPRsResponse'), {
            'Idempotent-Replayed': header('`true`: the stored answer of an earlier request with the same key.'),
        }),
        202: json('Taken in.', ref('Accepted'), { Location: header('Where its state is.'), ...retryAfter }),
        400: refusal('The request is not valid; all faults at once, with their places. Nothing was contacted.'),
        401: unauthorized,
        409: refusal('A request with this key is being worked on.', retryAfter),
        413: refusal('More than 5 MiB.'),
        422: refusal('The key was used for another request, or an address, branch or path is never accepted.'),
        429: refusal('As many batches wait as this server takes.', retryAfter),
        503: away,
    },
};
const paths = {
    '/internal/create-issues-and-prs': { post: openapi_create },
    '/internal/batches': {
        get: {
            operationId: 'listBatches',
            tags: ['batches'],
            summary: 'The newest batches',
            security: [{ jwt: [] }],
            responses: {
                200: json('At most 50.', {
                    type: 'object',
                    required: ['batches'],
                    properties: { batches: { type: 'array', items: ref('BatchSummary') } },
                }),
                401: unauthorized,
            },
        },
    },
    '/internal/events': {
        get: {
            operationId: 'watchBatches',
            tags: ['batches'],
            summary: 'The newest batches as they move',
            description: 'Server-sent events: `batches` (the list) first, then `batch` (a BatchSummary) whenever one changes. With ' +
                '`Last-Event-ID` only what was missed, where that is known still. Ends with the token.',
            security: [{ jwt: [] }],
            parameters: [{ name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } }],
            responses: {
                200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
                401: unauthorized,
                429: refusal('Too many streams are open.', retryAfter),
            },
        },
    },
    '/internal/batches/{id}': {
        get: {
            operationId: 'showBatch',
            tags: ['batches'],
            summary: 'The state of a batch',
            security: [{ jwt: [] }],
            parameters: [batchId],
            responses: { 200: json('How far each item is.', ref('Batch')), 401: unauthorized, 404: unknownBatch },
        },
    },
    '/internal/batches/{id}/events': {
        get: {
            operationId: 'watchBatch',
            tags: ['batches'],
            summary: 'A batch as it moves',
            description: 'Server-sent events: `batch` (a Batch) first, `item` (an ItemProgress) for each step, `end` last.',
            security: [{ jwt: [] }],
            parameters: [batchId],
            responses: {
                200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
                401: unauthorized,
                404: unknownBatch,
            },
        },
    },
    '/health': {
        get: {
            operationId: 'health',
            tags: ['server'],
            summary: 'Is it alive',
            responses: { 200: json('With the time in IST.', ref('Health')) },
        },
    },
    '/ready': {
        get: {
            operationId: 'ready',
            tags: ['server'],
            summary: 'Does it take batches',
            responses: {
                200: json('It does.', ref('Ready')),
                503: json('Starting, draining, or the store is away.', ref('Ready')),
            },
        },
    },
    '/metrics': {
        get: {
            operationId: 'metrics',
            tags: ['server'],
            summary: 'For Prometheus',
            responses: { 200: { description: 'Text.', content: { 'text/plain': { schema: { type: 'string' } } } } },
        },
    },
};
let made;
/** The document; the same object every time. */
function openApiDocument() {
    made ??= {
        openapi: '3.1.1',
        info: {
            title: 'create-issues-and-prs',
            version: version/* version */.r,
            description: 'One batch in, Jira issues and pull requests out. [Batches as they move](/) · [This document](/openapi.json)',
            license: { name: 'MIT', identifier: 'MIT' },
        },
        servers: [{ url: '/' }],
        tags: [
            { name: 'batches', description: 'What a caller sends, and how far it is.' },
            { name: 'server', description: 'For whoever runs it.' },
        ],
        paths,
        components: {
            schemas: components(),
            securitySchemes: {
                jwt: {
                    type: 'http',
                    scheme: 'bearer',
                    bearerFormat: 'JWT',
                    description: 'Signed with the configured key; `create-issues-and-prs token` makes one for trying things out.',
                },
            },
        },
    };
    return made;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/faces/http/pages.js
/** The pages for people. Everything they need is in this program: they load nothing from anywhere else. */

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';
// The addresses are written out because the bundler follows them, from the same depth in src/ and in lib/.
const pages = {
    '/': { url: __webpack_require__.ab + "status.html", type: html },
    '/docs': { url: __webpack_require__.ab + "docs.html", type: html },
};
const assets = {
    '/assets/status.css': { url: __webpack_require__.ab + "status.css", type: css },
    '/assets/status.js': { url: __webpack_require__.ab + "status.js", type: script },
    '/assets/docs.css': { url: __webpack_require__.ab + "docs.css", type: css },
    '/assets/docs.js': { url: __webpack_require__.ab + "docs.js", type: script },
    '/assets/rapidoc.js': {
        url: __webpack_require__.ab + "rapidoc-min.js",
        type: script,
    },
};
const policy = (style) => `default-src 'none'; script-src 'self'; style-src ${style}; connect-src 'self'; img-src 'self' data:; ` +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** RapiDoc puts style elements into its shadow trees; scripts stay limited to our own everywhere. */
const policies = {
    '/': policy("'self'"),
    '/docs': policy("'self' 'unsafe-inline'"),
};
function addPages(app) {
    const kept = new Map();
    const content = (asset) => {
        const bytes = kept.get(asset) ?? new Uint8Array((0,external_node_fs_.readFileSync)(asset.url));
        kept.set(asset, bytes);
        return bytes;
    };
    for (const [path, asset] of Object.entries(pages)) {
        const headers = { 'content-type': asset.type, 'content-security-policy': policies[path] ?? '' };
        app.get(path, () => new Response(content(asset), { headers }));
    }
    for (const [path, asset] of Object.entries(assets)) {
        const headers = { 'content-type': asset.type, 'cache-control': 'no-cache' };
        app.get(path, () => new Response(content(asset), { headers }));
    }
    app.get('/redoc', (c) => c.redirect('/docs'));
}

;// CONCATENATED MODULE: ./lib/faces/http/app.js
/** The routes: each a Request in, a Response out. */











function createApp(context) {
    // The Python service took its addresses with a slash at the end, too.
    const app = new dist/* Hono */.$({ strict: false });
    app.use('*', async (c, next) => {
        const began = context.services.clock.now();
        await next();
        for (const [name, value] of Object.entries(commonHeaders)) {
            if (!c.res.headers.has(name))
                c.res.headers.set(name, value);
        }
        noted(context, c.req.path.replace(/(?<=.)\/$/, ''), c.req.method, c.res.status, context.services.clock.now() - began);
    });
    app.post(routes.create, (c) => create(context, c.req.raw));
    app.get(routes.batches, async (c) => {
        await mayRead(context, c.req.raw);
        return listBatches(context);
    });
    app.get(routes.feed, async (c) => {
        const { expires } = await mayRead(context, c.req.raw);
        return streamList(context, c, expires);
    });
    app.get(routes.batch, async (c) => {
        await mayRead(context, c.req.raw);
        return showBatch(context, c.req.param('id'));
    });
    app.get(routes.events, async (c) => {
        await mayRead(context, c.req.raw);
        return streamBatch(context, c, c.req.param('id'));
    });
    app.get('/health', async (c) => c.json(await health(context)));
    app.get('/ready', async (c) => {
        const status = await readiness(context);
        return c.json({ status }, status === 'ready' ? 200 : 503);
    });
    app.get('/metrics', async () => {
        return new Response(await context.metrics.text(), { headers: { 'content-type': context.metrics.contentType } });
    });
    app.get('/openapi.json', (c) => c.json(openApiDocument()));
    addPages(app);
    for (const [path, allow] of methods)
        app.all(path, () => methodNotAllowed(allow));
    app.notFound(() => {
        return problemResponse(problem(404, 'not-found', 'There is nothing at this address.', 'GET /docs lists the routes.'));
    });
    app.onError((error) => answerTo(context, error));
    return app;
}
const routes = {
    create: '/internal/create-issues-and-prs',
    batches: '/internal/batches',
    feed: '/internal/events',
    batch: '/internal/batches/:id',
    events: '/internal/batches/:id/events',
};
const reads = 'GET, HEAD';
const methods = [
    [routes.create, 'POST'],
    ...[routes.batches, routes.feed, routes.batch, routes.events].map((path) => [path, reads]),
    ...['/', '/docs', '/redoc', '/openapi.json', '/health', '/ready', '/metrics'].map((path) => [path, reads]),
];
function methodNotAllowed(allow) {
    const told = problem(405, 'method-not-allowed', 'This address takes other methods.', `Use ${allow}.`);
    return problemResponse(told, { allow });
}
function answerTo(context, error) {
    if (error.name === 'AbortError')
        return new Response(null, { status: 499 });
    if (error instanceof http_exception/* HTTPException */.y) {
        return problemResponse(problem(error.status, 'http', 'The request was refused.', 'Correct it and send it again.'));
    }
    const failure = (0,errors/* asFailure */.h_)(error);
    if (failure.code === 'internal')
        context.log.write('error', failure.message, { stack: placeOf(error) });
    return problemResponse(problemOf(failure), adviceWith[failure.code]);
}
/** Headers that say to a program what the hint says to a person. */
const adviceWith = {
    'journal-unavailable': { 'retry-after': '10' },
    'queue-full': { 'retry-after': '10' },
    'request-unsupported': { 'accept-encoding': 'identity', 'accept-post': 'application/json, application/jose' },
};
/** Where a fault of ours arose, without its message, which may hold anything. */
const placeOf = ({ stack = '' }) => stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
    .join(' ');
async function health({ services, state, queue }) {
    const store = await queue.depth().then(() => 'ok', () => 'away');
    const { drift } = state;
    return {
        status: 'ok',
        version: version/* version */.r,
        timestamp: (0,ist/* ist */.R)(services.clock.now()),
        clock: drift ? { drift_ms: drift.driftMs, checked_at: (0,ist/* ist */.R)(drift.checkedAt) } : null,
        store: { kind: queue.kind, state: store },
    };
}
async function readiness({ state, queue }) {
    if (state.phase !== 'ready')
        return state.phase;
    return queue.depth().then(() => 'ready', () => 'store away');
}
/** The routes as a log and a metric may name them: an address that a caller made up is only "other". */
const quietRoutes = new Set(['/health', '/ready', '/metrics']);
const namedRoutes = new Set([
    '/',
    '/docs',
    '/redoc',
    '/openapi.json',
    routes.create,
    routes.batches,
    routes.feed,
    ...quietRoutes,
]);
function routeOf(path) {
    if (namedRoutes.has(path))
        return path;
    if (/^\/internal\/batches\/[^/]+$/.test(path))
        return routes.batch;
    if (/^\/internal\/batches\/[^/]+\/events$/.test(path))
        return routes.events;
    return path.startsWith('/assets/') ? '/assets' : 'other';
}
function noted(context, path, method, status, milliseconds) {
    const route = routeOf(path);
    context.metrics.answered(route, method, status, milliseconds);
    const level = quietRoutes.has(route) ? 'debug' : 'info';
    context.log.write(level, 'request', { method, route, status, ms: milliseconds });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/faces/http/feed.js
/** The newest batches as they move: read once for all who look on, and kept for those whose line breaks for a moment. */


/** Milliseconds in which changes are told together. */
const pace = 250;
/** Milliseconds between looks for what nobody told. */
const looks = 10_000;
/** Milliseconds for which nobody has to look on before it stops. */
const lingering = 30_000;
/** Changes that are kept for those who come back. */
const kept = 256;
class BatchFeed {
    #queue;
    #readers = new Set();
    #dirty = new Set();
    #told = new Map();
    #name = '';
    #count = 0;
    #changes = [];
    #stop;
    #leaving;
    constructor(queue) {
        this.#queue = queue;
    }
    /** Where it is now: the id of the newest change. */
    get position() {
        return `${this.#name}-${this.#count}`;
    }
    /** `missed`: what came after `since`, where that is known still. */
    follow(since, reader) {
        clearTimeout(this.#leaving);
        if (!this.#stop)
            this.#start();
        this.#readers.add(reader);
        const at = this.#changes.findIndex(({ id }) => id === since);
        const missed = since === this.position ? [] : at < 0 ? undefined : this.#changes.slice(at + 1);
        const leave = () => {
            this.#readers.delete(reader);
            if (this.#readers.size > 0)
                return;
            this.#leaving = setTimeout(() => this.#stop?.(), lingering).unref();
        };
        return { missed, leave };
    }
    #start() {
        this.#name = (0,external_node_crypto_.randomUUID)().slice(0, 8);
        this.#count = 0;
        this.#changes = [];
        this.#told.clear();
        const unlisten = this.#queue.listenAll((id) => this.#dirty.add(id));
        const telling = setInterval(() => void this.#tell(), pace).unref();
        const looking = setInterval(() => void this.#look(), looks).unref();
        this.#stop = () => {
            unlisten();
            clearInterval(telling);
            clearInterval(looking);
            this.#stop = undefined;
        };
    }
    /** Another host's word may have been lost on its way. */
    async #look() {
        const batches = await this.#queue.recent(listed).catch(() => []);
        for (const { id } of batches)
            this.#dirty.add(id);
    }
    async #tell() {
        const ids = [...this.#dirty];
        this.#dirty.clear();
        for (const id of ids) {
            const batch = await this.#queue.find(id).catch(() => undefined);
            const summary = batch && (await summaryOf(this.#queue, batch).catch(() => undefined));
            const text = JSON.stringify(summary);
            if (!summary || this.#told.get(id) === text)
                continue;
            this.#remember(id, text);
            this.#count++;
            const change = { id: this.position, summary };
            this.#changes = [...this.#changes, change].slice(-kept);
            for (const reader of this.#readers)
                reader(change);
        }
    }
    #remember(id, text) {
        this.#told.delete(id);
        this.#told.set(id, text);
        const [oldest] = this.#told.keys();
        if (this.#told.size > kept && oldest !== undefined)
            this.#told.delete(oldest);
    }
}

// EXTERNAL MODULE: ./node_modules/@hono/node-server/dist/index.mjs + 2 modules
var node_server_dist = __webpack_require__(26652);
;// CONCATENATED MODULE: ./lib/faces/http/head.js

/** Members of a head that must stand there once. */
const single = new Set([
    ...['authorization', 'host', 'content-length', 'transfer-encoding', 'content-type', 'content-encoding'],
    ...['idempotency-key', 'expect', 'last-event-id'],
]);
const head_methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const bodiless = new Set(['GET', 'HEAD', 'OPTIONS', 'DELETE']);
/** The paths that are served need no more: an encoded, doubled or dotted one could pass a proxy's rule and still be served. */
const plainPath = /^(?:\/[A-Za-z0-9_.~-]*)+$/;
const dots = /\/\.{1,2}(?:\/|$)|\/\//;
const plainHost = /^(?:[A-Za-z0-9._-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;
/** Why a request is refused by its head alone; undefined when it is not. */
function headFault({ rawHeaders, method = '', url = '', headers, httpVersion }) {
    const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    const twice = names.find((name, index) => single.has(name) && names.indexOf(name) !== index);
    if (twice)
        return badRequest(`The header ${twice} stands there twice.`);
    const { host, 'transfer-encoding': coding, 'content-length': length } = headers;
    if (coding !== undefined && (length !== undefined || httpVersion !== '1.1' || coding.toLowerCase() !== 'chunked')) {
        return badRequest('The length of the body can be read in two ways.');
    }
    if (host === undefined ? httpVersion !== '1.0' : !plainHost.test(host))
        return badRequest('The header host is none.');
    if (!head_methods.has(method))
        return methodFault;
    if (bodiless.has(method) && (coding !== undefined || Number(length ?? 0) > 0)) {
        return badRequest('A request of this method has no body here.');
    }
    return pathFault(url);
}
function pathFault(url) {
    if (!url.startsWith('/'))
        return badRequest('The address is no path.');
    const path = url.split('?', 1)[0];
    const isPlain = plainPath.test(path) && !dots.test(path) && !url.includes('#');
    return isPlain ? undefined : badRequest('The path is not in its plain form.');
}
const methodFault = problem(405, 'method-not-allowed', 'This method is not served.', 'Use GET or POST.');
function badRequest(detail) {
    return problem(400, 'http-invalid', detail, 'Send one well-formed HTTP/1.1 request.');
}

;// CONCATENATED MODULE: ./lib/faces/http/listener.js
/** The server under the routes: what a hostile or broken client may not do to it. */





/** Bytes of a request's head. */
const headLimit = 16 * 1024;
/** Connections at the same time: what a slow crowd can hold, far below what the process could. */
const mostConnections = 2_000;
const patience = { head: 10_000, request: 60_000, idle: 15_000, stalled: 60_000 };
/** A server that is not listening yet. */
function createListener(fetch, times = patience) {
    const server = (0,external_node_http_.createServer)({
        maxHeaderSize: headLimit,
        headersTimeout: times.head,
        requestTimeout: times.request,
        keepAliveTimeout: times.idle,
        connectionsCheckingInterval: Math.min(1_000, times.head),
        insecureHTTPParser: false,
        // Ours tells it as a problem.
        requireHostHeader: false,
        noDelay: true,
    });
    server.timeout = times.stalled;
    server.maxConnections = mostConnections;
    const last = new WeakMap();
    const answer = answering(fetch, times, last);
    server.on('request', answer);
    server.on('checkContinue', (request, response) => {
        if (mayContinue(request))
            response.writeContinue();
        answer(request, response);
    });
    server.on('checkExpectation', (_request, response) => {
        refuse(response, problem(417, 'http-invalid', 'This expectation is not met here.', 'Send it without Expect.'));
    });
    server.on('clientError', (error, socket) => answerBrokenRequest(error, socket, last.get(socket)));
    // A tunnel or an upgrade is nothing that is served here.
    server.on('connect', (_request, socket) => endWith(socket, badRequest('CONNECT is not served here.')));
    return server;
}
function answering(fetch, times, last) {
    // A health check in HTTP/1.0 may come without a Host.
    const answer = (0,node_server_dist/* getRequestListener */.SE)(fetch, { overrideGlobalObjects: false, hostname: 'localhost' });
    return (request, response) => {
        const { socket } = request;
        last.set(socket, { request, response });
        const fault = headFault(request);
        if (fault)
            return void refuse(response, fault);
        // A batch may take longer than a silent reader is borne with; its answer may not.
        if (request.method === 'POST')
            socket.setTimeout(0);
        void answer(request, response).then(() => {
            if (!response.writableFinished)
                socket.setTimeout(times.stalled);
        });
    };
}
/** Nobody is asked for a body that would be refused by its head. */
function mayContinue(request) {
    const { authorization, 'content-length': length } = request.headers;
    return authorization !== undefined && Number(length ?? 0) <= read_json/* requestLimit */.bl && headFault(request) === undefined;
}
function refuse(response, told) {
    const body = JSON.stringify(told);
    const headers = { ...commonHeaders, 'content-type': 'application/problem+json' };
    response.shouldKeepAlive = false;
    const allow = told.status === 405 ? { allow: 'GET, HEAD, POST' } : {};
    response.writeHead(told.status, { ...headers, ...allow, 'content-length': Buffer.byteLength(body) }).end(body);
}
/** What Node's parser could not read: told in the same shape as everything else, and the connection is over. */
function answerBrokenRequest(error, socket, last) {
    if (error.code === 'ECONNRESET' || !socket.writable)
        return void socket.destroy();
    const response = last?.response;
    if (!last || !response || (response.writableEnded && response.shouldKeepAlive) || isUnread(last)) {
        return void endWith(socket, brokenRequest(error.code));
    }
    // What were written now would be read as a part of an answer, or as the answer to another request.
    if (response.writableEnded)
        socket.destroySoon();
    else if (response.headersSent)
        socket.destroy();
    else
        response.shouldKeepAlive = false;
}
/** The fault is in the body of a request that was not answered yet. */
const isUnread = ({ request, response }) => !request.complete && !response.headersSent;
function brokenRequest(code) {
    if (code === 'HPE_HEADER_OVERFLOW') {
        return problem(431, 'http-head-too-large', `The head is longer than ${headLimit} bytes.`, 'Send fewer or shorter headers.');
    }
    if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
        return problem(408, 'http-too-slow', 'The request did not arrive in time.', 'Send it again over a better line.');
    }
    return badRequest('The request cannot be read.');
}
function endWith(socket, told) {
    const body = JSON.stringify(told);
    const head = [
        `HTTP/1.1 ${told.status} ${told.title}`,
        'Content-Type: application/problem+json',
        ...Object.entries(commonHeaders).map(([name, value]) => `${name}: ${value}`),
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
    // One who does not take the answer does not keep the connection.
    setTimeout(() => socket.destroy(), 1_000).unref();
}

// EXTERNAL MODULE: ./node_modules/prom-client/index.js
var prom_client = __webpack_require__(95222);
;// CONCATENATED MODULE: ./lib/faces/http/metrics.js
/** What Prometheus is shown. Labels hold words of this program only: nothing that a caller sent, and no credential. */

const prefix = 'create_issues_and_prs_';
const seconds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
function createMetrics(queue) {
    const registry = new prom_client.Registry();
    const registers = [registry];
    (0,prom_client.collectDefaultMetrics)({ register: registry, prefix });
    const counter = (name, help, labelNames) => new prom_client.Counter({ name: `${prefix}${name}`, help, labelNames, registers });
    const histogram = (name, help, labelNames) => new prom_client.Histogram({ name: `${prefix}${name}`, help, labelNames, buckets: seconds, registers });
    const requests = histogram('http_request_seconds', 'Requests answered.', ['route', 'method', 'status']);
    const batches = histogram('batch_seconds', 'Batches that came to an end, or to a stop.', ['status', 'dry_run']);
    const items = counter('items_total', 'Items that came to an end.', ['status']);
    const steps = histogram('step_seconds', 'Time that items spent in each step.', ['step']);
    const calls = histogram('upstream_call_seconds', 'Calls to GitHub and Jira.', ['upstream', 'outcome']);
    const waits = histogram('upstream_wait_seconds', 'Waits before a call to GitHub or Jira: for its turn, for a limit, before another try.', ['upstream']);
    queueGauges(queue, registry);
    return {
        contentType: registry.contentType,
        text: () => registry.metrics(),
        answered: (route, method, status, ms) => requests.observe({ route, method, status }, ms / 1000),
        batchEnded: (status, dryRun, ms) => batches.observe({ status, dry_run: String(dryRun) }, ms / 1000),
        called: ({ upstream, outcome, milliseconds }) => calls.observe({ upstream, outcome }, milliseconds / 1000),
        waited: ({ upstream, milliseconds }) => waits.observe({ upstream }, milliseconds / 1000),
        observer(clock) {
            const reached = new Map();
            return (event) => {
                const now = clock.now();
                const before = reached.get(event.index);
                if (before)
                    steps.observe({ step: before.phase }, (now - before.at) / 1000);
                if (event.phase !== 'done')
                    return void reached.set(event.index, { phase: event.phase, at: now });
                reached.delete(event.index);
                if ('result' in event)
                    items.inc({ status: event.result.status });
            };
        },
    };
}
function queueGauges(queue, registry) {
    const gauge = (name, help, read) => new prom_client.Gauge({
        name: `${prefix}${name}`,
        help,
        registers: [registry],
        async collect() {
            // A store that is away says nothing here; /ready says that it is.
            this.set(await read().catch(() => Number.NaN));
        },
    });
    gauge('queue_waiting', 'Batches that wait.', async () => (await queue.depth()).waiting);
    gauge('queue_running', 'Batches that are worked on.', async () => (await queue.depth()).running);
}

;// CONCATENATED MODULE: ./lib/faces/http/sealer.js
/** Requests that wait hold credentials: on the disk they stand encrypted, and the key is never beside them. */

/** Changing one makes every queued request of before unreadable. */
const label = 'create-issues-and-prs queued request v1';
const idLabel = 'create-issues-and-prs queued request v1, id of the key';
const nonceSize = 12;
const tagSize = 16;
/**
 * The key comes from STATE_KEY, else from JWT_SECRET_KEY where that is a secret. A public key is none: then a random key
 * is used. STATE_KEY_OLD, and the secret beside a STATE_KEY that is new, still open what was sealed with them.
 */
function createSealer(config) {
    const shared = config.JWT_ALGORITHM.startsWith('HS') ? config.JWT_SECRET_KEY : undefined;
    const lasting = config.STATE_KEY ?? shared;
    const own = keyOf(lasting ?? (0,external_node_crypto_.randomBytes)(32));
    const others = [config.STATE_KEY_OLD, shared].filter((source) => source !== undefined && source !== lasting);
    const keys = [own, ...others.map((source) => keyOf(source))];
    return {
        survives: lasting !== undefined,
        keys: keys.map(({ id }) => id),
        seal(id, text) {
            const nonce = (0,external_node_crypto_.randomBytes)(nonceSize);
            const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', own.bytes, nonce).setAAD(Buffer.from(id));
            const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
            return { sealed: Buffer.concat([nonce, cipher.getAuthTag(), content]), sealedWith: own.id };
        },
        open(id, sealed) {
            for (const { bytes } of keys) {
                const text = sealer_opened(bytes, id, Buffer.from(sealed));
                if (text !== undefined)
                    return text;
            }
            return undefined;
        },
    };
}
function keyOf(source) {
    const id = Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', source, '', idLabel, 8)).toString('hex');
    return { id, bytes: Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', source, '', label, 32)) };
}
function sealer_opened(key, id, bytes) {
    try {
        const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', key, bytes.subarray(0, nonceSize), { authTagLength: tagSize });
        decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(nonceSize, nonceSize + tagSize));
        const content = [decipher.update(bytes.subarray(nonceSize + tagSize)), decipher.final()];
        return Buffer.concat(content).toString('utf8');
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/faces/http/serve.js










/** Milliseconds between looks at a time server. */
const clockInterval = 60 * 60_000;
/** Bytes of sealed requests without a token beside them that are held at the same time. */
const mostUnverified = 64 * 1024 * 1024;
/** Milliseconds that answers under way get to reach their callers when the server ends. */
const lastWords = 2_000;
/** Serves until it is stopped. Throws when it could not begin. */
async function serve(services, options) {
    const { config, write, journalPath, stop } = options;
    const log = services.log(config, write);
    const sealer = checkedSealer(config, log);
    const queue = await services.queue(config, journalPath, log);
    const drain = new AbortController();
    const state = { phase: 'starting', drift: undefined };
    const context = {
        ...{ services, config, write, queue, sealer, journalPath, state, drain: drain.signal },
        log: withoutStandingWarnings(log),
        metrics: createMetrics(queue),
        feed: new BatchFeed(queue),
        unverified: new Allowance(mostUnverified),
        uses: config.JWT_REPLAY_GUARD ? await services.tokenUses(journalPath, config.REDIS_URL) : undefined,
    };
    const watch = watchClock(context, log);
    const server = createListener(createApp(context).fetch);
    try {
        const address = await listen(server, config);
        const worker = queue.start(config.BATCHES_AT_ONCE, workOf(context));
        state.phase = 'ready';
        const { waiting, running } = await queue.depth();
        log.write('info', `listening on ${address}`, { docs: `${address}/docs`, queued: waiting + running });
        await stopped(stop, config.SERVE_FOR);
        log.write('info', 'draining: what is under way ends, nothing new begins');
        state.phase = 'draining';
        drain.abort();
        await worker.stop();
        await serve_closed(server);
        log.write('info', 'stopped');
    }
    finally {
        clearInterval(watch);
        server.closeAllConnections();
        await queue.close();
        await context.uses?.close();
    }
}
/** Everything about keys that can be wrong is said before the first request. */
function checkedSealer(config, log) {
    const { isWeak } = (0,jwt_key/* readVerificationKey */.v)(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET);
    if (isWeak) {
        log.write('warn', 'JWT_SECRET_KEY is shorter than its hash: anyone who can guess it can send batches. Make a new one.');
    }
    const sealer = createSealer(config);
    if (!sealer.survives) {
        const advice = 'Set STATE_KEY, for example to the output of: openssl rand -base64 32';
        log.write('warn', `batches that a restart interrupts cannot go on, since there is no key to keep them under. ${advice}`);
    }
    return sealer;
}
function watchClock({ services, config, state }, log) {
    const server = config.NTP_SERVER;
    if (server === 'off')
        return undefined;
    const look = async () => {
        const drift = await services.drift(server);
        state.drift = drift ?? state.drift;
        if (!drift)
            return log.write('warn', 'clock not checked: the time server did not answer', { server });
        const much = Math.abs(drift.driftMs) > 1000;
        const said = much ? 'clock is off: tokens may be refused' : 'clock checked';
        log.write(much ? 'warn' : 'info', said, { server, drift_ms: drift.driftMs });
    };
    void look();
    return setInterval(look, clockInterval).unref();
}
function listen(server, { HOST, PORT }) {
    return new Promise((resolve, reject) => {
        server.once('error', (error) => {
            const hint = 'Choose another HOST or PORT, or stop the program that has it.';
            reject((0,errors/* fail */.fJ)('configuration-invalid', `Cannot listen on ${HOST}:${PORT} (${error.code}).`, hint, {}, error));
        });
        server.listen(PORT, HOST, () => {
            const { address, port, family } = server.address();
            resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${port}`);
        });
    });
}
/** Resolves when the server is to end: it was told so, or its time is over. */
function stopped(stop, time) {
    return new Promise((resolve) => {
        const timer = time === undefined ? undefined : setTimeout(resolve, time);
        const end = () => {
            clearTimeout(timer);
            resolve();
        };
        if (stop.aborted)
            end();
        else
            stop.addEventListener('abort', end, { once: true });
    });
}
/** No new connections; those that are quiet are closed, the others when their answer is sent or its time is over. */
function serve_closed(server) {
    return new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), lastWords);
        server.close(() => {
            clearTimeout(timer);
            resolve();
        });
        server.closeIdleConnections();
    });
}


/***/ })

};
