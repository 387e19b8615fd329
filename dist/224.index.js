export const id = 224;
export const ids = [224];
export const modules = {

/***/ 63244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ here),
/* harmony export */   _: () => (/* binding */ isAlive)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/** Which processes of this host live: who holds something in a file that all of them share. */


/** A pid means something only where it was given: on this host and, in containers, in this pid namespace. */
const here = `${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()} ${pidNamespace()}`;
function pidNamespace() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        return '';
    }
}
/** False only where it is certain that no process of this host has that id. */
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return Error.isError(error) && 'code' in error && error.code === 'EPERM';
    }
}


/***/ }),

/***/ 81531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JX: () => (/* binding */ busyTimeout),
/* harmony export */   Nj: () => (/* binding */ guarded),
/* harmony export */   Tq: () => (/* binding */ openFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_sqlite__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80099);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/** How every SQLite file of this program is opened: its folder, the settings for durability, whose turn it is, and errors. */




/** Milliseconds that a process waits while another writes. */
const busyTimeout = 10_000;
/**
 * Opens (and makes, if need be) a file, and brings its tables about with `layOut`. With WAL and synchronous=FULL a commit
 * is on the disk before the program goes on. Turning WAL on needs the file for itself for a moment and does not wait for
 * others (SQLITE_BUSY at once), so processes that start together take turns here; `layOut` may therefore run again.
 */
function openFile(path, layOut) {
    if (path !== ':memory:')
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    for (const until = performance.now() + busyTimeout;;) {
        const db = new node_sqlite__WEBPACK_IMPORTED_MODULE_2__.DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: busyTimeout });
        try {
            db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
            layOut(db);
            return db;
        }
        catch (error) {
            db.close();
            if (!isBusy(error) || performance.now() > until)
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
        }
    }
}
/**
 * The folder and those above it. Node's own recursive mkdir never returns where a folder is there but takes none (/proc):
 * there mkdir says that the folder above is missing, and Node goes up and down for ever.
 */
function makeFolder(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false }))
        return;
    makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { mode: 0o700 });
    }
    catch (error) {
        if (!hasCode(error, 'EEXIST'))
            throw error;
    }
}
const hasCode = (error, code) => Error.isError(error) && 'code' in error && error.code === code;
/** SQLITE_BUSY, and its extended codes, which have it in their low byte. */
const isBusy = (error) => Error.isError(error) && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5;
/** Does the work; whatever fails means that `what` (the journal, the queue) is away. SQLite's own texts are not told. */
function guarded(path, what, work) {
    try {
        return work();
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw error;
        throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('journal-unavailable', `The ${what} cannot be read or written (${reasonOf(error)}).`, 'Check that its folder is writable and its disk not full, or name another file with --journal (the journal input). Nothing is done without a journal.', { journal: path }, error);
    }
}
/** SQLite's short words (`disk I/O error`), the code of the file system (`EACCES`), or the error's name. */
function reasonOf(error) {
    if (!Error.isError(error))
        return '';
    if ('errstr' in error)
        return String(error.errstr);
    return 'code' in error ? String(error.code) : error.name;
}


/***/ }),

/***/ 48224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openSqliteQueue: () => (/* binding */ openSqliteQueue)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var _own_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63244);
/* harmony import */ var _sqlite_open_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81531);
/** The queue of one host, in the file of the journal: what was accepted survives a crash and goes on at the next start. */



/** Milliseconds for which an answer is kept: as long as the journal keeps its effects, and a dry run for a day. */
const retention = { real: 90 * 24 * 60 * 60_000, dryRun: 24 * 60 * 60_000 };
/** Milliseconds between looks for old answers. */
const housekeeping = 10 * 60_000;
/** Milliseconds between tries to reach a disk that is full or away. */
const storeRetry = 1_000;
/** Milliseconds between two signs of life of a worker, and how old the last may be. */
const beat = 5_000;
const longestSilence = 30_000;
const schema = `
  CREATE TABLE IF NOT EXISTS queue (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, dry_run INTEGER NOT NULL, items TEXT NOT NULL, state TEXT NOT NULL,
    accepted_at INTEGER NOT NULL, ended_at INTEGER, not_before INTEGER, sealed BLOB, answer TEXT, host TEXT, pid INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS queue_workers (host TEXT, pid INTEGER, seen_at INTEGER NOT NULL, PRIMARY KEY (host, pid)) STRICT;
  CREATE INDEX IF NOT EXISTS queue_by_state ON queue (state, accepted_at);
  CREATE INDEX IF NOT EXISTS queue_by_time ON queue (accepted_at);
`;
/** Opens (and makes, if need be) the queue. Throws `journal-unavailable` when it cannot be written. */
function openSqliteQueue(options) {
    return (0,_sqlite_open_js__WEBPACK_IMPORTED_MODULE_2__/* .guarded */ .Nj)(options.path, 'queue', () => new SqliteQueue(options));
}
class SqliteQueue {
    kind = 'sqlite';
    #db;
    #path;
    #clock;
    #events = new node_events__WEBPACK_IMPORTED_MODULE_0__.EventEmitter().setMaxListeners(0);
    #progress = new Map();
    #housekeeping;
    /** By their text: the few that there are, compiled once. */
    #statements = new Map();
    #wake = () => { };
    constructor({ path, clock }) {
        this.#path = path;
        this.#clock = clock;
        this.#db = (0,_sqlite_open_js__WEBPACK_IMPORTED_MODULE_2__/* .openFile */ .Tq)(path, (db) => db.exec(`PRAGMA secure_delete = ON; ${schema}`));
        this.#forgetOld();
        this.#housekeeping = setInterval(() => this.#forgetOld(), housekeeping);
        this.#housekeeping.unref();
    }
    #run(sql, ...values) {
        return (0,_sqlite_open_js__WEBPACK_IMPORTED_MODULE_2__/* .guarded */ .Nj)(this.#path, 'queue', () => Number(this.#prepared(sql).run(...values).changes));
    }
    #rows(sql, ...values) {
        return (0,_sqlite_open_js__WEBPACK_IMPORTED_MODULE_2__/* .guarded */ .Nj)(this.#path, 'queue', () => this.#prepared(sql).all(...values));
    }
    #prepared(sql) {
        const statement = this.#statements.get(sql) ?? this.#db.prepare(sql);
        this.#statements.set(sql, statement);
        return statement;
    }
    #forgetOld() {
        const now = this.#clock.now();
        this.#run("DELETE FROM queue WHERE state IN ('done', 'lost') AND ended_at < CASE dry_run WHEN 1 THEN ? ELSE ? END", now - retention.dryRun, now - retention.real);
    }
    async add(ticket, { limit, replaceDone }) {
        const known = await this.find(ticket.id);
        const replaced = known?.state === 'lost' || (known?.state === 'done' && replaceDone);
        if (known && !replaced)
            return { outcome: 'known', batch: known };
        if ((await this.depth()).waiting >= limit)
            return { outcome: 'full' };
        const { id, digest, dryRun, items, sealed } = ticket;
        this.#run("INSERT OR REPLACE INTO queue VALUES (?, ?, ?, ?, 'waiting', ?, NULL, NULL, ?, NULL, NULL, NULL)", id, digest, dryRun ? 1 : 0, JSON.stringify(items), this.#clock.now(), sealed);
        this.#progress.delete(id);
        const batch = this.#changed(id);
        this.#wake();
        return { outcome: 'added', batch };
    }
    async find(id) {
        const [row] = this.#rows('SELECT * FROM queue WHERE id = ?', id);
        return row && toBatch(row);
    }
    async recent(limit) {
        return this.#rows('SELECT * FROM queue ORDER BY accepted_at DESC, rowid DESC LIMIT ?', limit).map(toBatch);
    }
    async depth() {
        const rows = this.#rows("SELECT state, count(*) AS n FROM queue WHERE state IN ('waiting', 'running') GROUP BY state");
        const count = (state) => Number(rows.find((row) => row.state === state)?.n ?? 0);
        return { waiting: count('waiting'), running: count('running') };
    }
    start(concurrency, work) {
        const underWay = new Set();
        const state = { stopped: false };
        let timer;
        const fill = () => {
            clearTimeout(timer);
            try {
                while (!state.stopped && underWay.size < concurrency) {
                    const row = this.#next();
                    if (!row)
                        break;
                    const one = this.#carryOut(row, work, state).finally(() => {
                        underWay.delete(one);
                        fill();
                    });
                    underWay.add(one);
                }
                again(state.stopped || underWay.size >= concurrency ? undefined : this.#pause());
            }
            catch {
                // The disk is away for the moment; what waits is looked for again.
                again(storeRetry);
            }
        };
        const again = (pause) => {
            if (pause !== undefined && !state.stopped)
                timer = setTimeout(fill, pause).unref();
        };
        this.#wake = fill;
        this.#reclaim((pid) => pid === process.pid);
        fill();
        const beating = setInterval(() => {
            try {
                this.#reclaim();
                fill();
            }
            catch {
                // The disk is away for the moment: the next beat says that this worker lives.
            }
        }, beat).unref();
        return {
            stop: async () => {
                state.stopped = true;
                clearTimeout(timer);
                await Promise.all(underWay);
                clearInterval(beating);
            },
        };
    }
    /**
     * Says that this worker lives, and has wait again what a process that is gone was working on: at once where it was one of
     * this host, else when it was silent for long. A container that is made anew has another host's name. `isGone` knows of a
     * pid of this host that is another process' by now.
     */
    #reclaim(isGone = () => false) {
        const now = this.#clock.now();
        this.#run('INSERT OR REPLACE INTO queue_workers VALUES (?, ?, ?)', _own_process_js__WEBPACK_IMPORTED_MODULE_1__/* .here */ .Z, process.pid, now);
        const silent = now - longestSilence;
        for (const { id, host, pid, seen_at } of this.#rows("SELECT id, host, pid, seen_at FROM queue LEFT JOIN queue_workers USING (host, pid) WHERE state = 'running'")) {
            const alive = host === _own_process_js__WEBPACK_IMPORTED_MODULE_1__/* .here */ .Z ? !isGone(Number(pid)) && (0,_own_process_js__WEBPACK_IMPORTED_MODULE_1__/* .isAlive */ ._)(Number(pid)) : Number(seen_at) >= silent;
            if (!alive)
                this.#run("UPDATE queue SET state = 'waiting' WHERE id = ?", String(id));
        }
        this.#run('DELETE FROM queue_workers WHERE seen_at < ?', silent - housekeeping);
    }
    #next() {
        const [row] = this.#rows(`UPDATE queue SET state = 'running', not_before = NULL, host = ?, pid = ? WHERE id = (
         SELECT id FROM queue WHERE state = 'waiting' AND (not_before IS NULL OR not_before <= ?)
         ORDER BY accepted_at, rowid LIMIT 1) RETURNING *`, _own_process_js__WEBPACK_IMPORTED_MODULE_1__/* .here */ .Z, process.pid, this.#clock.now());
        return row;
    }
    /** Milliseconds until a batch that waits for its time may go on; undefined when none does. */
    #pause() {
        const [row] = this.#rows("SELECT min(not_before) AS at FROM queue WHERE state = 'waiting'");
        if (typeof row?.at !== 'number')
            return undefined;
        return Math.min(Math.max(row.at - this.#clock.now(), 50), 2 ** 31 - 1);
    }
    async #carryOut(row, work, state) {
        const batch = toBatch(row);
        this.#emit(batch.id, { kind: 'batch', batch });
        // There is one host only: nothing is gained by parts.
        const part = await work.carryOut(batch, { number: 1, count: 1 }, row.sealed);
        const outcome = await work.gather(batch, [part]);
        while (!this.#stored(batch.id, outcome)) {
            // Stopped meanwhile: it is still marked as running, and the next start goes on with it.
            if (state.stopped)
                return;
            await this.#clock.sleep(storeRetry);
        }
        this.#progress.delete(batch.id);
    }
    /** False when the disk would not take it. */
    #stored(id, outcome) {
        try {
            this.#store(id, outcome);
            this.#changed(id);
            return true;
        }
        catch {
            return false;
        }
    }
    #store(id, outcome) {
        const answer = JSON.stringify(outcome.answer ?? null);
        if (outcome.state === 'again') {
            const sql = "UPDATE queue SET state = 'waiting', not_before = ?, answer = ? WHERE id = ?";
            this.#run(sql, outcome.notBefore, answer, id);
            return;
        }
        const sql = 'UPDATE queue SET state = ?, ended_at = ?, answer = ?, sealed = NULL WHERE id = ?';
        this.#run(sql, outcome.state, this.#clock.now(), answer, id);
    }
    #changed(id) {
        const [row] = this.#rows('SELECT * FROM queue WHERE id = ?', id);
        const batch = toBatch(row);
        this.#emit(id, { kind: 'batch', batch });
        return batch;
    }
    #emit(id, event) {
        this.#events.emit(`batch ${id}`, event);
        this.#events.emit('any', id);
    }
    tell(id, item) {
        const items = this.#progress.get(id) ?? new Map();
        this.#progress.set(id, items.set(item.index, item));
        this.#emit(id, { kind: 'item', item });
    }
    async progress(id) {
        return [...(this.#progress.get(id)?.values() ?? [])];
    }
    listen(id, listener) {
        const name = `batch ${id}`;
        this.#events.on(name, listener);
        return () => this.#events.off(name, listener);
    }
    listenAll(listener) {
        this.#events.on('any', listener);
        return () => this.#events.off('any', listener);
    }
    async close() {
        clearInterval(this.#housekeeping);
        if (this.#db.isOpen)
            this.#db.close();
    }
}
function toBatch(row) {
    const number = (value) => (typeof value === 'number' ? value : null);
    return {
        id: String(row.id),
        digest: String(row.digest),
        dryRun: row.dry_run === 1,
        items: JSON.parse(String(row.items)),
        state: row.state,
        acceptedAt: Number(row.accepted_at),
        endedAt: number(row.ended_at),
        notBefore: number(row.not_before),
        answer: row.answer === null ? null : JSON.parse(String(row.answer)),
    };
}


/***/ })

};
