import { APIError } from 'payload'
import { languageOf } from './language'
import { REFUSALS, type Reason, type RefusalCode } from './refusals'

/** The reasons as the API answers them. */
export const wordReasons = ({ reasons, language }: { reasons: Reason[]; language?: string }) =>
  reasons.map(({ code, field }) => ({
    code,
    message: wordsOf(code, language),
    ...(field ? { field } : {}),
  }))

/** One reason in the language of a request, for Payload's own messages beside a field. */
export const wordsOf = (code: RefusalCode, language: string | undefined): string =>
  REFUSALS[code][languageOf(language)]

/**
 * A refusal with every reason at once. The first reason decides the HTTP status.
 * The words are put in by `hooks.afterError`, in the language of the request.
 */
export class Refusal extends APIError {
  readonly reasons: Reason[]

  constructor(...reasons: [Reason | RefusalCode, ...(Reason | RefusalCode)[]]) {
    const given = reasons.map((reason) => (typeof reason === 'string' ? { code: reason } : reason))
    const [first] = given
    super(
      given.map(({ code }) => REFUSALS[code].zh).join(''),
      first ? REFUSALS[first.code].status : 403,
      null,
      true,
    )
    // Payload logs by name: a refusal is no fault of the server.
    this.name = 'Forbidden'
    this.reasons = given
  }
}
