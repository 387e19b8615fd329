export const id = 458;
export const ids = [458,386];
export const modules = {

/***/ 1585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tt: () => (/* binding */ readOptions),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   o$: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57975);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/** Reading a command's arguments and files; what is wrong becomes a usage failure that names it. */




/** Parses strictly. Throws `usage`; Node's own words name the option only. */
function readOptions(args, options, positionals = false) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_2__.parseArgs)({ args: [...args], options, allowPositionals: positionals, strict: true });
    }
    catch (error) {
        const words = Error.isError(error) ? error.message.split('. ')[0] : 'the arguments are wrong';
        throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('usage', `${words}.`, 'Add --help to see the options and examples.');
    }
}
/** The text of a file, or of standard input for `-`. Throws `usage` when it cannot be read. */
async function readSource(name, option) {
    if (name === '-')
        return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.text)(process.stdin);
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(name, 'utf8');
    }
    catch (error) {
        const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown';
        throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('usage', `${option}: the file "${name}" cannot be read (${code}).`, 'Check the path.', {}, error);
    }
}
/** A value that must be there. */
function required(value, option) {
    if (value === undefined || value === '')
        throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('usage', `${option} is missing.`, 'Add --help to see the options and examples.');
    return value;
}


/***/ }),

/***/ 91077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   seal: () => (/* binding */ seal)
/* harmony export */ });
/* harmony import */ var _core_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6641);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3828);
/* harmony import */ var _core_own_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23859);
/* harmony import */ var _request_accept_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7440);
/* harmony import */ var _request_jwt_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13458);
/* harmony import */ var _request_read_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32672);
/* harmony import */ var _request_sealed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55553);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1585);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8386);
/** `seal`: a request and a fresh token for it, signed and encrypted in one string that a dispatch may carry openly. */









const options = {
    request: { type: 'string' },
    'public-key': { type: 'string' },
    jwt: { type: 'string' },
    'expires-in': { type: 'string' },
};
async function seal({ services, args, env }) {
    const { values } = (0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .readOptions */ .Tt)(args, options);
    const config = (0,_core_config_js__WEBPACK_IMPORTED_MODULE_0__/* .readConfig */ .Xg)(env);
    (0,_core_own_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .learnOwnSecrets */ .a)(config, services.redactor);
    const request = (0,_request_read_json_js__WEBPACK_IMPORTED_MODULE_4__/* .readJson */ .Vh)(await (0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .readSource */ .o$)((0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .required */ .mw)(values.request, '--request'), '--request'));
    if (typeof request !== 'object' || request === null)
        throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)('usage', 'The request is no JSON object.', 'The README shows a request.');
    const isShared = config.JWT_ALGORITHM.startsWith('HS');
    if (!isShared && (values['public-key'] === undefined || values.jwt === undefined)) {
        throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)('usage', `This machine has no secret that is shared with the service: ${config.JWT_ALGORITHM} is configured.`, 'Give --public-key with the key to seal to, and --jwt with the file of a token that was signed where the private key is.');
    }
    const digest = (0,_request_accept_js__WEBPACK_IMPORTED_MODULE_2__/* .requestDigest */ .ud)({ value: request });
    const jwt = values.jwt === undefined
        ? await (0,_token_js__WEBPACK_IMPORTED_MODULE_7__.sign)(config, services.clock.now(), (0,_token_js__WEBPACK_IMPORTED_MODULE_7__.readSeconds)(values['expires-in']), { digest })
        : (await (0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .readSource */ .o$)(values.jwt, '--jwt')).trim();
    const way = values['public-key'] === undefined
        ? { secret: sharedSecret(config) }
        : { publicKey: (0,_request_sealed_js__WEBPACK_IMPORTED_MODULE_5__/* .readSealPublicKey */ .GK)(await (0,_options_js__WEBPACK_IMPORTED_MODULE_6__/* .readSource */ .o$)(values['public-key'], '--public-key')) };
    process.stdout.write(`${await (0,_request_sealed_js__WEBPACK_IMPORTED_MODULE_5__/* .seal */ .od)({ jwt, request }, way)}\n`);
    return 0;
}
/** The configured secret, refused when it is weak or no secret. */
function sharedSecret(config) {
    (0,_request_jwt_key_js__WEBPACK_IMPORTED_MODULE_3__/* .readVerificationKey */ .v)(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET);
    return config.JWT_SECRET_KEY;
}


/***/ }),

/***/ 8386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSeconds: () => (/* binding */ readSeconds),
  sign: () => (/* binding */ sign),
  token: () => (/* binding */ token)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/base64url.js
var base64url = __webpack_require__(71445);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/jws_algorithms.js
var jws_algorithms = __webpack_require__(68109);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/validate.js
var validate = __webpack_require__(47784);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/util/errors.js
var errors = __webpack_require__(5674);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/buffer_utils.js
var buffer_utils = __webpack_require__(77410);
// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/lib/key.js
var lib_key = __webpack_require__(47859);
;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/jws_sign.js






async function createSignature(input, key, rejectUnencoded) {
  let [payload, protectedHeader, unprotectedHeader, crit] = input, encodedProtectedHeader = "";
  if (protectedHeader !== void 0) {
    const normalized = (0,validate/* serializeJoseHeader */.ji)(errors/* JWSInvalid */.Ye, protectedHeader);
    protectedHeader = normalized[0], encodedProtectedHeader = (0,base64url/* encode */.l)(normalized[1]);
  }
  if (unprotectedHeader !== void 0 && (unprotectedHeader = (0,validate/* serializeJoseHeader */.ji)(errors/* JWSInvalid */.Ye, unprotectedHeader)[0]), !protectedHeader && !unprotectedHeader)
    throw new errors/* JWSInvalid */.Ye("either setProtectedHeader or setUnprotectedHeader must be called before #sign()");
  if (!(0,validate/* isDisjoint */.fz)(protectedHeader, unprotectedHeader))
    throw new errors/* JWSInvalid */.Ye("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  const joseHeader = { ...protectedHeader, ...unprotectedHeader };
  (0,validate/* validateCritDuplicates */.BU)(errors/* JWSInvalid */.Ye, protectedHeader);
  const b64 = (0,validate/* validateB64 */.J0)(protectedHeader, (0,validate/* validateCrit */.nI)(errors/* JWSInvalid */.Ye, validate/* JWS_RECOGNIZED */.qc, crit, protectedHeader, joseHeader));
  b64 || rejectUnencoded?.();
  const { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new errors/* JWSInvalid */.Ye('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  const entry = (0,jws_algorithms/* jwsAlgorithm */.q)(alg);
  let encodedPayload = "", signingPayload = payload, signingInput;
  if (b64) {
    const encodedPayloadCache = input[4];
    encodedPayloadCache ? (encodedPayload = encodedPayloadCache[0] ??= (0,base64url/* encode */.l)(payload), signingPayload = encodedPayloadCache[1] ??= (0,buffer_utils/* encode */.lF)(encodedPayload)) : (encodedPayload = (0,base64url/* encode */.l)(payload), signingInput = buffer_utils/* encoder */.Rd.encode(`${encodedProtectedHeader}.${encodedPayload}`));
  }
  signingInput ??= (0,buffer_utils/* concat */.xW)((0,buffer_utils/* encode */.lF)(encodedProtectedHeader), (0,buffer_utils/* encode */.lF)("."), signingPayload);
  const signingKey = await (0,lib_key/* rawKey */.GK)(await (0,lib_key/* prepareKey */.dT)(entry, key, "sign"), entry.subtle, "sign");
  entry.minRsaBits && (0,lib_key/* checkModulusLength */.or)(entry.alg, signingKey);
  const jws = {
    signature: (0,base64url/* encode */.l)(new Uint8Array(await crypto.subtle.sign(entry.signing, signingKey, signingInput))),
    payload: encodedPayload
  };
  return protectedHeader && (jws.protected = encodedProtectedHeader), unprotectedHeader && (jws.header = unprotectedHeader), [jws, b64];
}
async function createCompactSignature(payload, protectedHeader, crit, key, rejectUnencoded) {
  const [jws] = await createSignature([payload, protectedHeader, void 0, crit], key, rejectUnencoded);
  return `${jws.protected}.${jws.payload}.${jws.signature}`;
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/lib/jwt_claims_set.js



const epoch = (date) => Math.floor(date.getTime() / 1e3), multipliers = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
  w: 604800,
  y: 31557600
}, REGEX = /^(\+|\-)? ?(\d+|\d+\.\d+) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)(?: (ago|from now))?$/i, checkFailed = "check_failed";
function invalidDuration() {
  throw new TypeError("Invalid time period format");
}
function secs(str) {
  typeof str != "string" && invalidDuration();
  const matched = REGEX.exec(str);
  (!matched || matched[4] && matched[1]) && invalidDuration();
  const value = parseFloat(matched[2]), durationSeconds = Math.round(value * multipliers[matched[3][0].toLowerCase()]);
  return Number.isFinite(durationSeconds) || invalidDuration(), matched[1] === "-" || matched[4] === "ago" ? -durationSeconds : durationSeconds;
}
function validateInput(label, input) {
  if (!Number.isFinite(input))
    throw new TypeError(`Invalid ${label} input`);
  return input;
}
function validateStringClaim(claim, value) {
  if (typeof value != "string")
    throw new TypeError(`"${claim}" claim must be a string`);
}
function validateAudienceClaim(value) {
  if (typeof value != "string" && (!Array.isArray(value) || Array.from(value).some((member) => typeof member != "string")))
    throw new TypeError('"aud" claim must be a string or an array of strings');
}
function numericDate(value, label) {
  return typeof value == "number" ? validateInput(label, value) : value instanceof Date ? validateInput(label, epoch(value)) : epoch(/* @__PURE__ */ new Date()) + secs(value);
}
const normalizeTyp = (value) => {
  const normalized = value.toLowerCase();
  return value.includes("/") ? normalized : `application/${normalized}`;
}, checkAudiencePresence = (audPayload, audOption) => typeof audPayload == "string" ? audOption.includes(audPayload) : Array.isArray(audPayload) ? audOption.some((aud) => audPayload.includes(aud)) : !1;
function validateNumericDate(claimsSet, claim, required = !1) {
  const value = claimsSet[claim];
  if (!(value === void 0 && !required)) {
    if (typeof value != "number")
      throw new JWTClaimValidationFailed(`"${claim}" claim must be a number`, claimsSet, claim, "invalid");
    return value;
  }
}
function unexpectedClaim(claimsSet, claim) {
  throw new JWTClaimValidationFailed(`unexpected "${claim}" claim value`, claimsSet, claim, checkFailed);
}
function validateClaimsSet(protectedHeader, claimsSetBytes, options = {}) {
  let claimsSet;
  try {
    claimsSet = JSON.parse(strictDecoder.decode(claimsSetBytes));
  } catch (cause) {
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object", { cause });
  }
  if (!isObject(claimsSet))
    throw new JWTInvalid("JWT Claims Set must be a top-level JSON object");
  const { typ } = options;
  if (typ !== void 0 && (typeof protectedHeader.typ != "string" || normalizeTyp(protectedHeader.typ) !== normalizeTyp(typ)))
    throw new JWTClaimValidationFailed('unexpected "typ" JWT header value', claimsSet, "typ", checkFailed);
  const { requiredClaims = [], issuer, subject, audience, maxTokenAge } = options, presenceCheck = [...requiredClaims];
  maxTokenAge !== void 0 && presenceCheck.push("iat"), audience !== void 0 && presenceCheck.push("aud"), subject !== void 0 && presenceCheck.push("sub"), issuer !== void 0 && presenceCheck.push("iss");
  for (const claim of new Set(presenceCheck.reverse()))
    if (!Object.hasOwn(claimsSet, claim))
      throw new JWTClaimValidationFailed(`missing required "${claim}" claim`, claimsSet, claim, "missing");
  issuer !== void 0 && !(Array.isArray(issuer) ? issuer : [issuer]).includes(claimsSet.iss) && unexpectedClaim(claimsSet, "iss"), subject !== void 0 && claimsSet.sub !== subject && unexpectedClaim(claimsSet, "sub"), audience !== void 0 && !checkAudiencePresence(claimsSet.aud, typeof audience == "string" ? [audience] : audience) && unexpectedClaim(claimsSet, "aud");
  const { clockTolerance } = options;
  let tolerance = 0;
  if (typeof clockTolerance == "string")
    tolerance = secs(clockTolerance);
  else if (clockTolerance !== void 0) {
    if (typeof clockTolerance != "number")
      throw new TypeError("Invalid clockTolerance option type");
    tolerance = clockTolerance;
  }
  if (validateInput("clockTolerance option", tolerance), tolerance < 0)
    throw new TypeError("Invalid clockTolerance option input");
  const { currentDate } = options, now = validateInput("currentDate option", epoch(currentDate === void 0 ? /* @__PURE__ */ new Date() : currentDate)), iat = validateNumericDate(claimsSet, "iat", maxTokenAge !== void 0), nbf = validateNumericDate(claimsSet, "nbf");
  if (nbf !== void 0 && nbf > now + tolerance)
    throw new JWTClaimValidationFailed('"nbf" claim timestamp check failed', claimsSet, "nbf", checkFailed);
  const exp = validateNumericDate(claimsSet, "exp");
  if (exp !== void 0 && exp <= now - tolerance)
    throw new JWTExpired('"exp" claim timestamp check failed', claimsSet, "exp", checkFailed);
  if (maxTokenAge !== void 0) {
    const age = now - iat, max = validateInput("maxTokenAge option", typeof maxTokenAge == "number" ? maxTokenAge : secs(maxTokenAge));
    if (max < 0)
      throw new TypeError("Invalid maxTokenAge option input");
    if (age - tolerance > max)
      throw new JWTExpired('"iat" claim timestamp check failed (too far in the past)', claimsSet, "iat", checkFailed);
    if (age < -tolerance)
      throw new JWTClaimValidationFailed('"iat" claim timestamp check failed (it should be in the past)', claimsSet, "iat", checkFailed);
  }
  return claimsSet;
}
let producerClaimsSets;
function producerClaimsSet(producer) {
  return producerClaimsSets.get(producer);
}
function jwtClaimsSetBytes(producer) {
  const claimsSet = producerClaimsSet(producer);
  for (const claim of ["iat", "nbf", "exp"]) {
    const value = claimsSet[claim];
    if (typeof value == "number" && !Number.isFinite(value))
      throw new TypeError(`"${claim}" claim must be a finite number`);
  }
  return buffer_utils/* encoder */.Rd.encode(JSON.stringify(claimsSet));
}
function jwtClaim(producer, claim) {
  return producerClaimsSet(producer)[claim];
}
class JWTClaimsBuilder {
  constructor(claimsSet = {}) {
    if (!(0,validate/* isObject */.Gv)(claimsSet))
      throw new TypeError("JWT Claims Set MUST be an object");
    (producerClaimsSets ||= /* @__PURE__ */ new WeakMap()).set(this, structuredClone(claimsSet));
  }
  setIssuer(value) {
    return validateStringClaim("iss", value), producerClaimsSet(this).iss = value, this;
  }
  setSubject(value) {
    return validateStringClaim("sub", value), producerClaimsSet(this).sub = value, this;
  }
  setAudience(value) {
    return validateAudienceClaim(value), producerClaimsSet(this).aud = value, this;
  }
  setJti(value) {
    return validateStringClaim("jti", value), producerClaimsSet(this).jti = value, this;
  }
  setNotBefore(value) {
    return producerClaimsSet(this).nbf = numericDate(value, "setNotBefore"), this;
  }
  setExpirationTime(value) {
    return producerClaimsSet(this).exp = numericDate(value, "setExpirationTime"), this;
  }
  setIssuedAt(value) {
    const claimsSet = producerClaimsSet(this);
    return value === void 0 ? claimsSet.iat = epoch(/* @__PURE__ */ new Date()) : typeof value == "string" ? claimsSet.iat = validateInput("setIssuedAt", epoch(/* @__PURE__ */ new Date()) + secs(value)) : claimsSet.iat = numericDate(value, "setIssuedAt"), this;
  }
}


;// CONCATENATED MODULE: ./node_modules/jose/dist/webapi/jwt/sign.js




const SignJWT_base = JWTClaimsBuilder;
class SignJWT extends SignJWT_base {
  #protectedHeader;
  setProtectedHeader(protectedHeader) {
    return (0,validate/* assertNotSet */.ac)(this.#protectedHeader, "setProtectedHeader"), this.#protectedHeader = protectedHeader, this;
  }
  async sign(key, options) {
    return createCompactSignature(jwtClaimsSetBytes(this), this.#protectedHeader, options?.crit, key, () => {
      throw new errors/* JWTInvalid */.Dp("JWTs MUST NOT use unencoded payload");
    });
  }
}


// EXTERNAL MODULE: ./lib/core/config.js
var core_config = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/core/errors.js
var core_errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/own-secrets.js
var own_secrets = __webpack_require__(23859);
// EXTERNAL MODULE: ./lib/request/accept.js + 6 modules
var accept = __webpack_require__(7440);
// EXTERNAL MODULE: ./lib/request/jwt-key.js
var jwt_key = __webpack_require__(13458);
// EXTERNAL MODULE: ./lib/faces/cli/options.js
var options = __webpack_require__(1585);
;// CONCATENATED MODULE: ./lib/faces/cli/token.js
/** `token`: signs a JWT with the configured secret, so that a person can try things out. */








const token_options = {
    claims: { type: 'string' },
    'expires-in': { type: 'string' },
    request: { type: 'string' },
};
async function token({ services, args, env }) {
    const { values } = (0,options/* readOptions */.Tt)(args, token_options);
    const config = (0,core_config/* readConfig */.Xg)(env);
    (0,own_secrets/* learnOwnSecrets */.a)(config, services.redactor);
    const digest = values.request === undefined ? undefined : (0,accept/* requestDigest */.ud)({ text: await (0,options/* readSource */.o$)(values.request, '--request') });
    const seconds = readSeconds(values['expires-in']);
    const jwt = await sign(config, services.clock.now(), seconds, { digest, claims: readClaims(values.claims) });
    process.stdout.write(`${jwt}\n`);
    return 0;
}
/**
 * Signs a token with the configured secret. `now` is in epoch ms. With the digest of a request it is bound to that request
 * and has a `jti`. Throws `usage` where only a public key is configured.
 */
async function sign(config, now, expiresIn, { digest, claims = {} }) {
    if (!config.JWT_ALGORITHM.startsWith('HS')) {
        throw (0,core_errors/* fail */.fJ)('usage', `This machine has only the public key of ${config.JWT_ALGORITHM}.`, 'Sign the token where the private key is.');
    }
    const { key } = (0,jwt_key/* readVerificationKey */.v)(config.JWT_SECRET_KEY, config.JWT_ALGORITHM, config.JWT_ALLOW_WEAK_SECRET);
    const bound = digest === undefined ? {} : { request_sha256: digest, jti: (0,external_node_crypto_.randomUUID)() };
    const seconds = Math.floor(now / 1000);
    const jwt = new SignJWT({ ...bound, ...claims })
        .setProtectedHeader({ alg: config.JWT_ALGORITHM, typ: 'JWT' })
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + expiresIn);
    if (config.JWT_ISSUER !== undefined)
        jwt.setIssuer(config.JWT_ISSUER);
    if (config.JWT_AUDIENCE !== undefined)
        jwt.setAudience(config.JWT_AUDIENCE);
    return jwt.sign(key);
}
function readClaims(text) {
    if (text === undefined)
        return {};
    try {
        const value = JSON.parse(text);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // Told below: the parser's own words would repeat the text.
    }
    throw (0,core_errors/* fail */.fJ)('usage', '--claims is no JSON object.', `Give it as '{"sub":"me"}'.`);
}
/** `--expires-in`. Throws `usage`. */
function readSeconds(text = '300') {
    const seconds = Number(text);
    if (Number.isInteger(seconds) && seconds > 0 && seconds <= 86_400)
        return seconds;
    throw (0,core_errors/* fail */.fJ)('usage', '--expires-in is no number of seconds from 1 to 86400.', 'Give it as --expires-in 300.');
}


/***/ })

};
