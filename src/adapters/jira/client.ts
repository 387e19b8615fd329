/** Jira's REST API as calls: addresses, credentials, retries. What the calls are for is said in ../jira.ts. */
import type { JiraSite } from '../../core/batch.ts'
import { Failure, fail } from '../../core/errors.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { readAnswer } from '../answers.ts'
import type { Http, HttpAnswer, HttpRequest } from '../http.ts'
import { cloudPageAnswer, type IssueAnswer, issueAnswer, issuesAnswer, pageAnswer } from './answers.ts'
import { jiraFailure } from './failures.ts'

interface Call {
  readonly method: 'GET' | 'POST'
  /** Below `/rest/api/<version>`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** `create the issue in SEC`, for messages. */
  readonly doing: string
  readonly reads: boolean
  readonly version?: '2' | '3'
}

export interface SearchPage {
  readonly issues: readonly IssueAnswer[]
  /** Cloud: a token; Data Center: the next offset. Undefined on the last page. */
  readonly next: string | number | undefined
}

/** Tries of one call in all: reads are tried again after any passing fault, writes only after one that had no effect. */
const tries = 4
/** The longest wait inside a run that a server may ask for, in milliseconds; a longer one ends in a resumable failure. */
const longestWait = 120_000

export class JiraClient {
  readonly site: JiraSite
  readonly isCloud: boolean
  readonly #http: Http
  readonly #clock: Clock
  readonly #log: Log
  readonly #signal: AbortSignal
  readonly #host: string

  constructor(site: JiraSite, way: { http: Http; clock: Clock; log: Log; signal: AbortSignal }) {
    this.site = site
    const { host, hostname } = new URL(site.serverUrl)
    this.#host = host
    this.isCloud =
      site.apiVersion === '3' || site.email !== undefined || /(^|\.)(atlassian\.net|atlassian\.com)$/i.test(hostname)
    this.#http = way.http
    this.#clock = way.clock
    this.#log = way.log
    this.#signal = way.signal
  }

  url(path: string, version: '2' | '3' = this.site.apiVersion): string {
    return `${this.site.serverUrl}/rest/api/${version}${path}`
  }

  browseUrl(key: string): string {
    return `${this.site.serverUrl}/browse/${key}`
  }

  /** An issue with one entity property, or undefined when it is not there or hidden. */
  async issue(key: string, property: string): Promise<IssueAnswer | undefined> {
    const path = `/issue/${encodeURIComponent(key)}`
    const query = { fields: 'summary', properties: property }
    const doing = `show ${key}`
    try {
      const answer = await this.call({ method: 'GET', path, query, doing, reads: true })
      return readAnswer(issueAnswer, answer, { from: 'Jira', doing })
    } catch (error) {
      if (error instanceof Failure && error.code === 'jira-not-found') return undefined
      throw error
    }
  }

  /** One page of a search, the way this kind of Jira wants to be searched. */
  async search(ask: {
    jql: string
    fields: readonly string[]
    property: string
    pageSize: number
    next: string | number | undefined
  }): Promise<SearchPage> {
    const common = { jql: ask.jql, maxResults: ask.pageSize, fields: ask.fields, properties: [ask.property] }
    const doing = 'search for issues of earlier runs'
    if (this.isCloud) {
      const body = { ...common, ...(ask.next === undefined ? {} : { nextPageToken: String(ask.next) }) }
      const answer = await this.call({ method: 'POST', path: '/search/jql', body, doing, reads: true, version: '3' })
      const page = readAnswer(cloudPageAnswer, answer, { from: 'Jira', doing })
      return { issues: issuesAnswer.parse(page.issues), next: page.nextPageToken }
    }
    const startAt = Number(ask.next ?? 0)
    const body = { ...common, startAt }
    const answer = await this.call({ method: 'POST', path: '/search', body, doing, reads: true })
    const { issues, total } = readAnswer(pageAnswer, answer, { from: 'Jira', doing })
    const end = startAt + issues.length
    return { issues: issuesAnswer.parse(issues), next: issues.length > 0 && end < total ? end : undefined }
  }

  /** A call whose answer is parsed JSON. Throws the Failure that the answer, or its absence, means. */
  async call(call: Call): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return parsed(await this.#send(call), call)
      } catch (error) {
        const pause = this.#pauseBefore(attempt, call, error)
        if (pause === undefined) throw error
        this.#log.write('warn', `Jira: waiting ${Math.ceil(pause / 1000)} s, then trying again to ${call.doing}`, {
          host: this.#host,
        })
        await this.#clock.sleep(pause, this.#signal)
      }
    }
  }

  /** Milliseconds before the next try, or undefined when there must be none. */
  #pauseBefore(attempt: number, call: Call, error: unknown): number | undefined {
    if (!(error instanceof Failure) || attempt >= tries || error.code === 'interrupted') return undefined
    const again = error.retry === 'safe' || (call.reads && error.retry === 'ambiguous')
    if (!again) return undefined
    const asked = error.retryAt === undefined ? undefined : error.retryAt - this.#clock.now()
    const pause = asked ?? 2 ** attempt * 500
    return pause <= longestWait ? Math.max(0, pause) : undefined
  }

  async #send(call: Call): Promise<HttpAnswer> {
    const query = call.query ? `?${new URLSearchParams(call.query)}` : ''
    const request: HttpRequest = {
      method: call.method,
      url: this.url(call.path, call.version) + query,
      headers: this.#headers(call),
      reads: call.reads,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    }
    const answer = await this.#http.send(request)
    if (answer.status >= 200 && answer.status < 300) return answer
    const attempt = {
      host: this.#host,
      doing: call.doing,
      now: this.#clock.now(),
      basic: this.site.email !== undefined,
    }
    throw jiraFailure(answer, attempt)
  }

  #headers(call: Call): Record<string, string> {
    const { email, token } = this.site
    const authorization =
      email === undefined
        ? `Bearer ${token.reveal()}`
        : `Basic ${Buffer.from(`${email}:${token.reveal()}`).toString('base64')}`
    return {
      accept: 'application/json',
      authorization,
      'user-agent': 'create-issues-and-prs',
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    }
  }
}

function parsed(answer: HttpAnswer, call: Call): unknown {
  try {
    return answer.text === '' ? {} : JSON.parse(answer.text)
  } catch {
    throw fail(
      'answer-malformed',
      `Jira's answer to the call to ${call.doing} is no JSON.`,
      'Check that server_url is the address of Jira itself, not of a login page or proxy in front of it.',
      { status: answer.status },
    )
  }
}
