export const id = 831;
export const ids = [831];
export const modules = {

/***/ 37831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   measuredHttp: () => (/* binding */ measuredHttp),
/* harmony export */   waitingClock: () => (/* binding */ waitingClock)
/* harmony export */ });
/** `http` as one far side uses it. Without `observe` it is `http` itself. */
function measuredHttp(http, upstream, clock, observe) {
    if (!observe)
        return http;
    const measured = async (call) => {
        const began = clock.now();
        const told = (outcome) => observe({ upstream, outcome, milliseconds: clock.now() - began });
        try {
            const answer = await call;
            told(answer.status);
            return answer;
        }
        catch (error) {
            told('failed');
            throw error;
        }
    };
    return {
        fetch: (url, init) => measured(http.fetch(url, init)),
        send: (request) => measured(http.send(request)),
        close: () => http.close(),
    };
}
/** `clock` for one far side's client: what it sleeps is told as waiting, also when it is woken early. */
function waitingClock(clock, upstream, observe) {
    if (!observe)
        return clock;
    return {
        now: () => clock.now(),
        async sleep(ms, signal) {
            const began = clock.now();
            try {
                await clock.sleep(ms, signal);
            }
            finally {
                observe({ upstream, milliseconds: clock.now() - began });
            }
        },
    };
}


/***/ })

};
