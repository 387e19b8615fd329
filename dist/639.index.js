export const id = 639;
export const ids = [639];
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

/***/ 38639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  emptyJournal: () => (/* binding */ emptyJournal),
  openSqliteJournal: () => (/* binding */ openSqliteJournal)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(80099);
// EXTERNAL MODULE: ./lib/adapters/sqlite-open.js
var sqlite_open = __webpack_require__(81531);
;// CONCATENATED MODULE: ./lib/adapters/sqlite-file.js
/** The journal's file: its layout, and how it is opened. */



/** The layout of the tables, kept in `user_version`. */
const layout = 2;
const schema = `
  CREATE TABLE IF NOT EXISTS batches (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, created_at INTEGER NOT NULL, state TEXT NOT NULL, response TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS batch_items (
    batch_id TEXT NOT NULL REFERENCES batches(id) ON DELETE CASCADE, item_key TEXT NOT NULL, position INTEGER NOT NULL,
    PRIMARY KEY (batch_id, item_key)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS batch_items_by_key ON batch_items (item_key);
  CREATE TABLE IF NOT EXISTS steps (
    item_key TEXT NOT NULL, step TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, value TEXT,
    doubtful INTEGER NOT NULL, run TEXT, PRIMARY KEY (item_key, step)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS leases (
    item_key TEXT PRIMARY KEY, fence INTEGER NOT NULL, host TEXT NOT NULL, pid INTEGER NOT NULL, until INTEGER NOT NULL
  ) STRICT;
`;
/** Opens the journal's file and brings it to the layout. */
function openDatabase({ path, readOnly }) {
    if (readOnly)
        return openForReading(path);
    return (0,sqlite_open/* openFile */.Tq)(path, (db) => {
        db.exec(`BEGIN IMMEDIATE; ${schema}`);
        if (layoutOf(db) === 1)
            db.exec('ALTER TABLE steps ADD COLUMN run TEXT');
        db.exec(`PRAGMA user_version = ${layout}; COMMIT;`);
    });
}
/** A run that was killed while it made the file left one without tables: that is an empty journal. */
function openForReading(path) {
    const db = new external_node_sqlite_.DatabaseSync(path, { readOnly: true, timeout: sqlite_open/* busyTimeout */.JX });
    if (layoutOf(db) > 0)
        return db;
    db.close();
    const empty = new external_node_sqlite_.DatabaseSync(':memory:');
    empty.exec(schema);
    return empty;
}
function layoutOf(db) {
    const version = Number(db.prepare('PRAGMA user_version').get().user_version);
    if (version <= layout)
        return version;
    throw (0,errors/* fail */.fJ)('journal-unavailable', 'The journal was written by a newer version of create-issues-and-prs.', 'Use that version, or name another file with --journal (the journal input).', { layout: version });
}

// EXTERNAL MODULE: ./lib/core/holding.js
var holding = __webpack_require__(31952);
// EXTERNAL MODULE: ./lib/adapters/own-process.js
var own_process = __webpack_require__(63244);
;// CONCATENATED MODULE: ./lib/adapters/sqlite-leases.js


/** Milliseconds for which a lease holds without being renewed; a holder of this host that is dead is passed over at once. */
const leaseTime = 30_000;
/** The table of leases, for one connection. `guard` turns SQLite's errors into failures. */
class SqliteLeases {
    #db;
    #clock;
    #guard;
    #mine = new Map();
    #renewal;
    constructor(db, clock, guard) {
        this.#db = db;
        this.#clock = clock;
        this.#guard = guard;
        this.#renewal = setInterval(() => this.#renewAll(), leaseTime / 3);
        this.#renewal.unref();
    }
    /** Takes the lease inside a transaction of the caller. Undefined: another holds it. */
    take(itemKey) {
        const now = this.#clock.now();
        const row = this.#row(itemKey);
        if (row && isHeld(row, now))
            return undefined;
        const fence = Number(row?.fence ?? 0) + 1;
        this.#db
            .prepare('INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?, ?)')
            .run(itemKey, fence, own_process/* here */.Z, process.pid, now + leaseTime);
        const mine = { fence, renewed: now };
        this.#mine.set(itemKey, mine);
        return {
            fence,
            held: () => this.#mine.get(itemKey) === mine && (this.#isFresh(mine) || this.#renew(itemKey, mine)),
            release: async () => {
                if (this.#mine.get(itemKey) === mine)
                    this.#mine.delete(itemKey);
                this.#update('UPDATE leases SET until = 0 WHERE item_key = ? AND fence = ?', itemKey, fence);
            },
        };
    }
    /** The fence under which this process may write about the item: any, where it takes no lease at all. */
    fenceOf(itemKey) {
        return this.#mine.get(itemKey)?.fence ?? Number.MAX_SAFE_INTEGER;
    }
    /** Throws `already-running` when this process had the item and another has taken it since: it may write no more of it. */
    assertMine(itemKey) {
        const mine = this.#mine.get(itemKey);
        if (mine && this.#row(itemKey)?.fence !== mine.fence)
            throw (0,holding/* overtaken */.K1)();
    }
    isHeld(itemKey) {
        const row = this.#row(itemKey);
        return row !== undefined && isHeld(row, this.#clock.now());
    }
    close() {
        clearInterval(this.#renewal);
    }
    #row(itemKey) {
        return this.#db.prepare('SELECT * FROM leases WHERE item_key = ?').get(itemKey);
    }
    #update(sql, ...values) {
        return this.#guard(() => Number(this.#db.prepare(sql).run(...values).changes));
    }
    #isFresh(lease) {
        return this.#clock.now() < lease.renewed + leaseTime;
    }
    #renewAll() {
        for (const [itemKey, lease] of this.#mine)
            this.#renew(itemKey, lease);
    }
    /**
     * False where another has taken it meanwhile. A lease that ran out (this process was paused, the disk was full) and that
     * nobody took is the holder's again.
     */
    #renew(itemKey, lease) {
        const now = this.#clock.now();
        try {
            const sql = 'UPDATE leases SET until = ? WHERE item_key = ? AND fence = ?';
            if (this.#update(sql, now + leaseTime, itemKey, lease.fence) === 0)
                return false;
            lease.renewed = now;
            return true;
        }
        catch {
            // The disk may be full for a moment; the lease runs out if it stays so.
            return this.#isFresh(lease);
        }
    }
}
/** A killed run must not keep its items locked: a holder of this host that no longer lives holds nothing. */
function isHeld(row, now) {
    if (Number(row.until) <= now)
        return false;
    return row.host !== own_process/* here */.Z || (0,own_process/* isAlive */._)(Number(row.pid));
}

;// CONCATENATED MODULE: ./lib/adapters/sqlite-store.js




/** Milliseconds after which a finished batch is forgotten. */
const retention = 90 * 24 * 60 * 60 * 1000;
/** Parameters: the item, and the fence of its holder. */
const unlessTaken = 'WHERE NOT EXISTS (SELECT 1 FROM leases WHERE leases.item_key = ? AND fence > ?)';
/** Opens (and makes, if need be) the journal. Throws `journal-unavailable` when it cannot be written. */
function openSqliteJournal(options) {
    return (0,sqlite_open/* guarded */.Nj)(options.path, 'journal', () => new SqliteJournal(options));
}
/** A journal that knows nothing and keeps nothing: what a dry run reads where there is no journal yet. */
const emptyJournal = {
    beginBatch: async ({ id, digest }) => ({ id, digest, createdAt: 0, state: 'running', response: null }),
    endBatch: async () => { },
    batch: async () => undefined,
    step: async () => undefined,
    intend: async () => { },
    record: async () => { },
    retract: async () => { },
    acquire: async () => ({ fence: 0, held: () => true, release: async () => { } }),
    batches: async () => [],
    steps: async () => [],
    forget: async () => false,
    close: async () => { },
};
class SqliteJournal {
    #db;
    #path;
    #clock;
    #leases;
    constructor(options) {
        this.#path = options.path;
        this.#clock = options.clock;
        this.#db = openDatabase(options);
        this.#leases = new SqliteLeases(this.#db, this.#clock, (work) => this.#guarded(work));
        if (!options.readOnly)
            this.#forgetOld();
    }
    #guarded(work) {
        return (0,sqlite_open/* guarded */.Nj)(this.#path, 'journal', work);
    }
    #run(sql, ...values) {
        return this.#guarded(() => Number(this.#db.prepare(sql).run(...values).changes));
    }
    /**
     * A write about an item, in one statement that ends with `unlessTaken`: nothing is written where the item's lease has
     * gone to another, however late this process wakes up. Throws `already-running` then.
     */
    #runAsHolder(itemKey, sql, ...values) {
        const changes = this.#run(sql, ...values, itemKey, this.#leases.fenceOf(itemKey));
        if (changes === 0)
            this.#guarded(() => this.#leases.assertMine(itemKey));
    }
    #row(sql, ...values) {
        return this.#guarded(() => this.#db.prepare(sql).get(...values));
    }
    #rows(sql, ...values) {
        return this.#guarded(() => this.#db.prepare(sql).all(...values));
    }
    /** All or nothing, and alone: IMMEDIATE takes the write lock before the first read. */
    #together(work) {
        return this.#guarded(() => {
            this.#db.exec('BEGIN IMMEDIATE');
            try {
                const value = work();
                this.#db.exec('COMMIT');
                return value;
            }
            catch (error) {
                if (this.#db.isTransaction)
                    this.#db.exec('ROLLBACK');
                throw error;
            }
        });
    }
    /** Steps whose intent stands alone are kept however old they are: they are still in doubt. */
    #forgetOld() {
        const now = this.#clock.now();
        this.#together(() => {
            this.#db.prepare("DELETE FROM batches WHERE state = 'done' AND created_at < ?").run(now - retention);
            this.#db
                .prepare("DELETE FROM steps WHERE at < ? AND state = 'done' AND item_key NOT IN (SELECT item_key FROM batch_items)")
                .run(now - retention);
            this.#db.prepare('DELETE FROM leases WHERE until < ?').run(now - retention);
        });
    }
    async beginBatch({ id, digest, itemKeys }) {
        this.#together(() => {
            this.#db
                .prepare("INSERT INTO batches VALUES (?, ?, ?, 'running', NULL) ON CONFLICT (id) DO NOTHING")
                .run(id, digest, this.#clock.now());
            const insert = this.#db.prepare('INSERT INTO batch_items VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
            for (const [position, key] of itemKeys.entries())
                insert.run(id, key, position);
        });
        return (await this.batch(id));
    }
    async endBatch(id, response) {
        this.#run("UPDATE batches SET state = 'done', response = ? WHERE id = ?", JSON.stringify(response ?? null), id);
    }
    async batch(id) {
        const row = this.#row('SELECT * FROM batches WHERE id = ?', id);
        return (row && {
            id,
            digest: String(row.digest),
            createdAt: Number(row.created_at),
            state: row.state === 'done' ? 'done' : 'running',
            response: row.response === null ? null : JSON.parse(String(row.response)),
        });
    }
    async step(itemKey, step) {
        const row = this.#row('SELECT * FROM steps WHERE item_key = ? AND step = ?', itemKey, step);
        return row && recordOf(row);
    }
    async intend(itemKey, step, run) {
        const sql = `INSERT INTO steps SELECT ?, ?, 'intent', ?, NULL, 0, ? ${unlessTaken}
      ON CONFLICT (item_key, step) DO UPDATE SET at = excluded.at, run = excluded.run WHERE state = 'intent'`;
        this.#runAsHolder(itemKey, sql, itemKey, step, this.#clock.now(), run ?? null);
    }
    async record(itemKey, step, value, doubtful = false, run) {
        const sql = `INSERT OR REPLACE INTO steps SELECT ?, ?, 'done', ?, ?, ?, ? ${unlessTaken}`;
        const json = JSON.stringify(value ?? null);
        this.#runAsHolder(itemKey, sql, itemKey, step, this.#clock.now(), json, doubtful ? 1 : 0, run ?? null);
    }
    async retract(itemKey, step) {
        const sql = `DELETE FROM steps ${unlessTaken} AND item_key = ? AND step = ? AND state = 'intent'`;
        this.#guarded(() => this.#db.prepare(sql).run(itemKey, this.#leases.fenceOf(itemKey), itemKey, step));
    }
    async acquire(itemKey) {
        return this.#together(() => this.#leases.take(itemKey));
    }
    async batches() {
        const rows = this.#rows(`SELECT id, digest, created_at, state, (SELECT count(*) FROM batch_items WHERE batch_id = id) AS items
       FROM batches ORDER BY created_at DESC, id`);
        return rows.map((row) => ({
            id: String(row.id),
            digest: String(row.digest),
            createdAt: Number(row.created_at),
            state: row.state === 'done' ? 'done' : 'running',
            items: Number(row.items),
        }));
    }
    async steps(batchId) {
        const rows = this.#rows(`SELECT steps.* FROM batch_items JOIN steps ON steps.item_key = batch_items.item_key
       WHERE batch_id = ? ORDER BY position, at, steps.rowid`, batchId);
        return rows.map((row) => ({
            itemKey: String(row.item_key),
            step: String(row.step),
            record: recordOf(row),
        }));
    }
    async forget(batchId) {
        return this.#together(() => {
            const keys = this.#rows('SELECT item_key FROM batch_items WHERE batch_id = ?', batchId);
            const busy = keys.find((row) => this.#leases.isHeld(String(row.item_key)));
            if (busy)
                throw stillRunning(batchId);
            if (this.#run('DELETE FROM batches WHERE id = ?', batchId) === 0)
                return false;
            for (const { item_key: key } of keys) {
                const sql = 'DELETE FROM steps WHERE item_key = ? AND item_key NOT IN (SELECT item_key FROM batch_items)';
                this.#run(sql, String(key));
            }
            return true;
        });
    }
    async close() {
        this.#leases.close();
        if (this.#db.isOpen)
            this.#db.close();
    }
}
/** The failure of forgetting a batch that a run is working on. */
function stillRunning(batch) {
    return (0,errors/* fail */.fJ)('already-running', `Batch ${batch} is being worked on.`, 'Wait for that run to end, or cancel it first.', {
        batch,
    });
}
function recordOf(row) {
    const at = Number(row.at);
    const run = typeof row.run === 'string' ? { run: row.run } : {};
    if (row.state !== 'done')
        return { state: 'intent', at, ...run };
    return { state: 'done', at, value: JSON.parse(String(row.value)), doubtful: row.doubtful === 1, ...run };
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
