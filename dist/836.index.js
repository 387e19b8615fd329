export const id = 836;
export const ids = [836];
export const modules = {

/***/ 18067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of this program; a test holds it to package.json. */
const version = '0.1.0';


/***/ }),

/***/ 93550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serveInJob: () => (/* binding */ serveInJob)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57264);
/* harmony import */ var _http_serve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45316);
/** `mode: serve`: the HTTP mode inside a job of a self-hosted runner, until the job is cancelled or its time is over. */


/** `stop`: a cancelled job. Answers the exit code: a server that drained did what it was there for. */
async function serveInJob(services, { config, journalPath, stop }) {
    await (0,_http_serve_js__WEBPACK_IMPORTED_MODULE_1__/* .serve */ .w)(services, { config, journalPath, stop, write: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__.info(line) });
    return 0;
}


/***/ })

};
